"""Pictures of steps as readers get them: beside or below their steps, told in a sentence, on paper, and light."""

from __future__ import annotations

import gzip
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.sites import found_by

from .conftest import tab
from .reading import CLOUDS, FEATURES, IN_EACH_LANGUAGE, LANGUAGES, PAGES, address, path_of, visit

pytestmark = pytest.mark.browser

_PAGES = [stem for stem in FEATURES if stem != "remove-reseller"]
_MOST_BYTES = 20 * 1024
# For each picture that is seen: its own box, that of the text that it belongs to, and whether its drawing is seen.
_BOXES = """() => [...document.querySelectorAll(".porspec-picture")].filter(one => one.checkVisibility()).map(each => {
    const box = ({left, right, top, bottom}) => [left, right, top, bottom].map(Math.round)
    const holder = each.closest("li, .porspec-result")
    const texts = [...holder.querySelectorAll(":scope > p")]
    return {
        step: each.dataset.step || "", held: holder.value ? String(holder.value) : "",
        picture: box(each.getBoundingClientRect()), text: box(texts[0].getBoundingClientRect()),
        drawn: each.querySelector("[role=img]").checkVisibility({contentVisibilityAuto: true}),
    }
})"""


# Of each word of an element, on how many lines it stands; Chinese has none between blanks.
_WORDS = """elements => elements.flatMap(element => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT), found = []
    while (walker.nextNode()) {
        for (const word of walker.currentNode.data.matchAll(/[A-Za-z]+/g)) {
            const range = document.createRange()
            range.setStart(walker.currentNode, word.index)
            range.setEnd(walker.currentNode, word.index + word[0].length)
            found.push({text: word[0], lines: new Set([...range.getClientRects()].map(each => each.top)).size})
        }
    }
    return found
})"""


def boxes(page: Page) -> list[dict[str, Any]]:
    return page.evaluate(_BOXES)  # type: ignore[no-any-return]


def width_of(page: Page) -> int:
    return page.evaluate("document.documentElement.scrollWidth")  # type: ignore[no-any-return]


def test_on_a_wide_screen_each_picture_is_beside_its_step(page: Page) -> None:
    seen = 0
    for stem in _PAGES:
        for cloud in CLOUDS:
            visit(page, address(stem, "en", cloud))
            last = 0
            for each in boxes(page):
                (left, _, top, bottom), (_, right, beside, _) = each["picture"], each["text"]
                assert each["drawn"], (stem, cloud, each)
                assert each["step"] == each["held"]
                assert left > right, (stem, cloud, each)
                assert abs(top - beside) < 24, (stem, cloud, each)
                assert top >= last, "it covers no other"
                last, seen = bottom, seen + 1
            assert width_of(page) == 1280
    assert seen > 60


def test_a_picture_follows_on_a_step_that_is_longer_than_the_screen(page: Page) -> None:
    visit(page, address("change-partner", "en", "o365-germany"))
    page.add_style_tag(content="li[value='3'] > p { min-height: 2000px }")
    page.evaluate("document.querySelector(\"li[value='3']\").scrollIntoView()")
    page.mouse.wheel(0, 900)
    page.wait_for_function("scrollY > 1000")
    tops = {each["step"]: each["picture"][2] for each in boxes(page)}
    assert 0 < tops["3"] < 300
    assert tops["2"] < 0


def test_on_a_small_screen_each_picture_is_folded_under_its_step_and_the_first_is_open(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    for stem in ("change-partner", "accept-offer"):
        visit(page, address(stem, "nl", "o365-21vianet"))
        found = boxes(page)
        assert [each["drawn"] for each in found] == [True, *[False] * (len(found) - 1)]
        folds = page.locator(".porspec-picture:visible summary")
        assert folds.all_inner_texts() == [*["Afbeelding"] * (len(found) - 1), "Afbeelding van het resultaat"]
        for fold in folds.all()[1:]:
            fold.click()
        for each in boxes(page):
            assert each["drawn"]
            assert each["picture"][2] >= each["text"][3]
            assert each["picture"][1] <= 390
        assert width_of(page) == 390


@IN_EACH_LANGUAGE
def test_on_a_small_screen_no_word_is_parted_that_is_marked_in_a_navigation(page: Page, language: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    for cloud in CLOUDS:
        visit(page, address("delete-partner", language, cloud))
        marked = page.locator(".porspec-picture nav > .x:visible")
        assert marked.count() == 1
        found = [each for each in marked.evaluate_all(_WORDS) if each["lines"] > 1]
        assert [each["text"] for each in found] == []


@pytest.mark.parametrize("width", [390, 1280])
def test_a_screen_reader_is_told_one_thing_of_each_picture(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    visit(page, address("change-partner", "en", "o365-germany"))
    page.locator(".porspec-picture details").evaluate_all("all => all.forEach(each => { each.open = true })")
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    by_id = {each["nodeId"]: each for each in nodes}

    def below(node: dict[str, Any]) -> list[str]:
        name = node.get("name", {}).get("value", "") if not node.get("ignored") else ""
        own = [name] if name and node["role"]["value"] not in ("InlineTextBox", "StaticText") else []
        return [*own, *(each for child in node["childIds"] if child in by_id for each in below(by_id[child]))]

    def walked(node: dict[str, Any]) -> list[dict[str, Any]]:
        return [node, *(each for child in node["childIds"] if child in by_id for each in walked(by_id[child]))]

    shown = [each for each in walked(nodes[0]) if not each["ignored"]]
    figures = [below(each) for each in shown if each["role"]["value"] == "figure"]
    summary = [["Picture"], ["Picture of the result"]] if width < 1000 else [[], []]
    place = "On the screen: Billing > Subscriptions"
    assert figures[1] == [*summary[0], f"{place}. Marked: Office 365 E3."]
    assert figures[5] == [
        *summary[0],
        f"{place} > Office 365 E3 > Partner information. Marked: Submit. Message: This partner ID is correct.",
    ]
    assert figures[6] == [*summary[1], f"{place}."]
    assert len(figures) == 7


def test_on_paper_two_steps_stand_side_by_side_with_their_pictures_below(page: Page) -> None:
    visit(page, address("change-partner", "en", "o365-worldwide"))
    page.emulate_media(media="print")
    found = boxes(page)
    page.emulate_media(media="screen")
    rows = [each["text"][2] for each in found[:6]]
    assert rows[0::2] == rows[1::2]
    assert all(each["drawn"] and each["picture"][2] >= each["text"][3] for each in found[:6])


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_is_marked_is_seen_in_forced_colours(browser: Browser, site_url: str, scheme: Any) -> None:
    with tab(browser, site_url, forced_colors="active", color_scheme=scheme) as page:
        visit(page, address("change-partner", "en", "o365-worldwide"))
        marked = page.locator(".porspec-picture:visible .x").evaluate_all(
            "all => all.map(each => [getComputedStyle(each).outlineStyle, getComputedStyle(each, '::after').content])"
        )
    assert marked == [["solid", f'"{step}"'] for step in range(1, 7)]


def test_without_scripts_each_picture_stands_below_the_name_of_its_cloud(browser: Browser, site_url: str) -> None:
    with tab(browser, site_url, java_script_enabled=False) as page:
        page.goto(path_of("change-partner", "en"))
        assert width_of_without_scripts(page) <= 1280
        first = page.locator("li[value='1'] .porspec-picture")
        assert first.count() == 3
        assert all(each.locator("[role=img]").is_visible() for each in first.all())


def width_of_without_scripts(page: Page) -> float:
    return max(
        each["x"] + each["width"] for each in (box.bounding_box() for box in page.locator("figure").all()) if each
    )


def test_no_search_finds_a_picture(site: Path) -> None:
    words = {"en": "On the screen", "nl": "Op het scherm", "de": "Auf dem Bildschirm", "zh": "屏幕上显示"}
    for language in LANGUAGES:
        for cloud in CLOUDS:
            folder = site if language == "en" else site / language
            texts = "".join(text for _, _, text in found_by(cloud, folder))
            assert words[language] not in texts
            assert "7000000" not in texts


def test_a_page_with_all_its_pictures_is_light_and_has_no_style_of_its_own(site: Path) -> None:
    sizes = {}
    for language in LANGUAGES:
        for stem in PAGES:
            page = site / path_of(stem, language).strip("/") / "index.html"
            html = page.read_bytes()
            sizes[language, stem] = len(gzip.compress(html, 9))
            for figure in re.findall(r"(?s)<figure.*?</figure>", html.decode()):
                assert not re.search(r"\sstyle=|<script|\son\w+=", figure)
    features = {key: size for key, size in sizes.items() if key[1] in FEATURES}
    assert max(features.values()) <= _MOST_BYTES, features


# What is wider than the picture that it is drawn in, with all folds open.
_CUT = """() => {
    for (const fold of document.querySelectorAll(".porspec-picture details")) fold.open = true
    const every = [...document.querySelectorAll(".porspec-picture [role=img] > div")]
    const drawn = every.filter(each => each.checkVisibility())
    return [drawn.length > 0, drawn.filter(each => each.scrollWidth > each.clientWidth).map(each => each.innerText)]
}"""


@pytest.mark.parametrize("width", [320, 700, 1280])
def test_no_picture_is_cut_on_a_screen_or_on_paper(browser: Browser, site_url: str, width: int) -> None:
    with tab(browser, site_url, viewport={"width": width, "height": 800}, reduced_motion="reduce") as page:
        for language, cloud in zip(LANGUAGES, (*CLOUDS, "o365-germany"), strict=True):
            for stem in ("change-partner", "view-partners"):
                visit(page, address(stem, language, cloud))
                assert page.evaluate(_CUT) == [True, []], (stem, language)
                page.emulate_media(media="print" if width > 320 else "screen")  # no paper is that narrow
                assert page.evaluate(_CUT) == [True, []], (stem, language, "print")
                page.emulate_media(media="screen")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_names_of_a_menu_are_whole(reader: Page, language: str) -> None:
    visit(reader, address("change-partner", language, "o365-worldwide"))
    names = "all => all.filter(each => each.scrollWidth > each.clientWidth).map(each => each.innerText)"
    assert reader.locator(".porspec-picture nav > :not(.x)").evaluate_all(names) == []
