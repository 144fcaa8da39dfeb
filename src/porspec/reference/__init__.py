"""The reference implementation: partners of record in Office 365, per cloud, and the admin center that shows them.

It knows nothing of specs, languages or pages. Labels are named by their ids; their texts are not its business.
"""
