"""Python-Markdown extension for Docs Markdown: zones, rows, CommonMark's lists, explicit anchors and alert titles.

The rules of zones are docfx's (MONIKERS section 1). Every moniker's text is in the HTML, in elements with
`data-moniker`; what a reader sees is chosen by the page's style sheet. Blocks that hold blocks are made here as
CommonMark has them. Each other one is left to Python-Markdown and its extensions, which know nothing of columns, nor of
what ends a paragraph.

The contract with the page's script: where several elements of a page have one anchor, each has it as `data-anchor`; the
first has it as its id too, the others `<anchor>--<moniker>` or another that no element has. A
link to `#<anchor>` is about the first of them that the reader's moniker shows.
"""

import re
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import groupby, takewhile
from string import punctuation
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown, util
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.extensions.fenced_code import FencedCodeExtension
from markdown.inlinepatterns import (
    BACKTICK_RE,
    AutolinkInlineProcessor,
    BacktickInlineProcessor,
    HtmlInlineProcessor,
    InlineProcessor,
    SimpleTextInlineProcessor,
    SubstituteTagInlineProcessor,
)
from markdown.preprocessors import Preprocessor
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from ..sources.monikers import Monikers
from .commonmark import read_blocks
from .docfx import IMAGE, INCLUDE, NO_LOC, VIDEO, attributes, grid_kind, held, image
from .lists import DELIMITER, ListNumbers
from .trees import (
    ANCHOR,
    ANCHOR_CLASS,
    BREAK,
    HTML,
    PICTURE_CLASS,
    Anchors,
    EmptyBlocks,
    MonikerLabel,
    Titles,
    ZoneReferences,
    moniker_label,
    zone_attributes,
)

_FENCED = "fenced_code_block"
_LABEL = re.compile(r"\[([^\]]*)\]", re.DOTALL)  # right behind the text, without a blank
_ASIDE = re.compile("```|~~~|^[ ]+<")
_FIGURE = re.compile(rf'( +)(<figure class="{PICTURE_CLASS}".*</figure>)')
_WHOLE = re.compile(r"<\w+(?![^<>]*\bmarkdown\b)")  # and no Markdown in it
# A paragraph of one line, or what was put aside, whatever stands around it.
_ALONE = re.compile(rf"\n*((?:\*\*)?(?:[^\W\d_]|[<(\u201c])[^\n]*|{util.HTML_PLACEHOLDER % '[0-9]+'})\n*")
# A line of a text that would be or make a heading for Python-Markdown if it had no blank before it.
_NO_HEADING = re.compile(r"^(?=#)|(?<=\n)(?=(?:=+|-+)[ \t]*$)", re.MULTILINE)
_ALERT = re.compile(r"> *\[!\w+\] *$")


class DocsMarkdownExtension(Extension):
    """Options: `monikers`, `page` (those of the page, or "all"), `names` by moniker and what stands `between` them in a
    list, alerts' `titles`; and whether a page `is_rendered`: then what stands in code is nobody's syntax.
    """

    def __init__(self, **options: Any) -> None:
        self.config = {
            "monikers": [Monikers(()), "the monikers that ranges may name"],
            "page": ["all", "the monikers of the page, or all"],
            "names": [{}, "the display name of each moniker"],
            "between": [", ", "what stands between the names in a list of them"],
            "titles": [{}, "the title of each kind of alert"],
            "is_rendered": [False, "whether the page is made of texts"],
        }
        super().__init__(**options)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Register the parts; Python-Markdown's own lists and what they need give way.

        A backslash escapes, and breaks lines, as CommonMark has it. An include shows nothing, a video its address.
        """
        monikers, parser = self.getConfig("monikers"), md.parser
        label = partial(moniker_label, names=self.getConfig("names"), between=self.getConfig("between"))
        page = monikers.ids if self.getConfig("page") == "all" else monikers.in_order(self.getConfig("page"))
        if _FENCED not in md.preprocessors:
            FencedCodeExtension().extendMarkdown(md)
        blocks = Blocks(md, monikers, page, label)
        md.ESCAPED_CHARS = list(punctuation)
        for name in ("indent", "olist", "ulist"):
            parser.blockprocessors.deregister(name)
        parser.blockprocessors.register(blocks, "porspec_blocks", 120)
        md.preprocessors.register(_Fences(md), "porspec_fences", 26)
        if self.getConfig("is_rendered"):  # before what looks for marks of its own in lines, such as snippets
            md.preprocessors.register(md.preprocessors["normalize_whitespace"], "normalize_whitespace", 202)
            md.preprocessors.register(_Fences(md, is_rendered=True), "porspec_fences", 201)
        md.inlinePatterns.register(_Code(BACKTICK_RE), "backtick", 190)
        for reference in ("reference", "image_reference"):
            md.inlinePatterns[reference].RE_LINK = _LABEL  # type: ignore[attr-defined]
        md.inlinePatterns.register(SimpleTextInlineProcessor(f"{INCLUDE.pattern}()", md), "porspec_include", 175)
        md.inlinePatterns.register(AutolinkInlineProcessor(VIDEO.pattern, md), "porspec_video", 175)
        md.inlinePatterns.register(_Image(IMAGE.pattern, md), "porspec_image", 175)
        md.inlinePatterns.register(_NoLoc(NO_LOC.pattern, md), "porspec_no_loc", 175)
        md.inlinePatterns.register(HtmlInlineProcessor(HTML, md), "html", 90)
        md.inlinePatterns.register(InlineAnchors(ANCHOR, md), "porspec_anchors", 95)
        md.inlinePatterns.register(SubstituteTagInlineProcessor(BREAK, "br"), "porspec_breaks", 185)
        md.treeprocessors.register(blocks.references, "inline", 20)
        md.treeprocessors.register(EmptyBlocks(md), "porspec_empty", 16)
        md.treeprocessors.register(Titles(md, self.getConfig("titles")), "porspec_titles", 15)
        md.treeprocessors.register(ListNumbers(md, page, label), "porspec_lists", 14)
        md.treeprocessors.register(Anchors(md), "porspec_anchors", 6)


class _Fences(Preprocessor):
    """Puts fenced code aside, and HTML in lists; Python-Markdown alone knows both at the first column only."""

    def __init__(self, md: Markdown, *, is_rendered: bool = False) -> None:
        super().__init__(md)
        self.is_rendered = is_rendered

    def run(self, lines: list[str]) -> list[str]:
        """Where nothing but pictures are to be put aside, each on a line of its own, the blocks need not be read."""
        aside = [number for number, line in enumerate(lines) if _ASIDE.search(line)]
        out, found = list(lines), [_FIGURE.fullmatch(lines[number]) for number in aside] if self.is_rendered else []
        if len(pictures := [each for each in found if each]) == len(aside):
            for number, picture in reversed([*zip(aside, pictures, strict=True)]):
                out[number] = picture[1] + self.md.htmlStash.store(picture[2])
            return out
        for block in reversed(read_blocks("\n".join(lines))):
            first, last = block.map or (0, 0)
            before = lines[first][: block.meta.get("column", 0)]
            if block.type == "fence":
                out[first:last] = [before + self._put_aside(block)]
            elif block.type == "html_block" and before and _WHOLE.match(block.content) and last > first:
                out[first:last] = [before + self.md.htmlStash.store(block.content)]
        return out

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


class InlineAnchors(InlineProcessor):
    """Makes an element of `<a name="…"></a>`, which would else be raw HTML that nobody can look into."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element, int, int]:  # type: ignore[override] # noqa: N802
        del data
        return Element("span", {"class": ANCHOR_CLASS, "id": m[1]}), m.start(0), m.end(0)


class _Image(InlineProcessor):
    """Makes an image of docfx's own syntax."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element, int, int]:  # type: ignore[override] # noqa: N802
        del data
        return image(attributes(m)), m.start(0), m.end(0)


class _NoLoc(InlineProcessor):
    """Makes text of what is not to be translated."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element, int, int]:  # type: ignore[override] # noqa: N802
        del data
        made = Element("span", {"translate": "no"})
        made.text = util.AtomicString(m["text"])
        return made, m.start(0), m.end(0)


class _Leaf(str):
    """A block that holds no blocks, or none that are made here."""

    __slots__ = ()


class Blocks(BlockProcessor):
    """Makes the blocks that hold blocks, before all other processors; those make the others."""

    def __init__(self, md: Markdown, monikers: Monikers, page: Iterable[str], label: MonikerLabel) -> None:
        super().__init__(md.parser)
        self.monikers, self.page, self.label = monikers, set(page), label
        self.references = ZoneReferences(md)

    def test(self, parent: Element, block: str) -> bool:
        """Whether the block was not read yet."""
        del parent
        return not isinstance(block, _Leaf) and not util.nearing_recursion_limit()

    def run(self, parent: Element, blocks: list[str]) -> None:
        unread = list(takewhile(lambda block: not isinstance(block, _Leaf), blocks))
        del blocks[: len(unread)]
        alone = [_ALONE.fullmatch(each) for each in unread if each]
        if all(alone):
            self.parser.parseBlocks(parent, [_Leaf(found[1]) for found in alone if found])
            return
        tokens = read_blocks("\n\n".join(unread), html=False)
        self._make(parent, SyntaxTreeNode(tokens).children)

    def _make(self, parent: Element, nodes: Iterable[SyntaxTreeNode]) -> None:
        making = {"zone": self._zone, "grid": self._grid, "bullet_list": self._list, "ordered_list": self._list}
        making["division"] = self._division
        for make, group in groupby(nodes, key=lambda node: making.get(_kind(node))):
            if make is None:
                self.parser.parseBlocks(parent, [_Leaf(_source(node)) for node in group])
            else:
                for node in group:
                    make(parent, node)

    def _list(self, parent: Element, node: SyntaxTreeNode) -> None:
        made = SubElement(parent, "ol" if node.type == "ordered_list" else "ul", {DELIMITER: node.markup})
        if "start" in node.attrs:
            made.set("start", str(node.attrs["start"]))
        is_loose = any(not each.hidden for item in node.children for each in item.children if each.type == "paragraph")
        for each in node.children:
            item = SubElement(made, "li")
            self._make(item, each.children)
            if not is_loose and len(item) and item[0].tag == "p":
                item.text = item[0].text
                item.remove(item[0])

    def _zone(self, parent: Element, node: SyntaxTreeNode) -> None:
        """A zone as a div, for those monikers of its range that the page is for."""
        found, _ = self.monikers.parse(node.meta["match"]["range"])
        if chosen := tuple(each for each in found if each in self.page):
            zone = SubElement(parent, "div", zone_attributes(chosen))
            zone.append(self.label("p", self.monikers.in_order(chosen)))
            with self.references.of(zone):
                self._make(zone, node.children)

    def _grid(self, parent: Element, node: SyntaxTreeNode) -> None:
        """A row or a column as a div, an image with its long description as a figure."""
        opening = node.meta["match"]
        self._make(held(parent, grid_kind(opening), attributes(opening)), node.children)

    def _division(self, parent: Element, node: SyntaxTreeNode) -> None:
        """A quote that begins with the line of a division as a div."""
        first, *rest = node.children
        self._make(SubElement(parent, "div", {"class": attributes(first.meta["match"]).get("class", "")}), rest)


def _kind(node: SyntaxTreeNode) -> str:
    """The type of a block; a quote is a division where it begins as one."""
    is_division = node.type == "blockquote" and node.children and node.children[0].type == "division"
    return "division" if is_division else node.type


def _source(node: SyntaxTreeNode) -> str:
    """The lines of a block as Python-Markdown reads them to the same end as CommonMark."""
    text = str(node.meta["source"])
    if node.type == "heading":
        return f"{'#' * int(node.tag[1])} {' '.join(node.children[0].content.split(chr(10)))} #"
    if node.type == "paragraph":
        return _NO_HEADING.sub(" ", text)
    if node.type == "blockquote":
        return "\n".join(_quoted(text.rstrip("\n").split("\n")))
    return "***" if node.type == "hr" else text


def _quoted(lines: Iterable[str]) -> Iterator[str]:
    """The lines of a quote, with its mark on those that have none: they go on with a text, or begin an alert's."""
    is_alert = False
    for line in lines:
        text = line.lstrip(" ")
        if text.startswith(">"):
            is_alert = _ALERT.match(text) is not None
            yield text
        else:
            yield f"> {text}" if is_alert else f"> {line}" if text.strip("=") else f">     {text}"


def makeExtension(**options: Any) -> DocsMarkdownExtension:  # noqa: N802 - Python-Markdown's name
    return DocsMarkdownExtension(**options)
