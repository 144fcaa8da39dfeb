"""The monikers of a page: what the configuration gives its path, and what its front matter makes of that.

The rules and the codes are docfx's (MONIKERS section 4).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import yaml

from .monikers import Monikers, RangeError
from .problems import Location, Problem

_KEYS = ("replace_monikers", "monikerRange", "monikers")
RANGE_KEYS = (*_KEYS, "exclude_monikers")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What stands at the top of a page, and where."""

    path: str
    values: Mapping[str, Any]
    lines: Mapping[str, int]

    def place(self, *keys: str) -> Location:
        """Where the first of these keys that is there stands."""
        return Location(self.path, next((self.lines[key] for key in keys if key in self.lines), 1))

    def range(self, key: str) -> str:
        """A range, or a list of them, as one; empty where there is none."""
        value = self.values.get(key) or ""
        return " || ".join(map(str, value)) if isinstance(value, list) else str(value).strip()


@dataclass(frozen=True, slots=True)
class PageMonikers:
    """The monikers of a page, sorted by code point. Zones are judged by `judged`: excluding a moniker empties no zone.

    A page that is not versioned is for everybody, and none of its zones is for anybody.
    """

    monikers: tuple[str, ...]
    judged: tuple[str, ...]
    versioned: bool = True


def front_matter_end(lines: Sequence[str]) -> int:
    """The number of lines of the front matter at the top of a page."""
    if lines and lines[0].rstrip() == "---":
        for number, line in enumerate(lines[1:], 2):
            if line.rstrip() in ("---", "..."):
                return number
    return 0


def read_front_matter(path: str, text: str) -> tuple[FrontMatter, list[Problem]]:
    """The front matter of a page, which is empty where YAML cannot read it."""
    lines = text.split("\n")
    head = lines[1 : max(front_matter_end(lines) - 1, 1)]
    problems = []
    try:
        values = yaml.safe_load("\n".join(head)) or {}
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = Location(path, mark.line + 2, mark.column + 1) if mark else Location(path)
        problems.append(Problem(place, "The front matter is not valid YAML", "docs-front-matter", "Correct it."))
        values = {}
    keys = [(match[1], number) for number, line in enumerate(head, 2) if (match := re.match(r"([\w.]+)\s*:", line))]
    return FrontMatter(path, values if isinstance(values, dict) else {}, dict(keys)), problems


def page_monikers(
    monikers: Monikers, ranges: Mapping[str, str], matter: FrontMatter
) -> tuple[PageMonikers, list[Problem]]:
    """The monikers of a page, from ranges by glob and from its front matter, and what is wrong with them."""
    problems: list[Problem] = []
    configured = _configured(monikers, ranges, matter.path, problems)
    problems += _doubled(matter)
    key = next((each for each in _KEYS if matter.range(each)), None)
    if configured is None:
        if key:
            problems.append(undefined(matter.place(key), "The page"))
        return PageMonikers((), (), versioned=False), problems
    chosen = configured
    if key:
        chosen = configured & _parsed(monikers, matter.range(key), matter.place(key), problems)
    excluded = _parsed(monikers, matter.range("exclude_monikers"), matter.place("exclude_monikers"), problems)
    if not chosen - excluded:
        problems.append(_out_of_scope(matter.place("exclude_monikers" if chosen else key or "", *_KEYS), configured))
    judged = monikers.all if matter.values.get("is_archived") else chosen
    return PageMonikers(tuple(sorted(chosen - excluded)), tuple(sorted(judged))), problems


def _configured(
    monikers: Monikers, ranges: Mapping[str, str], path: str, problems: list[Problem]
) -> frozenset[str] | None:
    """The monikers of the last glob that matches; all where there are no globs, None where none matches."""
    if not ranges:
        return monikers.all
    found = [text for glob, text in ranges.items() if glob_pattern(glob).fullmatch(path)]
    return _parsed(monikers, found[-1], Location("pyproject.toml"), problems) if found else None


@cache
def glob_pattern(glob: str) -> re.Pattern[str]:
    """A glob as a regular expression: ** is any number of folders, * and ? stay in one."""
    parts = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}
    pieces = re.split(r"(\*\*/|\*\*|\*|\?)", glob)
    return re.compile("".join(parts.get(piece, re.escape(piece)) for piece in pieces))


def _parsed(monikers: Monikers, text: str, place: Location, problems: list[Problem]) -> frozenset[str]:
    try:
        return frozenset(monikers.parse(text))
    except RangeError as error:
        problems += invalid(place, error)
        return frozenset(error.found)


def _doubled(matter: FrontMatter) -> Iterator[Problem]:
    if matter.range("monikers") and matter.range("monikerRange"):
        yield Problem(
            matter.place("monikers"),
            "The page has both monikers and monikerRange; monikers is ignored",
            "duplicate-moniker-config",
            "Remove one of the two.",
        )


def _out_of_scope(place: Location, configured: frozenset[str]) -> Problem:
    return Problem(
        place,
        f"The page is for none of the clouds that its place is for ({', '.join(sorted(configured))})",
        "moniker-range-out-of-scope",
        "Name one of them, or change the range of the place in [tool.porspec.moniker_ranges].",
    )


def invalid(place: Location, error: RangeError) -> Iterator[Problem]:
    """What is wrong with a range."""
    for message in error.errors:
        remedy = "Write ids of [[tool.porspec.monikers]], with || between them."
        yield Problem(place, message, "moniker-range-invalid", remedy)


def undefined(place: Location, what: str) -> Problem:
    """A range where the configuration gives none to narrow."""
    return Problem(
        place,
        f"{what} has a range, and no glob of [tool.porspec.moniker_ranges] gives one to the page's place",
        "moniker-range-undefined",
        "Add a glob that matches the page, or remove the range.",
    )
