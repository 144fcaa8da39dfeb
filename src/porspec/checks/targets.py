"""What the links of pages lead to, hand-written and rendered, and which clouds have it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from functools import cache, cached_property
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from ..languages.words import read_words
from ..markdown.anchors import with_clouds
from ..markdown.extension import DocsMarkdownExtension
from ..markdown.lines import Line
from ..markdown.links import Link, PageLinks, cloud_problem
from ..markdown.page_lines import PageLine
from ..pages.help import render
from ..pages.overviews import coverage_page
from ..sources.features import Background, Scenario
from ..sources.files import read_source
from ..sources.monikers import Monikers
from ..sources.pages import page_monikers, page_name, read_front_matter, split_front_matter
from ..sources.problems import Problem, SpecError
from ..spec.bound import BoundFeature
from ..spec.spec import Spec
from .registry import pages, rendered_stems

_EXTENSIONS = ("toc", "attr_list", "md_in_html", "tables", "github-callouts")


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
            return cloud_problem(link, readers, having, "the page", self.monikers)
        found = self.anchors(page).get(link.anchor) if link.anchor else None
        return cloud_problem(link, readers & having, found, f"#{link.anchor}", self.monikers) if found else None

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
                made = (*render(self.spec, (), code, words), coverage_page(self.spec, (), code, words))
                found.update(
                    {self._path(f"{self.spec.config.docs}/{page.stem}.md", code): page.markdown for page in made}
                )
        return found


def described_links(spec: Spec) -> Iterator[tuple[str, Link]]:
    """The links in the descriptions of the source language's features and rules, with the paths of the features.

    Each is a link of the page that is made of its feature.
    """
    for stem, features in spec.features.items():
        bound = features[spec.source]
        written = read_source(spec.config.root, bound.source.path, "feature-syntax").split("\n")
        readers, lines = frozenset[str](), []
        readers_from = _readers(bound)
        for number, text in enumerate(written, 1):
            readers = readers_from.get(number, readers)
            lines.append(PageLine(number, Line(0, 0, text if readers else ""), text, readers=readers))
        page = page_name(f"{spec.config.docs}/{stem}", spec.config.language(spec.source).tag)
        yield from ((bound.source.path, link) for link in PageLinks(page, lines).inline())


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
