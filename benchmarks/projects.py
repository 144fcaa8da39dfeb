"""One set of scenarios and step definitions, written as a project of porspec and of each of its peers.

The peers are functions of plain pytest, pytest-bdd, behave and cucumber-js; a step does the same work in each.
"""

from __future__ import annotations

import itertools
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

SCENARIOS = 200
STEPS = 6
_PER_FILE = 20
_COLOURS = ["amber", "black", "coral", "green", "ivory", "khaki", "lilac", "mauve", "olive", "pink", "teal", "white"]
_NOUNS = ["anvil", "basin", "chair", "drill", "easel", "flute", "glove", "hinge", "jug", "lamp", "oar", "quilt"]
_THINGS = [f"{colour} {noun}" for noun, colour in itertools.product(_NOUNS, _COLOURS)]
_SENTENCES = {
    "given": 'room "{room}" has a stock of "{count}" of the %s',
    "when": 'I take "{count}" of the %s out of room "{room}"',
    "then": 'the %s in room "{room}" adds up to "{count}"',
}
_BODIES = {
    "given": "world.stock[%r, room] = count",
    "when": "world.stock[%r, room] -= count",
    "then": "assert world.stock[%r, room] == count",
}


@dataclass(frozen=True, slots=True)
class Dialect:
    """How one tool writes step modules: what stands before the definitions, and how a pattern with an int is said."""

    head: str
    pattern: str
    count: str


_PORSPEC = Dialect("from porspec.steps import given, then, when\n", "%r", "{count}")
_PYTEST_BDD = Dialect(
    "from types import SimpleNamespace\n\nimport pytest\nfrom pytest_bdd import given, parsers, then, when\n\n\n"
    "@pytest.fixture\ndef world():\n    return SimpleNamespace(stock={})\n",
    "parsers.parse(%r)",
    "{count:d}",
)
_FUNCTIONS = Dialect(
    "from types import SimpleNamespace\n\n\ndef new_world():\n    return SimpleNamespace(stock={})\n", "", ""
)
_BEHAVE = Dialect("from behave import given, then, when\n", "%r", "{count:d}")

_PORSPEC_PACKAGE = """\
from types import SimpleNamespace

LABELS = ()


def new_world(moniker):
    return SimpleNamespace(stock={})


def snapshot(world):
    return dict(world.stock)
"""
_PORSPEC_CONFIGURATION = """\
[tool.porspec]
source_language = "en"

[[tool.porspec.monikers]]
id = "everywhere"
product = "Storehouse"
name = "Everywhere"

[tool.pytest.ini_options]
testpaths = ["features"]
"""
WITHOUT_PROOF = """
[tool.porspec.checks]
procedure-proves-nothing = "off"
example-proves-nothing = "off"
then-cannot-fail = "off"
"""
REPOSITORY = Path(__file__).parent.parent
_NAMES = re.compile(r"\b(Contoso|Fabrikam|Tailspin Toys|Office 365 E3|Visio Plan 2|Project Plan 3)\b")
_STEP = re.compile(r"\s*(Given|When|Then|And|But|\||\*)")
_PYTEST_CONFIGURATION = '[tool.pytest.ini_options]\ntestpaths = ["tests"]\n'
_PYTEST_TESTS = 'from pytest_bdd import scenarios\n\nscenarios("../features")\n'
_BEHAVE_ENVIRONMENT = "def before_scenario(world, scenario):\n    world.stock = {}\n"
_CUCUMBER_HEAD = """\
const assert = require('node:assert')
const { Given, When, Then, setWorldConstructor } = require('@cucumber/cucumber')

setWorldConstructor(class { constructor() { this.stock = new Map() } })
"""
_CUCUMBER_BODIES = {
    "given": "this.stock.set(key, count)",
    "when": "this.stock.set(key, this.stock.get(key) - count)",
    "then": "assert.strictEqual(this.stock.get(key), count)",
}


def write_porspec(root: Path, definitions: int, scenarios: int = SCENARIOS) -> Path:
    """A project of porspec with this many step definitions, without counter-runs as peers have none; its root."""
    _write(root / "pyproject.toml", _PORSPEC_CONFIGURATION + WITHOUT_PROOF)
    _write(root / "steps" / "__init__.py", _PORSPEC_PACKAGE)
    _write(root / "steps" / "stock.py", _step_module(_PORSPEC, definitions))
    _write_features(root / "features" / "en", definitions, scenarios)
    return root


def write_site(root: Path, copies: int, *, proves: bool) -> Path:
    """This site's own features so many times, each about partners and subscriptions of its own; returns the root."""
    shutil.copytree(REPOSITORY / "steps", root / "steps")
    sections = (REPOSITORY / "pyproject.toml").read_text("utf-8").split("\n\n")
    monikers = [each for each in sections if each.startswith("[[tool.porspec.monikers]]")]
    head = '[tool.porspec]\nsource_language = "en"'
    _write(root / "pyproject.toml", "\n\n".join([head, *monikers]) + "\n" + ("" if proves else WITHOUT_PROOF))
    for source in (REPOSITORY / "features" / "en").glob("*.feature"):
        lines = source.read_text("utf-8").splitlines(keepends=True)
        for copy in range(copies):
            own = [_NAMES.sub(rf"\1 {copy}", line) if _STEP.match(line) else line for line in lines]
            _write(root / "features" / "en" / f"{source.stem}-{copy}.feature", "".join(own))
    return root


def write_functions(root: Path, definitions: int, scenarios: int = SCENARIOS) -> Path:
    """A project of plain pytest, whose tests call this many functions as their steps; returns its root."""
    _write(root / "pyproject.toml", _PYTEST_CONFIGURATION)
    _write(root / "tests" / "stock.py", _step_module(_FUNCTIONS, definitions))
    things = _things(definitions)
    for file, numbers in _files(scenarios):
        text = "import stock\n" + "".join(_test(number, things) for number in numbers)
        _write(root / "tests" / f"test_storehouse_{file}.py", text)
    return root


def write_pytest_bdd(root: Path, definitions: int) -> Path:
    """A project of plain pytest-bdd with this many step definitions; returns its root."""
    _write(root / "pyproject.toml", _PYTEST_CONFIGURATION)
    _write(root / "tests" / "conftest.py", _step_module(_PYTEST_BDD, definitions))
    _write(root / "tests" / "test_stock.py", _PYTEST_TESTS)
    _write_features(root / "features", definitions)
    return root


def write_behave(root: Path, definitions: int) -> Path:
    """A project of behave with this many step definitions; returns its root."""
    _write(root / "features" / "environment.py", _BEHAVE_ENVIRONMENT)
    _write(root / "features" / "steps" / "stock.py", _step_module(_BEHAVE, definitions))
    _write_features(root / "features", definitions)
    return root


def write_cucumber(root: Path, definitions: int, modules: Path) -> Path:
    """A project of cucumber-js with this many step definitions, which finds it in `modules`; returns its root."""
    parts = [_CUCUMBER_HEAD]
    for kind, things in _things(definitions).items():
        for thing in things:
            pattern = (_SENTENCES[kind] % thing).replace('"{room}"', "{string}").replace("{count}", "{int}")
            names = ", ".join(re.findall(r"\{(\w+)\}", _SENTENCES[kind]))
            body = f"const key = '{thing} ' + room\n  {_CUCUMBER_BODIES[kind]}"
            parts.append(f"\n{kind.title()}('{pattern}', function ({names}) {{\n  {body}\n}})\n")
    _write(root / "features" / "step_definitions" / "stock.cjs", "".join(parts))
    _write_features(root / "features", definitions)
    (root / "node_modules").symlink_to(modules)
    return root


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def _things(definitions: int) -> dict[str, list[str]]:
    """What the definitions of each kind are about: a third of them each, and the rest are of the last kind."""
    share = definitions // len(_SENTENCES)
    rest = definitions - share * len(_SENTENCES)
    return {kind: _THINGS[: share + (rest if kind == "then" else 0)] for kind in _SENTENCES}


def _step_module(dialect: Dialect, definitions: int) -> str:
    parts = [dialect.head]
    for kind, things in _things(definitions).items():
        for number, thing in enumerate(things):
            sentence = (_SENTENCES[kind] % thing).replace("{count}", dialect.count)
            pattern = dialect.pattern and dialect.pattern % sentence
            signature = f"def {kind}_{number}(world, room: str, count: int) -> None:"
            decorator = f"@{kind}({pattern})\n" if dialect.pattern else ""
            parts.append(f"\n\n{decorator}{signature}\n    {_BODIES[kind] % thing}\n")
    return "".join(parts)


def _write_features(folder: Path, definitions: int, scenarios: int = SCENARIOS) -> None:
    things = _things(definitions)["given"]
    for file, numbers in _files(scenarios):
        text = f"Feature: Storehouse {file}\n" + "".join(_scenario(number, things) for number in numbers)
        _write(folder / f"storehouse-{file}.feature", text)


def _files(scenarios: int) -> Iterator[tuple[int, range]]:
    """The files, each with the numbers of its scenarios."""
    for file, first in enumerate(range(0, scenarios, _PER_FILE)):
        yield file, range(first, first + _PER_FILE)


def _scenario(number: int, things: list[str]) -> str:
    """A scenario about two things, so that all scenarios together use the definitions evenly."""
    steps = "".join(
        f"    {'And' if place else kind.title()} {_sentence(kind, thing, number, count)}\n"
        for kind, place, thing, count in _steps(number, things)
    )
    return f"\n  Scenario: Take from room {number}\n{steps}"


def _test(number: int, things: dict[str, list[str]]) -> str:
    """The same scenario as a function."""
    calls = "".join(
        f'    stock.{kind}_{things[kind].index(thing)}(world, room="R {number}", count=int("{count}"))\n'
        for kind, _, thing, count in _steps(number, things["given"])
    )
    return f"\n\ndef test_take_from_room_{number}():\n    world = stock.new_world()\n{calls}"


def _steps(number: int, things: list[str]) -> Iterator[tuple[str, int, str, int]]:
    """The kind of each step, its place among those of its kind, what it is about, and its number."""
    chosen = [things[(2 * number + each) % len(things)] for each in range(STEPS // len(_SENTENCES))]
    for kind, count in (("given", number + 9), ("when", 4), ("then", number + 5)):
        for place, thing in enumerate(chosen):
            yield kind, place, thing, count


def _sentence(kind: str, thing: str, number: int, count: int) -> str:
    return (_SENTENCES[kind] % thing).replace("{room}", f"R {number}").replace("{count}", str(count))
