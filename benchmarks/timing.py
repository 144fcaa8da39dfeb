"""Whole processes measured against each other: in turns, in one run, after a warm-up."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

_INHERITED_BUT_NOT_PASSED_ON = ("PYTHONDONTWRITEBYTECODE", "PYTEST_ADDOPTS", "PYTEST_PLUGINS")


class CommandFailed(Exception):
    """A command did not do the work that was to be timed."""


@dataclass(frozen=True, slots=True)
class Seconds:
    """How long a process took: by the clock, and of its processors, the system's work for it included."""

    wall: float
    cpu: float


@dataclass(frozen=True, slots=True)
class Command:
    """A program run in a project's folder; every one of `closing` stands in its output if all was run."""

    arguments: tuple[str, ...]
    folder: Path
    closing: tuple[str, ...]

    def seconds(self, cache: Path) -> Seconds:
        """How long the whole process took.

        Raises CommandFailed.
        """
        return self.run(cache)[0]

    def run(self, cache: Path) -> tuple[Seconds, str]:
        """How long the whole process took, and what it printed; raises CommandFailed."""
        with tempfile.TemporaryFile() as output:
            begin = time.perf_counter()
            process = subprocess.Popen(  # noqa: S603 - our own arguments
                self.arguments, cwd=self.folder, env=_environment(cache), stdout=output, stderr=subprocess.STDOUT
            )
            _, status, usage = os.wait4(process.pid, 0)
            wall = time.perf_counter() - begin
            process.returncode = os.waitstatus_to_exitcode(status)
            output.seek(0)
            said = output.read().decode("utf-8", "replace")
        if process.returncode or not all(line in said for line in self.closing):
            raise CommandFailed(f"{' '.join(self.arguments)} did not print {self.closing}:\n{said[-2000:]}")
        return Seconds(wall, usage.ru_utime + usage.ru_stime), said


def python(*arguments: str) -> tuple[str, ...]:
    """The arguments of a Python module run by this Python."""
    return (sys.executable, "-m", *arguments)


def _environment(cache: Path) -> dict[str, str]:
    """Bytecode goes to `cache` for all alike, and pytest loads the plugins that the command names, and no others."""
    kept = {name: value for name, value in os.environ.items() if name not in _INHERITED_BUT_NOT_PASSED_ON}
    return {**kept, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "PYTHONPYCACHEPREFIX": str(cache), "PYTHONUTF8": "1"}


@dataclass(frozen=True, slots=True)
class Pairs:
    """What two commands took that ran in turns: the same place in both is one pair."""

    ours: tuple[Seconds, ...]
    peer: tuple[Seconds, ...]

    def ratios(self, clock: str) -> tuple[float, ...]:
        """Our time divided by the peer's, pair by pair; the clock is "wall" or "cpu"."""
        pairs = zip(self.ours, self.peer, strict=True)
        return tuple(getattr(ours, clock) / getattr(peer, clock) for ours, peer in pairs)


def measure(ours: Command, peer: Command, runs: int, cache: Path) -> Pairs:
    """Run both once for the bytecode and the file system, then both in turns, `runs` times each."""
    commands = (ours, peer)
    for command in commands:
        command.seconds(cache)
    found = [tuple(command.seconds(cache) for command in commands) for _ in range(runs)]
    return Pairs(tuple(pair[0] for pair in found), tuple(pair[1] for pair in found))
