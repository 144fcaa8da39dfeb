"""Python-Markdown extension for Docs Markdown: moniker zones, explicit anchors, alert titles, lists across zones.

The rules of zones are docfx's (MONIKERS section 1). Every cloud's text is in the HTML, in elements with
`data-moniker`; what a reader sees is chosen by the page's style sheet.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any
from xml.etree import ElementTree

from markdown import Markdown, util
from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockProcessor, OListProcessor, UListProcessor
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

from .monikers import Monikers, RangeError

_OPENING = re.compile(r' {0,3}(?P<colons>:{3,})[ \t]*moniker[ \t]+range="(?P<range>[^"]*)"(?P<rest>.*)', re.IGNORECASE)
_CLOSING = re.compile(r"[ \t]*(?P<colons>:{3,})[ \t]*moniker-end(?P<rest>.*)", re.IGNORECASE)
_ANCHOR = re.compile(r'(?P<marks>#{1,6})[ \t]*<a name="(?P<name>[^"]+)"></a>[ \t]*(?P<text>.*)')
CLOUD_CLASS = "porspec-cloud"

Report = Callable[[str], None]


def _ignore(message: str) -> None:
    """Nobody listens."""
    del message


class DocsMarkdownExtension(Extension):
    """Options: `monikers`, `names` (display name by moniker), `titles` (alert title by English one), `report`."""

    def __init__(self, **options: Any) -> None:
        self.config = {
            "monikers": [Monikers(()), "the monikers that ranges may name"],
            "names": [{}, "the display name of each moniker"],
            "titles": [{}, "the title of each kind of alert"],
            "report": [_ignore, "called with what is wrong with a zone"],
        }
        super().__init__(**options)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Register the parts; ordered lists keep the number they begin with."""
        names = self.getConfig("names")
        md.preprocessors.register(_Lines(md), "porspec_lines", 24)
        zones = _Zones(md.parser, self.getConfig("monikers"), names, self.getConfig("report"))
        md.parser.blockprocessors.register(zones, "porspec_zones", 175)
        md.parser.blockprocessors.register(_OrderedLists(md.parser), "olist", 40)
        md.parser.blockprocessors.register(_BulletedLists(md.parser), "ulist", 30)
        md.treeprocessors.register(_Titles(md, self.getConfig("titles")), "porspec_titles", 15)
        md.treeprocessors.register(_Lists(md), "porspec_lists", 14)


class _Lines(Preprocessor):
    """Sets zone lines apart as blocks, and writes an explicit anchor of a heading as its id."""

    def run(self, lines: list[str]) -> list[str]:
        """Work after fenced code was taken out."""
        out: list[str] = []
        for line in lines:
            if _OPENING.fullmatch(line) or _CLOSING.fullmatch(line):
                out += ["", line.strip(), ""]
            elif match := _ANCHOR.fullmatch(line):
                out.append(f"{match['marks']} {match['text']} {{: #{match['name']} }}")
            else:
                out.append(line)
        return out


class _OrderedLists(OListProcessor):
    """Ordered lists that begin with the number that is written, and do not go on in a bulleted one."""

    LAZY_OL = False
    SIBLING_TAGS = ["ol"]  # noqa: RUF012 - Python-Markdown's own


class _BulletedLists(UListProcessor):
    """Bulleted lists that do not go on in an ordered one."""

    SIBLING_TAGS = ["ul"]  # noqa: RUF012 - Python-Markdown's own


class _Zones(BlockProcessor):
    """Turns the blocks between an opening and its closing line into a div for the clouds of its range."""

    def __init__(self, parser: BlockParser, monikers: Monikers, names: Mapping[str, str], report: Report) -> None:
        super().__init__(parser)
        self.monikers, self.names, self.report = monikers, names, report

    def test(self, parent: ElementTree.Element, block: str) -> bool:
        """An opening line, alone in its block."""
        del parent
        return _OPENING.fullmatch(block.strip("\n")) is not None

    def run(self, parent: ElementTree.Element, blocks: list[str]) -> None:
        """Take everything up to the closing line with as many colons."""
        opening = _OPENING.fullmatch(blocks.pop(0).strip("\n"))
        assert opening is not None
        inner: list[str] = []
        closed = False
        while blocks and not closed:
            block = blocks.pop(0)
            closing = _CLOSING.fullmatch(block.strip("\n"))
            closed = closing is not None and closing["colons"] == opening["colons"]
            if not closed:
                inner.append(block)
        if not closed:
            self.report(f"The zone {opening[0].strip()} does not end explicitly")
        chosen = self._chosen(opening["range"])
        if chosen:
            zone = ElementTree.SubElement(parent, "div", zone_attributes(chosen))
            zone.append(cloud_label("p", self.monikers.in_order(chosen), self.names))
            self.parser.parseBlocks(zone, inner)

    def _chosen(self, text: str) -> tuple[str, ...]:
        try:
            found = self.monikers.parse(text)
        except RangeError as error:
            self.report(str(error))
            found = error.found
        return found


def zone_attributes(monikers: Iterable[str]) -> dict[str, str]:
    """The attributes of an element for these clouds: sorted by code point, as docfx writes them."""
    return {"class": "porspec-zone", "data-moniker": " ".join(sorted(monikers))}


def cloud_label(tag: str, monikers: Iterable[str], names: Mapping[str, str]) -> ElementTree.Element:
    """The names of the clouds, seen where no cloud can be chosen, and in what the search finds."""
    label = ElementTree.Element(tag, {"class": CLOUD_CLASS})
    label.text = ", ".join(names.get(each, each) for each in monikers)
    return label


class _Lists(Treeprocessor):
    """Joins lists that zones cut: one list, each item for its clouds, an ordered item with the number it had."""

    def run(self, root: ElementTree.Element) -> None:
        """Join from the innermost element outwards, then number every item that is left."""
        for element in list(root.iter()):
            self._join(element)
        for ordered in root.iter("ol"):
            for offset, item in enumerate(ordered):
                item.attrib.setdefault("value", str(int(ordered.get("start", "1")) + offset))

    def _join(self, parent: ElementTree.Element) -> None:
        run: list[ElementTree.Element] = []
        for child in [*parent, None]:
            tag = _list_tag(child) if child is not None else None
            if run and (child is None or tag != _list_tag(run[0])):
                self._merge(parent, run)
                run = []
            if child is not None and tag:
                run.append(child)

    def _merge(self, parent: ElementTree.Element, run: list[ElementTree.Element]) -> None:
        if len(run) == 1 and run[0].tag != "div":
            return
        merged = ElementTree.Element(_list_tag(run[0]) or "ul")
        for piece in run:
            source = piece[1] if piece.tag == "div" else piece
            start = int(source.get("start", "1"))
            for offset, item in enumerate(source):
                if merged.tag == "ol":
                    item.set("value", str(start + offset))
                if piece.tag == "div":
                    self._mark(item, piece)
                merged.append(item)
        parent.insert(list(parent).index(run[0]), merged)
        for piece in run:
            parent.remove(piece)

    @staticmethod
    def _mark(item: ElementTree.Element, zone: ElementTree.Element) -> None:
        item.set("data-moniker", zone.get("data-moniker", ""))
        label = ElementTree.Element("span", {"class": CLOUD_CLASS})
        label.text, label.tail = zone[0].text, f" {item.text or ''}"
        item.text = None
        item.insert(0, label)


def _is_bold(paragraph: ElementTree.Element) -> bool:
    """Whether a paragraph is bold as a whole; raw HTML, such as an anchor, may stand before the bold words."""
    if paragraph.tag != "p" or len(paragraph) != 1 or paragraph[0].tag != "strong":
        return False
    return not (paragraph[0].tail or "").strip() and _is_raw(paragraph.text or "")


def _is_raw(text: str) -> bool:
    """Whether a text is nothing but the placeholders of stashed raw HTML."""
    return not re.sub(f"{util.STX}[^{util.ETX}]*{util.ETX}", "", text).strip()


def _list_tag(element: ElementTree.Element) -> str | None:
    """The tag of a list, or of the only list in a zone."""
    if element.tag in ("ol", "ul"):
        return str(element.tag)
    if element.tag == "div" and element.get("data-moniker"):
        kinds = [child.tag for child in element][1:]
        if kinds in (["ol"], ["ul"]):
            return str(kinds[0])
    return None


class _Titles(Treeprocessor):
    """Titles of alerts: what stands alone in bold at the top of the alert, or else its kind in the page's language."""

    def __init__(self, md: Markdown, titles: Mapping[str, str]) -> None:
        super().__init__(md)
        self.titles = titles

    def run(self, root: ElementTree.Element) -> None:
        """Replace the titles of all alerts."""
        for alert in root.iter("div"):
            if not alert.get("class", "").startswith("admonition "):
                continue
            title, *rest = alert
            if rest and _is_bold(rest[0]):
                title.text = (rest[0].text or "") + (rest[0][0].text or "")
                title.extend(rest[0][0])
                alert.remove(rest[0])
            else:
                if title.text not in self.titles:
                    title.set("lang", "en")
                title.text = self.titles.get(title.text or "", title.text)


def makeExtension(**options: Any) -> DocsMarkdownExtension:  # noqa: N802 - Python-Markdown's name
    """Make the extension."""
    return DocsMarkdownExtension(**options)
