"""Definitions for the kit's regular-expression."""

from pytest_bdd import given, parsers


@given(parsers.re(r"^a (.*?)(?: and a (.*?))?(?: and a (.*?))?$"))
def _() -> None:
    pass
