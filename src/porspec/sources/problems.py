"""What can be wrong with the sources, said with a place and a way out."""

from __future__ import annotations

import difflib
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from .codes import Severity, severity_of


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
    """One thing that is wrong: where, what, its code, what to do about it, and how much it matters.

    Its severity is that of its code, where none is given. Raises KeyError for a code that codes.toml does not have.
    """

    location: Location
    message: str
    code: str
    remedy: str
    severity: Severity = field(default="")  # type: ignore[arg-type]  # until the code gives it

    def __post_init__(self) -> None:
        object.__setattr__(self, "severity", self.severity or severity_of(self.code))

    @property
    def is_error(self) -> bool:
        return self.severity == "error"

    def __str__(self) -> str:
        word = "" if self.is_error else f"{self.severity}: "
        return f"{self.location}: {word}{self.message} [{self.code}]\n    {self.remedy}"


class SpecError(Exception):
    """The sources have problems; `problems` holds all of them, sorted by place."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(str(problem) for problem in self.problems))


def count_of(problems: Iterable[Problem]) -> str:
    """How many errors there are, which are what people call problems, and how many warnings."""
    errors = [each.is_error for each in problems]
    found = {"problem": errors.count(True), "warning": errors.count(False)}
    counts = (f"{number} {word}{'s' if number != 1 else ''}" for word, number in found.items())
    return ", ".join(counts) if found["warning"] else next(counts)


def print_problems(problems: Iterable[Problem]) -> None:
    """Print problems, one after the other, and count them."""
    found = list(problems)
    print(*found, count_of(found), sep="\n", file=sys.stderr)


def did_you_mean(name: str, known: Sequence[str]) -> str:
    """A question that offers the nearest of the known names, with a blank behind it; nothing where none is near."""
    folded = {each.casefold(): each for each in known}
    near = difflib.get_close_matches(name.casefold(), folded, 1, 0.5)
    return f'Did you mean "{folded[near[0]]}"? ' if near else ""
