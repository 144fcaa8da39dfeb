"""The checks of a project, and everything that they, loading and sync find wrong with it."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from ..languages.sync import planned
from ..markdown.reader import SourcePage, read_page
from ..sources.catalogues import Language, Message
from ..sources.config import is_below, is_of, with_severities, without_consequences
from ..sources.pages import (
    FrontMatter,
    own_pages,
    page_monikers,
    page_name,
    read_front_matter,
    source_of,
    split_page_name,
)
from ..sources.problems import Location, Problem, SpecError, registry
from ..spec.proof import unproved
from ..spec.spec import Spec, load_with_problems

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
    """All checks: each is registered where it is written, once its module is imported."""
    from . import glossary, glossary_names, meaning, order, pages, spelling, steps, texts, translations  # noqa: F401

    return _CHECKS


def problems_of(
    root: Path,
    codes: Sequence[str] | None = None,
    *,
    docs: str | None = None,
    renders: bool | None = None,
    wanted: frozenset[str] | None = None,
) -> tuple[Spec, tuple[Problem, ...]]:
    """The spec and everything that is wrong with it: what loading found, or else what the checks and sync find.

    `codes` are the languages to look at, the source language first; all where it is not given. `docs` and `renders`
    are those of Config, where the site is not that of mkdocs.yml. `wanted` are the codes of problems to look for; what
    kept their checks from running is told as well. Raises SpecError where nothing could be loaded.
    """
    spec, problems = load_with_problems(root, codes)
    site = spec.config.site
    site = replace(site, docs=docs or site.docs, renders=site.renders if renders is None else renders)
    spec = replace(spec, config=replace(spec.config, other_site=site))
    chosen = [each for each in checks() if wanted is None or not wanted.isdisjoint(each.codes)]
    found, is_whole = _checked(spec, problems, chosen)
    everything = without_consequences(spec.config, spec.languages, [*spec.warnings, *problems, *found])
    blocking = () if is_whole else problems
    return spec, tuple(each for each in everything if wanted is None or each.code in wanted or each in blocking)


def problems_in(spec: Spec) -> tuple[Problem, ...]:
    """What is wrong with a spec that loaded without errors and ran."""
    found, _ = _checked(spec, (), checks())
    return without_consequences(spec.config, spec.languages, [*spec.warnings, *found, *unproved(spec)])


def _checked(spec: Spec, loading: Collection[Problem], chosen: Sequence[Check]) -> tuple[list[Problem], bool]:
    """What the checks find that can run, and whether all of them can.

    What is wrong with catalogues is found even where features do not load, and before what follows from it.
    """
    config = spec.config
    readable = not any(is_below(each, config.features, spec.source) for each in loading)
    met = {"catalogues", "sources"} if readable else {"catalogues"}
    found = _in_order(spec, (each for each in chosen if each.needs in met))
    errors = [*loading, *(each for each in with_severities(config, found) if each.is_error)]
    if all(each.location.path.startswith(f"{config.docs}/") for each in errors):
        found += _in_order(spec, (each for each in chosen if each.needs == "spec"))
        met.add("spec")
    return found, all(each.needs in met for each in chosen)


def _in_order(spec: Spec, chosen: Iterable[Check]) -> list[Problem]:
    """What checks find; all are called before the first is read, since one may wait for a program that it begins."""
    begun = [each.find(spec) for each in chosen]
    return [problem for each in begun for problem in each]


def checked(root: Path, *, skip_broken: bool = False) -> tuple[Spec, tuple[Problem, ...]]:
    """The spec of a project without errors, and what is to be told; raises SpecError where it has some.

    With `skip_broken`, languages whose own files have errors are left out, and these are told.
    """
    codes: list[str] | None = None
    left_out: set[Problem] = set()
    while True:
        spec, found = problems_of(root, codes)
        errors = {each for each in found if each.is_error}
        if not errors:
            return spec, tuple(sorted({*left_out, *found}))
        broken = {code: {each for each in errors if is_of(each, spec.config, code)} for code in spec.languages}
        strange = {each for each in errors if each.code == "language-code"}
        if not skip_broken or broken[spec.source] or errors - strange.union(*broken.values()):
            raise SpecError(found)
        left_out |= errors
        codes = [code for code in spec.languages if not broken[code]]


@check("docs-unreadable")
def unreadable(spec: Spec) -> Iterator[Problem]:
    """The site's pages can be read."""
    for path in page_paths(spec):
        try:
            spec.config.page_text(path)
        except SpecError as error:
            yield from error.problems


@check("feature-stale", "feature-edited", "description-keyword", "scenario-name-twice")
def stale_features(spec: Spec) -> Iterator[Problem]:
    """Features of other languages are as sync writes them."""
    plan = planned(spec, [language.code for language in targets(spec)])
    yield from plan.problems
    message = "This line is not what porspec sync writes from the source feature and the catalogues"
    for path, line in plan.stale(spec.config.root).items():
        if path.endswith(".feature"):
            yield Problem(Location(path, line), message, "feature-stale", "Run porspec sync.")


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
    return (*spec.features, *own_pages(spec.config.monikers))
