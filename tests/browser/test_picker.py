"""The cloud picker: choosing, remembering, and getting about with a cloud."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from .reading import CLOUDS, LABEL, LANGUAGES, PAGES, address, meant, path_of, seen, source, visit

pytestmark = pytest.mark.browser

LANGUAGE_NAMES = {"en": "English", "nl": "Nederlands"}
OTHER = {"en": "nl", "nl": "en"}
OPTIONS = {
    "en": ["Office 365 (worldwide)", "Office 365 Germany (closed)", "Office 365 operated by 21Vianet"],
    "nl": ["Office 365 (wereldwijd)", "Office 365 Duitsland (gesloten)", "Office 365 beheerd door 21Vianet"],
}
STEM = "change-partner"

_LINKS = """links => links.filter(link => link.protocol.startsWith("http") && !link.getAttribute("href").startsWith("#"))
    .map(link => [link.origin === location.origin, new URL(link.href).searchParams.get("view")])"""


def picker(page: Page, language: str) -> Locator:
    """The picker, found by its label."""
    return page.get_by_label(LABEL[language], exact=True)


def expect_cloud(page: Page, site: Path, language: str, cloud: str) -> None:
    """The page's text, its picker and its root element agree."""
    expect(page.locator("html")).to_have_attribute("data-view", cloud)
    expect(picker(page, language)).to_have_value(cloud)
    assert seen(page) == meant(source(site, STEM, language), cloud)


def switch_language(page: Page, to: str) -> None:
    """Choose a language from Material's menu, when its scripts are ready for the click."""
    page.wait_for_load_state("networkidle")
    page.locator(".md-select > button").hover()
    page.get_by_role("link", name=LANGUAGE_NAMES[to], exact=True).click()
    expect(page.locator("html")).to_have_attribute("lang", to)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_picker_has_a_label_and_names_the_clouds(page: Page, language: str) -> None:
    visit(page, path_of(STEM, language))
    expect(picker(page, language)).to_be_visible()
    expect(page.get_by_text(LABEL[language], exact=True)).to_be_visible()
    assert picker(page, language).locator("option").all_inner_texts() == OPTIONS[language]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("cloud", CLOUDS[1:])
def test_choosing_changes_the_page_and_its_address(page: Page, site: Path, language: str, cloud: str) -> None:
    visit(page, path_of(STEM, language))
    expect_cloud(page, site, language, CLOUDS[0])
    picker(page, language).select_option(cloud)
    expect(page).to_have_url(address(STEM, language, cloud))
    expect_cloud(page, site, language, cloud)


def test_choosing_keeps_what_else_is_in_the_address(page: Page) -> None:
    visit(page, f"{path_of(STEM, 'en')}?q=1#good-to-know")
    picker(page, "en").select_option("o365-germany")
    expect(page).to_have_url(f"{path_of(STEM, 'en')}?q=1&view=o365-germany#good-to-know")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_choice_is_remembered_on_a_page_opened_without_a_view(page: Page, site: Path, language: str) -> None:
    visit(page, path_of("index", OTHER[language]))
    picker(page, OTHER[language]).select_option("o365-21vianet")
    visit(page, path_of(STEM, language))
    expect_cloud(page, site, language, "o365-21vianet")
    other = page.context.new_page()
    visit(other, path_of(STEM, language))
    expect_cloud(other, site, language, "o365-21vianet")


def test_the_address_goes_before_what_is_remembered(page: Page, site: Path) -> None:
    visit(page, address("index", "en", "o365-21vianet"))
    visit(page, address(STEM, "en", "o365-germany"))
    expect_cloud(page, site, "en", "o365-germany")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("stem", PAGES)
def test_the_language_switch_stays_on_the_page_and_keeps_the_view(page: Page, stem: str, language: str) -> None:
    visit(page, path_of(stem, language))
    picker(page, language).select_option("o365-germany")
    switch_language(page, OTHER[language])
    expect(page).to_have_url(address(stem, OTHER[language], "o365-germany"))
    expect(page.locator("html")).to_have_attribute("data-view", "o365-germany")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_language_switch_shows_the_same_cloud(page: Page, site: Path, language: str) -> None:
    visit(page, address(STEM, language, "o365-21vianet"))
    switch_language(page, OTHER[language])
    expect_cloud(page, site, OTHER[language], "o365-21vianet")


def test_the_picker_works_by_keyboard(page: Page, site: Path) -> None:
    visit(page, path_of(STEM, "en"))
    for _ in range(30):
        page.keyboard.press("Tab")
        if picker(page, "en").evaluate("picker => picker === document.activeElement"):
            break
    expect(picker(page, "en")).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(page).to_have_url(address(STEM, "en", "o365-germany"))
    expect_cloud(page, site, "en", "o365-germany")
    page.keyboard.type("Office 365 op")
    expect(page).to_have_url(address(STEM, "en", "o365-21vianet"))
    expect_cloud(page, site, "en", "o365-21vianet")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("stem", PAGES)
def test_links_of_the_site_keep_the_view_and_others_are_left_alone(page: Page, stem: str, language: str) -> None:
    visit(page, path_of(stem, language))
    picker(page, language).select_option("o365-germany")
    links = page.locator("a[href]").evaluate_all(_LINKS)
    assert {(ours, view) for ours, view in links if ours} == {(True, "o365-germany")}
    assert {(ours, view) for ours, view in links if not ours} <= {(False, None)}


def test_a_search_result_keeps_the_view(page: Page) -> None:
    visit(page, address("index", "en", "o365-germany"))
    page.get_by_placeholder("Search").fill("subscription")
    page.locator(".md-search-result__link").first.click()
    page.wait_for_url("**/*partner/**")
    expect(page).to_have_url(address(STEM, "en", "o365-germany"))


def test_going_back_shows_what_the_address_says(page: Page, site: Path) -> None:
    visit(page, address(STEM, "en", "o365-germany"))
    visit(page, address("index", "en", "o365-21vianet"))
    page.go_back(wait_until="domcontentloaded")
    expect(page).to_have_url(address(STEM, "en", "o365-germany"))
    expect_cloud(page, site, "en", "o365-germany")


@pytest.mark.parametrize("asked", ["nonsense", "", "o365", "o365-germany%20o365-worldwide", "%22%3E%3Cb%3E"])
def test_a_view_that_is_unknown_is_the_first_cloud(page: Page, site: Path, asked: str) -> None:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(error.message))
    visit(page, address(STEM, "en", asked))
    expect_cloud(page, site, "en", CLOUDS[0])
    assert errors == []


def test_a_view_is_known_in_capitals_too(page: Page, site: Path) -> None:
    visit(page, address(STEM, "en", "O365-Germany"))
    expect_cloud(page, site, "en", "o365-germany")
