"""A site that is read from a disk, where no server finds the page of a folder."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.conftest import Project

from .conftest import tab

pytestmark = pytest.mark.browser


def lead_nowhere(page: Page, site: Path) -> list[str]:
    """The links of a page to files that are not there."""
    found = page.locator("a[href], link[href], script[src]").evaluate_all(
        "all => all.map(each => each.href || each.src)"
    )
    paths = [Path(unquote(urlsplit(each).path)) for each in found if each.startswith("file:")]
    assert len(paths) > 10
    assert all(path.is_relative_to(site) for path in paths)
    return [str(path) for path in paths if not path.is_file()]


def test_each_link_leads_to_a_file_and_takes_the_cloud_along(browser: Browser, tiny: Project) -> None:
    done = tiny.porspec("build", "--without-server")
    assert (done.returncode, done.stderr) == (0, "")
    site = tiny.root / "site"
    home = (site / "index.html").as_uri()
    with tab(browser, home) as page:
        page.goto(home)
        assert lead_nowhere(page, site) == []
        page.locator(".porspec-choice input[value=o365-germany]").check()
        page.locator(".md-nav--primary a", has_text="Tea").click()
        expect(page).to_have_url((site / "tea.html").as_uri() + "?view=o365-germany")
        assert lead_nowhere(page, site) == []
        page.locator(".md-select > button").click()
        page.locator(".md-select__link[hreflang=nl]").click()
        expect(page).to_have_url((site / "nl" / "tea.html").as_uri() + "?view=o365-germany")
        expect(page.locator("html")).to_have_attribute("data-view", "o365-germany")
        assert lead_nowhere(page, site) == []
        assert page.locator(".md-header").evaluate("each => getComputedStyle(each).position") == "sticky"
