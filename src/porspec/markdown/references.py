"""Definitions of links and pictures in a zone: they are that zone's alone, and come before those of the page."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from xml.etree import ElementTree

from markdown import Markdown
from markdown.treeprocessors import InlineProcessor

Element = ElementTree.Element
References = dict[str, tuple[str, str]]


class ZoneReferences(InlineProcessor):
    """Python-Markdown's inline patterns, run over the page, and over each zone that has definitions with these."""

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
