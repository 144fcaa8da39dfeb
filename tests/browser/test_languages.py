"""Anchors that are the same in every language, the places they lead to, and the page for what is missing."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from .reading import CLOSED, IN_EACH_LANGUAGE, address, path_of, visit

pytestmark = pytest.mark.browser

TITLE_ANCHORS = {
    "add-partner": "add-a-partner-to-an-existing-subscription",
    "change-partner": "change-the-partner-of-a-subscription",
    "accept-offer": "accept-a-partners-offer",
}
WRONG = {"en": "If it goes wrong", "nl": "Als het misgaat", "de": "Wenn etwas nicht klappt", "zh": "遇到问题时"}
GOOD_TO_KNOW = {"en": "Good to know", "nl": "Goed om te weten", "de": "Gut zu wissen", "zh": "相关须知"}
_TOP_IS_SEEN = """() => {
    const top = document.querySelector(":target").getBoundingClientRect().top
    const above = [...document.querySelectorAll(".md-header, .porspec-told, .porspec-chip")]
    return above.every(each => each.getBoundingClientRect().bottom <= top) && top < innerHeight
}"""


def headings(page: Page) -> list[str]:
    """The anchors of a page's headings, but for that of what compares clouds."""
    found: list[str] = page.locator("article :is(h1, h2, h3, h4, h5, h6):not(.porspec-compare *)").evaluate_all(
        "all => all.map(e => e.id)"
    )
    return found


def rules(page: Page) -> list[str]:
    """The anchors of a page's rules."""
    found: list[str] = page.locator("#good-to-know ~ h3, #good-to-know ~ * h3").evaluate_all(
        "all => all.map(e => e.id)"
    )
    return found


@IN_EACH_LANGUAGE
@pytest.mark.parametrize("stem", TITLE_ANCHORS)
def test_a_feature_has_its_title_what_goes_wrong_and_good_to_know(reader: Page, stem: str, language: str) -> None:
    visit(reader, path_of(stem, language))
    title, *procedures = headings(reader)[: -len(rules(reader)) - 2]
    assert headings(reader)[-len(rules(reader)) - 2 :] == ["if-it-goes-wrong", "good-to-know", *rules(reader)]
    assert (title, {each.partition("--")[0] for each in procedures[1::2]}) == (TITLE_ANCHORS[stem], {"steps"})
    assert rules(reader)
    assert reader.locator("#if-it-goes-wrong").text_content() == f"{WRONG[language]}¶"
    assert reader.locator("#good-to-know").text_content() == f"{GOOD_TO_KNOW[language]}¶"


@pytest.mark.parametrize("width", [1280, 390])
def test_the_place_that_a_link_leads_to_is_not_under_the_header(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 300})
    visit(page, address("change-partner", "en", "o365-germany"))
    for anchor in ("good-to-know", rules(page)[0], rules(page)[-1]):
        page.goto(f"{address('change-partner', 'en', 'o365-germany')}#{anchor}")
        assert page.evaluate(_TOP_IS_SEEN)


def test_the_page_for_what_is_missing_speaks_every_language_and_leads_home(reader: Page) -> None:
    visit(reader, "/404.html")
    assert reader.locator("html").get_attribute("lang") == "en"
    lines = reader.locator("article p[lang]:not([data-moniker])")
    told = lines.evaluate_all("all => all.map(e => [e.lang, e.innerText])")
    assert told == [
        ["en", "This page doesn't exist. Go to the home page"],
        ["de", "Diese Seite gibt es nicht. Zur Startseite"],
        ["nl", "Deze pagina bestaat niet. Naar de startpagina"],
        ["zh-Hans", "此页面不存在。转到首页"],
    ]
    assert all(each.is_visible() for each in lines.all())
    homes = reader.locator("article p[lang] a").evaluate_all("all => all.map(e => e.pathname)")
    assert homes == [f"/porspec{path_of('index', language)}" for language in ("en", "de", "nl", "zh")]


@pytest.mark.parametrize(
    ("language", "texts"),
    {
        "nl": ["Deze pagina bestaat niet. Naar de startpagina", CLOSED["nl"]],
        "zh": ["此页面不存在。转到首页", CLOSED["zh"]],
    }.items(),
)
def test_the_page_for_what_is_missing_speaks_the_language_of_the_address(
    reader: Page, site: Path, language: str, texts: list[str]
) -> None:
    reader.route("**/gone/*", lambda route: route.fulfill(status=404, path=site / "404.html"), times=1)
    visit(reader, f"/porspec/{language}/gone/?view=o365-germany")
    assert [each.inner_text() for each in reader.locator("article p").all() if each.is_visible()] == texts
