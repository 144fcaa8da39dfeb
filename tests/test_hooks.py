"""The hooks for pre-commit: as it wants them, for every file that is read, and with commands that there are."""

import re
import subprocess
import sys
from typing import Any

import pytest
import yaml

from porspec.cli import commands
from tests.conftest import REPOSITORY, Project

HOOKS: list[dict[str, Any]] = yaml.safe_load((REPOSITORY / ".pre-commit-hooks.yaml").read_text("utf-8"))


@pytest.mark.parametrize(
    ("command", "name"),
    [("validate-manifest", ".pre-commit-hooks.yaml"), ("validate-config", ".pre-commit-config.yaml")],
)
def test_pre_commit_finds_nothing_wrong(command: str, name: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pre_commit", command, name],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_each_hook_runs_a_command_that_there_is() -> None:
    assert {hook["id"]: hook["entry"] for hook in HOOKS} == {
        "porspec-check": "porspec check",
        "porspec-sync": "porspec sync --exit-code",
    }
    for hook in HOOKS:
        program, *arguments = hook["entry"].split()
        assert program == "porspec"
        name, command, rest = commands.resolve_command(commands.make_context("porspec", ["check"]), arguments)
        assert command is not None
        command.make_context(name, rest)


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
def test_a_hook_runs_for_every_file_that_is_read_and_for_no_other(hook: dict[str, Any], project: Project) -> None:
    chosen = {path for path in project.files() if re.search(hook["files"], path)}
    read = ("features/**/*.feature", "steps/**/*.py", "locales/**/*.po", "docs/**/*.md")
    wanted = {path for pattern in read for path in project.root.glob(pattern)}
    wanted |= {project.root / name for name in ("pyproject.toml", "mkdocs.yml", "locales/glossary.toml")}
    assert chosen == {path.relative_to(project.root).as_posix() for path in wanted}


def test_both_hooks_take_no_file_names_and_are_for_the_same_files() -> None:
    assert [hook["pass_filenames"] for hook in HOOKS] == [False, False]
    assert len({hook["files"] for hook in HOOKS}) == 1


def test_sync_says_by_its_exit_code_that_it_wrote(project: Project) -> None:
    feature = project.root / "features" / "nl" / "change-partner.feature"
    feature.unlink()
    assert project.porspec("sync").returncode == 0
    feature.unlink()
    done = project.porspec("sync", "--exit-code")
    assert (done.returncode, done.stdout) == (1, "wrote features/nl/change-partner.feature\n")
    done = project.porspec("sync", "--exit-code")
    assert (done.returncode, done.stdout) == (0, "Everything is up to date\n")


def test_the_page_on_commands_shows_the_hooks() -> None:
    block = re.search(r"```yaml\n(.*?)```", (REPOSITORY / "docs" / "commands.en.md").read_text("utf-8"), re.DOTALL)
    assert block
    (repository,) = yaml.safe_load(block[1])["repos"]
    assert {hook["id"] for hook in repository["hooks"]} == {hook["id"] for hook in HOOKS}
