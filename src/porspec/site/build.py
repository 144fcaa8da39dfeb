"""Build the site, or a language of it, beside the last one and swap it in whole; serve it, and follow edits."""

import logging
import re
import shutil
import socket
import sys
import threading
import traceback
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Any
from wsgiref.util import FileWrapper

from jinja2 import TemplateNotFound
from mkdocs.commands.build import build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from mkdocs.livereload import LiveReloadServer

from ..checks.checking import checked, problems_in
from ..languages.sync import follow_catalogues
from ..sources.config import Config, read_config
from ..sources.files import SITE
from ..sources.kept import Kept
from ..sources.mkdocs_yml import load_site
from ..sources.pages import split_page_name
from ..sources.problems import Location, Problem, SpecError, of_system, print_problems
from ..sources.writing import writing
from ..spec.proof import refuse_unproved
from ..spec.spec import load
from .deploy import complete, page_for
from .kept import settings_of
from .messages import Resource, resource
from .plugin import PorspecPlugin
from .publish import Publication, asked, publish, sources
from .templates import list_once
from .workers import number_of, side_by_side

HOST, _PACKAGE = "127.0.0.1", Path(__file__).parents[1]
_LARGE = 200  # pages
_PORTS, _LAST_PORT, _POLL_SECONDS, _CHECK_SECONDS = 20, 65535, 0.2, 1
_OWN_NAME = re.compile(r"(localhost|127\.0\.0\.1|\[::1\])(:\d+)?", re.IGNORECASE)
_LONGEST_PATH, _LONGEST_LINE = 2000, 300


def build_site(root: Path, *, skip_broken: bool = False, **options: Any) -> Path:
    """Check, run and build, strictly; returns the site's folder. Raises SpecError, and then the last site stays.

    With `skip_broken`, a language whose own files have problems is left out, and they are printed.
    """
    spec, problems = checked(root, skip_broken=skip_broken)
    if problems:
        print_problems(problems)
    if left_out := sorted(set(spec.config.targets) - set(spec.languages)):
        print(f"Left out: {', '.join(left_out)}", file=sys.stderr)
    with spec.world.running():
        publication, problems = publish(spec, prints=True), refuse_unproved(spec)
    if problems:
        print_problems(problems)
    builder = Builder(root, **options)
    builder.whole(publication, strict=True)
    return builder.site


class Builder:
    """Builds a whole site, and then parts of it, each beside the last site, in the project's folder or another one."""

    config: MkDocsConfig  # of the last whole site
    plugin: PorspecPlugin | None = None

    told: "_Told"

    def __init__(self, root: Path, beside: Path | None = None, processes: int | None = None, **options: Any) -> None:
        """`processes` are as many as there are processors for a large site, where it is not given."""
        self.root, self.base, self.site, self.processes = root, beside or root, (beside or root) / SITE, processes
        self.options = options

    def whole(self, publication: Publication, *, strict: bool) -> None:
        """Build every language."""
        with self._beside() as folder:
            config = load_site(self.root, site_dir=folder, strict=strict, **self.options)
            self.plugin = plugin = _plugin_of(config)
            config.plugins.on_startup(command="build", dirty=False)
            plugin.pages.settings = settings_of(config)
            if plugin.pages.settings is None:
                plugin.given = publication
                build(config)
            else:
                plugin.publication, plugin.pages.store = publication, Kept("page")
                list_once(config.theme)
                tags = list(publication.languages)
                side_by_side(partial(self._build_all, config, tags), tags, self._processes(publication))
                plugin.on_post_build(config)  # last of all: it writes what others have written before
                complete(config, publication)
        Kept.trim()
        self.config = config

    def language(self, publication: Publication, tag: str) -> None:
        """Build one language, as static-i18n builds each further one, beside what the last site has of all else."""
        plugin = _plugin_of(self.config)
        plugin.publication = publication
        with self._beside() as folder:
            self.config.site_dir, plugin.is_partial = folder, True
            try:
                self._build(self.config, [tag], [tag])
            finally:
                plugin.is_partial = False
            copy = lambda old, new: Path(new).exists() or shutil.copy2(old, new)  # noqa: E731
            shutil.copytree(self.site, folder, copy_function=copy, dirs_exist_ok=True)
            plugin.on_post_build(self.config)
            complete(self.config, publication)

    def _processes(self, publication: Publication) -> int:
        """Copies of this process cost some time of their own, which a small site does not win."""
        large = len(publication.pages) >= _LARGE
        return self.processes or (number_of(len(publication.languages)) if large else 1)

    def _build_all(self, config: MkDocsConfig, tags: Sequence[str], own: Collection[str]) -> None:
        try:
            self._build(config, tags, own)
        except Exception as error:
            raise self._told(error) from error

    def _build(self, config: MkDocsConfig, tags: Sequence[str], own: Collection[str]) -> None:
        """Build these languages, with the pages of some of them, as static-i18n does; pages that are kept as they are.

        MkDocs passes by those that it need not make where it is told that others may be older, and warns of that.
        """
        plugin, i18n = _plugin_of(config), config.plugins["i18n"]
        plugin.own, plugin.pages.count = own, lambda: self.told.count
        log = logging.getLogger("mkdocs.commands.build")
        log.addFilter(_is_no_warning_of_ours)
        try:
            for tag in tags:
                i18n.building, i18n.current_language = True, tag  # type: ignore[attr-defined]
                build(config, dirty=True)
        finally:
            log.removeFilter(_is_no_warning_of_ours)
            i18n.building, i18n.current_language = False, i18n.default_language  # type: ignore[attr-defined]
        if not plugin.is_partial:
            plugin.on_post_build(config)

    @contextmanager
    def _beside(self) -> Iterator[str]:
        """A folder beside the last site, and then in its place: there is no moment at which the site is half a site.

        Prints what MkDocs warns of, and makes a Problem of its giving up.
        """
        self.told = handler = _Told()
        logging.getLogger("mkdocs").addHandler(handler)
        try:
            with writing(self.base) as work:
                folder = work.new_folder()
                yield str(folder)
                work.replace_folder(folder, self.site)
        except Exception as error:
            raise self._told(error) from error
        finally:
            logging.getLogger("mkdocs").removeHandler(handler)

    def _told(self, error: Exception) -> Exception:
        """What MkDocs, templates, plugins and hooks raised, as a Problem; or the error itself."""
        if isinstance(error, MkDocsException):
            problem = Problem(Location("mkdocs.yml"), f"MkDocs stopped: {error}", "mkdocs", "See its warnings above.")
            return SpecError([problem])
        last = traceback.extract_tb(error.__traceback__)[-1].filename
        is_of_system = isinstance(error, OSError) and error.errno is not None  # a template that is missing is one, too
        if is_of_system or isinstance(error, SpecError) or Path(last).is_relative_to(_PACKAGE):
            return error
        missing = str(error.name) if isinstance(error, TemplateNotFound) else None
        place = asked(self.plugin.at, self.plugin.matters, missing) if self.plugin else Location("mkdocs.yml")
        message = f"MkDocs stopped: {type(error).__name__}: {error if missing is None else missing}"
        remedy = "Correct what it names in the front matter, in mkdocs.yml, or in the project's templates and hooks."
        return SpecError([Problem(place, message, "mkdocs", remedy)])


class _Told(logging.StreamHandler):  # type: ignore[type-arg]
    """Prints what MkDocs warns of, and counts it."""

    def __init__(self) -> None:
        super().__init__(sys.stderr)
        self.setLevel(logging.WARNING)
        self.count = 0

    def emit(self, record: logging.LogRecord) -> None:
        """As it is told, to what is stderr now."""
        self.count += 1
        self.stream = sys.stderr
        super().emit(record)


def _is_no_warning_of_ours(record: logging.LogRecord) -> bool:
    return "A 'dirty' build is being performed" not in record.getMessage()


def _plugin_of(config: MkDocsConfig) -> PorspecPlugin:
    plugin = config.plugins.get("porspec")
    if not isinstance(plugin, PorspecPlugin):
        remedy = "Write - porspec below plugins, before i18n."
        raise SpecError([Problem(Location("mkdocs.yml"), "The plugin porspec is missing", "mkdocs", remedy)])
    return plugin


def serve_site(root: Path, port: int, *, follow: bool) -> None:
    """Build, serve on loopback until interrupted, print the address; after an edit, build again what depends on it.

    What does not stop a page from being built is printed, and the page is built: who writes wants to see it. The site
    is in a folder of its own, as its texts name their messages: nobody is to publish it, and what a killed server left
    is removed by the next command. What goes wrong has its own page, where there is one; its links are for here.
    """
    with writing(root) as work:
        follower = Follower(root, work.folder, site_url="")
        site = follower.builder.site
        server = Server(follower.rebuild, HOST, free_port(port), str(site), polling_interval=_POLL_SECONDS)
        server.error_handler = lambda code: page_for(code, server.asked.path, site)
        server.own = lambda path: resource(follower.published, path) if follower.published else None
        logging.getLogger("mkdocs.livereload").addFilter(_shown)
        for path in sources(read_config(root)) if follow else ():
            server.watch(str(path))
        try:
            server.serve()  # type: ignore[no-untyped-call]
        finally:
            server.shutdown()


class Server(LiveReloadServer):
    """MkDocs' own server, which reloads the pages that are open; `own` gives what it has besides the site."""

    own: Callable[[str], Resource | None] | None = None
    asked = threading.local()

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
        if own := self.own and self.own(path):
            start_response("200 OK", [("Content-Type", own.type), ("Cache-Control", "no-store")])
            return [own.content] if method == "GET" else []
        found = super().serve_request({**environ, "PATH_INFO": path}, start_response)
        if method == "GET":
            return found
        if isinstance(found, FileWrapper):
            found.filelike.close()
        return []


def _shown(record: logging.LogRecord) -> bool:
    """Let nobody who asks for a page write to the terminal as they like."""
    text = record.getMessage()[:_LONGEST_LINE]
    record.msg, record.args = "".join(each if each.isprintable() else "?" for each in text), ()
    return True


class Follower:
    """Builds again what an edit changes: one language where only its own files changed, or else everything.

    What other languages say of that one, such as how far it is, follows once nobody waits for a page: `behind`.
    """

    def __init__(self, root: Path, beside: Path | None = None, **options: Any) -> None:
        """Build everything, in the project's folder or another one; raises SpecError where nothing can be shown."""
        self.root, self.builder = root, Builder(root, beside, **options)
        self.stamps = _stamps(sources(read_config(root)))
        self.changed: set[Path] = set()  # since the last build that can be shown
        self.published: Publication | None = None
        self.behind: set[str] = set()
        self.building = threading.Lock()
        self._build(None)

    def rebuild(self) -> None:
        """Build what the last edits changed; where that cannot be shown, the last good site stays."""
        try:
            before, self.stamps = self.stamps, _stamps(sources(read_config(self.root)))
            if before == self.stamps:  # but for what was written here
                return
            self.changed |= {path for path, _ in before.items() ^ self.stamps.items()}
            if any(path.suffix == ".md" for path in before.keys() ^ self.stamps.keys()):
                self.changed.add(self.root / "mkdocs.yml")  # pages that come or go change the menus of all languages
            self.afterwards.cancel()
            with self.building:
                self._build(_language_of(read_config(self.root), self.changed))
            self.changed = set()
            print("Built again", flush=True)
        except (SpecError, OSError) as error:
            print_problems(error.problems if isinstance(error, SpecError) else [of_system(error)])
            print("The last good site is still being served.", file=sys.stderr, flush=True)

    def _build(self, code: str | None) -> None:
        for path in follow_catalogues(self.root, code):
            print(f"wrote {path}", flush=True)
            self.stamps.pop(self.root / path, None)  # this is no edit; what somebody saves meanwhile is
            self.stamps |= _stamps([self.root / path])
        last = self.published
        publication = publish(load(self.root), prints=last is None, names_messages=True)
        if code is None or last is None or last.languages != publication.languages:
            self.builder.whole(publication, strict=False)
            self.behind = set()
        else:
            tag = publication.tag(code)
            self.builder.language(publication, tag)
            others = publication.languages.keys() - {tag}
            self.behind |= {each for each in others if publication.of(each) != last.of(each)}
            self.behind.discard(tag)
        self.published = publication
        self.afterwards = threading.Timer(_CHECK_SECONDS, self.catch_up)
        self.afterwards.daemon = True
        self.afterwards.start()

    def catch_up(self) -> None:
        """Say what is wrong, and let the other languages follow; an edit meanwhile waits for one of these at most."""
        with self.building, suppress(SpecError):
            if self.published and (problems := problems_in(self.published.spec)):
                print_problems(problems)
        while self.behind:
            with self.building, suppress(SpecError):
                if self.behind and self.published:
                    self.builder.language(self.published, self.behind.pop())


def _language_of(config: Config, changed: Iterable[Path]) -> str | None:
    """The language, other than the source's, that all of these files belong to."""
    for code in config.targets:
        tags, folders = (config.language(code).tag,), (config.locales, config.features)
        others = (path for path in changed if not split_page_name(path.name, tags)[1])
        if all(any(path.is_relative_to(config.root / each / code) for each in folders) for path in others):
            return code
    return None


def _stamps(places: Iterable[Path]) -> dict[Path, int]:
    """The time of change of each file that is one of these, or in one."""
    stamps = {}
    for path in (path for each in places for path in (each.rglob("*") if each.is_dir() else [each])):
        if "__pycache__" not in path.parts and path.is_file():
            with suppress(FileNotFoundError):  # as what editors write beside a file, and remove
                stamps[path] = path.stat().st_mtime_ns
    return stamps


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
