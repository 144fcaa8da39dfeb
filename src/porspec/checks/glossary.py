"""The glossary: what a term of the source language must, and must never, be called in each language.

`<locales>/glossary.toml` has [[term]] tables: `source` (the words, any of them), optionally `domains` (where the term
is held; all where it is missing), and per language a table with `use` (one of these must stand in the translation) and
`never` (none of these may stand anywhere in that language). `use` is matched as a part of a word, so that inflected
forms count; `never` as whole words, or as their beginning where it ends with "*"; Chinese, which sets no blanks between
words, anywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..sources.catalogues import DOMAINS, Language
from ..sources.files import read_toml
from ..sources.locale import WITHOUT_BLANKS
from ..sources.problems import Location, Problem, SpecError
from ..spec.definitions import without_placeholders

_NO_WORDS = re.compile(r'\]\([^)\n]*\)|"?\{[^{}\n]*\}"?|```.*?```|`[^`\n]*`|<[^<>\n]*>|https?://\S+', re.DOTALL)
_WITHOUT_BLANKS = re.compile(f"[{WITHOUT_BLANKS}]")


@dataclass(frozen=True)
class Term:
    """A term, by language what it is called; `pattern` finds its words in a source message."""

    source: tuple[str, ...]
    domains: tuple[str, ...]
    use: Mapping[str, tuple[str, ...]]
    never: Mapping[str, tuple[str, ...]]

    def stands_in(self, text: str) -> bool:
        """Whether one of its words stands in a source text, placeholders aside."""
        words = "|".join(re.escape(word) for word in self.source)
        return re.search(rf"\b(?:{words})\b", without_placeholders(text), re.IGNORECASE) is not None

    def missing(self, code: str, text: str) -> bool:
        """Whether a translation has none of the words that it must have."""
        wanted = self.use.get(code, ())
        return bool(wanted) and not any(word.lower() in text.lower() for word in wanted)

    def forbidden(self, code: str, text: str) -> Iterator[re.Match[str]]:
        """Where a text has words that it must not have; addresses, code and placeholders are no words."""
        plain = _NO_WORDS.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)
        for word in self.never.get(code, ()):
            bare = word.removesuffix("*")
            start = "" if _WITHOUT_BLANKS.match(bare) else r"\b"
            end = "" if word.endswith("*") or _WITHOUT_BLANKS.match(bare[-1:]) else r"\b"
            yield from re.finditer(rf"{start}{re.escape(bare)}{end}", plain, re.IGNORECASE)


def read_glossary(root: Path, path: str) -> tuple[Term, ...]:
    """The terms of a glossary file; none where there is no file. Raises SpecError where it cannot be read."""
    if not (root / path).exists():
        return ()
    tables = read_toml(root, path, "glossary").get("term", [])
    try:
        return tuple(_term(table) for table in tables)
    except (KeyError, AttributeError, TypeError) as error:
        remedy = "Give each [[term]] a source, and per language use and never."
        message = f"The glossary does not make sense: {error!r}"
        raise SpecError([Problem(Location(path), message, "glossary", remedy)]) from None


def _term(table: Mapping[str, Any]) -> Term:
    languages = {key: value for key, value in table.items() if isinstance(value, dict)}
    use, never = (
        {code: _words_of(value.get(key, ())) for code, value in languages.items()} for key in ("use", "never")
    )
    return Term(_words_of(table["source"]), _words_of(table.get("domains", DOMAINS)), use, never)


def _words_of(value: Any) -> tuple[str, ...]:
    """One text or several; raises TypeError where it is something else."""
    words = (value,) if isinstance(value, str) else tuple(value)
    if not all(isinstance(each, str) for each in words):
        raise TypeError(f"{value!r} is no list of texts")
    return words


def in_catalogues(terms: tuple[Term, ...], language: Language) -> Iterator[Problem]:
    """Translations that lack a term's word, or have one that it must not have."""
    for domain in DOMAINS:
        for (_, source), entry in language.catalogues[domain].messages.items():
            for term in terms:
                held = entry.text and domain in term.domains and term.stands_in(source)
                if held and term.missing(language.code, entry.text):
                    yield _problem(entry.location, f"'{entry.text}' does not say {_words(term, language.code)}", term)
            if entry.text:
                yield from in_text(terms, language.code, entry.text, entry.location)


def in_text(terms: tuple[Term, ...], code: str, text: str, place: Location) -> Iterator[Problem]:
    """Words that must not stand in any text of a language; `place` is where the text begins."""
    for term in terms:
        for found in term.forbidden(code, text):
            line = text.count("\n", 0, found.start())
            column = found.start() - (text.rfind("\n", 0, found.start()) + 1)
            there = Location(place.path, place.line + line, column + 1) if "\n" in text else place
            yield _problem(there, f"'{found[0]}' must not be used; say {_words(term, code)}", term)


def _words(term: Term, code: str) -> str:
    return " or ".join(f"'{word}'" for word in term.use.get(code, ())) or "it otherwise"


def _problem(place: Location, message: str, term: Term) -> Problem:
    return Problem(place, message, "glossary", f"The glossary holds it for '{term.source[0]}'.")
