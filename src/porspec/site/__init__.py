"""The site: pages published through MkDocs, Material and static-i18n; built, searched, served.

What comes in is a project's folder; what goes out is a site, or the help as a folder of Docs Markdown. It imports
`checks` and the rooms before it. Others use `build.build_site`, `build.build_pseudo`, `serve.serve_site`,
`help_folder.write_help`, and `publish.publish`; MkDocs uses `plugin.PorspecPlugin`.
"""
