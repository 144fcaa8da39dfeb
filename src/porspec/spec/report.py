"""What the command line prints: problems, and the tree of a run."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from ..sources.problems import Problem, count_of

if TYPE_CHECKING:
    from .runner import Trace
    from .spec import Spec


def print_problems(problems: Iterable[Problem]) -> None:
    """Print problems, one after the other, and count them."""
    found = list(problems)
    for problem in found:
        print(problem, file=sys.stderr)
    print_count(found)


def print_count(problems: Sequence[Problem]) -> None:
    """Print how many problems there are."""
    print(count_of(problems), file=sys.stderr)


def report(spec: Spec, traces: Iterator[Trace], total: int) -> list[Problem]:
    """Print the tree of features, rules and scenarios while they run; returns the problems of those that failed."""
    failed: list[Problem] = []
    done = 0
    rule = None
    for (language, stem), of_feature in groupby(traces, key=lambda trace: (trace.language, trace.variant.stem)):
        feature = spec.feature(stem, language)
        print(feature.source.name)
        for number, of_scenario in groupby(of_feature, key=lambda trace: trace.variant.scenario):
            scenario = feature.scenarios[number]
            if scenario.rule is not None and scenario.rule is not rule:
                print(f"  {scenario.rule.keyword}: {scenario.rule.name}")
            rule = scenario.rule
            found = list(of_scenario)
            done += len(found)
            problems = [trace.problem for trace in found if trace.problem]
            clouds = ", ".join(_clouds(spec, found))
            indent = "    " if rule else "  "
            print(f"{indent}{'✗' if problems else '✓'} {scenario.name}  ({clouds})  {done}/{total}", flush=True)
            failed += problems
    for problem in failed:
        print(problem, file=sys.stderr)
    print(f"{done} ran: {done - len(failed)} passed, {len(failed)} failed")
    return failed


def _clouds(spec: Spec, traces: Sequence[Trace]) -> Iterator[str]:
    for moniker in spec.config.monikers.ids:
        of_cloud = [trace for trace in traces if trace.variant.moniker == moniker]
        if of_cloud:
            times = f" × {len(of_cloud)}" if len(of_cloud) > 1 else ""
            yield moniker + times + (" FAILED" if any(trace.problem for trace in of_cloud) else "")
