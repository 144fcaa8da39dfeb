"""What a page says, section by section, and to whom: taken from its blocks when it is converted, for the search.

A page is read once, whatever the number of monikers. Raw HTML, which Python-Markdown has put aside, is read in place.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser
from xml.etree.ElementTree import Element

from markdown.util import AMP_SUBSTITUTE, HTML_PLACEHOLDER_RE, HtmlStash

from ..markdown.trees import MONIKER_CLASS, PICTURE_CLASS

_HEADING = re.compile("h[1-6]")
_EXCLUDED = "data-search-exclude"  # Material's name
_PICTURE = f'<figure class="{PICTURE_CLASS}"'
_SKIPPED = {"object", "script", "style", "template"}
_VOID = {
    *("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"),
}
_INLINE = {
    *(
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "cite",
        "code",
        "del",
        "em",
        "i",
        "ins",
        "kbd",
        "mark",
        "q",
        "s",
        "samp",
        "small",
    ),
    *("span", "strong", "sub", "sup", "u", "var", "wbr"),
}
Monikers = frozenset[str] | None  # None are all


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of a page in its order: some text, or what bears an `anchor`, of which those with a `level` are headings.

    A twin (`is_twin`) bears its anchor where it is the first that its readers have.
    """

    monikers: Monikers
    text: str = ""
    is_title: bool = False
    level: int = 0
    anchor: str = ""
    is_twin: bool = False
    is_excluded: bool = False


@dataclass(frozen=True, slots=True)
class _Open:
    """An element that is not closed yet."""

    tag: str
    monikers: Monikers = None
    is_out: bool = False
    is_title: bool = False


class _Reader(HTMLParser):
    """Reads the tree of a page, and the HTML in it."""

    def __init__(self, stash: HtmlStash) -> None:
        super().__init__()
        self.stash, self.blocks = stash, list[Block]()
        self.open = [_Open("")]

    def element(self, element: Element) -> None:
        """An element and all that is in it; comments have no tag."""
        if isinstance(element.tag, str):
            self.handle_starttag(element.tag, list(element.items()))
            if self.open[-1].is_out:  # and all that is in it
                self.handle_endtag(element.tag)
                return
            self.text(element.text)
            for child in element:
                self.element(child)
                self.text(child.tail)
            self.handle_endtag(element.tag)

    def text(self, text: str | None) -> None:
        """Text as the tree has it: with entities, and with places of what was put aside."""
        for number, part in enumerate(HTML_PLACEHOLDER_RE.split(text or "")):
            if number % 2:
                html = str(self.stash.rawHtmlBlocks[int(part)])
                if not _is_picture(html):  # of which nothing is found
                    self.feed(html)
                    self.close()
            elif part:
                self.handle_data(unescape(part.replace(AMP_SUBSTITUTE, "&")))

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        values, around = {key: value or "" for key, value in attrs}, self.open[-1]
        level = int(tag[1]) if _HEADING.fullmatch(tag) else 0
        classes = set(values.get("class", "").split())
        is_out = tag in _SKIPPED or (_EXCLUDED in values and not level) or bool(classes & {MONIKER_CLASS, "headerlink"})
        monikers = around.monikers
        if own := values.get("data-moniker"):
            monikers = frozenset(own.split()) if monikers is None else monikers & set(own.split())
        opened = _Open(tag, monikers, around.is_out or is_out, around.is_title or bool(level))
        anchor = values.get("data-anchor", "")
        if not opened.is_out and (level or anchor):
            named = anchor or values.get("id", "")
            self.blocks.append(Block(monikers, "", False, level, named, bool(anchor), _EXCLUDED in values))
        self._between(tag, opened)
        if tag not in _VOID:
            self.open.append(opened)

    def handle_endtag(self, tag: str) -> None:
        """Closes what was left open in it as well; what was never opened closes nothing."""
        if tag in (each.tag for each in self.open[1:]):
            while (closed := self.open.pop()).tag != tag:
                pass
            self._between(tag, closed)

    def _between(self, tag: str, element: _Open) -> None:
        """What stands on its own is no part of the word before it."""
        if tag not in _INLINE and not element.is_out:
            self.blocks.append(Block(element.monikers, " ", element.is_title))

    def handle_data(self, data: str) -> None:
        if HTML_PLACEHOLDER_RE.search(data):
            self.text(data)
        elif not self.open[-1].is_out:
            self.blocks.append(Block(self.open[-1].monikers, data, self.open[-1].is_title))


def _is_picture(html: str) -> bool:
    """Whether HTML is one picture of a page, and nothing else."""
    is_one = html.startswith(_PICTURE) and html.count("<figure") == 1 and html.endswith("</figure>")
    return is_one and html[: html.find(">")].endswith(_EXCLUDED)


def blocks_of(root: Element, stash: HtmlStash) -> tuple[Block, ...]:
    """The blocks of a page that is converted, but not yet written as HTML."""
    reader = _Reader(stash)
    for each in root:
        reader.element(each)
        reader.text(each.tail)
    return tuple(reader.blocks)


@dataclass(slots=True)
class _Section:
    anchor: str
    is_excluded: bool = False
    title: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)


def sections_of(blocks: Sequence[Block], moniker: str | None) -> Iterator[tuple[str, str, str]]:
    """Anchor, title and text of each section of a page, as a moniker's readers see it: first that of the page itself.

    It has neither anchor nor title of its own where no heading of the first level begins it.
    """
    sections, borne = [_Section("")], set[str]()
    for block in (each for each in blocks if each.monikers is None or moniker in each.monikers):
        is_twin = block.is_twin and block.anchor not in borne
        borne |= {block.anchor} if is_twin else set()
        if block.level == 1 and not sections[0].title and len(sections) == 1:
            sections[0].is_excluded = block.is_excluded
        elif block.level and block.anchor:
            sections.append(_Section(block.anchor, block.is_excluded))
        if block.text:
            (sections[-1].title if block.is_title else sections[-1].text).append(block.text)
    for each in sections:
        if not each.is_excluded:
            yield each.anchor, " ".join("".join(each.title).split()), " ".join("".join(each.text).split())


def is_for_all(blocks: Sequence[Block]) -> bool:
    """Whether all readers see the same of a page."""
    return all(each.monikers is None for each in blocks)
