"""Which pages of the last site stay as they are, when one language is built again."""

import re
from collections.abc import Collection, Mapping
from hashlib import sha256

from ..sources.pages import split_front_matter

_TITLE = re.compile(r"^title:", re.MULTILINE)


class KeptPages:
    """The pages of the last site, by address, each with a digest of everything that it was made from.

    A page's own text and what all pages of its language share: words, names of monikers and sections, and the front
    matter of each page, whose titles stand in the navigation of the others. A page without a title there has one from
    its text: all of that counts then, and it takes building it.
    """

    kept: Collection[str] = ()

    def __init__(self) -> None:
        self.built: dict[str, bytes] = {}
        self.planned: dict[str, bytes] = {}

    def plan(self, shared: object, texts: Mapping[str, str], *, may_keep: bool) -> None:
        """The texts of all pages that a language has, by address; `shared` has a repr that says all of it."""
        heads = {address: "\n".join(split_front_matter(text)[0]) for address, text in texts.items()}
        titled = {address for address, head in heads.items() if _TITLE.search(head)}
        fronts = {address: heads[address] if address in titled else text for address, text in texts.items()}
        common = sha256(repr((shared, fronts)).encode()).digest()
        found = {address: sha256(common + text.encode()).digest() for address, text in texts.items()}
        self.kept = {each for each in titled if may_keep and self.built.get(each) == found[each]}
        self.planned |= found

    def forget_plans(self) -> None:
        """What was planned before, if anything, did not become the site: then no page is known to be as it was."""
        if self.planned:
            self.built, self.planned = {}, {}

    def commit(self) -> None:
        """What was planned is the site now."""
        self.built |= self.planned
        self.planned = {}
