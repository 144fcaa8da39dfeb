"""docfx's own syntax is shown as docfx shows it, or told of as a problem: one or the other for each of its forms."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown
from markdown.extensions import Extension

from porspec.checks.docfx import docfx_problems
from porspec.markdown.extension import DocsMarkdownExtension
from porspec.markdown.reader import SourcePage, read_page
from porspec.sources.monikers import Moniker, Monikers
from porspec.sources.pages import PageMonikers, split_front_matter
from tests.conftest import REPOSITORY

MONIKERS = Monikers((Moniker("ww", "o", "World"), Moniker("cn", "o", "China")))


def page(text: str) -> SourcePage:
    return read_page("docs/a.md", text, MONIKERS, PageMonikers(("cn", "ww"), ("cn", "ww")))


def html(text: str) -> str:
    extensions: list[str | Extension] = ["tables", "github-callouts", DocsMarkdownExtension(monikers=MONIKERS)]
    return Markdown(extensions=extensions).convert(text).replace("\n", "")


def problems(text: str) -> list[tuple[str, str]]:
    found = docfx_problems(page(text))
    return [(f"{each.location.line}:{each.location.column}", each.code) for each in found]


ICON = '<img alt="" src="i.png" />'
SHOWN = {
    "an image": (
        ':::image type="content" source="a.png" alt-text="An order | of *one* line":::',
        '<p><img alt="An order | of *one* line" src="a.png" /></p>',
    ),
    "an image in a step, with blanks": (
        '1. Look at ::: image  alt-text = "An order"  source = "a.png" border="false" :::.',
        '<ol><li value="1">Look at <img alt="An order" src="a.png" />.</li></ol>',
    ),
    "an image with a larger one": (
        ':::image type="content" source="a.png" alt-text="An order" lightbox="b.png":::',
        '<p><a href="b.png"><img alt="An order" src="a.png" /></a></p>',
    ),
    "an image that is a link": (
        ':::image source="a.png" alt-text="An order" link="c.md":::',
        '<p><a href="c.md"><img alt="An order" src="a.png" /></a></p>',
    ),
    "an icon in a table": (
        '| a |\n|-|\n| :::image type="icon" source="i.png" border="false"::: B |',
        f"<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>{ICON} B</td></tr></tbody></table>",
    ),
    "a long description": (
        ':::image type="complex" source="a.png" alt-text="A":::\n  B *C*.\n\n  - D\n:::image-end:::',
        '<figure><img alt="A" src="a.png" /><figcaption><p>B <em>C</em>.</p><ul><li>D</li></ul></figcaption></figure>',
    ),
    "what is not translated": (
        'Sort by :::no-loc text="Order *No*":::.',
        '<p>Sort by <span translate="no">Order *No*</span>.</p>',
    ),
    "a division": (
        '> [!div class="checklist"]\n> * A\n> * B\n\nC',
        '<div class="checklist"><ul><li>A</li><li>B</li></ul></div><p>C</p>',
    ),
    "a division in an item": (
        '- A\n\n  > [!div class="b"]\n  > C',
        '<ul><li><p>A</p><div class="b"><p>C</p></div></li></ul>',
    ),
    "a grid": (
        ':::row count="2":::\n  :::column span="2":::\n  A\n  :::column-end:::\n:::row-end:::',
        '<div class="porspec-row" data-count="2"><div class="porspec-column" data-span="2"><p>A</p></div></div>',
    ),
    "a zone for the pages of the site": (
        '::: zone target="docs"\n\nA\n\n::: zone-end',
        '<div class="porspec-pivots" data-target="docs"><p>A</p></div>',
    ),
    "docfx in code": (
        '`:::image source="a.png":::` `[!div class="a"]`',
        html('`:::image source="a.png":::` `[!div class="a"]`'),
    ),
}


@pytest.mark.parametrize("form", SHOWN)
def test_a_form_of_docfx_is_shown_and_is_no_problem(form: str) -> None:
    text, shown = SHOWN[form]
    assert (html(text), problems(text)) == (shown, [])


TOLD = {
    ':::code language="cs" source="a.cs" range="1-2":::': ("1:1", "docs-code"),
    "A\n\n[!code-csharp[Main](a.cs#L1-L2)]": ("3:1", "docs-code"),
    "[!Code[a](a.cs)]": ("1:1", "docs-code"),
    '- A\n\n  ::: zone pivot="web"\n  B\n  ::: zone-end': ("3:3", "docs-pivot"),
    '::: zone target="chromeless"\nB\n::: zone-end': ("1:1", "docs-pivot"),
    "A\n::: zone pivot=web": ("2:1", "docs-pivot"),
    "B\n\n::: zone-end": ("3:1", "docs-pivot"),
    ':::image type="content" source="a.png":::': ("1:1", "docs-image"),
    'A :::image alt-text="B"::: C': ("1:3", "docs-image"),
    ':::image type="complex" alt-text="B":::\nC\n:::image-end:::': ("1:1", "docs-image"),
    'A :::image type="complex" source="a.png" alt-text="B"::: C': ("1:3", "docs-image"),
    ":::image source=a.png alt-text=A:::": ("1:1", "docs-image"),
    "| a |\n|---|\n| [!NOTE] B |": ("3:3", "docs-alert"),
    "| a |\n|---|\n| B<br>[!tip]<br>C |": ("3:8", "docs-alert"),
    "1. A\n\n    > [!NOTE]\n> B": ("3:7", "docs-alert"),
    "A [!WARNING] B": ("1:3", "docs-alert"),
    ":::row:::\nA": ("1:1", "docs-syntax"),
    "A\n\n:::row-end:::": ("3:1", "docs-syntax"),
    '> A\n> [!div class="b"]': ("2:3", "docs-syntax"),
    "<xref:a.b>": ("1:2", "docs-syntax"),
    "[a](xref:a.b)": ("1:5", "docs-syntax"),
    ':::form action="create" submitText="A":::': ("1:1", "docs-syntax"),
    ':::video source="a.mp4":::': ("1:1", "docs-video"),
    "[!INCLUDE [a](b.md)]": ("1:1", "docs-include"),
    "> [!VIDEO https://a.example]": ("1:3", "docs-video"),
    "# [A](#tab/a)": ("1:7", "docs-tab"),
}


@pytest.mark.parametrize("text", TOLD)
def test_a_form_of_docfx_that_is_not_shown_is_a_problem_at_its_place(text: str) -> None:
    assert problems(text) == [TOLD[text]]


def test_what_an_image_shows_and_leads_to_is_a_link_at_its_place() -> None:
    text = (
        'A :::image source="a.png" alt-text="[b](c.md)" lightbox="d.png":::\n\n'
        '- :::image type="complex" alt-text="e" source="f.png":::\n  [g](h.md)\n  :::image-end:::'
    )
    links = [(each.place.line, each.place.column, each.target) for each in page(text).links]
    assert links == [(1, 20, "a.png"), (1, 58, "d.png"), (3, 48, "f.png"), (4, 7, "h.md")]


CORPUS = sorted((REPOSITORY.parent / "shared" / "corpus").glob("**/??/*.md"))
_CODE = re.compile(r"<(pre|code)\b.*?</\1>|<!--.*?-->|<[^<>]*>", re.DOTALL)
_LEFT = re.compile(
    r":::\s*(?:code|image|zone|row|column|video|form|no-loc)\b|\[!(?:(?:code|include|video|div)\b|(?:note|tip|warning)\])",
    re.IGNORECASE,
)


def is_left(text: str) -> bool:
    """Whether readers see what only docfx understands."""
    return _LEFT.search(_CODE.sub("", html(text))) is not None


@pytest.mark.skipif(not CORPUS, reason="the pages of the corpus are not here")
@pytest.mark.parametrize("path", CORPUS, ids=lambda path: "/".join(path.parts[-3:]))
def test_all_that_real_pages_have_of_docfx_is_shown_or_a_problem(path: Path) -> None:
    text = path.read_text("utf-8")
    if is_left(split_front_matter(text)[1]):
        assert {code for _, code in problems(text)} & {
            "docs-alert",
            "docs-code",
            "docs-image",
            "docs-pivot",
            "docs-syntax",
        }


@given(
    st.lists(
        st.sampled_from(
            [*TOLD, *(text for text, _ in SHOWN.values()), "\n", "\n\n", "> ", "- ", "    ", "A", "```\n", "`"]
        )
        | st.text(st.sampled_from(':!"[]>=\n |-abimgeroctypslu'), max_size=8)
    ).map("".join)
)
def test_what_docfx_alone_understands_is_shown_or_a_problem(text: str) -> None:
    assert problems(text) or not is_left(text)
