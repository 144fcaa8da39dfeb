"""Checks of translations: complete, with their markup and punctuation, and with the words of the glossary."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from ..languages.extract import extracted
from ..sources.catalogues import DOMAINS, Language
from ..sources.locale import HAN, is_wide
from ..sources.problems import Location, Problem
from ..spec.definitions import fields
from ..spec.spec import Spec
from .glossary import in_catalogues, in_text
from .registry import check, entries, pages, targets, terms

# What readers read in sentences.
_PROSE = ("help", "features")


@check("untranslated", needs="sources")
def untranslated(spec: Spec) -> Iterator[Problem]:
    """Every message has a translation that is not fuzzy, in every language that is held to be complete."""
    for language in targets(spec):
        if spec.config.language(language.code).is_complete:
            for domain in DOMAINS:
                yield from _untranslated(spec, language, domain)


def _untranslated(spec: Spec, language: Language, domain: str) -> Iterator[Problem]:
    if not language.catalogues[domain].messages:  # missing or unreadable, which is a Problem of its own
        return
    for each in extracted(spec, domain):
        context, text = each.context, each.text
        if language.text(domain, text, context) is None:
            yield Problem(
                language.location(domain, text, context),
                f'"{text}" ({context}, {each}) has {_lack(language, domain, text, context)}',
                "untranslated",
                "Translate it, and run porspec sync; until then it is shown in the source language.",
            )


def _lack(language: Language, domain: str, text: str, context: str | None) -> str:
    message = language.catalogues[domain].messages.get((context, text))
    return f"{'only a fuzzy' if message and message.is_fuzzy else 'no'} {language.code} translation"


@check("message-unused")
def message_unused(spec: Spec) -> Iterator[Problem]:
    """Every message of a catalogue still stands in the sources."""
    for domain in DOMAINS:
        known = {(each.context, each.text) for each in extracted(spec, domain)}
        for _, context, text, entry in entries(spec, domain):
            if (context, text) not in known:
                yield Problem(
                    entry.location,
                    f'"{text}" ({context}) is in no source any more',
                    "message-unused",
                    "Run porspec sync.",
                )


@check("translation-markup")
def translation_markup(spec: Spec) -> Iterator[Problem]:
    """A translation keeps the placeholders, link targets, code and HTML of its message, and what is bold."""
    for _, context, text, entry in entries(spec, *_PROSE):
        for find, what in _MARKUP:
            wanted, found = find(text), find(entry.text)
            if entry.text and wanted != found:
                yield Problem(
                    entry.location,
                    f'The {what} of "{text}" ({context}) are {wanted}, and of its translation {found}',
                    "translation-markup",
                    "Keep them as they are.",
                )


def _found(pattern: str) -> Callable[[str], list[str]]:
    return lambda text: sorted(re.findall(pattern, text))


_MARKUP = (
    (fields, "placeholders"),
    (_found(r"\]\(([^)]*)\)"), "link targets"),
    (_found(r"`[^`]+`"), "code spans"),
    (_found(r"</?[a-z][^<>]*>"), "HTML tags"),
    (_found(r"\*\*|^> \[![A-Z]+\]|^#+ "), "bold marks, alerts and headings"),
)


@check("translation-punctuation")
def translation_punctuation(spec: Spec) -> Iterator[Problem]:
    """A text ends as its message does: with a full stop, a question mark, an exclamation mark, a colon, or none."""
    for language, context, text, entry in entries(spec, *_PROSE):
        wanted, found = _ending(text), _ending(entry.text)
        if entry.text and wanted != found:
            yield Problem(
                entry.location,
                f'"{text}" ({context}) ends with {wanted}, and its translation with {found}',
                "translation-punctuation",
                "End it in the same way.",
            )
        if is_wide(language.code) and (narrow := _NARROW.search(entry.text)):
            yield Problem(
                entry.location,
                f'The translation of "{text}" ({context}) has a narrow mark: "{narrow[0]}"',
                "translation-punctuation",
                "Write the full-width mark of the language: ，。：；？！（）",
            )


_HAN = f"[{HAN}]"
_NARROW = re.compile(rf"{_HAN}\s?[,.:;?!](?![a-zA-Z0-9])|[,:;?!]\s?{_HAN}|\({_HAN}|(?<!\]\(){_HAN}\)")


def _ending(text: str) -> str:
    last = text.rstrip("*_)]）”\"' ")[-1:]
    return next((name for marks, name in _ENDINGS.items() if last and last in marks), "no mark")


_ENDINGS = {".。．": "a full stop", "?？": "a question mark", "!！": "an exclamation mark", ":：": "a colon"}


@check("translation-blank", needs="catalogues")
def translation_blank(spec: Spec) -> Iterator[Problem]:
    """A translation neither begins nor ends with a blank, and holds no line break, no two blanks in a row, and none
    before a comma or a full stop.
    """
    for _, context, text, entry in entries(spec, *DOMAINS):
        if (wrong := _BLANKS.search(entry.text)) and not _BLANKS.search(text):
            yield Problem(
                entry.location,
                f"The translation of '{text}' ({context}) begins or ends with a blank, or has a line break, or a blank "
                f"where none belongs: {_near(entry.text, wrong.start())}",
                "translation-blank",
                "Write it without.",
            )


_BLANKS = re.compile(r"^\s|\s$|\n|\s\s|\s[,.](?!\w)|\s[，。、：；？！]")


def _near(text: str, place: int) -> str:
    return repr(text[max(place - 20, 0) : place + 20])


@check("glossary")
def glossary(spec: Spec) -> Iterator[Problem]:
    """Catalogues and hand-written pages call things what the glossary calls them."""
    held = terms(spec)
    for language in targets(spec):
        yield from in_catalogues(held, language)
        for path, text in pages(spec, language.code, by_hand=True):
            yield from in_text(held, language.code, text, Location(path))
