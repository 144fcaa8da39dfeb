"""Separable verbs: where a particle ends a clause, the verb at its head is another one than it looks.

"Gehen Sie eine Beziehung ein" says enter into, not go. A particle stands at the end of a clause, or before a word that
begins what is added there; its verb is the first word of the clause, or beside who does it. Blanks behind what looks
like a particle are of a placeholder, and it is a preposition.
"""

import re
from functools import cache, lru_cache

from ..sources.locale import base_of
from .equivalents import given_lists
from .matching import Text

_CLAUSE = re.compile(r"[^,;:.!?|()]+")


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str]] | None:
    """What finds a particle, and a verb that it may belong to; None where a language has no separable verbs."""
    said = given_lists().get(language, {})
    if "particles" not in said:
        return None
    particles, persons, added = ("|".join(said[kind]) for kind in ("particles", "persons", "added"))
    particle = re.compile(rf"(?<=\s)(?:{particles})(?=[^\w\s]*$|\s+(?:{added})\b)")
    verb = re.compile(rf"^\W*(?:{persons})\s+(?P<behind>\w+)|^\W*(?P<first>\w+)|\b(?P<before>\w+)\s+(?:{persons})\b")
    return particle, verb


@lru_cache(8192)
def parted(code: str, text: Text) -> tuple[tuple[int, int, int], ...]:
    """Where verbs of a text stand that are parted from a particle, each with its end and the particle's place."""
    if (found := _patterns(base_of(code))) is None:
        return ()
    particle, verb = found
    places: list[tuple[int, int, int]] = []
    for clause in _CLAUSE.finditer(text.words):
        at = clause.start()
        for end in [each.start() for each in particle.finditer(clause[0])][-1:]:
            verbs = (each.span(each.lastgroup or 0) for each in verb.finditer(clause[0][:end]))
            places += [(at + start, at + stop, at + end) for start, stop in verbs]
    return tuple(places)


def is_parted(code: str, text: Text, match: re.Match[str]) -> bool:
    """Whether what is found in a text is such a verb, whole, and ends before the particle."""
    return any(each[0] == match.start() and each[1] <= match.end() <= each[2] for each in parted(code, text))
