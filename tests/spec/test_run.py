"""What a run prints: a table or a tree, and each cause of failures once."""

import os
import pty
import re
import subprocess
import sys
from collections.abc import Callable

import pytest

from porspec.spec.report import by_cause
from porspec.spec.runner import run_all
from porspec.spec.spec import load
from tests.conftest import Project

THINGS = """Feature: Things

  Scenario: one
    Given there is "1"
    Then it is "1"

  Scenario: another
    Given there is "1"
    Then it is "1"

  @cloud-b
  Scenario: alone
    Given there is "2"
    Then it is "2"
"""
OTHERS = 'Feature: 其他\n\n  @cloud-a\n  Scenario: one\n    Given there is "1"\n'


@pytest.fixture
def things(small: Callable[..., Project]) -> Project:
    return small({"features/en/things.feature": THINGS, "features/en/others.feature": OTHERS})


def seconds_aside(text: str) -> str:
    return re.sub(r"\d\.\d\d$", "0.00", text, flags=re.MULTILINE)


def test_features_by_moniker_are_a_table(things: Project) -> None:
    done = things.porspec("run")
    assert (done.returncode, done.stderr) == (0, "")
    assert seconds_aside(done.stdout) == (
        "feature  cloud-a  cloud-b  seconds\n"
        "其他           1        -     0.00\n"
        "Things         2        3     0.00\n"
        "6 ran: 6 passed, 0 failed\n"
    )


def test_each_cause_of_failures_is_told_once_with_its_first_place(things: Project) -> None:
    things.edit("steps/things.py", "assert world[-1] == thing", 'assert thing == "2", "not two"')
    done = things.process("run")
    assert (done.returncode, seconds_aside(done.stdout)) == (
        1,
        (
            "feature        cloud-a        cloud-b  seconds\n"
            "其他                 1              -     0.00\n"
            "Things   2 of 2 failed  2 of 3 failed     0.00\n"
            "6 ran: 2 passed, 4 failed\n"
        ),
    )
    assert done.stderr == (
        "features/en/things.feature:5:10: 'it is \"1\"' failed for cloud-a in 'one': not two "
        "(and 3 more of this cause) [scenario-failed]\n"
        "    Raised at steps/things.py:14:12. Correct the scenario or what it describes.\n"
        "1 problem\n"
    )


def test_where_an_assertion_says_nothing_pytest_is_named(things: Project) -> None:
    things.edit("steps/things.py", "assert world[-1] == thing", 'assert thing == "2"')
    told = things.process("run").stderr
    assert "failed for cloud-a in 'one': it does not hold (and 3 more of this cause) [scenario-failed]\n" in told
    assert "Correct the scenario or what it describes. pytest shows the values.\n" in told


def test_what_fails_with_other_words_or_elsewhere_is_another_cause(things: Project) -> None:
    things.edit("steps/things.py", "assert world[-1] == thing", 'raise ValueError(f"not {thing}")')
    spec = load(things.root)
    assert [problem.message.partition(": ")[2] for problem in by_cause(run_all(spec))] == [
        "ValueError: not 1 (and 3 more of this cause)",
        "ValueError: not 2",
    ]


def test_verbose_prints_each_scenario(things: Project) -> None:
    things.edit("steps/things.py", "assert world[-1] == thing", 'assert thing == "1"')
    assert things.porspec("run", "--verbose").stdout == (
        "其他\n"
        "  ✓ one  (cloud-a)  1/6\n"
        "Things\n"
        "  ✓ one  (cloud-a, cloud-b)  3/6\n"
        "  ✓ another  (cloud-a, cloud-b)  5/6\n"
        "  ✗ alone  (cloud-b FAILED)  6/6\n"
        "6 ran: 5 passed, 1 failed\n"
    )


def test_a_terminal_shows_a_bar_before_the_table(things: Project) -> None:
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "porspec", "--root", str(things.root), "run"]
    with subprocess.Popen(command, stdout=theirs, env={**os.environ, "TERM": "xterm"}) as process:
        os.close(theirs)
        shown = b""
        while b"ran:" not in shown:
            shown += os.read(ours, 4096)
    os.close(ours)
    assert process.returncode == 0
    assert re.search(r"Running +\[#+\] +100%.*feature +cloud-a", shown.decode(), re.DOTALL)


@pytest.mark.parametrize(
    ("function", "place"),
    [
        ('def new_world(moniker):\n    return {}["no world"]\n', "steps/__init__.py:11:12"),
        ('def snapshot(world):\n    return {}["no world"]\n', "steps/__init__.py:11:12"),
    ],
)
def test_a_world_that_cannot_be_made_or_shown_is_a_problem_with_its_place(
    function: str, place: str, things: Project
) -> None:
    things.append("steps/__init__.py", f"\n{function}")
    done = things.porspec("run")
    assert (done.returncode, done.stdout.splitlines()[-1]) == (1, "6 ran: 0 passed, 6 failed")
    assert done.stderr == (
        f"{place}: new_world or snapshot failed for cloud-a in 'one': KeyError: 'no world' (and 5 more of this cause) "
        f"[scenario-failed]\n    Raised at {place}. Correct the scenario or what it describes.\n1 problem\n"
    )


@pytest.mark.parametrize(
    ("kind", "written", "said"),
    [
        ("decimal.Decimal", "1,5", '"1,5" is no amount: Decimal does not read it'),
        ("float", "many", "\"many\" is no amount: could not convert string to float: 'many'"),
    ],
)
def test_what_an_argument_cannot_be_is_said_in_words(
    kind: str, written: str, said: str, small: Callable[..., Project]
) -> None:
    steps = (
        "import decimal\nfrom porspec.steps import when\n\n"
        f"@when('I pay \"{{amount}}\"')\ndef pay(world: object, amount: {kind}) -> None: ...\n"
    )
    feature = f'Feature: Paying\n\n  Scenario: one\n    When I pay "{written}"\n'
    project = small({"features/en/paying.feature": feature, "steps/paying.py": steps})
    assert said in project.problems()
