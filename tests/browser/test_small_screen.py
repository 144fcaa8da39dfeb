"""On a small screen: nothing is cut off, by day and by night, and the drawer holds what it should."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from .reading import CLOUDS, EVERY, address, visit

pytestmark = pytest.mark.browser

# The width of the page, that of the screen, and whether the picker is on it.
_WIDTHS = """() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
    document.getElementById("porspec-view").getBoundingClientRect().right <= innerWidth,
]"""


def open_drawer(page: Page, where: str) -> None:
    page.set_viewport_size({"width": 390, "height": 480})
    page.emulate_media(reduced_motion="reduce")
    visit(page, where)
    page.locator("label.md-header__button[for=__drawer]").click()


@pytest.fixture(scope="module", params=["light", "dark"])
def small_page(browser: Browser, site_url: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page on a small screen, by day and by night."""
    context = browser.new_context(
        base_url=site_url, viewport={"width": 390, "height": 844}, color_scheme=request.param, reduced_motion="reduce"
    )
    page = context.new_page()
    visit(page, "/")
    scheme = {"light": "default", "dark": "slate"}[request.param]
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", scheme)
    yield page
    context.close()


@pytest.mark.parametrize("where", [*EVERY, "/404.html"])
def test_nothing_is_wider_than_a_small_screen(small_page: Page, where: str) -> None:
    visit(small_page, where)
    widths = {}
    for cloud in CLOUDS:
        small_page.locator("#porspec-view").select_option(cloud)
        small_page.locator("details").evaluate_all("folds => folds.forEach(fold => { fold.open = true })")
        widths[cloud] = small_page.evaluate(_WIDTHS)
    assert widths == {cloud: [390, 390, True] for cloud in CLOUDS}


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
    open_drawer(page, address("add-partner", "en", "o365-21vianet"))
    expect(contents).to_be_hidden()
