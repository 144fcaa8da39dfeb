"""Definitions for the kit's multiple-features-reversed."""

import pytest
from pytest_bdd import given, parsers


@given(parsers.parse('an order for "{item}"'))
def _(item: str) -> None:
    assert item


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What `--order reverse` does."""
    items.reverse()
