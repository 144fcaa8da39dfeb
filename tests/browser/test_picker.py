"""The cloud picker: what it offers, what choosing does, and what an address asks for."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import this_spec

from .reading import (
    CLOUDS,
    IN_EACH_LANGUAGE,
    LABEL,
    LANGUAGES,
    NAMES,
    address,
    choose,
    expect_chosen,
    expect_cloud,
    path_of,
    picker,
    visit,
)

pytestmark = pytest.mark.browser

STEM = "change-partner"


@IN_EACH_LANGUAGE
def test_the_picker_has_a_label_and_names_the_clouds(page: Page, language: str) -> None:
    visit(page, path_of(STEM, language))
    expect(picker(page, language)).to_be_visible()
    expect(picker(page, language).get_by_text(LABEL[language], exact=True)).to_be_visible()
    radios = picker(page, language).get_by_role("radio")
    assert [each.get_attribute("value") for each in radios.all()] == list(CLOUDS)
    assert picker(page, language).locator("label").all_inner_texts() == list(NAMES[language].values())


@IN_EACH_LANGUAGE
def test_choosing_changes_the_page_and_its_address(page: Page, site: Path, language: str) -> None:
    visit(page, path_of(STEM, language))
    expect_cloud(page, site, (STEM, language, CLOUDS[0]))
    for cloud in CLOUDS[1:]:
        choose(page, language, cloud)
        expect(page).to_have_url(address(STEM, language, cloud))
        expect_cloud(page, site, (STEM, language, cloud))


def test_choosing_keeps_what_else_is_in_the_address(page: Page) -> None:
    visit(page, f"{path_of(STEM, 'en')}?from=mail#good-to-know")
    choose(page, "en", "o365-germany")
    expect(page).to_have_url(f"{path_of(STEM, 'en')}?from=mail&view=o365-germany#good-to-know")


def test_the_picker_works_by_keyboard(page: Page, site: Path) -> None:
    visit(page, path_of(STEM, "en"))
    for _ in range(30):
        page.keyboard.press("Tab")
        if picker(page, "en").evaluate("group => group.contains(document.activeElement)"):
            break
    expect(picker(page, "en").get_by_role("radio").first).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(page).to_have_url(address(STEM, "en", "o365-germany"))
    expect_cloud(page, site, (STEM, "en", "o365-germany"))
    page.keyboard.press("ArrowRight")
    expect(page).to_have_url(address(STEM, "en", "o365-21vianet"))
    expect_cloud(page, site, (STEM, "en", "o365-21vianet"))
    page.keyboard.press("Tab")  # one stop: the next one is no other cloud
    assert page.evaluate("document.activeElement.matches('.porspec-which > summary')")


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


@IN_EACH_LANGUAGE
def test_the_choice_is_remembered_on_a_page_opened_without_a_view(page: Page, site: Path, language: str) -> None:
    visit(page, path_of("index", language))
    choose(page, language, "o365-21vianet")
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


@pytest.mark.parametrize("width", [1280, 390])
def test_the_header_shows_the_cloud_while_the_choice_is_out_of_sight_and_leads_back_to_it(
    page: Page, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 400})
    visit(page, address(STEM, "en", "o365-germany"))
    chip = page.locator(".porspec-chip")
    expect(chip).to_be_hidden()
    page.evaluate("document.querySelector('#good-to-know').scrollIntoView()")
    expect(chip).to_be_in_viewport(ratio=1)
    expect(page.get_by_role("button", name="Your cloud Office 365 Germany (closed)", exact=True)).to_be_visible()
    assert chip.inner_text().split("\n")[-1] == NAMES["en"]["o365-germany"]
    assert chip.evaluate("chip => chip.offsetHeight") == 28
    chip.click()
    expect(picker(page, "en").get_by_role("radio", name=NAMES["en"]["o365-germany"])).to_be_focused()
    expect(picker(page, "en")).to_be_in_viewport()
    expect(chip).to_be_hidden()


def test_a_change_of_cloud_is_announced(page: Page) -> None:
    visit(page, address(STEM, "nl", "o365-germany"))
    announced = page.locator("p.porspec-announced")
    expect(announced).to_have_text("")
    choose(page, "nl", "o365-21vianet")
    expect(announced).to_have_text("U ziet Office 365 beheerd door 21Vianet.")
    expect(announced).to_have_role("status")


WHICH = {
    "en": "I don't know my cloud",
    "nl": "Ik weet niet welke cloud ik heb",
    "de": "Ich weiß nicht, welche Cloud ich habe",
    "zh": "我不知道自己使用的是哪个云环境",
}


@IN_EACH_LANGUAGE
def test_who_does_not_know_the_own_cloud_finds_it_by_the_addresses_of_the_configuration(
    reader: Page, language: str
) -> None:
    visit(reader, path_of(STEM, language))
    reader.get_by_text(WHICH[language], exact=True).click()
    names = NAMES[language]
    portals = {each.id: each.portals for each in this_spec().config.monikers.definitions}
    listed = reader.locator(".porspec-which li").all_inner_texts()
    assert listed == [f"{portal} {names[cloud]}" for cloud in CLOUDS for portal in portals[cloud]]
    assert len(listed) == 3


@IN_EACH_LANGUAGE
def test_a_page_of_one_cloud_chooses_it_for_who_has_not_chosen_and_says_so(
    page: Page, site: Path, language: str
) -> None:
    visit(page, path_of("accept-offer", language))
    expect_cloud(page, site, ("accept-offer", language, "o365-21vianet"))
    notice = page.locator(".porspec-fallback")
    expect(notice).to_contain_text(NAMES[language]["o365-21vianet"])
    assert page.evaluate("localStorage.getItem('porspec.view')") is None
    onward = page.locator(f"article a[href*='{path_of('change-partner', language)}']").first
    assert onward.evaluate("link => link.search") == ""
    onward.click()
    page.wait_for_url(f"**{path_of('change-partner', language)}")
    expect(page.locator("html")).to_have_attribute("data-view", "o365-worldwide")
    visit(page, path_of("accept-offer", language))
    choose(page, language, "o365-germany")
    expect(notice).to_be_hidden()
    visit(page, path_of("accept-offer", language))
    expect_chosen(page, "o365-germany")


def test_who_has_not_chosen_goes_on_without_a_view(page: Page) -> None:
    visit(page, path_of(STEM, "en"))
    views = "all => [...new Set(all.filter(each => each.origin === location.origin).map(each => each.search))]"
    assert page.locator("article a[href]:not([href^='#'])").evaluate_all(views) == [""]
    assert page.evaluate("localStorage.getItem('porspec.view')") is None
    picker(page, "en").get_by_role("radio").first.click()  # which is the one that is shown
    expect(page).to_have_url(address(STEM, "en", "o365-worldwide"))
    assert page.evaluate("localStorage.getItem('porspec.view')") == "o365-worldwide"


def test_the_language_menu_says_whether_it_is_open_and_escape_closes_it(page: Page) -> None:
    visit(page, address(STEM, "en", "o365-germany"))
    button, link = page.locator(".md-select > button"), page.locator(".md-select__link").first
    button.focus()
    expect(link).to_be_hidden()
    expect(button).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    expect(link).to_be_visible()
    page.keyboard.press("Tab")
    expect(link).to_be_focused()
    page.keyboard.press("Escape")
    expect(button).to_be_focused()
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(link).to_be_hidden()
    page.keyboard.press("Tab")
    assert not page.evaluate("document.activeElement.matches('.md-select__link')")


def test_the_dialog_of_the_search_has_a_name(page: Page) -> None:
    visit(page, path_of(STEM, "nl"))
    expect(page.locator(".md-search[role=dialog]")).to_have_accessible_name("Zoeken")
