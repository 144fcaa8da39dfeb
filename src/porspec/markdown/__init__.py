"""Docs Markdown: pages read with places for checks, made into HTML, and written safely.

What comes in is Markdown, or texts by moniker; what goes out are values with places, HTML, Markdown. Both readings are
CommonMark's, by markdown-it-py (`commonmark`, `texts`); texts come onto pages by `content` alone. Imports `spec` and
`sources`. Others use `content` (Markdown, escape, markdown_of, html_of, text_of, as_code, link_to), `reader`
(read_page, SourcePage, Link, without_code, BOLD), `extension` (DocsMarkdownExtension), `trees`
(moniker_label, with_monikers, zone_attributes, class_columns, label_cells, and the names of classes), `zones` (Zones,
joined, anchor) and `plain` (plain: a page as CommonMark). How lists are numbered stands in `lists`.
"""
