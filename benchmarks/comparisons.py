"""What is compared with what, and what the ratio must be."""

from __future__ import annotations

import itertools
import math
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from porspec.spec.spec import load

from . import clock, peak
from .cucumber import Cucumber
from .projects import (
    REPOSITORY,
    SCENARIOS,
    STEPS,
    write_behave,
    write_cucumber,
    write_functions,
    write_porspec,
    write_pytest_bdd,
    write_site,
)
from .timing import Command, python

FEW, SOME, MANY = 10, 100, 400
SIZES = (500, 1000, 2000)
_PYTEST = ("pytest", "-q", "-p", "no:cacheprovider", "-p", "pytest-bdd")
_OURS = (*_PYTEST, "-p", "porspec")
_TWO = ("-p", "xdist", "-n", "2")
_RUN = ("porspec", "run")
_ALL_PASSED = " passed, 0 failed"
_LARGE = 3000
_BEHAVE = ("behave", "--no-capture", "--no-color", "--format", "null")
_CUCUMBER = ("--format", "summary")

CONDITIONS = (
    f"All but cucumber-js on this Python; pytest: {' '.join(_PYTEST)}; ours: and -p porspec; no other plugins are",
    f"loaded. Plain pytest-bdd: parsers.parse. behave: {' '.join(_BEHAVE[1:])}. cucumber-js: {' '.join(_CUCUMBER)}.",
)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two commands, and what the ratio of our time to the peer's may be at most, by a clock of `Seconds`.

    What is done on one processor is judged by its time, which other work on the machine disturbs less.
    """

    what: str
    ours: Command
    peer: Command
    most: float
    clock: str = "cpu"


def comparisons(folder: Path, cucumber: Cucumber | None) -> Iterator[Comparison]:
    """The comparisons, on projects written into `folder`."""
    ours = {count: write_porspec(folder / f"porspec-{count}", count) for count in (FEW, SOME, MANY)}
    for count, root in ours.items():
        functions = _pytest(write_functions(folder / f"functions-{count}", count), _PYTEST)
        yield Comparison(f"pytest, {count} definitions: porspec / functions", _pytest(root, _OURS), functions, 1.4)
    plain = _pytest(write_pytest_bdd(folder / "pytest-bdd", MANY), _PYTEST)
    many, few = _pytest(ours[MANY], _OURS), _pytest(ours[FEW], _OURS)
    yield Comparison(f"pytest, {MANY} definitions: porspec / pytest-bdd", many, plain, 0.5)
    yield Comparison(f"pytest with porspec: {MANY} / {FEW} definitions", many, few, 1.1)
    for count in (FEW, MANY):
        run = _run(ours[count], SCENARIOS)
        what = f"porspec run, {count} definitions: porspec"
        yield Comparison(f"{what} / behave", run, _behave(folder / f"behave-{count}", count), 1 / 1.5)
        if cucumber:
            peer = _cucumber(folder / f"cucumber-{count}", count, cucumber)
            yield Comparison(f"{what} / cucumber-js", run, peer, 1 / 1.5, "wall")
    yield from _growth(folder)
    yield from _side_by_side(folder)
    yield from proved(folder)


def proved(folder: Path) -> Iterator[Comparison]:
    """What the counter-runs cost, at the variants of this site and at three thousand of them."""
    variants = sum(1 for _ in load(REPOSITORY).variants())
    for copies in (1, math.ceil(_LARGE / variants)):
        ours, peer = (
            Command(
                python(*_RUN), write_site(folder / f"site-{copies}-{proves}", copies, proves=proves), (_ALL_PASSED,)
            )
            for proves in (True, False)
        )
        what = f"porspec run, {copies * variants} variants: with counter-runs / without"
        yield Comparison(what, ours, peer, 1.5)


def _growth(folder: Path) -> Iterator[Comparison]:
    roots = {size: write_porspec(folder / f"size-{size}", SOME, size) for size in SIZES}
    for small, large in itertools.pairwise(SIZES):
        factor = large / small
        one, other = (_pytest(roots[size], _OURS, size) for size in (large, small))
        yield Comparison(f"pytest with porspec: {large} / {small} scenarios", one, other, factor)
        one, other = (_run(roots[size], size) for size in (large, small))
        yield Comparison(f"porspec run: {large} / {small} scenarios", one, other, factor)


def _side_by_side(folder: Path) -> Iterator[Comparison]:
    """What two processes win, by the clock: the time of the processors can only grow."""
    for size in SIZES[1:]:
        root = write_porspec(folder / f"two-{size}", SOME, size)
        two, one = (_pytest(root, (*_OURS, *more), size) for more in (_TWO, ()))
        yield Comparison(f"pytest with porspec, {size} scenarios: -n 2 / one process", two, one, 1, "wall")
    one = _run(root, size)
    two = Command((*one.arguments, "--jobs", "2"), one.folder, one.closing)
    yield Comparison(f"porspec run, {size} scenarios: --jobs 2 / one process", two, one, 1, "wall")


def held(folder: Path) -> Iterator[tuple[str, dict[int, Command]]]:
    """What is run to see how much memory it holds, with few scenarios and with many."""
    sizes = (SCENARIOS, SIZES[-1])
    ours = {size: write_porspec(folder / f"held-{size}", SOME, size) for size in sizes}
    functions = {size: write_functions(folder / f"held-functions-{size}", SOME, size) for size in sizes}
    yield "porspec run", {size: _peak(_run(root, size)) for size, root in ours.items()}
    yield "pytest with porspec", {size: _peak(_pytest(root, _OURS, size)) for size, root in ours.items()}
    yield "pytest, functions", {size: _peak(_pytest(root, _PYTEST, size)) for size, root in functions.items()}


def profiled(folder: Path) -> tuple[Command, Command]:
    """A run of pytest with porspec, and one of the functions, that say where their time goes."""
    roots = (write_porspec(folder / "porspec", SOME), write_functions(folder / "functions", SOME))
    found = []
    for root, arguments in zip(roots, (_OURS, _PYTEST), strict=True):
        whole = (sys.executable, str(clock.__file__), *arguments[1:])
        found.append(Command(whole, root, (f"{SCENARIOS} passed in ",)))
    return found[0], found[1]


def _pytest(root: Path, arguments: tuple[str, ...], scenarios: int = SCENARIOS) -> Command:
    return Command(python(*arguments), root, (f"{scenarios} passed in ",))


def _run(root: Path, scenarios: int) -> Command:
    return Command(python(*_RUN), root, (f"{scenarios} ran: {scenarios} passed, 0 failed",))


def _behave(root: Path, definitions: int) -> Command:
    closing = (f"{SCENARIOS} scenarios passed, 0 failed", f"{SCENARIOS * STEPS} steps passed, 0 failed")
    return Command(python(*_BEHAVE), write_behave(root, definitions), closing)


def _cucumber(root: Path, definitions: int, cucumber: Cucumber) -> Command:
    closing = (f"{SCENARIOS} scenarios ({SCENARIOS} passed)", f"{SCENARIOS * STEPS} steps ({SCENARIOS * STEPS} passed)")
    return Command((*cucumber.command, *_CUCUMBER), write_cucumber(root, definitions, cucumber.modules), closing)


def _peak(command: Command) -> Command:
    """The command, run so that it says how much memory it has held."""
    module = command.arguments[command.arguments.index("-m") + 1 :]
    return Command((sys.executable, str(peak.__file__), *module), command.folder, command.closing)
