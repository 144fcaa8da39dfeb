"""Who runs pytest is told, too, what passed and could not have failed."""

import pytest

from tests.conftest import Project
from tests.testing.test_plugin import run

SECTION = """\
================== what proves nothing or contradicts itself ===================
features/en/tea.feature:3:3: What 'There is tea' says is false in no other state of the spec, for {monikers} \
[example-proves-nothing]
    Say in a Then what could be otherwise, and show in another scenario where it is.
features/en/tea.feature:5:10: 'it is "tea"' is false in no state that the spec reaches [then-cannot-fail]
    Assert what must hold, in its definition at steps/things.py:8:1; where that is done, write a scenario in which \
this is false.
"""
ALL = "o365-worldwide, o365-germany, o365-21vianet"


@pytest.fixture
def idle(tiny: Project) -> Project:
    """A project of one scenario, which asserts nothing."""
    tiny.edit("steps/things.py", "assert world[-1] == thing", "world[-1] == thing")
    (tiny.root / "features" / "en" / "accept-offer.feature").unlink()
    tiny.porspec("sync")
    return tiny


@pytest.mark.parametrize(
    ("arguments", "monikers", "passed"),
    [((), ALL, 3), (("--moniker", "o365-germany", "--language", "en"), "o365-germany", 1), (("-n", "2"), ALL, 3)],
    ids=["of all", "of those that were chosen", "in two processes"],
)
def test_what_passed_and_could_not_have_failed_is_told_below(
    arguments: tuple[str, ...], monikers: str, passed: int, idle: Project
) -> None:
    done = run(idle, *arguments)
    assert done.returncode == pytest.ExitCode.TESTS_FAILED
    told = done.stdout[done.stdout.index("====") :]
    assert told.rpartition(f"{passed} passed")[0] == SECTION.format(monikers=monikers)


def test_nothing_is_told_of_what_can_fail_or_where_something_failed_or_where_nobody_asks(idle: Project) -> None:
    done = run(idle, "--no-proof")
    assert (done.returncode, "could not have failed" in done.stdout) == (pytest.ExitCode.OK, False)
    idle.edit("features/en/tea.feature", 'Then it is "tea"', 'Then it is "tea"\n\n  Scenario: b\n    Then it is "b"')
    done = run(idle, "--language", "en")  # where nothing is there, there is no last thing
    assert (done.returncode, "could not have failed" in done.stdout) == (pytest.ExitCode.TESTS_FAILED, False)


def test_a_warning_is_told_and_fails_nothing(idle: Project) -> None:
    off = 'example-proves-nothing = "off"\nthen-cannot-fail = "warning"\n'
    idle.append("pyproject.toml", f"\n[tool.porspec.checks]\n{off}")
    done = run(idle)
    assert (done.returncode, done.stdout.count("warning: 'it is \"tea\"' is false")) == (pytest.ExitCode.OK, 1)
