"""Our partials print what Material's own print, for every feature that they know, and say besides what is for whom."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from itertools import chain, combinations
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import material
import pytest
from jinja2 import Environment, FileSystemLoader

from porspec.site.navigation import Entries
from porspec.site.templates import THEME

MATERIAL = Path(material.__file__).parent / "templates"
FEATURES = ("tabs", "sections", "expand", "indexes", "prune")
ALL = [f"navigation.{each}" for each in FEATURES]
SETS = list(chain.from_iterable(combinations(ALL, length) for length in range(len(ALL) + 1)))
QUICK = [each for each in SETS if len(each) in (0, 1, len(ALL))]


class Tokens(HTMLParser):
    """The tags and the texts of some HTML; attributes without a value of their own are left out."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = (f'{key}="{" ".join((value or "").split())}"' for key, value in attrs)
        self.found.append(
            " ".join([tag, *sorted(each for each in values if not each.endswith('=""') or "checked" in each)])
        )

    def handle_endtag(self, tag: str) -> None:
        self.found.append(f"/{tag}")

    def handle_data(self, data: str) -> None:
        self.found += data.split()


def page(title: str, url: str, **more: Any) -> SimpleNamespace:
    values = {"meta": {}, "active": False, "is_section": False, "is_index": url.endswith("index"), "toc": [], **more}
    return SimpleNamespace(title=title, url=url, **values)


def section(title: str, *children: SimpleNamespace) -> SimpleNamespace:
    active = any(each.active for each in children)
    return SimpleNamespace(title=title, children=list(children), active=active, is_section=True)


def heading(title: str, *children: SimpleNamespace) -> SimpleNamespace:
    return SimpleNamespace(title=title, url=f"#{title}", level=2, children=list(children))


def entries() -> Iterator[list[SimpleNamespace]]:
    """Navigations, with the open page at the top, in a section, in a section in it, and being its index."""
    top = SimpleNamespace(title="Title", url="#", level=1, children=[heading("A", heading("B")), heading("C")])
    for where in range(4):
        toc = [top] if where % 2 else [heading("A")]
        meta = {"icon": "material/magnify", "status": "new", "subtitle": "Sub"}
        opened = [page("Open", "open/index" if where == 3 else "open", active=True, meta=meta, toc=toc)]
        others = [page("Other", "other"), page("Marked", "marked", typeset={"title": "<i>Marked</i>"})]
        inner = section("Inner", page("First", "first"), *(opened if where == 2 else []))
        outer = section("Outer", *(opened if where in (1, 3) else []), page("In", "in/index"), inner)
        yield [*others, *(opened if where == 0 else []), outer, section("Last", section("Deep", page("End", "end")))]


@cache
def environment(*folders: Path) -> Environment:
    """The templates of some folders, as MkDocs has them."""
    found = Environment(loader=FileSystemLoader(folders))  # noqa: S701
    found.filters["url"] = lambda address: f"../{address}"
    return found


def rendered(folders: list[Path], template: str, items: list[SimpleNamespace], features: tuple[str, ...]) -> list[str]:
    found = [each for item in items for each in leaves(item) if each.active]
    config = {"extra": {"status": {"new": "New"}}, "theme": {"icon": {}}, "mdx_configs": {}, "site_name": "Site"}
    nav = navigation(items)
    lang = SimpleNamespace(t=str)
    values = {"config": config, "features": features, "nav": nav, "page": found[0], "lang": lang}
    return Tokens(environment(*folders).get_template(template).render(values)).found


def navigation(items: list[SimpleNamespace]) -> Any:
    nav: Any = SimpleNamespace(items=items, homepage=items[0], pages=[each for item in items for each in leaves(item)])
    nav.entries = Entries(nav)
    return nav


def leaves(item: SimpleNamespace) -> Iterator[SimpleNamespace]:
    if item.is_section:
        for each in item.children:
            yield from leaves(each)
    else:
        yield item


@pytest.mark.parametrize("sets", [QUICK, pytest.param(SETS, marks=pytest.mark.slow)], ids=["each", "all"])
@pytest.mark.parametrize("template", ["partials/nav.html", "partials/tabs.html", "partials/toc.html"])
def test_where_all_is_for_everybody_a_partial_prints_what_materials_prints(
    template: str, sets: list[tuple[str, ...]]
) -> None:
    for items in entries():
        for features in sets:
            ours, theirs = (rendered(each, template, items, features) for each in ([THEME, MATERIAL], [MATERIAL]))
            assert ours == theirs, features


def mark(entry: SimpleNamespace, monikers: str) -> SimpleNamespace:
    entry.monikers = monikers
    return entry


def test_each_entry_says_for_whom_it_is() -> None:
    toc = [mark(heading("A", mark(heading("B"), "b")), "a b"), mark(heading("C"), "")]
    toc[0].own, toc[0].children[0].own, toc[1].own = "a", "b", ""
    inner = mark(
        section("Inner", mark(page("Open", "open", active=True, toc=toc), "b"), mark(page("Z", "z"), "c")), "b c"
    )
    items = [mark(page("All", "all"), ""), mark(page("Some", "some"), "a"), inner]
    for features in ((), tuple(ALL)):
        found = rendered([THEME, MATERIAL], "partials/nav.html", items, features)
        marked = [each.partition('data-moniker="')[2].rstrip('"') for each in found if "data-moniker" in each]
        assert [each.partition('"')[0] for each in marked] == ["a", "b c", "b", "a b", "a", "b", "c"]
    found = rendered([THEME, MATERIAL], "partials/tabs.html", items, ())
    assert [each for each in found if each.startswith("li")] == [
        'li class="md-tabs__item"',
        'li class="md-tabs__item" data-moniker="a"',
        'li class="md-tabs__item md-tabs__item--active" data-moniker="b c"',
    ]
