"""A page as it is written, read once for all who ask: its blocks with their readers, its links, code and alerts."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import accumulate, pairwise
from posixpath import dirname, join, normpath
from urllib.parse import parse_qs, unquote, urlsplit

from markdown_it.token import Token

from ..sources.monikers import Monikers
from ..sources.pages import PageMonikers, front_matter_end
from ..sources.problems import Location, Problem
from .commonmark import read_blocks
from .content import is_address
from .docfx import GRID_OPENING, IMAGE, value_of
from .texts import blanked, hidden, place_in, set_places, without
from .zones import ZoneReader, text_lines

BOLD = re.compile(r"\*\*(.+?)\*\*")
_ALERT = re.compile(r"[ \t>]*\[!(?P<kind>[a-z]+)\](?![(\[:]).*", re.IGNORECASE)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_ATTRIBUTE = re.compile(
    r"\b(?:href|src)\s*=\s*(?:\"(?P<double>[^\"]+)\"|'(?P<single>[^']+)'|(?P<bare>[^\s\"'<>]+)(?=[^<>]*>))",
    re.IGNORECASE,
)
_HOST = re.compile(r"(?:https?:|(?<![\w:/]))//(?P<host>[\w-]+(?:\.[\w-]+)*)", re.IGNORECASE)
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
_MAY_HOLD_CODE = re.compile(r"[`<\t]|~~~|    ")
_CELL_CODE = re.compile(r"(?<!`)(`+)(?!`).+?(?<!`)\1(?!`)")
_UNREAD = ("code_inline", "html_inline", "docfx_image")
_NO_CELL_END = "\ue000"  # stands in for | in code, which for Python-Markdown ends no cell


@dataclass(frozen=True, slots=True)
class Link:
    """A link or a picture: its target as it is written, who reads it, and whether it is an `inline` one.

    Else it is the `use` of a definition, or the `definition` itself.
    """

    place: Location
    target: str
    readers: frozenset[str]
    kind: str = "inline"

    @property
    def anchor(self) -> str:
        """What stands behind #."""
        return unquote(urlsplit(self.target).fragment)

    def file(self) -> str | None:
        """The path of the file that it names, from the project's folder; None where it leads to another site."""
        if _ELSEWHERE.match(self.target):
            return None
        path = unquote(re.split("[?#]", self.target)[0])
        return normpath(join(dirname(self.place.path), path)) if path else self.place.path

    def seen_by(self, monikers: Monikers) -> frozenset[str]:
        """The monikers whose text opens: those that read the link, or the one that it names as `view`."""
        views = parse_qs(urlsplit(self.target).query).get("view")
        return monikers.all & set(views) if views else self.readers


@dataclass(frozen=True)
class SourcePage:
    """A page, its `blocks` in their order, and what is wrong with its zones."""

    path: str
    blocks: tuple[Token, ...]
    problems: tuple[Problem, ...]

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """All links that can be read. A definition in a zone is that zone's alone, and comes before those of the page.

        Of two, the last counts.
        """
        definitions = (block.meta for block in self.blocks if block.type == "definition")
        defined = {(each["zone"], each["id"]): each["url"] for each in definitions}
        return tuple(link for block in self.blocks for link in self._links(block, defined) if is_address(link.target))

    def unreadable_links(self) -> Iterator[Link]:
        """Each whose target nothing can read."""
        for block in self.blocks:
            yield from (link for link in self._links(block, {}) if not is_address(link.target))

    @cached_property
    def hosts(self) -> tuple[Link, ...]:
        """Every mention of a host by its name, in a link or not, and each link whose definition has one."""
        named = [
            Link(self.place(block, match.start("host")), match["host"], block.meta["readers"])
            for block in self.blocks
            for match in _HOST.finditer(block.meta.get("shown", ""))
        ]
        used = ((link, _HOST.match(link.target)) for link in self.links if link.kind == "use")
        return (*named, *(Link(link.place, host["host"], link.readers, "use") for link, host in used if host))

    def failed_alerts(self) -> Iterator[tuple[Location, str]]:
        """What begins as an alert does and is none: each not in a quote of its own, or with nothing after its kind."""
        for block, following in pairwise(self.blocks):
            if block.type == "alert" and block.map and following.type == "blockquote_close":
                yield Location(self.path, block.map[0] + 1, block.meta["column"] + 1), block.info
            for line, column, text in text_lines(block) if block.type == "inline" and "[!" in block.content else ():
                if match := _ALERT.fullmatch(text):
                    start = len(text[: match.start("kind") - 2].lstrip())
                    yield Location(self.path, line, column + start), match["kind"]

    def found(self, pattern: re.Pattern[str], *hidden: str) -> Iterator[tuple[Location, re.Match[str]]]:
        """What matches in the text, with its place; its comments and what is `hidden` are blanks: code and HTML."""
        for block in self.blocks:
            if block.type == "inline":
                for match in pattern.finditer(without(block, *(hidden or _UNREAD))):
                    yield self.place(block, match.start()), match

    def place(self, block: Token, offset: int) -> Location:
        """Where in the file stands what stands at an offset of a block's text."""
        return Location(self.path, *place_in(block, offset))

    def _links(self, block: Token, defined: dict[tuple[int, str], str]) -> Iterator[Link]:
        readers = block.meta["readers"]
        if block.type == "definition":
            yield Link(self.place(block, 0), block.meta["url"], readers, "definition")
        if block.type == "html_block":
            yield from self._attributes(block, block.meta["shown"], 0)
        if block.type == "grid_open" and block.map:
            yield from self._image(block.meta["match"], self.at(block, 0), readers)
        for child in block.children or ():
            if child.type == "html_inline":
                yield from self._attributes(block, child.content, child.meta["span"][0])
            elif child.type == "docfx_image":
                yield from self._image(child.meta["match"], self.place(block, child.meta["span"][0]), readers)
            elif child.type == "video" or (child.markup == "autolink" and child.nesting > 0):
                place = self.place(block, child.meta["span"][0] + child.meta.get("start", 1))
                yield Link(place, str(child.attrs["href"]), readers)
            elif "target" in child.meta:
                target, kind = str(child.attrs.get("href", child.attrs.get("src", ""))), "inline"
                if (label := child.meta.get("label")) is not None:
                    target, kind = defined.get((block.meta["zone"], label), defined.get((0, label), "")), "use"
                if target:
                    yield Link(self.place(block, child.meta["target"]), target, readers, kind)

    def at(self, block: Token, offset: int = 0) -> Location:
        """Where in the file stands what stands at an offset of the first line of a block that holds blocks."""
        assert block.map is not None
        return Location(self.path, block.map[0] + 1, block.meta["column"] + offset + 1)

    def _image(self, match: re.Match[str], place: Location, readers: frozenset[str]) -> Iterator[Link]:
        """What an image of docfx shows, and what it links to; its attributes stand on the line of its beginning."""
        for name in ("source", "link", "lightbox") if match.re in (IMAGE, GRID_OPENING) else ():
            if (found := value_of(match, name)) and found[0]:
                yield Link(replace(place, column=place.column + found[1]), found[0], readers)

    def _attributes(self, block: Token, html: str, offset: int) -> Iterator[Link]:
        for match in _ATTRIBUTE.finditer(_COMMENT.sub(blanked, html)):
            group = str(match.lastgroup)
            yield Link(self.place(block, offset + match.start(group)), match[group], block.meta["readers"])


@lru_cache(512)
def read_page(path: str, text: str, monikers: Monikers, page: PageMonikers) -> SourcePage:
    """Read a page, of which `page` says who reads it."""
    lines = text.split("\n")
    blocks = _read(lines, front_matter_end(lines))
    problems = ZoneReader(path, lines, monikers, page).read(blocks)
    return SourcePage(path, tuple(blocks), tuple(problems))


def without_code(text: str) -> str:
    """A page or a message with blanks in the place of its code, its HTML and its comments; lines and columns stay."""
    if not _MAY_HOLD_CODE.search(text):
        return text
    lines = text.split("\n")
    starts = list(accumulate((len(line) + 1 for line in lines), initial=0))

    def span(block: Token, start: int, end: int) -> tuple[int, int]:
        places = (place_in(block, offset) for offset in (start, end))
        first, last = (starts[line - 1] + column - 1 for line, column in places)
        return first, last

    spans = []
    for block in _read(lines, 0):
        if block.type in ("fence", "code_block") and block.map:
            spans.append((starts[block.map[0]] + block.meta["column"], starts[block.map[1]] - 1))
        elif block.type == "html_block":
            spans.append(span(block, 0, len(block.content)))
        code = (each for each in block.children or () if each.type in ("code_inline", "html_inline"))
        spans += [span(block, *each.meta["span"]) for each in code]
    return hidden(text, spans)


def _read(lines: Sequence[str], head: int) -> list[Token]:
    """The blocks of a page whose first lines are front matter."""
    lines = [line.replace("\r", " ") for line in lines]  # which ends a line for the parser
    lines[:head] = [""] * head
    masked = [number for number, line in enumerate(lines) if "|" in line and "`" in line]
    for number in masked:
        lines[number] = _CELL_CODE.sub(lambda code: code[0].replace("|", _NO_CELL_END), lines[number])
    blocks = read_blocks("\n".join(lines), inline=True)
    set_places(blocks, lines)
    for block in blocks if masked else ():
        for each in (block, *(block.children or ())):
            each.content = each.content.replace(_NO_CELL_END, "|")
    return blocks
