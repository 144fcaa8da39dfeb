"""One language of a site that is served, ready to have one page of it built again: what MkDocs knows of it is kept."""

from pathlib import Path
from typing import Any

from mkdocs.commands.build import _build_page, _build_theme_template, _populate_page
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, get_files, set_exclusions
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page

from ..sources.pages import SOURCE, read_front_matter, split_front_matter
from .build import plugin_of
from .plugin import PorspecPlugin
from .publish import Publication
from .theme import mark_navigation, mark_title

_MISSING = "404.html"
_OWN = {"description", "search", SOURCE}  # what a page's front matter says of that page alone


class LanguageSite:
    """A language of a site, in a folder of its own, of which `build` takes pages.

    What all of its pages `shared` is of the publication that it was made for. `around` changes with what they show of
    each other.
    """

    def __init__(self, config: MkDocsConfig, publication: Publication, tag: str, of_whole: PorspecPlugin) -> None:
        """`of_whole` built the whole site, and knows of the pages that are not built again."""
        plugin, i18n = plugin_of(config), config.plugins["i18n"]
        self.plugin, self.publication, self.around, self.is_built = plugin, publication, 0, False
        self.shared, self.folder = publication.shared(tag), Path(config.site_dir)
        plugin.publication, plugin.templates = publication, of_whole.templates
        config.plugins.on_startup(command="serve", dirty=False)
        i18n.building, i18n.current_language = True, tag  # type: ignore[attr-defined]
        self.config = config.plugins.on_config(config)
        self.config.plugins.on_pre_build(config=self.config)
        files, env = get_files(self.config), self.config.theme.get_env()
        files.add_files_from_theme(env, self.config)
        self.files = self.config.plugins.on_files(files, config=self.config)
        set_exclusions(self.files, self.config)
        nav = get_navigation(self.files, self.config)
        self.nav = self.config.plugins.on_nav(nav, config=self.config, files=self.files)
        self.titles: dict[str, Any] = {}  # that the navigation gives
        for file in self.files.documentation_pages():
            self._read(file)
        self.env = self.config.plugins.on_env(env, config=self.config, files=self.files)
        plugin.indexes = of_whole.indexes  # its own has the places of pages, and none of their entries

    def _read(self, file: File) -> None:
        """Know the title of a page: that of its front matter, or else that of its text."""
        page: Any = file.page or Page(None, file, self.config)
        self.titles |= {file.src_uri: page.title} if "title" in vars(page) else {}
        page.read_source(self.config)
        if "title" in page.meta:
            mark_title(page, self.publication)
        else:
            _populate_page(page, self.config, self.files)

    def pages(self) -> dict[str, str]:
        """The path in the site of each page, by its name."""
        return {file.src_uri: file.dest_uri for file in self.files.documentation_pages()}

    def build(self, publication: Publication, name: str, site: Path) -> None:
        """Build a page again, as a publication has it, and put it in its place in the site, with what is made of it."""
        file, plugin = self._file(name), self.plugin
        plugin.publication, plugin.rendered = publication, publication.pages
        if name in publication.pages:
            head, _ = split_front_matter(publication.pages[name])
            file.content_string, file.generated_by = "\n".join(["---", *head, "---", ""]), "porspec"
        else:
            path = f"{publication.spec.config.docs}/{name}"
            plugin.matters[name], _ = read_front_matter(path, publication.spec.config.page_text(path))
        page: Any = file.page
        before = _front(page)
        for each in ("title", "typeset"):
            vars(page).pop(each, None)
        vars(page).update({"title": self.titles[name]} if name in self.titles else {})
        _populate_page(page, self.config, self.files)
        if _front(page) != before:
            mark_navigation(self.nav, publication)
            self.around += 1
        _build_page(page, self.config, self.files.documentation_pages(), self.nav, self.env)
        self._put(Path(file.abs_dest_path), site / file.dest_uri)
        for path in plugin.pages.files.pop(page.url, ()):
            self._put(self.folder / path, site / path)
        self.is_built = True

    def finish(self, site: Path) -> None:
        """Bring up to date what is made of all pages, as the plugin makes it, and the page for what is missing."""
        if not self.is_built:
            return
        self.is_built = False
        _build_theme_template(_MISSING, self.env, self.files, self.config, self.nav)
        self.plugin.write_indexes(self.config)
        for path in (*self.folder.rglob(_MISSING), *self.folder.rglob("search/*.js*")):
            self._put(path, site / path.relative_to(self.folder))

    def _put(self, made: Path, target: Path) -> None:
        """A page that is as it was keeps its file."""
        if not target.exists() or target.read_bytes() != made.read_bytes():
            target.parent.mkdir(parents=True, exist_ok=True)
            beside = target.with_name(f".{target.name}")
            beside.write_bytes(made.read_bytes())
            beside.replace(target)

    def _file(self, name: str) -> File:
        file = self.files.get_file_from_path(name)
        assert file is not None
        return file


def _front(page: Any) -> object:
    """What other pages show of one."""
    meta = {key: each for key, each in page.meta.items() if key not in _OWN}
    return page.title, meta, getattr(page, "typeset", None)
