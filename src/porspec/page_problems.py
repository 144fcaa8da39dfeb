"""What is wrong with a hand-written page, read line by line, and independently of what makes HTML of it.

Zones: what docfx reports, and what it lets pass in silence. References: links that lead nowhere, and what only another
site builder fills in.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from posixpath import dirname, join, normpath
from urllib.parse import unquote

from .docs_lines import CLOSING, HEADING, OPENING, Line, front_matter_end, read_lines
from .monikers import Monikers, RangeError
from .page_monikers import PageMonikers, invalid, undefined
from .problems import Location, Problem

_TOO_FEW = re.compile(r" *:{1,2}[ \t]*moniker(?:-end|[ \t]*range=)", re.IGNORECASE)
_MALFORMED = re.compile(r" {0,3}:{3,}[ \t]*moniker(?!-end)", re.IGNORECASE)
_COMMENT = re.compile(r"^ {0,3}<!--.*?-->", re.MULTILINE | re.DOTALL)
_CODE = re.compile(r"(?P<ticks>`+)(?!`).*?(?<!`)(?P=ticks)(?!`)")
_HOST = re.compile(r"https?://(?P<host>[\w.-]+)", re.IGNORECASE)
_LINK = re.compile(r'(?:\]\(\s*<?|^ {0,3}\[[^\]]+\]:\s*<?|\b(?:href|src)=")(?P<target>[^)\s>"]+)')
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//|#|\?", re.IGNORECASE)
_INCLUDE = re.compile(r"\[!INCLUDE\b", re.IGNORECASE)
_VIDEO = re.compile(r"\[!VIDEO\b", re.IGNORECASE)
_HTML = re.compile(
    r" {0,3}<(?P<tag>address|article|aside|blockquote|center|details|div|dl|figure|footer|form|header|main|nav|ol|p|pre"
    r"|section|table|ul)\b(?![^>]*\bmarkdown\b)",
    re.IGNORECASE,
)
_TAB = re.compile(r" {0,3}#{1,6}[ \t].*\]\((?P<target>#tab/)", re.IGNORECASE)


@dataclass
class _Zone:
    """A zone that is open; `inner` counts the openings in it that have not had their ends yet."""

    number: int
    line: Line
    colons: str
    monikers: frozenset[str]
    in_html: bool
    inner: int = 0
    is_empty: bool = True


def zone_problems(text: str, path: str, monikers: Monikers, page: PageMonikers) -> Iterator[Problem]:
    """What is wrong with the zones of a page, and links to the portal of a cloud that does not read them."""
    reader = _ZoneReader(path, monikers, page)
    reader.read(text)
    yield from reader.problems


def reference_problems(text: str, path: str, known: Collection[str]) -> Iterator[Problem]:
    """Links to other than the known paths, and includes, videos and tabs, which are not supported."""
    for number, line in _code_apart(text):
        include, video, tab = (each.search(line.text) if not line.fence else None for each in (_INCLUDE, _VIDEO, _TAB))
        if include:
            place = _place(path, number, line, include.start())
            yield Problem(place, "An include is not filled in", "docs-include", "Write its text in its place.")
            continue
        if video:
            place = _place(path, number, line, video.start())
            yield Problem(place, "A video is not shown", "docs-video", "Link to the video, or say what it shows.")
        if tab:
            place = _place(path, number, line, tab.start("target"))
            yield Problem(place, "A tab is not shown as one", "docs-tab", "Write an ordinary heading, or a zone.")
        for match in _LINK.finditer("" if line.fence else line.text):
            target = unquote(re.split("[?#]", match["target"])[0])
            if not _ELSEWHERE.match(match["target"]) and normpath(join(dirname(path), target)) not in known:
                yield Problem(
                    _place(path, number, line, match.start("target")),
                    f'The link "{match["target"]}" leads nowhere',
                    "docs-target",
                    "Link to a page of this site by its name without language, or to a whole address.",
                )


def _code_apart(text: str) -> Iterator[tuple[int, Line]]:
    """The lines of a page by number, without its front matter, its comments, and what stands in code in the text."""
    lines = _COMMENT.sub(_blanked, text).split("\n")
    head = front_matter_end(lines)
    lines[:head] = [""] * head
    for number, line in enumerate(read_lines(lines), 1):
        shown = line.text if line.fence else _CODE.sub(lambda code: "`" * len(code[0]), line.text)
        yield number, Line(line.depth, line.column, shown, line.items, line.fence)


def _blanked(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match[0])


def _place(path: str, number: int, line: Line, start: int) -> Location:
    return Location(path, number, line.column + start + 1)


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

    def read(self, text: str) -> None:
        """Find all problems, in the order of the lines."""
        for number, line in _code_apart(text):
            if self.zone and line.text.strip() and line.is_outside(self.zone.line):
                self._does_not_end()
            if not line.fence:
                self._read_html(line.text)
            if opening := None if line.fence else OPENING.fullmatch(line.text):
                self._open(number, line, opening)
            elif closing := None if line.fence else CLOSING.fullmatch(line.text):
                self._close(number, line, closing)
            else:
                self._read_text(number, line)
        self._does_not_end()

    def _open(self, number: int, line: Line, opening: re.Match[str]) -> None:
        place = _place(self.path, number, line, opening.start("colons"))
        if self.html[1]:
            self._stands_in_html(place)
        if opening["rest"].strip():
            rest = _place(self.path, number, line, opening.start("rest"))
            message = "Text stands after the range of a zone"
            self._problem(rest, message, "invalid-moniker-range", "Move it into the zone.")
        if self.zone:
            self.zone.inner += 1
            message = f"A zone begins in the zone of line {self.zone.number}"
            self._problem(place, message, "zone-nested", "End that zone first: zones do not nest.")
            return
        chosen: frozenset[str] = frozenset()
        try:
            chosen = frozenset(self.monikers.parse(opening["range"]))
        except RangeError as error:
            chosen = frozenset(error.found)
            self.problems += invalid(_place(self.path, number, line, opening.start("range")), error)
        if not self.page.versioned:
            self.problems.append(undefined(place, "The zone"))
        elif not chosen & set(self.page.judged):
            clouds = ", ".join(self.monikers.in_order(self.page.judged)) or "none"
            message = f"No cloud of the page reads the zone; the page is for {clouds}"
            self._problem(place, message, "moniker-zone-empty", "Correct one of the two ranges, or remove the zone.")
        self.zone = _Zone(number, line, opening["colons"], chosen, in_html=self.html[1] > 0)

    def _close(self, number: int, line: Line, closing: re.Match[str]) -> None:
        place = _place(self.path, number, line, closing.start("colons"))
        if self.zone is None or closing["colons"] != self.zone.colons:
            have = f"{len(closing['colons'])} colons end"
            message = f"{have} no zone" if self.zone is None else f"{have} no zone of {len(self.zone.colons)}"
            self._problem(place, message, "zone-stray-end", "Remove the line, or write as many as the opening has.")
            return
        if self.html[1] and not self.zone.in_html:
            self._stands_in_html(place)
        if closing["rest"].strip():
            rest = _place(self.path, number, line, closing.start("rest"))
            message = "Text stands after the end of a zone"
            self._problem(rest, message, "invalid-moniker-range", "Move it to a line of its own.")
        if self.zone.inner:
            self.zone.inner -= 1
            return
        if self.zone.is_empty:
            place = _place(self.path, self.zone.number, self.zone.line, _indent(self.zone.line.text))
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
            place = _place(self.path, self.zone.number, self.zone.line, _indent(self.zone.line.text))
            remedy = f"Write {self.zone.colons} moniker-end after it, with the indent of its opening."
            self._problem(place, "The zone does not end explicitly", "invalid-moniker-range", remedy)
            self.zone = None

    def _read_text(self, number: int, line: Line) -> None:
        """A line that neither opens nor closes a zone."""
        if self.zone and line.text.strip():
            self.zone.is_empty = False
        if line.fence:
            return
        place = _place(self.path, number, line, _indent(line.text))
        if _TOO_FEW.match(line.text):
            message = "A line of a zone begins with fewer than three colons, and is text"
            self._problem(place, message, "zone-colons", "Write three colons.")
        elif _MALFORMED.match(line.text):
            remedy = 'Write ::: moniker range="…", with straight quotes and no blanks around =.'
            self._problem(place, "The opening of a zone cannot be read, and is text", "invalid-moniker-range", remedy)
        readers = frozenset(self.page.judged if self.page.versioned else self.monikers.all)
        if self.zone:
            readers &= self.zone.monikers
        if heading := HEADING.match(line.text):
            self._read_heading(place, len(heading["marks"]), readers)
        self._read_portals(number, line, readers)

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

    def _read_portals(self, number: int, line: Line, readers: frozenset[str]) -> None:
        for match in _HOST.finditer(line.text):
            owners = self.monikers.portals.get(match["host"].lower(), readers)
            if readers and not owners & readers:
                self._problem(
                    _place(self.path, number, line, match.start("host")),
                    f"{match['host']} is the portal of {', '.join(self.monikers.in_order(owners))}, "
                    f"and this is read by {', '.join(self.monikers.in_order(readers))}",
                    "zone-portal",
                    "Link to the portal of the cloud that reads it.",
                )


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip())
