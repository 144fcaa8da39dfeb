"""Checks of translations: complete and recent, with their markup and punctuation."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache, partial
from itertools import chain, product

from ..languages.extract import extracted
from ..languages.words import DOMAIN, PROBLEMS, read_words
from ..markdown.reader import without_code
from ..sources.catalogues import DOMAINS, read_catalogue
from ..sources.locale import HAN, is_wide
from ..sources.pages import DATE, DOCFX, KIND, SOURCE, has_lineage, is_outdated, read_front_matter, revision_of
from ..sources.problems import Location, Problem, SpecError
from ..spec.bindings import COLUMN
from ..spec.patterns import fields
from ..spec.spec import Spec
from .registry import check, entries, targets, translated_pages

# What readers read in sentences.
_PROSE = ("help", "features")


@check("untranslated", needs="sources")
def untranslated(spec: Spec) -> Iterator[Problem]:
    """Every message has a translation that is not fuzzy, in every language that is held to be complete."""
    complete = [each for each in targets(spec) if spec.config.language(each.code).is_complete]
    for code, held in spec.config.languages.items():
        if held.is_complete and code not in spec.config.all_languages:
            message = f"{code} is held to be complete, and it has no catalogues"
            remedy = f"Give back {spec.config.locales}/{code}, or begin the language: porspec new language {code}."
            yield Problem(Location("pyproject.toml"), message, "untranslated", remedy)
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
    """Each translated page records the revision of the page that it was made from, if any does, and that is as it was
    then.
    """
    pages = chain.from_iterable(translated_pages(spec, language) for language in targets(spec))
    found = [(path, source, *read_front_matter(path, text)) for path, text, source in pages]
    is_kept = any(has_lineage(matter.values) for _, _, matter, _ in found)
    for path, source, matter, problems in found:
        if source is None or problems:
            continue
        handoff = f"run porspec sync --handoff {path}."
        if not has_lineage(matter.values) and is_kept:
            message = f"The page does not say which revision of {source.name} it was made from"
            now = f"{SOURCE}: {revision_of(source)}"
            remedy = f"Write {now} where it is a translation of that page as it is now, or {handoff}"
            yield Problem(matter.place(KIND, DATE), message, "translation-lineage", remedy)
        elif is_outdated(matter.values, source):
            message = f"{source.name} has changed since it was translated"
            remedy = f"Take the change over, and then {handoff}"
            yield Problem(matter.place(SOURCE, *DOCFX), message, "translation-outdated", remedy)


# --- form ----------------------------------------------------------------------------------------------------------


_MARKUP: Mapping[str, Callable[[str], list[str]]] = {
    "placeholders": fields,
    "link targets": re.compile(r"\]\(([^)]*)\)").findall,
    "code spans": re.compile(r"`[^`]+`").findall,
    "HTML tags": re.compile(r"</?\w[^<>]*>").findall,  # and the columns in the name of an outline
    "bold marks, alerts and headings": re.compile(r"\*\*|^> \[![A-Z]+\]|^#+ ").findall,
}
_NARROW = re.compile(rf"[{HAN}]\s?[,.:;?!](?![a-zA-Z0-9])|[,:;?!]\s?[{HAN}]|\([{HAN}]|(?<!\]\()[{HAN}]\)")
_ENDINGS = {".。．": "a full stop", "?？": "a question mark", "!！": "an exclamation mark", ":：": "a colon"}
_BLANKS = re.compile(r"^\s|\s$|\n|\s\s|\s[,.](?!\w)|\s[，。、：；？！]")


@check("po-syntax", "translation-markup", "translation-punctuation")
def translation_form(spec: Spec) -> Iterator[Problem]:
    """A translation keeps the placeholders, link targets, code and HTML of its message, and what is bold; and it ends
    as its message does: with a full stop, a question mark, an exclamation mark, a colon, or none. The site's own
    catalogues of the package's words can be read, and keep the placeholders.
    """
    for code, domain in product(spec.languages, (DOMAIN, PROBLEMS)):
        try:
            read_words(spec.config, code, domain)
        except SpecError as error:
            yield from error.problems
    for language, context, text, entry in entries(spec, *_PROSE):
        columns = partial(COLUMN.sub, lambda match, to=language: f"<{to.say('features', match[1], 'column')}>")
        wanting = columns(text) if context == "scenario" else text
        for what, find in _MARKUP.items() if entry.text else ():
            wanted, found = sorted(find(wanting)), sorted(find(entry.text))
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


_LEADING: Mapping[str, Callable[[str], list[str]]] = {
    "link targets": lru_cache(256)(lambda text: _MARKUP["link targets"](without_code(text))),
    "anchors": re.compile(r"<a (?:name|id)=[\"']([^\"'<>]+)").findall,
}


@check("translation-markup")
def page_markup(spec: Spec) -> Iterator[Problem]:
    """A hand-written page leads where the source does that it was made from, and has its anchors."""
    for language in targets(spec):
        for path, text, source in translated_pages(spec, language, by_hand=True):
            if source is None or is_outdated(read_front_matter(path, text)[0].values, source):
                continue
            original = source.read_text("utf-8", "replace")
            for what, find in _LEADING.items():
                wanted, found = Counter(find(original)), Counter(find(text))
                if differing := sorted(found - wanted) or sorted(wanted - found):
                    at = max(text.find(differing[0]), 0)
                    lists = [sorted(each.elements()) for each in (wanted - found, found - wanted)]
                    message = f"{source.name} has the {what} {lists[0]} where this page has {lists[1]}"
                    yield Problem(Location.at(path, text, at), message, "translation-markup", "Keep them as they are.")


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
