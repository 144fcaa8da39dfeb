"""What finds a site finds it whole: every link, address, language, picture and datum of every page."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree import ElementTree

import pytest

from tests.conftest import required
from tests.sites import strict_site

pytestmark = pytest.mark.slow

ADDRESS = "https://porspec.github.io/porspec/"
_MARKDOWN_LINK = re.compile(r"\]\((<[^>]*>|[^()\s]+)\)")
_OPEN_GRAPH = ("title", "type", "image", "url", "description", "site_name", "locale")  # ogp.me: the first four required
# What schema.org says of each type, as TypeScript's compiler can check it.
_TYPES = "schema-dts@2.1.0", "typescript@5.9.3"
_STRICT = [
    "--noEmit",
    "--strict",
    "--skipLibCheck",
    "--moduleResolution",
    "node",
    "--module",
    "es2020",
    "--target",
    "es2020",
]


@dataclass
class Found(HTMLParser):
    """What a page has that leads elsewhere or that others lead to."""

    address: str
    html: str
    lang: str = ""
    canonical: str = ""
    links: list[str] = field(default_factory=list)
    anchors: list[str] = field(default_factory=list)
    alternates: list[tuple[str, str]] = field(default_factory=list)
    told: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        super().__init__()
        self.feed(self.html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {key: value or "" for key, value in attrs}
        self.anchors += [values[key] for key in ("id", "data-anchor") if key in values]
        if tag == "html":
            self.lang = values["lang"]
        elif tag == "meta" and "content" in values:
            self.told[values.get("property", values.get("name", ""))] = values["content"]
        elif tag == "link" and values.get("rel") == "canonical":
            self.canonical = values["href"]
        elif tag == "link" and "hreflang" in values:
            self.alternates.append((values["hreflang"], values["href"]))
        self.links += [values[key] for key in ("href", "src") if key in values]

    @property
    def data(self) -> list[dict[str, object]]:
        found = re.findall('<script type="application/ld.json">(.*?)</script>', self.html)
        return [json.loads(each) for each in found]


@pytest.fixture(scope="module")
def site() -> Path:
    return strict_site()


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, Found]:
    """Every page by its address."""
    found = {}
    for path in sorted(site.rglob("*.html")):
        address = urljoin(ADDRESS, path.relative_to(site).as_posix().removesuffix("index.html"))
        found[address] = Found(address, path.read_text("utf-8"))
    assert len(found) > 80
    return found


def _missing(site: Path, pages: dict[str, Found], place: str, links: list[str]) -> Iterator[str]:
    """Those of the links at a place that lead to nothing of this site."""
    for link in links:
        to, _, anchor = urljoin(place, link).partition("#")
        if not to.startswith(ADDRESS):
            continue
        path = site / unquote(urlsplit(to).path.removeprefix("/porspec/"))
        page = pages.get(to.partition("?")[0])
        is_place = page is None or not anchor or unquote(anchor) in page.anchors
        if not (page or path.is_file()) or not is_place:
            yield f"{place}: {link}"


def test_no_link_of_a_page_is_broken_nor_is_any_of_its_files_missing(site: Path, pages: dict[str, Found]) -> None:
    assert [each for page in pages.values() for each in _missing(site, pages, page.address, page.links)] == []


def test_no_link_is_broken_in_what_is_written_as_markdown(site: Path, pages: dict[str, Found]) -> None:
    number = 0
    for path in [*site.rglob("*.md"), site / "llms.txt"]:
        links = [each.strip("<>") for each in _MARKDOWN_LINK.findall(path.read_text("utf-8"))]
        number += len(links)
        address = urljoin(ADDRESS, path.relative_to(site).as_posix())
        assert list(_missing(site, pages, address, links)) == []
    assert number > 1000


def test_addresses_lead_to_each_other_and_each_language_to_all_others(pages: dict[str, Found]) -> None:
    for page in pages.values():
        if page.address.endswith("404.html"):
            continue
        assert pages[page.canonical].canonical == page.canonical == page.told["og:url"]
        for lang, address in page.alternates:
            other = pages[address]
            assert (other.canonical, other.alternates) == (address, page.alternates)
            assert lang in {"x-default", other.lang}
        assert page.canonical in dict(page.alternates).values() or not page.alternates


def test_every_page_says_who_shares_it_what_it_is(pages: dict[str, Found], site: Path) -> None:
    for page in pages.values():
        if page.address.endswith("404.html"):
            assert page.told["robots"] == "noindex"
            continue
        lacking = [each for each in _OPEN_GRAPH if not page.told.get(f"og:{each}")]
        assert (page.address, lacking) == (page.address, [])
        picture = (site / page.told["og:image"].removeprefix(ADDRESS)).read_bytes()
        size = [int.from_bytes(picture[at : at + 4]) for at in (16, 20)]  # of a PNG
        assert [page.told[f"og:image:{each}"] for each in ("width", "height")] == [str(each) for each in size]


def test_the_sitemap_has_each_address_once(site: Path, pages: dict[str, Found]) -> None:
    tree = ElementTree.parse(site / "sitemap.xml")  # noqa: S314 - it is ours
    found = [each.text for each in tree.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
    assert sorted(map(str, found)) == sorted({page.canonical for page in pages.values() if page.canonical})


def test_what_is_told_as_data_is_of_schema_orgs_types(pages: dict[str, Found], tmp_path: Path) -> None:
    lines = ['import type { BreadcrumbList, HowTo, WithContext } from "schema-dts"']
    for page in pages.values():
        for each in page.data:
            kind, text = each["@type"], json.dumps(each)
            lines.append(f"const data{len(lines)}: WithContext<{kind}> = {text}")
    assert len(lines) > 100
    (tmp_path / "data.ts").write_text("\n".join([*lines, "export {}", ""]), "utf-8")
    npm = required("npm", "npm")
    install = [npm, "install", "--no-audit", "--no-fund", "--ignore-scripts", *_TYPES]
    subprocess.run(install, cwd=tmp_path, check=True, capture_output=True)
    command = [required("node", "npm"), "node_modules/typescript/bin/tsc", *_STRICT, "data.ts"]
    done = subprocess.run(command, cwd=tmp_path, check=False, capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (0, "")
