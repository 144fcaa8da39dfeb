"""One site in two languages: the same pages, the same anchors, each in its own language."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from .reading import FEATURES, LANGUAGES, PAGES, path_of, source, visit

pytestmark = pytest.mark.browser

TITLE_ANCHORS = {
    "add-partner": "add-a-partner-to-an-existing-subscription",
    "change-partner": "change-the-partner-of-a-subscription",
    "accept-offer": "accept-a-partners-offer",
}
GOOD_TO_KNOW = {"en": "Good to know", "nl": "Goed om te weten"}


def headings(page: Page) -> list[str]:
    """The anchors of a page's headings."""
    found: list[str] = page.locator("article :is(h1, h2, h3, h4, h5, h6)").evaluate_all("all => all.map(e => e.id)")
    return found


def rules(page: Page) -> list[str]:
    """The anchors of a page's rules."""
    found: list[str] = page.locator("article a[name]").evaluate_all("all => all.map(e => e.name)")
    return found


@pytest.mark.parametrize("stem", PAGES)
def test_anchors_are_the_same_in_both_languages(page: Page, stem: str) -> None:
    visit(page, path_of(stem, "en"))
    english = headings(page), rules(page)
    visit(page, path_of(stem, "nl"))
    assert (headings(page), rules(page)) == english


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("stem", FEATURES)
def test_a_feature_has_its_title_and_good_to_know(page: Page, stem: str, language: str) -> None:
    visit(page, path_of(stem, language))
    assert headings(page) == [TITLE_ANCHORS[stem], "good-to-know"]
    assert page.locator("#good-to-know").inner_text().strip("¶") == GOOD_TO_KNOW[language]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("stem", PAGES)
def test_an_anchor_is_there_once(page: Page, stem: str, language: str) -> None:
    visit(page, path_of(stem, language))
    anchors = page.locator("[id], a[name]").evaluate_all("all => all.map(e => e.id || e.name)")
    assert sorted(anchors) == sorted(set(anchors))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("anchor", ["good-to-know", "only-a-partner-that-is-there-can-be-changed"])
@pytest.mark.parametrize("width", [1280, 390])
def test_an_anchor_is_not_under_the_header(page: Page, anchor: str, language: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 300})
    page.goto(f"{path_of('change-partner', language)}?view=o365-germany#{anchor}")
    picker = page.locator(".porspec-picker").bounding_box()
    target = page.locator(f"#{anchor}, [name={anchor}]").locator("xpath=ancestor-or-self::*[self::h2 or self::p]")
    place = target.bounding_box()
    assert picker is not None
    assert place is not None
    assert picker["y"] + picker["height"] <= place["y"] < 300


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("stem", PAGES)
def test_a_page_says_which_language_it_is_in(page: Page, stem: str, language: str) -> None:
    visit(page, path_of(stem, language))
    expect(page.locator("html")).to_have_attribute("lang", language)


def test_the_page_for_what_is_missing_is_in_the_source_language(page: Page) -> None:
    visit(page, "/404.html")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator(".porspec-picker label")).to_have_text("Your cloud")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("stem", FEATURES)
def test_nothing_of_the_other_language_is_left_in_the_article(site: Path, stem: str, language: str) -> None:
    words = {"en": r"\b(een|het|niet|abonnement|Opmerking)\b", "nl": r"\b(the|and|is not|Note|Permanent link)\b"}
    html = source(site, stem, language)
    article = html[html.index("<article") : html.index("</article>")]
    assert re.findall(words[language], article) == []
