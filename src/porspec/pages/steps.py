"""The step catalogue for people: each definition in every language, with what it says and its uses; and finding one.

What somebody types of a step may be a part of it, in any language, with values or without.
"""

import difflib
import inspect
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from ..languages.words import Words
from ..sources.features import Step, screen_width
from ..sources.locale import STEPS, keywords
from ..sources.problems import Location, Problem, SpecError
from ..spec.bindings import BoundScenario, filled
from ..spec.definitions import Definition, Parameter
from ..spec.patterns import normal, without_placeholders
from ..spec.spec import Spec

_QUOTES = re.compile("[“”„‟«»「」]")
_NEAREST = 3
_VALUE = "\0"  # stands for any value, quotes included
_WIDTH = 80
_INDENT = "    "
_PLACE = "{0.path}:{0.line}".format  # of a location
_SPECIAL = {"table": "table", "doc_string": "doc string", "media_type": "media type of the doc string"}


@dataclass(frozen=True, slots=True)
class Entry:
    """A definition; by language, the pattern behind its keyword where there is one, and the steps that use it."""

    definition: Definition
    patterns: Mapping[str, str]
    steps: Mapping[str, list[tuple[BoundScenario, Step]]]

    @property
    def doc(self) -> str:
        return " ".join((inspect.getdoc(self.definition.function) or "").split())

    @property
    def is_used(self) -> bool:
        return any(self.steps.values())

    def uses(self, code: str) -> list[Location]:
        """The places of the steps in a language; a background's step is one place."""
        return sorted({step.location for _, step in self.steps[code]})

    def written(self) -> Iterator[str]:
        """The patterns, and the steps with the values of their examples, in every language."""
        yield from self.patterns.values()
        for scenario, step in (each for steps in self.steps.values() for each in steps):
            for cells in [row.raw for row in scenario.rows] or [{}]:
                yield f"{step.keyword} {filled(step.text, cells)}"


def entries(spec: Spec) -> list[Entry]:
    """Every definition, in the order of the files; a feature that does not load has no steps."""
    keyword = {code: spec.config.language(code).keywords for code in spec.languages}
    found = {}
    for (kind, pattern), definition in spec.catalogue.definitions.items():
        said = {code: each.text("steps", pattern, kind) for code, each in spec.languages.items()}
        patterns = {code: f"{keyword[code][kind]} {text}" for code, text in said.items() if text is not None}
        found[kind, pattern] = Entry(definition, patterns, {code: [] for code in spec.languages})
    for code, feature in (each for features in spec.features.values() for each in features.items()):
        for scenario in feature.scenarios:
            for step, binding in zip(scenario.steps, scenario.bindings, strict=True):
                found[binding.kind, binding.pattern].steps[code].append((scenario, step))
    return list(found.values())


def type_of(parameter: Parameter, words: Words, say: Callable[..., str]) -> str:
    """What an argument is; `say` gives one of WORDS, filled in."""
    if parameter.name in _SPECIAL:
        return say(_SPECIAL[parameter.name])
    if parameter.label:
        return say("label-path" if parameter.label.path else "label", kinds=words.values(parameter.label.kinds))
    return say("text") if parameter.convert is str else getattr(parameter.convert, "__name__", str(parameter.convert))


def lines(spec: Spec, chosen: Sequence[Entry]) -> Iterator[str]:
    """The catalogue as the command line prints it: for each step, its place to open, and the rest below."""
    for entry in chosen:
        definition, ids = entry.definition, spec.config.monikers.ids
        yield _PLACE(definition.location)
        texts = [f"{code}: {text}" for code, text in entry.patterns.items()]
        texts += [entry.doc] if entry.doc else []
        for text in dict.fromkeys(definition.sayings()):
            monikers = [each for each in ids if definition.says_in(each) == text]
            audience = "" if len(monikers) == len(ids) else f" of {', '.join(monikers)}"
            texts.append(f"for readers{audience}: {text}")
        words = Words(spec.source, {})
        texts += (f"{each.name}: {type_of(each, words, words)}" for each in definition.parameters)
        uses = " ".join(map(_PLACE, entry.uses(spec.source)))
        for text in (*texts, f"used: {uses}" if uses else "unused"):
            yield from _wrapped(text)
        yield ""
    unused = sum(not entry.is_used for entry in chosen)
    yield f"{len(chosen)} {'step' if len(chosen) == 1 else 'steps'}, {unused} unused"


def _wrapped(text: str) -> Iterator[str]:
    """Lines that a terminal can show; a word that is wider, such as a place, has a line of its own."""
    line, indent = _INDENT, _INDENT
    for word in text.split():
        if line != indent and screen_width(f"{line} {word}") > _WIDTH:
            yield line
            line = indent = _INDENT * 2
        line += f" {word}" if line != indent else word
    yield line


# --- finding -----------------------------------------------------------------------------------------------------


def find(spec: Spec, entries: Sequence[Entry], asked: str) -> list[Entry]:
    """The entries that `asked` is a step of, then those that it is a part of; or else those with all of its words.

    The words may stand in a pattern, in any language, or in a step that uses it. Raises SpecError where there is none.
    """
    texts = list(dict.fromkeys(_without_keyword(spec, _folded(asked).strip(" .…"))))
    parts = {part for text in texts for part in _without_values(text)}
    whole, partly = [], []
    for entry in entries:
        written = (spec.catalogue.pattern(entry.definition, code).literals for code in entry.patterns)
        patterns = [_VALUE.join(map(_folded, literals)) for literals in written]
        if not parts.isdisjoint(patterns):
            whole.append(entry)
        elif any(part in pattern for part in parts for pattern in patterns):
            partly.append(entry)
    found = [*whole, *partly] or list(_with_words(entries, texts))
    if not found:
        raise SpecError([_nothing(spec, entries, asked)])
    return found


def _folded(text: str) -> str:
    """Text without what nobody means by it: capitals, forms of quotes, blanks in a row."""
    return re.sub(r"\s+", " ", _QUOTES.sub('"', normal(text)).casefold())


def _without_keyword(spec: Spec, text: str) -> Iterator[str]:
    """The text, and what is left of it behind each keyword of Gherkin that it may begin with."""
    yield text
    for code in spec.languages:
        for word in map(str.casefold, keywords(spec.config.language(code).dialect, STEPS)):
            if text.startswith(word) and text != word:
                yield text.removeprefix(word).strip()


def _without_values(text: str) -> Iterator[str]:
    """The text, which may begin or end within a value, as it would stand in a pattern."""
    parts = text.split('"')
    for begins_in_value in (False, True):
        literals = parts[begins_in_value::2]
        ends_in_value = (len(parts) - begins_in_value) % 2 == 0
        found = _VALUE * begins_in_value + _VALUE.join(literals) + _VALUE * ends_in_value
        if found.strip(f"{_VALUE} "):
            yield found


def _with_words(entries: Sequence[Entry], texts: Sequence[str]) -> Iterator[Entry]:
    """The entries in whose pattern, or in one of whose uses, all words of one of the texts stand, in any order."""
    wanted = [re.findall(r"\w+", text) for text in texts]
    for entry in entries:
        written = set(map(_folded, entry.written()))
        if any(all(word in text for word in words) for words in wanted for text in written):
            yield entry


def _nothing(spec: Spec, entries: Sequence[Entry], asked: str) -> Problem:
    """That nothing was found, with the steps that share most words with what was asked, typing errors aside.

    A word counts less the more steps have it.
    """
    named = [(text, entry.definition.location) for entry in entries for text in entry.patterns.values()]
    words = [_words(text) for text, _ in named]
    counts = Counter(chain.from_iterable(words))
    wanted = {near for word in _words(asked) for near in difflib.get_close_matches(word, counts, 1, 0.8)}
    scores = [sum(1 / counts[word] for word in wanted & each) for each in words]
    best = sorted((index for index, score in enumerate(scores) if score), key=lambda index: -scores[index])
    near = "; ".join(f"'{text}' ({place})" for text, place in (named[index] for index in best[:_NEAREST]))
    message = f"No step reads '{asked}', and none has all of its words"
    remedy = f"Nearest: {near}." if near else "Give fewer words; porspec steps lists every step."
    return Problem(Location(spec.config.steps), message, "step-undefined", remedy)


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", without_placeholders(_folded(text))))
