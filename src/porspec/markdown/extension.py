"""Python-Markdown extension for Docs Markdown: zones, rows, CommonMark's lists, explicit anchors and alert titles.

The rules of zones are docfx's (MONIKERS section 1). Every cloud's text is in the HTML, in elements with
`data-moniker`; what a reader sees is chosen by the page's style sheet.

The contract with the page's script: where several elements of a page have one anchor, each has it as `data-anchor`; the
first has it as its id too, the others `<anchor>--<moniker>` or another that no element has. A
link to `#<anchor>` is about the first of them that the reader's cloud shows.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import unescape
from string import punctuation
from typing import Any
from xml.etree import ElementTree

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.fenced_code import FencedCodeExtension
from markdown.extensions.toc import TocTreeprocessor, render_inner_html, strip_tags, unique
from markdown.inlinepatterns import (
    BACKTICK_RE,
    AutolinkInlineProcessor,
    BacktickInlineProcessor,
    InlineProcessor,
    SimpleTextInlineProcessor,
    SubstituteTagInlineProcessor,
)
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown_it.token import Token

from ..sources.monikers import Monikers
from .blocks import Blocks, EmptyBlocks
from .commonmark import read_blocks
from .lists import ListNumbers
from .texts import INCLUDE, VIDEO

Element = ElementTree.Element
ANCHOR = r'<a\s+(?:name|id)="([^"<>]+)"\s*>\s*</a>'
ANCHOR_CLASS = "porspec-anchor"
_HEADINGS = re.compile("h[1-6]")
_FENCED = "fenced_code_block"
_LABEL = re.compile(r"\[([^\]]*)\]", re.DOTALL)  # right behind the text, without a blank
_FENCE = re.compile("```|~~~")


class DocsMarkdownExtension(Extension):
    """Options: `monikers`, `page` (those of the page, or "all"), `names` by moniker, `titles` of alerts by English one."""

    def __init__(self, **options: Any) -> None:
        self.config = {
            "monikers": [Monikers(()), "the monikers that ranges may name"],
            "page": ["all", "the monikers of the page, or all"],
            "names": [{}, "the display name of each moniker"],
            "titles": [{}, "the title of each kind of alert"],
        }
        super().__init__(**options)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Register the parts; Python-Markdown's own lists and what they need give way.

        A backslash escapes, and breaks lines, as CommonMark has it. An include shows nothing, a video its address.
        """
        monikers, names, parser = self.getConfig("monikers"), self.getConfig("names"), md.parser
        page = monikers.ids if self.getConfig("page") == "all" else monikers.in_order(self.getConfig("page"))
        if _FENCED not in md.preprocessors:
            FencedCodeExtension().extendMarkdown(md)
        blocks = Blocks(md, monikers, page, names)
        md.ESCAPED_CHARS = list(punctuation)
        for name in ("indent", "olist", "ulist"):
            parser.blockprocessors.deregister(name)
        parser.blockprocessors.register(blocks, "porspec_blocks", 120)
        md.preprocessors.register(_Fences(md), "porspec_fences", 26)
        md.inlinePatterns.register(_Code(BACKTICK_RE), "backtick", 190)
        for reference in ("reference", "image_reference"):
            md.inlinePatterns[reference].RE_LINK = _LABEL  # type: ignore[attr-defined]
        md.inlinePatterns.register(SimpleTextInlineProcessor(f"{INCLUDE.pattern}()", md), "porspec_include", 175)
        md.inlinePatterns.register(AutolinkInlineProcessor(VIDEO.pattern, md), "porspec_video", 175)
        md.inlinePatterns.register(InlineAnchors(ANCHOR, md), "porspec_anchors", 95)
        md.inlinePatterns.register(SubstituteTagInlineProcessor(r"\\\n", "br"), "porspec_breaks", 185)
        md.treeprocessors.register(blocks.references, "inline", 20)
        md.treeprocessors.register(EmptyBlocks(md), "porspec_empty", 16)
        md.treeprocessors.register(_Titles(md, self.getConfig("titles")), "porspec_titles", 15)
        md.treeprocessors.register(ListNumbers(md, page, names), "porspec_lists", 14)
        md.treeprocessors.register(Anchors(md), "porspec_anchors", 6)


class _Fences(Preprocessor):
    """Puts fenced code aside; Python-Markdown alone knows it at the first column only."""

    def run(self, lines: list[str]) -> list[str]:
        """Work before fenced code is looked for."""
        if not any(_FENCE.search(line) for line in lines):
            return lines
        out, done = list[str](), 0
        for block in read_blocks(lines):
            if block.type == "fence" and block.map:
                first, last = block.map
                out += [*lines[done:first], lines[first][: block.meta["column"]] + self._put_aside(block)]
                done = last
        return [*out, *lines[done:]]

    def _put_aside(self, code: Token) -> str:
        """The placeholder of fenced code; what Python-Markdown cannot read after the opening fence is left out."""
        found = code.markup
        for opening in (code.markup + code.info, code.markup):
            block = [opening, *code.content.removesuffix("\n").split("\n"), code.markup]
            found = "".join(self.md.preprocessors[_FENCED].run(block)).strip()
            if not found.startswith(code.markup):
                break
        return found


class _Code(BacktickInlineProcessor):
    """Code in a text ends with as many backticks as it begins with, never with fewer."""

    def find_code_spans(self, start: int, text: str) -> tuple[int, int | None]:  # type: ignore[override]
        """Where the code begins, and where it ends, if it does."""
        found: Any = super().find_code_spans(start, text)
        begin = next((place for place in range(start, len(text)) if text[place] != "`"), len(text))
        return found if found[0] == begin else (begin, None)


class _Titles(Treeprocessor):
    """Titles of alerts: their kinds, in the page's language."""

    def __init__(self, md: Markdown, titles: Mapping[str, str]) -> None:
        super().__init__(md)
        self.titles = titles

    def run(self, root: Element) -> None:
        """Replace the titles of all alerts."""
        for alert in root.iter("div"):
            if alert.get("class", "").startswith("admonition "):
                title = alert[0]
                if title.text not in self.titles:
                    title.set("lang", "en")
                title.text = self.titles.get(title.text or "", title.text)


class InlineAnchors(InlineProcessor):
    """Makes an element of `<a name="…"></a>`, which would else be raw HTML that nobody can look into."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element, int, int]:  # type: ignore[override] # noqa: N802
        """An anchor."""
        del data
        return ElementTree.Element("span", {"class": ANCHOR_CLASS, "id": m[1]}), m.start(0), m.end(0)


class Anchors(Treeprocessor):
    """Gives a heading the anchor that stands in it or on a line before it, and tells twins apart."""

    def run(self, root: Element) -> None:
        """After attribute lists, which may give an id, and before the table of contents, which gives the others."""
        for parent in list(root.iter()):
            _move_to_headings(parent)
        self._tell_apart(root)

    def _tell_apart(self, root: Element) -> None:
        bearers: dict[str, list[tuple[Element, tuple[str, ...]]]] = {}
        for element, clouds in with_clouds(root, ()):
            if anchor := self._anchor(element):
                bearers.setdefault(anchor, []).append((element, clouds))
        taken = set(bearers)
        for anchor, twins in bearers.items():
            if len(twins) > 1:
                _set_anchor(twins[0][0], anchor, anchor)
                for element, clouds in twins[1:]:
                    _set_anchor(element, unique("--".join((anchor, *clouds)), taken), anchor)

    def _anchor(self, element: Element) -> str:
        """The anchor of an element; a heading's own is what the table of contents would make of its text."""
        if explicit := element.get("id"):
            return explicit
        if not _HEADINGS.fullmatch(str(element.tag)) or "toc" not in self.md.treeprocessors:
            return ""
        toc = self.md.treeprocessors["toc"]
        assert isinstance(toc, TocTreeprocessor)
        return str(toc.slugify(unescape(strip_tags(render_inner_html(element, self.md))), toc.sep))


def _set_anchor(element: Element, own: str, shared: str) -> None:
    element.set("id", own)
    element.set("data-anchor", shared)


def with_clouds(element: Element, clouds: tuple[str, ...]) -> list[tuple[Element, tuple[str, ...]]]:
    """An element and all in it, each with the clouds of the innermost zone around it; () where there is none."""
    clouds = tuple(element.get("data-moniker", " ".join(clouds)).split())
    return [(element, clouds), *(each for child in element for each in with_clouds(child, clouds))]


def _move_to_headings(parent: Element) -> None:
    waiting: list[Element] = []
    for child in list(parent):
        if is_heading := _HEADINGS.fullmatch(str(child.tag)) is not None:
            child[:0] = [each for line in waiting for each in line]
            for line in waiting:
                parent.remove(line)
            _take_anchor(child)
        waiting = [] if is_heading else [*waiting, child] if _only_anchors(child) else []
    for child in parent:
        if _only_anchors(child):
            child.tag = "div"  # nothing to be seen, and so without a paragraph's room


def _take_anchor(heading: Element) -> None:
    """The first of a heading's anchors becomes its id."""
    anchor = next((each for each in heading if _is_anchor(each)), None)
    if anchor is None or "id" in heading.attrib:
        return
    heading.set("id", anchor.get("id", ""))
    place = list(heading).index(anchor)
    if place:
        heading[place - 1].tail = (heading[place - 1].tail or "") + (anchor.tail or "")
    else:
        heading.text = (heading.text or "") + (anchor.tail or "")
    heading.remove(anchor)


def _is_anchor(element: Element) -> bool:
    return element.get("class") == ANCHOR_CLASS


def _only_anchors(element: Element) -> bool:
    text = "".join([element.text or "", *(each.tail or "" for each in element)]).strip()
    return element.tag == "p" and len(element) > 0 and all(map(_is_anchor, element)) and not text


def makeExtension(**options: Any) -> DocsMarkdownExtension:  # noqa: N802 - Python-Markdown's name
    """Make the extension."""
    return DocsMarkdownExtension(**options)
