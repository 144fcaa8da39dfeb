"""What the theme's templates print besides MkDocs' own: what of the navigation and of a page's contents is for which
moniker (MONIKERS section 6), what comes before and after a page, and what a page says of itself below its title.

Each entry has `monikers`, as `data-moniker` has them, and "" where it is for all. Notices are data of the page, and
become part of it before it becomes HTML.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from xml.etree.ElementTree import Element

from jinja2 import Environment, FileSystemLoader
from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import HTML_PLACEHOLDER_RE
from markupsafe import Markup, escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from ..languages.words import UNTRANSLATED, marked
from ..markdown.trees import class_columns, label_cells, moniker_label, with_monikers, zone_attributes
from ..sources.locale import lang_attributes
from ..sources.pages import (
    TESTERS,
    PageMonikers,
    is_outdated,
    page_name,
    revision_of,
    source_of,
)
from .navigation import Entries
from .publish import Publication
from .sections import Block, blocks_of
from .templates import THEME

_TEMPLATES = Environment(loader=FileSystemLoader(THEME), autoescape=True)


def mark_title(page: Page, publication: Publication) -> None:
    """Mark a title that is HTML, as that of a heading is, or in another language than the page's readers'."""
    file: Any = page.file
    if "title" not in page.meta and page.title == getattr(page, "_title_from_render", None):
        page.title = Markup(page.title)  # noqa: S704 - made by Python-Markdown
    tag = file.locale_alternate_of
    if shown := page.meta.get("title_language") if file.locale == tag else publication.lang(file.locale):
        title = marked(escape(page.title), shown, publication.lang(tag))
        page.typeset = {"title": title}  # type: ignore[attr-defined]  # Material's name


def mark_navigation(nav: Navigation, publication: Publication) -> None:
    """Give each entry its monikers, a page its own, a section those of all in it; and each page its neighbours.

    And each its `sides`: False for readers, True for testers. `testers` of the navigation is the first that is theirs.
    """
    monikers = publication.spec.config.monikers
    nav.entries = Entries(nav)  # type: ignore[attr-defined]
    having = [publication.monikers_of(page.file.src_uri, page.meta) for page in nav.pages]
    for page in nav.pages:
        page.sides = {bool(page.meta.get(TESTERS))}  # type: ignore[attr-defined]
    sides: Any = {id(page): page.sides for page in nav.pages}  # type: ignore[attr-defined]
    for place, (page, found) in enumerate(zip(nav.pages, having, strict=True)):
        is_for_all = not found.versioned or set(found.monikers) == monikers.all
        page.monikers = "" if is_for_all else " ".join(found.monikers)  # type: ignore[attr-defined]
        page.neighbours = list(_neighbours(place, nav.pages, having, monikers.ids, sides))  # type: ignore[attr-defined]
    _mark_sections(nav.items)
    nav.testers = next((each for each in nav.items if each.sides == {True}), None)  # type: ignore[attr-defined]


def _mark_sections(entries: Iterable[Any]) -> str:
    """The monikers of some entries together; a link out of the site is for all."""
    for section in (each for each in entries if each.is_section):
        section.monikers = _mark_sections(section.children)
        section.sides = set().union(*(each.sides for each in section.children))
    for link in (each for each in entries if each.is_link):
        link.sides = {False}
    return _union(getattr(each, "monikers", "") for each in entries)


def _union(parts: Iterable[str]) -> str:
    """All monikers of some `data-moniker`; "", which is all there are, where one of them is that or there is none."""
    found = [part.split() for part in parts]
    return " ".join(sorted({moniker for part in found for moniker in part})) if all(found) else ""


def _neighbours(
    place: int, pages: list[Page], having: list[PageMonikers], ids: Iterable[str], sides: Mapping[int, set[bool]]
) -> Iterator[Any]:
    """What stands in for a page in the theme's footer: its neighbours, for the monikers that have both of them."""
    found: dict[tuple[int | None, ...], list[str]] = {}
    own_side = sides[id(pages[place])]
    for moniker in ids:
        ways = (range(place - 1, -1, -1), range(place + 1, len(pages)))
        near = (
            next((at for at in way if moniker in having[at].monikers and sides[id(pages[at])] == own_side), None)
            for way in ways
        )
        found.setdefault(tuple(near), []).append(moniker)
    for both, monikers in found.items():
        around = (None if at is None else pages[at] for at in both)
        before, after = (each and SimpleNamespace(url=each.url, title=_title(each)) for each in around)
        own = " ".join(sorted(monikers)) if len(found) > 1 else ""
        page = pages[place]
        yield SimpleNamespace(url=page.url, meta=page.meta, previous_page=before, next_page=after, monikers=own)


def _title(page: Page) -> Any:
    """A title, marked where it is in another language."""
    return getattr(page, "typeset", {"title": page.title})["title"]


def mark_contents(items: Iterable[Any], headings: Mapping[str, tuple[str, str]]) -> None:
    """Give the entries of a page's contents the monikers of their headings, and their titles where they are marked.

    `headings` are the monikers and the HTML of each, by its id.
    """
    for item in items:
        item.own, html = headings.get(item.id, ("", ""))
        item.title = Markup(item.title)  # noqa: S704 - made by Python-Markdown
        if html.startswith(f'<span class="{UNTRANSLATED}"'):
            item.typeset = {"title": Markup(html)}  # noqa: S704 - made by Python-Markdown
        mark_contents(item.children, headings)
        item.monikers = _union([item.own, *(each.monikers for each in item.children)])


@dataclass(frozen=True)
class Facts:
    """What there is to say of a page: its monikers, and the languages of its readers (`tag`) and of its text (`shown`).

    `url` is its address. `home` leads to the home page of its language, `newer` to the page that it was translated
    from, where that has changed; `tasks` are the addresses of the features' pages in the order of the navigation, by
    their stems. `told` is what all templates are told.
    """

    publication: Publication
    monikers: tuple[str, ...]
    tag: str
    shown: str
    url: str
    home: str
    newer: str
    tasks: Mapping[str, str]
    told: Mapping[str, Any]

    def tasks_of(self, moniker: str) -> Iterator[tuple[str, Markup]]:
        """The address and the title of each page that tells the readers of a moniker what to do."""
        spec, source = self.publication.spec, self.publication.lang(self.publication.tag())
        language, lang = spec.languages[self.publication.code(self.tag)], self.publication.lang(self.tag)
        for stem, address in self.tasks.items():
            feature = spec.feature(stem)
            name = feature.source.name
            if any(each.rule is None and moniker in each.monikers for each in feature.scenarios):
                said = language.text("features", name, "feature")
                title = self.publication.words[self.tag].named(escape(said or name), "features", name, "feature")
                yield get_relative_url(address, self.url), title if said else marked(title, source, lang)


def addresses_of_tasks(files: Files, publication: Publication, tag: str) -> dict[str, str]:
    """The address of each feature's page in a language, by its stem, in the order of the navigation."""
    ordered = dict.fromkeys([*publication.stems, *publication.spec.features])
    found = {stem: files.get_file_from_path(page_name(stem, tag)) for stem in ordered}
    return {stem: each.url for stem, each in found.items() if each}


def facts_of(page: Page, config: MkDocsConfig, publication: Publication, tasks: Mapping[str, str]) -> Facts:
    """What there is to say of a page at its place."""
    file: Any = page.file
    tag, source = file.locale_alternate_of, publication.tag()
    default: str = config.plugins["i18n"].default_language  # type: ignore[attr-defined]
    folder, other = ("" if each == default else f"{each}/" for each in (tag, source))
    home = get_relative_url(folder if config.use_directory_urls else f"{folder}index.html", page.url)
    origin = source_of(Path(config.docs_dir, file.src_uri), tag, source) if tag != source else None
    is_newer = origin is not None and is_outdated(page.meta, origin)
    newer = get_relative_url(other + file.url.removeprefix(folder), file.url) if is_newer else ""
    having, monikers = publication.monikers_of(file.src_uri, page.meta), publication.spec.config.monikers
    own = monikers.in_order(having.monikers) if having.versioned else monikers.ids
    told = config.extra["porspec"]
    return Facts(publication, own, tag, file.locale, page.url, home, newer, tasks, told)


def source_text(file: Any, tag: str, source: str) -> str:
    """The text of the page that a hand-written one is a translation of, by which it may be outdated."""
    origin = source_of(Path(file.abs_src_path), tag, source) if tag != source and file.abs_src_path else None
    return revision_of(origin) if origin else ""


class Notices(Extension, Treeprocessor):
    """Says what there is to say of a page, if any; `headings`, by id, and `blocks` are of the page converted last."""

    def __init__(self) -> None:
        Extension.__init__(self)
        self.page: Facts | None = None
        self.headings: dict[str, tuple[str, str]] = {}
        self.blocks: tuple[Block, ...] = ()

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Work on the tree after all else, MkDocs' search for a title included."""
        self.md = md
        md.treeprocessors.register(self, "porspec_notices", -10)

    def run(self, root: Element) -> None:
        """Put what is said of the page below its title, and tell what is said of its headings."""
        class_columns(root)
        label_cells(root)
        if self.page:
            root[:] = self._told(root, self.page)
        scopes = {each.get("id"): " ".join(monikers) for each, monikers in with_monikers(root, ())}
        tokens: list[Any] = [*getattr(self.md, "toc_tokens", [])]
        for each in tokens:  # which grow
            tokens.extend(each["children"])
        self.headings = {each["id"]: (scopes.get(each["id"], ""), each["html"]) for each in tokens}
        self.blocks = blocks_of(root, self.md.htmlStash)

    def _told(self, root: Element, page: Facts) -> list[Element]:
        """The blocks of a page with its notices: below its title, or at its top where its title is not for all."""
        start, end = self._title(root)
        before, title, body = (_in_language(page, each) for each in (root[:start], root[start:end], root[end:]))
        notes: Any = _TEMPLATES.get_template("partials/porspec-notices.html").module  # its macros
        choice: Any = _TEMPLATES.get_template("partials/picker.html").module
        text = _text_of("".join(root.itertext()))
        closures = page.publication.closures(page.tag).items()
        closed = {each: notes.closed(page, said) for each, said in closures if _text_of(said) not in text}
        names = page.publication.names(page.tag)
        own = [names[each] for each in page.monikers]
        others = {
            each: notes.elsewhere(page, each, name, own) for each, name in names.items() if each not in page.monikers
        }
        return [
            *_zone(page, page.monikers, before),
            *title,
            *self._raw(choice.picker(page.told).strip()),
            *(each for moniker, note in closed.items() for each in _zone(page, (moniker,), self._raw(note))),
            *self._raw(notes.fallback(page)),
            *_zone(page, page.monikers, [*self._raw(notes.outdated(page)), *body]),
            *(each for moniker, note in others.items() for each in _zone(page, (moniker,), self._raw(note))),
        ]

    def _title(self, root: Element) -> tuple[int, int]:
        """Where the title stands among a page's blocks; it may be HTML that Python-Markdown has put aside."""
        for number, each in enumerate(root):
            put_aside = HTML_PLACEHOLDER_RE.fullmatch((each.text or "").strip())
            html = str(self.md.htmlStash.rawHtmlBlocks[int(put_aside[1])]) if put_aside else ""
            if each.tag == "h1" or html.lower().startswith("<h1"):
                return number, number + 1
        return 0, 0

    def _raw(self, html: str) -> list[Element]:
        """What stands in for HTML, if any, as for a block of HTML in a page."""
        element = Element("p")
        element.text = self.md.htmlStash.store(html) if html else ""
        return [element] if html else []


def _zone(page: Facts, monikers: Sequence[str], blocks: list[Element]) -> list[Element]:
    """A zone for some monikers; the blocks alone where these are all, or there is no block."""
    if not blocks or monikers == page.publication.spec.config.monikers.ids:
        return blocks
    zone = Element("div", zone_attributes(monikers))
    names = page.publication.markdown(page.tag)
    zone[:] = [moniker_label("p", monikers, names["names"], names["between"]), *blocks]
    return [zone]


def _in_language(page: Facts, blocks: list[Element]) -> list[Element]:
    """Blocks, marked where they are in another language than the page's readers'."""
    if not blocks or page.shown == page.tag:
        return blocks
    shown, around = (page.publication.lang(each) for each in (page.shown, page.tag))
    marked_blocks = Element("div", {"class": UNTRANSLATED, **lang_attributes(shown, around)})
    marked_blocks[:] = blocks
    return [marked_blocks]


def _text_of(html: str) -> str:
    """Text or HTML as plain text in one line, without what Python-Markdown has put aside."""
    return " ".join(unescape(re.sub(r"<[^>]*>", "", HTML_PLACEHOLDER_RE.sub("", html))).split())
