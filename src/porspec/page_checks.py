"""Checks of hand-written pages: their zones, for the clouds of the page, and what they link to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .checking import DOCS, check
from .page_monikers import page_monikers, read_front_matter
from .page_problems import reference_problems, zone_problems
from .problems import Problem
from .render import COVERAGE
from .spec import Spec
from .stats import TRANSLATION


@check
def moniker_zone_empty(spec: Spec) -> Iterator[Problem]:
    """Each zone of a hand-written page is well-formed, and readers of the page's clouds can see it.

    Bad: a zone for a cloud that the monikerRange of its page leaves out.
    Good: one of the two ranges corrected.
    """
    for path, text in _hand_written(spec):
        matter, problems = read_front_matter(path, text)
        yield from problems
        page, problems = page_monikers(spec.config.monikers, spec.config.moniker_ranges, matter)
        yield from problems
        yield from zone_problems(text, path, spec.config.monikers, page)


@check
def docs_target(spec: Spec) -> Iterator[Problem]:
    """Each link of a hand-written page leads to a page or a file of the site, or to a whole address.

    Bad: [the rules](the-rule.md), where no page has that name.
    Good: [the rules](rules.md).
    """
    docs = spec.config.root / DOCS
    files = {path.relative_to(spec.config.root).as_posix() for path in docs.rglob("*") if path.is_file()}
    tags = "|".join(re.escape(spec.config.language(code).tag) for code in spec.languages)
    known = files | {re.sub(rf"\.(?:{tags})\.md$", ".md", each) for each in files}
    known |= {f"{DOCS}/{stem}.md" for stem in (*spec.features, COVERAGE, TRANSLATION)}
    for path, text in _hand_written(spec):
        yield from reference_problems(text, path, known)


def _hand_written(spec: Spec) -> Iterator[tuple[str, str]]:
    """The hand-written pages of the site, by path."""
    for path in sorted((spec.config.root / DOCS).rglob("*.md")):
        name = path.relative_to(spec.config.root).as_posix()
        if not name.startswith(f"{DOCS}/decisions/"):
            yield name, path.read_text("utf-8")
