"""Build the site beside the last one and swap it in whole."""

import logging
import sys
import traceback
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import TemplateNotFound
from mkdocs.commands.build import build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from ..checks.checking import checked
from ..sources.files import SITE
from ..sources.kept import Kept
from ..sources.kept import folder as kept_in
from ..sources.mkdocs_yml import load_site
from ..sources.problems import Location, Problem, SpecError, print_problems
from ..sources.writing import writing
from ..spec.proof import refuse_unproved
from ..spec.shards import Shard
from .kept import settings_of
from .plugin import PorspecPlugin
from .publish import Publication, asked, publish
from .search import AllEntries
from .templates import list_once
from .workers import number_of, side_by_side

_PACKAGE = Path(__file__).parents[1]
_LARGE = 200  # pages


def build_site(root: Path, *, skip_broken: bool = False, part: Shard | None = None, **options: Any) -> Path:
    """Check, run and build, strictly; returns the site's folder. Raises SpecError, and then the last site stays.

    With `skip_broken`, a language whose own files have problems is left out, and they are printed. A `part` is only
    kept, for the build that makes the site, and the folder is where.
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
    if part:
        return builder.part(publication, part)
    builder.whole(publication, strict=True)
    return builder.site


class Builder:
    """Builds a whole site beside the last one, in the project's folder or another one."""

    plugin: PorspecPlugin | None = None  # of the last whole site, as its `warnings` are
    warnings: "_Told"

    def __init__(
        self,
        root: Path,
        beside: Path | None = None,
        processes: int | None = None,
        *,
        is_followed: bool = False,
        **options: Any,
    ) -> None:
        """`processes` are as many as there are processors for a large site, where it is not given.

        With `is_followed`, the plugin knows afterwards what the search finds in all languages, whichever process built
        them: pages are to be built one by one, as `language_site.py` does. `options` are of mkdocs.yml.
        """
        self.root, self.base, self.site = root, beside or root, (beside or root) / SITE
        self.processes, self.is_followed, self.options = processes, is_followed, options

    def load(self, folder: str, *, strict: bool = False) -> MkDocsConfig:
        """The project's mkdocs.yml, for a site or a part of it in this folder."""
        return load_site(self.root, site_dir=folder, strict=strict, **self.options)

    def whole(self, publication: Publication, *, strict: bool) -> None:
        """Build every language."""
        with self._beside() as folder:
            config = self.load(folder, strict=strict)
            self.plugin = plugin = plugin_of(config)
            config.plugins.on_startup(command="build", dirty=False)
            plugin.pages.settings = settings_of(config)
            if plugin.pages.settings is None:
                plugin.given = publication
                build(config)
            else:
                made = self._languages(config, plugin, publication)
                plugin.finish(config)  # last of all: it writes what others have written before
                for entries in made:
                    plugin.indexes.entries |= entries
        Kept.trim()

    def part(self, publication: Publication, part: Shard) -> Path:
        """Make some of the pages, and keep them for who makes the site; returns where. The last site stays.

        Raises SpecError where they cannot be kept.
        """
        with self._beside(replaces=False) as folder:
            config = self.load(folder, strict=True)
            self.plugin = plugin = plugin_of(config)
            config.plugins.on_startup(command="build", dirty=False)
            plugin.pages.settings, plugin.pages.part = settings_of(config), part
            there = kept_in()
            if plugin.pages.settings is None or there is None:
                why = "PORSPEC_CACHE is empty" if there is None else "a plugin, a hook or an extension is not known"
                remedy = "Build the whole site: porspec build."
                message = f"Nothing that a part makes can be kept, as {why}"
                raise SpecError([Problem(Location("mkdocs.yml"), message, "option", remedy)])
            self._languages(config, plugin, publication)
        return there

    def _languages(self, config: MkDocsConfig, plugin: PorspecPlugin, publication: Publication) -> list[AllEntries]:
        """Build all languages, with what is kept; what each process knows of the search."""
        plugin.publication, plugin.pages.store = publication, Kept("page")
        list_once(config.theme)
        tags = list(publication.languages)
        return side_by_side(partial(self._share, config, tags), tags, self._processes(publication))

    def _processes(self, publication: Publication) -> int:
        """Copies of this process cost some time of their own, which a small site does not win."""
        large = len(publication.pages) >= _LARGE
        return self.processes or (number_of(len(publication.languages)) if large else 1)

    def _share(self, config: MkDocsConfig, tags: Sequence[str], own: Collection[str]) -> AllEntries:
        """Build these languages, with the pages of some of them; what the search finds, where that is to be known."""
        plugin = plugin_of(config)
        try:
            self._build(config, plugin, tags, own)
        except Exception as error:
            raise self.told(error) from error
        return plugin.indexes.entries if self.is_followed else {}

    def _build(self, config: MkDocsConfig, plugin: PorspecPlugin, tags: Sequence[str], own: Collection[str]) -> None:
        """As static-i18n does; pages that are kept as they are.

        MkDocs passes by those that it need not make where it is told that others may be older, and warns of that.
        """
        i18n: Any = config.plugins["i18n"]
        plugin.own, plugin.pages.count = own, lambda: self.warnings.count
        log = logging.getLogger("mkdocs.commands.build")
        log.addFilter(_is_no_warning_of_ours)
        try:
            for tag in tags:
                i18n.building, i18n.current_language = True, tag
                build(config, dirty=True)
        finally:
            log.removeFilter(_is_no_warning_of_ours)
            i18n.building, i18n.current_language = False, i18n.default_language
        plugin.write_indexes(config)

    @contextmanager
    def _beside(self, *, replaces: bool = True) -> Iterator[str]:
        """A folder beside the last site, and then in its place: there is no moment at which the site is half a site.

        It is not kept where it `replaces` none. Prints what MkDocs warns of, and makes a Problem of its giving up.
        """
        self.warnings = handler = _Told()
        logging.getLogger("mkdocs").addHandler(handler)
        try:
            with writing(self.base) as work:
                folder = work.new_folder()
                yield str(folder)
                if replaces:
                    work.replace_folder(folder, self.site)
        except Exception as error:
            raise self.told(error) from error
        finally:
            logging.getLogger("mkdocs").removeHandler(handler)

    def told(self, error: Exception) -> Exception:
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


def plugin_of(config: MkDocsConfig) -> PorspecPlugin:
    """Our plugin; raises SpecError where mkdocs.yml does not have it."""
    plugin = config.plugins.get("porspec")
    if not isinstance(plugin, PorspecPlugin):
        remedy = "Write - porspec below plugins, before i18n."
        raise SpecError([Problem(Location("mkdocs.yml"), "The plugin porspec is missing", "mkdocs", remedy)])
    return plugin
