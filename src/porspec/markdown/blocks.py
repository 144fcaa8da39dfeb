"""HTML elements of the blocks of Docs Markdown: zones, grids and lists.

Blocks that hold blocks are made here as CommonMark has them. Each other one is left to Python-Markdown and its
extensions, which know nothing of columns, nor of what ends a paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import takewhile
from xml.etree import ElementTree

from markdown import Markdown, util
from markdown.blockprocessors import BlockProcessor
from markdown.treeprocessors import InlineProcessor, Treeprocessor
from markdown_it.tree import SyntaxTreeNode

from ..sources.monikers import Monikers
from .commonmark import read_blocks

CLOUD_CLASS, ZONE_CLASS = "porspec-cloud", "porspec-zone"
DELIMITER = "delimiter"  # an attribute that says whether two lists can be one; `lists` takes it off again

# A line of a text that would be or make a heading for Python-Markdown if it had no blank before it.
_NO_HEADING = re.compile(r"^(?=#)|(?<=\n)(?=(?:=+|-+)[ \t]*$)", re.MULTILINE)
_ALERT = re.compile(r"> *\[!\w+\] *$")

Element = ElementTree.Element
Report = Callable[[str], None]
References = dict[str, tuple[str, str]]


class _Leaf(str):
    """A block that holds no blocks, or none that are made here."""

    __slots__ = ()


class Blocks(BlockProcessor):
    """Makes the blocks that hold blocks, before all other processors; those make the others."""

    def __init__(
        self, md: Markdown, monikers: Monikers, page: Iterable[str], names: Mapping[str, str], report: Report
    ) -> None:
        super().__init__(md.parser)
        self.monikers, self.page, self.names, self.report = monikers, set(page), names, report
        self.references = ZoneReferences(md)

    def test(self, parent: Element, block: str) -> bool:
        """Whether the block was not read yet."""
        del parent
        return not isinstance(block, _Leaf) and not util.nearing_recursion_limit()

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Read what is not read yet."""
        unread = list(takewhile(lambda block: not isinstance(block, _Leaf), blocks))
        del blocks[: len(unread)]
        tokens = read_blocks("\n\n".join(unread).split("\n"), html=False)
        self._make(parent, SyntaxTreeNode(tokens).children)

    def _make(self, parent: Element, nodes: Iterable[SyntaxTreeNode]) -> None:
        making = {"zone": self._zone, "grid": self._grid, "bullet_list": self._list, "ordered_list": self._list}
        leaves: list[str] = []
        for node in nodes:
            if node.type in making:
                self.parser.parseBlocks(parent, leaves)
                leaves = []
                making[node.type](parent, node)
            else:
                leaves.append(_Leaf(_source(node)))
        self.parser.parseBlocks(parent, leaves)

    def _list(self, parent: Element, node: SyntaxTreeNode) -> None:
        made = ElementTree.SubElement(parent, "ol" if node.type == "ordered_list" else "ul", {DELIMITER: node.markup})
        if "start" in node.attrs:
            made.set("start", str(node.attrs["start"]))
        is_loose = any(not each.hidden for item in node.children for each in item.children if each.type == "paragraph")
        for item in node.children:
            self._item(made, item, is_loose=is_loose)

    def _item(self, parent: Element, node: SyntaxTreeNode, *, is_loose: bool) -> None:
        made = ElementTree.SubElement(parent, "li")
        self._make(made, node.children)
        if not is_loose and len(made) and made[0].tag == "p":
            made.text = made[0].text
            made.remove(made[0])

    def _zone(self, parent: Element, node: SyntaxTreeNode) -> None:
        """A zone as a div, for those clouds of its range that the page is for."""
        assert node.nester_tokens is not None
        opening, line = node.meta["match"], node.meta["match"][0].strip()
        if opening["rest"].strip():
            self.report(f"The zone {line} has text after its range")
        if node.nester_tokens.closing.map is None:
            self.report(f"The zone {line} does not end explicitly")
        if chosen := self._chosen(opening["range"]):
            zone = ElementTree.SubElement(parent, "div", zone_attributes(chosen))
            zone.append(cloud_label("p", self.monikers.in_order(chosen), self.names))
            with self.references.of(zone):
                self._make(zone, node.children)

    def _chosen(self, text: str) -> tuple[str, ...]:
        found, errors = self.monikers.parse(text)
        if errors:
            self.report("\n".join(errors))
        return tuple(each for each in found if each in self.page)

    def _grid(self, parent: Element, node: SyntaxTreeNode) -> None:
        """A row or a column as a div."""
        opening = node.meta["match"]
        values = {f"data-{key}": value for key, value in re.findall(r'(\w+)="([^"]*)"', opening["attributes"])}
        made = ElementTree.SubElement(parent, "div", {"class": f"porspec-{opening['kind'].lower()}"} | values)
        self._make(made, node.children)


def _source(node: SyntaxTreeNode) -> str:
    """The lines of a block as Python-Markdown reads them to the same end as CommonMark."""
    text = str(node.meta["source"])
    if node.type == "heading":
        return f"{'#' * int(node.tag[1])} {' '.join(node.children[0].content.split(chr(10)))} #"
    if node.type == "paragraph":
        return _NO_HEADING.sub(" ", text)
    if node.type == "blockquote":
        return "\n".join(_quoted(text.rstrip("\n").split("\n")))
    return "***" if node.type == "hr" else text


def _quoted(lines: Iterable[str]) -> Iterator[str]:
    """The lines of a quote, with its mark on those that have none: they go on with a text, or begin an alert's."""
    is_alert = False
    for line in lines:
        text = line.lstrip(" ")
        is_alert = _ALERT.match(text) is not None or (is_alert and not text.startswith(">"))
        if text.startswith(">"):
            yield text
        else:
            yield f"> {text}" if is_alert else f"> {line}" if text.strip("=") else f">     {text}"


def zone_attributes(monikers: Iterable[str]) -> dict[str, str]:
    """The attributes of an element for these clouds: sorted by code point, as docfx writes them."""
    return {"class": ZONE_CLASS, "data-moniker": " ".join(sorted(monikers))}


def cloud_label(tag: str, monikers: Iterable[str], names: Mapping[str, str]) -> Element:
    """The names of the clouds, seen where no cloud can be chosen, and in what the search finds."""
    label = ElementTree.Element(tag, {"class": CLOUD_CLASS})
    label.text = ", ".join(names.get(each, each) for each in monikers)
    return label


class ZoneReferences(InlineProcessor):
    """Python-Markdown's inline patterns, run over the page, and over each zone that has definitions with these.

    Definitions of links and pictures in a zone are that zone's alone, and come before those of the page.
    """

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self.zones: list[tuple[Element, References]] = []

    @contextmanager
    def of(self, zone: Element) -> Iterator[None]:
        """Keep the definitions that are found meanwhile for a zone."""
        around, own = self.md.references, References()
        self.md.references = own
        try:
            yield
        finally:
            self.md.references = around
        if own:
            self.zones.append((zone, own))

    def run(self, tree: Element, ancestors: list[str] | None = None) -> Element:
        """Take out what the zones with definitions hold, and put it back with its links."""
        zones, self.zones = self.zones, []
        held = []
        for zone, own in zones:
            content = ElementTree.Element(zone.tag)
            content[:], zone[:] = zone[:], []
            held.append((zone, content, own))
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
