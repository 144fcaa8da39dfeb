"""What is told of the problems that were found: as the project sets them, and without what follows from others.

A language whose catalogues cannot be used cannot have its features either; two definitions of one step are told where
they stand, and not where the step is used.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from .codes import Severity, registry
from .config import Config
from .pages import glob_pattern, split_page_name
from .problems import Problem


def as_set(config: Config, problems: Iterable[Problem]) -> list[Problem]:
    """The problems with the severities of [tool.porspec.checks], without those that it turns off."""
    found = [(each, _severity(config, each)) for each in problems]
    return [replace(each, severity=severity) for each, severity in found if severity != "off"]


def _severity(config: Config, problem: Problem) -> Severity:
    setting = config.checks.get(problem.code, problem.severity)
    if isinstance(setting, str):
        return setting
    paths = (problem.location.path, f"{problem.location.path}/")  # a folder is in what its glob names
    found = [each for glob, each in setting.items() if any(map(glob_pattern(glob).fullmatch, paths))]
    return found[-1] if found else problem.severity


def told(config: Config, languages: Iterable[str], problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems as they are set, sorted, without those that follow from the catalogues or from a definition."""
    found = as_set(config, set(problems))
    causes = [each for each in found if each.is_error]
    spoilt = {code: {each.code for each in causes if is_below(each, config.locales, code)} for code in languages}
    defined = {each.code for each in causes if each.location.path.startswith(f"{config.steps}/")}
    return tuple(sorted(each for each in found if not any(_causes(config, each, spoilt, defined))))


def _causes(config: Config, problem: Problem, spoilt: dict[str, set[str]], defined: set[str]) -> Iterator[bool]:
    """Whether a problem follows from what is wrong with its language's catalogues, and with the steps package."""
    follows: Sequence[str] = registry().codes[problem.code].follows
    is_cause = problem.code in follows  # elsewhere: in a catalogue it is the cause itself
    for code, causes in spoilt.items():
        is_reached = is_below(problem, config.features, code) or (not is_cause and is_of(problem, config, code))
        yield is_reached and not causes.isdisjoint(follows)
    yield is_cause and problem.code in defined and problem.location.path.endswith(".feature")


def is_of(problem: Problem, config: Config, code: str) -> bool:
    """Whether a problem is of a language alone: of its catalogues, its features or its pages."""
    page = split_page_name(problem.location.path, (config.language(code).tag,))[1] is not None
    return page or is_below(problem, config.locales, code) or is_below(problem, config.features, code)


def is_below(problem: Problem, folder: str, code: str) -> bool:
    """Whether a problem stands in the folder that a language has in this one."""
    return problem.location.path.startswith(f"{folder}/{code}/")
