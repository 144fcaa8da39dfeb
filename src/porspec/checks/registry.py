"""How a check is registered, and what checks go through: languages, entries of catalogues, pages."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from ..markdown.reader import SourcePage, read_page
from ..sources.catalogues import Language, Message
from ..sources.pages import (
    FrontMatter,
    own_pages,
    page_monikers,
    page_name,
    read_front_matter,
    source_of,
    split_page_name,
)
from ..sources.problems import Problem, SpecError, registry
from ..spec.spec import Spec

Needs = Literal["catalogues", "sources", "spec"]
Finder = Callable[[Spec], Iterator[Problem]]


@dataclass(frozen=True)
class Check:
    """A generator of Problems with these codes.

    What it `needs` is what must have been read without errors: nothing but what there is of the catalogues, the
    features of the source language besides, or the whole spec.
    """

    find: Finder
    codes: tuple[str, ...]
    needs: Needs


_CHECKS: list[Check] = []


def check(*codes: str, needs: Needs = "spec") -> Callable[[Finder], Finder]:
    """Register a check under the codes of the problems that it yields; raises KeyError for what is no code."""

    def registered(find: Finder) -> Finder:
        _CHECKS.append(Check(find, tuple(registry().codes[code].name for code in codes), needs))
        return find

    return registered


def checks() -> Sequence[Check]:
    """The checks that are registered: each is where it is written, once its module is imported."""
    return _CHECKS


# --- what checks go through ----------------------------------------------------------------------------------------


def targets(spec: Spec) -> Iterator[Language]:
    """The languages other than the source language."""
    return (language for language in spec.languages.values() if not language.is_source)


def entries(spec: Spec, *domains: str) -> Iterator[tuple[Language, str | None, str, Message]]:
    """Every entry of the catalogues of some domains: its language, msgctxt, msgid and what the PO file has for it."""
    for language in targets(spec):
        for domain in domains:
            for (context, text), entry in language.catalogues[domain].messages.items():
                yield language, context, text, entry


def read_pages(
    spec: Spec, code: str | None = None, *, by_hand: bool = False
) -> Iterator[tuple[SourcePage, FrontMatter, list[Problem]]]:
    """Each page, its front matter, and what is wrong with that and with its zones."""
    for path, text in pages(spec, code, by_hand=by_hand):
        matter, unreadable = read_front_matter(path, text)
        monikers, out_of_range = page_monikers(spec.config.monikers, spec.config.moniker_ranges, matter)
        page = read_page(path, text, spec.config.monikers, monikers)
        yield page, matter, [*unreadable, *out_of_range, *page.problems]


def pages(spec: Spec, code: str | None = None, *, by_hand: bool = False) -> Iterator[tuple[str, str]]:
    """The path and text of each page that can be read, as `page_paths` gives them."""
    for path in page_paths(spec, code, by_hand=by_hand):
        with suppress(SpecError):
            yield path, spec.config.page_text(path)


def translated_pages(
    spec: Spec, language: Language, *, by_hand: bool = False
) -> Iterator[tuple[str, str, Path | None]]:
    """The path and text of each page of a language, and the page that it is a translation of, if there is one."""
    tags = [spec.config.language(code).tag for code in (language.code, spec.source)]
    for path, text in pages(spec, language.code, by_hand=by_hand):
        yield path, text, source_of(spec.config.root / path, *tags)


def page_paths(spec: Spec, code: str | None = None, *, by_hand: bool = False) -> Iterator[str]:
    """The path of each page in the docs folder, of one language or of all that are loaded.

    A page with the name of a rendered one is no page of a site that renders it; of another site it is one that
    `porspec render` wrote, which `by_hand` leaves out.
    """
    docs = spec.config.docs
    rendered = {f"{docs}/{name}" for name in rendered_names(spec)} if by_hand or spec.config.site.renders else set()
    ending = f".{spec.config.language(code).tag}" if code else ""
    left_out = {spec.config.language(each).tag for each in spec.config.targets if each not in spec.languages}
    for path in sorted((spec.config.root / docs).rglob(f"*{ending}.md")):
        name = path.relative_to(spec.config.root).as_posix()
        is_left_out = name in rendered or spec.config.site.excludes(name.removeprefix(f"{docs}/"))
        if not is_left_out and split_page_name(name, left_out)[1] is None:
            yield name


def rendered_names(spec: Spec) -> Iterator[str]:
    """The file names of the pages that are rendered."""
    tags = [spec.config.language(code).tag for code in (spec.source, *spec.config.targets)]
    return (page_name(stem, tag) for tag in tags for stem in rendered_stems(spec))


def rendered_stems(spec: Spec) -> tuple[str, ...]:
    """The names of the pages that are rendered, without language and ending."""
    return (*spec.features, *own_pages(spec.config.monikers, has_features=spec.config.has_features))
