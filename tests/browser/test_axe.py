"""Each page, for each cloud, by day and by night: what axe-core has against it, best practices too."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, ViewportSize

from tests.conftest import required

from .conftest import SCREEN, tab
from .reading import CLOUDS, LANGUAGES, PAGES, path_of

pytestmark = [pytest.mark.browser, pytest.mark.slow]

SMALL = ViewportSize(width=390, height=844)
AXE = "axe-core@4.14.1"
# On a small screen the drawer, the chip and cards take the places of what a wide one has: in one language.
LOOKS = [("nl", SCREEN), ("nl", SMALL)]
# The other languages take a minute each: make axe asks of them, too.
if os.environ.get("PORSPEC_AXE") == "all":
    LOOKS += [(language, SCREEN) for language in LANGUAGES if language != "nl"]
# What is Material's own, by its rule and a part of its selector, with the reason. There is nothing at present.
MATERIALS: dict[tuple[str, str], str] = {}

# Each cloud, if the page is for some, with all folds open: every rule by day; by night those of colours.
_RUN = """async ({ clouds }) => {
    const COLOURS = ["color-contrast", "link-in-text-block"]
    const body = document.body
    const isForSome = document.querySelector("article :is([data-moniker], [data-column])")
    const found = []
    const ask = async (cloud, scheme, options) => {
        body.dataset.mdColorScheme = scheme
        const { violations } = await axe.run(document, { resultTypes: ["violations"], ...options })
        for (const { id, nodes } of violations) {
            for (const { target } of nodes) found.push([cloud, scheme, id, target.join(" ")])
        }
    }
    for (const each of document.querySelectorAll("details")) each.open = true
    for (const cloud of isForSome ? clouds : clouds.slice(0, 1)) {
        const choice = document.querySelector(`.porspec-choice input[value="${cloud}"]`)
        if (choice) choice.click()
        await ask(cloud, "default", {})
        await ask(cloud, "slate", { runOnly: { type: "rule", values: COLOURS } })
    }
    return found
}"""


@pytest.fixture(scope="session")
def axe(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The script of axe-core."""
    folder = tmp_path_factory.mktemp("axe")
    install = [required("npm", "npm"), "install", "--no-audit", "--no-fund", "--ignore-scripts", AXE]
    subprocess.run(install, cwd=folder, check=True, capture_output=True)
    return Path(folder, "node_modules/axe-core/axe.min.js").read_text("utf-8")


def violations(found: list[Any]) -> list[Any]:
    """What is not Material's."""
    return [each for each in found if not any(each[-2] == rule and part in each[-1] for rule, part in MATERIALS)]


@pytest.mark.parametrize(("language", "screen"), LOOKS)
def test_axe_has_nothing_against_any_page(
    browser: Browser, site_url: str, axe: str, language: str, screen: ViewportSize
) -> None:
    missing = f"{path_of('index', language)}404.html"
    found = []
    with tab(browser, site_url, viewport=screen, reduced_motion="reduce") as page:
        for path in (*(path_of(stem, language) for stem in PAGES), missing):
            page.goto(path, wait_until="load")
            page.evaluate(axe)
            found += [(path, *each) for each in page.evaluate(_RUN, {"clouds": CLOUDS})]
    assert violations(found) == []
