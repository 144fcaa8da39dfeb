"""Built HTML, cloud by cloud: which entries of navigation, contents and tabs are for whom (MONIKERS section 6)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from html.parser import HTMLParser
from itertools import accumulate

_ENTRIES = frozenset({"md-nav__item", "md-tabs__item"})
_FIRST_PAGE_ONLY = frozenset({"md-nav__item--pruned", "md-tabs__item"})


@dataclass(frozen=True)
class Scopes:
    """The addresses that only some clouds have, each with their monikers as `data-moniker` has them.

    `sections` are those of first pages, which stand for all of a section in tabs and in a navigation that is pruned.
    """

    pages: Mapping[str, str]
    sections: Mapping[str, str]
    anchors: Mapping[str, str]


def with_monikers(html: str, scopes: Scopes) -> str:
    """A page whose entries are for the clouds that have what they lead to, or anything below it."""
    marks = sorted(mark for entry in _entries(html) for mark in _marks(entry, scopes))
    starts, ends = [0, *(at for at, _ in marks)], [*(at for at, _ in marks), len(html)]
    texts = ["", *(f' data-moniker="{monikers}"' for _, monikers in marks)]
    return "".join(text + html[start:end] for text, start, end in zip(texts, starts, ends, strict=True))


def union(parts: Iterable[str]) -> str:
    """All monikers of some `data-moniker`; "", which is all clouds, where one of them is that or there is none."""
    found = [part.split() for part in parts]
    return " ".join(sorted({moniker for part in found for moniker in part})) if all(found) else ""


@dataclass
class _Entry:
    """An entry, with the offsets in the page behind the names of its tag and of its link's."""

    kinds: frozenset[str]
    item: int
    link: int = 0
    href: str | None = None
    below: list[_Entry] = field(default_factory=list)

    @property
    def is_place(self) -> bool:
        """Whether it leads to a place on its page."""
        return self.href is not None and self.href.startswith("#")

    def own(self, scopes: Scopes) -> str:
        """The clouds of what its own link leads to."""
        if self.is_place:
            return scopes.anchors.get(self.href or "", "")
        return (scopes.sections if self.kinds & _FIRST_PAGE_ONLY else scopes.pages).get(self.href or "", "")

    def all(self, scopes: Scopes) -> str:
        """The clouds of its link and of all below it; a page's contents stand below it and add no cloud."""
        below = [each.all(scopes) for each in self.below if self.is_place or not each.is_place]
        return union(below if self.href is None else [self.own(scopes), *below])


class _Entries(HTMLParser):
    """Collects the entries of a page: `found` are those that stand below no other."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.lines = [0, *accumulate(len(line) + 1 for line in html.split("\n"))]
        self.found: list[_Entry] = []
        self.open: list[_Entry | None] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        around = next((each for each in reversed(self.open) if each), None)
        if tag == "li":
            kinds = frozenset((values.get("class") or "").split())
            entry = _Entry(kinds, self._behind(tag)) if kinds & _ENTRIES else None
            self.open.append(entry)
            if entry:
                (around.below if around else self.found).append(entry)
        elif tag == "a" and around and around.href is None:
            around.href, around.link = values.get("href"), self._behind(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag == "li" and self.open:
            self.open.pop()

    def _behind(self, tag: str) -> int:
        line, column = self.getpos()
        return self.lines[line - 1] + column + len(f"<{tag}")


@lru_cache(256)
def _entries(html: str) -> Sequence[_Entry]:
    return _Entries(html).found


def _marks(entry: _Entry, scopes: Scopes) -> Iterator[tuple[int, str]]:
    """Where which monikers go: into each entry, and into the link to a place that fewer clouds have."""
    own, everything = entry.own(scopes), entry.all(scopes)
    if everything:
        yield entry.item, everything
    if entry.is_place and own and own != everything:
        yield entry.link, own
    for each in entry.below:
        yield from _marks(each, scopes)
