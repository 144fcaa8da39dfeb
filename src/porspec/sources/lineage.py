"""The lineage of translated pages: which revision of the source language's page each was made from.

A revision is a digest of the page's file, so that `sha256sum` alone can check it, and no rebase changes it.
"""

from __future__ import annotations

import datetime
import hashlib
from pathlib import Path

from .front_matter import front_matter_end

SOURCE, KIND, DATE = "porspec.source", "ms.translationtype", "ms.lasthandoff"
HUMAN = "HT"
_DIGITS = 12


def revision(text: str) -> str:
    """The revision of a page. The prefix keeps YAML from taking digits for a number."""
    return f"sha256:{hashlib.sha256(text.encode('utf-8')).hexdigest()[:_DIGITS]}"


def source_of(page: Path, tag: str, source: str) -> Path | None:
    """The page that a page in the language `tag` is a translation of; None where there is none.

    The name of a page in the language `source` may lack the language.
    """
    stem = page.name.removesuffix(f".{tag}.md")
    found = [] if stem == page.name else [page.with_name(f"{stem}{ending}") for ending in (f".{source}.md", ".md")]
    return next((each for each in found if each.is_file()), None)


def is_outdated(recorded: object, source: Path) -> bool:
    """Whether a page that records a revision was made from another one than the source has now."""
    return recorded is not None and recorded != revision(source.read_text("utf-8", errors="replace"))


def handed_off(text: str, source: str, day: datetime.date) -> str:
    """A translated page that records the revision of this source, and the day; as it is where it records it already.

    What kind of translation it is stays; where nobody says, a human made it.
    """
    lines = text.split("\n")
    end = front_matter_end(lines)
    head = lines[1 : end - 1] if end else []
    fields = {key.strip(): value.strip() for key, _, value in (line.partition(":") for line in head)}
    if fields.get(SOURCE) == revision(source):
        return text
    ours = {SOURCE: revision(source), KIND: fields.get(KIND, HUMAN), DATE: day.isoformat()}
    kept = [line for line in head if line.partition(":")[0].strip() not in ours]
    return "\n".join(["---", *kept, *(f"{key}: {value}" for key, value in ours.items()), "---", *lines[end:]])
