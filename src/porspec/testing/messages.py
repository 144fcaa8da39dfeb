"""Cucumber Messages of a test run: what was planned and what happened, as envelopes.

A feature that runs in several variants gives a document, and pickles, for each of them: reports look for one test case
behind each scenario of a document. Messages are plain data, as their schema has it.
"""

from __future__ import annotations

import json
import platform
from collections.abc import Iterator
from importlib.metadata import version
from typing import Any, NamedTuple

from gherkin.ast_builder import AstBuilder
from gherkin.errors import CompositeParserException
from gherkin.parser import Parser
from gherkin.pickles.compiler import Compiler
from gherkin.stream.id_generator import IdGenerator

from .definitions import Message

PROTOCOL = "34.2.0"  # the version of the schema that the messages keep to
PASSED, FAILED, SKIPPED = "PASSED", "FAILED", "SKIPPED"
UNDEFINED, AMBIGUOUS, UNKNOWN = "UNDEFINED", "AMBIGUOUS", "UNKNOWN"
_RUN = "test-run"
_HOOKS = {"before": "BEFORE_TEST_CASE", "after": "AFTER_TEST_CASE"}


# What workers send is plain data as well, times in nanoseconds:
#   a case: uri, variant, line of its scenario, row (the number of its example row, if any), steps (what each matches)
#   what was collected: documents (pairs of path and variant), definitions by id, parameters, cases by the test's name
#   an attempt, one run of a test: test, worker, started, finished, retried, steps (the results of those that began),
#     before and after (a result where something else than a step stopped it)


class TestRun(NamedTuple):
    """A whole run; `message` says why there is nothing to run, if so."""

    collected: Message
    attempts: list[Message]
    started: int
    finished: int
    success: bool
    message: str | None


def result(status: str, started: int, duration: int = 0, message: str | None = None) -> Message:
    """How a step ended, or what stands around the steps; an error that stopped it and the world it left may follow."""
    return {"status": status, "started": started, "duration": duration, "message": message}


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
    ast: Message
    pickles: list[Message]
    errors: list[Any]

    def numbered(self) -> dict[tuple[int, int], Message]:
        """The pickles by the lines of their scenarios and the numbers of their rows."""
        lines = {node["id"]: node["location"]["line"] for node in _scenarios(self.ast.get("feature", {"children": ()}))}
        found: dict[tuple[int, int], Message] = {}
        for pickle in self.pickles:
            line = lines[pickle["astNodeIds"][0]]
            found[line, sum(key[0] == line for key in found)] = pickle
        return found


def _scenarios(node: Message) -> Iterator[Message]:
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
    pickles: Any = Compiler(ids).compile(ast)
    for pickle in pickles:
        pickle["name"] += f" [{variant}]" if variant else ""
        for step in pickle["steps"]:
            step["type"] = step["type"] or "Unknown"
    return Document(uri, text, ast, pickles, [])


# --- envelopes ---------------------------------------------------------------------------------------------------


def ndjson(run: TestRun, documents: dict[tuple[str, str | None], Document]) -> str:
    """Every message of a run, one in a line, in the order in which Cucumber sends them."""
    return "".join(
        json.dumps(_without_nothing(each), ensure_ascii=False, separators=(",", ":")) + "\n"
        for each in _envelopes(run, documents)
    )


def _without_nothing(value: Any) -> Any:
    """A message without the fields that hold nothing, which its schema does not allow."""
    if isinstance(value, dict):
        return {name: _without_nothing(each) for name, each in value.items() if each is not None}
    return [_without_nothing(each) for each in value] if isinstance(value, list) else value


def _envelopes(run: TestRun, documents: dict[tuple[str, str | None], Document]) -> Iterator[Message]:
    yield {"meta": _meta()}
    collected, pickles = run.collected, {key: document.numbered() for key, document in documents.items()}
    cases = {
        test: _Case(test, case, pickles[case["uri"], case["variant"]][case["line"], case["row"] or 0])
        for test, case in collected["cases"].items()
    }
    planned = {case.pickle["id"] for case in cases.values()}
    for document in documents.values():
        yield from _document(document, planned)
    for name in sorted(collected["parameters"]):
        yield {"parameterType": _parameter_type(name)}
    for key, definition in sorted(collected["definitions"].items()):
        yield {"stepDefinition": {"id": key, **definition}}
    for attempt in sorted(run.attempts, key=lambda each: each["started"]):
        cases[attempt["test"]].attempts.append(attempt)
    attempted = sorted((case for case in cases.values() if case.attempts), key=lambda case: case.attempts[0]["started"])
    for kind, of_kind in _HOOKS.items():
        if any(attempt[kind] for attempt in run.attempts):
            yield {"hook": {"id": kind, "name": f"pytest, {kind} the steps", "sourceReference": {}, "type": of_kind}}
    yield {"testRunStarted": {"timestamp": _timestamp(run.started), "id": _RUN}}
    yield from ({"testCase": case.message()} for case in attempted)
    for case in attempted:
        yield from case.ran()
    ended = {"success": run.success, "timestamp": _timestamp(run.finished), "testRunStartedId": _RUN}
    yield {"testRunFinished": {"message": run.message, **ended}}


def _meta() -> Message:
    return {
        "protocolVersion": PROTOCOL,
        "implementation": {"name": "porspec", "version": version("porspec")},
        "runtime": {"name": platform.python_implementation(), "version": platform.python_version()},
        "os": {"name": platform.system(), "version": platform.release()},
        "cpu": {"name": platform.machine()},
    }


def _document(document: Document, planned: set[str]) -> Iterator[Message]:
    media = "text/x.cucumber.gherkin+plain"
    yield {"source": {"uri": document.uri, "data": document.text, "mediaType": media}}
    for error in document.errors:
        place = error.location or {"line": 1}
        reference = {"uri": document.uri, "location": {"line": place["line"], "column": place.get("column")}}
        yield {"parseError": {"source": reference, "message": str(error)}}
    if document.ast:
        yield {"gherkinDocument": document.ast}
    yield from ({"pickle": pickle} for pickle in document.pickles if pickle["id"] in planned)


def _parameter_type(name: str) -> Message:
    return {
        "id": f"parameter {name}",
        "name": name,
        "regularExpressions": ['[^"]*'],
        "preferForRegularExpressionMatch": False,
        "useForSnippets": False,
    }


class _Case:
    """A test and its attempts."""

    def __init__(self, test: str, case: Message, pickle: Message) -> None:
        self.id, self.case, self.pickle = test, case, pickle
        self.attempts: list[Message] = []

    def message(self) -> Message:
        pickle = self.pickle["id"]
        return {"id": f"case {self.id}", "pickleId": pickle, "testSteps": [*self._steps()], "testRunStartedId": _RUN}

    def _steps(self) -> Iterator[Message]:
        """pytest's own work is a step where it stopped an attempt."""
        if any(attempt["before"] for attempt in self.attempts):
            yield {"id": f"before {self.id}", "hookId": "before"}
        for number, (step, match) in enumerate(zip(self.pickle["steps"], self.case["steps"], strict=True)):
            yield {"id": f"step {number} {self.id}", "pickleStepId": step["id"], **match}
        if any(attempt["after"] for attempt in self.attempts):
            yield {"id": f"after {self.id}", "hookId": "after"}

    def ran(self) -> Iterator[Message]:
        for number, attempt in enumerate(self.attempts):
            begun = {
                "attempt": number,
                "id": f"attempt {number} {self.id}",
                "testCaseId": f"case {self.id}",
                "timestamp": _timestamp(attempt["started"]),
                "workerId": attempt["worker"],
            }
            yield {"testCaseStarted": begun}
            for step, outcome in zip(self._steps(), self._results(attempt), strict=True):
                yield from _step({"testCaseStartedId": begun["id"], "testStepId": step["id"]}, outcome)
            finished = {"testCaseStartedId": begun["id"], "timestamp": _timestamp(attempt["finished"])}
            yield {"testCaseFinished": {**finished, "willBeRetried": attempt["retried"]}}

    def _results(self, attempt: Message) -> Iterator[Message]:
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


def _unrun(match: Message) -> str:
    return (UNDEFINED, SKIPPED, AMBIGUOUS)[min(len(match["stepDefinitionIds"]), 2)]


def _step(ids: Message, outcome: Message) -> Iterator[Message]:
    yield {"testStepStarted": {**ids, "timestamp": _timestamp(outcome["started"])}}
    finished = _timestamp(outcome["started"] + outcome["duration"])
    if "world" in outcome:
        file = {"body": outcome["world"], "contentEncoding": "IDENTITY", "mediaType": "text/plain"}
        yield {"attachment": {**file, "fileName": "world.txt", **ids, "timestamp": finished}}
    told = {name: outcome.get(name) for name in ("status", "message", "exception")}
    told["duration"] = _timestamp(outcome["duration"])
    yield {"testStepFinished": {**ids, "testStepResult": told, "timestamp": finished}}


def _timestamp(nanoseconds: int) -> Message:
    seconds, nanos = divmod(nanoseconds, 1_000_000_000)
    return {"seconds": seconds, "nanos": nanos}
