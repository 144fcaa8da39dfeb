"""What pages hold of docfx's own syntax that is not shown as docfx shows it: each place, and what to write instead."""

import re
from collections.abc import Iterator
from itertools import pairwise

from markdown_it.token import Token

from ..markdown.commonmark import ALERTS
from ..markdown.docfx import GRID_OPENING, attributes, grid_kind
from ..markdown.reader import SourcePage
from ..markdown.texts import without
from ..sources.problems import Problem

_WHOLE = "Write its text in its place."
_CODE = "Write the code itself, between ```."
_MARKS = {
    "include": ("docs-include", "An include is not filled in", _WHOLE),
    "video": ("docs-video", "A video is not shown", "Link to the video, or say what it shows."),
    "code": ("docs-code", "Code of another file is not shown", _CODE),
    "zone": (
        "docs-pivot",
        "A line of a zone of pivots is text",
        'Write ::: zone pivot="…", and ::: zone-end below it.',
    ),
    "image": ("docs-image", "An image cannot be read, and is text", 'Write :::image source="…" alt-text="…":::.'),
}
_GRID = "Write its opening, such as :::row:::, and its end, :::row-end:::, each on a line of its own."
_OTHER = "Write it in Markdown, or leave it out."
_NAMES = "code|image|zone|row|column|video|form|chromeless|no-loc"
_MARK = re.compile(
    rf":::\s*(?P<colons>{_NAMES})\b(?:-end\b)?|\[!(?P<mark>INCLUDE|VIDEO|CODE|NOTEBOOK|DIV)\b",
    re.IGNORECASE,
)
_IN_TEXT = re.compile(rf"\[!(?P<kind>{'|'.join(ALERTS)})\](?![(\[:])", re.IGNORECASE)
_BEGINS = re.compile(r"\[!|:::")
_REFERENCE = re.compile("#[tT][aA][bB]/|[xX][rR][eE][fF]:")
_ALERT = (
    f"Write > [!NOTE], or {', '.join(ALERTS[1:])}, alone at the top of a quote, and the text below it with its indent."
)
_UNREAD = ("code_inline", "html_inline", "docfx_image", "no_loc")


def docfx_problems(page: SourcePage) -> Iterator[Problem]:
    """What is written for docfx: one of a kind on a line."""
    told = set[tuple[int, str]]()
    for problem in (*_marks(page), *_grids(page), *_images(page), *_alerts(page), *_links(page)):
        if (key := (problem.location.line, problem.code)) not in told:
            told.add(key)
            yield problem


def _marks(page: SourcePage) -> Iterator[Problem]:
    """What stands in texts, where it is shown as it is written, or not as it is meant."""
    marked = (block for block in page.blocks if block.type == "inline" and _BEGINS.search(block.content))
    found_in = ((block, mark) for block in marked for mark in _MARK.finditer(without(block, *_UNREAD)))
    for place, mark in ((page.place(block, mark.start()), mark) for block, mark in found_in):
        kind = str(mark[str(mark.lastgroup)]).lower()
        if kind in ("row", "column", "div"):
            found = ("docs-syntax", f"A line of docfx's {kind} is text", _DIVISION if kind == "div" else _GRID)
        else:
            found = _MARKS.get(kind, ("docs-syntax", f"docfx's {kind} is not shown", _OTHER))
        yield Problem(place, found[1], found[0], found[2])


_DIVISION = 'Write > [!div class="…"] alone at the top of a quote, and the text below it.'


def _grids(page: SourcePage) -> Iterator[Problem]:
    """Zones of pivots, which nobody chooses among; and what has no end."""
    opened = list[Token]()
    for block in page.blocks:
        if block.type == "grid_open":
            opened.append(block)
            said = attributes(block.meta["match"])
            is_shown = "pivot" not in said and said.get("target", "docs").lower() == "docs"
            if grid_kind(block.meta["match"]) == "zone" and not is_shown:
                message = "Nobody can choose among pivots: everybody reads this zone"
                yield Problem(page.at(block), message, "docs-pivot", "Write a zone for monikers, or a heading.")
        elif block.type == "grid_close":
            kind = grid_kind((begin := opened.pop()).meta["match"])
            if block.map is None:
                colons = "" if kind == "zone" else ":::"
                message, remedy = f"docfx's {kind} does not end", f"Write :::{kind}-end{colons} after it."
                yield Problem(page.at(begin), message, "docs-syntax", remedy)


def _images(page: SourcePage) -> Iterator[Problem]:
    """Images that show nothing, or say nothing to who does not see them; icons need no words."""
    grids = ((page.at(block), block.meta["match"]) for block in page.blocks if block.type == "grid_open")
    found = [(place, match) for place, match in grids if grid_kind(match) == "image"]
    for block in (each for each in page.blocks if ":::" in each.content):
        images = (each for each in block.children or () if each.type == "docfx_image")
        found += ((page.place(block, each.meta["span"][0]), each.meta["match"]) for each in images)
    for place, match in found:
        said = attributes(match)
        for name, what in (("source", "no file to show"), ("alt-text", "no text for those who do not see it")):
            is_needed = name == "source" or said.get("type", "").lower() != "icon"
            if is_needed and not said.get(name, "").strip():
                yield Problem(place, f"The image has {what}", "docs-image", f'Give it {name}="…".')
        if match.re is not GRID_OPENING and said.get("type", "").lower() == "complex":
            remedy = "Write the image on a line of its own, its description below it, and then :::image-end:::."
            yield Problem(place, "The image has no long description", "docs-image", remedy)


def _alerts(page: SourcePage) -> Iterator[Problem]:
    """What is written otherwise than an alert is: in a table, in a text, or without a text of its own."""
    cells = {id(block) for before, block in pairwise(page.blocks) if before.type in ("td_open", "th_open")}
    for block in page.blocks:
        for match in (
            _IN_TEXT.finditer(without(block, *_UNREAD)) if block.type == "inline" and "[!" in block.content else ()
        ):
            remedy = "Write the words of the note, or move it out of the table." if id(block) in cells else _ALERT
            place = page.place(block, match.start())
            yield Problem(place, f"[!{match['kind']}] begins no alert, and is text", "docs-alert", remedy)
    for place, kind in page.failed_alerts():
        yield Problem(place, f"[!{kind}] begins no alert, and is text", "docs-alert", _ALERT)


def _links(page: SourcePage) -> Iterator[Problem]:
    if not any(_REFERENCE.search(block.meta.get("url") or block.content) for block in page.blocks):
        return
    for link in page.links:
        if link.target.lower().startswith("#tab/"):
            remedy = "Write an ordinary heading, or a zone."
            yield Problem(link.place, "A tab is not shown as one", "docs-tab", remedy)
        elif link.target.lower().startswith("xref:"):
            remedy = "Link to the page, or to a whole address."
            yield Problem(link.place, "A reference by a name (xref) leads nowhere", "docs-syntax", remedy)
