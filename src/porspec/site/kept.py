"""Pages as they were made before: what of a build stays as it is, by everything that it is made of.

A page is kept as the last build with equal sources wrote it, with what others need of it: its title, the entries of the
search, its anchors and its links to those of others. Where something takes part that is not known here, such as another
plugin, nothing is kept.
"""

import json
import re
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.utils import write_file
from mkdocs.utils.meta import get_data

from ..sources.kept import Kept
from ..sources.pages import FrontMatter, split_front_matter
from ..spec.shards import Shard
from .publish import Publication
from .theme import source_text

_Entries = dict[tuple[str, str], dict[str, Any]]  # of the indexes, by language and name, and by address
_PLUGINS = {"porspec", "i18n", "search", "material/search"}
# Extensions that make of equal texts equal pages, whatever stands in other files.
_EXTENSIONS = ("markdown.extensions.", "pymdownx.", "material.extensions.", "porspec.", "markdown_callouts.")
_SHORT = {
    "attr_list",
    "md_in_html",
    "tables",
    "github-callouts",
    "toc",
    "fenced_code",
    "admonition",
    "abbr",
    "footnotes",
}
_SHORT |= {"def_list", "smarty", "sane_lists", "meta", "nl2br", "codehilite", "extra", "legacy_attrs", "wikilinks"}
_READING = ("pymdownx.snippets", "pymdownx.b64", "pymdownx.pathconverter")
# What mkdocs.yml takes from elsewhere, but for functions of what is installed.
_OUTSIDE = re.compile(r"\bINHERIT\b|!ENV|!relative|!!python/(?!name:(?:material|pymdownx)\.)")
_ADDRESS = re.compile(r"^site_url:.*$", re.MULTILINE)  # which is known, wherever it comes from
_TEMPLATES = {"404.html", "sitemap.xml"}


@dataclass(frozen=True, slots=True)
class KeptPage:
    """What is known of a page that is kept: the title that its text gives it, its anchors, and its entries by the file
    of their index. `links` are the anchors that it links to, by the page that has them and by anchor, as written.
    `files` are what else is made of the page, by their paths in the site.
    """

    title: str | None
    anchors: tuple[str, ...]
    links: Mapping[str, Mapping[str, str]]
    entries: Mapping[str, Any]
    files: Mapping[str, str]

    def give(self, page: Page, files: Files) -> None:
        """Tell MkDocs what it would know of the page, had it made it."""
        page.markdown, page.meta = get_data(page.file.content_string)
        page._title_from_render = self.title  # there is no other way to tell it
        page.present_anchor_ids = set(self.anchors)
        to = ((files.get_file_from_path(name), links) for name, links in self.links.items())
        page.links_to_anchors = {each: dict(links) for each, links in to if each}


class KeptPages:
    """The pages of one build, by address: those that are kept, and the keys of all that may be.

    `store` and `settings`, what mkdocs.yml says, are there where pages are kept. `names` are the files of all
    languages, and `count` counts what was warned of. `part` are those of the rendered ones that are made here, where
    others are made elsewhere.
    """

    def __init__(self) -> None:
        self.store: Kept | None = None
        self.settings: str | None = None
        self.names: list[str] = []
        self.count: Callable[[], int] = lambda: 0
        self.part: Shard | None = None
        self.keys: dict[str, str] = {}
        self.found: dict[str, KeptPage] = {}
        self.told: dict[str, int] = {}
        self.files: dict[str, dict[str, str]] = {}

    def forget(self) -> None:
        """Know no page."""
        self.keys, self.found, self.told, self.files = {}, {}, {}, {}

    def plan(
        self,
        files: Files,
        rendered: Mapping[str, str | None],
        matters: Mapping[str, FrontMatter],
        publication: Publication,
        config: MkDocsConfig,
    ) -> None:
        """Find and write the pages of a language that are kept; `rendered` has the text of each that is rendered.

        The front matter of each stands in the navigation of others; where it has no title, that comes from its text.
        """
        self.forget()
        if self.store is None:
            return
        tag, heads, texts = str(config.plugins["i18n"].current_language), [], dict[str, tuple[str, str]]()  # type: ignore[attr-defined]
        for file in files.documentation_pages():
            name = file.src_uri
            text = rendered[name] or file.content_string
            values: Mapping[str, Any] = matters[name].values if name in matters else {"title": ""}
            head: object = split_front_matter(text)[0] if "title" in values else text
            heads.append((name, file.url, head, publication.monikers_of(name, values)))
            filled = publication.filled(name, text, file.locale)  # type: ignore[attr-defined]
            texts[file.url] = filled, source_text(file, tag, publication.tag()) if name in matters else ""
        every = sorted((each.src_uri, each.dest_uri) for each in files)
        named = (config.site_name, config.site_description, config.site_url, publication.date)
        shared = (publication.shared(tag), publication.tasks(tag), self.names)
        common = self.store.key(self.settings, tag, named, shared, heads, every)
        self.keys = {address: self.store.key(common, address, *own) for address, own in texts.items()}
        for file in files.documentation_pages():
            if (content := self.store.get(self.keys[file.url])) is not None:
                known, _, html = content.partition(b"\n")
                self.found[file.url] = KeptPage(**json.loads(known))
                write_file(html, file.abs_dest_path)
                self._write(self.found[file.url].files, config)

    def elsewhere(self, rendered: Iterable[str]) -> frozenset[str]:
        """The pages of some rendered ones that are not made here; a page by hand is, as others may show its heading."""
        names = frozenset(rendered)
        return names - self.part.of(names) if self.part else frozenset()

    def passed_by(
        self, files: Files, config: MkDocsConfig, elsewhere: Container[str], *, all_of_them: bool
    ) -> Iterator[Page]:
        """Let MkDocs pass by the pages that are kept or made `elsewhere`, which it knows then, or by all."""
        for file in files.documentation_pages():
            kept, is_elsewhere = self.found.get(file.url), file.src_uri in elsewhere
            if kept or is_elsewhere or all_of_them:
                page = file.page or Page(None, file, config)
                page.markdown = page.content = ""
                file.is_modified = lambda: False  # type: ignore[method-assign]  # than what was made of it
            if kept:
                kept.give(page, files)
            elif is_elsewhere:
                page.meta = get_data(file.content_string)[1]
            if kept or is_elsewhere:
                yield page

    def place(self, page: Page, entries: _Entries, tag: str, names: Iterable[str]) -> None:
        """Give a page its place in the indexes of these names, with its entries if it is kept."""
        kept = self.found.get(page.url)
        for name in names:
            entries.setdefault((tag, name), {})[page.url] = kept.entries.get(name, ()) if kept else ()

    def begin(self, page: Page) -> None:
        """Count what is told of a page from here on."""
        self.told[page.url] = self.told.get(page.url, 0) - self.count()

    def pause(self, page: Page) -> None:
        """Count no further, until it begins again."""
        self.told[page.url] += self.count()

    def add_files(self, page: Page, files: Mapping[str, str], config: MkDocsConfig) -> None:
        """Write what else is made of a page, by paths in the site, and keep it with the page."""
        self._write(files, config)
        self.files.setdefault(page.url, {}).update(files)

    @staticmethod
    def _write(files: Mapping[str, str], config: MkDocsConfig) -> None:
        for path, text in files.items():
            write_file(text.encode(), str(Path(config.site_dir, path)))

    def keep(self, page: Page, output: str, entries: _Entries, tag: str) -> None:
        """Keep a page that was made, if nothing was told of it: that is to be told again."""
        self.pause(page)
        key = self.keys.get(page.url)
        if self.store and key and not self.told.pop(page.url) and output.strip():
            links = {file.src_uri: each for file, each in (page.links_to_anchors or {}).items()}
            anchors = sorted(page.present_anchor_ids or ())
            own = {
                name: found[page.url] for (each, name), found in entries.items() if each == tag and page.url in found
            }
            head = {"title": page._title_from_render, "anchors": anchors, "links": links, "entries": own}
            head["files"] = self.files.pop(page.url, {})
            self.store.put(key, json.dumps(head).encode() + b"\n" + output.encode("utf-8", errors="xmlcharrefreplace"))
        if self.store:
            page.content = page.markdown = ""  # nobody asks for it any more, and a site has many


def settings_of(config: MkDocsConfig) -> str | None:
    """Everything in mkdocs.yml and the folder of its theme that a page may depend on, as a text.

    None where something takes part of which nobody knows what it depends on: then nothing is kept, and nothing is built
    side by side.
    """
    extensions = [each for each in config.markdown_extensions if isinstance(each, str)]
    is_known = set(config.plugins) <= _PLUGINS and not config.hooks and not config.extra_templates
    is_known &= config.theme.static_templates <= _TEMPLATES and not any(
        each.startswith(_READING) for each in extensions
    )
    if not is_known or not all(each in _SHORT or each.startswith(_EXTENSIONS) for each in extensions):
        return None
    written = _ADDRESS.sub("", Path(config.config_file_path).read_text("utf-8", errors="replace"))
    if _OUTSIDE.search(written):
        return None
    return written + _digest_of(config.theme.custom_dir)


def _digest_of(folder: str | None) -> str:
    around = Path(folder or "")
    files: Iterable[Path] = sorted(path for path in around.rglob("*") if path.is_file()) if folder else ()
    found = sha256()
    for path in files:
        content = path.read_bytes()
        found.update(f"{path.relative_to(around).as_posix()} {len(content)} ".encode() + content)
    return found.hexdigest()
