"""On a small screen: nothing is cut off, by day and by night, and the drawer holds what it should."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from .conftest import tab
from .reading import CLOUDS, EVERY, address, visit

pytestmark = pytest.mark.browser

# The width of the page, that of the screen, and whether the picker is on it.
_WIDTHS = """() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
    document.querySelector(".porspec-picker").getBoundingClientRect().right <= innerWidth,
]"""


def open_drawer(page: Page, where: str) -> None:
    page.set_viewport_size({"width": 390, "height": 480})
    page.emulate_media(reduced_motion="reduce")
    visit(page, where)
    page.locator("label.md-header__button[for=__drawer]").click()


def expect_no_page_to_be_wider(page: Page, places: list[str], width: int) -> None:
    """Pages with all their folds open, for each cloud."""
    found = {}
    for where in places:
        visit(page, where)
        for cloud in CLOUDS:
            page.locator(f".porspec-choice input[value='{cloud}']").check()
            page.locator("details").evaluate_all("folds => folds.forEach(fold => { fold.open = true })")
            found[where, cloud] = page.evaluate(_WIDTHS)
    assert found == {(where, cloud): [width, width, True] for where in places for cloud in CLOUDS}


@contextlib.contextmanager
def small_page(browser: Browser, site_url: str, palette: str, width: int) -> Iterator[Page]:
    """A page on a small screen, by day or by night."""
    options: dict[str, Any] = {"color_scheme": palette, "reduced_motion": "reduce"}
    with tab(browser, site_url, viewport={"width": width, "height": 844}, **options) as page:
        visit(page, "/")
        scheme = {"light": "default", "dark": "slate"}[palette]
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", scheme)
        yield page


def test_by_night_nothing_is_wider_than_a_small_screen(browser: Browser, site_url: str) -> None:
    with small_page(browser, site_url, "dark", 390) as page:
        expect_no_page_to_be_wider(page, ["/nl/steps/", "/de/change-partner/", "/zh/", "/404.html"], 390)


@pytest.mark.slow
@pytest.mark.parametrize("palette", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 768])
def test_no_page_is_wider_than_a_small_screen(browser: Browser, site_url: str, palette: str, width: int) -> None:
    with small_page(browser, site_url, palette, width) as page:
        expect_no_page_to_be_wider(page, [*EVERY, "/404.html"], width)


def test_the_last_page_in_the_drawer_can_be_reached(page: Page) -> None:
    open_drawer(page, address("add-partner", "en", "o365-germany"))
    last = page.locator(".md-nav--primary > .md-nav__list > .md-nav__item > .md-nav__link").last
    last.scroll_into_view_if_needed()
    expect(last).to_be_in_viewport(ratio=1)


def test_the_drawer_offers_contents_only_where_there_are_any(page: Page) -> None:
    contents = page.locator("label.md-nav__link[for=__toc]")
    open_drawer(page, address("add-partner", "en", "o365-germany"))
    contents.click()
    expect(page.locator(".md-nav--primary").get_by_role("link", name="Good to know")).to_be_in_viewport()
    open_drawer(page, address("accept-offer", "en", "o365-worldwide"))
    expect(contents).to_be_hidden()


# The texts above the cells of a table's rows, and whether something in it is wider than its place.
_CARDS = """around => [
    [...around.querySelectorAll("td")].map(each => getComputedStyle(each, "::before").content.replaceAll('"', "")),
    [...around.querySelectorAll("td, .md-typeset__scrollwrap")].some(each => each.scrollWidth > each.clientWidth),
]"""


@pytest.mark.parametrize("language", ["en", "nl", "de", "zh"])
def test_rows_are_cards_with_the_names_of_their_columns(browser: Browser, site_url: str, language: str) -> None:
    with tab(browser, site_url, viewport={"width": 320, "height": 700}) as page:
        for stem in ("index", "change-partner"):
            visit(page, address(stem, language, "o365-germany"))
            around = page.locator(".porspec-cards").filter(visible=True)
            names = around.locator("th").all_text_contents()
            rows = around.locator("tbody tr").count()
            assert rows > 1
            labels, is_wide = around.evaluate(_CARDS)
            assert (labels, is_wide) == (["none", *names[1:]] * rows, False)
