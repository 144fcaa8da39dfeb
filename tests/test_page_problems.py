"""What is wrong with a hand-written page, with its place; and that pages that are right have no problems."""

from pathlib import Path

import pytest
from hypothesis import given, settings

from porspec.monikers import Moniker, Monikers
from porspec.page_monikers import PageMonikers
from porspec.page_problems import reference_problems, zone_problems
from tests.test_pages import CLOUDS, PAGES, pages

MONIKERS = Monikers(
    (
        Moniker("ww", "o", "World", portals=("admin.example.com",)),
        Moniker("de", "o", "Germany", portals=("admin.example.de",)),
        Moniker("cn", "o", "China"),
    )
)
ALL = PageMonikers(("cn", "de", "ww"), ("cn", "de", "ww"))
ADMIN = "https://admin.example.com"
CN, WW, END = '::: moniker range="cn"', '::: moniker range="ww"', "::: moniker-end"


def found(text: str, page: PageMonikers = ALL) -> list[str]:
    """The place, code and message of each problem."""
    problems = zone_problems(text, "a.md", MONIKERS, page)
    return [f"{each.location.line}:{each.location.column} {each.code}: {each.message}" for each in problems]


CASES = {
    "two colons": (
        f':: moniker range="cn"\na\n{END}',
        [
            "1:1 zone-colons: A line of a zone begins with fewer than three colons, and is text",
            "3:1 zone-stray-end: 3 colons end no zone",
        ],
    ),
    "two colons at the end": (
        f"{CN}\na\n  :: moniker-end",
        [
            "3:3 zone-colons: A line of a zone begins with fewer than three colons, and is text",
            "1:1 invalid-moniker-range: The zone does not end explicitly",
        ],
    ),
    "a stray end": (f"a\n\n {END}", ["3:2 zone-stray-end: 3 colons end no zone"]),
    "an end with other colons": (
        f":{CN}\na\n{END}\n:{END}",
        ["3:1 zone-stray-end: 3 colons end no zone of 4"],
    ),
    "nesting": (f"{CN}\na\n{WW}\nb\n{END}\n{END}", ["3:1 zone-nested: A zone begins in the zone of line 1"]),
    "an empty zone": (f"{CN}\n\n<!-- nothing -->\n{END}", ["1:1 zone-without-text: The zone holds nothing"]),
    "a range that cannot be read": (
        '::: moniker range="xx || cn"\na\n::: moniker-end',
        ["1:20 moniker-range-invalid: Invalid moniker range: 'xx || cn'. Moniker 'xx' is not defined."],
    ),
    "an open quote": (
        '::: moniker range="cn',
        ["1:1 invalid-moniker-range: The opening of a zone cannot be read, and is text"],
    ),
    "blanks around the equals sign": (
        '> ::: moniker range = "cn"',
        ["1:3 invalid-moniker-range: The opening of a zone cannot be read, and is text"],
    ),
    "text after a range and an end": (
        f"{CN} x\na\n{END} y",
        [
            "1:23 invalid-moniker-range: Text stands after the range of a zone",
            "3:16 invalid-moniker-range: Text stands after the end of a zone",
        ],
    ),
    "an item that ends before its zone": (
        f"1. a\n\n   {CN}\n   b\n2. c\n\n   {END}",
        [
            "3:4 invalid-moniker-range: The zone does not end explicitly",
            "7:4 zone-stray-end: 3 colons end no zone",
        ],
    ),
    "the portal of another cloud": (
        f"{CN}\n[a](https://Admin.example.com/x), [b](http://example.com), `{ADMIN}`\n{END}\n[c]: {ADMIN}",
        ["2:13 zone-portal: Admin.example.com is the portal of ww, and this is read by cn"],
    ),
    "a zone in HTML": (
        f"<div><div>\n</div>\n{CN}\na\n{END}\n</div>\n{CN}\na\n{END}",
        ["3:1 zone-in-html: A line of a zone stands in the HTML of <div>, and is text"],
    ),
    "an end in HTML": (
        f"{CN}\n<p>\na\n{END}\n",
        ["4:1 zone-in-html: A line of a zone stands in the HTML of <p>, and is text"],
    ),
    "a zone in HTML that holds Markdown": (f'<div markdown="1">\n\n{CN}\na\n{END}\n</div>', []),
    "a title in a zone": (f"{CN}\n# a\n{END}", ["2:1 h1-in-moniker: The title of the page stands in a zone"]),
    "a level that some clouds skip": (
        f"# a\n{CN}\n## b\n{END}\n- ### c",
        ["5:3 heading-skipped: A level of headings is skipped for ww, de"],
    ),
    "levels in zones of other clouds": (f"## a\n{CN}\n### b\n#### c\n{END}\n{WW}\n### d\n{END}\n# e", []),
    "what is in code": (
        f"```\n:: moniker range=\n{END}\n```\n- a\n  ~~~\n  {CN}\n  ~~~\n\n`:: moniker-end` and\n    {CN}",
        [],
    ),
    "what is in a comment": (f"<!--\n{CN}\n-->\na", []),
}


@pytest.mark.parametrize("name", CASES)
def test_what_is_wrong_with_a_zone_is_said_with_its_place(name: str) -> None:
    text, expected = CASES[name]
    assert found(text) == expected


def test_a_zone_that_no_cloud_of_the_page_reads_is_a_problem() -> None:
    page = PageMonikers(("ww",), ("ww",))
    text = f"---\ntitle: a\n---\n- a\n\n  {CN}\n  b\n  {END}"
    assert found(text, page) == ["6:3 moniker-zone-empty: No cloud of the page reads the zone; the page is for ww"]


def test_the_portal_of_another_cloud_is_a_problem_on_a_page_of_one_cloud() -> None:
    page = PageMonikers(("ww",), ("ww",))
    assert found("https://admin.example.de", page) == [
        "1:9 zone-portal: admin.example.de is the portal of de, and this is read by ww"
    ]


def test_references_that_lead_nowhere_and_what_is_not_supported_are_problems() -> None:
    text = "\n".join(
        [
            "# [Tab](#tab/one)",
            "- [!INCLUDE [a](../b.md)] > [!VIDEO https://example.com]",
            "> [!VIDEO https://example.com/a]",
            '[a](b.md) ![c](pictures/d.png "e") [f](../g.md?h=i#j) [k](/l.md) <a href="m.md">m</a>',
            "[o](#o) [p](https://example.com/p.md) [q](mailto:q@example.com) `[r](s.md)` [t](u%20v.md)",
            "",
            "[w]: x.md",
        ]
    )
    known = {"docs/sub/b.md", "docs/g.md", "docs/sub/u v.md"}
    problems = reference_problems(text, "docs/sub/a.md", known)
    assert [f"{each.location.line}:{each.location.column} {each.code}: {each.message}" for each in problems] == [
        "1:9 docs-tab: A tab is not shown as one",
        "2:3 docs-include: An include is not filled in",
        "3:3 docs-video: A video is not shown",
        '4:16 docs-target: The link "pictures/d.png" leads nowhere',
        '4:59 docs-target: The link "/l.md" leads nowhere',
        '4:75 docs-target: The link "m.md" leads nowhere',
        '7:6 docs-target: The link "x.md" leads nowhere',
    ]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_pages_that_are_right_have_no_problems(path: Path) -> None:
    monikers = Monikers(tuple(Moniker(each, "o", "") for each in CLOUDS))
    page = PageMonikers(CLOUDS, CLOUDS)
    assert list(zone_problems(path.read_text("utf-8"), path.name, monikers, page)) == []


@settings(deadline=None)
@given(pages)
def test_generated_pages_that_are_right_have_no_problems(source: str) -> None:
    monikers = Monikers(tuple(Moniker(each, "o", "") for each in CLOUDS))
    assert list(zone_problems(source, "a.md", monikers, PageMonikers(CLOUDS, CLOUDS))) == []
