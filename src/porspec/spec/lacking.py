"""What a feature lacks that Gherkin does without: names to call pages and tests by, and something that runs."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from ..sources.features import Feature, Rule, Scenario
from ..sources.problems import Location, Problem


def lacking(feature: Feature) -> Iterator[Problem]:
    """Names are given, scenarios have one each, and features, rules and scenarios hold something that runs."""
    if not feature.scenarios and not feature.rules:
        yield Problem(
            feature.location, "This feature has no scenario", "feature-empty", "Write one, or delete the file."
        )
    scenarios = [scenario for _, scenario in feature.all_scenarios()]
    elements: list[Feature | Rule | Scenario] = [feature, *feature.rules, *scenarios]
    for element in elements:
        if not element.name:
            remedy = "Name it: pages, headings and tests are called after it."
            yield Problem(element.location, f"This {element.keyword} has no name", "unnamed", remedy)
    for rule in feature.rules:
        if not rule.scenarios:
            remedy = "Prove it by an example: readers are told rules that hold."
            yield Problem(rule.location, f'Rule "{rule.name}" has no example', "rule-empty", remedy)
    seen: dict[str, Location] = {}
    for scenario in scenarios:
        name = unicodedata.normalize("NFC", scenario.name)
        yield from _of_scenario(scenario, seen.setdefault(name, scenario.location))


def _of_scenario(scenario: Scenario, first: Location) -> Iterator[Problem]:
    """`first` is where the first scenario of that name stands."""
    if scenario.name and first != scenario.location:
        yield Problem(
            scenario.location,
            f'Two scenarios are called "{scenario.name}"; the other one is at {first}',
            "scenario-name-twice",
            "Give each scenario of a feature a name of its own: pytest-bdd would run only one of them.",
        )
    if not scenario.steps:
        yield Problem(
            scenario.location,
            f'Scenario "{scenario.name}" has no steps',
            "scenario-empty",
            "Add steps. Lines that begin with another language's keywords are read as its description.",
        )
