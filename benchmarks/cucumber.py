"""cucumber-js from npm, in a folder of this Python's environment; with Node.js where there is none that it runs on."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

_FOLDER = Path(sys.prefix) / "cucumber-js"
_CUCUMBER, _NODE = "@cucumber/cucumber@13", "node@24"
_RUNS_ON = (22, 24)
_EVERY_FROM = 26


class NotHere(Exception):
    """cucumber-js cannot be had on this machine; the words say why."""


@dataclass(frozen=True, slots=True)
class Cucumber:
    """What runs it, where it finds its modules, and its version."""

    command: tuple[str, ...]
    modules: Path
    version: str


def cucumber() -> Cucumber:
    """Install what is missing, and say how to run it.

    Raises NotHere.
    """
    npm, node = shutil.which("npm"), shutil.which("node")
    if npm is None:
        raise NotHere("there is no npm here")
    modules = _FOLDER / "node_modules"
    package = modules / "@cucumber" / "cucumber" / "package.json"
    if not node or not _is_fit(node):
        node = str(modules / "node" / "bin" / "node")
    if not package.exists() or not Path(node).exists():
        _FOLDER.mkdir(parents=True, exist_ok=True)
        wanted = [_CUCUMBER, _NODE] if Path(node).is_relative_to(modules) else [_CUCUMBER]
        command = [npm, "install", "--no-audit", "--no-fund", "--prefix", str(_FOLDER), *wanted]
        done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - our own arguments
        if done.returncode or not Path(node).exists():
            last = (done.stderr.strip().splitlines() or ["without a word"])[-1]
            raise NotHere(f"npm could not install {' '.join(wanted)}: {last}")
    found = json.loads(package.read_text("utf-8"))["version"]
    return Cucumber(
        (node, str(modules / ".bin" / "cucumber-js")), modules, f"cucumber-js {found} (Node.js {_version(node)})"
    )


def _version(node: str) -> str:
    done = subprocess.run([node, "--version"], capture_output=True, text=True, check=True)  # noqa: S603 - npm's or PATH's
    return done.stdout.strip().removeprefix("v")


def _is_fit(node: str) -> bool:
    major = int(_version(node).split(".")[0])
    return major in _RUNS_ON or major >= _EVERY_FROM
