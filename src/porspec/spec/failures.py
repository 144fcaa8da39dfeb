"""What a failing step shows: where it stands, what was bound to it, and the state of the world that it met."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..sources.tables import below_lines
from .bindings import filled
from .label_words import labelled, with_labels
from .spec import Spec, Variant


@dataclass
class Run:
    """A variant that runs in a language, step by step, on one fresh world; `done` counts the steps that passed."""

    spec: Spec
    variant: Variant
    language: str
    world: Any = field(init=False)
    done: int = field(init=False, default=0)

    def __post_init__(self) -> None:
        self.world = self.spec.world.new(self.variant.moniker)
        self.bindings = self.spec.bindings(self.variant, self.language)

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
        from .world_yaml import as_yaml

        try:
            snapshot = self.spec.world.snapshot(self.world)
        except Exception as error:  # noqa: BLE001 - a world that a failing step left behind may be in any state
            return f"(the world cannot be shown: {type(error).__name__}: {error})\n"
        return as_yaml(labelled(snapshot, self.spec.catalogue, self.language))


def describe(run: Run, error: BaseException, start: Path) -> Iterator[str]:
    """Lines on the step that failed; `start` is the folder that shown paths begin in.

    The words of an error that is no failed assertion come first: what it says matters more than where it was.
    """
    scenario = run.spec.scenario(run.variant, run.language)
    row = scenario.rows[run.variant.row] if run.variant.row is not None else None
    cells = row.raw if row else {}
    steps = scenario.steps[: run.done + 1]
    texts = [f"{step.keyword} {filled(step.text, cells)}" for step in steps]
    if not isinstance(error, AssertionError):
        yield with_labels(f"{type(error).__name__}: {_words(error)}", run.spec.catalogue, run.language)
    place = scenario.steps[run.done].location
    yield f"{_shown(run, place.path, start)}:{place.line}: {texts[-1]}"
    yield f"    scenario: {filled(scenario.name, cells)}"
    if row:
        shown = ", ".join(f"{name} = {value}" for name, value in cells.items())
        yield f"    example: {shown} ({_shown(run, row.location.path, start)}:{row.location.line})"
    yield f"    language: {run.language}"
    yield f"    cloud: {run.variant.moniker}"
    yield "    steps:"
    for step, text in zip(steps, texts, strict=True):
        yield f"        {'✗' if step is steps[-1] else '✓'} {text}"
        table = [[filled(cell, cells) for cell in line] for line in step.table or ()]
        doc_string = None if step.doc_string is None else filled(step.doc_string, cells)
        yield from (f"            {line}" for line in below_lines(table, doc_string, step.media_type))
    if values := run.values():
        catalogue, language = run.spec.catalogue, run.language
        yield "    values:"
        yield from (f"        {name} = {with_labels(repr(each), catalogue, language)}" for name, each in values.items())
    yield "    world:"
    yield from (f"        {line}" for line in run.state().splitlines())


def _words(error: BaseException) -> str:
    try:
        return str(error)
    except Exception as another:  # noqa: BLE001 - an error that cannot say what it is
        return f"(its words cannot be shown: {type(another).__name__}: {another})"


def _shown(run: Run, path: str, start: Path) -> str:
    return Path(os.path.relpath(run.spec.config.root / path, start)).as_posix()
