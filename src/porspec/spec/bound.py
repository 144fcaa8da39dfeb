"""Features bound to step definitions and clouds."""

from __future__ import annotations

from dataclasses import dataclass

from ..sources.features import Feature, Rule, Scenario, Step, Tag
from ..sources.problems import Location
from .bindings import Argument, Binding


@dataclass(frozen=True, slots=True)
class BoundRow:
    """An example row: its arguments by the source language's column name, and the clouds it is for.

    `written` has its cells as they stand by these names, `raw` by the names that its own file has.
    """

    cells: dict[str, Argument]
    written: dict[str, str]
    monikers: frozenset[str]
    tags: tuple[Tag, ...]
    raw: dict[str, str]
    location: Location


@dataclass(frozen=True, slots=True)
class BoundScenario:
    """A scenario, its background's steps first; `steps` and `bindings` go together. No rows: it is no outline.

    `before` is the number of steps of backgrounds, which rows do not fill.
    """

    source: Scenario
    rule: Rule | None
    monikers: frozenset[str]
    tags: tuple[Tag, ...]
    steps: tuple[Step, ...]
    bindings: tuple[Binding, ...]
    rows: tuple[BoundRow, ...]
    before: int = 0

    @property
    def name(self) -> str:
        return self.source.name


@dataclass(frozen=True, slots=True)
class BoundFeature:
    """A feature in one language; `rules` holds the clouds of each rule."""

    source: Feature
    monikers: frozenset[str]
    scenarios: tuple[BoundScenario, ...]
    rules: tuple[frozenset[str], ...]
