"""Step definitions: what modules of a steps package write, and what is collected from them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import ModuleType
from typing import Annotated, Any, get_args, get_origin, get_type_hints

from .features import Kind
from .patterns import fields, parse_pattern
from .problems import Location, Problem

_MARKS = "__porspec_steps__"

Says = str | Mapping[str, str] | None


# --- what step modules write -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Label:
    """The text of one control or page; its id begins with its kind ("button.submit"), `comment` is the translator's."""

    id: str
    text: str
    comment: str = ""


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
    def mark(function: Callable[..., None]) -> Callable[..., None]:
        vars(function).setdefault(_MARKS, []).append((kind, pattern, says))
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


def collect(module: ModuleType, path: str, problems: list[Problem]) -> list[Definition]:
    """The definitions that a module's decorators mark; `path` is the module's file relative to the root."""
    found = []
    for function in vars(module).values():
        for kind, pattern, says in reversed(getattr(function, _MARKS, ())):
            if function.__module__ == module.__name__:
                location = Location(path, function.__code__.co_firstlineno)
                if definition := _definition(kind, pattern, says, function, location, problems):
                    found.append(definition)
    return found


def _definition(
    kind: Kind, pattern: str, says: Says, function: Any, location: Location, problems: list[Problem]
) -> Definition | None:
    hints = get_type_hints(function, include_extras=True)
    names = function.__code__.co_varnames[1 : function.__code__.co_argcount]
    parameters = tuple(_parameter(name, hints.get(name, str)) for name in names)
    definition = Definition(kind, pattern, says, function, parameters, location)
    try:
        placeholders = set(parse_pattern(pattern).names)
        if placeholders != set(names) - {"table", "doc_string", "media_type"}:
            raise ValueError(f"the pattern's placeholders {sorted(placeholders)} are not the parameters {list(names)}")
        for text in definition.sayings():
            if unknown := set(fields(text)) - placeholders:
                raise ValueError(f"its reader's text has placeholders that the pattern lacks: {sorted(unknown)}")
    except ValueError as error:
        problems.append(
            Problem(
                location,
                f"Step definition '{pattern}': {error}",
                "step-definition",
                'Write every placeholder in quotes, "{like_this}", and name the parameters after them.',
            )
        )
        return None
    return definition


def _parameter(name: str, hint: Any) -> Parameter:
    if get_origin(hint) is Annotated:
        base, *metadata = get_args(hint)
        label = next((each for each in metadata if isinstance(each, LabelType)), None)
        return Parameter(name, label, str if label else base)
    return Parameter(name, None, hint)
