"""Equivalents: what a language may say with a denial and a verb, or with neither, and say the same.

"Nothing changes" is "it stays as it was": where a text says the one and its translation the other, nothing
is left there to compare by words.
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

from ..sources.locale import base_of
from .matching import Text, Words


@cache
def given_lists() -> dict[str, Any]:
    """What the package has of words of languages, as in its file."""
    return tomllib.loads((resources.files(__package__) / "meaning.toml").read_text("utf-8"))


@cache
def _sets(source: str, code: str) -> tuple[tuple[Words, Words], ...]:
    """For each set what the two languages say, of those that both have."""
    bases = base_of(source), base_of(code)
    given: list[Mapping[str, Any]] = given_lists()["equivalent"]
    return tuple((Words.of(each[bases[0]]), Words.of(each[bases[1]])) for each in given if {*bases} <= each.keys())


def without_equivalents(source: str, code: str, texts: tuple[Text, Text]) -> tuple[Text, Text]:
    """A text of the source language and its translation, without what the same set has of both."""
    one, other = texts
    for own, others in _sets(source, code):
        if own.search(one) and others.search(other):
            one, other = own.left_out(one), others.left_out(other)
    return one, other
