"""python -m benchmarks [--runs N]: how long porspec takes, as a ratio to its peers in the same run."""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from statistics import median

from .projects import SCENARIOS, STEPS, write_behave, write_porspec, write_pytest_bdd
from .timing import Command, CommandFailed, Pairs, measure

FEW, MANY = 10, 400
_PYTEST = ("pytest", "-q", "-p", "no:cacheprovider", "-p", "pytest-bdd")
_PYTEST_CLOSING = (f"{SCENARIOS} passed in ",)
_BEHAVE = ("behave", "--no-capture", "--no-color", "--format", "null")
_BEHAVE_CLOSING = (f"{SCENARIOS} scenarios passed, 0 failed", f"{SCENARIOS * STEPS} steps passed, 0 failed")
_TOOLS = ("porspec", "pytest", "pytest-bdd", "parse", "behave", "gherkin-official")
_HEADINGS = ("what", "ours", "peer", "ours / peer", "target", "")


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two commands, and the ratio of our time to the peer's that ours must stay below."""

    what: str
    ours: Command
    peer: Command
    below: float


def comparisons(folder: Path) -> Iterator[Comparison]:
    """The comparisons, on projects written into `folder`."""
    few, many = (write_porspec(folder / f"porspec-{count}", count) for count in (FEW, MANY))
    pytest_few, pytest_many = (Command((*_PYTEST, "-p", "porspec"), root, _PYTEST_CLOSING) for root in (few, many))
    plain = Command(_PYTEST, write_pytest_bdd(folder / "pytest-bdd", MANY), _PYTEST_CLOSING)
    run = Command(("porspec.cli", "run"), many, (f"{SCENARIOS} ran: {SCENARIOS} passed, 0 failed",))
    behave = Command(_BEHAVE, write_behave(folder / "behave", MANY), _BEHAVE_CLOSING)
    yield Comparison(f"pytest, {MANY} definitions: porspec / plain pytest-bdd", pytest_many, plain, 0.5)
    yield Comparison(f"pytest with porspec: {MANY} / {FEW} definitions", pytest_many, pytest_few, 1.1)
    yield Comparison(f"{MANY} definitions: porspec run / behave", run, behave, 1.0)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; 0 also where a target is missed, 1 where a command failed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--runs", type=_runs, default=7, help="of each command, after a warm-up (default: %(default)s)")
    runs = parser.parse_args(arguments).runs
    _print_conditions(runs)
    try:
        with tempfile.TemporaryDirectory(prefix="porspec-benchmarks-") as folder:
            root = Path(folder).resolve()
            rows = [_row(each, measure(each.ours, each.peer, runs, root / "bytecode")) for each in comparisons(root)]
    except CommandFailed as error:
        print(error, file=sys.stderr)
        return 1
    _print_table([_HEADINGS, *rows])
    return 0


def _runs(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 1 on")
    return int(text)


def _print_conditions(runs: int) -> None:
    tools = ", ".join(f"{name} {version(name)}" for name in _TOOLS)
    print(f"{SCENARIOS} scenarios of {STEPS} steps, spread over all definitions; {runs} pairs of whole processes in")
    print("turns after a warm-up; seconds, and ours / peer of the pairs: median (least to most).")
    print(f"Python {platform.python_version()}, {platform.system()}, {os.cpu_count()} CPUs; {tools}")
    print(f"Plain pytest-bdd: parsers.parse; {' '.join(_PYTEST)}; ours: and -p porspec; no other plugins are loaded.")
    print(f"behave: {' '.join(_BEHAVE)}\n", flush=True)


def _row(comparison: Comparison, pairs: Pairs) -> tuple[str, ...]:
    is_met = median(pairs.ratios) < comparison.below
    return (
        comparison.what,
        _spread(pairs.ours),
        _spread(pairs.peer),
        _spread(pairs.ratios),
        f"below {comparison.below:.2f}",
        "met" if is_met else "MISSED",
    )


def _spread(found: Sequence[float]) -> str:
    return f"{median(found):.2f} ({min(found):.2f} to {max(found):.2f})"


def _print_table(rows: Iterable[Sequence[str]]) -> None:
    columns = list(zip(*rows, strict=True))
    widths = [max(len(cell) for cell in column) for column in columns]
    for row in zip(*columns, strict=True):
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())


if __name__ == "__main__":
    sys.exit(main())
