"""The lines of Docs Markdown: zones, rows and columns, and the containers (quotes, list items) that lines stand in.

Lines are read as CommonMark has them and zones as docfx has them (MONIKERS section 1). Knows nothing of HTML.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

OPENING = re.compile(r' {0,3}(?P<colons>:{3,})[ \t]*moniker[ \t]*range="(?P<range>[^"]*)"(?P<rest>.*)', re.IGNORECASE)
CLOSING = re.compile(r"[ \t]*(?P<colons>:{3,})[ \t]*moniker-end\b(?P<rest>.*)", re.IGNORECASE)
GRID_OPENING = re.compile(r'\s*:::\s*(?P<kind>row|column)(?P<attributes>(?:\s+\w+="[^"]*")*)\s*:::\s*', re.IGNORECASE)
GRID_CLOSING = re.compile(r"\s*:::\s*(?P<kind>row|column)-end\s*:::\s*", re.IGNORECASE)
HEADING = re.compile(r" {0,3}(?P<marks>#{1,6})(?:[ \t]|$)")
RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
MARKER = re.compile(r"(?P<indent> {0,3})(?P<marker>(?P<number>\d{1,9})?(?(number)[.)]|[-+*]))(?P<blanks> +|$)")
INCLUDE = re.compile(r"(?i:\[!INCLUDE\b(?:[^\[\]]|\[[^\[\]]*\])*\])")
VIDEO = re.compile(r"(?i:\[!VIDEO\s+(?P<address>[^\s\]]+)\s*\])")
_FENCE = re.compile(r" {0,3}(?P<fence>(?P<mark>[`~])(?P=mark){2,})(?P<info>.*)")
_QUOTE = re.compile(r"(?: *> ?)*")
_CODE_INDENT = _TAB_STOP = 4


@dataclass(frozen=True, slots=True)
class Line:
    """A line after the marks of its containers, which are `depth` quotes and end at `column` (from 0).

    `items` tell the list items around it apart, the outermost first. `fence` is the number of the line, from 1, that
    opens the fenced code in which it stands; 0 is none.
    """

    depth: int
    column: int
    text: str
    items: tuple[int, ...] = ()
    fence: int = 0

    def is_outside(self, other: Line) -> bool:
        """Whether this line stands outside the container of the other."""
        same_items = self.items[: len(other.items)] == other.items
        return self.depth < other.depth or (self.depth == other.depth and not same_items)


def item_offset(marker: re.Match[str]) -> int:
    """The column of a list item's text, from the marker's line; indented code begins one blank after the marker."""
    blanks = len(marker["blanks"])
    code = blanks > _CODE_INDENT or marker.end() == len(marker.string)
    return marker.end("marker") + (1 if code or not blanks else blanks)


def read_lines(lines: Sequence[str]) -> list[Line]:
    """Each line, its tabs expanded, with its containers; a fence that is not closed in its container is none."""
    return list(_Reader([line.expandtabs(_TAB_STOP) for line in lines]).read())


def column_as_written(line: str, column: int) -> int:
    """Where in a line as it is written stands what is at a column of it with its tabs expanded; both from 0."""
    ends = (len(line[:end].expandtabs(_TAB_STOP)) for end in range(1, len(line) + 1))
    return next((index for index, end in enumerate(ends) if end > column), len(line))


class _Reader:
    """Follows the list items that are open: in each depth of quotes, the column of each by the line it began on."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.lines = lines
        self.open: list[dict[int, int]] = [{}]

    def read(self) -> Iterator[Line]:
        index = 0
        while index < len(self.lines):
            line = self._line(index)
            end = self._fence_end(index, line)
            fence = index + 1 if end > index else 0
            yield replace(line, fence=fence)
            for code in self.lines[index + 1 : end + 1]:
                yield replace(line, text=_without(code, line.column), fence=fence)
            index = end + 1

    def _line(self, index: int) -> Line:
        """The line after its containers, which it may open and close."""
        quote = _quote(self.lines[index])
        depth, body = quote.count(">"), self.lines[index][len(quote) :]
        if body.strip():
            del self.open[depth + 1 :]
            self.open += [{} for _ in range(depth + 1 - len(self.open))]
        items = self.open[min(depth, len(self.open) - 1)]
        indent = len(body) - len(body.lstrip(" ")) if body.strip() else max(items.values(), default=0)
        while items and indent < max(items.values()):
            items.popitem()
        column = max(items.values(), default=0)
        while (marker := MARKER.match(body[column:])) and not RULE.fullmatch(body[column:]):
            column += item_offset(marker)
            items[index + 1 + len(items)] = column
        return Line(depth, len(quote) + column, body[column:], tuple(items))

    def _fence_end(self, index: int, opening: Line) -> int:
        """The line that closes the fence that opens here; this line itself where none does."""
        match = _FENCE.fullmatch(opening.text)
        if match is None or (match["mark"] == "`" and "`" in match["info"]):
            return index
        for number in range(index + 1, len(self.lines)):
            quote = _quote(self.lines[number])
            body = self.lines[number][opening.column :]
            inside = quote.count(">") >= opening.depth and not self.lines[number][len(quote) : opening.column].strip()
            if not inside:
                return index
            found = body.strip()
            if found and not found.strip(match["mark"]) and len(found) >= len(match["fence"]):
                return number
        return index


def _quote(text: str) -> str:
    match = _QUOTE.match(text)
    return match[0] if match and ">" in match[0] else ""


def _without(text: str, column: int) -> str:
    """A line of code without what stands before the code."""
    lead = text[:column]
    return lead.lstrip(" >") + text[column:]
