"""Patterns of steps: literals and quoted placeholders."""

from __future__ import annotations

import re
import string
import unicodedata
from dataclasses import dataclass
from functools import cache

PLACEHOLDER = re.compile(r"\{([a-z_][a-z0-9_]*)\}")


@dataclass(frozen=True, slots=True)
class Pattern:
    """A pattern split at its quotes: one literal more than placeholder names."""

    literals: tuple[str, ...]
    names: tuple[str, ...]

    def key(self) -> tuple[str, ...]:
        return tuple(normal(literal) for literal in self.literals)


@cache
def parse_pattern(text: str) -> Pattern:
    """pattern = literal *( DQUOTE "{" name "}" DQUOTE literal ); raises ValueError where it is not one."""
    parts = text.split('"')
    if len(parts) % 2 == 0:
        raise ValueError("a quote is missing")
    names = []
    for argument in parts[1::2]:
        match = PLACEHOLDER.fullmatch(argument)
        if match is None:
            raise ValueError(f'"{argument}" in quotes is not one placeholder')
        names.append(match[1])
    if len(set(names)) != len(names):
        raise ValueError("a placeholder stands twice")
    if any("{" in literal or "}" in literal for literal in parts[0::2]):
        raise ValueError("a placeholder stands outside quotes")
    return Pattern(tuple(parts[0::2]), tuple(names))


def fields(text: str) -> list[str]:
    """A text's {placeholders}, with what would change their form; what `str.format` refuses is one of its own."""
    try:
        found = [each for each in string.Formatter().parse(text) if each[1] is not None]
        return sorted(f"{name}{f'!{way}' if way else ''}{f':{form}' if form else ''}" for _, name, form, way in found)
    except ValueError as error:
        return [f"({error})"]


def normal(literal: str) -> str:
    """Text as matching sees it: composed (NFC), no-break spaces as blanks."""
    return unicodedata.normalize("NFC", literal).replace("\u00a0", " ").replace("\u202f", " ")
