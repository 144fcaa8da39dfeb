"""Patterns of steps, and the placeholders and the words of a text that has some."""

import re
import string
import unicodedata
from dataclasses import dataclass
from functools import cache

_NAME = "[a-z_][a-z0-9_]*"
# A placeholder of any text, with its quotes where it stands in some.
PLACEHOLDER = re.compile(rf'"?\{{{_NAME}\}}"?')


@dataclass(frozen=True, slots=True)
class Pattern:
    """A pattern split at its quotes: one literal more than placeholder names."""

    literals: tuple[str, ...]
    names: tuple[str, ...]

    def with_arguments(self, arguments: tuple[str, ...]) -> str:
        """The text that has these between its literals, in quotes."""
        pairs = zip(arguments, self.literals[1:], strict=True)
        return self.literals[0] + "".join(f'"{argument}"{literal}' for argument, literal in pairs)

    def __str__(self) -> str:
        return self.with_arguments(tuple(f"{{{name}}}" for name in self.names))


@cache
def parse_pattern(text: str, like: Pattern | None = None) -> Pattern:
    """pattern = literal *( DQUOTE "{" name "}" DQUOTE literal ); raises ValueError where it is not one.

    A translation has the placeholders of the pattern that it is `like`.
    """
    parts = text.split('"')
    if len(parts) % 2 == 0:
        raise ValueError("a quote is missing")
    for argument in parts[1::2]:
        if not re.fullmatch(rf"\{{{_NAME}\}}", argument):
            raise ValueError(f'"{argument}" in quotes is not one placeholder')
    names = tuple(argument[1:-1] for argument in parts[1::2])
    if len(set(names)) != len(names):
        raise ValueError("a placeholder stands twice")
    if any("{" in literal or "}" in literal for literal in parts[0::2]):
        raise ValueError("a placeholder stands outside quotes")
    if like and set(names) != set(like.names):
        raise ValueError(f"it has the placeholders {sorted(names)}, and the pattern has {sorted(like.names)}")
    return Pattern(tuple(parts[0::2]), names)


def fields(text: str) -> list[str]:
    """A text's {placeholders}, with what would change their form; what `str.format` refuses is one of its own."""
    try:
        found = [each for each in string.Formatter().parse(text) if each[1] is not None]
        return sorted(f"{name}{f'!{way}' if way else ''}{f':{form}' if form else ''}" for _, name, form, way in found)
    except ValueError as error:
        return [f"({error})"]


def literals_of(text: str) -> tuple[str, ...]:
    """What a step text or a pattern says between its quotes, as matching sees it."""
    return tuple(map(normal, text.split('"')[0::2]))


def split_at_placeholders(text: str) -> list[str]:
    """A text's parts: every second one, from the second on, is a placeholder, with its quotes where it has some."""
    return re.split(f"({PLACEHOLDER.pattern})", text)


def without_placeholders(text: str) -> str:
    return PLACEHOLDER.sub("", text)


def normal(text: str) -> str:
    """Text as matching sees it: composed (NFC), no-break spaces as blanks."""
    return text if text.isascii() else unicodedata.normalize("NFC", text).replace("\u00a0", " ").replace("\u202f", " ")
