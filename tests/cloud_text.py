"""What a page says to the readers of one cloud, read twice: from its Markdown, line by line, and from the built HTML.

The Markdown is read without porspec: zones by their lines, the rest by an independent CommonMark library. Of includes
nothing is read, and of videos their addresses.
"""

import re
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser

from markdown_it import MarkdownIt
from markdown_it.token import Token

BULLET = "•"
_MARKS = r"(?P<marks>[\s>]*)"
_OPENING = re.compile(rf'{_MARKS}(?P<colons>:{{3,}})\s*moniker\s*range="(?P<range>[^"]*)".*', re.IGNORECASE)
_END = re.compile(rf"{_MARKS}(?P<colons>:{{3,}})\s*moniker-end.*", re.IGNORECASE)
_GRID = re.compile(r"\s*:::\s*(?:row|column)(?:-end)?[^:]*:::\s*", re.IGNORECASE)
_FENCE = re.compile(r"[\s>]*(?:[-*+]|\d+[.)])?\s*(`{3,}|~{3,})")
_ALERT = re.compile(r"\[!(NOTE|TIP|IMPORTANT|CAUTION|WARNING)\]\s*(.*)", re.IGNORECASE | re.DOTALL)
_COMPARED = re.compile(r'^<div class="porspec-compare".*?^</div>\n\n', re.DOTALL | re.MULTILINE)
_INCLUDE = re.compile(r"\[!INCLUDE\s*\[[^\]]*\]\([^)]*\)\]", re.IGNORECASE)
_VIDEO = re.compile(r"\[!VIDEO (\S+)\]", re.IGNORECASE)
_VOID = frozenset({"br", "img", "hr", "input", "wbr", "meta", "link", "source"})
_INLINE = frozenset({"a", "strong", "em", "code", "span", "b", "i", "sup", "sub"})
CLOSED = "porspec-closed"  # the note to readers of a closed cloud that the site adds
# What is there with our style sheet and script only, and what compares clouds.
_OURS = ("porspec-picker", "porspec-picture", "porspec-pictures", "porspec-compare")
UNREAD = frozenset({"porspec-moniker", CLOSED, "headerlink", "md-content__button", "md-source-file", *_OURS})


def markdown_of(source: str, cloud: str) -> str:
    """The page's Markdown for one cloud; ranges are names with || between them."""
    kept: list[str] = []
    colons, shown, fence = "", True, ""
    for line in re.sub(r"\A---\n.*?\n---\n", "", source, count=1, flags=re.DOTALL).split("\n"):
        marks = _FENCE.match(line)
        if fence or marks:
            kept += [line] if shown else []
            closes = fence and marks and marks[1].startswith(fence) and line.strip(" >") == marks[1]
            fence = "" if closes else fence or (marks[1] if marks else "")
        elif opening := _OPENING.fullmatch(line):
            colons, shown = opening["colons"], cloud in re.split(r"[\s|]+", opening["range"])
            kept.append(opening["marks"].rstrip())
        elif (end := _END.fullmatch(line)) and end["colons"] == colons:
            colons, shown = "", True
            kept.append(end["marks"].rstrip())
        elif shown:
            kept.append("" if _GRID.fullmatch(line) else line)
    return "\n".join(kept)


def without_pictures(source: str) -> str:
    """A page's Markdown without the pictures of its steps, and the zones that hold nothing else."""
    source = re.sub(r'\n\n +::: moniker range="[^"\n]*"\n\n +<figure[^\n]*\n\n +::: moniker-end', "", source)
    return re.sub(r"\n\n *<figure[^\n]*", "", source)


def uncompared(source: str) -> str:
    """The Markdown of a page without what is told of several clouds side by side."""
    return _COMPARED.sub("", source)


def text_of_source(source: str, cloud: str, titles: Mapping[str, str]) -> list[str]:
    """The words, numbers and bullets of the page for one cloud; `titles` are what alerts are called."""
    shown = _VIDEO.sub(r"<\1>", _INCLUDE.sub("", markdown_of(uncompared(source), cloud)))
    tokens = MarkdownIt("commonmark").enable("table").parse(shown)
    return " ".join(_tokens(tokens, titles)).split()


def _tokens(tokens: list[Token], titles: Mapping[str, str]) -> Iterator[str]:
    numbers: list[int] = []
    for token in tokens:
        if token.type == "ordered_list_open":
            numbers.append(int(token.attrGet("start") or 1))
        elif token.type == "bullet_list_open":
            numbers.append(-1)
        elif token.type in ("ordered_list_close", "bullet_list_close"):
            numbers.pop()
        elif token.type == "list_item_open":
            yield BULLET if numbers[-1] < 0 else f"{numbers[-1]}."
            numbers[-1] += numbers[-1] >= 0
        elif token.type in ("fence", "code_block"):
            yield token.content
        elif token.type == "inline":
            text = "".join(map(_inline, token.children or []))
            alert = _ALERT.fullmatch(text)
            yield text if alert is None else f"{titles[alert[1].capitalize()]} {alert[2]}"
        elif token.type == "html_block":
            content = re.sub(r"<!--.*?-->", "", token.content, flags=re.DOTALL)
            yield re.sub(r"<[^>]*>", lambda tag: _html(tag[0]), content)


def _inline(token: Token) -> str:
    if token.type in ("softbreak", "hardbreak"):
        return " "
    if token.type == "image":
        return ""
    return _html(token.content) if token.type == "html_inline" else token.content


def _html(tag: str) -> str:
    name = re.match(r"</?(\w+)", tag)
    if tag.startswith("<li"):
        return f" {BULLET} "
    return "" if name and name[1] in _INLINE else " "


def text_of_html(html: str, cloud: str, unread: frozenset[str] = UNREAD) -> list[str]:
    """The words, numbers and bullets that the article of a built page shows to the readers of one cloud.

    `unread` are classes of what is not read.
    """
    article = re.search(r"<article[^>]*>(.*)</article>", html, re.DOTALL)
    reader = _Reader(cloud, unread)
    reader.feed(article[1] if article else html)
    reader.close()
    return "".join(reader.words).split()


class _Reader(HTMLParser):
    """Leaves out what other clouds' readers see, and what is for the page's own use."""

    def __init__(self, cloud: str, unread: frozenset[str]) -> None:
        super().__init__()
        self.cloud, self.unread = cloud, unread
        self.words: list[str] = []
        self.open: list[tuple[str, bool]] = []
        self.numbers = [1]  # of the next item of each list that is open, where it does not say its own

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {key: value or "" for key, value in attrs}
        mine = self.cloud in values.get("data-moniker", self.cloud).split()
        seen = mine and not self.unread & set(values.get("class", "").split()) and tag not in ("script", "style", "nav")
        seen = seen and (not self.open or self.open[-1][1])
        if tag not in _INLINE:
            self.words.append(" ")
        if tag == "li" and seen:
            ordered = next(each for each, _ in reversed(self.open) if each in ("ol", "ul")) == "ol"
            self.words.append(f"{values.get('value', self.numbers[-1])}. " if ordered else f"{BULLET} ")
            self.numbers[-1] += 1
        if tag in ("ol", "ul"):
            self.numbers.append(int(values.get("start", "1")))
        if tag not in _VOID:
            self.open.append((tag, seen))

    def handle_endtag(self, tag: str) -> None:
        while self.open and tag in {each for each, _ in self.open} and self.open.pop()[0] != tag:
            pass
        if tag in ("ol", "ul"):
            self.numbers.pop()
        if tag not in _INLINE:
            self.words.append(" ")

    def handle_data(self, data: str) -> None:
        if not self.open or self.open[-1][1]:
            self.words.append(data)
