"""What Gherkin takes without a word and nobody means: steps read as a description, what is empty or unnamed, and what a
feature leaves out: a scenario's Then, and monikers that it is for and says nothing to.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from ..sources.config import Config
from ..sources.features import KINDS, Background, Element, Examples, Feature, Scenario
from ..sources.locale import STAR, STEPS, TITLES, in_own_words, keywords, lines_of, without_colon
from ..sources.monikers import Monikers
from ..sources.problems import Location, Problem
from .bindings import BoundFeature
from .step_catalogue import StepCatalogue


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the description of an element, `bare` of the marks of lists; `is_first` of a paragraph."""

    element: Element
    place: Location
    text: str
    bare: str
    is_first: bool


def misread(feature: Feature, text: str, config: Config, catalogue: StepCatalogue) -> Iterator[Problem]:
    """Each line of a description that somebody has meant as a step, or as the title of a rule or a scenario.

    That is what goes on as a step of the project does, behind a word or none; the title, but for capitals, or for its
    colon where a step follows; and, in the description of a scenario, what begins as a step of another language does,
    or a paragraph as one of this language. What stands below a title is told of once it is one.
    """
    reader = _Reader(feature, config, catalogue)
    described = list(_described(feature, lines_of(text)))
    title_of = None
    for line, following in zip_longest(described, described[1:]):
        if line.element is title_of:
            continue
        remedy, what = reader.title(line, following), "title"
        if remedy:
            title_of = line.element
        elif reader.is_step(line):
            remedy, what = reader.remedy(line), "step"
        if remedy:
            message = f"'{line.text}' is read as a description, not as a {what}"
            yield Problem(line.place, message, "step-in-description", remedy)


def _described(feature: Feature, raw: list[str]) -> Iterator[_Line]:
    """Each line of a description that says something."""
    lines = [each.strip() for each in raw]
    for element in feature.elements():
        number, before = element.location.line, ""
        for text in map(str.strip, element.description.split("\n")):
            if text:
                number = lines.index(text, number) + 1
                place = Location(feature.path, number, raw[number - 1].index(text) + 1)
                yield _Line(element, place, text, text.lstrip("-• ").strip(), not before)
            before = text


class _Reader:
    """Tells what lines are meant as, and what to do, by the keywords of a feature's language and of the others."""

    def __init__(self, feature: Feature, config: Config, catalogue: StepCatalogue) -> None:
        self.language, self.catalogue = feature.language, catalogue
        self.dialect = config.language(feature.language).dialect
        dialects = {"en", *(config.language(code).dialect for code in config.all_languages)}
        own = set(keywords(self.dialect, STEPS))
        self.others = {word for dialect in dialects for word in keywords(dialect, STEPS)} - own
        self.own = own - {STAR}
        self.own_titles = {title.casefold(): title for title in reversed(keywords(self.dialect, TITLES[1:]))}
        self.titles = {title.casefold() for dialect in dialects for title in keywords(dialect, TITLES[1:])}

    def title(self, line: _Line, following: _Line | None) -> str:
        """What to do about a line that is meant as a title; nothing where it is not."""
        title, colon, _ = line.bare.partition(":")
        word = without_colon(line.bare, self.dialect)
        if word and following and following.element is line.element and self.is_step(following):
            return f"Write a colon behind {word}."
        if not colon or title.casefold() not in self.titles:
            return ""
        same = self.own_titles.get(title.casefold())
        return f"Write {same}: with its capitals." if same else self.remedy(line)

    def is_step(self, line: _Line) -> bool:
        bare = line.bare
        first, *rest = re.split(r"[\s:]+", bare, maxsplit=1)
        longer = [bare[len(word) :].strip() for word in self.own | self.others if bare.startswith(word)]
        if any(self.catalogue.knows(kind, each) for each in (bare, *rest, *longer) for kind in KINDS):
            return True
        begins = bare.startswith(tuple(word for word in self.others if word.endswith(" ")))
        begins |= line.is_first and first.casefold() in {word.strip().casefold() for word in self.own}
        return begins and isinstance(line.element, Background | Scenario)

    def remedy(self, line: _Line) -> str:
        if own := in_own_words(line.bare, self.dialect):
            return f'The keywords of this file are in Gherkin\'s "{self.dialect}": write {own}'
        under = "and steps under a scenario; begin a description with another word."
        return f"Write a keyword of this file's language ({self.language}) as Gherkin has it, {under}"


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


def gaps(feature: BoundFeature, monikers: Monikers) -> Iterator[Problem]:
    """Scenarios that say nothing, and monikers of a feature, a rule and an outline that nothing in it runs for.

    The place is the tag that names the moniker; where none does, what has no tags.
    """
    for scenario in feature.scenarios:
        own = scenario.bindings[scenario.before :]
        if own and all(binding.kind != "then" for binding in own):
            message = f"Scenario '{scenario.name}' has no Then of its own: nothing in it could be false"
            remedy = "Say in a Then what holds once it is done."
            yield Problem(scenario.source.location, message, "scenario-without-then", remedy)
    for element, left_out, code, what, remedy in _left_out(feature):
        for moniker in monikers.in_order(left_out):
            place = next((tag.location for tag in element.tags if tag.name == moniker), element.location)
            message = f"{element.keyword} '{element.name}' is for {moniker}, and {what}"
            yield Problem(place, message, code, remedy)


def _left_out(feature: BoundFeature) -> Iterator[tuple[Element, frozenset[str], str, str, str]]:
    """What has tags, the monikers that these leave it in vain, and the code, the want and the remedy of that."""
    remedy = "Add rows for it, or take it from the tags."
    for each in feature.scenarios:
        lacking = each.tagged - each.monikers
        yield each.source, lacking, "moniker-without-rows", "none of its Examples have rows for it", remedy
    remedy = "Add an example for it, or take it from the tags."
    for rule, monikers in zip(feature.source.rules, feature.rules, strict=True):
        lacking = monikers.difference(*(each.tagged for each in feature.scenarios if each.rule is rule))
        yield rule, lacking, "moniker-without-example", "has no example for it", remedy
    # Who has no procedure is told why first: by a rule that the page leads with.
    lacking = feature.monikers.difference(*(each.tagged for each in feature.scenarios if each.rule is None))
    first = {each: next((n for n, found in enumerate(feature.rules) if each in found), -1) for each in lacking}
    unexplained = frozenset(each for each, number in first.items() if number not in feature.leading)
    remedy = "Write the procedure, or a rule for such monikers only and before their others; or take it from the tags."
    what = "has no procedure for it, and no rule that says why"
    yield feature.source, unexplained, "moniker-without-procedure", what, remedy
