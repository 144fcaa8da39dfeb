"""Run variants in process, keep what happened, and say of a step that failed where it stands and what it met."""

from __future__ import annotations

import os
import re
import sys
import traceback
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from ..sources.features import below_lines
from ..sources.problems import Location, Problem, SpecError
from .bindings import Binding, filled
from .catalogue import StepCatalogue
from .spec import Spec, Variant

_ID = re.compile(r"\b[a-z_]\w*\.\w+\b")


@dataclass(frozen=True, slots=True)
class StepTrace:
    """A step that ran: its binding, and the world after it as the steps package's `snapshot` shows it."""

    binding: Binding
    snapshot: Any


@dataclass(frozen=True, slots=True)
class Trace:
    """What happened when a variant ran in a language: the steps that passed, and the problem that stopped it.

    `cause` is the same for all that failed at one place with the same words.
    """

    variant: Variant
    language: str
    steps: tuple[StepTrace, ...]
    problem: Problem | None = None
    cause: str = ""


@dataclass
class Execution:
    """A variant that runs in a language, step by step, on one fresh world; `done` counts the steps that passed."""

    spec: Spec
    variant: Variant
    language: str
    done: int = 0

    def __post_init__(self) -> None:
        self.scenario = self.spec.scenario(self.variant, self.language)
        self.bindings = self.scenario.bindings_of(self.variant.row)
        self.cells = self.scenario.cells_of(self.variant.row)
        self.row = None if self.variant.row is None else self.scenario.rows[self.variant.row].location

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
        """Run the next step with its values."""
        __tracebackhide__ = True
        self.function(self.world, **values)
        self.done += 1

    def state(self) -> str:
        """The world as it is now, as lines of YAML, with what its labels are called."""
        try:
            snapshot = self.spec.world.snapshot(self.world)
        except Exception as error:  # noqa: BLE001 - a world that a failing step left behind may be in any state
            return f"(the world cannot be shown: {type(error).__name__}: {error})\n"
        return _as_yaml(_labelled(snapshot, self.spec.catalogue, self.language))


def refuse_without_assertions() -> None:
    """Raises SpecError where Python leaves out `assert`, by which steps say what must hold."""
    if sys.flags.optimize:
        remedy = "Run without PYTHONOPTIMIZE and without python -O."
        message = "Python was told to leave out assertions, so that no scenario could fail"
        raise SpecError([Problem(Location("pyproject.toml"), message, "assertions-off", remedy)])


def run(spec: Spec, variant: Variant, language: str) -> Trace:
    """Run a variant on a fresh world; what raises ends it and becomes the trace's problem."""
    execution = Execution(spec, variant, language)
    passed: list[StepTrace] = []
    is_step = False
    try:
        world = execution.world
        for binding in execution.bindings:
            is_step = True
            execution.call_next(execution.values())
            is_step = False
            passed.append(StepTrace(binding, spec.world.snapshot(world)))
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # noqa: BLE001 - whatever a step raises is its failure, to skip as well
        problem = _failure(execution, error, is_step=is_step)
        return Trace(variant, language, tuple(passed), problem, f"{_raised_at(spec, error)}: {_error_words(error)}")
    return Trace(variant, language, tuple(passed))


def run_all(spec: Spec, plan: Iterable[tuple[Variant, str]] | None = None) -> Iterator[Trace]:
    """The trace of every variant of a plan, in its order; without one, of every variant in the source language.

    Raises SpecError where nothing could fail.
    """
    refuse_without_assertions()
    return (run(spec, variant, language) for variant, language in (planned(spec) if plan is None else plan))


def planned(
    spec: Spec, monikers: Collection[str] | None = None, languages: Sequence[str] | None = None
) -> Iterator[tuple[Variant, str]]:
    """The variants of these monikers, each of these languages after the other; of all, in the source language."""
    for language in languages or (spec.source,):
        for variant in spec.variants():
            if (not monikers or variant.moniker in monikers) and language in spec.features[variant.stem]:
                yield variant, language


def _failure(execution: Execution, error: BaseException, *, is_step: bool) -> Problem:
    """The problem of the step that failed; or of new_world or snapshot, where the steps package raised."""
    spec, language = execution.spec, execution.language
    what, place = "new_world or snapshot", _raised_at(spec, error, spec.config.steps)
    if is_step:
        step = execution.scenario.steps[execution.done]
        place = replace(step.location, column=step.location.column + step.keyword_width)
        what = f"'{spec.catalogue.phrase(execution.bindings[execution.done], language)}'"
    name = filled(execution.scenario.name, execution.cells)
    row = f", row at {execution.row}" if execution.row else ""
    words = _with_labels(_error_words(error), spec.catalogue, language)
    return Problem(
        place,
        f"{what} failed for {execution.variant.moniker} in '{name}'{row}: {words}",
        "scenario-failed",
        f"Raised at {_raised_at(spec, error)}. Correct the scenario or what it describes.",
    )


def describe(execution: Execution, error: BaseException, start: Path) -> Iterator[str]:
    """Lines on the step that failed; `start` is the folder that shown paths begin in.

    The words of an error that is no failed assertion come first: what it says matters more than where it was.
    """
    catalogue, language, cells = execution.spec.catalogue, execution.language, execution.cells
    if not isinstance(error, AssertionError):
        yield _with_labels(_error_words(error), catalogue, language)
    yield headline(execution, start)
    yield f"    scenario: {filled(execution.scenario.name, cells)}"
    if execution.row:
        shown = ", ".join(f"{name} = {value}" for name, value in cells.items())
        yield f"    example: {shown} ({_shown(execution, execution.row, start)})"
    yield f"    language: {language}"
    yield f"    moniker: {execution.variant.moniker}"
    yield "    steps:"
    steps = execution.scenario.steps[: execution.done + 1]
    for step in steps:
        yield f"        {'✗' if step is steps[-1] else '✓'} {step.keyword} {filled(step.text, cells)}"
        table = [[filled(cell, cells) for cell in line] for line in step.table or ()]
        doc_string = None if step.doc_string is None else filled(step.doc_string, cells)
        yield from (f"            {line}" for line in below_lines(table, doc_string, step.media_type))
    if values := execution.values():
        yield "    values:"
        yield from (
            f"        {name} = {_with_labels(repr(each), catalogue, language)}" for name, each in values.items()
        )
    yield "    world:"
    yield from (f"        {line}" for line in execution.state().splitlines())


def headline(execution: Execution, start: Path) -> str:
    """The place and the words of the step that is to run next."""
    step = execution.scenario.steps[execution.done]
    return f"{_shown(execution, step.location, start)}: {step.keyword} {filled(step.text, execution.cells)}"


def _shown(execution: Execution, place: Location, start: Path) -> str:
    path = os.path.relpath(execution.spec.config.root / place.path, start)
    return f"{Path(path).as_posix()}:{place.line}"


def _error_words(error: BaseException) -> str:
    """What an error says, its kind first where it is no failed assertion."""
    try:
        words = str(error) or "it does not hold"
    except Exception as another:  # noqa: BLE001 - an error that cannot say what it is
        words = f"(its words cannot be shown: {type(another).__name__}: {another})"
    return words if isinstance(error, AssertionError) else f"{type(error).__name__}: {words}"


def _raised_at(spec: Spec, error: BaseException, folder: str = "") -> Location:
    """Where an error was raised; in a folder, the last place of it that led there."""
    root = spec.config.root
    frames = list(traceback.extract_tb(error.__traceback__))
    if folder:
        frames = [each for each in frames if Path(each.filename).is_relative_to(root / folder)]
    if not frames:
        return Location(f"{folder}/__init__.py")
    path, line, column = Path(frames[-1].filename), frames[-1].lineno or 1, (frames[-1].colno or 0) + 1
    return Location(path.relative_to(root).as_posix() if path.is_relative_to(root) else path.name, line, column)


def _with_labels(text: str, catalogue: StepCatalogue, language: str) -> str:
    """A text with the label behind each id in it, for those who read what failed: button.submit "Submit"."""

    def called(match: re.Match[str]) -> str:
        return f'{match[0]} "{catalogue.label(match[0], language)}"' if match[0] in catalogue.labels else match[0]

    return _ID.sub(called, text)


def _labelled(data: Any, catalogue: StepCatalogue, language: str) -> Any:
    """Plain data with the label behind each id in its texts."""
    match data:
        case str():
            return _with_labels(data, catalogue, language)
        case Mapping():
            return {key: _labelled(each, catalogue, language) for key, each in data.items()}
        case list() | tuple():
            return [_labelled(each, catalogue, language) for each in data]
        case _:
            return data


def _as_yaml(snapshot: Any) -> str:
    """Plain data as YAML, in the order that it has; what YAML does not know, as Python shows it."""
    import yaml  # only a failure needs it, and it takes long to load

    class Dumper(yaml.SafeDumper):
        def ignore_aliases(self, data: Any) -> bool:
            del data
            return True

    Dumper.add_multi_representer(object, lambda dumper, value: dumper.represent_str(repr(value)))
    return str(yaml.dump(snapshot, Dumper=Dumper, default_flow_style=None, allow_unicode=True, sort_keys=False))
