"""The site: pages published through MkDocs, Material and static-i18n; built, searched, served.

What comes in is a project's folder; what goes out is a site, or the help as a folder of Docs Markdown. It imports
`checks` and the rooms before it. Others use `build.build_site`, `server.serve_site`, `folders.write_help`,
`folders.build_pseudo` and `publish.publish`; MkDocs uses `plugin.PorspecPlugin`. `server.py` serves while `follow.py`
follows edits, with pages from `rendered.py`, which `language_site.py` builds one by one. What is made of a page is kept
with it (`KeptPages.add_files`); what is made of all pages is made in `PorspecPlugin.finish`, for a whole site and after
edits.
What a reader sees around a page is in the folder
`theme/`, which `templates.py` lays before Material's: the picker of monikers is `partials/picker.html`,
with `assets/porspec/view.js` for what is shown first and `porspec.js` for what choosing does. `theme.py` is what
these templates are told, `publish.py` what the picker offers. `sections.py` and `search.py` make the indexes that
`assets/porspec/search/` finds in, for `search.js`, which stands in for Material's worker. `messages.py` and the folder
`served/` are what only `porspec serve` has: which message each text of a page is.
"""
