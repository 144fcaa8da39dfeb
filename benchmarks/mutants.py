"""How strong the spec is: mutants of the reference implementation, hunted by the scenarios alone (`make mutants`).

cosmic-ray, and then our own operators, mutate a copy of the project and run `porspec run` on each mutant. What is no
behavior is left out: the annotations, what dataclasses do beside holding fields, the words of errors for developers,
and `==` made `is`, which is the same for labels. Every survivor must be named in `survivors.toml` with why it cannot
matter.
"""

from __future__ import annotations

import ast
import contextlib
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from .operators import REFERENCE, mutants
from .projects import WITHOUT_PROOF

ROOT = Path(__file__).parent.parent
NAMED = Path(__file__).parent / "survivors.toml"
_PARTS = ("pyproject.toml", "src", "steps", "features", "locales")
_SAME = ("ReplaceComparisonOperator_Eq_Is", "ReplaceComparisonOperator_NotEq_IsNot")
_ENOUGH = 0.95
_CONFIG = f"""
[cosmic-ray]
module-path = "{REFERENCE.as_posix()}"
timeout = 30.0
excluded-modules = []
test-command = "{sys.executable} -m porspec run"

[cosmic-ray.distributor]
name = "local"
"""


@dataclass(frozen=True, slots=True)
class Trial:
    """A mutant that was run: what made it, where, and whether the scenarios let it live."""

    kind: str
    file: str
    operator: str
    diff: str
    lives: bool


def main() -> int:
    """Run every mutant and print the figure of each kind; 1 where too many live, or others than are named."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        for part in _PARTS:
            source = ROOT / part
            (shutil.copytree if source.is_dir() else shutil.copy)(source, copy / part)
        with (copy / "pyproject.toml").open("a", encoding="utf-8") as configuration:
            configuration.write(WITHOUT_PROOF)  # a mutant is killed by a scenario that fails, and by nothing else
        (copy / "mutants.toml").write_text(_CONFIG, "utf-8")
        _cosmic_ray(copy, "init", "mutants.toml", "mutants.sqlite")
        _leave_out(copy)
        _cosmic_ray(copy, "exec", "mutants.toml", "mutants.sqlite")
        return _report([*_tried(copy), *_tried_by_cosmic_ray(copy)])


def _cosmic_ray(copy: Path, *arguments: str) -> None:
    command = [str(Path(sys.executable).parent / "cosmic-ray"), *arguments]
    subprocess.run(command, cwd=copy, env=_environment(copy), check=True, stdout=subprocess.DEVNULL)  # noqa: S603


def _environment(copy: Path) -> dict[str, str]:
    """Nothing compiled is kept: a mutant of the same second and size would be taken for the one before."""
    return {**os.environ, "PYTHONPATH": str(copy / "src"), "PYTHONDONTWRITEBYTECODE": "1"}


def _tried(copy: Path) -> Iterator[Trial]:
    """Our own mutants, each run by itself; one that nothing ends is killed by the clock."""
    for mutant in mutants(copy):
        path = copy / mutant.path
        before = path.read_text("utf-8")
        path.write_text(mutant.source, "utf-8")
        command = [sys.executable, "-m", "porspec", "run"]
        lives = False
        with contextlib.suppress(subprocess.TimeoutExpired):
            done = subprocess.run(  # noqa: S603 - our own arguments
                command, cwd=copy, env=_environment(copy), capture_output=True, check=False, timeout=30
            )
            lives = done.returncode == 0
        path.write_text(before, "utf-8")
        yield Trial(mutant.operator, mutant.path.name, mutant.operator, mutant.diff, lives)


def _leave_out(copy: Path) -> None:
    """Take the mutants that are no behavior out of the session."""
    with contextlib.closing(sqlite3.connect(copy / "mutants.sqlite")) as session, session:
        rows = session.execute(
            "SELECT job_id, module_path, operator_name, start_pos_row, start_pos_col FROM mutation_specs"
        )
        idle = [job for job, path, operator, line, column in rows if _is_idle(copy / path, operator, line, column)]
        for job in idle:
            for table in ("mutation_specs", "work_items"):
                session.execute(f"DELETE FROM {table} WHERE job_id = ?", (job,))  # noqa: S608 - our own names


def _is_idle(path: Path, operator: str, line: int, column: int) -> bool:
    if operator.rpartition("/")[2] in _SAME:
        return True
    return any(_covers(node, line, column) for node in _idle_nodes(ast.parse(path.read_text("utf-8"))))


def _idle_nodes(tree: ast.Module) -> Iterator[ast.expr | ast.stmt]:
    """Annotations, which nothing evaluates, decorators of classes, what a repr shows, and what only errors say."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield from (each.value for each in node.keywords if each.arg == "repr")
        if isinstance(node, ast.Raise) or (isinstance(node, ast.FunctionDef) and node.name == "_place"):
            yield node
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "shown":
            yield node.value
        if isinstance(node, ast.ClassDef):
            yield from node.decorator_list
        if isinstance(node, ast.AnnAssign | ast.arg) and node.annotation:
            yield node.annotation
        if isinstance(node, ast.FunctionDef) and node.returns:
            yield node.returns


def _covers(node: ast.expr | ast.stmt, line: int, column: int) -> bool:
    end = (node.end_lineno or node.lineno, node.end_col_offset or node.col_offset)
    decorators = [(each.lineno, 0) for each in getattr(node, "decorator_list", ())]
    return min([*decorators, (node.lineno, node.col_offset)]) <= (line, column) <= end


def _tried_by_cosmic_ray(copy: Path) -> Iterator[Trial]:
    with contextlib.closing(sqlite3.connect(copy / "mutants.sqlite")) as session:
        rows = session.execute(
            "SELECT m.module_path, m.operator_name, r.diff, r.test_outcome FROM mutation_specs m "
            "JOIN work_results r ON r.job_id = m.job_id"
        ).fetchall()
    for path, operator, diff, end in rows:
        yield Trial("cosmic-ray's", Path(path).name, operator.rpartition("/")[2], diff, "SURV" in end)


def _report(trials: list[Trial]) -> int:
    named = tomllib.loads(NAMED.read_text("utf-8"))["survivor"]
    stale = [entry for entry in named if not any(each.lives and _is_named(each, entry) for each in trials)]
    unnamed = [each for each in trials if each.lives and not any(_is_named(each, entry) for entry in named)]
    made = Counter(each.kind for each in trials)
    living = Counter(each.kind for each in trials if each.lives)
    for kind, number in sorted(made.items()):
        share = 1 - living[kind] / number
        print(f"{kind:24}{number:5} mutants, {number - living[kind]:5} killed by the scenarios alone ({share:.1%})")
    for each in unnamed:
        print(f"not named: {each.file} {each.operator}\n{_changed(each.diff)}", file=sys.stderr)
    for entry in stale:
        print(f"named, and no survivor: {entry['file']} {entry['operator']}\n+{entry['becomes']}", file=sys.stderr)
    return int(bool(unnamed or stale) or any(1 - living[kind] / made[kind] < _ENOUGH for kind in made))


def _is_named(living: Trial, entry: dict[str, str]) -> bool:
    same = (living.file, living.operator) == (entry["file"], entry["operator"])
    return same and f"+{entry['becomes']}" in _changed(living.diff).splitlines()


def _changed(diff: str) -> str:
    lines = (line for line in diff.splitlines() if line[:1] in "+-" and not line.startswith(("+++", "---")))
    return "\n".join(f"{line[0]}{line[1:].strip()}" for line in lines)


if __name__ == "__main__":
    sys.exit(main())
