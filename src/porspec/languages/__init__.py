"""The languages of a spec: what comes in is a loaded Spec, what goes out are catalogues, and features of the languages.

Others use `sync` (`plan`, `planned`, `write`, `follow_catalogues`, `plan_handoff`), `new`, `take_back`, `progress`,
`extract.extracted` and `words` (the package's own words, data in words.toml). Imports `markdown`, `spec` and `sources`.
"""
