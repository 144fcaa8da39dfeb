"""Build the site beside the last one and swap it in whole; serve it on loopback and follow edits."""

from __future__ import annotations

import contextlib
import logging
import shutil
import socket
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Self

from mkdocs import utils
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer

from .checking import CHECKS
from .checks import checked, problems_of, usable
from .config import Config, read_config
from .mkdocs_plugin import PorspecPlugin
from .problems import Location, Problem, SpecError
from .publish import Publication, publication_of
from .report import print_problems, report
from .runner import Trace, planned, run_all
from .spec import Spec, load
from .sync import follow_catalogues

HOST = "127.0.0.1"
_PORTS = 20
_POLL_SECONDS = 0.2
_CHECK_SECONDS = 1


def build_site(root: Path, *, skip_broken: bool = False) -> Path:
    """Check, run and build, strictly; returns the folder of the site.

    With `skip_broken`, a language whose own files have problems is left out, and they are printed. Raises SpecError,
    and then the last site is as it was.
    """
    spec, problems = usable(root) if skip_broken else checked(root)
    if problems:
        print_problems(problems)
    if left_out := sorted(set(spec.config.targets) - set(spec.languages)):
        print(f"Left out: {', '.join(left_out)}", file=sys.stderr)
    with Builder(root) as builder:
        builder.whole(_published(spec), strict=True)
        return builder.swap()


def _published(spec: Spec) -> Publication:
    """The publication of a spec; prints the run."""
    traces: list[Trace] = []

    def kept() -> Iterator[Trace]:
        for trace in run_all(spec):
            traces.append(trace)
            yield trace

    if failed := report(spec, kept(), sum(1 for _ in planned(spec))):
        raise SpecError(failed)
    return publication_of(spec, traces, tuple(CHECKS["moniker-zone-empty"](spec)))


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
        config = load_config(str(self.root / "mkdocs.yml"), site_dir=str(self.new), strict=strict)
        _plugin(config).given = publication
        with _Warnings():
            config.plugins.on_startup(command="build", dirty=False)
            build(config)
        self.config = config

    def language(self, publication: Publication, tag: str) -> None:
        """Build one language into a copy of the last site, as static-i18n builds each further one."""
        assert self.config is not None
        self._begin()
        _plugin(self.config).pages.forget_plans()
        shutil.copytree(self.site, self.new, dirs_exist_ok=True)
        self.config.site_dir = str(self.new)
        plugin = _plugin(self.config)
        i18n: Any = self.config.plugins["i18n"]
        plugin.publication = publication
        clean = utils.clean_directory
        utils.clean_directory = _leave
        i18n.building, i18n.current_language, plugin.is_partial = True, tag, True
        try:
            with _Warnings():
                build(self.config)
        finally:
            utils.clean_directory = clean
            i18n.building, i18n.current_language, plugin.is_partial = False, i18n.default_language, False
        plugin.write_indexes(self.config)

    def swap(self) -> Path:
        """Two renames: there is no moment at which the site is half a site."""
        self.new.chmod(0o755)
        old = self.new.with_name(f"{self.new.name}.old")
        if self.site.exists():
            self.site.rename(old)
        self.new.rename(self.site)
        shutil.rmtree(old, ignore_errors=True)
        if self.config:
            _plugin(self.config).pages.commit()
        return self.site

    def _begin(self) -> None:
        if self.new.name:
            shutil.rmtree(self.new, ignore_errors=True)
        self.new = Path(tempfile.mkdtemp(dir=self.root, prefix=".site."))


def _leave(directory: str) -> None:
    """Stands in for what would empty the site's folder."""
    del directory


class _Warnings:
    """Prints what MkDocs warns of, and makes a Problem of its giving up."""

    def __enter__(self) -> None:
        self.handler = logging.StreamHandler(sys.stderr)
        self.handler.setLevel(logging.WARNING)
        logging.getLogger("mkdocs").addHandler(self.handler)

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        logging.getLogger("mkdocs").removeHandler(self.handler)
        if isinstance(error, Abort):
            problem = Problem(Location("mkdocs.yml"), f"MkDocs stopped: {error}", "mkdocs", "See its warnings above.")
            raise SpecError([problem]) from None


def _plugin(config: MkDocsConfig) -> PorspecPlugin:
    plugin = config.plugins.get("porspec")
    if not isinstance(plugin, PorspecPlugin):
        remedy = "Add porspec to its plugins, before i18n."
        raise SpecError([Problem(Location("mkdocs.yml"), "The plugin porspec is missing", "mkdocs", remedy)])
    return plugin


def serve_site(root: Path, port: int, *, follow: bool) -> None:
    """Build, serve on loopback until interrupted, print the address; after an edit, build again what depends on it.

    What does not stop a page from being built is printed, and the page is built: who writes wants to see it.
    """
    with Builder(root) as builder:
        follower = Follower(root, builder)
        follower.build()
        server = _Server(follower.rebuild, HOST, _free_port(port), str(builder.site), polling_interval=_POLL_SECONDS)
        server.error_handler = lambda code: (builder.site / f"{code}.html").read_bytes()
        if follow:
            for path in _sources(read_config(root)):
                server.watch(str(path))
        try:
            server.serve()  # type: ignore[no-untyped-call]
        finally:
            server.shutdown()


class _Server(LiveReloadServer):
    """MkDocs' own server, which reloads the pages that are open; prints its address once it listens."""

    def server_activate(self) -> None:
        super().server_activate()
        print(f"Serving on {self.url}", flush=True)


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
        before, self.stamps = self.stamps, dict(_stamps(self.root))
        changed = {path for path, _ in before.items() ^ self.stamps.items()}
        if not changed:  # but for what was written here
            return
        self.changed |= changed
        self.afterwards.cancel()
        try:
            with self.building:
                self._build(_language_of(read_config(self.root), self.changed))
            self.changed = set()
            print("Built again", flush=True)
        except SpecError as error:
            print_problems(error.problems)
            print("The last good site is still being served.", file=sys.stderr, flush=True)

    def _build(self, code: str | None) -> None:
        for path in follow_catalogues(self.root, code):
            print(f"wrote {path}", flush=True)
            self._take_note(self.root / path)
        published = _published(load(self.root))
        if code is None or self.published is None:
            self.builder.whole(published, strict=False)
            self.behind = set()
        else:
            tag = published.tag(code)
            self.builder.language(published, tag)
            self.behind = (self.behind | _changed(self.published, published)) - {tag}
        self.builder.swap()
        self.published = published
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
            _, problems = problems_of(self.root)
            if problems:
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
        ending = f".{config.language(code).tag}.md"
        if all(any(path.is_relative_to(each) for each in folders) or path.name.endswith(ending) for path in changed):
            return code
    return None


def _free_port(port: int) -> int:
    for candidate in range(port, port + _PORTS):
        with socket.socket() as probe:
            if probe.connect_ex((HOST, candidate)):
                return candidate
    place = Location("pyproject.toml")
    raise SpecError([Problem(place, f"Ports {port} to {port + _PORTS - 1} are in use", "port", "Give another --port.")])


def _sources(config: Config) -> Iterator[Path]:
    """The files and folders that a site depends on."""
    names = ("mkdocs.yml", "pyproject.toml", "docs", config.features, config.steps, config.locales)
    yield from (path for path in (config.root / name for name in names) if path.exists())


def _stamps(root: Path) -> Iterator[tuple[Path, int]]:
    """Each source file with its time of change."""
    for source in _sources(read_config(root)):
        for path in source.rglob("*") if source.is_dir() else [source]:
            if path.is_file() and "__pycache__" not in path.parts:
                yield path, path.stat().st_mtime_ns
