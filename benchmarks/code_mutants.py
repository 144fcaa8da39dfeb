"""How strong the tests of a room are: a sample of wrong programs, hunted by the room's own quick tests.

`make mutants-code` takes, with a seed, at least 60 mutants of each room: a comparison turned, a condition dropped, a
string changed, a number one off, a statement removed. Each runs in a fork of a process that has imported the libraries:
first the tests that reach its line, by the contexts of coverage.py, then all others of the room: those contexts name
only the first test that reaches what is cached, and none for a fixture. Of both the quickest come first.
"""

from __future__ import annotations

import argparse
import ast
import json
import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

import coverage
import pytest
from hypothesis import settings

from .operators import difference

ROOT = Path(__file__).parent.parent
ROOMS = ("markdown", "languages", "pages")
_ENOUGH = 0.95
_FILES = ("git", "ls-files")
_LIBRARIES = (
    "babel",
    "gherkin.parser",
    "hypothesis",
    "jinja2",
    "markdown",
    "markdown_it",
    "mkdocs.commands.build",
    "polib",
)
_OPTIONS = (
    *("-x", "-q", "-m", "not slow", "--hypothesis-seed=0"),
    *("-p", "no:cacheprovider", "-W", "ignore::pytest.PytestAssertRewriteWarning"),
)
settings.register_profile("few", max_examples=10)
_TURNED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}

Change = Callable[[Any], None]


@dataclass(frozen=True, slots=True)
class Mutant:
    """A change of a node of a module, which is the `number`th that `ast.walk` finds; the path is below the root."""

    kind: str
    path: Path
    line: int
    number: int
    change: Change

    def source(self, root: Path) -> tuple[str, str]:
        """The module without and with the change, both as `ast` writes them."""
        tree = ast.parse((root / self.path).read_text("utf-8"))
        before = ast.unparse(tree)
        self.change(list(ast.walk(tree))[self.number])
        return before, ast.unparse(ast.fix_missing_locations(tree))


# --- what is changed ---------------------------------------------------------------------------------------------


def mutants(root: Path, room: str) -> Iterator[Mutant]:
    """Every mutant of the modules of a room, in the order of their text."""
    for path in sorted((root / "src" / "porspec" / room).glob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        idle = {id(part) for node in ast.walk(tree) for each in _idle(node) for part in ast.walk(each)}
        for number, node in enumerate(ast.walk(tree)):
            if id(node) in idle:
                continue
            for kind, line, change in (*_changes(node), *_removals(node)):
                yield Mutant(kind, path.relative_to(root), line, number, change)


def _idle(node: ast.AST) -> Iterator[ast.AST]:
    """What is no behavior: annotations, docstrings, decorators, imports, aliases of types, assertions for mypy."""
    if isinstance(node, ast.FunctionDef | ast.ClassDef | ast.Module):
        first = node.body[0] if node.body else None
        if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant):
            yield first
        yield from getattr(node, "decorator_list", [])
    if isinstance(node, ast.FunctionDef) and node.returns:
        yield node.returns
    if isinstance(node, ast.AnnAssign | ast.arg) and node.annotation:
        yield node.annotation
    if isinstance(node, ast.Import | ast.ImportFrom | ast.Assert):
        yield node
    if isinstance(node, ast.Assign) and isinstance(node.value, ast.Subscript) and node.col_offset == 0:
        yield node


def _changes(node: Any) -> Iterator[tuple[str, int, Change]]:
    """The changes of a node, each to be made on the same node of another tree."""
    match node:
        case ast.Compare(ops=operators):
            for place, old in enumerate(operators):
                yield "comparison turned", node.lineno, partial(_put, "ops", place, _TURNED[type(old)]())
        case ast.If() | ast.IfExp():
            for value in (True, False):
                yield "condition dropped", node.test.lineno, partial(_set, "test", ast.Constant(value))
        case ast.BoolOp(values=parts):
            for place, _ in enumerate(parts):
                yield "condition dropped", node.lineno, partial(_take_out, "values", place)
        case ast.comprehension(ifs=parts):
            for place, _ in enumerate(parts):
                yield "condition dropped", node.target.lineno, partial(_take_out, "ifs", place)
        case ast.Constant(value=str(text)):
            yield "string changed", node.lineno, partial(_set, "value", f"{text}¤")
        case ast.Constant(value=int(number)) if not isinstance(number, bool):
            yield "one off", node.lineno, partial(_set, "value", number + 1)


def _removals(node: Any) -> Iterator[tuple[str, int, Change]]:
    """Each simple statement of a block left out."""
    if isinstance(node, ast.FunctionDef | ast.For | ast.With | ast.If):
        for place, each in enumerate(node.body):
            is_said = isinstance(each, ast.Expr) and isinstance(each.value, ast.Constant)  # a docstring
            if isinstance(each, ast.Expr | ast.Assign | ast.AugAssign | ast.Return | ast.Raise) and not is_said:
                yield "statement removed", each.lineno, partial(_put, "body", place, ast.Pass())


def _set(field: str, value: object, node: ast.AST) -> None:
    setattr(node, field, value)


def _put(field: str, place: int, value: object, node: ast.AST) -> None:
    getattr(node, field)[place] = value


def _take_out(field: str, place: int, node: ast.AST) -> None:
    del getattr(node, field)[place]


# --- who finds it ------------------------------------------------------------------------------------------------


class Hunt:
    """The quick tests of a room, in a copy of the repository: which lines each reaches, and how long it takes."""

    def __init__(self, copy: Path, room: str) -> None:
        self.copy = copy
        self.data, times = copy / f"coverage-{room}", copy / f"seconds-{room}.json"
        if code := self._forked(partial(_measured, self.data, times, copy / "src" / "porspec" / room, f"tests/{room}")):
            raise SystemExit(f"The tests of {room} fail without any change: {code}")
        self.patience = int(10 * resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime) + 60
        self.seconds: dict[str, float] = json.loads(times.read_text("utf-8"))

    def finds(self, mutant: Mutant) -> bool:
        """Whether a test fails, or does not end."""
        path = self.copy / mutant.path
        kept, (_, after) = path.read_text("utf-8"), mutant.source(self.copy)
        path.write_text(after, "utf-8")
        try:
            return self._forked(partial(pytest.main, [*_OPTIONS, *self._hunters(mutant)])) != 0
        finally:
            path.write_text(kept, "utf-8")

    def _hunters(self, mutant: Mutant) -> list[str]:
        """All tests, those that are known to reach a line before the others, and the quickest before the slow."""
        found = coverage.CoverageData(str(self.data))
        found.read()
        contexts = found.contexts_by_lineno(str(self.copy / mutant.path)).get(mutant.line, [])
        parts = (each.rpartition(".") for each in contexts if each)
        reaching = {f"{module.replace('.', '/')}.py::{test}" for module, _, test in parts}
        return sorted(self.seconds, key=lambda test: (test not in reaching, self.seconds[test]))

    def _forked(self, work: Callable[[], int]) -> int:
        """What comes of work in a process that knows the libraries, and of porspec what is in the copy now.

        Where it may not go on for ever, that is in seconds of the processor: they do not depend on the machine's load.
        """
        if not (child := os.fork()):
            try:
                if hasattr(self, "patience"):
                    resource.setrlimit(resource.RLIMIT_CPU, (self.patience, self.patience))
                nowhere = os.open(os.devnull, os.O_WRONLY)
                os.dup2(nowhere, 1)
                os.dup2(nowhere, 2)
                os.chdir(self.copy)
                sys.path[:0] = [str(self.copy / "src"), str(self.copy)]
                os.environ["PYTHONPATH"] = str(self.copy / "src")
                os._exit(int(work()))
            finally:  # whatever is raised, such as a signal's exit, is not to reach the parent's code, in this process
                os._exit(1)
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


class Clock:
    """How long each test takes, all its examples together."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Count the work before a test to it too."""
        test = report.nodeid.partition("[")[0]
        self.seconds[test] = self.seconds.get(test, 0) + report.duration


def _measured(data: Path, times: Path, source: Path, tests: str) -> int:
    """Run the tests of a room with few examples of each property, which show what it reaches."""
    settings.load_profile("few")
    sys.dont_write_bytecode = False  # for what is never changed: the file of a mutant has another time
    measuring, clock = coverage.Coverage(str(data), source=[str(source)], config_file=False), Clock()
    measuring.set_option("run:dynamic_context", "test_function")
    measuring.start()
    code = int(pytest.main([*_OPTIONS, tests], plugins=[clock]))
    measuring.stop()
    measuring.save()
    times.write_text(json.dumps(clock.seconds), "utf-8")
    return code


def main() -> int:
    """Print for each room how many are killed, and each survivor; 1 where too many live."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rooms", nargs="*", default=list(ROOMS))
    parser.add_argument("--seed", type=int, default=14)
    parser.add_argument("--number", type=int, default=60, help="of mutants in each room")
    given = parser.parse_args()
    sys.dont_write_bytecode = True
    for library in _LIBRARIES:
        import_module(library)
    shares = []
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        for name in subprocess.check_output(_FILES, cwd=ROOT, text=True).splitlines():  # noqa: S603 - our own
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, copy / name)
        for room in given.rooms:
            hunt, made = Hunt(copy, room), list(mutants(copy, room))
            sample = random.Random(given.seed).sample(made, min(given.number, len(made)))  # noqa: S311 - no secret
            living = []
            for mutant in sample:
                if not hunt.finds(mutant):
                    living.append(mutant)
                    before, after = mutant.source(copy)
                    print(f"{mutant.path}:{mutant.line}: {mutant.kind}\n{difference(before, after)}", flush=True)
            shares.append(1 - len(living) / len(sample))
            print(f"{room}: {len(sample) - len(living)} of {len(sample)} killed ({shares[-1]:.1%})", flush=True)
    return int(min(shares) < _ENOUGH)


if __name__ == "__main__":
    sys.exit(main())
