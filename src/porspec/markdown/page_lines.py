"""The lines of a hand-written page, each with the zone that it stands in and the clouds that read it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ..sources.pages import front_matter_end
from ..sources.problems import Location
from .lines import Line, column_as_written, read_lines

_COMMENT = re.compile(r"^ {0,3}<!--.*?-->", re.MULTILINE | re.DOTALL)
_CODE = re.compile(r"(?P<ticks>`+)(?!`).*?(?<!`)(?P=ticks)(?!`)")


@dataclass(frozen=True, slots=True)
class PageLine:
    """A line by its number, and as it is written; `zone` is the number of the line that opens its zone, 0 is none."""

    number: int
    line: Line
    written: str
    zone: int = 0
    readers: frozenset[str] = frozenset()

    def place(self, path: str, start: int) -> Location:
        """Where in the file something begins, by its place in the line's text."""
        return Location(path, self.number, column_as_written(self.written, self.line.column + start) + 1)


def page_lines(text: str) -> Iterator[PageLine]:
    """The lines of a page without its front matter, its comments, and what stands in code in the text; no zones yet."""
    lines = _COMMENT.sub(blanked, text).split("\n")
    head = front_matter_end(lines)
    lines[:head] = [""] * head
    for number, (line, written) in enumerate(zip(read_lines(lines), lines, strict=True), 1):
        shown = line.text if line.fence else _CODE.sub(lambda code: "`" * len(code[0]), line.text)
        yield PageLine(number, replace(line, text=shown), written)


def blanked(match: re.Match[str]) -> str:
    """Blanks in the place of what matches; lines and tabs stay."""
    return re.sub(r"[^\n\t]", " ", match[0])
