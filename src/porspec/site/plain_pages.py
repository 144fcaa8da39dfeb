"""Each page for readers as Markdown, for the readers of each moniker, beside its HTML: for who reads no HTML."""

from pathlib import Path
from urllib.parse import urljoin
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup
from mkdocs.structure.pages import Page

from ..markdown.content import escape
from ..markdown.plain import PlainWriter
from ..sources.pages import COMPARE, TESTERS
from .theme import Facts


class PlainPages(Extension, Treeprocessor):
    """Writes down the tree of the page that is converted, for each moniker, before notices are put into it.

    `page` is what there is to say of it; None where nobody wants it as Markdown.
    """

    def __init__(self) -> None:
        Extension.__init__(self)
        self.page: Facts | None = None
        self.address = ""
        self.written: dict[str, str] = {}

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Work on the tree when MkDocs has resolved its links."""
        self.md = md
        md.treeprocessors.register(self, "porspec_plain_pages", -5)

    def begin(self, page: Page, facts: Facts | None) -> None:
        """The next page to be converted.

        HTML only are testers' pages, that which compares monikers, those in another language than their readers', and
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

    def files_of(self, page: Page) -> dict[str, str]:
        """The page that was converted last, in the folder of its HTML, or beside that where it has no folder."""
        facts, place = self.page, Path(page.file.dest_uri)
        return (
            {}
            if facts is None
            else {
                plain_name(place, moniker).as_posix(): self._told(facts, page, moniker, text)
                for moniker, text in self.written.items()
            }
        )

    def _told(self, facts: Facts, page: Page, moniker: str, text: str) -> str:
        title = escape(page.title.striptags() if isinstance(page.title, Markup) else str(page.title))
        titled = text if text.startswith("# ") else f"# {title}\n\n{text}"
        told = facts.publication.with_closure(titled, facts.tag, moniker)
        if told != titled:  # the page's own alerts are written already, and what looks like one is code
            word = facts.publication.words[facts.tag]("Important")
            told = told.replace("> [!IMPORTANT]\n", f"> **{word}**\n>\n", 1)
        return f"{told.rstrip(chr(10))}\n"


def plain_name(html: Path, moniker: str) -> Path:
    """Where the Markdown of a page stands, by the place of its HTML."""
    return html.with_name(f"{moniker}.md" if html.name == "index.html" else f"{html.stem}.{moniker}.md")
