"""Steps that Gherkin reads as description: under no scenario, or with a keyword that is another language's."""

from __future__ import annotations

from collections.abc import Iterator

from .catalogue import StepCatalogue
from .config import Config, gherkin_dialect
from .features import KINDS, Background, Examples, Feature, Rule, Scenario
from .problems import Location, Problem


def misread(feature: Feature, text: str, config: Config, catalogue: StepCatalogue) -> Iterator[Problem]:
    """Each line of a description that begins with a keyword of some language of the project, and goes on as a step."""
    keywords = sorted({word for code in config.all_languages for word in _keywords(config.language(code).dialect)})
    raw = text.split("\n")
    lines = [line.strip() for line in raw]
    for start, description in _descriptions(feature):
        number = start
        for line in filter(None, map(str.strip, description.split("\n"))):
            number = lines.index(line, number) + 1
            rests = [line[len(word) :].strip() for word in keywords if line.startswith(word)]
            if any(catalogue.knows(kind, rest) for rest in rests for kind in KINDS):
                column = len(raw[number - 1]) - len(raw[number - 1].lstrip()) + 1
                yield Problem(
                    Location(feature.path, number, column),
                    f"'{line}' is read as a description, not as a step",
                    "step-in-description",
                    f"Put it under a scenario, with a keyword of this file's language ({feature.language}).",
                )


def _keywords(dialect: str) -> Iterator[str]:
    words = gherkin_dialect(dialect)
    for each in (
        words.given_keywords,
        words.when_keywords,
        words.then_keywords,
        words.and_keywords,
        words.but_keywords,
    ):
        yield from (word for word in each if word != "* ")


def _descriptions(feature: Feature) -> Iterator[tuple[int, str]]:
    """The line that each element stands in, with its description."""
    holders: list[Feature | Rule] = [feature, *feature.rules]
    scenarios = [scenario for _, scenario in feature.all_scenarios()]
    examples = [each for scenario in scenarios for each in scenario.examples]
    backgrounds = [each.background for each in holders if each.background]
    elements: list[Feature | Rule | Background | Scenario | Examples] = [*holders, *backgrounds, *scenarios, *examples]
    yield from ((element.location.line, element.description) for element in elements)
