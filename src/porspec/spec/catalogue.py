"""The step catalogue: binds step texts to definitions and phrases them again, in any language.

An argument stands in quotes and nothing else does, so a step text splits at its quotes into literals and
arguments, and the literals are the key of its definition: binding is one look-up, whatever the number of
definitions.
"""

from __future__ import annotations

import difflib
import itertools
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from ..sources.catalogues import Language
from ..sources.features import KINDS, Kind
from ..sources.problems import Problem
from .bindings import Argument, BindError, Binding, Column, Labels, Text
from .definitions import Definition, Label, LabelType, Parameter
from .patterns import Pattern, normal, parse_pattern

PATH_SEPARATOR = " > "
_CURLY = re.compile("[“”„‟]")
_COLUMN = re.compile(r"<([^<>]+)>")


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
    """All step definitions in all languages; `incomplete` are the languages that lack some of them."""

    def __init__(
        self,
        definitions: Iterable[Definition],
        labels: Iterable[Label],
        languages: Mapping[str, Language],
        problems: list[Problem],
    ) -> None:
        self.definitions = {(each.kind, each.pattern): each for each in definitions}
        self.labels = {label.id: label for label in labels}
        self.incomplete: set[str] = set()
        self._words = {code: self._compile(language, problems) for code, language in languages.items()}

    def _compile(self, language: Language, problems: list[Problem]) -> _Words:
        words = _Words()
        for definition in self.definitions.values():
            pattern = _translated_pattern(definition, language, problems)
            if pattern is None:
                self.incomplete.add(language.code)
            else:
                words.patterns[definition.kind, definition.pattern] = pattern
                words.by_literals.setdefault((definition.kind, pattern.key()), []).append((definition, pattern))
        for label in self.labels.values():
            text = language.say("labels", label.text, label.id)
            words.label_texts[label.id] = text
            words.label_ids.setdefault(normal(text), []).append(label.id)
        if not language.is_source:
            for (context, name), message in language.catalogues["features"].messages.items():
                if context == "column" and message.text:
                    words.columns[normal(message.text)] = name
                    words.column_texts[name] = message.text
        return words

    def __getitem__(self, binding: Binding) -> Definition:
        return self.definitions[binding.kind, binding.pattern]

    def clashes(self, language: str) -> Iterator[tuple[Definition, Definition]]:
        """Pairs of definitions whose patterns read the same in a language."""
        for found in self._words[language].by_literals.values():
            for (one, _), (other, _) in itertools.pairwise(found):
                yield one, other

    def lacking(self, bindings: Iterable[Binding], language: str) -> list[Definition]:
        """The definitions of these bindings that have no pattern in a language, each once."""
        patterns = self._words[language].patterns
        keys = dict.fromkeys((each.kind, each.pattern) for each in bindings)
        return [self.definitions[key] for key in keys if key not in patterns]

    def knows(self, kind: Kind, text: str) -> bool:
        """Whether any language has a pattern for this text."""
        key = tuple(normal(part) for part in text.split('"')[0::2])
        return any((kind, key) in words.by_literals for words in self._words.values())

    def bind(self, kind: Kind | None, text: str, language: str) -> Binding:
        """The binding of a step text of a language; without a kind, to the one definition of any kind.

        Raises BindError: undefined (with the nearest patterns), ambiguous (with both definitions), a step of
        another language, or an argument that does not fit.
        """
        parts = text.split('"')
        if len(parts) % 2 == 0:
            raise BindError("A quote is missing", "step-quote", "Put each argument in quotes.", text.rindex('"'))
        key = tuple(normal(literal) for literal in parts[0::2])
        found = self._of_key(kind, key, language)
        if not found and (curly := _CURLY.search(text)) and self.candidates(kind, _CURLY.sub('"', text), language):
            remedy = 'Put each argument in straight quotes: "…".'
            raise BindError("These quotes are not straight", "step-quote", remedy, curly.start())
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
        return Binding(definition.kind, definition.pattern, ordered)

    def candidates(self, kind: Kind | None, text: str, language: str) -> list[tuple[Definition, Pattern]]:
        """The definitions that a step text of a language is for, by its words alone."""
        return self._of_key(kind, tuple(normal(literal) for literal in text.split('"')[0::2]), language)

    def _of_key(self, kind: Kind | None, key: tuple[str, ...], language: str) -> list[tuple[Definition, Pattern]]:
        by_literals = self._words[language].by_literals
        return [hit for each in ((kind,) if kind else KINDS) for hit in by_literals.get((each, key), ())]

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
            words = "" if isinstance(error, ArithmeticError) else str(error)  # which in decimal are names of classes
            words = words or f"{getattr(parameter.convert, '__name__', 'its type')} does not read it"
            raise BindError(
                f'"{written}" is no {parameter.name}: {words}', "argument-value", "Correct the argument."
            ) from None
        return Text(unicodedata.normalize("NFC", written))

    def _read_labels(self, wanted: LabelType, written: str, language: str) -> Labels:
        words = self._words[language]
        ids = []
        for part in written.split(PATH_SEPARATOR) if wanted.path else [written]:
            hits = [one for one in words.label_ids.get(normal(part), ()) if one.split(".")[0] in wanted.kinds]
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
        return self._words[language].columns.get(normal(written), written)

    def column_text(self, name: str, language: str) -> str:
        return self._words[language].column_texts.get(name, name)

    def phrase(self, binding: Binding, language: str) -> str:
        """The step text of a binding in a language; raises LookupError where its pattern is untranslated."""
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
        __tracebackhide__ = True
        self[binding].function(world, **self.values(binding))

    def values(self, binding: Binding) -> dict[str, Any]:
        """What the step's function is called with, besides the world."""
        definition = self[binding]
        values = {name: _value(definition.parameter(name), argument) for name, argument in binding.arguments}
        if binding.table is not None:
            rows = [list(row) for row in binding.table]
            values["table"] = rows if definition.parameter("table").convert is list else binding.table
        if binding.doc_string is not None:
            values["doc_string"] = binding.doc_string
        if any(parameter.name == "media_type" for parameter in definition.parameters):
            values["media_type"] = binding.media_type
        return values

    def _not_one(
        self,
        kind: Kind | None,
        text: str,
        key: tuple[str, ...],
        language: str,
        found: Iterable[tuple[Definition, Pattern]],
    ) -> BindError:
        kinds = (kind,) if kind else KINDS
        if places := [f"'{definition.pattern}' at {definition.location}" for definition, _ in found]:
            return BindError(
                f"'{text}' has more than one definition: {', '.join(places)}",
                "step-ambiguous",
                f"Change one of the two patterns, or its {language} translation."
                if kind
                else "Begin the step with the keyword of the one that is meant.",
                definitions=frozenset(str(definition.location) for definition, _ in found),
            )
        if _COLUMN.search("".join(key)):
            return BindError(
                f"'{text}' has a <column> outside of quotes, where it is no argument",
                "argument-placeholder",
                'Put it in quotes where an argument stands: "<column>". A column cannot be a step.',
            )
        others = [
            (code, words.by_literals[each, key][0][0])
            for code, words in self._words.items()
            for each in kinds
            if (each, key) in words.by_literals
        ]
        if others:
            codes = ", ".join(dict.fromkeys(code for code, _ in others))
            return BindError(
                f"'{text}' is a step of another language ({codes}), and this file is in {language}",
                "step-language",
                f"In {language} it reads '{self._pattern_text(others[0][1], language)}'.",
            )
        defined = [other for other in KINDS if (other, key) in self._words[language].by_literals]
        if kind and defined:
            return BindError(
                f"'{text}' is defined as a {defined[0].title()} step, not as a {kind.title()} step",
                "step-undefined",
                "Change the keyword, or define the step for this kind too.",
            )
        known = {self._pattern_text(one, language): one for one in self.definitions.values() if one.kind in kinds}
        near = difflib.get_close_matches(text, known, 3, 0.3)
        hints = "; ".join(f"'{each}' ({known[each].location})" for each in near)
        return BindError(
            f"No {kind.title() if kind else 'Given, When or Then'} step is defined for '{text}'",
            "step-undefined",
            f"Nearest: {hints}." if near else "Define it in the steps folder.",
        )

    def pattern(self, definition: Definition, language: str) -> Pattern:
        """A definition's pattern in a language, or where it is not translated, as defined."""
        translated = self._words[language].patterns.get((definition.kind, definition.pattern))
        return translated or parse_pattern(definition.pattern)

    def _pattern_text(self, definition: Definition, language: str) -> str:
        pattern = self.pattern(definition, language)
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
                f"The translation of '{definition.pattern}' does not fit: {error}",
                "pattern-placeholders",
                'Keep every placeholder of the pattern as it is, in quotes: "{like_this}".',
            )
        )
        return None
    return pattern
