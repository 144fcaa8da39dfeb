"""Each page in each language, visited once: what there is to see of it for the readers of each cloud."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Response, ViewportSize

from porspec.sources.locale import lang_of

from .conftest import SCREEN, tab
from .reading import (
    CLOSED,
    CLOUDS,
    EVERY,
    FEATURES,
    LANGUAGES,
    PAGES,
    address,
    lines_of,
    meant,
    path_of,
    settle,
    source,
)

pytestmark = pytest.mark.browser

_LOOK = (Path(__file__).parent / "look.js").read_text("utf-8")
_SMALL = ViewportSize(width=390, height=844)
# What lunr, Material's search, says of each further index.
_LUNR = "Overwriting existing registered function"

# How many steps each feature has for each cloud, for each of its procedures; none where a task is not available.
STEPS: dict[str, dict[str, list[int]]] = {
    "accept-offer": {"o365-worldwide": [], "o365-germany": [], "o365-21vianet": [5]},
    "add-partner": {"o365-worldwide": [5], "o365-germany": [6], "o365-21vianet": []},
    "add-partner-at-purchase": {"o365-worldwide": [6, 6], "o365-germany": [7, 7], "o365-21vianet": []},
    "change-partner": {"o365-worldwide": [6], "o365-germany": [6], "o365-21vianet": [6]},
    "delete-partner": {"o365-worldwide": [5], "o365-germany": [5], "o365-21vianet": [5]},
    "find-partner": {"o365-worldwide": [3], "o365-germany": [3], "o365-21vianet": []},
    "remove-reseller": {"o365-worldwide": [], "o365-germany": [], "o365-21vianet": []},
    "view-partners": {"o365-worldwide": [2, 1], "o365-germany": [2, 1], "o365-21vianet": [2, 1]},
}
# The languages as the menu lists them.
MENU = ("en", "de", "nl", "zh")
# What is called the same in two languages: the site, and what Material itself says.
SHARED = {"Partner of Record · Office 365", "Header", "Footer"}

Look = Mapping[str, Any]


@dataclass
class Visit:
    """What happened while a page was open, and how it looked: folded and unfolded, for each cloud."""

    html: str = ""
    opened: str = ""
    looks: dict[str, Look] = field(default_factory=dict)
    unfolded: dict[str, Look] = field(default_factory=dict)
    wide: dict[str, list[object]] = field(default_factory=dict)
    narrow: dict[str, list[object]] = field(default_factory=dict)
    asked: set[str] = field(default_factory=set)
    refused: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def listen(self, attach: Callable[[Any, Callable[[Any], None]], None]) -> None:
        """Begin, or end, to hear what happens on a page."""
        for event, hear in self._hearing.items():
            attach(event, hear)

    @cached_property
    def _hearing(self) -> dict[str, Callable[[Any], None]]:
        return {
            "request": lambda request: self.asked.add("/".join(request.url.split("/")[:3])),
            "requestfailed": lambda request: self.refused.append(f"{request.failure} {request.url}"),
            "response": self._answered,
            "console": self._said,
            "pageerror": lambda error: self.errors.append(error.message),
        }

    def _said(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"} and not message.text.startswith(_LUNR):
            self.errors.append(message.text)

    def _answered(self, response: Response) -> None:
        if response.status >= 400:
            self.refused.append(f"{response.status} {response.url}")


def _visit(page: Page, where: str, visit: Visit) -> Visit:
    """Open a page by an address, and look at it on a screen of either size, that of the last page first."""
    page.goto(where, wait_until="load")
    visit.opened = page.evaluate("document.documentElement.dataset.view")
    screens = [SCREEN, _SMALL]
    for screen in screens if page.viewport_size == SCREEN else reversed(screens):
        page.set_viewport_size(screen)
        if screen == _SMALL:
            visit.narrow = page.evaluate(f"clouds => {{ {_LOOK} return narrow(clouds) }}", CLOUDS)
        else:
            _look(page, visit)
    settle(page)
    return visit


def _look(page: Page, visit: Visit) -> None:
    """Look at a page for the cloud of its address, and then for each other: folded, unfolded."""
    clouds = sorted(CLOUDS, key=lambda each: each != visit.opened)
    visit.looks, opened = page.evaluate(f"clouds => {{ {_LOOK} return looks(clouds) }}", clouds)
    visit.unfolded = {cloud: look for cloud, (look, _) in opened.items()}
    visit.wide = {cloud: widths for cloud, (_, widths) in opened.items()}


@pytest.fixture(scope="module")
def visitor(browser: Browser, site_url: str) -> Iterator[Callable[[str, Visit], Visit]]:
    """One reader, who opens page after page."""
    with tab(browser, site_url, viewport=SCREEN, color_scheme="light", reduced_motion="reduce") as page:

        def open_page(where: str, visit: Visit) -> Visit:
            page.goto("about:blank")  # what the last page still asks for is not this one's
            visit.listen(page.on)
            _visit(page, where, visit)
            visit.listen(page.remove_listener)
            return visit

        yield open_page


# Each page in English and one further language, in turn; in every language it takes long.
_OTHERS = tuple(each for each in LANGUAGES if each != "en")
_IN_TWO = [pytest.param((stem, ("en", _OTHERS[at % len(_OTHERS)])), id=stem) for at, stem in enumerate(PAGES)]
_IN_ALL = [pytest.param((stem, LANGUAGES), id=f"{stem}-all", marks=pytest.mark.slow) for stem in PAGES]
_ASKED = (*CLOUDS, "nonsense")


def _asked(stem: str, language: str) -> str:
    """The view that an address asks for: another one for each language of a page, and for each page of a language."""
    return _ASKED[(PAGES.index(stem) + LANGUAGES.index(language)) % len(_ASKED)]


@pytest.fixture(scope="module", params=[*_IN_TWO, *_IN_ALL])
def visits(
    visitor: Callable[[str, Visit], Visit], site: Path, request: pytest.FixtureRequest
) -> tuple[str, dict[str, Visit]]:
    """A page in languages; each is opened for another cloud, and some for one that is unknown."""
    stem, languages = request.param
    return stem, {
        language: visitor(address(stem, language, _asked(stem, language)), Visit(source(site, stem, language)))
        for language in languages
    }


Visits = tuple[str, dict[str, Visit]]


def test_it_opens_for_the_cloud_of_its_address_and_the_picker_says_so(visits: Visits) -> None:
    stem, found = visits
    for language, visit in found.items():
        assert _asked(stem, language) in (visit.opened, "nonsense")
        for cloud, look in visit.looks.items():
            assert (look["view"], look["picker"]) == (cloud, cloud)


def test_it_is_in_its_language_and_has_one_title(visits: Visits) -> None:
    _, found = visits
    for language, visit in found.items():
        for look in visit.looks.values():
            assert (look["lang"], look["first"]) == (lang_of(language), 1)
            assert lines_of(look["text"])[0] in look["title"]


def test_it_shows_all_of_a_cloud_and_nothing_of_another(visits: Visits) -> None:
    _, found = visits
    for visit in found.values():
        for cloud in CLOUDS:
            folded, unfolded = visit.looks[cloud], visit.unfolded[cloud]
            assert folded["strays"] == unfolded["strays"] == []
            assert lines_of(folded["text"]) == meant(visit.html, cloud)
            assert lines_of(unfolded["text"]) == meant(visit.html, cloud, folded=False)


def test_it_says_once_to_readers_of_a_closed_cloud_since_when(visits: Visits) -> None:
    _, found = visits
    for language, visit in found.items():
        for cloud, look in visit.looks.items():
            lines = lines_of(look["text"])
            is_closed = cloud == "o365-germany"
            assert [line for line in lines if "2021" in line] == ([CLOSED[language]] if is_closed else [])
            assert not is_closed or lines.index(CLOSED[language]) <= 4  # the title, and what is said of the page itself


def test_its_steps_are_numbered_from_one_without_a_gap(visits: Visits) -> None:
    stem, found = visits
    if stem in FEATURES:
        expected = {cloud: [list(range(1, last + 1)) for last in lasts] for cloud, lasts in STEPS[stem].items()}
        for visit in found.values():
            assert {cloud: look["numbers"] for cloud, look in visit.looks.items()} == expected


def test_its_contents_list_what_the_cloud_shows_and_no_more(visits: Visits) -> None:
    _, found = visits
    for visit in found.values():
        for look in (*visit.looks.values(), *visit.unfolded.values()):
            assert look["contents"] == look["sections"]


def test_its_anchors_are_the_same_in_each_language_and_each_is_there_once(visits: Visits) -> None:
    _, found = visits
    for visit in found.values():
        for cloud, look in visit.looks.items():
            assert sorted(look["ids"]) == sorted(set(look["ids"]))
            english = found["en"].looks[cloud]
            # Which of the twins of a place is where differs.
            own, other = ([each.partition("--")[0] for each in its["headings"]] for its in (look, english))
            assert (own, look["rules"]) == (other, english["rules"])


def test_nothing_that_is_read_out_or_shown_beside_is_left_in_english(visits: Visits) -> None:
    _, found = visits
    said = {
        language: {text for look in visit.looks.values() for text in look["said"]} for language, visit in found.items()
    }
    assert said["en"]
    assert said.get("nl", set()) & said["en"] - SHARED == set()


def test_the_language_menu_lists_the_same_page_in_each_language(visits: Visits) -> None:
    stem, found = visits
    for visit in found.values():
        for cloud, look in visit.looks.items():
            assert look["menu"] == [[lang_of(each), address(stem, each, cloud)] for each in MENU]


def test_links_of_the_site_keep_the_view_and_others_are_left_alone(visits: Visits) -> None:
    """A link that asks for a view itself, as to a rule that not all clouds have, keeps that one."""
    _, found = visits
    for visit in found.values():
        asked = set(re.findall(r'href="(?!http)[^"]*\?view=([\w-]+)', visit.html))
        for cloud, look in visit.looks.items():
            assert {view for ours, view in look["views"] if ours} == {cloud} | asked
            assert {view for ours, view in look["views"] if not ours} <= {None}


@cache
def _anchors(site: Path, where: str) -> frozenset[str]:
    """The places on a page of the site."""
    text = (site / where.strip("/") / "index.html").read_text("utf-8")
    return frozenset({"", *map(html.unescape, re.findall(r'\s(?:id|name)="([^"]*)"', text))})


def test_every_link_of_the_site_leads_to_a_page_and_a_place_on_it(visits: Visits, site: Path) -> None:
    _, found = visits
    for visit in found.values():
        for look in visit.looks.values():
            assert look["targets"]
            broken = [(to, at) for to, at in look["targets"] if to not in EVERY or at not in _anchors(site, to)]
            assert broken == []


def test_nothing_is_wider_than_a_screen_of_either_size(visits: Visits) -> None:
    _, found = visits
    for visit in found.values():
        assert visit.wide == {cloud: [1280, 1280, True] for cloud in CLOUDS}
        assert visit.narrow == {cloud: [390, 390, True] for cloud in CLOUDS}


def test_nothing_is_asked_of_another_host_and_everything_asked_for_is_there(visits: Visits, site_url: str) -> None:
    _, found = visits
    for visit in found.values():
        assert (visit.asked, visit.refused) == ({site_url}, [])


def test_it_reports_no_error_also_for_a_view_that_is_unknown(visits: Visits) -> None:
    _, found = visits
    assert {language: visit.errors for language, visit in found.items() if visit.errors} == {}


def test_these_are_all_pages_of_the_site(site: Path) -> None:
    built = {f"/{path.parent.relative_to(site).as_posix()}/" for path in site.rglob("index.html")}
    assert {where.replace("/./", "/") for where in built} == set(EVERY)
    assert path_of("index", "en") in EVERY
