"""Find steps by what somebody types of one: a part of it, in any language, with values or without."""

from __future__ import annotations

import difflib
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from ..sources.gherkin import STEPS, keywords
from ..sources.problems import Location, Problem, SpecError
from ..spec.bindings import filled
from ..spec.patterns import normal
from ..spec.spec import Spec
from .steps import Entry

_QUOTES = re.compile("[“”„‟«»「」]")
_NEAREST = 3
_VALUE = "\0"  # stands for any value, quotes included


def find(spec: Spec, entries: Sequence[Entry], asked: str) -> list[Entry]:
    """The entries that `asked` is a step of, then those that it is a part of; or else those with all of its words.

    The words may stand in a pattern, in any language, or in a step that uses it. Raises SpecError where there is none.
    """
    texts = list(dict.fromkeys(_without_keyword(spec, _folded(asked).strip(" .…"))))
    parts = {part for text in texts for part in _without_values(text)}
    whole, partly = [], []
    for entry in entries:
        patterns = [_pattern(spec, entry, code) for code in entry.patterns]
        if not parts.isdisjoint(patterns):
            whole.append(entry)
        elif any(part in pattern for part in parts for pattern in patterns):
            partly.append(entry)
    found = [*whole, *partly] or _with_words(spec, entries, texts)
    if not found:
        raise SpecError([_nothing(spec, entries, asked)])
    return found


def _folded(text: str) -> str:
    """Text without what nobody means by it: capitals, forms of quotes, blanks in a row."""
    return re.sub(r"\s+", " ", _QUOTES.sub('"', normal(text)).casefold())


def _pattern(spec: Spec, entry: Entry, code: str) -> str:
    return _VALUE.join(_folded(each) for each in spec.catalogue.pattern(entry.definition, code).literals)


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


def _with_words(spec: Spec, entries: Sequence[Entry], texts: Sequence[str]) -> list[Entry]:
    """The entries in whose pattern, or in one of whose uses, all words of one of the texts stand, in any order."""
    wanted = [re.findall(r"\w+", text) for text in texts]
    used = _used(spec)
    found = []
    for entry in entries:
        key = entry.definition.kind, entry.definition.pattern
        written = {*(_folded(each) for each in entry.patterns.values()), *used.get(key, ())}
        if any(all(word in text for word in words) for words in wanted for text in written):
            found.append(entry)
    return found


def _used(spec: Spec) -> dict[tuple[str, str], set[str]]:
    """The steps of all features, with the values of their examples, by their definitions."""
    found: dict[tuple[str, str], set[str]] = {}
    for feature in (feature for features in spec.features.values() for feature in features.values()):
        for scenario in feature.scenarios:
            for step, binding in zip(scenario.steps, scenario.bindings, strict=True):
                rows: list[dict[str, str]] = [row.raw for row in scenario.rows] or [{}]
                texts = {_folded(f"{step.keyword} {filled(step.text, cells)}") for cells in rows}
                found.setdefault((binding.kind, binding.pattern), set()).update(texts)
    return found


def _nothing(spec: Spec, entries: Sequence[Entry], asked: str) -> Problem:
    """That nothing was found, with the steps that are most like it."""
    near = "; ".join(f"'{text}' ({entry.definition.location})" for text, entry in _nearest(entries, asked))
    return Problem(
        Location(spec.config.steps),
        f"No step reads '{asked}', and none has all of its words",
        "step-undefined",
        f"Nearest: {near}." if near else "Give fewer words; porspec steps lists every step.",
    )


def _nearest(entries: Sequence[Entry], asked: str) -> Iterator[tuple[str, Entry]]:
    """The steps that share most words with a text, typing errors aside; a word counts less the more steps have it."""
    words = {(index, code): _words(text) for index, each in enumerate(entries) for code, text in each.patterns.items()}
    counts = Counter(word for each in words.values() for word in each)
    wanted = {near for word in _words(asked) for near in difflib.get_close_matches(word, counts, 1, 0.8)}
    scores = {key: sum(1 / counts[word] for word in wanted & each) for key, each in words.items()}
    best = sorted((key for key in scores if scores[key]), key=lambda key: -scores[key])
    yield from ((entries[index].patterns[code], entries[index]) for index, code in best[:_NEAREST])


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", re.sub(r"\{\w+\}", "", _folded(text))))
