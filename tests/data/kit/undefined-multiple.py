"""Definitions for the kit's undefined-multiple."""

from pytest_bdd import given


@given("an implemented step")
def _() -> None:
    pass


@given("a step that will be skipped")
def _() -> None:
    pass
