"""What is written is shown as it is, wherever it stands; and the small Markdown of texts."""

import re
import time
import tomllib
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from porspec.markdown.content import (
    Markdown,
    as_code,
    atomic,
    characters,
    escape,
    html_of,
    is_allowed,
    link_to,
    markdown_of,
    targets_of,
    text_of,
)
from tests.conftest import REPOSITORY
from tests.markdown.test_extension import convert

PAYLOADS = tomllib.loads((REPOSITORY / "tests/data/payloads.toml").read_text("utf-8"))

PLACES = [
    "# {}",
    "{}",
    "- {}",
    "1. {}",
    "> {}",
    "| a |\n|---|\n| {} |",
    "**{}**",
    '## <a name="a"></a>{}',
    "x\n{}",
    "[{}](x.md)",
]
# Words and marks; what is told apart by blanks alone is the same text on a page.
texts = st.lists(
    st.one_of(
        st.sampled_from(["Use", "x", "1.", "2)", "&amp;", "{x}", "{: #a }", "~~~", "a_b_c", "::: moniker-end"]),
        st.text("ab{}[]()<>*_`~#|!-+=:.&;0\\\"'$%^/?@,", min_size=1, max_size=4),
    ),
    min_size=1,
    max_size=4,
).map(" ".join)


def shown(html: str) -> str:
    """The words of the page, without those that are not of the text."""
    return " ".join(unescape(re.sub(r"<[^>]*>", "", html)).split())


@pytest.mark.parametrize("place", PLACES)
def test_a_name_with_braces_is_shown_whole(place: str) -> None:
    plain = shown(convert(place.format("Use"), ["cn"]))
    assert shown(convert(place.format(escape("Use {x}")), ["cn"])) == plain.replace("Use", "Use {x}")


@given(st.sampled_from(PLACES), texts)
def test_any_text_is_shown_as_it_is(place: str, text: str) -> None:
    plain = shown(convert(place.format("Use"), ["cn"]))
    assert shown(convert(place.format(escape(text)), ["cn"])) == plain.replace("Use", " ".join(text.split()))


@given(st.sampled_from(PLACES), texts)
def test_any_code_is_shown_as_it_is(place: str, text: str) -> None:
    text = " ".join(text.split())
    plain = shown(convert(place.format("Use"), ["cn"]))
    assert shown(convert(place.format(as_code(text)), ["cn"])) == plain.replace("Use", text)


@given(texts)
def test_a_text_says_the_same_as_markdown_as_html_and_as_text(text: str) -> None:
    plain = " ".join(text_of(text).split())
    assert " ".join(unescape(re.sub(r"<(?!br>)[^>]*>", "", html_of(text))).split()) == plain
    assert shown(convert(f"x {markdown_of(text)}", ["cn"])) == " ".join(f"x {plain}".split())


def elements(markdown: str) -> list[str]:
    """The tags of a page, without those of code, and without the anchors that are made of a text."""
    html = re.sub(r' id="[^"]*"', "", convert(markdown, ["cn"]))
    return [each for each in re.findall(r"<[^>]*>", html) if each not in ("<code>", "</code>")]


@pytest.mark.parametrize("place", PLACES)
def test_a_payload_makes_no_element_in_any_place(place: str) -> None:
    plain = elements(place.format("Use"))
    for payload in PAYLOADS["shown"]:
        assert (payload, elements(place.format(escape(payload)))) == (payload, plain)
        assert (payload, elements(place.format(markdown_of(payload)))) == (payload, plain)


@pytest.mark.parametrize(
    ("text", "markdown", "html"),
    [
        ("**Check *it*** now", "**Check *it*** now", "<strong>Check <em>it</em></strong> now"),
        ("请选择**“提交”**。", "请选择**“提交”**。", "请选择<strong>“提交”</strong>。"),
        ("a\\\nb\nc", "a<br>b c", "a<br>b c"),
        (
            "`a|b` `</p>`",
            "<code>a&#124;b</code> <code>&#60;&#47;p&#62;</code>",
            "<code>a|b</code> <code>&lt;/p&gt;</code>",
        ),
        ("[**b**](x.md#y) _c_", "[**b**](x.md#y) \\_c\\_", '<a href="x.md#y"><strong>b</strong></a> _c_'),
        ("![a](b.png)", "\\!\\[a\\](b.png)", "![a](b.png)"),
        ("&amp; &copy", "&amp;amp; &copy", "&amp;amp; &amp;copy"),
        ("[a](b&c;(d)*.md)", "[a](b&c%3B%28d%29%2A.md)", '<a href="b&amp;c;(d)*.md">a</a>'),
    ],
)
def test_a_text_is_read_as_the_small_markdown_that_it_may_hold(text: str, markdown: str, html: str) -> None:
    assert (markdown_of(text), html_of(text)) == (markdown, html)


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        (r"\`*_[]<#|{}~^$", r"\\\`\*\_\[\]&lt;\#\|\{\}\~\^\$"),
        ("a&amp;b &#x1; & &a b; {% %}", r"a&amp;amp;b &amp;\#x1; & &a b; \{\% %\}"),
        ("a--b -+ +- =- a-b a+b=c", r"a\-\-b \-\+ \+\- \=\- a-b a+b=c"),
        ("a..., .. ....", r"a\..., .. \.\..."),
        (":a: a:b :+1: : ::", r"\:a: a:b \:+1: : ::"),
        ("(c) (R) (p) (tm) (x) (C", r"\(c) \(R) \(p) \(tm) (x) (C"),
        ("+/- -/+ =/= a+/b", r"\+/- -/+ \=/= a+/b"),
        ("c/o c/u C/O c/x a/o 1/2 12/34 1/x x/1", r"c\/o c\/u C\/O c/x a/o 1\/2 12\/34 1/x x/1"),
        *((f"{mark} a", f"\\{mark} a") for mark in "-+=:!?/;>"),
        *((f" {mark} a{mark}", f" {mark} a{mark}") for mark in "-+=:!?/;>"),
        *(("1. a", r"1\. a"), ("12) a", r"12\) a"), ("1 a", "1 a"), ("1.5", r"1\.5"), ("a 1. b", "a 1. b")),
        ("a\n b \n\n c", "a b c"),
    ],
)
def test_each_mark_that_could_be_syntax_is_escaped_and_no_other(text: str, markdown: str) -> None:
    assert escape(text) == markdown


@pytest.mark.parametrize(
    ("text", "code"),
    [
        *((text, f"`{text}`") for text in ("a", "a b", "&", "a&b", "\\", "*", "{a}")),
        (" a", "<code> a</code>"),
        ("a ", "<code>a </code>"),
        ("", "<code></code>"),
        ("`", "<code>&#96;</code>"),
        ("a`b", "<code>a&#96;b</code>"),
        ("a|b!", "<code>a&#124;b&#33;</code>"),
        ("<", "<code>&#60;</code>"),
    ],
)
def test_code_stands_between_backticks_where_nobody_can_misunderstand_it(text: str, code: str) -> None:
    assert as_code(text) == code


def test_a_name_is_written_as_characters_and_for_the_tree() -> None:
    assert characters("a.b<é[]~ 1_@/:`{z") == "a&#46;b&#60;é&#91;&#93;&#126; 1&#95;&#64;&#47;&#58;&#96;&#123;z"
    assert atomic("<a&amp;b>") == "<a&amp;amp;b>"


def test_words_lead_where_they_may() -> None:
    words = Markdown("**w**")
    assert link_to("x.md?z=1&v=@%+~,#a;(b)*", words) == "[**w**](x.md?z=1&v=@%+~,#a%3B%28b%29%2A)"
    assert link_to("javascript:x", words) == words
    text = r"[a](b) [c](<d>) [`]`](e\)f) [g](javascript:h) ![i](j(k)) [l] (m) [[n](o)] [p](q&amp;r)"
    assert list(targets_of(text)) == ["b", "d", "e)f", "javascript:h", "j(k)", "o", "q&r"]


VALUES = {"a_b": "<1>", "c": "x.md", "d": "javascript:x"}
TEMPLATE = "{a_b} **{a_b}** `{a_b}` `{a_b}|` [{a_b}]({c}) [*{a_b}*]({d}) {no} {{x}} a\\\nb\nc"


def test_a_template_says_the_same_with_values_in_every_form() -> None:
    assert markdown_of(TEMPLATE, VALUES) == (
        "&lt;1> **&lt;1>** <code>&lt;1></code> <code>&lt;1>&#124;</code> [&lt;1>](x.md) *&lt;1>*"
        r" \{no\} \{x\} a<br>b c"
    )
    assert html_of(TEMPLATE, VALUES) == (
        "&lt;1&gt; <strong>&lt;1&gt;</strong> <code>&lt;1&gt;</code> <code>&lt;1&gt;|</code>"
        ' <a href="x.md">&lt;1&gt;</a> <em>&lt;1&gt;</em> {no} {x} a<br>b c'
    )
    assert text_of(TEMPLATE, VALUES) == "<1> <1> <1> <1>| <1> <1> {no} {x} a b c"


def test_without_values_braces_are_characters_and_with_none_those_of_a_template() -> None:
    assert html_of("{a} {{b}} `{c}`") == "{a} {{b}} <code>{c}</code>"
    assert html_of("{a} {{b}} `{c}`", {}) == "{a} {b} <code>{c}</code>"
    assert text_of("{a} {{b}} [d]({e})") == "{a} {{b}} d"
    assert text_of("{a} {{b}} [d]({e})", {}) == "{a} {b} d"
    assert markdown_of("{a} {{b}} [d]({e})") == r"\{a\} \{\{b\}\} [d](%7Be%7D)"
    assert markdown_of("{a} {{b}} [d]({e})", {}) == r"\{a\} \{b\} [d](%7Be%7D)"


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("**a**b**c**", "<strong>a</strong>b<strong>c</strong>"),
        ("** a** **a **", "** a** **a **"),
        ("***a*** *a*b", "<em><strong>a</strong></em> <em>a</em>b"),
        ("**a*b*c** *a **b***", "<strong>a<em>b</em>c</strong> <em>a <strong>b</strong></em>"),
        (r"**`**`** **a\**b**", "<strong><code>**</code></strong> <strong>a**b</strong>"),
        ("[a]( b) [a](b c) [a](<b>) [a](b(c)d)", '[a]( b) [a](b c) <a href="b">a</a> <a href="b(c)d">a</a>'),
        (r"[a](b\)c) [[a](b)](c)", '<a href="b)c">a</a> [<a href="b">a</a>](c)'),
        ("[**a](b)** [a\nb](c)", '<a href="b">**a</a>** <a href="c">a b</a>'),
        (r"`a``b` `` ` `` \*a\* \a \ ![", r"<code>a``b</code> <code>`</code> *a* \a \ !["),
        ("a  \nb \\\n c\n**d\ne**", "a<br>b <br>c <strong>d e</strong>"),
        ("\t a\n ", "a"),
        ("\ufdd0a\ufdd1", "a"),
        ("_a_ __b__ <b>c</b> &lt;", "_a_ __b__ &lt;b&gt;c&lt;/b&gt; &amp;lt;"),
    ],
)
def test_marks_mean_what_they_mean_in_commonmark_and_no_more(text: str, html: str) -> None:
    assert html_of(text) == html


def test_values_are_names_or_markdown_and_lead_no_link_elsewhere() -> None:
    text = "Go to {page}, `{page}`, [{page}]({site}) {other} {page.__class__} {{x}}"
    given = {"page": "<b>", "site": "javascript:x"}
    start = "Go to &lt;b>, <code>&lt;b></code>, "
    end = " \\{other\\} \\{page.\\_\\_class\\_\\_\\} \\{x\\}"
    assert markdown_of(text, given) == f"{start}&lt;b>{end}"
    assert markdown_of(text, {**given, "site": "x.md"}) == f"{start}[&lt;b>](x.md){end}"
    assert markdown_of("{a}. {b}", {"a": "1", "b": Markdown("**x**")}) == "1\\. **x**"
    assert markdown_of("{a}", {"a": Markdown("*")}) != markdown_of("{a}", {"a": "*"})
    assert markdown_of("{a} {{b}}") == "\\{a\\} \\{\\{b\\}\\}"


@pytest.mark.parametrize(
    "target",
    ["https://a.b/c?d=e#f", "http://a", "mailto:a@b.c", "x.md", "x.md#y", "#y", "/x", "./a:b", "?view=a", "HTTPS://a"],
)
def test_a_text_may_link_to_the_web_to_mail_and_to_the_site(target: str) -> None:
    assert is_allowed(target)


@pytest.mark.parametrize(
    "target",
    [
        "javascript:x",
        "JAVASCRIPT:x",
        " javascript:x",
        "java\tscript:x",
        "\x01javascript:x",
        "java\u200bscript:x",
        "data:x",
        "vbscript:x",
        "//a.b",
        "/\\a.b",
        "\\\\a.b",
        "https:a",
        "https:///a",
        "file:///a",
        "ftp://a",
        "blob:x",
        "a:b",
        "https://[a",
        "https://a]/",
        "https://[a]/",
        "https://a\uff0fb/",
        "//[",
    ],
)
def test_a_text_may_link_to_nothing_else(target: str) -> None:
    assert not is_allowed(target)


@pytest.mark.parametrize(
    "text", ["[", "[x](", "*a ", "**a ", "_a*", "`a``b```", "[`", "**`a` ", "![*", "[x](a", "***a** "]
)
def test_a_text_is_read_in_time_that_grows_with_it(text: str) -> None:
    def seconds(count: int) -> float:
        begin = time.process_time()
        markdown_of(text * count)
        return time.process_time() - begin

    seconds(100)
    assert any(seconds(8000) < 20 * max(seconds(1600), 0.02) for _ in range(3))  # whatever else the machine does
