"""Everything that is wrong with a project: what loading finds, what the checks find, and what is stale."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from ..languages.sync import plan
from ..languages.words import read_words
from ..sources.problems import Location, Problem, SpecError
from ..spec.causes import causes, is_below, is_of
from ..spec.spec import Spec, load_with_problems
from . import labels as label_checks
from . import pages as page_checks
from . import steps as step_checks
from . import translations as translation_checks
from .registry import CHECKS, targets

# A check is registered where it is written: these are all modules that write some.
MODULES = (page_checks, step_checks, label_checks, translation_checks)
# With these problems a catalogue says nothing about what depends on it.
# What is wrong with catalogues is found even where features do not load, and before what follows from it.
FIRST = (
    step_checks.step_ambiguous,
    step_checks.label_ambiguous,
    step_checks.label_text,
    label_checks.label_inconsistent,
    label_checks.text_ambiguous,
    label_checks.label_in_text,
    translation_checks.untranslated,
    translation_checks.translation_blank,
)
_OF_SOURCES = (label_checks.label_in_text, translation_checks.untranslated)


# These keep nobody from building the site: it tells its readers.
NOTICES = frozenset({"translation-outdated"})


def problems_of(
    root: Path, codes: Sequence[str] | None = None, *, docs: str | None = None, renders: bool | None = None
) -> tuple[Spec, tuple[Problem, ...]]:
    """The spec and everything that is wrong with it: what loading found, or else what the checks and sync find.

    `codes` are the languages to look at, the source language first; all where it is not given. `docs` and `renders`
    are those of Config, where the site is not that of mkdocs.yml. Raises SpecError where nothing could be loaded.
    """
    spec, problems = load_with_problems(root, codes)
    config = replace(
        spec.config,
        docs=spec.config.docs if docs is None else docs,
        renders=spec.config.renders if renders is None else renders,
    )
    spec = replace(spec, config=config)
    readable = not any(is_below(problem, spec.config.features, spec.source) for problem in problems)
    problems += [problem for each in FIRST if readable or each not in _OF_SOURCES for problem in each(spec)]
    if all(problem.location.path.startswith(f"{config.docs}/") for problem in problems):
        problems += [problem for each in CHECKS.values() if each not in FIRST for problem in each(spec)]
        problems += [*_unreadable_words(spec), *_stale_features(spec)]
    return spec, tuple(sorted(set(causes(spec.config, spec.languages, problems))))


def usable(root: Path) -> tuple[Spec, tuple[Problem, ...]]:
    """The spec of the languages that have no problems, the problems of those that are left out, and the notices.

    Raises SpecError where the source language, or what all languages share, has problems.
    """
    codes: list[str] | None = None
    left_out: set[Problem] = set()
    while True:
        spec, found = problems_of(root, codes)
        notices = {each for each in found if each.code in NOTICES}
        problems = set(found) - notices
        broken = {code: [each for each in problems if is_of(each, spec.config, code)] for code in spec.languages}
        of_languages = {each for found in broken.values() for each in found}
        of_languages |= {each for each in problems if each.code == "language-code"}
        if problems - of_languages or broken[spec.source]:
            raise SpecError(problems)
        if not problems:
            return spec, tuple(sorted(left_out | notices))
        left_out |= of_languages
        codes = [code for code in spec.languages if not broken[code]]


def checked(root: Path) -> tuple[Spec, tuple[Problem, ...]]:
    """The spec of a project without problems, and the notices; raises SpecError with all problems."""
    spec, problems = problems_of(root)
    if any(each.code not in NOTICES for each in problems):
        raise SpecError(problems)
    return spec, problems


def _unreadable_words(spec: Spec) -> Iterator[Problem]:
    """The site's own catalogues of the package's words can be read, and keep the placeholders."""
    for code in spec.languages:
        try:
            read_words(spec.config, code)
        except SpecError as error:
            yield from error.problems


def _stale_features(spec: Spec) -> Iterator[Problem]:
    """Features of other languages are as sync writes them."""
    planned = plan(spec.config.root, [language.code for language in targets(spec)])
    yield from planned.problems
    for path, line in planned.stale(spec.config.root).items():
        if path.endswith(".feature"):
            yield Problem(
                Location(path, line),
                "This line is not what porspec sync writes from the source feature and the catalogues",
                "feature-stale",
                "Run porspec sync.",
            )
