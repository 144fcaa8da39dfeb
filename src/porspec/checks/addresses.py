"""Addresses in zones that are of other monikers, as all other zones tell: link ids, which no host tells apart."""

from collections import Counter
from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from ..markdown.reader import Link, SourcePage
from ..sources.monikers import Monikers
from ..sources.problems import Problem
from ..spec.spec import Spec
from .registry import check, read_pages

_FEW = 2  # zones that have an address: it is theirs


@check("zone-address")
def zone_addresses(spec: Spec) -> Iterator[Problem]:
    """An address with parameters that zones of some monikers have is not in one zone of others."""
    for code in spec.languages:
        pages = (page for page, _, _ in read_pages(spec, code))
        yield from address_problems(pages, spec.config.monikers)


def address_problems(pages: Iterable[SourcePage], monikers: Monikers) -> Iterator[Problem]:
    """The one link to an address whose readers are none of those of all others, who are at least two zones' and never
    everybody; and who have such an address of their own elsewhere.
    """
    uses = dict[tuple[str, str], list[Link]]()
    for link in (each for page in pages for each in page.links if each.kind != "definition"):
        parts = urlsplit(link.target)
        if parts.query and parts.netloc:
            uses.setdefault((parts.netloc.casefold(), parts.query.casefold()), []).append(link)
    counts = {key: Counter(link.readers for link in links) for key, links in uses.items()}
    having = {readers for found in counts.values() if len(found) == 1 for readers in found}
    for key, found in counts.items():
        for readers in (each for each, count in found.items() if count == 1 and each in having):
            theirs = frozenset[str]().union(*(found.keys() - {readers}))
            if found.total() > _FEW and theirs and not theirs & readers:
                link = next(each for each in uses[key] if each.readers == readers)
                names, here = (", ".join(monikers.in_order(each)) for each in (theirs, readers))
                message = f"{link.target} is in {found.total() - 1} zones for {names}, and here in one for {here}"
                yield Problem(link.place, message, "zone-address", f"Link to what {here} has in its place.")
