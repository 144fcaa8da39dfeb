"""Which tests pytest's options choose: --cloud and --language, marks that there are, and names with blanks in them."""

from __future__ import annotations

import re
import unicodedata

import pytest
from _pytest.mark.expression import Expression

from .config import Config, chosen
from .problems import SpecError, did_you_mean


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


def choose(config: pytest.Config, project: Config, items: list[pytest.Item]) -> None:
    """Refuse -m with a mark that no test has; leave out what --cloud, --language and words of -k leave out."""
    _check_marks(config, project, items)
    for option in ("--cloud", "--language"):
        if names := set(config.getoption(option) or ()):
            _keep(config, items, [item for item in items if names & {mark.name for mark in item.iter_markers()}])
    words = _normal(id_part(config.option.keyword)).strip()
    if words and _names(words) is None and (called := [item for item in items if _is_called(item, words)]):
        _keep(config, items, called)
        config.option.keyword = ""


def id_part(scenario: str) -> str:
    """The name of a scenario as part of a test's id, whose parts are set apart by two colons."""
    return re.sub(":(?=:)", ": ", scenario)


def _check_marks(config: pytest.Config, project: Config, items: list[pytest.Item]) -> None:
    registered = {line.partition(":")[0].partition("(")[0].strip() for line in config.getini("markers")}
    unknown = (_names(config.option.markexpr) or frozenset()) - registered
    if unknown:
        unknown -= {mark.name for item in items for mark in item.iter_markers()}
    for name in sorted(unknown):
        near = did_you_mean(name, sorted(registered))
        ours = ", ".join((*project.monikers.ids, *project.all_languages, *project.tags))
        raise pytest.UsageError(f"-m {name}: no test has this mark. {near}Those of the features are: {ours}.")


def _names(expression: str) -> frozenset[str] | None:
    """The names in an expression of -k or -m; None where it is none, as words with blanks between them are."""
    try:
        return Expression.compile(expression).idents()
    except SyntaxError:
        return None


def _is_called(item: pytest.Item, words: str) -> bool:
    return any(words in _normal(node.name) for node in item.listchain())


def _normal(text: str) -> str:
    return unicodedata.normalize("NFC", text).casefold()


def _keep(config: pytest.Config, items: list[pytest.Item], kept: list[pytest.Item]) -> None:
    chosen_items = set(kept)
    if left_out := [item for item in items if item not in chosen_items]:
        config.hook.pytest_deselected(items=left_out)
        items[:] = kept
