"""Definitions for the kit's multiple-features."""

from pytest_bdd import given, parsers


@given(parsers.parse('an order for "{item}"'))
def _(item: str) -> None:
    assert item
