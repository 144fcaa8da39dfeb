"""How strong the spec is: mutants of the reference implementation, hunted by the scenarios alone (`make mutants`).

cosmic-ray mutates a copy of the project and runs `porspec run` on each mutant. What is no behavior is left out: the
annotations, the flags of dataclasses, and `==` made `is`, which is the same for labels. Every survivor must be named in
`survivors.toml` with why it cannot matter.
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
from collections.abc import Iterator
from pathlib import Path

from .projects import WITHOUT_PROOF

ROOT = Path(__file__).parent.parent
REFERENCE = Path("src") / "porspec" / "reference"
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


def main() -> int:
    """Run every mutant and print the figure; 1 where too many live or one of them is not named."""
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
        return _report(copy)


def _cosmic_ray(copy: Path, *arguments: str) -> None:
    environment = {**os.environ, "PYTHONPATH": str(copy / "src")}
    subprocess.run(  # noqa: S603 - our own arguments
        [str(Path(sys.executable).parent / "cosmic-ray"), *arguments],
        cwd=copy,
        env=environment,
        check=True,
        stdout=subprocess.DEVNULL,
    )


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


def _idle_nodes(tree: ast.Module) -> Iterator[ast.expr]:
    """Annotations, which nothing evaluates, and decorators of classes."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            yield from node.decorator_list
        if isinstance(node, ast.AnnAssign | ast.arg) and node.annotation:
            yield node.annotation
        if isinstance(node, ast.FunctionDef) and node.returns:
            yield node.returns


def _covers(node: ast.expr, line: int, column: int) -> bool:
    end = (node.end_lineno or node.lineno, node.end_col_offset or node.col_offset)
    return (node.lineno, node.col_offset) <= (line, column) <= end


def _report(copy: Path) -> int:
    with contextlib.closing(sqlite3.connect(copy / "mutants.sqlite")) as session:
        rows = session.execute(
            "SELECT m.module_path, m.operator_name, r.diff, r.test_outcome FROM mutation_specs m "
            "JOIN work_results r ON r.job_id = m.job_id"
        ).fetchall()
    living = [
        (Path(path).name, operator.rpartition("/")[2], diff) for path, operator, diff, end in rows if "SURV" in end
    ]
    named = tomllib.loads(NAMED.read_text("utf-8"))["survivor"]
    unnamed = [each for each in living if not any(_is_named(each, entry) for entry in named)]
    share = 1 - len(living) / len(rows)
    killed = len(rows) - len(living)
    print(f"{len(rows)} mutants: {killed} killed by the scenarios alone ({share:.1%}), {len(living)} live")
    for name, operator, diff in unnamed:
        print(f"not named: {name} {operator}\n{_changed(diff)}", file=sys.stderr)
    return int(bool(unnamed) or share < _ENOUGH)


def _is_named(living: tuple[str, str, str], entry: dict[str, str]) -> bool:
    name, operator, diff = living
    same = (name, operator) == (entry["file"], entry["operator"])
    return same and f"+{entry['becomes']}" in _changed(diff).splitlines()


def _changed(diff: str) -> str:
    lines = (line for line in diff.splitlines() if line[:1] in "+-" and not line.startswith(("+++", "---")))
    return "\n".join(f"{line[0]}{line[1:].strip()}" for line in lines)


if __name__ == "__main__":
    sys.exit(main())
