"""python -m benchmarks [--runs N] [--profile | --follow | --build [--tasks N]]: porspec's time, as a ratio to peers."""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from importlib.metadata import version
from pathlib import Path
from statistics import median

from .clock import PARTS
from .clock import SAYS as PARTS_ARE
from .comparisons import CONDITIONS, SOME, Comparison, comparisons, held, profiled
from .cucumber import Cucumber, NotHere, cucumber
from .follow import seconds
from .peak import SAYS as HELD
from .projects import SCENARIOS, STEPS
from .sites import growth, rows
from .timing import Command, CommandFailed, Pairs, measure

_TOOLS = ("porspec", "pytest", "pytest-bdd", "parse", "behave", "gherkin-official")
_HEADINGS = ("what", "ours", "peer", "ours / peer, clock", "of processors", "wanted", "")
_KIB_EACH = 20
_WAIT = 2
_MOST_LARGER, _MOST_FURTHER = 4.4, 4.2


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; 0 also where a target is missed, 1 where a command failed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument(
        "--runs", type=_runs, default=15, help="of each command, after a warm-up (default: %(default)s)"
    )
    instead = parser.add_mutually_exclusive_group()
    instead.add_argument("--profile", action="store_true", help="say where the time of a run of pytest goes instead")
    instead.add_argument(
        "--follow", action="store_true", help="say how long a saved catalogue takes to the open page instead"
    )
    instead.add_argument("--build", action="store_true", help="say how long sites take to build instead")
    parser.add_argument("--tasks", type=_runs, default=800, help="of the site that is built (default: %(default)s)")
    options = parser.parse_args(arguments)
    try:
        with tempfile.TemporaryDirectory(prefix="porspec-benchmarks-") as folder:
            root = Path(folder).resolve()
            built = partial(_build, tasks=options.tasks)
            chosen = _profile if options.profile else _follow if options.follow else built if options.build else _bench
            for line in chosen(root, options.runs):
                print(line, flush=True)
    except CommandFailed as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _runs(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 1 on")
    return int(text)


def _bench(root: Path, runs: int) -> Iterator[str]:
    found: Cucumber | None = None
    try:
        found = cucumber()
        peer = found.version
    except NotHere as error:
        peer = f"cucumber-js is not measured: {error}"
    yield from _conditions(runs, peer)
    compared = comparisons(root, found)
    rows = [_row(each, measure(each.ours, each.peer, runs, root / "bytecode")) for each in compared]
    yield from _table([_HEADINGS, *rows])
    yield ""
    yield from _memory(root)


def _conditions(runs: int, cucumber_is: str) -> Iterator[str]:
    tools = ", ".join(f"{name} {version(name)}" for name in _TOOLS)
    yield f"{SCENARIOS} scenarios of {STEPS} steps, spread over all definitions; {runs} pairs of whole processes in"
    yield "turns after a warm-up: seconds by the clock, and ours / peer of the pairs, by the clock and of the time of"
    yield "the processors: median (least to most). Python's rows are judged by the processor, which other work on the"
    yield "machine disturbs less; those with cucumber-js by the clock, since Node.js works on several at once."
    yield f"Python {platform.python_version()}, {platform.system()}, {os.cpu_count()} CPUs; {tools}; {cucumber_is}"
    yield from CONDITIONS
    yield ""


def _row(comparison: Comparison, pairs: Pairs) -> tuple[str, ...]:
    return _row_of(comparison.what, pairs, comparison.most, clock=comparison.clock)


def _row_of(what: str, pairs: Pairs, most: float, *, clock: str) -> tuple[str, ...]:
    is_met = median(pairs.ratios(clock)) <= most
    return (
        what,
        _spread([each.wall for each in pairs.ours]),
        _spread([each.wall for each in pairs.peer]),
        _spread(pairs.ratios("wall")),
        _spread(pairs.ratios("cpu")),
        f"at most {most:.2f}",
        "met" if is_met else "MISSED",
    )


def _memory(root: Path) -> Iterator[str]:
    """How much more memory a process holds at most for each scenario more."""
    rows = [("memory held at most", "KiB", "KiB a scenario", "wanted", "")]
    for what, commands in held(root):
        few, many = sorted(commands)
        peaks = {size: _held(commands[size], root / "bytecode") for size in (few, many)}
        each = (peaks[many] - peaks[few]) / (many - few)
        wanted = (
            (f"below {_KIB_EACH}", "met" if each < _KIB_EACH else "MISSED") if "functions" not in what else ("", "")
        )
        rows.append((f"{what}: {few}, {many} scenarios", f"{peaks[few]}, {peaks[many]}", f"{each:.1f}", *wanted))
    yield from _table(rows)


def _held(command: Command, cache: Path) -> float:
    """The median of three runs, after a warm-up."""
    found = [HELD.search(command.run(cache)[1]) for _ in range(4)]
    return median(int(each[1]) for each in found[1:] if each)


def _profile(root: Path, runs: int) -> Iterator[str]:
    """Where the time of a run of pytest goes, part by part, beside that of the functions."""
    commands = profiled(root)
    found: tuple[list[dict[str, float]], ...] = ([], [])
    for _ in range(runs + 1):
        for command, parts in zip(commands, found, strict=True):
            said = command.run(root / "bytecode")[1]
            parts.append(json.loads(said.partition(PARTS_ARE)[2].splitlines()[0]))
    ours, peer = ({part: median(each[part] for each in parts[1:]) * 1000 for part in PARTS} for parts in found)
    more = sum(ours.values()) - sum(peer.values())
    yield f"pytest, {SCENARIOS} scenarios of {STEPS} steps, {SOME} definitions: milliseconds of the processor,"
    yield f"medians of {runs} runs in turns"
    yield ""
    named = [(part, ours[part], peer[part]) for part in PARTS]
    named.append(("all", sum(ours.values()), sum(peer.values())))
    rows = [_part_row(part, one, other, more) for part, one, other in named]
    yield from _table([("part", "porspec", "functions", "more", "share of what is more"), *rows])


def _follow(root: Path, runs: int) -> Iterator[str]:
    """How long a translator waits for the page, beside MkDocs' own server on the same site."""
    ours, peer = seconds(root, runs)
    ratios = [one / other for one, other in zip(ours, peer, strict=True)]
    yield f"{runs} edits of one message, in turns after a warm-up: seconds from saving until Chromium shows it"
    yield ""
    row = ("porspec serve / mkdocs serve", _spread(ours), _spread(peer), _spread(ratios), f"below {_WAIT} seconds")
    yield from _table(
        [("what", "ours", "peer", "ours / peer", "wanted", ""), (*row, "met" if max(ours) < _WAIT else "MISSED")]
    )


def _build(root: Path, runs: int, *, tasks: int) -> Iterator[str]:
    """How long a site takes to build, beside peers on the same Markdown, and how that grows."""
    found, told = rows(root / "peers", tasks, 2, runs)
    tools = ", ".join(f"{name} {version(name)}" for name in ("porspec", "mkdocs-material", "mkdocs-static-i18n"))
    yield f"{runs} pairs of whole processes, in turns after a warm-up: seconds by the clock. Each makes all pages of"
    yield "all languages, porspec with its checks and runs; where a task was edited, with what is kept of before."
    yield f"Python {platform.python_version()}, {platform.system()}, {os.cpu_count()} CPUs; {tools}; {'; '.join(told)}"
    yield ""
    larger = growth(root / "larger", ((4 * tasks, 2), (tasks, 2)), runs)
    further = growth(root / "further", ((tasks, 8), (tasks, 2)), runs)
    compared = [(each.what, each.pairs, each.most) for each in found]
    compared.append((f"porspec: {4 * tasks} / {tasks} tasks, 2 languages", larger, _MOST_LARGER))
    compared.append((f"porspec: 8 / 2 languages, {tasks} tasks", further, _MOST_FURTHER))
    yield from _table([_HEADINGS, *(_row_of(*each, clock="wall") for each in compared)])


def _part_row(part: str, ours: float, peer: float, more: float) -> tuple[str, ...]:
    return (part, f"{ours:.0f}", f"{peer:.0f}", f"{ours - peer:.0f}", f"{(ours - peer) / more:.0%}")


def _spread(found: Sequence[float]) -> str:
    return f"{median(found):.2f} ({min(found):.2f} to {max(found):.2f})"


def _table(rows: Iterable[Sequence[str]]) -> Iterator[str]:
    columns = list(zip(*rows, strict=True))
    widths = [max(len(cell) for cell in column) for column in columns]
    for row in zip(*columns, strict=True):
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()


if __name__ == "__main__":
    sys.exit(main())
