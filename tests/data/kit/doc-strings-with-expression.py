"""Definitions for the kit's doc-strings-with-expression."""

from pytest_bdd import given, parsers


@given(parsers.parse('a "{name}" with a doc string:'))
def _(name: str, docstring: str) -> None:
    assert name == "Cucumber"
    assert docstring
