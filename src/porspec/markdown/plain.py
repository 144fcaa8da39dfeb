"""A page as one moniker's readers see it, as CommonMark with pipe tables, from the tree that its HTML is made of.

No zone and no extension is left: alerts are quotes, numbers stand in the text, attributes are gone. HTML that somebody
wrote stays as it is written, and so does what an extension makes that CommonMark has no word for.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from html import escape as html_escape
from html import unescape
from html.entities import html5
from itertools import groupby
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown, util
from markdown.treeprocessors import Treeprocessor

from .content import characters, emphases_in, escape, fence_of, fenced
from .trees import ANCHOR_CLASS, NOT_READ, PICTURE_CLASS, number_in, toc_anchor

Relink = Callable[[str], str | None]
_HELD = re.compile(f"({util.HTML_PLACEHOLDER % '[0-9]+'})")
_FIRST_HELD = re.compile(rf"\s*{_HELD.pattern}")
_REFERENCE = re.compile(r"&(?:#\d+|#x[0-9a-f]+|[0-9a-z]+);", re.IGNORECASE)  # what Python-Markdown leaves as it is
_BLANKS = re.compile(r"[ \t\r\f\n]+")  # what HTML shows as one
_TAG = re.compile(r"</?([a-zA-Z][a-zA-Z0-9-]*)")
_CODE = re.compile(r'<pre[^>]*><code(?: class="(?:language-)?([^" ]+)[^"]*")?[^>]*>(.*)</code></pre>', re.DOTALL)
_PRE = re.compile(r"<pre\b.*?</pre>", re.DOTALL | re.IGNORECASE)
_TEMPLATE = re.compile(r"\{(?=[{%#])")  # what other generators take for theirs, also in code
_MARKS = {"strong": "**", "em": "*"}
_SIMPLE_TARGET = re.compile(r"[^\s()<>\\]+")
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]+:[^\s<>]*", re.IGNORECASE)
_MARKS_OF_TARGET, _MARKS_OF_TITLE, _ESCAPED = re.compile(r"[<>\\]"), re.compile(r'["\\]'), r"\\\g<0>"
_PICTURE = re.compile(rf'<\w+ class="{PICTURE_CLASS}s?"')  # which takes the site's style sheet
_BREAK, _LAST_BREAKS = "\\\n", re.compile(r"(?:\\\n|\s)+\Z")


def plain(text: str, moniker: str, extensions: Iterable[Any], configs: dict[str, Any], relink: Relink) -> str:
    """A page for the readers of one moniker; `relink` has a link's target there, or None where it leads nowhere."""
    md = Markdown(extensions=list(extensions), extension_configs=configs)
    writer = PlainWriter(md, moniker, relink)
    md.treeprocessors.register(writer, "porspec_plain", -1)
    md.convert(text)
    return writer.written


class PlainWriter(Treeprocessor):
    """Writes the finished tree of a page; nothing changes the tree after this."""

    def __init__(self, md: Markdown, moniker: str, relink: Relink) -> None:
        super().__init__(md)
        self.moniker, self.relink, self.written = moniker, relink, ""
        self.as_html, self.marks = False, 0  # whether emphasis is written as HTML, and how much of it there is
        self.in_cell = False

    def run(self, root: Element) -> None:
        self.written = "\n\n".join(self._blocks(root)) + "\n"

    # --- blocks ----------------------------------------------------------------------------------------------------

    def _blocks(self, parent: Element, before: str = "") -> list[str]:
        """What an element holds, as blocks, `before` before them: each run of what stands in texts is a paragraph."""
        made: list[str] = []
        pieces: list[Element | str] = [parent.text or ""]
        for child in parent:
            if not self._is_seen(child):
                pieces.append(child.tail or "")
            elif self.md.is_block_level(child.tag):
                made += self._paragraphs(pieces)
                made += filter(None, self._block(child, made[-1] if made else before))
                pieces = [child.tail or ""]
            else:
                pieces += [child, child.tail or ""]
        return [*made, *self._paragraphs(pieces)]

    def _is_seen(self, element: Element) -> bool:
        """Whether these readers see an element, and its text is for them: that of no label, comparison or picture."""
        monikers = element.get("data-moniker", self.moniker).split()
        return self.moniker in monikers and element.get("class") not in NOT_READ

    def _seen(self, parent: Element) -> list[Element]:
        return list(filter(self._is_seen, parent))

    def _block(self, element: Element, before: str) -> list[str]:
        """A block of the tree as blocks; `before` stands before it."""
        tag, classes = str(element.tag), element.get("class", "").split()
        match tag:
            case "h1" | "h2" | "h3" | "h4" | "h5" | "h6":
                made = [f"{'#' * int(tag[1])} {self._anchor(element)}{_one_line(self._sentence([element]))}"]
            case "ul" | "ol":
                made = self._list(element, before)
            case "pre":
                made = [_block_of_code(_characters("".join(element.itertext())))]
            case "table":
                made = [self._table(element)]
            case "hr":
                made = ["***"]
            case _ if tag == "blockquote" or "admonition" in classes:
                made = [_prefixed("\n\n".join(self._blocks(element)), "> ", "> ")]
            case _ if tag == "summary" or "admonition-title" in classes:
                made = [f"**{_one_line(self._sentence([element]))}**"]
            case "p" | "div" | "details" | "section" | "article" | "figure" | "figcaption":
                made = self._blocks(element, before)
            case _:
                made = [_html_block(self._unheld(self.md.serializer(element)))]
        return made

    def _paragraphs(self, pieces: Sequence[Element | str]) -> Iterator[str]:
        """A paragraph of what stands in a text; code and HTML before it that were put aside are blocks of their own."""
        first, rest = pieces[0], pieces[1:]
        while isinstance(first, str) and (held := _FIRST_HELD.match(first)):
            html = self._unheld(held[1]).strip("\n")
            if not self._is_block(html):
                break
            code, first = _CODE.fullmatch(html), first[held.end() :]
            if not _PICTURE.match(html):
                yield _block_of_code(unescape(code[2]), code[1] or "") if code else _html_block(html)
        yield from filter(None, [self._sentence([first, *rest]).strip()])

    def _is_block(self, html: str) -> bool:
        """Whether CommonMark takes a line that begins so for HTML to its end."""
        tag = _TAG.match(html)
        return html.startswith(("<!", "<?")) or (tag is not None and self.md.is_block_level(tag[1].lower()))

    def _list(self, element: Element, before: str) -> list[str]:
        """A list with a number at each item; another one beside it, or a gap between numbers, takes other marks."""
        is_other = re.match("- " if element.tag == "ul" else r"\d+\. ", before) is not None
        if element.tag == "ul":
            return [self._items([("*" if is_other else "-", each) for each in self._seen(element)])]
        numbers = (max(number_in(each, "value", place), 0) for place, each in enumerate(self._seen(element), 1))
        numbered = list(zip(numbers, self._seen(element), strict=True))
        runs = groupby(enumerate(numbered), key=lambda each: each[1][0] - each[0])
        made = []
        for place, (_, run) in enumerate(runs):
            mark = ")" if (is_other + place) % 2 else "."
            made.append(self._items([(f"{number}{mark}", each) for _, (number, each) in run]))
        return made

    def _items(self, items: Sequence[tuple[str, Element]]) -> str:
        bodies = [self._blocks(each) for _, each in items]
        between = "\n" if all(len(each) <= 1 for each in bodies) else "\n\n"
        marked = zip((f"{mark} " for mark, _ in items), bodies, strict=True)
        return between.join(_prefixed("\n\n".join(body), mark, " " * len(mark)).rstrip() for mark, body in marked)

    def _table(self, table: Element) -> str:
        """A table, with a line of empty cells at its head where it has no other."""
        rows = [self._seen(row) for part in self._seen(table) for row in (part, *self._seen(part)) if row.tag == "tr"]
        if not any(cell.tag == "th" for row in rows[:1] for cell in row):
            rows = [[], *rows]
        self.in_cell = True
        cells = [[_one_line(" ".join(self._blocks(cell))) for cell in row] for row in rows]
        self.in_cell = False
        width = max(map(len, cells))
        lines = [cells[0], [*map(_ruler, rows[0]), *["---"] * (width - len(rows[0]))], *cells[1:]]
        return "\n".join(f"| {' | '.join([*line, *[''] * (width - len(line))])} |" for line in lines if width)

    # --- texts -----------------------------------------------------------------------------------------------------

    def _sentence(self, pieces: Sequence[Element | str]) -> str:
        """A text; its emphasis as HTML where CommonMark takes the marks for text, as beside Chinese characters."""
        for self.as_html in (False, True):
            self.marks = 0
            text = _LAST_BREAKS.sub("", re.sub(r"(?<=\\\n) +", "", self._texts(pieces)))
            text = text.replace(f"{_BREAK}<", "<br><")  # HTML at the beginning of a line could be a block
            if self.as_html or emphases_in(text) == self.marks:
                break
        return text

    def _texts(self, pieces: Iterable[Element | str]) -> str:
        made = ""
        for each in pieces:
            new = self._text(each) if isinstance(each, str) else self._span(each)
            made = f"{made[:-1]}\\!" if made.endswith("!") and new.startswith("[") else made
            made += new
        return made

    def _within(self, element: Element) -> str:
        parts: list[Element | str] = [element.text or ""]
        for child in element:
            parts += [child if self._is_seen(child) else "", child.tail or ""]
        return self._texts(parts)

    def _text(self, text: str) -> str:
        """Text as Markdown shows it, and HTML in it as it is written."""
        parts = enumerate(_HELD.split(text))
        return "".join(_known(self._unheld(each)) if n % 2 else _escaped(_characters(each)) for n, each in parts)

    def _unheld(self, text: str) -> str:
        """HTML in the place of each mark that stands for it."""
        raw: Any = self.md.postprocessors["raw_html"]
        held = self.md.htmlStash.rawHtmlBlocks
        found = util.HTML_PLACEHOLDER_RE.sub(lambda mark: self._unheld(raw.stash_to_string(held[int(mark[1])])), text)
        return found.replace(util.AMP_SUBSTITUTE, "&")

    def _span(self, element: Element) -> str:
        """What stands in a text; where nothing in CommonMark is it, its own tag."""
        tag, inner = str(element.tag), "" if element.tag == "code" else self._within(element)
        match tag:
            case "code":
                made = _code(_characters("".join(element.itertext())), in_cell=self.in_cell)
            case "br":
                made = _BREAK
            case "img":
                made = f"!{_link(escape(element.get('alt', '')), element, _characters(element.get('src', '')))}"
            case "a" if href := _characters(element.get("href", "")):
                target = self.relink(href)
                made = inner if target is None else _link(inner, element, target)
            case "strong" | "em" if inner.strip():
                made = self._emphasized(tag, inner)
            case _ if element.get("class") == ANCHOR_CLASS:
                made = _anchor(element.get("data-anchor", element.get("id", "")))
            case "span" | "a" | "strong" | "em" | "p" | "summary" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6":
                made = inner
            case _:
                attributes = "".join(f' {key}="{html_escape(value)}"' for key, value in element.items())
                made = f"<{tag}{attributes}>" + ("" if tag in ("input", "wbr") else f"{inner}</{tag}>")
        return made

    def _emphasized(self, tag: str, inner: str) -> str:
        mark, text = _MARKS[tag], inner.strip(" ")
        self.marks += 1
        begin, _, end = inner.partition(text)
        return f"{begin}<{tag}>{text}</{tag}>{end}" if self.as_html else f"{begin}{mark}{text}{mark}{end}"

    def _anchor(self, heading: Element) -> str:
        """The anchor of a heading that somebody gave it: others make their own of its text."""
        found = heading.get("data-anchor", heading.get("id", ""))
        return "" if found == toc_anchor(self.md, heading) else _anchor(found)


def _anchor(name: str) -> str:
    return f'<a id="{html_escape(name)}"></a>' if name else ""


def _html_block(html: str) -> str:
    """HTML that CommonMark takes for one block: at an empty line most of it would end."""
    html = _PRE.sub(lambda found: _TEMPLATE.sub("&#123;", found[0]), html)
    if re.match(r"<(pre|script|style|textarea)\b|<!|<\?", html, re.IGNORECASE):
        return html
    return re.sub(r"\n\s*\n", "\n&#10;" if "<pre" in html else "\n", html)


def _block_of_code(code: str, language: str = "") -> str:
    """Code between fences; as HTML where other generators would take it for a template."""
    return f"<pre><code>{characters(code)}</code></pre>" if _TEMPLATE.search(code) else fenced(code, language)


def _characters(text: str) -> str:
    """The characters of a text of the tree, in which references stand for some."""
    return _REFERENCE.sub(lambda found: unescape(found[0]), text.replace(util.AMP_SUBSTITUTE, "&"))


def _known(html: str) -> str:
    """HTML; a reference as the characters that browsers show, where CommonMark has others or none for it."""
    return _escaped(unescape(html)) if _REFERENCE.fullmatch(html) and html[1:] not in html5 else html


def _escaped(text: str) -> str:
    """Text as Markdown shows it, on one line, wherever that begins."""
    text = _BLANKS.sub(" ", text)
    return " " * text.startswith(" ") + escape(text.removeprefix(" "))


def _one_line(text: str) -> str:
    return _BLANKS.sub(" ", text.replace(_BREAK, "<br>")).strip()


def _prefixed(text: str, first: str, further: str) -> str:
    """Lines with marks before them, and no blanks at their ends."""
    return "\n".join(f"{further if n else first}{line}".rstrip() for n, line in enumerate(text.split("\n")))


def _code(text: str, *, in_cell: bool) -> str:
    """Code in a text; in a cell, | would end that. CommonMark has none that is empty."""
    if not text.strip():
        return f"<code>{text}</code>"
    mark, inner = fence_of(text, 1), re.sub(r"\s*\n\s*", " ", text)
    if _TEMPLATE.search(inner):
        return f"<code>{characters(inner)}</code>"
    inner = inner.replace("|", "\\|") if in_cell else inner
    inner = f" {inner} " if inner.startswith("`") or inner.endswith("`") else inner
    return f"{mark}{inner}{mark}"


def _link(inner: str, element: Element, target: str) -> str:
    target = target.replace("\n", "")  # as browsers read it
    if element.tag == "a" and inner == escape(target) and _ADDRESS.fullmatch(target):
        return f"<{target}>"
    written = target if _SIMPLE_TARGET.fullmatch(target) else f"<{_MARKS_OF_TARGET.sub(_ESCAPED, target)}>"
    title = _characters(element.get("title", ""))
    said = f' "{_MARKS_OF_TITLE.sub(_ESCAPED, title)}"' if title else ""
    return f"[{inner}]({written}{said})"


def _ruler(cell: Element) -> str:
    found = re.search("left|right|center", f"{cell.get('style', '')} {cell.get('align', '')}")
    return {"left": ":---", "right": "---:", "center": ":---:"}[found[0]] if found else "---"
