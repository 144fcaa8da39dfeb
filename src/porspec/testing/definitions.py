"""Step definitions as Cucumber Messages have them: ours in each language, and pytest-bdd's own beside them."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any

import pytest
from pytest_bdd import parsers
from pytest_bdd.parser import Step
from pytest_bdd.scenario import find_fixturedefs_for_step, iterparentnodeids
from pytest_bdd.steps import StepFunctionContext, step_function_context_registry

from ..sources.features import Kind
from ..spec.bindings import filled
from ..spec.definitions import Definition as StepDefinition
from ..spec.spec import Spec, Variant
from .records import Argument, Definition, Match

_EXPRESSION, _REGULAR = "CUCUMBER_EXPRESSION", "REGULAR_EXPRESSION"

# What a placeholder of the package `parse` is in a Cucumber expression, by its format; any other one is anonymous.
_PLACEHOLDER = re.compile(r"\{\w*(?::([^{}]*))?\}")
_FORMATS = {"d": "{int}", "f": "{float}", "g": "{float}", "w": "{word}"}


class Definitions:
    """All of a process's definitions by id, and which of them a step matches."""

    def __init__(self, root: Path, spec: Spec | None) -> None:
        self.root, self.spec = root, spec
        self.all: dict[str, Definition] = {}
        if spec:
            for definition in spec.catalogue.definitions.values():
                for language in spec.languages:
                    self.all[_id(definition, language)] = _definition(definition, spec, language)
        for context in step_function_context_registry.values():
            if context.step_func.__module__.partition(".")[0] not in ("porspec", "pytest_bdd"):
                self.all[self._id(context)] = self._definition(context)

    def bound(self, variant: Variant, language: str) -> list[Match]:
        """The match of each step of a variant."""
        assert self.spec is not None
        scenario = self.spec.scenario(variant, language)
        cells = scenario.rows[variant.row].raw if variant.row is not None else {}
        matches = []
        for step, binding in zip(scenario.steps, scenario.bindings, strict=True):
            definition = self.spec.catalogue[binding]
            names = self.spec.catalogue.pattern(definition, language).names
            arguments = _quoted(filled(step.text, cells), names)
            matches.append(Match(definitions=[_id(definition, language)], arguments=arguments))
        return matches

    def found(self, kind: Kind | None, text: str, language: str) -> Match:
        """What a step of ours matches, bound or not: one definition, none, or several."""
        assert self.spec is not None
        hits = self.spec.catalogue.candidates(kind, text, language)
        arguments = _quoted(text, hits[0][1].names) if len(hits) == 1 else []
        return Match(definitions=[_id(definition, language) for definition, _ in hits], arguments=arguments)

    def visible(self, step: Step, item: pytest.Item) -> Match:
        """The definition that pytest-bdd takes for a step of its own: of those that match, the nearest."""
        manager = item.session._fixturemanager
        hits = list(find_fixturedefs_for_step(step, manager, item))
        if not hits:
            return Match(definitions=[], arguments=[])
        nearest = max(enumerate(hits), key=lambda hit: (list(iterparentnodeids(hit[1].baseid)), hit[0]))[1]
        context = step_function_context_registry[nearest.func]
        return Match(definitions=[self._id(context)], arguments=_spans(context.parser, step.name))

    def _id(self, context: StepFunctionContext) -> str:
        definition = self._definition(context)
        return f"{definition['uri']}:{definition['line']} {context.type or 'step'} {definition['source']}"

    def _definition(self, context: StepFunctionContext) -> Definition:
        code = context.step_func.__code__
        path = Path(os.path.relpath(code.co_filename, self.root))
        name, parser = context.parser.name, context.parser
        if isinstance(parser, parsers.parse):
            source = _PLACEHOLDER.sub(lambda found: _FORMATS.get(found[1], "{}"), _escaped(name, "(/"))
        else:
            source = name if isinstance(parser, parsers.re) else _escaped(name, "({/")
        return Definition(
            type=_REGULAR if isinstance(parser, parsers.re) else _EXPRESSION,
            source=source,
            uri=path.name if ".." in path.parts else path.as_posix(),
            line=code.co_firstlineno,
            parameters=[],
        )


def _id(definition: StepDefinition, language: str) -> str:
    return f"{definition.location.path}:{definition.location.line} {language} {definition.kind} {definition.pattern}"


def _definition(definition: StepDefinition, spec: Spec, language: str) -> Definition:
    pattern = spec.catalogue.pattern(definition, language)
    pairs = zip(pattern.names, pattern.literals[1:], strict=True)
    rest = "".join(f'"{{{name}}}"{_escaped(literal, "({/")}' for name, literal in pairs)
    return Definition(
        type=_EXPRESSION,
        source=_escaped(pattern.literals[0], "({/") + rest,
        uri=definition.location.path,
        line=definition.location.line,
        parameters=list(pattern.names),
    )


def _escaped(text: str, marks: str) -> str:
    """Text without what a Cucumber expression would take for its own."""
    return re.sub(rf"[\\{re.escape(marks)}]", r"\\\g<0>", text)


def _quoted(text: str, names: tuple[str, ...]) -> list[Argument]:
    """What stands in quotes."""
    parts = text.split('"')
    starts = [sum(len(part) + 1 for part in parts[:number]) for number in range(1, len(parts), 2)]
    return [
        Argument(start=start, value=value, name=name)
        for start, value, name in zip(starts, parts[1::2], names, strict=False)
    ]


def _spans(parser: parsers.StepParser, text: str) -> list[Argument]:
    """What one of pytest-bdd's parsers takes of a text."""
    spans: list[tuple[int, int]] = []
    if isinstance(parser, parsers.re) and (match := parser.regex.fullmatch(text)):
        spans = [match.span(number) for number in range(1, parser.regex.groups + 1) if match[number] is not None]
    elif isinstance(parser, parsers.parse):
        parsed: Any = parser.parser.parse(text)
        spans = sorted(parsed.spans.values())
    return [Argument(start=start, value=text[start:end], name=None) for start, end in spans]
