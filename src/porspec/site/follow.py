"""Follows edits of a project's sources: works out again what depends on them, what somebody looks at first.

An edit of a feature, a message, a step or a page leaves MkDocs as it is: only pages whose text it changes are built
again, each when somebody asks for it, and all of them afterwards. Any other edit builds the whole site again.
"""

import signal
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Collection, Iterable
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from ..checks.checking import problems_in
from ..languages.sync import follow_catalogues
from ..languages.written import Written
from ..sources.catalogues import DOMAINS
from ..sources.config import Config, read_config
from ..sources.files import WORK
from ..sources.pages import source_of
from ..sources.problems import SpecError, of_system, print_problems
from ..spec.known import Known
from ..spec.report import by_cause
from ..spec.runner import run_all
from ..spec.spec import load
from .build import Builder
from .language_site import LanguageSite
from .publish import Publication, sources
from .rendered import Publisher

_QUIET_SECONDS, _YIELD_SECONDS = 1, 0.01
_PAGES = "pages"  # where pages are built before they take their place


class Follower:
    """Builds the site, and again what edits change; one thread at a time, under `building`.

    `open_pages` are the paths in the site of the pages that somebody looks at, `tell` is told of those that changed.
    """

    def __init__(self, root: Path, beside: Path | None = None, **options: Any) -> None:
        """Build everything, in the project's folder or another one; raises SpecError where nothing can be shown."""
        self.root, self.builder = root, Builder(root, beside, is_followed=True, **options)
        self.open_pages: Callable[[], Collection[str]] = lambda: ()
        self.tell: Callable[[Iterable[str]], None] = lambda _: None
        self.stamps = _stamps(sources(read_config(root)))
        self.changed: set[Path] = set()  # since the last edit that can be shown
        self.is_due = False  # whether one of these takes building the whole site
        self.building = threading.RLock()
        self.waiting = 0  # who waits for a page
        self.written, self.publisher = Written(Known()), Publisher()
        self.published: Publication | None = None
        self.edits = 0
        self.pages: dict[str, _Shown] = {}  # by their paths in the site
        self.sites: dict[str, LanguageSite] = {}
        self.checking: subprocess.Popen[bytes] | None = None
        self._load_again()
        self._whole()
        self._begin_afterwards()

    # --- after an edit -----------------------------------------------------------------------------------------------

    def rebuild(self) -> None:
        """Work out what the last edits changed; where that cannot be shown, the last good site stays."""
        self.waiting += 1
        try:
            with self.building:
                self._follow()
        except (SpecError, OSError) as error:
            print_problems(error.problems if isinstance(error, SpecError) else [of_system(error)])
            print("The last good site is still being served.", file=sys.stderr, flush=True)
        finally:
            self.waiting -= 1

    def _follow(self) -> None:
        config = read_config(self.root)
        before, self.stamps = self.stamps, _stamps(sources(config))
        if before == self.stamps:  # but for what was written here
            return
        self.stop()
        self.changed |= {path for path, _ in before.items() ^ self.stamps.items()}
        moved = before.keys() ^ self.stamps.keys()
        self.is_due |= not all(_is_small(config, each, is_moved=each in moved) for each in self.changed)
        docs = self.root / config.docs
        if any(each in moved or not each.is_relative_to(docs) for each in self.changed):
            self.is_due |= self._load_again()
        self.edits += 1
        if self.is_due:
            self._whole()
        edited = {each.relative_to(docs).as_posix() for each in self.changed if each.is_relative_to(docs)}
        written = [page for page, each in self.pages.items() if each.name in edited]
        for page in (*self.open_pages(), *written):
            self._refresh(page)
        self.changed, self.is_due = set(), False
        self._begin_afterwards()
        print("Built again", flush=True)

    def _load_again(self) -> bool:
        """Load what changed, and run what did; whether the site has other pages or languages than before.

        Where the steps changed there is much to run: that waits for who asks for it.
        """
        for path in follow_catalogues(self.root, None, self.written):
            print(f"wrote {path}", flush=True)
            self.stamps.pop(self.root / path, None)  # this is no edit; what somebody saves meanwhile is
            self.stamps |= _stamps([self.root / path])
        last = self.published
        publication = self.publisher.publish(load(self.root, self.written.known), prints=last is None)
        if last is None or last.spec.world is publication.spec.world:
            self.publisher.refuse_failed(publication.spec)
        self.published = publication
        return last is None or last.languages != publication.languages or [*last.pages] != [*publication.pages]

    def _whole(self) -> None:
        assert self.published
        deque(self.published.pages.values(), maxlen=0)  # rendered once, before copies of this process build with them
        self.builder.whole(self.published, strict=False)
        self.sites = {tag: self._site(tag) for tag in self.published.languages}
        before, self.pages = self.pages, {}
        for tag, site in self.sites.items():
            for name, page in site.pages().items():
                self.pages[page] = _Shown(tag, name, self._own(tag, name), site.around, self.edits)
        self.tell(page for page, each in self.pages.items() if page not in before or before[page].own != each.own)

    def _site(self, tag: str) -> LanguageSite:
        assert self.published
        assert self.builder.plugin
        folder = self.builder.base / WORK / _PAGES / tag
        return LanguageSite(self.builder.load(str(folder)), self.published, tag, self.builder.plugin)

    # --- a page ------------------------------------------------------------------------------------------------------

    def refresh(self, page: str) -> None:
        """Bring a page up to date, by its path in the site, if it is one; what cannot be shown stays as it is."""
        self.waiting += 1
        try:
            with self.building, suppress(SpecError, OSError):
                self._refresh(page)
        finally:
            self.waiting -= 1

    def _refresh(self, page: str) -> None:
        """Build a page again where its own text, or what all pages of its language show, changed."""
        shown = self.pages.get(page)
        if shown is None or (shown.edits, shown.around) == (self.edits, self.sites[shown.tag].around):
            return
        assert self.published
        own, site = self._own(shown.tag, shown.name), self.sites[shown.tag]
        if (own, site.around) != (shown.own, shown.around):
            try:
                site.build(self.published, shown.name, self.builder.site)
            except Exception as error:
                raise self.builder.told(error) from error
        is_other = own != shown.own
        self.pages[page] = _Shown(shown.tag, shown.name, own, site.around, self.edits)
        if is_other:
            self.tell([page])

    def _own(self, tag: str, name: str) -> bytes:
        """A digest of what the text of a page is made from."""
        assert self.published
        publication, docs = self.published, self.published.spec.config.docs
        if name in publication.pages:
            return sha256(publication.pages[name].encode()).digest()
        config = publication.spec.config
        origin = source_of(self.root / docs / name, tag, publication.tag()) if tag != publication.tag() else None
        text = config.page_text(f"{docs}/{name}")
        filled = publication.filled(name, text, tag)
        return sha256(f"{filled}\0{origin and origin.read_text('utf-8', 'replace')}".encode()).digest()

    # --- once nobody waits -------------------------------------------------------------------------------------------

    def stop(self) -> None:
        """Do nothing more of what is done once nobody waits."""
        self.afterwards.cancel()
        self.edits += 1
        if self.checking:
            self.checking.kill()
            self.checking.wait()

    def _begin_afterwards(self) -> None:
        self.afterwards = threading.Timer(_QUIET_SECONDS, self._when_quiet)
        self.afterwards.daemon = True
        self.afterwards.start()

    def _when_quiet(self) -> None:
        if not self.catch_up():
            return
        code = f"from {__name__} import tell_problems; tell_problems({str(self.root)!r})"
        self.checking = subprocess.Popen([sys.executable, "-P", "-c", code])  # noqa: S603 - our own

    def catch_up(self) -> bool:
        """Bring everything up to date, page by page: whoever asks for one meanwhile goes first, and an edit ends it.

        Whether it came to its end.
        """
        edits = self.edits
        with self.building, suppress(SpecError, OSError):
            self._share()
        for page in [*self.pages] * 2:  # what one is called now, those before it show as well
            while self.waiting:
                time.sleep(_YIELD_SECONDS)
            with self.building:
                if self.edits != edits:
                    return False
                with suppress(SpecError, OSError):  # which are told when everything is checked
                    self._refresh(page)
        with self.building:
            for site in self.sites.values() if self.edits == edits else ():
                site.finish(self.builder.site)
            return self.edits == edits

    def _share(self) -> None:
        """Take up what all pages of a language share, where that changed."""
        assert self.published
        for tag, site in self.sites.items():
            if self.published.shared(tag) != site.shared:
                self.sites[tag] = self._site(tag)
                self.sites[tag].around = site.around + 1


@dataclass(frozen=True)
class _Shown:
    """A page as it is in the site: the digest of its own text, what was `around` it, and after how many edits."""

    tag: str
    name: str
    own: bytes
    around: int
    edits: int


def tell_problems(root: str) -> None:
    """Print everything that is wrong with a project, in a process of its own."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who began it ends it
    try:
        spec = load(Path(root))
        problems = [*by_cause(run_all(spec))] or problems_in(spec)
    except SpecError as error:
        problems = error.problems
    if problems:
        print_problems(problems)


def _is_small(config: Config, path: Path, *, is_moved: bool) -> bool:
    """Whether an edit of a file leaves the site its files; `is_moved`: the file came or is gone."""
    name, of = path.name, path.relative_to(config.root)
    if name.startswith(".") or name.endswith("~"):  # as editors leave them beside the file
        return True
    if of.is_relative_to(config.steps):
        return True
    if of.is_relative_to(config.features):
        return not (is_moved and path.suffix == ".feature")
    if of.is_relative_to(config.locales):
        return path.suffix != ".po" or (path.stem in DOMAINS and not is_moved)
    return of.is_relative_to(config.docs) and path.suffix == ".md" and not is_moved


def _stamps(places: Iterable[Path]) -> dict[Path, int]:
    """The time of change of each file that is one of these, or in one."""
    stamps = {}
    for path in (path for each in places for path in (each.rglob("*") if each.is_dir() else [each])):
        if "__pycache__" not in path.parts and path.is_file():
            with suppress(FileNotFoundError):  # as what editors write beside a file, and remove
                stamps[path] = path.stat().st_mtime_ns
    return stamps
