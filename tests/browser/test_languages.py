"""One site in two languages: the same pages, the same anchors, each in its own language."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from .reading import FEATURES, LANGUAGES, PAGES, address, path_of, visit

pytestmark = pytest.mark.browser

TITLE_ANCHORS = {
    "add-partner": "add-a-partner-to-an-existing-subscription",
    "change-partner": "change-the-partner-of-a-subscription",
    "accept-offer": "accept-a-partners-offer",
}
GOOD_TO_KNOW = {"en": "Good to know", "nl": "Goed om te weten"}
# What is called the same in both languages: the site, and what Material itself says.
SHARED = {"Partner of Record · Office 365", "Header", "Footer"}

_SAID = """all => all.flatMap(
    element => ["title", "aria-label", "placeholder", "alt"].map(name => element.getAttribute(name)).filter(Boolean)
)"""


def headings(page: Page) -> list[str]:
    """The anchors of a page's headings."""
    found: list[str] = page.locator("article :is(h1, h2, h3, h4, h5, h6)").evaluate_all("all => all.map(e => e.id)")
    return found


def rules(page: Page) -> list[str]:
    """The anchors of a page's rules."""
    found: list[str] = page.locator("article a[name]").evaluate_all("all => all.map(e => e.name)")
    return found


@pytest.mark.parametrize("stem", PAGES)
def test_anchors_are_the_same_in_both_languages_and_each_is_there_once(reader: Page, stem: str) -> None:
    found = {}
    for language in LANGUAGES:
        visit(reader, path_of(stem, language))
        found[language] = headings(reader), rules(reader)
        every = reader.locator("[id], a[name]").evaluate_all("all => all.map(e => e.id || e.name)")
        assert sorted(every) == sorted(set(every))
    assert found["nl"] == found["en"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("stem", FEATURES)
def test_a_feature_has_its_title_and_good_to_know(reader: Page, stem: str, language: str) -> None:
    visit(reader, path_of(stem, language))
    assert headings(reader) == [TITLE_ANCHORS[stem], "good-to-know"]
    assert reader.locator("#good-to-know").text_content() == f"{GOOD_TO_KNOW[language]}¶"


@pytest.mark.parametrize("anchor", ["good-to-know", "only-a-partner-that-is-there-can-be-changed"])
@pytest.mark.parametrize("width", [1280, 390])
def test_an_anchor_is_not_under_the_header(page: Page, anchor: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 300})
    page.goto(f"{address('change-partner', 'en', 'o365-germany')}#{anchor}")
    picker = page.locator(".porspec-picker").bounding_box()
    target = page.locator(f"#{anchor}, p:has([name={anchor}])").bounding_box()
    assert picker is not None
    assert target is not None
    assert picker["y"] + picker["height"] <= target["y"] < 300


@pytest.mark.parametrize("stem", PAGES)
def test_nothing_that_is_read_out_or_shown_beside_is_left_in_the_other_language(reader: Page, stem: str) -> None:
    visit(reader, path_of(stem, "en"))
    english = set(reader.locator("body *").evaluate_all(_SAID))
    visit(reader, path_of(stem, "nl"))
    assert english & set(reader.locator("body *").evaluate_all(_SAID)) - SHARED == set()


def test_the_page_for_what_is_missing_is_in_the_source_language(reader: Page) -> None:
    visit(reader, "/404.html")
    assert reader.locator("html").get_attribute("lang") == "en"
    assert reader.locator(".porspec-picker label").inner_text() == "Your cloud"
