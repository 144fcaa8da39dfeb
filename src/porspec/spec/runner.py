"""Run variants in process, and keep what happened."""

from __future__ import annotations

import traceback
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from ..sources.problems import Location, Problem
from .bindings import Binding, filled
from .label_words import with_labels
from .spec import Spec, Variant


@dataclass(frozen=True, slots=True)
class StepTrace:
    """A step that ran: its binding, and the world after it as the steps package's `snapshot` shows it."""

    binding: Binding
    snapshot: Any


@dataclass(frozen=True, slots=True)
class Trace:
    """What happened when a variant ran in a language: the steps that passed, and the problem that stopped it."""

    variant: Variant
    language: str
    steps: tuple[StepTrace, ...]
    problem: Problem | None = None


def run(spec: Spec, variant: Variant, language: str) -> Trace:
    """Run a variant on a fresh world; a step that raises ends it and becomes the trace's problem."""
    world = spec.world.new(variant.moniker)
    passed: list[StepTrace] = []
    for number, binding in enumerate(spec.bindings(variant, language)):
        try:
            spec.catalogue.call(binding, world)
        except KeyboardInterrupt:
            raise
        except BaseException as error:  # noqa: BLE001 - whatever a step raises is its failure, to skip as well
            return Trace(variant, language, tuple(passed), _failure(spec, variant, language, number, error))
        passed.append(StepTrace(binding, spec.world.snapshot(world)))
    return Trace(variant, language, tuple(passed))


def run_all(spec: Spec, plan: Iterable[tuple[Variant, str]] | None = None) -> Iterator[Trace]:
    """The trace of every variant of a plan, in its order; without one, of every variant in the source language."""
    return (run(spec, variant, language) for variant, language in (planned(spec) if plan is None else plan))


def planned(
    spec: Spec, clouds: Collection[str] | None = None, languages: Sequence[str] | None = None
) -> Iterator[tuple[Variant, str]]:
    """The variants of these clouds, each of these languages after the other; of all clouds, in the source language."""
    for language in languages or (spec.source,):
        for variant in spec.variants():
            if (not clouds or variant.moniker in clouds) and language in spec.features[variant.stem]:
                yield variant, language


def _failure(spec: Spec, variant: Variant, language: str, number: int, error: BaseException) -> Problem:
    scenario = spec.scenario(variant, language)
    step = scenario.steps[number]
    text = spec.catalogue.phrase(spec.bindings(variant, language)[number], language)
    row = f", row at {scenario.rows[variant.row].location}" if variant.row is not None else ""
    name = filled(scenario.name, scenario.rows[variant.row].raw if variant.row is not None else {})
    words = with_labels(_words(error), spec.catalogue, language)
    place = replace(step.location, column=step.location.column + step.keyword_width)
    return Problem(
        place,
        f"'{text}' failed for {variant.moniker} in '{name}'{row}: {words}",
        "scenario-failed",
        f"Raised at {_raised_at(spec.config.root, error)}. Correct the scenario or what it describes.",
    )


def _words(error: BaseException) -> str:
    words = str(error) or "it does not hold"
    return words if isinstance(error, AssertionError) else f"{type(error).__name__}: {words}"


def _raised_at(root: Path, error: BaseException) -> Location:
    frame = traceback.extract_tb(error.__traceback__)[-1]
    path = Path(frame.filename)
    shown = path.relative_to(root).as_posix() if path.is_relative_to(root) else path.name
    return Location(shown, frame.lineno or 1, (frame.colno or 0) + 1)
