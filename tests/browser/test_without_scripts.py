"""Before scripts have run, and where none run at all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Request, expect

from tests.conftest import required

from .reading import (
    CLOSED,
    CLOUDS,
    FEATURES,
    IN_EACH_LANGUAGE,
    LANGUAGES,
    NAMES,
    PAGES,
    address,
    meant,
    path_of,
    seen,
    source,
    visit,
)

pytestmark = pytest.mark.browser

# What sends a reader to the picker, and what stands in for it.
PICKER = {
    "en": ("Choose your cloud above", "Go to the home page"),
    "nl": ("Kies hierboven uw cloud", "Naar de startpagina"),
    "de": ("Wählen Sie oben Ihre Cloud aus", "Zur Startseite"),
    "zh": ("请在上方选择你的云环境", "转到首页"),
}
# The zones, save the columns of a table, whose heads are the names of clouds.
# What is folded is seen by who unfolds it.
_LABELLED = "article [data-moniker]:not(th, td, ol, ul, .porspec-scripted, details *)"
# For each zone its clouds, the label that stands first in it, and whether both are visible.
_ZONES = """zones => zones.map(zone => [
    zone.dataset.moniker,
    zone.firstElementChild?.className,
    zone.firstElementChild?.innerText,
    zone.checkVisibility() && Boolean(zone.firstElementChild?.checkVisibility()),
])"""


@pytest.fixture(scope="module")
def early_page(browser: Browser, site_url: str) -> Iterator[Page]:
    """A page whose scripts do not come, but for the one that all waits for."""
    context = browser.new_context(base_url=site_url)
    context.route(re.compile(r"^(?!.*/view\.js$).*\.js$"), lambda route: route.abort())
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def plain_page(browser: Browser, site_url: str) -> Iterator[Page]:
    """A page in a browser that runs no scripts."""
    context = browser.new_context(base_url=site_url, java_script_enabled=False)
    yield context.new_page()
    context.close()


def test_scripts_can_be_kept_from_coming(early_page: Page) -> None:
    kept: list[str] = []

    def keep(request: Request) -> None:
        kept.append(request.url.rpartition("/")[2].partition(".")[0])

    early_page.on("requestfailed", keep)
    visit(early_page, path_of("index", "en"))
    early_page.remove_listener("requestfailed", keep)
    assert sorted(kept) == ["bundle", "porspec", "search", "walk"]


@pytest.mark.parametrize("stem", FEATURES)
def test_the_cloud_is_chosen_before_any_other_script_runs(early_page: Page, site: Path, stem: str) -> None:
    for number, cloud in enumerate(CLOUDS, FEATURES.index(stem)):
        language = LANGUAGES[number % len(LANGUAGES)]
        visit(early_page, address(stem, language, cloud))
        assert seen(early_page) == meant(source(site, stem, language), cloud)


def test_the_picker_shows_the_cloud_before_any_other_script_runs(early_page: Page) -> None:
    visit(early_page, address("change-partner", "en", "o365-germany"))
    marked = early_page.locator(".porspec-mark").filter(visible=True)
    assert marked.evaluate_all("all => all.map(each => each.dataset.choice)") == ["o365-germany"]


# Each page in one language, in turn; in every language it takes long.
EACH = [
    pytest.param(stem, language, marks=[pytest.mark.slow] if (number + which) % len(LANGUAGES) else [])
    for number, stem in enumerate(PAGES)
    for which, language in enumerate(LANGUAGES)
]


@pytest.mark.parametrize(("stem", "language"), EACH)
def test_without_scripts_each_text_is_visible_under_the_names_of_its_clouds(
    plain_page: Page, site: Path, stem: str, language: str
) -> None:
    visit(plain_page, path_of(stem, language))
    between = "、" if language == "zh" else ", "
    for clouds, mark, label, visible in plain_page.locator(_LABELLED).evaluate_all(_ZONES):
        names = between.join(name for cloud, name in NAMES[language].items() if cloud in clouds.split())
        assert (mark, label, visible) == ("porspec-moniker", names, True)
    lines = seen(plain_page)
    assert lines == meant(source(site, stem, language), *CLOUDS, labelled=True)
    assert lines.count(CLOSED[language]) == 1


@IN_EACH_LANGUAGE
def test_without_scripts_nobody_is_sent_to_a_picker(plain_page: Page, language: str) -> None:
    visit(plain_page, path_of("accept-offer", language))
    told, instead = PICKER[language]
    text = "\n".join(seen(plain_page))
    assert told not in text
    assert text.count(instead) == 2
    plain_page.get_by_role("link", name=instead).first.click()
    expect(plain_page).to_have_url(path_of("index", language))


@IN_EACH_LANGUAGE
def test_without_scripts_there_is_no_picker(plain_page: Page, language: str) -> None:
    visit(plain_page, address("change-partner", language, "o365-germany"))
    expect(plain_page.locator(".porspec-picker")).to_be_hidden()
    expect(plain_page.locator(".porspec-chip")).to_be_hidden()
    assert plain_page.get_by_role("radio", name=NAMES[language]["o365-germany"]).count() == 0


@pytest.mark.parametrize(("ci", "outcome"), [("", pytest.skip.Exception), ("true", pytest.fail.Exception)])
def test_where_a_command_is_missing_it_says_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, ci: str, outcome: type[BaseException]
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("CI", ci)
    with pytest.raises(outcome, match="no chromium here: apt-get install chromium"):
        required("chromium", "chromium")
