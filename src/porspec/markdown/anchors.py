"""Explicit anchors, and headings that stand in several zones.

The contract with the page's script: where several elements of a page have one anchor, each has it as `data-anchor`; the
first has it as its id too, the others `<anchor>--<moniker>` or another that no element has. A
link to `#<anchor>` is about the first of them that the reader's cloud shows.
"""

from __future__ import annotations

import re
from html import unescape
from xml.etree import ElementTree

from markdown.extensions.toc import TocTreeprocessor, render_inner_html, strip_tags, unique
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor

Element = ElementTree.Element
ANCHOR = r'<a\s+(?:name|id)="([^"<>]+)"\s*>\s*</a>'
ANCHOR_CLASS = "porspec-anchor"
_HEADINGS = re.compile("h[1-6]")


class InlineAnchors(InlineProcessor):
    """Makes an element of `<a name="…"></a>`, which would else be raw HTML that nobody can look into."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element, int, int]:  # type: ignore[override] # noqa: N802
        """An anchor."""
        del data
        return ElementTree.Element("span", {"class": ANCHOR_CLASS, "id": m[1]}), m.start(0), m.end(0)


class Anchors(Treeprocessor):
    """Gives a heading the anchor that stands in it or on a line before it, and tells twins apart."""

    def run(self, root: Element) -> None:
        """After attribute lists, which may give an id, and before the table of contents, which gives the others."""
        for parent in list(root.iter()):
            _move_to_headings(parent)
        self._tell_apart(root)

    def _tell_apart(self, root: Element) -> None:
        bearers: dict[str, list[tuple[Element, tuple[str, ...]]]] = {}
        for element, clouds in with_clouds(root, ()):
            if anchor := self._anchor(element):
                bearers.setdefault(anchor, []).append((element, clouds))
        taken = set(bearers)
        for anchor, twins in bearers.items():
            if len(twins) > 1:
                _set_anchor(twins[0][0], anchor, anchor)
                for element, clouds in twins[1:]:
                    _set_anchor(element, unique("--".join((anchor, *clouds)), taken), anchor)

    def _anchor(self, element: Element) -> str:
        """The anchor of an element; a heading's own is what the table of contents would make of its text."""
        if explicit := element.get("id"):
            return explicit
        if not _HEADINGS.fullmatch(str(element.tag)) or "toc" not in self.md.treeprocessors:
            return ""
        toc = self.md.treeprocessors["toc"]
        assert isinstance(toc, TocTreeprocessor)
        return str(toc.slugify(unescape(strip_tags(render_inner_html(element, self.md))), toc.sep))


def _set_anchor(element: Element, own: str, shared: str) -> None:
    element.set("id", own)
    element.set("data-anchor", shared)


def with_clouds(element: Element, clouds: tuple[str, ...]) -> list[tuple[Element, tuple[str, ...]]]:
    """An element and all in it, each with the clouds of the innermost zone around it; () where there is none."""
    clouds = tuple(element.get("data-moniker", " ".join(clouds)).split())
    return [(element, clouds), *(each for child in element for each in with_clouds(child, clouds))]


def _move_to_headings(parent: Element) -> None:
    waiting: list[Element] = []
    for child in list(parent):
        if is_heading := _HEADINGS.fullmatch(str(child.tag)) is not None:
            child[:0] = [each for line in waiting for each in line]
            for line in waiting:
                parent.remove(line)
            _take_anchor(child)
        waiting = [] if is_heading else [*waiting, child] if _only_anchors(child) else []
    for child in parent:
        if _only_anchors(child):
            child.tag = "div"  # nothing to be seen, and so without a paragraph's room


def _take_anchor(heading: Element) -> None:
    """The first of a heading's anchors becomes its id."""
    anchor = next((each for each in heading if _is_anchor(each)), None)
    if anchor is None or "id" in heading.attrib:
        return
    heading.set("id", anchor.get("id", ""))
    place = list(heading).index(anchor)
    if place:
        heading[place - 1].tail = (heading[place - 1].tail or "") + (anchor.tail or "")
    else:
        heading.text = (heading.text or "") + (anchor.tail or "")
    heading.remove(anchor)


def _is_anchor(element: Element) -> bool:
    return element.get("class") == ANCHOR_CLASS


def _only_anchors(element: Element) -> bool:
    text = "".join([element.text or "", *(each.tail or "" for each in element)]).strip()
    return element.tag == "p" and len(element) > 0 and all(map(_is_anchor, element)) and not text
