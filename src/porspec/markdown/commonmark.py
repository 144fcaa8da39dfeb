"""Docs Markdown as CommonMark has it, with tables, zones and grids: blocks and links with places, by markdown-it-py.

The HTML is made of the same blocks. Where Python-Markdown, which makes it, has its own way, that is told here: HTML
goes on to its closing tag, code between fences needs both of them, and a link's definition may follow on a text.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from functools import cache
from itertools import takewhile

from markdown.util import BLOCK_LEVEL_ELEMENTS, HTML_PLACEHOLDER, STX
from markdown_it import MarkdownIt, rules_block, rules_inline
from markdown_it.ruler import Ruler
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from .docfx import DIVISION
from .markers import OPENING, closing_of, key_of, noted, opening_of, text_of
from .texts import by_character

ALERTS = ("NOTE", "TIP", "IMPORTANT", "CAUTION", "WARNING")
_ALERT = re.compile(rf"\[!(?P<kind>{'|'.join(ALERTS)})\] *", re.IGNORECASE)
_HTML = re.compile(rf"<(?:!--|(?P<tag>{'|'.join(BLOCK_LEVEL_ELEMENTS)})(?=[\s/>])(?P<rest>[^<>]*)>)", re.IGNORECASE)
_STASHED = re.compile(HTML_PLACEHOLDER % r"\d+")
_HTML_INDENT, _SHORTEST_FENCE, _MOST_NESTING = 3, 3, 60

BlockRule = Callable[[StateBlock, int, int, bool], bool]


def read_blocks(text: str, *, inline: bool = False, html: bool = True) -> list[Token]:
    """The blocks of a text, with what is in their texts and with their HTML where that is asked for.

    In its `meta` a block has its `column`, from 0, and, where its texts are not read, its `source`: its lines without
    what its containers need. What is found in a text has its `span` there, and a link where its `target` is written, or
    the label of its definition.
    """
    closings: dict[tuple[str, int], list[int]] = {}
    env = {"html": html, "quotes": 0, "closings": closings}
    if "-end" in text.lower() and not noted(text, closings):
        _parser(is_first=True).parse(text, env | {"unclosed": {}})
    return _parser(inline=inline).parse(text, env | {"unclosed": {}})


@cache
def _parser(*, inline: bool = False, is_first: bool = False) -> MarkdownIt:
    """A parser that leaves the targets of links as they are written; the first only notes the closing lines."""
    made = MarkdownIt("commonmark", {"inline_definitions": True, "store_labels": True, "maxNesting": _MOST_NESTING})
    vars(made).update(normalizeLink=str, validateLink=lambda _: True)
    made.core.ruler.disable("text_join" if inline else ["inline", "text_join"])
    made.block.ruler = _BlockRules(is_first=is_first, keeps=not (inline or is_first))
    made.inline.ruler, made.inline.ruler2 = Ruler(), Ruler()
    made.inline.ruler.push("text", rules_inline.text)
    made.inline.ruler.push("others", by_character())
    return made


def _column(state: StateBlock, offset: int) -> int:
    return offset - state.src.rfind("\n", 0, offset) - 1


class _BlockRules(Ruler[BlockRule]):
    """The rules as one, which asks those that the first character of a line lets begin a block.

    It notes in which column a block begins, and its lines where it `keeps` them.
    """

    def __init__(self, *, is_first: bool, keeps: bool) -> None:
        super().__init__()
        self.is_first, self.keeps = is_first, keeps
        self.chains: dict[str, list[BlockRule]] = {}
        for rule, ends in _BLOCKS:  # by whose names states know whether there is code
            self.push(rule.__name__, rule, {"alt": ends.split()})

    def getRules(self, chainName: str = "") -> list[BlockRule]:  # noqa: N802, N803 - markdown-it's names
        """All rules, or those that may end a block of the kind that the chain is named after."""
        return self.chains.get(chainName) or self.chains.setdefault(chainName, [self._chain(chainName)])

    def _chain(self, name: str) -> BlockRule:
        chosen = [rule for rule, ends in _BLOCKS if not name or name in ends.split()]
        rules = [(_FIRST.get(rule, rule) if self.is_first else rule, _BEGINS.get(rule, "")) for rule in chosen]
        anywhere = [rule for rule, begins in rules if not begins]
        marks = {mark for _, begins in rules for mark in begins}
        after = {mark: [rule for rule, begins in rules if not begins or mark in begins] for mark in marks}

        def placed(state: StateBlock, start: int, end: int, silent: bool) -> bool:
            begin = state.bMarks[start] + state.tShift[start]
            possible = after.get(state.src[begin : begin + 1], anywhere)
            if silent:
                return any(rule(state, start, end, True) for rule in possible)
            count = len(state.tokens)
            found = next((rule for rule in possible if rule(state, start, end, False)), None)
            if found is not None:
                meta = state.tokens[count].meta
                meta["column"] = _column(state, begin)
                if self.keeps and found not in _HOLDING:
                    meta["source"] = state.getLines(start, state.line, state.blkIndent, keepLastLF=False)
            return found is not None

        return placed


def _held(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A zone, or a part of a grid, from its opening to its closing line, or to the end of what holds it."""
    opening = opening_of(state, start) if state.level <= _MOST_NESTING - 8 else None
    if opening is None or silent:
        return opening is not None
    kind, stop = "zone" if opening.re is OPENING else "grid", _stop(state, start, end, opening)
    old = state.blkIndent, state.lineMax
    closing = closing_of(state, stop) if stop < end else None
    is_closed = closing is not None and key_of(closing) == key_of(opening)
    token = state.push(f"{kind}_open", "div", 1)
    token.map, token.meta = [start, stop + is_closed], {"match": opening}
    state.lineMax = stop
    if kind == "grid":
        held = (state.sCount[each] for each in range(start + 1, stop) if not state.isEmpty(each))
        state.blkIndent = min(held, default=0)
    state.md.block.tokenize(state, start + 1, stop)
    state.blkIndent, state.lineMax = old
    token = state.push(f"{kind}_close", "div", -1)
    if is_closed:
        column = _column(state, state.bMarks[stop] + state.tShift[stop])
        token.map, token.meta = [stop, stop + 1], {"match": closing, "column": column}
    state.line = stop + is_closed
    return True


def _stop(state: StateBlock, start: int, end: int, opening: re.Match[str]) -> int:
    """The line that closes what begins at a line, or that stands outside of what holds it."""
    closings = state.env["closings"].get((key_of(opening), state.env["quotes"]), [])
    following = bisect_right(closings, start)
    stop = min([end, *closings[following : following + 1]])
    lines = range(start + 1, stop)
    return next((n for n in lines if state.sCount[n] < state.blkIndent and not state.isEmpty(n)), max(stop, start + 1))


def _line(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """The opening or closing line of something as a block of its own, as long as it is not known where that ends."""
    del end
    found = opening_of(state, start) or closing_of(state, start)
    if found and not silent:
        _note(state, start)
        state.push("line", "", 0)
        state.line = start + 1
    return found is not None


def _paragraph(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A paragraph; a closing line with a deep indent is not in it, and is found only here."""
    found = rules_block.paragraph(state, start, end, silent)
    for line in range(start + 1, state.line):
        _note(state, line)
    return found


def _note(state: StateBlock, line: int) -> None:
    if match := closing_of(state, line):
        state.env["closings"].setdefault((key_of(match), state.env["quotes"]), []).append(line)


def _blockquote(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    state.env["quotes"] += 1
    found = rules_block.blockquote(state, start, end, silent)
    state.env["quotes"] -= 1
    return found


def _alert(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """The line that begins a division, or an alert in a quote that stands in no other; after it begins a block."""
    del silent  # nothing ends where an alert begins
    quote = state.tokens[-1] if state.tokens else None
    begins = quote is not None and quote.type == "blockquote_open" and quote.map is not None and quote.map[0] == start
    if not begins or state.is_code_block(start):
        return False
    alert = _ALERT.fullmatch(text_of(state, start)) if state.env["quotes"] == 1 else None
    found = alert or DIVISION.fullmatch(text_of(state, start))
    if found is None:
        return False
    token = state.push("alert" if alert else "division", "", 0)
    token.info, token.map, token.meta = found["kind"] if alert else "", [start, start + 1], {"match": found}
    state.line = start + 1
    for lazy in takewhile(lambda line: state.sCount[line] < 0, range(start + 1, end)):
        state.sCount[lazy] = 0
    return True


def _fence(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Code between two fences. A fence that has none to close it is remembered, not to look for that again."""
    if not state.src.startswith(("`", "~"), state.bMarks[start] + state.tShift[start]):
        return False
    line, indent = state.line, state.blkIndent
    key = (text_of(state, start)[:_SHORTEST_FENCE], state.level, min(indent, state.sCount[start]), end)
    state.blkIndent = min(indent, max(state.sCount[start], 0))
    found = state.env["unclosed"].get(key, -1) <= start and rules_block.fence(state, start, end, False)
    state.blkIndent = indent
    if not found:
        return False
    token, after, state.line = state.tokens[-1], state.line, line
    last = text_of(state, after - 1).rstrip() if after - 1 > start and not state.is_code_block(after - 1) else ""
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
    is_marked = state.src.startswith(STX, state.bMarks[start] + state.tShift[start])
    found = is_marked and _STASHED.fullmatch(text_of(state, start).rstrip()) is not None
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
    before = state.src[begin - _column(state, begin) : begin]
    found = _HTML.match(state.src, begin) if not before.strip(" ") else None
    # Python-Markdown counts from the margin: HTML that holds Markdown is left to it.
    margin = 0 if found is None or _is_markdown(found) else state.blkIndent
    found = found if len(before) - margin <= _HTML_INDENT else None
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


def _is_markdown(found: re.Match[str]) -> bool:
    """Whether Markdown stands in the HTML that begins so."""
    return re.search(r"\bmarkdown\b", found["rest"] or "") is not None


def _html_end(state: StateBlock, found: re.Match[str], limit: int) -> int:
    """Where the HTML ends that begins so; 0 where it is none."""
    if found["tag"] is None:
        if "last_comment" not in state.env:
            state.env["last_comment"] = state.src.rfind("-->")
        stop = state.src.find("-->", found.end(), limit) if state.env["last_comment"] >= found.end() else -1
        return stop + 3 if stop >= 0 else 0
    if found["rest"].endswith("/") or found["tag"].lower() == "hr" or _is_markdown(found):
        return found.end()
    depth = 0
    for tag in re.compile(rf"<(/?){found['tag']}\b[^<>]*>", re.IGNORECASE).finditer(state.src, found.start(), limit):
        depth += -1 if tag[1] else 1
        if not depth:
            return tag.end()
    return limit


# In the order in which they are tried, each with what it ends; a list is ended only by what could be an item of it.
_BLOCKS: tuple[tuple[BlockRule, str], ...] = (
    (_html, "paragraph reference blockquote"),
    (_held, "paragraph reference blockquote"),
    (_stashed, "paragraph reference blockquote"),
    (_alert, ""),
    (rules_block.table, "paragraph reference"),
    (rules_block.code, ""),
    (_fence, "paragraph reference blockquote"),
    (_blockquote, "paragraph reference blockquote"),
    (rules_block.hr, "paragraph reference blockquote list"),
    (rules_block.list_block, "paragraph reference blockquote"),
    (rules_block.reference, "paragraph"),
    (rules_block.heading, "paragraph reference blockquote"),
    (rules_block.lheading, ""),
    (rules_block.paragraph, ""),
)
_FIRST: dict[BlockRule, BlockRule] = {_held: _line, rules_block.paragraph: _paragraph}
# What a line begins with that begins a block, where that is certain.
_BEGINS: dict[BlockRule, str] = {
    _html: "<",
    _held: ":",
    _stashed: STX,
    _alert: "[",
    _fence: "`~",
    _blockquote: ">",
    rules_block.hr: "*-_",
    rules_block.list_block: "*+-0123456789",
    rules_block.reference: "[",
    rules_block.heading: "#",
}
_HOLDING = {rules_block.list_block, _held}
