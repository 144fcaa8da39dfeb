"""Translations that were made from another text of the source than the one beside them."""

from collections.abc import Iterator
from pathlib import Path

from ..sources.pages import DOCFX, SOURCE, is_outdated
from ..sources.problems import Problem
from .findings import Finding
from .pairs import Pair


def outdated(pair: Pair, root: Path) -> Iterator[Finding]:
    """What the front matter of a translation says of another text of its source."""
    matter, theirs = pair.translation.page.matter, pair.source.page.matter.values
    both = [each for each in DOCFX if each in matter.values and each in theirs]  # of a page that bears its source
    is_same = SOURCE not in matter.values and both and all(matter.values[each] == theirs[each] for each in both)
    if not is_same and is_outdated(matter.values, root / pair.source.page.path):
        message = f"{pair.source.page.path} has changed since it was translated"
        remedy = "Take the change over, and record what the translation was made from."
        yield Finding(Problem(matter.place(SOURCE, *DOCFX), message, "translation-outdated", remedy), "translation")
