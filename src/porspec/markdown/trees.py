"""What is changed in the finished tree of a page, its lists aside: links of zones, empty blocks, alerts, anchors."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from copy import copy
from html import unescape
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown, inlinepatterns
from markdown.extensions.toc import TocTreeprocessor, render_inner_html, strip_tags, unique
from markdown.treeprocessors import InlineProcessor, Treeprocessor
from markdown.util import AtomicString

from .content import atomic
from .docfx import IMAGE, INCLUDE, NO_LOC, VIDEO

MONIKER_CLASS, ZONE_CLASS, ANCHOR_CLASS = "porspec-moniker", "porspec-zone", "porspec-anchor"
COMPARED_CLASS = "porspec-compare"  # what is told of several monikers, to the readers of each
PICTURE_CLASS = "porspec-picture"
CARDS_CLASS = "porspec-cards"  # what is around a table whose rows are cards on a small screen
ANCHOR, BREAK = r'<a\s+(?:name|id)="([^"<>]+)"\s*>\s*</a>', r"\\\n"  # in a text
# A tag as CommonMark has it, or what else Python-Markdown leaves as it is: a comment and its like.
HTML = (
    r"""(<(?:/[a-zA-Z][a-zA-Z0-9-]*+\s*+|[a-zA-Z][a-zA-Z0-9-]*+(?:\s+[a-zA-Z_:][a-zA-Z0-9_:.-]*+"""
    r"""(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s"'=<>`]++))?+)*+\s*+/?|!--""" + inlinepatterns.HTML_RE.partition("!--")[2]
)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
NOT_READ = (MONIKER_CLASS, COMPARED_CLASS, PICTURE_CLASS, "headerlink")  # whose text is none of the page's own

# What stands in every text in which an inline pattern finds something, by the pattern: most texts have none of it.
_NEEDED = {inlinepatterns.BACKTICK_RE: "`", inlinepatterns.ESCAPE_RE: "\\", inlinepatterns.ENTITY_RE: "&"}
_NEEDED |= {f"{INCLUDE.pattern}()": "[!", VIDEO.pattern: "[!", IMAGE.pattern: ":::", NO_LOC.pattern: ":::"}
_NEEDED |= {inlinepatterns.LINK_RE: "[", inlinepatterns.IMAGE_LINK_RE: "![", inlinepatterns.LINE_BREAK_RE: "  \n"}
_NEEDED |= {inlinepatterns.AUTOLINK_RE: "<", inlinepatterns.AUTOMAIL_RE: "<", HTML: "<"}
_NEEDED |= {BREAK: "\\\n", ANCHOR: "<"}

# How the extension of tables says where a column stands.
_ALIGNED = {"text-align: center;": "porspec-center", "text-align: right;": "porspec-right", "text-align: left;": ""}

References = dict[str, tuple[str, str]]
MonikerLabel = Callable[[str, Iterable[str]], Element]


_INTEGER = re.compile("-?[0-9]{1,9}")


def number_in(element: Element, attribute: str, otherwise: int) -> int:
    """The number that an attribute of a list or an item has; it may be HTML by hand, with anything there."""
    said = element.get(attribute, "")
    return int(said) if _INTEGER.fullmatch(said) else otherwise


def zone_attributes(monikers: Iterable[str]) -> dict[str, str]:
    """The attributes of an element for these monikers: sorted by code point, as docfx writes them."""
    return {"class": ZONE_CLASS, "data-moniker": " ".join(sorted(monikers))}


def moniker_label(tag: str, monikers: Iterable[str], names: Mapping[str, str], between: str) -> Element:
    """The names of the monikers, with what their language sets between them.

    Seen where no moniker can be chosen, and in what the search finds.
    """
    label = Element(tag, {"class": MONIKER_CLASS})
    label.text = atomic(between.join(names.get(each, each) for each in monikers))
    return label


def with_monikers(element: Element, monikers: tuple[str, ...]) -> list[tuple[Element, tuple[str, ...]]]:
    """An element and all in it, each with the monikers of the innermost zone around it; () where there is none."""
    found = list[tuple[Element, tuple[str, ...]]]()

    def add(each: Element, around: tuple[str, ...]) -> None:
        own = each.get("data-moniker")
        around = around if own is None else tuple(own.split())
        found.append((each, around))
        for child in each:
            add(child, around)

    add(element, monikers)
    return found


def class_columns(root: Element) -> None:
    """Let a style sheet align the columns of tables: a site's policy may forbid attributes that do."""
    for cell in (each for each in root.iter() if each.tag in ("td", "th") and each.get("style") in _ALIGNED):
        named = _ALIGNED[cell.attrib.pop("style")]
        cell.set("class", " ".join(filter(None, (cell.get("class"), named))))


def label_cells(root: Element) -> None:
    """Let a style sheet show the name of its column with each cell but the first, where a table's rows become cards."""
    for around in (each for each in root.iter() if CARDS_CLASS in each.get("class", "").split()):
        for table in around.iter("table"):
            names = ["".join(each.itertext()).strip() for each in table.iter("th")]
            for row in table.iter("tr"):
                for name, cell in list(zip(names, row, strict=False))[1:]:
                    if cell.tag == "td" and name:
                        cell.set("data-label", name)


class ZoneReferences(InlineProcessor):
    """Python-Markdown's inline patterns, run over the page, and over each zone that has definitions with these.

    Definitions of links and pictures in a zone are that zone's alone, and come before those of the page.
    """

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self.zones: list[tuple[Element, References]] = []
        self.needed: list[str] = []

    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:  # noqa: N802, N803
        """As Python-Markdown's, which looks for every pattern in every text, but for those that cannot be there."""
        apply: Any = self._InlineProcessor__applyPattern  # type: ignore[attr-defined]
        number, start = patternIndex, 0
        while number < len(self.needed) and not isinstance(data, AtomicString):
            is_there = self.needed[number] in data
            data, is_there, start = (
                apply(self.inlinePatterns[number], data, number, start) if is_there else (data, False, 0)
            )
            number += not is_there
        return data

    @contextmanager
    def of(self, zone: Element) -> Iterator[None]:
        """Keep the definitions that are found meanwhile for a zone."""
        around, own = self.md.references, References()
        self.md.references = own
        yield
        self.md.references = around
        if own:
            self.zones.append((zone, own))

    def run(self, tree: Element, ancestors: list[str] | None = None) -> Element:
        """Take out what the zones with definitions hold, and put it back with its links."""
        patterns: Any = self.inlinePatterns
        self.needed = [_NEEDED.get(each.getCompiledRegExp().pattern, "") for each in patterns]
        zones, self.zones = self.zones, []
        held = [(zone, copy(zone), own) for zone, own in zones]
        for zone, _ in zones:
            zone[:] = []
        super().run(tree, ancestors)
        page = self.md.references
        for zone, content, own in held:
            self.md.references = page | own
            zone[:] = super().run(content, ancestors)[:]
        self.md.references = page
        return tree


class EmptyBlocks(Treeprocessor):
    """Takes out paragraphs that held nothing but an include, quotes around them, and rows that Python-Markdown adds.

    It gives a table without rows one of cells that have no text, not even an empty one.
    """

    def run(self, root: Element) -> None:
        """From the inside outwards."""
        for child in list(root):
            self.run(child)
            is_empty = child.tag in ("p", "blockquote") and not len(child) and not (child.text or "").strip()
            has_cells = any(len(cell) or cell.text is not None for cell in child.iterfind("tr/td"))
            if is_empty or (child.tag == "tbody" and not has_cells):
                root.remove(child)


class Titles(Treeprocessor):
    """Titles of alerts: their kinds, in the page's language."""

    def __init__(self, md: Markdown, titles: Mapping[str, str]) -> None:
        super().__init__(md)
        self.titles = titles

    def run(self, root: Element) -> None:
        for title in [each[0] for each in root.iter("div") if each.get("class", "").startswith("admonition ")]:
            if title.text not in self.titles:
                title.set("lang", "en")
            title.text = atomic(self.titles.get(title.text or "", title.text or ""))


class Anchors(Treeprocessor):
    """Gives a heading the anchor that stands in it or on a line before it, and tells twins apart."""

    def run(self, root: Element) -> None:
        """After attribute lists, which may give an id, and before the table of contents, which gives the others."""
        for parent in list(root.iter()):
            _move_to_headings(parent)
        bearers: dict[str, list[tuple[Element, tuple[str, ...]]]] = {}
        for element, monikers in with_monikers(root, ()):
            if anchor := self._anchor(element):
                bearers.setdefault(anchor, []).append((element, monikers))
        taken, counters = set(bearers), dict[str, int]()
        for anchor, twins in bearers.items():
            for number, (element, monikers) in enumerate(twins if len(twins) > 1 else ()):
                name = "--".join((anchor, *monikers))
                element.set("id", unique(name, taken, counters) if number else anchor)  # type: ignore[call-arg]
                element.set("data-anchor", anchor)

    def _anchor(self, element: Element) -> str:
        """The anchor of an element; a heading's own is what the table of contents would make of its text."""
        return element.get("id") or (toc_anchor(self.md, element) if _is_heading(element) else "")


def toc_anchor(md: Markdown, heading: Element) -> str:
    """What the table of contents makes of the text of a heading; nothing where there is no such table."""
    toc = next((each for each in md.treeprocessors if isinstance(each, TocTreeprocessor)), None)
    text = unescape(strip_tags(render_inner_html(heading, md)))
    return str(toc.slugify(text, toc.sep)) if toc else ""


def _move_to_headings(parent: Element) -> None:
    """Move lines of anchors into the heading behind them, of which the first anchor becomes the id."""
    waiting: list[Element] = []
    for child in list(parent):
        if _is_heading(child):
            child[:0] = [each for line in waiting for each in line]
            for line in waiting:
                parent.remove(line)
            _take_anchor(child)
        waiting = [*waiting, child] if _only_anchors(child) else []
    for line in filter(_only_anchors, parent):
        line.tag = "div"  # nothing to be seen, and so without a paragraph's room


def _take_anchor(heading: Element) -> None:
    place, anchor = next(((place, each) for place, each in enumerate(heading) if _is_anchor(each)), (0, None))
    if anchor is None or "id" in heading.attrib:
        return
    heading.set("id", anchor.get("id", ""))
    if place:
        heading[place - 1].tail = (heading[place - 1].tail or "") + (anchor.tail or "")
    else:
        heading.text = (heading.text or "") + (anchor.tail or "")
    heading.remove(anchor)


def _is_heading(element: Element) -> bool:
    return element.tag in _HEADINGS


def _is_anchor(element: Element) -> bool:
    return element.get("class") == ANCHOR_CLASS


def _only_anchors(element: Element) -> bool:
    if element.tag != "p" or not len(element) or not all(map(_is_anchor, element)):
        return False
    return not "".join([element.text or "", *(each.tail or "" for each in element)]).strip()
