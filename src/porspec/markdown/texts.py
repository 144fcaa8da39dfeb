"""The texts of blocks: what stands in them, read by markdown-it-py, and where in the file it stands."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence

from markdown_it import rules_inline
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from .docfx import IMAGE, INCLUDE, NO_LOC, VIDEO, attributes

_NO_HTML = re.compile(r"<!--.*?-->|^(`{3,}|~{3,})[^\n]*\n.*?^\1 *$", re.DOTALL | re.MULTILINE)
_SEEN = re.compile(r"[^\n\t]")

InlineRule = Callable[[StateInline, bool], bool]


def placed(rule: InlineRule) -> InlineRule:
    """The rule, which notes where in the text what it makes stands, and where what a link leads to is written."""

    def noting(state: StateInline, silent: bool) -> bool:
        start, count = state.pos, len(state.tokens)
        if not rule(state, silent):
            return False
        if silent or len(state.tokens) == count:
            return True
        if made := next((each for each in state.tokens[count:] if each.type != "text"), None):
            made.meta["span"] = (start, state.pos)
            if made.type in ("link_open", "image") and made.markup != "autolink":
                made.meta["target"] = _target(state, start + (made.type == "image"), state.pos, made)
        return True

    return noting


def _target(state: StateInline, start: int, end: int, made: Token) -> int:
    """Where the target of a link begins, or the label of its definition."""
    close = state.md.helpers.parseLinkLabel(state, start, made.type == "link_open")
    if "label" not in made.meta:
        written = re.compile(r"\(\s*<?").match(state.src, close + 1)
        return written.end() if written else start
    return close + 2 if end > close + 3 else start + 1


_OWN = {INCLUDE: "include", VIDEO: "video", IMAGE: "docfx_image", NO_LOC: "no_loc"}


def _docfx(state: StateInline, silent: bool) -> bool:
    """What docfx writes otherwise than CommonMark, which is no link; each has its `match`."""
    found = next((match for each in _OWN if (match := each.match(state.src, state.pos))), None)
    if found is None or found.end() > state.posMax:
        return False
    if not silent:
        token = state.push(_OWN[found.re], "", 0)
        token.meta = {"match": found}
        if found.re is VIDEO:
            token.attrs, token.meta["start"] = {"href": found["address"]}, found.start("address") - state.pos
        elif found.re is IMAGE:
            token.attrs = dict(attributes(found))
    state.pos = found.end()
    return True


# What is read in a text, in the order in which it is tried, each with the characters that it begins with.
INLINE: tuple[tuple[InlineRule, str], ...] = (
    (rules_inline.escape, "\\"),
    (rules_inline.backtick, "`"),
    (_docfx, "[:"),
    (rules_inline.link, "["),
    (rules_inline.image, "!"),
    (rules_inline.autolink, "<"),
    (rules_inline.html_inline, "<"),
)


def by_character() -> InlineRule:
    """One rule for all of `INLINE`: it asks those that may begin at a character, instead of each at every one."""
    asked: dict[str, list[InlineRule]] = {}
    for rule, characters in INLINE:
        for character in characters:
            asked.setdefault(character, []).append(placed(rule))

    def ask(state: StateInline, silent: bool) -> bool:
        return any(rule(state, silent) for rule in asked.get(state.src[state.pos], ()))

    return ask


def blanked(match: re.Match[str]) -> str:
    """Blanks in the place of what matches; lines and tabs stay."""
    return _SEEN.sub(" ", match[0])


def place_in(block: Token, offset: int) -> tuple[int, int]:
    """The line and the column, from 1, of what stands at an offset of a block's text."""
    places = block.meta["places"]
    start, line, column = places[max(bisect_right(places, offset, key=lambda each: each[0]) - 1, 0)]
    return line + 1, column + max(offset - start, 0) + 1


def set_places(blocks: Sequence[Token], lines: Sequence[str]) -> None:
    """Tell the blocks with text where it stands in these lines, and what is `shown` of it: no code, no comments."""
    for before, block in zip([None, *blocks], blocks, strict=False):
        if before is None or block.type == "tr_open":
            cell = 0
        if block.type == "definition":
            block.meta["places"] = [(0, *_target_of(block, lines))]
        elif block.type == "html_block":
            block.meta |= {"places": _places(block, lines), "shown": _NO_HTML.sub(blanked, block.content)}
        elif block.type == "inline" and block.map:
            if before and before.type in ("th_open", "td_open"):
                block.meta["places"], cell = _places_of_cell(block, lines[block.map[0]], cell)
            elif before and before.type == "heading_open" and before.markup.startswith("#"):
                line = lines[block.map[0]]
                start = line.find(block.content, before.meta["column"] + len(before.markup))
                block.meta["places"] = [(0, block.map[0], start)]
            else:
                block.meta["places"] = _places(block, lines)
            block.meta["shown"] = without(block, "code_inline", "include", "docfx_image")


def _places(block: Token, lines: Sequence[str]) -> list[tuple[int, int, int]]:
    """Where the lines of a text begin: their offsets in it, and their lines and columns in the file, from 0.

    The lines of the text are the ends of those of the file.
    """
    assert block.map is not None
    found, offset = [], 0
    for number, line in enumerate(block.content.split("\n"), block.map[0]):
        body, written = line.strip(" \t"), lines[number]
        end = written.find(body) + len(body) if block.type == "html_block" else len(written.rstrip(" \t"))
        found.append((offset + len(line) - len(line.lstrip(" \t")), number, end - len(body)))
        offset += len(line) + 1
    return found


def _places_of_cell(block: Token, line: str, start: int) -> tuple[list[tuple[int, int, int]], int]:
    r"""The places of the text of a cell, in which \| has become |, and where in the line it ends."""
    assert block.map is not None
    begin = max(line.find(block.content.replace("|", r"\|"), start), start)
    marks = [match.end() for match in re.finditer(r"\|", block.content)]
    found = [(mark - 1, block.map[0], begin + mark + count) for count, mark in enumerate(marks)]
    return [(0, block.map[0], begin), *found], begin + len(block.content) + len(marks)


def _target_of(block: Token, lines: Sequence[str]) -> tuple[int, int]:
    """The line and the column, from 0, of the target of a definition."""
    assert block.map is not None
    first, last = block.map
    text = "\n".join(lines[first:last])
    found = re.compile(r"\]:[ \t]*(?:\n[\s>]*)?<?").search(text)
    offset = found.end() if found else 0
    return first + text.count("\n", 0, offset), offset - text.rfind("\n", 0, offset) - 1


def without(block: Token, *kinds: str) -> str:
    """The text of a block with blanks in the place of some of what stands in it, and of comments."""
    chosen = (each for each in block.children or () if each.type in kinds or each.content.startswith("<!--"))
    return hidden(block.content, (each.meta["span"] for each in chosen if "span" in each.meta))


def hidden(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text with blanks in the place of these parts of it, which are in their order; lines and tabs stay."""
    parts, done = list[str](), 0
    for start, end in spans:
        parts += [text[done:start], _SEEN.sub(" ", text[max(start, done) : end])]
        done = max(done, end)
    return "".join([*parts, text[done:]])
