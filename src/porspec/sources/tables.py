"""Tables as feature files have them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence


def table_lines(rows: Sequence[Sequence[str]]) -> list[str]:
    """The lines of a table, its columns aligned on a screen; Gherkin reads the same cells from them."""
    escaped = [[_escape(cell) for cell in row] for row in rows]
    widths = [max(map(screen_width, column)) for column in zip(*escaped, strict=True)]
    return [
        f"| {' | '.join(cell + ' ' * (width - screen_width(cell)) for cell, width in zip(row, widths, strict=True))} |"
        for row in escaped
    ]


def below_lines(table: Sequence[Sequence[str]] | None, doc_string: str | None, media_type: str | None) -> Iterator[str]:
    """A step's table or doc string as a feature file has it."""
    yield from table_lines(table) if table else ()
    if doc_string is not None:
        yield f'"""{media_type or ""}'
        yield from doc_string.split("\n")
        yield '"""'


def _escape(cell: str) -> str:
    return cell.replace("\\", "\\\\").replace("|", "\\|").replace("\n", "\\n")


def screen_width(text: str) -> int:
    """Columns on a screen: East Asian wide characters take two."""
    return sum(2 if unicodedata.east_asian_width(each) in "WF" else 1 for each in text)
