"""Steps that Gherkin reads as description: under no scenario, or with a keyword that is another language's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from gherkin.dialect import Dialect

from .catalogue import StepCatalogue
from .config import Config, gherkin_dialect
from .features import KINDS, Background, Examples, Feature, Rule, Scenario
from .problems import Location, Problem


def misread(feature: Feature, text: str, config: Config, catalogue: StepCatalogue) -> Iterator[Problem]:
    """Each line of a description that somebody has meant as a step, or as the title of a rule or a scenario.

    That is what goes on as a step of the project does, behind a word or none; the title, but for capitals; and, in the
    description of a scenario, what begins as a step of another language does, or a paragraph as one of this language.
    """
    dialects = [gherkin_dialect(config.language(code).dialect) for code in config.all_languages]
    dialects.append(gherkin_dialect("en"))
    own = _steps(gherkin_dialect(config.language(feature.language).dialect))
    others = {word for dialect in dialects for word in _steps(dialect)} - own
    titles = {title.casefold() for dialect in dialects for title in _titles(dialect)}
    raw = text.split("\n")
    for number, line, is_first, is_in_scenario in _described(feature, raw):
        bare = line.lstrip("-• ").strip()
        parts = re.split(r"[\s:]+", bare, maxsplit=1)
        longer = [bare[len(word) :].strip() for word in own | others if bare.startswith(word)]
        is_step = any(catalogue.knows(kind, rest) for rest in (bare, *parts[1:], *longer) for kind in KINDS)
        if is_in_scenario:
            is_step |= bare.startswith(tuple(word for word in others if word.endswith(" ")))
            is_step |= is_first and parts[0].casefold() in {word.strip().casefold() for word in own}
        is_title = bare.partition(":")[0].casefold() in titles and ":" in bare
        if is_step or is_title:
            what = "step" if is_step else "title"
            yield Problem(
                Location(feature.path, number, len(raw[number - 1]) - len(raw[number - 1].lstrip()) + 1),
                f"'{line}' is read as a description, not as a {what}",
                "step-in-description",
                f"Write a keyword of this file's language ({feature.language}) as Gherkin has it, and steps under a "
                "scenario; begin a description with another word.",
            )


def _steps(dialect: Dialect) -> set[str]:
    """The keywords of steps, each with the blank that belongs to it."""
    words = [*dialect.given_keywords, *dialect.when_keywords, *dialect.then_keywords]
    return {word for word in (*words, *dialect.and_keywords, *dialect.but_keywords) if word != "* "}


def _titles(dialect: Dialect) -> list[str]:
    words = [*dialect.background_keywords, *dialect.rule_keywords, *dialect.scenario_keywords]
    return [*words, *dialect.scenario_outline_keywords, *dialect.examples_keywords]


def _described(feature: Feature, raw: Sequence[str]) -> Iterator[tuple[int, str, bool, bool]]:
    """Each line of a description: its number, its text, whether a paragraph begins with it, and is it a scenario's."""
    lines = [line.strip() for line in raw]
    for start, description, is_in_scenario in _descriptions(feature):
        number, before = start, ""
        for line in map(str.strip, description.split("\n")):
            if line:
                number = lines.index(line, number) + 1
                yield number, line, not before, is_in_scenario
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
