"""Build the site beside the last one and swap it in whole; serve it on loopback and follow edits."""

from __future__ import annotations

import functools
import logging
import shutil
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from .checks import checked
from .config import read_config
from .problems import Location, Problem, SpecError
from .report import report
from .runner import run_all

HOST = "127.0.0.1"
_PORTS = 20
_POLL_SECONDS = 0.5


def build_site(root: Path) -> Path:
    """Check, run and build, strictly; returns the folder of the site.

    Raises SpecError, and then the last site is as it was.
    """
    spec = checked(root)
    if failed := report(spec, run_all(spec)):
        raise SpecError(failed)
    new = Path(tempfile.mkdtemp(dir=root, prefix=".site."))
    try:
        _mkdocs(root, new)
        return _swap(new, root / "site")
    finally:
        shutil.rmtree(new, ignore_errors=True)


def _mkdocs(root: Path, folder: Path) -> None:
    handler = logging.StreamHandler(sys.stderr)
    handler.setLevel(logging.WARNING)
    logging.getLogger("mkdocs").addHandler(handler)
    try:
        config = load_config(str(root / "mkdocs.yml"), site_dir=str(folder), strict=True)
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
    except Abort as error:
        problem = Problem(Location("mkdocs.yml"), f"MkDocs stopped: {error}", "mkdocs", "See its warnings above.")
        raise SpecError([problem]) from None
    finally:
        logging.getLogger("mkdocs").removeHandler(handler)


def _swap(new: Path, site: Path) -> Path:
    """Two renames: there is no moment at which the site is half a site."""
    new.chmod(0o755)
    old = new.with_name(f"{new.name}.old")
    if site.exists():
        site.rename(old)
    new.rename(site)
    shutil.rmtree(old, ignore_errors=True)
    return site


def serve_site(root: Path, port: int, *, follow: bool) -> None:
    """Build, serve on loopback until interrupted, print the address, and build again after each edit."""
    site = build_site(root)
    handler = functools.partial(_Handler, directory=str(site))
    server = _server(port, handler)
    print(f"Serving on http://{HOST}:{server.server_address[1]}/", flush=True)
    if follow:
        threading.Thread(target=_follow, args=(root,), daemon=True).start()
    with server:
        server.serve_forever()


class _Handler(SimpleHTTPRequestHandler):
    """Serves files without a line for each request, and nothing from a cache."""

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the base class's name
        del format, args

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """The site's own page for what is missing."""
        page = Path(self.directory) / "404.html"
        if code != HTTPStatus.NOT_FOUND or not page.exists():
            super().send_error(code, message, explain)
            return
        content = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()


def _server(port: int, handler: Any) -> ThreadingHTTPServer:
    for candidate in range(port, port + _PORTS):
        try:
            return ThreadingHTTPServer((HOST, candidate), handler)
        except OSError:
            continue
    place = Location("pyproject.toml")
    raise SpecError([Problem(place, f"Ports {port} to {port + _PORTS - 1} are in use", "port", "Give another --port.")])


def _follow(root: Path) -> None:
    seen = dict(_stamps(root))
    while True:
        time.sleep(_POLL_SECONDS)
        now = dict(_stamps(root))
        if now != seen:
            seen = now
            try:
                build_site(root)
                print("Built again", flush=True)
            except SpecError as error:
                print(f"{error}\nThe last good site is still being served.", file=sys.stderr, flush=True)


def _stamps(root: Path) -> Iterator[tuple[Path, int]]:
    """Each source file with its time of change."""
    config = read_config(root)
    for name in ("mkdocs.yml", "pyproject.toml"):
        yield root / name, (root / name).stat().st_mtime_ns
    for folder in ("docs", config.features, config.steps, config.locales):
        for path in (root / folder).rglob("*"):
            if path.is_file() and "__pycache__" not in path.parts:
                yield path, path.stat().st_mtime_ns
