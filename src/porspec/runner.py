"""Run variants in process, and keep what happened."""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from .bindings import Binding
from .problems import Location, Problem
from .spec import Spec, Variant


@dataclass(frozen=True, slots=True)
class StepTrace:
    """A step that ran: its binding, and the world after it as the steps package's `snapshot` shows it."""

    binding: Binding
    snapshot: Any


@dataclass(frozen=True, slots=True)
class Trace:
    """What happened when a variant ran: the steps that passed, and the problem that stopped it, if any."""

    variant: Variant
    steps: tuple[StepTrace, ...]
    problem: Problem | None = None


def run(spec: Spec, variant: Variant) -> Trace:
    """Run a variant on a fresh world; a step that raises ends it and becomes the trace's problem."""
    world = spec.world.new(variant.moniker)
    passed: list[StepTrace] = []
    for number, binding in enumerate(spec.bindings(variant)):
        try:
            spec.catalogue.call(binding, world)
        except Exception as error:  # noqa: BLE001 - whatever a step raises is its failure
            return Trace(variant, tuple(passed), _failure(spec, variant, number, error))
        passed.append(StepTrace(binding, spec.world.snapshot(world)))
    return Trace(variant, tuple(passed))


def run_all(spec: Spec) -> Iterator[Trace]:
    """The trace of every variant, in order."""
    return (run(spec, variant) for variant in spec.variants())


def _failure(spec: Spec, variant: Variant, number: int, error: Exception) -> Problem:
    scenario = spec.scenario(variant)
    step = scenario.steps[number]
    text = spec.catalogue.phrase(spec.bindings(variant)[number], spec.source)
    row = f", row at {scenario.rows[variant.row].location}" if variant.row is not None else ""
    place = replace(step.location, column=step.location.column + step.keyword_width)
    return Problem(
        place,
        f"'{text}' failed for {variant.moniker} in '{scenario.name}'{row}: {_words(error)}",
        "scenario-failed",
        f"Raised at {_raised_at(spec.config.root, error)}. Correct the scenario or what it describes.",
    )


def _words(error: Exception) -> str:
    words = str(error) or "it does not hold"
    return words if isinstance(error, AssertionError) else f"{type(error).__name__}: {words}"


def _raised_at(root: Path, error: Exception) -> Location:
    frame = traceback.extract_tb(error.__traceback__)[-1]
    path = Path(frame.filename)
    shown = path.relative_to(root).as_posix() if path.is_relative_to(root) else path.name
    return Location(shown, frame.lineno or 1, (frame.colno or 0) + 1)
