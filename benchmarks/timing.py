"""Whole processes timed against each other: in turns, in one run, after a warm-up."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

_INHERITED_BUT_NOT_PASSED_ON = ("PYTHONDONTWRITEBYTECODE", "PYTEST_ADDOPTS", "PYTEST_PLUGINS")


class CommandFailed(Exception):
    """A command did not do the work that was to be timed."""


@dataclass(frozen=True, slots=True)
class Command:
    """A Python module run in a project's folder; every one of `closing` stands in its output if all was run."""

    arguments: tuple[str, ...]
    folder: Path
    closing: tuple[str, ...]

    def seconds(self, cache: Path) -> float:
        """The wall time of the whole process.

        Raises CommandFailed.
        """
        begin = time.perf_counter()
        result = subprocess.run(  # noqa: S603 - our own arguments
            [sys.executable, "-m", *self.arguments],
            cwd=self.folder,
            env=_environment(cache),
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        seconds = time.perf_counter() - begin
        if result.returncode or not all(line in result.stdout for line in self.closing):
            said = (result.stdout + result.stderr)[-2000:]
            raise CommandFailed(f"{' '.join(self.arguments)} did not print {self.closing}:\n{said}")
        return seconds


def _environment(cache: Path) -> dict[str, str]:
    """Bytecode goes to `cache` for all alike, and pytest loads the plugins that the command names, and no others."""
    kept = {name: value for name, value in os.environ.items() if name not in _INHERITED_BUT_NOT_PASSED_ON}
    return {**kept, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "PYTHONPYCACHEPREFIX": str(cache), "PYTHONUTF8": "1"}


@dataclass(frozen=True, slots=True)
class Pairs:
    """The seconds of two commands that ran in turns: the same place in both is one pair."""

    ours: tuple[float, ...]
    peer: tuple[float, ...]

    @property
    def ratios(self) -> tuple[float, ...]:
        """Our time divided by the peer's, pair by pair."""
        return tuple(ours / peer for ours, peer in zip(self.ours, self.peer, strict=True))


def measure(ours: Command, peer: Command, runs: int, cache: Path) -> Pairs:
    """Run both once for the bytecode and the file system, then both in turns, `runs` times each."""
    commands = (ours, peer)
    for command in commands:
        command.seconds(cache)
    found = [tuple(command.seconds(cache) for command in commands) for _ in range(runs)]
    return Pairs(tuple(pair[0] for pair in found), tuple(pair[1] for pair in found))
