"""Reads the features of every language, narrows their clouds, binds their steps, and compares the languages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from ..sources.config import Config
from ..sources.features import Examples, Feature, Row, Rule, Scenario, Step, Tag, parse_feature, with_background
from ..sources.files import read_source
from ..sources.gherkin import lines_of
from ..sources.problems import Location, Problem, SpecError, did_you_mean
from .bindings import Argument, BindError, Binding, Column, Text, renamed
from .bound import BoundFeature, BoundRow, BoundScenario
from .catalogue import StepCatalogue
from .definitions import Definition, Parameter
from .differences import differences
from .misread import incomplete, misread

# What reads a column that stands in tables and doc strings only.
_AS_WRITTEN = Parameter("", None)
# What somebody still has to write: a TODO, and what is said behind it.
_TO_DO = re.compile(r"\bTODO\b(?::\s*(?P<what>[^|]*[^|\s]))?")


def _to_dos(text: str) -> Iterator[tuple[int, re.Match[str]]]:
    """The lines of a feature that hold a TODO, comments aside, by their numbers."""
    for number, line in enumerate(lines_of(text), 1):
        if (found := _TO_DO.search(line)) and not line.lstrip().startswith("#"):
            yield number, found


def no_source(source: str, path: str, code: str) -> tuple[str, str, str]:
    """Message, code and remedy where a feature has no source feature."""
    return (
        f"The source language has no such feature, {source}",
        "feature-missing",
        f"Run porspec sync --from {code} {path} to make it from this one, or delete this one.",
    )


class Loader:
    """Reads, narrows, binds and compares the features of every language."""

    def __init__(self, config: Config, catalogue: StepCatalogue, problems: list[Problem]) -> None:
        self.config, self.catalogue, self.problems = config, catalogue, problems
        self.unbound = 0
        self.ambiguous: set[frozenset[str]] = set()  # places of definitions of one step, which are told once

    def features(self, codes: Sequence[str]) -> dict[str, dict[str, BoundFeature]]:
        paths = {code: self._paths(code) for code in codes}
        stems = sorted(set().union(*paths.values()))
        if not stems:
            place = Location(f"{self.config.features}/{self.config.source_language}")
            self._problem(place, "There are no features here", "feature-missing", "Write one, NAME.feature.")
        found: dict[str, dict[str, BoundFeature]] = {}
        for stem in stems:
            if features := self._languages_of(stem, paths):
                found[stem] = features
        return found

    def _languages_of(self, stem: str, paths: Mapping[str, Mapping[str, Path]]) -> dict[str, BoundFeature]:
        """A feature in each language that has it; none where the source language does not.

        A language that lacks patterns of the feature does not have it, whatever file is left from before. Nothing is
        said of the other languages while something of the source is still to be written.
        """
        source_code, known = self.config.source_language, len(self.problems)
        source = self._load(paths[source_code][stem], stem, source_code) if stem in paths[source_code] else None
        found = {source_code: source} if source else {}
        if any(problem.code == "to-do" for problem in self.problems[known:]):
            return found
        needed = [binding for scenario in source.scenarios for binding in scenario.bindings] if source else []
        for code in paths:
            if code == source_code or self.catalogue.lacking(needed, code):
                continue
            self._missing(stem, code, paths)
            feature = self._load(paths[code][stem], stem, code) if stem in paths[code] else None
            if source and feature:
                self.problems.extend(differences(source, feature))
                found[code] = feature
        return found

    def _paths(self, code: str) -> dict[str, Path]:
        folder = self.config.root / self.config.features / code
        return {path.stem: path for path in sorted(folder.glob("*.feature"))}

    def _missing(self, stem: str, code: str, paths: Mapping[str, Mapping[str, Path]]) -> None:
        """A feature that stands in one of the two languages only is a Problem."""
        source, path = (self.config.feature_path(each, stem) for each in (self.config.source_language, code))
        if stem not in paths[code] and stem in paths[self.config.source_language]:
            remedy = "Run porspec sync, which writes it."
            self._problem(Location(source), f"This feature has no {code} version, {path}", "feature-missing", remedy)
        elif stem in paths[code] and stem not in paths[self.config.source_language]:
            self._problem(Location(path), *no_source(source, path, code))

    def _load(self, path: Path, stem: str, code: str) -> BoundFeature | None:
        relative = path.relative_to(self.config.root).as_posix()
        try:
            text = read_source(self.config.root, relative, "feature-syntax")
        except SpecError as error:
            self.problems += error.problems
            return None
        if code != self.config.source_language and any(_to_dos(text)):
            remedy = f"Run porspec sync; or write it here, and run porspec sync --from {code} {relative}."
            self._problem(Location(relative), "This feature is still to be written here", "feature-stale", remedy)
            return None
        return self.bind_text(text, relative, stem, code)

    def bind_text(self, text: str, path: str, stem: str, code: str) -> BoundFeature | None:
        """Parse and bind the text of a feature; None where that gives problems."""
        before, self.unbound = len(self.problems), 0
        self._find_to_dos(text, path)
        feature = parse_feature(text, path, stem, code, self.config.language(code).dialect, self.problems)
        if feature:
            self.problems += [*misread(feature, text, self.config, self.catalogue)] or incomplete(feature)
        bound = self._bind_feature(feature) if feature else None
        return bound if len(self.problems) == before and not self.unbound else None

    def _find_to_dos(self, text: str, path: str) -> None:
        for number, found in _to_dos(text):
            what = f": {found['what']}" if found["what"] else ""
            place = Location(path, number, found.start() + 1)
            remedy = 'Replace the TODO. porspec steps --for "…" finds steps.'
            self._problem(place, f"Still to be written{what}", "to-do", remedy)

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
        columns = self._columns(source, code)
        before = len(full.steps) - len(source.steps)
        shared = [self._bind_shared(step, code) for step in full.steps[:before]]
        own = [self._bind_step(step, columns, code) for step in source.steps]
        bindings = (*shared, *own)
        types = self._column_types(source.steps, own, columns.values())
        rows: list[BoundRow] = []
        for examples in source.examples:
            if None not in bindings and examples.header:
                self._check_columns(examples, examples.header, types, code)
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
        return BoundScenario(source, rule, covered, tags + source.tags, full.steps, known, tuple(rows), before)

    def _columns(self, scenario: Scenario, code: str) -> dict[str, str]:
        """The columns of a scenario's Examples as its own file has them, each with the source language's name of it."""
        headers = [examples.header.cells for examples in scenario.examples if examples.header]
        return {cell: self.catalogue.column(cell, code) for header in headers for cell in header}

    def _bind_shared(self, step: Step, code: str) -> Binding | None:
        """A step of a background, which no Examples fill."""
        binding = self._bind_step(step, {}, code)
        for _, argument in binding.arguments if binding else ():
            if isinstance(argument, Column):
                self._problem(
                    step.location,
                    f"A background has no Examples to fill <{argument.name}>",
                    "argument-placeholder",
                    "Write the value, or move the step into the scenarios.",
                )
        return binding

    def _bind_step(self, step: Step, columns: Mapping[str, str], code: str) -> Binding | None:
        if _TO_DO.search(step.text):
            return None
        try:
            binding = self.catalogue.bind(step.kind, step.text, code)
        except BindError as error:
            if error.code == "step-undefined" and code in self.catalogue.incomplete:
                self.unbound += 1
                return None
            if error.code == "step-ambiguous" and error.definitions in self.ambiguous:
                self.unbound += 1
                return None
            self.ambiguous.add(error.definitions)
            column = step.location.column + step.keyword_width + error.offset
            place = replace(step.location, column=column)
            self._problem(place, error.message, error.code, self._remedy(error, code))
            return None
        self._check_below(step, self.catalogue[binding])
        if step.table is None and step.doc_string is None:
            return binding
        below = replace(binding, table=step.table, doc_string=step.doc_string, media_type=step.media_type)
        return below.with_texts(lambda text: renamed(text, columns))

    def _check_below(self, step: Step, definition: Definition) -> None:
        """A step has the table or the doc string that its definition takes, and no other."""
        for name, what, found in (("table", "table", step.table), ("doc_string", "doc string", step.doc_string)):
            if found is None and name in definition.required:
                message, remedy = f"'{step.text}' has no {what}, and its definition takes one", f"Add the {what}"
            elif found is not None and all(each.name != name for each in definition.parameters):
                message, remedy = f"'{step.text}' has a {what}, and its definition takes none", f"Remove the {what}"
            else:
                continue
            remedy = f"{remedy}, or change the definition at {definition.location}."
            self._problem(step.location, message, "step-argument", remedy)

    def _remedy(self, error: BindError, code: str) -> str:
        """What to do; a feature of another language may only be older than its catalogue."""
        hint = " If the catalogue has changed, run porspec sync." if code != self.config.source_language else ""
        return error.remedy + hint

    def _column_types(
        self, steps: Sequence[Step], bindings: Sequence[Binding | None], columns: Iterable[str]
    ) -> dict[str, Parameter]:
        """Each column's parameter; a column used as two types is a Problem. One of tables and doc strings has none."""
        types: dict[str, Parameter] = {}
        for step, binding in zip(steps, bindings, strict=True):
            if binding is None:
                continue
            definition = self.catalogue[binding]
            for name, argument in binding.arguments:
                if isinstance(argument, Column):
                    parameter = definition.parameter(name)
                    first = types.setdefault(argument.name, parameter)
                    if first.label != parameter.label:
                        self._problem(
                            step.location,
                            f"Column <{argument.name}> stands for two types of argument",
                            "column-type",
                            "Use one column for each type.",
                        )
        below = [text for binding in bindings if binding for text in binding.texts()]
        for column in columns:
            if any(f"<{column}>" in text for text in below):
                types.setdefault(column, _AS_WRITTEN)
        return types

    def _check_columns(self, examples: Examples, header: Row, types: Mapping[str, Parameter], code: str) -> None:
        names = [self.catalogue.column(cell, code) for cell in header.cells]
        if missing := sorted(set(types) - set(names)):
            self._problem(
                examples.location,
                f"The Examples lack the columns {', '.join(f'<{name}>' for name in missing)}",
                "column-missing",
                "Add the columns, or correct the placeholders.",
            )
        for index, name in enumerate(names):
            place = header.locations[index]
            if name not in types:
                remedy = "Remove the column, or use it as a whole argument, or in a table or doc string."
                self._problem(place, f"No step uses the column <{header.cells[index]}>", "column-unused", remedy)
            elif names.index(name) != index:
                first = header.locations[names.index(name)]
                message = f"Column <{header.cells[index]}> stands twice; the other one is at {first}"
                self._problem(place, message, "column-unused", "Remove one of the two.")

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
                if name not in types or _TO_DO.search(cell):
                    continue
                try:
                    cells[name] = self._read(types[name], cell, code)
                except BindError as error:
                    self._problem(place, error.message, error.code, error.remedy)
            written, raw = (dict(zip(keys, row.cells, strict=True)) for keys in (names, header))
            yield BoundRow(cells, written, monikers, tags + examples.tags, raw, row.locations[0])

    def _read(self, parameter: Parameter, cell: str, code: str) -> Argument:
        if parameter is _AS_WRITTEN:
            return Text(cell)
        argument = self.catalogue.read(parameter, cell, code)
        if isinstance(argument, Column):
            remedy = "Write what the column stands for."
            raise BindError(f'"{cell}" is a placeholder, and cells have none', "argument-placeholder", remedy)
        return argument

    def _narrow(self, parent: frozenset[str], tags: Sequence[Tag]) -> frozenset[str]:
        known = [*self.config.monikers.ids, *self.config.tags]
        for tag in tags:
            if tag.name not in known:
                self._problem(
                    tag.location,
                    f'Tag "@{tag.name}" is neither a moniker nor a tag of this project',
                    "tag-unknown",
                    did_you_mean(f"@{tag.name}", [f"@{name}" for name in known])
                    + "Monikers are defined in [[tool.porspec.monikers]], other tags in [tool.porspec.tags].",
                )
        return self.config.monikers.narrow(parent, [(tag.name, tag.location) for tag in tags], self.problems)

    def _problem(self, place: Location, message: str, code: str, remedy: str) -> None:
        self.problems.append(Problem(place, message, code, remedy))
