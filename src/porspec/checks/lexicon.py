"""The lexicon of a project: which words of each language say a word of the source language.

`<locales>/lexicon.toml` has one line for each meaning: its words in the source language = by language the words that
say it, apart by commas and written as in the glossary. A word with "?" may say it, and is no sign of it: it answers,
and nothing is asked of it. What a word of the source with "+" says is said as often; what one with "!" says, stands in
no translation of a message that does not. "#" is for things, which are said, or named by a pronoun, for each part of a
sentence that says them, and belong to whom the message says; ">" for acts of one towards another, which nobody does to
whom it was done. A sentence says what its message says.
"""

import re
from bisect import bisect
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Self

from ..sources.files import read_source, toml_of
from ..sources.locale import is_wide
from ..sources.pages import split_page_name
from ..sources.problems import Location, Problem, SpecError
from ..spec.spec import Spec
from .attached import Kinds, Parts, Sentence, detached, exchanged
from .matching import MARKS, Hit, Text, Words, first_word, pattern, plain, times
from .persons import THING, contrary

FILE = "lexicon.toml"
_PAGES = "pages"  # no meaning: the hand-written pages that are compared
_WORD = re.compile(r"\w+(?:['-]\w+)*")
_LONGEST = 20  # letters of a stem
_SHOWN = 3  # words of a language in a message
_COUNTED, _NEVER_ADDED = "+", "!"
_COMMA = re.compile(r"[,;:，；：]")


Called = Mapping[str, Mapping[str, Words]]
_Signs = dict[str, list[tuple[str, bool]]]  # meanings by a word, a stem or a form


@dataclass
class Index:
    """The words of one language: whole ones and beginnings are looked up, other forms are searched for."""

    is_wide: bool
    whole: _Signs = field(default_factory=dict)
    stems: _Signs = field(default_factory=dict)
    forms: dict[str, tuple[str, list[tuple[str, bool]]]] = field(default_factory=dict)  # each with its longest part
    said: dict[str, str] = field(default_factory=dict)
    known: dict[str, tuple[tuple[str, bool], ...]] = field(default_factory=dict)

    def add(self, word: str, meaning: str) -> None:
        form = word.strip().lower().rstrip(MARKS)
        stem = form.removesuffix("*")
        sign = meaning, "?" not in word
        if self.is_wide or not _WORD.fullmatch(stem):
            key = max(re.split("[*…]", form), key=len).strip()
            self.forms.setdefault(form, (key, []))[1].append(sign)
        else:
            (self.whole if stem == form else self.stems).setdefault(stem, []).append(sign)

    def found(self, text: Text) -> list[Hit]:
        """Every meaning that a text says, and where."""
        hits = [
            Hit(match.start(), match.end(), *each)
            for match in (() if self.is_wide else _WORD.finditer(text.small))
            for each in self._meanings(match[0])
        ]
        for form, (key, meanings) in self.forms.items():
            if key in text.small:
                for match in pattern(form).finditer(text.words):
                    hits.extend(Hit(match.start(), match.end(), *each) for each in meanings)
        return hits

    def _meanings(self, word: str) -> tuple[tuple[str, bool], ...]:
        if word not in self.known:
            stems = (word[:length] for length in range(1, min(len(word), _LONGEST) + 1))
            found = [*self.whole.get(word, ()), *(each for stem in stems for each in self.stems.get(stem, ()))]
            self.known[word] = tuple(found)
        return self.known[word]


@dataclass(frozen=True)
class Lexicon:
    """The words of each language, and the hand-written pages that are compared, by their names without language."""

    languages: Mapping[str, Index]
    pages: tuple[str, ...] = ()


def read_lexicon(spec: Spec) -> Lexicon:
    """The project's lexicon; an empty one where there is none. Raises SpecError where it cannot be read."""
    path = f"{spec.config.locales}/{FILE}"
    if not (spec.config.root / path).exists():
        return Lexicon({})
    return _read(path, read_source(spec.config.root, path, "glossary"), spec.source)


@lru_cache(4)
def _read(path: str, text: str, source: str) -> Lexicon:
    """The lexicon of this text, which is made once for a source language."""
    indexes: dict[str, Index] = {}
    tables = toml_of(text, path, "glossary")
    pages = Words.of(tables.pop(_PAGES, ())).forms
    for meaning, said in tables.items():
        for code, words in _languages(path, meaning, said, source):
            index = indexes.setdefault(code, Index(is_wide(code)))
            index.said[meaning] = words
            for word in words.split(","):
                index.add(word, meaning)
    return Lexicon(indexes, pages)


def _languages(path: str, meaning: str, said: Any, source: str) -> Iterator[tuple[str, str]]:
    """Each language of a meaning with its words, the source language first."""
    words = {source: meaning, **said} if isinstance(said, dict) else {}
    texts = [each for text in words.values() for each in (text.split(",") if isinstance(text, str) else [""])]
    if not texts or not all(each.strip(f" *…{MARKS}") for each in texts):
        message = f'The lexicon does not make sense: "{meaning}"'
        remedy = "Write for each language a text of words, apart by commas."
        raise SpecError([Problem(Location(path), message, "glossary", remedy)])
    yield from words.items()


@dataclass(frozen=True)
class Comparer:
    """Compares sentences of translations into the languages of a lexicon, and asks each message once what it says."""

    lexicon: Lexicon
    source: str
    docs: str
    tags: frozenset[str]
    labels: Mapping[str, Mapping[str, str]]
    called: Called
    asked: dict[str, list[Hit]] = field(default_factory=dict)

    @classmethod
    def of(cls, spec: Spec, called: Called) -> Self:
        """Of a project whose monikers are `called` so, by language and name."""
        tags = frozenset(spec.config.language(code).tag for code in spec.languages)
        return cls(read_lexicon(spec), spec.source, f"{spec.config.docs}/", tags, labels_of(spec), called)

    def holds(self, path: str) -> bool:
        """Whether the words of a file are compared one by one: of a catalogue, or a page that the lexicon names."""
        name = path.removeprefix(self.docs)
        return name == path or split_page_name(name, self.tags)[0] in self.lexicon.pages

    def problems(
        self, code: str, name: str, place: Location, texts: tuple[str, str], kinds: tuple[Kinds, Kinds]
    ) -> Iterator[Problem]:
        """What a sentence lacks, adds or exchanges; `name` is what its message is called.

        A page that is not named in the lexicon may say it in other words; what they are attached to is compared.
        """
        if code not in self.lexicon.languages or self.source not in self.lexicon.languages:
            return
        source, index, text = texts[0], self.lexicon.languages[code], _said(texts[1])
        if source not in self.asked:
            self.asked[source] = self.lexicon.languages[self.source].found(_said(source))
        said, found = self.asked[source], index.found(text)
        lacking, strange = differences(said, found) if (is_held := self.holds(place.path)) else ([], [])
        instead = [text.words[each.start : each.end] for each in strange]
        if lacking:
            meaning = lacking[0].meaning
            called = ", ".join(each.strip(f" {MARKS}") for each in index.said[meaning].split(",")[:_SHOWN])
            message = f'{name} says "{first_word(meaning)}", and its translation not ({called})'
            remedy = f'Say what the message says, or add the word that says it to "{meaning}" in {FILE}.'
            yield Problem(place, message + (f', but "{instead[0]}"' if instead else ""), "translation-word", remedy)
        elif added := [each for each in zip(strange, instead, strict=True) if _NEVER_ADDED in each[0].meaning]:
            message = f'The translation of {name} says "{added[0][1]}", and the message nothing like it'
            remedy = f'Leave it out, or add the word of the message to "{added[0][0].meaning}" in {FILE}.'
            yield Problem(place, message, "translation-word", remedy)
        elif swapped := exchanged(*(_by_part(*each) for each in ((_said(source), said), (text, clear(said, found))))):
            names = " and ".join(f'"{first_word(each)}"' for each in swapped)
            message = f"The translation of {name} says {names} each in the place of the other"
            yield Problem(place, message, "translation-word", "Say of each what the message says of it.")
        elif against := next(
            contrary((self.source, code), (_said(source), text), (said, found), is_held=is_held), None
        ):
            message = f"The translation of {name} {against}"
            yield Problem(place, message, "translation-word", "Say of each what the message says of it.")
        else:
            own = Sentence.of(_said(source), said, kinds[0], self.labels[self.source], self.called[self.source])
            things = [each for each in found if THING in each.meaning]
            hits = sorted({*clear(said, found), *things})
            others = Sentence.of(text, hits, kinds[1], self.labels[code], self.called[code])
            for each in detached(own, others):
                message = f"The translation of {name} {each}"
                yield Problem(place, message, "translation-word", "Say of each what the message says of it.")


def labels_of(spec: Spec) -> dict[str, dict[str, str]]:
    """By language and text the id of each label."""
    found = {code: dict[str, str]() for code in spec.languages}
    for code, language in spec.languages.items():
        for (context, text), entry in language.catalogues["labels"].messages.items():
            found[code][entry.text or text] = found[spec.source][text] = context or ""
    return found


@lru_cache(8192)
def _said(text: str) -> Text:
    """What a text says, on one line."""
    return Text(" ".join(plain(text).words.split()))


def differences(said: list[Hit], found: list[Hit]) -> tuple[list[Hit], list[Hit]]:
    """What a text says and its translation does not, or less often where that is counted; and the other way round.

    A word of the translation that says several things says what the text
    says, and so does one within it, or round it, but where what is round it is never added.
    """
    meanings, answered = {each.meaning for each in said}, {each.meaning for each in found}
    lacking = [
        each
        for each in said
        if each.is_sure
        and (each.meaning not in answered or _is_short(each.meaning, said, found))
        and not any(_is_part(each, other) for other in said)
    ]
    explained = [each for each in found if each.meaning in meanings]
    strange = [
        each
        for each in found
        if each.is_sure
        and each.meaning not in meanings
        and not any(own.holds(each) or (_NEVER_ADDED not in each.meaning and each.holds(own)) for own in explained)
    ]
    return lacking, strange


def _is_part(one: Hit, other: Hit) -> bool:
    """Whether a word stands in a longer one that is asked for in its place; or is not asked for, of the same line."""
    return other.holds(one) and other.length > one.length and (other.is_sure or other.meaning == one.meaning)


def _is_short(meaning: str, said: list[Hit], found: list[Hit]) -> bool:
    return _COUNTED in meaning and times(said, meaning) > times(found, meaning)


def clear(said: list[Hit], found: list[Hit]) -> list[Hit]:
    """What a translation says of the text, without words that say two things of it."""
    meanings, spans = {each.meaning for each in said}, defaultdict[tuple[int, int], set[str]](set)
    for each in found:
        spans[each.start, each.end] |= {each.meaning} & meanings
    return [each for each in found if spans[each.start, each.end] == {each.meaning}]


def _by_part(text: Text, hits: list[Hit]) -> Parts:
    """The meanings of each part of a sentence, between its commas."""
    ends = [match.start() for match in _COMMA.finditer(text.words)]
    parts = [set[str]() for _ in range(len(ends) + 1)]
    for each in (each for each in hits if each.is_sure):
        parts[bisect(ends, each.start)].add(each.meaning)
    return [frozenset(each) for each in parts]
