"""Going from page to page: the reader's cloud goes along, in every link."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from porspec.sources.locale import lang_of

from .reading import address, choose, expect_cloud, path_of, settle, visit

pytestmark = pytest.mark.browser

LANGUAGE_NAMES = {"en": "English", "de": "Deutsch", "nl": "Nederlands", "zh": "简体中文"}


def switch_language(page: Page, to: str) -> None:
    """Choose a language from Material's menu, once its scripts wait for the click."""
    settle(page)
    page.locator(".md-select > button").hover()
    page.get_by_role("link", name=LANGUAGE_NAMES[to], exact=True).click()
    expect(page.locator("html")).to_have_attribute("lang", lang_of(to))
    page.wait_for_load_state("domcontentloaded")


@pytest.mark.parametrize("stem", ["index", "change-partner", "accept-offer"])
def test_the_language_switch_stays_on_the_page_and_keeps_the_view(page: Page, site: Path, stem: str) -> None:
    visit(page, path_of(stem, "en"))
    choose(page, "en", "o365-germany")
    for language in ("nl", "zh", "de", "en"):
        switch_language(page, language)
        expect_cloud(page, site, (stem, language, "o365-germany"))
        expect(page).to_have_url(address(stem, language, "o365-germany"))


def test_a_search_result_keeps_the_view(page: Page) -> None:
    visit(page, address("index", "en", "o365-germany"))
    expect(page.locator(".md-search-result__meta")).to_have_text("Type to start searching")
    page.get_by_placeholder("Search").press_sequentially("change")  # Material listens to keys
    page.locator("a.md-search-result__link[href*=change-partner]").first.click()
    page.wait_for_url(f"**{path_of('change-partner', 'en')}?*")
    assert parse_qs(urlsplit(page.url).query)["view"] == ["o365-germany"]


def test_a_search_result_keeps_the_view_in_another_tab_too(page: Page) -> None:
    visit(page, address("index", "en", "o365-germany"))
    expect(page.locator(".md-search-result__meta")).to_have_text("Type to start searching")
    page.get_by_placeholder("Search").press_sequentially("change")
    result = page.locator("a.md-search-result__link[href*=change-partner]").first
    page.evaluate("localStorage.setItem('porspec.view', 'o365-worldwide')")
    with page.context.expect_page() as opened:
        result.click(button="middle")
    expect(opened.value.locator("html")).to_have_attribute("data-view", "o365-germany")


def test_a_link_with_a_view_of_its_own_keeps_it(page: Page, further_url: str) -> None:
    visit(page, f"{further_url}/orders/?view=o365-21vianet")
    choose(page, "en", "o365-worldwide")
    own = page.get_by_role("link", name="In Germany", exact=True).first
    assert own.evaluate("link => link.search + link.hash") == "?view=o365-germany#good-to-know"
    readers = page.get_by_role("link", name="in your cloud")
    assert readers.evaluate("link => link.search") == "?view=o365-worldwide"
    own.click()
    page.wait_for_url("**/change-partner/?view=o365-germany#good-to-know")
    expect(page.locator("html")).to_have_attribute("data-view", "o365-germany")


def test_going_back_on_a_page_shows_the_cloud_of_the_address(page: Page, site: Path) -> None:
    visit(page, address("change-partner", "en", "o365-germany"))
    page.evaluate("location.hash = 'good-to-know'")
    choose(page, "en", "o365-21vianet")
    page.go_back()
    expect(page).to_have_url(address("change-partner", "en", "o365-germany"))
    expect_cloud(page, site, ("change-partner", "en", "o365-germany"))


def test_going_back_shows_what_the_address_says(page: Page, site: Path) -> None:
    visit(page, address("change-partner", "en", "o365-germany"))
    visit(page, address("index", "en", "o365-21vianet"))
    page.go_back(wait_until="domcontentloaded")
    expect(page).to_have_url(address("change-partner", "en", "o365-germany"))
    expect_cloud(page, site, ("change-partner", "en", "o365-germany"))
