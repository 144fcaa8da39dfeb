"""Blocks that hold blocks: zones, rows and columns, and lists that nest as CommonMark has them.

Python-Markdown alone cuts its source at blank lines and nests a list by four blanks. Here a container takes its own
lines first, from the outermost inwards, and hands what they hold to the block parser.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Protocol
from xml.etree.ElementTree import Element

from markdown import util
from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockProcessor

_STASHED = re.compile(util.HTML_PLACEHOLDER % r"\d+")

Lines = Sequence[str]
Take = Callable[[Element, Lines], Lines]


def is_stashed(line: str) -> bool:
    """Whether a line is a block of raw HTML or of code that Python-Markdown has put aside."""
    return _STASHED.fullmatch(line.strip()) is not None


class Container(Protocol):
    """A kind of block that holds blocks."""

    def begins(self, line: str, before: Lines) -> bool:
        """Whether one begins at a line, after these lines of the same block."""
        ...

    def take(self, parent: Element, lines: Lines) -> Lines:
        """Make one from the first of the lines on; returns the lines after it."""
        ...


class Containers(BlockProcessor):
    """Finds the first container of a block, and leaves what stands before it to the other processors."""

    def __init__(self, parser: BlockParser, containers: Sequence[Container]) -> None:
        super().__init__(parser)
        self.containers = containers

    def test(self, parent: Element, block: str) -> bool:
        """Whether a container begins in the block."""
        del parent
        return self._first(block.split("\n")) is not None and not util.nearing_recursion_limit()

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Parse what stands before the container, let it take its lines, and put the rest back."""
        first = self._first(blocks[0].split("\n"))
        assert first is not None
        index, take = first
        lines = "\n\n".join(blocks).split("\n")
        blocks.clear()
        if index:
            self.parser.parseBlocks(parent, ["\n".join(lines[:index])])
        rest = "\n".join(take(parent, lines[index:])).strip("\n")
        if rest:
            blocks += rest.split("\n\n")

    def _first(self, lines: Lines) -> tuple[int, Take] | None:
        """The first line at which a container begins, or at which a block that was put aside ends a paragraph."""
        for index, line in enumerate(lines):
            for container in self.containers:
                if container.begins(line, lines[:index]):
                    return index, container.take
            if is_stashed(line) and len(lines) > 1:
                return index, self._take_stashed
        return None

    def _take_stashed(self, parent: Element, lines: Lines) -> Lines:
        self.parser.parseBlocks(parent, [lines[0].strip()])
        return lines[1:]
