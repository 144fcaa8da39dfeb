"""Build the site, or a language of it, beside the last one and swap it in whole; serve it, and follow edits."""

from __future__ import annotations

import contextlib
import logging
import shutil
import socket
import sys
import threading
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, Self

from mkdocs.commands.build import build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from mkdocs.livereload import LiveReloadServer

from ..checks.registry import checked, problems_in
from ..languages.sync import follow_catalogues
from ..sources.config import Config, read_config
from ..sources.files import folder_beside, swap_folder_in
from ..sources.mkdocs_yml import load_site
from ..sources.pages import split_page_name
from ..sources.problems import Location, Problem, SpecError, print_problems
from ..spec.spec import load
from .plugin import PorspecPlugin
from .publish import Publication, publish, sources

HOST = "127.0.0.1"
_PORTS, _LAST_PORT = 20, 65535
_POLL_SECONDS = 0.2
_CHECK_SECONDS = 1


def build_site(root: Path, *, skip_broken: bool = False) -> Path:
    """Check, run and build, strictly; returns the folder of the site.

    With `skip_broken`, a language whose own files have problems is left out, and they are printed. Raises SpecError,
    and then the last site is as it was.
    """
    spec, problems = checked(root, skip_broken=skip_broken)
    if problems:
        print_problems(problems)
    if left_out := sorted(set(spec.config.targets) - set(spec.languages)):
        print(f"Left out: {', '.join(left_out)}", file=sys.stderr)
    with Builder(root) as builder:
        builder.whole(publish(spec, prints=True), strict=True)
        return builder.swap()


class Builder:
    """Builds a whole site, and then parts of it, each beside the last site."""

    def __init__(self, root: Path) -> None:
        self.root, self.site = root, root / "site"
        self.new = Path()
        self.config: MkDocsConfig | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        if self.new.name:
            shutil.rmtree(self.new, ignore_errors=True)

    def whole(self, publication: Publication, *, strict: bool) -> None:
        """Build every language."""
        self._begin()
        with _Warnings():
            config = load_site(self.root, site_dir=str(self.new), strict=strict)
            _plugin_of(config).given = publication
            config.plugins.on_startup(command="build", dirty=False)
            build(config)
        self.config = config

    def language(self, publication: Publication, tag: str) -> None:
        """Build one language, as static-i18n builds each further one, beside what the last site has of all else."""
        assert self.config is not None
        self._begin()
        self.config.site_dir = str(self.new)
        plugin, i18n = _plugin_of(self.config), self.config.plugins["i18n"]
        plugin.pages.forget_plans()
        plugin.publication = publication
        i18n.building, i18n.current_language, plugin.is_partial = True, tag, True  # type: ignore[attr-defined]
        try:
            with _Warnings():
                build(self.config)
        finally:
            i18n.building, i18n.current_language, plugin.is_partial = False, i18n.default_language, False  # type: ignore[attr-defined]
        shutil.copytree(self.site, self.new, copy_function=_copy_missing, dirs_exist_ok=True)
        plugin.on_post_build(self.config)

    def swap(self) -> Path:
        """There is no moment at which the site is half a site."""
        swap_folder_in(self.new, self.site)
        if self.config:
            _plugin_of(self.config).pages.commit()
        return self.site

    def _begin(self) -> None:
        if self.new.name:
            shutil.rmtree(self.new, ignore_errors=True)
        self.new = folder_beside(self.site)


def _copy_missing(source: str, target: str) -> None:
    if not Path(target).exists():
        shutil.copy2(source, target)


class _Warnings:
    """Prints what MkDocs warns of, and makes a Problem of its giving up."""

    def __enter__(self) -> None:
        self.handler = logging.StreamHandler(sys.stderr)
        self.handler.setLevel(logging.WARNING)
        logging.getLogger("mkdocs").addHandler(self.handler)

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        logging.getLogger("mkdocs").removeHandler(self.handler)
        if isinstance(error, MkDocsException):
            problem = Problem(Location("mkdocs.yml"), f"MkDocs stopped: {error}", "mkdocs", "See its warnings above.")
            raise SpecError([problem]) from None


def _plugin_of(config: MkDocsConfig) -> PorspecPlugin:
    plugin = config.plugins.get("porspec")
    if not isinstance(plugin, PorspecPlugin):
        remedy = "Add porspec to its plugins, before i18n."
        raise SpecError([Problem(Location("mkdocs.yml"), "The plugin porspec is missing", "mkdocs", remedy)])
    return plugin


# --- serve ---------------------------------------------------------------------------------------------------------


def serve_site(root: Path, port: int, *, follow: bool) -> None:
    """Build, serve on loopback until interrupted, print the address; after an edit, build again what depends on it.

    What does not stop a page from being built is printed, and the page is built: who writes wants to see it.
    """
    with Builder(root) as builder:
        follower = Follower(root, builder)
        follower.build()
        server = Server(follower.rebuild, HOST, free_port(port), str(builder.site), polling_interval=_POLL_SECONDS)
        server.error_handler = partial(_page_for, builder.site)
        if follow:
            for path in sources(read_config(root)):
                server.watch(str(path))
        try:
            server.serve()  # type: ignore[no-untyped-call]
        finally:
            server.shutdown()


def _page_for(site: Path, code: int) -> bytes | None:
    """The site's own page for what goes wrong; None where it has none."""
    page = site / f"{code}.html"
    return page.read_bytes() if page.exists() else None


class Server(LiveReloadServer):
    """MkDocs' own server, which reloads the pages that are open; prints its address once it listens."""

    def server_activate(self) -> None:
        super().server_activate()
        print(f"Serving on {self.url}", flush=True)

    def serve_request(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        """No file has a NUL in its name: such a page is missing like any other."""
        path = environ["PATH_INFO"].replace("\0", "%00")
        return super().serve_request({**environ, "PATH_INFO": path}, start_response)


class Follower:
    """Builds again what an edit changes: one language where only its own files changed, or else everything.

    What other languages say of that one, such as how far it is, follows once nobody waits for a page: `behind`.
    """

    def __init__(self, root: Path, builder: Builder) -> None:
        self.root, self.builder = root, builder
        self.stamps: dict[Path, int] = {}
        self.changed: set[Path] = set()  # since the last build that can be shown
        self.published: Publication | None = None
        self.behind: set[str] = set()
        self.building = threading.Lock()
        self.afterwards = threading.Timer(0, self.catch_up)

    def build(self) -> None:
        """Build everything; raises SpecError where nothing can be shown."""
        self.stamps = dict(_stamps(self.root))
        self._build(None)

    def rebuild(self) -> None:
        """Build what the last edits changed; where that cannot be shown, the last good site stays."""
        try:
            if not self._has_changed():  # but for what was written here
                return
            self.afterwards.cancel()
            with self.building:
                self._build(_language_of(read_config(self.root), self.changed))
            self.changed = set()
            print("Built again", flush=True)
        except SpecError as error:
            print_problems(error.problems)
            print("The last good site is still being served.", file=sys.stderr, flush=True)

    def _has_changed(self) -> bool:
        """Take note of what was saved; where pages come or go, the menus of all languages change."""
        before, self.stamps = self.stamps, dict(_stamps(self.root))
        changed = {path for path, _ in before.items() ^ self.stamps.items()}
        self.changed |= changed
        if any(path.suffix == ".md" for path in before.keys() ^ self.stamps.keys()):
            self.changed.add(self.root / "mkdocs.yml")
        return bool(changed)

    def _build(self, code: str | None) -> None:
        for path in follow_catalogues(self.root, code):
            print(f"wrote {path}", flush=True)
            self._take_note(self.root / path)
        publication = publish(load(self.root), prints=self.published is None)
        if code is None or self.published is None or self.published.languages != publication.languages:
            self.builder.whole(publication, strict=False)
            self.behind = set()
        else:
            tag = publication.tag(code)
            self.builder.language(publication, tag)
            self.behind = (self.behind | _changed(self.published, publication)) - {tag}
        self.builder.swap()
        self.published = publication
        self.afterwards = threading.Timer(_CHECK_SECONDS, self.catch_up)
        self.afterwards.daemon = True
        self.afterwards.start()

    def _take_note(self, written: Path) -> None:
        """What is written here is no edit; what somebody saves meanwhile is."""
        if written.exists():
            self.stamps[written] = written.stat().st_mtime_ns
        else:
            self.stamps.pop(written, None)

    def catch_up(self) -> None:
        """Say what is wrong, and let the other languages follow; an edit meanwhile waits for one of these at most."""
        with self.building, contextlib.suppress(SpecError):
            if self.published and (problems := problems_in(self.published.spec)):
                print_problems(problems)
        while self.behind:
            with self.building, contextlib.suppress(SpecError):
                if self.behind and self.published:
                    self.builder.language(self.published, self.behind.pop())
                    self.builder.swap()


def _changed(before: Publication, after: Publication) -> set[str]:
    """The languages whose pages, or whatever all their pages say, are not as they were."""
    return {
        tag
        for tag in after.languages
        if tag not in before.languages or before.shared(tag) != after.shared(tag) or before.of(tag) != after.of(tag)
    }


def _language_of(config: Config, changed: set[Path]) -> str | None:
    """The language, other than the source's, that all of these files belong to."""
    for code in config.targets:
        folders = (config.root / config.locales / code, config.root / config.features / code)
        tags = (config.language(code).tag,)
        pages = {path for path in changed if split_page_name(path.name, tags)[1]}
        if all(any(path.is_relative_to(each) for each in folders) for path in changed - pages):
            return code
    return None


def free_port(port: int) -> int:
    """The first port from this one on that can be listened at."""
    ports = range(port, min(port + _PORTS, _LAST_PORT + 1)) if 0 < port <= _LAST_PORT else range(0)
    for candidate in ports:
        with socket.socket() as probe, contextlib.suppress(OSError):
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((HOST, candidate))
            if candidate != port:
                print(f"Port {port} is taken", file=sys.stderr)
            return candidate
    message = f"Ports {port} to {ports[-1]} cannot be listened at" if ports else f"There is no port {port}"
    raise SpecError([Problem(Location("pyproject.toml"), message, "port", "Give another --port.")])


def _stamps(root: Path) -> Iterator[tuple[Path, int]]:
    """Each source file with its time of change."""
    for source in sources(read_config(root)):
        for path in source.rglob("*") if source.is_dir() else [source]:
            if path.is_file() and "__pycache__" not in path.parts:
                yield path, path.stat().st_mtime_ns
