"""Bound steps: values that are free of any language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from .features import Kind


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

    def with_cells(self, cells: Mapping[str, Argument]) -> Binding:
        """The step of one example row: its columns replaced by the row's arguments."""
        filled = tuple(
            (name, cells[value.name] if isinstance(value, Column) else value) for name, value in self.arguments
        )
        return replace(self, arguments=filled)


class BindError(Exception):
    """A step text or a cell cannot be bound; `offset` counts characters from its beginning."""

    def __init__(self, message: str, code: str, remedy: str, offset: int = 0) -> None:
        super().__init__(message)
        self.message, self.code, self.remedy, self.offset = message, code, remedy, offset
