"""Step definitions: what modules of a steps package write, and what is collected from them."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from inspect import CO_ASYNC_GENERATOR, CO_COROUTINE, CO_GENERATOR
from types import ModuleType
from typing import Annotated, Any, get_args, get_origin, get_type_hints

from ..sources.features import Kind
from ..sources.problems import Location, Problem
from .patterns import fields, parse_pattern

_MARKS = "__porspec_steps__"
# The step functions of each module, whether its names still lead to them or not.
_DEFINED: dict[str, list[Callable[..., None]]] = {}
_BELOW = ("table", "doc_string", "media_type")
_OF_PYTEST_BDD = "pytestbdd_stepdef"
_NO_FUNCTION = {
    CO_GENERATOR: "it is a generator: what it holds would never run",
    CO_COROUTINE: "it is async: what it holds would never run",
    CO_ASYNC_GENERATOR: "it is an async generator: what it holds would never run",
}

Says = str | Mapping[str, str] | None


# --- what step modules write -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Label:
    """The text of one control or page; its id begins with its kind ("button.submit"), `comment` is the translator's.

    `file` and `line` are where it is made.
    """

    id: str
    text: str
    comment: str = ""
    file: str = field(init=False, compare=False, repr=False)
    line: int = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        caller = sys._getframe(2)
        object.__setattr__(self, "file", caller.f_code.co_filename)
        object.__setattr__(self, "line", caller.f_lineno)


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


def _decorator(kind: Kind, pattern: str, says: Says) -> Callable[[Callable[..., None]], Callable[..., None]]:
    if not isinstance(pattern, str):
        found = "a function" if callable(pattern) else repr(pattern)
        raise TypeError(f'the pattern of a step must be a text, as in @{kind}("…"), and it is {found}')
    if not isinstance(says, str | Mapping | None):
        raise TypeError(f"says must be a text, or texts by moniker, and it is {says!r}")

    def mark(function: Callable[..., None]) -> Callable[..., None]:
        marks = vars(function).setdefault(_MARKS, [])
        if not marks:
            _DEFINED.setdefault(function.__module__, []).append(function)
        marks.append((kind, pattern, says))
        return function

    return mark


def given(pattern: str, says: Says = None) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Define a Given step; `says` is what the reader must have before the first step, by moniker where it differs."""
    return _decorator("given", pattern, says)


def when(pattern: str, says: Says = None) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Define a When step; `says` instructs the reader, by moniker where it differs."""
    return _decorator("when", pattern, says)


def then(pattern: str, says: Says = None) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Define a Then step; `says` tells the reader the result, by moniker where it differs."""
    return _decorator("then", pattern, says)


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

    @property
    def required(self) -> frozenset[str]:
        """The names of the parameters that have no default."""
        defaults = self.function.__defaults__ or ()
        names = [each.name for each in self.parameters]
        return frozenset(names[: len(names) - len(defaults)])

    def says_in(self, moniker: str) -> str | None:
        return self.says if self.says is None or isinstance(self.says, str) else self.says.get(moniker)


class _Refused(ValueError):
    """Why a function is no step definition, and what to do."""

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(message)
        self.remedy = remedy


def forget() -> None:
    """Forget the step functions of modules that are to be imported afresh."""
    _DEFINED.clear()


def collect(module: ModuleType, path: str, problems: list[Problem]) -> list[Definition]:
    """The definitions that a module's decorators mark; `path` is the module's file relative to the root."""
    problems += _lost(module, path)
    found = []
    for function in vars(module).values():
        for kind, pattern, says in reversed(getattr(function, _MARKS, ())):
            if function.__module__ == module.__name__:
                location = Location(path, function.__code__.co_firstlineno)
                if definition := _definition(kind, pattern, says, function, location, problems):
                    found.append(definition)
    return found


def _lost(module: ModuleType, path: str) -> Iterator[Problem]:
    """Step functions that no name of the module leads to, and those of pytest-bdd, which no feature of ours calls."""
    held = {id(getattr(each, _MARKS, None)) for each in vars(module).values()}
    for function in _DEFINED.get(module.__name__, ()):
        if id(getattr(function, _MARKS)) not in held:
            name = function.__qualname__
            what = "another one below has its name" if "." not in name else "it does not stand at the top of the module"
            place = Location(path, function.__code__.co_firstlineno)
            remedy = "Give each step function a name of its own, at the top of its module."
            yield Problem(place, f"The step function {name} is lost: {what}", "step-definition", remedy)
    if any(name.startswith(_OF_PYTEST_BDD) for name in vars(module)):
        remedy = "Import given, when and then from porspec.steps; those of pytest_bdd are for features elsewhere."
        yield Problem(Location(path), "Steps are defined here with pytest_bdd", "step-definition", remedy)


def _definition(
    kind: Kind, pattern: str, says: Says, function: Any, location: Location, problems: list[Problem]
) -> Definition | None:
    try:
        return _checked(kind, pattern, says, function, location)
    except (ValueError, NameError, TypeError) as error:
        fitting = 'Write every placeholder in quotes, "{like_this}", and name the parameters after them.'
        remedy = error.remedy if isinstance(error, _Refused) else fitting
        problems.append(Problem(location, f"Step definition '{pattern}': {error}", "step-definition", remedy))
        return None


def _checked(kind: Kind, pattern: str, says: Says, function: Any, location: Location) -> Definition:
    """Raises ValueError, NameError or TypeError where pattern, function and reader's text do not fit."""
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
    definition = Definition(kind, pattern, says, function, parameters, location)
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
