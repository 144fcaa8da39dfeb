"""The site behind the server of its container: below a path, under a strict policy, and with no script at all."""

from __future__ import annotations

import contextlib
import os
import re
import socket
import subprocess
import time
from collections.abc import Iterator
from email.message import Message
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.conftest import required
from tests.sites import further_site

from .conftest import tab
from .reading import FEATURES, LANGUAGES, NAMES, choose, expect_chosen, path_of, settle, visit

pytestmark = [pytest.mark.browser, pytest.mark.slow]

BASE = "/porspec"
KINDS = (
    "index",
    "change-partner",
    "accept-offer",
    "compare",
    "coverage",
    "steps",
    "problems",
    "translation",
    "commands",
)
_SECONDS = 10
_LIMIT = 80_000  # bytes of a readers' page, with everything that it loads and the heads of the answers
_WATCH = """
window.refused = []
addEventListener("securitypolicyviolation", (event) => refused.push(`${event.violatedDirective} ${event.blockedURI}`))
"""


def _listens(port: int) -> bool:
    with socket.socket() as found:
        return found.connect_ex(("127.0.0.1", port)) == 0


@contextlib.contextmanager
def caddy(site: Path, folder: Path, base: str) -> Iterator[str]:
    """Runs the server of the container, with the configuration that the site has; gives the address of the site."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    own = {"SITE": str(site), "PORT": str(port), "BASE_PATH": base, "HOME": str(folder), "XDG_DATA_HOME": str(folder)}
    command = [required("caddy", "caddy"), "run", "--config", str(site / "_Caddyfile"), "--adapter", "caddyfile"]
    with subprocess.Popen(command, env={**os.environ, **own}, stderr=subprocess.PIPE, text=True) as process:
        try:
            end = time.monotonic() + _SECONDS
            while not _listens(port):
                assert process.poll() is None, process.stderr and process.stderr.read()
                assert time.monotonic() < end
                time.sleep(0.05)
            yield f"http://127.0.0.1:{port}{base}"
        finally:
            process.terminate()


@pytest.fixture(scope="module")
def served(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with caddy(site, tmp_path_factory.mktemp("caddy"), BASE) as address:
        yield address


@pytest.fixture
def strict(browser: Browser, served: str) -> Iterator[Page]:
    """A reader who sees nothing that the policy refuses, no error, and nobody asked but this host."""
    said: list[str] = []
    with tab(browser, served) as page:
        page.add_init_script(_WATCH)
        page.on("console", lambda each: said.append(each.text) if each.type == "error" else None)
        page.on("pageerror", lambda each: said.append(str(each)))
        page.on("request", lambda each: said.append(each.url) if not each.url.startswith((served, "data:")) else None)
        yield page
        assert page.evaluate("refused") == []
        assert said == []


def _answer(address: str) -> tuple[int, str, Message]:
    """The status, the address in the end, and the headers of what a server says."""
    try:
        with urlopen(address) as answer:  # noqa: S310 - it is ours
            return answer.status, answer.url, answer.headers
    except HTTPError as error:
        return error.code, str(error.url), error.headers


@pytest.mark.parametrize(("path", "status"), [("/nl/", 200), ("/nl/nope", 404), ("/assets/nope.js", 404)])
def test_the_policy_names_this_host_alone_also_where_something_is_missing(served: str, path: str, status: int) -> None:
    found, _, headers = _answer(f"{served}{path}")
    assert found == status
    assert headers["Content-Security-Policy"] == (
        "default-src 'self'; img-src 'self' data:; object-src 'none'; "
        "base-uri 'self'; form-action 'self'; frame-ancestors 'self'"
    )
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert (headers["Server"], headers["Cache-Control"]) == (None, None)


@pytest.mark.parametrize(
    ("path", "status", "end"),
    [
        ("/", 200, "/porspec/"),
        ("/porspec", 200, "/porspec/"),
        ("/porspec/nl", 200, "/porspec/nl/"),
        ("/porspecs/", 404, "/porspecs/"),
        ("/nl/", 404, "/nl/"),
    ],
)
def test_a_host_has_the_site_below_its_path_and_no_blank_page_elsewhere(
    served: str, path: str, status: int, end: str
) -> None:
    host = served.removesuffix(BASE)
    assert _answer(f"{host}{path}")[:2] == (status, f"{host}{end}")


def test_a_site_at_the_top_of_its_host_is_all_there(site: Path, tmp_path: Path) -> None:
    with caddy(site, tmp_path, "") as address:
        assert [_answer(f"{address}{each}")[0] for each in ("/", "/nl/", "/nope")] == [200, 200, 404]


@pytest.mark.parametrize("language", ["nl", "zh"])
@pytest.mark.parametrize("stem", KINDS)
def test_a_page_breaks_no_policy_and_its_cloud_can_be_chosen(
    strict: Page, served: str, stem: str, language: str
) -> None:
    visit(strict, served + path_of(stem, language))
    settle(strict)
    choose(strict, language, "o365-germany")
    expect_chosen(strict, "o365-germany")
    strict.reload()
    expect_chosen(strict, "o365-germany")


def test_the_palette_is_kept_from_before_the_page_is_painted(strict: Page, served: str) -> None:
    strict.emulate_media(color_scheme="light")
    visit(strict, f"{served}/nl/")
    strict.locator("[data-md-component=palette] label:visible").click()
    expect(strict.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    strict.route("**/bundle.*", lambda route: route.fulfill(body="", content_type="text/javascript"))
    visit(strict, f"{served}/nl/change-partner/")
    expect(strict.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


def test_the_search_answers(strict: Page, served: str) -> None:
    visit(strict, f"{served}/nl/")
    strict.locator(".md-search__input").click()
    strict.locator(".md-search__input").press_sequentially("wijzigen")
    expect(strict.locator(".md-search a[href*='change-partner']").first).to_be_visible()


def test_the_steps_are_walked_through(strict: Page, served: str) -> None:
    visit(strict, f"{served}/nl/change-partner/?view=o365-worldwide")
    strict.get_by_role("button", name="Stap voor stap").first.click()
    strict.get_by_role("button", name="Volgende", exact=True).click()
    expect(strict).to_have_url(re.compile(r"step=2"))


def test_tabs_and_instant_navigation_break_no_policy(browser: Browser, tmp_path: Path) -> None:
    site = tmp_path / "site"
    further_site("tabs", ("navigation.tabs", "navigation.prune"), "http://127.0.0.1", site)
    with caddy(site, tmp_path, "") as address, tab(browser, address) as page:
        page.add_init_script(_WATCH)
        page.goto(f"{address}/nl/")
        page.locator(".md-tabs__link").nth(1).click()
        expect(page.locator(".md-tabs__item--active")).to_have_count(1)
        assert page.evaluate("refused") == []


@pytest.mark.parametrize("stem", ["index", *FEATURES])
def test_where_a_policy_forbids_all_scripts_every_cloud_stands_under_its_name(
    browser: Browser, served: str, stem: str
) -> None:
    def forbid(route: Any) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, headers={**answer.headers, "content-security-policy": "script-src 'none'"})

    with tab(browser, served) as page:
        page.route("**/nl/**", forbid)
        visit(page, served + path_of(stem, "nl"))
        assert page.locator("html").get_attribute("data-view") is None
        zones = page.locator("article [data-moniker]:not(th, td, ol, ul, .porspec-scripted, details *)").evaluate_all(
            "all => all.map(each => [each.dataset.moniker, each.firstElementChild.innerText, each.checkVisibility()])"
        )
        assert zones
        for clouds, label, is_visible in zones:
            named = [name for cloud, name in NAMES["nl"].items() if cloud in clouds.split()]
            assert (label, is_visible) == (", ".join(named), True)


@pytest.mark.parametrize(
    ("folder", "lang", "home"), [("nl/", "nl", "/porspec/nl/"), ("zh/a/b/", "zh-Hans", "/porspec/zh/")]
)
def test_what_is_missing_is_said_in_the_language_of_its_folder(
    browser: Browser, served: str, folder: str, lang: str, home: str
) -> None:
    with tab(browser, served) as page:
        answer = page.goto(f"{served}/{folder}nope/")
        assert answer is not None
        assert answer.status == 404
        assert page.locator("html").get_attribute("lang") == lang
        assert page.locator("article a[hreflang]").evaluate_all("all => all.map(each => each.pathname)") == [home]
        shown = page.locator(".md-header").evaluate("each => getComputedStyle(each).position")
        assert shown == "sticky"  # as its style sheet has it
        page.locator("article a[hreflang]").click()
        assert page.title().endswith("Office 365")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("stem", ["index", *FEATURES, "compare", "nope"])
def test_a_page_for_readers_loads_at_most_80_kilobytes(browser: Browser, served: str, stem: str, language: str) -> None:
    loaded, addresses = dict[str, float](), dict[str, str]()

    def answered(event: Any) -> None:
        addresses[event["requestId"]] = event["response"]["url"]

    def finished(event: Any) -> None:
        loaded[addresses[event["requestId"]]] = event["encodedDataLength"]

    with tab(browser, served) as page:
        session = page.context.new_cdp_session(page)
        session.send("Network.enable")
        session.on("Network.responseReceived", answered)
        session.on("Network.loadingFinished", finished)
        visit(page, served + path_of(stem, language))
        settle(page)
    assert all(each.startswith((served, "data:")) for each in loaded)
    assert sum(loaded.values()) <= _LIMIT, loaded


def test_what_is_for_the_server_is_served_to_nobody(served: str) -> None:
    for name in ("_headers", "_redirects", "_Caddyfile"):
        request = Request(f"{served}/{name}", method="GET")  # noqa: S310 - it is ours
        with pytest.raises(OSError, match="404"):
            urlopen(request)  # noqa: S310
