"""MkDocs plugin: pages from the spec, each language that has catalogues, and the picker.

static-i18n builds one language after the other, each with all hooks. A hook of two parts works before and after it.
"""

from collections.abc import Container, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment
from markupsafe import Markup
from mkdocs.config.base import Config as BaseConfig
from mkdocs.config.config_options import Type
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import write_file

from ..sources.dates import or_beginning
from ..sources.locale import base_of
from ..sources.pages import FrontMatter, read_front_matter, split_front_matter
from ..sources.problems import SpecError
from .configure import EXTENSION, configure, published
from .deploy import complete
from .head import head_of
from .kept import KeptPages
from .navigation import arrange
from .plain_pages import PlainPages
from .publish import Publication, sources
from .search import Indexes, index_of
from .sections import Block
from .templates import CompiledTemplates, LayeredTemplates, escape_values
from .theme import (
    Notices,
    addresses_of_tasks,
    facts_of,
    mark_contents,
    mark_navigation,
    mark_title,
)


class PluginConfig(BaseConfig):
    """[tool.porspec] is the one configuration; all that is said here is which pages this build has.

    `render`: whether to add the pages that are rendered, or to take what `porspec render` wrote into the docs folder.
    """

    render = Type(bool, default=True)


class PorspecPlugin(BasePlugin[PluginConfig]):
    """Loads, checks and runs the spec once for each build; static-i18n (`i18n`) then builds every language.

    `given` is set for one build by who has a publication already.
    `own` are the languages whose pages are made here; of others, which another process makes, all else is there.
    `rendered` are the pages that this build renders, by name; `matters` the front matter of others, `at` of the last.
    """

    publication: Publication
    rendered: Mapping[str, str]
    matters: dict[str, FrontMatter]
    at: FrontMatter | None = None
    nav: Navigation
    tasks: Mapping[str, str]
    files: Files
    i18n: Any
    given: Publication | None = None
    own: Container[str] | None = None

    def __init__(self) -> None:
        self.indexes, self.templates = Indexes(), CompiledTemplates()
        self.pages, self.notices, self.plain = KeptPages(), Notices(), PlainPages()
        self.blocks: dict[str, tuple[Block, ...]] = {}  # of pages that are converted and not yet indexed, by address

    @property
    def is_own(self) -> bool:
        """Whether the pages of the language that is being built are made here."""
        return self.own is None or self.i18n.current_language in self.own

    def on_startup(self, **_: Any) -> None:
        """Stay the same plugin over the rebuilds of `mkdocs serve`."""

    @event_priority(0)
    def _begin(self, config: MkDocsConfig) -> None:
        """Run the spec once, and set what differs by language."""
        if config.theme.name != "material":
            raise PluginError('porspec needs the theme material: write "theme: {name: material}" in mkdocs.yml')
        if "i18n" not in config.plugins:
            raise PluginError("porspec needs the plugin i18n (mkdocs-static-i18n) in mkdocs.yml")
        self.i18n = config.plugins["i18n"]
        if not self.i18n.building:
            self.publication, self.given = self.given or published(config, renders=self.config.render), None
            self.own = None  # where a build of porspec's in this process has shared the languages out
        self.indexes.forget(self.i18n.current_language if self.i18n.building else None)
        self.rendered = self.publication.pages if self.config.render else {}
        config.theme.static_templates = set(
            config.extra.setdefault("porspec_templates", frozenset(config.theme.static_templates))
        )
        configure(config, self.publication, self.i18n, self.notices, self.plain)

    @event_priority(-150)
    def _speak(self, config: MkDocsConfig) -> None:
        """Let the theme's own words be in the nearest language that it has."""
        tag = str(config.theme["language"])
        folders = [Path(folder, "partials", "languages") for folder in config.theme.dirs]
        nearest = (tag, base_of(tag), "en")
        config.theme["language"] = next(
            each for each in nearest if any((at / f"{each}.html").exists() for at in folders)
        )
        config.theme["features"] = config.extra["porspec_features"]
        vars(config.extra).pop("alternate", None)  # static-i18n leaves the last page's here, beside the site's own

    on_config = CombinedEvent(_begin, _speak)

    @event_priority(50)
    def _add_files(self, files: Files, config: MkDocsConfig) -> None:
        """A file for each page in each language; a hand-written one of that name gives way."""
        for name in self.rendered:
            if written := files.get_file_from_path(name):
                files.remove(written)
            files.append(File(name, config.docs_dir, config.site_dir, config.use_directory_urls))
        self.pages.names = sorted(each.src_uri for each in files)

    @event_priority(-200)
    def _fill_files(self, files: Files, config: MkDocsConfig) -> None:
        """The content of the rendered ones, as static-i18n makes files anew; pages that no moniker has are left out.

        Raises SpecError where a page cannot be read.
        """
        self.matters = {}
        for file in list(files.documentation_pages()):
            if (name := file.src_uri) in self.rendered:
                file.content_string, file.generated_by = self._head(name) if self.is_own else "", "porspec"
            else:
                self.matters[name] = self._matter(name)
            page = self.publication.monikers_of(name, self.matters[name].values if name in self.matters else {})
            if page.versioned and not page.monikers:
                files.remove(file)
        texts = {name: self.rendered.get(name) for name in (each.src_uri for each in files.documentation_pages())}
        self.pages.plan(files, texts, self.matters, self.publication, config) if self.is_own else self.pages.forget()

    def _head(self, name: str) -> str:
        return "\n".join(["---", *split_front_matter(self.rendered[name])[0], "---", ""])

    def _matter(self, name: str) -> FrontMatter:
        """The front matter of a hand-written page; raises SpecError where it cannot be read."""
        config = self.publication.spec.config
        path = f"{config.docs}/{name}"
        matter, wrong = read_front_matter(path, config.page_text(path))
        if wrong:
            raise SpecError(wrong)
        return matter

    on_files = CombinedEvent(_add_files, _fill_files)

    @event_priority(-150)
    def on_nav(self, nav: Navigation, config: MkDocsConfig, files: Files) -> None:
        """Take the navigation as static-i18n has translated it; where nobody wrote one, in an order for readers.

        MkDocs passes by the pages that are not made here.
        """
        if not config.nav:
            arrange(nav, self.publication, self.i18n.current_language or self.i18n.default_language)
        self.nav = nav
        tag = str(self.i18n.current_language)
        self.tasks = addresses_of_tasks(files, self.publication, tag) if self.is_own else {}
        elsewhere = self.pages.elsewhere(self.rendered)
        for page in self.pages.passed_by(files, config, elsewhere, all_of_them=not self.is_own):
            mark_title(page, self.publication)

    def on_pre_page(self, page: Page, **_: Any) -> None:
        """Count what is told of the page: one of which something is told is not kept."""
        self.pages.begin(page)

    @event_priority(-150)
    def on_page_markdown(self, markdown: str, page: Page, config: MkDocsConfig, **_: Any) -> str:
        """Tell the Markdown extensions of the page, and fill in what a hand-written page asks for.

        The body of a rendered page comes in here, after every other plugin: what stands in it is nobody's template.
        """
        self.at = self.matters.get(page.file.src_uri)
        self.notices.page = facts_of(page, config, self.publication, self.tasks)
        self.plain.begin(page, self.notices.page)
        name = page.file.src_uri
        options = {"page": self.publication.monikers_of(name, page.meta).monikers, "is_rendered": name in self.rendered}
        config.mdx_configs[EXTENSION] |= options
        if name in self.rendered:
            return split_front_matter(self.rendered[name])[1]
        return self.publication.filled(name, markdown, page.file.locale)  # type: ignore[attr-defined]

    def on_page_content(self, html: str, page: Page, config: MkDocsConfig, **_: Any) -> str:
        """Mark what is in another language, and what of the contents is for whom."""
        mark_title(page, self.publication)
        mark_contents(page.toc, self.notices.headings)
        self.blocks[page.url] = self.notices.blocks
        self.pages.add_files(page, self.plain.files_of(page), config)
        self.pages.pause(page)
        return html

    def on_env(self, env: Environment, config: MkDocsConfig, files: Files, **_: Any) -> None:
        """Compile templates once, for all languages and builds, and let them escape; every page is known, and dated."""
        self.files, env.bytecode_cache = files, self.templates
        env.loader = LayeredTemplates(config.theme.dirs)
        escape_values(env, config)
        day = or_beginning(self.publication.date).date().isoformat()
        if self.is_own:
            mark_navigation(self.nav, self.publication)
        for page in (file.page for file in files.documentation_pages() if file.page):
            page.update_date = day
            self.at = self.matters.get(page.file.src_uri)  # as MkDocs looks for a template before it says for whom
            env.get_template(page.meta["template"]) if "template" in page.meta else None
            if self.is_own:
                self.pages.place(page, self.indexes.entries, str(self.i18n.current_language), [index_of(page.meta)])
        self.at = None  # templates of no page follow
        if self.own is not None:  # languages are built by themselves, each with its page for what is missing
            config.theme.static_templates &= {"404.html"} if self.is_own else set()

    def on_template_context(self, context: Any, config: MkDocsConfig, **_: Any) -> None:
        """Hand the entries of the language menu to our templates instead of Material's, which only learns that there
        are some. The page for what is missing has a menu too. They are told as browsers know their languages.
        """
        found = (vars(config.extra).get("alternate"), config.extra.get("alternate"))
        langs = {tag: self.publication.lang(tag) for tag in self.publication.languages}
        entries = next((each for each in found if isinstance(each, list)), [])
        base = urlsplit(config.site_url or "").path  # links to home pages begin with it, wherever the site is put
        context["porspec_languages"] = [
            each | {"lang": langs.get(each["lang"], each["lang"]), "link": each["link"].removeprefix(base or "/")}
            for each in entries
        ]
        config.extra.alternate = True  # type: ignore[attr-defined]  # there is our chip, at least

    def on_post_template(self, output_content: str, template_name: str, config: MkDocsConfig) -> str:
        """A page for what is missing in each language; the one at the top of the site, built first, has them all.

        The sitemap is ours, once all pages are there.
        """
        if template_name == "404.html":
            if self.i18n.is_default_language_build:
                return output_content
            write_file(output_content.encode(), str(Path(config.site_dir, self.i18n.current_language, template_name)))
            return ""
        return "" if template_name == "sitemap.xml" else output_content

    @event_priority(40)
    def _index(self, context: Any, page: Page, config: MkDocsConfig, **_: Any) -> None:
        """After static-i18n, which knows the page's other languages, and before the search plugin."""
        self.at = self.matters.get(page.file.src_uri)
        self.on_template_context(context, config)
        monikers = self.publication.monikers_of(page.file.src_uri, page.meta).monikers
        context["porspec_head"] = head_of(page, config, self.files, self.publication)
        context["porspec_search"] = index_of(page.meta)
        are_several = self.publication.spec.config.monikers.are_several
        context["porspec_only"] = monikers[0] if are_several and len(monikers) == 1 else ""
        self.pages.begin(page)
        tag: str = page.file.locale_alternate_of  # type: ignore[attr-defined]
        self.indexes.add(page, tag, self.blocks.pop(page.url), monikers)

    @event_priority(-150)
    def _print(self, _context: Any, page: Page, **_: Any) -> None:
        """What all other plugins have left of a page is its HTML."""
        page.content = Markup(page.content or "")  # noqa: S704 - made by Python-Markdown

    on_page_context = CombinedEvent(_index, _print)

    @event_priority(-150)
    def on_post_page(self, output: str, page: Page, **_: Any) -> str:
        """Keep a page of which nothing is told."""
        self.pages.keep(page, output, self.indexes.entries, str(self.i18n.current_language))
        return output

    @event_priority(-150)
    def on_post_build(self, config: MkDocsConfig) -> None:
        """After static-i18n, which has joined all languages' indexes into one."""
        if not self.i18n.building:
            self.finish(config)

    def write_indexes(self, config: MkDocsConfig) -> None:
        """Write the indexes of the languages whose pages were made here."""
        self.indexes.write(self.publication, self.i18n.default_language, config)

    def finish(self, config: MkDocsConfig) -> None:
        """Write what is made of all pages, whoever built them: once for a whole site that has everything else."""
        self.write_indexes(config)
        complete(config, self.publication)

    def on_serve(self, server: LiveReloadServer, **_: Any) -> None:
        """Let `mkdocs serve` build again when a source of the spec changes."""
        for path in sources(self.publication.spec.config):
            server.watch(str(path))
