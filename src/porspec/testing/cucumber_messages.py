"""Cucumber Messages of a test run: what was planned and what happened, as envelopes.

A feature that runs in several variants gives a document, and pickles, for each of them: reports look for one test case
behind each scenario of a document. Messages are plain data, as their schema has it.
"""

import itertools
import json
import os
import platform
import re
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from importlib.metadata import version
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from gherkin.ast_builder import AstBuilder
from gherkin.errors import CompositeParserException
from gherkin.parser import Parser
from gherkin.pickles.compiler import Compiler
from gherkin.stream.gherkin_events import create_errors
from gherkin.stream.id_generator import IdGenerator

from ..sources.features import Kind
from ..spec.definitions import Definition
from ..spec.spec import Spec
from .adapter import GherkinStep, escaped, expression_of, spans, step_contexts, visible

PROTOCOL = "34.2.0"  # the version of the schema that the messages keep to
_RUN = "test-run"
_HOOKS = {"before": "BEFORE_TEST_CASE", "after": "AFTER_TEST_CASE"}
_ANY_TEXT = {"regularExpressions": ['[^"]*'], "preferForRegularExpressionMatch": False, "useForSnippets": False}

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
                for name in pattern.names:
                    key = f"parameter {name}"
                    self.envelopes[key] = {"parameterType": {"id": key, "name": name, **_ANY_TEXT}}
                source = str(replace(pattern, literals=tuple(map(escaped, pattern.literals))))
                self._add(_id(definition, language), source, place.path, place.line)
        for context in step_contexts():
            self._add_theirs(context)

    def bound(self, kind: Kind | None, text: str, language: str) -> Message:
        """What a step of ours matches: one definition, none, or several."""
        assert self.spec is not None
        hits = self.spec.catalogue.candidates(kind, text, language)
        names = hits[0][1].names if len(hits) == 1 else ()
        quoted = zip(re.finditer('"([^"]*)"', text), names, strict=False)
        arguments = [(found.start(1), found[1], name) for found, name in quoted]
        return _match([_id(each, language) for each, _ in hits], arguments)

    def taken(self, step: GherkinStep, item: pytest.Item) -> Message:
        """The definition that pytest-bdd takes for a step of its own."""
        context = visible(step, item)
        if context is None:
            return _match([], ())
        return _match([self._add_theirs(context)], [(*each, None) for each in spans(context.parser, step.name)])

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


# --- documents ---------------------------------------------------------------------------------------------------


@dataclass
class _Ids(IdGenerator):
    """Ids that say where they are from, so that those of one file do not depend on another."""

    uri: str
    numbers: Iterator[int] = field(default_factory=itertools.count)

    def get_next_id(self) -> str:
        return f"{self.uri}:{next(self.numbers)}"


class Document(NamedTuple):
    """A feature file for one variant: its envelopes, and its pickles by line of scenario and number of row."""

    envelopes: list[Message]
    pickles: dict[tuple[int, int], Message]


def read_document(root: Path, path: str, variant: str) -> Document:
    """What Gherkin makes of a file, or the errors of its parser."""
    text = (root / path).read_bytes().decode("utf-8", "replace").removeprefix("\ufeff")
    uri = f"{path}#{variant}" if variant else path
    source = {"source": {"uri": uri, "data": text, "mediaType": "text/x.cucumber.gherkin+plain"}}
    ids = _Ids(uri)
    try:
        ast: Any = {**Parser(AstBuilder(ids)).parse(text), "uri": uri}
    except CompositeParserException as found:
        errors: Any = create_errors(found.errors, uri)
        return Document([source, *errors], {})
    children = ast.get("feature", {}).get("children", ())
    nested = [each for child in children for each in child.get("rule", {}).get("children", (child,))]
    lines = {each["scenario"]["id"]: each["scenario"]["location"]["line"] for each in nested if "scenario" in each}
    compiled: Any = Compiler(ids).compile(ast)
    pickles = {}
    for line, of_scenario in itertools.groupby(compiled, key=lambda pickle: lines[pickle["astNodeIds"][0]]):
        for row, pickle in enumerate(of_scenario):
            pickle["name"] += f" [{variant}]" if variant else ""
            for step in pickle["steps"]:
                step["type"] = step["type"] or "Unknown"
            pickles[line, row] = pickle
    return Document([source, {"gherkinDocument": ast}], pickles)


# --- envelopes ---------------------------------------------------------------------------------------------------


def ndjson(envelopes: Iterable[Message]) -> str:
    """Messages, one in a line, without the fields that hold nothing, which their schema does not allow."""

    def told(fields: Message) -> Message:
        return {name: value for name, value in fields.items() if value is not None}

    found = (json.loads(json.dumps(each), object_hook=told) for each in envelopes)
    return "".join(f"{json.dumps(each, ensure_ascii=False, separators=(',', ':'))}\n" for each in found)


def messages_of(
    collected: Message,
    documents: dict[tuple[str, str], Document],
    attempts: list[Message],
    started: int,
    ended: Message,
) -> Iterator[Message]:
    """Every message of a run, in the order in which Cucumber sends them.

    `ended` says whether all went well, and why something could not run, if so.
    """
    yield {"meta": _meta()}
    cases: dict[str, Message] = collected["cases"]
    pickles = {
        test: documents[case["uri"], case["variant"]].pickles[case["line"], case["row"] or 0]
        for test, case in cases.items()
    }
    planned = {pickle["id"] for pickle in pickles.values()}
    for document in documents.values():
        yield from document.envelopes
        yield from ({"pickle": pickle} for pickle in document.pickles.values() if pickle["id"] in planned)
    envelopes: dict[str, Message] = collected["definitions"]
    yield from (envelopes[key] for key in sorted(envelopes, key=lambda key: ("stepDefinition" in envelopes[key], key)))
    by_test = defaultdict[str, list[Message]](list)
    for attempt in sorted(attempts, key=lambda each: each["started"]):
        by_test[attempt["test"]].append(attempt)
    for kind, of_kind in _HOOKS.items():
        if any(attempt[kind] for of_test in by_test.values() for attempt in of_test):
            yield {"hook": {"id": kind, "name": f"pytest, {kind} the steps", "sourceReference": {}, "type": of_kind}}
    yield {"testRunStarted": {"timestamp": _timestamp(started), "id": _RUN}}
    told = {test: _case(test, cases[test]["steps"], pickles[test], of_test) for test, of_test in by_test.items()}
    yield from ({"testCase": each} for each in told.values())
    for test, of_test in by_test.items():
        yield from _ran(told[test], of_test)
    yield {"testRunFinished": {**ended, "timestamp": _timestamp(time.time_ns()), "testRunStartedId": _RUN}}


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
    stopped = [kind for kind in _HOOKS if any(attempt[kind] for attempt in attempts)]
    before, after = ([{"id": f"{kind} {test}", "hookId": kind}] if kind in stopped else [] for kind in _HOOKS)
    pairs = enumerate(zip(pickle["steps"], matches, strict=True))
    own = [{"id": f"step {number} {test}", "pickleStepId": step["id"], **match} for number, (step, match) in pairs]
    steps = [*before, *own, *after]
    return {"id": f"case {test}", "pickleId": pickle["id"], "testSteps": steps, "testRunStartedId": _RUN}


def _ran(case: Message, attempts: list[Message]) -> Iterator[Message]:
    for number, attempt in enumerate(attempts):
        key = f"attempt {number} {attempt['test']}"
        begun = {"attempt": number, "id": key, "testCaseId": case["id"], "workerId": attempt["worker"]}
        yield {"testCaseStarted": {**begun, "timestamp": _timestamp(attempt["started"])}}
        yield from _steps(case, attempt, key)
        finished = {"testCaseStartedId": key, "timestamp": _timestamp(attempt["finished"])}
        yield {"testCaseFinished": {**finished, "willBeRetried": attempt is not attempts[-1]}}


def _steps(case: Message, attempt: Message, key: str) -> Iterator[Message]:
    """What happened in each step of a test: one that did not begin was skipped, or is undefined."""
    begun, end = iter(attempt["steps"]), attempt["started"]
    stop = attempt["steps"][-1]["status"] if attempt["steps"] else "PASSED"
    for step in case["testSteps"]:
        if kind := step.get("hookId"):
            outcome = attempt[kind] or result("PASSED", attempt["finished"] if kind == "after" else end)
        else:
            unrun = ("UNDEFINED", "SKIPPED", "AMBIGUOUS")[min(len(step["stepDefinitionIds"]), 2)]
            outcome = next(begun, None) or result(stop if stop in ("SKIPPED", "UNKNOWN") else unrun, end)
        ids = {"testCaseStartedId": key, "testStepId": step["id"]}
        yield {"testStepStarted": {**ids, "timestamp": _timestamp(outcome["started"])}}
        end = outcome["started"] + outcome["duration"]
        if "world" in outcome:
            file = {"body": outcome["world"], "contentEncoding": "IDENTITY", "mediaType": "text/plain"}
            yield {"attachment": {**file, "fileName": "world.txt", **ids, "timestamp": _timestamp(end)}}
        told = {name: outcome.get(name) for name in ("status", "message", "exception")}
        told["duration"] = _timestamp(outcome["duration"])
        yield {"testStepFinished": {**ids, "testStepResult": told, "timestamp": _timestamp(end)}}


def _timestamp(nanoseconds: int) -> Message:
    seconds, nanos = divmod(nanoseconds, 1_000_000_000)
    return {"seconds": seconds, "nanos": nanos}
