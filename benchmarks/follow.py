"""How long a translator waits: from a saved catalogue until the open page says it, in a browser."""

from __future__ import annotations

import contextlib
import itertools
import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from .timing import CommandFailed

REPOSITORY = Path(__file__).resolve().parent.parent
_SOURCES = ("mkdocs.yml", "pyproject.toml", "docs", "features", "steps", "locales")
# A message of help: mkdocs serve writes no features, and would stop at a label or a step that they no longer follow.
_CATALOGUE = Path("locales", "nl", "LC_MESSAGES", "help.po")
_PAGE = "nl/view-partners/?view=o365-worldwide"
_SAYS = "Op de pagina staat elke partner met de relatie die deze met u heeft"
_STARTED, _SAVED = 120, 60  # seconds to wait at most
_QUIET = 3  # seconds after a build, in which porspec checks


def seconds(folder: Path, runs: int) -> tuple[list[float], list[float]]:
    """How long each of `runs` edits took to be on the page: with `porspec serve`, and with `mkdocs serve`, in turns.

    Raises CommandFailed.
    """
    with contextlib.ExitStack() as stack:
        browser = stack.enter_context(sync_playwright()).chromium.launch(
            executable_path=shutil.which("chromium-headless-shell") or shutil.which("chromium"),
            args=["--no-sandbox", "--disable-dev-shm-usage"],
        )
        found = []
        for name, program in (("porspec", ("porspec", "serve", "--port")), ("mkdocs", ("mkdocs", "serve", "-a"))):
            root = folder / name
            for source in _SOURCES:
                _copy(REPOSITORY / source, root / source)
            page = browser.new_page()
            page.goto(stack.enter_context(_served(root, program)) + _PAGE)
            found.append((root / _CATALOGUE, page))
        edits = itertools.pairwise([_SAYS, *(f"{_SAYS} ({number})" for number in range(runs + 1))])
        taken = [[_until_shown(path, page, *edit) for path, page in found] for edit in edits]
        return [ours for ours, _ in taken[1:]], [peer for _, peer in taken[1:]]


def _copy(source: Path, target: Path) -> None:
    if source.is_dir():
        shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
    else:
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)


@contextlib.contextmanager
def _served(root: Path, program: tuple[str, ...]) -> Iterator[str]:
    """The address of the site, once it is served."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = str(probe.getsockname()[1])
    *command, option = program
    address = port if option == "--port" else f"127.0.0.1:{port}"
    log = root / "serve.log"
    with log.open("wb") as output:
        process = subprocess.Popen(  # noqa: S603 - our own arguments
            [sys.executable, "-m", *command, option, address],
            cwd=root,
            stdout=output,
            stderr=subprocess.STDOUT,
            env={**os.environ, "PYTHONUNBUFFERED": "1"},
        )
        try:
            yield _address(process, log)
        finally:
            process.terminate()
            process.wait()


def _address(process: subprocess.Popen[bytes], log: Path) -> str:
    end = time.monotonic() + _STARTED
    while time.monotonic() < end and process.poll() is None:
        if found := re.search(r"Serving on (http\S+)", log.read_text("utf-8", "replace")):
            return found[1]
        time.sleep(0.1)
    raise CommandFailed(f"{process.args!r} served nothing:\n{log.read_text('utf-8', 'replace')[-2000:]}")


def _until_shown(catalogue: Path, page: Page, before: str, after: str) -> float:
    """Save one message; how long it takes until a reader can see it."""
    time.sleep(_QUIET)
    text = catalogue.read_text("utf-8")
    changed = text.replace(f'msgstr "{before}."', f'msgstr "{after}."')
    if changed == text:
        raise CommandFailed(f"{catalogue} does not say {before!r}")
    page.bring_to_front()
    begin = time.perf_counter()
    catalogue.write_text(changed, "utf-8")
    page.get_by_text(after).locator("visible=true").first.wait_for(timeout=_SAVED * 1000)
    return time.perf_counter() - begin
