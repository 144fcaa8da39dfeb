"""What the site is made of, and what a reader sees of a page."""

from __future__ import annotations

import contextlib
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect
from playwright.sync_api import TimeoutError as NotIdleError

ROOT = Path(__file__).parents[2]
FEATURES = tuple(sorted(path.stem for path in (ROOT / "features" / "en").glob("*.feature")))
# Those that are written by hand, those of the features, and those that every site has.
PAGES = (
    *sorted(path.name.removesuffix(".en.md") for path in (ROOT / "docs").glob("*.en.md")),
    *FEATURES,
    "compare",
    "coverage",
    "steps",
    "translation",
    "problems",
)
NAMES = {
    "en": {
        "o365-worldwide": "Office 365 (worldwide)",
        "o365-germany": "Office 365 Germany (closed)",
        "o365-21vianet": "Office 365 operated by 21Vianet",
    },
    "nl": {
        "o365-worldwide": "Office 365 (wereldwijd)",
        "o365-germany": "Office 365 Duitsland (stopgezet)",
        "o365-21vianet": "Office 365 beheerd door 21Vianet",
    },
    "de": {
        "o365-worldwide": "Office 365 (weltweit)",
        "o365-germany": "Office 365 Deutschland (eingestellt)",
        "o365-21vianet": "Office 365 betrieben von 21Vianet",
    },
    "zh": {
        "o365-worldwide": "Office 365 全球版",
        "o365-germany": "Office 365 德国版（已关闭）",
        "o365-21vianet": "由世纪互联运营的 Office 365",
    },
}
LANGUAGES = tuple(NAMES)
# What is the same in each language but for its words: in all of them it takes long.
IN_EACH_LANGUAGE = pytest.mark.parametrize(
    "language", ["en", "nl", *(pytest.param(each, marks=pytest.mark.slow) for each in ("de", "zh"))]
)
CLOUDS = tuple(NAMES["en"])
CLOSED = {
    "en": "Office 365 Germany was closed on October 29, 2021. The steps are kept here for reference.",
    "nl": "Office 365 Duitsland is op 29 oktober 2021 stopgezet. De stappen zijn hier nog wel na te lezen.",
    "de": (
        "Office 365 Deutschland wurde am 29. Oktober 2021 eingestellt. "
        "Die Schritte bleiben hier zum Nachschlagen erhalten."
    ),
    "zh": "Office 365 德国版已于 2021 年 10 月 29 日关闭。此处保留相关步骤，仅供参考。",
}
LABEL = {"en": "Your cloud", "nl": "Uw cloud", "de": "Ihre Cloud", "zh": "你的云环境"}

# The text of the article without the choice of a cloud, what compares clouds, pictures and what scripts add to these.
_TEXT = """article => {
    const names = ".porspec-picker, .porspec-compare, .porspec-picture, .porspec-walk, .porspec-walk__button"
    const others = [...article.querySelectorAll(names)]
    for (const each of others) each.style.setProperty("display", "none", "important")
    const text = article.innerText
    for (const each of others) each.removeAttribute("style")
    return text
}"""

# What stands on a line of its own; so does a span that names clouds.
_BLOCKS = {"article", "details", "div", "h1", "h2", "h3", "li", "ol", "p", "pre", "summary", "td", "th", "tr", "ul"}
_VOID = {"br", "hr", "img", "input"}


def path_of(stem: str, language: str) -> str:
    """The path of a page, from the root of the site."""
    folder = "" if stem == "index" else f"{stem}/"
    return f"/{folder}" if language == "en" else f"/{language}/{folder}"


# The path of every page in every language.
EVERY = [path_of(stem, language) for language in LANGUAGES for stem in PAGES]


def address(stem: str, language: str, view: str) -> str:
    """The address of a page for a cloud."""
    return f"{path_of(stem, language)}?view={view}"


def visit(page: Page, where: str) -> None:
    """Open a page and let its scripts run; what they load later is not waited for."""
    page.goto(where, wait_until="domcontentloaded")


def source(site: Path, stem: str, language: str) -> str:
    """The HTML of a page as it was built."""
    return (site / path_of(stem, language).strip("/") / "index.html").read_text(encoding="utf-8")


def settle(page: Page) -> None:
    """Wait until a page asks for nothing any more; the browser may never tell that a worker was answered."""
    with contextlib.suppress(NotIdleError):
        page.wait_for_load_state("networkidle", timeout=5000)


def seen(page: Page) -> list[str]:
    """The lines of text that are visible in a page's article, as _TEXT has it."""
    return lines_of(page.locator("article").evaluate(_TEXT))


def lines_of(text: str) -> list[str]:
    """The lines of an element's inner text, without the signs of its headings."""
    lines = re.split(r"[\n\t]", text)
    return [words for line in lines if (words := " ".join(line.replace("¶", "").split()))]


def meant(html: str, *clouds: str, folded: bool = True, labelled: bool = False) -> list[str]:
    """The lines of text that the HTML of a page has for some clouds, found without a browser."""
    lines = _Lines(set(clouds), folded=folded, labelled=labelled)
    lines.feed(html[html.index("<article") : html.index("</article>") + len("</article>")])
    return lines.lines


def picker(page: Page, language: str) -> Locator:
    """The choice of a cloud, found by what it is called: a group of radio buttons."""
    return page.get_by_role("group", name=LABEL[language], exact=True)


def choose(page: Page, language: str, cloud: str) -> None:
    """Choose a cloud by its name."""
    picker(page, language).get_by_role("radio", name=NAMES[language][cloud], exact=True).check()


def expect_chosen(page: Page, cloud: str) -> None:
    """Of the radio buttons, that of a cloud is the one that is chosen."""
    expect(page.locator(".porspec-choice input:checked")).to_have_value(cloud)


def expect_cloud(page: Page, site: Path, expected: tuple[str, str, str]) -> None:
    """The text of a page in a language, its choice of clouds and its root element agree on the cloud."""
    stem, language, cloud = expected
    expect(page.locator("html")).to_have_attribute("data-view", cloud)
    expect(picker(page, language).get_by_role("radio", name=NAMES[language][cloud], exact=True)).to_be_checked()
    expect_chosen(page, cloud)
    assert seen(page) == meant(source(site, stem, language), cloud)


class _Lines(HTMLParser):
    """Collects the text for some clouds, a line for each block."""

    def __init__(self, clouds: set[str], *, folded: bool, labelled: bool) -> None:
        super().__init__()
        self.clouds, self.folded = clouds, folded
        here = {"porspec-scripted"} if labelled else {"porspec-moniker", "porspec-unscripted"}
        self.unseen = {"headerlink", "porspec-picker", "porspec-compare", "porspec-picture", *here}
        self.lines: list[str] = []
        self._line = ""
        self._left_out = [False]  # for each open element
        self._is_block = [True]
        self._in_code = 0  # of blocks, whose line ends are seen

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: set((value or "").split()) for name, value in attrs}
        is_block = tag in _BLOCKS or "porspec-moniker" in values.get("class", set())
        if is_block or tag == "br":
            self._end_line()
        if tag in _VOID:
            return
        self._is_block.append(is_block)
        self._in_code += tag == "pre"
        left_out = bool(values.get("class", set()) & self.unseen)
        left_out |= not values.get("data-moniker", self.clouds) & self.clouds
        left_out |= tag == "details" and self.folded
        inherited = self._left_out[-2] if tag == "summary" else self._left_out[-1]
        self._left_out.append(inherited or left_out)

    def handle_endtag(self, tag: str) -> None:
        if tag in _VOID:
            return
        self._in_code -= tag == "pre"
        if self._is_block.pop():
            self._end_line()
        self._left_out.pop()

    def handle_data(self, data: str) -> None:
        if self._left_out[-1]:
            return
        first, *further = data.split("\n") if self._in_code else [data]
        self._line += first
        for line in further:
            self._end_line()
            self._line = line

    def _end_line(self) -> None:
        if text := " ".join(self._line.split()):
            self.lines.append(text)
        self._line = ""
