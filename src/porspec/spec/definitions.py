"""Step definitions and labels: what step modules write, and what is read of the imported modules."""

import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from types import FunctionType, ModuleType
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints

from ..sources.bounds import HALF
from ..sources.features import Kind
from ..sources.problems import Location, Problem
from .invariants import Invariant, check, refuse_idle
from .patterns import fields, parse_pattern

_BELOW = ("table", "doc_string", "media_type")


Says = str | Mapping[str, str] | None
_Function = Callable[..., Any]
_Decorator = Callable[[_Function], _Function]


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
        _refuse_half(self.id, self.text, self.comment)
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


def when(pattern: str, says: Says = None, *, marks: str = "", unmarked: str = "") -> _Decorator:
    """Define a When step; `says` instructs the reader, by moniker where it differs.

    Its picture marks the control that an argument names, or `marks`; `unmarked` says why there may be none.
    """
    if not isinstance(marks, str) or not isinstance(unmarked, str):
        raise TypeError("marks is the label of a control, and unmarked says why a picture marks none: texts")
    return _decorator("when", pattern, says, marks, unmarked)


def then(pattern: str, says: Says = None) -> _Decorator:
    """Define a Then step; `says` tells the reader the result, by moniker where it differs."""
    return _decorator("then", pattern, says)


def always(sentence: str) -> _Decorator:
    """Say, without arguments, what the function asserts of the world after every step.

    One that takes the world before the step too, a `copy.copy`, is called after Whens and Thens: Givens make any world.
    """
    return _decorator("always", sentence, None)


# What each module has marked, unchecked; a place is the decorator's, or where another file calls it, the function's.
MARKED: dict[str, list["Definition | Invariant"]] = {}


def _decorator(kind: Kind | Literal["always"], pattern: str, says: Says, *pictured: str) -> _Decorator:
    if not isinstance(pattern, str):
        found = "a function" if callable(pattern) else repr(pattern)
        raise TypeError(f'the pattern of a step must be a text, as in @{kind}("…"), and it is {found}')
    if not isinstance(says, str | Mapping | None):
        raise TypeError(f"says must be a text, or texts by moniker, and it is {says!r}")
    _refuse_half(pattern, *pictured, *(says.values() if isinstance(says, Mapping) else [says or ""]))
    place = _here()

    def mark(function: _Function) -> _Function:
        if not isinstance(function, FunctionType):
            raise TypeError(f"@{kind} marks a function, and this is {function!r}")
        code = function.__code__
        at = place if place.path == code.co_filename else Location(code.co_filename, code.co_firstlineno)
        made = (
            Invariant(pattern, function, at)
            if kind == "always"
            else Definition(kind, pattern, says, function, (), at, *pictured)
        )
        MARKED.setdefault(function.__module__, []).append(made)
        return function

    return mark


def _refuse_half(*texts: object) -> None:
    """Raises ValueError where a text could not be written into a file."""
    if wrong := [each for each in texts if isinstance(each, str) and HALF.search(each)]:
        raise ValueError(f"{wrong[0]!a} has one half of a character")


def _here() -> Location:
    """Where the steps package is being run: the nearest caller that is neither of this module nor a dataclass's."""
    frame = sys._getframe(1)
    while frame.f_globals.get("__name__") in (__name__, "dataclasses") and frame.f_back:
        frame = frame.f_back
    return Location(frame.f_code.co_filename, frame.f_lineno)


def said(error: BaseException) -> str:
    """What an exception of somebody's own class says, or that it cannot."""
    try:
        return str(error)
    except Exception as another:  # noqa: BLE001 - whatever that raises
        return f"(its words cannot be shown: {type(another).__name__}: {another})"


# --- definitions -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of a step function: a label type, or `convert` from the text as written."""

    name: str
    label: LabelType | None
    convert: Callable[[str], Any] = str


@dataclass(frozen=True)
class Definition:
    """A step definition; the first parameter of `function` is the world, the others are the pattern's.

    `marks` and `unmarked` are about the picture of a When.
    """

    kind: Kind
    pattern: str
    says: Says
    function: Callable[..., Any]
    parameters: tuple[Parameter, ...]
    location: Location
    marks: str = ""
    unmarked: str = ""

    @cached_property
    def by_name(self) -> Mapping[str, Parameter]:
        return {each.name: each for each in self.parameters}

    def sayings(self) -> tuple[str, ...]:
        """Every reader's text of the step."""
        if isinstance(self.says, Mapping):
            return tuple(self.says.values())
        return () if self.says is None else (self.says,)

    def says_in(self, moniker: str) -> str | None:
        return self.says.get(moniker) if isinstance(self.says, Mapping) else self.says

    @cached_property
    def required(self) -> frozenset[str]:
        """The names of the parameters that have no default."""
        first_optional = len(self.parameters) - len(self.function.__defaults__ or ())
        return frozenset(each.name for each in self.parameters[:first_optional])


def collect(module: ModuleType, path: str, problems: list[Problem]) -> Iterator[Definition | Invariant]:
    """What a module's decorators mark, in its order; `path` is its file relative to the root."""
    if any(name.startswith("pytestbdd_stepdef") for name in vars(module)):
        remedy = "Import given, when and then from porspec.steps; those of pytest_bdd are for features elsewhere."
        problems.append(Problem(Location(path), "Steps are defined here with pytest_bdd", "step-definition", remedy))
    fitting = 'Write every placeholder in quotes, "{like_this}", and name the parameters after them.'
    for each in sorted(MARKED.get(module.__name__, ()), key=lambda each: each.location.line):
        place = Location(path, each.location.line)
        try:
            more = check(each) if isinstance(each, Invariant) else {"parameters": _checked_parameters(each)}
            yield replace(each, location=place, **more)
        except (ValueError, NameError, TypeError) as error:
            reason, remedy, *_ = (*error.args, fitting, fitting)
            problems.append(Problem(place, f"Step definition '{each.pattern}': {reason}", "step-definition", remedy))


def _checked_parameters(definition: Definition) -> tuple[Parameter, ...]:
    """Raises ValueError, NameError or TypeError where they do not fit: with the reason, or that and a remedy."""
    refuse_idle(definition.function)
    code = definition.function.__code__
    first, *names = code.co_varnames[: code.co_argcount] or ("",)
    placeholders = set(parse_pattern(definition.pattern).names)
    if not first or first in placeholders:
        raise ValueError("its function takes no world", "Let the first parameter be the world that the step acts on.")
    if strange := placeholders ^ (set(names) - set(_BELOW)):
        message = f"the pattern's placeholders {sorted(placeholders)} are not the parameters {names}"
        if strange <= {"datatable", "docstring"}:
            raise ValueError(message, "The parameter for a table is called table, that for a doc string doc_string.")
        raise ValueError(message)
    hints = get_type_hints(definition.function, include_extras=True)
    parameters = tuple(_parameter(name, hints.get(name, str)) for name in names)
    for text in definition.sayings():
        if unknown := set(fields(text)) - placeholders:
            raise ValueError(f"its reader's text has placeholders that the pattern lacks: {sorted(unknown)}")
    return parameters


def _parameter(name: str, hint: Any) -> Parameter:
    hint, *metadata = get_args(hint) if get_origin(hint) is Annotated else (hint,)
    if label := next((each for each in metadata if isinstance(each, LabelType)), None):
        return Parameter(name, label)
    if name in _BELOW or hint in (object, Any):
        return Parameter(name, None, list if get_origin(hint) is list else str)
    if hint is bool or get_origin(hint) or not callable(hint):
        what = "any text is true" if hint is bool else "it does not make a value of a text"
        remedy = "Annotate it with str, int, another class that takes a text, or labels."
        raise ValueError(f"the parameter {name} cannot be {getattr(hint, '__name__', hint)}: {what}", remedy)
    return Parameter(name, None, hint)
