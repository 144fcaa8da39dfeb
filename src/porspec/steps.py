"""Step definitions, and the catalogue that binds step texts to them and phrases them again, in any language.

An argument stands in quotes and nothing else does, so a step text splits at its quotes into literals and
arguments, and the literals are the key of its definition: binding is one look-up, whatever the number of
definitions.
"""

from __future__ import annotations

import difflib
import itertools
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import ModuleType
from typing import Annotated, Any, get_args, get_origin, get_type_hints

from .features import KINDS, Kind
from .locales import Language
from .problems import Location, Problem

PATH_SEPARATOR = " > "
_PLACEHOLDER = re.compile(r"\{([a-z_][a-z0-9_]*)\}")
_COLUMN = re.compile(r"<([^<>]+)>")
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
        if placeholders != set(names) - {"table", "doc_string"}:
            raise ValueError(f"the pattern's placeholders {sorted(placeholders)} are not the parameters {list(names)}")
        for text in definition.sayings():
            if unknown := set(_PLACEHOLDER.findall(text)) - placeholders:
                raise ValueError(f"its reader's text has placeholders that the pattern lacks: {sorted(unknown)}")
    except ValueError as error:
        problems.append(
            Problem(
                location,
                f'Step definition "{pattern}": {error}',
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


# --- patterns ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Pattern:
    """A pattern split at its quotes: one literal more than placeholder names."""

    literals: tuple[str, ...]
    names: tuple[str, ...]

    def key(self) -> tuple[str, ...]:
        return tuple(_normal(literal) for literal in self.literals)


def parse_pattern(text: str) -> Pattern:
    """pattern = literal *( DQUOTE "{" name "}" DQUOTE literal ); raises ValueError where it is not one."""
    parts = text.split('"')
    if len(parts) % 2 == 0:
        raise ValueError("a quote is missing")
    names = []
    for argument in parts[1::2]:
        match = _PLACEHOLDER.fullmatch(argument)
        if match is None:
            raise ValueError(f'"{argument}" in quotes is not one placeholder')
        names.append(match[1])
    if len(set(names)) != len(names):
        raise ValueError("a placeholder stands twice")
    if any("{" in literal or "}" in literal for literal in parts[0::2]):
        raise ValueError("a placeholder stands outside quotes")
    return Pattern(tuple(parts[0::2]), tuple(names))


def _normal(literal: str) -> str:
    """Text as matching sees it: composed (NFC), no-break spaces as blanks."""
    return unicodedata.normalize("NFC", literal).replace("\u00a0", " ").replace("\u202f", " ")


# --- bindings ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Text:
    """An argument that stands as written, in every language."""

    text: str


@dataclass(frozen=True, slots=True)
class Labels:
    """An argument that names labels, by their ids."""

    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """An argument that an Examples column fills; `name` is the source language's header."""

    name: str


Argument = Text | Labels | Column


@dataclass(frozen=True, slots=True)
class Binding:
    """One step, bound, free of any language: definition (kind and source pattern) and arguments by name."""

    kind: Kind
    pattern: str
    arguments: tuple[tuple[str, Argument], ...] = ()
    table: tuple[tuple[str, ...], ...] | None = None
    doc_string: str | None = None

    def with_cells(self, cells: Mapping[str, Argument]) -> Binding:
        """The step of one example row: its columns replaced by the row's arguments."""
        filled = tuple(
            (name, cells[value.name] if isinstance(value, Column) else value) for name, value in self.arguments
        )
        return Binding(self.kind, self.pattern, filled, self.table, self.doc_string)


class BindError(Exception):
    """A step text or a cell cannot be bound; `offset` counts characters from its beginning."""

    def __init__(self, message: str, code: str, remedy: str, offset: int = 0) -> None:
        super().__init__(message)
        self.message, self.code, self.remedy, self.offset = message, code, remedy, offset


@dataclass(frozen=True)
class _Words:
    """What one language calls things: patterns by definition, definitions by literals, labels both ways."""

    patterns: dict[tuple[Kind, str], Pattern] = field(default_factory=dict)
    by_literals: dict[tuple[Kind, tuple[str, ...]], list[tuple[Definition, Pattern]]] = field(default_factory=dict)
    label_texts: dict[str, str] = field(default_factory=dict)
    label_ids: dict[str, list[str]] = field(default_factory=dict)
    columns: dict[str, str] = field(default_factory=dict)
    column_texts: dict[str, str] = field(default_factory=dict)


class StepCatalogue:
    """All step definitions in all languages."""

    def __init__(
        self,
        definitions: Iterable[Definition],
        labels: Iterable[Label],
        languages: Mapping[str, Language],
        problems: list[Problem],
    ) -> None:
        self.definitions = {(each.kind, each.pattern): each for each in definitions}
        self.labels = {label.id: label for label in labels}
        self._words = {code: self._compile(language, problems) for code, language in languages.items()}

    def _compile(self, language: Language, problems: list[Problem]) -> _Words:
        words = _Words()
        for definition in self.definitions.values():
            pattern = _translated_pattern(definition, language, problems)
            if pattern is not None:
                words.patterns[definition.kind, definition.pattern] = pattern
                words.by_literals.setdefault((definition.kind, pattern.key()), []).append((definition, pattern))
        for label in self.labels.values():
            text = language.text("labels", label.text, label.id)
            if text is not None:
                words.label_texts[label.id] = text
                words.label_ids.setdefault(_normal(text), []).append(label.id)
        if not language.is_source:
            for (context, name), message in language.catalogues["features"].messages.items():
                if context == "column" and message.text:
                    words.columns[_normal(message.text)] = name
                    words.column_texts[name] = message.text
        return words

    def __getitem__(self, binding: Binding) -> Definition:
        return self.definitions[binding.kind, binding.pattern]

    def clashes(self, language: str) -> Iterator[tuple[Definition, Definition]]:
        """Pairs of definitions whose patterns read the same in a language."""
        for found in self._words[language].by_literals.values():
            for (one, _), (other, _) in itertools.pairwise(found):
                yield one, other

    def knows(self, kind: Kind, text: str) -> bool:
        """Whether any language has a pattern for this text."""
        key = tuple(_normal(part) for part in text.split('"')[0::2])
        return any((kind, key) in words.by_literals for words in self._words.values())

    def bind(self, kind: Kind, text: str, language: str) -> Binding:
        """The binding of a step text of a language.

        Raises BindError: undefined (with the nearest patterns), ambiguous (with both definitions), a step of
        another language, or an argument that does not fit.
        """
        words = self._words[language]
        parts = text.split('"')
        if len(parts) % 2 == 0:
            raise BindError("A quote is missing", "step-quote", "Put each argument in quotes.", text.rindex('"'))
        key = tuple(_normal(literal) for literal in parts[0::2])
        found = words.by_literals.get((kind, key), ())
        if len(found) != 1:
            raise self._not_one(kind, text, key, language, found)
        definition, pattern = found[0]
        arguments = {}
        offset = len(parts[0]) + 1
        for name, literal, written in zip(pattern.names, parts[2::2], parts[1::2], strict=True):
            try:
                arguments[name] = self.read(definition.parameter(name), written, language)
            except BindError as error:
                error.offset += offset
                raise
            offset += len(written) + len(literal) + 2
        ordered = tuple((name, arguments[name]) for name in parse_pattern(definition.pattern).names)
        return Binding(kind, definition.pattern, ordered)

    def read(self, parameter: Parameter, written: str, language: str) -> Argument:
        """An argument or a cell as its parameter's type reads it; raises BindError."""
        if column := _COLUMN.fullmatch(written):
            return Column(self.column(column[1], language))
        if _COLUMN.search(written):
            raise BindError(
                f'"{written}" mixes a placeholder with text',
                "argument-placeholder",
                "Let the <column> be the whole argument.",
            )
        if parameter.label:
            return self._read_labels(parameter.label, written, language)
        try:
            parameter.convert(written)
        except Exception as error:  # noqa: BLE001 - any converter, any error
            raise BindError(
                f'"{written}" is no {parameter.name}: {error}', "argument-value", "Correct the argument."
            ) from None
        return Text(written)

    def _read_labels(self, wanted: LabelType, written: str, language: str) -> Labels:
        words = self._words[language]
        ids = []
        for part in written.split(PATH_SEPARATOR) if wanted.path else [written]:
            hits = [one for one in words.label_ids.get(_normal(part), ()) if one.split(".")[0] in wanted.kinds]
            if len(hits) != 1:
                kinds = " or ".join(wanted.kinds)
                known = [text for one, text in words.label_texts.items() if one.split(".")[0] in wanted.kinds]
                near = difflib.get_close_matches(part, known, 3, 0.4)
                raise BindError(
                    f'"{part}" is {"several labels: " + ", ".join(hits) if hits else "no label"} ({kinds})',
                    "label-ambiguous" if hits else "label-unknown",
                    f"Nearest: {', '.join(near)}." if near else f"Labels of that kind: {', '.join(known)}.",
                )
            ids.append(hits[0])
        return Labels(tuple(ids))

    def column(self, written: str, language: str) -> str:
        """The source language's name of an Examples column."""
        return self._words[language].columns.get(_normal(written), written)

    def column_text(self, name: str, language: str) -> str:
        return self._words[language].column_texts.get(name, name)

    def phrase(self, binding: Binding, language: str) -> str:
        """The step text of a binding in a language; raises LookupError where its pattern or a label is untranslated."""
        pattern = self._words[language].patterns[binding.kind, binding.pattern]
        arguments = dict(binding.arguments)
        written = [self.write(arguments[name], language) for name in pattern.names]
        parts = [pattern.literals[0]]
        for text, literal in zip(written, pattern.literals[1:], strict=True):
            parts += [text, literal]
        return '"'.join(parts)

    def write(self, argument: Argument, language: str) -> str:
        """An argument as a feature of this language writes it."""
        match argument:
            case Text(text):
                return text
            case Labels(ids):
                return PATH_SEPARATOR.join(self._words[language].label_texts[one] for one in ids)
            case Column(name):
                return f"<{self.column_text(name, language)}>"

    def label(self, label_id: str, language: str) -> str:
        return self._words[language].label_texts[label_id]

    def call(self, binding: Binding, world: object) -> None:
        """Run the step's function on a world."""
        definition = self[binding]
        values = {name: _value(definition.parameter(name), argument) for name, argument in binding.arguments}
        if binding.table is not None:
            values["table"] = binding.table
        if binding.doc_string is not None:
            values["doc_string"] = binding.doc_string
        definition.function(world, **values)

    def _not_one(
        self,
        kind: Kind,
        text: str,
        key: tuple[str, ...],
        language: str,
        found: Iterable[tuple[Definition, Pattern]],
    ) -> BindError:
        if places := [f'"{definition.pattern}" at {definition.location}' for definition, _ in found]:
            return BindError(
                f'"{text}" has more than one definition: {", ".join(places)}',
                "step-ambiguous",
                f"Change one of the two patterns, or its {language} translation.",
            )
        others = [code for code, words in self._words.items() if (kind, key) in words.by_literals]
        if others:
            return BindError(
                f'"{text}" is a step of another language ({", ".join(others)}), and this file is in {language}',
                "step-language",
                f'Write it in {language}: "{self._words[others[0]].by_literals[kind, key][0][0].pattern}" is '
                f'"{self._pattern_text(kind, self._words[others[0]].by_literals[kind, key][0][0], language)}".',
            )
        kinds = [other for other in KINDS if (other, key) in self._words[language].by_literals]
        if kinds:
            return BindError(
                f'"{text}" is defined as a {kinds[0].title()} step, not as a {kind.title()} step',
                "step-undefined",
                "Change the keyword, or define the step for this kind too.",
            )
        known = {self._pattern_text(kind, one, language): one for (k, _), one in self.definitions.items() if k == kind}
        near = difflib.get_close_matches(text, known, 3, 0.3)
        hints = "; ".join(f'"{each}" ({known[each].location})' for each in near)
        return BindError(
            f'No {kind.title()} step is defined for "{text}"',
            "step-undefined",
            f"Nearest: {hints}." if near else "Define it in the steps folder.",
        )

    def _pattern_text(self, kind: Kind, definition: Definition, language: str) -> str:
        pattern = self._words[language].patterns.get((kind, definition.pattern))
        if pattern is None:
            return definition.pattern
        pairs = zip(pattern.names, pattern.literals[1:], strict=True)
        return pattern.literals[0] + "".join(f'"{{{name}}}"{literal}' for name, literal in pairs)


def _value(parameter: Parameter, argument: Argument) -> Any:
    match argument:
        case Text(text):
            return parameter.convert(text)
        case Labels(ids):
            return ids if parameter.label and parameter.label.path else ids[0]
        case Column(name):
            raise ValueError(f"column <{name}> has no value here")


def _translated_pattern(definition: Definition, language: Language, problems: list[Problem]) -> Pattern | None:
    text = language.text("steps", definition.pattern, definition.kind)
    place = language.location("steps", definition.pattern, definition.kind)
    if text is None:
        problems.append(
            Problem(
                place,
                f'The pattern "{definition.pattern}" ({definition.kind}) has no {language.code} translation',
                "pattern-untranslated",
                f"Translate it; it is defined at {definition.location}. Run porspec sync if it is not in the file.",
            )
        )
        return None
    source = set(parse_pattern(definition.pattern).names)
    try:
        pattern = parse_pattern(text)
        if set(pattern.names) != source:
            raise ValueError(f"it has the placeholders {sorted(pattern.names)}, and the pattern has {sorted(source)}")
    except ValueError as error:
        problems.append(
            Problem(
                place,
                f'The translation of "{definition.pattern}" does not fit: {error}',
                "pattern-placeholders",
                'Keep every placeholder of the pattern as it is, in quotes: "{like_this}".',
            )
        )
        return None
    return pattern
