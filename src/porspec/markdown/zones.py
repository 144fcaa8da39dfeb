"""The zones of a page: written for what monikers do not share; and read, with the headings, for what is wrong.

That is what docfx reports, and what it lets pass in silence.
The rules of zones are docfx's (MONIKERS section 1).
"""

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import groupby, zip_longest
from textwrap import indent

from markdown_it.token import Token

from ..sources.monikers import Monikers
from ..sources.pages import PageMonikers, in_range, undefined
from ..sources.problems import Location, Problem
from ..spec.spec import Spec
from .markers import CLOSING, OPENING

_TOO_FEW = re.compile(r" *:{1,2}[ \t]*moniker(?:-end|[ \t]*range=)", re.IGNORECASE)
_MALFORMED = re.compile(r" {0,3}:{3,}[ \t]*moniker(?!-end)", re.IGNORECASE)
_CELL_END = re.compile(r"(?<!\\)\|")
_CONTENT = frozenset({"inline", "code_block", "fence", "definition", "heading_open", "hr", "grid_open"})
_RANGE, _END = "::: moniker range=", "::: moniker-end"


class ZoneReader:
    """Reads the blocks of a page from top to bottom, and collects what is wrong with its zones and headings.

    Each block is told the `zone` that it stands in, which is the number of its opening's line, 0 for none, and the
    `readers` who see it. A zone in a zone is that zone still.
    """

    def __init__(self, path: str, lines: Sequence[str], monikers: Monikers, page: PageMonikers) -> None:
        self.path, self.lines, self.monikers, self.page = path, lines, monikers, page
        self.readers = self.everyone = frozenset(page.monikers) if page.versioned else monikers.all
        self.zone: Token | None = None  # the opening of the one that is open
        self.is_empty = self.ends_in_html = False  # of that zone
        self.open: list[Token] = []
        self.stray = 0
        self.levels: dict[str, int] = {}
        self.problems: list[Problem] = []

    def read(self, blocks: Sequence[Token]) -> list[Problem]:
        """What is wrong with the zones of the blocks, in their order; then what they do to tables."""
        reading = {
            "zone_open": self._read_opening,
            "zone_close": self._read_end,
            "html_block": self._read_html,
            "heading_open": self._read_heading,
            "inline": self._read_text,
        }
        for block in blocks:
            reading.get(block.type, lambda _: None)(block)
            number = self._place(self.zone).line if self.zone else 0
            block.meta |= {"zone": number, "readers": self.readers}
            if block.type in _CONTENT or (block.type == "html_block" and block.info):
                self.is_empty = False
        return [*self.problems, *self._cut_tables(blocks)]

    def _problem(self, place: Location, message: str, code: str, remedy: str) -> None:
        self.problems.append(Problem(place, message, code, remedy))

    def _place(self, block: Token, start: int = 0) -> Location:
        """Where in the file something begins, by its place in the line of a zone or a heading."""
        assert block.map is not None
        return Location(self.path, block.map[0] + 1, block.meta["column"] + start + 1)

    def _read_opening(self, block: Token) -> None:
        opening, place = block.meta["match"], self._place(block)
        self._nothing_behind(block, "Text stands after the range of a zone", "Move it into the zone.")
        self.open.append(block)
        if self.zone:
            self.stray += 1
            message = f"A zone begins in the zone of line {self._place(self.zone).line}"
            self._problem(place, message, "zone-nested", "End that zone first: zones do not nest.")
            return
        range_place = self._place(block, opening.start("range"))
        chosen = in_range(self.monikers, opening["range"], range_place, self.problems)
        if not self.page.versioned:
            self.problems.append(undefined(place, "The zone"))
        elif not chosen & set(self.page.judged):
            names = ", ".join(self.monikers.in_order(self.page.judged)) or "none"
            message = f"No moniker of the page reads the zone; the page is for {names}"
            self._problem(place, message, "moniker-zone-empty", "Correct one of the two ranges, or remove the zone.")
        self.zone, self.readers = block, self.everyone & chosen
        self.is_empty, self.ends_in_html = True, False

    def _read_end(self, block: Token) -> None:
        """The end of a zone, with its closing line or without."""
        if block.map:
            self._nothing_behind(block, "Text stands after the end of a zone", "Move it to a line of its own.")
        opening = self.open.pop()
        if opening is not self.zone:
            return
        place = self._place(opening)
        if not block.map and not self.ends_in_html:
            remedy = f"Write {opening.meta['match']['colons']} moniker-end after it, with the indent of its opening."
            self._problem(place, "The zone does not end explicitly", "invalid-moniker-range", remedy)
        elif self.is_empty:
            self._problem(place, "The zone holds nothing", "zone-without-text", "Write what it is for, or remove it.")
        self.zone, self.readers = None, self.everyone

    def _nothing_behind(self, block: Token, message: str, remedy: str) -> None:
        match = block.meta["match"]
        if match["rest"].strip():
            self._problem(self._place(block, match.start("rest")), message, "invalid-moniker-range", remedy)

    def _read_html(self, block: Token) -> None:
        """Lines of zones in HTML that is left as it is; they are told of once for each zone."""
        is_open = False
        for line, column, text in text_lines(block) if block.info else ():
            begins, ends = OPENING.fullmatch(text) is not None, CLOSING.fullmatch(text) is not None
            if begins or (ends and not is_open):
                message = f"A line of a zone stands in the HTML of <{block.info}>, and is text"
                remedy = f'Write <{block.info} markdown="1">, or end the HTML before the line.'
                self._problem(Location(self.path, line, column), message, "zone-in-html", remedy)
                self.ends_in_html |= ends
            is_open = begins or (is_open and not ends)

    def _read_text(self, block: Token) -> None:
        """The lines of a text: those that were meant as lines of a zone."""
        if ":" not in block.content or "moniker" not in block.content.lower():
            return
        for line, column, text in text_lines(block):
            place = Location(self.path, line, column)
            if _TOO_FEW.match(text):
                message = "A line of a zone begins with fewer than three colons, and is text"
                self._problem(place, message, "zone-colons", "Write three colons.")
            elif _MALFORMED.match(text):
                message = "The opening of a zone cannot be read, and is text"
                remedy = 'Write ::: moniker range="…", with straight quotes and no blanks around =.'
                self._problem(place, message, "invalid-moniker-range", remedy)
            elif (closing := CLOSING.fullmatch(text)) and self.stray:
                self.stray -= 1
            elif closing:
                colons = len(closing["colons"])
                have = len(self.zone.meta["match"]["colons"]) if self.zone else colons
                message = f"{colons} colons end no zone" + (f" of {have}" if have != colons else "")
                self._problem(place, message, "zone-stray-end", "Remove the line, or write as many as the opening has.")

    def _read_heading(self, block: Token) -> None:
        """A heading, whose level is judged by what each moniker's readers saw before it."""
        place, level = self._place(block), int(block.tag[1])
        if level == 1 and self.zone:
            message, remedy = "The title of the page stands in a zone", "Let the monikers share it."
            self._problem(place, message, "h1-in-moniker", remedy)
        skipped = [each for each in self.readers if level > self.levels.get(each, level) + 1]
        if skipped:
            message = f"A level of headings is skipped for {', '.join(self.monikers.in_order(skipped))}"
            self._problem(place, message, "heading-skipped", "Take one level for each step down.")
        self.levels.update(dict.fromkeys(self.readers, level))

    def _cut_tables(self, blocks: Sequence[Token]) -> Iterator[Problem]:
        """Rows that the opening or the end of a zone parts from their table."""
        row, is_cut = "", False
        zones = any(block.type == "zone_open" for block in blocks)
        for block in blocks if zones else ():
            if block.type in ("zone_open", "zone_close"):
                is_cut = bool(row)
            elif block.type == "table_open":
                row, is_cut = self._stripped(block, -1), False
            elif block.type == "paragraph_open":
                first = self._stripped(block, 0)
                is_row = _CELL_END.search(first) is not None and first.startswith("|") >= row.startswith("|")
                if is_cut and is_row:
                    remedy = "Write a table for each moniker, each whole in a zone of its own."
                    message = "A zone cuts a table before this row, which is text"
                    yield Problem(self._place(block), message, "zone-in-table", remedy)
                row, is_cut = self._stripped(block, -1) if is_cut and is_row else "", False
            elif block.type in _CONTENT - {"inline"}:
                row = ""

    def _stripped(self, block: Token, index: int) -> str:
        """A line of a block, without quotes' marks."""
        assert block.map is not None
        return self.lines[slice(*block.map)][index].lstrip("> \t").rstrip()


def text_lines(block: Token) -> Iterator[tuple[int, int, str]]:
    """The lines of a block of text without its code and comments, each with its line and its column in the file."""
    texts = block.meta.get("shown", "").split("\n")
    for (_, line, column), text in zip(block.meta.get("places", ()), texts, strict=False):
        yield line + 1, column + 1, text


# --- written -----------------------------------------------------------------------------------------------------


class Zones:
    """Writes what monikers share as it is, and what they do not share into moniker zones."""

    def __init__(self, spec: Spec, monikers: Iterable[str]) -> None:
        self.monikers = list(spec.config.monikers.in_order(monikers))
        self.all = spec.config.monikers.ids

    def zone(self, monikers: Collection[str], body: str) -> str:
        """The body for these monikers only."""
        chosen = [each for each in self.monikers if each in monikers]
        if not body or not chosen or chosen == self.monikers:
            return body if chosen else ""
        return f'{_RANGE}"{" || ".join(chosen)}"\n\n{body}\n\n{_END}'

    def paragraphs(self, texts: Mapping[str, str]) -> str:
        return self._write([[(text, moniker) for moniker, text in texts.items()]], "\n\n")

    def bullets(self, lines: Mapping[str, Sequence[str]]) -> str:
        """One list: each text once, for the monikers that have it."""
        return self._write([[(f"- {text}", moniker) for moniker, texts in lines.items() for text in texts]], "\n")

    def numbered(self, items: Mapping[str, Sequence[Sequence[str]]]) -> str:
        """One ordered list, its items grouped by (number for that moniker, text); an item is its text and blocks below.

        Zones do not nest: below an item of all monikers are zones, else the item is in one as a whole.
        """
        columns = ([(item, moniker) for item in its] for moniker, its in items.items())
        rows = enumerate(zip_longest(*columns), 1)
        return self._write((self._items(number, filter(None, row)) for number, row in rows), "\n")

    def _items(self, number: int, row: Iterable[tuple[Sequence[str], str]]) -> Iterator[tuple[str, str]]:
        """What monikers have at a number of a list, with a moniker each."""
        texts: dict[str, dict[str, Sequence[str]]] = {}
        for item, moniker in row:
            texts.setdefault(f"{number}. {item[0]}", {})[moniker] = item[1:]
        for text, monikers in texts.items():
            blocks = [(block, moniker) for moniker, below in monikers.items() for block in below]
            whole = self._write([blocks], "\n\n") if set(monikers) == set(self.monikers) else None
            for moniker, below in monikers.items():
                found = "\n\n".join(below) if whole is None else whole
                body = indent(found, " " * (len(str(number)) + 2))
                yield f"{text}\n\n{body}\n" if body else text, moniker

    def _write(self, steps: Iterable[Iterable[tuple[str, str]]], separator: str) -> str:
        """Texts with a moniker each, step by step: equal ones of a step are one, for all the monikers that have it."""
        parts: list[tuple[str, set[str]]] = []
        for step in steps:
            monikers: dict[str, set[str]] = {}
            for text, moniker in step:
                monikers.setdefault(text, set()).add(moniker)
            parts += monikers.items()
        groups = groupby(parts, key=lambda part: part[1])
        bodies = ((chosen, separator.join(text for text, _ in group).rstrip()) for chosen, group in groups)
        return "\n\n".join(self.zone(chosen, body) for chosen, body in bodies)


def joined(parts: Iterable[str]) -> Iterator[str]:
    """The parts of a page; neighbours that are one zone each, for the same monikers, become one zone."""
    for opening, group in groupby(parts, key=_only_opening):
        if opening:
            bodies = (part.removeprefix(opening).removesuffix(_END).strip("\n") for part in group)
            yield "\n\n".join([opening, *bodies, _END])
        else:
            yield from group


def _only_opening(part: str) -> str:
    """The opening line of a part that is a single zone."""
    is_one = part.count(_RANGE) == 1 and part.startswith(_RANGE) and part.endswith(_END)
    return part.partition("\n")[0] if is_one else ""


def anchor(text: str) -> str:
    """An anchor from an English name."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain.replace("'", "")).strip("-")
