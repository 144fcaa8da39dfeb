"""Python-Markdown extension for Docs Markdown: zones, rows, CommonMark's lists, explicit anchors and alert titles.

The rules of zones are docfx's (MONIKERS section 1). Every cloud's text is in the HTML, in elements with
`data-moniker`; what a reader sees is chosen by the page's style sheet. What the page's script is told of headings that
stand in several zones is in `anchors`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from string import punctuation
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.fenced_code import FencedCodeExtension
from markdown.inlinepatterns import SubstituteTagInlineProcessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown_it.token import Token

from ..sources.monikers import Monikers
from .anchors import ANCHOR, Anchors, InlineAnchors
from .blocks import Blocks, EmptyBlocks, Include, Video, ZoneReferences
from .commonmark import INCLUDE, VIDEO, read_blocks
from .lists import ListNumbers

_FENCED = "fenced_code_block"
_FENCE = re.compile("```|~~~")


def _ignore(message: str) -> None:
    """Nobody listens."""
    del message


class DocsMarkdownExtension(Extension):
    """Options: `monikers`, `page` (those of the page, or "all"), `names` (display name by moniker), `titles` (alert
    title by English one), `report`.
    """

    def __init__(self, **options: Any) -> None:
        self.config = {
            "monikers": [Monikers(()), "the monikers that ranges may name"],
            "page": ["all", "the monikers of the page, or all"],
            "names": [{}, "the display name of each moniker"],
            "titles": [{}, "the title of each kind of alert"],
            "report": [_ignore, "called with what is wrong with a zone"],
        }
        super().__init__(**options)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Register the parts; Python-Markdown's own lists and what they need give way.

        A backslash escapes, and breaks lines, as CommonMark has it.
        """
        monikers, names, parser = self.getConfig("monikers"), self.getConfig("names"), md.parser
        page = monikers.ids if self.getConfig("page") == "all" else monikers.in_order(self.getConfig("page"))
        if _FENCED not in md.preprocessors:
            FencedCodeExtension().extendMarkdown(md)
        references = ZoneReferences(md)
        blocks = Blocks(md, monikers, page, names, self.getConfig("report"), references)
        md.ESCAPED_CHARS = list(punctuation)
        for name in ("indent", "olist", "ulist"):
            parser.blockprocessors.deregister(name)
        parser.blockprocessors.register(blocks, "porspec_blocks", 120)
        md.preprocessors.register(_Fences(md), "porspec_fences", 26)
        md.inlinePatterns.register(Include(INCLUDE.pattern, md), "porspec_include", 175)
        md.inlinePatterns.register(Video(VIDEO.pattern, md), "porspec_video", 175)
        md.inlinePatterns.register(InlineAnchors(ANCHOR, md), "porspec_anchors", 95)
        md.inlinePatterns.register(SubstituteTagInlineProcessor(r"\\\n", "br"), "porspec_breaks", 185)
        md.treeprocessors.register(references, "inline", 20)
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
                out += [*lines[done:first], lines[first][: block.meta["container"]] + self._put_aside(block)]
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


def makeExtension(**options: Any) -> DocsMarkdownExtension:  # noqa: N802 - Python-Markdown's name
    """Make the extension."""
    return DocsMarkdownExtension(**options)
