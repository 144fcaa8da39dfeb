"""Reads the features of every language, narrows their monikers, binds their steps, and compares the languages."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ..sources.config import Config
from ..sources.feature_files import stems
from ..sources.features import Examples, Feature, Row, Rule, Scenario, Step, Tag, parse_feature
from ..sources.files import is_portable
from ..sources.locale import lines_of
from ..sources.problems import Location, Problem, SpecError, did_you_mean, printable
from .bindings import (
    Argument,
    BindError,
    Binding,
    BoundFeature,
    BoundRow,
    BoundScenario,
    Column,
    Text,
    differences,
    renamed,
)
from .definitions import Definition, Parameter
from .known import Known
from .misread import gaps, incomplete, misread
from .step_catalogue import StepCatalogue

_Readers = Mapping[str, Sequence[Parameter]]  # the parameters that read a column, by its name in the source language
# What somebody still has to write: a TODO, and what is said behind it.
_TO_DO = re.compile(r"\bTODO\b(?::\s*(?P<what>[^|]*[^|\s]))?")


def _to_dos(text: str) -> Iterator[tuple[int, re.Match[str]]]:
    """The lines of a feature that hold a TODO, comments aside, by their numbers."""
    for number, line in enumerate(lines_of(text), 1):
        if (found := _TO_DO.search(line)) and not line.lstrip().startswith("#"):
            yield number, found


def no_source(source: str, path: str, code: str) -> tuple[str, str, str]:
    """Message, code and remedy where a feature has no source feature."""
    remedy = f"Run porspec sync --from {code} {path} to make it from this one, or delete this one."
    return f"The source language has no such feature, {source}", "feature-missing", remedy


class Loader:
    """Reads, narrows, binds and compares the features of every language."""

    def __init__(
        self, config: Config, catalogue: StepCatalogue, problems: list[Problem], known: Known | None = None
    ) -> None:
        self.config, self.catalogue, self.problems, self.known = config, catalogue, problems, known or Known()
        self.code = config.source_language  # of the feature that is being bound
        self.ambiguous: set[frozenset[str]] = set()  # places of definitions of one step, which are told once

    def features(self, codes: Sequence[str]) -> dict[str, dict[str, BoundFeature]]:
        found = {code: set(stems(self.config, code)) for code in codes}
        for code, names in found.items():
            for stem in sorted(each for each in names if not all(map(is_portable, each.split("/")))):
                names.remove(stem)
                message = f'"{printable(stem)}" is no name that a file and a page can have everywhere'
                remedy = "Give small letters and digits, with hyphens between words."
                self._tell(Location(self.config.feature_path(code, stem)), message, "feature-name", remedy)
        if not any(found.values()) and self.config.has_features:
            place = Location(f"{self.config.features}/{self.config.source_language}")
            self._tell(place, "There are no features here", "feature-missing", "Begin one: porspec new feature NAME.")
        every = sorted(set().union(*found.values()))
        loaded = {stem: self._languages_of(stem, {code: stem in found[code] for code in codes}) for stem in every}
        return {stem: languages for stem, languages in loaded.items() if languages}

    def _languages_of(self, stem: str, written: Mapping[str, bool]) -> dict[str, BoundFeature]:
        """A feature in each language that has it, of those that it may be written in; none where the source has none.

        A language that lacks patterns of the feature does not have it, whatever file is left from before. Nothing is
        said of the other languages while something of the source is still to be written.
        """
        source_code, known = self.config.source_language, len(self.problems)
        source = self._load(stem, source_code) if written[source_code] else None
        found = {source_code: source} if source else {}
        if any(problem.code == "to-do" for problem in self.problems[known:]):
            return found
        needed = source.scenarios if source else ()
        of_source = self.config.feature_path(source_code, stem)
        for code, is_written in written.items():
            path = self.config.feature_path(code, stem)
            if code == source_code or self.catalogue.lacking(needed, code):
                continue
            if is_written and not written[source_code]:
                self._tell(Location(path), *no_source(of_source, path, code))
            elif source and not is_written:
                message, remedy = f"This feature has no {code} version, {path}", "Run porspec sync, which writes it."
                self._tell(Location(of_source), message, "feature-missing", remedy)
            feature = self._load(stem, code) if is_written else None
            if source and feature:
                if not self.known.are_alike(source, feature):
                    wrong = list(differences(source, feature))
                    self.problems += wrong
                    if not wrong:
                        self.known.keep_alike(source, feature)
                found[code] = feature
        return found

    def _load(self, stem: str, code: str) -> BoundFeature | None:
        path = self.config.feature_path(code, stem)
        try:
            text = self.known.text(self.config, stem, code)
        except SpecError as error:
            self.problems += error.problems
            return None
        if code != self.config.source_language and any(_to_dos(text)):
            remedy = f"Run porspec sync; or write it here, and run porspec sync --from {code} {path}."
            self._tell(Location(path), "This feature is still to be written here", "feature-stale", remedy)
            return None
        known = len(self.problems)
        bound = self.known.feature(text, stem, code) or self.bind_text(text, stem, code)
        if bound and len(self.problems) == known:
            self.known.keep(bound, text)
        return bound

    def bind_text(self, text: str, stem: str, code: str) -> BoundFeature | None:
        """Parse, narrow and bind the text of a language's feature; None where that gives problems."""
        before, self.code, path = len(self.problems), code, self.config.feature_path(code, stem)
        for number, found in _to_dos(text):
            what = f": {found['what']}" if found["what"] else ""
            remedy = 'Replace the TODO. porspec steps --for "…" finds steps.'
            self._tell(Location(path, number, found.start() + 1), f"Still to be written{what}", "to-do", remedy)
        feature, wrong = parse_feature(text, path, stem, code, self.config.language(code).dialect)
        self.problems += wrong
        if feature is None:
            return None
        self.problems += [*misread(feature, text, self.config, self.catalogue)] or incomplete(feature)
        monikers = self._narrow(self.config.monikers.all, feature.tags)
        rules = tuple(self._narrow(monikers, rule.tags) for rule in feature.rules)
        scenarios = [self._scenario(each, None, feature, monikers) for each in feature.scenarios]
        for rule, narrowed in zip(feature.rules, rules, strict=True):
            scenarios += [self._scenario(each, rule, feature, narrowed) for each in rule.scenarios]
        is_whole = all(len(each.bindings) == len(each.steps) for each in scenarios)
        if not is_whole or len(self.problems) > before:
            return None
        bound = BoundFeature(feature, monikers, tuple(scenarios), rules)
        self.problems += gaps(bound, self.config.monikers) if code == self.config.source_language else ()
        return bound

    def _tell(self, place: Location, message: str, code: str, remedy: str) -> None:
        self.problems.append(Problem(place, message, code, remedy))

    def _narrow(self, parent: frozenset[str], tags: Sequence[Tag]) -> frozenset[str]:
        known = [*self.config.monikers.ids, *self.config.known_tags]
        for tag in tags:
            if tag.name not in known:
                message = f'Tag "@{tag.name}" is neither a moniker nor a tag of this project'
                where = "Monikers are defined in [[tool.porspec.monikers]], other tags in [tool.porspec.tags]."
                near = did_you_mean(f"@{tag.name}", [f"@{name}" for name in known])
                self._tell(tag.location, message, "tag-unknown", near + where)
        return self.config.monikers.narrow(parent, [(tag.name, tag.location) for tag in tags], self.problems)

    def _scenario(self, source: Scenario, rule: Rule | None, feature: Feature, parent: frozenset[str]) -> BoundScenario:
        monikers = self._narrow(parent, source.tags)
        tags = (*feature.tags, *(rule.tags if rule else ()), *source.tags)
        headers = [examples.header.cells for examples in source.examples if examples.header]
        columns = {cell: self.catalogue.column(cell, self.code) for header in headers for cell in header}
        backgrounds = (feature.background, rule and rule.background)
        shared = [step for background in backgrounds if background for step in background.steps]
        steps = (*shared, *source.steps)
        bound = [*map(self._shared, shared), *(self._step(step, columns) for step in source.steps)]
        known = tuple(binding for binding in bound if binding is not None)
        readers = self._readers(source.steps, bound[len(shared) :], columns)
        rows: list[BoundRow] = []
        for examples in source.examples:
            if len(known) == len(steps) and examples.header:
                self._check_header(examples, examples.header, readers)
            rows += self._rows(examples, readers, monikers, tags)
        if readers and not source.examples:
            message = f'Scenario "{source.name}" has <placeholders> and no Examples'
            remedy = "Add Examples with these columns, or write the values."
            self._tell(source.location, message, "examples-missing", remedy)
        covered = frozenset().union(*(row.monikers for row in rows)) if rows else monikers
        return BoundScenario(source, rule, monikers, covered, tags, steps, known, tuple(rows), len(shared))

    def _shared(self, step: Step) -> Binding | None:
        """A step of a background, which no Examples fill."""
        binding = self._step(step, {})
        for _, argument in binding.arguments if binding else ():
            if isinstance(argument, Column):
                message = f"A background has no Examples to fill <{argument.name}>"
                remedy = "Write the value, or move the step into the scenarios."
                self._tell(step.location, message, "argument-placeholder", remedy)
        return binding

    def _step(self, step: Step, columns: Mapping[str, str]) -> Binding | None:
        if _TO_DO.search(step.text):
            return None
        try:
            binding = self.catalogue.bind(step.kind, step.text, self.code)
        except BindError as error:
            follows = error.code == "step-undefined" and self.code in self.catalogue.incomplete
            if not follows and (error.code != "step-ambiguous" or error.definitions not in self.ambiguous):
                self.ambiguous.add(error.definitions)
                place = replace(step.location, column=step.location.column + step.keyword_width + error.offset)
                # A feature of another language may only be older than its catalogue.
                hint = " If the catalogue has changed, run porspec sync." * (self.code != self.config.source_language)
                self._tell(place, error.message, error.code, error.remedy + hint)
            return None
        self._check_below(step, self.catalogue[binding])
        if step.table is None and step.doc_string is None:
            return binding
        below = replace(binding, table=step.table, doc_string=step.doc_string, media_type=step.media_type)
        return below.with_texts(lambda text: renamed(text, columns))

    def _check_below(self, step: Step, definition: Definition) -> None:
        """A step has the table or the doc string that its definition takes, and no other."""
        names = {each.name for each in definition.parameters}
        for name, what, found in (("table", "table", step.table), ("doc_string", "doc string", step.doc_string)):
            remedy = ""
            if found is None and name in definition.required:
                message, remedy = f"'{step.text}' has no {what}, and its definition takes one", f"Add the {what}"
            elif found is not None and name not in names:
                message, remedy = f"'{step.text}' has a {what}, and its definition takes none", f"Remove the {what}"
            if remedy:
                remedy = f"{remedy}, or change the definition at {definition.location}."
                self._tell(step.location, message, "step-argument", remedy)

    def _readers(
        self, steps: Sequence[Step], bindings: Sequence[Binding | None], columns: Mapping[str, str]
    ) -> _Readers:
        """The parameters that read each column; none where it stands in tables and doc strings only.

        A column that is a label and another text is a Problem.
        """
        below = [text for binding in bindings if binding for text in binding.texts()]
        readers: dict[str, list[Parameter]] = {
            column: [] for column in columns.values() if any(f"<{column}>" in text for text in below)
        }
        for step, binding in zip(steps, bindings, strict=True):
            for name, argument in binding.arguments if binding else ():
                if binding and isinstance(argument, Column):
                    parameter = self.catalogue[binding].by_name[name]
                    known = readers.setdefault(argument.name, [])
                    if known and known[0].label != parameter.label:
                        message = f"Column <{argument.name}> stands for two types of argument"
                        self._tell(step.location, message, "column-type", "Use one column for each type.")
                    elif parameter not in known:
                        known.append(parameter)
        return readers

    def _check_header(self, examples: Examples, header: Row, readers: _Readers) -> None:
        names = [self.catalogue.column(cell, self.code) for cell in header.cells]
        if missing := sorted(set(readers) - set(names)):
            message = f"The Examples lack the columns {', '.join(f'<{name}>' for name in missing)}"
            remedy = "Add the columns, or correct the placeholders."
            self._tell(examples.location, message, "column-missing", remedy)
        for index, (name, cell, place) in enumerate(zip(names, header.cells, header.locations, strict=True)):
            if name not in readers:
                remedy = "Remove the column, or use it as a whole argument, or in a table or doc string."
                self._tell(place, f"No step uses the column <{cell}>", "column-unused", remedy)
            elif names.index(name) != index:
                message = f"Column <{cell}> stands twice; the other one is at {header.locations[names.index(name)]}"
                self._tell(place, message, "column-unused", "Remove one of the two.")

    def _rows(
        self, examples: Examples, readers: _Readers, parent: frozenset[str], tags: tuple[Tag, ...]
    ) -> Iterator[BoundRow]:
        monikers, tags = self._narrow(parent, examples.tags), tags + examples.tags
        header = examples.header.cells if examples.header else ()
        names = [self.catalogue.column(cell, self.code) for cell in header]
        if not examples.rows:
            self._tell(examples.location, "These Examples have no rows", "examples-empty", "Add rows.")
        for row in examples.rows:
            cells: dict[str, Argument] = {}
            for name, cell, place in zip(names, row.cells, row.locations, strict=True):
                if name in readers and not _TO_DO.search(cell):
                    for argument in self._cell(readers[name], cell, place):
                        cells.setdefault(name, argument)
            written, raw = (dict(zip(keys, row.cells, strict=True)) for keys in (names, header))
            yield BoundRow(cells, written, monikers, tags, raw, row.locations[0], examples)

    def _cell(self, readers: Sequence[Parameter], cell: str, place: Location) -> Iterator[Argument]:
        """What each of its readers reads in a cell; a cell that one of them refuses is a Problem."""
        if not readers:
            yield Text(cell)
        for parameter in readers:
            try:
                argument = self.catalogue.read(parameter, cell, self.code)
                if isinstance(argument, Column):
                    message = f'"{cell}" is a placeholder, and cells have none'
                    raise BindError(message, "argument-placeholder", "Write what the column stands for.")
                yield argument
            except BindError as error:
                self._tell(place, error.message, error.code, error.remedy)
