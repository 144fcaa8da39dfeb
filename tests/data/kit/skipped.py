"""Definitions for the kit's skipped."""

import pytest
from pytest_bdd import given


@given("a step that does not skip")
def _() -> None:
    pass


@given("a step that is skipped")
def _() -> None:
    pass


@given("I skip a step")
def _() -> None:
    pytest.skip()
