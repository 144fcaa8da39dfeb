"""Build the site, or a language of it, beside the last one and swap it in whole."""

from __future__ import annotations

import logging
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Self

from mkdocs import utils
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

from ..checks.pages import moniker_zone_empty
from ..checks.registry import checked, usable
from ..sources.files import folder_beside, swap_folder_in
from ..sources.problems import Location, Problem, SpecError
from ..sources.severity import as_set
from ..spec.report import print_problems, report
from ..spec.runner import Trace, planned, run_all
from ..spec.spec import Spec
from .plugin import PorspecPlugin
from .publish import Publication, publication_of


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
        builder.whole(published(spec), strict=True)
        return builder.swap()


def published(spec: Spec, *, quiet: bool = False) -> Publication:
    """The publication of a spec; prints the run, or only what fails. Raises SpecError where something does."""
    traces: list[Trace] = []

    def kept() -> Iterator[Trace]:
        for trace in run_all(spec):
            traces.append(trace)
            yield trace

    if quiet:
        failed = [trace.problem for trace in kept() if trace.problem]
    else:
        failed = report(spec, kept(), sum(1 for _ in planned(spec)))
    if failed:
        raise SpecError(failed)
    return publication_of(spec, traces, as_set(spec.config, moniker_zone_empty(spec)))


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
        plugin_of(config).given = publication
        with _Warnings():
            config.plugins.on_startup(command="build", dirty=False)
            build(config)
        self.config = config

    def language(self, publication: Publication, tag: str) -> None:
        """Build one language into a copy of the last site, as static-i18n builds each further one."""
        assert self.config is not None
        self._begin()
        plugin_of(self.config).pages.forget_plans()
        shutil.copytree(self.site, self.new, dirs_exist_ok=True)
        self.config.site_dir = str(self.new)
        plugin = plugin_of(self.config)
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
        """There is no moment at which the site is half a site."""
        swap_folder_in(self.new, self.site)
        if self.config:
            plugin_of(self.config).pages.commit()
        return self.site

    def _begin(self) -> None:
        if self.new.name:
            shutil.rmtree(self.new, ignore_errors=True)
        self.new = folder_beside(self.site)


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


def plugin_of(config: MkDocsConfig) -> PorspecPlugin:
    plugin = config.plugins.get("porspec")
    if not isinstance(plugin, PorspecPlugin):
        remedy = "Add porspec to its plugins, before i18n."
        raise SpecError([Problem(Location("mkdocs.yml"), "The plugin porspec is missing", "mkdocs", remedy)])
    return plugin
