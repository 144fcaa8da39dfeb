"""What a feature leaves out in silence: a scenario's Then, and clouds that it is for and says nothing to."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

from ..sources.features import Element
from ..sources.monikers import Monikers
from ..sources.problems import Location, Problem
from .bindings import BoundFeature, BoundScenario

_Tell = Callable[[Element, Collection[str], str, str, str], Iterator[Problem]]


def gaps(feature: BoundFeature, monikers: Monikers) -> Iterator[Problem]:
    """Scenarios that say nothing, and monikers of a feature, a rule and an outline that nothing in it runs for."""

    def tell(element: Element, left_out: Collection[str], code: str, what: str, remedy: str) -> Iterator[Problem]:
        for moniker in monikers.in_order(left_out):
            message = f"{element.keyword} '{element.name}' is for {moniker}, and {what}"
            yield Problem(_tag(element, moniker), message, code, remedy)

    yield from _without_then(feature)
    yield from _without_rows(feature, tell)
    yield from _without_example(feature, tell)
    yield from _without_procedure(feature, tell)


def _without_then(feature: BoundFeature) -> Iterator[Problem]:
    for scenario in feature.scenarios:
        own = scenario.bindings[scenario.before :]
        if own and all(binding.kind != "then" for binding in own):
            message = f"Scenario '{scenario.name}' has no Then of its own: nothing in it could be false"
            remedy = "Say in a Then what holds once it is done."
            yield Problem(scenario.source.location, message, "scenario-without-then", remedy)


def _without_rows(feature: BoundFeature, tell: _Tell) -> Iterator[Problem]:
    for scenario in feature.scenarios:
        remedy = "Add rows for it, or take it from the tags."
        left_out = _meant_for(scenario, feature) - scenario.monikers
        what = "none of its Examples have rows for it"
        yield from tell(scenario.source, left_out, "moniker-without-rows", what, remedy)


def _without_example(feature: BoundFeature, tell: _Tell) -> Iterator[Problem]:
    for rule, monikers in zip(feature.source.rules, feature.rules, strict=True):
        proved = [_meant_for(each, feature) for each in feature.scenarios if each.rule is rule]
        left_out = monikers - frozenset().union(*proved)
        remedy = "Add an example for it, or take it from the tags."
        yield from tell(rule, left_out, "moniker-without-example", "has no example for it", remedy)


def _without_procedure(feature: BoundFeature, tell: _Tell) -> Iterator[Problem]:
    """Who has no procedure is told why first: by a rule that the page leads with."""
    procedures = [_meant_for(each, feature) for each in feature.scenarios if each.rule is None]
    left_out = feature.monikers - frozenset().union(*procedures)
    first = {each: next((n for n, found in enumerate(feature.rules) if each in found), -1) for each in left_out}
    remedy = "Write the procedure, or a rule for such monikers only and before their others; or take it from the tags."
    what = "has no procedure for it, and no rule that says why"
    unexplained = {each for each, number in first.items() if number not in feature.leading}
    yield from tell(feature.source, unexplained, "moniker-without-procedure", what, remedy)


def _meant_for(scenario: BoundScenario, feature: BoundFeature) -> frozenset[str]:
    """The monikers that the tags of a scenario leave it, whatever its Examples have rows for."""
    rules = zip(feature.source.rules, feature.rules, strict=True)
    around = next((monikers for rule, monikers in rules if rule is scenario.rule), feature.monikers)
    return around.intersection(tag.name for tag in scenario.source.tags) or around


def _tag(element: Element, moniker: str) -> Location:
    """The tag of an element for a moniker; the element, where its tags name none."""
    return next((tag.location for tag in element.tags if tag.name == moniker), element.location)
