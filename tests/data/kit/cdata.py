"""Definitions for the kit's cdata."""

from pytest_bdd import given, parsers


@given(parsers.parse("I have {number:d} <![CDATA[cukes]]> in my belly"))
def _(number: int) -> None:
    assert number == 42
