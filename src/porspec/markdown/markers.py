"""The lines by which zones, and the parts of grids, begin and end."""

import re

from markdown.util import BLOCK_LEVEL_ELEMENTS
from markdown_it.rules_block import StateBlock

from .docfx import GRID_CLOSING, GRID_OPENING, grid_kind

OPENING = re.compile(r' {0,3}(?P<colons>:{3,})[ \t]*moniker[ \t]*range="(?P<range>[^"]*)"(?P<rest>.*)', re.IGNORECASE)
CLOSING = re.compile(r"[ \t]*(?P<colons>:{3,})[ \t]*moniker-end\b(?P<rest>.*)", re.IGNORECASE)
_HOLDS_LINES = re.compile(
    rf"`{{3}}|~{{3}}|^[ \t>*+-]*<(?:!--|(?:{'|'.join(BLOCK_LEVEL_ELEMENTS)})[\s/>])", re.MULTILINE | re.IGNORECASE
)


def noted(text: str, closings: dict[tuple[str, int], list[int]]) -> bool:
    """Note the closing lines of a text in which only a zone can hold one; false where something else might."""
    found = [(n, line) for n, line in enumerate(text.split("\n")) if ":::" in line and "-end" in line.lower()]
    matches = [CLOSING.fullmatch(line) or GRID_CLOSING.fullmatch(line) for _, line in found]
    is_deep = any(line[:4].isspace() or line[0] == "\t" for _, line in found)
    if is_deep or None in matches or _HOLDS_LINES.search(text):
        return False
    for (number, _), match in zip(found, matches, strict=True):
        closings.setdefault((key_of(match), 0), []).append(number)  # type: ignore[arg-type]  # none is None
    return True


def text_of(state: StateBlock, line: int) -> str:
    """A line after the marks and the indent of its containers, and its own indent."""
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]


def opening_of(state: StateBlock, line: int) -> re.Match[str] | None:
    """The opening of a zone, or of a row, a column, a described image or a zone of pivots, which are a grid here."""
    if not state.src.startswith(":", state.bMarks[line] + state.tShift[line]):
        return None
    zone = None if state.is_code_block(line) else OPENING.fullmatch(text_of(state, line))
    return zone or GRID_OPENING.fullmatch(text_of(state, line))


def closing_of(state: StateBlock, line: int) -> re.Match[str] | None:
    if not state.src.startswith(":", state.bMarks[line] + state.tShift[line]):
        return None
    return CLOSING.fullmatch(text_of(state, line)) or GRID_CLOSING.fullmatch(text_of(state, line))


def key_of(match: re.Match[str]) -> str:
    return match["colons"] if match.re in (OPENING, CLOSING) else grid_kind(match)
