"""Clouds side by side: the reader's own is told; on a small screen each cell has a name; and no search finds them."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.sites import found_by

from .conftest import tab
from .reading import CLOUDS, FEATURES, LABEL, NAMES, address, expect_chosen, visit

pytestmark = pytest.mark.browser

_COMPARED = tuple(each for each in FEATURES if each not in ("accept-offer", "remove-reseller"))
_BEFORE = "cells => cells.map(cell => getComputedStyle(cell, '::before').content.slice(1, -1))"
_TINTED = """cells => cells
    .filter(cell => getComputedStyle(cell).backgroundColor !== "rgba(0, 0, 0, 0)").map(cell => cell.dataset.column)"""


@pytest.mark.parametrize("cloud", CLOUDS)
def test_the_column_of_the_readers_cloud_is_told_by_word_and_by_tint(reader: Page, cloud: str) -> None:
    visit(reader, f"/nl/change-partner/?view={cloud}")
    table = reader.locator("table.porspec-compared")
    names = [name + (f" {LABEL['nl']}" if each == cloud else "") for each, name in NAMES["nl"].items()]
    assert [" ".join(each.split()) for each in table.get_by_role("columnheader").all_inner_texts()] == names
    cells = reader.locator(".porspec-compared [data-column]")
    assert set(cells.evaluate_all(_TINTED)) == {cloud}
    heads = table.get_by_role("rowheader").all_inner_texts()
    assert heads == ["Beschikbaarheid", "Voordat u begint", "Pagina’s", "Koppelingen", "Stap", "Resultaat"]


def test_where_there_is_no_room_each_cell_is_under_the_name_of_its_cloud(browser: Browser, site_url: str) -> None:
    with tab(browser, site_url, viewport={"width": 390, "height": 844}) as page:
        for where in ("/zh/add-partner/", "/zh/compare/"):
            visit(page, where)
            cells = page.locator(".porspec-compared td[data-label]:visible")
            named = [
                NAMES["zh"][each] for each in cells.evaluate_all("cells => cells.map(cell => cell.dataset.column)")
            ]
            assert cells.evaluate_all(_BEFORE) == named != []
            lefts = cells.evaluate_all("cells => cells.map(cell => cell.getBoundingClientRect().left)")
            assert len(set(lefts)) == 1
            assert page.evaluate("document.documentElement.scrollWidth") == 390


def test_a_reason_leads_to_the_rule_in_the_cloud_that_it_is_of(reader: Page) -> None:
    visit(reader, "/add-partner/?view=o365-worldwide")
    reader.locator(".porspec-compare").get_by_role("link", name="You can't add a partner yourself here").click()
    expect_chosen(reader, "o365-21vianet")
    assert reader.url.endswith("/add-partner/?view=o365-21vianet#you-cant-add-a-partner-yourself-here")
    expect(reader.locator("#you-cant-add-a-partner-yourself-here")).to_be_in_viewport()


def test_without_scripts_no_cloud_is_the_readers(browser: Browser, site_url: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site_url}/change-partner/")
    names = page.locator(".porspec-compared thead th")
    assert [" ".join(each.split()) for each in names.all_inner_texts()] == list(NAMES["en"].values())
    context.close()


def test_no_search_finds_what_is_compared_but_the_page_itself(site: Path) -> None:
    for cloud in CLOUDS:
        docs = found_by(cloud, site)
        assert [(place, title) for place, title, _ in docs if "compare" in place] == [("compare/", "Compare clouds")]
        assert "Availability" not in " ".join(text for _, _, text in docs)


def test_every_task_that_several_clouds_have_has_its_place_on_the_page_of_all(reader: Page) -> None:
    visit(reader, "/compare/")
    tops = reader.locator(".porspec-compare h2[id]").evaluate_all("heads => heads.map(head => head.id)")
    assert tops == list(_COMPARED)
    links = reader.locator(".porspec-compared th[scope=row] a").evaluate_all(
        "all => all.map(a => a.getAttribute('href'))"
    )
    assert [each[1:] for each in links if each.startswith("#")] == tops


def test_what_differs_is_framed_as_no_link_is_and_a_legend_says_so_once(reader: Page) -> None:
    for stem in ("add-partner", "compare"):
        visit(reader, address(stem, "en", "o365-worldwide"))
        assert reader.locator(".porspec-legend").count() == 1
        for mark in (reader.locator(".porspec-legend mark"), reader.locator(".porspec-compared td mark").first):
            style = "each => [each.borderTopStyle, each.textDecorationLine]"
            assert mark.evaluate(f"each => ({style})(getComputedStyle(each))") == ["dashed", "none"]
