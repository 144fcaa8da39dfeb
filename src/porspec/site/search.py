"""The search index of each language: what the readers of each moniker see of every page, once where it is the same.

An index is a script, which can be had from the file system as well. It brings along what the search needs to know of
its language: a stemmer, words that say little, and what readers say for what the pages say.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from ..sources.locale import babel_locale, base_of
from ..sources.pages import TESTERS
from ..sources.synonyms import read_synonyms
from .publish import Publication
from .sections import Block, is_for_all, sections_of
from .templates import THEME

SEARCH = "assets/porspec/search"
_STOPWORDS = Path(__file__).parent / "stopwords"
_STUB = {"config": {"lang": ["en"], "separator": r"[\s\-]+", "pipeline": []}, "docs": []}  # Material's own, of nothing
# Address, title and text; the monikers, or none for all; boost; tags.
Entry = tuple[str, str, str, tuple[str, ...], float, tuple[str, ...]]
AllEntries = dict[tuple[str, str], dict[str, tuple[Entry, ...]]]  # by language and index, and by address


class Indexes:
    """The entries of every page, by language, index and address; kept until their language is built again."""

    def __init__(self) -> None:
        self.entries: AllEntries = {}

    def forget(self, tag: str | None) -> None:
        """Leave out a language that is to be built, or all."""
        self.entries = {key: each for key, each in self.entries.items() if tag is not None and key[0] != tag}

    def add(self, page: Page, tag: str, blocks: Sequence[Block], monikers: Iterable[str]) -> None:
        """What the readers of each of these monikers see of a page; the plugin need not read the page once more."""
        settings = _settings(page.meta)
        name = index_of(page.meta)
        for (of, other), pages in self.entries.items():
            if of == tag and (other != name or settings.get("exclude")):  # where it was before an edit
                pages.pop(page.url, None)
        if not settings.get("exclude"):
            self.entries.setdefault((tag, name), {})[page.url] = _entries(page, blocks, tuple(monikers))
        page.meta = {**page.meta, "search": {**settings, "exclude": True}}

    def write(self, publication: Publication, source: str, config: MkDocsConfig) -> None:
        """Write every index, where the site has a search, and one without entries where Material looks for one."""
        if not any(hasattr(each, "search_index") for each in config.plugins.values()):
            return
        for (tag, name), pages in self.entries.items():
            folder = "" if tag == source else f"{tag}/"
            home = folder if config.use_directory_urls or not folder else f"{folder}index.html"
            entries = [entry for entries in pages.values() for entry in entries]
            path = Path(config.site_dir, folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            data = {**language_data(publication, tag), "home": home, "docs": entries}
            path.write_text(f"porspecIndex({json.dumps(data, ensure_ascii=False)})\n", "utf-8")
        stub = json.dumps(_STUB)
        for name, text in (("search_index.json", stub), ("search_index.js", f"var __index = {stub}\n")):
            path = Path(config.site_dir, "search", name)
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, "utf-8")


def index_of(meta: Mapping[str, Any]) -> str:
    """The index that a page is found in, and that its readers search."""
    return f"search/{'testers' if meta.get(TESTERS) else 'readers'}.js"


def _settings(meta: Mapping[str, Any]) -> Mapping[str, Any]:
    """What a page says of its search; MkDocs takes a line `search: a` at its top for front matter, too."""
    found = meta.get("search")
    return found if isinstance(found, dict) else {}


def _entries(page: Page, blocks: Sequence[Block], monikers: tuple[str, ...]) -> tuple[Entry, ...]:
    """The sections of a page, each once for all who read the same."""
    found: dict[tuple[str, str, str], tuple[str, ...]] = {}
    for each in (monikers,) if is_for_all(blocks) else ((moniker,) for moniker in monikers):
        for anchor, title, text in sections_of(blocks, each[0] if each else None):
            address = f"{page.url}#{anchor}" if anchor else page.url
            named = title if title and (anchor or "title" not in page.meta) else _plain(page.title)
            found[address, named, text] = found.get((address, named, text), ()) + each
    boost, tags = _settings(page.meta).get("boost", 1), page.meta.get("tags")
    told = tuple(str(each) for each in (tags if isinstance(tags, list) else ()) if each)
    return tuple((*each, having, boost, told) for each, having in found.items())


def _plain(title: Any) -> str:
    """A title, which is HTML where it is that of a heading."""
    return title.striptags() if isinstance(title, Markup) else str(title or "")


def language_data(publication: Publication, tag: str) -> dict[str, Any]:
    """What the search needs to know of a language, and what it calls the monikers."""
    config, code = publication.spec.config, publication.code(tag)
    words = publication.words[tag]
    return {
        "monikers": publication.names(tag),
        "elsewhere": words("search-elsewhere", moniker="{moniker}", page="{page}"),
        "stemmer": stemmer_of(code),
        "stops": stop_words(code),
        "synonyms": read_synonyms(config, code)[0],
    }


@cache
def stemmer_of(code: str) -> str:
    """The name of a language's stemmer, where there is one: Snowball calls them by their names in English."""
    name = str(babel_locale("en").languages.get(base_of(code), "")).split(" ")[0].lower()
    return name if (THEME / SEARCH / "stemmers" / f"{name}-stemmer.js").exists() else ""


@cache
def stop_words(code: str) -> list[str]:
    """The words of a language that say little, where there is a list: in Snowball's form, "|" before what explains."""
    path = _STOPWORDS / f"{base_of(code)}.txt"
    lines = path.read_text("utf-8").split("\n") if path.exists() else ()
    return sorted({word for line in lines for word in line.partition("|")[0].split()})
