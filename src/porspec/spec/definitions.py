"""Step definitions and labels: what modules of a steps package write, and what is read from the imported modules."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from types import FunctionType, ModuleType
from typing import Annotated, Any, NamedTuple, get_args, get_origin, get_type_hints

from ..sources.features import Kind
from ..sources.problems import Location, Problem
from .patterns import fields, parse_pattern

_BELOW = ("table", "doc_string", "media_type")
_OF_PYTEST_BDD = "pytestbdd_stepdef"
_NO_FUNCTION = {
    inspect.CO_GENERATOR: "it is a generator: what it holds would never run",
    inspect.CO_COROUTINE: "it is async: what it holds would never run",
    inspect.CO_ASYNC_GENERATOR: "it is an async generator: what it holds would never run",
}

Says = str | Mapping[str, str] | None
_Decorator = Callable[[Callable[..., None]], Callable[..., None]]


# --- what step modules write -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Label:
    """The text of one control or page; its id begins with its kind ("button.submit"), `comment` is the translator's.

    `location` is where it is written.
    """

    id: str
    text: str
    comment: str = ""
    location: Location = field(default=Location(""), repr=False, compare=False)

    def __post_init__(self) -> None:
        if not all(isinstance(each, str) for each in (self.id, self.text, self.comment)):
            raise TypeError("the id, text and comment of a label are texts")
        if not self.location.path:
            object.__setattr__(self, "location", _here())


@dataclass(frozen=True, slots=True)
class LabelType:
    """Marks an annotation as a label of these kinds; a path is several, written with " > " and passed as a tuple.

    Example: `Button = Annotated[str, LabelType("button")]`.
    """

    kinds: tuple[str, ...]
    path: bool = False

    def __init__(self, *kinds: str, path: bool = False) -> None:
        object.__setattr__(self, "kinds", kinds)
        object.__setattr__(self, "path", path)


def given(pattern: str, says: Says = None) -> _Decorator:
    """Define a Given step; `says` is what the reader must have before the first step, by moniker where it differs."""
    return _decorator("given", pattern, says)


def when(pattern: str, says: Says = None) -> _Decorator:
    """Define a When step; `says` instructs the reader, by moniker where it differs."""
    return _decorator("when", pattern, says)


def then(pattern: str, says: Says = None) -> _Decorator:
    """Define a Then step; `says` tells the reader the result, by moniker where it differs."""
    return _decorator("then", pattern, says)


class _Marked(NamedTuple):
    """A function as a decorator marks it; `place` is where the decorator stands."""

    kind: Kind
    pattern: str
    says: Says
    function: FunctionType
    place: Location


# What each module has marked, whether its names still lead to it or not.
_MARKED: dict[str, list[_Marked]] = {}


def _decorator(kind: Kind, pattern: str, says: Says) -> _Decorator:
    if not isinstance(pattern, str):
        found = "a function" if callable(pattern) else repr(pattern)
        raise TypeError(f'the pattern of a step must be a text, as in @{kind}("…"), and it is {found}')
    if not isinstance(says, str | Mapping | None):
        raise TypeError(f"says must be a text, or texts by moniker, and it is {says!r}")
    place = _here()

    def mark(function: Callable[..., None]) -> Callable[..., None]:
        if not isinstance(function, FunctionType):
            raise TypeError(f"@{kind} marks a function, and this is {function!r}")
        _MARKED.setdefault(function.__module__, []).append(_Marked(kind, pattern, says, function, place))
        return function

    return mark


def _here() -> Location:
    """Where the steps package is being run: the nearest caller that is neither of this module nor a dataclass's."""
    frame = sys._getframe(1)
    while frame.f_globals.get("__name__") in (__name__, "dataclasses") and frame.f_back:
        frame = frame.f_back
    return Location(frame.f_code.co_filename, frame.f_lineno)


# --- definitions -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of a step function: a label type, or `convert` from the text as written."""

    name: str
    label: LabelType | None
    convert: Callable[[str], Any] = str


@dataclass(frozen=True)
class Definition:
    """A step definition; the first parameter of `function` is the world, the others are the pattern's."""

    kind: Kind
    pattern: str
    says: Says
    function: Callable[..., None]
    parameters: tuple[Parameter, ...]
    location: Location

    def parameter(self, name: str) -> Parameter:
        return next(each for each in self.parameters if each.name == name)

    def sayings(self) -> tuple[str, ...]:
        """Every reader's text of the step."""
        if self.says is None:
            return ()
        return (self.says,) if isinstance(self.says, str) else tuple(self.says.values())

    def says_in(self, moniker: str) -> str | None:
        return self.says if self.says is None or isinstance(self.says, str) else self.says.get(moniker)

    @property
    def required(self) -> frozenset[str]:
        """The names of the parameters that have no default."""
        defaults = self.function.__defaults__ or ()
        names = [each.name for each in self.parameters]
        return frozenset(names[: len(names) - len(defaults)])


class _Refused(ValueError):
    """Why a function is no step definition, and what to do."""

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(message)
        self.remedy = remedy


def forget() -> None:
    """Forget what modules have marked that are to be imported afresh."""
    _MARKED.clear()


def collect(module: ModuleType, path: str, problems: list[Problem]) -> Iterator[Definition]:
    """The definitions that a module's decorators mark, in its order; `path` is its file relative to the root."""
    if any(name.startswith(_OF_PYTEST_BDD) for name in vars(module)):
        remedy = "Import given, when and then from porspec.steps; those of pytest_bdd are for features elsewhere."
        message = "Steps are defined here with pytest_bdd"
        problems.append(Problem(Location(path), message, "step-definition", remedy))
    for each in sorted(_MARKED.get(module.__name__, ()), key=_line):
        place = Location(path, _line(each))
        try:
            yield _checked(each, place)
        except (ValueError, NameError, TypeError) as error:
            fitting = 'Write every placeholder in quotes, "{like_this}", and name the parameters after them.'
            remedy = error.remedy if isinstance(error, _Refused) else fitting
            message = f"Step definition '{each.pattern}': {error}"
            problems.append(Problem(place, message, "step-definition", remedy))


def _line(marked: _Marked) -> int:
    """The line of the decorator; where something else of another file calls it, that of the function."""
    code = marked.function.__code__
    return marked.place.line if marked.place.path == code.co_filename else code.co_firstlineno


def _checked(marked: _Marked, place: Location) -> Definition:
    """Raises ValueError, NameError or TypeError where pattern, function and reader's text do not fit."""
    kind, pattern, says, function, _ = marked
    for flag, what in _NO_FUNCTION.items():
        if function.__code__.co_flags & flag:
            raise _Refused(what, "Write a plain function, without yield and await.")
    first, *names = function.__code__.co_varnames[: function.__code__.co_argcount] or ("",)
    placeholders = set(parse_pattern(pattern).names)
    if not first or first in placeholders:
        raise _Refused("its function takes no world", "Let the first parameter be the world that the step acts on.")
    if strange := placeholders ^ (set(names) - set(_BELOW)):
        message = f"the pattern's placeholders {sorted(placeholders)} are not the parameters {names}"
        if strange <= {"datatable", "docstring"}:
            raise _Refused(message, "The parameter for a table is called table, that for a doc string doc_string.")
        raise ValueError(message)
    hints = get_type_hints(function, include_extras=True)
    parameters = tuple(_parameter(name, hints.get(name, str)) for name in names)
    definition = Definition(kind, pattern, says, function, parameters, place)
    for text in definition.sayings():
        if unknown := set(fields(text)) - placeholders:
            raise ValueError(f"its reader's text has placeholders that the pattern lacks: {sorted(unknown)}")
    return definition


def _parameter(name: str, hint: Any) -> Parameter:
    label = None
    if get_origin(hint) is Annotated:
        hint, *metadata = get_args(hint)
        label = next((each for each in metadata if isinstance(each, LabelType)), None)
    if label:
        return Parameter(name, label)
    if name in _BELOW or hint in (object, Any):
        return Parameter(name, None, list if get_origin(hint) is list else str)
    if hint is bool or get_origin(hint) or not callable(hint):
        what = "any text is true" if hint is bool else "it does not make a value of a text"
        remedy = "Annotate it with str, int, another class that takes a text, or labels."
        raise _Refused(f"the parameter {name} cannot be {getattr(hint, '__name__', hint)}: {what}", remedy)
    return Parameter(name, None, hint)
