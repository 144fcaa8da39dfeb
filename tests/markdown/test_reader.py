"""A page is read once, into one value: what is in it, for whom, and where in the file."""

from porspec.checks.pages import page_problems
from porspec.markdown.reader import BOLD, read_page, without_code
from porspec.sources.monikers import Moniker, Monikers
from porspec.sources.pages import PageMonikers

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


def test_a_page_of_unusual_size_is_read_at_once() -> None:
    for part in (
        "```a\n",
        "<!--\n",
        "<div>\n",
        "[",
        "`a ``",
        '::: moniker range="cn"\n',
        "::: moniker-end\n",
        "> " * 50,
    ):
        assert read_page("a.md", part * 2000, MONIKERS, ALL).links == ()


def test_small_texts_are_read_without_their_code() -> None:
    assert without_code("**a** `**b**` \\`**c**`") == "**a**         \\`**c**`"
    assert without_code("a\n\n\t**b**\n> `**c\n> d**` e") == "a\n\n\t     \n>     \n       e"
    assert without_code("**no code**") == "**no code**"
