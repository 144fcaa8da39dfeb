"""The search index of each language and moniker: what its readers see of every page, and nothing of another's.

Chinese sets no blanks between words: its index has a zero width space at each boundary, where the search splits.
"""

import json
import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from markupsafe import escape
from material.plugins.search.plugin import Parser, SearchIndex, void
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page
from mkdocs_static_i18n.reconfigure import LUNR_LANGUAGES

from ..markdown.trees import CLOUD_CLASS
from ..sources.locale import HAN, base_of, han_words
from ..sources.pages import TESTERS

_SEPARATOR = r"[\s\u200b\u3000\-、。，．？！；：（）“”]+"
_HEADING = re.compile("h[1-6]")  # one that is excluded takes what follows it along, as Material has it
_HAN = re.compile(f"[{HAN}]+")
_READ = ("title", "search", "tags")  # what Material's index takes of a page's front matter
_EXCLUDED = "data-search-exclude"
Entries = tuple[Mapping[str, Any], ...]


class Indexes:
    """The entries of every page, by language, index and address; kept until their language is built again.

    Readers of each moniker have an index, and so have the testers among them.
    """

    def __init__(self) -> None:
        self.entries: dict[tuple[str, str], dict[str, Entries]] = {}

    def forget(self, tag: str | None) -> None:
        """Leave out a language that is to be built, or all."""
        self.entries = {key: each for key, each in self.entries.items() if tag is not None and key[0] != tag}

    def add(self, page: Page, tag: str, monikers: Iterable[str]) -> None:
        """What the readers of each of these monikers see of a page; the plugin need not read the page once more.

        The search shows titles as HTML.
        """
        found = {key: page.meta[key] for key in _READ if key in page.meta}
        found |= {"title": escape(found["title"])} if "title" in found else {}
        meta, title = json.dumps(found, default=str), str(escape(page.title))
        content, asked = page.content or "", tuple(monikers)
        for moniker in asked:
            seen_as = moniker if "data-moniker" in content else asked[0]  # all see the same of it: it is read once
            entries = _entries(seen_as, content, page.url, title, meta)
            name = f"{folder_of(page.meta)}/{moniker}.json"
            self.entries.setdefault((tag, name), {})[page.url] = entries
        page.meta = {**page.meta, "search": {**_settings(page.meta), "exclude": True}}

    def write(self, source: str, config: MkDocsConfig) -> None:
        """Write every index, where the site has a search, and one without entries where Material looks for one."""
        plugin = next((each for each in config.plugins.values() if hasattr(each, "search_index")), None)
        for (tag, name), pages in self.entries.items() if plugin else ():
            path = Path(config.site_dir, "" if tag == source else tag, name)
            entries = [entry for entries in pages.values() for entry in entries]
            index = _index_of(dict(plugin.config), entries, tag, is_source=tag == source)  # type: ignore[union-attr]
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(json.dumps(index, ensure_ascii=False), "utf-8")
            if tag == source:
                empty = json.dumps({**index, "docs": []}, ensure_ascii=False)
                Path(config.site_dir, "search", "search_index.json").write_text(empty, "utf-8")


def folder_of(meta: Mapping[str, Any]) -> str:
    """The folder of the indexes that a page is found in, and that its readers search."""
    return "search/testers" if meta.get(TESTERS) else "search"


def _settings(meta: Mapping[str, Any]) -> Mapping[str, Any]:
    """What a page says of its search; MkDocs takes a line `search: a` at its top for front matter, too."""
    found = meta.get("search")
    return found if isinstance(found, dict) else {}


@lru_cache(1024)
def _entries(moniker: str, content: str, url: str, title: str, meta: str) -> Entries:
    """The entries that Material's index makes of a page, as a moniker's readers see it."""
    index, page = SearchIndex(), SimpleNamespace(title=title, meta=json.loads(meta))
    if _settings(page.meta).get("exclude"):
        return ()
    parser = _Seen(moniker)
    parser.feed(content)
    parser.close()
    for section in parser.data:
        if not section.is_excluded():
            index.create_entry_for_section(section, (), url, page)
    return tuple(index.entries)


class _Seen(Parser):  # type: ignore[misc]
    """Reads a page without the elements of other monikers, the labels that name monikers, and what is excluded.

    To Material, headings in what is excluded begin sections that have no title.
    """

    def __init__(self, moniker: str) -> None:
        super().__init__()
        self.moniker = moniker
        self.left_out: list[str] = []
        self.anchors: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """The first element that the moniker has of an anchor bears it, as it does in the page."""
        values = {key: value or "" for key, value in attrs}
        is_out = CLOUD_CLASS in values.get("class", "").split() or (_EXCLUDED in values and not _HEADING.fullmatch(tag))
        if self.left_out or is_out or self.moniker not in values.get("data-moniker", self.moniker).split():
            self.left_out += [] if tag in void else [tag]
            return
        anchor = values.get("data-anchor")
        if anchor and anchor not in self.anchors:
            self.anchors.add(anchor)
            values["id"] = anchor
        super().handle_starttag(tag, list(values.items()))

    def handle_endtag(self, tag: str) -> None:
        if not self.left_out:
            super().handle_endtag(tag)
        elif tag in self.left_out:
            del self.left_out[len(self.left_out) - 1 - self.left_out[::-1].index(tag) :]

    def handle_data(self, data: str) -> None:
        if not self.left_out:
            super().handle_data(data)


def _index_of(settings: dict[str, Any], entries: list[Any], tag: str, *, is_source: bool) -> dict[str, Any]:
    """An index with the settings of its language: its stemmer, and where its words end."""
    index = SearchIndex(**settings)
    index.entries = entries
    config, docs = json.loads(index.generate_search_index(None)).values()
    language = base_of(tag)
    config["lang"] = config["lang"][:1] if is_source else [language if language in LUNR_LANGUAGES else "en"]
    if language == "zh":
        for doc in docs:
            for key in ("title", "text"):
                doc[key] = _HAN.sub(lambda run: "\u200b".join(han_words(run[0])), doc[key])
        config["separator"] = _SEPARATOR
    return {"config": config, "docs": docs}
