"""The pages of a project, hand-written and rendered; what their links lead to, and which monikers have it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from functools import cache, cached_property
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from ..languages.words import read_words
from ..markdown.extension import DocsMarkdownExtension
from ..markdown.reader import Link, SourcePage, read_page
from ..markdown.trees import with_clouds
from ..pages.help import render
from ..pages.overviews import coverage_page
from ..sources.features import Background, Scenario
from ..sources.files import read_source
from ..sources.monikers import Monikers
from ..sources.pages import (
    COVERAGE,
    OWN,
    FrontMatter,
    PageMonikers,
    page_monikers,
    page_name,
    read_front_matter,
    split_front_matter,
    split_page_name,
)
from ..sources.problems import Location, Problem, SpecError
from ..spec.bindings import BoundFeature
from ..spec.spec import Spec

_NOBODY = PageMonikers((), ())
_EXTENSIONS = ("toc", "attr_list", "md_in_html", "tables", "github-callouts")


def read_pages(
    spec: Spec, code: str | None = None, *, by_hand: bool = False
) -> Iterator[tuple[SourcePage, FrontMatter, list[Problem]]]:
    """Each page, its front matter, and what is wrong with that and with its zones."""
    for path, text in pages(spec, code, by_hand=by_hand):
        matter, unreadable = read_front_matter(path, text)
        monikers, out_of_range = page_monikers(spec.config.monikers, spec.config.moniker_ranges, matter)
        page = read_page(path, text, spec.config.monikers, monikers)
        yield page, matter, [*unreadable, *out_of_range, *page.problems]


def pages(spec: Spec, code: str | None = None, *, by_hand: bool = False) -> Iterator[tuple[str, str]]:
    """The path and text of each page that can be read, as `page_paths` gives them."""
    for path in page_paths(spec, code, by_hand=by_hand):
        with suppress(SpecError):
            yield path, read_source(spec.config.root, path, "docs-unreadable")


def page_paths(spec: Spec, code: str | None = None, *, by_hand: bool = False) -> Iterator[str]:
    """The path of each page in the docs folder, of one language or of all that are loaded.

    A page with the name of a rendered one is no page of a site that renders it; of another site it is one that
    `porspec render` wrote, which `by_hand` leaves out.
    """
    docs = spec.config.docs
    rendered = {f"{docs}/{name}" for name in rendered_names(spec)} if by_hand or spec.config.site.renders else set()
    ending = f".{spec.config.language(code).tag}" if code else ""
    others = {each for each in spec.config.targets if each not in spec.languages}
    left_out = {spec.config.language(each).tag for each in others}
    for path in sorted((spec.config.root / docs).rglob(f"*{ending}.md")):
        name = path.relative_to(spec.config.root).as_posix()
        is_left_out = name in rendered or spec.config.site.excludes(name.removeprefix(f"{docs}/"))
        if not is_left_out and split_page_name(name, left_out)[1] is None:
            yield name


def rendered_names(spec: Spec) -> Iterator[str]:
    """The file names of the pages that are rendered."""
    for code in (spec.source, *spec.config.targets):
        for stem in rendered_stems(spec):
            yield page_name(stem, spec.config.language(code).tag)


def rendered_stems(spec: Spec) -> tuple[str, ...]:
    """The names of the pages that are rendered, without language and ending."""
    return (*spec.features, *OWN)


class Targets:
    """The pages of a spec, by their paths; pages that are not translated are those of the source language."""

    def __init__(self, spec: Spec) -> None:
        self.spec, self.monikers = spec, spec.config.monikers
        self.texts = dict(pages(spec))
        self.stems = {
            self._path(f"{spec.config.docs}/{stem}.md", code): stem
            for stem in rendered_stems(spec)
            for code in spec.languages
        }
        self.anchors = cache(self._anchors)

    def problem(self, link: Link) -> Problem | None:
        """What is wrong with a link for some clouds to a page, or for any to an anchor, that not all of them have.

        A link for everybody may lead to a page that some clouds do not have: the page tells them so.
        """
        page = self._page(link)
        if page is None:
            return None
        readers, having = link.seen_by(self.monikers), self._clouds(page)
        if readers != self.monikers.all and not readers <= having:
            return _cloud_problem(link, readers, having, "the page", self.monikers)
        found = self.anchors(page).get(link.anchor) if link.anchor else None
        return _cloud_problem(link, readers & having, found, f"#{link.anchor}", self.monikers) if found else None

    def _path(self, path: str, code: str) -> str:
        return page_name(path.removesuffix(".md"), self.spec.config.language(code).tag)

    def _page(self, link: Link) -> str | None:
        """The page that a link leads to, if it leads to one."""
        file = link.file()
        if file is None:
            return None
        own = [code for code in self.spec.languages if link.place.path.endswith(self._path("", code))]
        candidates = [file, *(self._path(file, code) for code in (*own, self.spec.source))]
        return next((each for each in candidates if each in self.texts or each in self.stems), None)

    def _clouds(self, page: str) -> frozenset[str]:
        if page not in self.texts:
            stem = self.stems[page]
            return self.spec.feature(stem).monikers if stem in self.spec.features else self.monikers.all
        found, _ = page_monikers(
            self.monikers, self.spec.config.moniker_ranges, read_front_matter(page, self.texts[page])[0]
        )
        return frozenset(found.monikers) if found.versioned else self.monikers.all

    def _anchors(self, page: str) -> Mapping[str, frozenset[str]]:
        """The clouds of each anchor of a page."""
        text = self.texts[page] if page in self.texts else self._rendered.get(page, "")
        return anchors_of(text, self.monikers, self._clouds(page))

    @cached_property
    def _rendered(self) -> Mapping[str, str]:
        """The rendered pages by their paths, without what only a run can tell; none whose words cannot be read."""
        found = {}
        for code in self.spec.languages:
            with suppress(SpecError):
                words = read_words(self.spec.config, code)
                made = render(self.spec, (), code, words) | {COVERAGE: coverage_page(self.spec, (), code, words)}
                found.update(
                    {self._path(f"{self.spec.config.docs}/{stem}.md", code): page for stem, page in made.items()}
                )
        return found


def described_links(spec: Spec) -> Iterator[tuple[str, Link]]:
    """The links in the descriptions of the source language's features and rules, with the paths of the features.

    Each is a link of the page that is made of its feature.
    """
    for stem, features in spec.features.items():
        bound = features[spec.source]
        written = read_source(spec.config.root, bound.source.path, "feature-syntax").split("\n")
        page = page_name(f"{spec.config.docs}/{stem}", spec.config.language(spec.source).tag)
        readers, readers_from = frozenset[str](), _readers(bound)
        for number, text in enumerate(written, 1):
            readers = readers_from.get(number, readers)
            for link in read_page(page, text.strip(), spec.config.monikers, _NOBODY).links if readers else ():
                place = Location(page, number, link.place.column + len(text) - len(text.lstrip()))
                yield bound.source.path, replace(link, place=place, readers=readers)


def _readers(bound: BoundFeature) -> dict[int, frozenset[str]]:
    """Who reads a feature from a line on: its description those who have a procedure, or else all; steps nobody."""
    source = bound.source
    having = frozenset[str]().union(*(each.monikers for each in bound.scenarios if each.rule is None))
    backgrounds = (source.background, *(rule.background for rule in source.rules))
    steps: list[Background | Scenario] = [
        *filter(None, backgrounds),
        *(scenario for _, scenario in source.all_scenarios()),
    ]
    found = {each.location.line: frozenset[str]() for each in steps} | {source.location.line: having or bound.monikers}
    rules = zip(source.rules, bound.rules, strict=True)
    return found | {rule.location.line: monikers for rule, monikers in rules}


def anchors_of(text: str, monikers: Monikers, page: Iterable[str]) -> Mapping[str, frozenset[str]]:
    """The anchors of a page for these clouds, each with the clouds that it leads to something."""
    clouds = monikers.in_order(page)
    md = Markdown(extensions=[*_EXTENSIONS, DocsMarkdownExtension(monikers=monikers, page=clouds)])
    collector = _Collector(md, frozenset(clouds))
    md.treeprocessors.register(collector, "porspec_collector", -1)
    md.convert(split_front_matter(text)[1])
    return collector.found


class _Collector(Treeprocessor):
    """Keeps the anchors once all other processors have made them."""

    def __init__(self, md: Markdown, clouds: frozenset[str]) -> None:
        super().__init__(md)
        self.clouds = clouds
        self.found: dict[str, frozenset[str]] = {}

    def run(self, root: Element) -> None:
        for element, clouds in with_clouds(root, ()):
            for anchor in {element.get("id"), element.get("data-anchor")} - {None}:
                self.found[str(anchor)] = self.found.get(str(anchor), frozenset()) | (frozenset(clouds) or self.clouds)


def target_problems(page: SourcePage, known: Collection[str]) -> Iterator[Problem]:
    """Links to other files than the known ones."""
    for link in page.links:
        if link.kind != "use" and link.file() not in {None, link.place.path, *known}:
            remedy = "Link to a page of this site by its name without language, or to a whole address."
            yield Problem(link.place, f'The link "{link.target}" leads nowhere', "docs-target", remedy)


def portal_problems(page: SourcePage, monikers: Monikers) -> Iterator[Problem]:
    """Portals of clouds that do not read of them."""
    for link in page.hosts:
        owners = monikers.owners(link.target)
        if owners and link.readers and not owners & link.readers:
            yield Problem(
                link.place,
                f"{link.target} is the portal of {', '.join(monikers.in_order(owners))}, "
                f"and this is read by {', '.join(monikers.in_order(link.readers))}",
                "zone-portal",
                "Link to the portal of the cloud that reads it.",
            )


def _cloud_problem(
    link: Link, readers: frozenset[str], having: frozenset[str], what: str, monikers: Monikers
) -> Problem | None:
    """A link that some of these readers follow in vain, as only those in `having` have `what` it leads to."""
    missing = monikers.in_order(readers - having)
    if not missing:
        return None
    return Problem(
        link.place,
        f'{", ".join(missing)} would not find what the link "{link.target}" leads to: '
        f"{what} is for {', '.join(monikers.in_order(having)) or 'no cloud'}",
        "docs-target-clouds",
        "Put the link into a zone of the clouds that have it, or link to what all its readers have.",
    )
