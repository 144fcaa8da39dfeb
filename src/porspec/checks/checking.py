"""Everything that is wrong with a project: each check that can run, in an order in which none hides another."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from ..languages.sync import planned
from ..sources.config import is_below, is_of, with_severities, without_consequences
from ..sources.mkdocs_yml import FILE as MKDOCS
from ..sources.problems import Location, Problem, SpecError
from ..spec.proof import unproved
from ..spec.spec import Spec, load_with_problems
from . import (  # noqa: F401 - registered
    addresses,
    glossary,
    glossary_names,
    list_numbers,
    meaning,
    order,
    pages,
    spelling,
    steps,
    texts,
    translations,
)
from .registry import Check, check, checks, page_paths, targets


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


@check("site-address", needs="catalogues")
def site_address(spec: Spec) -> Iterator[Problem]:
    """The site knows its address, or that it has none."""
    if spec.config.site.lacks_address:
        message = "The site has no site_url: search engines get no addresses, and below a path its page 404 no style"
        remedy = "Write site_url: https://example.org/help/, with the site's own address; or site_url: '' for none."
        yield Problem(Location(MKDOCS), message, "site-address", remedy)


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
