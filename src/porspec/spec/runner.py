"""Run variants in process, keep what happened, and say it: of a run as a table or a tree, of a step that failed."""

import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby
from pathlib import Path
from typing import Any

from ..sources.features import below_lines, screen_width
from ..sources.problems import Location, Problem
from .bindings import Binding, filled
from .catalogue import StepCatalogue
from .spec import Spec, Variant, in_steps, places, planned, refuse_without_assertions


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
        return Trace(variant, language, tuple(passed), *_failure(execution, error, is_step=is_step))
    return Trace(variant, language, tuple(passed))


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
        step = execution.scenario.steps[execution.done]
        place = replace(step.location, column=step.location.column + step.keyword_width)
        what = f"'{spec.catalogue.phrase(execution.bindings[execution.done], language)}'"
    name = filled(execution.scenario.name, execution.cells)
    row = f", row at {execution.row}" if execution.row else ""
    words, path, root = _error_words(error), Path(led[-1].path), spec.config.root
    raised = replace(led[-1], path=path.relative_to(root).as_posix() if path.is_relative_to(root) else path.name)
    shown = spec.catalogue.with_labels(words, language)
    message = f"{what} failed for {execution.variant.moniker} in '{name}'{row}: {shown}"
    remedy = f"Raised at {raised}. Correct the scenario or what it describes."
    return Problem(place, message, "scenario-failed", remedy), f"{raised}: {words}"


def describe(execution: Execution, error: BaseException, start: Path) -> Iterator[str]:
    """Lines on the step that failed; `start` is the folder that shown paths begin in.

    The words of an error that is no failed assertion come first: what it says matters more than where it was.
    """
    catalogue, language, cells = execution.spec.catalogue, execution.language, execution.cells
    if not isinstance(error, AssertionError):
        yield catalogue.with_labels(_error_words(error), language)
    yield headline(execution, start)
    yield f"    scenario: {filled(execution.scenario.name, cells)}"
    if execution.row:
        shown = ", ".join(f"{name} = {value}" for name, value in cells.items())
        yield f"    example: {shown} ({_shown(execution, execution.row, start)})"
    yield f"    language: {language}"
    yield f"    moniker: {execution.variant.moniker}"
    yield "    steps:"
    for number, step in enumerate(execution.scenario.steps[: execution.done + 1]):
        yield f"        {'✓' if number < execution.done else '✗'} {step.keyword} {filled(step.text, cells)}"
        table = [[filled(cell, cells) for cell in line] for line in step.table or ()]
        doc_string = None if step.doc_string is None else filled(step.doc_string, cells)
        yield from (f"            {line}" for line in below_lines(table, doc_string, step.media_type))
    if values := execution.values():
        yield "    values:"
    yield from (f"        {name} = {catalogue.with_labels(repr(each), language)}" for name, each in values.items())
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


def _labelled(data: Any, catalogue: StepCatalogue, language: str) -> Any:
    """Plain data with the label behind each id in its texts."""
    if isinstance(data, str):
        return catalogue.with_labels(data, language)
    if isinstance(data, Mapping):
        return {key: _labelled(each, catalogue, language) for key, each in data.items()}
    return [_labelled(each, catalogue, language) for each in data] if isinstance(data, list | tuple) else data


def _as_yaml(snapshot: Any) -> str:
    """Plain data as YAML, in the order that it has; what YAML does not know, as Python shows it."""
    import yaml  # only a failure needs it, and it takes long to load

    class Dumper(yaml.SafeDumper):
        def ignore_aliases(self, data: Any) -> bool:
            del data
            return True

    Dumper.add_multi_representer(object, lambda dumper, value: dumper.represent_str(repr(value)))
    return str(yaml.dump(snapshot, Dumper=Dumper, default_flow_style=None, allow_unicode=True, sort_keys=False))


# --- what a run prints -------------------------------------------------------------------------------------------


def report(spec: Spec, traces: Iterator[Trace], total: int, *, verbose: bool = False) -> list[Problem]:
    """Print a run, as a tree while it runs or as a table, and how many passed; returns a problem for each cause."""
    import click

    shown = _tree(spec, traces, total) if verbose else traces
    with click.progressbar(shown, total, "Running", hidden=verbose or not sys.stdout.isatty()) as drawn:
        features = list(_features(spec, drawn))
    for line in _table(features, spec.config.monikers.ids) if features and not verbose else ():
        print(line)
    ran = [trace for _, of_feature, _ in features for trace in of_feature]
    print(f"{len(ran)} ran: {len(ran) - _failed(ran)} passed, {_failed(ran)} failed", flush=True)
    return by_cause(ran)


def without_scenarios(spec: Spec, plan: Iterable[tuple[Variant, str]], languages: Sequence[str]) -> Iterator[str]:
    """Why none ran of a language that was to run."""
    run = {language for _, language in plan}
    for code in languages or (spec.source,):
        if code not in run and any(code in found for found in spec.features.values()):
            yield f"No scenario in {code} is for what was chosen."
        elif code not in run:
            yield f"There is no feature in {code}: porspec stats {code} says what is still to be translated."


def by_cause(traces: Iterable[Trace]) -> list[Problem]:
    """The first failure of each cause, which says how many more there are."""
    causes: dict[str, list[Problem]] = {}
    for trace in traces:
        if trace.problem:
            causes.setdefault(trace.cause, []).append(trace.problem)
    more = " (and {} more of this cause)"
    return [
        replace(first, message=first.message + more.format(len(others)) * bool(others))
        for first, *others in causes.values()
    ]


def _features(spec: Spec, traces: Iterable[Trace]) -> Iterator[tuple[str, list[Trace], float]]:
    """The name of each feature in each language, its traces, and how many seconds they took."""
    begun = time.perf_counter()
    for (language, stem), found in groupby(traces, key=lambda trace: (trace.language, trace.variant.stem)):
        yield spec.feature(stem, language).source.name, list(found), time.perf_counter() - begun
        begun = time.perf_counter()


def _tree(spec: Spec, traces: Iterable[Trace], total: int) -> Iterator[Trace]:
    """The traces; prints features, rules and scenarios while they run."""
    done, before, rule = 0, ("", ""), None
    for key, of_scenario in groupby(traces, key=lambda each: (each.language, each.variant.stem, each.variant.scenario)):
        found = list(of_scenario)
        if key[:2] != before:
            print(spec.feature(key[1], key[0]).source.name)
        before, scenario = key[:2], spec.scenario(found[0].variant, found[0].language)
        if scenario.rule is not None and scenario.rule is not rule:
            print(f"  {scenario.rule.keyword}: {scenario.rule.name}")
        rule = scenario.rule
        done += len(found)
        counts = [
            moniker + f" × {len(ran)}" * (len(ran) > 1) + " FAILED" * bool(_failed(ran))
            for moniker in spec.config.monikers.ids
            if (ran := _of(moniker, found))
        ]
        line = f"{'✗' if _failed(found) else '✓'} {scenario.name}  ({', '.join(counts)})"
        print(f"{'    ' if rule else '  '}{line}  {done}/{total}", flush=True)
        yield from found


def _of(moniker: str, traces: Iterable[Trace]) -> list[Trace]:
    return [trace for trace in traces if trace.variant.moniker == moniker]


def _failed(traces: Iterable[Trace]) -> int:
    return sum(trace.problem is not None for trace in traces)


def _table(features: Sequence[tuple[str, list[Trace], float]], monikers: Sequence[str]) -> Iterator[str]:
    """A line for each feature: how many ran for each moniker, how many of these failed, and the time."""
    used = [each for each in monikers if any(_of(each, traces) for _, traces, _ in features)]
    rows = [("feature", *used, "seconds")]
    for name, traces, seconds in features:
        counts = [(_failed(ran), len(ran)) for ran in (_of(each, traces) for each in used)]
        told = (f"{failed} of {all_} failed" if failed else str(all_ or "-") for failed, all_ in counts)
        rows.append((name, *told, f"{seconds:.2f}"))
    widths = [max(map(screen_width, column)) for column in zip(*rows, strict=True)]
    for name, *cells in rows:
        numbers = map(str.rjust, cells, widths[1:])
        yield "  ".join((name + " " * (widths[0] - screen_width(name)), *numbers))
