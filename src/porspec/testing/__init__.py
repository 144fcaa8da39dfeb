"""pytest: variants collected, chosen, run and told of, and Cucumber Messages of a run.

What comes in are pytest's hooks and options, what goes out are its tests (`selection`: their names and ids, and which
of them run) and reports, and the file of --messages. It imports `sources` and `spec`. Others use none of it but by
pytest's entry point, `porspec.testing.plugin`; only `adapter`, and `spec.fixtures` where no test runs, know names that
pytest and pytest-bdd do not promise.
"""
