"""A page of one cloud as CommonMark: read by an independent CommonMark library, it says what the page says."""

import re
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
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


@given(pages)
def test_any_page_says_the_same_in_commonmark(source: str) -> None:
    assert_says_the_same(source)


marks = st.text(st.sampled_from("ab 1.-+*_`<>&;|[](){}!#\\\\:\"'~=\n"), max_size=30)


# An end tag without a beginning ends what the page itself has open, and so a zone: porspec check refuses it.
lines = st.one_of(odd_lines.filter(lambda line: line != "</div>"), marks)


@given(st.lists(lines, max_size=10).map(lambda lines: "\n".join(["# Page", "", *lines])))
@example("# Page\n\n[](1\n   2) d")
@example("# Page\n\n&#1")
@example("# Page\n\n<a:>")
@example("# Page\n\n<a\n1>")
@example("# Page\n\n</b c>")
@example("# Page\n\n*1\n\\\n*")
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
    "references are what browsers show of them": (
        "&#128; &#x41; &#1;&bogus; &notit; &not &amp&nbsp;b\u202fc &#42;d*",
        "€ A &amp;bogus; ¬it; &not &amp&nbsp;b\u202fc \\*d\\*\n",
    ),
    "headings of every level": (
        "# a\n## b\n### c\n#### d\n##### e\n###### f",
        "# a\n\n## b\n\n### c\n\n#### d\n\n##### e\n\n###### f\n",
    ),
    "the second of two anchors stands in the heading": (
        '<a id="a"></a>\n<a id="b"></a>\n## c\n\n## <a name="d"></a>e\n\nf <a name="g\'"></a> h',
        '## <a id="a"></a>c <a id="b"></a>\n\n## <a id="d"></a>e\n\nf <a id="g&#x27;"></a> h\n',
    ),
    "twins keep their anchor, which is made of the text": (
        "## a b\n\n## a b\n\n## Ä & `b`",
        "## a b\n\n## a b\n\n## Ä & `b`\n",
    ),
    "emphasis and its kinds": (
        "***a*** <b>c</b> <i>d</i> *e*f **g *h* i** <kbd>j</kbd> H<sub>*2*</sub>O",
        "***a*** <b>c</b> <i>d</i> *e*f **g *h* i** <kbd>j</kbd> H<sub>*2*</sub>O\n",
    ),
    "emphasis beside Chinese characters is all HTML": (
        "*你*好**“保存”**a **b**",
        "<em>你</em>好<strong>“保存”</strong>a <strong>b</strong>\n",
    ),
    "breaks at an end, and backslashes there": (
        "a\\\n\\\n\n*b\\\n*\n\n[c\\\n](d)\n\ne\\\\\n\n**f\\\\**",
        "a\\\n\\\\\n\n<em>b<br></em>\n\n[c\\\n](d)\n\ne\\\\\n\n**f\\\\**\n",
    ),
    "a line that ends before HTML": ("a\\\n<b>c</b> d\\\ne", "a<br><b>c</b> d\\\ne\n"),
    "a mark before a link is no picture": (
        "a!\n[b](c) j\\![k](l) ![d](e) f![g](h) !\\[i",
        "a! [b](c) j\\![k](l) ![d](e) f![g](h) \\!\\[i\n",
    ),
    "targets and titles with marks": (
        '[a](b "c \\" d\\\\") [e](<f g>) [h](<i\\<j>) [](k) [l](m_n) [https://a.b](https://a.b) [a\\_b](a_b)',
        '[a](b "c \\" d\\\\") [e](<f g>) [h](<i\\<j>) [](k) [l](m_n) <https://a.b> [a\\_b](a_b)\n',
    ),
    "code with backticks, and without anything": (
        "`` ` `` ``a` `` `` `b`` a `  ` b `c\n  d` `e|f`",
        "`` ` `` `` a` `` `` `b `` a <code></code> b `c d` `e|f`\n",
    ),
    "code of every kind": (
        "~~~py\na & b\n~~~\n\n```\n<c>\n```\nd\n\n    e\n    \n    f\n\n- ```\n  g\n  ```\n  h",
        "```py\na & b\n```\n\n```\n<c>\n```\n\nd\n\n```\ne\n\nf\n```\n\n- ```\n  g\n  ```\n\n  h\n",
    ),
    "code that other generators would take for templates": (
        "```py\n{{ a }} {b}\n```\n\n    {% c %} {# d\n\n`{{ e|f }}` `{g}`\n\n<pre>\n{{ h }}\n</pre>\n\n<p>{{ i }}</p>",
        (
            "<pre><code>&#123;&#123; a &#125;&#125; &#123;b&#125;\n</code></pre>\n\n"
            "<pre><code>&#123;&#37; c &#37;&#125; &#123;&#35; d\n</code></pre>\n\n"
            "<code>&#123;&#123; e&#124;f &#125;&#125;</code> `{g}`\n\n<pre>\n&#123;{ h }}\n</pre>\n\n<p>{{ i }}</p>\n"
        ),
    ),
    "what stands beside a table's columns": (
        "| a | b | c | d |\n|:-|:-:|-:|-|\n| x<br>y | **e** \\| `f` | [g](h) |",
        "| a | b | c | d |\n| :--- | :---: | ---: | --- |\n| x<br>y | **e** \\| `f` | [g](h) |  |\n",
    ),
    "a table without a head, and one without anything": (
        (
            '<table markdown="1">\n<tr><td>a</td><td>b</td></tr>\n<tr><td>c</td></tr></table>\n\n'
            '<table markdown="1"></table>'
        ),
        "|  |  |\n| --- | --- |\n| a | b |\n| c |  |\n",
    ),
    "HTML in one piece, which empty lines would end": (
        "<div>\n\na\n\n<pre>\nb\n\nc</pre></div>\n\n<p>\n\n\nd</p>\n\n<pre>\ne\n\nf</pre>\n\n<script>\ng\n\nh</script>",
        "<div>\n&#10;a\n&#10;<pre>\nb\n&#10;c</pre></div>\n\n<p>\nd</p>\n\n<pre>\ne\n\nf</pre>\n\n<script>\ng\n\nh</script>\n",
    ),
    "declarations, instructions and comments": (
        "<?php a ?>\n\nb <!-- c --> d\n\n<!DOCTYPE e>\n\n<!-- f\n\ng -->\n\n- h\n\n<!-- -->\n\n- i",
        "<?php a ?>\n\nb <!-- c --> d\n\n<!DOCTYPE e>\n\n<!-- f\n\ng -->\n\n- h\n\n<!-- -->\n\n- i\n",
    ),
    "sections and articles": (
        '<section markdown="1">\n\n- a\n\n</section>\n<article markdown="1">\nb\n</article>',
        "- a\n\nb\n",
    ),
    "a figure": (
        '<figure markdown="1">\n![b](c.png)\n<figcaption markdown="1">d *e*</figcaption>\n</figure>',
        "![b](c.png)\n\nd *e*\n",
    ),
    "what is folded, with what is always seen": (
        '<details markdown="1">\n<summary markdown="span">f</summary>\n\ng\n\n</details>',
        "**f**\n\ng\n",
    ),
    "a gap of numbers": ("1. a\n2. b\n{: value=5 }\n3. c\n4. d", "1. a\n\n5) b\n\n3. c\n4. d\n"),
    "words in a text that others see": (
        "a **b**{: data-moniker=x } *c **d**{: data-moniker=x }*\n\n## e *f*{: data-moniker=x } g",
        "a  *c*\n\n## e g\n",
    ),
    "rows and columns": (
        ":::row:::\n:::column:::\na\n:::column-end:::\n:::column:::\nb\n:::column-end:::\n:::row-end:::",
        "a\n\nb\n",
    ),
    "lists beside each other": (
        f'- a\n\n* b\n\n- c\n\n1. d\n\n1) e\n\n1. f\n::: moniker range="{CHINA}"\n2. h\n::: moniker-end\n3. i',
        "- a\n\n* b\n\n- c\n\n1. d\n\n1) e\n\n1. f\n2. i\n",
    ),
    "items with nothing, a text, and blocks": (
        "- \n- a\n\n1. b\n   - c\n\n     d\n2. e\n\n> f\n>\n> - g\n>   h",
        "-\n- a\n\n1. b\n\n   - c\n\n     d\n\n2. e\n\n> f\n>\n> - g h\n",
    ),
    "a line that ends early": ("a\\\n1\\. b  \nc", "a\\\n1\\. b\\\nc\n"),
    "a line": ("a\n\n---\n\nb", "a\n\n***\n\nb\n"),
}


@pytest.mark.parametrize("name", WRITTEN)
def test_a_page_is_written_as_people_write_markdown(name: str) -> None:
    source, expected = WRITTEN[name]
    assert written(source) == expected


@pytest.mark.parametrize("cloud", CLOUDS)
def test_a_page_names_no_clouds_and_holds_the_text_of_one(cloud: str) -> None:
    names = "".join(f'::: moniker range="{each}"\nFor {each}.\n::: moniker-end\n' for each in CLOUDS)
    steps = "".join(f'::: moniker range="{each}"\n1. {each}\n::: moniker-end\n' for each in CLOUDS)
    assert written(f"{names}\n{steps}2. All", cloud) == f"For {cloud}.\n\n1. {cloud}\n2. All\n"


class Bare(InlineProcessor):
    """Makes elements without attributes, as an extension may that nobody here knows."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element, int, int]:  # type: ignore[override] # noqa: N802
        del data
        return Element(m[1]), m.start(0), m.end(0)


class BareExtension(Extension):
    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        md.inlinePatterns.register(Bare("%(.+?)%", md), "bare", 5)


def test_elements_without_attributes_are_written_as_they_are() -> None:
    source = "a %img% b %a% c %i% d %wbr%%input% e %strong%%em%%span% f"
    assert plain(source, WORLD, [*extensions(), BareExtension()], {}, lambda target: target) == (
        "a ![](<>) b  c <i></i> d <wbr><input> e  f\n"
    )


def test_a_link_that_leads_nowhere_is_text() -> None:
    assert plain("[a **b**](c.md) ![d](e.png)", WORLD, extensions(), {}, lambda _: None) == "a **b** ![d](e.png)\n"


@pytest.mark.parametrize(
    ("source", "numbers"),
    [
        ('1. a\n{: value="x" }\n2. b', "1. a\n2. b\n"),
        ('1. a\n{: value="-3" }\n2. b', "0. a\n\n2) b\n"),
        ('<ol start="x" markdown="1">\n<li markdown="1">a</li>\n</ol>', "1. a\n"),
        (f'<ol start="{"9" * 5000}" markdown="1">\n<li markdown="1">a</li>\n</ol>', "1. a\n"),
        ('<ol start="5" markdown="1">\n<li markdown="1">a</li>\n</ol>', "5. a\n"),
    ],
    ids=range(5),
)
def test_a_list_by_hand_has_numbers_whatever_its_attributes_hold(source: str, numbers: str) -> None:
    assert written(source) == numbers
