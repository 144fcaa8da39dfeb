"""Definitions for the kit's data-tables-with-expression."""

from pytest_bdd import given, parsers


@given(parsers.parse('a "{name}" with a table'))
def _(name: str, datatable: list[list[str]]) -> None:
    assert name == "Cucumber"
    assert datatable
