"""Content is data: no text of any domain runs or makes an element, in any place; each is shown as it is written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from markdown_it import MarkdownIt
from playwright.sync_api import Browser, Page, expect

from porspec.languages.words import WORDS
from porspec.markdown.content import text_of
from porspec.site.folders import write_help
from porspec.sources.pages import split_front_matter
from tests.conftest import Project

from .conftest import serving, tab
from .hostile import ALL, MONIKERS, REFUSED, SHOWN, expected, make, normal

pytestmark = [pytest.mark.browser, pytest.mark.slow]

# What no text may bring about; the site itself has none of it in any element.
_FOUND = """() => {
    const found = window.__pwned === undefined ? [] : ["ran"]
    for (const element of document.querySelectorAll("*")) {
        const name = element.localName
        const isData = /^application\\/(ld\\+)?json$/.test(element.type) && !element.textContent.includes("<")
        if (name.includes("pwned") || ["iframe", "object", "embed", "base", "b"].includes(name)) found.push(name)
        if (name === "script" && !isData && element.textContent.includes("pwned")) found.push("script")
        for (const { name, value } of element.attributes) {
            if (name.startsWith("on") || name.includes("pwned")) found.push(name)
            if (value === "pwned" || (name === "class" && value.includes("pwned"))) found.push(`${name}=${value}`)
            const isLeft = element.matches(".md-search__icon") && value === "javascript:void(0)"
            if (!["href", "src", "action"].includes(name) || isLeft) continue
            const address = element[name] ?? ""
            if (!/^(https?|mailto):/.test(address) || address.includes("pwned.invalid")) found.push(value)
        }
    }
    return found
}"""
_TEXT = "() => document.body.textContent"


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Project:
    project = make(tmp_path_factory.mktemp("hostile") / "project")
    built = project.porspec("build")
    assert built.returncode == 0, built.stdout[-3000:] + built.stderr[-3000:]
    return project


@pytest.fixture(scope="module")
def hostile_url(hostile: Project) -> Iterator[str]:
    with serving(hostile.root / "site") as address:
        yield address


@pytest.fixture(scope="module")
def victim(browser: Browser, hostile_url: str) -> Iterator[Page]:
    """A reader, of whose pages nothing may ask another host, and who is told of nothing."""
    with tab(browser, hostile_url) as page:
        events: list[str] = []
        page.on("dialog", lambda dialog: events.append(dialog.message))
        page.on(
            "request", lambda request: events.append(request.url) if not request.url.startswith(hostile_url) else None
        )
        yield page
        assert [each for each in events if not each.startswith(hostile_url)] == []


def visit(page: Page, where: str) -> str:
    """The text of a page, once its scripts have run."""
    page.goto(where, wait_until="load")
    assert (where, page.evaluate(_FOUND)) == (where, [])
    return normal(page.evaluate(_TEXT))


@pytest.mark.parametrize(("folder", "ending"), [("", ""), ("nl/", " nl")])
def test_no_payload_runs_in_any_place_and_each_is_shown_as_it_is_written(
    victim: Page, hostile: Project, folder: str, ending: str
) -> None:
    site = hostile.root / "site" / folder
    names = sorted(path.parent.name for path in site.glob("*/index.html") if path.parent.name != "nl")
    texts = {name: visit(victim, f"/{folder}{name}/") for name in names} | {"index": visit(victim, f"/{folder}")}
    missing = [
        (name, each)
        for number, text in enumerate(SHOWN)
        for name, wanted in expected(number, text, ending).items()
        for each in wanted
        if normal(each) not in texts[name]
    ]
    assert missing == []
    everywhere = [*(f"{each}{ending}" for each in MONIKERS.values()), f"{ALL}{ending}", f"{text_of(ALL)}{ending}"]
    assert [each for each in everywhere if not all(normal(each) in text for text in texts.values())] == []
    assert normal(f"English {ALL}") in texts["translation"]
    if ending:
        number = list(WORDS).index("Good to know")
        assert normal(f"{SHOWN[number % len(SHOWN)]} word{number:02}") in texts["f00"]
        assert sum(f"word{number:02}" in texts["problems"] for number in range(100)) > 90


def test_the_page_for_what_is_missing_and_a_page_by_hand_are_as_they_should_be(victim: Page) -> None:
    assert normal(ALL) in visit(victim, "/404.html")
    visit(victim, "/by-hand/?view=cloud-2")
    assert victim.locator("h1 em.mine").inner_text() == "Mine"
    assert victim.title() == normal(f"Mine - {ALL}")


@pytest.mark.parametrize("folder", ["", "nl/"])
def test_no_payload_runs_in_what_the_search_shows(victim: Page, folder: str) -> None:
    victim.goto(f"/{folder}", wait_until="networkidle")
    field = victim.locator("input.md-search__input")
    field.focus()
    for number, text in enumerate(SHOWN):
        for place, shown in (("feature", text), ("description", text_of(text))):
            field.fill("", force=True)
            field.press_sequentially(f"{place}{number:02}")
            expect(victim.locator(".md-search-result__item", has_text=f"{place}{number:02}").first).to_be_attached()
            results = normal(" ".join(victim.locator(".md-search-result__item").all_text_contents()))
            assert (shown, victim.evaluate(_FOUND)) == (shown, [])
            assert place == "description" or (text, normal(shown) in results) == (text, True)


# What compares clouds: tables of Markdown in HTML.
_COMPARISON: set[tuple[Any, ...]] = {
    *((each, "markdown") for each in ("details", "tbody", "thead", "tr")),
    *(("th", "scope", *more) for more in ((), ("markdown",), ("colspan", "markdown"), ("data-column", "markdown"))),
    ("div", "class", "data-search-exclude", "markdown"),
    ("small", "class", "data-moniker"),
    ("table", "class", "markdown"),
    ("td", "class", "colspan", "markdown"),
    ("td", "data-column", "data-label", "markdown"),
}


class _Elements(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: set[tuple[str, ...]] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.add((tag, *(name for name, _ in attrs)))
        for name, value in attrs:
            assert name != "href" or not (value or "").partition(":")[0].lower().endswith("script")


def test_the_folder_of_markdown_holds_no_element_of_a_payload(hostile: Project, tmp_path: Path) -> None:
    names = write_help(hostile.root, tmp_path / "help")
    elements, parser = _Elements(), MarkdownIt("commonmark").enable("table")
    for name in (each for each in names if not each.startswith("by-hand")):
        elements.feed(parser.render(split_front_matter((tmp_path / "help" / name).read_text("utf-8"))[1]))
    plain = re.findall(
        "[a-z0-9]+", "blockquote br code em h1 h2 h3 li ol p pre strong summary table tbody td th thead tr ul"
    )
    allowed: set[tuple[Any, ...]] = {(each,) for each in plain} | {("a", "href"), ("a", "name"), ("span", "lang")}
    allowed |= {("span", "class", "lang"), ("details", "class", "data-search-exclude", "markdown"), ("ol", "start")}
    allowed |= {("code", "class"), ("td", "style"), ("th", "style")}
    allowed |= _COMPARISON
    assert elements.found - allowed == set()


@pytest.mark.parametrize("payload", REFUSED)
def test_what_no_page_can_show_is_a_problem_in_every_source(tiny: Project, payload: str) -> None:
    code = REFUSED[payload]
    tiny.append(
        "features/en/tea.feature", f'\n  Rule: Black\n    {payload}\n\n    Scenario: No\n      Then it is "x"\n'
    )
    told = tiny.problems()
    assert f"features/en/tea.feature:8:{told.partition('tea.feature:8:')[2].partition(':')[0]}:" in told
    assert f"[{code}]" in told
