"""Entries of the navigation as HTML, made once for all pages that show them alike.

An entry that does not lead to the page that is open, through whatever sections, is the same on every page of its side
in the same folder: only the links differ from folder to folder. Of a thousand entries a page makes its own and those of
its sections.
"""

from collections.abc import Callable, Iterable, Sequence
from posixpath import dirname
from typing import Any

from markupsafe import Markup
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page

from ..sources.pages import BEHIND, TESTERS, split_page_name
from .publish import Publication

Render = Callable[[Any, str, int, Any], Markup]


class Entries:
    """The entries of a language's navigation."""

    def __init__(self, nav: Navigation) -> None:
        """Links to what is below a page's own address are other ones than those of its neighbours."""
        self.above = {each for page in nav.pages for each in _above(page.url)}
        self.made: dict[tuple[object, ...], list[Markup | None]] = {}

    def __call__(
        self,
        render: Render,
        entries: Sequence[Any],
        path: str,
        level: int,
        parent: Any,
        index: Any,
        page: Page | None,
    ) -> Markup:
        """Some entries, one after the other; the index page of a section, which its title leads to, is none of them."""
        if page is None:
            return Markup().join(render(each, f"{path}{n}", level, parent) for n, each in enumerate(entries, 1))
        folder = (page.url,) if page.url in self.above else (dirname(page.url.rstrip("/")), "beside")
        key = (path, level, folder, bool(parent and parent.active), bool(page.meta.get(TESTERS)))
        made = self.made.setdefault(key, [None] * len(entries))
        shown = list[Markup]()
        for number, each in enumerate(entries):
            if each is index:
                continue
            if each.active or getattr(each, "pages", None):
                shown.append(render(each, f"{path}{number + 1}", level, parent))
                continue
            if (found := made[number]) is None:
                found = made[number] = render(each, f"{path}{number + 1}", level, parent)
            shown.append(found)
        return Markup("".join(shown))  # noqa: S704 - made by templates


def _above(address: str) -> Iterable[str]:
    """The folders around an address, that of the site, "", among them."""
    folder = dirname(address.rstrip("/"))
    while folder:
        yield f"{folder}/"
        folder = dirname(folder)
    yield ""


def arrange(nav: Navigation, publication: Publication, tag: str) -> None:
    """Put the navigation that MkDocs makes of the files in order: the home page, what there is for readers, and in a
    section of their own the pages for testers and translators.
    """

    def is_behind(entry: Any) -> bool:
        return entry.is_page and split_page_name(entry.file.src_uri, publication.languages)[0] in BEHIND

    behind = [each for each in nav.items if is_behind(each)]
    nav.items[:] = [each for each in nav.items if not is_behind(each)]
    if behind:
        nav.items.append(Section(publication.words[tag].html("For testers and translators"), behind))
        for each in behind:
            each.parent = nav.items[-1]
    nav.pages.sort(key=is_behind)
