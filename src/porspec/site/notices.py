"""What a built page is told beside its text, as HTML: alerts, zones, and what stands below its title."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import unescape

from ..languages.words import Words
from ..markdown.blocks import cloud_label, zone_attributes

_TITLE = re.compile(r"<h1\b.*?</h1>", re.DOTALL)
_TITLE_END = re.compile(r"</h1>(?:</div>)?")


def parts_of(html: str) -> tuple[str, str, str]:
    """What stands before the title of a page, the title, and the rest; all is rest where the title is not for all."""
    title = _TITLE.search(html)
    before = html[: title.start()] if title else ""
    if title is None or before.count("<div") != before.count("</div"):
        return "", "", html
    return before, title[0], html[title.end() :]


def with_or_without_picker(text: str, words: Words, home: str) -> str:
    """A text about the picker, and what stands in for it where there is none, for want of scripts."""
    link = f'<a href="{home}">{words.shown("Go to the home page")}</a>'
    return (
        f'<span class="porspec-scripted">{text}</span>'
        f'<span class="porspec-unscripted" data-search-exclude="true">{link}</span>'
    )


def text_of(html: str) -> str:
    """The text of some HTML, in one line."""
    return " ".join(unescape(re.sub(r"<[^>]*>", "", html)).split())


def below_title(html: str, notes: str) -> str:
    """A page with something more below its title; at its top where the title is not for all."""
    end = _TITLE_END.search(html)
    head = html[: end.end()] if end else ""
    if head.count("<div") != head.count("</div"):
        head = ""
    return head + notes + html.removeprefix(head)


def note_of(kind: str, title: str, text: str) -> str:
    """An alert; `kind` is its class."""
    return f'<div class="admonition {kind}"><p class="admonition-title">{title}</p><p>{text}</p></div>'


def zone_of(clouds: tuple[str, ...], names: Mapping[str, str], body: str) -> str:
    """A zone for some clouds, under their names."""
    attributes = " ".join(f'{key}="{value}"' for key, value in zone_attributes(clouds).items())
    label = cloud_label("p", clouds, names)
    return f'<div {attributes}><p class="{label.get("class")}">{label.text}</p>{body}</div>'
