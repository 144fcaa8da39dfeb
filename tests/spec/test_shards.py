"""A part of what is to run, and what runs side by side."""

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from porspec.sources.problems import SpecError
from porspec.spec.shards import Shard, read_shard
from tests.conftest import Project
from tests.testing.test_plugin import collected, run


@pytest.fixture
def things(small: Callable[..., Project]) -> Project:
    """Five features, of which one fails and one prints."""
    texts = {name: f'Feature: {name}\n\n  Scenario: It is {name}\n    Given there is "{name}"\n' for name in "abcde"}
    texts["b"] += '    Then it is "something else"\n'
    steps = (
        "\nfrom porspec.steps import when\n\n@when('it ends')\ndef it_ends(world):\n    import os\n    os._exit(3)\n"
    )
    steps += "\n@when('it is said')\ndef it_is_said(world):\n    print(world)\n"
    texts["c"] += "    When it is said\n"
    project = small({f"features/en/{name}.feature": text for name, text in texts.items()})
    project.append("steps/things.py", steps)
    return project


@given(st.sets(st.text(max_size=4)), st.integers(1, 9))
def test_all_parts_together_are_everything_and_share_nothing(names: set[str], count: int) -> None:
    parts = [Shard(number, count).of(names) for number in range(1, count + 1)]
    assert sorted(each for part in parts for each in part) == sorted(names)
    assert max(map(len, parts)) - min(map(len, parts)) <= 1


@pytest.mark.parametrize("text", ["", "2", "0/2", "3/2", "1/0", "1/2/3", "-1/2", "a/b", "1 / 2", "١/٢"])
def test_what_is_no_part_is_told(text: str) -> None:
    with pytest.raises(SpecError, match=r"--shard .*: this is no part"):
        read_shard(text)


def without_seconds(text: str) -> str:
    return re.sub(r"\d+\.\d\d", "-", text)


def test_what_runs_side_by_side_is_told_as_what_runs_alone(things: Project) -> None:
    alone = things.porspec("run")
    for jobs in ("2", "3", "8"):
        beside = things.porspec("run", "--jobs", jobs)
        assert without_seconds(beside.stdout) == without_seconds(alone.stdout)
        assert (beside.stderr, beside.returncode) == (alone.stderr, alone.returncode)
    assert "10 ran: 8 passed, 2 failed" in alone.stdout
    assert "['c']" in alone.stdout


def test_a_process_that_ends_is_told_with_its_feature(things: Project) -> None:
    things.append("features/en/e.feature", "    When it ends\n")
    done = things.porspec("run", "--jobs", "2")
    message = r"features/en/[a-e]\.feature:1:1: A process ended while it ran this feature, or one at the same time"
    assert re.search(message, done.stderr)
    assert done.returncode == 1


def test_each_part_runs_features_of_its_own(things: Project) -> None:
    ran = [things.porspec("run", "--verbose", "--shard", f"{number}/3") for number in (1, 2, 3)]
    names = [re.findall(r"It is ([a-e])", each.stdout) for each in ran]
    assert [sorted(set(each)) for each in names] == [["a", "d"], ["b", "e"], ["c"]]
    assert [each.returncode for each in ran] == [0, 1, 0]
    nothing = things.porspec("run", "--shard", "9/9")
    assert (nothing.stdout, nothing.returncode) == ("0 ran: 0 passed, 0 failed\n", 0)
    wrong = things.porspec("run", "--shard", "4/3")
    assert (wrong.returncode, "--shard 4/3: this is no part" in wrong.stderr) == (1, True)


def test_each_part_of_pytest_has_features_of_its_own(things: Project) -> None:
    parts = [set(collected(things, "--shard", f"{number}/2")) for number in (1, 2)]
    assert parts[0] | parts[1] == set(collected(things))
    assert (parts[0] & parts[1], len(parts[0]), len(parts[1])) == (set(), 6, 4)
    wrong = run(things, "--shard", "0/2")
    assert (wrong.returncode, "--shard 0/2: this is no part" in wrong.stderr) == (4, True)
