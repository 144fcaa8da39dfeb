"""pytest's ids of our tests: feature::scenario[cloud-cells], and what somebody means who gives a part of one."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import pytest

from ..sources.config import Config, has_tests
from ..sources.problems import did_you_mean
from ..spec.bound import BoundScenario
from ..spec.spec import Spec, Variant


def id_part(scenario: str) -> str:
    """The name of a scenario as part of a test's id, whose parts are set apart by two colons."""
    return re.sub(":(?=:)", ": ", composed(scenario))


def composed(text: str) -> str:
    """What looks the same is the same."""
    return unicodedata.normalize("NFC", text)


def ids(variants: Mapping[tuple[Variant, str], BoundScenario]) -> Iterator[tuple[tuple[Variant, str], str]]:
    """What stands in brackets at the end of each variant's test id: its cloud, its cells, and which of equal rows."""
    seen: Counter[tuple[str, str]] = Counter()
    for (variant, language), bound in variants.items():
        cells = bound.rows[variant.row].raw.values() if variant.row is not None else ()
        text = _printable(composed("-".join((variant.moniker, *cells))))
        seen[bound.name, text] += 1
        number = seen[bound.name, text]
        yield (variant, language), f"{text} #{number}" if number > 1 else text


def _printable(text: str) -> str:
    return "".join(each if each.isprintable() else each.encode("unicode_escape").decode() for each in text)


def is_feature(path: Path, project: Config) -> bool:
    """Whether a file is one of the project's features, or stands among them where nothing reads it."""
    folders = {project.root / project.features / code for code in project.all_languages}
    if path.parent in folders and path.suffix == ".feature":
        return True
    is_among = path.suffix.casefold() == ".feature" and path.is_relative_to(project.root / project.features)
    return is_among and not has_tests(path.parent)


def asked_features(config: pytest.Config, project: Config) -> bool:
    """Whether an argument asks for a part of one of our features."""
    return any("::" in each and is_feature(_path(config, each.partition("::")[0]), project) for each in config.args)


def whole_ids(config: pytest.Config, spec: Spec) -> Iterator[str]:
    """pytest's arguments with each id that leaves out the cells written as all the ids that it stands for.

    Raises UsageError where one of our features has no such scenario, or the scenario no such test.
    """
    for each in config.args:
        path, _, rest = each.partition("::")
        rest = composed(rest)
        file = _path(config, path)
        if not rest or not is_feature(file, spec.config) or file.parent.name not in spec.features.get(file.stem, {}):
            yield each
        else:
            known = _known(spec, file.stem, file.parent.name)
            yield from (f"{path}::{name}" for name in _meant(rest, known, path))


def _path(config: pytest.Config, text: str) -> Path:
    return (config.invocation_params.dir / text).resolve()


def _known(spec: Spec, stem: str, language: str) -> dict[str, list[str]]:
    """The ids of a feature's tests by the names of its scenarios."""
    scenarios = spec.feature(stem, language).scenarios
    variants = {
        (variant, language): bound
        for number, bound in enumerate(scenarios)
        for variant in spec.variants_of(stem, number)
    }
    found: dict[str, list[str]] = {id_part(bound.name): [] for bound in scenarios}
    for key, text in ids(variants):
        found[id_part(variants[key].name)].append(text)
    return found


def _meant(rest: str, known: Mapping[str, Iterable[str]], path: str) -> Iterator[str]:
    """The tests that an id behind its file stands for."""
    name = max((each for each in known if rest == each or rest.startswith(f"{each}[")), key=len, default=None)
    if name is None:
        near = did_you_mean(rest.partition("[")[0], list(known))
        raise pytest.UsageError(f"{path} has no scenario {rest!r}. {near}It has: {', '.join(map(repr, known))}.")
    asked = rest[len(name) :]
    tests = [f"[{each}]" for each in known[name]]
    if not asked or asked in tests:
        yield rest
        return
    found = [each for each in tests if each.startswith(f"{asked.removesuffix(']')}-")]
    if not found:
        near = did_you_mean(asked, tests)
        raise pytest.UsageError(f"{path}::{name} has no test {asked}. {near}It has: {' '.join(tests)}.")
    yield from (name + each for each in found)
