"""MkDocs plugin: pages from the spec, each language that has catalogues, and the cloud picker. Hooks only."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
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
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url, normalize_url
from mkdocs_static_i18n.config import I18nPluginLanguage

from ..languages.words import marked
from ..sources.pages import SOURCE, is_outdated, source_of
from ..sources.problems import SpecError
from .cloud_html import anchors_in_zones
from .cloud_index import CloudIndexes
from .cloud_nav import Scopes, with_monikers
from .kept_pages import KeptPages
from .navigation import SITEMAP, mark_contents, neighbours, scopes_of, stems, write_sitemaps
from .publish import Publication, publish
from .search import with_root
from .templates import CompiledTemplates

_log = get_plugin_logger("porspec")
INSTANT = "navigation.instant"
_EXTENSIONS = ("attr_list", "md_in_html", "tables", "github-callouts", "porspec.markdown.extension")


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
    not_found = ""
    is_instant = False

    def __init__(self) -> None:
        self.indexes = CloudIndexes()
        self.templates = CompiledTemplates()
        self.pages = KeptPages()
        self.scopes = Scopes({}, {}, {})

    def on_startup(self, command: str, dirty: bool) -> None:
        """Stay the same plugin over the rebuilds of `mkdocs serve`."""
        del command, dirty

    @event_priority(0)
    def _begin(self, config: MkDocsConfig) -> MkDocsConfig:
        """Run the spec, tell static-i18n the languages, and set what differs by language."""
        i18n = config.plugins.get("i18n")
        if i18n is None:
            raise PluginError("porspec needs the plugin i18n (mkdocs-static-i18n) in mkdocs.yml")
        if not self.is_partial:
            self.indexes.forget(i18n.current_language if i18n.building else None)
        if not i18n.building:
            self.publication = self.given or _publish(config, renders=self.config.render)
            for problem in self.publication.warnings:
                (_log.warning if problem.is_error else _log.info)("%s", problem)
        _add_languages(i18n, self.publication)
        code = i18n.current_language or i18n.default_language
        _configure(config, self.publication, code)
        features = config.theme.get("features", [])
        config.theme["features"] = [each for each in features if each != INSTANT]
        self.is_instant = INSTANT in features
        return config

    @event_priority(-150)
    def _speak(self, config: MkDocsConfig) -> MkDocsConfig:
        """After static-i18n: the theme's own words in the nearest language that it has.

        Instant navigation is back: static-i18n warns of a language menu that does not follow it, and ours does.
        """
        if self.is_instant:
            config.theme["features"].append(INSTANT)
        vars(config.extra).pop("alternate", None)  # static-i18n leaves the last page's here, beside the site's own
        tag = str(config.theme["language"])
        nearest = (tag, tag.partition("-")[0], "en")
        config.theme["language"] = next(each for each in nearest if _has_language(config, each))
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
        """After static-i18n, which makes files anew: their content; without pages that no cloud has."""
        for file in list(files):
            if file.src_uri in self.publication.out_of_scope:
                files.remove(file)
            elif file.src_uri in self._pages:
                file.content_string = self._pages[file.src_uri]
                file.generated_by = "porspec"
        i18n: Any = config.plugins["i18n"]
        shared = (config.site_name, config.site_description, self.publication.shared(i18n.current_language))
        texts = {file.url: file.content_string for file in files.documentation_pages()}
        self.pages.plan(shared, texts, may_keep=self.is_partial)
        return files

    on_files = CombinedEvent(_add_files, _fill_files)

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Compile each template once, for all languages and all builds."""
        del config, files
        env.bytecode_cache = self.templates
        return env

    def on_page_markdown(self, markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Tell the Markdown extension the page's clouds, and fill in what a hand-written page asks for.

        A page that is kept is empty from here on, and nothing is written in its place.
        """
        del files
        if page.url in self.pages.kept:
            return ""
        options = config.mdx_configs["porspec.markdown.extension"]
        options["page"] = self.publication.clouds(page.file.src_uri, page.meta).monikers
        return self.publication.filled(markdown, page.file.locale, stems(config))  # type: ignore[attr-defined]

    def on_template_context(self, context: Any, *, template_name: str, config: MkDocsConfig) -> None:
        """The navigation of the page for what is missing has addresses from the root of the host."""
        del template_name, config
        base = context["base_url"]
        self.scopes = scopes_of(context["nav"], self.publication, lambda url: normalize_url(url, base=base))

    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        """One page for what is missing serves all languages: the source language's, which is built first.

        A sitemap has full addresses: a site that has none of its own gets none.
        """
        if template_name == SITEMAP and not config.site_url:
            return ""
        if template_name != "404.html":
            return output_content
        i18n: Any = config.plugins["i18n"]
        if i18n.current_language == i18n.default_language:
            self.not_found = with_monikers(output_content, self.scopes)
        return self.not_found

    def on_page_content(self, html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Say on a page that some clouds do not have that they do not have it, that its source page has changed, and
        which clouds are closed; mark what is in another language.
        """
        del files
        file: Any = page.file
        tag = file.locale_alternate_of
        shown = page.meta.get("title_language") if file.locale == tag else file.locale
        if shown:
            page.typeset = {"title": marked(str(page.title), shown)}  # type: ignore[attr-defined]  # Material's name
        if page.url in self.pages.kept:
            page.present_anchor_ids = None
            return ""
        if address := self._newer(page, tag, config):
            html = self.publication.outdated(html, tag, address)
        clouds = self.publication.clouds(file.src_uri, page.meta)
        i18n: Any = config.plugins["i18n"]
        home = "" if tag == i18n.default_language else f"{tag}/"
        home = get_relative_url(home if config.use_directory_urls else f"{home}index.html", page.url)
        html = self.publication.narrowed(html, clouds, tag, home, stems(config))
        if file.locale != tag:
            html = self.publication.fallback(html, tag, file.locale)
        html = self.publication.closed(html, tag)
        mark_contents(page.toc, html)
        return html

    def _newer(self, page: Page, tag: str, config: MkDocsConfig) -> str:
        """The address of the page that a translated page no longer follows; nothing where it does."""
        i18n: Any = config.plugins["i18n"]
        source = self.publication.tag()
        name = page.file.src_uri
        found = None if name in self._pages else source_of(Path(config.docs_dir) / name, tag, source)
        if tag == source or found is None or not is_outdated(page.meta.get(SOURCE), found):
            return ""
        folder, other = ("" if each == i18n.default_language else f"{each}/" for each in (tag, source))
        return get_relative_url(other + page.file.url.removeprefix(folder), page.file.url)

    def on_post_page(self, output: str, page: Page, config: MkDocsConfig) -> str:
        """Let a page search its own language, name it as it is called here, and show each cloud its own entries."""
        if page.url in self.pages.kept:
            return ""
        anchors = anchors_in_zones(page.content or "")
        found = {f"#{anchor}": monikers for anchor, monikers in anchors.items()}
        output = with_monikers(output, replace(self.scopes, anchors=found))
        i18n: Any = config.plugins["i18n"]
        output = re.sub(r'<html lang="[^"]*"', f'<html lang="{i18n.current_language}"', output, count=1)
        return output if i18n.current_language == i18n.default_language else with_root(output)

    @event_priority(50)
    def on_page_context(self, context: Any, page: Page, config: MkDocsConfig, nav: Any) -> None:
        """Before the search plugin: put what each cloud sees of the page into the index of that cloud.

        The neighbours of the page are those that a cloud has.
        """
        context["porspec_neighbours"] = list(neighbours(page, nav.pages, self.publication))
        self.scopes = scopes_of(nav, self.publication, lambda url: normalize_url(url, page))
        search = _search(config)
        file: Any = page.file
        if search and page.url not in self.pages.kept:
            monikers = self.publication.clouds(file.src_uri, page.meta).monikers
            self.indexes.add(page, file.locale_alternate_of, monikers, search)

    @event_priority(-150)
    def on_post_build(self, config: MkDocsConfig) -> None:
        """After static-i18n, which has joined all languages' indexes into one: write ours."""
        i18n: Any = config.plugins["i18n"]
        if not i18n.building:
            self.write_indexes(config)

    def write_indexes(self, config: MkDocsConfig) -> None:
        """Write the search index of each language and cloud that was built, and what instant navigation asks for."""
        i18n: Any = config.plugins["i18n"]
        if self.is_instant and config.site_url:
            others = [tag for tag in self.publication.languages if tag != i18n.default_language]
            write_sitemaps(Path(config.site_dir), config.site_url, others)
        if search := _search(config):
            self.indexes.write(Path(config.site_dir), i18n.default_language, search)

    def on_serve(self, server: LiveReloadServer, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
        """Let `mkdocs serve` build again when a source of the spec changes."""
        del builder
        for folder in self.publication.watched(Path(config.config_file_path).parent):
            server.watch(str(folder))
        return server


def _has_language(config: MkDocsConfig, tag: str) -> bool:
    return any((Path(folder) / "partials" / "languages" / f"{tag}.html").exists() for folder in config.theme.dirs)


def _search(config: MkDocsConfig) -> Any:
    """The search plugin, whatever it is called; it has an index."""
    return next((plugin for plugin in config.plugins.values() if hasattr(plugin, "search_index")), None)


def _publish(config: MkDocsConfig, *, renders: bool) -> Publication:
    root = Path(config.config_file_path).parent
    try:
        return publish(root, Path(relpath(config.docs_dir, root)).as_posix(), renders=renders)
    except SpecError as error:
        raise PluginError(f"the spec has problems\n{error}") from None


def _add_languages(i18n: Any, publication: Publication) -> None:
    known = {language.locale for language in i18n.config.languages}
    for code, name in publication.languages.items():
        if code not in known:
            language = I18nPluginLanguage()
            language.load_dict({"locale": code, "name": name, "build": True})
            language.nav_translations = publication.navigation(code)
            language.validate()
            i18n.config.languages.append(language)


def _translate_toggles(config: MkDocsConfig, publication: Publication, code: str) -> None:
    """The names of the palette's toggles, which are ours to translate where they are our words."""
    for scheme in config.theme.get("palette") or ():
        if isinstance(scheme, dict) and "toggle" in scheme:
            source = scheme["toggle"].setdefault("porspec_name", scheme["toggle"].get("name", ""))
            scheme["toggle"]["name"] = publication.words[code](source)


def _configure(config: MkDocsConfig, publication: Publication, code: str) -> None:
    config.extra["porspec"] = publication.theme(code)
    config.copyright = publication.footer(code)
    names = config.extra.setdefault(
        "porspec_site", {"site_name": config.site_name, "site_description": config.site_description}
    )
    config.site_name = publication.say(code, names["site_name"], "site")
    if names["site_description"]:
        config.site_description = publication.say(code, names["site_description"], "site")
    _translate_toggles(config, publication, code)
    for extension in _EXTENSIONS:
        if extension not in config.markdown_extensions:
            config.markdown_extensions.append(extension)
    config.mdx_configs["porspec.markdown.extension"] = publication.markdown(code)
    if "permalink" in (toc := config.mdx_configs.get("toc", {})):
        toc["permalink_title"] = publication.words[code]("Permanent link")
    theme = str(Path(__file__).parent / "theme")
    if theme not in config.theme.dirs:
        config.theme.dirs.insert(1 if config.theme.custom_dir else 0, theme)
