"""Hand-written pages and their sources side by side: paragraphs, items and rows of tables."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..sources.catalogues import Language
from ..sources.pages import is_outdated, read_front_matter
from ..sources.problems import Location
from ..spec.spec import Spec
from .matching import Text, shown
from .registry import translated_pages

_BETWEEN = re.compile(r"\n(?:[ \t]*\n)+|\n(?=[ \t>]*(?:[-*+] |\||\d+\. |#))")


@dataclass(frozen=True)
class Block:
    """A block of a page, and what its source says there: where the two are not alike, all of the source.

    `is_beside`: the page was made from the source as it is now, and has as many blocks.
    """

    path: str
    page: Text
    start: int
    text: Text
    source: Text
    is_beside: bool

    def place(self, offset: int = 0) -> Location:
        """Where in the file something of the block stands."""
        return Location.at(self.path, self.page.words, self.start + offset)


def blocks(spec: Spec, language: Language) -> Iterator[Block]:
    """Every block of a language's hand-written pages."""
    for path, text, source in translated_pages(spec, language, by_hand=True):
        original, page = shown(source.read_text("utf-8", "replace") if source else ""), shown(text)
        own, others = list(_parts(page)), list(_parts(original))
        matter, _ = read_front_matter(path, text)
        is_recent = source is not None and not is_outdated(matter.values, source)
        is_beside = len(own) == len(others)
        for nth, (start, said) in enumerate(own):
            asked = others[nth][1] if is_beside else original
            yield Block(path, page, start, said, asked, is_beside and is_recent)


def _parts(page: Text) -> Iterator[tuple[int, Text]]:
    """The blocks of a page that say something, each with where it begins."""
    start = 0
    for end in (*(each.start() for each in _BETWEEN.finditer(page.words)), len(page.words)):
        part = page.words[start:end]
        if said := part.strip():
            yield start + part.index(said), Text(said)
        start = end
