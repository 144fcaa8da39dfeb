"""The site as its readers get it: built once, served on loopback, and read in the system's Chromium."""

from __future__ import annotations

import contextlib
import functools
import shutil
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from tests.conftest import required
from tests.sites import INSTANT, further_site, plain_site, strict_site

SCREEN = ViewportSize(width=1280, height=720)
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


class Handler(SimpleHTTPRequestHandler):
    """Has the site at the top of its host, and below the path of its own address, which its page for what is missing
    leads to.
    """

    def translate_path(self, path: str) -> str:
        return super().translate_path(path.removeprefix("/porspec"))

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the base class's name
        del format, args

    def handle(self) -> None:
        with contextlib.suppress(ConnectionError):  # of a reader who went on before a page had come
            super().handle()


@pytest.fixture(scope="session")
def site() -> Path:
    """The folder of the site, built from what is in the working tree."""
    return strict_site()


@contextlib.contextmanager
def serving(folder: Path, handler: type[Handler] = Handler) -> Iterator[str]:
    """Serves a folder on loopback; gives its address, without a slash at the end."""
    with ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(handler, directory=str(folder))) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.fixture(scope="session")
def site_url(site: Path) -> Iterator[str]:
    """The address of the site, without a slash at the end."""
    with serving(site) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium; the build without windows, where it is, opens a page in half of the time."""
    executable = shutil.which("chromium-headless-shell") or required("chromium", "chromium-headless-shell")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=ARGUMENTS)
        yield browser
        browser.close()


@contextlib.contextmanager
def tab(browser: Browser, base_url: str, **options: Any) -> Iterator[Page]:
    """A tab of a reader's own. A new one costs as much as opening two pages in it: tests share those there are."""
    context = browser.new_context(base_url=base_url, **options)
    yield context.new_page()
    context.close()


@pytest.fixture(scope="session")
def reader(browser: Browser, site_url: str) -> Iterator[Page]:
    """A reader who has seen much of the site: for tests that open a page for a cloud, and only read."""
    with tab(browser, site_url) as page:
        yield page


@pytest.fixture(scope="session")
def _newcomer(browser: Browser, site_url: str) -> Iterator[Page]:
    with tab(browser, site_url) as page:
        yield page


@pytest.fixture
def page(_newcomer: Page, site_url: str) -> Iterator[Page]:
    """A reader who was never here before: the tab of the last one, who left nothing behind."""
    _newcomer.goto("about:blank")
    storage = _newcomer.context.new_cdp_session(_newcomer)
    storage.send("Storage.clearDataForOrigin", {"origin": site_url, "storageTypes": "all"})
    storage.detach()
    _newcomer.set_viewport_size(SCREEN)
    _newcomer.emulate_media(reduced_motion="null")
    yield _newcomer
    for other in _newcomer.context.pages:
        if other is not _newcomer:
            other.close()


@pytest.fixture(scope="session")
def further_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site with more pages, of which some are for one cloud only; without a slash at the end."""
    folder = tmp_path_factory.mktemp("further") / "site"
    with serving(folder) as address:
        plain_site(address, folder)
        yield address


@pytest.fixture(scope="session")
def instant_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the same site with instant navigation."""
    folder = tmp_path_factory.mktemp("instant") / "site"
    with serving(folder) as address:
        further_site("further", INSTANT, address, folder)
        yield address


@pytest.fixture(scope="session")
def tabs_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the same site with tabs, and a navigation without the insides of other sections."""
    folder = tmp_path_factory.mktemp("tabs") / "site"
    with serving(folder) as address:
        further_site("tabs", ("navigation.tabs", "navigation.prune"), address, folder)
        yield address
