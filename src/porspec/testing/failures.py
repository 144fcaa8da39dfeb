"""What is said of a step that failed: where it stands, and the world that it left."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from ..sources.features import below_lines
from ..sources.problems import Location
from ..spec.bindings import filled
from ..spec.definitions import said
from ..spec.runner import Execution
from ..spec.step_catalogue import StepCatalogue


def describe(execution: Execution, error: BaseException, start: Path) -> Iterator[str]:
    """Lines on the step that failed; `start` is the folder that shown paths begin in.

    The words of an error that is no failed assertion come first: what it says matters more than where it was.
    """
    catalogue, language, cells = execution.spec.catalogue, execution.language, execution.cells
    if execution.asked or not isinstance(error, AssertionError):
        yield catalogue.with_labels(execution.words(error), language)
    yield headline(execution, start)
    yield f"    scenario: {execution.name}"
    if execution.row:
        shown = ", ".join(f"{name} = {value}" for name, value in cells.items())
        yield f"    example: {shown} ({_shown(execution, execution.row, start)})"
    yield f"    language: {language}"
    yield f"    moniker: {execution.variant.moniker}"
    yield "    steps:"
    for number, step in enumerate(execution.scenario.steps[: execution.done + 1]):
        yield f"        {'✓' if number < execution.done else '✗'} {step.keyword} {filled(step.text, cells)}"
        table = [[filled(cell, cells) for cell in line] for line in step.table or ()]
        doc_string = None if step.doc_string is None else filled(step.doc_string, cells)
        yield from (f"            {line}" for line in below_lines(table, doc_string, step.media_type))
    if values := execution.values():
        yield "    values:"
    yield from (f"        {name} = {catalogue.with_labels(repr(each), language)}" for name, each in values.items())
    yield "    world:"
    yield from (f"        {line}" for line in state(execution).splitlines())


def headline(execution: Execution, start: Path) -> str:
    """The place and the words of the step that is to run next."""
    step = execution.scenario.steps[execution.done]
    return f"{_shown(execution, step.location, start)}: {step.keyword} {filled(step.text, execution.cells)}"


def _shown(execution: Execution, place: Location, start: Path) -> str:
    path = os.path.relpath(execution.spec.config.root / place.path, start)
    return f"{Path(path).as_posix()}:{place.line}"


def state(execution: Execution) -> str:
    """The world as it is now, as lines of YAML, with what its labels are called."""
    spec = execution.spec
    try:
        snapshot = execution.live.snapshot()
    except Exception as error:  # noqa: BLE001 - a world that a failing step left behind may be in any state
        return f"(the world cannot be shown: {type(error).__name__}: {said(error)})\n"
    return _as_yaml(_labelled(snapshot, spec.catalogue, execution.language))


def _labelled(data: Any, catalogue: StepCatalogue, language: str) -> Any:
    """Plain data with the label behind each id in its texts."""
    if isinstance(data, str):
        return catalogue.with_labels(data, language)
    if isinstance(data, Mapping):
        return {key: _labelled(each, catalogue, language) for key, each in data.items()}
    return [_labelled(each, catalogue, language) for each in data] if isinstance(data, list | tuple) else data


def _as_yaml(snapshot: Any) -> str:
    """Plain data as YAML, in the order that it has; what YAML does not know, as Python shows it."""
    import yaml  # only a failure needs it, and it takes long to load

    class Dumper(yaml.SafeDumper):
        def ignore_aliases(self, data: Any) -> bool:
            del data
            return True

    Dumper.add_multi_representer(object, lambda dumper, value: dumper.represent_str(repr(value)))
    return str(yaml.dump(snapshot, Dumper=Dumper, default_flow_style=None, allow_unicode=True, sort_keys=False))
