"""What the theme is told: its words and languages, what of the navigation and of a page's contents is for which moniker
(MONIKERS section 6), and what comes before and after a page.

The theme's templates print it: each entry has `monikers`, as `data-moniker` has them, and "" where it is for all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from os.path import relpath
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket
from markdown.extensions import Extension
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs_static_i18n.config import I18nPluginLanguage

from ..checks.registry import problems_of
from ..languages.words import UNTRANSLATED, marked
from ..sources.files import read_source
from ..sources.pages import PageMonikers, read_front_matter
from ..sources.problems import SpecError
from .publish import Publication, publish

THEME = Path(__file__).parent / "theme"
INSTANT = "navigation.instant"
_UNREADABLE = "docs-unreadable"
_log = get_plugin_logger("porspec")
_EXTENSIONS = ("attr_list", "md_in_html", "tables", "github-callouts", "porspec.markdown.extension")


class CompiledTemplates(BytecodeCache):
    """Templates, compiled once and kept in memory, as MkDocs makes a new environment for each language and build.

    A template that is edited is compiled again, as Jinja compares its source.
    """

    def __init__(self) -> None:
        self.codes: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give what was compiled of a template, if anything."""
        if code := self.codes.get(bucket.key):
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        self.codes[bucket.key] = bucket.bytecode_to_string()


def stems(config: MkDocsConfig) -> Iterator[str]:
    """The pages of the navigation's first level, by name without ending, in order."""
    return (str(entry).removesuffix(".md") for entry in config.nav or ())


def i18n_of(config: MkDocsConfig) -> Any:
    """static-i18n, which builds the languages."""
    if config.theme.name != "material":
        raise PluginError('porspec needs the theme material: write "theme: {name: material}" in mkdocs.yml')
    if "i18n" not in config.plugins:
        raise PluginError("porspec needs the plugin i18n (mkdocs-static-i18n) in mkdocs.yml")
    return config.plugins["i18n"]


def published(config: MkDocsConfig, *, renders: bool) -> Publication:
    """The publication of the project around mkdocs.yml; what is wrong with its pages alone is a warning."""
    root = Path(config.config_file_path).parent
    docs = Path(relpath(config.docs_dir, root)).as_posix()
    try:
        spec, problems = problems_of(root, docs=docs, renders=renders)
        errors = [each for each in problems if each.is_error]
        if any(each.code == _UNREADABLE or not each.location.path.startswith(f"{docs}/") for each in errors):
            raise SpecError(problems)
        publication = publish(spec)
    except SpecError as error:
        raise PluginError(f"the spec has problems\n{error}") from None
    for problem in problems:
        (_log.warning if problem.is_error else _log.info)("%s", problem)
    return publication


def configure(config: MkDocsConfig, publication: Publication, extension: Extension) -> MkDocsConfig:
    """Tell MkDocs, the theme and static-i18n what differs by language, and what mkdocs.yml need not say.

    Instant navigation waits until static-i18n has warned of a language menu that does not follow it: ours does.
    """
    i18n = i18n_of(config)
    _add_languages(i18n.config.languages, publication)
    tag = i18n.current_language or i18n.default_language
    config.extra["porspec"] = publication.theme(tag)
    config.copyright = publication.footer(tag)
    names = {key: config[key] for key in ("site_name", "site_description")}
    for key, text in config.extra.setdefault("porspec_site", names).items():
        config[key] = text and publication.say(tag, text, "site")
    _translate_toggles(config, publication, tag)
    extensions: list[Any] = config.markdown_extensions
    extensions += [each for each in (*_EXTENSIONS, extension) if each not in extensions]
    config.mdx_configs["porspec.markdown.extension"] = publication.markdown(tag)
    if "permalink" in (toc := config.mdx_configs.get("toc", {})):
        toc["permalink_title"] = publication.words[tag]("Permanent link")
    if str(THEME) not in config.theme.dirs:
        config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(THEME))
    features = config.extra["porspec_features"] = config.extra.get("porspec_features", config.theme.get("features", []))
    config.theme["features"] = [each for each in features if each != INSTANT]
    return config


def _add_languages(languages: list[Any], publication: Publication) -> None:
    """Each language that static-i18n's configuration does not name."""
    for tag, name in publication.languages.items():
        if tag not in {each.locale for each in languages}:
            language = I18nPluginLanguage()
            language.load_dict({"locale": tag, "name": name, "build": True})
            language.nav_translations = publication.navigation(tag)
            language.validate()
            languages.append(language)


def _translate_toggles(config: MkDocsConfig, publication: Publication, tag: str) -> None:
    """The names of the palette's toggles, which are ours to translate where they are our words."""
    for scheme in config.theme.get("palette") or ():
        if isinstance(scheme, dict) and "toggle" in scheme:
            source = scheme["toggle"].setdefault("porspec_name", scheme["toggle"].get("name", ""))
            scheme["toggle"]["name"] = publication.words[tag](source)


def speak(config: MkDocsConfig) -> MkDocsConfig:
    """After static-i18n: let the theme's own words be in the nearest language that it has."""
    tag = str(config.theme["language"])
    folders = [Path(folder) / "partials" / "languages" for folder in config.theme.dirs]
    nearest = (tag, tag.partition("-")[0], "en")
    config.theme["language"] = next(each for each in nearest if any((at / f"{each}.html").exists() for at in folders))
    config.theme["features"] = config.extra["porspec_features"]
    vars(config.extra).pop("alternate", None)  # static-i18n leaves the last page's here, beside the site's own
    return config


def tell_languages(context: dict[str, Any], config: MkDocsConfig) -> None:
    """Hand the entries of the language menu to our templates instead of Material's, which only learns that there are
    some.
    """
    found = (vars(config.extra).get("alternate"), config.extra.get("alternate"))
    context["porspec_languages"] = next((each for each in found if isinstance(each, list)), [])
    config.extra.alternate = bool(context["porspec_languages"])  # type: ignore[attr-defined]


def fill(files: Files, pages: Mapping[str, str], publication: Publication) -> dict[str, str]:
    """Give rendered pages their content, and leave out pages that no moniker has; returns all texts by address.

    Raises SpecError where a page cannot be read.
    """
    texts: dict[str, str] = {}
    config = publication.spec.config
    for file in list(files.documentation_pages()):
        name = file.src_uri
        if name in pages:
            file.content_string, file.generated_by = pages[name], "porspec"
        text = pages[name] if name in pages else read_source(config.root, f"{config.docs}/{name}", _UNREADABLE)
        page = publication.clouds(name, {} if name in pages else read_front_matter(name, text)[0].values)
        if page.versioned and not page.monikers:
            files.remove(file)
        else:
            texts[file.url] = text
    return texts


def mark_title(page: Page) -> None:
    """Mark a title that is in another language than the page's readers'."""
    file: Any = page.file
    tag = file.locale_alternate_of
    if shown := page.meta.get("title_language") if file.locale == tag else file.locale:
        page.typeset = {"title": marked(str(page.title), shown)}  # type: ignore[attr-defined]  # Material's name


def mark_navigation(nav: Navigation, publication: Publication) -> None:
    """Give each entry its monikers: a page its own, a section those of all in it."""
    having = [publication.clouds(page.file.src_uri, page.meta) for page in nav.pages]
    for page, found in zip(nav.pages, having, strict=True):
        page.monikers = _scope(found, publication)  # type: ignore[attr-defined]
    for entry in nav.items:
        _mark_section(entry)
    for place, page in enumerate(nav.pages):
        page.neighbours = list(_neighbours(place, nav.pages, having, publication))  # type: ignore[attr-defined]


def _scope(page: PageMonikers, publication: Publication) -> str:
    is_for_all = not page.versioned or set(page.monikers) == publication.spec.config.monikers.all
    return "" if is_for_all else " ".join(sorted(page.monikers))


def _mark_section(entry: Any) -> str:
    """A link out of the site is for all."""
    if entry.is_section:
        entry.monikers = _union(_mark_section(each) for each in entry.children)
    return getattr(entry, "monikers", "")


def _union(parts: Iterable[str]) -> str:
    """All monikers of some `data-moniker`; "", which is all there are, where one of them is that or there is none."""
    found = [part.split() for part in parts]
    return " ".join(sorted({moniker for part in found for moniker in part})) if all(found) else ""


def _neighbours(
    place: int, pages: Sequence[Page], having: Sequence[PageMonikers], publication: Publication
) -> Iterator[SimpleNamespace]:
    """What stands in for a page in the theme's footer: its neighbours, for the monikers that have both of them."""
    found: dict[tuple[int | None, int | None], list[str]] = {}
    for moniker in publication.spec.config.monikers.ids:
        before = next((at for at in range(place - 1, -1, -1) if moniker in having[at].monikers), None)
        after = next((at for at in range(place + 1, len(pages)) if moniker in having[at].monikers), None)
        found.setdefault((before, after), []).append(moniker)
    for (before, after), monikers in found.items():
        yield SimpleNamespace(
            url=pages[place].url,
            meta=pages[place].meta,
            previous_page=None if before is None else _neighbour(pages[before]),
            next_page=None if after is None else _neighbour(pages[after]),
            monikers=" ".join(sorted(monikers)) if len(found) > 1 else "",
        )


def _neighbour(page: Page) -> SimpleNamespace:
    return SimpleNamespace(url=page.url, title=_Title(page))


class _Title:
    """A title that is marked where it is in another language, but for attributes: there the theme escapes it."""

    def __init__(self, page: Page) -> None:
        self.plain = str(page.title)
        self.marked = getattr(page, "typeset", {"title": self.plain})["title"]

    def __str__(self) -> str:
        return str(self.marked)

    def __html__(self) -> str:
        return escape(self.plain)


def mark_contents(items: Iterable[Any], headings: Mapping[str, tuple[str, str]]) -> None:
    """Give the entries of a page's contents the monikers of their headings, and their titles where they are marked.

    `headings` are the monikers and the HTML of each, by its id.
    """
    for item in items:
        item.own, html = headings.get(item.id, ("", ""))
        if html.startswith(f'<span class="{UNTRANSLATED}"'):
            item.typeset = {"title": html}
        mark_contents(item.children, headings)
        item.monikers = _union([item.own, *(each.monikers for each in item.children)])
