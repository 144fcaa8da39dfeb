"""Every page of the site: what it asks for, what it reports, and what its contents list."""

from __future__ import annotations

import re
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Response

from .reading import CLOUDS, EVERY, LANGUAGES, PAGES, address, path_of, visit

pytestmark = pytest.mark.browser

FURTHER = ("index", "orders", "change-partner", "coverage")
_INNER = """all => all.filter(element => element.checkVisibility())
    .map(element => element.innerText.replace("¶", "").trim())"""


@dataclass
class Visit:
    """What happened while a page was open."""

    asked: set[str] = field(default_factory=set)
    refused: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def watch(self, page: Page) -> None:
        page.on("request", lambda request: self.asked.add("/".join(request.url.split("/")[:3])))
        page.on("requestfailed", lambda request: self.refused.append(f"{request.failure} {request.url}"))
        page.on("response", self._answered)
        page.on("console", lambda said: self.errors.append(said.text) if said.type in {"error", "warning"} else None)
        page.on("pageerror", lambda error: self.errors.append(error.message))

    def _answered(self, response: Response) -> None:
        if response.status >= 400:
            self.refused.append(f"{response.status} {response.url}")


@pytest.fixture(scope="module")
def visits(browser: Browser, site_url: str) -> Iterator[dict[str, Visit]]:
    """Every page, opened by one reader and left open until nothing more is loaded."""
    context = browser.new_context(base_url=site_url)
    found = {where: Visit() for where in EVERY}
    pages = []
    for where, watched in found.items():
        page = context.new_page()
        watched.watch(page)
        page.goto(f"{where}?view=nonsense", wait_until="load")
        pages.append(page)
    for page in pages:
        page.wait_for_load_state("networkidle")
    yield found
    context.close()


def test_these_are_all_pages_of_the_site(site: Path) -> None:
    built = {f"/{path.parent.relative_to(site).as_posix()}/" for path in site.rglob("index.html")}
    assert {where.replace("/./", "/") for where in built} == set(EVERY)


def test_a_site_without_an_address_has_no_sitemap(site: Path) -> None:
    assert list(site.rglob("sitemap*")) == []


def test_a_sitemap_has_full_addresses(further_url: str) -> None:
    with urllib.request.urlopen(f"{further_url}/sitemap.xml") as answer:  # noqa: S310 - it is ours
        places = re.findall(r"<loc>(.*?)</loc>", answer.read().decode())
    expected = {f"{further_url}{path_of(stem, each)}" for stem in FURTHER for each in ("en", "nl")}
    assert expected <= set(places)
    assert all(place.startswith(f"{further_url}/") for place in places)


def test_nothing_is_asked_of_another_host(visits: dict[str, Visit], site_url: str) -> None:
    assert {where: each.asked for where, each in visits.items()} == {where: {site_url} for where in EVERY}


def test_everything_that_is_asked_for_is_there(visits: dict[str, Visit]) -> None:
    assert {where: each.refused for where, each in visits.items() if each.refused} == {}


def test_no_page_reports_an_error_also_for_a_view_that_is_unknown(visits: dict[str, Visit]) -> None:
    assert {where: each.errors for where, each in visits.items() if each.errors} == {}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("stem", PAGES)
def test_the_contents_list_what_the_cloud_shows_and_no_more(reader: Page, stem: str, language: str) -> None:
    visit(reader, path_of(stem, language))
    listed, shown = {}, {}
    for cloud in CLOUDS:
        reader.locator("#porspec-view").select_option(cloud)
        listed[cloud] = reader.locator(".md-sidebar--secondary .md-nav__link").evaluate_all(_INNER)
        shown[cloud] = reader.locator("article :is(h2, h3)").evaluate_all(_INNER)
    assert listed == shown


def test_the_contents_of_adding_a_partner_are_empty_where_it_is_not_available(reader: Page) -> None:
    visit(reader, address("add-partner", "en", "o365-21vianet"))
    contents = reader.locator(".md-sidebar--secondary")
    assert contents.inner_text().strip() == ""
    reader.locator("#porspec-view").select_option("o365-germany")
    assert contents.inner_text().split("\n") == ["Table of contents", "Good to know"]
