"""MkDocs plugin: pages from the spec, each language that has catalogues, and the picker. Hooks only.

static-i18n builds one language after the other, each with all hooks. A hook of two parts works before and after it.
"""

from __future__ import annotations

from collections.abc import Mapping
from os.path import relpath
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config.base import Config as BaseConfig
from mkdocs.config.config_options import Type
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from ..checks.registry import problems_of
from ..sources.problems import SpecError
from .notices import NoticesExtension, notices, place_of
from .publish import KeptPages, Publication, publish
from .search import Indexes
from .theme import (
    INSTANT,
    UNREADABLE,
    CompiledTemplates,
    add_languages,
    configure,
    fill,
    mark_contents,
    mark_navigation,
    mark_title,
    speak,
    stems,
    tell_languages,
    without_instant,
)

_log = get_plugin_logger("porspec")


class PluginConfig(BaseConfig):
    """[tool.porspec] is the one configuration; all that is said here is which pages this build has.

    `render`: whether to add the pages that are rendered, or to take what `porspec render` wrote into the docs folder.
    """

    render = Type(bool, default=True)


class PorspecPlugin(BasePlugin[PluginConfig]):
    """Loads, checks and runs the spec once for each build; static-i18n then builds every language.

    `given` is set by who has a publication already, `is_partial` by who builds into a copy of the last site.
    """

    publication: Publication
    given: Publication | None = None
    is_partial = False
    is_instant = False
    not_found = ""
    nav: Navigation

    def __init__(self) -> None:
        self.indexes = Indexes()
        self.templates = CompiledTemplates()
        self.pages = KeptPages()
        self.notices = NoticesExtension()

    def on_startup(self, command: str, dirty: bool) -> None:
        """Stay the same plugin over the rebuilds of `mkdocs serve`."""
        del command, dirty

    @event_priority(0)
    def _begin(self, config: MkDocsConfig) -> MkDocsConfig:
        """Run the spec, tell static-i18n the languages, and set what differs by language."""
        i18n = _i18n(config)
        if not self.is_partial:
            self.indexes.forget(i18n.current_language if i18n.building else None)
        if not i18n.building:
            self.publication = self.given or _published(config, renders=self.config.render)
            self.given = None  # MkDocs keeps the plugin for whatever is built next
        add_languages(config, self.publication)
        configure(config, self.publication, i18n.current_language or i18n.default_language)
        extensions: list[Any] = config.markdown_extensions
        if self.notices not in extensions:
            extensions.append(self.notices)
        self.is_instant = without_instant(config)
        return config

    @event_priority(-150)
    def _speak(self, config: MkDocsConfig) -> MkDocsConfig:
        """After static-i18n, which warns of a language menu that does not follow instant navigation: ours does."""
        if self.is_instant:
            config.theme["features"].append(INSTANT)
        speak(config)
        return config

    on_config = CombinedEvent(_begin, _speak)

    @property
    def _pages(self) -> Mapping[str, str]:
        """The pages that this build renders, by file name."""
        return self.publication.pages if self.config.render else {}

    @event_priority(50)
    def _add_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Before static-i18n: a file for each page in each language."""
        for name in self._pages:
            files.append(File(name, config.docs_dir, config.site_dir, config.use_directory_urls))
        return files

    @event_priority(-200)
    def _fill_files(self, files: Files, config: MkDocsConfig) -> Files:
        """After static-i18n, which makes files anew: their content; without pages that no moniker has."""
        texts = fill(files, self._pages, self.publication)
        shared = (config.site_name, config.site_description, self.publication.shared(_i18n(config).current_language))
        self.pages.plan(shared, texts, may_keep=self.is_partial)
        return files

    on_files = CombinedEvent(_add_files, _fill_files)

    @event_priority(-150)
    def on_nav(self, nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
        """After static-i18n, which translates it."""
        del config, files
        self.nav = nav
        return nav

    def on_page_markdown(self, markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Tell the Markdown extensions of the page, and fill in what a hand-written page asks for.

        A page that is kept is empty from here on, and nothing is written in its place.
        """
        del files
        if page.url in self.pages.kept:
            return ""
        monikers = self.publication.clouds(page.file.src_uri, page.meta)
        config.mdx_configs["porspec.markdown.extension"]["page"] = monikers.monikers
        self.notices.notices = notices(self.publication, monikers, place_of(page, config, self.publication))
        return self.publication.filled(markdown, page.file.locale, stems(config))  # type: ignore[attr-defined]

    def on_page_content(self, html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Mark what is in another language, and what of the contents is for whom."""
        del config, files
        mark_title(page)
        if page.url in self.pages.kept:
            page.present_anchor_ids = None
            return ""
        mark_contents(page.toc, self.notices.headings)
        return html

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Compile each template once, for all languages and all builds; every page is known by now."""
        del config, files
        env.bytecode_cache = self.templates
        mark_navigation(self.nav, self.publication)
        return env

    def on_template_context(self, context: Any, *, template_name: str, config: MkDocsConfig) -> None:
        """Let the page for what is missing have a language menu."""
        del template_name
        tell_languages(context, config)

    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        """One page for what is missing serves all languages: the source language's, which is built first.

        A sitemap has full addresses: a site that has none of its own gets none.
        """
        if template_name == "sitemap.xml" and not config.site_url:
            return ""
        if template_name != "404.html":
            return output_content
        if _i18n(config).current_language == _i18n(config).default_language:
            self.not_found = output_content
        return self.not_found

    @event_priority(40)
    def on_page_context(self, context: Any, page: Page, config: MkDocsConfig, nav: Navigation) -> None:
        """After static-i18n, which knows the page's other languages, and before the search plugin: put what each
        moniker's readers see of the page into their index.
        """
        del nav
        tell_languages(context, config)
        if page.url not in self.pages.kept:
            monikers = self.publication.clouds(page.file.src_uri, page.meta).monikers
            self.indexes.add(page, page.file.locale_alternate_of, monikers, config)  # type: ignore[attr-defined]

    def on_post_page(self, output: str, page: Page, config: MkDocsConfig) -> str:
        """Write nothing in the place of a page that is kept."""
        del config
        return "" if page.url in self.pages.kept else output

    @event_priority(-150)
    def on_post_build(self, config: MkDocsConfig) -> None:
        """After static-i18n, which has joined all languages' indexes into one: write ours."""
        if not _i18n(config).building:
            self.indexes.write(_i18n(config).default_language, config)

    def on_serve(self, server: LiveReloadServer, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
        """Let `mkdocs serve` build again when a source of the spec changes."""
        del builder
        for folder in self.publication.watched(Path(config.config_file_path).parent):
            server.watch(str(folder))
        return server


def _i18n(config: MkDocsConfig) -> Any:
    """static-i18n, which builds the languages."""
    if config.theme.name != "material":
        raise PluginError('porspec needs the theme material: write "theme: {name: material}" in mkdocs.yml')
    if "i18n" not in config.plugins:
        raise PluginError("porspec needs the plugin i18n (mkdocs-static-i18n) in mkdocs.yml")
    return config.plugins["i18n"]


def _published(config: MkDocsConfig, *, renders: bool) -> Publication:
    """The publication of the project around mkdocs.yml; what is wrong with its pages alone is a warning."""
    root = Path(config.config_file_path).parent
    docs = Path(relpath(config.docs_dir, root)).as_posix()
    try:
        spec, problems = problems_of(root, docs=docs, renders=renders)
        if any(
            each.is_error and (each.code == UNREADABLE or not each.location.path.startswith(f"{docs}/"))
            for each in problems
        ):
            raise SpecError(problems)
        publication = publish(spec)
    except SpecError as error:
        raise PluginError(f"the spec has problems\n{error}") from None
    for problem in problems:
        (_log.warning if problem.is_error else _log.info)("%s", problem)
    return publication
