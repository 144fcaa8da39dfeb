"""Definitions for the kit's examples-tables."""

from pytest_bdd import given, parsers, then, when


@given(parsers.parse("there are {start:d} cucumbers"), target_fixture="cucumbers")
def _(start: int) -> list[int]:
    return [start]


@when(parsers.parse("I eat {eaten:d} cucumbers"))
def _(cucumbers: list[int], eaten: int) -> None:
    cucumbers[0] -= eaten


@then(parsers.parse("I should have {left:d} cucumbers"))
def _(cucumbers: list[int], left: int) -> None:
    assert cucumbers == [left]


@given(parsers.parse("there are {number:d} friends"), target_fixture="friends")
def _(number: int) -> int:
    return number


@then(parsers.parse("each person can eat {share:d} cucumbers"))
def _(cucumbers: list[int], friends: int, share: int) -> None:
    assert cucumbers[0] // (friends + 1) == share
