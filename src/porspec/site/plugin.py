"""MkDocs plugin: pages from the spec, each language that has catalogues, and the picker. Hooks only.

static-i18n builds one language after the other, each with all hooks. A hook of two parts works before and after it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from jinja2 import Environment
from mkdocs.config.base import Config as BaseConfig
from mkdocs.config.config_options import Type
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from .notices import Notices, facts_of
from .publish import KeptPages, Publication, sources
from .search import Indexes
from .theme import (
    CompiledTemplates,
    configure,
    fill,
    i18n_of,
    mark_contents,
    mark_navigation,
    mark_title,
    published,
    speak,
    stems,
    tell_languages,
)


class PluginConfig(BaseConfig):
    """[tool.porspec] is the one configuration; all that is said here is which pages this build has.

    `render`: whether to add the pages that are rendered, or to take what `porspec render` wrote into the docs folder.
    """

    render = Type(bool, default=True)


class PorspecPlugin(BasePlugin[PluginConfig]):
    """Loads, checks and runs the spec once for each build; static-i18n then builds every language.

    `given` is set for one build by who has a publication already, `is_partial` by who builds beside the last site.
    """

    publication: Publication
    nav: Navigation
    given: Publication | None = None
    is_partial = False
    not_found = ""

    def __init__(self) -> None:
        self.indexes = Indexes()
        self.templates = CompiledTemplates()
        self.pages = KeptPages()
        self.notices = Notices()

    @property
    def _pages(self) -> Mapping[str, str]:
        """The pages that this build renders, by file name."""
        return self.publication.pages if self.config.render else {}

    def on_startup(self, **_: Any) -> None:
        """Stay the same plugin over the rebuilds of `mkdocs serve`."""

    @event_priority(0)
    def _begin(self, config: MkDocsConfig) -> MkDocsConfig:
        """Run the spec once, and set what differs by language."""
        i18n = i18n_of(config)
        if not i18n.building:
            self.publication, self.given = self.given or published(config, renders=self.config.render), None
        if not self.is_partial:
            self.indexes.forget(i18n.current_language if i18n.building else None)
        return configure(config, self.publication, self.notices)

    @event_priority(-150)
    def _speak(self, config: MkDocsConfig) -> MkDocsConfig:
        return speak(config)

    on_config = CombinedEvent(_begin, _speak)

    @event_priority(50)
    def _add_files(self, files: Files, config: MkDocsConfig) -> Files:
        """A file for each page in each language; a hand-written one of that name gives way."""
        for name in self._pages:
            if written := files.get_file_from_path(name):
                files.remove(written)
            files.append(File(name, config.docs_dir, config.site_dir, config.use_directory_urls))
        return files

    @event_priority(-200)
    def _fill_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Their content, as static-i18n makes files anew."""
        texts = fill(files, self._pages, self.publication)
        shared = (config.site_name, config.site_description, self.publication.shared(i18n_of(config).current_language))
        self.pages.plan(shared, texts, may_keep=self.is_partial)
        return files

    on_files = CombinedEvent(_add_files, _fill_files)

    @event_priority(-150)
    def on_nav(self, nav: Navigation, **_: Any) -> None:
        """Take the navigation as static-i18n has translated it."""
        self.nav = nav

    def on_page_markdown(self, markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Tell the Markdown extensions of the page, and fill in what a hand-written page asks for.

        A page that is kept is empty from here on, and nothing is written in its place.
        """
        self.notices.page = None if page.url in self.pages.kept else facts_of(page, config, files, self.publication)
        if self.notices.page is None:
            return ""
        monikers = self.publication.clouds(page.file.src_uri, page.meta).monikers
        config.mdx_configs["porspec.markdown.extension"]["page"] = monikers
        return self.publication.filled(markdown, page.file.locale, stems(config))  # type: ignore[attr-defined]

    def on_page_content(self, html: str, page: Page, **_: Any) -> str:
        """Mark what is in another language, and what of the contents is for whom."""
        mark_title(page)
        if page.url in self.pages.kept:
            page.present_anchor_ids = None
            return ""
        mark_contents(page.toc, self.notices.headings)
        return html

    def on_env(self, env: Environment, **_: Any) -> None:
        """Compile each template once, for all languages and builds; every page is known by now."""
        env.bytecode_cache = self.templates
        mark_navigation(self.nav, self.publication)

    def on_template_context(self, context: Any, config: MkDocsConfig, **_: Any) -> None:
        """Let the page for what is missing have a language menu."""
        tell_languages(context, config)

    def on_post_template(self, output_content: str, template_name: str, config: MkDocsConfig) -> str:
        """One page for what is missing serves all languages: the source language's, which is built first.

        A sitemap has full addresses: a site that has none of its own gets none.
        """
        if template_name == "404.html":
            self.not_found = output_content if i18n_of(config).is_default_language_build else self.not_found
            return self.not_found
        return output_content if template_name != "sitemap.xml" or config.site_url else ""

    @event_priority(40)
    def on_page_context(self, context: Any, page: Page, config: MkDocsConfig, **_: Any) -> None:
        """After static-i18n, which knows the page's other languages, and before the search plugin."""
        tell_languages(context, config)
        if page.url not in self.pages.kept:
            monikers = self.publication.clouds(page.file.src_uri, page.meta).monikers
            self.indexes.add(page, page.file.locale_alternate_of, monikers)  # type: ignore[attr-defined]

    def on_post_page(self, output: str, page: Page, **_: Any) -> str:
        """Write nothing in the place of a page that is kept."""
        return "" if page.url in self.pages.kept else output

    @event_priority(-150)
    def on_post_build(self, config: MkDocsConfig) -> None:
        """After static-i18n, which has joined all languages' indexes into one: write ours."""
        if not i18n_of(config).building:
            self.indexes.write(i18n_of(config).default_language, config)

    def on_serve(self, server: LiveReloadServer, **_: Any) -> None:
        """Let `mkdocs serve` build again when a source of the spec changes."""
        for path in sources(self.publication.spec.config):
            server.watch(str(path))
