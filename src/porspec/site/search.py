"""The search index of each language and moniker: what its readers see of every page, and nothing of another's.

Chinese sets no blanks between words: its index has a zero width space at each boundary, where the search splits.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from html import escape
from html.parser import HTMLParser
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from ..markdown.blocks import CLOUD_CLASS
from ..sources.locale import HAN

FOLDER = "search"
_BOUNDARY = "\u200b"
_SEPARATOR = r"[\s\u200b\u3000\-、。，．？！；：（）“”]+"
_HAN = re.compile(f"[{HAN}]+")
_MARKS = re.compile(rf"data-moniker|data-anchor|{CLOUD_CLASS}")
_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
)
_READ = ("title", "search", "tags")  # what Material's index takes of a page's front matter
Entries = tuple[Mapping[str, Any], ...]


def plugin_of(config: MkDocsConfig) -> Any:
    """The search plugin, whatever it is called; it has an index."""
    return next((plugin for plugin in config.plugins.values() if hasattr(plugin, "search_index")), None)


class Indexes:
    """The entries of every page, by language, moniker and address; kept until their language is built again."""

    def __init__(self) -> None:
        self.entries: dict[tuple[str, str], dict[str, Entries]] = {}

    def forget(self, tag: str | None) -> None:
        """Leave out a language that is to be built, or all."""
        self.entries = {key: each for key, each in self.entries.items() if tag is not None and key[0] != tag}

    def add(self, page: Page, tag: str, monikers: Iterable[str], config: MkDocsConfig) -> None:
        """What the readers of each of these monikers see of a page; the plugin need not read the page once more."""
        if search := plugin_of(config):
            kind: Callable[[], Any] = type(search.search_index)
            meta = json.dumps({key: page.meta[key] for key in _READ if key in page.meta}, default=str)
            for moniker in monikers:
                found = _entries(kind, moniker, page.content or "", page.url, str(page.title), meta)
                self.entries.setdefault((tag, moniker), {})[page.url] = found
            page.meta = {**page.meta, "search": {**(page.meta.get("search") or {}), "exclude": True}}

    def write(self, source: str, config: MkDocsConfig) -> None:
        """Write every index, and one without entries where Material looks for one."""
        if search := plugin_of(config):
            known = {**search.config}
            for (tag, moniker), pages in self.entries.items():
                index = type(search.search_index)(**known)
                index.entries = [entry for entries in pages.values() for entry in entries]
                written = _in_language(json.loads(index.generate_search_index(None)), tag, is_source=tag == source)
                _write(Path(config.site_dir), "" if tag == source else tag, moniker, written)
                if tag == source:
                    _write(Path(config.site_dir), "", "search_index", {**written, "docs": []})


@lru_cache(1024)
def _entries(kind: Callable[[], Any], moniker: str, content: str, url: str, title: str, meta: str) -> Entries:
    """The entries that Material's index makes of a page, as a moniker's readers see it."""
    index = kind()
    page = SimpleNamespace(content=_seen(content, moniker), url=url, title=title, meta=json.loads(meta), toc=())
    index.add_entry_from_context(page)
    return tuple(index.entries)


def _in_language(index: dict[str, Any], tag: str, *, is_source: bool) -> dict[str, Any]:
    """An index with the settings of its language: its stemmer, and where its words end."""
    known = index["config"]["lang"]
    config = {
        **index["config"],
        "lang": [tag] if tag in known and not is_source else known[:1] if is_source else ["en"],
    }
    docs = index["docs"]
    if tag.partition("-")[0] == "zh":
        docs = [{**doc, "title": segmented(doc["title"]), "text": segmented(doc["text"])} for doc in docs]
        config["separator"] = _SEPARATOR
    return {"config": config, "docs": docs}


def _write(site: Path, folder: str, name: str, index: Mapping[str, Any]) -> None:
    target = site / folder / FOLDER / f"{name}.json"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(json.dumps(index, ensure_ascii=False), "utf-8")


def segmented(text: str) -> str:
    """The text with a zero width space between the words of each run of Chinese characters."""
    import rjieba

    return _HAN.sub(lambda run: _BOUNDARY.join(rjieba.cut(run[0])), text)


def _seen(html: str, moniker: str) -> str:
    """The part of a page's HTML that a moniker's readers see."""
    if not _MARKS.search(html):
        return html
    parser = _Seen(moniker)
    parser.feed(html)
    parser.close()
    return "".join(parser.parts)


class _Seen(HTMLParser):
    """Copies HTML without the elements of other monikers, and without the labels that name monikers."""

    def __init__(self, moniker: str) -> None:
        super().__init__(convert_charrefs=False)
        self.moniker = moniker
        self.parts: list[str] = []
        self.left_out: list[str] = []
        self.anchors: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {key: value or "" for key, value in attrs}
        is_label = CLOUD_CLASS in values.get("class", "").split()
        is_seen = not is_label and self.moniker in values.get("data-moniker", self.moniker).split()
        if not self.left_out and is_seen:
            self._copy(self._with_anchor(values, self.get_starttag_text() or ""))
        elif tag not in _VOID:
            self.left_out.append(tag)

    def _with_anchor(self, values: Mapping[str, str], tag: str) -> str:
        """The first element that the moniker has of an anchor bears it, as it does in the page."""
        anchor = values.get("data-anchor")
        if anchor is None or anchor in self.anchors:
            return tag
        self.anchors.add(anchor)
        return tag.replace(f' id="{escape(values.get("id", ""))}"', f' id="{escape(anchor)}"')

    def handle_endtag(self, tag: str) -> None:
        self._copy(f"</{tag}>")
        if tag in self.left_out:
            del self.left_out[len(self.left_out) - 1 - self.left_out[::-1].index(tag) :]

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del tag, attrs
        self._copy(self.get_starttag_text() or "")

    def handle_data(self, data: str) -> None:
        self._copy(data)

    def handle_entityref(self, name: str) -> None:
        self._copy(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self._copy(f"&#{name};")

    def _copy(self, text: str) -> None:
        if not self.left_out:
            self.parts.append(text)
