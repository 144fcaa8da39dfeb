"""A page is read once, into one value: what is in it, for whom, and where in the file."""

import re
import time
from collections.abc import Iterable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown.util import HTML_PLACEHOLDER
from markdown_it import MarkdownIt

from porspec.checks.pages import page_problems
from porspec.markdown import commonmark
from porspec.markdown.commonmark import read_blocks
from porspec.markdown.reader import BOLD, read_page, without_code
from porspec.sources.monikers import Moniker, Monikers
from porspec.sources.pages import PageMonikers
from porspec.sources.problems import Location
from tests.markdown.test_views import odd_lines, pages

MONIKERS = Monikers((Moniker("ww", "o", "World"), Moniker("cn", "o", "China")))
ALL = PageMonikers(("cn", "ww"), ("cn", "ww"))
NO_LINKS = """~~~ text
[a](a1.md) **a**
~~~

    [a](a2.md) **a**

- b

      [a](a3.md) **a**

  ```
  [a](a4.md) **a**
  ```

b <!-- [a](a5.md) **a** --> c <!--
[a](a6.md) **a** --> d

<!-- [a](a7.md)

**a** -->
`b
[a](a8.md) **a**` \\[a](a9.md) [a\\](a10.md) <https://example.com/a.md>

<div>
[a](a11.md) **a**

~~~
<a href="a12.md">
~~~
</div>
"""


def test_what_is_no_link_and_not_in_bold_has_no_problem() -> None:
    page = read_page("docs/a.md", NO_LINKS, MONIKERS, ALL)
    assert list(page_problems(page, set())) == []
    assert list(page.found(BOLD)) == []
    assert BOLD.findall(without_code(NO_LINKS)) == []


def test_links_have_the_places_of_their_targets() -> None:
    text = "\n".join(
        [
            "-\ta [b](1)",
            "\t> \t[c",
            "\t> d](  <2> 'e') [`](`](3)",
            "",
            "## [f](4) [f](4) ##",
            "",
            "| [g](5) | `|` \\| [h](6) | [g](5) |",
            "|---|---|---|",
            '| ![i\\]](7) | <a title="8" href=x> | <a href="8"> |',
            "",
            "[j][k] [K]",
            "",
            "> [k]:",
            ">   <9>",
            "",
            "<p>",
            "  <img src='10'></p> [l](11)",
        ]
    )
    page = read_page("a.md", text, MONIKERS, ALL)
    assert [(link.place.line, link.place.column, link.target, link.kind) for link in page.links] == [
        (1, 9, "1", "inline"),
        (3, 10, "2", "inline"),
        (3, 25, "3", "inline"),
        (5, 8, "4", "inline"),
        (5, 15, "4", "inline"),
        (7, 7, "5", "inline"),
        (7, 23, "6", "inline"),
        (7, 32, "5", "inline"),
        (9, 10, "7", "inline"),
        (9, 33, "x", "inline"),
        (9, 47, "8", "inline"),
        (11, 5, "9", "use"),
        (11, 9, "9", "use"),
        (14, 6, "9", "definition"),
        (17, 13, "10", "inline"),
        (17, 26, "11", "inline"),
    ]


def test_a_zone_ends_with_its_closing_line_whatever_the_indent_and_what_stands_before_it() -> None:
    zone = '::: moniker range="cn"'
    texts = [
        f"{zone}\na\n        ::: moniker-end\n[b](c)",
        f"{zone}\n1. a\n\n       ::: moniker-end\n[b](c)",
        f"{zone}\n1. a\n       ::: moniker-end\n2. [b](c)",
        f"{zone}\n```\n::: moniker-end\n```\n::: moniker-end\n[b](c)",
        f"{zone}\n- a\n\n      ~~~\n      ::: moniker-end\n      ~~~\n::: moniker-end\n[b](c)",
        f"{zone}\n> ::: moniker-end\n\n::: moniker-end\n[b](c)",
        f"- > {zone}\n  > a\n\n  [b](c)",
    ]
    for text in texts:
        (link,) = read_page("a.md", text, MONIKERS, ALL).links
        assert link.readers == {"ww", "cn"}, text


def test_each_of_many_zones_ends_with_its_own_closing_line() -> None:
    zone = '::: moniker range="cn"\n- a\n\n        ::: moniker-end\n[b](c)\n\n'
    page = read_page("a.md", zone * 100, MONIKERS, ALL)
    assert [sorted(link.readers) for link in page.links] == [["cn", "ww"]] * 100


@pytest.mark.parametrize(
    "part",
    [
        *("```a\n", "~~~~\n", "a\n```\n", "- a\n  ```\n", "1. a\n   ```\n   b\n", "- > ```\n"),
        *(
            "<!--\n",
            "<!-- a -->\n",
            "<div>\n",
            "<",
            "<a href=b> ",
            "<a:b> ",
            "[",
            "`",
            "`a ``",
            "[a](b) ",
            "![a](b",
            "[a]: b\n",
        ),
        *(
            "<a:b> ",
            "[!INCLUDE",
            "[!VIDEO a",
            "> [!NOTE]\n",
            "|a|\n|-|\n",
            "| a ",
            "# a\n",
            "a\n",
            "> " * 50,
            ":::row:::\n",
        ),
        *('::: moniker range="cn"\n', "::: moniker-end\n", "  ::: moniker-end\na\n"),
    ],
)
def test_a_page_is_read_in_time_that_grows_with_it(part: str) -> None:
    def seconds(count: int) -> float:
        took = []
        for number in range(3):  # what else the machine does can only make it longer
            begin = time.process_time()
            assert isinstance(read_page("a.md", part * count + "a" * number, MONIKERS, ALL).links, tuple)
            took.append(time.process_time() - begin)
        return min(took)

    assert seconds(1000) < 15 * max(seconds(200), 0.02)


WORD = re.compile("apple")


def places(found: Iterable[tuple[Location, re.Match[str]]]) -> list[tuple[int, int]]:
    return sorted((place.line, place.column) for place, _ in found)


def written(text: str, pattern: re.Pattern[str]) -> list[tuple[int, int]]:
    """The lines and columns where a pattern stands in a text, from 1."""
    lines = enumerate(text.split("\n"), 1)
    return [(line, match.start() + 1) for line, words in lines for match in pattern.finditer(words)]


@given(pages)
@example("> apple\n  apple\n\n- apple\n  \tapple\n\n  ## apple apple ##\n")
@example("| apple \\| apple | apple |\n|---|---|\n| `apple` apple | \\| apple |\n\napple\n===")
@example("<div>apple</div> apple <b>apple</b> <!-- apple\napple --> apple")
@example("---\ntitle: a\n---\n\n1)  apple\r\n    apple\tapple")
def test_what_is_found_in_a_page_stands_at_its_place(source: str) -> None:
    page = read_page("a.md", source, MONIKERS, ALL)
    without = re.sub(r"<div>.*?</div>|<!--.*?-->|`[^`]*`", lambda each: re.sub("apple", "-----", each[0]), source)
    without = re.sub("(?s)<!--.*?-->", lambda each: re.sub("apple", "-----", each[0]), without)
    assert places(page.found(WORD)) == written(without, WORD)


@given(st.lists(st.one_of(odd_lines, st.sampled_from(["`a", "b`` c", "<b>d", "e --> f", "~~~"])), max_size=12))
def test_a_text_without_its_code_has_the_same_lines_and_columns(lines: list[str]) -> None:
    text = "\n".join(lines)
    kept = without_code(text)
    assert len(kept) == len(text)
    assert {(old, new) for old, new in zip(text, kept, strict=True) if old != new} <= {
        (each, " ") for each in set(text)
    }
    assert kept.count("\n") == text.count("\n")


def test_a_link_knows_the_file_and_the_place_that_it_leads_to_and_who_reads_it() -> None:
    text = "\n".join(
        [
            "[a](../b%20c.md?view=cn#d%20e) [f](#g) [h](https://i.example/j#k) [l](//m) [n](mailto:o) [p](./q.md?r)",
            '::: moniker range="ww"',
            "[s](t.md?view=cn&view=u) [v](?view=x)",
            "::: moniker-end",
        ]
    )
    page = read_page("docs/sub/a.md", text, MONIKERS, ALL)
    assert [(each.file(), each.anchor, sorted(each.seen_by(MONIKERS))) for each in page.links] == [
        ("docs/b c.md", "d e", ["cn"]),
        ("docs/sub/a.md", "g", ["cn", "ww"]),
        (None, "k", ["cn", "ww"]),
        (None, "", ["cn", "ww"]),
        (None, "", ["cn", "ww"]),
        ("docs/sub/q.md", "", ["cn", "ww"]),
        ("docs/sub/t.md", "", ["cn"]),
        ("docs/sub/a.md", "", []),
    ]


def test_each_mention_of_a_host_is_told_with_its_place_and_its_kind() -> None:
    text = "https://a.example/x `https://b.example`\n\n[c][D] <HTTP://e.example> //f.example g//h\n\n[d]: https://i.example"
    text += "\n\n[!INCLUDE [j](https://k.example)] <!-- https://l.example -->"
    page = read_page("a.md", text, MONIKERS, ALL)
    assert [(each.place.line, each.place.column, each.target, each.kind) for each in page.hosts] == [
        (1, 9, "a.example", "inline"),
        (3, 16, "e.example", "inline"),
        (3, 29, "f.example", "inline"),
        (3, 5, "i.example", "use"),
    ]


# The blocks that stand where a text, a quote, a definition whose title is open, and a list go on with this.
ENDS = {
    "<div>": ("p html_block", "quote html_block", "definition p html_block", "list html_block"),
    '::: moniker range="a"': ("p zone", "quote zone", "definition p zone", "list zone"),
    ":::row:::": ("p grid", "quote grid", "definition p grid", "list grid"),
    HTML_PLACEHOLDER % 0: ("p stashed", "quote stashed", "definition p stashed p", "list stashed"),
    "| a |\n|---|": ("p table", "quote", "definition p table", "list"),
    "```\n```": ("p fence", "quote fence", "definition p fence p", "list fence"),
    "> a": ("p quote", "quote", "definition p quote", "list quote"),
    "***": ("p hr", "quote hr", "definition p hr p", "list hr"),
    "* * *": ("p hr", "quote hr", "definition p hr p", "list hr"),
    "- a": ("p list", "quote list", "definition p list", "list list"),
    "# a": ("p heading", "quote heading", "definition p heading p", "list heading"),
    "[a]: b": ("p definition", "quote", "definition", "list definition"),
    "    a": ("p", "quote", "definition", "list"),
    "a": ("p", "quote", "definition", "list"),
}
SHORT = {"paragraph": "p", "blockquote": "quote", "bullet_list": "list"}


@pytest.mark.parametrize("text", ENDS)
def test_a_block_ends_where_another_one_begins_that_may_end_it(text: str) -> None:
    for goes_on, expected in zip(("a\n{}", "> a\n{}", "[a]: b\n'c\n{}\nd'", "* a\n{}"), ENDS[text], strict=True):
        blocks = read_blocks(goes_on.format(text))
        outer = [each.type.removesuffix("_open") for each in blocks if not each.level and each.nesting >= 0]
        assert " ".join(SHORT.get(each, each) for each in outer) == expected


def test_small_texts_are_read_without_their_code() -> None:
    assert without_code("**a** `**b**` \\`**c**`") == "**a**         \\`**c**`"
    assert without_code("a\n\n\t**b**\n> `**c\n> d**` e") == "a\n\n\t     \n>     \n       e"
    assert without_code("**no code**") == "**no code**"


def test_what_can_hold_no_code_or_no_closing_line_is_not_read_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[bool] = []
    parser = commonmark._parser

    def noting(*, inline: bool = False, is_first: bool = False) -> MarkdownIt:
        read.append(is_first)
        return parser(inline=inline, is_first=is_first)

    monkeypatch.setattr(commonmark, "_parser", noting)
    assert without_code("**no code** here") == "**no code** here"
    assert read == []
    assert without_code("`code`") == "      "
    assert read == [False]
    assert without_code("`:::row-END:::`") == " " * 15
    assert read == [False, True, False]


def test_a_carriage_return_in_a_text_ends_no_line() -> None:
    """A message may hold one, and the parser would count another line."""
    assert without_code("a `b\rc` d") == "a       d"
    assert without_code("`a` x\r[l](m)") == "    x\r[l](m)"
    assert [link.place.column for link in read_page("a.md", "a\rb [l](m.md)", MONIKERS, ALL).links] == [9]
