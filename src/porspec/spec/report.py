"""What is printed of a run: a table of features by moniker, or a tree, and each cause of failures once."""

import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from ..sources.features import screen_width
from ..sources.monikers import ALONE
from ..sources.problems import Problem
from .runner import FAILED, SKIPPED, Trace
from .spec import Spec, Variant

Then = Callable[[list[Trace]], list[Trace]]


def report(
    spec: Spec, traces: Iterator[Trace], total: int, *, verbose: bool = False, then: Then = list
) -> list[Problem]:
    """Print a run, as a tree while it runs or as a table, and how many passed; returns a problem for each cause.

    `then` gets the traces of each feature when it ran, and returns what is to be kept of them until the end.
    What was skipped is a warning of a run, as it is no failure of pytest's.
    """
    import click

    shown = _tree(spec, traces, total) if verbose else traces
    with click.progressbar(shown, total, "Running", hidden=verbose or not sys.stdout.isatty()) as drawn:
        features = list(_features(spec, drawn, then))
    for line in _table(features, spec.config.monikers.ids) if features and not verbose else ():
        print(line)
    ran = [trace for _, of_feature, _ in features for trace in of_feature]
    failed, skipped = _stopped(ran, FAILED), _stopped(ran, SKIPPED)
    left = len(ran) - skipped
    print(f"{left} ran: {left - failed} passed, {failed} failed{f', {skipped} skipped' if skipped else ''}", flush=True)
    return [replace(each, severity="warning") if each.code == SKIPPED else each for each in by_cause(ran)]


def without_scenarios(spec: Spec, plan: Iterable[tuple[Variant, str]], languages: Sequence[str]) -> Iterator[str]:
    """Why none ran of a language that was to run."""
    run = {language for _, language in plan}
    for code in languages or (spec.source,):
        if code not in run and any(code in found for found in spec.features.values()):
            yield f"No scenario in {code} is for what was chosen."
        elif code not in run:
            yield f"There is no feature in {code}: porspec stats {code} says what is still to be translated."


def by_cause(traces: Iterable[Trace]) -> Iterator[Problem]:
    """The first problem of each cause, which says how many more there are."""
    causes: dict[str, list[Problem]] = {}
    for trace in traces:
        if trace.problem:
            causes.setdefault(trace.cause, []).append(trace.problem)
    for first, *others in causes.values():
        more = f" (and {len(others)} more of this cause)" if others else ""
        yield replace(first, message=first.message + more)


def _features(spec: Spec, traces: Iterable[Trace], then: Then) -> Iterator[tuple[str, list[Trace], float]]:
    """The name of each feature in each language, its traces, and how many seconds they took."""
    begun = time.perf_counter()
    for (language, stem), found in groupby(traces, key=lambda trace: (trace.language, trace.variant.stem)):
        ran, seconds = list(found), time.perf_counter() - begun
        yield spec.feature(stem, language).source.name, then(ran), seconds
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
            moniker * (moniker != ALONE)
            + f" × {len(ran)}" * (len(ran) > 1)
            + " FAILED" * bool(_stopped(ran, FAILED))
            + " SKIPPED" * bool(_stopped(ran, SKIPPED))
            for moniker in spec.config.monikers.ids
            if (ran := _of(moniker, found))
        ]
        mark = "✗" if _stopped(found, FAILED) else "–" if _stopped(found, SKIPPED) else "✓"
        line = f"{mark} {scenario.name}" + f"  ({', '.join(counts).strip()})" * any(counts)
        print(f"{'    ' if rule else '  '}{line}  {done}/{total}", flush=True)
        yield from found


def _of(moniker: str, traces: Iterable[Trace]) -> list[Trace]:
    return [trace for trace in traces if trace.variant.moniker == moniker]


def _stopped(traces: Iterable[Trace], code: str) -> int:
    return sum(trace.problem is not None and trace.problem.code == code for trace in traces)


def _table(features: Sequence[tuple[str, list[Trace], float]], monikers: Sequence[str]) -> Iterator[str]:
    """A line for each feature: how many there are for each moniker, how many of these failed, and the time."""
    used = [each for each in monikers if any(_of(each, traces) for _, traces, _ in features)]
    rows = [("feature", *("scenarios" if each == ALONE else each for each in used), "seconds")]
    for name, traces, seconds in features:
        rows.append((name, *(_told(_of(each, traces)) for each in used), f"{seconds:.2f}"))
    widths = [max(map(screen_width, column)) for column in zip(*rows, strict=True)]
    for name, *cells in rows:
        numbers = map(str.rjust, cells, widths[1:])
        yield "  ".join((name + " " * (widths[0] - screen_width(name)), *numbers))


def _told(ran: Sequence[Trace]) -> str:
    for code, what in ((FAILED, "failed"), (SKIPPED, "skipped")):
        if number := _stopped(ran, code):
            return f"{number} of {len(ran)} {what}"
    return str(len(ran) or "-")
