"""What is wrong with a hand-written page, with its place; and that pages that are right have no problems."""

import re
from pathlib import Path

import pytest
from hypothesis import given

from porspec.checks.addresses import address_problems
from porspec.checks.pages import page_problems, portal_problems
from porspec.markdown.reader import read_page
from porspec.sources.monikers import Moniker, Monikers
from porspec.sources.pages import PageMonikers
from tests.markdown.test_extension import convert
from tests.markdown.test_views import CLOUDS, PAGES, pages

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
    read = read_page("a.md", text, MONIKERS, page)
    problems = [*read.problems, *portal_problems(read, MONIKERS)]
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
        f"{CN}\n[a](https://Admin.example.com/x), [b](http://example.com), `{ADMIN}`\n{END}\n{ADMIN}",
        ["2:13 zone-portal: Admin.example.com is the portal of ww, and this is read by cn"],
    ),
    "a host below the portal of another cloud, and addresses without a scheme": (
        f"{CN}\nhttps://x.y.admin.example.com. <a href='//admin.example.de/'>a</a> https://xadmin.example.com\n{END}",
        [
            "2:9 zone-portal: x.y.admin.example.com is the portal of ww, and this is read by cn",
            "2:43 zone-portal: admin.example.de is the portal of de, and this is read by cn",
        ],
    ),
    "the portal of another cloud, by the definition of the page": (
        f"{CN}\n[a\nb][C] ![d][c] and [C], [C][], [c](e) \\[c]\n{END}\n{WW}\n[c]\n{END}\n\n[c]: {ADMIN}\n[f]: {ADMIN}",
        [
            f"3:{column} zone-portal: admin.example.com is the portal of ww, and this is read by cn"
            for column in (4, 12, 20, 25)
        ],
    ),
    "the portal of another cloud, by the definition of a zone": (
        f"{CN}\n[a][c]\n\n[c]: {ADMIN}\n{END}\n{WW}\n[a][c]\n\n[C]:\n  <https://admin.example.de>\n{END}\n\n[c]: /",
        [
            "2:5 zone-portal: admin.example.com is the portal of ww, and this is read by cn",
            "7:5 zone-portal: admin.example.de is the portal of de, and this is read by ww",
        ],
    ),
    "a definition for each cloud, and none that somebody uses who should not": (
        f"{CN}\n[a][c]\n[c]: /\n{END}\n{WW}\n[a][c]\n\n[c]: {ADMIN}\n{END}\n[d]: https://admin.example.de 'e'",
        [],
    ),
    "zones that are indented by tabs": (
        f"-\ta\n\n\t{CN}\n\tb\n\t{END}\n- \tc\n\n\t{END}",
        ["8:2 zone-stray-end: 3 colons end no zone"],
    ),
    "rows that zones part from their tables": (
        f"| a |\n|---|\n{CN}\n| b |\n| c |\n{END}\n\n{WW}\n| d |\n{END}\n| e |\n| f |",
        [f"{line}:1 zone-in-table: A zone cuts a table before this row, which is text" for line in (4, 9, 11)],
    ),
    "a table without outer bars that a zone cuts": (
        f"> a | b\n> -:|:-\n> c | d\n> {CN}\n> e | f\n> {END}",
        ["5:3 zone-in-table: A zone cuts a table before this row, which is text"],
    ),
    "tables in zones and after them": (
        f"{CN}\n|a|\n|-|\n|b|\n{END}\n{WW}\n|a|b|\n|-|-|\n|c|d|\n{END}\n\n|a|\n|-|\n|b|\n\n{CN}\nc\n{END}\n|d|",
        [],
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


REMEDIES = {
    "A level of headings is skipped for ww, de": "Take one level for each step down.",
    "A line of a zone begins with fewer than three colons, and is text": "Write three colons.",
    "A line of a zone stands in the HTML of <div>, and is text": (
        'Write <div markdown="1">, or end the HTML before the line.'
    ),
    "A line of a zone stands in the HTML of <p>, and is text": (
        'Write <p markdown="1">, or end the HTML before the line.'
    ),
    "A zone begins in the zone of line 1": "End that zone first: zones do not nest.",
    "A zone cuts a table before this row, which is text": (
        "Write a table for each moniker, each whole in a zone of its own."
    ),
    "Invalid moniker range: 'xx || cn'. Moniker 'xx' is not defined.": (
        "Write ids of [[tool.porspec.monikers]], with || between them."
    ),
    "Text stands after the end of a zone": "Move it to a line of its own.",
    "Text stands after the range of a zone": "Move it into the zone.",
    "The opening of a zone cannot be read, and is text": (
        'Write ::: moniker range="…", with straight quotes and no blanks around =.'
    ),
    "The title of the page stands in a zone": "Let the monikers share it.",
    "The zone does not end explicitly": "Write ::: moniker-end after it, with the indent of its opening.",
    "The zone holds nothing": "Write what it is for, or remove it.",
    "3 colons end no zone": "Remove the line, or write as many as the opening has.",
    "3 colons end no zone of 4": "Remove the line, or write as many as the opening has.",
}


def test_each_problem_with_a_zone_has_its_remedy() -> None:
    read = (read_page("a.md", text, MONIKERS, ALL) for text, _ in CASES.values())
    assert {each.message: each.remedy for page in read for each in page.problems} == REMEDIES


def test_a_page_that_no_glob_matches_has_no_zone() -> None:
    page = PageMonikers((), (), versioned=False)
    message = "The zone has a range, and no glob of [tool.porspec.moniker_ranges] gives one to the page's place"
    assert found(f"{CN}\na\n{END}", page) == [f"1:1 moniker-range-undefined: {message}"]


def test_each_block_knows_its_zone_and_its_readers() -> None:
    read = read_page("a.md", f"a\n\n{CN}\nb\n{WW}\nc\n{END}\n{END}\n{WW}\nd\n{END}\ne", MONIKERS, ALL)
    texts = [each for each in read.blocks if each.type == "inline"]
    assert [(each.content, each.meta["zone"], sorted(each.meta["readers"])) for each in texts] == [
        ("a", 0, ["cn", "de", "ww"]),
        ("b", 3, ["cn"]),
        ("c", 3, ["cn"]),
        (END, 0, ["cn", "de", "ww"]),
        ("d", 9, ["ww"]),
        ("e", 0, ["cn", "de", "ww"]),
    ]


def test_a_zone_that_no_cloud_of_the_page_reads_is_a_problem() -> None:
    text = f"---\ntitle: a\n---\n- a\n\n  {CN}\n  b\n  {END}"
    for clouds, said in ((("ww", "de"), "ww, de"), ((), "none")):
        (problem,) = read_page("a.md", text, MONIKERS, PageMonikers(clouds, clouds)).problems
        assert str(problem) == (
            f"a.md:6:3: No moniker of the page reads the zone; the page is for {said} [moniker-zone-empty]\n"
            "    Correct one of the two ranges, or remove the zone."
        )


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
            "<img src = 'y.png' alt=z.png><A\nHREF=aa.md>bb</A> href=cc.md //example.com/dd.md <a href='//ee.md'>",
        ]
    )
    known = {"docs/sub/b.md", "docs/g.md", "docs/sub/u v.md"}
    page = read_page("docs/sub/a.md", text, MONIKERS, ALL)
    problems = sorted(page_problems(page, known))
    assert [f"{each.location.line}:{each.location.column} {each.code}: {each.message}" for each in problems] == [
        "1:9 docs-tab: A tab is not shown as one",
        "2:3 docs-include: An include is not filled in",
        "2:29 docs-video: A video is not shown",
        "3:3 docs-video: A video is not shown",
        '4:16 docs-target: The link "pictures/d.png" leads nowhere',
        '4:59 docs-target: The link "/l.md" leads nowhere',
        '4:75 docs-target: The link "m.md" leads nowhere',
        '7:6 docs-target: The link "x.md" leads nowhere',
        '8:13 docs-target: The link "y.png" leads nowhere',
        '9:6 docs-target: The link "aa.md" leads nowhere',
    ]


def test_a_link_behind_a_comment_stands_where_it_is_written() -> None:
    page = read_page("docs/a.md", "<p><!-- <a href='n.md'>\n--> <a href='y.md'>\n", MONIKERS, ALL)
    assert [(each.place.line, each.place.column, each.target) for each in page.links] == [(2, 14, "y.md")]


def test_a_link_that_is_no_address_is_a_problem_and_no_link() -> None:
    text = "[a](http://[b) ![c](//[d) <http://[e> [f][g] <img src='//[h'>\n\n[g]: https://i\uff0fj\n"
    page = read_page("docs/a.md", text, MONIKERS, ALL)
    assert [f"{each.location.line}:{each.location.column} {each.message}" for each in page_problems(page, set())] == [
        '1:5 The link "http://[b" is no address',
        '1:21 The link "//[d" is no address',
        '1:28 The link "http://[e" is no address',
        '1:56 The link "//[h" is no address',
        '3:6 The link "https://i\uff0fj" is no address',
    ]
    assert [(each.target, each.file(), each.anchor) for each in page.links] == []
    assert list(address_problems([page], MONIKERS)) == []


def test_alerts_that_are_text_are_problems() -> None:
    alerts = {
        "> [!NOTE]\n> a": 0,
        "- b\n  > [!tip]  \n  >\n  > a": 0,
        "a\n> [!CAUTION]\na\n\n> [!WARNING]\n> - a": 0,
        "```\n> [!NOTE] a\n```\n`[!TIP]` [!NOTE](a) [!TIP][b]": 0,
        "> [!TIP] Title\n> a": 1,
        "> [!WARNNIG]\n> a": 1,
        "[!NOTE]\na": 1,
        "> > [!NOTE]\n> > a": 1,
        "> a\n> [!NOTE]\n> b": 2,
        "> [!NOTE]\n>\n\na": 1,
        "> [!NOTE]": 1,
        ">\n> [!NOTE]\n> a": 2,
        "1. a\n\n    > [!NOTE]\n> text": 3,
        "1. a\n\n    > [!NOTE]\n    > text": 0,
        "1. a\n   > [!NOTE]\n   text": 0,
        "a\n    > [!NOTE]": 2,
    }
    for text, line in alerts.items():
        found = page_problems(read_page("a.md", text, MONIKERS, ALL), {"a"})
        kind = re.search(r"\[!(\w+)", text)
        expected = (
            f"{line}:{text.split(chr(10))[line - 1].find('[') + 1} [!{kind and kind[1]}] begins no alert, and is text"
        )
        assert [f"{each.location.line}:{each.location.column} {each.message}" for each in found] == (
            [expected] if line else []
        ), text
        shown = convert(text, ["cn"])
        assert ("[!" in re.sub("<code>.*?</code>", "", shown, flags=re.DOTALL)) == (line > 0 or "(a)" in text)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_pages_that_are_right_have_no_problems(path: Path) -> None:
    monikers = Monikers(tuple(Moniker(each, "o", "") for each in CLOUDS))
    page = PageMonikers(CLOUDS, CLOUDS)
    assert read_page(path.name, path.read_text("utf-8"), monikers, page).problems == ()


@given(pages)
def test_generated_pages_that_are_right_have_no_problems(source: str) -> None:
    monikers = Monikers(tuple(Moniker(each, "o", "") for each in CLOUDS))
    assert read_page("a.md", source, monikers, PageMonikers(CLOUDS, CLOUDS)).problems == ()
