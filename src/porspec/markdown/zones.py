"""The zones of a hand-written page, read line by line, and independently of what makes HTML of them.

What is wrong with them is what docfx reports, and what it lets pass in silence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ..sources.monikers import Monikers, RangeError
from ..sources.pages import PageMonikers, invalid, undefined
from ..sources.problems import Location, Problem
from .lines import CLOSING, HEADING, OPENING
from .page_lines import PageLine, page_lines

_TOO_FEW = re.compile(r" *:{1,2}[ \t]*moniker(?:-end|[ \t]*range=)", re.IGNORECASE)
_MALFORMED = re.compile(r" {0,3}:{3,}[ \t]*moniker(?!-end)", re.IGNORECASE)
_CELL_END = re.compile(r"(?<!\\)\|")
_DELIMITERS = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*")
_HTML = re.compile(
    r" {0,3}<(?P<tag>address|article|aside|blockquote|center|details|div|dl|figure|footer|form|header|main|nav|ol|p|pre"
    r"|section|table|ul)\b(?![^>]*\bmarkdown\b)",
    re.IGNORECASE,
)


@dataclass
class _Zone:
    """A zone that is open; `inner` counts the openings in it that have not had their ends yet."""

    opening: PageLine
    colons: str
    monikers: frozenset[str]
    in_html: bool
    inner: int = 0
    is_empty: bool = True


def read_zones(text: str, path: str, monikers: Monikers, page: PageMonikers) -> tuple[list[PageLine], list[Problem]]:
    """The lines of a page with their zones and readers, and what is wrong with the zones."""
    reader = _ZoneReader(path, monikers, page)
    lines = list(reader.read(text))
    return lines, [*reader.problems, *_cut_tables(lines, path)]


def _cut_tables(lines: Sequence[PageLine], path: str) -> Iterator[Problem]:
    """Rows that the opening or the end of a zone parts from their table."""
    row, is_cut, in_table = "", False, False
    for each, after in zip(lines, [*lines[1:], None], strict=True):
        text = "" if each.line.fence else each.line.text.strip()
        if not text or _is_zone_line(each):
            is_cut, in_table = is_cut or (bool(row) and bool(text)), False
            continue
        begins = _is_delimited(text) and after is not None and _is_delimiter_row(after.line.text)
        is_lost = is_cut and not begins and _is_delimited(text) and text.startswith("|") >= row.startswith("|")
        if is_lost:
            remedy = "Write a table for each cloud, each whole in a zone of its own."
            place = each.place(path, _indent(each.line.text))
            yield Problem(place, "A zone cuts a table before this row, which is text", "zone-in-table", remedy)
        in_table = in_table or begins or is_lost
        row, is_cut = text if in_table else "", False


def _is_zone_line(line: PageLine) -> bool:
    return any(each.fullmatch(line.line.text) for each in (OPENING, CLOSING))


def _is_delimited(text: str) -> bool:
    return _CELL_END.search(text) is not None


def _is_delimiter_row(text: str) -> bool:
    return _is_delimited(text) and _DELIMITERS.fullmatch(text) is not None


class _ZoneReader:
    """Reads a page from top to bottom with at most one zone open."""

    def __init__(self, path: str, monikers: Monikers, page: PageMonikers) -> None:
        self.path, self.monikers, self.page = path, monikers, page
        self.zone: _Zone | None = None
        self.levels: dict[str, int] = {}
        self.html: tuple[str, int] = ("", 0)
        self.problems: list[Problem] = []

    def _problem(self, place: Location, message: str, code: str, remedy: str) -> None:
        self.problems.append(Problem(place, message, code, remedy))

    def read(self, text: str) -> Iterator[PageLine]:
        """The lines with their zones; finds all problems, in the order of the lines."""
        for each in page_lines(text):
            line = each.line
            if self.zone and line.text.strip() and line.is_outside(self.zone.opening.line):
                self._does_not_end()
            if not line.fence:
                self._read_html(line.text)
            if opening := None if line.fence else OPENING.fullmatch(line.text):
                self._open(each, opening)
            elif closing := None if line.fence else CLOSING.fullmatch(line.text):
                self._close(each, closing)
            else:
                self._read_text(each)
            yield replace(each, zone=self.zone.opening.number if self.zone else 0, readers=self._readers())
        self._does_not_end()

    def _readers(self) -> frozenset[str]:
        readers = frozenset(self.page.monikers) if self.page.versioned else self.monikers.all
        return readers & self.zone.monikers if self.zone else readers

    def _open(self, line: PageLine, opening: re.Match[str]) -> None:
        place = line.place(self.path, opening.start("colons"))
        if self.html[1]:
            self._stands_in_html(place)
        if opening["rest"].strip():
            rest = line.place(self.path, opening.start("rest"))
            message = "Text stands after the range of a zone"
            self._problem(rest, message, "invalid-moniker-range", "Move it into the zone.")
        if self.zone:
            self.zone.inner += 1
            message = f"A zone begins in the zone of line {self.zone.opening.number}"
            self._problem(place, message, "zone-nested", "End that zone first: zones do not nest.")
            return
        chosen: frozenset[str] = frozenset()
        try:
            chosen = frozenset(self.monikers.parse(opening["range"]))
        except RangeError as error:
            chosen = frozenset(error.found)
            self.problems += invalid(line.place(self.path, opening.start("range")), error)
        if not self.page.versioned:
            self.problems.append(undefined(place, "The zone"))
        elif not chosen & set(self.page.judged):
            clouds = ", ".join(self.monikers.in_order(self.page.judged)) or "none"
            message = f"No cloud of the page reads the zone; the page is for {clouds}"
            self._problem(place, message, "moniker-zone-empty", "Correct one of the two ranges, or remove the zone.")
        self.zone = _Zone(line, opening["colons"], chosen, in_html=self.html[1] > 0)

    def _close(self, line: PageLine, closing: re.Match[str]) -> None:
        place = line.place(self.path, closing.start("colons"))
        if self.zone is None or closing["colons"] != self.zone.colons:
            have = f"{len(closing['colons'])} colons end"
            message = f"{have} no zone" if self.zone is None else f"{have} no zone of {len(self.zone.colons)}"
            self._problem(place, message, "zone-stray-end", "Remove the line, or write as many as the opening has.")
            return
        if self.html[1] and not self.zone.in_html:
            self._stands_in_html(place)
        if closing["rest"].strip():
            rest = line.place(self.path, closing.start("rest"))
            message = "Text stands after the end of a zone"
            self._problem(rest, message, "invalid-moniker-range", "Move it to a line of its own.")
        if self.zone.inner:
            self.zone.inner -= 1
            return
        if self.zone.is_empty:
            place = self._opening_place(self.zone)
            self._problem(place, "The zone holds nothing", "zone-without-text", "Write what it is for, or remove it.")
        self.zone = None

    def _stands_in_html(self, place: Location) -> None:
        message = f"A line of a zone stands in the HTML of <{self.html[0]}>, and is text"
        self._problem(
            place, message, "zone-in-html", f'Write <{self.html[0]} markdown="1">, or end the HTML before the line.'
        )

    def _does_not_end(self) -> None:
        """The zone that is open, if there is one, is left without an end."""
        if self.zone:
            place = self._opening_place(self.zone)
            remedy = f"Write {self.zone.colons} moniker-end after it, with the indent of its opening."
            self._problem(place, "The zone does not end explicitly", "invalid-moniker-range", remedy)
            self.zone = None

    def _opening_place(self, zone: _Zone) -> Location:
        return zone.opening.place(self.path, _indent(zone.opening.line.text))

    def _read_text(self, each: PageLine) -> None:
        """A line that neither opens nor closes a zone."""
        line = each.line
        if self.zone and line.text.strip():
            self.zone.is_empty = False
        if line.fence:
            return
        place = each.place(self.path, _indent(line.text))
        if _TOO_FEW.match(line.text):
            message = "A line of a zone begins with fewer than three colons, and is text"
            self._problem(place, message, "zone-colons", "Write three colons.")
        elif _MALFORMED.match(line.text):
            remedy = 'Write ::: moniker range="…", with straight quotes and no blanks around =.'
            self._problem(place, "The opening of a zone cannot be read, and is text", "invalid-moniker-range", remedy)
        if heading := HEADING.match(line.text):
            self._read_heading(place, len(heading["marks"]), self._readers())

    def _read_html(self, text: str) -> None:
        """Follow the HTML that is left as it is: its outermost tag, and how many of that tag are open."""
        tag, depth = self.html
        if not depth and (match := _HTML.match(text)):
            tag = match["tag"].lower()
        elif not depth:
            return
        opened, closed = (len(re.findall(rf"<{end}{tag}\b", text, re.IGNORECASE)) for end in ("", "/"))
        self.html = tag, max(depth + opened - closed, 0)

    def _read_heading(self, place: Location, level: int, readers: frozenset[str]) -> None:
        """A heading, whose level is judged by what each cloud's readers saw before it."""
        if level == 1 and self.zone:
            message, remedy = "The title of the page stands in a zone", "Let the clouds share it."
            self._problem(place, message, "h1-in-moniker", remedy)
        skipped = [each for each in readers if level > self.levels.get(each, level) + 1]
        if skipped:
            message = f"A level of headings is skipped for {', '.join(self.monikers.in_order(skipped))}"
            self._problem(place, message, "heading-skipped", "Take one level for each step down.")
        self.levels.update(dict.fromkeys(readers, level))


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip())
