"""Monikers: definitions, range expressions (MONIKERS.md section 2 of docfx's rules), and tags that narrow."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter, ge, gt, le, lt

from .problems import Location, Problem

_OPERATORS: dict[str, Callable[[int, int], bool]] = {">=": ge, "<=": le, ">": gt, "<": lt}
_OPERATOR = re.compile(r"\s*(>=|<=|>|<|=)")
_NAME = re.compile(r"\s*([\w.-]+)")
_UNION = re.compile(r"\s*\|\|")


class RangeError(ValueError):
    """A range expression cannot be read, or names monikers that are not defined; `found` is what still counts."""

    def __init__(self, messages: Sequence[str], found: tuple[str, ...] = ()) -> None:
        self.errors = tuple(f"Invalid moniker range: {message}" for message in messages)
        super().__init__("\n".join(self.errors))
        self.found = found


class _Unexpected(Exception):
    """The text does not go on as the grammar has it."""


@dataclass(frozen=True, slots=True)
class Moniker:
    """A version of a product, such as a cloud: `order` is among those of the product, `retired` the last day of use.

    `portals` are the hosts that are for its readers alone, as are the hosts below them.
    """

    id: str
    product: str
    name: str
    order: int = 0
    retired: datetime.date | None = None
    portals: tuple[str, ...] = ()


@dataclass(frozen=True)
class Monikers:
    """All monikers of a project, in the order in which readers see them."""

    definitions: tuple[Moniker, ...]

    @cached_property
    def ids(self) -> tuple[str, ...]:
        return tuple(moniker.id for moniker in self.definitions)

    @cached_property
    def all(self) -> frozenset[str]:
        return frozenset(self.ids)

    def __getitem__(self, moniker_id: str) -> Moniker:
        return self.definitions[self.ids.index(moniker_id)]

    def in_order(self, ids: Iterable[str]) -> tuple[str, ...]:
        """The ids as the configuration orders them."""
        chosen = set(ids)
        return tuple(moniker for moniker in self.ids if moniker in chosen)

    def owners(self, host: str) -> frozenset[str]:
        """The monikers whose portal a host is, or is below; of two portals the nearer one counts."""
        names = host.lower().strip(".").split(".")
        for portal in (".".join(names[start:]) for start in range(len(names))):
            if found := {each.id for each in self.definitions if portal in map(str.lower, each.portals)}:
                return frozenset(found)
        return frozenset()

    def parse(self, text: str | None) -> tuple[str, ...]:
        """The monikers of a range expression, in any case: as they are configured, each once, sorted; blank is empty.

        Raises RangeError.
        """
        if not (text or "").strip():
            return ()
        reader = _RangeReader(text or "", self.definitions)
        found = reader.read()
        if reader.errors:
            raise RangeError(reader.errors, found)
        return found

    def narrow(
        self, parent: frozenset[str], tags: Sequence[tuple[str, Location]], problems: list[Problem]
    ) -> frozenset[str]:
        """The part of `parent` that the moniker tags choose; without a moniker tag, all of it.

        Several tags on one element are their union. A tag that the parent does not have is a Problem.
        """
        for name, location in tags:
            if name in self.all - parent:
                known = ", ".join(self.in_order(parent))
                message = f'Tag "@{name}" is outside the monikers of its parent ({known})'
                remedy = "Remove the tag, or add this moniker to the parent: tags narrow, they never widen."
                problems.append(Problem(location, message, "moniker-outside-parent", remedy))
        return parent.intersection(name for name, _ in tags) or parent


class _RangeReader:
    """Reads one range expression from left to right."""

    def __init__(self, text: str, definitions: tuple[Moniker, ...]) -> None:
        self.text, self.rest = text, text
        self.definitions = {definition.id.casefold(): definition for definition in definitions}
        self.errors: list[str] = []

    def read(self) -> tuple[str, ...]:
        """range = set *( "||" set )"""
        found: set[str] = set()
        try:
            found |= self._set()
            while self._take(_UNION):
                found |= self._set()
            if rest := self.rest.strip():
                self.errors.append(f"Parse ends before reaching end of string, unrecognized string: '{rest}'.")
        except _Unexpected as error:
            self.errors.append(str(error))
        return tuple(sorted(found, key=str.casefold))

    def _set(self) -> set[str]:
        """set = 1*comparator"""
        found = list(iter(self._comparator, None))
        if not found:
            raise _Unexpected(f"Expect a comparator set, but got '{self.rest}'.")
        return set.intersection(*found)

    def _comparator(self) -> set[str] | None:
        """comparator = [ op ] moniker"""
        operator, name = self._take(_OPERATOR), self._take(_NAME)
        if name is None:
            if operator is None:
                return None
            raise _Unexpected(f"Expect a moniker string, but got '{self.rest}'.")
        chosen = self.definitions.get(name.casefold())
        if chosen is None:
            self.errors.append(f"'{self.text}'. Moniker '{name}' is not defined.")
            return set()
        if operator in (None, "="):
            return {chosen.id}
        # A moniker ranks by its place in its product's list, sorted by order; ties keep the order of definition.
        same = [one for one in self.definitions.values() if one.product == chosen.product]
        rank = {one.id: place for place, one in enumerate(sorted(same, key=attrgetter("order")))}
        return {one for one, place in rank.items() if _OPERATORS[operator](place, rank[chosen.id])}

    def _take(self, pattern: re.Pattern[str]) -> str | None:
        if match := pattern.match(self.rest):
            self.rest = self.rest[match.end() :]
        return match and match[match.lastindex or 0]
