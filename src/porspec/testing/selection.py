"""Which tests pytest's options choose: --cloud and --language, marks that there are, and names with blanks in them."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Mapping, Sequence

import pytest
from _pytest.mark.expression import Expression, ExpressionMatcher

from ..sources.config import Config, chosen
from ..sources.problems import SpecError, did_you_mean
from .node_ids import composed, id_part

REFUSED = "porspec_refused"
_OTHERS = pytest.StashKey[int]()
_OPERATOR = re.compile(r"(\(|\)|\b(?:and|or|not)\b)")


def add_options(parser: pytest.Parser) -> None:
    """--cloud and --language, each as often as wanted, and --messages."""
    group = parser.getgroup("porspec")
    group.addoption("--cloud", action="append", metavar="MONIKER", help="run the scenarios of this cloud only")
    group.addoption("--language", action="append", metavar="CODE", help="run the scenarios in this language only")
    group.addoption("--messages", metavar="FILE", help="write Cucumber Messages of the run into this file")


def check_options(config: pytest.Config, project: Config) -> None:
    """Refuse --cloud and --language that name none."""
    try:
        chosen("--cloud", config.getoption("--cloud"), project.monikers.ids)
        chosen("--language", config.getoption("--language"), project.all_languages)
    except SpecError as error:
        raise pytest.UsageError(str(error)) from None


def refuse(config: pytest.Config, problem: str, items: list[pytest.Item]) -> None:
    """Stop with a usage error. A worker of pytest-xdist cannot: it runs nothing, and its controller stops.

    Raises UsageError, but for in a worker.
    """
    output: dict[str, str] | None = getattr(config, "workeroutput", None)
    if output is None:
        raise pytest.UsageError(problem)
    output[REFUSED] = problem
    items.clear()
    config.option.keyword = config.option.markexpr = ""


def choose(session: pytest.Session, project: Config, items: list[pytest.Item]) -> None:
    """Refuse -m with a mark that no test has; leave out what --cloud, --language and words of -k leave out."""
    config = session.config
    config.option.keyword = composed(config.option.keyword)
    known = list(items)
    problem = _unknown_mark(config, project, items)
    ours = {*project.monikers.ids, *project.all_languages}
    for option in ("--cloud", "--language"):
        if names := set(config.getoption(option) or ()):
            kept = [item for item in items if names & _marks(item)]
            others = sum(1 for item in items if not ours & _marks(item))
            config.stash[_OTHERS] = config.stash.get(_OTHERS, 0) + others
            _keep(config, items, kept)
    if not problem and (words := _normal(id_part(config.option.keyword)).strip()):
        problem = _choose_by_words(session, words, known, items)
    if problem:
        refuse(config, problem, items)


def report(config: pytest.Config) -> list[str]:
    """How many tests --cloud and --language left out that are no scenarios."""
    number = config.stash.get(_OTHERS, 0)
    return [f"left out by --cloud and --language: {number} without a cloud or a language"] if number else []


def _choose_by_words(
    session: pytest.Session, words: str, known: Sequence[pytest.Item], items: list[pytest.Item]
) -> str | None:
    """What pytest's -k cannot read: words with blanks between them, alone or joined by and, or and not.

    Gives what is to be said of words that no test has in its name.
    """
    if _names(words) is not None:
        return None
    called = [item for item in items if _is_called(item, words)]
    if not called:
        expression, phrases = _phrases(words)
        with_blanks = [each for each in phrases.values() if len(each.split()) > 1]
        missing = [each for each in with_blanks if not any(_is_called(item, each) for item in known)]
        if missing and not session.testsfailed:
            return _nothing(missing[0], known)
        called = [item for item in items if expression.evaluate(_matcher(item, phrases))]
    _keep(session.config, items, called)
    session.config.option.keyword = ""
    return None


def _phrases(words: str) -> tuple[Expression, dict[str, str]]:
    """An expression whose names stand for phrases, and these."""
    phrases: dict[str, str] = {}
    parts = []
    for part in _OPERATOR.split(words):
        text = part.strip()
        if text and not _OPERATOR.fullmatch(text):
            name = f"phrase{len(phrases)}"
            phrases[name] = text
            parts.append(name)
        else:
            parts.append(text)
    try:
        return Expression.compile(" ".join(parts)), phrases
    except SyntaxError:
        return Expression.compile("phrase"), {"phrase": words}


def _matcher(item: pytest.Item, phrases: Mapping[str, str]) -> ExpressionMatcher:
    def matches(name: str, /, **values: str | int | bool | None) -> bool:
        del values
        return _is_called(item, phrases[name])

    return matches


def _nothing(words: str, items: Sequence[pytest.Item]) -> str:
    names = {_normal(name): name for name in (item.nodeid.partition("::")[2].partition("[")[0] for item in items)}
    near = difflib.get_close_matches(words, names, 3, 0.5)
    hint = f" Nearest: {', '.join(names[each] for each in near)}." if near else ""
    return f"-k: no test has {words!r} in its name.{hint}"


def _marks(item: pytest.Item) -> set[str]:
    return {mark.name for mark in item.iter_markers()}


def _unknown_mark(config: pytest.Config, project: Config, items: list[pytest.Item]) -> str | None:
    """What is to be said of a name in -m that no test has as a mark."""
    registered = {line.partition(":")[0].partition("(")[0].strip() for line in config.getini("markers")}
    unknown = (_names(config.option.markexpr) or frozenset()) - registered
    if unknown:
        unknown -= {mark for item in items for mark in _marks(item)}
    for name in sorted(unknown):
        near = did_you_mean(name, sorted(registered))
        ours = ", ".join((*project.monikers.ids, *project.all_languages, *project.tags))
        return f"-m {name}: no test has this mark. {near}Those of the features are: {ours}."
    return None


def _names(expression: str) -> frozenset[str] | None:
    """The names in an expression of -k or -m; None where it is none, as words with blanks between them are."""
    try:
        return Expression.compile(expression).idents()
    except SyntaxError:
        return None


def _is_called(item: pytest.Item, words: str) -> bool:
    names = (*(node.name for node in item.listchain()), *_marks(item), *item.listextrakeywords())
    return any(words in _normal(name) for name in names)


def _normal(text: str) -> str:
    return unicodedata.normalize("NFC", text).casefold()


def _keep(config: pytest.Config, items: list[pytest.Item], kept: list[pytest.Item]) -> None:
    chosen_items = set(kept)
    if left_out := [item for item in items if item not in chosen_items]:
        config.hook.pytest_deselected(items=left_out)
        items[:] = kept
