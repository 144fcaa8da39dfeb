"""Tables as feature files have them."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence


def table_lines(rows: Sequence[Sequence[str]]) -> list[str]:
    """The lines of a table, its columns aligned on a screen; Gherkin reads the same cells from them."""
    escaped = [[_escape(cell) for cell in row] for row in rows]
    widths = [max(map(screen_width, column)) for column in zip(*escaped, strict=True)]
    return [
        f"| {' | '.join(cell + ' ' * (width - screen_width(cell)) for cell, width in zip(row, widths, strict=True))} |"
        for row in escaped
    ]


def _escape(cell: str) -> str:
    return cell.replace("\\", "\\\\").replace("|", "\\|").replace("\n", "\\n")


def screen_width(text: str) -> int:
    """Columns on a screen: East Asian wide characters take two."""
    return sum(2 if unicodedata.east_asian_width(each) in "WF" else 1 for each in text)
