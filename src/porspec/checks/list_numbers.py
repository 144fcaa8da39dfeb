"""How the steps of lists are numbered as they are written, for the readers of each moniker.

A list that a zone cuts is one list for who reads both parts, and goes on behind a paragraph that interrupts it; a
heading begins anew. A list whose items all have one number leaves the numbers to CommonMark.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from markdown_it.token import Token

from ..markdown.reader import SourcePage
from ..sources.monikers import Monikers
from ..sources.problems import Location, Problem
from ..spec.spec import Spec
from .registry import check, read_pages

_HOLDERS = frozenset({"list_item_open", "blockquote_open", "grid_open"})
_ALL = frozenset({""})  # of a project without monikers
_HELD = frozenset(each.replace("_open", "_close") for each in _HOLDERS)
_GOES_ON = frozenset({"zone_open", "ordered_list_open", "list_item_open", "html_block", "definition", "line"})


@check("list-numbers")
def list_numbers(spec: Spec) -> Iterator[Problem]:
    """The numbers of a hand-written list run on, for each moniker."""
    for page, _, _ in read_pages(spec):
        yield from number_problems(page, spec.config.monikers)


@dataclass
class _Level:
    """The lists next to each other in one container: each moniker's last number and its delimiter, and who has read
    something else since.
    """

    last: dict[str, tuple[int, str]] = field(default_factory=dict)
    interrupted: set[str] = field(default_factory=set)

    def wrong(self, number: int, delimiter: str, readers: frozenset[str]) -> dict[str, int]:
        """The last numbers of those for whom this one does not go on; 0 where they have read none, as others have."""
        found: dict[str, int] = {}
        for each in readers:
            last, before = self.last.get(each, (0, delimiter))
            is_new = number <= 1 and (last <= 1 or each in self.interrupted or before != delimiter)
            is_first = not last and (number - 1, delimiter) not in self.last.values()
            if number != last + 1 and not is_new and not is_first:
                found[each] = last
        return found

    def read(self, number: int, delimiter: str, readers: frozenset[str]) -> None:
        self.last.update(dict.fromkeys(readers, (number, delimiter)))
        self.interrupted -= readers

    def begin_anew(self, readers: frozenset[str]) -> None:
        for each in readers:
            self.last.pop(each, None)


def number_problems(page: SourcePage, monikers: Monikers) -> Iterator[Problem]:
    """Each number of a list that does not follow on the one before it, with those who read it so."""
    levels, lists = [_Level()], list[_List]()
    for index, block in enumerate(page.blocks):
        if block.type == "inline":  # the words of the block that begins before them
            continue
        readers: frozenset[str] = block.meta["readers"] if monikers.ids else _ALL
        if block.type == "list_item_open" and block.info and lists[-1].is_counted:
            number, delimiter = int(block.info), lists[-1].token.markup
            if wrong := levels[-1].wrong(number, delimiter, readers):
                yield _problem(page, block, lists[-1].token, wrong, monikers)
            levels[-1].read(number, delimiter, readers)
        if block.type == "ordered_list_open":
            lists.append(_List(block, _numbers(page.blocks, index)))
        elif block.type == "ordered_list_close":
            levels[-1].read(*lists.pop().end, readers)
        elif block.type == "heading_open":
            levels[-1].begin_anew(readers)
        elif block.type not in _GOES_ON and block.nesting >= 0:
            levels[-1].interrupted |= readers
        if block.type in _HOLDERS:
            levels.append(_Level())
        elif block.type in _HELD:
            levels.pop()


@dataclass(frozen=True)
class _List:
    token: Token
    numbers: Sequence[int]

    @property
    def is_counted(self) -> bool:
        """Whether its numbers say something: a list of items with one number does not."""
        return len(self.numbers) == 1 or len(set(self.numbers)) > 1

    @property
    def end(self) -> tuple[int, str]:
        """Its last number, as it is shown where it is not counted."""
        last = self.numbers[-1] if self.is_counted else self.numbers[0] + len(self.numbers) - 1
        return last, self.token.markup


def _numbers(blocks: Sequence[Token], start: int) -> tuple[int, ...]:
    """The numbers of a list's own items."""
    level = blocks[start].level
    inside = takewhile(lambda block: block.level > level, map(blocks.__getitem__, range(start + 1, len(blocks))))
    return tuple(int(each.info) for each in inside if each.type == "list_item_open" and each.level == level + 1)


def _problem(page: SourcePage, item: Token, of: Token, wrong: dict[str, int], monikers: Monikers) -> Problem:
    assert item.map is not None
    place = Location(page.path, item.map[0] + 1, of.meta["column"] + 1)
    lasts, names = set(wrong.values()), ", ".join(monikers.in_order(wrong))
    after = "is the first" if lasts == {0} else f"follows on {' and '.join(map(str, sorted(lasts)))}"
    of_whom = f" for {names}" if len(wrong) < len(monikers.ids) else ""
    remedy = f"Write {min(lasts) + 1}" + (
        ", and the numbers of each zone so that each moniker's run on." if names else "."
    )
    return Problem(place, f"The number {item.info} {after}{of_whom}", "list-numbers", remedy)
