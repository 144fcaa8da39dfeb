"""What an audit takes and gives: pages, alone or beside their sources, and what was found on them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal, Self

from ..sources.pages import FrontMatter
from ..sources.problems import Location, Problem

Side = Literal["source", "translation"]


@dataclass(frozen=True)
class Page:
    """A page: its path as it was given, its text as `plain_text` has it, and its front matter."""

    path: str
    text: str
    matter: FrontMatter

    @cached_property
    def lines(self) -> tuple[str, ...]:
        return tuple(self.text.split("\n"))


@dataclass(frozen=True, order=True, slots=True)
class Finding:
    """A problem, the number of characters from its place on that it is about, and where the other page says the same.

    A `length` of 0 is about the whole line. A page that is audited alone is a `source`.
    """

    problem: Problem
    side: Side
    length: int = 0
    beside: Location | None = None

    def saying(self, message: str, code: str = "") -> Self:
        """The same with another message, and another code if one is given."""
        problem = self.problem
        return replace(self, problem=Problem(problem.location, message, code or problem.code, problem.remedy))


@dataclass(frozen=True)
class Audited:
    """A page that is no translation, or a translation beside its source; and what was found, sorted by place.

    What is wrong with the source is found in the first `Audited` that has it as its source.
    """

    source: Page
    translation: Page | None
    findings: tuple[Finding, ...]

    @property
    def page(self) -> Page:
        """The page that is judged: the translation, if it is one."""
        return self.translation or self.source


def problems_of(audited: Iterable[Audited]) -> list[Problem]:
    """All problems, each once, sorted by place."""
    return sorted({finding.problem for each in audited for finding in each.findings})
