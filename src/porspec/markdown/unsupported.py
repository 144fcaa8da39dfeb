"""What only other site builders fill in: an include shows nothing, and a video its address."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

Element = ElementTree.Element


class Include(InlineProcessor):
    def handleMatch(self, m: re.Match[str], data: str) -> tuple[str, int, int]:  # type: ignore[override] # noqa: N802
        """Nothing."""
        del data
        return "", m.start(0), m.end(0)


class Video(InlineProcessor):
    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element, int, int]:  # type: ignore[override] # noqa: N802
        """A link to the video, which shows its address."""
        del data
        link = ElementTree.Element("a", {"href": m["address"]})
        link.text = AtomicString(m["address"])
        return link, m.start(0), m.end(0)


class EmptyBlocks(Treeprocessor):
    """Takes out the paragraphs that held nothing but an include, and the quotes around them."""

    def run(self, root: Element) -> None:
        """From the inside outwards."""
        for child in list(root):
            self.run(child)
            if child.tag in ("p", "blockquote") and not len(child) and not (child.text or "").strip():
                root.remove(child)
