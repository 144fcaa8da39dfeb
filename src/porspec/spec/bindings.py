"""Bound steps: values that are free of any language."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from ..sources.features import Kind

_COLUMN = re.compile(r"<([^<>]+)>")


@dataclass(frozen=True, slots=True)
class Text:
    """An argument that stands as written, in every language."""

    text: str


@dataclass(frozen=True, slots=True)
class Labels:
    """An argument that names labels, by their ids."""

    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """An argument that an Examples column fills; `name` is the source language's header."""

    name: str


Argument = Text | Labels | Column


@dataclass(frozen=True, slots=True)
class Binding:
    """One step, bound, free of any language: definition (kind and source pattern) and arguments by name."""

    kind: Kind
    pattern: str
    arguments: tuple[tuple[str, Argument], ...] = ()
    table: tuple[tuple[str, ...], ...] | None = None
    doc_string: str | None = None
    media_type: str | None = None

    def texts(self) -> Iterator[str]:
        """What stands below the step: its table's cells, or its doc string and the media type of that."""
        yield from (cell for row in self.table or () for cell in row)
        yield from (text for text in (self.doc_string, self.media_type) if text is not None)

    def with_texts(self, change: Callable[[str], str]) -> Binding:
        """The step with each of these texts changed."""
        if self.table is None and self.doc_string is None:
            return self
        table = self.table and tuple(tuple(change(cell) for cell in row) for row in self.table)
        doc_string, media_type = (text and change(text) for text in (self.doc_string, self.media_type))
        return replace(self, table=table, doc_string=doc_string, media_type=media_type)

    def with_cells(self, cells: Mapping[str, Argument], written: Mapping[str, str]) -> Binding:
        """The step of one example row: its columns replaced by the row's arguments, and by its cells as written."""
        arguments = tuple(
            (name, cells[value.name] if isinstance(value, Column) else value) for name, value in self.arguments
        )
        return replace(self.with_texts(lambda text: filled(text, written)), arguments=arguments)


def filled(text: str, cells: Mapping[str, str]) -> str:
    """A text with each <column> replaced, one column after the other, as Gherkin does."""
    for name, value in cells.items():
        text = text.replace(f"<{name}>", value)
    return text


def renamed(text: str, columns: Mapping[str, str]) -> str:
    """A text with each <column> called otherwise."""
    return _COLUMN.sub(lambda found: f"<{columns.get(found[1], found[1])}>", text)


class BindError(Exception):
    """A step text or a cell cannot be bound; `offset` counts characters from its beginning.

    `definitions` are the places of those that an ambiguous step has.
    """

    def __init__(
        self, message: str, code: str, remedy: str, offset: int = 0, definitions: frozenset[str] = frozenset()
    ) -> None:
        super().__init__(message)
        self.message, self.code, self.remedy, self.offset = message, code, remedy, offset
        self.definitions = definitions
