"""The glossary of a project: what things are called in each language, and what the product calls its labels.

`<locales>/glossary.toml` has [[term]] tables: `source` (the words, any of them), optionally `domains` (where the term
is held; all where it is missing) and `unless` (words of the source that make a ban right), and per language a table
with `use` (one of these must stand in the translation), `never` (none of these may stand anywhere in that language)
and `wrong` (none of these may stand where the source says the term). [labels] has by id what the product calls a label
in each language. [[opposite]], [monikers] and [meaning] are for the checks of what a translation means.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from ..sources.catalogues import DOMAINS, Language
from ..sources.files import read_source, toml_of
from ..sources.problems import Location, Problem, SpecError
from ..spec.spec import Spec
from .blocks import blocks
from .equivalents import without_equivalents
from .matching import Text, Words, plain
from .registry import check, entries, targets
from .separable import is_parted


@dataclass(frozen=True)
class Called:
    """What one language calls a term: words of which one is used, and others that are not."""

    use: Words
    never: Words
    wrong: Words

    def __str__(self) -> str:
        """The first word, which is what to say."""
        return f"'{self.use.forms[0].replace('*', '')}'" if self.use else "it otherwise"


@dataclass(frozen=True)
class Term:
    """A term: its words in the source language, the domains that hold it, and what each language calls it."""

    name: str
    domains: tuple[str, ...]
    source: Words
    unless: Words
    called: Mapping[str, Called]
    is_beside: bool = False
    is_actor: bool = False

    def problem(self, place: Location, message: str) -> Problem:
        return Problem(place, message, "glossary", f"The glossary holds it for '{self.name}'.")

    def banned(self, code: str, source: Text, text: Text, *, is_held: bool) -> Iterator[re.Match[str]]:
        """The words of a text that its source does not make right; `is_held` where the source says the term."""
        if called := self.called.get(code):
            found = [*called.never.matches(text), *(called.wrong.matches(text) if is_held else ())]
            if found and not self.unless.search(source):
                yield from (each for each in found if not is_parted(code, text, each))


@dataclass(frozen=True)
class Glossary:
    """What a project holds its translations to.

    `labels` and `monikers` are by id and language, `meaning` by language and kind; of `opposites` each has by language
    the words of the one side and those of the other.
    """

    terms: tuple[Term, ...] = ()
    labels: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    monikers: Mapping[str, Mapping[str, Words]] = field(default_factory=dict)
    opposites: tuple[Mapping[str, tuple[Words, Words]], ...] = ()
    meaning: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)


def read_glossary(spec: Spec) -> Glossary:
    """The project's glossary; an empty one where there is none. Raises SpecError where it cannot be read."""
    path = f"{spec.config.locales}/glossary.toml"
    root = spec.config.root
    return glossary_of(path, read_source(root, path, "glossary")) if (root / path).exists() else Glossary()


@lru_cache(4)
def glossary_of(path: str, text: str) -> Glossary:
    """The glossary of this text, which is made once for all checks."""
    tables = toml_of(text, path, "glossary")
    try:
        return Glossary(
            terms=tuple(map(_term, tables.get("term", ()))),
            labels=_by_language(tables.get("labels", {}), str),
            monikers=_by_language(tables.get("monikers", {}), Words.of),
            opposites=tuple(_opposite(each) for each in tables.get("opposite", ())),
            meaning=_by_language(tables.get("meaning", {}), lambda value: value),
        )
    except (KeyError, IndexError, AttributeError, TypeError, ValueError) as error:
        remedy = "Give each [[term]] a source, and per language use and never."
        message = f"The glossary does not make sense: {error!r}"
        raise SpecError([Problem(Location(path), message, "glossary", remedy)]) from None


def _term(table: Mapping[str, Any]) -> Term:
    source, unless = Words.of(table["source"]), Words.of(table.get("unless", ()))
    called = {code: _called(value) for code, value in table.items() if isinstance(value, dict)}
    domains = Words.of(table.get("domains", DOMAINS)).forms
    return Term(source.forms[0], domains, source, unless, called, bool(table.get("beside")), bool(table.get("actor")))


def _called(table: Mapping[str, Any]) -> Called:
    return Called(*(Words.of(table.get(key, ())) for key in ("use", "never", "wrong")))


def _opposite(table: Mapping[str, Any]) -> dict[str, tuple[Words, Words]]:
    return {code: (Words.of(one), Words.of(other)) for code, (one, other) in table.items()}


def _by_language(table: Mapping[str, Any], value_of: Callable[[Any], Any]) -> dict[str, dict[str, Any]]:
    return {key: {inner: value_of(value) for inner, value in values.items()} for key, values in table.items()}


# --- terms ---------------------------------------------------------------------------------------------------------


@check("glossary")
def glossary(spec: Spec) -> Iterator[Problem]:
    """Catalogues and hand-written pages call things what the glossary calls them."""
    held = read_glossary(spec).terms
    asked: dict[tuple[str, str], tuple[Term, ...]] = {}
    bans = {each.code: Words(tuple(_bans(held, each.code))) for each in targets(spec)}
    for domain, (language, _, source, entry) in ((each, found) for each in DOMAINS for found in entries(spec, each)):
        said = plain(entry.text)
        if (domain, source) not in asked:
            asked[domain, source] = tuple(
                each for each in held if domain in each.domains and each.source.search(plain(source))
            )
        for term in asked[domain, source] if entry.text else ():
            called = term.called.get(language.code)
            left, _ = without_equivalents(spec.source, language.code, (plain(source), said))
            if called and called.use and not called.use.search(said) and term.source.search(left):
                yield term.problem(entry.location, f"'{entry.text}' does not say {called}")
            elif bare := _left_out(term, language.code, plain(source), said):
                yield term.problem(entry.location, f"'{bare}' does not say {called}, and its sentence does")
        for term in held if bans[language.code].search(said) else ():
            is_held = term in asked[domain, source]
            for found in term.banned(language.code, plain(source), said, is_held=is_held):
                yield term.problem(entry.location, f"'{found[0]}' must not be used; say {term.called[language.code]}")
    for language in targets(spec):
        yield from _on_pages(spec, held, language)


def _left_out(term: Term, code: str, source: Text, said: Text) -> str | None:
    """The first sentence that does not say what its sentence of the source says of somebody who acts."""
    called = term.called.get(code) if term.is_actor else None
    if not called or len(source.sentences) != len(said.sentences):
        return None
    pairs = zip(source.sentences, said.sentences, strict=True)
    return next((each.words for own, each in pairs if term.source.search(own) and not called.use.search(each)), None)


def _bans(held: tuple[Term, ...], code: str) -> Iterator[str]:
    """All words that a language must not use, some of them with some sources only."""
    for called in (each.called[code] for each in held if code in each.called):
        yield from (*called.never.forms, *called.wrong.forms)


def _on_pages(spec: Spec, held: tuple[Term, ...], language: Language) -> Iterator[Problem]:
    """Words that must not stand in hand-written pages; each is compared with what stands there in the source."""
    bans = Words(tuple(_bans(held, language.code)))
    for block in blocks(spec, language):
        for term in held if bans.search(block.text) else ():
            is_held = block.is_beside and term.source.search(block.source) is not None
            for found in term.banned(language.code, block.source, block.text, is_held=is_held):
                message = f"'{found[0]}' must not be used; say {term.called[language.code]}"
                yield term.problem(block.place(found.start()), message)
        for term in held if block.is_beside else ():
            if left := _left_out(term, language.code, block.source, block.text):
                message = f"'{left}' does not say {term.called[language.code]}, and its sentence does"
                yield term.problem(block.place(), message)


# --- labels --------------------------------------------------------------------------------------------------------


@check("label-product")
def label_product(spec: Spec) -> Iterator[Problem]:
    """A label is called what the product calls it, where the glossary says so."""
    pinned = read_glossary(spec).labels
    for language, context, text, entry in entries(spec, "labels"):
        wanted = pinned.get(context or "", {}).get(language.code)
        if entry.text and wanted is not None and wanted != entry.text:
            message = f'"{text}" ({context}) is called "{entry.text}", and in the product "{wanted}"'
            remedy = "Write what the product says, or correct [labels] in the glossary."
            yield Problem(entry.location, message, "label-product", remedy)
