"""Opposites: a text and its translation are on the same side of each pair, of the package's and of the glossary's."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Self

from ..sources.locale import base_of
from ..spec.spec import Spec
from .glossary import Glossary
from .matching import Text, Words

_Sides = tuple[Words, Words]
_Side = tuple[int, str] | None  # which of the two a text is on, with the word that says so


@dataclass(frozen=True)
class Opposites:
    """By language the two sides of each pair; what a text of the source language says is asked once."""

    source: str
    pairs: tuple[Mapping[str, _Sides], ...]
    any_side: Words
    asked: dict[str, list[_Side]] = field(default_factory=dict)

    @classmethod
    def of(cls, spec: Spec, held: Glossary, given: list[Any]) -> Self:
        """Those of a glossary, and the given ones by the base of a language."""
        pairs = tuple(each for each in (*_given(spec, given), *held.opposites) if spec.source in each)
        return cls(spec.source, pairs, Words(tuple(word for each in pairs for word in _forms(each[spec.source]))))

    def contrary(self, code: str, source: Text, target: Text) -> Iterator[tuple[str, str]]:
        """What a text says, with the opposite that its translation says."""
        if source.words not in self.asked:
            found = self.any_side.search(source)
            self.asked[source.words] = [_side(each[self.source], source) for each in self.pairs] if found else []
        for sides, one in zip(self.pairs, self.asked[source.words], strict=False):
            other = _side(sides[code], target) if one and code in sides else None
            if one and other and one[0] != other[0]:
                yield one[1], other[1]


def _given(spec: Spec, given: list[Any]) -> Iterator[dict[str, _Sides]]:
    for each in given:
        sides = {code: each[base_of(code)] for code in spec.languages if base_of(code) in each}
        yield {code: (Words.of(one), Words.of(other)) for code, (one, other) in sides.items()}


def _forms(sides: _Sides) -> Iterator[str]:
    for each in sides:
        yield from each.forms


def _side(words: _Sides, text: Text) -> _Side:
    """On which of two sides a text is, with the word that says so; None where it is on neither or on both.

    A word that is a part of one of the other side, as in Chinese, does not count beside that.
    """
    found = [dict(each.found(text)) for each in words]
    if all(found):
        for one, other in (found, found[::-1]):
            for form in [each for each in one if any(each in longer for longer in other if each != longer)]:
                del one[form]
    if bool(found[0]) == bool(found[1]):
        return None
    return (0 if found[0] else 1), next(iter((found[0] or found[1]).values()))
