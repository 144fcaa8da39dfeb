"""What is painted while a page is still on its way."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from .conftest import Handler, serving
from .reading import path_of

pytestmark = pytest.mark.browser

_PIECE, _PAUSE = 1500, 0.02
# For each frame: the clouds that the picker and the header mark where they are seen, and what is seen of others.
_WATCH = """view => {
    window.painted = []
    const isSeen = element => element.checkVisibility({ visibilityProperty: true })
    const look = () => {
        const marks = [...document.querySelectorAll(".porspec-mark, .porspec-chip [data-choice]")].filter(isSeen)
        const strays = [...document.querySelectorAll("[data-moniker]")]
            .filter(zone => !zone.dataset.moniker.split(" ").includes(view) && isSeen(zone))
        painted.push([marks.map(mark => mark.dataset.choice), strays.map(zone => zone.outerHTML)])
        requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
}"""


class _SlowHandler(Handler):
    """Sends pages in small pieces."""

    def copyfile(self, source: Any, outputfile: Any) -> None:
        pause = _PAUSE if self.path.partition("?")[0].endswith("/") else 0
        while piece := source.read(_PIECE):
            outputfile.write(piece)
            outputfile.flush()
            time.sleep(pause)


@pytest.fixture(scope="module")
def slow_url(site: Path) -> Iterator[str]:
    """The address of the site on a slow line."""
    with serving(site, _SlowHandler) as address:
        yield address


@pytest.mark.parametrize(
    ("stem", "cloud"),
    [
        ("index", "o365-worldwide"),
        ("change-partner", "o365-germany"),
        ("accept-offer", "o365-germany"),
        ("accept-offer", "o365-21vianet"),
    ],
)
def test_on_a_slow_line_no_frame_shows_or_names_another_cloud(
    browser: Browser, slow_url: str, stem: str, cloud: str
) -> None:
    context = browser.new_context(base_url=slow_url)
    context.add_init_script(f"localStorage.setItem('porspec.view', '{cloud}')")
    context.add_init_script(f"({_WATCH})('{cloud}')")
    page = context.new_page()
    page.goto(path_of(stem, "nl"), wait_until="load")
    page.wait_for_function("painted.at(-1)[0].length")
    painted = page.evaluate("painted")
    assert [strays for _, strays in painted if strays] == []
    assert {each for named, _ in painted for each in named} == {cloud}
    assert len(painted) > 5
    context.close()
