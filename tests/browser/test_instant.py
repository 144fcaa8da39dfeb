"""With Material's instant navigation: pages come and go in one document, and all else is as without it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from .reading import LABEL, NAMES, choose, expect_chosen, picker, visit
from .test_getting_about import switch_language
from .test_places import expect_below_header
from .test_views import found

pytestmark = pytest.mark.browser

GERMANY, CHINA = "o365-germany", "o365-21vianet"


@pytest.fixture
def instant(browser: Browser, instant_url: str) -> Iterator[Page]:
    """A reader of a site with instant navigation."""
    context = browser.new_context(base_url=instant_url, viewport={"width": 1400, "height": 600})
    yield context.new_page()
    context.close()


def begin(page: Page, where: str) -> None:
    """Open a page, and mark its document."""
    page.goto(where, wait_until="networkidle")
    page.evaluate("window.marked = true")


def expect_same_document(page: Page, *, same: bool = True) -> None:
    assert page.evaluate("Boolean(window.marked)") == same


def expect_page(page: Page, where: str, cloud: str, title: str) -> None:
    """The address, the root, the picker and the heading agree."""
    expect(page).to_have_url(where)
    expect(page.locator(".md-content h1")).to_contain_text(title)
    expect(page.locator("html")).to_have_attribute("data-view", cloud)
    expect_chosen(page, cloud)


def follow(page: Page, stem: str) -> None:
    page.locator(f".md-nav--primary a[href*='/{stem}/']").first.click()


def test_the_cloud_is_kept_from_page_to_page_and_back(instant: Page) -> None:
    begin(instant, f"/change-partner/?view={GERMANY}")
    follow(instant, "add-partner")
    expect_page(instant, f"/add-partner/?view={GERMANY}", GERMANY, "Add a partner")
    choose(instant, "en", CHINA)
    follow(instant, "delete-partner")
    expect_page(instant, f"/delete-partner/?view={CHINA}", CHINA, "Delete a partner")
    instant.go_back()
    expect_page(instant, f"/add-partner/?view={CHINA}", CHINA, "Add a partner")
    instant.go_back()
    expect_page(instant, f"/change-partner/?view={GERMANY}", GERMANY, "Change the partner")
    instant.go_forward()
    expect_page(instant, f"/add-partner/?view={CHINA}", CHINA, "Add a partner")
    expect(instant.get_by_text("This task isn't available in Office 365 operated by 21Vianet.")).to_be_visible()
    expect_same_document(instant)


def test_the_language_goes_with_the_page(instant: Page) -> None:
    begin(instant, f"/change-partner/?view={GERMANY}")
    follow(instant, "add-partner")
    expect_page(instant, f"/add-partner/?view={GERMANY}", GERMANY, "Add a partner")
    switch_language(instant, "nl")
    expect_page(instant, f"/nl/add-partner/?view={GERMANY}", GERMANY, "Een partner toevoegen")
    expect_same_document(instant, same=False)
    expect(instant.get_by_role("group", name=LABEL["nl"], exact=True).locator("input:checked")).to_have_value(GERMANY)
    begin(instant, instant.url)
    follow(instant, "change-partner")
    expect_page(instant, f"/nl/change-partner/?view={GERMANY}", GERMANY, "De partner van een abonnement wijzigen")
    expect_same_document(instant)
    instant.go_back()
    instant.go_back()
    expect_page(instant, f"/add-partner/?view={GERMANY}", GERMANY, "Add a partner")
    expect(instant.locator("html")).to_have_attribute("lang", "en")
    expect(picker(instant, "en").locator("label")).to_have_text(list(NAMES["en"].values()))


def test_the_search_follows_the_cloud_over_pages(instant: Page) -> None:
    begin(instant, "/?view=o365-worldwide")
    assert any("Products & services" in text for text in found(instant, "products"))
    instant.keyboard.press("Escape")
    follow(instant, "change-partner")
    expect_page(instant, "/change-partner/?view=o365-worldwide", "o365-worldwide", "Change the partner")
    choose(instant, "en", CHINA)
    follow(instant, "add-partner")
    expect_page(instant, f"/add-partner/?view={CHINA}", CHINA, "Add a partner")
    assert not any("Products & services" in text for text in found(instant, "products"))
    assert found(instant, "offer")
    instant.go_back()
    expect_same_document(instant)


def test_places_are_found_after_instant_navigation(instant: Page) -> None:
    begin(instant, f"/change-partner/?view={CHINA}")
    follow(instant, "orders")
    heading = instant.get_by_role("heading", name="Change an order in another way")
    expect_page(instant, f"/orders/?view={CHINA}", CHINA, "Orders")
    instant.get_by_role("link", name="below").click()
    expect(instant).to_have_url(f"/orders/?view={CHINA}#change")
    expect_below_header(instant, heading)
    choose(instant, "en", GERMANY)
    found(instant, "another way")
    instant.locator("a.md-search-result__link[href$='#change']").first.click()
    expect(heading).to_be_in_viewport()
    expect_same_document(instant)


def test_a_link_with_a_view_of_its_own_keeps_it(instant: Page) -> None:
    begin(instant, f"/orders/?view={CHINA}")
    instant.get_by_role("link", name="In Germany", exact=True).first.click()
    expect_page(instant, f"/change-partner/?view={GERMANY}#good-to-know", GERMANY, "Change the partner")


def test_no_script_fails(instant: Page) -> None:
    errors: list[str] = []
    instant.on("pageerror", lambda error: errors.append(error.message))
    begin(instant, "/orders/?view=o365-mars")
    follow(instant, "change-partner")
    expect(instant.locator(".md-content h1")).to_contain_text("Change the partner")
    expect(instant.locator(".porspec-fallback")).to_be_hidden()
    visit(instant, "/404.html")
    assert errors == []
