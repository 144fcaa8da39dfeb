"""What a page says of itself below its title: that a reader's cloud does not have it, that the page it was translated
from has changed, that it stands in for one that is not translated, and which clouds are closed.

All of it is data of the page, and becomes part of it before the page becomes HTML.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from html import escape, unescape
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

from jinja2 import Environment, FileSystemLoader
from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import HTML_PLACEHOLDER_RE
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from ..languages.words import UNTRANSLATED, marked
from ..markdown.anchors import with_clouds
from ..markdown.blocks import cloud_label, zone_attributes
from ..sources.pages import SOURCE, PageMonikers, is_outdated, source_of
from .publish import Publication
from .theme import THEME, Heading, stems


@dataclass(frozen=True)
class Place:
    """Where a page stands: the language of its readers and of its text, and what leads from it to other pages.

    `home` is the home page of its language, `newer` the page that it was translated from, where that has changed.
    """

    tag: str
    shown: str
    home: str
    stems: Sequence[str]
    newer: str = ""


def place_of(page: Page, config: MkDocsConfig, publication: Publication) -> Place:
    """Where MkDocs puts a page."""
    file: Any = page.file
    tag, default = file.locale_alternate_of, config.plugins["i18n"].default_language  # type: ignore[attr-defined]
    folder, other = ("" if each == default else f"{each}/" for each in (tag, publication.tag()))
    home = get_relative_url(folder if config.use_directory_urls else f"{folder}index.html", page.url)
    source = source_of(Path(config.docs_dir) / file.src_uri, tag, publication.tag())
    is_newer = tag != publication.tag() and source is not None and is_outdated(page.meta.get(SOURCE), source)
    newer = get_relative_url(other + file.url.removeprefix(folder), file.url) if is_newer else ""
    return Place(tag, file.locale, home, tuple(stems(config)), newer)


@dataclass(frozen=True)
class Notices:
    """What a page says of itself, as HTML: to all, to its own readers, and by moniker.

    `monikers` are those of the page where it is not for all; `shown` is the language of its text where it is another
    than its readers'. What is said of closed monikers, each with its sentence alone, a page may have said already.
    """

    names: Mapping[str, str] = field(default_factory=dict)
    monikers: tuple[str, ...] = ()
    shown: str = ""
    to_all: str = ""
    to_own: str = ""
    closed: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    elsewhere: Mapping[str, str] = field(default_factory=dict)


def notices(publication: Publication, page: PageMonikers, place: Place) -> Notices:
    """What a page says of itself at its place."""
    words, ids, source = publication.words[place.tag], publication.spec.config.monikers.ids, publication.tag()
    own = publication.spec.config.monikers.in_order(page.monikers) if page.versioned else ids
    is_other = place.shown != place.tag
    fallback = words.in_language("fallback", place.shown)
    link = f'<a href="{place.newer}" hreflang="{source}">{words.in_language("read-source", source)}</a>'
    outdated = f"{words.in_language('outdated', source)}</p><p>{link}"
    closed = publication.closures(place.tag)
    return Notices(
        publication.names(place.tag),
        () if own == ids else own,
        place.shown if is_other else "",
        _note("note", words.shown("Note"), fallback) if is_other else "",
        _note("note", words.shown("Note"), outdated) if place.newer else "",
        {
            key: (_text_of(text), _note("important porspec-closed", words.shown("Important"), text))
            for key, text in closed.items()
        },
        {moniker: _elsewhere(publication, own, moniker, place) for moniker in ids if moniker not in own},
    )


def _note(kind: str, title: str, text: str) -> str:
    return str(_templates().note(kind, title, f"<p>{text}</p>"))


@cache
def _templates() -> Any:
    """The theme's macros for notices."""
    return Environment(loader=FileSystemLoader(THEME)).get_template("partials/porspec-notices.html").module  # noqa: S701 - texts are HTML


def _elsewhere(publication: Publication, own: Iterable[str], moniker: str, place: Place) -> str:
    words, home = publication.words[place.tag], place.home
    names = {key: escape(name, quote=False) for key, name in publication.names(place.tag).items()}
    not_about = words.shown("This page does not apply to {cloud}.", cloud=names[moniker])
    about = words.shown("It applies to {clouds}.", clouds=words.all_of(names[each] for each in own))
    link = f'<a href="{home}">{words.shown("home page")}</a>'
    choose = words.shown("Choose your cloud above, or go to the {home}.", home=link)
    tasks_of = words.shown("tasks-of", cloud=names[moniker])
    tasks = list(_tasks(publication, moniker, place))
    return str(_templates().elsewhere(words, words.text([not_about, about, ""]), choose, home, tasks_of, tasks))


def _tasks(publication: Publication, moniker: str, place: Place) -> Iterator[tuple[str, str]]:
    """The address and the title of each page that tells the readers of a moniker what to do."""
    spec = publication.spec
    language = spec.languages[publication.code(place.tag)]
    for stem in dict.fromkeys([*(each for each in place.stems if each in spec.features), *spec.features]):
        feature = spec.feature(stem)
        name = feature.source.name
        if any(each.rule is None and moniker in each.monikers for each in feature.scenarios):
            title = language.text("features", name, "feature") or marked(escape(name), publication.tag())
            yield _below(place.home, stem), title


def _below(home: str, stem: str) -> str:
    """The address of a page beside the home page: with directories, or with files where `home` is one."""
    folder, _, file = home.rpartition("/")
    if file.endswith(".html"):
        return f"{folder}/{stem}.html" if folder else f"{stem}.html"
    return f"{home.rstrip('/') or '.'}/{stem}/"


class NoticesExtension(Extension):
    """Puts the notices of a page into it; `headings` are those of the page that was converted last, by id."""

    def __init__(self) -> None:
        super().__init__()
        self.notices = Notices()
        self.headings: dict[str, Heading] = {}

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Register what works on the tree after all else, MkDocs' search for a title included."""
        md.treeprocessors.register(_BelowTitle(md, self), "porspec_notices", -10)


class _BelowTitle(Treeprocessor):
    def __init__(self, md: Markdown, page: NoticesExtension) -> None:
        super().__init__(md)
        self.page = page

    def run(self, root: Element) -> None:
        """Put what is said of the page below its title; at its top where its title is not for all."""
        told, text = self.page.notices, _text_of("".join(root.itertext()))
        start, end = self._title(root)
        before, title, body = (_in_language(told.shown, each) for each in (root[:start], root[start:end], root[end:]))
        closed = {moniker: note for moniker, (sentence, note) in told.closed.items() if sentence not in text}
        root[:] = [
            *_zone(told, told.monikers, before),
            *title,
            *self._by_moniker(told, closed),
            *self._raw(told.to_all),
            *_zone(told, told.monikers, [*self._raw(told.to_own), *body]),
            *self._by_moniker(told, told.elsewhere),
        ]
        tokens = _all_tokens(getattr(self.md, "toc_tokens", []))
        scopes = {each.get("id"): " ".join(clouds) for each, clouds in with_clouds(root, ())}
        self.page.headings = {each["id"]: Heading(scopes.get(each["id"], ""), each["html"]) for each in tokens}

    def _title(self, root: Element) -> tuple[int, int]:
        """Where the title stands among a page's blocks."""
        found = (number for number, each in enumerate(root) if each.tag == "h1" or self._is_raw_title(each))
        return next(((number, number + 1) for number in found), (0, 0))

    def _is_raw_title(self, element: Element) -> bool:
        """Whether an element stands in for a heading that was written as HTML."""
        found = HTML_PLACEHOLDER_RE.fullmatch((element.text or "").strip())
        return found is not None and str(self.md.htmlStash.rawHtmlBlocks[int(found[1])]).lower().startswith("<h1")

    def _by_moniker(self, told: Notices, notes: Mapping[str, str]) -> Iterator[Element]:
        return (zone for moniker, note in notes.items() for zone in _zone(told, (moniker,), self._raw(note)))

    def _raw(self, html: str) -> list[Element]:
        """What stands in for HTML, as for a block of HTML in a page."""
        if not html:
            return []
        element = Element("p")
        element.text = self.md.htmlStash.store(html)
        return [element]


def _zone(told: Notices, monikers: Sequence[str], blocks: list[Element]) -> list[Element]:
    """A zone for some monikers; the blocks alone where these are all, or there is no block."""
    if not monikers or not blocks:
        return blocks
    zone = Element("div", zone_attributes(monikers))
    zone[:] = [cloud_label("p", monikers, told.names), *blocks]
    return [zone]


def _in_language(tag: str, blocks: list[Element]) -> list[Element]:
    """Blocks, marked where they are in another language than the page's readers'."""
    if not tag or not blocks:
        return blocks
    marked_blocks = Element("div", {"class": UNTRANSLATED, "lang": tag})
    marked_blocks[:] = blocks
    return [marked_blocks]


def _all_tokens(tokens: Iterable[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    for token in tokens:
        yield token
        yield from _all_tokens(token["children"])


def _text_of(html: str) -> str:
    """Text or HTML as plain text in one line, without what Python-Markdown has put aside."""
    return " ".join(unescape(re.sub(r"<[^>]*>", "", HTML_PLACEHOLDER_RE.sub("", html))).split())
