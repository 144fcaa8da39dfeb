"""What is written is shown as it is, wherever it stands; and the small Markdown of texts."""

import re
import time
import tomllib
from html import unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from porspec.markdown.content import Markdown, as_code, escape, html_of, is_allowed, markdown_of, text_of
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


@settings(deadline=None)
@given(st.sampled_from(PLACES), texts)
def test_any_text_is_shown_as_it_is(place: str, text: str) -> None:
    plain = shown(convert(place.format("Use"), ["cn"]))
    assert shown(convert(place.format(escape(text)), ["cn"])) == plain.replace("Use", " ".join(text.split()))


@settings(deadline=None)
@given(st.sampled_from(PLACES), texts)
def test_any_code_is_shown_as_it_is(place: str, text: str) -> None:
    text = " ".join(text.split())
    plain = shown(convert(place.format("Use"), ["cn"]))
    assert shown(convert(place.format(as_code(text)), ["cn"])) == plain.replace("Use", text)


@settings(deadline=None)
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
    assert seconds(8000) < 20 * max(seconds(1600), 0.02)
