"""pytest plugin for --messages: records what pytest-bdd's scenarios do, and writes Cucumber Messages of the run.

A worker of pytest-xdist sends what it collected with its first report, and what it recorded of a test with the test's
reports; a run without workers hands itself the same. The file is swapped in at the end.
"""

import os
import time
from collections.abc import Generator
from pathlib import Path
from typing import Any

import pytest

from ..sources.feature_files import feature_at
from ..sources.problems import SpecError
from ..sources.writing import writing
from ..spec.bindings import filled
from ..spec.spec import Spec, load_with_problems
from .adapter import EXECUTION, KIND_OF, LOADED, ScenarioTemplate, own_steps, template_of
from .cucumber_messages import Definitions, Message, messages_of, ndjson, read_document, result
from .failures import state
from .selection import VariantTest

_ATTEMPT = pytest.StashKey[Message]()


class Recorder:
    """Records a run for the file of --messages; raises UsageError where that would replace something else."""

    def __init__(self, config: pytest.Config) -> None:
        name = config.getoption("--messages")
        self.config, self.root, self.path = config, config.rootpath, config.invocation_params.dir / name
        if self.path.is_dir():
            raise pytest.UsageError(f"--messages {name}: this is a folder. Give the name of a file in it.")
        if self.path.is_file():
            with self.path.open("rb") as file:
                if file.read(2) not in (b"", b'{"'):
                    raise pytest.UsageError(f"--messages {name}: this file holds something else. Give another name.")
        self.is_worker = hasattr(config, "workerinput")
        self.started = time.time_ns()
        self.collected: Message | None = None
        self.attempts: dict[tuple[str, int], Message] = {}
        self.problems: dict[str, str] = {}

    # --- what is collected ---------------------------------------------------------------------------------------

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> Generator[None]:
        """Plan every scenario that was found, whether it is chosen or not."""
        spec = self.config.stash.get(LOADED, None)
        definitions = Definitions(self.root, None if isinstance(spec, SpecError) else spec)
        cases = {item.nodeid: _case(item, template, definitions) for item in items if (template := template_of(item))}
        self.collected = {"definitions": definitions.envelopes, "cases": cases}
        return (yield)

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.failed:
            self.problems[report.nodeid] = report.longreprtext

    # --- what happens --------------------------------------------------------------------------------------------

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtest_setup(self, item: pytest.Item) -> Generator[None]:
        if template_of(item):
            item.stash[_ATTEMPT] = _attempt(item.nodeid)
        return (yield)

    @pytest.hookimpl(tryfirst=True)
    def pytest_bdd_before_step(self, request: pytest.FixtureRequest) -> None:
        _steps(request).append(result("UNKNOWN", time.time_ns()))

    @pytest.hookimpl(trylast=True)
    def pytest_bdd_after_step(self, request: pytest.FixtureRequest) -> None:
        _end(request, "PASSED")

    @pytest.hookimpl(trylast=True)
    def pytest_bdd_step_error(self, request: pytest.FixtureRequest) -> None:
        _end(request, "FAILED")

    def pytest_bdd_step_func_lookup_error(self, request: pytest.FixtureRequest) -> None:
        _steps(request).append(result("UNDEFINED", time.time_ns()))

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtest_makereport(
        self, item: pytest.Item, call: pytest.CallInfo[None]
    ) -> Generator[None, pytest.TestReport, pytest.TestReport]:
        """Send what is known after each phase with its report."""
        report = yield
        if attempt := item.stash.get(_ATTEMPT, None):
            _judge(attempt, report, call)
            vars(report)["porspec_attempt"] = attempt
        if self.is_worker and self.collected:
            vars(report)["porspec_collected"], self.collected = self.collected, None
        return report

    # --- what was sent -------------------------------------------------------------------------------------------

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Keep an attempt as its last report has it; a test whose worker crashed ends where it was."""
        if self.is_worker:
            return
        self.collected = vars(report).get("porspec_collected") or self.collected
        attempt: Message | None = vars(report).get("porspec_attempt")
        is_case = report.nodeid in (self.collected or {}).get("cases", {})
        if attempt is None and is_case and report.when not in ("setup", "call", "teardown"):
            open_ = (each for each in self.attempts.values() if each["test"] == report.nodeid and not each["ended"])
            attempt = next(open_, None) or _attempt(report.nodeid)
            attempt["steps"].append(result("UNKNOWN", time.time_ns(), message=report.longreprtext))
        if attempt:
            self.attempts[report.nodeid, attempt["started"]] = attempt

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node: Any) -> None:
        """Take what a worker collected that had nothing to run."""
        self.collected = self.collected or getattr(node, "workeroutput", {}).get("porspec_collected")

    @pytest.hookimpl(trylast=True)
    def pytest_sessionfinish(self, exitstatus: int) -> None:
        """Write the file, or send what no report could carry."""
        if self.is_worker:
            self.config.workeroutput["porspec_collected"] = self.collected  # type: ignore[attr-defined]
            return
        collected = self.collected or {"definitions": {}, "cases": {}}
        keys = sorted({(case["uri"], case["variant"]) for case in collected["cases"].values()})
        if features := sorted(node for node in self.problems if node.endswith(".feature")):
            self._add_problems(collected, features)
        documents = {each: read_document(self.root, *each) for each in (*keys, *((path, "") for path in features))}
        problems = "\n".join(dict.fromkeys(self.problems.values()))
        ended = {"success": exitstatus == pytest.ExitCode.OK, "message": problems or None}
        messages = messages_of(collected, documents, [*self.attempts.values()], self.started, ended)
        try:
            with writing(self.path.parent) as work:
                work.replace_files({self.path: ndjson(messages)})
        except (SpecError, OSError) as error:
            pytest.exit(f"--messages {self.path}: {error}", pytest.ExitCode.USAGE_ERROR)

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        terminalreporter.write_sep("-", f"Cucumber messages: {self.path}")

    def _add_problems(self, collected: Message, features: list[str]) -> None:
        """Features that problems kept from running: the scenarios with steps that none or several define."""
        spec: Spec | None = None
        try:
            spec, found = load_with_problems(self.root)
        except SpecError as error:
            found = list(error.problems)
        others = {node: text for node, text in self.problems.items() if node not in features}
        self.problems = {"": str(SpecError(found)), **others}
        definitions = Definitions(self.root, spec)
        collected["definitions"] |= definitions.envelopes
        at = {path: feature_at(spec.config, self.root / path) for path in features} if spec else {}
        for path, (code, _) in ((path, place) for path, place in at.items() if place):
            for (line, row), pickle in read_document(self.root, path, "").pickles.items():
                steps = [definitions.bound(KIND_OF.get(each["type"]), each["text"], code) for each in pickle["steps"]]
                if any(len(match["stepDefinitionIds"]) != 1 for match in steps):
                    test = f"{path}:{pickle['location']['line']}"
                    collected["cases"][test] = {"uri": path, "variant": "", "line": line, "row": row, "steps": steps}
                    self.attempts[test, 0] = _attempt(test)


def _case(item: Any, template: ScenarioTemplate, definitions: Definitions) -> Message:
    uri = Path(os.path.relpath(template.feature.filename, item.config.rootpath)).as_posix()
    place = {"uri": uri, "line": template.line_number}
    test: VariantTest | None = item.callspec.params.get("porspec_variant") if hasattr(item, "callspec") else None
    if test is None:
        row, own = own_steps(item, template)
        return {**place, "variant": "", "row": row, "steps": [definitions.taken(step, item) for step in own]}
    scenario, cells = test.scenario, test.scenario.cells_of(test.variant.row)
    pairs = zip(scenario.bindings, scenario.steps, strict=True)
    steps = [definitions.bound(binding.kind, filled(step.text, cells), test.language) for binding, step in pairs]
    return {**place, "variant": test.variant.moniker, "row": test.variant.row, "steps": steps}


def _attempt(test: str) -> Message:
    now, worker = time.time_ns(), os.environ.get("PYTEST_XDIST_WORKER")
    times = {"started": now, "finished": now, "ended": False}
    return {"test": test, "worker": worker, **times, "before": None, "steps": [], "after": None}


def _steps(request: pytest.FixtureRequest) -> list[Message]:
    """The results of the attempt that runs; of one that is not recorded, nothing is kept."""
    attempt = request.node.stash.get(_ATTEMPT, None)
    return attempt["steps"] if attempt else []


def _end(request: pytest.FixtureRequest, status: str) -> None:
    """End the step that runs; one that failed, with the world as it left it."""
    for step in _steps(request)[-1:]:
        step |= {"status": status, "duration": time.time_ns() - step["started"]}
        if status == "FAILED" and (execution := request.node.stash.get(EXECUTION, None)):
            step["world"] = state(execution)


def _judge(attempt: Message, report: pytest.TestReport, call: pytest.CallInfo[None]) -> None:
    """What pytest says of a phase, said of the step that it ended in, or of what stands around the steps.

    A step that was skipped in, or failed as expected (xfail), was skipped: the first one where none had begun.
    """
    attempt["finished"], attempt["ended"] = time.time_ns(), report.when == "teardown"
    steps = attempt["steps"]
    last = steps[-1]["status"] if steps else "PASSED"
    if report.skipped:
        if last == "PASSED":
            steps.append(result("SKIPPED", attempt["finished"]))
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longreprtext
        expected = getattr(report, "wasxfail", None)
        message = reason if expected is None else f"expected to fail: {expected}\n{reason}"
        steps[-1] |= {"status": "SKIPPED", "message": message}
    elif report.failed and last != "UNDEFINED":
        if call.excinfo is None or last not in ("FAILED", "UNKNOWN"):
            duration = int(call.duration * 1e9)
            step = result("FAILED", attempt["finished"] - duration, duration)
            attempt["before" if report.when == "setup" else "after"] = step
        else:
            step = steps[-1]
        step |= {"status": "FAILED", "message": report.longreprtext}
        if call.excinfo is not None:
            error = call.excinfo.value
            step["exception"] = {"type": type(error).__name__, "message": str(error), "stackTrace": step["message"]}
