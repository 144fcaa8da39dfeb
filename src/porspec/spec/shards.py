"""A part of what is to run, on this machine or on one of several: by feature, so that no part needs another one."""

import io
import multiprocessing
import re
import signal
import sys
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass, replace
from itertools import groupby

from ..sources.problems import Location, Problem, SpecError
from .runner import FAILED, Trace, run, run_all
from .spec import Spec, Variant, refuse_without_assertions

_Plan = Sequence[tuple[Variant, str]]
_SHARD = re.compile(r"([1-9]\d{0,5})/([1-9]\d{0,5})")


@dataclass(frozen=True)
class Shard:
    """The part `number`, from 1 on, of `count`: together they are everything, and no two have something in common."""

    number: int
    count: int

    def of(self, names: Iterable[str]) -> frozenset[str]:
        """Those of some names that are in this part."""
        return frozenset(sorted(set(names))[self.number - 1 :: self.count])


def read_shard(text: str) -> Shard:
    """A part as an option gives it, such as 2/5; raises SpecError."""
    found = _SHARD.fullmatch(text)
    if not found or int(found[1]) > int(found[2]):
        remedy = "Give its number and how many there are, such as 2/5 for the second of five."
        raise SpecError([Problem(Location("pyproject.toml"), f"--shard {text}: this is no part", "option", remedy)])
    return Shard(int(found[1]), int(found[2]))


# --- side by side ------------------------------------------------------------------------------------------------

_running: tuple[Spec, list[_Plan]]  # what the copies of this process have of it


def run_side_by_side(spec: Spec, plan: _Plan, jobs: int) -> Iterator[Trace]:
    """The traces of a plan, in its order, of features that run in copies of this process: without steps and states.

    One process where the system cannot copy one. Raises SpecError where nothing could fail, or a copy came to an end.
    """
    global _running  # noqa: PLW0603 - copied with this process, as steps cannot be sent to another one
    if jobs == 1 or sys.platform != "linux":
        yield from run_all(spec, plan)
        return
    refuse_without_assertions()
    groups: list[_Plan] = [[*each] for _, each in groupby(plan, lambda each: (each[1], each[0].stem))]
    _running = (spec, groups)
    pool = ProcessPoolExecutor(jobs, multiprocessing.get_context("fork"), _alone)
    try:
        futures = [pool.submit(_run, number) for number in range(len(groups))]
        for group, future in zip(groups, futures, strict=True):
            try:
                told, complained, traces = future.result()
            except BrokenProcessPool:
                raise _ended(spec, group) from None
            sys.stdout.write(told)
            sys.stderr.write(complained)
            yield from traces
    except BaseException:
        for each in multiprocessing.active_children():
            each.kill()
        raise
    finally:
        pool.shutdown(cancel_futures=True)


def _alone() -> None:
    """Let Ctrl-C be for the first process, which ends the others."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)


def _run(number: int) -> tuple[str, str, list[Trace]]:
    """What a group of the plan printed, and its traces, in a copy."""
    spec, groups = _running
    with (
        redirect_stdout(io.StringIO()) as told,
        redirect_stderr(io.StringIO()) as complained,
        spec.world.running(),
    ):
        traces = [replace(run(spec, *each), steps=(), fresh=None) for each in groups[number]]
    return told.getvalue(), complained.getvalue(), traces


def _ended(spec: Spec, group: _Plan) -> SpecError:
    variant, language = group[0]
    message = "A process ended while it ran this feature, or one at the same time"
    remedy = "Run it with --jobs 1, where a step that ends its process ends this one."
    return SpecError([Problem(Location(spec.config.feature_path(language, variant.stem)), message, FAILED, remedy)])
