"""What is always true: asked after every step, wherever steps run, and told with its sentence."""

import contextlib
import io
import json
import re
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest

from porspec.languages.words import read_words
from porspec.pages.overviews import coverage_page, step_page
from porspec.spec.runner import run_all
from porspec.spec.spec import load
from tests.conftest import Project
from tests.testing.test_plugin import run

ALWAYS = '''"""What holds of every list."""

from porspec.steps import always, given, when

@always("Few things are there.")
def few(world: list[object]) -> None:
    """Not more than two."""
    assert len(world) < 3, f"there are {len(world)}"

@always("What is there stays.")
def stays(world: list[object], before: list[object]) -> None:
    assert before == world[: len(before)], f"there were {before}"

@given("all of it is gone")
@when("all of it goes")
def goes(world: list[object]) -> None:
    world.clear()

@when('there comes "{thing}"')
def comes(world: list[object], thing: str) -> None:
    world.append(thing)
'''
THINGS = """@cloud-a
Feature: Things

  Scenario: They come
    Given there is "1"
    And all of it is gone
    And there is "1"
    When there comes "2"
    Then it is "2"
    WHAT
"""
THREE = 'When there comes "3"\n    Then it is "3"'
GONE = 'When all of it goes\n    And there comes "2"\n    Then it is "2"'
TOO_MANY = "features/en/things.feature:10:10"


@pytest.fixture
def things(small: Callable[..., Project]) -> Callable[[str], Project]:
    """A project whose scenario ends with this."""
    return lambda what: small({"steps/always.py": ALWAYS, "features/en/things.feature": THINGS.replace("WHAT", what)})


@pytest.mark.parametrize(
    ("what", "told"),
    [
        (THREE, ("'there comes \"3\"' failed", "Few things are there: there are 3", 8)),
        (GONE, ("'all of it goes' failed", "What is there stays: there were ['1', '2']", 12)),
    ],
)
def test_a_step_after_which_a_sentence_is_false_fails_with_the_sentence(
    things: Callable[[str], Project], what: str, told: tuple[str, str, int]
) -> None:
    step, words, line = told
    assert things(what).process("run").stderr == (
        f"{TOO_MANY}: {step} for cloud-a in 'They come': {words} [scenario-failed]\n"
        f"    Raised at steps/always.py:{line}:12. Correct the scenario or what it describes.\n1 problem\n"
    )


def test_a_later_step_that_fails_is_told_instead(things: Callable[[str], Project]) -> None:
    told = things('When there comes "3"\n    Then it is "2"').process("run").stderr
    assert told.startswith("features/en/things.feature:11:10: 'it is \"2\"' failed for cloud-a in 'They come': ")
    assert "Few things" not in told


def test_a_sentence_is_told_of_the_world_in_which_it_became_false(things: Callable[[str], Project]) -> None:
    """With the steps that passed before; whatever the words of each variant, it is one cause."""
    project = things('When there comes "3"\n    And there comes "4"\n    Then it is "4"')
    more = '\n  Scenario: More come\n    Given there is "1"\n    And there is "2"\n'
    project.append("features/en/things.feature", f'{more}    When there comes "5"\n    Then it is "5"\n')
    first, second = run_all(load(project.root))
    assert [(len(each.steps), each.cause) for each in (first, second)] == [
        (5, "Few things are there."),
        (2, "Few things are there."),
    ]
    assert run(project, "-k", "They").stdout.count("    world:\n        ['1', '2', '3']\n") == 1


def test_a_given_may_make_any_world_and_every_step_is_asked_of_the_world_before_it(
    things: Callable[[str], Project],
) -> None:
    project = things('Then it is "2"\n    Then it is "2"')
    project.edit("steps/always.py", "    assert before ==", "    print(before, world)\n    assert before ==")
    with contextlib.redirect_stdout(io.StringIO()) as printed:
        (trace,) = run_all(load(project.root))
    assert trace.problem is None
    one, two = "['1']", "['1', '2']"
    assert printed.getvalue().splitlines() == [f"{one} {two}", *[f"{two} {two}"] * 3]


def test_pytest_its_reports_and_its_messages_tell_the_same(things: Callable[[str], Project], tmp_path: Path) -> None:
    project = things(THREE)
    done = run(project, f"--junit-xml={tmp_path / 'junit.xml'}", f"--messages={tmp_path / 'run.ndjson'}")
    assert "Few things are there: " in done.stdout
    assert '    ✗ When there comes "3"' in done.stdout
    failure = next(ElementTree.parse(tmp_path / "junit.xml").iter("failure"))  # noqa: S314 - it is pytest's
    assert failure.attrib["message"].endswith('features/en/things.feature:10: When there comes "3"')
    assert "Few things are there: there are 3" in (failure.text or "")
    envelopes = map(json.loads, (tmp_path / "run.ndjson").read_text("utf-8").splitlines())
    results = [each["testStepFinished"]["testStepResult"] for each in envelopes if "testStepFinished" in each]
    assert [each["status"] for each in results] == [*["PASSED"] * 6, "FAILED"]  # in the order of time
    assert "Few things are there: there are 3" in results[6]["message"]


def test_sentences_are_messages_and_stand_on_the_pages_of_what_was_tested_and_of_steps(
    things: Callable[[str], Project],
) -> None:
    project = things('Then it is "2"')
    assert project.porspec("new", "language", "nl").returncode == 0
    path = "locales/nl/LC_MESSAGES/steps.po"
    catalogue = (project.root / path).read_text("utf-8")
    message = '#. What is always true.\n#. Not more than two.\n#: steps/always.py\nmsgctxt "always"\n'
    assert f'{message}msgid "Few things are there."\nmsgstr ""\n' in catalogue
    project.edit(
        path, 'msgid "Few things are there."\nmsgstr ""', 'msgid "Few things are there."\nmsgstr "Weinig is er."'
    )
    spec = load(project.root)
    words = read_words(spec.config, "nl")
    coverage, steps = coverage_page(spec, [*run_all(spec)], words), step_page(spec, "nl", words)
    assert '## <a name="always"></a>Wat altijd waar is\n' in coverage
    assert "\n- Weinig is er.\n" in coverage
    assert re.search(
        r"### <a name=\"always-few-things-are-there\"></a>Weinig is er\.\n\n- .*`steps/always\.py:5`", steps
    )


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            "few(world: list[object])",
            "few(world: list[object], before: object, more: object)",
            "something else than the",
        ),
        ("few(world: list[object])", "few()", "something else than the world"),
        ('"Few things are there."', "'Few \"{things}\" are there.'", "has no arguments"),
        ("    assert len(world) < 3", "    yield\n    assert len(world) < 3", "it is a generator"),
    ],
)
def test_a_function_that_cannot_be_asked_is_a_problem(
    things: Callable[[str], Project], old: str, new: str, told: str
) -> None:
    project = things('Then it is "2"')
    project.edit("steps/always.py", old, new)
    done = project.porspec("check")
    assert done.returncode == 1
    assert "steps/always.py:5:1: Step definition 'Few " in done.stdout + done.stderr
    assert told in done.stdout + done.stderr


def test_a_sentence_stands_once(things: Callable[[str], Project]) -> None:
    project = things('Then it is "2"')
    project.edit("steps/always.py", "What is there stays.", "Few things are there.")
    done = project.porspec("check")
    assert (
        'The always pattern "Few things are there." is defined before, at steps/always.py:5'
        in done.stdout + done.stderr
    )
