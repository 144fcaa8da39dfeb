"""load(root) -> Spec: features bound, monikers resolved, catalogues read; or every problem of the sources at once."""

import gc
import importlib
import sys
import traceback
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import Any

from ..sources.bounds import problems_of_text
from ..sources.catalogues import Language, read_language
from ..sources.config import Config, read_config, with_severities, without_consequences
from ..sources.feature_files import strange_features
from ..sources.files import is_inside
from ..sources.problems import Location, Problem, SpecError, did_you_mean
from .bindings import Binding, BoundFeature, BoundScenario
from .definitions import MARKED, Definition, Label, collect, said
from .invariants import Invariant
from .known import Known
from .loader import Loader
from .step_catalogue import StepCatalogue
from .worlds import Fixtures, World, fixtures_of


@dataclass(frozen=True, slots=True)
class Variant:
    """One scenario, or one example row, for one moniker; the numbers count from 0 in the order of the file."""

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
        """Every variant, in the order of files, scenarios, rows and configured monikers."""
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

    def tags(self, variant: Variant, language: str | None = None) -> frozenset[str]:
        """The names of the tags of a scenario, or of its row with those around it."""
        scenario = self.scenario(variant, language)
        return frozenset(tag.name for tag in (scenario if variant.row is None else scenario.rows[variant.row]).tags)

    def bindings(self, variant: Variant, language: str | None = None) -> tuple[Binding, ...]:
        """The variant's steps, example values filled in."""
        return self.scenario(variant, language).bindings_of(variant.row)


def load(root: Path, known: Known | None = None) -> Spec:
    """Load the project at `root`; `known` is what is known from before.

    Raises SpecError with every problem found, but for those that follow from others.
    """
    spec, problems = load_with_problems(root, known=known)
    if problems:
        raise SpecError(without_consequences(spec.config, spec.languages, problems))
    return spec


def load_with_problems(
    root: Path, codes: Sequence[str] | None = None, known: Known | None = None
) -> tuple[Spec, list[Problem]]:
    """What could be loaded, and the errors; for checks and sync, which work on incomplete sources.

    `codes` are the languages to load, the source language among them; all where it is not given. `known` is what is
    known from before. Raises SpecError where the configuration or the steps package cannot be read at all.
    """
    config, known = read_config(root), known or Known()
    problems = [*config.strange_folders(), *strange_features(config)] if codes is None else []
    codes = (config.source_language, *config.targets) if codes is None else codes
    source = config.source_language
    languages = {code: read_language(root, config.locales, code, code == source, problems) for code in codes}
    definitions, labels, world = known.steps(config, problems, import_steps)
    catalogue = StepCatalogue(definitions, labels, languages, problems, config.steps)
    known.begin(config, catalogue, codes)
    if any(problem.code == "step-definition" for problem in problems):
        catalogue.incomplete |= set(codes)
    was_enabled = gc.isenabled()
    gc.disable()  # nearly all of what is read stays: to look for cycles of garbage in it takes time and finds none
    try:
        features = Loader(config, catalogue, problems, known).features(codes)
    finally:
        if was_enabled:
            gc.enable()
    found = with_severities(config, problems)
    warnings = tuple(each for each in found if not each.is_error)
    return Spec(config, languages, catalogue, features, world, warnings), [each for each in found if each.is_error]


def planned(
    spec: Spec, monikers: Collection[str] | None = None, languages: Sequence[str] | None = None
) -> Iterator[tuple[Variant, str]]:
    """The variants of these monikers, each of these languages after the other; of all, in the source language."""
    for language in languages or (spec.source,):
        for variant in spec.variants():
            if (not monikers or variant.moniker in monikers) and language in spec.features[variant.stem]:
                yield variant, language


def refuse_without_assertions() -> None:
    """Raises SpecError where Python leaves out `assert`, by which steps say what must hold."""
    if sys.flags.optimize:
        remedy = "Run without PYTHONOPTIMIZE and without python -O."
        message = "Python was told to leave out assertions, so that no scenario could fail"
        raise SpecError([Problem(Location("pyproject.toml"), message, "assertions-off", remedy)])


# --- the steps package -------------------------------------------------------------------------------------------

_STEPS = ("Label", "LabelType", "always", "given", "then", "when")  # of porspec.steps
_GIVES = """{}/__init__.py must give new_world(moniker), snapshot(world) and LABELS, such as:
        LABELS = ()  # or: from porspec.steps import Label; LABELS = (Label("button.add", "Add"),)

        def new_world(moniker):
            return []  # what the steps of a scenario act on

        def snapshot(world):
            return {{"items": list(world)}}  # what can be seen of it"""


def import_steps(config: Config, problems: list[Problem]) -> tuple[list[Definition], Sequence[Label], World]:
    """Import the steps package afresh, with all that stands below it: what was imported may be another's, or older."""
    if not config.has_features:
        return [], (), World(lambda _: None, lambda _: None, lambda *_: None)
    folder, root = PurePosixPath(config.steps), config.root
    is_folder = (root / folder).is_dir() and is_inside(root, root / folder)
    if not is_folder or not all(part.isidentifier() for part in folder.parts):
        path = config.steps.replace(".", "/").strip("/")
        given = f'Give the path of a folder of Python modules: steps = "{path}".'
        is_missing = path == config.steps and not (root / folder).exists()
        remedy = f"{f'Make the folder {path}.' if is_missing else given} {_GIVES.format(path)}"
        message = f'"{config.steps}" is no folder of step definitions here'
        raise SpecError([Problem(Location("pyproject.toml"), message, "steps-import", remedy)])
    name = ".".join(folder.parts)
    forget_steps(name)
    sys.path.insert(0, str(root))
    files = [path.relative_to(root) for path in sorted((root / folder).rglob("*.py")) if path.stem != "__main__"]
    shown = [path.with_suffix("").parts for path in files if not any(part.startswith(".") for part in path.parts)]
    try:
        importlib.invalidate_caches()
        package = importlib.import_module(name)
        modules = [importlib.import_module(".".join(parts).removesuffix(".__init__")) for parts in shown]
        world = World(package.new_world, package.snapshot, getattr(package, "link", lambda *_: None))
        if not all(map(callable, (world.new, world.snapshot, world.link))):
            raise TypeError("new_world, snapshot and link must be functions")
        fixtures = fixtures_of(world.new)
        labels = _labels(package.LABELS, config)
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # pytest's skipping and SystemExit are no Exceptions
        raise SpecError([_import_problem(error, config)]) from error
    finally:
        sys.path.remove(str(root))
    paths = ["/".join(parts) + ".py" for parts in shown]
    found = [each for pair in zip(modules, paths, strict=True) for each in collect(*pair, problems)]
    problems += _wrong_definitions(found, config.monikers.ids)
    always = tuple(each for each in found if isinstance(each, Invariant))
    world = replace(world, always=always, fixtures=Fixtures(fixtures, root, config.features) if fixtures else None)
    return [each for each in found if isinstance(each, Definition)], labels, world


def forget_steps(name: str) -> None:
    """Forget the steps package of this name, with all below it, whoever has imported it."""
    for module_name in [each for each in sys.modules if f"{each}.".startswith(f"{name}.")]:
        del sys.modules[module_name]
    MARKED.clear()


def _labels(given: Any, config: Config) -> tuple[Label, ...]:
    """Raises TypeError where they are no labels, ValueError where two have one id."""
    labels = tuple(given)
    if isinstance(given, str) or not all(isinstance(each, Label) for each in labels):
        raise TypeError("LABELS must be labels of porspec.steps")
    ids = [each.id for each in labels]
    if twice := sorted({each for each in ids if ids.count(each) > 1}):
        raise ValueError(f"LABELS has more than one label of the id {', '.join(twice)}")
    return tuple(replace(each, location=in_steps([each.location], config)) for each in labels)


def _import_problem(error: BaseException, config: Config) -> Problem:
    words, own = f"{type(error).__name__}: {said(error)}", places(error)
    if isinstance(error, SyntaxError) and error.filename:
        own.append(Location(error.filename, error.lineno or 1, error.offset or 1))
        words = f"{type(error).__name__}: {error.msg}"
    remedy = "Correct what Python stopped at."
    if isinstance(error, NameError | ImportError) and error.name in (*_STEPS, "porspec"):
        remedy = f"Write at the top of the module: from porspec.steps import {', '.join(_STEPS)}."
    if not any(Path(each.path).is_relative_to(config.root / config.steps) for each in own):
        remedy = _GIVES.format(config.steps)
    return Problem(in_steps(own, config), f"The steps package cannot be imported: {words}", "steps-import", remedy)


def places(error: BaseException) -> list[Location]:
    """The places that led to an error, the one where it was raised last; with whole paths."""
    frames = traceback.extract_tb(error.__traceback__)
    return [Location(each.filename, each.lineno or 1, (each.colno or 0) + 1) for each in frames]


def in_project(found: Sequence[Location], config: Config) -> Location:
    """The last of the places in the project and not in its environment; the head of the steps package if none is."""
    folders = (config.root / config.steps, *config.root.glob("conftest.py"), config.root / config.features)
    own = [each for each in found if any(Path(each.path).is_relative_to(folder) for folder in folders)]
    return (
        replace(own[-1], path=Path(own[-1].path).relative_to(config.root).as_posix()) if own else in_steps([], config)
    )


def in_steps(found: Sequence[Location], config: Config) -> Location:
    """The last of the places in the steps package, from the project's root; the head of the package if none is."""
    own = [each for each in found if Path(each.path).is_relative_to(config.root / config.steps)]
    if not own:
        return Location(f"{config.steps}/__init__.py")
    return replace(own[-1], path=Path(own[-1].path).relative_to(config.root).as_posix())


def _wrong_definitions(found: Sequence[Definition | Invariant], monikers: Sequence[str]) -> Iterator[Problem]:
    """A step is defined once, and a reader's text is for monikers that there are."""
    seen: dict[tuple[str, str], Definition | Invariant] = {}
    for each in found:
        kind = each.kind if isinstance(each, Definition) else "always"
        first = seen.setdefault((kind, each.pattern), each)
        if first is not each:
            message = f'The {kind} pattern "{each.pattern}" is defined before, at {first.location}'
            yield Problem(each.location, message, "step-defined-twice", "Remove one of the two definitions.")
        for text in (each.pattern, *(each.sayings() if isinstance(each, Definition) else ())):
            yield from problems_of_text(text, each.location.path, each.location.line)
        if isinstance(each, Invariant):
            continue
        for moniker in each.says if isinstance(each.says, Mapping) else ():
            if moniker not in monikers:
                remedy = f"{did_you_mean(str(moniker), monikers)}There are: {', '.join(monikers)}."
                message = f"Step definition '{each.pattern}': says names the moniker {moniker!r}, which there is not"
                yield Problem(each.location, message, "step-definition", remedy)
