"""What a page's head tells search engines, and who shares its address: addresses in full, languages, steps as data.

Only a site that knows its address has any of it. The data are schema.org's BreadcrumbList and HowTo.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urlencode, urljoin

from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from ..markdown.trees import MONIKER_CLASS, PICTURE_CLASS
from ..sources.locale import likely
from .publish import Publication

PICTURE = "assets/social.png"  # in docs, social.<tag>.png for each language
_HOW_TO = "how-to"  # the topic of a page with steps
_HEADING = re.compile("h[1-6]")
_FIGURE = re.compile(rf'<figure class="{PICTURE_CLASS}".*?</figure>', re.DOTALL)
_VOID = {"br", "hr", "img", "input", "wbr", "source", "area", "col", "embed", "link", "meta", "track"}
_NOT_SAID = {MONIKER_CLASS, PICTURE_CLASS, "porspec-note", "porspec-assumed", "headerlink"}
_LANGUAGE_AND_REGION = 2


@dataclass(frozen=True)
class Head:
    """Of a page: its address, that of each language that has it with `x-default`, its texts, its picture with its width
    and height, its data.
    """

    address: str
    alternates: Sequence[tuple[str, str]]
    title: str
    description: str
    locales: Sequence[str]
    image: str
    size: tuple[int, int] | None
    data: Sequence[Mapping[str, Any]]


def head_of(page: Page, config: MkDocsConfig, files: Files, publication: Publication) -> Head | None:
    """None where the site has no address. A page in another language than its readers' is said to be that other one."""
    if not config.site_url:
        return None
    file: Any = page.file
    having = {tag: other for tag, other in file.alternates.items() if other.locale == tag}
    own = having.get(file.locale, file)
    page.canonical_url = _address(config, own)
    source, title = publication.tag(), _text(page.meta.get("title") or page.title)
    tags = [tag for tag in publication.languages if tag in having]
    alternates = [(publication.lang(tag), _address(config, having[tag])) for tag in tags]
    alternates += [("x-default", _address(config, having[source]))] if source in having else []
    described = Head(
        page.canonical_url,
        alternates,
        title,
        _text(page.meta.get("description") or config.site_description),
        [_locale(tag) for tag in (file.locale, *(tag for tag in tags if tag != file.locale))],
        _address(config, picture) if (picture := files.get_file_from_path(PICTURE)) else "",
        _size(picture.content_bytes) if picture else None,
        [],
    )
    home = publication.languages if page.is_homepage else ()
    data = [] if home else [_breadcrumbs(described, config, file.locale_alternate_of, source)]
    return Head(**{**vars(described), "data": [*data, *_how_tos(page, described, publication)]})


def _address(config: MkDocsConfig, file: File) -> str:
    return urljoin(str(config.site_url), file.url)


def _size(picture: bytes) -> tuple[int, int] | None:
    """The width and the height of a picture, if it is a PNG: they stand first in it."""
    if not picture.startswith(b"\x89PNG"):
        return None
    return int.from_bytes(picture[16:20], "big"), int.from_bytes(picture[20:24], "big")


def _text(value: object) -> str:
    return value.striptags() if isinstance(value, Markup) else str(value or "")


def _locale(tag: str) -> str:
    """A language as Open Graph has it: with the region that CLDR holds to be meant, where it knows one."""
    language, *rest = likely(tag)
    return "_".join([language, *(each for each in rest if len(each) == _LANGUAGE_AND_REGION)])


def _breadcrumbs(head: Head, config: MkDocsConfig, tag: str, source: str) -> dict[str, Any]:
    folder = "" if tag == source else f"{tag}/"
    home = urljoin(str(config.site_url), folder if config.use_directory_urls else f"{folder}index.html")
    places = [(str(config.site_name), home), (head.title, head.address)]
    items = [
        {"@type": "ListItem", "position": number, "name": name, "item": address}
        for number, (name, address) in enumerate(places, 1)
    ]
    return {"@context": "https://schema.org", "@type": "BreadcrumbList", "itemListElement": items}


def _how_tos(page: Page, head: Head, publication: Publication) -> Iterator[dict[str, Any]]:
    """The steps of a task for each moniker that has some; once, where all have the same."""
    if page.meta.get("ms.topic") != _HOW_TO:
        return
    file: Any = page.file
    reader = _Steps()
    reader.feed(_FIGURE.sub("", page.content or ""))
    names = publication.names(file.locale)
    told = {each: reader.told(each) for each in names}
    is_same = all(each == told[next(iter(told))] for each in told.values())
    for moniker, lists in told.items():
        if lists and not (is_same and moniker != next(iter(told))):
            yield {
                "@context": "https://schema.org",
                "@type": "HowTo",
                "name": head.title if is_same else f"{head.title} ({names[moniker]})",
                "description": head.description,
                "inLanguage": publication.lang(file.locale),
                "url": head.address if is_same else f"{head.address}?{urlencode({'view': moniker})}",
                "step": _sections(lists),
            }


def _sections(lists: Sequence[tuple[str, Sequence[str]]]) -> list[dict[str, Any]]:
    """Steps; in sections, where a page has several lists of them."""
    made = [
        (name, [{"@type": "HowToStep", "position": number, "text": text} for number, text in enumerate(steps, 1)])
        for name, steps in lists
    ]
    if len(made) == 1:
        return made[0][1]
    sections = ({"name": name, "itemListElement": steps} for name, steps in made)
    return [{"@type": "HowToSection", "position": number, **each} for number, each in enumerate(sections, 1)]


_Pieces = list[tuple[frozenset[str] | None, str]]  # each for some monikers, or for all


class _Steps(HTMLParser):
    """Reads the numbered steps of a page, each list below its heading, without notes and pictures."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[tuple[str, frozenset[str] | None]] = []
        self.heading: _Pieces = []
        self.lists: list[tuple[_Pieces, list[_Pieces]]] = []
        self.is_new, self.step = True, 0  # how deep in what is open a step is, from 1

    def told(self, moniker: str) -> list[tuple[str, list[str]]]:
        """The lists that have steps for the readers of a moniker, by their headings."""

        def text(pieces: _Pieces) -> str:
            return " ".join(
                "".join(said for monikers, said in pieces if monikers is None or moniker in monikers).split()
            )

        found = [(text(heading), [said for each in steps if (said := text(each))]) for heading, steps in self.lists]
        return [each for each in found if each[1]]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _VOID:
            return
        values = {key: value or "" for key, value in attrs}
        monikers = self.open[-1][1] if self.open else None
        if "data-moniker" in values and monikers != frozenset():
            monikers = frozenset(values["data-moniker"].split())
        if _NOT_SAID & set(values.get("class", "").split()):
            monikers = frozenset()
        self.open.append((tag, monikers))
        if _HEADING.fullmatch(tag):
            self.heading = []
        elif tag == "ol":
            self.is_new = True
        elif tag == "li" and "value" in values and not self.step:
            if self.is_new:
                self.lists.append((self.heading, []))
            self.lists[-1][1].append([])
            self.is_new, self.step = False, len(self.open)

    def handle_endtag(self, tag: str) -> None:
        places = [place for place, (name, _) in enumerate(self.open) if name == tag]
        if places:
            del self.open[places[-1] :]
            self.step = self.step if len(self.open) >= self.step else 0

    def handle_data(self, data: str) -> None:
        piece = (self.open[-1][1] if self.open else None, data)
        if self.step:
            self.lists[-1][1][-1].append(piece)
        elif any(_HEADING.fullmatch(tag) for tag, _ in self.open):
            self.heading.append(piece)
