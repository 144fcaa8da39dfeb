"""Patterns, until all import them from definitions."""

from .definitions import (
    PLACEHOLDER,
    Pattern,
    fields,
    normal,
    parse_pattern,
    split_at_placeholders,
    without_placeholders,
)

__all__ = [
    "PLACEHOLDER",
    "Pattern",
    "fields",
    "normal",
    "parse_pattern",
    "split_at_placeholders",
    "without_placeholders",
]
