"""The languages of a spec: where PO files are made, brought up to date (`merge`), and taken back from edited features.

What comes in is a loaded Spec; what goes out are the catalogues `locales/<language>/LC_MESSAGES/*.po` and the features
of the languages. How a language is phrased stands in those files, which `sync` makes of the messages of the sources
(`extract`): in `steps` the patterns that features are written in, in `help` what a step tells a reader of a page, and
the names of monikers, in `labels` what the product shows, in `features` names and descriptions. The package's own
words, such as those of notices, are phrased in `locales/` of this room.

Here a project begins, too, in its languages (`begin`, beside what is there already: `adopt`), and a feature with what
a page says (`from_page` reads the page, `begun` writes the feature).

Others use `sync` (`planned`, `write`, `follow_catalogues`, `plan_handoff`, `new_language`, `new_feature`), `take_back`,
`begin` (`begin`, `wishes`), `extract` (`spec_of_source`, `extracted`), `progress` (how far each language is), `places`
(where messages stand on pages) and `words` (the package's own words, English in words.toml). Imports `markdown`, `spec`
and `sources`.
"""
