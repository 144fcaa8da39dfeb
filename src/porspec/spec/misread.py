"""What Gherkin takes without a word and nobody means: steps read as a description, and what is empty or unnamed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from ..sources.config import Config
from ..sources.features import KINDS, Background, Element, Examples, Feature, Scenario
from ..sources.locale import STAR, STEPS, TITLES, in_own_words, keywords, lines_of, without_colon
from ..sources.problems import Location, Problem
from .catalogue import StepCatalogue


def misread(feature: Feature, text: str, config: Config, catalogue: StepCatalogue) -> Iterator[Problem]:
    """Each line of a description that somebody has meant as a step, or as the title of a rule or a scenario.

    That is what goes on as a step of the project does, behind a word or none; the title, but for capitals, or for its
    colon where a step follows; and, in the description of a scenario, what begins as a step of another language does,
    or a paragraph as one of this language. What stands below a title is told of once it is one.
    """
    reader = _Reader(feature, config, catalogue)
    raw = lines_of(text)
    described = [line for element in feature.elements() for line in _described(element, [each.strip() for each in raw])]
    title_of = None
    for line, following in zip_longest(described, described[1:]):
        if line.element is title_of:
            continue
        what, remedy = reader.title(line, following) or reader.step(line) or ("", "")
        if what:
            column = len(raw[line.number - 1]) - len(raw[line.number - 1].lstrip()) + 1
            message = f"'{line.text}' is read as a description, not as a {what}"
            yield Problem(Location(feature.path, line.number, column), message, "step-in-description", remedy)
        if what == "title":
            title_of = line.element


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the description of an element; `is_first` of a paragraph."""

    element: Element
    number: int
    text: str
    is_first: bool

    @property
    def bare(self) -> str:
        return self.text.lstrip("-• ").strip()


class _Reader:
    """Tells what lines are meant as, and what to do, by the keywords of a feature's language and of the others."""

    def __init__(self, feature: Feature, config: Config, catalogue: StepCatalogue) -> None:
        self.language, self.catalogue = feature.language, catalogue
        self.dialect = config.language(feature.language).dialect
        dialects = {"en", *(config.language(code).dialect for code in config.all_languages)}
        self.own, self.own_titles = set(keywords(self.dialect, STEPS)), keywords(self.dialect, TITLES[1:])
        self.others = {word for dialect in dialects for word in keywords(dialect, STEPS)} - self.own
        self.own.discard(STAR)
        self.titles = {title.casefold() for dialect in dialects for title in keywords(dialect, TITLES[1:])}

    def title(self, line: _Line, following: _Line | None) -> tuple[str, str] | None:
        title, colon, _ = line.bare.partition(":")
        word = without_colon(line.bare, self.dialect)
        if word and following and following.element is line.element and self.step(following):
            return "title", f"Write a colon behind {word}."
        if colon and title.casefold() in self.titles:
            same = next((each for each in self.own_titles if each.casefold() == title.casefold()), None)
            return "title", f"Write {same}: with its capitals." if same else self._remedy(line)
        return None

    def step(self, line: _Line) -> tuple[str, str] | None:
        bare = line.bare
        first, *rest = re.split(r"[\s:]+", bare, maxsplit=1)
        longer = [bare[len(word) :].strip() for word in self.own | self.others if bare.startswith(word)]
        is_step = any(self.catalogue.knows(kind, each) for each in (bare, *rest, *longer) for kind in KINDS)
        if isinstance(line.element, Background | Scenario):
            is_step |= bare.startswith(tuple(word for word in self.others if word.endswith(" ")))
            is_step |= line.is_first and first.casefold() in {word.strip().casefold() for word in self.own}
        return ("step", self._remedy(line)) if is_step else None

    def _remedy(self, line: _Line) -> str:
        if own := in_own_words(line.bare, self.dialect):
            return f'The keywords of this file are in Gherkin\'s "{self.dialect}": write {own}'
        under = "and steps under a scenario; begin a description with another word."
        return f"Write a keyword of this file's language ({self.language}) as Gherkin has it, {under}"


def _described(element: Element, lines: list[str]) -> Iterator[_Line]:
    """Each line of an element's description that says something."""
    number, before = element.location.line, ""
    for line in map(str.strip, element.description.split("\n")):
        if line:
            number = lines.index(line, number) + 1
            yield _Line(element, number, line, not before)
        before = line


def incomplete(feature: Feature) -> Iterator[Problem]:
    """What Gherkin does without: names, which pages and tests are called by, one for each, and something that runs."""
    if not feature.scenarios and not feature.rules:
        remedy = "Write one, or delete the file."
        yield Problem(feature.location, "This feature has no scenario", "feature-empty", remedy)
    for element in feature.elements():
        if not element.name and not isinstance(element, Background | Examples):
            remedy = "Name it: pages, headings and tests are called after it."
            yield Problem(element.location, f"This {element.keyword} has no name", "unnamed", remedy)
    for rule in feature.rules:
        if not rule.scenarios:
            remedy = "Prove it by an example: readers are told rules that hold."
            yield Problem(rule.location, f'Rule "{rule.name}" has no example', "rule-empty", remedy)
    seen: dict[str, Location] = {}
    for _, scenario in feature.all_scenarios():
        first = seen.setdefault(unicodedata.normalize("NFC", scenario.name), scenario.location)
        if scenario.name and first != scenario.location:
            message = f'Two scenarios are called "{scenario.name}"; the other one is at {first}'
            remedy = "Give each scenario of a feature a name of its own: pytest-bdd would run only one of them."
            yield Problem(scenario.location, message, "scenario-name-twice", remedy)
        if not scenario.steps:
            remedy = "Add steps. Lines that begin with another language's keywords are read as its description."
            yield Problem(scenario.location, f'Scenario "{scenario.name}" has no steps', "scenario-empty", remedy)
