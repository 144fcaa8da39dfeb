"""The languages of a spec: catalogues and features of the other languages, edits taken back, how far each one is.

What comes in is a Spec; what goes out are plans of files to write. Imports `markdown`, `spec` and `sources`.
"""
