"""PO files read into explicit catalogues: no global current language, and nothing missing in silence."""

from __future__ import annotations

import codecs
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from .locale import babel_locale
from .problems import Location, Problem, SpecError

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog

DOMAINS = ("steps", "labels", "help", "features")


@dataclass(frozen=True, slots=True)
class Message:
    """A message as its PO file has it; `text` is empty where it is untranslated or fuzzy."""

    text: str
    location: Location
    is_fuzzy: bool = False


@dataclass(frozen=True)
class Catalogue:
    """The messages of one domain in one language, by (msgctxt, msgid); the source language's is empty."""

    domain: str
    path: str
    messages: Mapping[tuple[str | None, str], Message] = field(default_factory=dict)


@dataclass(frozen=True)
class Language:
    """One language: a code and its catalogues. The source language says every message as it is written."""

    code: str
    is_source: bool
    catalogues: dict[str, Catalogue]

    def text(self, domain: str, msgid: str, context: str | None = None) -> str | None:
        """The message in this language, or None where the catalogue has no translation of it."""
        if self.is_source:
            return msgid
        message = self.catalogues[domain].messages.get((context, msgid))
        return message.text or None if message else None

    def say(self, domain: str, msgid: str, context: str | None = None) -> str:
        """The message in this language, or in the source language where it has no translation."""
        return self.text(domain, msgid, context) or msgid

    def location(self, domain: str, msgid: str, context: str | None = None) -> Location:
        """Where the message stands in this language's PO file, or the head of that file."""
        catalogue = self.catalogues[domain]
        message = catalogue.messages.get((context, msgid))
        return message.location if message else Location(catalogue.path)


def po_path(locales: str, language: str, domain: str) -> str:
    return f"{locales}/{language}/LC_MESSAGES/{domain}.po"


_PO_STRING = r'"(?:[^"\\]|\\.)*"'
_PO_LINE = re.compile(
    rf"\s*(?:#.*|(?:(?P<key>msgctxt|msgid_plural|msgid|msgstr)(?:\[\d+\])?\s+)?(?P<string>{_PO_STRING})\s*)?"
)
_PREVIOUS = re.compile(r"#~?\|")
_FOLLOWS = {
    "msgctxt": (None, "msgstr"),
    "msgid": (None, "msgstr", "msgctxt"),
    "msgid_plural": ("msgid",),
    "msgstr": ("msgid", "msgid_plural", "msgstr"),
}


def read_po_text(target: Path, path: str) -> str:
    """The text of a PO file; raises SpecError where it is not UTF-8 or no file, and FileNotFoundError."""
    try:
        content = target.read_bytes()
    except (IsADirectoryError, PermissionError) as error:
        remedy = "Put it right; without a file of this name, porspec sync makes one."
        message = f"This PO file cannot be read: {error.strerror}"
        raise SpecError([Problem(Location(path), message, "po-syntax", remedy)]) from None
    if b"\r" in content:
        line = content.count(b"\n", 0, content.index(b"\r")) + 1
        ends = "CRLF" if b"\r\n" in content else "CR"
        remedy = "Save it with LF: Poedit has this among its preferences, under Advanced; editors call it Unix."
        raise SpecError([Problem(Location(path, line), f"This PO file has {ends} line ends", "po-syntax", remedy)])
    if content.startswith(codecs.BOM_UTF8):
        message = "This PO file begins with a byte order mark, which gettext's own tools refuse"
        remedy = "Save it as UTF-8 without one; editors call it UTF-8 without BOM."
        raise SpecError([Problem(Location(path), message, "po-syntax", remedy)])
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        problem = Problem(Location(path, line), "This PO file is not UTF-8", "po-syntax", "Save it as UTF-8.")
        raise SpecError([problem]) from None


def parse_po(text: str, path: str, code: str | None = None) -> Catalog:
    """A PO file's catalogue; a message's `previous_id` is what editors note of it, which Babel would take for comments.

    Raises SpecError with every line that is wrong: Babel alone would drop or shift messages in silence.
    """
    from babel.messages.pofile import PoFileError, read_po

    lines = ["" if _PREVIOUS.match(line) else line for line in text.splitlines()]
    wrong = [*_wrong_lines(lines), *(_wrong_language(lines, code) if code else ())]
    if not wrong:
        try:
            catalog = read_po(
                io.BytesIO("\n".join(lines).encode("utf-8")),
                locale=babel_locale(code) if code else None,
                abort_invalid=True,
            )
        except (PoFileError, ValueError, LookupError) as error:
            wrong = [((getattr(error, "lineno", None) or 0) + 1, str(error).split(" on ")[0])]
        else:
            noted = _previous(text.splitlines())
            for message in (*catalog, *catalog.obsolete.values()):
                message.previous_id = noted.get(message.lineno or 0, [])
            return catalog
    raise SpecError(
        Problem(Location(path, number), f"This PO file does not parse: {message}", "po-syntax", _remedy(message))
        for number, message in wrong
    )


_REMEDIES = {
    "a merge conflict": "Keep one of the two texts, and remove the lines of <<<<<<<, ======= and >>>>>>>.",
    "a string is not closed": 'End the text with a quote; a quote within it is written \\".',
    "not a line": "Remove the line, or put the text in quotes.",
    "no message of this project": "Write one msgid and one msgstr.",
    "this message stands": "Remove one of the two entries.",
    "the charset": "Save the file as UTF-8, and write charset=UTF-8 in its header.",
    "the header": "Begin the file as the other catalogues begin, with an empty msgid and what stands below it.",
    "its folder": "Correct Language in the header, or move the file.",
    "msg": "Write msgctxt, where there is one, msgid and msgstr, in this order.",
}


def _remedy(message: str) -> str:
    return next((remedy for what, remedy in _REMEDIES.items() if message.startswith(what)), "Correct the line.")


def _previous(lines: list[str]) -> dict[int, list[str]]:
    """The msgids that stand in `#|`, by the line of the message's own msgid."""
    from babel.messages.pofile import denormalize

    found: dict[int, list[str]] = {}
    parts: list[str] = []
    is_msgid = False
    for number, line in enumerate(lines, 1):
        if note := _PREVIOUS.match(line):
            entry = _PO_LINE.fullmatch(line[note.end() :])
            is_msgid = entry["key"] == "msgid" if entry and entry["key"] else is_msgid
            parts += [entry["string"]] if entry and entry["string"] and is_msgid else []
        elif line.removeprefix("#~").lstrip().startswith("msgid "):
            if parts:
                found[number] = [denormalize("\n".join(parts))]
            parts = []
    return found


_CONFLICT = ("<<<<<<< ", "||||||| ", "=======", ">>>>>>> ")


def _not_a_line(line: str) -> str:
    return "a string is not closed" if len(re.findall(r'(?<!\\)"', line)) % 2 else "not a line of a PO file"


def _wrong_lines(lines: list[str]) -> Iterator[tuple[int, str]]:
    """Lines that are none of gettext's, entries out of order, entries that stand twice, and charsets but UTF-8."""
    before: str | None = None
    entry: dict[str, str] = {}
    seen: dict[tuple[str | None, str | None], int] = {}
    header: dict[str, str] = {}
    for number, line in enumerate(lines, 1):
        match = _PO_LINE.fullmatch(line)
        if line.startswith(_CONFLICT):
            yield number, f"a merge conflict is left here: {line!r}"
        elif match is None:
            yield number, f"{_not_a_line(line)}: {line!r}"
        elif match["key"] == "msgid_plural":
            yield number, "no message of this project has a plural"
            before, entry["msgid_plural"] = "msgid_plural", ""
        elif key := match["key"]:
            if before not in _FOLLOWS[key] or (key == before == "msgstr" and "[" not in line):
                yield number, f"{key} cannot follow {before or 'nothing'}"
            if key in {"msgctxt", "msgid"} and before in {None, "msgstr"}:
                entry = {}
            elif key == "msgstr" and before != "msgstr":
                identity = entry.get("msgctxt"), entry.get("msgid")
                if identity in seen:
                    yield number, f"this message stands at line {seen[identity]} too"
                seen.setdefault(identity, number)
                header = entry if identity == (None, "") else header
            entry[key] = match["string"][1:-1]
            before = key
        elif match["string"] and before:
            entry[before] += match["string"][1:-1]
            charset = re.search(r"charset=([\w-]+)", match["string"])
            if entry.get("msgid") == "" and charset and charset[1].lower() != "utf-8":
                yield number, f"the charset must be UTF-8, and it is {charset[1]}"
    if "charset=" not in header.get("msgstr", ""):
        yield 1, "the header is missing or empty: it names the charset and the language"


_LANGUAGE = re.compile(r'"Language:[ ]*(\w*)[^"]*"')


def _wrong_language(lines: list[str], code: str) -> Iterator[tuple[int, str]]:
    """A header that names another language than its folder does; scripts and regions are left to the editors."""
    for number, line in enumerate(lines, 1):
        found = _LANGUAGE.match(line)
        if found and re.split("[_-]", found[1])[0] != re.split("[_-]", code)[0]:
            yield number, f"its folder is that of {code}, and its header says {found[1] or 'no language'}"
        if found or line.startswith("msgctxt"):
            return


def read_catalogue(root: Path, path: str, domain: str, problems: list[Problem], code: str | None = None) -> Catalogue:
    """Read a PO file; a file that is missing or does not parse is a Problem and an empty catalogue."""
    try:
        text = read_po_text(root / path, path)
    except SpecError as error:
        problems += error.problems
        return Catalogue(domain, path)
    except FileNotFoundError:
        problems.append(
            Problem(Location(path), "This catalogue is missing", "po-missing", "Run porspec sync to make it.")
        )
        return Catalogue(domain, path)
    try:
        return Catalogue(domain, path, _messages(text, path, code))
    except SpecError as error:
        problems += error.problems
        return Catalogue(domain, path)


@lru_cache(512)
def _messages(text: str, path: str, code: str | None) -> Mapping[tuple[str | None, str], Message]:
    """Parsed once for as long as the text is the same."""
    messages = {}
    for entry in parse_po(text, path, code):
        if entry.id and isinstance(entry.id, str):
            found = "" if entry.fuzzy else str(entry.string or "")
            messages[entry.context, entry.id] = Message(found, Location(path, entry.lineno or 1), entry.fuzzy)
    return MappingProxyType(messages)


def read_language(root: Path, locales: str, code: str, is_source: bool, problems: list[Problem]) -> Language:
    """The language with its catalogues; the source language needs no files."""
    if is_source:
        return Language(code, True, {domain: Catalogue(domain, locales) for domain in DOMAINS})
    paths = {domain: po_path(locales, code, domain) for domain in DOMAINS}
    return Language(
        code, False, {domain: read_catalogue(root, path, domain, problems, code) for domain, path in paths.items()}
    )
