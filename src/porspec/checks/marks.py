"""What is written for other site builders, or not as an alert is written, in a hand-written page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..markdown.page_lines import PageLine
from ..sources.problems import Problem

_INCLUDE = re.compile(r"\[!INCLUDE\b", re.IGNORECASE)
_VIDEO = re.compile(r"\[!VIDEO\b", re.IGNORECASE)
_TAB = re.compile(r" {0,3}#{1,6}[ \t].*\]\((?P<target>#tab/)", re.IGNORECASE)
_ALERT = re.compile(r" {0,3}\[!(?P<kind>[a-z]+)\](?![(\[:])(?P<rest>.*)", re.IGNORECASE)
_KINDS = ("NOTE", "TIP", "IMPORTANT", "CAUTION", "WARNING")


def mark_problems(lines: Sequence[PageLine], path: str) -> Iterator[Problem]:
    """Includes, videos and tabs, which are not supported, and alerts that are text."""
    for index, each in enumerate(lines):
        text = "" if each.line.fence else each.line.text
        if include := _INCLUDE.search(text):
            place = each.place(path, include.start())
            yield Problem(place, "An include is not filled in", "docs-include", "Write its text in its place.")
        elif video := _VIDEO.search(text):
            place = each.place(path, video.start())
            yield Problem(place, "A video is not shown", "docs-video", "Link to the video, or say what it shows.")
        elif (alert := _ALERT.fullmatch(text)) and not _is_alert(lines, index, alert):
            place = each.place(path, alert.start("kind") - 2)
            remedy = f"Write > [!NOTE], or {', '.join(_KINDS[1:])}, alone at the top of a quote, and the text below it."
            yield Problem(place, f"[!{alert['kind']}] begins no alert, and is text", "docs-alert", remedy)
        if tab := _TAB.search(text):
            place = each.place(path, tab.start("target"))
            yield Problem(place, "A tab is not shown as one", "docs-tab", "Write an ordinary heading, or a zone.")


def _is_alert(lines: Sequence[PageLine], index: int, alert: re.Match[str]) -> bool:
    """Whether the quote begins here, with a kind and nothing else, and whether it goes on."""
    line = lines[index].line
    before = lines[index - 1].line if index else None
    begins = line.depth == 1 and (before is None or before.depth < 1 or before.items != line.items)
    after = next((each for each in lines[index + 1 :] if each.line.text.strip() or not each.line.depth), None)
    goes_on = after is not None and after.line.text.strip() != ""
    return alert["kind"].upper() in _KINDS and not alert["rest"].strip() and begins and goes_on
