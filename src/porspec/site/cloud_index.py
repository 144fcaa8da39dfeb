"""The search index of each language and cloud: what its readers see of every page (MONIKERS section 6)."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from mkdocs.structure.pages import Page

from .cloud_html import of_cloud
from .search import write_index

Entries = tuple[Mapping[str, Any], ...]
_READ = ("title", "search", "tags")  # what Material's index takes of a page's front matter


class CloudIndexes:
    """The entries of every page, by language, cloud and address; kept until their language is built again."""

    def __init__(self) -> None:
        self.entries: dict[tuple[str, str], dict[str, Entries]] = {}

    def forget(self, tag: str | None = None) -> None:
        """Leave out a language that is to be built, or all."""
        self.entries = {key: each for key, each in self.entries.items() if tag is not None and key[0] != tag}

    def add(self, page: Page, tag: str, monikers: Iterable[str], search: Any) -> None:
        """What each of these clouds sees of a page; the plugin need not read the page once more."""
        meta = json.dumps({key: page.meta[key] for key in _READ if key in page.meta}, default=str)
        kind: Callable[[], Any] = type(search.search_index)
        for moniker in monikers:
            seen = of_cloud(page.content or "", moniker)
            self.entries.setdefault((tag, moniker), {})[page.url] = _entries(
                kind, seen, page.url, str(page.title), meta
            )
        page.meta = {**page.meta, "search": {**(page.meta.get("search") or {}), "exclude": True}}

    def write(self, site: Path, source: str, search: Any) -> None:
        """Write every index below the root of its language; that of the source language is the site's own."""
        for (tag, moniker), pages in self.entries.items():
            index = type(search.search_index)(**search.config)
            index.entries = [entry for entries in pages.values() for entry in entries]
            prefix = "" if tag == source else f"{tag}/"
            write_index(site, prefix, moniker, json.loads(index.generate_search_index(None)))


@lru_cache(1024)
def _entries(kind: Callable[[], Any], content: str, url: str, title: str, meta: str) -> Entries:
    """The entries that Material's index makes of a page."""
    index = kind()
    index.add_entry_from_context(SimpleNamespace(content=content, url=url, title=title, meta=json.loads(meta), toc=()))
    return tuple(index.entries)
