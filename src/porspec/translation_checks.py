"""Checks of translations: complete, with their markup, and with the words of the labels and of the glossary."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator

from .checking import check, pages, targets, terms
from .glossary import in_catalogues, in_text
from .locales import DOMAINS, Language
from .patterns import fields, normal
from .po_files import extracted
from .problems import Location, Problem
from .spec import Spec

_BOLD = re.compile(r"\*\*(.+?)\*\*")
_CODE = re.compile(r"```.*?```|`[^`\n]+`", re.DOTALL)


@check
def untranslated(spec: Spec) -> Iterator[Problem]:
    """Every message has a translation that is not fuzzy, in every language that is held to be complete.

    Bad: msgstr "", or #, fuzzy.
    Good: a translation; remove the fuzzy mark once it is right.
    """
    for language in targets(spec):
        if spec.config.language(language.code).is_complete:
            for domain in DOMAINS:
                yield from _untranslated(spec, language, domain)


def _untranslated(spec: Spec, language: Language, domain: str) -> Iterator[Problem]:
    if not language.catalogues[domain].messages:  # missing or unreadable, which is a Problem of its own
        return
    for path, (line, _, message, _) in extracted(spec.config, domain):
        context, text = message if isinstance(message, tuple) else (None, message)
        is_defined = domain != "steps" or (context, text) in spec.catalogue.definitions
        if is_defined and language.text(domain, text, context) is None:
            yield Problem(
                language.location(domain, text, context),
                f'"{text}" ({context}, {path}:{line}) has {_lack(language, domain, text, context)}',
                "untranslated",
                "Translate it, and run porspec sync; until then it is shown in the source language.",
            )


def _lack(language: Language, domain: str, text: str, context: str | None) -> str:
    message = language.catalogues[domain].messages.get((context, text))
    return f"{'only a fuzzy' if message and message.is_fuzzy else 'no'} {language.code} translation"


@check
def message_unused(spec: Spec) -> Iterator[Problem]:
    """Every message of a catalogue still stands in the sources.

    Bad: the translation of a step that was renamed.
    Good: porspec sync, which keeps it at the end of the file as obsolete.
    """
    for domain in DOMAINS:
        known = {message for _, (_, _, message, _) in extracted(spec.config, domain)}
        for language in targets(spec):
            for (context, text), entry in language.catalogues[domain].messages.items():
                if (context, text) not in known:
                    yield Problem(
                        entry.location,
                        f'"{text}" ({context}) is in no source any more',
                        "message-unused",
                        "Run porspec sync.",
                    )


@check
def translation_markup(spec: Spec) -> Iterator[Problem]:
    """A translation keeps the placeholders, the link targets, the code and the HTML of its message, and what is bold.

    Bad: [een bestelling](bestelling-wijzigen.md), {pagina} for {page}, or ** that are lost.
    Good: [een bestelling](change-order.md), and {page} where it belongs.
    """
    for language in targets(spec):
        for domain in ("help", "features"):
            for (context, text), entry in language.catalogues[domain].messages.items():
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


@check
def translation_punctuation(spec: Spec) -> Iterator[Problem]:
    """A text ends as its message does: with a full stop, a question mark, an exclamation mark, a colon, or none.

    Bad: "Selecteer {button}", for "Select {button}."
    Good: "Selecteer {button}.", and "选择 {button}。" in Chinese.
    """
    for language in targets(spec):
        for domain in ("help", "features"):
            for (context, text), entry in language.catalogues[domain].messages.items():
                wanted, found = _ending(text), _ending(entry.text)
                if entry.text and wanted != found:
                    yield Problem(
                        entry.location,
                        f'"{text}" ({context}) ends with {wanted}, and its translation with {found}',
                        "translation-punctuation",
                        "End it in the same way.",
                    )


def _ending(text: str) -> str:
    last = text.rstrip("*_)]）”\"' ")[-1:]
    return next((name for marks, name in _ENDINGS.items() if last and last in marks), "no mark")


_ENDINGS = {".。．": "a full stop", "?？": "a question mark", "!！": "an exclamation mark", ":：": "a colon"}


@check
def translation_blank(spec: Spec) -> Iterator[Problem]:
    """A translation neither begins nor ends with a blank, and holds no line break.

    Bad: "Meer acties ".
    Good: "Meer acties".
    """
    for language in targets(spec):
        for domain in DOMAINS:
            for (context, text), entry in language.catalogues[domain].messages.items():
                if entry.text and (entry.text != entry.text.strip() or "\n" in entry.text):
                    yield Problem(
                        entry.location,
                        f"The translation of '{text}' ({context}) begins or ends with a blank, or has a line break: "
                        f"{entry.text!r}",
                        "translation-blank",
                        "Write it without.",
                    )


@check
def label_in_text(spec: Spec) -> Iterator[Problem]:
    """Words in bold are labels, and a translation calls them what the labels catalogue calls them.

    Bad: klik op **OK**, where the button is **Verzenden**.
    Good: selecteer **Verzenden**.
    """
    texts: dict[str, list[str]] = {}
    for label in spec.catalogue.labels.values():
        texts.setdefault(label.text, []).append(label.id)
    for language in targets(spec):
        for domain in ("help", "features"):
            for (_, text), entry in language.catalogues[domain].messages.items():
                bold = _BOLD.findall(text)
                labels = {texts[each][0] for each in bold if each in texts}
                wanted = sorted(
                    normal(language.say("labels", spec.catalogue.labels[each].text, each)) for each in labels
                )
                found = set(_BOLD.findall(normal(entry.text)))
                if entry.text and (not set(wanted) <= found or len(set(bold)) != len(found)):
                    yield Problem(
                        entry.location,
                        f"The bold words must be the labels {wanted}, and they are {sorted(found)}",
                        "label-in-text",
                        "Write labels as the labels catalogue has them, in **.",
                    )
    for domain in ("help", "features"):
        for path, (line, _, message, _) in extracted(spec.config, domain):
            for each in _BOLD.findall(message[1]):
                if each not in texts:
                    yield Problem(
                        Location(path, line),
                        f'"{each}" is in bold, and it is no label',
                        "label-in-text",
                        "Add the label to the label table, or write it without **.",
                    )
    for language in spec.languages.values():
        known = {normal(language.say("labels", label.text, label.id)) for label in spec.catalogue.labels.values()}
        for path, text in pages(spec, language.code):
            yield from _bold_words(path, text, known)


def _bold_words(path: str, text: str, known: Collection[str]) -> Iterator[Problem]:
    for found in _BOLD.finditer(_CODE.sub(lambda code: re.sub(r"\S", " ", code[0]), text)):
        if normal(" ".join(found[1].split())) not in known:
            line = text.count("\n", 0, found.start()) + 1
            column = found.start() - text.rfind("\n", 0, found.start())
            yield Problem(
                Location(path, line, column),
                f'"{found[1]}" is in bold, and it is no label in this language',
                "label-in-text",
                "Write the label as the labels catalogue has it; what is no label goes without **.",
            )


@check
def label_inconsistent(spec: Spec) -> Iterator[Problem]:
    """Labels with one text in the source language have one text in every other.

    Bad: "Order details", once "Bestelgegevens" and once "Gegevens van de bestelling".
    Good: the same words; they may stand on one page.
    """
    for language in targets(spec):
        first: dict[str, tuple[str, str]] = {}
        for label in spec.catalogue.labels.values():
            text = language.text("labels", label.text, label.id)
            if text is None:
                continue
            other, before = first.setdefault(label.text, (label.id, text))
            if text != before:
                yield Problem(
                    language.location("labels", label.text, label.id),
                    f'"{label.text}" is "{text}" here ({label.id}), and "{before}" for {other}',
                    "label-inconsistent",
                    "Give both the same translation.",
                )


@check
def glossary(spec: Spec) -> Iterator[Problem]:
    """Catalogues and hand-written pages call things what the glossary calls them.

    Bad: klik op de knop, where the glossary says selecteren.
    Good: selecteer de knop.
    """
    held = terms(spec)
    for language in targets(spec):
        yield from in_catalogues(held, language)
        for path, text in pages(spec, language.code):
            yield from in_text(held, language.code, text, Location(path))
