"""Checks of hand-written pages: their zones, for the clouds of the page, and what they link to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from ..markdown.commonmark import ALERTS
from ..markdown.reader import SourcePage
from ..sources.files import read_source
from ..sources.pages import (
    DATE,
    KIND,
    OWN,
    SOURCE,
    FrontMatter,
    is_outdated,
    read_front_matter,
    revision_of,
    source_of,
    split_page_name,
)
from ..sources.problems import Location, Problem, SpecError
from ..spec.spec import Spec
from .registry import check, targets
from .targets import (
    Targets,
    described_links,
    page_paths,
    pages,
    portal_problems,
    read_pages,
    rendered_names,
    rendered_stems,
    target_problems,
)

_MARKS = {
    "include": ("docs-include", "An include is not filled in", "Write its text in its place."),
    "video": ("docs-video", "A video is not shown", "Link to the video, or say what it shows."),
}
_MARK = re.compile(r"\[!(?P<kind>INCLUDE|VIDEO)\b", re.IGNORECASE)


@check("docs-unreadable")
def docs_unreadable(spec: Spec) -> Iterator[Problem]:
    """Each hand-written page is a file in UTF-8."""
    for path in page_paths(spec):
        try:
            read_source(spec.config.root, path, "docs-unreadable")
        except SpecError as error:
            yield from error.problems


@check(
    "docs-front-matter",
    "moniker-range-invalid",
    "moniker-range-undefined",
    "moniker-range-out-of-scope",
    "duplicate-moniker-config",
    "moniker-zone-empty",
    "invalid-moniker-range",
    "zone-colons",
    "zone-stray-end",
    "zone-nested",
    "zone-in-html",
    "zone-in-table",
    "zone-without-text",
    "zone-portal",
    "h1-in-moniker",
    "heading-skipped",
)
def moniker_zone_empty(spec: Spec) -> Iterator[Problem]:
    """Each zone of a hand-written page is well-formed, and its readers can see it."""
    for page, _, problems in read_pages(spec):
        yield from problems
        yield from portal_problems(page, spec.config.monikers)


@check("feature-name")
def feature_name(spec: Spec) -> Iterator[Problem]:
    """No feature has the address of a page that the site has besides, or of a language's home page."""
    taken = {*OWN, *(spec.config.language(code).tag for code in spec.config.all_languages)}
    for stem in sorted(taken & spec.features.keys()):
        place = Location(spec.config.feature_path(spec.source, stem))
        message = f'A page called "{stem}" is there without this feature: only one would be shown'
        yield Problem(place, message, "feature-name", "Give the feature's files another name, in every language.")


@check("publish-url-conflict")
def publish_url_conflict(spec: Spec) -> Iterator[Problem]:
    """No two pages have one address."""
    docs = spec.config.root / spec.config.docs
    found = (path.relative_to(docs).as_posix() for path in sorted(docs.rglob("*.md")))
    names = [name for name in found if not spec.config.site.excludes(name)]
    rendered = rendered_names(spec) if spec.config.site.renders else ()
    first = {_address(spec, name): "a page that is rendered" for name in rendered}
    for name in names:
        place = Location(f"{spec.config.docs}/{name}")
        other = first.setdefault(_address(spec, name), place.path)
        if other != place.path:
            remedy = "Give one of the two another name: only one of them would be shown."
            yield Problem(place, f"This page has the address of {other}", "publish-url-conflict", remedy)


def _address(spec: Spec, name: str) -> tuple[str, str]:
    """Where a page will be, by its file name: its language, and its path without index and ending."""
    path, tag = split_page_name(name, {spec.config.language(code).tag for code in spec.languages})
    return tag or spec.config.language(spec.source).tag, re.sub(r"(^|/)(index|README)$", "", path)


@check("docs-target", "docs-alert", "docs-include", "docs-video", "docs-tab")
def docs_target(spec: Spec) -> Iterator[Problem]:
    """Each link of a hand-written page leads to a page or a file of the site, or to a whole address."""
    folder = spec.config.docs
    docs = spec.config.root / folder
    files = {path.relative_to(spec.config.root).as_posix() for path in docs.rglob("*") if path.is_file()}
    tags = {spec.config.language(code).tag for code in spec.languages}
    known = files | {f"{split_page_name(each, tags)[0]}.md" for each in files if each.endswith(".md")}
    known |= {f"{folder}/{stem}.md" for stem in rendered_stems(spec)}
    for page, _, _ in read_pages(spec):
        yield from mark_problems(page)
        yield from target_problems(page, known)


def mark_problems(page: SourcePage) -> Iterator[Problem]:
    """What is written for other site builders, one on a line, and what is written otherwise than an alert is."""
    told = set[int]()
    for place, mark in page.found(_MARK):
        if place.line not in told:
            code, message, remedy = _MARKS[mark["kind"].lower()]
            yield Problem(place, message, code, remedy)
            told.add(place.line)
    for alert in page.alerts:
        if not alert.is_one:
            remedy = f"Write > [!NOTE], or {', '.join(ALERTS[1:])}, alone at the top of a quote, and the text below it."
            yield Problem(alert.place, f"[!{alert.kind}] begins no alert, and is text", "docs-alert", remedy)
    for link in page.links:
        if link.target.lower().startswith("#tab/"):
            remedy = "Write an ordinary heading, or a zone."
            yield Problem(link.place, "A tab is not shown as one", "docs-tab", remedy)


@check("docs-target-clouds")
def docs_target_clouds(spec: Spec) -> Iterator[Problem]:
    """Each link leads to a page, and to a place on it, that all have who read the link."""
    found = Targets(spec)
    for page, _, _ in read_pages(spec):
        yield from filter(None, map(found.problem, (link for link in page.links if link.kind != "definition")))
    for path, link in described_links(spec):
        if problem := found.problem(link):
            yield replace(problem, location=replace(problem.location, path=path))


@check("translation-lineage")
def translation_lineage(spec: Spec) -> Iterator[Problem]:
    """Each translated page records the revision of the page that it was made from."""
    for matter, source in _translated(spec):
        if SOURCE not in matter.values:
            now = revision_of(source)
            yield Problem(
                matter.place(KIND, DATE),
                f"The page does not say which revision of {source.name} it was made from",
                "translation-lineage",
                f"Write {SOURCE}: {now} where it is a translation of that page as it is now, or run porspec sync "
                f"--handoff {matter.path}.",
            )


@check("translation-outdated")
def translation_outdated(spec: Spec) -> Iterator[Problem]:
    """Each translated page was made from its source page as it is now."""
    for matter, source in _translated(spec):
        if is_outdated(matter.values.get(SOURCE), source):
            yield Problem(
                matter.place(SOURCE),
                f"{source.name} has changed since it was translated",
                "translation-outdated",
                f"Take the change over, and then run porspec sync --handoff {matter.path}.",
            )


def _translated(spec: Spec) -> Iterator[tuple[FrontMatter, Path]]:
    """The front matter of each translated page that can be read, and the page that it is a translation of."""
    for language in targets(spec):
        tags = [spec.config.language(code).tag for code in (language.code, spec.source)]
        for path, text in pages(spec, language.code):
            matter, problems = read_front_matter(path, text)
            source = source_of(spec.config.root / path, *tags)
            if source and not problems:
                yield matter, source
