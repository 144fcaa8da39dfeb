"""Bound steps, scenarios and features: values that are free of any language, and how two languages of one differ."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice
from typing import Self

from ..sources.features import Element, Examples, Feature, Kind, Rule, Scenario, Step, Tag
from ..sources.problems import Location, Problem

# An outline's placeholder, which a column of its Examples fills.
COLUMN = re.compile(r"<([^<>]+)>")


@dataclass(frozen=True, slots=True)
class Text:
    """An argument that stands as written, in every language."""

    text: str


@dataclass(frozen=True, slots=True)
class Labels:
    """An argument that names labels, by their ids."""

    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """An argument that an Examples column fills; `name` is the source language's header."""

    name: str


Argument = Text | Labels | Column


@dataclass(frozen=True, slots=True)
class Binding:
    """One step, bound, free of any language: definition (kind and source pattern) and arguments by name."""

    kind: Kind
    pattern: str
    arguments: tuple[tuple[str, Argument], ...] = ()
    table: tuple[tuple[str, ...], ...] | None = None
    doc_string: str | None = None
    media_type: str | None = None

    def texts(self) -> Iterator[str]:
        """What stands below the step: its table's cells, or its doc string and the media type of that."""
        yield from (cell for row in self.table or () for cell in row)
        yield from (text for text in (self.doc_string, self.media_type) if text is not None)

    def with_texts(self, change: Callable[[str], str]) -> Self:
        """The step with each of these texts changed."""
        if self.table is None and self.doc_string is None:
            return self
        table = self.table and tuple(tuple(change(cell) for cell in row) for row in self.table)
        doc_string, media_type = (text and change(text) for text in (self.doc_string, self.media_type))
        return replace(self, table=table, doc_string=doc_string, media_type=media_type)

    def with_cells(self, cells: Mapping[str, Argument], written: Mapping[str, str]) -> Self:
        """The step of one example row: its columns replaced by the row's arguments, and by its cells as written."""
        has_columns = any(isinstance(each, Column) for _, each in self.arguments)
        if not has_columns and self.table is None and self.doc_string is None:
            return self
        pairs = ((name, cells[each.name] if isinstance(each, Column) else each) for name, each in self.arguments)
        return replace(self.with_texts(lambda text: filled(text, written)), arguments=tuple(pairs))


@dataclass(frozen=True, slots=True)
class BoundRow:
    """An example row: its arguments by the source language's column name, and the monikers it is for.

    `written` has its cells as they stand by these names, `raw` by the names that its own file has.
    """

    cells: dict[str, Argument]
    written: dict[str, str]
    monikers: frozenset[str]
    tags: tuple[Tag, ...]
    raw: dict[str, str]
    location: Location
    examples: Examples


@dataclass(frozen=True, slots=True)
class BoundScenario:
    """A scenario, its background's steps first; `steps` and `bindings` go together. No rows: it is no outline.

    `tagged` are the monikers that its tags leave it; of an outline, `monikers` are those that rows are for.
    `before` is the number of steps of backgrounds, which rows do not fill.
    """

    source: Scenario
    rule: Rule | None
    tagged: frozenset[str]
    monikers: frozenset[str]
    tags: tuple[Tag, ...]
    steps: tuple[Step, ...]
    bindings: tuple[Binding, ...]
    rows: tuple[BoundRow, ...]
    before: int = 0

    @property
    def name(self) -> str:
        return self.source.name

    def cells_of(self, row: int | None) -> dict[str, str]:
        """The cells of an example row as its own file names and writes them; none without a row."""
        return {} if row is None else self.rows[row].raw

    def place_of(self, number: int) -> Location:
        """Where the text of a step begins."""
        step = self.steps[number]
        return replace(step.location, column=step.location.column + step.keyword_width)

    def bindings_of(self, row: int | None) -> tuple[Binding, ...]:
        """The bindings with the values of an example row."""
        if row is None:
            return self.bindings
        values = self.rows[row]
        own = (each.with_cells(values.cells, values.written) for each in self.bindings[self.before :])
        return (*self.bindings[: self.before], *own)

    def program(self) -> tuple[object, ...]:
        """What it does, whatever it is called: equal for two languages of it."""
        return self.bindings, self.monikers, [row.cells for row in self.rows]


@dataclass(frozen=True, slots=True)
class BoundFeature:
    """A feature in one language; `rules` holds the monikers of each rule."""

    source: Feature
    monikers: frozenset[str]
    scenarios: tuple[BoundScenario, ...]
    rules: tuple[frozenset[str], ...]

    @property
    def with_procedure(self) -> frozenset[str]:
        """The monikers that have a procedure here: a scenario that stands under no rule."""
        return frozenset().union(*(each.monikers for each in self.scenarios if each.rule is None))

    @property
    def assumptions(self) -> list[tuple[Element, frozenset[str]]]:
        """What has the tag @assumption, in the order of the file, with its monikers: Examples as their scenario."""
        groups = [(self.source, self.monikers), *zip(self.source.rules, self.rules, strict=True)]
        found: list[tuple[Element, frozenset[str]]] = [each for each in groups if each[0].is_assumption]
        for each in self.scenarios:
            rows = (row.monikers for row in each.rows if row.examples.is_assumption)
            if monikers := each.monikers if each.source.is_assumption else frozenset().union(*rows):
                found.append((each.source, monikers))
        return sorted(found, key=lambda each: each[0].location)

    @property
    def leading(self) -> list[int]:
        """The rules of monikers that have no procedure; where no moniker has one, the first rule."""
        if not self.with_procedure:
            return [0]
        without = self.monikers - self.with_procedure
        return [index for index, monikers in enumerate(self.rules) if monikers <= without]


@dataclass(eq=False)
class BindError(Exception):
    """A step text or a cell cannot be bound; `offset` counts characters from its beginning.

    `definitions` are the places of those that an ambiguous step has.
    """

    message: str
    code: str
    remedy: str
    offset: int = 0
    definitions: frozenset[str] = frozenset()


def filled(text: str, cells: Mapping[str, str]) -> str:
    """A text with each <column> replaced, one column after the other, as Gherkin does."""
    for name, value in cells.items():
        text = text.replace(f"<{name}>", value)
    return text


def renamed(text: str, columns: Mapping[str, str]) -> str:
    """A text with each <column> called otherwise."""
    return COLUMN.sub(lambda found: f"<{columns.get(found[1], found[1])}>", text)


# --- two languages of a feature are one program ------------------------------------------------------------------


_Element = Element | Step | BoundRow


def differences(source: BoundFeature, other: BoundFeature) -> Iterator[Problem]:
    """The first difference in each scenario of two languages of a feature; both places are named."""
    code = other.source.language
    remedy = f"Correct the one that is wrong; or run porspec sync, with --from {code} to keep what stands here."
    for here, there, what in _differences(source, other):
        message = f"Not the same program as at {there.location}: {what}"
        yield Problem(here.location, message, "languages-differ", remedy)


def _differences(source: BoundFeature, other: BoundFeature) -> Iterator[tuple[_Element, _Element, str]]:
    """Each difference: what differs in the other language, in the source language, and how.

    Where one of the two has more scenarios, the first that the other does not have.
    """
    here, there = other.source, source.source
    if source.monikers != other.monikers:
        yield here, there, "the monikers of the feature differ"
    for rule, counterpart in zip(there.rules, here.rules, strict=False):
        if _tags(rule.tags) != _tags(counterpart.tags):
            yield counterpart, rule, "the tags of the rule differ"
    ours, theirs = ([len(group.scenarios) for group in (each, *each.rules)] for each in (there, here))
    if ours == theirs:
        for one, two in zip(source.scenarios, other.scenarios, strict=True):
            yield from islice(_of_scenario(one, two), 1)
        return
    of_source, of_other = ([each.program() for each in feature.scenarios] for feature in (source, other))
    if more := [each.source for each in other.scenarios if each.program() not in of_source]:
        yield more[0], there, "the scenario has no counterpart"
    elif more := [each.source for each in source.scenarios if each.program() not in of_other]:
        yield here, more[0], "that scenario has no counterpart here"
    else:
        yield here, there, "the numbers of scenarios and rules differ"


def _of_scenario(source: BoundScenario, other: BoundScenario) -> Iterator[tuple[_Element, _Element, str]]:
    here, there = other.source, source.source
    if (source.monikers, _tags(source.tags)) != (other.monikers, _tags(other.tags)):
        yield here, there, "the tags of the scenario differ"
    pairs = zip(source.bindings, other.bindings, source.steps, other.steps, strict=False)
    for ours, theirs, step, counterpart in pairs:
        if ours != theirs:
            yield counterpart, step, f"'{counterpart.text}' is not '{step.text}'"
    if len(source.bindings) != len(other.bindings):
        yield here, there, "the numbers of steps differ"
    for row, match in zip(source.rows, other.rows, strict=False):
        if (row.cells, row.monikers, _tags(row.tags)) != (match.cells, match.monikers, _tags(match.tags)):
            yield match, row, "the example rows differ"
    if len(source.rows) != len(other.rows):
        yield here, there, "the numbers of example rows differ"


def _tags(tags: tuple[Tag, ...]) -> set[str]:
    return {tag.name for tag in tags}
