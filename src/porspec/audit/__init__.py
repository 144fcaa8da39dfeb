"""Existing pages, of any origin, and their translations come in; what is wrong with them goes out, as Problems.

What is audited needs no project: pages are read with the monikers that they name themselves. Others use `findings`
(Page, Finding, Audited) and `auditing` (what the command prints). How Dutch and German are written stands in nl.toml
and de.toml. Imports `checks` and the rooms before it.
"""
