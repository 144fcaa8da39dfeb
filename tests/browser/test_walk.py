"""Walk through: one step and its picture at a time, by button, key and swipe, with an address for each."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from .conftest import tab
from .reading import address, choose, path_of, settle, visit

pytestmark = pytest.mark.browser

PLACE = address("change-partner", "en", "o365-germany")
_SHOWN = """() => [...document.querySelectorAll(".md-content ol > li[value], .porspec-result")]
    .filter(each => each.querySelector(".porspec-picture") && each.checkVisibility())
    .map(each => each.value ? String(each.value) : "result")"""
ALL = ["1", "2", "3", "4", "5", "6", "result"]


def shown(page: Page) -> list[str]:
    """The steps that are shown, and the result."""
    return page.evaluate(_SHOWN)  # type: ignore[no-any-return]


def focused(page: Page) -> str:
    return page.evaluate("document.activeElement.textContent")  # type: ignore[no-any-return]


def step_of(page: Page) -> str | None:
    return page.evaluate("new URL(location.href).searchParams.get('step')")  # type: ignore[no-any-return]


def begin(page: Page) -> None:
    page.get_by_role("button", name="Walk through").click()


def test_buttons_lead_from_the_first_step_to_the_result_and_out(page: Page) -> None:
    visit(page, PLACE)
    assert shown(page) == ALL
    begin(page)
    said = []
    for number in range(1, 8):
        said.append((focused(page), shown(page), step_of(page)))
        assert page.locator(".porspec-picture:visible [role=img]").count() == 1
        assert page.get_by_role("button", name="Previous").is_disabled() == (number == 1)
        if number < 7:
            page.get_by_role("button", name="Next").click()
    assert said == [
        *[(f"Step {number} of 6", [str(number)], str(number)) for number in range(1, 7)],
        ("The result", ["result"], "7"),
    ]
    expect(page.get_by_role("button", name="Next")).to_be_disabled()
    page.get_by_role("button", name="Show all steps").click()
    assert (shown(page), focused(page), step_of(page)) == (ALL, "Walk through", None)


def test_keys_lead_on_and_back_and_escape_leaves(page: Page) -> None:
    visit(page, PLACE)
    page.keyboard.press("ArrowRight")
    assert shown(page) == ALL, "nobody has begun"
    page.get_by_role("button", name="Walk through").focus()
    page.keyboard.press("Enter")
    for key, number in (
        ("ArrowLeft", 1),
        ("ArrowRight", 2),
        ("ArrowRight", 3),
        ("Shift+ArrowRight", 3),
        ("ArrowLeft", 2),
    ):
        page.keyboard.press(key)
        assert focused(page) == f"Step {number} of 6", key
    page.get_by_placeholder("Search", exact=True).fill("partner")
    page.keyboard.press("ArrowLeft")
    assert shown(page) == ["2"], "a key that moves in a text moves nothing else"
    page.locator(".porspec-walk:visible button").first.focus()
    page.keyboard.press("Escape")
    assert (shown(page), step_of(page)) == (ALL, None)


def test_the_address_names_the_step_and_the_browser_goes_back_through_them(page: Page) -> None:
    visit(page, f"{PLACE}&step=3")
    assert (shown(page), focused(page)) == (["3"], "Step 3 of 6")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    page.go_back()
    assert (shown(page), focused(page), step_of(page)) == (["4"], "Step 4 of 6", "4")
    page.go_forward()
    assert shown(page) == ["5"]
    page.keyboard.press("Escape")
    page.go_back()
    assert shown(page) == ["5"]


def test_who_sees_something_else_is_led_to_what_goes_wrong(page: Page) -> None:
    visit(page, f"{PLACE}&step=3")
    page.get_by_role("link", name="I see something else").click()
    expect(page.locator("#if-it-goes-wrong")).to_be_in_viewport()
    visit(page, f"{address('find-partner', 'en', 'o365-germany')}&step=1")
    expect(page.get_by_role("button", name="Show all steps")).to_be_visible()
    expect(page.get_by_role("link", name="I see something else")).to_be_hidden()


@pytest.mark.parametrize("step", ["0", "8", "9.1", "x", "-1", "1e1", "%FF", ""])
def test_an_address_that_names_no_step_shows_all(page: Page, step: str) -> None:
    visit(page, f"{PLACE}&step={step}")
    assert shown(page) == ALL


def test_each_list_of_a_page_is_walked_through_alone(page: Page) -> None:
    visit(page, address("add-partner-at-purchase", "en", "o365-worldwide"))
    every = shown(page)
    assert every.count("result") == 2
    page.get_by_role("button", name="Walk through").nth(1).click()
    assert step_of(page) == "2.1"
    first = every.index("result") + 1
    assert shown(page) == [*every[:first], every[first]]
    visit(page, f"{address('add-partner-at-purchase', 'en', 'o365-worldwide')}&step=2.3")
    assert (focused(page)[:6], shown(page)) == ("Step 3", [*every[:first], every[first + 2]])
    expect(page.locator(".porspec-walk__told:visible")).to_be_in_viewport()


def test_another_cloud_has_its_own_step_of_that_number(page: Page) -> None:
    visit(page, f"{PLACE}&step=1")
    for cloud, marked in (("o365-worldwide", "Products & services"), ("o365-21vianet", "Subscriptions")):
        choose(page, "en", cloud)
        assert shown(page) == ["1"]
        assert page.locator(".porspec-picture:visible .x").inner_text() == marked


def test_a_finger_turns_the_steps(browser: Browser, site_url: str) -> None:
    with tab(browser, site_url, viewport={"width": 390, "height": 844}, has_touch=True) as page:
        visit(page, f"{PLACE}&step=2")
        session = page.context.new_cdp_session(page)

        def swipe(right: int, down: int) -> None:
            box = page.locator(".porspec-here").bounding_box()
            assert box is not None
            x, y = box["x"] + box["width"] / 2, box["y"] + 20
            for kind, points in (
                ("touchStart", [{"x": x, "y": y}]),
                ("touchMove", [{"x": x + right, "y": y + down}]),
                ("touchEnd", []),
            ):
                session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

        found = []
        for right, down in ((-120, 5), (-120, 0), (120, 0), (-20, 0), (60, 100)):
            swipe(right, down)
            page.wait_for_timeout(50)
            found += shown(page)
        assert found == ["3", "4", "3", "3", "3"]


def test_on_paper_all_steps_are_there(page: Page) -> None:
    visit(page, f"{PLACE}&step=2")
    page.emulate_media(media="print")
    found = shown(page)
    bar = page.locator(".porspec-walk").first.is_visible()
    page.emulate_media(media="screen")
    assert (found, bar) == (ALL, False)


def test_without_scripts_nothing_leads_through(browser: Browser, site_url: str) -> None:
    with tab(browser, site_url, java_script_enabled=False) as page:
        page.goto(f"{path_of('change-partner', 'en')}?step=2")
        assert page.get_by_role("button", name="Walk through").count() == 0
        assert page.locator("li[value='6']").first.is_visible()


def test_a_page_that_comes_by_instant_navigation_can_be_walked_through(browser: Browser, instant_url: str) -> None:
    with tab(browser, instant_url) as page:
        visit(page, address("view-partners", "en", "o365-germany"))
        settle(page)
        page.locator(".md-sidebar--primary").get_by_role("link", name="Change the partner of a subscription").click()
        expect(page.locator("h1")).to_contain_text("Change the partner")
        begin(page)
        page.keyboard.press("ArrowRight")
        assert (focused(page), shown(page), step_of(page)) == ("Step 2 of 6", ["2"], "2")
