"""What a translation means, as far as a machine can hold it: numbers, names, denials, limits, opposites.

They compare words, by the lists of `meaning.toml` and of the project's glossary. A language without lists is held to
digits and names alone.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Self

from ..sources.catalogues import DOMAINS, Language
from ..sources.locale import base_of
from ..sources.monikers import Moniker
from ..sources.problems import Location, Problem
from ..spec.spec import Spec
from .blocks import blocks
from .equivalents import given_lists, without_equivalents
from .glossary import Glossary, read_glossary
from .lexicon import Comparer
from .matching import Text, Words, plain
from .opposites import Opposites
from .registry import check, entries, targets

_ONE = "1"
_FIRST_WORDS = 8  # of a block, to name it by
_NAME = 4  # a shorter word of a moniker's name may be an article
_SAID = {  # kinds of words that both say or neither, each with words that may answer them
    "limit": "limited",
    "condition": "conditioned",
    "every": "any",
    "or": "either",
    "many": "several",
}
_MAY_BE_ADDED = ("every",)  # one language says each where another says a
_CLAUSES = "joins", "if", "if_end", "before", "before_end", "limits"
_KINDS = ("first", "one", "negation", "denied", "lack", *_SAID, *_SAID.values(), "idioms", *_CLAUSES)
_PART_OF_NAME = "[A-Za-z0-9\u00c0-\u024f\u1e00-\u1eff]"  # beside a digit, as in H2O; Chinese may stand there
_DIGITS = re.compile(rf"(?<!{_PART_OF_NAME})\d+(?:[.,]\d+)*(?=(?:e|de|ste|st|nd|rd|th)?(?!{_PART_OF_NAME}))")


@dataclass(frozen=True)
class Lists:
    """The words of one language: of each kind, and for each number from 2; empty where it has none."""

    kinds: Mapping[str, Words]
    numbers: Mapping[str, Words]

    @cached_property
    def any_number(self) -> Words:
        return Words(tuple(form for each in self.numbers.values() for form in each.forms))


def _lists(held: Glossary, code: str) -> Lists:
    """The words of a language, those of the package and those of the project."""
    tables = [given_lists().get(base_of(code), {}), held.meaning.get(code, {})]
    kinds = {
        kind: Words(tuple(word for each in tables for word in Words.of(each.get(kind, ())).forms)) for kind in _KINDS
    }
    return Lists(kinds, {value: Words.of(words) for each in tables for value, words in each.get("numbers", {}).items()})


@dataclass(frozen=True)
class Said:
    """A text in a language: as it stands, what it says without idioms, and the lists to read it by."""

    text: str
    words: Text
    lists: Lists

    @classmethod
    def of(cls, text: str, lists: Lists) -> Self:
        return cls(text, lists.kinds["idioms"].left_out(plain(text)), lists)

    def without(self, kind: str) -> Self:
        return replace(self, words=self.lists.kinds[kind].left_out(self.words))

    def find(self, kind: str) -> str | None:
        return self.lists.kinds[kind].search(self.words)

    @property
    def sure(self) -> int:
        """How often it denies at least; a verb that does so may be repeated for another that is left out."""
        return len(self.denials) + sum(1 for _ in self.lists.kinds["lack"].found(self.words))

    @property
    def possible(self) -> int:
        """How often it denies at most."""
        return sum(1 for kind in ("negation", "denied") for _ in self.lists.kinds[kind].matches(self.words))

    @cached_property
    def denials(self) -> list[str]:
        """What denies, and is no part of a word that only may, as in 未知 (unknown)."""
        negation, denied = self.lists.kinds["negation"], self.lists.kinds["denied"]
        is_there = negation.search(self.words) is not None
        return [each[0] for each in negation.matches(denied.left_out(self.words))] if is_there else []

    def of_parts(self, parts: Sequence[Text]) -> "list[Said]":
        return [Said.of(part.words, self.lists) for part in parts] if len(parts) > 1 else [self]


@dataclass(frozen=True)
class Pair:
    """A message, or a sentence of it, and its translation into the language `code`."""

    code: str
    name: str
    place: Location
    source: Said
    target: Said

    def without_equivalents(self, language: str) -> "Pair":
        """The pair without what both say in words that cannot be compared; `language` is that of the message."""
        texts = Text(self.source.text), Text(self.target.text)
        if (left := without_equivalents(language, self.code, texts)) == texts:
            return self
        source, target = Said.of(left[0].words, self.source.lists), Said.of(left[1].words, self.target.lists)
        return replace(self, source=source, target=target)

    def sentences(self) -> "Iterator[Pair]":
        """Its sentences side by side, or itself where the translation has more or fewer."""
        one, other = (each.of_parts(plain(each.text).sentences) for each in (self.source, self.target))
        if len(one) < len(other):
            other = self.target.of_parts(plain(self.target.text).questioned)
        if len(one) != len(other):
            yield self
            return
        for source, target in zip(one, other, strict=True):
            yield Pair(self.code, self.name, self.place, source, target)


def _pairs(spec: Spec) -> Iterator[Pair]:
    """Each message, and each block of a hand-written page, with its translation."""
    held = read_glossary(spec)
    lists = {code: _lists(held, code) for code in spec.languages}
    sources: dict[str, Said] = {}
    for language, context, text, entry in entries(spec, *DOMAINS):
        if entry.text:
            source = sources[text] = sources.get(text) or Said.of(text, lists[spec.source])
            target = Said.of(entry.text, lists[language.code])
            pair = Pair(language.code, f'"{text}" ({context})', entry.location, source, target)
            yield pair.without_equivalents(spec.source)
    for language in targets(spec):
        for block in blocks(spec, language):
            if block.is_beside:
                source = Said.of(block.source.words, lists[spec.source])
                target = Said.of(block.text.words, lists[language.code])
                first = " ".join(block.source.words.split()[:_FIRST_WORDS])
                pair = Pair(language.code, f'"{first}…"', block.place(), source, target)
                yield pair.without_equivalents(spec.source)


@check("translation-number", "translation-moniker", "translation-negation", "translation-opposite", "translation-word")
def meaning(spec: Spec) -> Iterator[Problem]:
    """A translation says the numbers, names, denials and limits of its message, and the same side of opposites."""
    held = read_glossary(spec)
    monikers = spec.config.monikers  # what there is one of has no name that a text could mistake
    names = [_Names.of(spec, held, each) for each in monikers.definitions if monikers.are_several]
    opposites = Opposites.of(spec, held, given_lists()["opposite"])
    called = {code: {each.name: each.called[code] for each in names} for code in spec.languages}
    comparer = Comparer.of(spec, called)
    for pair in _pairs(spec):
        yield from _numbers(pair)
        yield from (problem for each in names for problem in each.differences(pair, spec.source))
        for sentence in pair.sentences():
            yield from _denial(sentence)
            for kind, like in _SAID.items():
                found = sentence.source.find(kind), sentence.target.find(kind)
                yield from _on_one_side(sentence, (kind, like), *found)
            yield from _opposites(sentence, opposites)
            kinds = sentence.source.lists.kinds, sentence.target.lists.kinds
            texts = sentence.source.text, sentence.target.text
            yield from comparer.problems(pair.code, pair.name, pair.place, texts, kinds)


# --- numbers -------------------------------------------------------------------------------------------------------


def _numbers(pair: Pair) -> Iterator[Problem]:
    """Digits and numbers as words agree, as often as they stand; one is compared where it is no article."""
    by_words = bool(pair.source.lists.numbers and pair.target.lists.numbers)
    one, other = (_values(each, by_words=by_words) for each in (pair.source, pair.target))
    lacking, added = sorted((one - other).elements()), sorted((other - one).elements())
    if by_words and not lacking and not added:
        lacking, added = _firsts(pair.source, pair.target), _firsts(pair.target, pair.source)
    if lacking or added:
        differences = [f"lacks {', '.join(lacking)}" if lacking else "", f"has {', '.join(added)}" if added else ""]
        message = f"The translation of {pair.name} {' and '.join(filter(None, differences))}"
        remedy = "Say the numbers of the message, in digits or in words."
        yield Problem(pair.place, message, "translation-number", remedy)


def _values(said: Said, *, by_words: bool) -> Counter[str]:
    """How often a text says each number but one."""
    digits = Counter(re.sub("[.,]", "", each) for each in _DIGITS.findall(said.words.words))
    if by_words and said.lists.any_number.search(said.words):
        digits.update({value: sum(1 for _ in each.matches(said.words)) for value, each in said.lists.numbers.items()})
    return Counter({value: count for value, count in digits.items() if count and value != _ONE})


def _firsts(one: Said, other: Said) -> list[str]:
    """What says one or first in a text, where the other text may not say so; more than one is neither."""
    first = one.without("many").find("first")
    rest = other.without("many")
    return [first] if first and not rest.find("first") and not rest.find("one") else []


# --- monikers ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Names:
    """What a moniker is called, by language."""

    name: str
    called: Mapping[str, Words]

    @classmethod
    def of(cls, spec: Spec, held: Glossary, moniker: Moniker) -> Self:
        """The words that the glossary has, or else the name in the language and its own words that look like names."""
        own, languages = held.monikers.get(moniker.id, {}), spec.languages.items()
        return cls(moniker.name, {code: own.get(code) or _derived(spec, each, moniker) for code, each in languages})

    def differences(self, pair: Pair, source: str) -> Iterator[Problem]:
        named = self.called[source].search(plain(pair.source.text))
        found = self.called[pair.code].search(plain(pair.target.text))
        if bool(named) != bool(found):
            what = f'does not name what "{named}" names' if named else f'names "{found}"'
            message = f"The translation of {pair.name} {what}, {self.name}"
            yield Problem(pair.place, message, "translation-moniker", "Name what the message names.")


def _derived(spec: Spec, language: Language, moniker: Moniker) -> Words:
    names = {each.id: language.say("help", each.name, "moniker") for each in spec.config.monikers.definitions}
    others = {word for other, name in names.items() if other != moniker.id for word in re.findall(r"\w+", name)}
    said = re.findall(r"\w+", names[moniker.id])
    own = [word for word in said if word not in others and word != word.lower() and len(word) >= _NAME]
    return Words((names[moniker.id], *own))


# --- denials, limits and opposites ---------------------------------------------------------------------------------


def _denial(pair: Pair) -> Iterator[Problem]:
    one, other = pair.source, pair.target
    if not (one.lists.kinds["negation"] and other.lists.kinds["negation"]):
        return
    first, second = next(iter(one.denials), None), next(iter(other.denials), None)
    yield from (lost := list(_on_one_side(pair, ("negation", "denied"), first, second)))
    beside = other.without("limit") if one.find("limit") else other  # what only answers does not answer a denial, too
    remedy = "Deny what the message denies, as often, or add the word to [meaning] in the glossary."
    if not lost and one.sure > max(beside.possible, 1):
        message = f'{pair.name} denies more than its translation: "{other.text.strip()}"'
        yield Problem(pair.place, message, "translation-negation", remedy)
    elif not lost and other.sure > max(one.possible, 1):
        message = f"The translation of {pair.name} denies more than the message"
        yield Problem(pair.place, message, "translation-negation", remedy)


def _on_one_side(pair: Pair, kinds: tuple[str, str], one: str | None, other: str | None) -> Iterator[Problem]:
    """Words of a kind that neither the same nor words like them answer in the other language."""
    kind, like = kinds
    if not pair.source.lists.kinds[kind] or not pair.target.lists.kinds[kind]:
        return
    if one and not other and not pair.target.find(like):
        message = f'{pair.name} says "{one}", and its translation nothing like it: "{pair.target.text.strip()}"'
        remedy = "Say what the message does, or add the word to [meaning] in the glossary."
        yield Problem(pair.place, message, "translation-negation", remedy)
    if other and not one and kind not in _MAY_BE_ADDED and not pair.source.find(like):
        message = f'The translation of {pair.name} says "{other}", and the message nothing like it'
        remedy = "Leave it out, or add the word of the message to [meaning] in the glossary."
        yield Problem(pair.place, message, "translation-negation", remedy)


def _opposites(pair: Pair, opposites: Opposites) -> Iterator[Problem]:
    """A word of one side is not translated by one of the other; what is not accepted may be refused, though."""
    if len(pair.source.denials) == len(pair.target.denials):
        for one, other in opposites.contrary(pair.code, plain(pair.source.text), plain(pair.target.text)):
            message = f'{pair.name} says "{one}", and its translation the opposite: "{other}"'
            yield Problem(pair.place, message, "translation-opposite", "Say what the message says.")
