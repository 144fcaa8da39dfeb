"""Which tests run: what their ids stand for, --moniker and --language, marks that there are, and words of names."""

import difflib
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from ..sources.config import Config, chosen
from ..sources.feature_files import feature_at, has_tests
from ..sources.problems import SpecError, did_you_mean, printable
from ..spec.bindings import BoundScenario, filled
from ..spec.shards import read_shard
from ..spec.spec import Spec, Variant
from .adapter import Expression

REFUSED = "porspec_refused"
_Items = list[pytest.Item]
_OPTIONS = ("--moniker", "--language")
OTHERS = pytest.StashKey[int]()
_OPERATOR = re.compile(r"(\(|\)|\b(?:and|or|not)\b)")


# --- ids ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, eq=False)
class VariantTest:
    """A variant in a language as a test: feature::name[id], where the id is its moniker and its cells."""

    variant: Variant
    language: str
    scenario: BoundScenario
    name: str
    id: str

    def __repr__(self) -> str:
        return f"{self.id} ({self.language})"  # reports such as Allure's show it as the test's parameter


def tests_of(spec: Spec, stem: str, language: str) -> Iterator[VariantTest]:
    """The tests of a feature, whose names have their cells filled in where that makes them no other scenario's."""
    scenarios = spec.feature(stem, language).scenarios
    owners = {id_part(each.name): number for number, each in enumerate(scenarios)}
    seen: Counter[tuple[str, str]] = Counter()
    for number, scenario in enumerate(scenarios):
        for variant in spec.variants_of(stem, number):
            cells = scenario.cells_of(variant.row)
            name = id_part(printable(filled(scenario.name, cells))).strip()
            if not name or owners.setdefault(name, number) != number:
                name = id_part(scenario.name)
            text = printable(composed("-".join((variant.moniker, *cells.values()))))
            seen[name, text] += 1
            text += f" #{seen[name, text]}" if seen[name, text] > 1 else ""
            yield VariantTest(variant, language, scenario, name, text)


def id_part(scenario: str) -> str:
    """The name of a scenario as part of a test's id, whose parts are set apart by two colons."""
    return re.sub(":(?=:)", ": ", composed(scenario))


def composed(text: str) -> str:
    """What looks the same is the same."""
    return unicodedata.normalize("NFC", text)


def is_feature(path: Path, project: Config) -> bool:
    """Whether a file is one of the project's features, or stands among them where nothing reads it."""
    is_among = path.suffix.casefold() == ".feature" and path.is_relative_to(project.root / project.features)
    return is_among and (feature_at(project, path) is not None or not has_tests(path.parent))


def whole_ids(config: pytest.Config, project: Config, load: Callable[[], Spec | SpecError]) -> Iterator[str]:
    """pytest's arguments, with each id that leaves out cells written as all the ids that it stands for.

    The spec is loaded where an argument asks for a part of one of our features. Raises UsageError where the feature
    has no such scenario, or the scenario no such test.
    """
    for each in config.args:
        path, _, rest = each.partition("::")
        file = (config.invocation_params.dir / path).resolve()
        spec = load() if rest and is_feature(file, project) else None
        language, stem = feature_at(project, file) or ("", "")
        if isinstance(spec, Spec) and language in spec.features.get(stem, {}):
            tests = list(tests_of(spec, stem, language))
            yield from (f"{path}::{test.name}[{test.id}]" for test in _meant(composed(rest), tests, path))
        else:
            yield each


def _meant(rest: str, tests: Sequence[VariantTest], path: str) -> list[VariantTest]:
    """The tests that an id behind its file stands for, with the name of its test or of the whole outline."""
    named: dict[str, list[VariantTest]] = {}
    for test in tests:
        for name in {test.name, id_part(test.scenario.name)}:
            named.setdefault(name, []).append(test)
    name = max((each for each in named if rest == each or rest.startswith(f"{each}[")), key=len, default="")
    if not name:
        near = did_you_mean(rest.partition("[")[0], list(named))
        names = dict.fromkeys(id_part(test.scenario.name) for test in tests)
        raise pytest.UsageError(f"{path} has no scenario {rest!r}. {near}It has: {', '.join(map(repr, names))}.")
    asked = rest[len(name) :].removesuffix("]")
    known = {f"[{test.id}]": test for test in named[name]}
    found = [test for text, test in known.items() if text.removesuffix("]") == asked or not asked]
    found = found or [test for text, test in known.items() if text.startswith(f"{asked}-")]
    if not found:
        near = did_you_mean(f"{asked}]", list(known))
        raise pytest.UsageError(f"{path}::{name} has no test {asked}]. {near}It has: {' '.join(known)}.")
    return found


# --- options -----------------------------------------------------------------------------------------------------


def given(config: pytest.Config) -> Iterator[str]:
    """The options of these that were given, as they were typed."""
    return (option for option in _OPTIONS if config.getoption(option))


def check_options(config: pytest.Config, project: Config | None) -> None:
    """Refuse --moniker and --language that name none; raises SpecError, or UsageError where there is no project."""
    if shard := config.getoption("--shard"):
        read_shard(shard)
    for option in given(config):
        if project:
            known = project.all_languages if option == "--language" else project.monikers.ids
            chosen(option, config.getoption(option), known)
        else:
            raise pytest.UsageError(f"{option}: there is no [tool.porspec] in {config.rootpath / 'pyproject.toml'}")


def choose(session: pytest.Session, project: Config, items: _Items) -> None:
    """Refuse -m with a mark that no test has; leave out what --moniker, --language and words of -k leave out.

    Raises UsageError, but for in a worker of pytest-xdist: that cannot stop, so it runs nothing; its controller stops.
    """
    config = session.config
    config.option.keyword = composed(config.option.keyword)
    known = list(items)
    problem = _unknown_mark(config, project, items)
    if shard := config.getoption("--shard"):
        at = {path: (feature_at(project, path) or ("", path.as_posix()))[1] for path in {each.path for each in items}}
        of = {item: at[item.path] for item in items}
        part = read_shard(shard).of(of.values())
        _keep(config, items, [item for item in items if of[item] in part])
    ours = {*project.monikers.ids, *project.all_languages}
    for option in _OPTIONS:
        if names := set(config.getoption(option)):
            config.stash[OTHERS] = config.stash.get(OTHERS, 0) + sum(not ours & _marks(item) for item in items)
            _keep(config, items, [item for item in items if names & _marks(item)])
    if not problem and (words := _normal(id_part(config.option.keyword)).strip()):
        problem = _choose_by_words(session, words, known, items)
    if problem:
        if not hasattr(config, "workeroutput"):
            raise pytest.UsageError(problem)
        config.workeroutput[REFUSED] = problem
        items.clear()
        config.option.keyword = config.option.markexpr = ""


def _choose_by_words(session: pytest.Session, words: str, known: _Items, items: _Items) -> str | None:
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
            titles = (item.nodeid.partition("::")[2].partition("[")[0] for item in known)
            names = {_normal(title): title for title in titles}
            near = difflib.get_close_matches(missing[0], names, 3, 0.5)
            hint = f" Nearest: {', '.join(names[each] for each in near)}." if near else ""
            return f"-k: no test has {missing[0]!r} in its name.{hint}"

        def is_meant(item: pytest.Item) -> bool:
            return expression.evaluate(lambda name, /, **_: _is_called(item, phrases[name]))

        called = list(filter(is_meant, items))
    _keep(session.config, items, called)
    session.config.option.keyword = ""
    return None


def _phrases(words: str) -> tuple[Expression, dict[str, str]]:
    """An expression whose names stand for phrases, and these."""
    parts = [each.strip() for each in _OPERATOR.split(words)]
    phrases = {f"phrase{number}": each for number, each in enumerate(parts) if each and number % 2 == 0}
    names = (name if (name := f"phrase{number}") in phrases else each for number, each in enumerate(parts))
    try:
        return Expression.compile(" ".join(names)), phrases
    except SyntaxError:
        return Expression.compile("phrase"), {"phrase": words}


def _marks(item: pytest.Item) -> set[str]:
    return {mark.name for mark in item.iter_markers()}


def _unknown_mark(config: pytest.Config, project: Config, items: _Items) -> str | None:
    """What is to be said of a name in -m that no test has as a mark."""
    registered = {line.partition(":")[0].partition("(")[0].strip() for line in config.getini("markers")}
    unknown = (_names(config.option.markexpr) or frozenset()) - registered
    if not unknown or not (unknown := unknown.difference(*map(_marks, items))):
        return None
    near = did_you_mean(min(unknown), sorted(registered))
    ours = ", ".join((*project.monikers.ids, *project.all_languages, *project.tags))
    return f"-m {min(unknown)}: no test has this mark. {near}Those of the features are: {ours}."


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
    return composed(text).casefold()


def _keep(config: pytest.Config, items: _Items, kept: _Items) -> None:
    chosen_items = set(kept)
    if left_out := [item for item in items if item not in chosen_items]:
        config.hook.pytest_deselected(items=left_out)
        items[:] = kept
