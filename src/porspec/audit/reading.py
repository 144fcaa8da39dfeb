"""Pages read for an audit, whatever project they are of: with the monikers that they name themselves."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from markdown_it.token import Token

from ..markdown.reader import SourcePage, read_page
from ..sources.monikers import Moniker, Monikers
from ..sources.pages import RANGE_KEYS, page_monikers, read_front_matter
from ..sources.problems import Problem
from .findings import Page
from .language import Language, language_of
from .units import Mark, Unit, marks_of

_SAID = ("title", "description")  # keys of front matter whose texts are translated
OTHERS = "others"  # stands for whoever reads a page besides the one moniker that it names
_RANGE = re.compile(r'^[ \t>]*:{3,}[ \t]*moniker[ \t]*range="([^"]*)"', re.IGNORECASE | re.MULTILINE)
_NAME = re.compile(r"[\w.-]+")
_VERSION = re.compile(r"\d+")


@dataclass(frozen=True)
class Read:
    """A page with its blocks, and what is wrong with its front matter and its zones."""

    page: Page
    blocks: SourcePage
    monikers: Monikers
    problems: tuple[Problem, ...]

    @cached_property
    def marks(self) -> list[Mark]:
        return marks_of(self.blocks)

    @cached_property
    def language(self) -> Language:
        return language_of(self.units)

    @cached_property
    def head(self) -> dict[str, Unit]:
        """What its front matter says of it to readers, by key."""
        matter, lines = self.page.matter, self.page.lines
        said = {key: matter.values[key] for key in _SAID if isinstance(matter.values.get(key), str)}
        found = dict[str, Unit]()
        for key, text in said.items():
            line = matter.place(key).line - 1
            start = max(lines[line].find(text.split("\n")[0]), 0)  # of a text that YAML folds, or escapes: the line
            meta = {"places": [(0, line, start)], "readers": frozenset[str]()}
            found[key] = Unit(self.page.path, key, Token("inline", "", 0, content=text, children=[], meta=meta))
        return found

    @cached_property
    def units(self) -> list[Unit]:
        return [mark.unit for mark in self.marks if mark.unit]


def read(path: str, text: str, monikers: Monikers | None = None) -> Read:
    """A page, with the monikers that it names where none are given. It is not kept: an audit reads many, each once."""
    matter, unreadable = read_front_matter(path, text)
    known = monikers or named_in([*_RANGE.findall(text), *(matter.range(key) for key in RANGE_KEYS)])
    of_page, out_of_range = page_monikers(known, {}, matter)
    blocks = read_page.__wrapped__(path, text, known, of_page)
    page = Page(path, text, replace(matter, path=path))
    return Read(page, blocks, known, (*unreadable, *(out_of_range if known.ids else ()), *blocks.problems))


def named_in(ranges: Iterable[str]) -> Monikers:
    """The monikers that ranges name, each product's in the order of their versions."""
    names = sorted(sorted({name for each in ranges for name in _NAME.findall(each)}), key=_order)
    if len(names) == 1:
        names.append(OTHERS)
    return Monikers(tuple(Moniker(name, _product(name), name, order) for order, name in enumerate(names)))


def _order(name: str) -> list[tuple[int, str]]:
    """The name in parts, of which the numbers count by their size; they may be longer than `int` reads."""
    return [(len(part) * (place % 2), part) for place, part in enumerate(re.split(r"0*([0-9]+)", name))]


def _product(name: str) -> str:
    return _VERSION.split(name)[0]
