"""Built HTML, cloud by cloud: what one of them sees of a page, and which of its anchors only some have."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from html import escape
from html.parser import HTMLParser

from ..markdown.blocks import CLOUD_CLASS

_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
)
_MARKS = re.compile(rf"data-moniker|data-anchor|{CLOUD_CLASS}")


class _OfCloud(HTMLParser):
    """Copies HTML without the elements of other clouds, and without the labels that name clouds."""

    def __init__(self, moniker: str) -> None:
        super().__init__(convert_charrefs=False)
        self.moniker = moniker
        self.parts: list[str] = []
        self.left_out: list[str] = []
        self.anchors: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        monikers = (values.get("data-moniker") or self.moniker).split()
        is_label = CLOUD_CLASS in (values.get("class") or "").split()
        if (self.left_out or is_label or self.moniker not in monikers) and tag not in _VOID:
            self.left_out.append(tag)
        elif not self.left_out:
            self.parts.append(self._with_anchor(values, self.get_starttag_text() or ""))

    def _with_anchor(self, values: Mapping[str, str | None], tag: str) -> str:
        """The first element that the cloud has of an anchor bears it, as it does in the page."""
        anchor = values.get("data-anchor")
        if anchor is None or anchor in self.anchors:
            return tag
        self.anchors.add(anchor)
        return tag.replace(f' id="{escape(values.get("id") or "")}"', f' id="{escape(anchor)}"')

    def handle_endtag(self, tag: str) -> None:
        if not self.left_out:
            self.parts.append(f"</{tag}>")
        elif tag in self.left_out:
            del self.left_out[len(self.left_out) - 1 - self.left_out[::-1].index(tag) :]

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del tag, attrs
        self._copy(self.get_starttag_text() or "")

    def handle_data(self, data: str) -> None:
        self._copy(data)

    def handle_entityref(self, name: str) -> None:
        self._copy(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self._copy(f"&#{name};")

    def _copy(self, text: str) -> None:
        if not self.left_out:
            self.parts.append(text)


@lru_cache(1024)
def of_cloud(html: str, moniker: str) -> str:
    """The part of a page's HTML that a cloud's readers see."""
    if not _MARKS.search(html):
        return html
    parser = _OfCloud(moniker)
    parser.feed(html)
    parser.close()
    return "".join(parser.parts)


class _Anchors(HTMLParser):
    """Collects the ids of elements in zones, with the monikers of the innermost one."""

    def __init__(self) -> None:
        super().__init__()
        self.zones: list[tuple[str, str | None]] = []
        self.found: dict[str, str] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        inherited = next((monikers for _, monikers in reversed(self.zones) if monikers), None)
        monikers = values.get("data-moniker") or inherited
        if monikers and (anchor := values.get("id")):
            self.found[anchor] = monikers
        if tag not in _VOID:
            self.zones.append((tag, values.get("data-moniker")))

    def handle_endtag(self, tag: str) -> None:
        while self.zones and self.zones.pop()[0] != tag:
            pass


@lru_cache(1024)
def anchors_in_zones(html: str) -> Mapping[str, str]:
    """The ids of a page that only some clouds have, each with their monikers as `data-moniker` has them."""
    parser = _Anchors()
    parser.feed(html)
    parser.close()
    return parser.found
