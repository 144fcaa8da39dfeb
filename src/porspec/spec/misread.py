"""Steps that Gherkin reads as description: under no scenario, or with a keyword that is another language's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from gherkin.dialect import Dialect

from ..sources.config import Config, gherkin_dialect
from ..sources.features import KINDS, Background, Examples, Feature, Rule, Scenario
from ..sources.gherkin import in_own_words
from ..sources.problems import Location, Problem
from .catalogue import StepCatalogue


def misread(feature: Feature, text: str, config: Config, catalogue: StepCatalogue) -> Iterator[Problem]:
    """Each line of a description that somebody has meant as a step, or as the title of a rule or a scenario.

    That is what goes on as a step of the project does, behind a word or none; the title, but for capitals, or for its
    colon where a step follows; and, in the description of a scenario, what begins as a step of another language does,
    or a paragraph as one of this language. What stands below a title is told of once it is one.
    """
    reader = _Reader(feature, config, catalogue)
    raw = text.split("\n")
    described = list(_described(feature, raw))
    title_of = 0
    for line, following in zip_longest(described, described[1:]):
        if line.element == title_of:
            continue
        what = reader.title(line, following) or reader.step(line)
        if what:
            column = len(raw[line.number - 1]) - len(raw[line.number - 1].lstrip()) + 1
            message = f"'{line.text}' is read as a description, not as a {what.kind}"
            yield Problem(Location(feature.path, line.number, column), message, "step-in-description", what.remedy)
        if what and what.kind == "title":
            title_of = line.element


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a description; `element` is the line that has it, `is_first` of a paragraph."""

    element: int
    number: int
    text: str
    is_first: bool
    is_in_scenario: bool

    @property
    def bare(self) -> str:
        return self.text.lstrip("-• ").strip()


@dataclass(frozen=True, slots=True)
class _Meant:
    kind: str
    remedy: str


class _Reader:
    """Tells what lines are meant as, by the keywords of a feature's language and of the others."""

    def __init__(self, feature: Feature, config: Config, catalogue: StepCatalogue) -> None:
        self.language, self.catalogue = feature.language, catalogue
        self.dialect = config.language(feature.language).dialect
        mine = gherkin_dialect(self.dialect)
        dialects = [gherkin_dialect(config.language(code).dialect) for code in config.all_languages]
        dialects.append(gherkin_dialect("en"))
        self.own, self.own_titles = _steps(mine), _titles(mine)
        self.others = {word for dialect in dialects for word in _steps(dialect)} - self.own
        self.titles = {title.casefold() for dialect in dialects for title in _titles(dialect)}

    def title(self, line: _Line, following: _Line | None) -> _Meant | None:
        title, colon, _ = line.bare.partition(":")
        word = next((each for each in self.own_titles if f"{line.bare} ".startswith(f"{each} ")), None)
        if word and not colon and following and self.step(following):
            return _Meant("title", f"Write a colon behind {word}.")
        if colon and title.casefold() in self.titles:
            same = next((each for each in self.own_titles if each.casefold() == title.casefold()), None)
            return _Meant("title", f"Write {same}: with its capitals." if same else self._remedy(line))
        return None

    def step(self, line: _Line) -> _Meant | None:
        bare = line.bare
        first, *rest = re.split(r"[\s:]+", bare, maxsplit=1)
        longer = [bare[len(word) :].strip() for word in self.own | self.others if bare.startswith(word)]
        is_step = any(self.catalogue.knows(kind, each) for each in (bare, *rest, *longer) for kind in KINDS)
        if line.is_in_scenario:
            is_step |= bare.startswith(tuple(word for word in self.others if word.endswith(" ")))
            is_step |= line.is_first and first.casefold() in {word.strip().casefold() for word in self.own}
        return _Meant("step", self._remedy(line)) if is_step else None

    def _remedy(self, line: _Line) -> str:
        if own := in_own_words(line.bare, self.dialect):
            return f'The keywords of this file are in Gherkin\'s "{self.dialect}": write {own}'
        return (
            f"Write a keyword of this file's language ({self.language}) as Gherkin has it, and steps under a "
            "scenario; begin a description with another word."
        )


def _steps(dialect: Dialect) -> set[str]:
    """The keywords of steps, each with the blank that belongs to it."""
    words = [*dialect.given_keywords, *dialect.when_keywords, *dialect.then_keywords]
    return {word for word in (*words, *dialect.and_keywords, *dialect.but_keywords) if word != "* "}


def _titles(dialect: Dialect) -> list[str]:
    words = [*dialect.background_keywords, *dialect.rule_keywords, *dialect.scenario_keywords]
    return [*words, *dialect.scenario_outline_keywords, *dialect.examples_keywords]


def _described(feature: Feature, raw: Sequence[str]) -> Iterator[_Line]:
    """Each line of a description that says something."""
    lines = [line.strip() for line in raw]
    for start, description, is_in_scenario in _descriptions(feature):
        number, before = start, ""
        for line in map(str.strip, description.split("\n")):
            if line:
                number = lines.index(line, number) + 1
                yield _Line(start, number, line, not before, is_in_scenario)
            before = line


def _descriptions(feature: Feature) -> Iterator[tuple[int, str, bool]]:
    """The line that each element stands in, with its description, and whether steps may follow that."""
    holders: list[Feature | Rule] = [feature, *feature.rules]
    scenarios = [scenario for _, scenario in feature.all_scenarios()]
    examples = [each for scenario in scenarios for each in scenario.examples]
    backgrounds = [each.background for each in holders if each.background]
    elements: list[Feature | Rule | Background | Scenario | Examples] = [*holders, *backgrounds, *scenarios, *examples]
    yield from (
        (element.location.line, element.description, isinstance(element, Background | Scenario)) for element in elements
    )
