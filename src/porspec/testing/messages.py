"""Cucumber Messages of a test run: what was planned and what happened, as envelopes.

A feature that runs in several variants gives a document, and pickles, for each of them: reports look for one test case
behind each scenario of a document. Messages are plain data, as their schema has it.
"""

from __future__ import annotations

import itertools
import json
import os
import platform
import re
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from importlib.metadata import version
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from gherkin.ast_builder import AstBuilder
from gherkin.errors import CompositeParserException
from gherkin.parser import Parser
from gherkin.pickles.compiler import Compiler
from gherkin.stream.id_generator import IdGenerator

from ..sources.features import Kind
from ..spec.definitions import Definition, Pattern
from ..spec.spec import Spec
from .adapter import GherkinStep, escaped, expression_of, spans, step_contexts, visible

PROTOCOL = "34.2.0"  # the version of the schema that the messages keep to
_RUN = "test-run"
_HOOKS = {"before": "BEFORE_TEST_CASE", "after": "AFTER_TEST_CASE"}

Message = dict[str, Any]
_Argument = tuple[int, str, str | None]  # its start in a step, from 0; its value; its parameter, if it has a name

# What workers send is plain data as well, times in nanoseconds:
#   a case: uri, variant ("" for none), line of its scenario, row (the number of its example row, if any), steps (what
#     each matches)
#   what was collected: definitions (envelopes by id), cases by the test's name
#   an attempt, one run of a test: test, worker, started, finished, ended (whether it came to its end), steps (the
#     results of those that began), before and after (a result where something else than a step stopped it)


def result(status: str, started: int, duration: int = 0, message: str | None = None) -> Message:
    """How a step ended, or what stands around the steps; an error that stopped it and the world it left may follow."""
    return {"status": status, "started": started, "duration": duration, "message": message}


# --- definitions -------------------------------------------------------------------------------------------------


class Definitions:
    """All of a process's definitions as envelopes by id, ours in each language; and what a step matches."""

    def __init__(self, root: Path, spec: Spec | None) -> None:
        self.root, self.spec = root, spec
        self.envelopes: dict[str, Message] = {}
        if spec:
            for definition, language in itertools.product(spec.catalogue.definitions.values(), spec.languages):
                pattern, place = spec.catalogue.pattern(definition, language), definition.location
                self.envelopes |= {f"parameter {name}": _parameter_type(name) for name in pattern.names}
                self._add(_id(definition, language), _expression(pattern), place.path, place.line)
        for context in step_contexts():
            self._add_theirs(context)

    def bound(self, kind: Kind | None, text: str, language: str) -> Message:
        """What a step of ours matches: one definition, none, or several."""
        assert self.spec is not None
        hits = self.spec.catalogue.candidates(kind, text, language)
        names = hits[0][1].names if len(hits) == 1 else ()
        quoted = zip(re.finditer('"([^"]*)"', text), names, strict=False)
        return _match(
            [_id(each, language) for each, _ in hits], [(found.start(1), found[1], name) for found, name in quoted]
        )

    def taken(self, step: GherkinStep, item: pytest.Item) -> Message:
        """The definition that pytest-bdd takes for a step of its own."""
        context = visible(step, item)
        return (
            _match([self._add_theirs(context)], [(*each, None) for each in spans(context.parser, step.name)])
            if context
            else _match([], ())
        )

    def _add_theirs(self, context: Any) -> str:
        """Add a definition of pytest-bdd's; returns its id."""
        code = context.step_func.__code__
        path = Path(os.path.relpath(code.co_filename, self.root))
        uri = path.name if ".." in path.parts else path.as_posix()
        kind, source = expression_of(context.parser)
        key = f"{uri}:{code.co_firstlineno} {context.type or 'step'} {source}"
        self._add(key, source, uri, code.co_firstlineno, kind)
        return key

    def _add(self, key: str, source: str, uri: str, line: int, kind: str = "CUCUMBER_EXPRESSION") -> None:
        pattern, place = {"source": source, "type": kind}, {"uri": uri, "location": {"line": line}}
        self.envelopes[key] = {"stepDefinition": {"id": key, "pattern": pattern, "sourceReference": place}}


def _match(ids: list[str], arguments: Iterable[_Argument]) -> Message:
    """What a step matches: no definition where it is undefined, several where it is ambiguous."""
    found = [{"group": {"start": start, "value": value}, "parameterTypeName": name} for start, value, name in arguments]
    return {"stepDefinitionIds": ids, "stepMatchArgumentsLists": [{"stepMatchArguments": found} for _ in ids]}


def _id(definition: Definition, language: str) -> str:
    return f"{definition.location.path}:{definition.location.line} {language} {definition.kind} {definition.pattern}"


def _expression(pattern: Pattern) -> str:
    pairs = zip(pattern.names, pattern.literals[1:], strict=True)
    return escaped(pattern.literals[0]) + "".join(f'"{{{name}}}"{escaped(literal)}' for name, literal in pairs)


def _parameter_type(name: str) -> Message:
    flags = {"preferForRegularExpressionMatch": False, "useForSnippets": False}
    found = {"id": f"parameter {name}", "name": name, "regularExpressions": ['[^"]*'], **flags}
    return {"parameterType": found}


# --- documents ---------------------------------------------------------------------------------------------------


class _Ids(IdGenerator):
    """Ids that say where they are from, so that those of one file do not depend on another."""

    def __init__(self, uri: str) -> None:
        super().__init__()
        self.uri = uri

    def get_next_id(self) -> str:
        return f"{self.uri}:{super().get_next_id()}"


class Document(NamedTuple):
    """A feature file for one variant: its envelopes, and its pickles by line of scenario and number of row."""

    envelopes: list[Message]
    pickles: dict[tuple[int, int], Message]


def read_document(path: str, variant: str, text: str) -> Document:
    """What Gherkin makes of a file's text, or the errors of its parser."""
    text = text.removeprefix("\ufeff")
    uri = f"{path}#{variant}" if variant else path
    envelopes: list[Message] = [{"source": {"uri": uri, "data": text, "mediaType": "text/x.cucumber.gherkin+plain"}}]
    ids = _Ids(uri)
    try:
        ast: Any = {**Parser(AstBuilder(ids)).parse(text), "uri": uri}
    except CompositeParserException as found:
        for error in found.errors:
            place = error.location or {"line": 1}
            reference = {"uri": uri, "location": {"line": place["line"], "column": place.get("column")}}
            envelopes.append({"parseError": {"source": reference, "message": str(error)}})
        return Document(envelopes, {})
    lines = {each["id"]: each["location"]["line"] for each in _scenarios(ast.get("feature", {"children": ()}))}
    rows: dict[int, Iterator[int]] = defaultdict(itertools.count)
    pickles = {}
    compiled: Any = Compiler(ids).compile(ast)
    for pickle in compiled:
        pickle["name"] += f" [{variant}]" if variant else ""
        for step in pickle["steps"]:
            step["type"] = step["type"] or "Unknown"
        line = lines[pickle["astNodeIds"][0]]
        pickles[line, next(rows[line])] = pickle
    return Document([*envelopes, {"gherkinDocument": ast}], pickles)


def _scenarios(node: Message) -> Iterator[Message]:
    for child in node["children"]:
        if "scenario" in child:
            yield child["scenario"]
        elif "rule" in child:
            yield from _scenarios(child["rule"])


# --- envelopes ---------------------------------------------------------------------------------------------------


def ndjson(envelopes: Iterable[Message]) -> str:
    """Messages, one in a line."""
    found = (json.dumps(_without_nothing(each), ensure_ascii=False, separators=(",", ":")) for each in envelopes)
    return "".join(f"{each}\n" for each in found)


def _without_nothing(value: Any) -> Any:
    """A message without the fields that hold nothing, which its schema does not allow."""
    if isinstance(value, dict):
        return {name: _without_nothing(each) for name, each in value.items() if each is not None}
    return [_without_nothing(each) for each in value] if isinstance(value, list) else value


def messages_of(
    collected: Message,
    documents: Mapping[tuple[str, str], Document],
    attempts: Iterable[Message],
    started: int,
    finished: Message,
) -> Iterator[Message]:
    """Every message of a run, in the order in which Cucumber sends them.

    `finished` says whether all went well, and why something could not run, if so.
    """
    yield {"meta": _meta()}
    cases: dict[str, Message] = collected["cases"]
    places = {
        test: (documents[case["uri"], case["variant"]], (case["line"], case["row"] or 0))
        for test, case in cases.items()
    }
    pickles = {test: document.pickles[place] for test, (document, place) in places.items()}
    planned = {pickle["id"] for pickle in pickles.values()}
    for document in documents.values():
        yield from document.envelopes
        yield from ({"pickle": pickle} for pickle in document.pickles.values() if pickle["id"] in planned)
    envelopes: dict[str, Message] = collected["definitions"]
    yield from (envelopes[key] for key in sorted(envelopes, key=lambda key: ("stepDefinition" in envelopes[key], key)))
    by_test: dict[str, list[Message]] = {}
    for attempt in sorted(attempts, key=lambda each: each["started"]):
        by_test.setdefault(attempt["test"], []).append(attempt)
    for kind, of_kind in _HOOKS.items():
        if any(attempt[kind] for of_test in by_test.values() for attempt in of_test):
            yield {"hook": {"id": kind, "name": f"pytest, {kind} the steps", "sourceReference": {}, "type": of_kind}}
    yield {"testRunStarted": {"timestamp": _timestamp(started), "id": _RUN}}
    told = {test: _case(test, cases[test]["steps"], pickles[test], of_test) for test, of_test in by_test.items()}
    yield from ({"testCase": each} for each in told.values())
    for test, of_test in by_test.items():
        yield from _ran(told[test], of_test)
    yield {"testRunFinished": {**finished, "timestamp": _timestamp(time.time_ns()), "testRunStartedId": _RUN}}


def _meta() -> Message:
    return {
        "protocolVersion": PROTOCOL,
        "implementation": {"name": "porspec", "version": version("porspec")},
        "runtime": {"name": platform.python_implementation(), "version": platform.python_version()},
        "os": {"name": platform.system(), "version": platform.release()},
        "cpu": {"name": platform.machine()},
    }


def _case(test: str, matches: list[Message], pickle: Message, attempts: list[Message]) -> Message:
    """A test; pytest's own work is a step where it stopped an attempt."""
    before, after = (
        [{"id": f"{kind} {test}", "hookId": kind}] if any(attempt[kind] for attempt in attempts) else []
        for kind in _HOOKS
    )
    steps = [
        {"id": f"step {number} {test}", "pickleStepId": step["id"], **match}
        for number, (step, match) in enumerate(zip(pickle["steps"], matches, strict=True))
    ]
    all_steps = [*before, *steps, *after]
    return {"id": f"case {test}", "pickleId": pickle["id"], "testSteps": all_steps, "testRunStartedId": _RUN}


def _ran(case: Message, attempts: list[Message]) -> Iterator[Message]:
    for number, attempt in enumerate(attempts):
        key = f"attempt {number} {attempt['test']}"
        begun = {"attempt": number, "id": key, "testCaseId": case["id"], "workerId": attempt["worker"]}
        yield {"testCaseStarted": {**begun, "timestamp": _timestamp(attempt["started"])}}
        for step, outcome in zip(case["testSteps"], _results(case, attempt), strict=True):
            yield from _step({"testCaseStartedId": key, "testStepId": step["id"]}, outcome)
        finished = {"testCaseStartedId": key, "timestamp": _timestamp(attempt["finished"])}
        yield {"testCaseFinished": {**finished, "willBeRetried": attempt is not attempts[-1]}}


def _results(case: Message, attempt: Message) -> Iterator[Message]:
    """A result for each step of a test: what did not begin was skipped, or is undefined."""
    begun, end = iter(attempt["steps"]), attempt["started"]
    stop = attempt["steps"][-1]["status"] if attempt["steps"] else "PASSED"
    for step in case["testSteps"]:
        if step.get("hookId") == "after":
            outcome = attempt["after"] or result("PASSED", attempt["finished"])
        elif "hookId" in step:
            outcome = attempt["before"] or result("PASSED", end)
        else:
            unrun = ("UNDEFINED", "SKIPPED", "AMBIGUOUS")[min(len(step["stepDefinitionIds"]), 2)]
            outcome = next(begun, None) or result(stop if stop in ("SKIPPED", "UNKNOWN") else unrun, end)
        end = outcome["started"] + outcome["duration"]
        yield outcome


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
