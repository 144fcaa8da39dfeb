"""pytest plugin: every variant in every language as a pytest-bdd test, with one step definition for all of ours.

Feature files below the features folder of a project with [tool.porspec] are collected as they stand; all else is
left to pytest and pytest-bdd.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from _pytest._code.code import ExceptionChainRepr, ReprEntryNative
from pytest_bdd import given, parsers, scenario, then, when
from pytest_bdd.feature import features
from pytest_bdd.gherkin_parser import Step as GherkinStep
from pytest_bdd.parser import FeatureParser, Step
from pytest_bdd.scenario import scenario_wrapper_template_registry
from pytest_bdd.types import STEP_TYPE_BY_PARSER_KEYWORD

from .bound import BoundScenario
from .catalogue import StepCatalogue
from .config import Config, is_project, read_config
from .failures import Run, describe
from .features import KINDS, Kind
from .problems import SpecError
from .spec import Spec, Variant, load
from .stash import LOADED, RUN

_CONFIG = pytest.StashKey[Config]()
_FAILURE = pytest.StashKey[list[str]]()


# --- options and markers -----------------------------------------------------------------------------------------


def pytest_addoption(parser: pytest.Parser) -> None:
    """--cloud and --language, each as often as wanted, and --messages."""
    group = parser.getgroup("porspec")
    group.addoption("--cloud", action="append", metavar="MONIKER", help="run the scenarios of this cloud only")
    group.addoption("--language", action="append", metavar="CODE", help="run the scenarios in this language only")
    group.addoption("--messages", metavar="FILE", help="write Cucumber Messages of the run into this file")


def pytest_configure(config: pytest.Config) -> None:
    """Register the marks of monikers, languages and tags; refuse options that name none of them."""
    if (path := config.getoption("--messages")) and not config.option.collectonly:
        from .messages_plugin import Messages

        config.pluginmanager.register(Messages(config, config.invocation_params.dir / path))
    if not is_project(config.rootpath):
        return
    try:
        project = read_config(config.rootpath)
    except SpecError as error:
        raise pytest.UsageError(str(error)) from None
    config.stash[_CONFIG] = project
    pytest.register_assert_rewrite(project.steps.replace("/", "."))
    languages = (project.source_language, *project.targets)
    for moniker in project.monikers.definitions:
        config.addinivalue_line("markers", f"{moniker.id}: scenarios of {moniker.name}")
    for language in languages:
        config.addinivalue_line("markers", f"{language}: scenarios in {project.language(language).name}")
    for tag, meaning in project.tags.items():
        config.addinivalue_line("markers", f"{tag}: {meaning}")
    for option, known in (("--cloud", project.monikers.ids), ("--language", languages)):
        for chosen in config.getoption(option) or ():
            if chosen not in known:
                raise pytest.UsageError(f"{option} {chosen}: there is none of this name; there are {', '.join(known)}")


# --- collection --------------------------------------------------------------------------------------------------


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Collect our feature files."""
    project = parent.config.stash.get(_CONFIG, None)
    if project is None or file_path.suffix != ".feature":
        return None
    languages = (project.source_language, *project.targets)
    if file_path.parent not in {project.root / project.features / code for code in languages}:
        return None
    return FeatureFile.from_parent(parent, path=file_path)


def _load_once(config: pytest.Config) -> Spec | SpecError:
    if LOADED not in config.stash:
        try:
            spec = load(config.rootpath)
            _use(spec.catalogue)
            config.stash[LOADED] = spec
        except SpecError as error:
            config.stash[LOADED] = error
    return config.stash[LOADED]


class FeatureFile(pytest.Module):
    """A feature file: a module whose tests are the scenarios of one feature in one language."""

    def _getobj(self) -> ModuleType:
        loaded = _load_once(self.config)
        if isinstance(loaded, SpecError):
            raise self.CollectError(_own_problems(loaded, self.path.relative_to(self.config.rootpath).as_posix()))
        module = ModuleType(self.path.stem)
        language, stem = self.path.parent.name, self.path.stem
        features[str(self.path)] = _Reader(str(self.path.parent), self.path.name, "utf-8-sig").parse()
        for number, bound in enumerate(loaded.feature(stem, language).scenarios):
            setattr(module, bound.name, _test(loaded, self.path, stem, number, language))
        return module

    def funcnamefilter(self, name: str) -> bool:
        """Every function of our module is a test, whatever its scenario is called."""
        return not name.startswith("__")


def _own_problems(error: SpecError, path: str) -> str:
    own = [problem for problem in error.problems if problem.location.path == path]
    rest = len(error.problems) - len(own)
    lines = [str(problem) for problem in own]
    if not own:
        lines = [str(problem) for problem in error.problems]
    elif rest:
        lines.append(f"and {rest} more in other files: run porspec check")
    return "\n".join(lines)


def _test(spec: Spec, path: Path, stem: str, number: int, language: str) -> Callable[..., None]:
    """The pytest-bdd test of a scenario, with exactly our variants as its parameters."""
    bound = spec.feature(stem, language).scenarios[number]
    test: Any = scenario(str(path), bound.name)(lambda: None)
    _take_over(bound, test, path)
    parameters = [_parameter(spec, variant, bound, language) for variant in spec.variants_of(stem, number)]
    test.pytestmark = [pytest.mark.usefixtures("porspec_variant").mark]
    return pytest.mark.parametrize(("_pytest_bdd_example", "porspec_variant"), parameters)(test)  # type: ignore[no-any-return]


def _parameter(spec: Spec, variant: Variant, bound: BoundScenario, language: str) -> Any:
    row = bound.rows[variant.row] if variant.row is not None else None
    tags = {tag.name for tag in (row or bound).tags} - spec.config.monikers.all
    marks = [getattr(pytest.mark, name) for name in (variant.moniker, language, *sorted(tags))]
    cells = "-".join(row.raw.values()) if row else ""
    name = "-".join(filter(None, (variant.moniker, cells)))
    return pytest.param(row.raw if row else {}, (variant, language), id=name, marks=marks)


class _Reader(FeatureParser):
    """pytest-bdd's reader, for steps that it refuses and Gherkin allows: a first one with And, But or `*`."""

    def parse_steps(self, steps_data: list[GherkinStep]) -> list[Step]:
        """Steps; the first one is of some kind."""
        if steps_data and steps_data[0].keyword_type not in STEP_TYPE_BY_PARSER_KEYWORD:
            steps_data = [replace(steps_data[0], keyword_type="Context"), *steps_data[1:]]
        return super().parse_steps(steps_data)


def _take_over(bound: BoundScenario, test: Any, path: Path) -> None:
    """What pytest-bdd will run is what we compiled, or this is an error of one of the two; kinds are as bound."""
    template = scenario_wrapper_template_registry[test]
    theirs = [step.name for step in template.steps]
    ours = [step.text for step in bound.steps]
    rows = [context for examples in template.examples for context in examples.as_contexts()]
    if theirs != ours or rows != [row.raw for row in bound.rows]:
        message = f"{path}: pytest-bdd and porspec read {bound.name!r} differently:\n{theirs}\n{ours}"
        raise pytest.Collector.CollectError(message)
    for step, binding in zip(template.steps, bound.bindings, strict=True):
        step.type = binding.kind


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Compare what was collected with what was compiled, then leave out what --cloud and --language leave out."""
    spec = config.stash.get(LOADED, None)
    if isinstance(spec, Spec):
        _compare_items(spec, items)
    chosen = {name: set(config.getoption(f"--{name}") or ()) for name in ("cloud", "language")}
    if any(chosen.values()):
        kept = [item for item in items if _is_chosen(item, chosen["cloud"], chosen["language"])]
        config.hook.pytest_deselected(items=[item for item in items if item not in kept])
        items[:] = kept


def _compare_items(spec: Spec, items: Iterable[pytest.Item]) -> None:
    """Each feature file that was collected whole gives every variant once, with the right marks."""
    collected: dict[pytest.Collector, set[tuple[Variant, str]]] = {}
    for item in items:
        if isinstance(item.parent, FeatureFile):
            variant, language = item.callspec.params["porspec_variant"]  # type: ignore[attr-defined]
            collected.setdefault(item.parent, set()).add((variant, language))
            marks = {mark.name for mark in item.iter_markers()} & (spec.config.monikers.all | set(spec.languages))
            if marks != {variant.moniker, language}:
                raise pytest.UsageError(f"{item.nodeid} has the marks {sorted(marks)}")
    for file, found in collected.items():
        compiled = {(each, file.path.parent.name) for each in spec.variants() if each.stem == file.path.stem}
        whole = {item.originalname for item in items if item.parent is file}  # type: ignore[attr-defined]
        names = {bound.name for bound in spec.feature(file.path.stem, file.path.parent.name).scenarios}
        if whole == names and found != compiled:
            raise pytest.UsageError(f"{file.path}: collected and compiled differ: {found ^ compiled}")


def _is_chosen(item: pytest.Item, clouds: set[str], languages: set[str]) -> bool:
    marks = {mark.name for mark in item.iter_markers()}
    return (not clouds or bool(marks & clouds)) and (not languages or bool(marks & languages))


# --- running -----------------------------------------------------------------------------------------------------


class CatalogueParser(parsers.StepParser):
    """Matches the steps of one kind that some language's catalogue knows; its arguments are bound already."""

    def __init__(self, kind: Kind) -> None:
        super().__init__(f"porspec_{kind}")
        self.kind = kind
        self.catalogue: StepCatalogue | None = None

    def is_matching(self, name: str) -> bool:
        """Whether this is a step of ours."""
        return self.catalogue is not None and self.catalogue.knows(self.kind, name)

    def parse_arguments(self, name: str) -> dict[str, Any]:
        """Nothing: the step was bound when the feature was loaded."""
        del name
        return {}


_PARSERS = {kind: CatalogueParser(kind) for kind in KINDS}


def _use(catalogue: StepCatalogue) -> None:
    for parser in _PARSERS.values():
        parser.catalogue = catalogue


@pytest.fixture
def porspec_variant() -> None:
    """The variant and the language of the running test; set by parametrization."""


@pytest.fixture
def porspec_step_runner(request: pytest.FixtureRequest, porspec_variant: tuple[Variant, str]) -> Callable[[], None]:
    """Runs the variant's compiled steps, the next one at each call, on one fresh world."""
    spec = request.config.stash[LOADED]
    assert isinstance(spec, Spec)
    variant, language = porspec_variant
    request.node.stash[RUN] = run = Run(spec, variant, language)
    return run.call_next


@given(_PARSERS["given"])
@when(_PARSERS["when"])
@then(_PARSERS["then"])
def _catalogue_step(porspec_step_runner: Callable[[], None]) -> None:
    __tracebackhide__ = True
    porspec_step_runner()


@pytest.hookimpl(trylast=True)
def pytest_bdd_step_error(request: pytest.FixtureRequest, exception: BaseException) -> None:
    """Keep what there is to say about a failing step; its traceback begins in its function."""
    run = request.node.stash.get(RUN, None)
    if run is None:
        return
    frames = exception.__traceback__
    while frames and frames.tb_frame.f_code is not StepCatalogue.call.__code__:
        frames = frames.tb_next
    if frames and frames.tb_next:
        exception.__traceback__ = frames.tb_next
    request.node.stash[_FAILURE] = list(describe(run, exception, request.config.invocation_params.dir))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Say it before the traceback."""
    report = yield
    lines = item.stash.get(_FAILURE, None)
    if call.when == "call" and lines is not None:
        del item.stash[_FAILURE]
        if isinstance(report.longrepr, ExceptionChainRepr):
            first = report.longrepr.chain[0][0]
            first.reprentries = [ReprEntryNative([f"{line}\n" for line in lines]), *first.reprentries]
    return report
