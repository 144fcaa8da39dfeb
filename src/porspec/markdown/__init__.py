"""Docs Markdown: read into lines, zones and links for checks, made into HTML, and written safely.

What comes in is Markdown, or texts by moniker; what goes out are values with places, HTML, Markdown. Imports `spec`
and `sources`.
"""
