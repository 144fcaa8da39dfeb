"""The numbers of a list run on as they are written, and the addresses in zones are those of each moniker."""

import pytest

from porspec.checks.addresses import address_problems
from porspec.checks.list_numbers import number_problems
from porspec.checks.pages import portal_problems
from porspec.markdown.reader import SourcePage, read_page
from porspec.sources.monikers import Moniker, Monikers
from porspec.sources.pages import PageMonikers

PORTALS = {"ww": ("admin.example.com", "linkid=1"), "de": ("admin.example.de", "LinkId=2")}
MONIKERS = Monikers(tuple(Moniker(each, "o", each, portals=PORTALS.get(each, ())) for each in ("ww", "de", "cn")))


def page(text: str, monikers: Monikers = MONIKERS) -> SourcePage:
    return read_page("docs/a.md", text, monikers, PageMonikers(monikers.ids, monikers.ids))


def zone(moniker: str, text: str) -> str:
    return f'::: moniker range="{moniker}"\n\n{text}\n\n::: moniker-end\n\n'


def problems(text: str) -> list[tuple[int, str]]:
    return [(each.location.line, each.message) for each in number_problems(page(text), MONIKERS)]


def steps(first: int, last: int) -> str:
    return "\n".join(f"{number}. Step" for number in range(first, last + 1))


FIRSTS = zone("ww", "1. A") + zone("de", "1. B") + zone("cn", "1. C")
WRONG = {
    "twice after a zone": (
        zone("de", steps(1, 5)) + zone("ww || cn", "1. A") + steps(2, 5),
        [(17, "The number 2 follows on 5 for de")],
    ),
    "a zone lacks a step": (
        zone("ww", "1. A") + zone("de", "B") + zone("cn", "1. C") + "2. D",
        [(19, "The number 2 is the first for de")],
    ),
    "a gap in a list": ("1. A\n2. B\n6. C", [(3, "The number 6 follows on 2")]),
    "twice in a list": (FIRSTS + "2. A\n3. B\n3. C", [(21, "The number 3 follows on 3")]),
    "a gap behind a paragraph": ("1. A\n\nB\n\n3. C", [(5, "The number 3 follows on 1")]),
    "two lists side by side": (
        zone("ww", steps(1, 2)) + zone("ww", steps(1, 2)),
        [(10, "The number 1 follows on 2 for ww")],
    ),
    "in an item": ("- A\n\n  1. B\n  3. C", [(4, "The number 3 follows on 1")]),
    "different for each": (
        zone("ww", steps(1, 2)) + zone("de || cn", steps(1, 3)) + "5. A",
        [(16, "The number 5 follows on 2 and 3")],
    ),
}
RIGHT = {
    "a step for each, and steps for all": FIRSTS + steps(2, 4),
    "lists under headings": "1. A\n2. B\n\n## C\n\n1. D",
    "a list that goes on behind a paragraph": "1. A\n\nB\n\n2. C\n\nD\n\n1. E",
    "one number for all": "1. A\n1. B\n1. C\n\nD\n\n4. E",
    "one number across zones": zone("ww", "1. A") + "1. B\n1. C",
    "another delimiter": "1. A\n2. B\n\n1) C\n2) D",
    "a list from 0": "0. A\n1. B",
    "a list that begins later": "## Go on\n\n3. A\n4. B",
    "lists in items": "1. A\n\n   1. B\n   2. C\n\n2. D\n\n   1. E",
    "a comment between": "1. A\n\n<!-- B -->\n\n2. C",
    "zones in an item": "1. A\n\n" + "".join(f"   {line}\n" for line in zone("ww", "1. B").split("\n")) + "2. C",
    "nobody reads it": zone("xx", "4. A") + "1. B",
}


@pytest.mark.parametrize("case", WRONG)
def test_a_number_that_does_not_follow_is_a_problem_of_those_who_read_it_so(case: str) -> None:
    text, found = WRONG[case]
    assert problems(text) == found


@pytest.mark.parametrize("case", RIGHT)
def test_numbers_that_run_on_for_each_moniker_are_none(case: str) -> None:
    assert problems(RIGHT[case]) == []


def test_a_site_without_monikers_has_numbers_too() -> None:
    found = number_problems(page("1. A\n3. B", Monikers(())), Monikers(()))
    assert [str(each) for each in found] == ["docs/a.md:2:1: The number 3 follows on 1 [list-numbers]\n    Write 2."]


def test_a_long_page_is_read_once() -> None:
    assert problems("\n".join(f"1. A\n2. B\n\nC {number}\n" for number in range(3000))) == []


def link(number: int) -> str:
    return f"[A](https://go.example.com/link/?linkid={number})"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (zone("ww", link(1)) + zone("ww", link(1)) + zone("de", link(2)) + zone("de", link(1)), [21]),
        (zone("ww", link(1)) + zone("ww || cn", link(1)) + zone("de", link(2)) + zone("de", link(1)), [21]),
        (zone("ww", link(1)) + zone("ww", link(1)) + zone("de", link(1)), []),
        (zone("ww", link(1)) + zone("de", link(2)) + zone("de", link(1)), []),
        (zone("ww", link(1)) + zone("ww", link(1)) + zone("de", link(2)) + zone("de", link(1)) + link(1), []),
        (zone("ww", link(1)) * 2 + zone("de", link(2)) + zone("de", link(1)) * 2, []),
    ],
    ids=["another's", "another's of two", "no own", "one against one", "everybody's", "as often"],
)
def test_an_address_that_others_have_everywhere_else_is_a_problem_in_a_zone(text: str, lines: list[int]) -> None:
    assert [each.location.line for each in address_problems([page(text)], MONIKERS)] == lines


def test_a_link_to_the_portal_of_another_moniker_is_known_by_its_parameters() -> None:
    text = zone("de", "[A](https://go.example.com/link/?a=b&LINKID=1#c) [B](https://go.example.com/link?linkid=2)")
    text += zone("ww", '<a href="https://go.example.com/?linkid=2">C</a> [D][d] <https://go.example.com/?linkid=12>')
    text += "[d]: https://go.example.com/?linkid=1\n\n[E](https://go.example.com/?linkid=2)"
    found = portal_problems(page(text), MONIKERS)
    assert [(each.location.line, each.message) for each in found] == [
        (3, "https://go.example.com/link/?a=b&LINKID=1#c is the portal of ww, and this is read by de"),
        (9, "https://go.example.com/?linkid=2 is the portal of de, and this is read by ww"),
    ]
