"""Definitions for the kit's parameter-types."""

from pytest_bdd import given, parsers


@given(parsers.re("(?P<start>[A-Z]{3})-(?P<end>[A-Z]{3}) has been delayed"))
def _(start: str, end: str) -> None:
    assert (start, end) == ("LHR", "CDG")
