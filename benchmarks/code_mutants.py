"""How strong the tests of a room are: a sample of wrong programs, hunted by the room's own quick tests.

`make mutants-code` takes, with a seed, at least 60 mutants of each room: a comparison turned, a condition dropped, a
string changed, a number one off, a statement removed. Each runs in a fork of a process that has imported the libraries:
first the tests that reach its line, by the contexts of coverage.py, then all of the room's: those contexts name only
the first test that reaches what is cached, and none for a fixture.
"""

from __future__ import annotations

import argparse
import ast
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

import coverage
import pytest

from .operators import difference

ROOT = Path(__file__).parent.parent
ROOMS = ("markdown", "languages", "pages")
_ENOUGH = 0.95
_NO_TESTS = 5
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
    """The quick tests of a room, in a copy of the repository, and which lines each of them reaches."""

    def __init__(self, copy: Path, room: str) -> None:
        self.copy, self.tests = copy, f"tests/{room}"
        self.data = copy / f"coverage-{room}"
        begun = time.monotonic()
        code = self._forked([self.tests], 1800, measured=copy / "src" / "porspec" / room)
        if code:
            raise SystemExit(f"The tests of {room} fail without any change: {code}")
        self.patience = 10 * (time.monotonic() - begun) + 60

    def finds(self, mutant: Mutant) -> bool:
        """Whether a test fails, or does not end."""
        path = self.copy / mutant.path
        kept, (_, after) = path.read_text("utf-8"), mutant.source(self.copy)
        path.write_text(after, "utf-8")
        try:
            tried = (self._reaching(mutant), [self.tests])
            return any(self._forked(each, self.patience) not in (0, _NO_TESTS) for each in tried if each)
        finally:
            path.write_text(kept, "utf-8")

    def _reaching(self, mutant: Mutant) -> list[str]:
        """The tests that reach a line; of what is cached or a fixture's, only the first one."""
        found = coverage.CoverageData(str(self.data))
        found.read()
        contexts = found.contexts_by_lineno(str(self.copy / mutant.path)).get(mutant.line, [])
        parts = (
            each.rpartition(".") for each in contexts if each.startswith("tests.")
        )  # hypothesis has one of its own
        return sorted(f"{module.replace('.', '/')}.py::{test}" for module, _, test in parts)

    def _forked(self, tests: Sequence[str], patience: float, measured: Path | None = None) -> int:
        """What pytest returns in a process that knows the libraries, and of porspec what is in the copy now."""
        if not (child := os.fork()):
            signal.alarm(int(patience))
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, 1)
            os.dup2(nowhere, 2)
            os.chdir(self.copy)
            sys.path[:0] = [str(self.copy / "src"), str(self.copy)]
            os.environ["PYTHONPATH"] = str(self.copy / "src")
            options = [
                "-W",
                "ignore::pytest.PytestAssertRewriteWarning",
                "-x",
                "-q",
                "-p",
                "no:cacheprovider",
                "-m",
                "not slow",
                "--hypothesis-seed=0",
            ]
            os._exit(
                _measured(self.data, measured, [*options, *tests]) if measured else int(pytest.main([*options, *tests]))
            )
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _measured(data: Path, source: Path, arguments: list[str]) -> int:
    measuring = coverage.Coverage(str(data), source=[str(source)], config_file=False)
    measuring.set_option("run:dynamic_context", "test_function")
    measuring.start()
    code = int(pytest.main(arguments))
    measuring.stop()
    measuring.save()
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
