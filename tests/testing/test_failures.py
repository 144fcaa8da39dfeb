"""What pytest prints of a failing step: where it stands, what came before it, what it was given, and what it met."""

import re
from collections.abc import Callable
from xml.etree import ElementTree

import pytest

from tests.conftest import Project
from tests.test_cli import SUBMIT, submit_does_something_else, with_package
from tests.testing.test_plugin import run

FEATURE = "features/nl/change-partner.feature"
CHANGE = f"{FEATURE}::De partner wijzigen[o365-germany-Facturering > Abonnementen]"


THINGS = '''Feature: Things

  Scenario Outline: A thing of <number>
    Given there are
      | number   | other |
      | <number> | 2     |
    And there are
      """
      <number> of them
      """
    Then it is "<number>"

    @cloud-a
    Examples:
      | number |
      | 1      |
'''
SHOWN = """"1"
    scenario: A thing of 1
    example: number = 1 (features/en/things.feature:16)
    language: en
    moniker: cloud-a
    steps:
        ✓ Given there are
            | number | other |
            | 1      | 2     |
        ✓ And there are
            \"\"\"
            1 of them
            \"\"\"
        ✗ Then it is "1"
    values:
        thing = '1'
    world:
"""
SKIPPING = """Feature: Things

  Scenario: Later
    When it is later
"""
LATER = """import pytest
from porspec.steps import when

@when("it is later")
def it_is_later(world: list[object]) -> None:
    pytest.skip("not today")
"""


def output(project: Project, *arguments: str) -> str:
    """What pytest prints, without the time that it took."""
    return re.sub(r"in \d+\.\d+s", "in N s", run(project, *arguments).stdout)


@pytest.fixture(autouse=True)
def _eighty_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")


def test_a_failing_dutch_scenario_says_all_that_one_must_know(
    project: Project, golden: Callable[[str, str], None]
) -> None:
    submit_does_something_else(with_package(project))
    golden("failures/assertion.txt", output(project, CHANGE))


def test_the_words_of_another_error_come_first(project: Project, golden: Callable[[str, str], None]) -> None:
    with_package(project)
    project.edit("src/porspec/reference/admin_center.py", SUBMIT, '"button.submit": {}["it"]')
    golden("failures/error.txt", output(project, "--tb=short", CHANGE))


def test_tables_doc_strings_and_names_are_shown_as_they_ran(small: Callable[..., Project]) -> None:
    project = small({"features/en/things.feature": THINGS})
    shown = output(project, "-k", "A thing of")
    assert f"features/en/things.feature:11: Then it is {SHOWN}" in shown


def test_a_step_that_skips_is_told_by_its_feature(small: Callable[..., Project]) -> None:
    project = small({"features/en/things.feature": SKIPPING, "steps/later.py": LATER})
    shown = output(project, "-rs")
    place = "features/en/things.feature:4: not today (When it is later)"
    assert f"SKIPPED [2] {place}\n" in shown


def test_a_world_that_cannot_be_made_is_what_is_told(small: Callable[..., Project]) -> None:
    project = small({"features/en/things.feature": SKIPPING, "steps/later.py": LATER})
    project.edit("steps/__init__.py", "    return []", '    raise KeyError("no world")')
    shown = output(project)
    assert "KeyError: 'no world'" in shown
    assert "INTERNALERROR" not in shown
    assert shown.splitlines()[-1] == "2 failed in N s"


def test_steps_that_skip_their_import_are_an_error_and_no_skip(small: Callable[..., Project]) -> None:
    project = small({"features/en/things.feature": SKIPPING, "steps/later.py": LATER})
    project.append("steps/later.py", '\npytest.importorskip("nothing_of_this_name")\n')
    done = run(project)
    assert done.returncode == pytest.ExitCode.INTERRUPTED
    assert "steps/later.py:8:1: The steps package cannot be imported: Skipped: could not import" in done.stdout


@pytest.mark.parametrize("style", ["auto", "long", "short", "line", "native"])
def test_every_style_of_traceback_tells_the_step(style: str, small: Callable[..., Project]) -> None:
    shown = output(small({"features/en/things.feature": THINGS}), f"--tb={style}")
    assert "\nfeatures/en/things.feature:11: Then it is" in shown


@pytest.mark.parametrize(
    ("raised", "said"),
    [
        ("raise SystemExit(3)", "SystemExit: 3\n"),
        ("raise type('Odd', (Exception,), {'__str__': lambda self: 1 / 0})", "Odd: (its words cannot be shown: Zero"),
    ],
)
def test_an_odd_error_is_told_with_its_step(raised: str, said: str, small: Callable[..., Project]) -> None:
    later = LATER.replace('pytest.skip("not today")', raised)
    shown = output(small({"features/en/things.feature": SKIPPING, "steps/later.py": later}))
    assert f"\n{said}" in shown
    assert "\nfeatures/en/things.feature:4: When it is later\n" in shown


@pytest.mark.slow
def test_it_is_the_same_under_xdist(project: Project) -> None:
    submit_does_something_else(with_package(project))
    here, there = (output(project, *arguments, CHANGE) for arguments in ((), ("-n", "2")))
    assert [line for line in there.splitlines() if not re.match(r"bringing up|\[gw\d\] |F +\[|$", line)] == [
        line for line in here.splitlines() if not re.match(r"F +\[|$", line)
    ]


@pytest.mark.slow
def test_a_path_is_shown_from_where_pytest_was_started(project: Project) -> None:
    submit_does_something_else(with_package(project))
    assert "\nnl/change-partner.feature:21: Dan is" in run(project, "nl", start="features").stdout


def test_a_world_that_cannot_be_shown_hides_nothing_else(project: Project) -> None:
    submit_does_something_else(with_package(project))
    failing = '    return {\n        **{}["it"],\n        "place"'
    project.edit("steps/world.py", '    return {\n        "place"', failing)
    shown = output(project, CHANGE)
    assert "\n    world:\n        (the world cannot be shown: KeyError: 'it')\n" in shown
    assert "\nE       AssertionError: it is Contoso\n" in shown


def test_junits_message_names_the_step_and_its_place(small: Callable[..., Project]) -> None:
    project = small({"features/en/things.feature": THINGS})
    project.edit("steps/things.py", "assert world[-1] == thing", 'assert False, "not so"')
    run(project, "--junitxml=junit.xml")
    case = ElementTree.fromstring((project.root / "junit.xml").read_text("utf-8")).find(".//testcase")  # noqa: S314
    assert case is not None
    failure = case.find("failure")
    assert failure is not None
    assert case.get("name") == "A thing of 1[cloud-a-1]"
    assert failure.get("message") == (
        'AssertionError: not so\nassert False\nfeatures/en/things.feature:11: Then it is "1"'
    )


def test_a_tests_parameter_reads_as_its_id_in_its_language(small: Callable[..., Project]) -> None:
    project = small({"features/en/things.feature": THINGS})
    (project.root / "conftest.py").write_text(
        "def pytest_collection_finish(session):\n"
        "    for item in session.items:\n        print('parameters:', item.callspec.params)\n",
        "utf-8",
    )
    shown = run(project, "--collect-only").stdout
    assert "parameters: {'porspec_variant': cloud-a-1 (en)}\n" in shown
