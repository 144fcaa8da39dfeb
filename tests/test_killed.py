"""Whoever kills a command finds what was there before or what it was to write, and nothing else."""

from pathlib import Path

import pytest

from benchmarks.kill import CASES, sweep


@pytest.mark.slow
def test_a_killed_command_leaves_nothing_half_and_nothing_behind(tmp_path: Path) -> None:
    swept = list(sweep(tmp_path, places=20, moments=1))
    assert [each.case for each in swept] == list(CASES)
    assert [find for each in swept for find in each.finds] == []
    assert all(each.ends["before"] and each.ends["after"] for each in swept)


def test_a_killed_sync_and_a_killed_edit_that_was_taken_back_leave_nothing_half(tmp_path: Path) -> None:
    swept = list(sweep(tmp_path, places=6, moments=0, names=("sync --from nl",)))
    assert [find for each in swept for find in each.finds] == []
