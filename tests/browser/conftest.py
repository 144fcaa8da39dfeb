"""The site as its readers get it: built once, served on loopback, and read in the system's Chromium."""

from __future__ import annotations

import contextlib
import functools
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.conftest import copy_project

from .reading import ROOT

NO_CHROMIUM = "no Chromium here: apt-get install chromium"
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
    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the base class's name
        del format, args


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the site, built from what is in the working tree."""
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)]
    built = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stdout + built.stderr
    return folder


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


def chromium() -> str:
    """The path of Chromium; without one, tests are skipped, and fail where nobody reads what was skipped."""
    if found := shutil.which("chromium"):
        return found
    if os.environ.get("CI"):
        pytest.fail(NO_CHROMIUM)
    pytest.skip(NO_CHROMIUM)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    executable = chromium()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser, site_url: str) -> Iterator[Page]:
    """A reader who was never here before."""
    context = browser.new_context(base_url=site_url)
    yield context.new_page()
    context.close()


@pytest.fixture(scope="session")
def reader(browser: Browser, site_url: str) -> Iterator[Page]:
    """A reader who has seen much of the site: for tests that open a page for a cloud, and only read."""
    context = browser.new_context(base_url=site_url)
    yield context.new_page()
    context.close()


ORDERS = """# Orders

[In Germany](change-partner.md?view=o365-germany#good-to-know), [in your cloud](change-partner.md), [below](#change).

::: moniker range="o365-worldwide"

## <a name="change"></a>Change an order in one way

{long}

::: moniker-end
::: moniker range="o365-germany || o365-21vianet"

## <a name="change"></a>Change an order in another way

{long}

### Twice {: #twice }

{long}

### Twice again {: #twice }

{long}

::: moniker-end
::: moniker range="o365-germany"

## <a name="german"></a>In Germany

::: moniker-end

### For everybody
"""
GERMAN = """---
monikerRange: o365-germany
---

# The German portal

It is closed.
"""
NAV = """  - orders.md
  - The German section:
      - portal.md
      - Further:
          - further.md
  - A section for all:
      - german.md
      - everybody.md
"""


@contextlib.contextmanager
def written_site(root: Path, *features: str) -> Iterator[str]:
    """Builds and serves the site with further pages and features of its theme; gives its address, without a slash."""
    project = copy_project(root)
    docs = project.root / "docs"
    (docs / "orders.en.md").write_text(ORDERS.replace("{long}", "A line.\n\n" * 60), "utf-8")
    for name in ("portal", "further", "german"):
        (docs / f"{name}.en.md").write_text(GERMAN, "utf-8")
    (docs / "everybody.en.md").write_text("# For everybody\n\nA line.\n", "utf-8")
    project.edit("mkdocs.yml", "  - index.md\n", f"  - index.md\n{NAV}")
    project.edit("mkdocs.yml", "    - navigation.footer\n", "".join(f"    - {each}\n" for each in features))
    project.edit("pyproject.toml", 'name = "Nederlands"\ncomplete = true', 'name = "Nederlands"')
    with serving(project.root / "site") as address:
        project.edit("mkdocs.yml", "nav:", f"site_url: {address}/\n\nnav:")
        project.porspec("sync")
        built = project.porspec("build")
        assert built.returncode == 0, built.stdout + built.stderr
        yield address


@pytest.fixture(scope="session")
def further_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site with more pages, of which some are for one cloud only."""
    with written_site(tmp_path_factory.mktemp("further") / "project", "navigation.footer") as address:
        yield address


@pytest.fixture(scope="session")
def instant_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the same site with instant navigation."""
    with written_site(
        tmp_path_factory.mktemp("instant") / "project", "navigation.footer", "navigation.instant"
    ) as address:
        yield address


@pytest.fixture(scope="session")
def tabs_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the same site with tabs, and a navigation without the insides of other sections."""
    with written_site(tmp_path_factory.mktemp("tabs") / "project", "navigation.tabs", "navigation.prune") as address:
        yield address
