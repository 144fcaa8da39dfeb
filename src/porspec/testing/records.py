"""What a test run planned and what happened, as plain data: workers send it with their reports."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypedDict

PASSED, FAILED, SKIPPED = "PASSED", "FAILED", "SKIPPED"
UNDEFINED, AMBIGUOUS, UNKNOWN = "UNDEFINED", "AMBIGUOUS", "UNKNOWN"


class Definition(TypedDict):
    """A step definition; `type` is one of Cucumber's two, `parameters` the names in a Cucumber expression."""

    type: str
    source: str
    uri: str
    line: int
    parameters: list[str]


class Argument(TypedDict):
    """A part of a step's text that a definition takes; `start` counts its characters from 0."""

    start: int
    value: str
    name: str | None


class Match(TypedDict):
    """The ids of a step's definitions: none where it is undefined, several where it is ambiguous."""

    definitions: list[str]
    arguments: list[Argument]


class Case(TypedDict):
    """A test: a scenario by its line, the number of its example row, if any, and the matches of its steps."""

    uri: str
    variant: str | None
    line: int
    row: int | None
    steps: list[Match]


class Plan(TypedDict):
    """What was collected: documents as pairs of path and variant, definitions by id, cases by the test's name."""

    documents: list[tuple[str, str | None]]
    definitions: dict[str, Definition]
    cases: dict[str, Case]


class Failure(TypedDict):
    type: str
    message: str
    trace: str


class Result(TypedDict):
    """How a step, or what stands around the steps, ended; times in nanoseconds."""

    status: str
    started: int
    duration: int
    message: str | None
    failure: Failure | None
    attachment: str | None


class Attempt(TypedDict):
    """One run of a test: the steps that began; `before` and `after` are set where something else stopped it."""

    test: str
    worker: str | None
    started: int
    finished: int
    retried: bool
    before: Result | None
    steps: list[Result]
    after: Result | None


@dataclass(frozen=True)
class Run:
    """A whole run; `message` says why there is nothing to run, if so."""

    plan: Plan
    attempts: list[Attempt]
    started: int
    finished: int
    success: bool
    message: str | None


def result(status: str, started: int, duration: int = 0, message: str | None = None) -> Result:
    return Result(status=status, started=started, duration=duration, message=message, failure=None, attachment=None)
