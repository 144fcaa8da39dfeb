"""A translation beside its source: which text is which, and where the two are not built alike."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from itertools import pairwise

from ..sources.pages import RANGE_KEYS
from ..sources.problems import Location, Problem
from .findings import Finding
from .language import Language
from .reading import Read
from .units import Mark, Unit

# Parts of a page that others follow from.
_LEADING = frozenset({"zone", "step", "item", "code", "row", "table", "alert", *(f"heading {n}" for n in range(1, 7))})
_MOST_TO_MATCH = 1000  # parts, which take a second; of more between two that are alike it is told that they differ


@dataclass(frozen=True, slots=True)
class Couple:
    """A text of a translation, and the one of the source that it says."""

    source: Unit
    text: Unit

    def finding(self, code: str, message: str, remedy: str, span: tuple[int, int] = (0, 0)) -> Finding:
        problem = Problem(self.text.place(span[0]), message, code, remedy)
        return Finding(problem, "translation", span[1] - span[0], self.source.place())


@dataclass(frozen=True)
class Pair:
    """A page and its translation."""

    source: Read
    translation: Read

    @cached_property
    def language(self) -> Language:
        return self.translation.language

    @cached_property
    def source_language(self) -> Language:
        return self.source.language

    @cached_property
    def is_by_line(self) -> bool:
        """Whether the two have as many lines, as what translators' tools write has."""
        return self.source.page.text.count("\n") == self.translation.page.text.count("\n")

    @cached_property
    def couples(self) -> tuple[Couple, ...]:
        """The texts of front matter, and those in the same place: the line, or else what is around them."""
        theirs, ours = self.source.head, self.translation.head
        head = (Couple(theirs[key], unit) for key, unit in ours.items() if key in theirs)
        return (*head, *(Couple(source, unit) for source, unit in self._units()))

    def _units(self) -> Iterator[tuple[Unit, Unit]]:
        if self._is_alike:
            yield from zip(self.source.units, self.translation.units, strict=True)
        elif self.is_by_line:
            by_line = {(unit.line, unit.kind[:4]): unit for unit in self.source.units if unit.kind != "cell"}
            found = ((by_line.get((unit.line, unit.kind[:4])), unit) for unit in self.translation.units)
            yield from ((source, unit) for source, unit in found if source)
        else:
            for start, other, size in self._same:
                marks = self.source.marks[start : start + size], self.translation.marks[other : other + size]
                yield from ((a.unit, b.unit) for a, b in zip(*marks, strict=True) if a.unit and b.unit)

    @cached_property
    def _keys(self) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
        one, other = ([_key(mark) for mark in each.marks] for each in (self.source, self.translation))
        return one, other

    @cached_property
    def _is_alike(self) -> bool:
        return self._keys[0] == self._keys[1]

    @cached_property
    def _same(self) -> list[tuple[int, int, int]]:
        """Where the two are built alike: from where on in each, and how long; the last is their ends."""
        one, other = self._keys
        least = min(len(one), len(other))
        first = next((n for n in range(least) if one[n] != other[n]), least)
        last = next((n for n in range(least - first) if one[~n] != other[~n]), least - first)
        ends = len(one) - last, len(other) - last
        between = one[first : ends[0]], other[first : ends[1]]
        is_short = max(map(len, between)) <= _MOST_TO_MATCH
        found = SequenceMatcher(None, *between, autojunk=False).get_matching_blocks() if is_short else ()
        same = ((a + first, b + first, size) for a, b, size in found)
        return [(0, 0, first), *same, (*ends, last), (len(one), len(other), 0)]

    def ranges(self) -> Iterator[Finding]:
        """A translation that is for other monikers than its source."""
        one, other = (each.page.matter for each in (self.source, self.translation))
        for key in RANGE_KEYS:
            theirs, ours = (" ".join(each.range(key).split()) for each in (one, other))
            if theirs != ours:
                message = f"The source has {theirs or 'nothing'} as {key}, and the translation {ours or 'nothing'}"
                problem = Problem(other.place(key), message, "pair-structure", "Write the range of the source.")
                yield Finding(problem, "translation", beside=one.place(key))

    def structure(self) -> Iterator[Finding]:
        """What one of the two has and the other has not."""
        yield from self.ranges()
        if self._is_alike:
            return
        told = set[str]()  # the kinds: what follows from one difference is not told again
        for (one, other, size), (b, d, _) in pairwise(self._same):
            a, c = one + size, other + size
            if a == b and c == d:
                continue
            missing, added = self.source.marks[a:b], self.translation.marks[c:d]
            kind = next((mark.kind for mark in (*missing, *added) if mark.kind in _LEADING), "text").split()[0]
            if kind in told:
                continue
            told.add(kind)
            yield self._difference(missing, added, self._place(self.translation, c), self._place(self.source, a))

    def _difference(self, missing: Sequence[Mark], added: Sequence[Mark], place: Location, beside: Location) -> Finding:
        message = f"The source has {_told(missing)} here, and the translation {_told(added)}"
        problem = Problem(place, message, "pair-structure", "Build the translation as its source is built.")
        return Finding(problem, "translation", beside=beside)

    def _place(self, read: Read, at: int) -> Location:
        line = next((mark.line for mark in read.marks[at:] if mark.line), read.page.text.count("\n") + 1)
        return Location(read.page.path, line)


def _key(mark: Mark) -> tuple[str, str]:
    return mark.kind, mark.detail if mark.kind in ("zone", "alert") else ""


def _told(marks: Sequence[Mark]) -> str:
    if not marks:
        return "nothing"
    first = marks[0]
    more = f" and {len(marks) - 1} more" if len(marks) > 1 else ""
    return f"a {first.kind}{f' ({first.detail})' if first.detail and first.kind in ('zone', 'alert') else ''}{more}"
