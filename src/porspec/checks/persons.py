"""Who does what to whom, and whose a thing is: what a language says of it in pronouns, their cases and places.

`persons.toml` has for each language what says so for certain. Only that is compared: a translation may leave a person
out, or say it otherwise, and must not say the contrary.
"""

import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import pairwise
from typing import Self

from ..sources.locale import base_of
from .matching import Hit, Text, first_word, times

THING, ACT = "#", ">"  # marks of words of a lexicon
_DONE = "►"  # stands behind the act that is compared
_SIDES = "acts", "gets"
_BREAK = re.compile(r"[,;:.!?，；：。！？]|$")
_WHO = {"1": "I", "2": "you", "3": "another"}

Span = tuple[int, int]
_Roles = Mapping[str, Mapping[str, re.Pattern[str]]]


@dataclass(frozen=True)
class Persons:
    """What one language says of persons: by role and person what says so, and the rest as in the file."""

    roles: _Roles
    passive: re.Pattern[str]
    again: re.Pattern[str]
    reach: int

    @classmethod
    @cache
    def of(cls, language: str) -> Self | None:
        """Those of a language; None where the package has none."""
        tables = tomllib.loads((resources.files(__package__) / "persons.toml").read_text("utf-8"))
        if (said := tables.get(base_of(language))) is None:
            return None
        passive, again, reach = re.compile(said.pop("passive")), re.compile(said.pop("again")), said.pop("reach")
        roles = {role: {who: re.compile(form) for who, form in each.items()} for role, each in said.items()}
        return cls(roles, passive, again, reach)

    def sides(self, text: str, acts: Iterable[Span]) -> dict[str, frozenset[str]]:
        """On which sides of these acts each person is for certain; each act is seen in its part of the sentence."""
        found = defaultdict[str, set[str]](set)
        for start, end in acts:
            part = next(each for each in _parts(text) if start < each[1])
            said = f"{text[part[0] : end]}{_DONE}{text[end : part[1]]}"
            for side in _SIDES[1:] if self.passive.search(said) else _SIDES:
                for who, form in self.roles[side].items():
                    if form.search(said):
                        found[who].add(side)
        return {who: frozenset(sides) for who, sides in found.items()}

    def owners(self, text: str, things: list[Hit]) -> dict[str, frozenset[str]]:
        """Whose each thing is that is said once: the first thing behind each word that says so."""
        found = defaultdict[str, set[str]](set)
        places = sorted({(each.start, each.meaning) for each in things})
        counts = Counter(thing for _, thing in places)
        for who, form in self.roles["has"].items():
            for match in form.finditer(text):
                end = min(match.end() + self.reach, next(_BREAK.finditer(text, match.end())).start())
                if thing := next((each for at, each in places if match.end() <= at < end), None):
                    found[thing].add(who)
        return {thing: frozenset(owners) for thing, owners in found.items() if counts[thing] == 1}

    def another(
        self, text: str, owners: Mapping[str, frozenset[str]], others: Mapping[str, frozenset[str]]
    ) -> str | None:
        """The thing of a text that only another has in its translation, for whom nothing in the text is."""
        for thing in sorted(owners.keys() & others.keys()):
            added = others[thing] - owners[thing]
            gets = [form for who, form in self.roles["gets"].items() if who in added]
            if not owners[thing] & others[thing] and not any(form.search(text) for form in gets):
                return thing
        return None


def contrary(
    languages: tuple[str, str], texts: tuple[Text, Text], hits: tuple[list[Hit], list[Hit]], *, is_held: bool = True
) -> Iterator[str]:
    """What a translation says of persons and things that its message, the first of each two, says otherwise.

    `is_held`: things must be said as often.
    """
    one, other = map(Persons.of, languages)
    if one is None or other is None:
        return
    (source, text), (said, found) = (each.words for each in texts), hits
    for act in sorted({each.meaning for each in said if ACT in each.meaning}):
        answers = [each for each in found if each.is_sure]
        sides = one.sides(source, _spans(said, act)), other.sides(text, _spans(answers, act))
        if who := turned(*sides):
            yield f'exchanges who does it and who has it done to them: "{who}", of "{first_word(act)}"'
    things, named = _things(said), _things(found)
    if thing := one.another(source, one.owners(source, things), other.owners(text, named)):
        yield f'says that "{first_word(thing)}" is another\'s'
    for thing in sorted({each.meaning for each in things if each.is_sure and is_held}):
        parts = sum(
            any(start <= each.start < end for each in things if each.meaning == thing) for start, end in _parts(source)
        )
        if parts > times(found, thing) + sum(1 for _ in other.again.finditer(text)):
            yield f'says "{first_word(thing)}" less often'


def _spans(hits: list[Hit], act: str) -> list[Span]:
    return [(each.start, each.end) for each in hits if each.meaning == act]


def _things(hits: list[Hit]) -> list[Hit]:
    """What is said of things, without what is a part of a longer name."""
    things = [each for each in hits if THING in each.meaning]
    return [each for each in things if not any(other.holds(each) and other.length > each.length for other in things)]


def turned(one: Mapping[str, frozenset[str]], other: Mapping[str, frozenset[str]]) -> str | None:
    """Who is on one side of an act in a message, and only on the other in its translation."""
    sides = [{side} for side in _SIDES]
    for who in sorted(one.keys() & other.keys()):
        if one[who] in sides and other[who] in sides and one[who] != other[who]:
            return _WHO[who]
    return None


def _parts(text: str) -> Iterator[Span]:
    """The parts of a sentence between its commas."""
    ends = [0, *(match.end() for match in _BREAK.finditer(text)), len(text) + 1]
    yield from pairwise(ends)
