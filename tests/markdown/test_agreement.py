"""What checks read of a page and what its HTML shows are the same code, links, headings and lists.

For every page of the site in each language, and for those of ../shared/corpus where that folder is there.
"""

import re
from collections.abc import Iterator
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest
from markdown import Markdown

from porspec.languages.words import read_words
from porspec.markdown.extension import DocsMarkdownExtension
from porspec.markdown.reader import read_page
from porspec.pages.help import render
from porspec.sources.monikers import Moniker, Monikers
from porspec.sources.pages import PageMonikers, front_matter_end
from tests.conftest import REPOSITORY, this_spec

CORPUS = REPOSITORY.parent / "shared" / "corpus"
CORPUS_PAGES = sorted(CORPUS.glob("??/*.md"))
EXTENSIONS = ("toc", "attr_list", "md_in_html", "tables", "github-callouts")
SMALL = Monikers((Moniker("ww", "o", "World"), Moniker("cn", "o", "China")))
Parts = dict[str, list[str]]


def read(text: str, cloud: str, monikers: Monikers) -> Parts:
    """The parts of a page as checks read them, for the readers of one cloud."""
    page = read_page("a.md", text, monikers, PageMonikers(monikers.ids, monikers.ids))
    found: Parts = {"code": [], "headings": [], "lists": []}
    lists: list[str] = []
    for index, block in enumerate(page.blocks):
        if block.type.endswith("_list_open"):
            lists.append(block.tag)
        elif block.type.endswith("_list_close"):
            lists.pop()
        elif cloud not in block.meta["readers"]:
            continue
        elif block.type == "list_item_open":
            found["lists"].append(" ".join(lists))
        elif block.type in ("fence", "code_block"):
            found["code"].append(words(block.content))
        elif block.type == "heading_open":
            found["headings"].append(f"{block.tag} {words(title(page.blocks[index + 1].content))}")
        found["code"] += [words(each.content) for each in block.children or () if each.type == "code_inline"]
    links = [link.target for link in page.links if link.kind != "definition" and cloud in link.readers]
    return found | {"links": sorted(links)}


def title(text: str) -> str:
    """The text of a heading without what marks links, emphasis and attributes."""
    text = re.sub(r"!\[[^\]]*\]\([^)]*\)|<[^:>]*>", "", text)
    return unescape(re.sub(r"\]\((?:[^()]|\([^)]*\))*\)|\{:?[^}]*\}|[*_`\[\]\\<>]", "", text))


def words(text: str) -> str:
    return " ".join(text.split())


class Shown(HTMLParser):
    """The parts of a page as its HTML shows them."""

    def __init__(self) -> None:
        super().__init__()
        self.found: Parts = {"code": [], "headings": [], "lists": [], "links": []}
        self.lists: list[str] = []
        self.texts: list[str] = []
        self.in_cell = False  # where lists are HTML

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found["links"] += [value or "" for name, value in attrs if name in ("href", "src")]
        self.in_cell = self.in_cell or tag == "td"
        if tag in ("ol", "ul"):
            self.lists.append(tag)
        elif tag == "li" and not self.in_cell:
            self.found["lists"].append(" ".join(self.lists))
        elif tag == "code" or re.fullmatch("h[1-6]", tag):
            self.texts.append("")

    def handle_endtag(self, tag: str) -> None:
        self.in_cell = self.in_cell and tag != "td"
        if tag in ("ol", "ul"):
            self.lists.pop()
        elif tag == "code":
            self.found["code"].append(words(self.texts[-1]))
            self.texts[-2:] = ["".join(self.texts[-2:])] if len(self.texts) > 1 else []
        elif re.fullmatch("h[1-6]", tag):
            self.found["headings"].append(f"{tag} {words(title(self.texts.pop()))}")

    def handle_data(self, data: str) -> None:
        self.texts[-1:] = [each + data for each in self.texts[-1:]]


def rendered(text: str, cloud: str, monikers: Monikers) -> Parts:
    """The parts of a page as they are shown to the readers of one cloud."""
    lines = text.split("\n")
    docs = DocsMarkdownExtension(monikers=monikers, page=(cloud,))
    shown = Shown()
    shown.feed(Markdown(extensions=[*EXTENSIONS, docs]).convert("\n".join(lines[front_matter_end(lines) :])))
    return shown.found | {"links": sorted(shown.found["links"])}


def assert_agreement(text: str, monikers: Monikers) -> None:
    for cloud in monikers.ids if "::: moniker" in text else monikers.ids[:1]:
        assert read(text, cloud, monikers) == rendered(text, cloud, monikers)


def site_pages() -> Iterator[tuple[str, str]]:
    """The hand-written pages, and those that are rendered, by their names."""
    for path in sorted((REPOSITORY / "docs").rglob("*.md")):
        yield path.name, path.read_text("utf-8")
    for path in sorted((REPOSITORY / "tests" / "data" / "pages").rglob("*.md")):
        yield path.name, path.read_text("utf-8")
    for code in this_spec().languages:
        for stem, page in render(this_spec(), (), read_words(this_spec().config, code)).items():
            yield f"{stem}.{code}.md", page


def test_the_pages_of_the_site_are_read_as_they_are_shown() -> None:
    for _, text in site_pages():
        assert_agreement(text, this_spec().config.monikers)


@pytest.mark.skipif(not CORPUS_PAGES, reason="the corpus is not beside the checkout")
@pytest.mark.parametrize("path", CORPUS_PAGES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_real_pages_are_read_as_they_are_shown(path: Path) -> None:
    assert_agreement(path.read_text("utf-8"), this_spec().config.monikers)


DISAGREED = {
    "an alert in an item whose text stands outside": "1. a\n\n    > [!NOTE]\n> text",
    "an alert that goes on without its mark": "> [!NOTE]\n    [a](b.md) `c`\n\nd",
    "code deeper than its item": "- a\n\n   ```\n   code\n     more\n   ```\n\n1. b\n    ~~~ py x\n    code\n    ~~~",
    "code between tildes": "~~~\n[a](b.md) **c** ```\n~~~",
    "code that is indented": "a\n\n    [a](b.md) `c`\n\n- b\n\n      [c](d.md)",
    "code in a text over two lines": "a `b\n[c](d.md)` `` e ` [f](g.md) ``",
    "backticks that nothing closes": "a `` b [c](d.md) \\`e [f](g.md)`",
    "comments": "a <!-- [b](c.md) --> [d](e.md)\n\n<!-- [f](g.md)\n\n[h](i.md) --> [j](k.md)\n\n    <!-- [l](m.md) -->",
    "a comment that does not end": "a\n\n<!-- [b](c.md)\n\n[d](e.md)",
    "HTML that ends itself": "<div/>\n[a](b.md)\n\n<hr>\n[c](d.md)\n\n<p>[e](f.md)</p> [g](h.md)\n\n<P>\n[i](j.md)</p>",
    "HTML that holds Markdown": "<div markdown='1'>\n[a](b.md)\n\n# c\n</div>",
    "HTML in HTML": "<div><div>[d](e.md)</div>\n[f](g.md)\n</div> [h](i.md)",
    "HTML with an indent": "   <div>[a](b.md)</div>\n\n- <div>[c](d.md)</div>\n\n> <div>[e](f.md)</div>",
    "autolinks and pictures": "<https://a.example/b> [![c](d.png)](e.md) ![f](<g h.png> 'i')",
    "brackets that are text": "\\[a](b.md) [c\\](d.md) [e \\] f](g.md) [h [i] j](k.md)",
    "links with code in their texts": "[`a`](b.md) [c `](d.md)` e](f.md)",
    "definitions": "[a][b] [b][] [b] ![b] [c] [b]\n[b]: d.md 'e'\n\n> [c]: <f.md>",
    "HTML": "<div>\n[a](b.md) <a href='c.md'>d</a>\n\n# e\n</div>\n\n<b>[f](g.md)</b>",
    "headings": "#a\n\n ## b ##\n\n# c#\n\nd\n===\n\ne\nf\n---\n\n- # g\n\n####### h",
    "lists": "- a\n* b\n\n1. c\n2) d\n   - e\n\n   f\n- - g\n\nh\n2. i\n1. j",
    "code with what ends a cell": "| a | b |\n|---|---|\n| `c|d` | [e](f.md) |",
    "a table without rows, and one with code": "| a |\n|---|\n\n| `b|c` | d |\n|---|---|\n| [e](f.md) | `g|h` |",
}


@pytest.mark.parametrize("name", DISAGREED)
def test_what_was_read_and_shown_in_two_ways_is_one(name: str) -> None:
    assert_agreement(DISAGREED[name], SMALL)
