"""The step catalogue: binds step texts to definitions and phrases them again, in any language.

An argument stands in quotes and nothing else does, so a step text splits at its quotes into literals and
arguments, and the literals are the key of its definition: binding is one look-up, whatever the number of
definitions.
"""

import difflib
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count, pairwise
from typing import Any

from ..sources.catalogues import Language
from ..sources.features import KINDS, Kind
from ..sources.problems import Problem
from .bindings import COLUMN, Argument, BindError, Binding, BoundScenario, Column, Labels, Text
from .definitions import Definition, Label, LabelType, Parameter, said
from .patterns import Pattern, literals_of, normal, parse_pattern

PATH_SEPARATOR = " > "
_ID = re.compile(r"\b[a-z_]\w*\.\w+\b")
_CURLY = re.compile("[“”„‟]")
_Hit = tuple[Definition, Pattern]


class _Wording:
    """What one language calls things: patterns by definition, definitions by literals, labels and columns both ways."""

    def __init__(self, catalogue: "StepCatalogue", language: Language, problems: list[Problem]) -> None:
        definitions, labels = catalogue.definitions, catalogue.labels.values()
        patterns = {key: _translated_pattern(each, language, problems) for key, each in definitions.items()}
        self.patterns = {key: pattern for key, pattern in patterns.items() if pattern}
        self.by_literals: dict[tuple[Kind, tuple[str, ...]], list[_Hit]] = {}
        for key, pattern in self.patterns.items():
            self.by_literals.setdefault((key[0], literals_of(str(pattern))), []).append((definitions[key], pattern))
        self.label_texts = {label.id: language.say("labels", label.text, label.id) for label in labels}
        self.label_ids: dict[str, list[str]] = {}
        for label_id, text in self.label_texts.items():
            self.label_ids.setdefault(normal(text), []).append(label_id)
        messages = {} if language.is_source else language.catalogues["features"].messages
        self.column_texts = {key[1]: each.text for key, each in messages.items() if key[0] == "column" and each.text}
        self.columns = {normal(text): name for name, text in self.column_texts.items()}


class StepCatalogue:
    """All step definitions in all languages; `incomplete` are the languages that lack some of them.

    `folder` is where definitions are to be written.
    """

    def __init__(
        self,
        definitions: Iterable[Definition],
        labels: Iterable[Label],
        languages: Mapping[str, Language],
        problems: list[Problem],
        folder: str = "steps",
    ) -> None:
        self.definitions = {(each.kind, each.pattern): each for each in definitions}
        self.labels = {label.id: label for label in labels}
        self.folder = folder
        self._wordings = {code: _Wording(self, language, problems) for code, language in languages.items()}
        self.incomplete = {code for code, each in self._wordings.items() if len(each.patterns) < len(self.definitions)}

    def __getitem__(self, binding: Binding) -> Definition:
        return self.definitions[binding.kind, binding.pattern]

    def words(self, language: str) -> tuple[object, ...]:
        """All by which the texts of a language are bound: equal where two catalogues bind them alike."""
        wording = self._wordings[language]
        of_definitions = {key: (each.parameters, each.required) for key, each in self.definitions.items()}
        patterns = {key: str(pattern) for key, pattern in wording.patterns.items()}
        return of_definitions, patterns, wording.label_texts, wording.column_texts

    def clashes(self, language: str) -> Iterator[tuple[Definition, Definition]]:
        """Pairs of definitions whose patterns read the same in a language."""
        for found in self._wordings[language].by_literals.values():
            yield from ((one, other) for (one, _), (other, _) in pairwise(found))

    def lacking(self, scenarios: Iterable[BoundScenario], language: str) -> list[Definition]:
        """The definitions of the steps of these that have no pattern in a language, each once."""
        keys = dict.fromkeys((each.kind, each.pattern) for scenario in scenarios for each in scenario.bindings)
        return [self.definitions[key] for key in keys if key not in self._wordings[language].patterns]

    def knows(self, kind: Kind, text: str) -> bool:
        """Whether any language has a pattern for this text."""
        key = literals_of(text)
        return any((kind, key) in wording.by_literals for wording in self._wordings.values())

    def pattern(self, definition: Definition, language: str) -> Pattern:
        """A definition's pattern in a language, or where it is not translated, as defined."""
        translated = self._wordings[language].patterns.get((definition.kind, definition.pattern))
        return translated or parse_pattern(definition.pattern)

    # --- from a text -------------------------------------------------------------------------------------------------

    def bind(self, kind: Kind | None, text: str, language: str) -> Binding:
        """The binding of a step text of a language; without a kind, to the one definition of any kind.

        Raises BindError: undefined (with the nearest patterns), ambiguous (with both definitions), a step of
        another language, or an argument that does not fit.
        """
        parts = text.split('"')
        if len(parts) % 2 == 0:
            raise BindError("A quote is missing", "step-quote", "Put each argument in quotes.", text.rindex('"'))
        found = self.candidates(kind, text, language)
        if len(found) != 1:
            raise _ambiguous(text, kind, language, found) if found else self._undefined(kind, text, language)
        definition, pattern = found[0]
        arguments = {}
        offset = len(parts[0]) + 1
        for name, literal, written in zip(pattern.names, parts[2::2], parts[1::2], strict=True):
            try:
                arguments[name] = self.read(definition.by_name[name], written, language)
            except BindError as error:
                error.offset += offset
                raise
            offset += len(written) + len(literal) + 2
        ordered = tuple((name, arguments[name]) for name in parse_pattern(definition.pattern).names)
        return Binding(definition.kind, definition.pattern, ordered)

    def candidates(self, kind: Kind | None, text: str, language: str) -> list[_Hit]:
        """The definitions that a step text of a language is for, by its words alone."""
        key, by_literals = literals_of(text), self._wordings[language].by_literals
        return [hit for each in ((kind,) if kind else KINDS) for hit in by_literals.get((each, key), ())]

    def read(self, parameter: Parameter, written: str, language: str) -> Argument:
        """An argument or a cell as its parameter's type reads it; raises BindError."""
        if column := COLUMN.fullmatch(written):
            return Column(self.column(column[1], language))
        if COLUMN.search(written):
            remedy = "Let the <column> be the whole argument."
            raise BindError(f'"{written}" mixes a placeholder with text', "argument-placeholder", remedy)
        if parameter.label:
            return self._read_labels(parameter.label, written, language)
        try:
            parameter.convert(written)
        except Exception as error:  # noqa: BLE001 - any converter, any error
            words = "" if isinstance(error, ArithmeticError) else said(error)  # which in decimal are names of classes
            words = words or f"{getattr(parameter.convert, '__name__', 'its type')} does not read it"
            message = f'"{written}" is no {parameter.name}: {words}'
            raise BindError(message, "argument-value", "Correct the argument.") from None
        return Text(unicodedata.normalize("NFC", written))

    def _read_labels(self, wanted: LabelType, written: str, language: str) -> Labels:
        wording = self._wordings[language]
        ids = []
        for part in written.split(PATH_SEPARATOR) if wanted.path else [written]:
            hits = [each for each in wording.label_ids.get(normal(part), ()) if each.split(".")[0] in wanted.kinds]
            if len(hits) != 1:
                texts = [text for each, text in wording.label_texts.items() if each.split(".")[0] in wanted.kinds]
                near = difflib.get_close_matches(part, texts, 3, 0.4)
                what = f"several labels: {', '.join(hits)}" if hits else "no label"
                known = ", ".join(texts) or "none"
                remedy = f"Nearest: {', '.join(near)}." if near else f"Labels of that kind: {known}."
                remedy = "Give them texts that differ, or kinds of which the step takes one." if hits else remedy
                if not hits and language == next(iter(self._wordings)):  # the source's, where labels are defined
                    name = f"{wanted.kinds[0]}.{'_'.join(re.findall('[a-z0-9]+', part.lower())) or 'name'}"
                    remedy += f' Or define it, in LABELS of {self.folder}/__init__.py: Label("{name}", "{part}").'
                message = f'"{part}" is {what} ({" or ".join(wanted.kinds)})'
                raise BindError(message, "label-ambiguous" if hits else "label-unknown", remedy)
            ids += hits
        return Labels(tuple(ids))

    def column(self, written: str, language: str) -> str:
        """The source language's name of an Examples column."""
        return self._wordings[language].columns.get(normal(written), written)

    def _undefined(self, kind: Kind | None, text: str, language: str) -> BindError:
        """Why a text has no definition, and the nearest thing that has one."""
        curly = _CURLY.search(text)
        if curly and self.candidates(kind, _CURLY.sub('"', text), language):
            remedy = 'Put each argument in straight quotes: "…".'
            return BindError("These quotes are not straight", "step-quote", remedy, curly.start())
        if COLUMN.search("".join(text.split('"')[0::2])):
            message = f"'{text}' has a <column> outside of quotes, where it is no argument"
            remedy = 'Put it in quotes where an argument stands: "<column>". A column cannot be a step.'
            return BindError(message, "argument-placeholder", remedy)
        others = {code: hits[0][0] for code in self._wordings if (hits := self.candidates(kind, text, code))}
        if others:
            message = f"'{text}' is a step of another language ({', '.join(others)}), and this file is in {language}"
            reads = self.pattern(next(iter(others.values())), language)
            return BindError(message, "step-language", f"In {language} it reads '{reads}'.")
        if kind and (defined := self.candidates(None, text, language)):
            message = f"'{text}' is defined as a {defined[0][0].kind.title()} step, not as a {kind.title()} step"
            return BindError(message, "step-undefined", "Change the keyword, or define the step for this kind too.")
        of_kind = [each for each in self.definitions.values() if kind in (None, each.kind)]
        known = {str(self.pattern(each, language)): each for each in of_kind}
        near = [f"'{each}' ({known[each].location})" for each in difflib.get_close_matches(text, known, 3, 0.3)]
        message = f"No {kind.title() if kind else 'Given, When or Then'} step is defined for '{text}'"
        remedy = f"Nearest: {'; '.join(near)}. Or define" if near else "Define"
        numbers = count(1)
        pattern = re.sub('"[^"]*"', lambda _: f'"{{text{next(numbers)}}}"', text)
        remedy += f" it in a module of {self.folder}/: @{kind or 'when'}({pattern!r})."
        return BindError(message, "step-undefined", remedy)

    # --- to a text ---------------------------------------------------------------------------------------------------

    def phrase(self, binding: Binding, language: str) -> str:
        """The step text of a binding in a language; raises LookupError where its pattern is untranslated."""
        pattern = self._wordings[language].patterns[binding.kind, binding.pattern]
        arguments = dict(binding.arguments)
        return pattern.with_arguments(tuple(self.write(arguments[name], language) for name in pattern.names))

    def write(self, argument: Argument, language: str) -> str:
        """An argument as a feature of this language writes it."""
        match argument:
            case Text(text):
                return text
            case Labels(ids):
                return PATH_SEPARATOR.join(self.label(each, language) for each in ids)
            case Column(name):
                return f"<{self.column_text(name, language)}>"

    def column_text(self, name: str, language: str) -> str:
        return self._wordings[language].column_texts.get(name, name)

    def label(self, label_id: str, language: str) -> str:
        return self._wordings[language].label_texts[label_id]

    def with_labels(self, text: str, language: str) -> str:
        """A text with the label behind each id in it, for those who read what failed: button.submit "Submit"."""
        texts = self._wordings[language].label_texts
        return _ID.sub(lambda found: f'{found[0]} "{texts[found[0]]}"' if found[0] in texts else found[0], text)

    # --- to a call ---------------------------------------------------------------------------------------------------

    def values(self, binding: Binding) -> dict[str, Any]:
        """What the step's function is called with, besides the world."""
        definition = self[binding]
        values = {name: _value(definition.by_name[name], argument) for name, argument in binding.arguments}
        if binding.table is not None:
            as_lists = definition.by_name["table"].convert is list
            values["table"] = list(map(list, binding.table)) if as_lists else binding.table
        if binding.doc_string is not None:
            values["doc_string"] = binding.doc_string
        if "media_type" in definition.by_name:
            values["media_type"] = binding.media_type
        return values


def _ambiguous(text: str, kind: Kind | None, language: str, found: Sequence[_Hit]) -> BindError:
    places = ", ".join(f"'{definition.pattern}' at {definition.location}" for definition, _ in found)
    remedy = f"Change one of the two patterns, or its {language} translation."
    remedy = remedy if kind else "Begin the step with the keyword of the one that is meant."
    defined = frozenset(str(definition.location) for definition, _ in found)
    return BindError(f"'{text}' has more than one definition: {places}", "step-ambiguous", remedy, 0, defined)


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
    try:
        return None if text is None else parse_pattern(text, parse_pattern(definition.pattern))
    except ValueError as error:
        place = language.location("steps", definition.pattern, definition.kind)
        message = f"The translation of '{definition.pattern}' does not fit: {error}"
        remedy = 'Keep every placeholder of the pattern as it is, in quotes: "{like_this}".'
        problems.append(Problem(place, message, "pattern-placeholders", remedy))
        return None
