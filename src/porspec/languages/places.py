"""Where a message stands: on which page, under which rule and in which scenario, by their names.

Names stay as they are when lines move: what a catalogue says of its messages changes only if what it says does.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from ..sources.features import Element, Feature, Group, Scenario
from ..spec.bindings import Binding, Labels
from ..spec.spec import Spec

_MOST = 3  # names, before the rest is counted
Message = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Place:
    """A place on the page of a feature, `stem`, by the names that the source language has.

    `monikers` are those whose readers see it, where these are not all that its scenario, rule or feature is for.
    """

    stem: str
    page: str
    rule: str = ""
    scenario: str = ""
    monikers: frozenset[str] = frozenset()

    @property
    def outer(self) -> "Place":
        """What it stands in: the rule or the page of a scenario, the page of a rule."""
        return replace(self, scenario="") if self.scenario else replace(self, rule="")

    @property
    def name(self) -> str:
        """The innermost name, of which its anchor is made."""
        return self.scenario or self.rule or self.page


def where(places: Iterable[Place]) -> str:
    """The places as the rest of a sentence; the rule and the scenario where all have it on one page."""
    found = list(places)
    pages = list(dict.fromkeys(each.page for each in found))
    shown = [f'"{page}"' for page in pages[:_MOST]] + [f"{len(pages) - _MOST} more"] * (len(pages) > _MOST)
    if len(pages) > 1:
        return f", on the pages {', '.join(shown[:-1])} and {shown[-1]}"
    parts = [f"on the page {each}" for each in shown]
    rules, scenarios = {each.rule for each in found}, {each.scenario for each in found}
    parts += [f'under the rule "{each}"' for each in rules if each and len(rules) == 1]
    parts += [f'in the scenario "{each}"' for each in scenarios if each and len(scenarios) == 1]
    return "".join(f", {part}" for part in parts)


def elements(feature: Feature) -> Iterator[tuple[Element, Place]]:
    """Everything that has a title, in the order of the file, with the place that it is, or that it stands in."""
    page = group = place = Place(feature.stem, feature.name)
    for element in feature.elements():
        if isinstance(element, Group):
            group = place = page if element is feature else replace(page, rule=element.name)
        elif isinstance(element, Scenario):
            place = replace(group, scenario=element.name)
        yield element, place


def readers_of(spec: Spec, place: Place) -> frozenset[str]:
    """The monikers whose readers see a place."""
    feature = spec.feature(place.stem)
    named = [(each.rule.name if each.rule else "", each.name, each.monikers) for each in feature.scenarios]
    named += [(rule.name, "", its) for rule, its in zip(feature.source.rules, feature.rules, strict=True)]
    named += [(place.rule, place.scenario, feature.monikers)]
    return place.monikers or next(its for *names, its in named if names == [place.rule, place.scenario])


def uses(spec: Spec, domain: str) -> dict[Message, list[Place]]:
    """Where steps bring each message of a domain: patterns, labels, or what steps say to readers of a procedure."""
    found: dict[Message, dict[Place, None]] = {}
    for stem in spec.features:
        feature = spec.feature(stem)
        for scenario in feature.scenarios:
            rule = scenario.rule.name if scenario.rule else ""
            place = Place(stem, feature.source.name, rule, scenario.name)
            for row, monikers in enumerate([each.monikers for each in scenario.rows] or [scenario.monikers]):
                seen = replace(place, monikers=frozenset() if monikers == scenario.monikers else monikers)
                for binding in scenario.bindings_of(row if scenario.rows else None):
                    for message, readers in _messages(spec, domain, binding, monikers, is_told=not rule):
                        found.setdefault(message, {})[replace(seen, monikers=readers) if readers else seen] = None
    return {message: list(places) for message, places in found.items()}


def _messages(
    spec: Spec, domain: str, binding: Binding, monikers: Iterable[str], *, is_told: bool
) -> Iterator[tuple[Message, frozenset[str]]]:
    """The messages of a domain that a step brings; with the monikers that it says them to, where others hear others."""
    definition = spec.catalogue[binding]
    match domain:
        case "steps":
            yield (definition.kind, definition.pattern), frozenset()
        case "labels":
            for ids in (each.ids for _, each in binding.arguments if isinstance(each, Labels)):
                yield from (((each, spec.catalogue.labels[each].text), frozenset()) for each in ids)
        case "help" if is_told:
            said = {each: definition.says_in(each) for each in sorted(monikers)}
            for text in filter(None, dict.fromkeys(said.values())):
                readers = frozenset(each for each, its in said.items() if its == text)
                yield (definition.kind, text), readers if len(readers) < len(said) else frozenset()
