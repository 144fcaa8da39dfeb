"""Checks of hand-written pages: their zones, for the monikers of the page, and what they link to.

What a link leads to may be hand-written or rendered; who reads it must have the page, and the place on it.
"""

import errno
import os
import re
import stat
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from functools import cache, cached_property, lru_cache
from pathlib import Path
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from ..languages.words import read_words
from ..markdown.extension import DocsMarkdownExtension
from ..markdown.reader import Link, SourcePage, read_page
from ..markdown.trees import with_monikers
from ..pages.help import render
from ..pages.overviews import compare_page, coverage_page
from ..sources.files import refuse_strange, unreadable
from ..sources.monikers import Monikers
from ..sources.pages import (
    COMPARE,
    COVERAGE,
    OWN,
    PageMonikers,
    page_monikers,
    page_name,
    read_front_matter,
    split_front_matter,
    split_page_name,
)
from ..sources.problems import Location, Problem, SpecError
from ..spec.spec import Spec
from .docfx import docfx_problems
from .registry import check, pages, read_pages, rendered_names, rendered_stems

_NOBODY = PageMonikers((), ())
_EXTENSIONS = ("toc", "attr_list", "md_in_html", "tables", "github-callouts")


@check(
    *("docs-front-matter", "moniker-range-invalid", "moniker-range-undefined", "moniker-range-out-of-scope"),
    *("moniker-zone-empty", "duplicate-moniker-config", "invalid-moniker-range", "h1-in-moniker", "zone-colons"),
    *("zone-stray-end", "zone-nested", "zone-in-html", "zone-in-table", "zone-without-text", "zone-portal"),
    "heading-skipped",
)
def moniker_zone_empty(spec: Spec) -> Iterator[Problem]:
    """Each zone of a hand-written page is well-formed, and its readers can see it."""
    for page, _, problems in read_pages(spec):
        yield from problems
        yield from portal_problems(page, spec.config.monikers)


def portal_problems(page: SourcePage, monikers: Monikers) -> Iterator[Problem]:
    """Portals of monikers that do not read of them."""
    hosts = ((link, monikers.owners(link.target)) for link in page.hosts)
    links = ((link, monikers.link_owners(link.target)) for link in page.links)
    for link, owners in (*hosts, *links):
        if owners and link.readers and not owners & link.readers:
            names, readers = (", ".join(monikers.in_order(each)) for each in (owners, link.readers))
            message = f"{link.target} is the portal of {names}, and this is read by {readers}"
            yield Problem(link.place, message, "zone-portal", "Link to the portal of the moniker that reads it.")


@check("feature-name", "publish-url-conflict")
def addresses(spec: Spec) -> Iterator[Problem]:
    """No two pages have one address, and no feature that of a page that the site has besides, or of a home page."""
    tags, own = {spec.config.language(code).tag for code in spec.languages}, spec.config.language(spec.source).tag
    homes = {spec.config.language(code).tag for code in spec.config.all_languages}
    sources = {stem: spec.config.feature_path(spec.source, stem) for stem in spec.features}
    for stem, path in sources.items():
        if stem in OWN or (folder := stem.partition("/")[0]) in homes:
            name = stem if stem in OWN else folder
            message = f'A page called "{name}" is there without this feature: only one would be shown'
            remedy = "Give the feature's files another name, in every language."
            yield Problem(Location(path), message, "feature-name", remedy)
    docs = spec.config.root / spec.config.docs
    found = (path.relative_to(docs).as_posix() for path in sorted(docs.rglob("*.md")))
    names = [name for name in found if not spec.config.site.excludes(name)]

    def address(name: str) -> tuple[str, str]:
        path, tag = split_page_name(name, tags)
        return tag or own, re.sub(r"(^|/)(index|README)$", "", path)

    rendered = rendered_names(spec) if spec.config.site.renders else ()
    first = {address(name): "a page that is rendered" for name in rendered}
    of_features = dict[tuple[str, str], str]()
    written = ((address(name), f"{spec.config.docs}/{name}", first) for name in names)
    told = ((address(page_name(stem, own)), path, of_features) for stem, path in sources.items())
    for place, path, known in (*told, *written):
        if (other := known.setdefault(place, path)) != path:
            remedy = "Give one of the two another name: only one of them would be shown."
            yield Problem(Location(path), f"This page has the address of {other}", "publish-url-conflict", remedy)


@check("docs-unreadable")
def strange_files(spec: Spec) -> Iterator[Problem]:
    """What stands in the docs folder, and is taken into the site, is a file or folder of the project."""
    config, root = spec.config, spec.config.root
    for folder, folders, files in os.walk(root / config.docs, followlinks=True):
        for name in (*folders, *files):
            path = Path(folder, name).relative_to(root).as_posix()
            is_taken = name in folders or not config.site.excludes(path.removeprefix(f"{config.docs}/"))
            if is_taken and (error := _strange(root, path)):
                yield unreadable(path, error, "docs-unreadable")
                folders[:] = [each for each in folders if each != name]


def _strange(root: Path, path: str) -> OSError | None:
    """What is wrong with a name, with a symbolic link, or with what is neither a file nor a folder."""
    if not path.isprintable():
        return OSError(errno.EILSEQ, "its name is not UTF-8, or holds control characters", path)
    mode = (root / path).lstat().st_mode
    if stat.S_ISREG(mode) or stat.S_ISDIR(mode):
        return None
    try:
        refuse_strange(root, path)
    except OSError as error:
        return error
    return None


# --- links ---------------------------------------------------------------------------------------------------------


@check(
    *("docs-target", "docs-alert", "docs-include", "docs-video", "docs-tab", "docs-code", "docs-pivot", "docs-image"),
    "docs-syntax",
)
def docs_target(spec: Spec) -> Iterator[Problem]:
    """Each link of a hand-written page leads to a page or a file of the site, or to a whole address."""
    config, root = spec.config, spec.config.root
    files = {path.relative_to(root).as_posix() for path in (root / config.docs).rglob("*") if path.is_file()}
    tags = {config.language(code).tag for code in spec.languages}
    known = files | {f"{split_page_name(each, tags)[0]}.md" for each in files if each.endswith(".md")}
    known |= {f"{config.docs}/{stem}.md" for stem in rendered_stems(spec)}
    for page, _, _ in read_pages(spec):
        yield from page_problems(page, known)


def page_problems(page: SourcePage, known: Collection[str]) -> Iterator[Problem]:
    """What is written for other site builders, and links to other files than the known ones."""
    yield from docfx_problems(page)
    for link in page.unreadable_links():
        message, remedy = f'The link "{link.target}" is no address', "Correct what stands behind //, or link to a page."
        yield Problem(link.place, message, "docs-target", remedy)
    for link in page.links:
        if link.kind != "use" and link.file() not in {None, link.place.path, *known}:
            remedy = "Link to a page of this site by its name without language, or to a whole address."
            yield Problem(link.place, f'The link "{link.target}" leads nowhere', "docs-target", remedy)


@check("docs-target-monikers")
def docs_target_monikers(spec: Spec) -> Iterator[Problem]:
    """Each link leads to a page, and to a place on it, that all have who read the link."""
    found = _Targets(spec)
    for page, _, _ in read_pages(spec):
        yield from filter(None, map(found.problem, (link for link in page.links if link.kind != "definition")))
    for path, link in _described_links(spec):
        if problem := found.problem(link):
            yield replace(problem, location=replace(problem.location, path=path))


class _Targets:
    """The pages of a spec, by their paths; pages that are not translated are those of the source language."""

    def __init__(self, spec: Spec) -> None:
        self.spec, self.monikers = spec, spec.config.monikers
        self.texts = dict(pages(spec))
        stems = ((self._path(stem, code), stem) for code in spec.languages for stem in rendered_stems(spec))
        self.stems = {f"{spec.config.docs}/{name}": stem for name, stem in stems}
        self.anchors = cache(self._anchors)

    def problem(self, link: Link) -> Problem | None:
        """What is wrong with a link for some monikers to a page, or for any to an anchor, that not all of them have.

        A link for everybody may lead to a page that some monikers do not have: the page tells them so.
        """
        page = self._page(link)
        if page is None:
            return None
        readers, having, what = link.seen_by(self.monikers), self._monikers_of(page), "the page"
        if readers == self.monikers.all or readers <= having:
            readers, what = readers & having, f"#{link.anchor}"
            having = self.anchors(page).get(link.anchor, readers) if link.anchor else readers
        missing = self.monikers.in_order(readers - having)
        if not missing:
            return None
        message = f'{", ".join(missing)} would not find what the link "{link.target}" leads to: {what} is for '
        remedy = "Put the link into a zone of the monikers that have it, or link to what all its readers have."
        names = ", ".join(self.monikers.in_order(having)) or "no moniker"
        return Problem(link.place, message + names, "docs-target-monikers", remedy)

    def _path(self, path: str, code: str) -> str:
        return page_name(path.removesuffix(".md"), self.spec.config.language(code).tag)

    def _page(self, link: Link) -> str | None:
        """The page that a link leads to, if it leads to one."""
        if (file := link.file()) is None:
            return None
        own = [code for code in self.spec.languages if link.place.path.endswith(self._path("", code))]
        candidates = [file, *(self._path(file, code) for code in (*own, self.spec.source))]
        return next((each for each in candidates if each in self.texts or each in self.stems), None)

    def _monikers_of(self, page: str) -> frozenset[str]:
        if page not in self.texts:
            stem = self.stems[page]
            return self.spec.feature(stem).monikers if stem in self.spec.features else self.monikers.all
        matter, _ = read_front_matter(page, self.texts[page])
        found, _ = page_monikers(self.monikers, self.spec.config.moniker_ranges, matter)
        return frozenset(found.monikers) if found.versioned else self.monikers.all

    def _anchors(self, page: str) -> Mapping[str, frozenset[str]]:
        """The monikers of each anchor of a page."""
        text = self.texts[page] if page in self.texts else self._rendered.get(page, "")
        return anchors_of(text, self.monikers, self._monikers_of(page))

    @cached_property
    def _rendered(self) -> Mapping[str, str]:
        """The rendered pages by their paths, without what only a run can tell; none whose words cannot be read."""
        found: dict[str, str] = {}
        for code in self.spec.languages:
            with suppress(SpecError):
                words = read_words(self.spec.config, code)
                own = {COVERAGE: coverage_page(self.spec, (), words), COMPARE: compare_page(self.spec, (), words)}
                made = render(self.spec, (), words) | own
                found |= {f"{self.spec.config.docs}/{self._path(stem, code)}": page for stem, page in made.items()}
        return found


@lru_cache(256)
def anchors_of(text: str, monikers: Monikers, page: frozenset[str]) -> Mapping[str, frozenset[str]]:
    """The anchors of a page for these monikers, each with the monikers that it leads to something."""
    ordered = monikers.in_order(page)
    md = Markdown(extensions=[*_EXTENSIONS, DocsMarkdownExtension(monikers=monikers, page=ordered)])
    md.treeprocessors.register(made := _Made(md), "porspec_made", -1)
    md.convert(split_front_matter(text)[1])
    found: dict[str, frozenset[str]] = {}
    for element, own in with_monikers(made.root, ()):
        for anchor in {element.get("id"), element.get("data-anchor")} - {None}:
            found[str(anchor)] = found.get(str(anchor), frozenset()) | frozenset(own or ordered)
    return found


class _Made(Treeprocessor):
    """Keeps what all other processors have made."""

    root = Element("div")

    def run(self, root: Element) -> None:
        self.root = root


def _described_links(spec: Spec) -> Iterator[tuple[str, Link]]:
    """The links in the descriptions of the source language's features, rules and procedures, with the features' paths.

    Each is a link of the page that is made of its feature. A feature's description is read by those who have a
    procedure, or else by all; that of a rule or a procedure by those who have it; steps by nobody.
    """
    for stem in spec.features:
        bound = spec.feature(stem)
        page = page_name(f"{spec.config.docs}/{stem}", spec.config.language(spec.source).tag)
        readers_from = {each.location.line: frozenset[str]() for each in bound.source.elements()}
        readers_from[bound.source.location.line] = bound.with_procedure or bound.monikers
        readers_from |= {each.location.line: own for each, own in zip(bound.source.rules, bound.rules, strict=True)}
        for each in (each for each in bound.scenarios if each.rule is None):
            readers_from |= {step.location.line: frozenset() for step in each.source.steps[:1]}
            readers_from[each.source.location.line] = each.monikers
        readers = frozenset[str]()
        for number, text in enumerate(bound.source.text.split("\n"), 1):
            readers = readers_from.get(number, readers)
            for link in read_page(page, text.strip(), spec.config.monikers, _NOBODY).links if readers else ():
                place = Location(page, number, link.place.column + len(text) - len(text.lstrip()))
                yield bound.source.path, replace(link, place=place, readers=readers)
