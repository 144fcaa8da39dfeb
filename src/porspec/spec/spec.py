"""load(root) -> Spec: features bound, monikers resolved, catalogues read; or every problem of the sources at once."""

from __future__ import annotations

import contextlib
import gc
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..sources.catalogues import Language, read_language
from ..sources.config import Config, read_config
from ..sources.problems import Problem, SpecError
from ..sources.severity import as_set, told
from .bindings import Binding
from .bound import BoundFeature, BoundScenario
from .catalogue import StepCatalogue
from .loader import Loader
from .package import World, import_steps


@dataclass(frozen=True, slots=True)
class Variant:
    """One scenario, or one example row, for one cloud; the numbers count from 0 in the order of the file."""

    stem: str
    scenario: int
    row: int | None
    moniker: str


@dataclass(frozen=True)
class Spec:
    """The whole, loaded: features by stem and language, and what binds, speaks and runs them.

    `warnings` are what loading found and what keeps nobody from going on.
    """

    config: Config
    languages: Mapping[str, Language]
    catalogue: StepCatalogue
    features: Mapping[str, Mapping[str, BoundFeature]]
    world: World
    warnings: tuple[Problem, ...] = ()

    @property
    def source(self) -> str:
        return self.config.source_language

    def feature(self, stem: str, language: str | None = None) -> BoundFeature:
        return self.features[stem][language or self.source]

    def variants(self) -> Iterator[Variant]:
        """Every variant, in the order of files, scenarios, rows and configured clouds."""
        for stem in self.features:
            for number in range(len(self.feature(stem).scenarios)):
                yield from self.variants_of(stem, number)

    def variants_of(self, stem: str, number: int) -> Iterator[Variant]:
        """The variants of one scenario of a feature."""
        scenario = self.feature(stem).scenarios[number]
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
        row, before = scenario.rows[variant.row], scenario.before
        own = (binding.with_cells(row.cells, row.written) for binding in scenario.bindings[before:])
        return (*scenario.bindings[:before], *own)


@contextlib.contextmanager
def _nothing_collected() -> Iterator[None]:
    """Keep Python from looking for cycles of garbage among what is being read, nearly all of which stays."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def load(root: Path) -> Spec:
    """Load the project at `root`.

    Raises SpecError with every problem found, but for those that follow from others.
    """
    spec, problems = load_with_problems(root)
    if problems:
        raise SpecError(told(spec.config, spec.languages, problems))
    return spec


def load_with_problems(root: Path, codes: Sequence[str] | None = None) -> tuple[Spec, list[Problem]]:
    """What could be loaded, and the errors; for checks and sync, which work on incomplete sources.

    `codes` are the languages to load, the source language among them; all where it is not given. Raises SpecError
    where the configuration or the steps package cannot be read at all.
    """
    config = read_config(root)
    is_whole = codes is None
    codes = (config.source_language, *config.targets) if codes is None else codes
    problems = [*config.strange_folders(), *config.strange_features()] if is_whole else []
    languages = {
        code: read_language(root, config.locales, code, code == config.source_language, problems) for code in codes
    }
    definitions, labels, world = import_steps(config, problems)
    catalogue = StepCatalogue(definitions, labels, languages, problems)
    if any(problem.code == "step-definition" for problem in problems):
        catalogue.incomplete |= set(codes)
    loader = Loader(config, catalogue, problems)
    with _nothing_collected():
        features = loader.features(codes)
    found = as_set(config, problems)
    warnings = tuple(each for each in found if not each.is_error)
    return Spec(config, languages, catalogue, features, world, warnings), [each for each in found if each.is_error]
