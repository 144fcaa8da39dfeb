"""Definitions for the kit's rules."""

from pytest_bdd import given, parsers, then, when


@given(parsers.parse("the customer has {cents:d} cents"), target_fixture="money")
def _(cents: int) -> int:
    return cents


@given("there are chocolate bars in stock", target_fixture="stock")
def _() -> list[str]:
    return ["Mars"]


@given("there are no chocolate bars in stock", target_fixture="stock")
def _() -> list[str]:
    return []


@when(parsers.parse("the customer tries to buy a {price:d} cent chocolate bar"), target_fixture="is_sold")
def _(money: int, stock: list[str], price: int) -> bool:
    return bool(stock) and money >= price


@then("the sale should not happen")
def _(is_sold: bool) -> None:
    assert not is_sold


@then("the sale should happen")
def _(is_sold: bool) -> None:
    assert is_sold
