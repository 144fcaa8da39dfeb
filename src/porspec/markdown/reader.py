"""A page as it is written, read once for all who ask: its blocks with their readers, its links, code and alerts."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate
from posixpath import dirname, join, normpath
from urllib.parse import parse_qs, unquote, urlsplit

from markdown_it.token import Token

from ..sources.monikers import Monikers
from ..sources.pages import PageMonikers, front_matter_end
from ..sources.problems import Location, Problem
from .commonmark import read_blocks
from .zones import ZoneReader, text_lines

ALERTS = ("NOTE", "TIP", "IMPORTANT", "CAUTION", "WARNING")
BOLD = re.compile(r"\*\*(.+?)\*\*")
_ALERT = re.compile(r"[ \t]*\[!(?P<kind>[a-z]+)\](?![(\[:])(?P<rest>.*)", re.IGNORECASE)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_ATTRIBUTE = re.compile(
    r"\b(?:href|src)\s*=\s*(?:\"(?P<double>[^\"]+)\"|'(?P<single>[^']+)'|(?P<bare>[^\s\"'<>]+)(?=[^<>]*>))",
    re.IGNORECASE,
)
_HOST = re.compile(r"(?:https?:|(?<![\w:/]))//(?P<host>[\w-]+(?:\.[\w-]+)*)", re.IGNORECASE)
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
_MAY_HOLD_CODE = re.compile(r"[`<\t]|~~~|    ")
_UNREAD = frozenset({"fence", "code_block", "html_block"})


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
        """The clouds whose text opens: those that read the link, or the one that it names as `view`."""
        views = parse_qs(urlsplit(self.target).query).get("view")
        return monikers.all & set(views) if views else self.readers


@dataclass(frozen=True, slots=True)
class Alert:
    """A line that begins as an alert does, and whether it is one."""

    place: Location
    kind: str
    is_one: bool


@dataclass(frozen=True)
class SourcePage:
    """A page, its `blocks` in their order, and what is wrong with its zones."""

    path: str
    blocks: tuple[Token, ...]
    problems: tuple[Problem, ...]

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """All links. A definition in a zone is that zone's alone, and comes before those of the page.

        Of two, the last counts.
        """
        defined = {
            (block.meta["zone"], block.meta["id"]): block.meta["url"]
            for block in self.blocks
            if block.type == "definition"
        }
        return tuple(link for block in self.blocks for link in self._links(block, defined))

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

    @cached_property
    def alerts(self) -> tuple[Alert, ...]:
        """The lines that begin as alerts do; one is the first line of a quote in no other, and the quote goes on."""
        found, quotes = [], 0
        for index, block in enumerate(self.blocks):
            quotes += (block.type == "blockquote_open") - (block.type == "blockquote_close")
            if block.type != "inline":
                continue
            for number, (line, column, text) in enumerate(text_lines(block)):
                if match := _ALERT.fullmatch(text):
                    begins = not number and quotes == 1 and self.blocks[index - 2].type == "blockquote_open"
                    goes_on = "\n" in block.content or self.blocks[index + 2].type != "blockquote_close"
                    is_one = begins and goes_on and match["kind"].upper() in ALERTS and not match["rest"].strip()
                    found.append(Alert(Location(self.path, line, column), match["kind"], is_one))
        return tuple(found)

    def found(self, pattern: re.Pattern[str]) -> Iterator[tuple[Location, re.Match[str]]]:
        """What matches in the text, with its place; its code, HTML and comments are blanks."""
        for block in self.blocks:
            if block.type == "inline":
                for match in pattern.finditer(_without(block, "code_inline", "html_inline")):
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
        for child in block.children or ():
            if child.type == "html_inline":
                yield from self._attributes(block, child.content, child.meta["span"][0])
            elif "target" in child.meta:
                label = child.meta.get("label")
                target = str(child.attrs.get("href", child.attrs.get("src", "")))
                kind = "inline" if label is None else "use"
                if label is not None:
                    target = defined.get((block.meta["zone"], label), defined.get((0, label), ""))
                if target:
                    yield Link(self.place(block, child.meta["target"]), target, readers, kind)

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
    hidden = []
    for block in _read(lines, 0):
        if block.type in _UNREAD and block.map:
            end = starts[block.map[1]] - 1 if block.type != "html_block" else _offset(starts, block, len(block.content))
            hidden.append((starts[block.map[0]] + block.meta.get("column", 0), end))
        for child in block.children or ():
            if child.type in ("code_inline", "html_inline"):
                start, end = child.meta["span"]
                hidden.append((_offset(starts, block, start), _offset(starts, block, end)))
    for start, end in reversed(hidden):
        text = text[:start] + re.sub(r"[^\n\t]", " ", text[start:end]) + text[end:]
    return text


def _offset(starts: Sequence[int], block: Token, offset: int) -> int:
    line, column = place_in(block, offset)
    return starts[line - 1] + column - 1


def blanked(match: re.Match[str]) -> str:
    """Blanks in the place of what matches; lines and tabs stay."""
    return re.sub(r"[^\n\t]", " ", match[0])


def place_in(block: Token, offset: int) -> tuple[int, int]:
    """The line and the column, from 1, of what stands at an offset of a block's text."""
    places = block.meta["places"]
    start, line, column = places[max(bisect_right(places, offset, key=lambda each: each[0]) - 1, 0)]
    return line + 1, column + max(offset - start, 0) + 1


def _read(lines: Sequence[str], head: int) -> list[Token]:
    """The blocks of a page whose first lines are front matter; those with text know its places, and what is shown."""
    blocks = read_blocks([*[""] * head, *lines[head:]], inline=True)
    cell = 0
    for before, block in zip([None, *blocks], blocks, strict=False):
        cell = 0 if block.type == "tr_open" else cell
        if block.type == "definition":
            block.meta["places"] = [(0, *_target_of(block, lines))]
        elif block.type == "html_block":
            block.meta |= {"places": _places(block, lines), "shown": _COMMENT.sub(blanked, block.content)}
        elif block.type == "inline" and block.map:
            if before and before.type in ("th_open", "td_open"):
                block.meta["places"], cell = _places_of_cell(block, lines[block.map[0]], cell)
            elif before and before.type == "heading_open" and before.markup.startswith("#"):
                line = lines[block.map[0]]
                start = line.find(block.content, before.meta["column"] + len(before.markup))
                block.meta["places"] = [(0, block.map[0], start)]
            else:
                block.meta["places"] = _places(block, lines)
            block.meta["shown"] = _without(block, "code_inline", "include")
    return blocks


def _places(block: Token, lines: Sequence[str]) -> list[tuple[int, int, int]]:
    """Where the lines of a text begin: their offsets in it, and their lines and columns in the file, from 0.

    The lines of the text are the ends of those of the file.
    """
    assert block.map is not None
    found, offset = [], 0
    for number, line in enumerate(block.content.split("\n"), block.map[0]):
        body, written = line.strip(" \t"), lines[number]
        end = written.find(body) + len(body) if block.type == "html_block" else len(written.rstrip(" \t"))
        found.append((offset + len(line) - len(line.lstrip(" \t")), number, end - len(body)))
        offset += len(line) + 1
    return found


def _places_of_cell(block: Token, line: str, start: int) -> tuple[list[tuple[int, int, int]], int]:
    r"""The places of the text of a cell, in which \| has become |, and where in the line it ends."""
    assert block.map is not None
    begin = max(line.find(block.content.replace("|", r"\|"), start), start)
    found = [(0, block.map[0], begin)]
    for count, match in enumerate(re.finditer(r"\|", block.content), 1):
        found.append((match.start(), block.map[0], begin + match.start() + count))
    return found, begin + len(block.content) + len(found) - 1


def _target_of(block: Token, lines: Sequence[str]) -> tuple[int, int]:
    """The line and the column, from 0, of the target of a definition."""
    assert block.map is not None
    first, last = block.map
    text = "\n".join(lines[first:last])
    found = re.compile(r"\]:\s*(?:\n[\s>]*)?<?").search(text)
    offset = found.end() if found else 0
    return first + text.count("\n", 0, offset), offset - text.rfind("\n", 0, offset) - 1


def _without(block: Token, *kinds: str) -> str:
    """The text of a block with blanks in the place of some of what stands in it, and of comments."""
    text = block.content
    for child in block.children or ():
        if child.type in kinds or (child.type == "html_inline" and child.content.startswith("<!--")):
            start, end = child.meta["span"]
            text = text[:start] + re.sub(r"[^\n\t]", " ", text[start:end]) + text[end:]
    return text
