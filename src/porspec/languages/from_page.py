"""What a page says of its tasks: its headings, steps and zones, as the sections of a feature that is to be begun.

A section is a heading with what stands below it. Who reads the same there has one way: with steps it is a procedure,
without it is what a rule tells. Ways whose steps differ by nothing but labels are one, with columns.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from html import unescape

from markdown_it.token import Token

from ..markdown.reader import SourcePage
from ..markdown.zones import anchor

Readers = frozenset[str]
LABEL = re.compile(r'"([^"]*)"')
_ANCHOR = re.compile(r"<a\s+(?:name|id)\s*=\s*[\"']([^\"'<>]+)[\"'][^<>]*>\s*(?:</a>)?", re.IGNORECASE)
_LINK = re.compile(
    r"!?\[(?P<words>[^\[\]]*)\](?:\([^()]*\)|\[[^\[\]]*\])|<a\b[^<>]*>(?P<html>[^<]*)</a>", re.IGNORECASE
)
_HREF = re.compile(r"<a\b[^<>]*href\s*=\s*[\"']?([^\"'<>\s]+)[^<>]*>([^<]*)</a>", re.IGNORECASE)
_TARGET = re.compile(r"\]\(\s*<?([a-z]+:[^()\s<>]+)|href\s*=\s*[\"']?([a-z]+:[^\"'<>\s]+)", re.IGNORECASE)
_BOLD = re.compile(r"\*\*(.+?)\*\*")
_IN_PATH = re.compile(r"(?<=>)(\s*)\ue000([^\ue001]*)\ue001|\ue000([^\ue001]*)\ue001(?=\s*>)")
_PATH = re.compile(r'"\s*>\s*"|(?<=")\s*(?=>\s*")|(?<=")\s*>\s*(?=")')
_BREAK = re.compile(r"<br\s*/?>|\\\n", re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z!][^<>]*>|:::.*?:::|\[!\w[^\[\]]*(?:\[[^\[\]]*\]\([^()]*\))?\]")
_ESCAPE = re.compile(r"\\(?=[!-/:-@\[-`{-~])")
_SENTENCE = re.compile(r"(?<=[.!?])[\"”')]*\s+(?=[\"“(]?[A-ZÀ-Þ])")
_NEXT = re.compile(r",? and then (?=[a-z])")
# How English, the language of most sources, begins what a reader sees, and what a reader only learns.
_RESULT = re.compile(r"(?:The|Your|You'll|You will|You see|It|This|These|They|If [^.]*,? you'll see)\b")
_ASIDE = re.compile(r"(?:You can|You may|For more|To learn more|See|Note|Learn|If you're not)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Step:
    """A step as its page says it, with its labels in quotes: of the kind `when` or `then`, or an `aside`."""

    kind: str
    text: str


@dataclass(frozen=True)
class Way:
    """What some monikers read in a section: texts, and steps if it is a procedure."""

    monikers: Readers
    texts: tuple[str, ...]
    steps: tuple[Step, ...]

    @property
    def shape(self) -> tuple[tuple[str, str], ...]:
        """What ways have in common whose steps differ by labels."""
        return tuple((each.kind, LABEL.sub('""', each.text)) for each in self.steps)

    @cached_property
    def labels(self) -> tuple[str, ...]:
        return tuple(label for each in self.steps for label in LABEL.findall(each.text))


@dataclass
class Section:
    """A heading of a page, and what stands below it: of what kind, what it says, and who reads it."""

    title: str
    anchor: str
    level: int
    parts: list[tuple[str, str, Readers]] = field(default_factory=list)
    links: list[tuple[str, str, Readers]] = field(default_factory=list)  # words, target, and who reads it

    @property
    def monikers(self) -> Readers:
        return frozenset().union(*(readers for *_, readers in self.parts))

    def ways(self, monikers: Sequence[str]) -> list[Way]:
        """What is read there, by those who read the same."""
        found: dict[tuple[tuple[str, ...], tuple[Step, ...]], set[str]] = {}
        for each in monikers:
            if own := [(kind, text) for kind, text, readers in self.parts if each in readers]:
                found.setdefault(_said(own), set()).add(each)
        return [Way(frozenset(of), *said) for said, of in found.items()]

    def procedures(self, monikers: Sequence[str]) -> list[list[Way]]:
        """The ways with steps, those together that differ by labels."""
        found: dict[tuple[tuple[str, str], ...], list[Way]] = {}
        for way in self.ways(monikers):
            if way.steps:
                found.setdefault(way.shape, []).append(way)
        return list(found.values())


def _said(parts: Sequence[tuple[str, str]]) -> tuple[tuple[str, ...], tuple[Step, ...]]:
    """The texts before the steps, and the steps, with what is said among and behind them."""
    is_step = {"step"} if any(kind == "step" for kind, _ in parts) else {"item"} if _have_paths(parts) else set()
    first = next((number for number, (kind, _) in enumerate(parts) if kind in is_step), len(parts))
    steps = tuple(step for _, text in parts[first:] for step in _steps(text))
    return tuple(text for _, text in parts[:first]), steps


def _have_paths(parts: Iterable[tuple[str, str]]) -> bool:
    """Whether bulleted items lead through the product."""
    return any(kind == "item" and " > " in label for kind, text in parts for label in LABEL.findall(phrase(text)))


def _steps(text: str) -> Iterator[Step]:
    """The steps that a text says, sentence by sentence."""
    for sentence in _SENTENCE.split(phrase(text)):
        if _ASIDE.match(sentence):
            yield Step("aside", sentence)
        elif _RESULT.match(sentence):
            yield Step("then", sentence.rstrip("."))
        elif sentence.strip():
            yield from (Step("when", part.strip().rstrip(".")) for part in _NEXT.split(sentence))


# --- read ----------------------------------------------------------------------------------------------------------


def sections_of(page: SourcePage) -> list[Section]:
    """The sections of a page; twins, which zones tell apart, are one."""
    found, section = dict[str, Section](), Section("", "", 1)
    kinds, before = list[str](), None
    for block in page.blocks:
        if block.type in ("ordered_list_open", "bullet_list_open"):
            kinds.append("step" if block.type[0] == "o" else "item")
        elif block.type in ("ordered_list_close", "bullet_list_close"):
            kinds.pop()
        elif block.type == "inline" and before and before.type == "heading_open":
            new = _section(block, int(before.tag[1]))
            section = found.setdefault(new.title, new)
        elif block.type in ("inline", "table_open", "fence", "code_block"):
            kind = "table" if block.type == "table_open" or (before and before.type[:3] in ("th_", "td_")) else "text"
            kind = "code" if block.type in ("fence", "code_block") else kinds[0] if kinds and kind == "text" else kind
            if text := written(block.content) if block.type == "inline" else "":
                section.parts.append((kind, text, block.meta["readers"]))
                section.links += ((*each, block.meta["readers"]) for each in _links(block.content))
        before = block
    whole = list(found.values())
    return whole or [section]


def _section(heading: Token, level: int) -> Section:
    title, own = phrase(heading.content), _ANCHOR.search(heading.content)
    return Section(title, own[1] if own else anchor(title), level)


def written(text: str) -> str:
    """A text as the Markdown of a description, in one line: bold words, links and code, without other HTML."""
    text = _HREF.sub(lambda link: f"[{link[2]}]({link[1]})", _ANCHOR.sub("", _BREAK.sub(" ", text)))
    return " ".join(_TAG.sub("", text).split())


def _links(text: str) -> Iterator[tuple[str, str]]:
    """The words and the target of each link that leads out of the page."""
    for link in _LINK.finditer(text):
        target = _TARGET.search(link[0])
        if target and not link[0].startswith("!"):
            yield phrase(link["words"] or link["html"] or ""), target[1] or target[2]


def phrase(text: str) -> str:
    """A text as a step says it: labels and paths of labels in quotes, other links as their words, and no markup."""
    text = _ANCHOR.sub("", _BREAK.sub(" ", text))
    text = _LINK.sub(lambda link: f"\ue000{link['words'] or link['html'] or ''}\ue001", text)
    text = _ESCAPE.sub("", unescape(_TAG.sub("", text)))
    text = _BOLD.sub(lambda bold: '"' + _bare(bold[1]).replace('"', "'") + '"', text)
    text = _IN_PATH.sub(lambda link: f'{link[1] or ""}"{(link[2] or link[3]).strip()}"', text)
    text = _PATH.sub(" > ", _bare(text))
    return " ".join(text.replace("<", "‹").replace(" >", " \ue002").replace(">", "›").replace("\ue002", ">").split())


def _bare(text: str) -> str:
    return re.sub("[\ue000\ue001`]", "", text)
