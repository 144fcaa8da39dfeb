"""A page of one cloud as CommonMark: read by an independent CommonMark library, it says what the page says."""

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown import Markdown
from markdown.extensions import Extension
from markdown_it import MarkdownIt

from porspec.markdown.extension import DocsMarkdownExtension
from porspec.markdown.plain import plain
from porspec.sources.monikers import Moniker, Monikers
from porspec.sources.pages import split_front_matter
from tests.cloud_text import text_of_html
from tests.markdown.test_views import CLOUDS, PAGES, odd_lines, pages

WORLD, GERMANY, CHINA = CLOUDS
COMMONMARK = MarkdownIt("commonmark").enable("table")


def extensions() -> list[str | Extension]:
    docs = DocsMarkdownExtension(monikers=Monikers(tuple(Moniker(each, "o", each) for each in CLOUDS)))
    return ["toc", "tables", "attr_list", "md_in_html", "github-callouts", docs]


def written(source: str, cloud: str = WORLD) -> str:
    return plain(source, cloud, extensions(), {}, lambda target: target)


def assert_says_the_same(source: str) -> None:
    html = Markdown(extensions=extensions()).convert(source)
    for cloud in CLOUDS:
        text = written(source, cloud)
        assert text_of_html(COMMONMARK.render(text), cloud) == text_of_html(html, cloud), text


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_a_page_says_the_same_in_commonmark(path: Path) -> None:
    assert_says_the_same(split_front_matter(path.read_text("utf-8"))[1])


@settings(deadline=None)
@given(pages)
def test_any_page_says_the_same_in_commonmark(source: str) -> None:
    assert_says_the_same(source)


marks = st.text(st.sampled_from("ab 1.-+*_`<>&;|[](){}!#\\\\:\"'~=\n"), max_size=30)


# An end tag without a beginning ends what the page itself has open, and so a zone: porspec check refuses it.
lines = st.one_of(odd_lines.filter(lambda line: line != "</div>"), marks)


@settings(deadline=None)
@given(st.lists(lines, max_size=10).map(lambda lines: "\n".join(["# Page", "", *lines])))
@example("# Page\n\n[](1\n   2) d")
def test_what_is_written_amiss_says_the_same_in_commonmark(source: str) -> None:
    assert_says_the_same(source)


WRITTEN = {
    "zones are resolved, and their steps counted": (
        f'1. One\n\n::: moniker range="{WORLD}"\n2. Two\n::: moniker-end\n\n9. Last',
        "1. One\n2. Two\n3. Last\n",
    ),
    "an alert is a quote that begins with its name": (
        "> [!NOTE]\n> Text\n> here.\n>\n> - a",
        "> **Note**\n>\n> Text here.\n>\n> - a\n",
    ),
    "attributes are gone": ("Text\n{: .small }\n\n## Title {: #t .x }", 'Text\n\n## <a id="t"></a>Title\n'),
    "an anchor that is made of the text is left to the generator": ("## A title {: #a-title }", "## A title\n"),
    "an anchor of somebody's stays": ('## <a name="x"></a>A title', '## <a id="x"></a>A title\n'),
    "a table": (
        "| a | b |\n|:--|--:|\n| `x|y` | **1** \\| 2 |\n| only |",
        "| a | b |\n| :--- | ---: |\n| `x\\|y` | **1** \\| 2 |\n| only |  |\n",
    ),
    "code": (
        "```python\na ` b\n\n\nc\n```\n\n    d\n\n`` e`f ``",
        "```python\na ` b\n\n\nc\n```\n\n```\nd\n```\n\n``e`f``\n",
    ),
    "a fence in code": ("~~~\n```\n~~~", "````\n```\n````\n"),
    "HTML stays": (
        '<div class="x">\n\n<p>a</p>\n\n</div>\n\nA <kbd>b</kbd>',
        '<div class="x">\n<p>a</p>\n</div>\n\nA <kbd>b</kbd>\n',
    ),
    "Markdown in HTML is Markdown": (
        '<details markdown="1">\n<summary>More</summary>\n\n- *a*\n\n</details>',
        "**More**\n\n- *a*\n",
    ),
    "pictures and links": (
        '![a *b*](p.png "t \\"u\\"") [c](<x y.md> "z") <https://e.example>',
        '![a \\*b\\*](p.png "t \\"u\\"") [c](<x y.md> "z") <https://e.example>\n',
    ),
    "emphasis that CommonMark does not see": ("选择**“保存”**按钮", "选择<strong>“保存”</strong>按钮\n"),
    "two lists beside each other": ("- a\n\n* b\n\n1. c\n\n1) d", "- a\n\n* b\n\n1. c\n\n1) d\n"),
    "a list with more than texts": ("1. a\n\n   b\n2. c\n   - d", "1. a\n\n   b\n\n2. c\n\n   - d\n"),
    "what would be Markdown is text": (
        "1\\. a \\*b\\* &lt;c&gt; \\# &amp;amp; \\[d](e)",
        "1\\. a \\*b\\* &lt;c&gt; \\# &amp;amp; \\[d\\](e)\n",
    ),
    "a line that ends early": ("a\\\n1\\. b  \nc", "a\\\n1\\. b\\\nc\n"),
    "a line": ("a\n\n---\n\nb", "a\n\n***\n\nb\n"),
}


@pytest.mark.parametrize("name", WRITTEN)
def test_a_page_is_written_as_people_write_markdown(name: str) -> None:
    source, expected = WRITTEN[name]
    assert written(source) == expected


def test_a_link_that_leads_nowhere_is_text() -> None:
    assert plain("[a **b**](c.md) ![d](e.png)", WORLD, extensions(), {}, lambda _: None) == "a **b** ![d](e.png)\n"
