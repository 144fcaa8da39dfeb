"""What the search is told of a page: its sections, as the readers of each moniker see them, from its blocks."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from porspec.markdown.extension import DocsMarkdownExtension
from porspec.site.search import stemmer_of
from porspec.site.sections import Block, blocks_of, is_for_all, sections_of
from porspec.sources.config import read_config
from porspec.sources.synonyms import read_synonyms
from tests.conftest import REPOSITORY, Project


class _Reading(Extension, Treeprocessor):
    """Reads the blocks of a page where the theme's extension does."""

    def __init__(self) -> None:
        self.blocks: tuple[Block, ...] = ()

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        self.md = md
        md.treeprocessors.register(self, "reading", -10)

    def run(self, root: Any) -> None:
        self.blocks = blocks_of(root, self.md.htmlStash)


def _blocks(text: str) -> tuple[Block, ...]:
    reading = _Reading()
    extensions: list[Any] = [DocsMarkdownExtension(), "toc", "attr_list", "md_in_html", "tables", reading]
    Markdown(extensions=extensions).convert(text)
    return reading.blocks


def _sections(text: str, moniker: str | None = None) -> list[tuple[str, str, str]]:
    return list(sections_of(_blocks(text), moniker))


def test_a_page_is_sections_with_plain_text() -> None:
    text = """# A *title* & `x < y`

First, **bold**&nbsp;text.

- one
- two [link](https://example.org/)

## Then {#then}

| a | b |
| - | - |
| 1 | 2 |
"""
    assert _sections(text) == [
        ("", "A title & x < y", "First, bold text. one two link"),
        ("then", "Then", "a b 1 2"),
    ]


def test_html_in_a_page_is_read_where_it_stands_and_what_is_no_text_is_left_out() -> None:
    text = """# Title

<div class="raw"><p>Raw &lt;text&gt;<br>here</p>
<h2 id="in-it">In it</h2>
</div>

<script>no()</script>
<p data-search-exclude>Nobody looks for <b>this</b>.</p>
<p>Rest<!-- of it --></p>

## Left out {data-search-exclude=""}

Nor for this.

## Last

End
"""
    assert _sections(text) == [
        ("", "Title", "Raw <text> here"),
        ("in-it", "In it", "Rest"),
        ("last", "Last", "End"),
    ]


def test_each_moniker_has_its_own_text_and_the_anchor_that_it_sees_first() -> None:
    html = """<div data-moniker="a b"><h2 id="x" data-anchor="x">For A and B</h2><p>ab</p>
<div data-moniker="b c"><p>b alone</p></div></div>
<div data-moniker="c"><h2 id="x_1" data-anchor="x">For C</h2><p class="porspec-moniker">C</p><p>c</p></div>
<h2 id="all">For all</h2>
"""
    blocks = _blocks(f"# Title\n\n{html}")
    assert not is_for_all(blocks)
    title = ("", "Title", "")
    assert {moniker: list(sections_of(blocks, moniker)) for moniker in "abc"} == {
        "a": [title, ("x", "For A and B", "ab"), ("all", "For all", "")],
        "b": [title, ("x", "For A and B", "ab b alone"), ("all", "For all", "")],
        "c": [title, ("x", "For C", "c"), ("all", "For all", "")],
    }


@given(
    st.lists(st.sampled_from(["# a", "## b", "text", "<div>", "</div>", "<p data-search-exclude>", "&amp;<", "`<p>`"]))
)
def test_whatever_html_a_page_has_the_first_section_is_its_own(lines: list[str]) -> None:
    found = _sections("\n\n".join(["# Title", *lines]))
    assert found[0][:2] == ("", "Title")
    assert all(anchor for anchor, _, _ in found[1:])


# --- synonyms ------------------------------------------------------------------------------------------------------


def test_a_line_of_synonyms_that_says_nothing_is_a_problem_at_its_place(tiny: Project) -> None:
    path = tiny.root / "locales" / "nl" / "synonyms.txt"
    path.write_text("# zo\n\nweg, kwijt -> verwijderen\nweg = verwijderen\n-> iets\nвеч，weg → x、y\n", "utf-8")
    remedy = "Write what readers say, an arrow, and what the pages say: remove, drop -> delete"
    assert tiny.problems().splitlines() == [
        f"locales/nl/synonyms.txt:{line}:1: Not a line of synonyms [synonyms]\n    {remedy}".splitlines()[part]
        for line in (4, 5)
        for part in (0, 1)
    ]
    found, problems = read_synonyms(read_config(tiny.root), "nl")
    assert found == [("weg", ("verwijderen",)), ("kwijt", ("verwijderen",)), ("веч", ("x", "y")), ("weg", ("x", "y"))]
    assert len(problems) == 2


def test_synonyms_that_are_no_text_are_a_problem(tiny: Project) -> None:
    (tiny.root / "locales" / "nl" / "synonyms.txt").write_bytes(b"a -> b\n\xff")
    assert tiny.problems() == "locales/nl/synonyms.txt:2:1: This file is not UTF-8 [synonyms]\n    Save it as UTF-8.\n"


def test_every_stemmer_has_the_name_by_which_it_is_found() -> None:
    codes = {
        *("ar", "hy", "eu", "ca", "da", "nl", "en", "eo", "et", "fi", "fr", "de", "el", "hi", "hu", "id", "ga", "it"),
        *("lt", "ne", "no", "pt", "ro", "ru", "sr", "es", "sv", "ta", "tr", "yi"),
    }
    folder = REPOSITORY / "src/porspec/site/theme/assets/porspec/search/stemmers"
    shipped = {path.name.removesuffix("-stemmer.js") for path in folder.glob("*.js")} - {"base"}
    assert {stemmer_of(code) for code in codes} == shipped
    assert [stemmer_of(code) for code in ("pt_BR", "nb", "zh", "ckb")] == ["portuguese", "norwegian", "", ""]
