"""The links of a hand-written page, read line by line: where they stand, where they lead, and which clouds read them.

A definition in a zone is that zone's alone, and comes before those of the page; of two, the last counts.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from posixpath import dirname, join, normpath
from urllib.parse import parse_qs, unquote, urlsplit

from ..sources.monikers import Monikers
from ..sources.problems import Location, Problem
from .lines import INCLUDE
from .page_lines import PageLine, blanked

_HOST = re.compile(r"(?:https?:|(?<![\w:/]))//(?P<host>[\w-]+(?:\.[\w-]+)*)", re.IGNORECASE)
_INLINE = re.compile(
    r"\]\(\s*<?(?P<target>[^)\s>\"]+)|\b(?:href|src)\s*=\s*(?:\"(?P<double>[^\"]+)\"|'(?P<single>[^']+)'"
    r"|(?P<bare>[^\s\"'<>]+)(?=[^<>]*>))",
    re.IGNORECASE,
)
_DEFINITION = re.compile(
    r"^ {0,3}\[(?P<label>[^\[\]]+)\]: *\n? *<?(?P<target>[^\s>]+)>? *"
    r"(?:\n? *(?:\"[^\"\n]*\"|'[^'\n]*'|\([^)\n]*\)) *)?$",
    re.MULTILINE,
)
_USE = re.compile(r"\]\s?\[(?P<full>[^\[\]]+)\]|(?<!\\)\[(?P<short>[^\[\]]+)\](?:\[\])?(?!\s?\[|\()")
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Link:
    """A link or a picture: its target as it is written, and the clouds that read it."""

    place: Location
    target: str
    readers: frozenset[str]

    @property
    def anchor(self) -> str:
        """What stands behind #."""
        return unquote(urlsplit(self.target).fragment)

    def file(self) -> str | None:
        """The path of the file that it names, from the project's folder; None where it leads to another site."""
        if _ELSEWHERE.match(self.target):
            return None
        path = unquote(re.split("[?#]", self.target)[0])
        return normpath(join(dirname(self.place.path), path)) if path else self.place.path

    def seen_by(self, monikers: Monikers) -> frozenset[str]:
        """The clouds whose text opens: those that read the link, or the one that it names as `view`."""
        views = parse_qs(urlsplit(self.target).query).get("view")
        return monikers.all & set(views) if views else self.readers


class PageLinks:
    """The links of a page, by its lines with their zones."""

    def __init__(self, path: str, lines: Sequence[PageLine]) -> None:
        self.path, self.lines = path, lines
        shown = ["" if each.line.fence else each.line.text for each in lines]
        self.starts = list(accumulate((len(each) + 1 for each in shown), initial=0))
        text = INCLUDE.sub(blanked, "\n".join(shown))
        self.text = _DEFINITION.sub(blanked, text)
        self.definitions = list(_DEFINITION.finditer(text))

    def inline(self) -> Iterator[Link]:
        """Links and pictures with their targets, in Markdown and in HTML."""
        for match in _INLINE.finditer(self.text):
            yield self._link(match, str(match.lastgroup), match[str(match.lastgroup)])

    def defined(self) -> Iterator[Link]:
        """The definitions of targets, used or not."""
        for match in self.definitions:
            yield self._link(match, "target", match["target"])

    def used(self) -> Iterator[Link]:
        """Links and pictures without targets, with those of their definitions."""
        targets = {(self._zone(each, "label"), _key(each["label"])): each["target"] for each in self.definitions}
        for match in _USE.finditer(self.text):
            group = str(match.lastgroup)
            label = _key(match[group])
            if target := targets.get((self._zone(match, group), label), targets.get((0, label))):
                yield self._link(match, group, target)

    def addresses(self) -> Iterator[Link]:
        """Every mention of a host by its name, in a link or not, and each link whose definition has one."""
        for match in _HOST.finditer(self.text):
            yield self._link(match, "host", match["host"])
        for link in self.used():
            if host := _HOST.match(link.target):
                yield Link(link.place, host["host"], link.readers)

    def _line(self, position: int) -> tuple[PageLine, int]:
        """The line of a position in the text, and where in the line that is."""
        index = bisect_right(self.starts, position) - 1
        return self.lines[index], position - self.starts[index]

    def _zone(self, match: re.Match[str], group: str) -> int:
        return self._line(match.start(group))[0].zone

    def _link(self, match: re.Match[str], group: str, target: str) -> Link:
        line, start = self._line(match.start(group))
        return Link(line.place(self.path, start), target, line.readers)


def _key(label: str) -> str:
    """A label as definitions and their uses are compared."""
    return " ".join(label.split()).lower()


def target_problems(links: PageLinks, known: Collection[str]) -> Iterator[Problem]:
    """Links to other files than the known ones."""
    for link in (*links.inline(), *links.defined()):
        if link.file() not in {None, link.place.path, *known}:
            remedy = "Link to a page of this site by its name without language, or to a whole address."
            yield Problem(link.place, f'The link "{link.target}" leads nowhere', "docs-target", remedy)


def portal_problems(links: PageLinks, monikers: Monikers) -> Iterator[Problem]:
    """Portals of clouds that do not read of them."""
    for link in links.addresses():
        owners = monikers.owners(link.target)
        if owners and link.readers and not owners & link.readers:
            yield Problem(
                link.place,
                f"{link.target} is the portal of {', '.join(monikers.in_order(owners))}, "
                f"and this is read by {', '.join(monikers.in_order(link.readers))}",
                "zone-portal",
                "Link to the portal of the cloud that reads it.",
            )


def cloud_problem(
    link: Link, readers: frozenset[str], having: frozenset[str], what: str, monikers: Monikers
) -> Problem | None:
    """A link that some of these readers follow in vain, as only those in `having` have `what` it leads to."""
    missing = monikers.in_order(readers - having)
    if not missing:
        return None
    return Problem(
        link.place,
        f'{", ".join(missing)} would not find what the link "{link.target}" leads to: '
        f"{what} is for {', '.join(monikers.in_order(having)) or 'no cloud'}",
        "docs-target-clouds",
        "Put the link into a zone of the clouds that have it, or link to what all its readers have.",
    )
