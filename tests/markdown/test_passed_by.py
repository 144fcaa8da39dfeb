"""What is passed by while a page is converted would change nothing in it: pages are the same with it and without."""

import re
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from unittest.mock import patch
from xml.etree.ElementTree import Element

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown_it import MarkdownIt

from porspec.markdown import extension, trees
from porspec.markdown.commonmark import read_blocks
from porspec.markdown.content import emphases_in
from porspec.markdown.extension import DocsMarkdownExtension
from porspec.site import sections
from porspec.sources.monikers import Moniker, Monikers
from tests.markdown.test_views import CLOUDS, odd_lines, pages

_NEVER = re.compile(r"(?!)")
marks = st.text(st.sampled_from("ab 1.-+*_`<>&;|[](){}!#\\:\"'~=\n"), max_size=30)
bold = st.sampled_from(["**a**", "**b c**", " ", "d", ", ", "(**e**)", "**", "\\*", "`", "<br>", "_", "ü", "中"])


def html_of(source: str, *own: Extension, is_rendered: bool = False) -> str:
    monikers = Monikers(tuple(Moniker(each, "o", each) for each in CLOUDS))
    docs = DocsMarkdownExtension(monikers=monikers, is_rendered=is_rendered)
    return Markdown(extensions=["toc", "tables", "attr_list", "md_in_html", "github-callouts", docs, *own]).convert(
        source
    )


@contextmanager
def nothing_passed_by() -> Iterator[None]:
    with (
        patch.object(extension, "_ALONE", _NEVER),
        patch.object(extension, "_FIGURE", _NEVER),
        patch.object(trees, "_NEEDED", {}),
        patch.object(sections, "_PICTURE", "\0"),
    ):
        yield


@given(pages | st.lists(odd_lines | marks, max_size=8).map("\n".join))
@example('<div markdown="1">\n\n# a\n\n</div>\n\n<div markdown="1">\n1. b\n</div>')
@example('<div markdown="1">\n\n    a\n\n**b**\n\n- c\n\n</div>')
def test_any_page_is_the_same_if_all_its_blocks_are_read_and_all_patterns_looked_for(source: str) -> None:
    found = html_of(source)
    with nothing_passed_by():
        assert found == html_of(source)


FIGURE = (
    '<figure class="porspec-picture"{} data-search-exclude><details open><summary>Picture</summary><div role="img" '
    'aria-label="A"><div aria-hidden="true"><nav><i class="in">B</i></nav></div></div></details></figure>'
)
PICTURES = f"""# Title

::: moniker range="{CLOUDS[0]}"

1. Go to **C**.

   {FIGURE.format(' data-step="1"')}

10. Select **D**.

    ::: moniker range="{CLOUDS[1]}"

    {FIGURE.format(' data-step="10"')}

    ::: moniker-end

<div class="porspec-result" markdown="1">

Done.

{FIGURE.format("")}

</div>

::: moniker-end
"""


class Found(Extension, Treeprocessor):
    """The blocks that the search finds."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        self.md = md
        md.treeprocessors.register(self, "found", -10)

    def run(self, root: Element) -> None:
        self.blocks = sections.blocks_of(root, self.md.htmlStash)


@pytest.mark.parametrize("text", [PICTURES, PICTURES.replace(" data-search-exclude", ""), f"{PICTURES}\n```\na\n```\n"])
def test_pages_with_pictures_are_the_same_if_their_blocks_are_read(text: str) -> None:
    ways = []
    with patch.object(extension, "read_blocks", side_effect=read_blocks) as reading:
        for way in (nullcontext, nothing_passed_by):
            with way():
                ways.append((html_of(text, found := Found(), is_rendered=True), found.blocks, reading.call_count))
                reading.reset_mock()
    assert ways[0][:2] == ways[1][:2]
    assert 0 < ways[0][2] < ways[1][2]
    assert "Picture" not in "".join(each.text for each in ways[0][1]) or "search-exclude" not in text


@given(st.text(st.sampled_from("ab **_`<[]()\\,\n")) | st.lists(bold).map("".join))
def test_emphasis_is_counted_as_commonmark_has_it(text: str) -> None:
    tokens = MarkdownIt("commonmark").parseInline(text)[0].children or []
    assert emphases_in(text) == sum(each.type in ("strong_open", "em_open") for each in tokens)
