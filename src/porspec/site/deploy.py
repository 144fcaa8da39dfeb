"""What a finished site has for who serves it and who finds it: its style sheet, its policy, its sitemap.

All is read off the pages as they were written, whichever build wrote them. `_headers` and `_redirects` are of the form
of Netlify and others that read its files, `_Caddyfile` is for Caddy, which a container may run; `hosts/` has their
templates.
"""

import base64
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import quote, urljoin
from xml.sax.saxutils import escape as xml_escape
from xml.sax.saxutils import quoteattr

from jinja2 import Environment, FileSystemLoader
from mkdocs.config.defaults import MkDocsConfig

from ..markdown.content import Markdown, escape
from ..sources.dates import or_beginning
from .plain_pages import plain_name
from .publish import Publication
from .style_sheet import Used, style_sheet

_COMMENT = re.compile(r"^\s*(?://.*)?\n?", re.MULTILINE)  # a line of it, or what stands before a line, as ours have it
_ARTICLE = re.compile(r'<article class="md-content__inner.*</article>', re.DOTALL)
_INLINE = re.compile(r"<(script|style)\b([^>]*)>(.*?)</\1\s*>", re.DOTALL | re.IGNORECASE)
_TAG = re.compile(r"<[^>]*>")
_NOT_RUN = re.compile(r"\bsrc\s*=|\btype\s*=\s*[\"']?application/(?:ld\+)?json", re.IGNORECASE)
_SHEETS = ("look", "porspec", "pictures", "comparison")
_STYLE_SHEET = "assets/porspec/site.css"
_LATER = ("lunr", "workers")  # the folders of scripts that touch no page
_TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "hosts"),
    autoescape=False,  # noqa: S701 - none of them is HTML
    keep_trailing_newline=True,
    trim_blocks=True,
    lstrip_blocks=True,
)


@dataclass
class Found:
    """What the pages of a site have: `inline`, the digests of scripts and styles that the theme has in them, by kind;
    `addresses`, the pages that say theirs, each with those of its languages.
    """

    used: Used = field(default_factory=Used)
    inline: dict[str, set[str]] = field(default_factory=lambda: {"script": set(), "style": set()})
    addresses: dict[str, Sequence[tuple[str, str]]] = field(default_factory=dict)


def complete(config: MkDocsConfig, publication: Publication) -> None:
    """Write what depends on all pages of a site that is otherwise finished."""
    site = Path(config.site_dir)
    sheets = [*_material(site, config), *(site / f"assets/porspec/{each}.css" for each in _SHEETS)]
    texts = [each.read_text("utf-8") for each in sheets]
    if any(each.names_messages for each in publication.words.values()):  # for who writes: pages change one by one
        (site / _STYLE_SHEET).write_text("\n".join(texts), "utf-8")
        return
    found = _read(site)
    (site / _STYLE_SHEET).write_text(style_sheet(texts, found.used), "utf-8")
    for script in site.glob("assets/porspec/*.js"):
        script.write_text(_COMMENT.sub("", script.read_text("utf-8")), "utf-8")
    tags = [each for each in publication.languages if each != publication.tag()]
    told = {"policy": policy(found.inline), "tags": tags, "page": "{path}/" if config.use_directory_urls else "{path}"}
    for template in ("_headers", "_redirects", "_Caddyfile"):
        _write(config, template, _TEMPLATES.get_template(template).render(told))
    robots = "User-agent: *\nAllow: /\n"
    if config.site_url:
        date = or_beginning(publication.date).date().isoformat() if publication.date else ""
        _write(config, "sitemap.xml", "".join(_sitemap(found.addresses, date)))
        robots += f"Sitemap: {config.site_url}sitemap.xml\n"
        _write(config, "llms.txt", "".join(_contents(config, publication)))
    _write(config, "robots.txt", robots)


def policy(inline: dict[str, set[str]]) -> str:
    """The value of Content-Security-Policy: this host's own, and what the theme itself has in its pages."""
    hashes = {kind: "".join(f" '{each}'" for each in sorted(digests)) for kind, digests in inline.items()}
    allowed = (f"{kind}-src 'self'{each}" for kind, each in hashes.items() if each)
    own = (
        "img-src 'self' data:",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'self'",
    )
    return "; ".join(["default-src 'self'", *allowed, *own])


def inlined(html: str) -> Iterator[tuple[str, str]]:
    """The kind and the digest of each script and style that stands in a page around its text, which may have none."""
    for tag, attributes, text in _INLINE.findall(_ARTICLE.sub("", html)):
        if not _NOT_RUN.search(attributes):
            yield tag.lower(), f"sha256-{base64.b64encode(sha256(text.encode()).digest()).decode()}"


def page_for(code: int, path: str, site: Path) -> bytes | None:
    """What a server says where something is wrong: in the language of the folder that was asked for, or in all."""
    folders = (each.parent for each in site.glob(f"*/{code}.html"))
    page = next((each for each in folders if path.startswith(f"/{each.name}/")), site) / f"{code}.html"
    return page.read_bytes() if page.exists() else None


def _read(site: Path) -> Found:
    found = Found()
    for path in sorted(site.rglob("*.html")):
        html = path.read_text("utf-8")
        found.used.add_page(html)
        for kind, digest in inlined(html):
            found.inline[kind].add(digest)
        head = _Head(html.partition("</head>")[0])
        if head.alternates and head.address not in found.addresses:
            found.addresses[head.address] = head.alternates
    for path in site.rglob("*.js"):
        if not set(path.parts) & set(_LATER):
            found.used.add_script(path.read_text("utf-8", "replace"))
    for path in site.rglob("*.css"):
        if not path.is_relative_to(site / "assets" / "stylesheets") and path != site / _STYLE_SHEET:
            found.used.add_style(path.read_text("utf-8", "replace"))
    return found


class _Head(HTMLParser):
    """The address that the head of a page says, and those of its languages."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.address, self.alternates = "", list[tuple[str, str]]()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {key: value or "" for key, value in attrs}
        if tag == "link" and values.get("rel") == "canonical":
            self.address = values.get("href", "")
        elif tag == "link" and "hreflang" in values:
            self.alternates.append((values["hreflang"], values.get("href", "")))


def _sitemap(addresses: dict[str, Sequence[tuple[str, str]]], date: str) -> Iterator[str]:
    """A sitemap of the pages that are there in a language, each with its other languages (sitemaps.org, 0.9)."""
    spaces = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"'
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset {spaces}>\n'
    for address, alternates in sorted(addresses.items()):
        yield f"  <url>\n    <loc>{xml_escape(address)}</loc>\n"
        yield f"    <lastmod>{date}</lastmod>\n" if date else ""
        for lang, other in alternates:
            yield f'    <xhtml:link rel="alternate" hreflang={quoteattr(lang)} href={quoteattr(other)}/>\n'
        yield "  </url>\n"
    yield "</urlset>\n"


def _contents(config: MkDocsConfig, publication: Publication) -> Iterator[str]:
    """Where each page is as Markdown, for each moniker, by languages (llmstxt.org)."""
    site, source, said = Path(config.site_dir), publication.tag(), config.extra["porspec_site"]
    yield f"# {_in_a_line(said['site_name'])}\n"
    yield f"\n> {_in_a_line(said['site_description'])}\n" if said["site_description"] else ""
    for tag, name in publication.languages.items():
        yield f"\n## {_in_a_line(name)}\n\n"
        for html in sorted((site / ("" if tag == source else tag)).glob("**/*.html")):
            for moniker, called in publication.names(tag).items():
                path = plain_name(html, moniker)
                in_other = tag == source and path.relative_to(site).parts[0] in publication.languages
                if path.exists() and not in_other:
                    title = _TAG.sub("", path.read_text("utf-8").partition("\n")[0].removeprefix("# "))
                    address = urljoin(str(config.site_url), quote(path.relative_to(site).as_posix()))
                    yield f"- [{title}]({address}): {_in_a_line(called)}\n"


def _in_a_line(text: str) -> Markdown:
    """A name or a description as Markdown."""
    return escape(" ".join(text.split()))


def _material(site: Path, config: MkDocsConfig) -> Iterable[Path]:
    """Material's own style sheets, as far as the site asks for them."""
    names = ["main", *(["palette"] if config.theme.get("palette") else [])]
    return [path for name in names for path in sorted((site / "assets" / "stylesheets").glob(f"{name}.*.css"))]


def _write(config: MkDocsConfig, name: str, text: str) -> None:
    """Write a file, where the project has none of this name among its pages."""
    if not Path(config.docs_dir, name).exists():
        Path(config.site_dir, name).write_text(text, "utf-8")
