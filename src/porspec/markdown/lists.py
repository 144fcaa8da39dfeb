"""Lists as CommonMark has them: what an item holds begins at the column of its text, and not at the fourth blank."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile
from xml.etree import ElementTree

from markdown.blockparser import BlockParser

from .containers import Container, Lines, is_stashed
from .lines import CLOSING, GRID_CLOSING, HEADING, MARKER, RULE, item_offset

DELIMITER = "delimiter"  # an attribute that says whether two lists can be one; taken off again by list_numbers
_QUOTE = re.compile(r" {0,3}>")

Element = ElementTree.Element


class Lists:
    """Ordered and bulleted lists; `others` are the containers that end a paragraph without more ado."""

    def __init__(self, parser: BlockParser, others: Sequence[Container]) -> None:
        self.parser, self.others = parser, others

    def begins(self, line: str, before: Lines) -> bool:
        """Whether a list begins; in a paragraph it must not be empty, and begins with 1."""
        marker = _marker(line)
        if marker is None or not before or self._interrupts(before[-1]):
            return marker is not None
        return marker.end() < len(line) and marker["number"] in (None, "1")

    def take(self, parent: Element, lines: Lines) -> Lines:
        """All items with the delimiter of the first."""
        first = _marker(lines[0])
        assert first is not None
        delimiter = first["marker"][-1]
        items, position, end, loose = list[Lines](), 0, 0, False
        while position < len(lines) and (marker := _marker(lines[position])) and marker["marker"][-1] == delimiter:
            loose = loose or position > end
            item = self._item(lines[position:], item_offset(marker))
            items.append(item)
            end = position + len(item)
            position = end + len(list(takewhile(_is_blank, lines[end:])))
        made = ElementTree.SubElement(parent, "ol" if first["number"] else "ul", {DELIMITER: delimiter})
        if first["number"] and int(first["number"]) != 1:
            made.set("start", str(int(first["number"])))
        loose = loose or any(_is_loose(item) for item in items)
        for item in items:
            self._make(made, item, loose=loose)
        return lines[end:]

    def _item(self, lines: Lines, offset: int) -> Lines:
        """The lines of an item without their indent, and without blank lines at the end."""
        item = [lines[0][offset:]]
        for line in lines[1:]:
            if not _is_blank(line) and len(line) - len(line.lstrip(" ")) < offset:
                if _is_blank(item[-1]) or self._interrupts(item[-1]) or self._interrupts(line) or _marker(line):
                    break
                item.append(line.lstrip(" "))
            elif len(item) > 1 and not any(item):
                break
            else:
                item.append(line[offset:])
        while len(item) > 1 and _is_blank(item[-1]):
            item.pop()
        return item

    def _interrupts(self, line: str) -> bool:
        """Whether a line that is no list item ends the paragraph before it."""
        patterns = (HEADING, _QUOTE, RULE, CLOSING, GRID_CLOSING)
        return (
            any(each.match(line) for each in patterns)
            or is_stashed(line)
            or any(each.begins(line, ()) for each in self.others)
        )

    def _make(self, parent: Element, item: Lines, *, loose: bool) -> None:
        made = ElementTree.SubElement(parent, "li")
        self.parser.parseChunk(made, "\n".join(item).strip("\n"))
        if not loose and len(made) and made[0].tag == "p":
            made.text = made[0].text
            made.remove(made[0])


def _marker(line: str) -> re.Match[str] | None:
    return None if RULE.fullmatch(line) else MARKER.match(line)


def _is_blank(line: str) -> bool:
    return not line.strip()


def _is_loose(item: Lines) -> bool:
    """Whether a blank line parts what an item itself holds, and not only what a list in it holds."""
    nested = False
    for before, line in pairwise(item):
        direct = not _is_blank(line) and not (nested and line.startswith(" "))
        if direct and _is_blank(before) and not (nested and _marker(line)):
            return True
        nested = nested or (direct and _marker(line) is not None)
    return False
