"""What pytest skips or expects to fail is the same for `porspec run`, and no site is made of it."""

import re

import pytest

from tests.conftest import Project
from tests.testing.test_plugin import run

TAGS = 'tags = {skip = "not now", xfail = "known to be wrong", slow = "takes long"}'
FEATURE = """Feature: Tea

  {tag}
  Scenario: There is tea
    Given there is "water"
    When {when}
    Then it is "{thing}"

  Scenario: There is coffee
    Given there is "water"
    When it is later
    Then it is "tea"
"""
LATER = """import unittest
import pytest
from porspec.steps import when

@when("it is later")
def it_is_later(world: list[object]) -> None:
    world.append("tea")

@when("it is now")
def it_is_now(world: list[object]) -> None:
    {raising}
"""
PLACE = "features/en/tea.feature"
KINDS = {
    "a tag that skips": ("@skip", "it is later", "milk", "pass", 4, "skipped"),
    "a tag that expects a failure": ("@xfail", "it is later", "milk", "pass", 7, "xfailed"),
    "a failure that was expected and did not come": ("@xfail", "it is later", "tea", "pass", None, "xpassed"),
    "a call that skips": ("@slow", "it is now", "milk", 'pytest.skip("not today")', 6, "skipped"),
    "a call that expects a failure": ("@slow", "it is now", "milk", 'pytest.xfail("not yet")', 6, "xfailed"),
    "a call of unittest's": ("@slow", "it is now", "milk", 'raise unittest.SkipTest("no")', 6, "skipped"),
    "an error where a failure is expected": ("@xfail", "it is now", "milk", "1 / 0", 6, "xfailed"),
    "a failure": ("@slow", "it is later", "milk", "pass", 7, "failed"),
}


def of_tea(project: Project, feature: str, raising: str) -> Project:
    """A project with this feature alone."""
    (project.root / PLACE).write_text(feature, "utf-8")
    (project.root / "features" / "en" / "accept-offer.feature").unlink()
    (project.root / "steps" / "later.py").write_text(LATER.format(raising=raising), "utf-8")
    project.edit("pyproject.toml", 'source_language = "en"\n', f'source_language = "en"\n{TAGS}\n')
    project.porspec("sync")
    return project


@pytest.mark.parametrize(("tag", "when", "thing", "raising", "line", "end"), KINDS.values(), ids=KINDS.keys())
def test_what_pytest_makes_of_a_scenario_a_run_and_a_site_make_of_it(
    tag: str, when: str, thing: str, raising: str, line: int | None, end: str, tiny: Project
) -> None:
    project = of_tea(tiny, FEATURE.format(tag=tag, when=when, thing=thing), raising)
    theirs = re.findall(r"(\d+) (passed|failed|skipped|xfailed|xpassed)", run(project).stdout.splitlines()[-1])
    assert sorted(theirs) == sorted([("3", end), ("3", "passed")])
    by_run = project.porspec("run")
    counts = {
        "skipped": "3 ran: 3 passed, 0 failed, 3 skipped",
        "xfailed": "3 ran: 3 passed, 0 failed, 3 skipped",
        "xpassed": "6 ran: 6 passed, 0 failed",
        "failed": "6 ran: 3 passed, 3 failed",
    }
    assert by_run.stdout.splitlines()[-1] == counts[end]
    assert by_run.returncode == (1 if end == "failed" else 0)
    code = "scenario-failed" if end == "failed" else "scenario-skipped"
    warning = "" if end == "failed" else "warning: "
    found = re.findall(rf"^{PLACE}:(\d+):\d+: (warning: )?'", by_run.stderr, re.MULTILINE)
    assert found == ([(str(line), warning)] if line else [])
    assert by_run.stderr.count(f" (and 2 more of this cause) [{code}]\n") == len(found)
    built = project.porspec("build")
    assert (built.returncode, (project.root / "site").exists()) == ((1, False) if line else (0, True)), built.stderr
    assert line is None or f"[{code}]" in built.stderr


def test_a_tree_of_a_run_shows_what_was_skipped_and_says_why_once(tiny: Project) -> None:
    project = of_tea(tiny, FEATURE.format(tag="@skip", when="it is later", thing="tea"), "pass")
    done = project.porspec("run", "--verbose")
    assert done.stdout.splitlines()[:2] == [
        "Tea",
        "  – There is tea  (o365-worldwide SKIPPED, o365-germany SKIPPED, o365-21vianet SKIPPED)  3/6",
    ]
    assert done.stderr == (
        "features/en/tea.feature:4:3: warning: 'There is tea' is skipped for o365-worldwide: it has the tag @skip "
        "(and 2 more of this cause) [scenario-skipped]\n"
        "    Let it run again before a page is made of it.\n"
        "0 problems, 1 warning\n"
    )
    assert project.porspec("run").stdout.splitlines()[1].split() == ["Tea", *["1", "of", "2", "skipped"] * 3, "0.00"]
