"""The site: pages published through MkDocs, Material and static-i18n; built, searched, served.

What comes in is a project's folder; what goes out is a site. Imports `checks` and the rooms before it.
"""
