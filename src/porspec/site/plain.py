"""The help for one cloud as CommonMark, a folder for each language: what any site generator takes."""

from collections.abc import Collection, Iterator, Mapping
from posixpath import dirname, join, normpath, relpath
from typing import Any
from urllib.parse import parse_qs, quote, unquote, urlsplit, urlunsplit

from mkdocs.config.defaults import MkDocsConfig

from ..markdown.content import escape
from ..markdown.plain import plain
from ..sources import pages
from .plugin import EXTENSION, EXTENSIONS
from .publish import Publication, stems

Key = tuple[str, str]  # the tag of a language, and the stem of a page


def plain_pages(
    publication: Publication, texts: Mapping[str, str], moniker: str, config: MkDocsConfig
) -> Iterator[tuple[str, str]]:
    """Every page of a moniker by its path; `texts` are all pages of the site by name, as they are read for it.

    What a language lacks is in the folder of the source language only, and linked there.
    """
    source = publication.tag()
    split = {name: pages.split_page_name(name, publication.languages) for name in texts}
    matters = {name: pages.read_front_matter(name, text)[0].values for name, text in texts.items()}
    clouds = {name: publication.clouds(name, matter) for name, matter in matters.items()}
    found = {(tag or source, stem): name for name, (stem, tag) in split.items()}
    seen = {key: name for key, name in found.items() if moniker in clouds[name].monikers or not clouds[name].versioned}
    for (tag, stem), name in seen.items():
        body = publication.filled(name, pages.split_front_matter(texts[name])[1], tag, stems(config.nav))
        options = {**publication.markdown(tag), "page": clouds[name].monikers, "is_rendered": name in publication.pages}

        def relink(target: str, page: Key = (tag, stem)) -> str | None:
            return _relinked(target, page, moniker, publication, found, seen)

        text = plain(body, moniker, *_extensions(config, options), relink)
        title = str(matters[name].get("title", ""))
        yield f"{tag}/{stem}.md", text if not title or text.startswith("# ") else f"# {escape(title)}\n\n{text}"


def _extensions(config: MkDocsConfig, options: dict[str, Any]) -> tuple[list[Any], dict[str, Any]]:
    """The extensions of the site and their options; headings have no links to themselves."""
    toc = {key: value for key, value in config.mdx_configs.get("toc", {}).items() if not key.startswith("permalink")}
    configs = {**config.mdx_configs, "toc": toc, EXTENSION: options}
    return list(dict.fromkeys([*config.markdown_extensions, *EXTENSIONS])), configs


def _relinked(
    target: str, page: Key, moniker: str, publication: Publication, found: Collection[Key], seen: Collection[Key]
) -> str | None:
    """Where a link of a page leads: to another file here; nowhere where its text is not for these readers."""
    parts = urlsplit(target)
    if parts.scheme or parts.netloc or not parts.path.endswith(".md"):
        return target
    views = parse_qs(parts.query).get("view", [moniker])
    stem, tag = pages.split_page_name(normpath(join(dirname(page[1]), unquote(parts.path))), publication.languages)
    keys = [(tag or page[0], stem), (publication.tag(), stem)]
    key = next((each for each in keys if each in found), keys[0])
    if views != [moniker] or (key in found and key not in seen):
        return None
    path = relpath("/".join(key), dirname("/".join(page))) if key in seen else parts.path.removesuffix(".md")
    return urlunsplit(("", "", quote(f"{path}.md"), "", parts.fragment))
