"""MkDocs' navigation: what of it is for which cloud, the pages before and after a page, its contents, and sitemaps."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from html import escape
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from ..languages.words import UNTRANSLATED
from ..sources.pages import PageMonikers
from .cloud_nav import Scopes, union
from .publish import Publication

SITEMAP = "sitemap.xml"
_PAGE = re.compile(r"\s*<url>.*?</url>", re.DOTALL)


def scopes_of(nav: Navigation, publication: Publication, address: Callable[[str], str]) -> Scopes:
    """What of a navigation only some clouds have; `address` makes of a page's URL what leads to it."""
    pages = {each.url: _scope(publication, clouds) for each, clouds in _with_clouds(nav.pages, publication)}
    sections: dict[str, list[str]] = {}
    for leaves in _sections(nav.items):
        scopes = [pages.get(each.url, "") for each in leaves]
        sections.setdefault(leaves[0].url, []).extend(scopes)
    return Scopes(
        {address(url): scope for url, scope in pages.items()},
        {address(url): union(scopes) for url, scopes in sections.items()},
        {},
    )


def write_sitemaps(site: Path, address: str, tags: Iterable[str]) -> None:
    """Write a sitemap of each language below its root: instant navigation opens what it finds there.

    `address` is the site's, `tags` are the languages but the site's own.
    """
    whole = (site / SITEMAP).read_text("utf-8")
    pages = _PAGE.findall(whole)
    head, tail = whole.partition(pages[0])[0], whole.rpartition(pages[-1])[2]
    for tag in tags:
        start = f"<loc>{escape(address.rstrip('/'))}/{tag}/"
        (site / tag / SITEMAP).write_text("".join([head, *(each for each in pages if start in each), tail]), "utf-8")


def neighbours(page: Page, pages: Sequence[Page], publication: Publication) -> Iterator[SimpleNamespace]:
    """The pages before and after a page, for the clouds that have them: once for all clouds where they are the same.

    Each stands in for the page in the theme's footer.
    """
    if page not in pages:
        return
    place = pages.index(page)
    clouds = [found for _, found in _with_clouds(pages, publication)]
    found: dict[tuple[int | None, int | None], list[str]] = {}
    for moniker in publication.spec.config.monikers.ids:
        having = [index for index, each in enumerate(clouds) if moniker in each.monikers]
        before = max((index for index in having if index < place), default=None)
        after = min((index for index in having if index > place), default=None)
        found.setdefault((before, after), []).append(moniker)
    for (before, after), monikers in found.items():
        previous = None if before is None else pages[before]
        following = None if after is None else pages[after]
        yield SimpleNamespace(
            url=page.url, previous_page=previous, next_page=following, monikers=" ".join(sorted(monikers))
        )


def stems(config: MkDocsConfig) -> Iterator[str]:
    """The pages of the navigation's first level, by name without ending, in order."""
    return (str(entry).removesuffix(".md") for entry in config.nav or ())


def mark_contents(items: Iterable[Any], html: str) -> None:
    """Mark the entries of the table of contents whose headings are marked: the theme shows `typeset` instead."""
    for item in items:
        heading = re.search(rf'<h\d id="{re.escape(item.id)}">(<span class="{UNTRANSLATED}".*?</span>)', html)
        if heading:
            item.typeset = {"title": heading[1]}
        mark_contents(item.children, html)


def _with_clouds(pages: Iterable[Page], publication: Publication) -> Iterator[tuple[Page, PageMonikers]]:
    return ((page, publication.clouds(page.file.src_uri, page.meta)) for page in pages)


def _scope(publication: Publication, page: PageMonikers) -> str:
    """The clouds of a page as `data-moniker` has them; "" where that is all clouds."""
    is_for_all = not page.versioned or set(page.monikers) == publication.spec.config.monikers.all
    return "" if is_for_all else " ".join(sorted(page.monikers))


def _sections(items: Iterable[Any]) -> Iterator[list[Any]]:
    """The pages and links of each section that has any, in order."""
    for section in items:
        if section.is_section:
            if leaves := list(_leaves(section)):
                yield leaves
            yield from _sections(section.children)


def _leaves(section: Any) -> Iterator[Any]:
    for each in section.children:
        yield from _leaves(each) if each.is_section else (each,)
