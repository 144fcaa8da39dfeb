"""The site's own map, and the contents of a page of which a cloud has nothing."""

from __future__ import annotations

import re
import urllib.request
from pathlib import Path

import pytest
from playwright.sync_api import Page

from .reading import address, choose, path_of, visit

pytestmark = pytest.mark.browser

FURTHER = ("index", "orders", "change-partner", "coverage")


def test_a_sitemap_has_full_addresses(further_url: str) -> None:
    with urllib.request.urlopen(f"{further_url}/sitemap.xml") as answer:  # noqa: S310 - it is ours
        places = re.findall(r"<loc>(.*?)</loc>", answer.read().decode())
    expected = {f"{further_url}{path_of(stem, each)}" for stem in FURTHER for each in ("en", "nl")}
    shown_in_english = {f"{further_url}/nl/orders/"}
    assert expected - set(places) == shown_in_english
    assert all(place.startswith(f"{further_url}/") for place in places)


def test_the_contents_of_a_task_are_empty_where_it_is_not_available(reader: Page) -> None:
    visit(reader, address("accept-offer", "en", "o365-worldwide"))
    contents = reader.locator(".md-sidebar--secondary")
    assert contents.inner_text().strip() == ""
    choose(reader, "en", "o365-21vianet")
    rules = reader.locator("article h3").evaluate_all("all => all.map(each => each.firstChild.textContent)")
    assert len(rules) > 1
    assert contents.inner_text().split("\n") == [
        "Table of contents",
        "Before you start",
        "Steps",
        "If it goes wrong",
        "Good to know",
        *rules,
    ]


def test_the_mark_of_an_assumption_leads_to_what_it_means(reader: Page) -> None:
    visit(reader, address("view-partners", "nl", "o365-germany"))
    means = reader.get_by_text("Wat als aangenomen is gemarkeerd")
    assert not means.is_visible()
    reader.get_by_role("link", name="(aangenomen)", exact=True).click()
    means.wait_for(state="visible")
    assert means.count() == 1


# The beginnings of Material's own scripts, and of what is data.
def test_no_page_has_a_script_or_a_style_within_it(site: Path) -> None:
    """So that a site may forbid them by its policy; data are none."""
    for page in site.rglob("*.html"):
        text = page.read_text("utf-8")
        kinds = re.findall(r"<script(?![^>]*\bsrc=)([^>]*)>", text)
        assert {*kinds} - {' type="application/ld+json"', ' id="__config" type="application/json"'} == set(), page
        assert re.findall(r"<style|\sstyle=\"[^\"]*\"|\son[a-z]+=\"", text) == []


# A rule at its step, one after what goes wrong, one that is good to know, and a scenario in the fold.
PLACES = {
    "if-you-have-only-one-subscription-it-opens-at-once": (
        "li > p.porspec-note",
        "If you have only one subscription, it opens at once.",
    ),
    "without-a-partner-theres-nothing-to-change": (
        ".porspec-cards td",
        "Without a partner there's nothing to change",
    ),
    "nothing-else-changes": ("h3", "Nothing else changes"),
    "an-unknown-id-is-refused": ("details .porspec-example", "An unknown ID is refused (Check ID)"),
}


@pytest.mark.parametrize("anchor", PLACES)
@pytest.mark.parametrize("cloud", ["o365-worldwide", "o365-germany"])
def test_the_anchor_of_a_rule_or_scenario_leads_to_where_it_is_told(reader: Page, anchor: str, cloud: str) -> None:
    reader.goto(f"{address('change-partner', 'en', cloud)}#{anchor}", wait_until="load")
    selector, text = PLACES[anchor]
    place = reader.locator(f"article :is({selector}):has(:target), article :is({selector}):target").filter(visible=True)
    assert place.count() == 1
    assert place.inner_text().startswith(text)
    assert reader.evaluate(
        "() => { const { top } = document.querySelector(':target').getBoundingClientRect(); "
        "return top >= 0 && top < innerHeight }"
    )


def test_no_note_is_a_box_whatever_kind_it_is(reader: Page) -> None:
    """A page that stands in for a translation has a note, and a closed cloud something important."""
    visit(reader, address("guides", "nl", "o365-germany"))
    titles = reader.locator(".admonition-title:visible")
    assert titles.all_inner_texts() == ["Belangrijk", "Opmerking"]
    drawn = titles.evaluate_all("all => all.map(each => getComputedStyle(each).backgroundColor)")
    assert drawn == ["rgba(0, 0, 0, 0)"] * 2
