"""What a snapshot shows, in the small vocabulary of pictures; and the one thing on it that a When is about.

A snapshot that is a mapping with one of these keys can be drawn; all are optional, and plain data:
    place       the labels of the place that is open, from the outside inwards
    navigation  the places that can be opened: such paths of labels
    controls    mappings: label, kind (KINDS), enabled, value (of a box its text, of a switch or choice whether it is
                on), under (the label of a heading)
    lists       mappings: label, columns (labels), rows (of labels, or lists of them), chosen (a row's first cell)
    message     the label of a message
    behind      whatever is so and cannot be seen: it is never drawn
A label is the id of one, or any other text, which is shown as it is. Any other key is data, shown as a table; and so is
what does not have the form that is said here.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, NamedTuple

from ..sources.problems import Problem
from .bindings import Binding, Labels, Text
from .definitions import Definition
from .spec import Spec, Variant

KINDS = ("button", "link", "box", "tab", "menu", "switch", "choice", "item")
_OF_ANOTHER_FORM = AttributeError, KeyError, TypeError, ValueError  # what is raised for what is no such data
_KEYS = frozenset({"place", "navigation", "controls", "lists", "message", "behind"})


@dataclass(frozen=True, slots=True)
class Control:
    """What can be acted on; of a kind that is not known, it is an item."""

    label: str
    kind: str = "item"
    enabled: bool = True
    value: str = ""
    under: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """A list or a table; a cell is one label or several."""

    rows: tuple[tuple[tuple[str, ...], ...], ...]
    label: str = ""
    columns: tuple[str, ...] = ()
    chosen: str = ""


class Mark(NamedTuple):
    """What a picture marks: an entry of the navigation, a control, or a row of a list, by its number."""

    part: str
    number: int
    row: int = 0


@dataclass(frozen=True, slots=True)
class Screen:
    """What can be seen of a state: two states with equal screens look the same. `rest` are names with texts."""

    place: tuple[str, ...] = ()
    navigation: tuple[tuple[str, ...], ...] = ()
    controls: tuple[Control, ...] = ()
    lists: tuple[Listing, ...] = ()
    message: str = ""
    rest: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def marks(self, definition: Definition, binding: Binding) -> list[Mark]:
        """What a When is about: what its arguments name, or its definition; of one thing in another, the inner one."""
        named = [each.ids if isinstance(each, Labels) else (each.text,) for each in _arguments(binding)]
        named = [(definition.marks,)] if definition.marks else named
        found: list[Mark] = []
        for ids in named:
            found += (
                Mark("navigation", number)
                for number, path in enumerate(self.navigation)
                if path and ids in (path, path[-1:])
            )
            found += (Mark("controls", number) for number, each in enumerate(self.controls) if each.label == ids[-1])
            found += (
                Mark("lists", number, row)
                for number, each in enumerate(self.lists)
                for row, cells in enumerate(each.rows)
                if cells[:1] == (ids[-1:],)
            )
        found = list(dict.fromkeys(found))
        around = {self.controls[each.number].under for each in found if each.part == "controls"}
        return [each for each in found if each.part != "controls" or self.controls[each.number].label not in around]

    def name(self, mark: Mark) -> str:
        """The label of what is marked."""
        if mark.part == "navigation":
            return self.navigation[mark.number][-1]
        if mark.part == "controls":
            return self.controls[mark.number].label
        return self.lists[mark.number].rows[mark.row][0][0]


def _arguments(binding: Binding) -> Iterator[Labels | Text]:
    return (each for _, each in binding.arguments if isinstance(each, Labels | Text))


# --- read --------------------------------------------------------------------------------------------------------


def screen_of(snapshot: Any) -> Screen | None:
    """What a snapshot shows; None where it says nothing of what can be seen."""
    if not isinstance(snapshot, Mapping) or not _KEYS.intersection(snapshot):
        return None
    readers = {"place": _path, "navigation": _paths, "controls": _controls, "lists": _lists, "message": _label}
    known: dict[str, Any] = {}
    rest: list[tuple[str, tuple[str, ...]]] = []
    for key, value in snapshot.items():
        try:
            if key in readers:
                known[key] = readers[key]([] if value is None and key != "message" else value)
            elif key != "behind":
                rest.append((str(key), tuple(_texts(value))))
        except _OF_ANOTHER_FORM:
            rest.append((str(key), tuple(_texts(value))))
    return Screen(**known, rest=tuple(each for each in rest if each[1]))


def message_of(snapshot: Any) -> str | None:
    """The message that a snapshot shows; None where it says nothing of one."""
    try:
        return _label(snapshot["message"]) or None
    except _OF_ANOTHER_FORM:
        return None


def controls_of(snapshot: Any) -> dict[str, bool] | None:
    """The labels of the controls that a snapshot shows, with whether each can be used; None where it says nothing."""
    controls: dict[str, bool] = {}
    try:
        for each in _controls(snapshot["controls"]):
            controls[each.label] = controls.get(each.label, False) or each.enabled
    except _OF_ANOTHER_FORM:
        return None
    return controls


def _label(value: Any) -> str:
    """Raises TypeError for what is no text; None and nothing are nothing."""
    if value is not None and not isinstance(value, str):
        raise TypeError
    return value or ""


def _path(value: Any) -> tuple[str, ...]:
    """Raises TypeError for what is no list of texts."""
    if isinstance(value, str | Mapping) or not isinstance(value, Iterable):
        raise TypeError
    return tuple(map(_label, value))


def _paths(value: Any) -> tuple[tuple[str, ...], ...]:
    return tuple(map(_path, value))


def _cell(value: Any) -> tuple[str, ...]:
    return tuple(filter(None, [_label(value)] if value is None or isinstance(value, str) else _path(value)))


def _controls(value: Any) -> tuple[Control, ...]:
    return tuple(map(_control, value))


def _control(given: Mapping[str, Any]) -> Control:
    kind, value = given.get("kind", ""), given.get("value")
    if kind in ("switch", "choice"):
        value = "on" if value else ""
    under, label = _label(given.get("under")), _label(given["label"])
    kind = kind if kind in KINDS else "item"
    return Control(label, kind, bool(given.get("enabled", True)), "" if value is None else str(value), under)


def _lists(value: Any) -> tuple[Listing, ...]:
    return tuple(
        Listing(
            tuple(tuple(map(_cell, row)) for row in each["rows"]),
            _label(each.get("label")),
            _path(each.get("columns", ())),
            _label(each.get("chosen")),
        )
        for each in value
    )


def _texts(data: Any) -> Iterator[str]:
    """The values of any data, as texts, one after the other; nothing where there is none."""
    if isinstance(data, Mapping):
        for key, each in data.items():
            held = list(_texts(each))
            yield from (f"{key}: {held[0]}", *held[1:]) if held else ()
    elif isinstance(data, list | tuple | set | frozenset):
        for each in sorted(data, key=str) if isinstance(data, set | frozenset) else data:
            yield from _texts(each)
    elif data is not None and data != "":
        yield str(data)


# --- checked -----------------------------------------------------------------------------------------------------


def unmarked(spec: Spec, variants: Sequence[tuple[Variant, Sequence[Binding]]]) -> Iterator[Problem]:
    """The Whens of procedures whose pictures mark nothing, or several things, each once with its monikers.

    The variants ran. A When that tells the readers of a moniker nothing has no picture for them.
    """
    found: dict[tuple[Any, str, str], set[str]] = {}
    for variant, bindings in variants:
        scenario = spec.scenario(variant)
        if scenario.rule is not None or not any(each.kind == "when" for each in bindings):
            continue
        with suppress(Exception):  # of a step or a snapshot that raises, pytest and `run` tell
            for number, message, remedy in _wrongly_marked(spec, variant.moniker, bindings):
                found.setdefault((scenario.place_of(number), message, remedy), set()).add(variant.moniker)
    for (place, message, remedy), monikers in found.items():
        whose = spec.config.monikers.for_these(monikers, ", ")
        yield Problem(place, message + whose, "picture-marks-nothing", remedy)


def _wrongly_marked(spec: Spec, moniker: str, bindings: Sequence[Binding]) -> Iterator[tuple[int, str, str]]:
    """The numbers of Whens whose pictures do not mark one thing, each with what is wrong and what to do."""
    with spec.world.live(moniker) as world:
        if screen_of(world.snapshot()) is None:
            return
        for number, binding in enumerate(bindings):
            definition = spec.catalogue[binding]
            is_drawn = binding.kind == "when" and definition.says_in(moniker)
            screen = screen_of(world.snapshot()) if is_drawn else None
            if said := screen and _wrong(screen, definition, binding):
                message, remedy = said
                shown = spec.catalogue.with_labels(message, spec.source)
                yield number, f"'{spec.catalogue.phrase(binding, spec.source)}' {shown}", remedy
            world.wait(definition.function(world.state, **spec.catalogue.values(binding)))


def _wrong(screen: Screen, definition: Definition, binding: Binding) -> tuple[str, str] | None:
    """What is wrong with what a picture marks, and what to do."""
    marks = screen.marks(definition, binding)
    if len(marks) == 1 or (not marks and definition.unmarked):
        return None
    place = f"the definition at {definition.location}"
    if marks:
        names = " and ".join(screen.name(each) for each in marks)
        return f"is about several things in its picture: {names}", f'Say which in marks="…" of {place}.'
    shown = ", ".join(dict.fromkeys(each.label for each in screen.controls)) or "no controls"
    what = f"{definition.marks}, which is" if definition.marks else "nothing that is"
    remedy = f'Let an argument name the control, or give marks="…" or unmarked="why there is none" to {place}.'
    return f"is about {what} in its picture, which shows {shown}", remedy
