"""What stands with what in a sentence: a denial or a limit with its part, a condition apart from its result.

The words of a translation may all be there and yet be attached to other ones. Only what has changed places is told of:
where a language says it with other clauses, nothing is compared.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from .matching import Hit, Text, Words, first_word
from .persons import THING

_COMMA = re.compile(r"[,;:.!?，；：。！？]")
_WORD = re.compile(r"\w")
_BOLD = re.compile(r"\*\*(.+?)\*\*")
_CLAUSES = "if", "before"  # kinds of words, which begin a clause
_MOVED = {"negation": "denies", "limit": "limits"}
_LABEL = f"{THING}label "  # a thing of its own
Kinds = Mapping[str, Words]
_Meanings = frozenset[str]
Parts = list[_Meanings]


@dataclass(frozen=True)
class Sentence:
    """A sentence of one language, what it says and where, and the words to take it apart by."""

    text: Text
    hits: Sequence[Hit]
    kinds: Kinds

    @classmethod
    def of(cls, text: Text, hits: Sequence[Hit], kinds: Kinds, labels: Mapping[str, str], called: Kinds) -> "Sentence":
        """With the labels in bold, and what is `called` so, as things that it says."""
        bold = (
            Hit(each.start(1), each.end(1), f"{labels[each[1]]}{_LABEL}", is_sure=True)
            for each in _BOLD.finditer(text.words)
            if each[1] in labels
        )
        names = ((name, each.span()) for name, said in called.items() for each in said.matches(text))
        named = (Hit(*place, f"{name}{THING}", is_sure=True) for name, place in names)
        return cls(text, (*hits, *bold, *named), kinds)

    def places(self, kind: str) -> list[tuple[int, int]]:
        """Where words of a kind stand that are no part of an idiom, each place once."""
        idioms = [each.span() for each in self.kinds["idioms"].matches(self.text)] if kind in _MOVED else []
        found = sorted(each.span() for each in self.kinds[kind].matches(self.text))
        alone = [each for each in found if not any(_within(idiom, each) for idiom in idioms)]
        return [one for nth, one in enumerate(alone) if not nth or alone[nth - 1][1] <= one[0]]

    def commas(self) -> list[tuple[int, int]]:
        """The parts between commas."""
        return self._between(each.start() for each in _COMMA.finditer(self.text.words))

    def parts(self) -> list[tuple[int, int]]:
        """The parts between commas, and between words that join, that say something."""
        commas = [each.start() for each in _COMMA.finditer(self.text.words)]
        found = self._between(sorted({*commas, *(start for start, _ in self.places("joins"))}))
        return [each for each in found if _WORD.search(self.text.words[slice(*each)])]

    def _between(self, ends: "Iterator[int] | list[int]") -> list[tuple[int, int]]:
        return [*pairwise([0, *ends, len(self.text.words)])]

    def says(self, part: tuple[int, int]) -> _Meanings:
        """The meanings of a part; things count that are not certain, too."""
        own = [each for each in self.hits if _within(part, (each.start, each.end))]
        return frozenset(each.meaning for each in own if each.is_sure or THING in each.meaning)

    def things(self, part: tuple[int, int]) -> list[str]:
        """The things of a part in their order, certain or not."""
        found = sorted(each for each in self.hits if THING in each.meaning and _within(part, (each.start, each.end)))
        return [each.meaning for each in found]

    def limited(self) -> str | None:
        """The thing that a limit is certain to limit: the one right before it at an end, or else what follows."""
        start, end = self.places("limit")[0]
        part = next(each for each in self.commas() if each[0] <= start <= each[1])
        things = [each for each in self.hits if THING in each.meaning]
        if not _WORD.search(self.text.words[end : part[1]]):
            return next((each.meaning for each in things if each.end == start - 1), None)
        behind = self.things((end, part[1]))
        is_next = any(each.start <= end + 1 <= each.end and each.meaning in behind[:1] for each in things)
        is_sure = is_next or any(each == end + 1 for each, _ in self.places("limits"))
        return behind[0] if behind and is_sure else None

    def clause(self, kind: str) -> tuple[int, int] | None:
        """The one clause of a kind: from its word to the next comma or clause, or a part that ends with its word."""
        starts = sorted(start for each in _CLAUSES for start, _ in self.places(each))
        found = []
        for start, end in self.commas():
            said = self.text.words[start:end].rstrip(" *")
            if any(said.endswith(each) for each in self.kinds[f"{kind}_end"].forms):
                found.append((start, end))
            elif ends := [at for _, at in self.places(f"{kind}_end") if start < at < end and kind == "before"]:
                found += [(start, at) for at in ends]
            else:
                own = [at for at, _ in self.places(kind) if start <= at < end]
                found += [(at, min([each for each in starts if at < each < end] or [end])) for at in own]
        return found[0] if len(found) == 1 else None

    def apart(self, clause: tuple[int, int]) -> tuple[_Meanings, _Meanings]:
        """What a clause says alone, and what the rest does; things count that are not certain, too."""
        inside, outside = set[str](), set[str]()
        for each in self.hits:
            if each.is_sure or THING in each.meaning:
                (inside if _within(clause, (each.start, each.end)) else outside).add(each.meaning)
        return frozenset(inside - outside), frozenset(outside - inside)


def _within(part: tuple[int, int], place: tuple[int, int]) -> bool:
    return part[0] <= place[0] and place[1] <= part[1]


def detached(one: Sentence, other: Sentence) -> Iterator[str]:
    """What of a translation, the second, is attached to something else than in its message."""
    checks: tuple[Callable[[Sentence, Sentence], str | None], ...] = (_swapped, _moved, _limited, _conditioned)
    yield from filter(None, (each(one, other) for each in checks))


def _swapped(one: Sentence, other: Sentence) -> str | None:
    """Two words that have changed places between the parts of a sentence, those between words that join, too."""
    if not (found := exchanged(*([each.says(part) for part in each.parts()] for each in (one, other)))):
        return None
    return f'says "{first_word(found[0])}" and "{first_word(found[1])}" each in the place of the other'


def _moved(one: Sentence, other: Sentence) -> str | None:
    """A denial or a limit that stands in another part, where the parts say the same."""
    own, others = one.parts(), other.parts()
    if len(own) != len(others) or len(own) == 1:
        own, others = one.commas(), other.commas()
    if len(own) != len(others):
        return None
    said, found = [one.says(each) for each in own], [other.says(each) for each in others]
    for kind, does in _MOVED.items():
        here, there = ([_count(each, kind, part) for part in parts] for each, parts in ((one, own), (other, others)))
        if sum(here) == sum(there) == 1 and here != there and _is_alike(said, found, here.index(1), there.index(1)):
            return f"{does} another part of it"
    return None


def _count(sentence: Sentence, kind: str, part: tuple[int, int]) -> int:
    return sum(_within(part, each) for each in sentence.places(kind))


def _is_alike(said: list[_Meanings], found: list[_Meanings], first: int, second: int) -> bool:
    """Whether two parts of a sentence say each what their parts of the other say, and nothing across."""
    own, others = said[first] - said[second], said[second] - said[first]
    there, theirs = found[first] - found[second], found[second] - found[first]
    return bool(own & there or others & theirs) and not own & theirs and not others & there


def _limited(one: Sentence, other: Sentence) -> str | None:
    """A limit in front of another thing, with what it limits in the message before it, or in another part."""
    if len(one.places("limit")) != 1 or len(other.places("limit")) != 1:
        return None
    limited, at = one.limited(), other.places("limit")[0]
    part = next(each for each in other.commas() if each[0] <= at[0] <= each[1])
    behind, before = other.things((at[1], part[1])), other.things((part[0], at[0]))
    if limited is None or not behind or limited in behind or behind[0] not in one.things((0, len(one.text.words))):
        return None
    rest = other.things((part[1], len(other.text.words)))
    ahead = one.things((0, one.places("limit")[0][0]))
    is_apart = limited in rest and behind[0] == other.limited() and behind[0] in ahead
    if is_apart or (limited in before and limited not in rest):
        return f'limits "{first_word(behind[0])}", and the message "{first_word(limited)}"'
    return None


def _conditioned(one: Sentence, other: Sentence) -> str | None:
    """What depends on something, and what it depends on, that have changed places."""
    return next(filter(None, (_turned(one, other, each) for each in _CLAUSES)), None)


def _turned(one: Sentence, other: Sentence, kind: str) -> str | None:
    clauses = one.clause(kind), other.clause(kind)
    if clauses[0] is None or clauses[1] is None:
        return None
    (when, then), (whenever, result) = one.apart(clauses[0]), other.apart(clauses[1])
    everything = frozenset(each.meaning for each in one.hits)
    for lost in sorted(when & result):
        for got in sorted(whenever - when):
            if got in then or (THING in lost and THING in got and got not in everything):
                return f'says "{first_word(got)}" where the message says "{first_word(lost)}", of what depends on what'
    return None


def exchanged(said: Parts, found: Parts) -> tuple[str, str] | None:
    """Two meanings that have changed places between two parts, where what else is said there has not."""
    for one, other in combinations(range(len(said) if len(said) == len(found) else 0), 2):
        own, others = (_apart(parts[one], parts[other]) for parts in (said, found))
        there, back = sorted(own[0] & others[1]), sorted(own[1] & others[0])
        if there and back and own[0] & others[0] and own[1] & others[1]:
            return there[0], back[0]
    return None


def _apart(one: frozenset[str], other: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
    return one - other, other - one
