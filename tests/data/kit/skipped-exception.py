"""Definitions for the kit's skipped-exception."""

import pytest
from pytest_bdd import given


@given("I skip a step")
def _() -> None:
    raise pytest.skip.Exception("skipped")
