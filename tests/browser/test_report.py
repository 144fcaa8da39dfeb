"""The report of an audit, opened from a disk: nothing is fetched or wider than the screen, and marks lead on."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from playwright.sync_api import Page as Tab

from porspec.audit.findings import Audited, Finding, Page
from porspec.audit.report import write_report
from porspec.sources.pages import read_front_matter
from porspec.sources.problems import Location, Problem
from tests.browser.conftest import tab

SOURCE = "# Orders\n\n1. Go to **Orders**.\n\n| a | b |\n|---|---|\n| c | d |\n"
TRANSLATION = f"# {'Bestellingen' * 9}\n\n1. Ga naar **Bestellingen.**\n\n| a | b |\n|---|---|\n| c | d |\n"


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A report on a page with a mark of its own, and five more on one line."""
    one, other = (
        Page(path, text, read_front_matter(path, text)[0]) for path, text in (("en.md", SOURCE), ("nl.md", TRANSLATION))
    )
    places = [Location("nl.md", 3, 14), *(Location("nl.md", 1) for _ in range(5))]
    problems = [Problem(place, f"Fault {n}", "docs-alert", "Mend it.") for n, place in enumerate(places, 1)]
    found = tuple(
        Finding(each, "translation", 13 if each.location.line > 1 else 0, Location("en.md", 3)) for each in problems
    )
    folder = tmp_path_factory.mktemp("audit")
    write_report(folder, folder / "report", [Audited(one, other, found)])
    return folder / "report"


@pytest.fixture(params=[390, 1400])
def reader(browser: Browser, report: Path, request: pytest.FixtureRequest) -> Iterator[Tab]:
    with tab(
        browser, report.as_uri(), viewport={"width": request.param, "height": 800}, java_script_enabled=True
    ) as page:
        page.goto((report / "index.html").as_uri())
        yield page


def test_a_reader_comes_from_the_summary_to_a_finding_and_to_its_place(reader: Tab) -> None:
    asked: list[str] = []
    reader.on("request", lambda request: asked.append(request.url))
    reader.get_by_role("link", name="nl.md").click()
    assert reader.locator("h1").inner_text() == "nl.md"
    card = reader.locator(".finding", has_text="Fault 1")
    card.get_by_role("link", name="to its place").click()
    place = reader.locator(reader.url.partition("#")[2].join(["#", ""]))
    assert place.evaluate("each => each.previousElementSibling.textContent") == "Bestellingen."
    assert place.is_visible()
    assert all(each.startswith("file:") for each in asked)


def test_no_page_of_a_report_is_wider_than_the_screen(reader: Tab, report: Path) -> None:
    for path in sorted(report.rglob("*.html")):
        reader.goto(path.as_uri())
        assert reader.evaluate("document.documentElement.scrollWidth <= innerWidth"), path


def test_source_and_translation_stand_side_by_side_where_there_is_room(reader: Tab, report: Path) -> None:
    reader.goto(next(report.glob("pages/*.html")).as_uri())
    source, translation = (
        reader.locator(f".row .cell.{side}").nth(1).bounding_box() for side in ("source", "translation")
    )
    assert source
    assert translation
    is_wide = reader.viewport_size is not None and reader.viewport_size["width"] > 1000
    assert (source["y"] == translation["y"]) is is_wide
