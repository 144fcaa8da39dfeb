"""Columns of monikers, side by side: counterparts in one row, what is the same folded, and words that differ marked."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import reduce
from html import escape as html_escape
from itertools import groupby, zip_longest
from operator import attrgetter

from ..languages.words import Words
from ..markdown.content import Markdown
from ..sources.locale import HAN, han_words
from .voice import Voice

_INNER = r"\\.|`[^`]*`|[^*\\`]"
# A piece of Markdown: a link, bold words, code or a word, which are compared as a whole; a tag; anything else.
_PIECE = re.compile(
    r"(?P<word>\[(?:\\.|`[^`]*`|[^\]\\`])*\]\([^)]*\)"
    rf"|\*\*(?:{_INNER}|\*(?:{_INNER})+\*)+\*\*|\*(?:{_INNER}|\*\*(?:{_INNER})+\*\*)+\*|`[^`]*`"
    rf"|[{HAN}]+|[^\W{HAN}]+(?:['’][^\W{HAN}]+)*)|(?P<tag><[^>]*>)|&#?\w+;|\\.|.",
    re.DOTALL,
)
_HAN = re.compile(f"[{HAN}]")
_Piece = tuple[str, bool | None]
_Rows = list[dict[str, "Instruction"]]
_Keys = Sequence[Callable[["Instruction"], object]]
STEP, AVAILABILITY = "Step", "Availability"  # names of rows: of an instruction, and of what is told as a whole
SEVERAL = 2
BREAK = "<br>"


@dataclass(frozen=True, slots=True)
class Instruction:
    """A step that is compared: its text, the pattern that it is by, and what it says whatever the language."""

    pattern: str
    program: tuple[object, ...]
    text: Markdown


@dataclass(frozen=True, slots=True)
class Row:
    """A name and cells by moniker. It is the same where all of `having`, and there are several, have the same cell."""

    name: str
    cells: Mapping[str, Markdown]
    having: tuple[str, ...]

    @property
    def is_same(self) -> bool:
        texts = [self.cells.get(each) for each in self.having]
        return len(texts) >= SEVERAL and len(set(texts)) == 1 and None not in texts


# --- aligned -----------------------------------------------------------------------------------------------------


def aligned(columns: Mapping[str, Sequence[Instruction]]) -> _Rows:
    """Rows of steps by moniker, each moniker's in its order.

    What says the same comes together, and between that what has one pattern, and then what has the same place.
    """
    rows: _Rows = []
    for moniker, steps in columns.items():
        rows = _with_column(rows, moniker, steps, (attrgetter("program"), attrgetter("pattern")))
    return rows


def _with_column(rows: _Rows, moniker: str, steps: Sequence[Instruction], keys: _Keys) -> _Rows:
    if not keys:
        return [(row or {}) | ({moniker: step} if step else {}) for row, step in zip_longest(rows, steps)]
    ours = [keys[0](next(iter(row.values()))) for row in rows]
    matcher = SequenceMatcher(None, ours, list(map(keys[0], steps)), autojunk=False)
    made: _Rows = []
    for what, start, end, first, last in matcher.get_opcodes():
        made += _with_column(rows[start:end], moniker, steps[first:last], () if what == "equal" else keys[1:])
    return made


# --- words that differ -------------------------------------------------------------------------------------------


def marked_words(texts: Mapping[str, Markdown]) -> dict[str, Markdown]:
    """Texts, with each run of words marked that are not, in this order, in all of them."""
    pieces = {each: list(_pieces(text)) for each, text in texts.items()}
    common = reduce(_common, ([text for text, is_word in each if is_word] for each in pieces.values()))
    return {each: Markdown("".join(_runs(found, common))) for each, found in pieces.items()}


def _pieces(text: Markdown) -> Iterator[_Piece]:
    """Each piece, and whether it is compared: False between words, None for a tag, which no mark crosses."""
    for found in _PIECE.finditer(text):
        if _HAN.match(found[0]):
            yield from ((word, True) for word in han_words(found[0]))
        else:
            yield found[0], None if found["tag"] else found["word"] is not None


def _common(one: list[str], other: list[str]) -> list[str]:
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    return [text for block in blocks for text in one[block.a : block.a + block.size]]


def _runs(pieces: Iterable[_Piece], common: Sequence[str]) -> Iterator[str]:
    left, between, is_open = list(common), "", False
    for text, is_word in pieces:
        differs = bool(is_word) and text != next(iter(left), None)
        if is_word and not differs:
            left.pop(0)
        if is_open and is_word is False:
            between += text
        else:
            yield "</mark>" * (is_open and not differs) + between + "<mark>" * (differs and not is_open) + text
            between, is_open = "", differs
    yield "</mark>" * is_open + between


def legend(words: Words, *tables: str) -> str:
    """What marks mean, where one of the tables has any."""
    is_marked = any("<mark>" in each for each in tables)
    return f'<p class="porspec-legend"><mark>{words.html("marked-words")}</mark></p>' * is_marked


# --- written -----------------------------------------------------------------------------------------------------


class Table:
    """Writes a table whose columns are monikers: HTML, with Markdown in its cells."""

    def __init__(self, voice: Voice, monikers: Sequence[str]) -> None:
        self.voice, self.words, self.monikers = voice, voice.words, monikers
        named = voice.spec.config.monikers
        closed = {each: named[each].retired is not None for each in monikers}
        plain = {each: voice.language.say("help", named[each].name, "moniker") for each in monikers}
        names = {
            each: self.words("closed-name", moniker=plain[each]) if closed[each] else plain[each] for each in plain
        }
        self.attributes = {
            each: f'data-column="{html_escape(each)}" data-label="{html_escape(name)}"' for each, name in names.items()
        }
        self.names = {each: voice.called(each) for each in monikers}

    def written(self, body: Sequence[str], corner: str = "") -> str:
        own = self.words.html("Your version")
        heads = [
            cell(
                "th",
                f'scope="col" data-column="{html_escape(each)}"',
                f'{name} <small class="porspec-scripted" data-moniker="{html_escape(each)}">{own}</small>',
            )
            for each, name in self.names.items()
        ]
        head = ['<thead markdown="1">', row_with([f"<th>{corner}</th>" if corner else "<td></td>", *heads]), "</thead>"]
        return "\n".join(['<table class="porspec-compared" markdown="1">', *head, *body, "</table>"])

    def body(self, rows: Iterable[Row], name: Markdown | None = None) -> list[str]:
        """The rows of a part of the table, with its name where it has one; neighbours that are the same as one fold."""
        lines = ['<tbody markdown="1">']
        if name is not None:
            span = f'scope="rowgroup" colspan="{len(self.monikers) + 1}"'
            lines.append(row_with([cell("th", span, name)]))
        counts = dict.fromkeys(self.monikers, 0)
        for is_same, run in groupby(rows, key=attrgetter("is_same")):
            found = list(run)
            for row in found:
                counts |= {each: counts[each] + (row.name == STEP) for each in row.cells}
                lines += [] if is_same else [self._differing(row, counts)]
            lines += [self._folded(found)] if is_same else []
        return [*lines, "</tbody>"]

    def row(self, heading: str, cells: Mapping[str, str]) -> str:
        """A row that begins with this cell."""
        found = {each: (self.attributes[each], cells.get(each)) for each in self.monikers}
        none = '<td class="porspec-none" {}>–</td>'.format
        shown = (none(own) if text is None else cell("td", own, text) for own, text in found.values())
        return row_with([heading, *shown])

    def _differing(self, row: Row, counts: Mapping[str, int]) -> str:
        cells = dict(row.cells) if row.name == AVAILABILITY else marked_words(row.cells)
        if row.name == STEP:
            cells = {each: Markdown(f"{counts[each]}\\. {text}") for each, text in cells.items()}
        return self.row(f'<th scope="row">{self.words.html(row.name)}</th>', cells)

    def _folded(self, rows: Sequence[Row]) -> str:
        steps = sum(row.name == STEP for row in rows)
        counted = self.words("example", name=self.words("Steps"), values=str(steps))
        names = dict.fromkeys(counted if row.name == STEP else self.words(row.name) for row in rows)
        said = self.words.html("same-rows", rows=self.words.values(list(names)))
        texts = [next(iter(row.cells.values())) for row in rows]
        heads = ["" if row.name == STEP else f"**{self.words.shown(row.name)}**{BREAK}" for row in rows]
        items = "\n".join(f"- {head}{text}" for head, text in zip(heads, texts, strict=True))
        fold = f'<details markdown="1">\n<summary>{said}</summary>\n\n{items}\n\n</details>'
        opening = f'<td class="porspec-same" colspan="{len(self.monikers) + 1}" markdown="block">'
        return row_with([f"{opening}\n\n{fold}\n\n</td>"])


def cell(tag: str, attributes: str, text: str) -> str:
    """A cell whose text is Markdown, also where only blank lines make it that."""
    return f'<{tag} {attributes} markdown="1">\n\n{text}\n\n</{tag}>'


def row_with(cells: Iterable[str]) -> str:
    return "\n".join(['<tr markdown="1">', *cells, "</tr>"])
