"""The meaning of the sources: step definitions, the step catalogue, features bound and narrowed, variants run.

What comes in are values of `sources`; what goes out is a Spec and the Traces of its variants. Imports `sources`.
"""
