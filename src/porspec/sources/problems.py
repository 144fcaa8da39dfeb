"""What can be wrong with the sources, said with a place and a way out."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, order=True, slots=True)
class Location:
    """A place in a source file: the path relative to the project's root, line and column counted from 1."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """One thing that is wrong: where, what, its code (explained in docs/problems), and what to do about it."""

    location: Location
    message: str
    code: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.location}: {self.message} [{self.code}]\n    {self.remedy}"


class SpecError(Exception):
    """The sources have problems; `problems` holds all of them, sorted by place."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(str(problem) for problem in self.problems))


def did_you_mean(name: str, known: Sequence[str]) -> str:
    """A question that offers the nearest of the known names, with a blank behind it; nothing where none is near."""
    folded = {each.casefold(): each for each in known}
    near = difflib.get_close_matches(name.casefold(), folded, 1, 0.5)
    return f'Did you mean "{folded[near[0]]}"? ' if near else ""


def __getattr__(name: str) -> object:
    """The former place of read_source."""
    if name != "read_source":
        raise AttributeError(name)
    from .files import read_source

    return read_source
