"""A page in blocks beside the blocks of its source, each with what was found in it marked where it stands.

Blocks are those of the written text, which keeps what Markdown leaves out: blanks, lines of zones, what cannot be read.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise, takewhile, zip_longest

from ..sources.characters import called, strange
from ..sources.pages import front_matter_end
from .findings import Audited, Page, Side

_FENCE = re.compile(r"[ \t>]*(`{3,}|~{3,})")
# In the order in which a line is tried; what is none of these goes on with the block before it.
_KINDS = {
    "zone": re.compile(r"[ \t>]*:{2,}\s*\S.*"),
    "heading": re.compile(r" {0,3}#{1,6}\s.*"),
    "row": re.compile(r"[ \t>]*\|.*"),
    "step": re.compile(r"[ \t>]*\d{1,9}[.)](?:\s.*)?"),
    "item": re.compile(r"[ \t>]*[-*+](?:\s.*)?"),
    "quote": re.compile(r"[ \t]*>.*"),
}
_ALONE = ("zone", "heading", "row")
_SYNTAX = re.compile(
    r"</?[a-zA-Z!][^<>]*>|\*\*|(?<=\])(?:\([^()\s]*\)|\[[^\[\]]*\])|\[![A-Z]+\]|\\(?=[<>])"  # in a line
    r"|^[ \t>]*(?:#{1,6}|[-*+])(?=\s)|^[ \t]*>",
    re.MULTILINE,
)
_MOST_TO_MATCH = 1000  # blocks, which take a second; more of them stand side by side in their order


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a block's text: whether it is Markdown's syntax, which findings mark it, and which end with it."""

    text: str
    is_syntax: bool
    marks: tuple[int, ...]
    ends: tuple[int, ...]


@dataclass(frozen=True)
class Block:
    """Some lines of a page, from the line `first` on."""

    kind: str
    first: int
    text: str
    pieces: tuple[Piece, ...] = ()

    @property
    def last(self) -> int:
        return self.first + self.text.count("\n")


@dataclass(frozen=True)
class Row:
    """A block of the source and the one of the translation beside it, and the numbers of what was found in them."""

    source: Block | None
    translation: Block | None
    found: tuple[int, ...]

    @property
    def is_same(self) -> bool:
        return bool(self.source and self.translation and self.source.text == self.translation.text)


@dataclass(frozen=True, slots=True)
class Spot:
    """What a finding is about, on one side: a place and a length; its number."""

    number: int
    line: int
    column: int
    length: int


def rows(audited: Audited) -> Iterator[Row]:
    """The blocks of a page, beside those of its source; each finding is told once, beside where it stands."""
    sides: dict[Side, list[Block]] = {
        "source": _blocks(audited.source),
        "translation": _blocks(audited.translation) if audited.translation else [],
    }
    marked = {side: _marked(blocks, _spots(audited, side)) for side, blocks in sides.items()}
    for source, translation in _beside(marked["source"], marked["translation"]):
        blocks = filter(None, (source, translation))
        ends = {number for block in blocks for piece in block.pieces for number in piece.ends}
        yield Row(source, translation, tuple(sorted(ends)))


def _spots(audited: Audited, side: Side) -> Iterator[Spot]:
    """Where findings mark one of the two pages: their own places; and where the other says the same, by their negative
    numbers.
    """
    page = audited.source if side == "source" else audited.translation
    for number, finding in enumerate(audited.findings, 1):
        if finding.side == side:
            place = finding.problem.location
            yield Spot(number, place.line, place.column, finding.length)
        elif finding.beside and page:
            yield Spot(-number, finding.beside.line, finding.beside.column, 0)


# --- blocks --------------------------------------------------------------------------------------------------------


def _blocks(page: Page) -> list[Block]:
    """The lines of a page in blocks; a block that nothing stands in is none."""
    lines, found, start = page.lines, list[Block](), front_matter_end(page.lines)
    if start:
        found.append(Block("front matter", 1, "\n".join(lines[:start])))
    kinds = list(_kinds(lines[start:]))
    begins = [number for number, (kind, begins) in enumerate(kinds) if begins or not kind]
    for first, end in pairwise([*begins, len(kinds)]):
        if kind := kinds[first][0]:
            found.append(Block(kind, start + first + 1, "\n".join(lines[start + first : start + end])))
    return found


def _kinds(lines: Sequence[str]) -> Iterator[tuple[str, bool]]:
    """The kind of each line, empty for an empty line, and whether a block begins with it."""
    before, fence = "", ""
    for line in lines:
        opening = _FENCE.match(line)
        if fence:
            yield "code", False
            is_end = opening is not None and opening[1].startswith(fence) and not line.strip("`~ \t>")
            fence = "" if is_end else fence
            before = "zone" if is_end else "code"  # what follows begins a block
            continue
        if opening:
            fence, before = opening[1], "code"
            yield "code", True
            continue
        kind = next(
            (name for name, pattern in _KINDS.items() if pattern.fullmatch(line)), "text" if line.strip() else ""
        )
        goes_on = kind in ("text", "quote") and before not in ("", *_ALONE) and (kind == "text" or before == "quote")
        yield kind, not goes_on
        before = before if goes_on else kind


def _beside(one: Sequence[Block], other: Sequence[Block]) -> Iterator[tuple[Block | None, Block | None]]:
    """The blocks of two pages side by side: those of one kind in the same order."""
    keys, others = ([_key(each) for each in side] for side in (one, other))
    start = len(list(takewhile(lambda pair: pair[0] == pair[1], zip(keys, others, strict=False))))
    yield from zip(one[:start], other[:start], strict=True)
    one, other, keys, others = one[start:], other[start:], keys[start:], others[start:]
    if max(len(keys), len(others)) > _MOST_TO_MATCH:
        yield from zip_longest(one, other)
        return
    for _, a, b, c, d in SequenceMatcher(None, keys, others, autojunk=False).get_opcodes():
        yield from zip_longest(one[a:b], other[c:d])


def _key(block: Block) -> str:
    """What blocks that stand side by side have in common."""
    return block.text.strip() if block.kind == "zone" else block.kind


# --- marks ---------------------------------------------------------------------------------------------------------


def _marked(blocks: Sequence[Block], spots: Iterable[Spot]) -> list[Block]:
    """The blocks with the spots that stand in them; what stands between two is about the one before."""
    held: dict[int, list[tuple[int, int, int]]] = {}
    firsts = [each.first for each in blocks]
    for spot in spots:
        at = max(bisect_right(firsts, spot.line) - 1, 0)
        if blocks:
            held.setdefault(at, []).append((*_span(blocks[at], spot), spot.number))
    return [
        Block(each.kind, each.first, each.text, tuple(_pieces(each.text, held.get(n, ()))))
        for n, each in enumerate(blocks)
    ]


def _span(block: Block, spot: Spot) -> tuple[int, int]:
    """From where to where in the text of a block a spot is: a whole line where it has no length."""
    starts = [0, *(match.end() for match in re.finditer("\n", block.text)), len(block.text) + 1]
    at = min(max(spot.line - block.first, 0), len(starts) - 2)
    if not spot.length:
        return starts[at], starts[at + 1] - 1
    begin = min(starts[at] + spot.column - 1, len(block.text))
    return begin, min(begin + spot.length, len(block.text))


def _pieces(text: str, spans: Iterable[tuple[int, int, int]]) -> Iterator[Piece]:
    """A text in pieces, none of which is marked in part."""
    spans = list(spans)
    syntax = [match.span() for match in _SYNTAX.finditer(text)]
    inside = {place for start, end in syntax for place in range(start, end)}
    cuts = {
        0,
        len(text),
        *(place for each in syntax for place in each),
        *(p for start, end, _ in spans for p in (start, end)),
    }
    begins, stops = defaultdict[int, list[int]](list), defaultdict[int, list[int]](list)
    for first, last, number in spans:
        begins[first].append(number)
        stops[last].append(number)
    open_: dict[int, None] = {}  # the spans around the piece, in their order
    for start, end in pairwise(sorted(cuts)):
        open_ |= dict.fromkeys(begins[start])
        marks = tuple(open_)
        ends = tuple(number for number in stops[end] if number > 0)
        for number in stops[end]:
            open_.pop(number, None)
        yield Piece(shown(text[start:end]), start in inside, marks, ends)
    if not text or any(start == end == 0 for start, end, _ in spans):
        yield Piece("", False, (), tuple(number for *_, last, number in spans if last == 0 and number > 0))


def shown(text: str) -> str:
    """A text with the names of what nobody would see in it, or what turns it around."""
    places = set(strange(text))
    if not places:
        return text
    return "".join(f"⟨{called(each).partition(' ')[0]}⟩" if at in places else each for at, each in enumerate(text))
