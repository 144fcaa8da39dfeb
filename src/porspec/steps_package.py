"""Import a project's steps package: definitions, labels, and the world that they act on."""

from __future__ import annotations

import importlib
import sys
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .config import Config
from .problems import Location, Problem, SpecError
from .steps import Definition, Label, collect


@dataclass(frozen=True)
class World:
    """What the steps package gives besides definitions: how to make a world, show it, and where labels link to."""

    new: Callable[[str], Any]
    snapshot: Callable[[Any], Any]
    link: Callable[[str, tuple[str, ...]], str | None]


def import_steps(config: Config, problems: list[Problem]) -> tuple[list[Definition], Sequence[Label], World]:
    """Import the steps package afresh: what was imported before may be another project's, or older."""
    name = config.steps.replace("/", ".")
    for module_name in [each for each in sys.modules if each == name or each.startswith(f"{name}.")]:
        del sys.modules[module_name]
    sys.path.insert(0, str(config.root))
    try:
        importlib.invalidate_caches()
        package = importlib.import_module(name)
        files = sorted((config.root / config.steps).glob("*.py"))
        modules = {path: importlib.import_module(f"{name}.{path.stem}") for path in files if path.stem != "__init__"}
        world = World(package.new_world, package.snapshot, getattr(package, "link", _no_link))
        labels = tuple(package.LABELS)
    except Exception as error:
        raise SpecError([_import_problem(error, config)]) from error
    finally:
        sys.path.remove(str(config.root))
    definitions = []
    for path, module in modules.items():
        definitions += collect(module, path.relative_to(config.root).as_posix(), problems)
    _check_definitions_once(definitions, problems)
    return definitions, labels, world


def _no_link(moniker: str, path: tuple[str, ...]) -> None:
    """Stands in where the steps package links to nothing."""
    del moniker, path


def _import_problem(error: Exception, config: Config) -> Problem:
    place = Location(f"{config.steps}/__init__.py")
    for frame in traceback.extract_tb(error.__traceback__):
        path = Path(frame.filename)
        if path.is_relative_to(config.root / config.steps):
            place = Location(path.relative_to(config.root).as_posix(), frame.lineno or 1, (frame.colno or 0) + 1)
    return Problem(
        place,
        f"The steps package cannot be imported: {type(error).__name__}: {error}",
        "steps-import",
        f"{config.steps}/__init__.py must give new_world(moniker), snapshot(world) and LABELS.",
    )


def _check_definitions_once(definitions: list[Definition], problems: list[Problem]) -> None:
    seen: dict[tuple[str, str], Definition] = {}
    for definition in definitions:
        first = seen.setdefault((definition.kind, definition.pattern), definition)
        if first is not definition:
            problems.append(
                Problem(
                    definition.location,
                    f'The {definition.kind} pattern "{definition.pattern}" is defined before, at {first.location}',
                    "step-defined-twice",
                    "Remove one of the two definitions.",
                )
            )
