"""A folder without rights is no empty folder, and one that nobody may change stops no command."""

import shutil
from pathlib import Path

import pytest

from tests.conftest import Project, as_others


@pytest.mark.parametrize(
    ("command", "folder"),
    [
        ("run", "features/en"),
        ("stats", "locales/nl"),
        ("sync", "locales/nl/LC_MESSAGES"),
        ("check", "steps/more"),
        ("check", "docs/more"),
        ("build", "docs/more"),
    ],
)
def test_a_folder_that_cannot_be_read_is_a_problem_and_nothing_is_written_without_it(
    command: str, folder: str, tiny: Project
) -> None:
    (tiny.root / folder).mkdir(exist_ok=True)
    before = tiny.files()
    (tiny.root / folder).chmod(0)
    done = tiny.process(command, before=as_others())
    (tiny.root / folder).chmod(0o755)
    message = f"{folder}:1:1: This folder cannot be read: Permission denied [file-system]"
    assert (done.returncode, done.stderr.split("\n")[0]) == (1, message)
    assert tiny.files() == before


def test_a_copy_of_a_folder_that_nobody_may_change_is_removed_all_the_same(tiny: Project, tmp_path: Path) -> None:
    left = tiny.root / ".porspec" / "left" / "copy" / "docs"
    shutil.copytree(tiny.root / "docs", left)
    (left / "linked").symlink_to(tmp_path)
    rights = tmp_path.stat().st_mode
    (left.parent / "unread").mkdir(mode=0)
    left.chmod(0o500)
    done = tiny.process("sync", before=as_others())
    assert (done.returncode, (tiny.root / ".porspec").exists(), done.stderr) == (0, False, "")
    assert tmp_path.stat().st_mode == rights
