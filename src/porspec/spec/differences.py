"""Two languages of a feature are one program; where they are not, both places are named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..sources.features import Tag
from ..sources.problems import Location, Problem
from .bound import BoundFeature, BoundScenario


def differences(source: BoundFeature, other: BoundFeature) -> Iterator[Problem]:
    """The first difference in each scenario of two languages of a feature; both places are named."""
    code = other.source.language
    if source.monikers != other.monikers:
        yield _difference(other.source.location, source.source.location, "the clouds of the feature differ", code)
    for ours, theirs in zip(source.source.rules, other.source.rules, strict=False):
        if _tags(ours.tags) != _tags(theirs.tags):
            yield _difference(theirs.location, ours.location, "the tags of the rule differ", code)
    counts = [
        ([len(rule.scenarios) for rule in each.source.rules], len(each.source.scenarios)) for each in (source, other)
    ]
    if counts[0] != counts[1]:
        yield _uneven(source, other, code)
        return
    for one, two in zip(source.scenarios, other.scenarios, strict=True):
        if difference := _scenario_difference(one, two, code):
            yield difference


def _uneven(source: BoundFeature, other: BoundFeature, code: str) -> Problem:
    """Where one of the two has more scenarios or rules: the first scenario that the other does not have."""
    programs = [[program(each) for each in feature.scenarios] for feature in (source, other)]
    for number, one in enumerate(other.scenarios):
        if programs[1][number] not in programs[0]:
            message = "the scenario has no counterpart"
            return _difference(one.source.location, source.source.location, message, code)
    for number, one in enumerate(source.scenarios):
        if programs[0][number] not in programs[1]:
            message = "that scenario has no counterpart here"
            return _difference(other.source.location, one.source.location, message, code)
    message = "the numbers of scenarios and rules differ"
    return _difference(other.source.location, source.source.location, message, code)


def program(scenario: BoundScenario) -> tuple[object, ...]:
    """What a scenario does, whatever it is called: equal for two languages of it."""
    return scenario.bindings, scenario.monikers, [row.cells for row in scenario.rows]


def _scenario_difference(source: BoundScenario, other: BoundScenario, code: str) -> Problem | None:
    here, there = other.source.location, source.source.location
    if (source.monikers, _tags(source.tags)) != (other.monikers, _tags(other.tags)):
        return _difference(here, there, "the tags of the scenario differ", code)
    for ours, theirs, step, counterpart in zip(
        source.bindings, other.bindings, source.steps, other.steps, strict=False
    ):
        if ours != theirs:
            return _difference(counterpart.location, step.location, f"'{counterpart.text}' is not '{step.text}'", code)
    if len(source.bindings) != len(other.bindings):
        return _difference(here, there, "the numbers of steps differ", code)
    for row, match in zip(source.rows, other.rows, strict=False):
        if (row.cells, row.monikers, _tags(row.tags)) != (match.cells, match.monikers, _tags(match.tags)):
            return _difference(match.location, row.location, "the example rows differ", code)
    if len(source.rows) != len(other.rows):
        return _difference(here, there, "the numbers of example rows differ", code)
    return None


def _tags(tags: Sequence[Tag]) -> set[str]:
    return {tag.name for tag in tags}


def _difference(here: Location, there: Location, message: str, code: str) -> Problem:
    return Problem(
        here,
        f"Not the same program as at {there}: {message}",
        "languages-differ",
        f"Correct the one that is wrong; or run porspec sync, with --from {code} to keep what stands here.",
    )
