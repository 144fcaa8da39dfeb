"""PO files read into explicit catalogues: no global current language, and nothing missing in silence."""

import codecs
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from polib import POEntry, pofile

from .bounds import problems_of_text
from .files import refuse_strange
from .problems import Location, Problem, SpecError, registry

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


_LINE = re.compile(
    r"\s*(?:#.*|(?:(?P<key>msgctxt|msgid_plural|msgid|msgstr\[?)(?:\d+\])?\s+)?"
    r'(?P<string>"(?:[^"\\]|\\.)*")\s*)?'
)
_FOLLOWS = {
    "msgctxt": (None, "msgstr", "msgstr["),
    "msgid": (None, "msgstr", "msgstr[", "msgctxt"),
    "msgid_plural": ("msgid",),
    "msgstr": ("msgid",),
    "msgstr[": ("msgid_plural", "msgstr["),
}


def read_po_text(root: Path, path: str) -> str:
    """The text of a PO file; raises SpecError where it is not UTF-8 or no file, and FileNotFoundError."""
    try:
        refuse_strange(root, path)
        content = (root / path).read_bytes()
        if b"\r" in content:
            what = "has CRLF line ends" if b"\r\n" in content else "has CR line ends"
            remedy = "Save it with LF: Poedit has this among its preferences, under Advanced; editors call it Unix."
            remedy += " Where git writes it so: *.po text eol=lf in .gitattributes."
            line = content.count(b"\n", 0, content.index(b"\r")) + 1
        elif content.startswith(codecs.BOM_UTF8):
            what, line = "begins with a byte order mark, which gettext's own tools refuse", 1
            remedy = "Save it as UTF-8 without one; editors call it UTF-8 without BOM."
        else:
            return content.decode("utf-8")
    except FileNotFoundError:
        raise
    except OSError as error:
        what, line = f"cannot be read: {error.strerror}", 1
        remedy = "Put it right; without a file of this name, porspec sync makes one."
    except UnicodeDecodeError as error:
        what, line = "is not UTF-8", content.count(b"\n", 0, error.start) + 1
        remedy = "Save it as UTF-8."
    raise SpecError([Problem(Location(path, line), f"This PO file {what}", "po-syntax", remedy)])


@dataclass(frozen=True)
class PoEntry:
    """An entry of a PO file: its lines as they stand, the number of the line with its msgid, and what polib reads."""

    lines: str
    number: int
    values: POEntry

    @property
    def key(self) -> tuple[str | None, str]:
        return self.values.msgctxt, self.values.msgid


@dataclass(frozen=True)
class PoFile:
    """A PO file as it stands: the lines of its header, its entries, and comments behind the last one."""

    text: str
    header: str
    entries: tuple[PoEntry, ...]
    rest: str


class _Lines(str):
    """A text whose lines end with LF only, as gettext's do; polib's splitlines() would end one at U+2028."""

    __slots__ = ()

    def splitlines(self, keepends: bool = False) -> list[str]:
        del keepends
        return self.split("\n")


@lru_cache(512)
def parse_po(text: str, path: str, code: str | None = None) -> PoFile:
    """A PO file with nothing lost; parsed once for as long as the text is the same.

    Raises SpecError with every line that is wrong: the parser alone would drop or shift messages in silence.
    """
    lines = text.split("\n")
    wrong = [*_wrong_lines(lines)]
    if not wrong:
        try:
            # polib skips, or stops at, what is noted of obsolete entries, and comments without a blank.
            known = re.sub(r"^#~\|", "#|", text, flags=re.MULTILINE)
            known = re.sub(r"^#([.:,|~]?)(?=[^\s.:,|~#])", r"#\1 ", known, flags=re.MULTILINE)
            found = pofile(_Lines(known))
            parsed = _with_lines(text, lines, found)
            header = "\n".join(lines[: found[0].linenum] if found else lines)
            wrong = [*_wrong_header(header, code)]
            seen: dict[tuple[str | None, str], int] = {}
            for each in (entry for entry in parsed.entries if not entry.values.obsolete):
                if seen.setdefault(each.key, each.number) != each.number:
                    wrong.append((each.number, f"this message stands at line {seen[each.key]} too"))
        except OSError as error:
            place = re.search(r"line (\d+)", str(error))
            wrong = [(int(place[1]) if place else 1, "not a line of a PO file")]
    if wrong:
        raise SpecError(
            Problem(Location(path, line), f"This PO file does not parse: {message}", "po-syntax", remedy)
            for line, message in wrong
            for beginning, remedy in registry().codes["po-syntax"].words.items()
            if message.startswith(beginning)
        )
    return parsed


def _with_lines(text: str, lines: list[str], found: list[POEntry]) -> PoFile:
    """Entries with the lines from where each begins to where the next one does."""

    def lines_between(start: int, end: int) -> str:
        return "\n".join(filter(str.strip, lines[start - 1 : end - 1]))

    last = max((number for number, line in enumerate(lines, 1) if re.match(r'(?:#~)?\s*(?:msg|")', line)), default=0)
    starts = [*(each.linenum for each in found), last + 1]
    entries = []
    for each, start, end in zip(found, starts, starts[1:], strict=False):
        number = next((n for n in range(start, end) if re.match(r"(?:#~)?\s*msgid\b", lines[n - 1])), None)
        if number is None:
            raise OSError(f"line {start}")  # as polib says where it cannot go on
        entries.append(PoEntry(lines_between(start, end), number, each))
    return PoFile(text, lines_between(1, starts[0]), tuple(entries), lines_between(last + 1, len(lines) + 1))


def _wrong_lines(lines: list[str]) -> Iterator[tuple[int, str]]:
    """Lines that are none of gettext's, and those that are out of order."""
    before: str | None = None
    for number, line in enumerate(lines, 1):
        match = _LINE.fullmatch(line)
        if line.startswith(("<<<<<<< ", "||||||| ", "=======", ">>>>>>> ")):
            yield number, f"a merge conflict is left here: {line!r}"
        elif match is None:
            is_open = len(re.findall(r'(?<!\\)"', line)) % 2
            yield number, f"{'a string is not closed' if is_open else 'not a line of a PO file'}: {line!r}"
        elif key := match["key"]:
            if key == "msgid_plural":
                yield number, "no message of this project has a plural"
            elif before not in _FOLLOWS[key]:
                yield number, f"{line.split()[0]} cannot follow {before or 'nothing'}"
            before = key
    if before in ("msgctxt", "msgid"):
        yield len(lines), f"{before} is the last of this file, and no translation follows it"


def _wrong_header(header: str, code: str | None) -> Iterator[tuple[int, str]]:
    """No header; another charset than UTF-8; another language than the folder's, scripts and regions aside."""
    charset = re.search(r'"Content-Type:.*?charset=([\w-]+)', header, re.DOTALL)
    if charset is None:
        yield 1, "the header is missing or empty: it names the charset and the language"
    elif charset[1].lower() not in {"utf-8", "utf8"}:
        line = header.count("\n", 0, charset.start(1)) + 1
        yield line, f"the charset must be UTF-8, and it is {charset[1]}"
    language = re.search(r'"Language: *([^\s"\\]*)', header)
    if code and language and re.split("[_-]", language[1])[0] != re.split("[_-]", code)[0]:
        line = header.count("\n", 0, language.start()) + 1
        yield line, f"its folder is that of {code}, and its header says {language[1] or 'no language'}"


def read_catalogue(root: Path, path: str, problems: list[Problem], code: str | None = None) -> Catalogue:
    """Read a PO file; a file that is missing or does not parse is a Problem and an empty catalogue."""
    try:
        return catalogue_of(read_po_text(root, path), path, code)
    except SpecError as error:
        problems += error.problems
    except FileNotFoundError:
        remedy = "Run porspec sync to make it."
        problems.append(Problem(Location(path), "This catalogue is missing", "po-missing", remedy))
    return Catalogue(path)


@lru_cache(512)
def catalogue_of(text: str, path: str, code: str | None = None) -> Catalogue:
    """The catalogue that a PO file's text is, made once for as long as that is the same.

    Raises SpecError with every line that is wrong.
    """
    messages, problems = {}, list[Problem]()
    for entry in parse_po(text, path, code).entries:
        if not entry.values.obsolete:
            found = "" if entry.values.fuzzy else entry.values.msgstr
            messages[entry.key] = Message(found, Location(path, entry.number), entry.values.fuzzy)
            for said in (entry.values.msgid, found):
                problems += problems_of_text(said, path, entry.number)
    if problems:
        raise SpecError(problems)
    return Catalogue(path, MappingProxyType(messages))


def read_language(root: Path, locales: str, code: str, is_source: bool, problems: list[Problem]) -> Language:
    """The language with its catalogues; the source language needs no files."""
    if is_source:
        return Language(code, True, dict.fromkeys(DOMAINS, Catalogue(locales)))
    read = {each: read_catalogue(root, po_path(locales, code, each), problems, code) for each in DOMAINS}
    return Language(code, False, read)
