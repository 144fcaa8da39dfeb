"""load(root) -> Spec: features bound, monikers resolved, catalogues read; or every problem of the sources at once."""

from __future__ import annotations

import difflib
import importlib
import sys
import traceback
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from .config import Config, read_config
from .features import Examples, Feature, Rule, Scenario, Step, Tag, parse_feature, with_background
from .locales import Language, read_language
from .problems import Location, Problem, SpecError
from .steps import Argument, BindError, Binding, Column, Definition, Label, Parameter, StepCatalogue, collect


@dataclass(frozen=True, slots=True)
class BoundRow:
    """An example row: its arguments by the source language's column name, and the clouds it is for."""

    cells: dict[str, Argument]
    monikers: frozenset[str]
    tags: tuple[Tag, ...]
    raw: dict[str, str]
    location: Location


@dataclass(frozen=True, slots=True)
class BoundScenario:
    """A scenario, its background's steps first; `steps` and `bindings` go together. No rows: it is no outline."""

    source: Scenario
    rule: Rule | None
    monikers: frozenset[str]
    tags: tuple[Tag, ...]
    steps: tuple[Step, ...]
    bindings: tuple[Binding, ...]
    rows: tuple[BoundRow, ...]

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


@dataclass(frozen=True, slots=True)
class Variant:
    """One scenario, or one example row, for one cloud; the numbers count from 0 in the order of the file."""

    stem: str
    scenario: int
    row: int | None
    moniker: str


@dataclass(frozen=True)
class World:
    """What the steps package gives besides definitions: how to make a world, show it, and where labels link to."""

    new: Callable[[str], Any]
    snapshot: Callable[[Any], Any]
    link: Callable[[str, tuple[str, ...]], str | None]


@dataclass(frozen=True)
class Spec:
    """The whole, loaded: features by stem and language, and what binds, speaks and runs them."""

    config: Config
    languages: Mapping[str, Language]
    catalogue: StepCatalogue
    features: Mapping[str, Mapping[str, BoundFeature]]
    world: World

    @property
    def source(self) -> str:
        return self.config.source_language

    def feature(self, stem: str, language: str | None = None) -> BoundFeature:
        return self.features[stem][language or self.source]

    def variants(self) -> Iterator[Variant]:
        """Every variant, in the order of files, scenarios, rows and configured clouds."""
        for stem in self.features:
            for number, scenario in enumerate(self.feature(stem).scenarios):
                for row, monikers in enumerate([each.monikers for each in scenario.rows] or [scenario.monikers]):
                    for moniker in self.config.monikers.in_order(monikers):
                        yield Variant(stem, number, row if scenario.rows else None, moniker)

    def scenario(self, variant: Variant, language: str | None = None) -> BoundScenario:
        return self.feature(variant.stem, language).scenarios[variant.scenario]

    def bindings(self, variant: Variant, language: str | None = None) -> tuple[Binding, ...]:
        """The variant's steps, example values filled in."""
        scenario = self.scenario(variant, language)
        if variant.row is None:
            return scenario.bindings
        cells = scenario.rows[variant.row].cells
        return tuple(binding.with_cells(cells) for binding in scenario.bindings)


def load(root: Path) -> Spec:
    """Load the project at `root`.

    Raises SpecError with every problem found.
    """
    spec, problems = load_with_problems(root)
    if problems:
        raise SpecError(problems)
    return spec


def load_with_problems(root: Path) -> tuple[Spec, list[Problem]]:
    """What could be loaded, and what is wrong; for checks and sync, which work on incomplete sources.

    Raises SpecError where the configuration or the steps package cannot be read at all.
    """
    config = read_config(root)
    return load_languages(root, (config.source_language, *config.targets))


def load_languages(root: Path, codes: Sequence[str]) -> tuple[Spec, list[Problem]]:
    """As `load_with_problems`, for some of the languages only; the source language must be among them."""
    config = read_config(root)
    problems: list[Problem] = []
    languages = {
        code: read_language(root, config.locales, code, code == config.source_language, problems) for code in codes
    }
    definitions, labels, world = _import_steps(config, problems)
    catalogue = StepCatalogue(definitions, labels, languages, problems)
    loader = Loader(config, catalogue, problems)
    features = loader.features(codes)
    return Spec(config, languages, catalogue, features, world), problems


# --- the steps package -------------------------------------------------------------------------------------------


def _import_steps(config: Config, problems: list[Problem]) -> tuple[list[Definition], Sequence[Label], World]:
    """Import the steps package afresh: what was imported before may be another project's, or older."""
    name = config.steps.replace("/", ".")
    for module_name in [each for each in sys.modules if each == name or each.startswith(f"{name}.")]:
        del sys.modules[module_name]
    sys.path.insert(0, str(config.root))
    try:
        importlib.invalidate_caches()
        package = importlib.import_module(name)
        files = sorted((config.root / config.steps).glob("*.py"))
        modules = {path: importlib.import_module(f"{name}.{path.stem}") for path in files if path.stem != "__init__"}
        world = World(package.new_world, package.snapshot, getattr(package, "link", _no_link))
        labels = tuple(package.LABELS)
    except Exception as error:
        raise SpecError([_import_problem(error, config)]) from error
    finally:
        sys.path.remove(str(config.root))
    definitions = []
    for path, module in modules.items():
        definitions += collect(module, path.relative_to(config.root).as_posix(), problems)
    _check_definitions_once(definitions, problems)
    return definitions, labels, world


def _no_link(moniker: str, path: tuple[str, ...]) -> None:
    """Stands in where the steps package links to nothing."""
    del moniker, path


def _import_problem(error: Exception, config: Config) -> Problem:
    place = Location(f"{config.steps}/__init__.py")
    for frame in traceback.extract_tb(error.__traceback__):
        path = Path(frame.filename)
        if path.is_relative_to(config.root / config.steps):
            place = Location(path.relative_to(config.root).as_posix(), frame.lineno or 1, (frame.colno or 0) + 1)
    return Problem(
        place,
        f"The steps package cannot be imported: {type(error).__name__}: {error}",
        "steps-import",
        f"{config.steps}/__init__.py must give new_world(moniker), snapshot(world) and LABELS.",
    )


def _check_definitions_once(definitions: list[Definition], problems: list[Problem]) -> None:
    seen: dict[tuple[str, str], Definition] = {}
    for definition in definitions:
        first = seen.setdefault((definition.kind, definition.pattern), definition)
        if first is not definition:
            problems.append(
                Problem(
                    definition.location,
                    f'The {definition.kind} pattern "{definition.pattern}" is defined before, at {first.location}',
                    "step-defined-twice",
                    "Remove one of the two definitions.",
                )
            )


# --- features ----------------------------------------------------------------------------------------------------


class Loader:
    """Reads, narrows, binds and compares the features of every language."""

    def __init__(self, config: Config, catalogue: StepCatalogue, problems: list[Problem]) -> None:
        self.config, self.catalogue, self.problems = config, catalogue, problems

    def features(self, codes: Sequence[str]) -> dict[str, dict[str, BoundFeature]]:
        paths = {code: self._paths(code) for code in codes}
        stems = sorted(set().union(*paths.values()))
        if not stems:
            place = Location(f"{self.config.features}/{self.config.source_language}")
            self._problem(place, "There are no features here", "feature-missing", "Write one, NAME.feature.")
        found: dict[str, dict[str, BoundFeature]] = {}
        for stem in stems:
            self._check_present(stem, paths)
            bound = {code: self._load(paths[code][stem], stem, code) for code in codes if stem in paths[code]}
            complete = {code: feature for code, feature in bound.items() if feature}
            source = complete.get(self.config.source_language)
            if source is not None:
                found[stem] = complete
                for code, feature in complete.items():
                    if code != self.config.source_language:
                        self.problems.extend(differences(source, feature))
        return found

    def _paths(self, code: str) -> dict[str, Path]:
        folder = self.config.root / self.config.features / code
        return {path.stem: path for path in sorted(folder.glob("*.feature"))}

    def _check_present(self, stem: str, paths: Mapping[str, Mapping[str, Path]]) -> None:
        for code in paths:
            if stem not in paths[code]:
                other = next(one for one in paths if stem in paths[one])
                self._problem(
                    Location(self.config.feature_path(other, stem)),
                    f"This feature has no {code} version, {self.config.feature_path(code, stem)}",
                    "feature-missing",
                    "Run porspec sync to write it from the source language, or delete this one.",
                )

    def _load(self, path: Path, stem: str, code: str) -> BoundFeature | None:
        relative = path.relative_to(self.config.root).as_posix()
        try:
            text = path.read_text("utf-8")
        except UnicodeDecodeError as error:
            self._problem(Location(relative), f"Not UTF-8: {error.reason}", "feature-syntax", "Save it as UTF-8.")
            return None
        return self.bind_text(text, relative, stem, code)

    def bind_text(self, text: str, path: str, stem: str, code: str) -> BoundFeature | None:
        """Parse and bind the text of a feature; None where that gives problems."""
        before = len(self.problems)
        feature = parse_feature(text, path, stem, code, self.config.language(code).dialect, self.problems)
        bound = self._bind_feature(feature) if feature else None
        return bound if len(self.problems) == before else None

    def _bind_feature(self, feature: Feature) -> BoundFeature:
        monikers = self._narrow(self.config.monikers.all, feature.tags)
        rules = {id(rule): self._narrow(monikers, rule.tags) for rule in feature.rules}
        scenarios = []
        for rule, scenario in feature.all_scenarios():
            parent = rules[id(rule)] if rule else monikers
            full = with_background(scenario, feature.background, rule.background if rule else None)
            tags = feature.tags + (rule.tags if rule else ())
            scenarios.append(self._bind_scenario(full, scenario, rule, parent, tags, feature.language))
        return BoundFeature(feature, monikers, tuple(scenarios), tuple(rules[id(rule)] for rule in feature.rules))

    def _bind_scenario(
        self,
        full: Scenario,
        source: Scenario,
        rule: Rule | None,
        parent: frozenset[str],
        tags: tuple[Tag, ...],
        code: str,
    ) -> BoundScenario:
        monikers = self._narrow(parent, source.tags)
        bindings = tuple(self._bind_step(step, code) for step in full.steps)
        types = self._column_types(full.steps, bindings)
        rows: list[BoundRow] = []
        for examples in source.examples:
            self._check_columns(examples, types, code)
            rows += self._rows(examples, types, monikers, tags + source.tags, code)
        if types and not source.examples:
            self._problem(
                source.location,
                f'Scenario "{source.name}" has <placeholders> and no Examples',
                "examples-missing",
                "Add Examples with these columns, or write the values.",
            )
        covered = frozenset().union(*(row.monikers for row in rows)) if rows else monikers
        known = tuple(binding for binding in bindings if binding is not None)
        return BoundScenario(source, rule, covered, tags + source.tags, full.steps, known, tuple(rows))

    def _bind_step(self, step: Step, code: str) -> Binding | None:
        try:
            binding = self.catalogue.bind(step.kind, step.text, code)
        except BindError as error:
            column = step.location.column + step.keyword_width + error.offset
            place = replace(step.location, column=column)
            self._problem(place, error.message, error.code, error.remedy)
            return None
        return replace(binding, table=step.table, doc_string=step.doc_string)

    def _column_types(self, steps: Sequence[Step], bindings: Sequence[Binding | None]) -> dict[str, Parameter]:
        """Each column's parameter; a column used as two types is a Problem."""
        types: dict[str, Parameter] = {}
        for step, binding in zip(steps, bindings, strict=True):
            if binding is None:
                continue
            definition = self.catalogue[binding]
            for name, argument in binding.arguments:
                if isinstance(argument, Column):
                    parameter = definition.parameter(name)
                    first = types.setdefault(argument.name, parameter)
                    if (first.label, first.convert) != (parameter.label, parameter.convert):
                        self._problem(
                            step.location,
                            f"Column <{argument.name}> stands for two types of argument",
                            "column-type",
                            "Use one column for each type.",
                        )
        return types

    def _check_columns(self, examples: Examples, types: Mapping[str, Parameter], code: str) -> None:
        header = examples.header.cells if examples.header else ()
        names = [self.catalogue.column(cell, code) for cell in header]
        if missing := sorted(set(types) - set(names)):
            self._problem(
                examples.location,
                f"The Examples lack the columns {', '.join(f'<{name}>' for name in missing)}",
                "column-missing",
                "Add the columns, or correct the placeholders.",
            )
        for index, name in enumerate(names):
            if (name not in types or names.index(name) != index) and examples.header:
                self._problem(
                    examples.header.locations[index],
                    f"No step uses the column <{header[index]}>"
                    if name not in types
                    else f"Column <{name}> stands twice",
                    "column-unused",
                    "Remove the column, or use it as a whole argument.",
                )

    def _rows(
        self,
        examples: Examples,
        types: Mapping[str, Parameter],
        parent: frozenset[str],
        tags: tuple[Tag, ...],
        code: str,
    ) -> Iterator[BoundRow]:
        monikers = self._narrow(parent, examples.tags)
        header = examples.header.cells if examples.header else ()
        names = [self.catalogue.column(cell, code) for cell in header]
        if not examples.rows:
            self._problem(examples.location, "These Examples have no rows", "examples-empty", "Add rows.")
        for row in examples.rows:
            cells = {}
            for name, cell, place in zip(names, row.cells, row.locations, strict=True):
                if name not in types:
                    continue
                try:
                    cells[name] = self.catalogue.read(types[name], cell, code)
                except BindError as error:
                    self._problem(place, error.message, error.code, error.remedy)
            raw = dict(zip(header, row.cells, strict=True))
            yield BoundRow(cells, monikers, tags + examples.tags, raw, row.locations[0])

    def _narrow(self, parent: frozenset[str], tags: Sequence[Tag]) -> frozenset[str]:
        known = [*self.config.monikers.ids, *self.config.tags]
        for tag in tags:
            if tag.name not in known:
                near = difflib.get_close_matches(tag.name, known, 1, 0.5)
                self._problem(
                    tag.location,
                    f'Tag "@{tag.name}" is neither a moniker nor a tag of this project',
                    "tag-unknown",
                    (f'Did you mean "@{near[0]}"? ' if near else "")
                    + "Monikers are defined in [[tool.porspec.monikers]], other tags in [tool.porspec.tags].",
                )
        return self.config.monikers.narrow(parent, [(tag.name, tag.location) for tag in tags], self.problems)

    def _problem(self, place: Location, message: str, code: str, remedy: str) -> None:
        self.problems.append(Problem(place, message, code, remedy))


# --- two languages, one program ----------------------------------------------------------------------------------


def differences(source: BoundFeature, other: BoundFeature) -> Iterator[Problem]:
    """The first difference in each scenario of two languages of a feature; both places are named."""
    if source.monikers != other.monikers:
        yield _difference(other.source.location, source.source.location, "the clouds of the feature differ")
    for ours, theirs in zip(source.source.rules, other.source.rules, strict=False):
        if _tags(ours.tags) != _tags(theirs.tags):
            yield _difference(theirs.location, ours.location, "the tags of the rule differ")
    counts = [
        ([len(rule.scenarios) for rule in each.source.rules], len(each.source.scenarios)) for each in (source, other)
    ]
    if counts[0] != counts[1]:
        message = "the numbers of scenarios and rules differ"
        yield _difference(other.source.location, source.source.location, message)
        return
    for one, two in zip(source.scenarios, other.scenarios, strict=True):
        if difference := _scenario_difference(one, two):
            yield difference


def _scenario_difference(source: BoundScenario, other: BoundScenario) -> Problem | None:
    here, there = other.source.location, source.source.location
    if (source.monikers, _tags(source.tags)) != (other.monikers, _tags(other.tags)):
        return _difference(here, there, "the tags of the scenario differ")
    for ours, theirs, step, counterpart in zip(
        source.bindings, other.bindings, source.steps, other.steps, strict=False
    ):
        if ours != theirs:
            return _difference(counterpart.location, step.location, f'"{counterpart.text}" is not "{step.text}"')
    if len(source.bindings) != len(other.bindings):
        return _difference(here, there, "the numbers of steps differ")
    for row, match in zip(source.rows, other.rows, strict=False):
        if (row.cells, row.monikers, _tags(row.tags)) != (match.cells, match.monikers, _tags(match.tags)):
            return _difference(match.location, row.location, "the example rows differ")
    if len(source.rows) != len(other.rows):
        return _difference(here, there, "the numbers of example rows differ")
    return None


def _tags(tags: Sequence[Tag]) -> set[str]:
    return {tag.name for tag in tags}


def _difference(here: Location, there: Location, message: str) -> Problem:
    return Problem(
        here,
        f"Not the same program as at {there}: {message}",
        "languages-differ",
        "Run porspec sync to write this file from the source language, or correct the one that is wrong.",
    )
