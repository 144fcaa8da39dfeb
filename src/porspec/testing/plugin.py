"""pytest plugin: every variant in every language as a test that pytest-bdd's hooks and reports see as one of theirs.

Feature files below the features folder of a project with [tool.porspec] are collected as they stand; all else is
left to pytest and pytest-bdd.
"""

from collections import defaultdict
from collections.abc import Callable, Generator, Sequence
from contextlib import suppress
from functools import cache, partial
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from pytest_bdd import given, then, when

from ..sources.config import Config, is_project, moniker_option, read_config
from ..sources.feature_files import feature_at
from ..sources.features import KINDS
from ..sources.problems import Problem, SpecError
from ..sources.settings import with_moniker
from ..spec.runner import Execution
from ..spec.spec import Spec, forget_steps, load_with_problems, refuse_without_assertions
from . import adapter, selection
from .adapter import EXECUTION, LOADED, CatalogueParser, GherkinStep, ScenarioTemplate
from .failures import describe, headline
from .proof import Prover
from .selection import VariantTest, id_part, is_feature

_CONFIG = pytest.StashKey[Config]()
_FAILURE = pytest.StashKey[list[str]]()
_REFUSED = pytest.StashKey[str]()
_PROBLEMS = pytest.StashKey[tuple[Problem, ...]]()
_mark = cache(pytest.mark.__getattr__)  # one for all tests that have it


# --- options and markers -----------------------------------------------------------------------------------------


def pytest_addoption(parser: pytest.Parser) -> None:
    """--moniker, also as the project calls it, and --language, each as often as wanted, --messages and --no-proof."""
    group = parser.getgroup("porspec")
    group.addoption("--moniker", action="append", default=[], metavar="ID", help="run the scenarios of this one only")
    group.addoption("--language", action="append", default=[], metavar="CODE", help="run them in this language only")
    group.addoption("--shard", metavar="K/N", help="run a part of the features only, such as 2/5")
    group.addoption("--no-proof", action="store_true", help="do not ask which scenarios could not have failed")
    group.addoption("--messages", metavar="FILE", help="write Cucumber Messages of the run into this file")


def pytest_load_initial_conftests(parser: pytest.Parser, args: list[str]) -> None:
    """Take what the project calls its monikers for --moniker, where it is no other option."""
    folders = (Path.cwd(), *Path.cwd().parents)
    name = next((moniker_option(each) for each in folders if is_project(each)), None)
    with suppress(pytest.UsageError):  # another option of that name may ask for its value
        if name and name in parser.parse_known_and_unknown_args([name])[1]:
            args[:] = [with_moniker(each, name) if each.startswith(name) else each for each in args]


def pytest_configure(config: pytest.Config) -> None:
    """Register the marks of monikers, languages and tags; refuse options that name none of them."""
    if config.getoption("--messages") and not config.option.collectonly:
        from .recorder import Recorder

        config.pluginmanager.register(Recorder(config))
    try:
        project = read_config(config.rootpath) if is_project(config.rootpath) else None
        selection.check_options(config, project)
        if project is None:
            return
        refuse_without_assertions()
    except SpecError as error:
        raise pytest.UsageError(str(error)) from None
    config.stash[_CONFIG] = project
    if not config.getoption("--no-proof"):
        config.pluginmanager.register(Prover(lambda: _load_once(config)))
    forget_steps(steps := project.steps.replace("/", "."))  # a conftest.py may have imported it
    pytest.register_assert_rewrite(steps)
    meanings = {moniker.id: f"scenarios of {moniker.name}" for moniker in project.monikers.definitions}
    for language in project.all_languages:  # only --markers shows what languages are called
        meanings[language] = f"scenarios in {project.language(language).name if config.option.markers else language}"
    for name, meaning in {**meanings, **project.known_tags}.items():
        config.addinivalue_line("markers", f"{name}: {meaning}")


# --- collection --------------------------------------------------------------------------------------------------


@pytest.hookimpl(tryfirst=True)
def pytest_collection(session: pytest.Session) -> None:
    """Let an id without its cells stand for all tests that it begins."""
    config = session.config
    if project := config.stash.get(_CONFIG, None):
        config.args = [*selection.whole_ids(config, project, lambda: _load_once(config))]


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    project = parent.config.stash.get(_CONFIG, None)
    return FeatureFile.from_parent(parent, path=file_path) if project and is_feature(file_path, project) else None


def _load_once(config: pytest.Config) -> Spec | SpecError:
    """The spec, or what is wrong with it; what is wrong with features concerns these alone."""
    if LOADED not in config.stash:
        try:
            spec, problems = load_with_problems(config.rootpath)
            if not all(each.location.path.startswith(f"{spec.config.features}/") for each in problems):
                raise SpecError(problems)
            CatalogueParser.catalogue = spec.catalogue if config.getoption("generate_missing") else None
            config.stash[LOADED], config.stash[_PROBLEMS] = spec, tuple(problems)
        except SpecError as error:
            config.stash[LOADED] = error
    return config.stash[LOADED]


class FeatureFile(pytest.Module):
    """A feature file: a module whose tests are the scenarios of one feature in one language."""

    tests: list[VariantTest]

    def _getobj(self) -> ModuleType:
        loaded = _load_once(self.config)
        language, stem = self._of()
        path = self.path.relative_to(self.config.rootpath).as_posix()
        problems = loaded.problems if isinstance(loaded, SpecError) else self._problems(loaded, path)
        if isinstance(loaded, SpecError) or problems:
            raise self.CollectError(_told(problems, path))
        dialect = loaded.config.language(language).dialect
        feature = adapter.feature_of(loaded.feature(stem, language), self.path, dialect)
        self.tests = list(selection.tests_of(loaded, stem, language))
        module = ModuleType(stem)
        named = defaultdict[tuple[str, str], list[VariantTest]](list)
        for test in self.tests:
            named[test.scenario.name, test.name].append(test)
        for (scenario, name), tests in named.items():
            parametrize = pytest.mark.parametrize("porspec_variant", [_parameter(loaded, test) for test in tests])
            setattr(module, name, parametrize(_test(loaded, feature.scenarios[scenario])))
        return module

    def _problems(self, spec: Spec, path: str) -> list[Problem]:
        """What is wrong with this feature, or with its source feature, without which it is nothing."""
        problems = self.config.stash.get(_PROBLEMS, ())
        own = [each for each in problems if each.location.path == path]
        language, stem = self._of()
        if own or language in spec.features.get(stem, {}):
            return own
        alike = {spec.config.feature_path(code, stem) for code in spec.config.all_languages}
        return [each for each in problems if each.location.path in alike] or [*problems]

    def _of(self) -> tuple[str, str]:
        """The language and the stem of the feature; none where it stands where nothing reads it."""
        return feature_at(self.config.stash[_CONFIG], self.path) or ("", "")

    def funcnamefilter(self, name: str) -> bool:
        """Every scenario is a test, whatever it is called."""
        return any(test.name == name for test in self.tests)

    def collect(self) -> list[pytest.Item | pytest.Collector]:
        """Every variant once, or an error."""
        items: list[Any] = list(super().collect())
        taken = [item.callspec.params["porspec_variant"] for item in items]
        for item, test in zip(items, taken, strict=True):
            item.extra_keyword_matches.add(id_part(test.scenario.name))  # -k finds the name of an outline, too
        if left := ", ".join(dict.fromkeys(f'"{test.scenario.name}"' for test in self.tests if test not in taken)):
            raise self.CollectError(f"{self.path}: pytest does not take {left} for a test: choose another name")
        return items


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Name our variants; an id that is given with a parameter would be shown in ASCII only."""
    return val.id if argname == "porspec_variant" and isinstance(val, VariantTest) else None


def _told(problems: Sequence[Problem], path: str) -> str:
    """The problems of a file; or all, for its want of others, and its name: pytest-xdist shows equal errors once."""
    own = [str(each) for each in problems if each.location.path == path]
    if not own:
        return "\n".join((f"{path} cannot run:", *map(str, problems)))
    rest = len(problems) - len(own)
    return "\n".join(own + [f"and {rest} more in other files: run porspec check"] * bool(rest))


def _test(spec: Spec, template: ScenarioTemplate) -> Callable[..., None]:
    """The test of a scenario: it runs a variant on a fresh world, which ends with the test as a fixture does."""

    def test(request: pytest.FixtureRequest, porspec_variant: VariantTest) -> None:
        __tracebackhide__ = True
        execution = Execution(spec, porspec_variant.variant, porspec_variant.language)
        execution.live = spec.world.live(execution.variant.moniker, partial(adapter.fixture, request))
        request.addfinalizer(execution.close)
        request.node.stash[EXECUTION] = execution
        adapter.execute(request, template.render(execution.cells), execution)

    test.__doc__ = f"{template.feature.filename}: {template.name}"
    adapter.register_test(test, template)
    return test


def _parameter(spec: Spec, test: VariantTest) -> Any:
    tags = spec.tags(test.variant, test.language) - spec.config.monikers.all
    return pytest.param(test, marks=[_mark(name) for name in (test.variant.moniker, test.language, *sorted(tags))])


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(session: pytest.Session, config: pytest.Config, items: list[pytest.Item]) -> None:
    """Each test of ours has the marks of its own moniker and language alone; then leave out what options leave out."""
    project = config.stash.get(_CONFIG, None)
    if project is None:
        return
    known = {*project.monikers.ids, *project.all_languages}
    for item in items:
        if isinstance(item.parent, FeatureFile):
            test = item.callspec.params["porspec_variant"]  # type: ignore[attr-defined]
            marks = {mark.name for mark in item.iter_markers()} & known
            if marks != {test.variant.moniker, test.language}:
                raise pytest.UsageError(f"{item.nodeid} has the marks {sorted(marks)}")
    selection.choose(session, project, items)


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """Keep what a worker of pytest-xdist refused."""
    if problem := getattr(node, "workeroutput", {}).get(selection.REFUSED):
        node.config.stash[_REFUSED] = problem


@pytest.hookimpl(wrapper=True)
def pytest_sessionfinish(session: pytest.Session) -> Generator[None]:
    """Stop as a process without workers does."""
    yield
    if problem := session.config.stash.get(_REFUSED, None):
        raise pytest.UsageError(problem)


def pytest_report_collectionfinish(config: pytest.Config) -> list[str]:
    """Say how many tests the options left out that are no scenarios."""
    number, given = config.stash.get(selection.OTHERS, 0), " and ".join(selection.given(config))
    return [f"left out by {given}: {number} without a moniker or a language"] if number else []


# --- running -----------------------------------------------------------------------------------------------------


@given(CatalogueParser("given"))
@when(CatalogueParser("when"))
@then(CatalogueParser("then"))
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
    execution = request.node.stash.get(EXECUTION, None)
    if execution is None:
        return
    if frames := adapter.from_step(exception.__traceback__):
        exception.__traceback__ = frames
    start = request.config.invocation_params.dir
    request.node.stash[_FAILURE] = [headline(execution, start), *describe(execution, exception, start)]


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Say it before the traceback."""
    report = yield
    if isinstance(item.parent, FeatureFile):
        adapter.keep_once(item, report)
    if call.when == "call" and (execution := item.stash.get(EXECUTION, None)):
        del item.stash[EXECUTION]
        if isinstance(report.longrepr, tuple) and execution.done < len(execution.scenario.steps):
            step = execution.scenario.steps[execution.done]
            reason = f"{report.longrepr[2]} ({step.keyword} {step.text})"
            report.longrepr = (str(item.path), step.location.line, reason)
    if call.when == "call" and (lines := item.stash.get(_FAILURE, None)):
        del item.stash[_FAILURE]
        adapter.say_first(report, lines[1:], lines[0])
    return report
