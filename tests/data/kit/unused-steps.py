"""Definitions for the kit's unused-steps."""

from pytest_bdd import given


@given("a step that is used")
def _() -> None:
    pass


@given("a step that is not used")
def _() -> None:
    pass
