"""pytest plugin for --messages: records what pytest-bdd's scenarios do, and writes Cucumber Messages of the run.

A worker of pytest-xdist sends what it collected with its first report, and what it recorded of a test with the test's
reports; a run without workers hands itself the same. The file is swapped in at the end.
"""

from __future__ import annotations

import os
import time
from collections.abc import Generator
from pathlib import Path
from typing import Any

import pytest

from ..sources.features import Kind
from ..sources.files import swap_in
from ..sources.problems import SpecError
from ..spec.spec import Spec, load_with_problems
from .adapter import EXECUTION, LOADED, own_steps, template_of
from .definitions import Definitions, Message
from .messages import FAILED, PASSED, SKIPPED, UNDEFINED, UNKNOWN, TestRun, ndjson, read_document, result

_ATTEMPT = pytest.StashKey[Message]()
_KINDS: dict[str, Kind] = {"Context": "given", "Action": "when", "Outcome": "then"}


def record_messages(config: pytest.Config) -> None:
    """Record the run where --messages names a file; raises UsageError where that would replace something else."""
    name = config.getoption("--messages")
    if not name or config.option.collectonly:
        return
    path = config.invocation_params.dir / name
    if path.is_dir():
        raise pytest.UsageError(f"--messages {name}: this is a folder. Give the name of a file in it.")
    if path.is_file() and path.stat().st_size:
        with path.open("rb") as file:
            if not file.read(2).startswith(b'{"'):
                raise pytest.UsageError(f"--messages {name}: this file holds something else. Give another name.")
    config.pluginmanager.register(Recorder(config, path))


class Recorder:
    """Records a run, and writes it where it is not a worker's."""

    def __init__(self, config: pytest.Config, path: Path) -> None:
        self.config, self.path, self.root = config, path, config.rootpath
        self.is_worker = hasattr(config, "workerinput")
        self.started = time.time_ns()
        self.collected: Message | None = None
        self.is_sent = False
        self.open: dict[str, Message] = {}
        self.retried: set[str] = set()
        self.attempts: list[Message] = []
        self.problems: dict[str, str] = {}

    # --- what is collected ---------------------------------------------------------------------------------------

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> Generator[None]:
        """Plan every scenario that was found, whether it is chosen or not."""
        spec = self.config.stash.get(LOADED, None)
        definitions = Definitions(self.root, None if isinstance(spec, SpecError) else spec)
        cases = {item.nodeid: case for item in items if (case := _case(item, definitions))}
        for item in items:
            if item.nodeid in cases:
                item.stash[_ATTEMPT] = _attempt(item.nodeid)
        documents = sorted({(case["uri"], case["variant"] or "") for case in cases.values()})
        self.collected = _collected([(uri, variant or None) for uri, variant in documents], definitions, cases)
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
        _steps(request).append(result(UNKNOWN, time.time_ns()))

    @pytest.hookimpl(trylast=True)
    def pytest_bdd_after_step(self, request: pytest.FixtureRequest) -> None:
        """End a step."""
        _end(_steps(request), PASSED)

    @pytest.hookimpl(trylast=True)
    def pytest_bdd_step_error(self, request: pytest.FixtureRequest) -> None:
        """End a step that failed, with the world as it left it."""
        steps = _steps(request)
        _end(steps, FAILED)
        if steps and (execution := request.node.stash.get(EXECUTION, None)):
            steps[-1]["world"] = execution.state()

    def pytest_bdd_step_func_lookup_error(self, request: pytest.FixtureRequest) -> None:
        """Keep a step that nothing defines."""
        _steps(request).append(result(UNDEFINED, time.time_ns()))

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
            vars(report)["porspec_collected"] = self.collected
            self.is_sent = True
        return report

    # --- what was sent -------------------------------------------------------------------------------------------

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Keep the attempt until its last report; a test whose worker crashed ends where it was.

        pytest-rerunfailures calls the outcome of a phase "rerun" where another attempt follows.
        """
        self.collected = vars(report).get("porspec_collected") or self.collected
        attempt: Message | None = vars(report).get("porspec_attempt")
        if attempt:
            if self.open.get(report.nodeid, attempt)["started"] != attempt["started"]:
                self._close(report.nodeid)
            self.open[report.nodeid] = attempt
            if str(report.outcome) == "rerun":
                self.retried.add(report.nodeid)
        elif report.when not in ("setup", "call", "teardown") and report.nodeid in (self.collected or {}).get(
            "cases", {}
        ):
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
        """Take what a worker collected that had nothing to run."""
        self.collected = self.collected or getattr(node, "workeroutput", {}).get("porspec_collected")

    @pytest.hookimpl(trylast=True)
    def pytest_sessionfinish(self, exitstatus: int) -> None:
        """Write the file, or send what no report could carry."""
        if self.is_worker:
            if not self.is_sent:
                self.config.workeroutput["porspec_collected"] = self.collected  # type: ignore[attr-defined]
            return
        for test in list(self.open):
            self._close(test)
        collected = self.collected or _collected([], None, {})
        if features := [node for node in self.problems if node.endswith(".feature")]:
            self._collect_problems(collected, features)
        message = "\n".join(dict.fromkeys(self.problems.values())) or None
        is_success = exitstatus == pytest.ExitCode.OK
        run = TestRun(collected, self.attempts, self.started, time.time_ns(), is_success, message)
        documents = {(path, variant): self._document(path, variant) for path, variant in collected["documents"]}
        swap_in(self.path, ndjson(run, documents))

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Say where they are."""
        if not self.is_worker:
            terminalreporter.write_sep("-", f"Cucumber messages: {self.path}")

    def _document(self, path: str, variant: str | None = None) -> Any:
        return read_document(path, variant, (self.root / path).read_bytes().decode("utf-8", "replace"))

    def _collect_problems(self, collected: Message, features: list[str]) -> None:
        """Features that problems kept from running: the scenarios with steps that none or several define."""
        spec: Spec | None = None
        try:
            spec, found = load_with_problems(self.root)
        except SpecError as error:
            found = list(error.problems)
        others = {node: text for node, text in self.problems.items() if node not in features}
        self.problems = {"": str(SpecError(found)), **others}
        definitions = Definitions(self.root, spec)
        collected["definitions"].update(definitions.all)
        collected["parameters"] = sorted(definitions.parameters)
        for path in sorted(features):
            collected["documents"].append((path, None))
            language = Path(path).parent.name
            for (line, row), pickle in self._document(path).numbered().items() if spec else ():
                texts = [(_KINDS.get(step["type"]), step["text"]) for step in pickle["steps"]]
                steps = [definitions.found(kind, text, language) for kind, text in texts]
                if any(len(match["stepDefinitionIds"]) != 1 for match in steps):
                    test = f"{path}:{pickle['location']['line']}"
                    collected["cases"][test] = {"uri": path, "variant": None, "line": line, "row": row, "steps": steps}
                    self.attempts.append(_attempt(test))


def _collected(documents: list[Any], definitions: Definitions | None, cases: Message) -> Message:
    return {
        "documents": documents,
        "definitions": definitions.all if definitions else {},
        "parameters": sorted(definitions.parameters) if definitions else [],
        "cases": cases,
    }


def _case(item: pytest.Item, definitions: Definitions) -> Message | None:
    """The case of a scenario's test; None of another test."""
    template = template_of(item)
    if template is None:
        return None
    uri = Path(os.path.relpath(template.feature.filename, item.config.rootpath)).as_posix()
    place = {"uri": uri, "line": template.line_number}
    parameters = item.callspec.params if hasattr(item, "callspec") else {}
    if "porspec_variant" in parameters:
        chosen = parameters["porspec_variant"]
        steps = definitions.bound(chosen.variant, chosen.language)
        return {**place, "variant": chosen.variant.moniker, "row": chosen.variant.row, "steps": steps}
    row, own = own_steps(item, template)
    return {**place, "variant": None, "row": row, "steps": [definitions.taken(step, item) for step in own]}


def _attempt(test: str) -> Message:
    now, worker = time.time_ns(), os.environ.get("PYTEST_XDIST_WORKER")
    times = {"started": now, "finished": now, "retried": False}
    return {"test": test, "worker": worker, **times, "before": None, "steps": [], "after": None}


def _steps(request: pytest.FixtureRequest) -> list[Message]:
    """The results of the attempt that runs; of one that is not recorded, nothing is kept."""
    attempt = request.node.stash.get(_ATTEMPT, None)
    return attempt["steps"] if attempt else []


def _end(steps: list[Message], status: str) -> None:
    if steps:
        steps[-1] |= {"status": status, "duration": time.time_ns() - steps[-1]["started"]}


def _judge(attempt: Message, report: pytest.TestReport, call: pytest.CallInfo[None]) -> None:
    """What pytest says of a phase, said of the step that it ended in, or of what stands around the steps."""
    attempt["finished"] = time.time_ns()
    steps = attempt["steps"]
    if report.skipped:
        _skip(steps, report, attempt["finished"])
    elif report.failed and call.excinfo is not None and steps and steps[-1]["status"] in (FAILED, UNKNOWN):
        _fail(steps[-1], report, call)
    elif report.failed and not (steps and steps[-1]["status"] == UNDEFINED):
        place = "before" if report.when == "setup" else "after"
        nanoseconds = int(call.duration * 1e9)
        attempt[place] = result(FAILED, time.time_ns() - nanoseconds, nanoseconds)
        _fail(attempt[place], report, call)


def _skip(steps: list[Message], report: pytest.TestReport, now: int) -> None:
    """The step that was skipped in, or failed as expected (xfail); the first one where none had begun."""
    if not steps or steps[-1]["status"] == PASSED:
        steps.append(result(SKIPPED, now))
    reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longreprtext
    expected = getattr(report, "wasxfail", None)
    message = reason if expected is None else f"expected to fail: {expected}\n{reason}"
    steps[-1] |= {"status": SKIPPED, "message": message}


def _fail(step: Message, report: pytest.TestReport, call: pytest.CallInfo[None]) -> None:
    step |= {"status": FAILED, "message": report.longreprtext}
    if call.excinfo is not None:
        error = call.excinfo.value
        step["exception"] = {"type": type(error).__name__, "message": str(error), "stackTrace": report.longreprtext}
