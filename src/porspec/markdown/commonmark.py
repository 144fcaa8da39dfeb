"""Docs Markdown as CommonMark has it, with tables, zones and grids: blocks and links with places, by markdown-it-py.

The HTML is made of the same blocks. Where Python-Markdown, which makes it, has its own way, that is told here: HTML
goes on to its closing tag, code between fences needs both of them, and a link's definition may follow on a text.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from functools import cache

from markdown.util import BLOCK_LEVEL_ELEMENTS, HTML_PLACEHOLDER
from markdown_it import MarkdownIt, rules_block, rules_inline
from markdown_it.ruler import Ruler
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

OPENING = re.compile(r' {0,3}(?P<colons>:{3,})[ \t]*moniker[ \t]*range="(?P<range>[^"]*)"(?P<rest>.*)', re.IGNORECASE)
CLOSING = re.compile(r"[ \t]*(?P<colons>:{3,})[ \t]*moniker-end\b(?P<rest>.*)", re.IGNORECASE)
GRID_OPENING = re.compile(r'\s*:::\s*(?P<kind>row|column)(?P<attributes>(?:\s+\w+="[^"]*")*)\s*:::\s*', re.IGNORECASE)
GRID_CLOSING = re.compile(r"\s*:::\s*(?P<kind>row|column)-end\s*:::\s*", re.IGNORECASE)
INCLUDE = re.compile(r"(?i:\[!INCLUDE\b(?:[^\[\]]|\[[^\[\]]*\])*\])")
VIDEO = re.compile(r"(?i:\[!VIDEO\s+(?P<address>[^\s\]]+)\s*\])")
_HTML = re.compile(rf"<(?:!--|(?P<tag>{'|'.join(BLOCK_LEVEL_ELEMENTS)})(?=[\s/>])(?P<rest>[^<>]*)>)", re.IGNORECASE)
_DEEP_END = re.compile(r"[> \t]{4,}:{3,}[ \t]*(?:moniker|row|column)-end", re.IGNORECASE)
_STASHED = re.compile(HTML_PLACEHOLDER % r"\d+")
_HTML_INDENT, _SHORTEST_FENCE, _MOST_NESTING = 3, 3, 60

BlockRule = Callable[[StateBlock, int, int, bool], bool]
InlineRule = Callable[[StateInline, bool], bool]


def read_blocks(lines: Sequence[str], *, inline: bool = False, html: bool = True) -> list[Token]:
    """The blocks of these lines, with what is in their texts and with their HTML where that is asked for.

    In its `meta` a block has its `column`, from 0, and its `source`: its lines without what its containers need. What
    is found in a text has its `span` there, and a link where its `target` is written, or the label of its definition.
    """
    text, closings = "\n".join(lines), dict[tuple[str, int], list[int]]()
    if "-end" in text.lower():
        deep = [number for number, line in enumerate(lines) if _DEEP_END.match(line)]
        _parser(inline=False).parse(text, _env(html=html, closings=closings, deep=deep, collects=True))
    return _parser(inline=inline).parse(text, _env(html=html, closings=closings, deep=[], collects=False))


def _env(**values: object) -> dict[str, object]:
    return {"unclosed": {}, "quotes": 0, **values}


@cache
def _parser(*, inline: bool) -> MarkdownIt:
    made = _Parser("commonmark", {"inline_definitions": True, "store_labels": True, "maxNesting": _MOST_NESTING})
    made.core.ruler.disable("text_join" if inline else ["inline", "text_join"])
    made.block.ruler = Ruler()
    for name, (rule, ends) in _BLOCKS.items():
        made.block.ruler.push(name, _placed_block(rule), {"alt": ends.split()})
    made.inline.ruler = Ruler()
    for name, inline_rule in _INLINE.items():
        made.inline.ruler.push(name, _placed_inline(inline_rule))
    made.inline.ruler2 = Ruler()
    return made


class _Parser(MarkdownIt):
    """A parser that leaves the targets of links as they are written."""

    def normalizeLink(self, url: str) -> str:  # noqa: N802 - markdown-it's name
        return url

    def validateLink(self, url: str) -> bool:  # noqa: N802 - markdown-it's name
        del url
        return True


def _text(state: StateBlock, line: int) -> str:
    """A line after the marks and the indent of its containers, and its own indent."""
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]


def _placed_block(rule: BlockRule) -> BlockRule:
    """The rule, which notes in which column its block begins, and its lines."""

    def placed(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        begin, count = state.bMarks[start] + state.tShift[start], len(state.tokens)
        inner = begin - max(state.sCount[start] - state.blkIndent, 0)
        found = rule(state, start, end, silent)
        if found and not silent:
            line = state.src.rfind("\n", 0, begin) + 1
            meta = state.tokens[count].meta
            meta |= {"column": begin - line, "container": inner - line}
            if rule not in (rules_block.list_block, _held):
                meta["source"] = state.getLines(start, state.line, state.blkIndent, keepLastLF=False)
        return found

    return placed


def _held(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A zone, or a row or column of a grid, from its opening to its closing line, or to the end of what holds it."""
    text = _text(state, start)
    if not text.startswith(":::"):
        return False
    zone = None if state.is_code_block(start) else OPENING.fullmatch(text)
    opening = zone or GRID_OPENING.fullmatch(text)
    if state.env["collects"]:
        return _collect(state, start, opening or CLOSING.fullmatch(text) or GRID_CLOSING.fullmatch(text), silent)
    if opening is None or silent or state.level > _MOST_NESTING - 8:
        return opening is not None and state.level <= _MOST_NESTING - 8
    kind, stop = "zone" if zone else "grid", _stop(state, start, end, opening)
    old = state.blkIndent, state.lineMax
    is_closed = stop < end and (CLOSING if zone else GRID_CLOSING).fullmatch(_text(state, stop)) is not None
    token = state.push(f"{kind}_open", "div", 1)
    token.map, token.meta = [start, stop + is_closed], {"match": opening}
    state.lineMax = stop
    if not zone:
        held = (state.sCount[each] for each in range(start + 1, stop) if not state.isEmpty(each))
        state.blkIndent = min(held, default=0)
    state.md.block.tokenize(state, start + 1, stop)
    state.blkIndent, state.lineMax = old
    token = state.push(f"{kind}_close", "div", -1)
    if is_closed:
        column = state.bMarks[stop] + state.tShift[stop] - state.src.rfind("\n", 0, state.bMarks[stop]) - 1
        token.map, token.meta = [stop, stop + 1], {"match": CLOSING.fullmatch(_text(state, stop)), "column": column}
    state.line = stop + is_closed
    return True


def _stop(state: StateBlock, start: int, end: int, opening: re.Match[str]) -> int:
    """The line that closes what begins at a line, or that stands outside of what holds it."""
    closings = state.env["closings"].get((_key(opening), state.env["quotes"]), [])
    following = bisect_right(closings, start)
    stop = min(end, closings[following]) if following < len(closings) else end
    lines = range(start + 1, stop)
    return next((n for n in lines if state.sCount[n] < state.blkIndent and not state.isEmpty(n)), max(stop, start + 1))


def _key(match: re.Match[str]) -> str:
    found = match.groupdict()
    return found.get("colons") or found["kind"].lower()


def _collect(state: StateBlock, start: int, match: re.Match[str] | None, silent: bool) -> bool:
    """Note a closing line; where the zones end is not known yet."""
    if match and not silent:
        if match.re in (CLOSING, GRID_CLOSING):
            state.env["closings"].setdefault((_key(match), state.env["quotes"]), []).append(start)
        state.push("line", "", 0)
        state.line = start + 1
    return match is not None


def _paragraph(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A paragraph, which a closing line ends, whatever its indent."""
    deep, last = state.env["deep"], state.lineMax
    following = bisect_right(deep, start)
    state.lineMax = min(last, deep[following]) if following < len(deep) else last
    state.env["end"] = last
    found = rules_block.paragraph(state, start, end, silent)
    state.lineMax = last
    del state.env["end"]
    return found


def _blockquote(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    state.env["quotes"] += 1
    found = rules_block.blockquote(state, start, end, silent)
    state.env["quotes"] -= 1
    return found


def _fence(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Code between two fences. A fence that has none to close it is remembered, not to look for that again."""
    line, end = state.line, state.env.get("end", end)
    key = (_text(state, start)[:_SHORTEST_FENCE], state.level, state.blkIndent, end)
    if state.env["unclosed"].get(key, -1) > start or not rules_block.fence(state, start, end, False):
        return False
    token, after, state.line = state.tokens[-1], state.line, line
    last = _text(state, after - 1).rstrip() if after - 1 > start else ""
    is_closed = len(last) >= len(token.markup) and not last.strip(token.markup[0])
    if is_closed and not silent:
        state.line = after
        return True
    state.tokens.pop()
    if not is_closed and len(token.markup) == _SHORTEST_FENCE:
        state.env["unclosed"][key] = after
    return is_closed


def _stashed(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A block of code or HTML that Python-Markdown has put aside."""
    del end
    found = _STASHED.fullmatch(_text(state, start).rstrip()) is not None
    if found and not silent:
        state.push("stashed", "", 0)
        state.line = start + 1
    return found


def _html(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A comment, or HTML from a tag at the beginning of a line to its end; what follows it is Markdown again."""
    del end
    begin = state.bMarks[start] + state.tShift[start]
    if not state.src.startswith("<", begin) or not state.env["html"]:
        return False
    before = state.src[state.src.rfind("\n", 0, begin) + 1 : begin]
    found = _HTML.match(state.src, begin) if len(before) <= _HTML_INDENT and not before.strip(" ") else None
    stop = _html_end(state, found, state.eMarks[state.lineMax - 1]) if found else 0
    if found is None or not stop or silent:
        return bool(stop)
    last = bisect_left(state.eMarks, stop)
    token = state.push("html_block", "", 0)
    token.map, token.content, token.info = [start, last + 1], state.src[begin:stop], (found["tag"] or "").lower()
    rest = state.src[stop : state.eMarks[last]]
    state.line = last if rest.strip() else last + 1
    if rest.strip():
        state.bMarks[last], state.sCount[last] = stop, state.blkIndent
        state.tShift[last] = len(rest) - len(rest.lstrip(" "))
    return state.line > start


def _html_end(state: StateBlock, found: re.Match[str], limit: int) -> int:
    """Where the HTML ends that begins so; 0 where it is none."""
    if found["tag"] is None:
        if "last_comment" not in state.env:
            state.env["last_comment"] = state.src.rfind("-->")
        stop = state.src.find("-->", found.end(), limit) if state.env["last_comment"] >= found.end() else -1
        return stop + 3 if stop >= 0 else 0
    if found["rest"].endswith("/") or found["tag"].lower() == "hr" or re.search(r"\bmarkdown\b", found["rest"]):
        return found.end()
    depth = 0
    for tag in re.compile(rf"<(/?){found['tag']}\b[^<>]*>", re.IGNORECASE).finditer(state.src, found.start(), limit):
        depth += -1 if tag[1] else 1
        if not depth:
            return tag.end()
    return limit


def _placed_inline(rule: InlineRule) -> InlineRule:
    """The rule, which notes where in the text what it makes stands, and where what a link leads to is written."""

    def placed(state: StateInline, silent: bool) -> bool:
        start, count = state.pos, len(state.tokens)
        found = rule(state, silent)
        made = None
        if found and not silent:
            made = next((each for each in state.tokens[count:] if each.type != "text"), None)
        if made is not None:
            made.meta["span"] = (start, state.pos)
            if made.type in ("link_open", "image") and made.markup != "autolink":
                made.meta["target"] = _target(state, start + (made.type == "image"), state.pos, made)
        return found

    return placed


def _target(state: StateInline, start: int, end: int, made: Token) -> int:
    """Where the target of a link begins, or the label of its definition."""
    close = state.md.helpers.parseLinkLabel(state, start, made.type == "link_open")
    if "label" not in made.meta:
        written = re.compile(r"\(\s*<?").match(state.src, close + 1)
        return written.end() if written else start
    return close + 2 if end > close + 3 else start + 1


def _include(state: StateInline, silent: bool) -> bool:
    """An include or a video of another site builder, which is no link."""
    found = INCLUDE.match(state.src, state.pos) or VIDEO.match(state.src, state.pos)
    if found is None or found.end() > state.posMax:
        return False
    if not silent:
        state.push("include" if found.re is INCLUDE else "video", "", 0)
    state.pos = found.end()
    return True


_BLOCKS: dict[str, tuple[BlockRule, str]] = {
    "html": (_html, "paragraph reference blockquote"),
    "held": (_held, "paragraph reference blockquote list"),
    "stashed": (_stashed, "paragraph reference blockquote list"),
    "table": (rules_block.table, "paragraph reference"),
    "code": (rules_block.code, ""),
    "fence": (_fence, "paragraph reference blockquote list"),
    "blockquote": (_blockquote, "paragraph reference blockquote list"),
    "hr": (rules_block.hr, "paragraph reference blockquote list"),
    "list": (rules_block.list_block, "paragraph reference blockquote"),
    "reference": (rules_block.reference, "paragraph"),
    "heading": (rules_block.heading, "paragraph reference blockquote"),
    "lheading": (rules_block.lheading, ""),
    "paragraph": (_paragraph, ""),
}
_INLINE: dict[str, InlineRule] = {
    "text": rules_inline.text,
    "escape": rules_inline.escape,
    "backticks": rules_inline.backtick,
    "include": _include,
    "link": rules_inline.link,
    "image": rules_inline.image,
    "autolink": rules_inline.autolink,
    "html_inline": rules_inline.html_inline,
}
