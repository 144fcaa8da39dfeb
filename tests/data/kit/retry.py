"""Definitions for the kit's retry."""

from pytest_bdd import given

TRIES: dict[int, int] = {}


def passes(at: int) -> None:
    TRIES[at] = TRIES.get(at, 0) + 1
    assert TRIES[at] >= at


@given("a step that always passes")
def _() -> None:
    pass


@given("a step that passes the second time")
def _() -> None:
    passes(2)


@given("a step that passes the third time")
def _() -> None:
    passes(3)


@given("a step that always fails")
def _() -> None:
    raise AssertionError("Exception in step")
