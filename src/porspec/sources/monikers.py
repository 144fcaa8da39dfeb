"""Monikers: definitions, range expressions (MONIKERS.md section 2 of docfx's rules), and tags that narrow."""

import datetime
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter, ge, gt, le, lt
from typing import Self

from .problems import Location, Problem

_OPERATORS: dict[str, Callable[[int, int], bool]] = {">=": ge, "<=": le, ">": gt, "<": lt}
_COMPARATOR = re.compile(r"(?=\s*[\w.<>=-])(?:\s*(?P<operator>>=|<=|>|<|=))?(?:\s*(?P<name>[\w.-]+))?")
ALONE = "default"  # the moniker of a project that defines none
_UNION = re.compile(r"\s*\|\|")


@dataclass(frozen=True, slots=True)
class Moniker:
    """A version of a product, such as an edition: `order` is among those of the product, `retired` the last day of use.

    `product` is which of several, where a project has more than one: only versions of one are before and after another.
    `portals` are the hosts that are for its readers alone, as are the hosts below them; and parameters of addresses,
    such as linkid=12345, where one host leads to the portals of several monikers.
    """

    id: str
    product: str = ""
    name: str = ""
    order: int = 0
    retired: datetime.date | None = None
    portals: tuple[str, ...] = ()

    @property
    def hosts(self) -> tuple[str, ...]:
        return tuple(each for each in self.portals if "=" not in each)

    @property
    def parameters(self) -> tuple[str, ...]:
        return tuple(each for each in self.portals if "=" in each)


@dataclass(frozen=True)
class Monikers:
    """All monikers of a project, in the order in which readers see them."""

    definitions: tuple[Moniker, ...]

    @classmethod
    def of(cls, definitions: Iterable[Moniker], name: str) -> Self:
        """These; or the one, of this name, of a project that defines none."""
        return cls(tuple(definitions) or (Moniker(ALONE, name=name),))

    @cached_property
    def ids(self) -> tuple[str, ...]:
        return tuple(moniker.id for moniker in self.definitions)

    @cached_property
    def all(self) -> frozenset[str]:
        return frozenset(self.ids)

    @property
    def are_several(self) -> bool:
        """Whether readers have a choice: else nothing asks them, and no page names the one."""
        return len(self.definitions) > 1

    def __getitem__(self, moniker_id: str) -> Moniker:
        return self.definitions[self.ids.index(moniker_id)]

    def in_order(self, ids: Iterable[str]) -> tuple[str, ...]:
        """The ids as the configuration orders them."""
        chosen = set(ids)
        return tuple(moniker for moniker in self.ids if moniker in chosen)

    def for_these(self, ids: Iterable[str], before: str = " ") -> str:
        """What a problem says of whom it is about; nothing where there is one moniker only."""
        return f"{before}for {', '.join(self.in_order(ids))}" if self.are_several else ""

    def owners(self, host: str) -> frozenset[str]:
        """The monikers whose portal a host is, or is below; of two portals the nearer one counts."""
        names = host.lower().strip(".").split(".")
        for portal in (".".join(names[start:]) for start in range(len(names))):
            if found := {each.id for each in self.definitions if portal in map(str.lower, each.portals)}:
                return frozenset(found)
        return frozenset()

    def link_owners(self, target: str) -> frozenset[str]:
        """The monikers whose portal the parameters of a link's address lead to."""
        said = {part.casefold() for part in target.partition("?")[2].partition("#")[0].split("&")}
        return frozenset(each.id for each in self.definitions if said & set(map(str.casefold, each.parameters)))

    def parse(self, text: str | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The monikers of a range expression, in any case: as they are configured, each once, sorted; blank is empty.

        And what is wrong with it: it cannot be read, or names monikers that are not defined; then the others count.
        """
        found: set[str] = set()
        wrong = self._read(text, found) if text and text.strip() else ()
        errors = tuple(f"Invalid moniker range: {message}" for message in wrong)
        return tuple(sorted(found, key=str.casefold)), errors

    def _read(self, text: str, found: set[str]) -> Iterator[str]:
        """range = set *( "||" set ); set = 1*comparator; comparator = [ op ] moniker. Yields what is wrong."""
        rest, known = text, {each.id.casefold(): each for each in self.definitions}
        while True:
            of_set: list[set[str]] = []
            while comparator := _COMPARATOR.match(rest):
                rest, name = rest[comparator.end() :], comparator["name"]
                if name is None:
                    yield f"Expect a moniker string, but got '{rest}'."
                    return
                if not (moniker := known.get(name.casefold())):
                    yield f"'{text}'. Moniker '{name}' is not defined."
                of_set.append(self._compared(comparator["operator"], moniker) if moniker else set())
            if not of_set:
                yield f"Expect a comparator set, but got '{rest}'."
                return
            found |= set.intersection(*of_set)
            if not (union := _UNION.match(rest)):
                break
            rest = rest[union.end() :]
        if rest.strip():
            yield f"Parse ends before reaching end of string, unrecognized string: '{rest.strip()}'."

    def _compared(self, operator: str | None, moniker: Moniker) -> set[str]:
        """A moniker ranks by its place in its product's list, sorted by order; ties keep the order of definition."""
        if operator in (None, "="):
            return {moniker.id}
        product = [each for each in self.definitions if each.product == moniker.product]
        rank = {each.id: place for place, each in enumerate(sorted(product, key=attrgetter("order")))}
        return {each for each, place in rank.items() if _OPERATORS[operator](place, rank[moniker.id])}

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
