"""Which problems follow from others.

A language whose catalogues cannot be used cannot have its features either; two definitions of one step are told where
they stand, and not where the step is used.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from ..sources.config import Config
from ..sources.pages import split_page_name
from ..sources.problems import Problem

_UNUSABLE = frozenset({"po-syntax", "po-missing", "pattern-placeholders", "step-ambiguous", "label-ambiguous"})
_UNUSABLE |= {"label-text", "text-ambiguous", "translation-blank"}


def causes(config: Config, codes: Iterable[str], problems: Collection[Problem]) -> Iterator[Problem]:
    """The problems without those that follow from the catalogues of one of these languages, or from definitions."""
    clash = any(
        each.code == "step-ambiguous" and each.location.path.startswith(f"{config.steps}/") for each in problems
    )
    unusable = [problem for problem in problems if problem.code in _UNUSABLE]
    wrong = [code for code in codes if any(is_below(each, config.locales, code) for each in unusable)]
    for problem in problems:
        follows = is_of if problem.code == "label-in-text" else _is_of_features
        is_use = clash and problem.code == "step-ambiguous" and problem.location.path.endswith(".feature")
        if not is_use and not any(follows(problem, config, code) for code in wrong):
            yield problem


def is_of(problem: Problem, config: Config, code: str) -> bool:
    """Whether a problem is of a language alone: of its catalogues, its features or its pages."""
    page = split_page_name(problem.location.path, (config.language(code).tag,))[1] is not None
    return page or is_below(problem, config.locales, code) or is_below(problem, config.features, code)


def is_below(problem: Problem, folder: str, code: str) -> bool:
    """Whether a problem stands in the folder that a language has in this one."""
    return problem.location.path.startswith(f"{folder}/{code}/")


def _is_of_features(problem: Problem, config: Config, code: str) -> bool:
    return is_below(problem, config.features, code)
