"""pytest plugin: every variant in every language as a test that pytest-bdd's hooks and reports see as one of theirs.

Feature files below the features folder of a project with [tool.porspec] are collected as they stand; all else is
left to pytest and pytest-bdd.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable
from functools import cache
from pathlib import Path, PurePosixPath
from types import ModuleType
from typing import Any

import pytest
from _pytest._code.code import ExceptionChainRepr, ReprEntryNative, ReprExceptionInfo
from pytest_bdd import given, parsers, then, when
from pytest_bdd.feature import features
from pytest_bdd.parser import ScenarioTemplate
from pytest_bdd.parser import Step as GherkinStep
from pytest_bdd.reporting import ReportContext, scenario_reports_registry, test_report_context_registry
from pytest_bdd.scenario import scenario_wrapper_template_registry

from ..sources.config import Config, is_project, read_config
from ..sources.features import KINDS, Kind, Step
from ..sources.problems import Problem, SpecError
from ..spec.bindings import filled
from ..spec.bound import BoundScenario
from ..spec.catalogue import StepCatalogue
from ..spec.failures import Run, describe
from ..spec.spec import Spec, Variant, load_with_problems
from .adapter import execute, feature_of
from .node_ids import asked_features, id_part, ids, is_feature, whole_ids
from .selection import REFUSED, add_options, check_options, choose, report
from .stash import LOADED, RUN

_CONFIG = pytest.StashKey[Config]()
_FAILURE = pytest.StashKey[list[str]]()
_REFUSED = pytest.StashKey[str]()
_SKIPPED = pytest.StashKey[Step]()
_PROBLEMS = pytest.StashKey[tuple[Problem, ...]]()
_IDS = pytest.StashKey[dict[tuple[Variant, str], str]]()
_CONTEXT = pytest.StashKey[ReportContext]()


# --- options and markers -----------------------------------------------------------------------------------------


def pytest_addoption(parser: pytest.Parser) -> None:
    """Take our options."""
    add_options(parser)


def pytest_configure(config: pytest.Config) -> None:
    """Register the marks of monikers, languages and tags; refuse options that name none of them."""
    if (path := config.getoption("--messages")) and not config.option.collectonly:
        from .recorder import Messages, messages_path

        config.pluginmanager.register(Messages(config, messages_path(config, path)))
    if not is_project(config.rootpath):
        return
    try:
        project = read_config(config.rootpath)
    except SpecError as error:
        raise pytest.UsageError(str(error)) from None
    config.stash[_CONFIG] = project
    pytest.register_assert_rewrite(project.steps.replace("/", "."))
    check_options(config, project)
    for moniker in project.monikers.definitions:
        config.addinivalue_line("markers", f"{moniker.id}: scenarios of {moniker.name}")
    for language in project.all_languages:
        name = project.language(language).name if config.option.markers else language  # only --markers shows it
        config.addinivalue_line("markers", f"{language}: scenarios in {name}")
    for tag, meaning in project.tags.items():
        config.addinivalue_line("markers", f"{tag}: {meaning}")


# --- collection --------------------------------------------------------------------------------------------------


@pytest.hookimpl(tryfirst=True)
def pytest_collection(session: pytest.Session) -> None:
    """Let an id without its cells stand for all tests that it begins."""
    config = session.config
    project = config.stash.get(_CONFIG, None)
    if project and asked_features(config, project) and isinstance(spec := _load_once(config), Spec):
        config.args = list(whole_ids(config, spec))


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Collect our feature files."""
    project = parent.config.stash.get(_CONFIG, None)
    if project is None or not is_feature(file_path, project):
        return None
    return FeatureFile.from_parent(parent, path=file_path)


def _load_once(config: pytest.Config) -> Spec | SpecError:
    """The spec, or what is wrong with it; what is wrong with features concerns these alone."""
    if LOADED not in config.stash:
        try:
            spec, problems = load_with_problems(config.rootpath)
            if not all(each.location.path.startswith(f"{spec.config.features}/") for each in problems):
                raise SpecError(problems)
            _use(spec.catalogue if config.getoption("generate_missing") else None)
            config.stash[LOADED], config.stash[_PROBLEMS] = spec, tuple(problems)
        except SpecError as error:
            config.stash[LOADED] = error
    return config.stash[LOADED]


class FeatureFile(pytest.Module):
    """A feature file: a module whose tests are the scenarios of one feature in one language."""

    variants: dict[tuple[Variant, str], BoundScenario]
    names: set[str]

    def _getobj(self) -> ModuleType:
        loaded = _load_once(self.config)
        if isinstance(loaded, SpecError):
            raise self.CollectError(_own_problems(loaded, self.path.relative_to(self.config.rootpath).as_posix()))
        self._refuse_what_is_wrong(loaded)
        module = ModuleType(self.path.stem)
        language, stem = self.path.parent.name, self.path.stem
        bound = loaded.feature(stem, language)
        feature = feature_of(bound, self.path, loaded.config.language(language).dialect)
        features[feature.filename] = feature
        self.variants = {}
        for number, each in enumerate(bound.scenarios):
            variants = list(loaded.variants_of(stem, number))
            self.variants |= {(variant, language): each for variant in variants}
            parameters = [_parameter(loaded, variant, each, language) for variant in variants]
            parametrize = pytest.mark.parametrize("porspec_variant", parameters)
            setattr(module, id_part(each.name), parametrize(_test(feature.scenarios[each.name], each)))
        self.names = {id_part(each.name) for each in bound.scenarios}
        self.config.stash.setdefault(_IDS, {}).update(ids(self.variants))
        return module

    def _refuse_what_is_wrong(self, spec: Spec) -> None:
        """Raise CollectError where this feature has problems, or its source feature, without which it is nothing."""
        path, stem = self.path.relative_to(self.config.rootpath).as_posix(), self.path.stem
        problems = self.config.stash.get(_PROBLEMS, ())
        own = [each for each in problems if each.location.path == path]
        if self.path.parent.name not in spec.features.get(stem, {}):
            own = own or [each for each in problems if PurePosixPath(each.location.path).stem == stem] or [*problems]
        if own:
            raise self.CollectError(_own_problems(SpecError(own), path))

    def funcnamefilter(self, name: str) -> bool:
        """Every scenario is a test, whatever it is called."""
        return name in self.names

    def collect(self) -> list[pytest.Item | pytest.Collector]:
        """Every variant once, or an error."""
        tests: list[Any] = list(super().collect())
        for test in tests:
            variant = test.callspec.params["porspec_variant"]
            if variant[0].row is not None:  # -k finds the name that reports show, too
                bound = self.variants[variant]
                test.extra_keyword_matches.add(filled(bound.name, bound.rows[variant[0].row].raw))
        taken = {test.callspec.params["porspec_variant"] for test in tests}
        if left := [bound for variant, bound in self.variants.items() if variant not in taken]:
            names = ", ".join(dict.fromkeys(f'"{bound.name}"' for bound in left))
            raise self.CollectError(f"{self.path}: pytest does not take {names} for a test: choose another name")
        return tests


def pytest_make_parametrize_id(config: pytest.Config, val: object, argname: str) -> str | None:
    """Name our variants; an id that is given with a parameter would be shown in ASCII only."""
    return config.stash[_IDS][val] if argname == "porspec_variant" else None  # type: ignore[index]


def _own_problems(error: SpecError, path: str) -> str:
    """The problems of a file; or all, for its want of others, and its name: pytest-xdist shows equal errors once."""
    own = [problem for problem in error.problems if problem.location.path == path]
    rest = len(error.problems) - len(own)
    lines = [str(problem) for problem in own]
    if not own:
        lines = [f"{path} cannot run:", *map(str, error.problems)]
    elif rest:
        lines.append(f"and {rest} more in other files: run porspec check")
    return "\n".join(lines)


def _test(template: ScenarioTemplate, bound: BoundScenario) -> Callable[..., None]:
    """The test of a scenario."""

    def test(request: pytest.FixtureRequest, porspec_variant: tuple[Variant, str]) -> None:
        __tracebackhide__ = True
        _run(request, porspec_variant, template, bound)

    test.__doc__ = f"{template.feature.filename}: {bound.name}"
    scenario_wrapper_template_registry[test] = template
    return test


def _parameter(spec: Spec, variant: Variant, bound: BoundScenario, language: str) -> Any:
    row = bound.rows[variant.row] if variant.row is not None else None
    tags = {tag.name for tag in (row or bound).tags} - spec.config.monikers.all
    marks = [_mark(name) for name in (variant.moniker, language, *sorted(tags))]
    return pytest.param((variant, language), marks=marks)


@cache
def _mark(name: str) -> pytest.MarkDecorator:
    return getattr(pytest.mark, name)  # type: ignore[no-any-return]


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(session: pytest.Session, config: pytest.Config, items: list[pytest.Item]) -> None:
    """Compare the marks with what was compiled, then leave out what options leave out."""
    spec = config.stash.get(LOADED, None)
    if isinstance(spec, Spec):
        _compare_marks(spec, items)
    if project := config.stash.get(_CONFIG, None):
        choose(session, project, items)


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """Keep what a worker of pytest-xdist refused."""
    if problem := getattr(node, "workeroutput", {}).get(REFUSED):
        node.config.stash[_REFUSED] = problem


@pytest.hookimpl(wrapper=True)
def pytest_sessionfinish(session: pytest.Session) -> Generator[None]:
    """Stop as a process without workers does."""
    yield
    if problem := session.config.stash.get(_REFUSED, None):
        raise pytest.UsageError(problem)


def pytest_report_collectionfinish(config: pytest.Config) -> list[str]:
    """Say which tests the options left out that are no scenarios."""
    return report(config)


def _compare_marks(spec: Spec, items: Iterable[pytest.Item]) -> None:
    """Each test has the marks of its own cloud and language, and of no other."""
    known = spec.config.monikers.all | set(spec.languages)
    for item in items:
        if isinstance(item.parent, FeatureFile):
            variant, language = item.callspec.params["porspec_variant"]  # type: ignore[attr-defined]
            marks = {mark.name for mark in item.iter_markers()} & known
            if marks != {variant.moniker, language}:
                raise pytest.UsageError(f"{item.nodeid} has the marks {sorted(marks)}")


# --- running -----------------------------------------------------------------------------------------------------


class CatalogueParser(parsers.StepParser):
    """Matches the steps of one kind that some language's catalogue knows, for `pytest --generate-missing`."""

    def __init__(self, kind: Kind) -> None:
        super().__init__(f"porspec_{kind}")
        self.kind = kind
        self.catalogue: StepCatalogue | None = None

    def is_matching(self, name: str) -> bool:
        """Whether this is a step of ours."""
        return self.catalogue is not None and self.catalogue.knows(self.kind, name)

    def parse_arguments(self, name: str) -> dict[str, Any]:
        """Nothing: no step is run by way of pytest-bdd's look-up."""
        del name
        return {}


_PARSERS = {kind: CatalogueParser(kind) for kind in KINDS}


def _use(catalogue: StepCatalogue | None) -> None:
    for parser in _PARSERS.values():
        parser.catalogue = catalogue


def _run(
    request: pytest.FixtureRequest, chosen: tuple[Variant, str], template: ScenarioTemplate, bound: BoundScenario
) -> None:
    """Run a variant on a fresh world, which is let go afterwards."""
    __tracebackhide__ = True
    spec = request.config.stash[LOADED]
    assert isinstance(spec, Spec)
    variant, language = chosen
    row = bound.rows[variant.row].raw if variant.row is not None else {}
    request.node.stash[RUN] = run = Run(spec, variant, language)
    try:
        execute(request, template.render(row), run)
    except pytest.skip.Exception:
        request.node.stash[_SKIPPED] = bound.steps[run.done]
        raise
    finally:
        del request.node.stash[RUN]


@given(_PARSERS["given"])
@when(_PARSERS["when"])
@then(_PARSERS["then"])
def _catalogue_step() -> None:
    """Stands for all of ours where pytest-bdd looks for steps that nothing defines."""


def pytest_bdd_step_func_lookup_error(
    request: pytest.FixtureRequest, step: GherkinStep, exception: BaseException
) -> None:
    """Say where a step of ours runs that stands in a feature of another kind."""
    spec = request.config.stash.get(LOADED, None)
    if isinstance(spec, Spec) and any(spec.catalogue.knows(kind, step.name) for kind in KINDS):
        exception.add_note("This step is porspec's, which runs it in the features folder only: define it here too.")


@pytest.hookimpl(trylast=True)
def pytest_bdd_step_error(request: pytest.FixtureRequest, exception: BaseException) -> None:
    """Keep what there is to say about a failing step; its traceback begins in its function."""
    run = request.node.stash.get(RUN, None)
    if run is None:
        return
    frames = exception.__traceback__
    while frames and frames.tb_frame.f_code is not Run.call_next.__code__:
        frames = frames.tb_next
    if frames and frames.tb_next:
        exception.__traceback__ = frames.tb_next
    request.node.stash[_FAILURE] = list(describe(run, exception, request.config.invocation_params.dir))


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Say it before the traceback."""
    report = yield
    if isinstance(item.parent, FeatureFile):
        _keep_once(item, report)
    if (step := item.stash.get(_SKIPPED, None)) and call.when == "call" and isinstance(report.longrepr, tuple):
        reason = f"{report.longrepr[2]} ({step.keyword} {step.text})"
        report.longrepr = (str(item.path), step.location.line, reason)
    lines = item.stash.get(_FAILURE, None)
    if call.when == "call" and lines is not None:
        del item.stash[_FAILURE]
        found = report.longrepr
        if isinstance(found, ExceptionChainRepr | ReprExceptionInfo):
            first = found.chain[0][0] if isinstance(found, ExceptionChainRepr) else found.reprtraceback
            first.reprentries = [ReprEntryNative([f"{line}\n" for line in lines]), *first.reprentries]
    return report


def _keep_once(item: pytest.Item, report: pytest.TestReport) -> None:
    """Let go of what pytest-bdd keeps twice: what it knows of a scenario, which its reports of two phases repeat."""
    if report.when == "call" and report in test_report_context_registry:
        item.stash[_CONTEXT] = test_report_context_registry[report]
    elif report.when == "teardown" and item in scenario_reports_registry:
        del scenario_reports_registry[item]
        test_report_context_registry[report] = item.stash[_CONTEXT]
