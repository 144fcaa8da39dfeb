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
from .spec import Spec, Variant, in_project, places, planned, refuse_without_assertions
from .worlds import LiveWorld

FAILED, SKIPPED = "scenario-failed", "scenario-skipped"
SKIP, _EXPECTED = "skip", "xfail"  # tags that pytest has a mark for
_SETUP, TEARDOWN = "new_world or snapshot", "what ends the world of new_world"
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

    @property
    def whose(self) -> str:
        """For whom it runs, as a problem says it."""
        return self.spec.config.monikers.for_these([self.variant.moniker])

    @cached_property
    def live(self) -> LiveWorld:
        """Its world, made when it is first asked for."""
        return self.spec.world.live(self.variant.moniker)

    def close(self) -> None:
        """End its world, if there is one; raises what its teardown raises."""
        if "live" in vars(self):
            self.live.close()

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
        world = self.live
        before = None if is_given or not any(each.compares for each in always) else copy.copy(world.state)
        if (result := self.function(world.state, **values)) is not None:
            world.wait(result)
        for each in always:
            try:
                if not each.compares:
                    world.wait(each.function(world.state))
                elif not is_given:
                    world.wait(each.function(world.state, before))
            except Exception as error:  # noqa: BLE001 - as of a step, whatever it raises
                self._untrue = self.done, each, copy.copy(world.state), error
                break
        self.done += 1
        if self._untrue and self.done == len(self.bindings):
            self.done, self.asked, world.state, untrue = self._untrue
            raise untrue

    def words(self, error: BaseException) -> str:
        """What an error says, behind what should always be true."""
        sentence = self.asked and self.spec.languages[self.language].say("steps", self.asked.pattern, "always")
        return f"{sentence.rstrip('.。')}: {error_words(error)}" if sentence else error_words(error)


def run(spec: Spec, variant: Variant, language: str) -> Trace:
    """Run a variant on a fresh world, which ends whatever happened; what raises becomes the trace's problem.

    So does the tag @skip.
    """
    execution = Execution(spec, variant, language)
    if SKIP in execution.tags:
        message = f"'{execution.name}' is skipped{execution.whose}: it has the tag @{SKIP}"
        place = execution.row or execution.scenario.source.location
        return Trace(variant, language, (), Problem(place, message, SKIPPED, _RUN_IT), f"{place}: @{SKIP}")
    trace = None
    try:
        trace = _ran(execution)
    finally:
        try:
            execution.close()
        except KeyboardInterrupt:
            raise
        except BaseException as error:  # noqa: BLE001 - as of a step, whatever it raises
            trace = trace and _badly_ended(trace, *_failure(execution, error, TEARDOWN))
    return trace


def _ran(execution: Execution) -> Trace:
    """The trace of all steps, or of those before what raised."""
    variant, language, passed, what = execution.variant, execution.language, list[StepTrace](), _SETUP
    try:
        world = execution.live
        fresh = world.snapshot()
        for binding in execution.bindings:
            what = ""
            execution.call_next(execution.values())
            what = _SETUP
            passed.append(StepTrace(binding, world.snapshot()))
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # noqa: BLE001 - whatever a step raises is its failure, to skip as well
        return Trace(variant, language, tuple(passed[: execution.done]), *_failure(execution, error, what))
    return Trace(variant, language, tuple(passed), fresh=fresh)


def _badly_ended(trace: Trace, problem: Problem, cause: str) -> Trace:
    """A trace whose world's teardown raised; what failed before it comes first, and a skipped one has failed now."""
    if (first := trace.problem) and first.code == FAILED:
        message = f"{first.message}. And then, at {problem.location}, {problem.message}"
        return replace(trace, problem=replace(first, message=message), cause=f"{trace.cause}, {cause}")
    return replace(trace, problem=problem, cause=cause)


def run_all(spec: Spec, plan: Iterable[tuple[Variant, str]] | None = None) -> Iterator[Trace]:
    """The trace of every variant of a plan, in its order; without one, of every variant in the source language.

    Raises SpecError where nothing could fail.
    """
    refuse_without_assertions()
    return _runs(spec, planned(spec) if plan is None else plan)


def _runs(spec: Spec, plan: Iterable[tuple[Variant, str]]) -> Iterator[Trace]:
    with spec.world.running():
        for variant, language in plan:
            yield run(spec, variant, language)


def _failure(execution: Execution, error: BaseException, what: str) -> tuple[Problem, str]:
    """The problem of the step that failed, or where it says what, of the part of a world that raised; and its cause.

    A place outside of the project is called by the name of its file alone.
    """
    spec, language, led = execution.spec, execution.language, places(error)
    asked, place = None if what else execution.asked, in_project([spec.world.place, *led], spec.config)
    words = error_words(error) if what else execution.words(error)
    verb = _verb(error, frozenset() if what == TEARDOWN else execution.tags)
    if not what:
        place = execution.scenario.place_of(execution.done)
        what = f"'{spec.catalogue.phrase(execution.bindings[execution.done], language)}'"
    row = f", row at {execution.row}" if execution.row else ""
    path, root = Path(led[-1].path), spec.config.root
    raised = replace(led[-1], path=path.relative_to(root).as_posix() if path.is_relative_to(root) else path.name)
    shown = spec.catalogue.with_labels(words, language)
    message = f"{what} {verb}{execution.whose} in '{execution.name}'{row}: {shown}"
    mend_it = "Correct the scenario or what it describes."
    mend_it += " pytest shows the values." * (isinstance(error, AssertionError) and not said(error))
    code, remedy = (FAILED, mend_it) if verb == "failed" else (SKIPPED, _RUN_IT)
    cause = asked.pattern if asked else f"{raised}: {words}"
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
