"""What the site is made of, and what a reader sees of a page."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

from playwright.sync_api import Page

# How many steps each feature has for each cloud; none where the task is not available.
STEPS = {
    "add-partner": {"o365-worldwide": 5, "o365-germany": 6, "o365-21vianet": 0},
    "change-partner": {"o365-worldwide": 6, "o365-germany": 6, "o365-21vianet": 6},
    "accept-offer": {"o365-worldwide": 0, "o365-germany": 0, "o365-21vianet": 5},
}
FEATURES = tuple(STEPS)
PAGES = ("index", *FEATURES, "coverage")
NAMES = {
    "en": {
        "o365-worldwide": "Office 365 (worldwide)",
        "o365-germany": "Office 365 Germany",
        "o365-21vianet": "Office 365 operated by 21Vianet",
    },
    "nl": {
        "o365-worldwide": "Office 365 (wereldwijd)",
        "o365-germany": "Office 365 Duitsland",
        "o365-21vianet": "Office 365 beheerd door 21Vianet",
    },
}
LANGUAGES = tuple(NAMES)
CLOUDS = tuple(NAMES["en"])
LABEL = {"en": "Your cloud", "nl": "Uw cloud"}

_BLOCKS = {"article", "details", "div", "h1", "h2", "h3", "li", "ol", "p", "summary", "td", "th", "tr", "ul"}
_VOID = {"br", "hr", "img", "input"}


def path_of(stem: str, language: str) -> str:
    """The path of a page, from the root of the site."""
    folder = "" if stem == "index" else f"{stem}/"
    return f"/{folder}" if language == "en" else f"/{language}/{folder}"


def address(stem: str, language: str, view: str) -> str:
    """The address of a page for a cloud."""
    return f"{path_of(stem, language)}?view={view}"


def visit(page: Page, where: str) -> None:
    """Open a page and let its scripts run; what they load later is not waited for."""
    page.goto(where, wait_until="domcontentloaded")


def source(site: Path, stem: str, language: str) -> str:
    """The HTML of a page as it was built."""
    return (site / path_of(stem, language).strip("/") / "index.html").read_text(encoding="utf-8")


def seen(page: Page) -> list[str]:
    """The lines of text that are visible in a page's article."""
    lines = re.split(r"[\n\t]", page.locator("article").inner_text())
    return [text for line in lines if (text := " ".join(line.replace("¶", "").split()))]


def meant(html: str, cloud: str, *, folded: bool = True) -> list[str]:
    """The lines of text that the HTML of a page has for a cloud, found without a browser."""
    lines = _Lines(cloud, folded=folded)
    lines.feed(html[html.index("<article") : html.index("</article>") + len("</article>")])
    return lines.lines


class _Lines(HTMLParser):
    """Collects the text for one cloud, a line for each block."""

    def __init__(self, cloud: str, *, folded: bool) -> None:
        super().__init__()
        self.cloud, self.folded = cloud, folded
        self.lines: list[str] = []
        self._line = ""
        self._left_out = [False]  # for each open element

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BLOCKS:
            self._end_line()
        if tag in _VOID:
            return
        values = dict(attrs)
        marks = set((values.get("class") or "").split())
        clouds = values.get("data-moniker")
        left_out = bool(marks & {"porspec-cloud", "headerlink"}) or self.cloud not in (clouds or self.cloud).split()
        if tag == "details":
            left_out = left_out or self.folded
        inherited = self._left_out[-2] if tag == "summary" else self._left_out[-1]
        self._left_out.append(inherited or left_out)

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self._end_line()
        if tag not in _VOID:
            self._left_out.pop()

    def handle_data(self, data: str) -> None:
        if not self._left_out[-1]:
            self._line += data

    def _end_line(self) -> None:
        if text := " ".join(self._line.split()):
            self.lines.append(text)
        self._line = ""
