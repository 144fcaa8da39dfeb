"""Definitions for the kit's data-tables-doc-strings."""

from pytest_bdd import given


@given("a step with a data table a doc string")
@given("a step with a doc string a data table")
def _(datatable: list[list[str]], docstring: str) -> None:
    assert datatable
    assert docstring
