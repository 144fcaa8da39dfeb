"""Addresses in zones that are of other monikers, as all other zones tell: link ids, which no host tells apart."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from ..markdown.reader import SourcePage
from ..sources.monikers import Monikers
from ..sources.problems import Location, Problem
from ..spec.spec import Spec
from .registry import check, read_pages

_FEW = 2  # uses that an address has elsewhere: it is theirs
_Readers = frozenset[str]


@dataclass(frozen=True, slots=True)
class Use:
    """A link: what it is for, as all links of the same `purpose` are, its address, and who reads it."""

    purpose: str
    address: str
    readers: _Readers
    place: Location
    target: str


@check("zone-address")
def zone_addresses(spec: Spec) -> Iterator[Problem]:
    """An address with parameters that zones of some monikers have is not in one zone of others."""
    for code in spec.languages:
        pages = (page for page, _, _ in read_pages(spec, code))
        yield from address_problems(pages, spec.config.monikers)


def address_problems(pages: Iterable[SourcePage], monikers: Monikers) -> Iterator[Problem]:
    """Links of the pages to an address of others, one host's addresses being for one purpose."""
    links = (link for page in pages for link in page.links if link.kind != "definition")
    parts = ((urlsplit(link.target), link) for link in links)
    uses = (
        Use(at.netloc.casefold(), at.query.casefold(), link.readers, link.place, link.target)
        for at, link in parts
        if at.query and at.netloc
    )
    for _, problem in foreign(uses, monikers.in_order):
        yield problem


def foreign(
    uses: Iterable[Use], in_order: Callable[[_Readers], Iterable[str]] = sorted
) -> Iterator[tuple[Use, Problem]]:
    """The links to addresses whose other readers are at least two zones' and none of theirs, where theirs have another
    one of their own for the same purpose, at least as often.
    """
    purposes: dict[str, dict[str, dict[_Readers, list[Use]]]] = {}
    for use in uses:
        of_address = purposes.setdefault(use.purpose, {}).setdefault(use.address, {})
        of_address.setdefault(use.readers, []).append(use)
    for addresses in purposes.values():
        own = dict[_Readers, Sequence[Use]]()
        for found in (each for each in addresses.values() if len(each) == 1):
            readers, of_theirs = next(iter(found.items()))
            own[readers] = max(own.get(readers, ()), of_theirs, key=len)
        for found in addresses.values():
            for readers in found if len(found) > 1 else ():
                others = frozenset[str]().union(*(found.keys() - {readers}))
                count = sum(len(each) for other, each in found.items() if other != readers)
                is_theirs = count >= _FEW and all(found) and not others & readers
                if is_theirs and len(found[readers]) <= len(own.get(readers, ())):
                    told, here = (", ".join(in_order(each)) for each in (others, readers))
                    for use in found[readers]:
                        message = f"{use.target} is in {count} zones for {told}, and here in one for {here}"
                        remedy = f"Link to what {here} has in its place, as elsewhere: {own[readers][0].target}."
                        yield use, Problem(use.place, message, "zone-address", remedy)
