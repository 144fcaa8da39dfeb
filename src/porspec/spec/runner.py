"""Run variants in process, and keep what happened."""

import copy
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from ..sources.problems import Problem
from .bindings import Binding, filled
from .definitions import said
from .invariants import Invariant
from .spec import Spec, Variant, in_steps, places, planned, refuse_without_assertions

FAILED, SKIPPED = "scenario-failed", "scenario-skipped"
SKIP, _EXPECTED = "skip", "xfail"  # tags that pytest has a mark for
_RUN_IT = "Let it run again before a page is made of it."


@dataclass(frozen=True, slots=True)
class StepTrace:
    """A step that ran: its binding, and the world after it as the steps package's `snapshot` shows it."""

    binding: Binding
    snapshot: Any


@dataclass(frozen=True, slots=True)
class Trace:
    """What happened when a variant ran in a language: the steps that passed, and the problem that stopped it.

    `fresh` is the snapshot of its world before the first step.

    The code of the problem says whether it failed, or was skipped as pytest would skip it or expect its failure: then
    nothing is shown that did not run. `cause` is the same for all that failed at one place with the same words.
    """

    variant: Variant
    language: str
    steps: tuple[StepTrace, ...]
    problem: Problem | None = None
    cause: str = ""
    fresh: Any = None


@dataclass
class Execution:
    """A variant that runs in a language, step by step, on one fresh world; `done` counts the steps that passed.

    `asked` is what is always true and was not, after a step that itself passed. It is told at the end, of the world as
    it was then: a later step that fails says more of what is wrong.
    """

    spec: Spec
    variant: Variant
    language: str
    done: int = 0
    asked: Invariant | None = None
    _untrue: tuple[int, Invariant, Any, Exception] | None = None

    def __post_init__(self) -> None:
        self.scenario = self.spec.scenario(self.variant, self.language)
        self.bindings = self.scenario.bindings_of(self.variant.row)
        self.cells = self.scenario.cells_of(self.variant.row)
        self.name = filled(self.scenario.name, self.cells)
        self.row = None if self.variant.row is None else self.scenario.rows[self.variant.row].location
        self.tags = self.spec.tags(self.variant, self.language)

    @cached_property
    def world(self) -> Any:
        return self.spec.world.new(self.variant.moniker)

    @property
    def function(self) -> Callable[..., None]:
        """The function of the next step."""
        return self.spec.catalogue[self.bindings[self.done]].function

    def values(self) -> dict[str, Any]:
        """What the next step's function is called with, besides the world."""
        return self.spec.catalogue.values(self.bindings[self.done])

    def call_next(self, values: Mapping[str, Any]) -> None:
        """Run the next step with its values, and ask what is always true; what was not is raised at the end."""
        __tracebackhide__ = True
        is_given, always = self.bindings[self.done].kind == "given", () if self._untrue else self.spec.world.always
        before = None if is_given or not any(each.compares for each in always) else copy.copy(self.world)
        self.function(self.world, **values)
        for each in always:
            try:
                if not each.compares:
                    each.function(self.world)
                elif not is_given:
                    each.function(self.world, before)
            except Exception as error:  # noqa: BLE001 - as of a step, whatever it raises
                self._untrue = self.done, each, copy.copy(self.world), error
                break
        self.done += 1
        if self._untrue and self.done == len(self.bindings):
            self.done, self.asked, self.world, untrue = self._untrue
            raise untrue

    def words(self, error: BaseException) -> str:
        """What an error says, behind what should always be true."""
        sentence = self.asked and self.spec.languages[self.language].say("steps", self.asked.pattern, "always")
        return f"{sentence.rstrip('.。')}: {error_words(error)}" if sentence else error_words(error)


def run(spec: Spec, variant: Variant, language: str) -> Trace:
    """Run a variant on a fresh world; what raises ends it and becomes the trace's problem, as the tag @skip does."""
    execution = Execution(spec, variant, language)
    passed: list[StepTrace] = []
    is_step = False
    if SKIP in execution.tags:
        message = f"'{execution.name}' is skipped for {variant.moniker}: it has the tag @{SKIP}"
        place = execution.row or execution.scenario.source.location
        return Trace(variant, language, (), Problem(place, message, SKIPPED, _RUN_IT), f"{place}: @{SKIP}")
    try:
        world = execution.world
        fresh = spec.world.snapshot(world)
        for binding in execution.bindings:
            is_step = True
            execution.call_next(execution.values())
            is_step = False
            passed.append(StepTrace(binding, spec.world.snapshot(world)))
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # noqa: BLE001 - whatever a step raises is its failure, to skip as well
        return Trace(variant, language, tuple(passed[: execution.done]), *_failure(execution, error, is_step=is_step))
    return Trace(variant, language, tuple(passed), fresh=fresh)


def run_all(spec: Spec, plan: Iterable[tuple[Variant, str]] | None = None) -> Iterator[Trace]:
    """The trace of every variant of a plan, in its order; without one, of every variant in the source language.

    Raises SpecError where nothing could fail.
    """
    refuse_without_assertions()
    return (run(spec, variant, language) for variant, language in (planned(spec) if plan is None else plan))


def _failure(execution: Execution, error: BaseException, *, is_step: bool) -> tuple[Problem, str]:
    """The problem of the step that failed, or of new_world or snapshot where the steps package raised; and its cause.

    A place outside of the project is called by the name of its file alone.
    """
    spec, language, led = execution.spec, execution.language, places(error)
    what, place = "new_world or snapshot", in_steps(led, spec.config)
    if is_step:
        place = execution.scenario.place_of(execution.done)
        what = f"'{spec.catalogue.phrase(execution.bindings[execution.done], language)}'"
    row = f", row at {execution.row}" if execution.row else ""
    words, path, root = execution.words(error), Path(led[-1].path), spec.config.root
    raised = replace(led[-1], path=path.relative_to(root).as_posix() if path.is_relative_to(root) else path.name)
    shown = spec.catalogue.with_labels(words, language)
    verb = _verb(error, execution.tags)
    message = f"{what} {verb} for {execution.variant.moniker} in '{execution.name}'{row}: {shown}"
    mend_it = "Correct the scenario or what it describes."
    code, remedy = (FAILED, mend_it) if verb == "failed" else (SKIPPED, _RUN_IT)
    cause = execution.asked.pattern if execution.asked else f"{raised}: {words}"
    return Problem(place, message, code, f"Raised at {raised}. {remedy}"), cause


def _verb(error: BaseException, tags: frozenset[str]) -> str:
    """What became of a step that raised, as pytest sees it; who raises what is pytest's has imported it."""
    theirs, unittest = sys.modules.get("pytest"), sys.modules.get("unittest")
    if (theirs and isinstance(error, theirs.skip.Exception)) or (unittest and isinstance(error, unittest.SkipTest)):
        return "was skipped"
    is_expected = _EXPECTED in tags or (theirs and isinstance(error, theirs.xfail.Exception))
    return "failed as expected" if is_expected else "failed"


def error_words(error: BaseException) -> str:
    """What an error says, its kind first where it is no failed assertion."""
    words = said(error) or "it does not hold"
    return words if isinstance(error, AssertionError) else f"{type(error).__name__}: {words}"
