"""Checks of translations: complete and recent, with their markup and punctuation, and with the words of the glossary.

`<locales>/glossary.toml` has [[term]] tables: `source` (the words, any of them), optionally `domains` (where the term
is held; all where it is missing), and per language a table with `use` (one of these must stand in the translation) and
`never` (none of these may stand anywhere in that language). `use` is matched as a part of a word, so that inflected
forms count; `never` as whole words, or as their beginning where it ends with "*"; in scripts without blanks between
words, anywhere.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, product
from typing import Any

from ..languages.extract import extracted
from ..markdown.reader import without_code
from ..markdown.texts import blanked
from ..sources.catalogues import DOMAINS, read_catalogue
from ..sources.files import read_toml
from ..sources.locale import HAN, WITHOUT_BLANKS, is_wide
from ..sources.pages import DATE, KIND, SOURCE, is_outdated, read_front_matter, revision_of, source_of
from ..sources.problems import Location, Problem, SpecError
from ..spec.definitions import fields, without_placeholders
from ..spec.spec import Spec
from .registry import check, entries, pages, targets

# What readers read in sentences.
_PROSE = ("help", "features")


@check("untranslated", needs="sources")
def untranslated(spec: Spec) -> Iterator[Problem]:
    """Every message has a translation that is not fuzzy, in every language that is held to be complete."""
    complete = [each for each in targets(spec) if spec.config.language(each.code).is_complete]
    for language, domain in product(complete, DOMAINS):
        catalogue, unreadable = language.catalogues[domain], list[Problem]()
        lacking = [each for each in extracted(spec, domain) if language.text(domain, each.text, each.context) is None]
        if lacking and not catalogue.messages:
            read_catalogue(spec.config.root, catalogue.path, unreadable, language.code)
            if not unreadable:  # which would be told already
                message = f"This file holds no message, and {language.code} is held to be complete"
                remedy = "Run porspec sync, and translate the messages that it writes."
                yield Problem(Location(catalogue.path), message, "untranslated", remedy)
        for each in lacking if catalogue.messages else ():
            entry = catalogue.messages.get((each.context, each.text))
            lack = f"{'only a fuzzy' if entry and entry.is_fuzzy else 'no'} {language.code} translation"
            message = f'"{each.text}" ({each.context}, {each}) has {lack}'
            remedy = "Translate it, and run porspec sync; until then it is shown in the source language."
            yield Problem(language.location(domain, each.text, each.context), message, "untranslated", remedy)


@check("message-unused")
def message_unused(spec: Spec) -> Iterator[Problem]:
    """Every message of a catalogue still stands in the sources."""
    for domain in DOMAINS:
        known = {(each.context, each.text) for each in extracted(spec, domain)}
        for _, context, text, entry in entries(spec, domain):
            if (context, text) not in known:
                message = f'"{text}" ({context}) is in no source any more'
                yield Problem(entry.location, message, "message-unused", "Run porspec sync.")


@check("translation-lineage", "translation-outdated")
def translation_lineage(spec: Spec) -> Iterator[Problem]:
    """Each translated page records the revision of the page that it was made from, and that is as it was then."""
    for language in targets(spec):
        tags = [spec.config.language(code).tag for code in (language.code, spec.source)]
        for path, text in pages(spec, language.code):
            matter, problems = read_front_matter(path, text)
            source = source_of(spec.config.root / path, *tags)
            if source is None or problems:
                continue
            handoff = f"run porspec sync --handoff {path}."
            if SOURCE not in matter.values:
                message = f"The page does not say which revision of {source.name} it was made from"
                now = f"{SOURCE}: {revision_of(source)}"
                remedy = f"Write {now} where it is a translation of that page as it is now, or {handoff}"
                yield Problem(matter.place(KIND, DATE), message, "translation-lineage", remedy)
            elif is_outdated(matter.values[SOURCE], source):
                message = f"{source.name} has changed since it was translated"
                remedy = f"Take the change over, and then {handoff}"
                yield Problem(matter.place(SOURCE), message, "translation-outdated", remedy)


# --- form ----------------------------------------------------------------------------------------------------------


_MARKUP: Mapping[str, Callable[[str], list[str]]] = {
    "placeholders": fields,
    "link targets": re.compile(r"\]\(([^)]*)\)").findall,
    "code spans": re.compile(r"`[^`]+`").findall,
    "HTML tags": re.compile(r"</?[a-zA-Z][^<>]*>").findall,
    "bold marks, alerts and headings": re.compile(r"\*\*|^> \[![A-Z]+\]|^#+ ").findall,
}
_NARROW = re.compile(rf"[{HAN}]\s?[,.:;?!](?![a-zA-Z0-9])|[,:;?!]\s?[{HAN}]|\([{HAN}]|(?<!\]\()[{HAN}]\)")
_ENDINGS = {".。．": "a full stop", "?？": "a question mark", "!！": "an exclamation mark", ":：": "a colon"}
_BLANKS = re.compile(r"^\s|\s$|\n|\s\s|\s[,.](?!\w)|\s[，。、：；？！]")


@check("translation-markup", "translation-punctuation")
def translation_form(spec: Spec) -> Iterator[Problem]:
    """A translation keeps the placeholders, link targets, code and HTML of its message, and what is bold; and it ends
    as its message does: with a full stop, a question mark, an exclamation mark, a colon, or none.
    """
    for language, context, text, entry in entries(spec, *_PROSE):
        for what, find in _MARKUP.items() if entry.text else ():
            wanted, found = sorted(find(text)), sorted(find(entry.text))
            if wanted != found:
                message = f'The {what} of "{text}" ({context}) are {wanted}, and of its translation {found}'
                yield Problem(entry.location, message, "translation-markup", "Keep them as they are.")
        if entry.text and _ending(text) != _ending(entry.text):
            message = f'"{text}" ({context}) ends with {_ending(text)}, and its translation with {_ending(entry.text)}'
            yield Problem(entry.location, message, "translation-punctuation", "End it in the same way.")
        if is_wide(language.code) and (narrow := _NARROW.search(entry.text)):
            message = f'The translation of "{text}" ({context}) has a narrow mark: "{narrow[0]}"'
            remedy = "Write the full-width mark of the language: ，。：；？！（）"
            yield Problem(entry.location, message, "translation-punctuation", remedy)


def _ending(text: str) -> str:
    last = text.rstrip("*_)]）”\"' ")[-1:]
    return next((name for marks, name in _ENDINGS.items() if last and last in marks), "no mark")


@check("translation-blank", needs="catalogues")
def translation_blank(spec: Spec) -> Iterator[Problem]:
    """A translation neither begins nor ends with a blank, and holds no line break, no two blanks in a row, and none
    before a comma or a full stop.
    """
    for _, context, text, entry in entries(spec, *DOMAINS):
        if (wrong := _BLANKS.search(entry.text)) and not _BLANKS.search(text):
            near = repr(entry.text[max(wrong.start() - 20, 0) : wrong.start() + 20])
            what = "begins or ends with a blank, or has a line break, or a blank where none belongs"
            message = f"The translation of '{text}' ({context}) {what}: {near}"
            yield Problem(entry.location, message, "translation-blank", "Write it without.")


# --- the glossary --------------------------------------------------------------------------------------------------

_NO_WORDS = re.compile(r'\]\([^)\n]*\)|"?\{[^{}\n]*\}"?|https?://\S+')  # what is in braces may be an anchor, too
_RUN_TOGETHER = re.compile(f"[{WITHOUT_BLANKS}]")


@dataclass(frozen=True)
class Term:
    """A term: what finds its words in the source language, the first of them, the domains that hold it, and by
    language what it is called; `never` are the words that a language must not use.
    """

    source: re.Pattern[str]
    name: str
    domains: tuple[str, ...]
    use: Mapping[str, tuple[str, ...]]
    never: Mapping[str, tuple[str, ...]]

    def problem(self, place: Location, wrong: str, code: str) -> Problem:
        words = " or ".join(f"'{word}'" for word in self.use.get(code, ())) or "it otherwise"
        return Problem(place, f"{wrong} {words}", "glossary", f"The glossary holds it for '{self.name}'.")


def terms(spec: Spec) -> tuple[Term, ...]:
    """The terms of the project's glossary; none where there is none. Raises SpecError where it cannot be read."""
    path = f"{spec.config.locales}/glossary.toml"
    if not (spec.config.root / path).exists():
        return ()
    tables = read_toml(spec.config.root, path, "glossary").get("term", [])
    try:
        return tuple(map(_term, tables))
    except (KeyError, IndexError, AttributeError, TypeError) as error:
        remedy = "Give each [[term]] a source, and per language use and never."
        message = f"The glossary does not make sense: {error!r}"
        raise SpecError([Problem(Location(path), message, "glossary", remedy)]) from None


def _term(table: Mapping[str, Any]) -> Term:
    languages = {code: each for code, each in table.items() if isinstance(each, dict)}
    use = {code: _words(each.get("use", ())) for code, each in languages.items()}
    never = {code: _words(each.get("never") or ()) for code, each in languages.items()}
    words = _words(table["source"])
    source = re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE)
    return Term(source, words[0], _words(table.get("domains", DOMAINS)), use, never)


def _words(given: Any) -> tuple[str, ...]:
    """One text or several; raises TypeError where it is something else."""
    words = (given,) if isinstance(given, str) else tuple(given)
    if not all(isinstance(each, str) for each in words):
        raise TypeError(f"{given!r} is no list of texts")
    return words


@check("glossary")
def glossary(spec: Spec) -> Iterator[Problem]:
    """Catalogues and hand-written pages call things what the glossary calls them."""
    held = terms(spec)
    for domain in DOMAINS if held else ():
        holding: dict[str, list[Term]] = {}  # by source text, which every language has
        for language, _, source, entry in entries(spec, domain):
            if source not in holding:
                plain = without_placeholders(source)
                holding[source] = [each for each in held if domain in each.domains and each.source.search(plain)]
            for term in holding[source]:
                wanted, said = term.use.get(language.code), entry.text.lower()
                if wanted and said and not any(word.lower() in said for word in wanted):
                    yield term.problem(entry.location, f"'{entry.text}' does not say", language.code)
    for language in targets(spec) if held else ():
        messages = (each for domain in DOMAINS for each in language.catalogues[domain].messages.values())
        by_hand = ((text, Location(path)) for path, text in pages(spec, language.code, by_hand=True))
        yield from _forbidden(held, language.code, chain(((each.text, each.location) for each in messages), by_hand))


def _forbidden(held: Iterable[Term], code: str, texts: Iterable[tuple[str, Location]]) -> Iterator[Problem]:
    """Words that must not stand in the texts of a language, each given with the place where it begins.

    Addresses, code and placeholders are no words.
    """
    forbidding = [(each, _any_of(each.never[code])) for each in held if each.never.get(code)]
    of_all = _any_of(word for term, _ in forbidding for word in term.never[code])
    for text, place in texts:
        plain = _NO_WORDS.sub(blanked, without_code(text)) if of_all.search(text) else ""
        for term, words in forbidding if plain else ():
            for found in words.finditer(plain):
                line, column = plain.count("\n", 0, found.start()), found.start() - plain.rfind("\n", 0, found.start())
                there = Location(place.path, place.line + line, column) if "\n" in text else place
                yield term.problem(there, f"'{found[0]}' must not be used; say", code)


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    """Finds any of these words, whole; those that end with * are beginnings."""
    parts = []
    for word in sorted(words, key=len, reverse=True):
        bare = word.removesuffix("*")
        start = "" if _RUN_TOGETHER.match(bare) else r"\b"
        end = "" if word.endswith("*") or _RUN_TOGETHER.match(bare[-1:]) else r"\b"
        parts.append(f"{start}{re.escape(bare)}{end}")
    return re.compile("|".join(parts) or "(?!)", re.IGNORECASE)
