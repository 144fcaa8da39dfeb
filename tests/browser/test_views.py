"""A reader sees one cloud: in the navigation, the search, at an anchor, and from the first frame on."""

from __future__ import annotations

import json
import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.sites import found_by

from .conftest import SCREEN, tab
from .reading import CLOUDS, IN_EACH_LANGUAGE, NAMES, PAGES, address, choose, path_of, settle, visit

pytestmark = pytest.mark.browser

# Records each element of another cloud that is visible when a frame is painted.
_WATCH = """view => {
    window.strays = []
    const look = () => {
        for (const zone of document.querySelectorAll("[data-moniker]"))
            if (!zone.dataset.moniker.split(" ").includes(view) && zone.checkVisibility()) strays.push(zone.outerHTML)
        requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
}"""
_LINKS = "links => links.filter(each => each.checkVisibility()).map(each => new URL(each.href).pathname)"


PRODUCTS = {
    "en": "Products & services",
    "nl": "Producten en services",
    "de": "Produkte und Dienste",
    "zh": "产品和服务",
}
ASKED = {
    "en": "You asked for {}. You see {}.",
    "nl": "U hebt om {} gevraagd. U ziet {}.",
    "de": "Sie haben {} angefordert. Angezeigt wird {}.",
    "zh": "你请求查看：{}。当前显示：{}。",
}
TESTERS = (
    *("commands", "coverage", "guides", "problems", "reference", "steps"),
    *("translation", "translators", "tutorial", "why", "worlds"),
)
HAVING = (
    "add-partner-at-purchase",
    "add-partner",
    "change-partner",
    "delete-partner",
    "find-partner",
    "view-partners",
)


def found(page: Page, words: str) -> list[str]:
    """The texts of what the search finds; what it found before is gone first."""
    field, told = page.locator("input.md-search__input"), page.locator(".md-search-result__meta")
    nothing = json.loads(page.locator("#__config").text_content() or "")["translations"]["search.result.placeholder"]
    field.fill("")
    field.press("End")  # Material listens to keys
    expect(told).to_have_text(nothing)
    field.fill(words)
    field.press("End")
    expect(told).not_to_have_text(nothing)
    texts: list[str] = page.locator(".md-search-result__item").all_inner_texts()
    return texts


@IN_EACH_LANGUAGE
def test_the_navigation_lists_what_a_cloud_has(reader: Page, language: str) -> None:
    offer = path_of("accept-offer", language)
    for cloud in CLOUDS:
        visit(reader, address("change-partner", language, cloud))
        listed = reader.locator(".md-nav--primary a.md-nav__link").evaluate_all(_LINKS)
        assert (offer in listed) == (cloud == "o365-21vianet")
        onward = reader.locator("a.md-footer__link--next").evaluate_all(_LINKS)
        following = "accept-offer" if cloud == "o365-21vianet" else "view-partners"
        assert onward == [path_of(following, language)]


@pytest.mark.parametrize("cloud", CLOUDS)
def test_the_page_for_what_is_missing_lists_what_a_cloud_has(reader: Page, cloud: str) -> None:
    visit(reader, f"/404.html?view={cloud}")
    listed = reader.locator(".md-nav--primary a.md-nav__link").evaluate_all(_LINKS)
    assert ("/porspec/accept-offer/" in listed) == (cloud == "o365-21vianet")
    assert "/porspec/change-partner/" in listed  # as its address is known, and where it is asked for is not


@pytest.mark.parametrize(("features", "where"), [("further_url", ""), ("tabs_url", ""), ("tabs_url", "everybody/")])
def test_a_section_is_listed_for_the_clouds_of_its_pages(
    reader: Page, request: pytest.FixtureRequest, features: str, where: str
) -> None:
    reader.set_viewport_size({"width": 1400, "height": 900})
    for cloud in CLOUDS:
        visit(reader, f"{request.getfixturevalue(features)}/{where}?view={cloud}")
        texts = reader.locator(".md-nav--primary .md-nav__link, .md-tabs__link").filter(visible=True).all_inner_texts()
        listed = {text.strip() for text in texts} & {"The German section", "Further", "A section for all"}
        german = {"The German section"} if cloud == "o365-germany" else set()
        assert listed == german | {"A section for all"}
    reader.set_viewport_size(SCREEN)


@IN_EACH_LANGUAGE
@pytest.mark.parametrize("cloud", CLOUDS)
def test_the_search_of_a_cloud_has_no_text_and_no_page_of_another(site: Path, language: str, cloud: str) -> None:
    folder = site / path_of("index", language).strip("/")
    indexes = [found_by(cloud, folder, kind) for kind in ("readers", "testers")]
    pages = [{place.partition("#")[0] for place, _, _ in docs} for docs in indexes]
    stems = [[stem for stem in PAGES if (stem in TESTERS) == testers] for testers in (False, True)]
    expected = [{path_of(stem, language).removeprefix("/") for stem in its} for its in stems]
    lacking = set() if cloud == "o365-21vianet" else {path_of("accept-offer", language)[1:]}
    assert pages == [each - lacking for each in expected]
    told = "\n".join(f"{title} {text}" for docs in indexes for _, title, text in docs)
    assert (PRODUCTS[language] in told) == (cloud == "o365-worldwide")
    assert json.loads((site / "search" / "search_index.json").read_text("utf-8"))["docs"] == []


_RESULTS = "items => [...new Set(items.map(each => new URL(each.querySelector('a').href).pathname))]"


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "offer"),
        ("nl", "partner"),
        *(
            pytest.param(*each, marks=pytest.mark.slow)
            for each in (("en", "tested"), ("nl", "getest"), ("de", "Partner"))
        ),
    ],
)
def test_the_search_of_readers_finds_help_and_that_of_testers_what_is_theirs(
    page: Page, language: str, words: str
) -> None:
    theirs = {path_of(stem, language) for stem in TESTERS}
    for stem, is_theirs in (("index", False), ("coverage", True)):
        visit(page, address(stem, language, "o365-21vianet"))
        assert found(page, words)
        paths = page.locator(".md-search-result__item").evaluate_all(_RESULTS)
        assert paths
        assert [path for path in paths if (path in theirs) != is_theirs] == []


@IN_EACH_LANGUAGE
def test_readers_and_testers_have_a_navigation_each_and_a_link_to_the_other(reader: Page, language: str) -> None:
    theirs = {path_of(stem, language) for stem in TESTERS}
    every = {path_of(stem, language) for stem in PAGES}
    for stem, others, own in (("index", theirs, every - theirs), ("coverage", every - theirs, theirs)):
        visit(reader, address(stem, language, "o365-21vianet"))
        listed = set(reader.locator(".md-nav--primary li a").evaluate_all("all => all.map(e => e.pathname)"))
        assert listed == own
        around = reader.locator("a.md-footer__link").evaluate_all("all => all.map(e => e.pathname)")
        assert set(around) <= own
        other = reader.locator(".porspec-behind a")
        assert other.evaluate("link => link.pathname") in others
        expect(other).to_be_visible()


def test_the_way_to_what_testers_have_and_back_changes_what_the_search_finds(page: Page, instant_url: str) -> None:
    """With instant navigation, too, where the search stays."""
    page.goto(f"{instant_url}/?view=o365-21vianet", wait_until="networkidle")
    page.evaluate("window.marked = true")
    theirs = {path_of(stem, "en") for stem in TESTERS}
    assert not theirs & _paths(page)
    page.keyboard.press("Escape")
    page.locator(".porspec-behind a").click()
    page.wait_for_url("**/coverage/*")
    assert page.evaluate("window.marked")
    assert _paths(page) <= theirs
    page.keyboard.press("Escape")
    page.locator(".porspec-behind a").click()
    page.wait_for_url(f"{instant_url}/?*")
    assert not theirs & _paths(page)


def _paths(page: Page) -> set[str]:
    """Where what the search finds for a word leads."""
    assert found(page, "partner")
    return set(page.locator(".md-search-result__item").evaluate_all(_RESULTS))


def test_nothing_is_fetched_for_the_search_before_the_first_question(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2].partition("?")[0]))
    visit(page, address("index", "en", "o365-worldwide"))
    settle(page)
    page.locator("input.md-search__input").click()
    page.locator(".porspec-choice input[value=o365-germany]").dispatch_event("click")
    theirs = {"worker.js", "words.js", "engine.js", "answer.js", "base-stemmer.js", "english-stemmer.js", "readers.js"}
    assert theirs.isdisjoint(asked)
    assert found(page, "partner")
    assert theirs <= set(asked)
    assert [name for name in asked if name.startswith("search.")] == ["search.js"]  # not Material's worker


def test_the_search_follows_the_cloud_while_a_question_stands(page: Page) -> None:
    visit(page, address("index", "en", "o365-worldwide"))
    assert found(page, "authorization page")
    links = page.locator("a.md-search-result__link").evaluate_all("all => all.map(each => new URL(each.href).pathname)")
    assert "/accept-offer/" not in links[:-1]  # but in the line of the cloud that has it
    assert any("Products & services" in text for text in found(page, "products"))
    page.locator(".porspec-choice input[value=o365-21vianet]").dispatch_event("click")  # below what was found
    page.wait_for_timeout(600)
    texts = page.locator(".md-search-result__item").all_inner_texts()
    assert not [text for text in texts if "Products & services" in text]
    count = re.match(r"\d+", page.locator(".md-search-result__meta").inner_text())
    assert (int(count[0]) if count else 0) == len(texts)


@IN_EACH_LANGUAGE
def test_an_unknown_view_falls_back_and_says_so(page: Page, language: str) -> None:
    visit(page, address("change-partner", language, "o365-germany"))
    visit(page, address("change-partner", language, "o365-mars"))
    query = parse_qs(urlsplit(page.url).query)
    assert query == {"view": ["o365-germany"], "viewFallbackFrom": ["o365-mars"]}
    notice = page.locator(".porspec-fallback")
    expect(notice).to_contain_text("o365-mars")
    expect(notice).to_contain_text(NAMES[language]["o365-germany"])
    choose(page, language, "o365-21vianet")
    expect(notice).to_be_hidden()
    assert parse_qs(urlsplit(page.url).query) == {"view": ["o365-21vianet"]}


@IN_EACH_LANGUAGE
@pytest.mark.parametrize("stem", ["change-partner", "accept-offer"])
def test_a_fallback_from_a_cloud_that_is_here_names_both(page: Page, language: str, stem: str) -> None:
    names = NAMES[language]
    visit(page, f"{address(stem, language, 'o365-21vianet')}&viewFallbackFrom=O365-Worldwide")
    notice = page.locator(".porspec-fallback")
    expect(notice).to_have_text(ASKED[language].format(names["o365-worldwide"], names["o365-21vianet"]))
    choose(page, language, "o365-worldwide")
    expect(notice).to_be_hidden()
    assert parse_qs(urlsplit(page.url).query) == {"view": ["o365-worldwide"]}


def test_a_page_that_a_cloud_lacks_keeps_the_view_and_shows_no_other_clouds_steps(page: Page) -> None:
    visit(page, address("accept-offer", "en", "o365-worldwide"))
    assert parse_qs(urlsplit(page.url).query) == {"view": ["o365-worldwide"]}
    expect(page.locator(".porspec-fallback")).to_be_hidden()
    expect(page.get_by_text("This page doesn't apply to Office 365 (worldwide).")).to_be_visible()
    expect(page.locator("article ol").filter(visible=True)).to_have_count(0)


def test_a_known_view_says_nothing(page: Page) -> None:
    visit(page, address("change-partner", "nl", "O365-Germany"))
    expect(page.locator(".porspec-fallback")).to_be_hidden()
    expect(page.locator("html")).to_have_attribute("data-view", "o365-germany")


@IN_EACH_LANGUAGE
def test_a_page_that_a_cloud_lacks_links_to_what_it_has(reader: Page, language: str) -> None:
    visit(reader, address("accept-offer", language, "o365-germany"))
    listed = reader.locator("article ul a").evaluate_all(_LINKS)
    assert sorted(listed) == sorted(path_of(stem, language) for stem in HAVING)


def test_an_address_with_view_and_anchor_opens_the_cloud_at_the_place_in_each_language(page: Page) -> None:
    for language in ("nl", "de"):
        visit(page, f"{address('change-partner', language, 'o365-germany')}#good-to-know")
        expect(page.locator("html")).to_have_attribute("data-view", "o365-germany")
        expect(page.locator("#good-to-know")).to_be_in_viewport()
    settle(page)
    page.locator(".md-select > button").hover()
    page.get_by_role("link", name="Nederlands", exact=True).click()
    page.wait_for_url(f"**{address('change-partner', 'nl', 'o365-germany')}#good-to-know")


def test_no_frame_shows_another_cloud_than_the_one_that_was_chosen(browser: Browser, site_url: str) -> None:
    with tab(browser, site_url) as page:
        visit(page, address("index", "nl", "o365-21vianet"))
        page.add_init_script(f"({_WATCH})('o365-21vianet')")
        for stem in ("index", "change-partner", "accept-offer"):
            page.goto(path_of(stem, "nl"))
            page.wait_for_timeout(300)
            assert page.evaluate("strays") == []
            expect(page.locator("html")).to_have_attribute("data-view", "o365-21vianet")
