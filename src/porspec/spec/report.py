"""What the command line prints: problems, and a run as a table of features by moniker, or as a tree."""

from __future__ import annotations

import contextlib
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from ..sources.features import screen_width
from ..sources.problems import Problem, count_of

if TYPE_CHECKING:
    from .runner import Trace
    from .spec import Spec, Variant


def print_problems(problems: Iterable[Problem]) -> None:
    """Print problems, one after the other, and count them."""
    found = list(problems)
    for problem in found:
        print(problem, file=sys.stderr)
    print(count_of(found), file=sys.stderr)


def report(spec: Spec, traces: Iterator[Trace], total: int, *, verbose: bool = False) -> list[Problem]:
    """Print a run, as a tree while it runs or as a table, and how many passed; returns a problem for each cause."""
    if verbose:
        features = list(_features(spec, _tree(spec, traces, total)))
    else:
        with _bar(traces, total) as drawn:
            features = list(_features(spec, drawn))
        for line in _table(features, spec.config.monikers.ids) if features else ():
            print(line)
    ran = [trace for _, of_feature, _ in features for trace in of_feature]
    failed = _failed(ran)
    print(f"{len(ran)} ran: {len(ran) - failed} passed, {failed} failed", flush=True)
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
    return [
        replace(first, message=f"{first.message} (and {len(others)} more of this cause)") if others else first
        for first, *others in causes.values()
    ]


def _bar(traces: Iterator[Trace], total: int) -> contextlib.AbstractContextManager[Iterable[Trace]]:
    """The traces, of which a terminal shows how many there are still to come."""
    if not sys.stdout.isatty():
        return contextlib.nullcontext(traces)
    import click

    return click.progressbar(traces, total, "Running")


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
            moniker + (f" × {len(ran)}" if len(ran) > 1 else "") + (" FAILED" if _failed(ran) else "")
            for moniker, ran in _by_moniker(found, spec.config.monikers.ids).items()
        ]
        line = f"{'✗' if _failed(found) else '✓'} {scenario.name}  ({', '.join(counts)})"
        print(f"{'    ' if rule else '  '}{line}  {done}/{total}", flush=True)
        yield from found


def _by_moniker(traces: Iterable[Trace], monikers: Iterable[str]) -> dict[str, list[Trace]]:
    found: dict[str, list[Trace]] = {moniker: [] for moniker in monikers}
    for trace in traces:
        found[trace.variant.moniker].append(trace)
    return {moniker: of_moniker for moniker, of_moniker in found.items() if of_moniker}


def _failed(traces: Iterable[Trace]) -> int:
    return sum(1 for trace in traces if trace.problem)


def _table(features: Sequence[tuple[str, list[Trace], float]], monikers: Sequence[str]) -> Iterator[str]:
    """A line for each feature: how many ran for each moniker, how many of these failed, and the time."""
    used = list(_by_moniker([trace for _, traces, _ in features for trace in traces], monikers))
    rows = [("feature", *used, "seconds")]
    for name, traces, seconds in features:
        found = _by_moniker(traces, used)
        counts = [(_failed(found.get(each, ())), len(found.get(each, ()))) for each in used]
        told = (f"{failed} of {all_} failed" if failed else str(all_ or "-") for failed, all_ in counts)
        rows.append((name, *told, f"{seconds:.2f}"))
    widths = [max(map(screen_width, column)) for column in zip(*rows, strict=True)]
    for name, *cells in rows:
        numbers = (cell.rjust(width) for cell, width in zip(cells, widths[1:], strict=True))
        yield "  ".join((name + " " * (widths[0] - screen_width(name)), *numbers))
