"""The report of an audit shows each page beside its source, and marks what was found where it stands."""

import re
import time
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from porspec.audit.aligning import rows, shown
from porspec.audit.findings import Audited, Finding, Page, Side
from porspec.audit.report import write_report
from porspec.sources.pages import read_front_matter
from porspec.sources.problems import Location, Problem, SpecError

SOURCE = """---
title: Orders
---
# Orders

::: moniker range="cloud-a"

1. Go to **Orders**.
   Wait.
2. Select **Change**.

::: moniker-end

| a | b |
|---|---|
| c | d |

> [!NOTE]
> It takes a day.

```
**code**

# no heading
```
"""
TRANSLATION = """---
title: Orders
ms.contentlocale: nl-NL
---
# Bestellingen

::: moniker range="cloud-a"

1. Ga naar **Bestellingen.**
   Wacht.
2. Selecteer **Wijzigen**.

Dit staat er alleen hier.

::: moniker-end

| a | b |
|---|---|
| c | d |

> [!NOTE]
> Het duurt een dag.

```
**code**

# no heading
```
"""
VOID = {"meta", "link", "br", "rect"}


def test_what_nobody_sees_is_shown_in_the_measure_of_its_length() -> None:
    began = time.process_time()
    assert shown("a\u200b" * 20_000) == "a⟨U+200B⟩" * 20_000
    assert time.process_time() - began < 1


def page(path: str, text: str) -> Page:
    return Page(path, text, read_front_matter(path, text)[0])


def finding(
    page: Page, words: str, *, side: Side = "translation", beside: Location | None = None, nth: int = 0
) -> Finding:
    """What is wrong with some words of a page."""
    at = -1
    for _ in range(nth + 1):
        at = page.text.index(words, at + 1)
    place = Location.at(page.path, page.text, at)
    return Finding(Problem(place, f"Wrong: {words}", "docs-alert", "Mend <it>."), side, len(words), beside)


@pytest.fixture
def pair() -> Audited:
    source, translation = page("en/orders.md", SOURCE), page("nl/orders.md", TRANSLATION)
    found = (
        finding(source, "Select", side="source"),
        finding(translation, "**Bestellingen.**", beside=Location("en/orders.md", 8, 10)),
        finding(translation, "Bestellingen.", beside=Location("en/orders.md", 8, 10)),
        Finding(Problem(Location("nl/orders.md", 14), "Nothing here", "docs-tab", "Write it."), "translation"),
    )
    return Audited(source, translation, found)


def blocks(audited: Audited) -> list[tuple[str, str, tuple[int, ...]]]:
    """The first words of each block and the one beside it, and the findings told there."""
    sides = [(each.source, each.translation, each.found) for each in rows(audited)]
    return [
        (one.text.split("\n")[0] if one else "", other.text.split("\n")[0] if other else "", n)
        for one, other, n in sides
    ]


def test_blocks_stand_beside_those_that_they_translate_and_findings_beside_theirs(pair: Audited) -> None:
    zone = '::: moniker range="cloud-a"'
    assert blocks(pair) == [
        ("---", "---", ()),
        ("# Orders", "# Bestellingen", ()),
        (zone, zone, ()),
        ("1. Go to **Orders**.", "1. Ga naar **Bestellingen.**", (2, 3)),
        ("2. Select **Change**.", "2. Selecteer **Wijzigen**.", (1,)),
        ("", "Dit staat er alleen hier.", (4,)),
        ("::: moniker-end", "::: moniker-end", ()),
        ("| a | b |", "| a | b |", ()),
        ("|---|---|", "|---|---|", ()),
        ("| c | d |", "| c | d |", ()),
        ("> [!NOTE]", "> [!NOTE]", ()),
        ("```", "```", ()),
    ]


def marked(audited: Audited, side: Side) -> list[tuple[str, tuple[int, ...], tuple[int, ...]]]:
    found = (getattr(each, side) for each in rows(audited))
    pieces = (piece for block in found if block for piece in block.pieces)
    return [(each.text, each.marks, each.ends) for each in pieces if each.marks or each.ends]


def test_what_a_finding_is_about_is_marked_and_what_the_other_page_has_there(pair: Audited) -> None:
    assert marked(pair, "translation") == [
        ("**", (2,), ()),
        ("Bestellingen.", (2, 3), (3,)),
        ("**", (2,), (2,)),
        ("Dit staat er alleen hier.", (4,), (4,)),
    ]
    assert marked(pair, "source") == [
        ("1. Go to ", (-2, -3), ()),
        ("**", (-2, -3), ()),
        ("Orders", (-2, -3), ()),
        ("**", (-2, -3), ()),
        (".", (-2, -3), ()),
        ("Select", (1,), (1,)),
    ]


class Read(HTMLParser):
    """The text of a page of a report, its links and ids; fails where an element is not closed in its order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open, self.ids, self.links, self.tags, self.text = list[str](), list[str](), list[str](), set[str](), ""
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        assert not any(name.startswith("on") or name == "style" for name, _ in attrs)
        self.ids += [value or "" for name, value in attrs if name == "id"]
        self.links += [value or "" for name, value in attrs if name in ("href", "src")]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        self.tags.add(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def read(folder: Path) -> dict[str, Read]:
    return {path.relative_to(folder).as_posix(): Read(path.read_text("utf-8")) for path in folder.rglob("*.html")}


def words(text: str) -> str:
    return " ".join(text.split())


def test_a_report_counts_by_code_and_by_page_with_the_worst_page_first(pair: Audited, tmp_path: Path) -> None:
    sound, bad = page("en/a.md", "# A\n"), page("en/b.md", "# B\n")
    wrong = Audited(bad, None, (finding(bad, "B", side="source"),))
    assert write_report(tmp_path, tmp_path / "out", [Audited(sound, None, ()), wrong, pair]) == 3
    pages = read(tmp_path / "out")
    assert sorted(pages) == [
        "codes/docs-alert.html",
        "codes/docs-tab.html",
        "index.html",
        "pages/0001-en-a.html",
        "pages/0002-en-b.html",
        "pages/0003-nl-orders.html",
    ]
    index = words(pages["index.html"].text)
    assert "Findings5 Errors5 Warnings0 Findings a page1.7 Pages without a finding1" in index
    assert [each for each in pages["index.html"].links if each.startswith("pages/")] == [
        "pages/0003-nl-orders.html",
        "pages/0002-en-b.html",
        "pages/0001-en-a.html",
    ]
    assert pages["codes/docs-alert.html"].links[2:] == [
        "../pages/0002-en-b.html#f1",
        "../pages/0003-nl-orders.html#f1",
        "../pages/0003-nl-orders.html#f2",
        "../pages/0003-nl-orders.html#f3",
    ]


def test_every_link_of_a_report_leads_to_a_file_and_a_place_of_it(pair: Audited, tmp_path: Path) -> None:
    write_report(tmp_path, tmp_path / "out", [pair, Audited(page("b.md", ""), None, ())])
    folder, pages = tmp_path / "out", read(tmp_path / "out")
    for name, found in pages.items():
        assert len(found.ids) == len(set(found.ids))
        assert not found.tags & {"script", "img", "iframe", "style"}
        for link in found.links:
            path, _, place = link.partition("#")
            target = (folder / name).parent / path if path else folder / name
            assert target.is_file(), (name, link)
            if place:
                assert place in pages[target.resolve().relative_to(folder.resolve()).as_posix()].ids, (name, link)


def test_a_page_of_a_report_tells_each_finding_once_and_says_which_language_it_is(
    pair: Audited, tmp_path: Path
) -> None:
    write_report(tmp_path, tmp_path / "out", [pair])
    html = (tmp_path / "out" / "pages" / "0001-nl-orders.html").read_text("utf-8")
    told = words(Read(html).text)
    assert [
        told.count(f"Wrong: {each}") for each in ("Select In the source", "**Bestellingen.**", "Bestellingen.")
    ] == [1, 1, 1]
    assert told.count("Mend <it>.") == 3
    assert set(re.findall(r'lang="([^"]*)"', html)) == {"en", "nl-NL"}


HOSTILE = "</div><script>alert(1)</script>\n\n**<img src=x onerror=alert(1)>** \x00\u202e\ud800&amp;\n\n::: \"'>\n"


@given(st.text(st.sampled_from("#*-1. \n`~>|:ab<&\"'\x00\u202e[](") | st.characters(), max_size=60), st.data())
@example(HOSTILE, None)
def test_nothing_of_a_page_becomes_syntax_of_the_report(text: str, data: st.DataObject | None) -> None:
    one, other = page("a<b>\"'.md", text), page("b.md", text[::-1])
    lines = text.count("\n") + 1
    number = st.integers(1, lines + 2)
    sides: tuple[tuple[Side, Page], ...] = (("source", one), ("translation", other))
    problems = [] if data is None else [(each.path, data.draw(number), data.draw(number), side) for side, each in sides]
    found = tuple(
        Finding(Problem(Location(path, line, column), text, "docs-alert", text), side, column)
        for path, line, column, side in problems
    )
    made = list(rows(Audited(one, other, found)))
    assert sorted(told for row in made for told in row.found) == ([*range(1, len(found) + 1)] if made else [])
    for side, whole in sides:
        shown_lines = [line for row in made if (block := getattr(row, side)) for line in block.text.split("\n")]
        assert [line for line in shown_lines if line.strip()] == [line for line in whole.lines if line.strip()]
        blocks = filter(None, (getattr(row, side) for row in made))
        assert [each for each in blocks if "".join(one.text for one in each.pieces) != shown(each.text)] == []


def test_a_hostile_page_is_text_in_the_report(tmp_path: Path) -> None:
    hostile = page(
        "a<b>\"'&.md", f"---\nms.contentlocale: '\"><script>'\n---\n{HOSTILE.encode('utf-8', 'replace').decode()}"
    )
    problem = Problem(Location(hostile.path, 4), HOSTILE.encode("utf-8", "replace").decode(), "docs-alert", "<b>")
    write_report(tmp_path, tmp_path / "out", [Audited(hostile, hostile, (Finding(problem, "translation"),))])
    pages = read(tmp_path / "out")
    assert all(not found.tags & {"script", "img", "b"} for found in pages.values())
    assert all("\x00" not in found.text and "\u202e" not in found.text for found in pages.values())


def test_a_report_replaces_a_report_and_nothing_else(pair: Audited, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    write_report(tmp_path, folder, [pair])
    assert write_report(tmp_path, folder, []) == 0
    assert sorted(path.name for path in folder.rglob("*.html")) == ["index.html"]
    (folder / "mine.txt").write_text("mine", "utf-8")
    with pytest.raises(SpecError, match=r"mine\.txt:1:1: This is not as porspec audit wrote it; nothing was changed"):
        write_report(tmp_path, folder, [pair])
    with pytest.raises(SpecError, match="The folder holds the project itself"):
        write_report(tmp_path, tmp_path, [pair])
    assert (folder / "mine.txt").read_text("utf-8") == "mine"
