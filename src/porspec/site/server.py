"""Serves a site on loopback while its sources are edited: what is asked for is up to date, and what is open reloads."""

import logging
import re
import socket
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit
from wsgiref.util import FileWrapper

from mkdocs.livereload import LiveReloadServer
from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.polling import PollingObserver

from ..markdown.content import is_address
from ..sources.config import read_config
from ..sources.problems import Location, Problem, SpecError
from ..sources.writing import writing
from .deploy import page_for
from .follow import Follower
from .messages import Resource, resource
from .publish import sources

HOST = "127.0.0.1"
_PORTS, _LAST_PORT = 20, 65535
_QUIET_SECONDS, _POLL_SECONDS = 0.02, 2
_OWN_NAME = re.compile(r"(localhost|127\.0\.0\.1|\[::1\])(:\d+)?", re.IGNORECASE)
_LONGEST_PATH, _LONGEST_LINE = 2000, 300
_POLL = re.compile(r"/livereload/([0-9]{1,20})/[0-9]+")
_ALL = ""  # a page of which nobody knows which one it is


def serve_site(root: Path, port: int, *, follow: bool) -> None:
    """Build, serve on loopback until interrupted, print the address; after an edit, build again what depends on it.

    What does not stop a page from being built is printed, and the page is built: who writes wants to see it. The site
    is in a folder of its own, as its texts name their messages: nobody is to publish it, and what a killed server left
    is removed by the next command. What goes wrong has its own page, where there is one; its links are for here.
    """
    with writing(root) as work:
        follower = Follower(root, work.folder, site_url="")
        site = follower.builder.site
        server = Server(follower.rebuild, HOST, free_port(port), str(site))
        server.error_handler = lambda code: page_for(code, server.asked.path, site)
        server.own = lambda path: resource(follower.published, path) if follower.published else None
        server.refresh, follower.open_pages, follower.tell = follower.refresh, server.open_pages, server.reload
        logging.getLogger("mkdocs.livereload").addFilter(_shown)
        logging.getLogger("watchdog").addHandler(logging.NullHandler())  # which tells that it stops
        for path in sources(read_config(root)) if follow else ():
            server.watch(str(path))
        try:
            server.serve()  # type: ignore[no-untyped-call]
        finally:
            follower.stop()
            with follower.building:  # which ends with the page that it builds
                server.shutdown()


class Server(LiveReloadServer):
    """MkDocs' own server, which reloads those of the pages that are open whose own text changed.

    `own` gives what it has besides the site; `refresh` brings a page up to date, by its path in the site, before it is
    served.
    """

    own: Callable[[str], Resource | None] | None = None
    refresh: Callable[[str], None] | None = None

    def __init__(self, builder: Callable[[], None], host: str, port: int, root: str) -> None:
        super().__init__(builder, host, port, root)
        self.build_delay, self.observer = _QUIET_SECONDS, _Observers()  # type: ignore[assignment]
        self.began = _now()
        self.changed: dict[str, int] = {}
        self.polled: Counter[str] = Counter()
        self.asked = threading.local()

    def server_activate(self) -> None:
        super().server_activate()
        print(f"Serving on {self.url}", flush=True)

    def serve_request(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        """Answers its own names only, so that no page of another site reads this one under a name that leads here.

        No file has a NUL in its name: such a page is missing like any other.
        """
        method, path = environ["REQUEST_METHOD"], environ["PATH_INFO"].replace("\0", "%00")
        self.asked.path = path
        refused = "414 URI Too Long" if len(path) > _LONGEST_PATH else ""
        refused = refused if method in ("GET", "HEAD") else "405 Method Not Allowed"
        if refused or not _OWN_NAME.fullmatch(environ.get("HTTP_HOST", "")):
            start_response(
                refused or "421 Misdirected Request", [("Content-Type", "text/plain"), ("Allow", "GET, HEAD")]
            )
            return [(refused or f"This server is {self.url}").encode()]
        if poll := _POLL.fullmatch(path):
            start_response("200 OK", [("Content-Type", "text/plain")])
            asking = environ.get("HTTP_REFERER", "")
            return [self._reloaded(_page_of(urlsplit(asking).path) if is_address(asking) else "", int(poll[1]))]
        if own := self.own and self.own(path):
            start_response("200 OK", [("Content-Type", own.type), ("Cache-Control", "no-store")])
            return [own.content] if method == "GET" else []
        self.asked.at = _now()
        if self.refresh:
            self.refresh(_page_of(path.encode("latin-1").decode("utf-8", "ignore")))
        found = super().serve_request({**environ, "PATH_INFO": path}, start_response)
        if method == "GET":
            return found
        if isinstance(found, FileWrapper):
            found.filelike.close()
        return []

    def _inject_js_into_html(self, content: bytes, _: int) -> bytes:
        """A page is as it was when it was asked for."""
        return super()._inject_js_into_html(content, self.asked.at)  # type: ignore[no-untyped-call, no-any-return]

    # --- what is open ------------------------------------------------------------------------------------------------

    def open_pages(self) -> list[str]:
        """The paths in the site of the pages that browsers show."""
        with self._epoch_cond:
            return [page for page, count in self.polled.items() if count and page]

    def reload(self, pages: Iterable[str]) -> None:
        """Let browsers reload these pages."""
        with self._epoch_cond:
            self.changed |= dict.fromkeys((*pages, _ALL), _now() + 1)
            self._epoch_cond.notify_all()

    def _reloaded(self, page: str, since: int) -> bytes:
        """When a page changed last; waits for that until it is later than `since`, or nobody knows that it will be."""
        with self._polling(page):
            self._epoch_cond.wait_for(lambda: self._changed(page) > since, timeout=self.poll_response_timeout)
            return b"%d" % self._changed(page)

    def _changed(self, page: str) -> int:
        return self.changed.get(page, self.began)

    @contextmanager
    def _polling(self, page: str) -> Iterator[None]:
        with self._epoch_cond:
            self.polled[page] += 1
            try:
                yield
            finally:
                self.polled[page] -= 1


def _now() -> int:
    """Milliseconds, as the script of MkDocs' server compares them."""
    return round(time.monotonic() * 1000)


def _page_of(path: str) -> str:
    """The file of a page in the site, by the path of its address."""
    found = unquote(path).removeprefix("/")
    return f"{found}index.html" if path.endswith("/") else found


class _Observers:
    """Tell at once of the edits that the system tells of, and soon of those in folders of which it tells nothing."""

    def __init__(self) -> None:
        self.each = (Observer(), PollingObserver(timeout=_POLL_SECONDS))

    def schedule(self, handler: FileSystemEventHandler, path: str, *, recursive: bool) -> None:
        for each in self.each:
            each.schedule(_Edits(handler), path, recursive=recursive)

    def start(self) -> None:
        for each in self.each:
            each.start()

    def stop(self) -> None:
        for each in self.each:
            each.stop()

    def join(self) -> None:
        for each in self.each:
            each.join()


class _Edits(FileSystemEventHandler):
    """Leaves out that a file was read."""

    def __init__(self, handler: FileSystemEventHandler) -> None:
        self.handler = handler

    def dispatch(self, event: FileSystemEvent) -> None:
        if event.event_type not in ("opened", "closed_no_write"):
            self.handler.dispatch(event)


def _shown(record: logging.LogRecord) -> bool:
    """Let nobody who asks for a page write to the terminal as they like."""
    text = record.getMessage()[:_LONGEST_LINE]
    record.msg, record.args = "".join(each if each.isprintable() else "?" for each in text), ()
    return True


def free_port(port: int) -> int:
    """The first port from this one on that can be listened at."""
    ports = range(port, min(port + _PORTS, _LAST_PORT + 1))
    for candidate in ports:
        with suppress(OSError), socket.create_server((HOST, candidate)):
            if candidate != port:
                print(f"Port {port} is taken", file=sys.stderr)
            return candidate
    message = f"Ports {port} to {ports[-1]} cannot be listened at"
    raise SpecError([Problem(Location("pyproject.toml"), message, "port", "Give another --port.")])
