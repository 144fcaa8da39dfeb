"""Definitions for the kit's data-tables."""

from pytest_bdd import then, when


@when("the following table is transposed:", target_fixture="transposed")
def _(datatable: list[list[str]]) -> list[list[str]]:
    return [list(row) for row in zip(*datatable, strict=True)]


@then("it should be:")
def _(transposed: list[list[str]], datatable: list[list[str]]) -> None:
    assert transposed == datatable
