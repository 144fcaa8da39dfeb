"""Cucumber Messages of a test run: what was planned and what happened, as envelopes.

A feature that runs in several variants
gives a document, and pickles, for each of them: reports look for one test case behind each scenario of a document.
"""

from __future__ import annotations

import json
import platform
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from typing import Any, NamedTuple, cast

from cucumber_messages import (
    Attachment,
    AttachmentContentEncoding,
    Duration,
    Envelope,
    GherkinDocument,
    Group,
    Hook,
    HookType,
    Location,
    Meta,
    ParameterType,
    ParseError,
    Pickle,
    Product,
    Source,
    SourceMediaType,
    SourceReference,
    StepDefinition,
    StepDefinitionPattern,
    StepDefinitionPatternType,
    StepMatchArgument,
    StepMatchArgumentsList,
    TestCase,
    TestCaseFinished,
    TestCaseStarted,
    TestRunFinished,
    TestRunStarted,
    TestStep,
    TestStepFinished,
    TestStepResult,
    TestStepResultStatus,
    TestStepStarted,
    Timestamp,
    message_converter,
)
from cucumber_messages import Exception as ExceptionMessage
from gherkin.ast_builder import AstBuilder
from gherkin.errors import CompositeParserException
from gherkin.parser import Parser
from gherkin.pickles.compiler import Compiler
from gherkin.stream.id_generator import IdGenerator

from .records import (
    AMBIGUOUS,
    PASSED,
    SKIPPED,
    UNDEFINED,
    UNKNOWN,
    Argument,
    Attempt,
    Case,
    Definition,
    Match,
    Result,
    Run,
    result,
)

_RUN = "test-run"
_SECOND = 1_000_000_000


# --- documents ---------------------------------------------------------------------------------------------------


class _Ids(IdGenerator):
    """Ids that say where they are from, so that those of one file do not depend on another."""

    def __init__(self, uri: str) -> None:
        super().__init__()
        self.uri = uri

    def get_next_id(self) -> str:
        return f"{self.uri}:{super().get_next_id()}"


class Document(NamedTuple):
    """A feature file for one variant: Gherkin's document and pickles, or the errors of its parser."""

    uri: str
    text: str
    ast: dict[str, Any]
    pickles: list[dict[str, Any]]
    errors: list[Any]

    def numbered(self) -> dict[tuple[int, int], dict[str, Any]]:
        """The pickles by the lines of their scenarios and the numbers of their rows."""
        lines = {node["id"]: node["location"]["line"] for node in _scenarios(self.ast.get("feature", {"children": ()}))}
        found: dict[tuple[int, int], dict[str, Any]] = {}
        for pickle in self.pickles:
            line = lines[pickle["astNodeIds"][0]]
            found[line, sum(key[0] == line for key in found)] = pickle
        return found


def _scenarios(node: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for child in node["children"]:
        if "scenario" in child:
            yield child["scenario"]
        elif "rule" in child:
            yield from _scenarios(child["rule"])


def read_document(path: str, variant: str | None, text: str) -> Document:
    """What Gherkin makes of a file's text."""
    text = text.removeprefix("\ufeff")
    uri = f"{path}#{variant}" if variant else path
    ids = _Ids(uri)
    try:
        ast: Any = {**Parser(AstBuilder(ids)).parse(text), "uri": uri}
    except CompositeParserException as error:
        return Document(uri, text, {}, [], error.errors)
    pickles = cast("list[dict[str, Any]]", Compiler(ids).compile(ast))
    for pickle in pickles:
        pickle["name"] += f" [{variant}]" if variant else ""
        for step in pickle["steps"]:
            step["type"] = step["type"] or "Unknown"
    return Document(uri, text, ast, pickles, [])


# --- envelopes ---------------------------------------------------------------------------------------------------


def envelopes(run: Run, documents: dict[tuple[str, str | None], Document]) -> Iterator[Envelope]:
    """Every message of a run, in the order in which Cucumber sends them."""
    yield Envelope(meta=_meta())
    pickles = {key: document.numbered() for key, document in documents.items()}
    cases = {
        test: _Case(test, case, pickles[case["uri"], case["variant"]][case["line"], case["row"] or 0])
        for test, case in run.plan["cases"].items()
    }
    planned = {case.pickle["id"] for case in cases.values()}
    for document in documents.values():
        yield from _document(document, planned)
    yield from _definitions(run.plan["definitions"])
    attempted: dict[str, list[Attempt]] = {}
    for attempt in sorted(run.attempts, key=lambda each: each["started"]):
        attempted.setdefault(attempt["test"], []).append(attempt)
    for kind in ("before", "after"):
        if any(attempt[kind] for attempt in run.attempts):
            yield Envelope(hook=Hook(kind, SourceReference(), f"pytest, {kind} the steps", type=_HOOKS[kind]))
    yield Envelope(test_run_started=TestRunStarted(_timestamp(run.started), _RUN))
    for test, attempts in attempted.items():
        cases[test].attempts = attempts
        yield Envelope(test_case=cases[test].message())
    for test in attempted:
        yield from cases[test].ran()
    yield Envelope(test_run_finished=TestRunFinished(run.success, _timestamp(run.finished), None, run.message, _RUN))


_HOOKS = {"before": HookType.before_test_case, "after": HookType.after_test_case}


def lines(messages: Iterable[Envelope]) -> str:
    """NDJSON."""
    return "".join(
        json.dumps(message_converter.to_dict(each), ensure_ascii=False, separators=(",", ":")) + "\n"
        for each in messages
    )


def _meta() -> Meta:
    return Meta(
        cpu=Product(platform.machine()),
        implementation=Product("porspec", version("porspec")),
        os=Product(platform.system(), platform.release()),
        protocol_version=version("cucumber-messages"),
        runtime=Product(platform.python_implementation(), platform.python_version()),
    )


def _document(document: Document, planned: set[str]) -> Iterator[Envelope]:
    yield Envelope(source=Source(document.text, SourceMediaType.text_x_cucumber_gherkin_plain, document.uri))
    for error in document.errors:
        place = error.location or {"line": 1}
        reference = SourceReference(location=Location(place["line"], place.get("column")), uri=document.uri)
        yield Envelope(parse_error=ParseError(str(error), reference))
    if document.ast:
        yield Envelope(gherkin_document=message_converter.from_dict(document.ast, GherkinDocument))
    for pickle in document.pickles:
        if pickle["id"] in planned:
            yield Envelope(pickle=message_converter.from_dict(pickle, Pickle))


def _definitions(definitions: dict[str, Definition]) -> Iterator[Envelope]:
    for name in sorted({name for each in definitions.values() for name in each["parameters"]}):
        yield Envelope(parameter_type=ParameterType(f"parameter {name}", name, False, ['[^"]*'], False))
    for key, definition in sorted(definitions.items()):
        pattern = StepDefinitionPattern(definition["source"], StepDefinitionPatternType(definition["type"]))
        reference = SourceReference(location=Location(definition["line"]), uri=definition["uri"])
        yield Envelope(step_definition=StepDefinition(key, pattern, reference))


class _Case:
    """A test and its attempts."""

    def __init__(self, test: str, case: Case, pickle: dict[str, Any]) -> None:
        self.id, self.case, self.pickle = test, case, pickle
        self.attempts: list[Attempt] = []

    def message(self) -> TestCase:
        return TestCase(f"case {self.id}", self.pickle["id"], list(self._steps()), _RUN)

    def _steps(self) -> Iterator[TestStep]:
        """pytest's own work is a step where it stopped an attempt."""
        if any(attempt["before"] for attempt in self.attempts):
            yield TestStep(f"before {self.id}", hook_id="before")
        for number, (step, match) in enumerate(zip(self.pickle["steps"], self.case["steps"], strict=True)):
            yield TestStep(
                f"step {number} {self.id}",
                pickle_step_id=step["id"],
                step_definition_ids=match["definitions"],
                step_match_arguments_lists=[
                    StepMatchArgumentsList([_argument(each) for each in match["arguments"]])
                    for _ in match["definitions"]
                ],
            )
        if any(attempt["after"] for attempt in self.attempts):
            yield TestStep(f"after {self.id}", hook_id="after")

    def ran(self) -> Iterator[Envelope]:
        for number, attempt in enumerate(self.attempts):
            key = f"attempt {number} {self.id}"
            started = _timestamp(attempt["started"])
            yield Envelope(
                test_case_started=TestCaseStarted(number, key, f"case {self.id}", started, attempt["worker"])
            )
            for step, outcome in zip(self._steps(), self._results(attempt), strict=True):
                yield from _step(key, step.id, outcome)
            finished = _timestamp(attempt["finished"])
            yield Envelope(test_case_finished=TestCaseFinished(key, finished, attempt["retried"]))

    def _results(self, attempt: Attempt) -> Iterator[Result]:
        """A result for each step of the test: what did not begin was skipped, or is undefined."""
        stop, end = PASSED, attempt["started"]
        if any(each["before"] for each in self.attempts):
            before = attempt["before"] or result(PASSED, end)
            stop, end = before["status"], before["started"] + before["duration"]
            yield before
        for number, match in enumerate(self.case["steps"]):
            if number < len(attempt["steps"]):
                outcome = attempt["steps"][number]
                stop = outcome["status"]
            else:
                outcome = result(stop if stop in (SKIPPED, UNKNOWN) else _unrun(match), end)
            end = outcome["started"] + outcome["duration"]
            yield outcome
        if any(each["after"] for each in self.attempts):
            yield attempt["after"] or result(PASSED, attempt["finished"])


def _unrun(match: Match) -> str:
    return (UNDEFINED, SKIPPED, AMBIGUOUS)[min(len(match["definitions"]), 2)]


def _step(attempt: str, step: str, outcome: Result) -> Iterator[Envelope]:
    yield Envelope(test_step_started=TestStepStarted(attempt, step, _timestamp(outcome["started"])))
    finished = _timestamp(outcome["started"] + outcome["duration"])
    if outcome["attachment"] is not None:
        yield Envelope(
            attachment=Attachment(
                outcome["attachment"],
                AttachmentContentEncoding.identity,
                "text/plain",
                "world.txt",
                test_case_started_id=attempt,
                test_step_id=step,
                timestamp=finished,
            )
        )
    failure = outcome["failure"]
    exception = ExceptionMessage(failure["type"], failure["message"], failure["trace"]) if failure else None
    seconds, nanos = divmod(outcome["duration"], _SECOND)
    told = TestStepResult(
        Duration(nanos, seconds), TestStepResultStatus(outcome["status"]), exception, outcome["message"]
    )
    yield Envelope(test_step_finished=TestStepFinished(attempt, step, told, finished))


def _argument(argument: Argument) -> StepMatchArgument:
    return StepMatchArgument(Group(start=argument["start"], value=argument["value"]), argument["name"])


def _timestamp(nanoseconds: int) -> Timestamp:
    seconds, nanos = divmod(nanoseconds, _SECOND)
    return Timestamp(nanos, seconds)
