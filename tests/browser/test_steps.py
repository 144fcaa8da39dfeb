"""The step catalogue: the search finds a step by its words, and a task before the steps that are like it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from .reading import IN_EACH_LANGUAGE, address, path_of, seen, settle, visit

pytestmark = pytest.mark.browser

SEARCH = {"en": "Search", "nl": "Zoeken", "de": "Suchen", "zh": "搜索"}
WORDS = {
    "en": "select the tab",
    "nl": "het tabblad selecteer",
    "de": "die Registerkarte auswähle",
    "zh": "选项卡",
}
FOR_READERS = {
    "en": "For readers: On the page of the subscription, select the {tab} tab.",
    "nl": "Voor lezers: Selecteer op de pagina van het abonnement het tabblad {tab}.",
    "de": "Für Leser: Wählen Sie auf der Seite des Abonnements die Registerkarte {tab} aus.",
    "zh": "面向读者的文字：在该订阅的页面上，选择{tab}选项卡。",
}


def results(page: Page, stem: str, language: str, text: str) -> Locator:
    """The links of what a search finds that begins on a page."""
    visit(page, address(stem, language, "o365-worldwide"))
    settle(page)
    page.get_by_placeholder(SEARCH[language], exact=True).fill(text)
    page.get_by_placeholder(SEARCH[language], exact=True).press("End")  # Material listens to keys
    return page.locator("a.md-search-result__link")


@IN_EACH_LANGUAGE
def test_the_search_finds_a_step_by_its_words_and_leads_to_its_place(page: Page, language: str) -> None:
    found = results(page, "coverage", language, WORDS[language]).and_(
        page.locator("[href*='#when-i-select-the-tab-tab']")
    )
    expect(found).to_have_count(1)
    page.goto(str(found.get_attribute("href")), wait_until="domcontentloaded")
    assert FOR_READERS[language] in seen(page)
    heading = page.locator("#when-i-select-the-tab-tab")
    expect(heading).to_be_in_viewport()


@pytest.mark.parametrize(
    ("language", "text", "first"),
    [("en", "box", "change-partner"), ("nl", "vak", "change-partner")],
)
def test_readers_find_a_task_and_no_steps_that_are_like_it(page: Page, language: str, text: str, first: str) -> None:
    found = results(page, "index", language, text)
    expect(found.first).to_be_visible()
    links = [str(each) for each in found.evaluate_all("all => all.map(e => new URL(e.href).pathname)")]
    assert links[0] == path_of(first, language)
    assert path_of("steps", language) not in links


def test_a_step_tells_the_readers_of_each_cloud_what_it_tells_them(page: Page) -> None:
    told = {}
    for cloud in ("o365-worldwide", "o365-germany"):
        visit(page, address("steps", "en", cloud))
        text = "\n".join(seen(page))
        told[cloud] = text.partition("Start on the home page; worldwide, with the new admin center turned on.\n")[2]
    assert told["o365-worldwide"].startswith("For readers: You use the new admin center.")
    assert told["o365-germany"].startswith("No text for readers.")
