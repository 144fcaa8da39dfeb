"""The step catalogue for people: each definition with its words in every language, what it says, and its uses."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..languages.words import LABEL, LABEL_PATH, Words
from ..sources.features import Kind, screen_width
from ..sources.problems import Location
from ..spec.definitions import Definition, Parameter
from ..spec.spec import Spec

_WIDTH = 80
_INDENT = "    "
_SPECIAL = {"table": "table", "doc_string": "doc string", "media_type": "media type of the doc string"}


@dataclass(frozen=True, slots=True)
class Entry:
    """A definition; by language, the pattern behind its keyword where there is one, and the places of its uses."""

    definition: Definition
    patterns: Mapping[str, str]
    uses: Mapping[str, tuple[Location, ...]]

    @property
    def doc(self) -> str:
        return " ".join((inspect.getdoc(self.definition.function) or "").split())

    @property
    def is_used(self) -> bool:
        return any(self.uses.values())


def entries(spec: Spec) -> list[Entry]:
    """Every definition, in the order of the files; a feature that does not load has no uses."""
    uses = _uses(spec)
    found = []
    for (kind, pattern), definition in spec.catalogue.definitions.items():
        patterns = {}
        for code, language in spec.languages.items():
            text = language.text("steps", pattern, kind)
            if text is not None:
                patterns[code] = f"{spec.config.language(code).keywords[kind]} {text}"
        places = {code: tuple(sorted(uses.get((code, kind, pattern), ()))) for code in spec.languages}
        found.append(Entry(definition, patterns, places))
    return found


def _uses(spec: Spec) -> dict[tuple[str, Kind, str], set[Location]]:
    """The places of each definition's steps, by language, kind and pattern; a background's step is one place."""
    found: dict[tuple[str, Kind, str], set[Location]] = {}
    for features in spec.features.values():
        for code, feature in features.items():
            for scenario in feature.scenarios:
                for step, binding in zip(scenario.steps, scenario.bindings, strict=True):
                    found.setdefault((code, binding.kind, binding.pattern), set()).add(step.location)
    return found


def type_of(parameter: Parameter, say: Callable[..., str]) -> str:
    """What an argument is; `say` gives one of WORDS, filled in."""
    if parameter.name in _SPECIAL:
        return say(_SPECIAL[parameter.name])
    if parameter.label:
        return say(LABEL_PATH if parameter.label.path else LABEL, kinds=", ".join(parameter.label.kinds))
    return say("text") if parameter.convert is str else getattr(parameter.convert, "__name__", str(parameter.convert))


def lines(spec: Spec, chosen: Sequence[Entry]) -> Iterator[str]:
    """The catalogue as the command line prints it: for each step, its place to open, and the rest below."""
    for entry in chosen:
        yield from _lines(spec, entry)
        yield ""
    unused = sum(not entry.is_used for entry in chosen)
    yield f"{len(chosen)} {'step' if len(chosen) == 1 else 'steps'}, {unused} unused"


def _lines(spec: Spec, entry: Entry) -> Iterator[str]:
    definition = entry.definition
    yield _place(definition.location)
    for code, text in entry.patterns.items():
        yield from _wrapped(f"{code}: {text}")
    if entry.doc:
        yield from _wrapped(entry.doc)
    for text in dict.fromkeys(definition.sayings()):
        clouds = [each for each in spec.config.monikers.ids if definition.says_in(each) == text]
        audience = "" if len(clouds) == len(spec.config.monikers.ids) else f" of {', '.join(clouds)}"
        yield from _wrapped(f"for readers{audience}: {text}")
    for parameter in definition.parameters:
        yield from _wrapped(f"{parameter.name}: {type_of(parameter, Words(spec.source, {}))}")
    uses = " ".join(_place(each) for each in entry.uses[spec.source])
    yield from _wrapped(f"used: {uses}" if uses else "unused")


def _place(location: Location) -> str:
    return f"{location.path}:{location.line}"


def _wrapped(text: str) -> Iterator[str]:
    """Lines that a terminal can show; a word that is wider, such as a place, has a line of its own."""
    line, indent = _INDENT, _INDENT
    for word in text.split():
        if line != indent and screen_width(f"{line} {word}") > _WIDTH:
            yield line
            line = indent = _INDENT * 2
        line += f" {word}" if line != indent else word
    yield line
