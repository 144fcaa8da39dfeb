"""Import a project's steps package: definitions, labels, and the world that they act on."""

from __future__ import annotations

import importlib
import sys
import traceback
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..sources.config import Config
from ..sources.problems import Location, Problem, SpecError, did_you_mean
from .definitions import Definition, Label, collect, forget


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
    forget()
    sys.path.insert(0, str(config.root))
    try:
        importlib.invalidate_caches()
        package = importlib.import_module(name)
        files = sorted((config.root / config.steps).glob("*.py"))
        modules = {path: importlib.import_module(f"{name}.{path.stem}") for path in files if path.stem != "__init__"}
        world = World(package.new_world, package.snapshot, getattr(package, "link", _no_link))
        labels = _labels(package.LABELS)
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # pytest's skipping and SystemExit are no Exceptions
        raise SpecError([_import_problem(error, config)]) from error
    finally:
        sys.path.remove(str(config.root))
    definitions = []
    for path, module in modules.items():
        definitions += collect(module, path.relative_to(config.root).as_posix(), problems)
    _check_definitions_once(definitions, problems)
    _check_clouds(definitions, config, problems)
    return definitions, labels, world


def _no_link(moniker: str, path: tuple[str, ...]) -> None:
    """Stands in where the steps package links to nothing."""
    del moniker, path


def _labels(given: Any) -> tuple[Label, ...]:
    """Raises TypeError where they are no labels, ValueError where two have one id."""
    labels = tuple(given)
    if isinstance(given, str) or not all(isinstance(each, Label) for each in labels):
        raise TypeError("LABELS must be labels of porspec.steps")
    ids = [each.id for each in labels]
    if twice := sorted({each for each in ids if ids.count(each) > 1}):
        raise ValueError(f"LABELS has more than one label of the id {', '.join(twice)}")
    return labels


def _import_problem(error: BaseException, config: Config) -> Problem:
    package = config.root / config.steps
    place = Location(f"{config.steps}/__init__.py")
    remedy = "Correct what Python stopped at."
    frames = [each for each in traceback.extract_tb(error.__traceback__) if Path(each.filename).is_relative_to(package)]
    if isinstance(error, SyntaxError) and error.filename and Path(error.filename).is_relative_to(package):
        path = Path(error.filename).relative_to(config.root).as_posix()
        place = Location(path, error.lineno or 1, error.offset or 1)
        words = f"{type(error).__name__}: {error.msg}"
    else:
        words = f"{type(error).__name__}: {error}"
        if frames:
            path = Path(frames[-1].filename).relative_to(config.root).as_posix()
            place = Location(path, frames[-1].lineno or 1, (frames[-1].colno or 0) + 1)
        else:
            remedy = f"{config.steps}/__init__.py must give new_world(moniker), snapshot(world) and LABELS."
    return Problem(place, f"The steps package cannot be imported: {words}", "steps-import", remedy)


def _check_clouds(definitions: Sequence[Definition], config: Config, problems: list[Problem]) -> None:
    """A reader's text is for clouds that there are."""
    known = config.monikers.ids
    for each in definitions:
        for moniker in each.says if isinstance(each.says, Mapping) else ():
            if moniker not in known:
                remedy = f"{did_you_mean(str(moniker), known)}There are: {', '.join(known)}."
                message = f"Step definition '{each.pattern}': says names the cloud {moniker!r}, which there is not"
                problems.append(Problem(each.location, message, "step-definition", remedy))


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
