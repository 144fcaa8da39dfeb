"""Each page for readers as Markdown, for the readers of each moniker, beside its HTML: for who reads no HTML."""

from pathlib import Path
from urllib.parse import urljoin
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page
from mkdocs.utils import write_file

from ..markdown.content import escape
from ..markdown.plain import PlainWriter
from ..sources.pages import COMPARE, TESTERS
from .theme import Facts


class PlainPages(Extension, Treeprocessor):
    """Writes down the tree of the page that is converted, for each moniker, before notices are put into it.

    `page` is what there is to say of it; None where nobody wants it as Markdown. `files` are those of each page that
    was converted, by its address and by their places in the site.
    """

    def __init__(self) -> None:
        Extension.__init__(self)
        self.page: Facts | None = None
        self.address = ""
        self.written: dict[str, str] = {}
        self.files: dict[str, dict[str, str]] = {}

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Work on the tree when MkDocs has resolved its links."""
        self.md = md
        md.treeprocessors.register(self, "porspec_plain_pages", -5)

    def begin(self, page: Page, facts: Facts | None) -> None:
        """The next page to be converted.

        HTML only are testers' pages, that which compares clouds, those in another language than their readers', and
        those for who writes them.
        """
        is_own = facts and facts.shown == facts.tag and not facts.told["names_messages"]
        is_wanted = is_own and not page.meta.get(TESTERS) and page.file.name != COMPARE
        self.page, self.address, self.written = facts if is_wanted else None, page.canonical_url or "", {}

    def run(self, root: Element) -> None:
        for moniker in self.page.monikers if self.page else ():
            writer = PlainWriter(self.md, moniker, lambda target: urljoin(self.address, target))
            writer.run(root)
            self.written[moniker] = writer.written

    def write(self, page: Page, config: MkDocsConfig) -> None:
        """Write the page that was converted last into the folder of its HTML, or beside that where it has no folder."""
        facts, place = self.page, Path(page.file.dest_uri)
        if facts is None:
            return
        for moniker, text in self.written.items():
            title = escape(page.title.striptags() if isinstance(page.title, Markup) else str(page.title))
            titled = text if text.startswith("# ") else f"# {title}\n\n{text}"
            name = plain_name(place, moniker).as_posix()
            told = facts.publication.with_closure(titled, facts.tag, moniker)
            word = facts.publication.words[facts.tag]("Important")
            told = told.replace("> [!IMPORTANT]\n", f"> **{word}**\n>\n", 1).rstrip("\n")
            self.files.setdefault(page.url, {})[name] = f"{told}\n"
            write_file(f"{told}\n".encode(), str(Path(config.site_dir, name)))


def plain_name(html: Path, moniker: str) -> Path:
    """Where the Markdown of a page stands, by the place of its HTML."""
    return html.with_name(f"{moniker}.md" if html.name == "index.html" else f"{html.stem}.{moniker}.md")
