"""The cloud picker: what it offers, what choosing does, and what an address asks for."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from .reading import CLOUDS, LABEL, LANGUAGES, NAMES, address, expect_cloud, path_of, picker, visit

pytestmark = pytest.mark.browser

STEM = "change-partner"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_picker_has_a_label_and_names_the_clouds(page: Page, language: str) -> None:
    visit(page, path_of(STEM, language))
    expect(picker(page, language)).to_be_visible()
    expect(page.get_by_text(LABEL[language], exact=True)).to_be_visible()
    assert picker(page, language).locator("option").all_inner_texts() == list(NAMES[language].values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_choosing_changes_the_page_and_its_address(page: Page, site: Path, language: str) -> None:
    visit(page, path_of(STEM, language))
    expect_cloud(page, site, (STEM, language, CLOUDS[0]))
    for cloud in CLOUDS[1:]:
        picker(page, language).select_option(cloud)
        expect(page).to_have_url(address(STEM, language, cloud))
        expect_cloud(page, site, (STEM, language, cloud))


def test_choosing_keeps_what_else_is_in_the_address(page: Page) -> None:
    visit(page, f"{path_of(STEM, 'en')}?from=mail#good-to-know")
    picker(page, "en").select_option("o365-germany")
    expect(page).to_have_url(f"{path_of(STEM, 'en')}?from=mail&view=o365-germany#good-to-know")


def test_the_picker_works_by_keyboard(page: Page, site: Path) -> None:
    visit(page, path_of(STEM, "en"))
    for _ in range(30):
        page.keyboard.press("Tab")
        if picker(page, "en").evaluate("picker => picker === document.activeElement"):
            break
    expect(picker(page, "en")).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(page).to_have_url(address(STEM, "en", "o365-germany"))
    expect_cloud(page, site, (STEM, "en", "o365-germany"))
    page.keyboard.type("Office 365 op")
    expect(page).to_have_url(address(STEM, "en", "o365-21vianet"))
    expect_cloud(page, site, (STEM, "en", "o365-21vianet"))


@pytest.mark.parametrize("asked", ["nonsense", "", "o365", "o365-germany%20o365-worldwide", "%22%3E%3Cb%3E"])
def test_a_view_that_is_unknown_is_the_first_cloud(page: Page, site: Path, asked: str) -> None:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(error.message))
    visit(page, address(STEM, "en", asked))
    expect_cloud(page, site, (STEM, "en", CLOUDS[0]))
    assert errors == []


def test_a_view_is_known_in_capitals_too(page: Page, site: Path) -> None:
    visit(page, address(STEM, "en", "O365-Germany"))
    expect_cloud(page, site, (STEM, "en", "o365-germany"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_choice_is_remembered_on_a_page_opened_without_a_view(page: Page, site: Path, language: str) -> None:
    visit(page, path_of("index", language))
    picker(page, language).select_option("o365-21vianet")
    other = LANGUAGES[LANGUAGES.index(language) - 1]
    visit(page, path_of(STEM, other))
    expect_cloud(page, site, (STEM, other, "o365-21vianet"))


def test_the_choice_is_remembered_in_another_tab(page: Page, site: Path) -> None:
    visit(page, address("index", "en", "o365-21vianet"))
    tab = page.context.new_page()
    visit(tab, path_of(STEM, "nl"))
    expect_cloud(tab, site, (STEM, "nl", "o365-21vianet"))


def test_the_address_goes_before_what_is_remembered(page: Page, site: Path) -> None:
    visit(page, address("index", "en", "o365-21vianet"))
    visit(page, address(STEM, "en", "o365-germany"))
    expect_cloud(page, site, (STEM, "en", "o365-germany"))
