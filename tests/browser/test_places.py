"""Places on a page: one anchor for the headings of several clouds, and below the header and what is said there."""

from __future__ import annotations

import json
import urllib.request
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from .reading import address, choose, visit

pytestmark = pytest.mark.browser

HEADINGS = {
    "o365-worldwide": "Change an order in one way",
    "o365-germany": "Change an order in another way",
    "o365-21vianet": "Change an order in another way",
}
SECOND = "#twice--o365-21vianet--o365-germany"
_HASHES = "links => links.filter(link => link.checkVisibility()).map(link => link.getAttribute('href'))"
_BOTTOMS = "all => all.map(each => each.getBoundingClientRect().bottom)"
_IDS = "all => all.map(each => each.id)"


@pytest.fixture
def orders(browser: Browser, further_url: str) -> Iterator[Page]:
    """A reader of a page on which clouds have headings with the same anchor."""
    context = browser.new_context(base_url=f"{further_url}/orders/", viewport={"width": 1280, "height": 500})
    yield context.new_page()
    context.close()


def expect_below_header(page: Page, heading: Locator) -> None:
    """The heading is the first thing that is seen below the header, what is said below it, and the chip."""
    expect(heading).to_be_in_viewport()
    box = heading.bounding_box()
    assert box
    bottoms = page.locator(".md-header, .porspec-told, .porspec-chip").filter(visible=True).evaluate_all(_BOTTOMS)
    assert 0 <= box["y"] - max(bottoms) < 60


@pytest.mark.parametrize("cloud", HEADINGS)
@pytest.mark.parametrize("anchor", ["change", "change--o365-21vianet--o365-germany"])
def test_each_address_of_a_shared_place_finds_the_heading_of_the_readers_cloud(
    orders: Page, cloud: str, anchor: str
) -> None:
    visit(orders, f"?view={cloud}#{anchor}")
    expect_below_header(orders, orders.get_by_role("heading", name=HEADINGS[cloud]))
    ids = orders.locator("[id]").evaluate_all(_IDS)
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("cloud", HEADINGS)
def test_headings_and_contents_link_to_the_place_that_all_clouds_share(orders: Page, cloud: str) -> None:
    visit(orders, "?view=o365-germany")
    choose(orders, "en", cloud)
    own = ["#german", "#for-everybody"] if cloud == "o365-germany" else ["#for-everybody"]
    expected = ["#change", *([] if cloud == "o365-worldwide" else ["#twice", SECOND]), *own]
    assert orders.locator("article :is(h2, h3) .headerlink").evaluate_all(_HASHES) == expected
    assert orders.locator(".md-sidebar--secondary .md-nav__link[href]").evaluate_all(_HASHES) == expected


@pytest.mark.parametrize(("name", "place"), [("Twice", "#twice"), ("Twice again", SECOND)])
def test_two_headings_of_one_cloud_are_two_places(orders: Page, name: str, place: str) -> None:
    visit(orders, "?view=o365-21vianet")
    orders.locator(".md-sidebar--secondary").get_by_role("link", name=name, exact=True).click()
    expect_below_header(orders, orders.get_by_role("heading", name=f"{name} ¶", exact=True))
    assert orders.evaluate("location.hash") == place


@pytest.mark.parametrize("cloud", HEADINGS)
def test_the_search_leads_to_the_place_that_all_clouds_share(further_url: str, cloud: str) -> None:
    with urllib.request.urlopen(f"{further_url}/search/readers.js") as answer:  # noqa: S310 - it is ours
        docs = json.loads(answer.read().decode().removeprefix("porspecIndex(").removesuffix(")\n"))["docs"]
    places = [doc[0] for doc in docs if doc[1].startswith("Change an order") and cloud in doc[3]]
    assert places == ["orders/#change"]


def test_choosing_a_cloud_goes_to_its_heading(orders: Page) -> None:
    visit(orders, "?view=o365-worldwide#change")
    choose(orders, "en", "o365-21vianet")
    expect_below_header(orders, orders.get_by_role("heading", name=HEADINGS["o365-21vianet"]))
    orders.evaluate("scrollTo(0, 0)")
    orders.get_by_role("link", name="below").click()
    expect(orders.get_by_role("heading", name=HEADINGS["o365-21vianet"])).to_be_in_viewport()


def test_a_heading_that_others_lack_leaves_a_heading_below_it_in_the_contents(orders: Page) -> None:
    listed = orders.locator(".md-sidebar--secondary .md-nav__link[href]")
    visit(orders, "?view=o365-worldwide")
    assert listed.filter(visible=True).all_inner_texts() == ["Change an order in one way", "For everybody"]


@pytest.mark.parametrize("place", ["%E0%A4%A", "%", "100%25", "nothing"])
def test_an_address_with_an_unknown_place_opens_without_an_error(page: Page, place: str) -> None:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(error.message))
    visit(page, f"{address('change-partner', 'en', 'o365-germany')}#{place}")
    page.evaluate("location.hash = '%E0%A4'")
    choose(page, "en", "o365-21vianet")
    expect(page.locator("html")).to_have_attribute("data-view", "o365-21vianet")
    assert errors == []


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("query", ["view=o365-mars", "view=o365-21vianet&viewFallbackFrom=o365-germany", ""])
def test_a_place_is_below_the_header_and_its_notice(page: Page, width: int, query: str) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    page.goto(f"/change-partner/?{query}#good-to-know", wait_until="load")
    assert page.locator(".porspec-fallback").is_visible() == bool(query)
    expect_below_header(page, page.locator("#good-to-know"))
