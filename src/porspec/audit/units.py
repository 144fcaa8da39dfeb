"""The parts of a page that are compared: marks of its structure, and texts with their labels."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from html import unescape

from markdown_it.token import Token

from ..markdown.reader import BOLD, SourcePage
from ..markdown.texts import hidden, place_in
from ..sources.problems import Location

SEPARATOR = re.compile(r"\\?>|&gt;|→")
_BLANKS = re.compile(r"\s+")
_ESCAPE = re.compile(r"\\(?=[!-/:-@\[-`{-~])")
_TAG = re.compile(r"<[^<>]*>|\*\*|!?\[|\]\([^)]*\)|\]\[[^\]]*\]|\]")
_MARKUP = re.compile(r"[<*\]]")
_HREF = re.compile(r"<a\b[^>]*\bhref\s*=\s*[\"']?([^\"'\s>]+)", re.IGNORECASE)
_MARKS = {
    "fence": "code",
    "code_block": "code",
    "tr_open": "row",
    "hr": "rule",
    "html_block": "HTML",
    "table_open": "table",
}
_KINDS = {"th": "cell", "td": "cell", "p": "paragraph"}


@dataclass(frozen=True, slots=True)
class Label:
    """What a text shows in bold, or as a link: from where to where its words stand in the text, and its `target`."""

    start: int
    end: int
    text: str
    is_bold: bool
    target: str | None = None
    outer: tuple[int, int] = (0, 0)

    @property
    def key(self) -> str:
        return self.text.casefold()


class Unit:
    """A text of a page: a paragraph, an item's, a heading or a cell."""

    def __init__(self, path: str, kind: str, block: Token) -> None:
        self.path, self.kind, self.block = path, kind, block
        self.text: str = block.content
        self.line: int = block.meta["places"][0][1] + 1

    @property
    def readers(self) -> frozenset[str]:
        return frozenset(self.block.meta["readers"])

    def place(self, offset: int = 0) -> Location:
        return Location(self.path, *place_in(self.block, offset))

    @cached_property
    def coded(self) -> str:
        """The text with blanks in the place of code."""
        return _without(self.block, "code_inline") if "`" in self.text or "<!--" in self.text else self.text

    @cached_property
    def said(self) -> str:
        """What the text says, at the same offsets: blanks in the place of code, HTML, images and targets."""
        text = self.text
        if "`" in text or "<" in text or "![" in text:
            text = _without(self.block, "code_inline", "html_inline", "image")
        return _TAG.sub(lambda mark: " " * len(mark[0]), text) if _MARKUP.search(text) else text

    @cached_property
    def labels(self) -> tuple[Label, ...]:
        """Its labels, in their order; a link in bold, or bold in a link, is one label."""
        if "**" not in self.text and "](" not in self.text and "<" not in self.text and "][" not in self.text:
            return ()
        bold = [(match.start(1), match.end(1), *match.span()) for match in BOLD.finditer(self.coded)]
        found = [] if "[" not in self.text and "<" not in self.text else list(_links(self.block))
        labels = []
        for start, end, target, outer in found:
            if self.text.startswith("![", start):  # a picture, whose words nobody sees
                continue
            around = next((each for each in bold if each[2] <= outer[0] and outer[1] <= each[3]), None)
            inside = next((each for each in bold if start <= each[2] and each[3] <= end), None)
            held = around or inside
            if held:
                bold.remove(held)
            first, last = (held[0], held[1]) if around and held else (start, end)
            whole = (min(outer[0], held[2]), max(outer[1], held[3])) if held else outer
            labels.append(Label(first, last, plain(self.text[first:last]), held is not None, target, whole))
        labels += [Label(first, last, plain(self.text[first:last]), True, None, (a, b)) for first, last, a, b in bold]
        return tuple(sorted((each for each in labels if each.text), key=lambda each: each.start))

    @cached_property
    def bold(self) -> tuple[Label, ...]:
        return tuple(each for each in self.labels if each.is_bold)


@dataclass(frozen=True, slots=True)
class Mark:
    """A part of the structure of a page: its kind, its line, and what it says if it is a text."""

    kind: str
    line: int
    unit: Unit | None = None
    detail: str = ""


def marks_of(page: SourcePage) -> list[Mark]:
    """The structure of a page, from top to bottom."""
    found, before, lists = list[Mark](), page.blocks[0] if page.blocks else None, list[str]()
    for block in page.blocks:
        line = block.map[0] + 1 if block.map else 0
        if block.type == "inline":
            found.append(Mark(kind := _kind(before, lists), line, Unit(page.path, kind, block)))
        elif block.type in ("ordered_list_open", "bullet_list_open"):
            lists.append("step" if block.type[0] == "o" else "item")
        elif block.type in ("ordered_list_close", "bullet_list_close"):
            lists.pop()
        elif block.type == "list_item_open":
            found.append(Mark(lists[-1], line, detail=block.info))
        elif block.type == "zone_open":
            found.append(Mark("zone", line, detail=" ".join(block.meta["match"]["range"].split())))
        elif block.type == "zone_close":
            found.append(Mark("end of a zone", line))
        elif block.type == "alert":
            found.append(Mark("alert", line, detail=block.info.upper()))
        elif block.type in _MARKS:
            found.append(Mark(_MARKS[block.type], line))
        before = block
    return found


def _kind(before: Token | None, lists: list[str]) -> str:
    if before is None or before.type == "heading_open":
        return f"heading {before.tag[1] if before else ''}"
    if before.type in ("th_open", "td_open"):
        return "cell"
    return f"{lists[-1]}'s text" if lists else "paragraph"


def plain(text: str) -> str:
    """The words of a label, without its markup."""
    return _BLANKS.sub(" ", unescape(_ESCAPE.sub("", _TAG.sub("", text)))).strip()


def _without(block: Token, *kinds: str) -> str:
    spans = [
        each.meta["span"]
        for each in block.children or ()
        if "span" in each.meta and (each.type in kinds or each.content.startswith("<!--"))
    ]
    return hidden(block.content, spans) if spans else block.content


def _links(block: Token) -> Iterator[tuple[int, int, str, tuple[int, int]]]:
    """Where the words of each link stand, what it leads to, and where all of it stands."""
    children, text = block.children or [], block.content
    for nth, child in enumerate(children):
        if child.type == "link_open" and child.markup != "autolink" and "target" in child.meta:
            start, end = child.meta["span"]
            close = text.rfind("]", start, max(child.meta["target"], start + 1))
            yield start + 1, close if close > start else end - 1, str(child.attrs.get("href", "")), (start, end)
        elif child.type == "html_inline" and (href := _HREF.match(child.content)):
            after = (each for each in children[nth + 1 :] if each.type == "html_inline" and each.content == "</a>")
            if closing := next(after, None):
                outer = child.meta["span"][0], closing.meta["span"][1]
                yield child.meta["span"][1], closing.meta["span"][0], href[1], outer
