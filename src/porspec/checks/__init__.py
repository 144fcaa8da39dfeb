"""A spec and its pages come in; what is wrong with them goes out, as Problems, text, or a document for other programs.

A check is a small generator under a decorator, which names the codes of its problems. A message stands where its
problem is found, often in an earlier room (zones in `markdown`, patterns in `spec`): look for its code.
`sources/codes.toml` explains each code, and `sources/config.py` what a project makes of it. Which words of a language
deny, limit, join or oppose stands in `meaning.toml`, who does what in `persons.toml`. Others use
`checking.problems_of`, `checking.checked`, `formats.check` and `formats.list_codes`. Imports `pages` and the rooms
before it.
"""
