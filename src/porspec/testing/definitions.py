"""Step definitions, and what steps match, as Cucumber Messages have them: ours in each language, and pytest-bdd's."""

from __future__ import annotations

import itertools
import os
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from pytest_bdd import parsers

from ..sources.features import Kind
from ..spec.bindings import filled
from ..spec.definitions import Definition, Pattern
from ..spec.spec import Spec, Variant
from .adapter import GherkinStep, step_contexts, visible

Message = dict[str, Any]

# What a placeholder of the package `parse` is in a Cucumber expression, by its format; any other one is anonymous.
_PLACEHOLDER = re.compile(r"\{\w*(?::([^{}]*))?\}")
_FORMATS = {"d": "{int}", "f": "{float}", "g": "{float}", "w": "{word}"}


class Definitions:
    """All of a process's definitions as messages by id, the parameters of ours, and what a step matches."""

    def __init__(self, root: Path, spec: Spec | None) -> None:
        self.root, self.spec = root, spec
        self.all: dict[str, Message] = {}
        self.parameters: set[str] = set()
        if spec:
            for definition, language in itertools.product(spec.catalogue.definitions.values(), spec.languages):
                pattern, place = spec.catalogue.pattern(definition, language), definition.location
                self.parameters.update(pattern.names)
                self.all[_id(definition, language)] = _message(_expression(pattern), place.path, place.line)
        self.all |= dict(self._theirs(context) for context in step_contexts())

    def bound(self, variant: Variant, language: str) -> list[Message]:
        """The match of each step of a variant."""
        assert self.spec is not None
        scenario = self.spec.scenario(variant, language)
        cells = scenario.cells_of(variant.row)
        matches = []
        for step, binding in zip(scenario.steps, scenario.bindings, strict=True):
            definition = self.spec.catalogue[binding]
            names = self.spec.catalogue.pattern(definition, language).names
            matches.append(_match([_id(definition, language)], _quoted(filled(step.text, cells), names)))
        return matches

    def found(self, kind: Kind | None, text: str, language: str) -> Message:
        """What a step of ours matches, bound or not: one definition, none, or several."""
        assert self.spec is not None
        hits = self.spec.catalogue.candidates(kind, text, language)
        arguments = _quoted(text, hits[0][1].names) if len(hits) == 1 else ()
        return _match([_id(definition, language) for definition, _ in hits], arguments)

    def taken(self, step: GherkinStep, item: pytest.Item) -> Message:
        """The definition that pytest-bdd takes for a step of its own."""
        context = visible(step, item)
        return _match([self._theirs(context)[0]], _spans(context.parser, step.name)) if context else _match([], ())

    def _theirs(self, context: Any) -> tuple[str, Message]:
        """The id of a definition of pytest-bdd's, and the definition."""
        code, parser = context.step_func.__code__, context.parser
        path = Path(os.path.relpath(code.co_filename, self.root))
        uri = path.name if ".." in path.parts else path.as_posix()
        is_regular, source = isinstance(parser, parsers.re), parser.name
        if isinstance(parser, parsers.parse):
            source = _PLACEHOLDER.sub(lambda found: _FORMATS.get(found[1], "{}"), _escaped(source, "(/"))
        elif not is_regular:
            source = _escaped(source, "({/")
        key = f"{uri}:{code.co_firstlineno} {context.type or 'step'} {source}"
        return key, _message(
            source, uri, code.co_firstlineno, "REGULAR_EXPRESSION" if is_regular else "CUCUMBER_EXPRESSION"
        )


def _message(source: str, uri: str, line: int, kind: str = "CUCUMBER_EXPRESSION") -> Message:
    return {
        "pattern": {"source": source, "type": kind},
        "sourceReference": {"uri": uri, "location": {"line": line}},
    }


def _match(ids: list[str], arguments: Iterable[Message]) -> Message:
    """What a step matches: no definition where it is undefined, several where it is ambiguous."""
    return {
        "stepDefinitionIds": ids,
        "stepMatchArgumentsLists": [{"stepMatchArguments": [*arguments]} for _ in ids],
    }


def _argument(start: int, value: str, name: str | None = None) -> Message:
    """A part of a step's text; `start` counts its characters from 0."""
    return {"group": {"start": start, "value": value}, **({"parameterTypeName": name} if name else {})}


def _id(definition: Definition, language: str) -> str:
    return f"{definition.location.path}:{definition.location.line} {language} {definition.kind} {definition.pattern}"


def _expression(pattern: Pattern) -> str:
    pairs = zip(pattern.names, pattern.literals[1:], strict=True)
    rest = "".join(f'"{{{name}}}"{_escaped(literal, "({/")}' for name, literal in pairs)
    return _escaped(pattern.literals[0], "({/") + rest


def _escaped(text: str, marks: str) -> str:
    """Text without what a Cucumber expression would take for its own."""
    return re.sub(rf"[\\{re.escape(marks)}]", r"\\\g<0>", text)


def _quoted(text: str, names: tuple[str, ...]) -> list[Message]:
    """What stands in quotes."""
    parts = text.split('"')
    starts = [sum(len(part) + 1 for part in parts[:number]) for number in range(1, len(parts), 2)]
    return [_argument(*each) for each in zip(starts, parts[1::2], names, strict=False)]


def _spans(parser: parsers.StepParser, text: str) -> list[Message]:
    """What one of pytest-bdd's parsers takes of a text."""
    spans: list[tuple[int, int]] = []
    if isinstance(parser, parsers.re) and (match := parser.regex.fullmatch(text)):
        spans = [match.span(number) for number in range(1, parser.regex.groups + 1) if match[number] is not None]
    elif isinstance(parser, parsers.parse):
        parsed: Any = parser.parser.parse(text)
        spans = sorted(parsed.spans.values())
    return [_argument(start, text[start:end]) for start, end in spans]
