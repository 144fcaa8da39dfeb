"""A page looks with the rules that the site needs as it looks with all of Material's."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from .conftest import tab
from .reading import path_of, settle, visit

pytestmark = [pytest.mark.browser, pytest.mark.slow]

KINDS = ("index", "change-partner", "delete-partner", "compare", "coverage", "steps", "problems", "commands")
SHEETS = ("look", "porspec", "pictures", "comparison")


# The style of an element of each kind, and of what is before and after it, with the site's style sheet and with all.
_BOTH = """async () => {
    const one = (each) => (each ? `${each.tagName}.${each.className}` : "")
    const named = (each) => `${one(each.parentElement)} > ${one(each)}`
    const isStill = (each) => each.checkVisibility() && !each.closest(".md-search__output") // which its script lays out
    const seen = [...document.querySelectorAll("html, body, body *")].filter(isStill)
    const kinds = new Map(seen.map((each) => [named(each), each]))
    const style = (element, part) => {
        const found = getComputedStyle(element, part)
        const names = part && found.content === "none" ? [] : [...found].filter((name) => !name.startsWith("--"))
        return names.map((name) => `${name}: ${found.getPropertyValue(name)}`).join("; ")
    }
    const all = () => [...kinds].map(
        ([name, each]) => `${name} ${[undefined, "::before", "::after"].map((part) => style(each, part)).join(" | ")}`
    )
    const small = all()
    const link = document.querySelector("link[href*='site.css']")
    await new Promise((resolve) => { link.onload = resolve; link.href = "/all.css" })
    const whole = all()
    const others = small.map((each, number) => [each, whole[number]]).filter(([one, other]) => one !== other)
    return [small.length, ...others.slice(0, 3)]
}"""


def walk(page: Page) -> None:
    page.locator(".porspec-walk__button").first.click()


def menu(page: Page) -> None:
    page.locator(".md-select > button").click()


def drawer(page: Page) -> None:
    page.locator("label.md-header__button[for='__drawer']").click()


DOING: dict[str, Callable[[Page], None]] = {"walk": walk, "menu": menu, "drawer": drawer}
CASES = [
    *((stem, width, scheme, "") for stem in KINDS for width, scheme in ((1280, "light"), (390, "dark"))),
    ("change-partner", 1280, "light", "walk"),
    ("change-partner", 390, "light", "walk"),
    ("index", 1280, "light", "menu"),
    ("index", 390, "light", "drawer"),
]


@pytest.mark.parametrize(("stem", "width", "scheme", "doing"), CASES)
def test_a_page_looks_as_with_all_rules(
    browser: Browser, site: Path, site_url: str, stem: str, width: int, scheme: str, doing: str
) -> None:
    assets = site / "assets"
    paths = (each for name in ("main", "palette") for each in (assets / "stylesheets").glob(f"{name}.*.css"))
    own = (assets / "porspec" / f"{name}.css" for name in SHEETS)
    everything = "\n".join(each.read_text("utf-8") for each in (*paths, *own))
    options = {"viewport": {"width": width, "height": 900}, "color_scheme": scheme, "reduced_motion": "reduce"}
    with tab(browser, site_url, **options) as page:
        page.route("**/all.css", lambda route: route.fulfill(body=everything, content_type="text/css"))
        visit(page, path_of(stem, "nl"))
        page.add_style_tag(content="*, ::before, ::after { transition: none !important; animation: none !important }")
        settle(page)
        if doing:
            DOING[doing](page)
        count, *others = page.evaluate(_BOTH)
        assert count > 50
        assert others == []
