"""pytest plugin for --messages: records what pytest-bdd's scenarios do, and writes Cucumber Messages of the run.

A worker of pytest-xdist sends its plan with its first report, and what it recorded of a test with the test's reports;
a run without workers hands itself the same. The file is swapped in at the end.
"""

from __future__ import annotations

import os
import time
from collections.abc import Generator
from pathlib import Path
from typing import Any

import pytest
from pytest_bdd.scenario import scenario_wrapper_template_registry
from pytest_bdd.utils import registry_get_safe

from ..sources.config import read_config
from ..sources.features import Kind
from ..sources.files import swap_in
from ..sources.problems import SpecError
from ..spec.spec import load_with_problems
from .definitions import Definitions
from .messages import envelopes, lines, read_document
from .records import (
    FAILED,
    PASSED,
    SKIPPED,
    UNDEFINED,
    UNKNOWN,
    Attempt,
    Case,
    Failure,
    Plan,
    Result,
    Run,
    result,
)
from .stash import LOADED, RUN

_ATTEMPT = pytest.StashKey[Attempt]()
_KINDS: dict[str, Kind] = {"Context": "given", "Action": "when", "Outcome": "then"}


def messages_path(config: pytest.Config, name: str) -> Path:
    """The file that --messages names; raises UsageError where that would replace something else."""
    path = config.invocation_params.dir / name
    if path.is_dir():
        raise pytest.UsageError(f"--messages {name}: this is a folder. Give the name of a file in it.")
    if path.is_file() and path.stat().st_size:
        with path.open("rb") as file:
            if not file.read(2).startswith(b'{"'):
                raise pytest.UsageError(f"--messages {name}: this file holds something else. Give another name.")
    return path


class Messages:
    """Records a run, and writes it where it is not a worker's."""

    def __init__(self, config: pytest.Config, path: Path) -> None:
        self.config, self.path, self.root = config, path, config.rootpath
        self.is_worker = hasattr(config, "workerinput")
        self.started = time.time_ns()
        self.plan: Plan | None = None
        self.is_sent = False
        self.open: dict[str, Attempt] = {}
        self.retried: set[str] = set()
        self.attempts: list[Attempt] = []
        self.problems: dict[str, str] = {}

    # --- what is planned -----------------------------------------------------------------------------------------

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> Generator[None]:
        """Plan every scenario that was found, whether it is chosen or not."""
        spec = self.config.stash.get(LOADED, None)
        definitions = Definitions(self.root, None if isinstance(spec, SpecError) else spec)
        cases = {item.nodeid: case for item in items if (case := _case(item, definitions))}
        documents = sorted({(case["uri"], case["variant"] or "") for case in cases.values()})
        self.plan = Plan(
            documents=[(uri, variant or None) for uri, variant in documents],
            definitions=definitions.all,
            cases=cases,
        )
        for item in items:
            if item.nodeid in cases:
                item.stash[_ATTEMPT] = _attempt(item.nodeid)
        return (yield)

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """Keep why something could not be collected."""
        if report.failed:
            self.problems[report.nodeid] = report.longreprtext

    # --- what happens --------------------------------------------------------------------------------------------

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtest_setup(self, item: pytest.Item) -> Generator[None]:
        """Begin an attempt."""
        if before := item.stash.get(_ATTEMPT, None):
            item.stash[_ATTEMPT] = _attempt(before["test"])
        return (yield)

    @pytest.hookimpl(tryfirst=True)
    def pytest_bdd_before_step(self, request: pytest.FixtureRequest) -> None:
        """Begin a step."""
        if attempt := request.node.stash.get(_ATTEMPT, None):
            attempt["steps"].append(result(UNKNOWN, time.time_ns()))

    @pytest.hookimpl(trylast=True)
    def pytest_bdd_after_step(self, request: pytest.FixtureRequest) -> None:
        """End a step."""
        if attempt := request.node.stash.get(_ATTEMPT, None):
            _end(attempt["steps"][-1], PASSED)

    @pytest.hookimpl(trylast=True)
    def pytest_bdd_step_error(self, request: pytest.FixtureRequest) -> None:
        """End a step that failed, with the world as it left it."""
        if attempt := request.node.stash.get(_ATTEMPT, None):
            _end(attempt["steps"][-1], FAILED)
            if run := request.node.stash.get(RUN, None):
                attempt["steps"][-1]["attachment"] = run.state()

    def pytest_bdd_step_func_lookup_error(self, request: pytest.FixtureRequest) -> None:
        """Keep a step that nothing defines."""
        if attempt := request.node.stash.get(_ATTEMPT, None):
            attempt["steps"].append(result(UNDEFINED, time.time_ns()))

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtest_makereport(
        self, item: pytest.Item, call: pytest.CallInfo[None]
    ) -> Generator[None, pytest.TestReport, pytest.TestReport]:
        """Send what is known after each phase with its report."""
        report = yield
        if attempt := item.stash.get(_ATTEMPT, None):
            _judge(attempt, report, call)
            vars(report)["porspec_attempt"] = attempt
        if self.is_worker and not self.is_sent:
            vars(report)["porspec_plan"] = self.plan
            self.is_sent = True
        return report

    # --- what was sent -------------------------------------------------------------------------------------------

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Keep the attempt until its last report; a test whose worker crashed ends where it was.

        pytest-rerunfailures calls the outcome of a phase "rerun" where another attempt follows.
        """
        self.plan = vars(report).get("porspec_plan") or self.plan
        attempt: Attempt | None = vars(report).get("porspec_attempt")
        if attempt:
            if self.open.get(report.nodeid, attempt)["started"] != attempt["started"]:
                self._close(report.nodeid)
            self.open[report.nodeid] = attempt
            if str(report.outcome) == "rerun":
                self.retried.add(report.nodeid)
        elif report.when not in ("setup", "call", "teardown") and self.plan and report.nodeid in self.plan["cases"]:
            lost = self.open.setdefault(report.nodeid, _attempt(report.nodeid))
            lost["steps"].append(result(UNKNOWN, time.time_ns(), message=report.longreprtext))
        if report.when not in ("setup", "call"):
            self._close(report.nodeid)

    def _close(self, test: str) -> None:
        if attempt := self.open.pop(test, None):
            attempt["retried"] = test in self.retried
            self.retried.discard(test)
            self.attempts.append(attempt)

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node: Any) -> None:
        """Take the plan of a worker that had nothing to run."""
        self.plan = self.plan or getattr(node, "workeroutput", {}).get("porspec_plan")

    @pytest.hookimpl(trylast=True)
    def pytest_sessionfinish(self, exitstatus: int) -> None:
        """Write the file, or send what no report could carry."""
        if self.is_worker:
            if not self.is_sent:
                self.config.workeroutput["porspec_plan"] = self.plan  # type: ignore[attr-defined]
            return
        for test in list(self.open):
            self._close(test)
        plan = self.plan or Plan(documents=[], definitions={}, cases={})
        if any(node.partition("::")[0].endswith(".feature") for node in self.problems):
            self._plan_problems(plan)
        run = Run(
            plan,
            self.attempts,
            self.started,
            time.time_ns(),
            exitstatus == pytest.ExitCode.OK,
            "\n".join(dict.fromkeys(self.problems.values())) or None,
        )
        documents = {
            (path, variant): read_document(path, variant, self._text(path)) for path, variant in plan["documents"]
        }
        swap_in(self.path, lines(envelopes(run, documents)))

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Say where they are."""
        if not self.is_worker:
            terminalreporter.write_sep("-", f"Cucumber messages: {self.path}")

    def _text(self, uri: str) -> str:
        return (self.root / uri).read_bytes().decode("utf-8", "replace")

    def _plan_problems(self, plan: Plan) -> None:
        """Our features, which problems kept from running: the scenarios with steps that none or several define."""
        try:
            spec, found = load_with_problems(self.root)
        except SpecError as error:
            spec, found = None, list(error.problems)
        others = {node: text for node, text in self.problems.items() if ".feature" not in node}
        self.problems = {"": str(SpecError(found)), **others}
        definitions = Definitions(self.root, spec)
        plan["definitions"].update(definitions.all)
        config = read_config(self.root)
        planned = {uri for uri, _ in plan["documents"]}
        for language in (config.source_language, *config.targets):
            for file in sorted((self.root / config.features / language).glob("*.feature")):
                path = file.relative_to(self.root).as_posix()
                if path in planned:
                    continue
                plan["documents"].append((path, None))
                for (line, row), pickle in read_document(path, None, self._text(path)).numbered().items():
                    steps = [
                        definitions.found(_KINDS.get(step["type"]), step["text"], language)
                        for step in (pickle["steps"] if spec else ())
                    ]
                    if any(len(match["definitions"]) != 1 for match in steps):
                        test = f"{path}:{pickle['location']['line']}"
                        plan["cases"][test] = Case(uri=path, variant=None, line=line, row=row, steps=steps)
                        self.attempts.append(_attempt(test))


def _case(item: pytest.Item, definitions: Definitions) -> Case | None:
    """The case of a scenario's test; None of another test."""
    template = registry_get_safe(scenario_wrapper_template_registry, getattr(item, "obj", None))
    if template is None:
        return None
    call: Any = getattr(item, "callspec", None)
    parameters = call.params if call else {}
    uri = Path(os.path.relpath(template.feature.filename, item.config.rootpath)).as_posix()
    if "porspec_variant" in parameters:
        variant, language = parameters["porspec_variant"]
        return Case(
            uri=uri,
            variant=variant.moniker,
            line=template.line_number,
            row=variant.row,
            steps=definitions.bound(variant, language),
        )
    row = call.indices.get("_pytest_bdd_example") if call else None
    steps = template.render(parameters.get("_pytest_bdd_example", {})).steps
    own = steps if template._steps else []  # without steps of its own, Gherkin leaves out the background's too
    return Case(
        uri=uri,
        variant=None,
        line=template.line_number,
        row=row,
        steps=[definitions.visible(step, item) for step in own],
    )


def _attempt(test: str) -> Attempt:
    now = time.time_ns()
    return Attempt(
        test=test,
        worker=os.environ.get("PYTEST_XDIST_WORKER"),
        started=now,
        finished=now,
        retried=False,
        before=None,
        steps=[],
        after=None,
    )


def _end(step: Result, status: str) -> None:
    step["status"] = status
    step["duration"] = time.time_ns() - step["started"]


def _judge(attempt: Attempt, report: pytest.TestReport, call: pytest.CallInfo[None]) -> None:
    """What pytest says of a phase, said of the step that it ended in, or of what stands around the steps."""
    attempt["finished"] = time.time_ns()
    steps = attempt["steps"]
    if report.skipped:
        _skip(steps, report, attempt["finished"])
    elif report.failed and call.excinfo is not None and steps and steps[-1]["status"] in (FAILED, UNKNOWN):
        _fail(steps[-1], report, call)
    elif report.failed and not (steps and steps[-1]["status"] == UNDEFINED):
        place = "before" if report.when == "setup" else "after"
        begun = result(FAILED, time.time_ns() - int(call.duration * 1e9), int(call.duration * 1e9))
        _fail(begun, report, call)
        attempt[place] = begun  # type: ignore[literal-required]


def _skip(steps: list[Result], report: pytest.TestReport, now: int) -> None:
    """The step that was skipped in, or failed as expected (xfail); the first one where none had begun."""
    if not steps or steps[-1]["status"] == PASSED:
        steps.append(result(SKIPPED, now))
    reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longreprtext
    expected = getattr(report, "wasxfail", None)
    steps[-1]["message"] = reason if expected is None else f"expected to fail: {expected}\n{reason}"
    steps[-1]["status"] = SKIPPED


def _fail(step: Result, report: pytest.TestReport, call: pytest.CallInfo[None]) -> None:
    step["status"] = FAILED
    step["message"] = report.longreprtext
    if call.excinfo is not None:
        error = call.excinfo.value
        step["failure"] = Failure(type=type(error).__name__, message=str(error), trace=report.longreprtext)
