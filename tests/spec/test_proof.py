"""Green means right: what could not have failed is a Problem, whatever the way in which it proves nothing."""

from collections.abc import Callable

import pytest

from porspec.spec.proof import unproved
from porspec.spec.spec import load
from tests.conftest import Project

STEPS = """
import contextlib
from porspec.steps import given, then, when

@given('there is "{thing}"')
@when('I add "{thing}"')
def add(world: list[str], thing: str) -> None:
    world.append(thing)

@then('"{thing}" is there')
def is_there(world: list[str], thing: str) -> None:
    assert thing in world, f"there are {world}"

@then('"{thing}" is not there')
def is_not_there(world: list[str], thing: str) -> None:
    assert thing not in world, f"there are {world}"
"""
ODD = "\n@then('\"{{thing}}\" is odd')\ndef is_odd(world: list[str], thing: str) -> object:\n    {}\n"
SOUND = """Feature: Things

  Scenario: Add tea
    Given there is "milk"
    When I add "tea"
    Then "tea" is there

  Rule: There is what was put there

    Scenario: Nobody adds milk
      Then "milk" is not there
"""
ASKS = """
    Scenario: odd
      When I add "tea"
      Then "tea" is there
      And "tea" is odd
"""


@pytest.fixture
def things(small: Callable[..., Project]) -> Project:
    """A sound project, which has every code on."""
    project = small({"features/en/things.feature": SOUND, "steps/things.py": STEPS})
    text = (project.root / "pyproject.toml").read_text("utf-8")
    (project.root / "pyproject.toml").write_text(text.replace(' = "off"', ' = "error"'), "utf-8")
    return project


def found(project: Project) -> list[str]:
    return [line for each in unproved(load(project.root)) for line in str(each).splitlines()]


def test_a_sound_spec_has_no_problems(things: Project) -> None:
    assert (found(things), things.porspec("run").returncode, things.problems()) == ([], 0, "")


def test_a_procedure_whose_result_is_there_before_proves_nothing(things: Project) -> None:
    things.edit("features/en/things.feature", 'When I add "tea"\n    Then "tea"', 'When I add "tea"\n    Then "milk"')
    done = things.porspec("run")
    assert (done.returncode, done.stderr) == (
        1,
        (
            "features/en/things.feature:3:3: Without its When steps, 'Add tea' holds as well, for cloud-a, cloud-b "
            "[procedure-proves-nothing]\n"
            "    Say in a Then what the instructions bring about, and what is not so before them.\n"
            "1 problem\n"
        ),
    )


def test_only_a_failed_assertion_says_that_a_procedure_is_not_done(things: Project) -> None:
    things.edit("steps/things.py", 'assert thing in world, f"there are {world}"', "world.index(thing)")
    assert found(things)[0] == (
        "features/en/things.feature:3:3: Without its When steps, 'Add tea' holds as well, for cloud-a, cloud-b; "
        "'\"tea\" is there' raises ValueError there, which is no failed assertion [procedure-proves-nothing]"
    )


def test_an_example_of_which_nothing_is_false_elsewhere_proves_nothing(things: Project) -> None:
    things.edit("features/en/things.feature", 'Then "milk" is not', 'Then "sugar" is not')
    assert found(things) == [
        (
            "features/en/things.feature:10:5: What 'Nobody adds milk' says is false in no other state of the spec, for "
            "cloud-a, cloud-b [example-proves-nothing]"
        ),
        "    Say in a Then what could be otherwise, and show in another scenario where it is.",
        (
            "features/en/things.feature:11:12: '\"sugar\" is not there' is false in no state that the spec reaches "
            "[then-cannot-fail]"
        ),
        (
            "    Assert what must hold, in its definition at steps/things.py:14:1; where that is done, write a "
            "scenario in which this is false."
        ),
    ]


@pytest.mark.parametrize(
    "body",
    [
        "pass",
        "thing in world",
        "return thing in world",
        "assert (thing not in world, thing)",
        "with contextlib.suppress(AssertionError):\n        assert thing not in world",
        "if thing not in world:\n        raise LookupError(thing)",
    ],
)
@pytest.mark.filterwarnings("ignore:assertion is always true")
def test_a_then_that_asserts_nothing_cannot_fail(body: str, things: Project) -> None:
    things.append("steps/things.py", ODD.format(body))
    things.append("features/en/things.feature", ASKS)
    assert [line.partition(": ")[2] for line in found(things)[::2]] == [
        "'\"tea\" is odd' is false in no state that the spec reaches [then-cannot-fail]"
    ]


def test_thens_of_a_definition_that_never_fails_are_one_problem(things: Project) -> None:
    things.append("steps/things.py", ODD.format("pass"))
    things.append("features/en/things.feature", ASKS + '      And "milk" is odd\n      And "sugar" is odd\n')
    assert [line.partition(": ")[2] for line in found(things)[::2]] == [
        "'\"tea\" is odd' is false in no state that the spec reaches (and 2 more of this definition) [then-cannot-fail]"
    ]


@pytest.mark.parametrize(
    "body",
    [
        'world.append("changed")\n    assert thing not in world[:-1] or len(world) > 2',
        "import pytest\n    if world == ['milk']:\n        pytest.fail('milk')",
        "import pytest\n    with pytest.raises(ValueError):\n        world.index('milk')",
    ],
)
def test_a_then_may_change_its_world_and_fail_as_pytest_does(body: str, things: Project) -> None:
    things.append("steps/things.py", ODD.format(body))
    things.append("features/en/things.feature", ASKS)
    assert found(things) == []


def test_worlds_need_not_be_copied_and_may_be_shown_in_part(things: Project) -> None:
    things.append(
        "steps/__init__.py",
        "\nclass World(list):\n    def __deepcopy__(self, _):\n        raise TypeError\n"
        "\ndef new_world(moniker):\n    return World()\n\ndef snapshot(world):\n    return None\n",
    )
    assert found(things) == []


def test_the_contrast_of_one_cloud_may_be_another(things: Project) -> None:
    things.append("features/en/things.feature", '\n    Scenario: other\n      Then "sugar" is not there\n')
    assert len(found(things)) == 4
    things.edit("steps/__init__.py", "return []", 'return ["sugar"] if moniker == "cloud-b" else []')
    things.edit("features/en/things.feature", "    Scenario: other", "    @cloud-a\n    Scenario: other")
    assert found(things) == []


def test_problems_are_those_of_what_was_chosen_and_contrasts_come_from_all(things: Project) -> None:
    things.append(
        "features/en/things.feature",
        '\n    @cloud-a\n    Scenario: a\n      Then "sugar" is not there\n'
        '\n    @cloud-b\n    Scenario: b\n      When I add "milk"\n      Then "honey" is not there\n'
        '\n    @cloud-b\n    Scenario: c\n      When I add "sugar"\n      Then "sugar" is there\n',
    )
    done = things.porspec("run", "--moniker", "cloud-a")
    assert (done.returncode, done.stderr) == (0, "")
    assert "'b' says" in things.porspec("run", "--moniker", "cloud-b").stderr


def test_while_a_scenario_fails_nothing_is_said_of_the_others(things: Project) -> None:
    things.edit("features/en/things.feature", 'Then "milk" is not', 'Then "sugar" is not')
    things.edit("features/en/things.feature", 'Then "tea" is', 'Then "honey" is')
    done = things.porspec("run")
    assert (done.returncode, "[scenario-failed]" in done.stderr, "proves-nothing" in done.stderr) == (1, True, False)


def test_a_project_may_be_warned_only_or_left_alone(things: Project) -> None:
    things.edit("features/en/things.feature", 'Then "milk" is not', 'Then "sugar" is not')
    things.edit("pyproject.toml", 'example-proves-nothing = "error"', 'example-proves-nothing = "warning"')
    things.edit("pyproject.toml", 'then-cannot-fail = "error"', 'then-cannot-fail = "off"')
    done = things.porspec("run")
    assert (done.returncode, done.stderr.count("warning: "), "1 warning" in done.stderr) == (0, 1, True)


def test_what_steps_print_is_printed_once(things: Project) -> None:
    things.edit("steps/things.py", "world.append(thing)", 'world.append(thing)\n    print("added")')
    assert things.porspec("run").stdout.count("added") == 4


@pytest.mark.parametrize("command", ["build", "render"])
def test_no_site_is_built_of_what_proves_nothing(command: str, tiny: Project) -> None:
    tiny.edit("steps/things.py", "assert world[-1] == thing", "world[-1] == thing")
    arguments = (command, "--out", str(tiny.root / "help")) if command == "render" else (command,)
    done = tiny.porspec(*arguments)
    assert (done.returncode, done.stderr.count("[example-proves-nothing]")) == (1, 2)
    assert not (tiny.root / "site").exists()
    assert not (tiny.root / "help").exists()


@pytest.mark.parametrize(
    ("tag", "wanted"), [("", 0), ("@slow", 0), ("@skip", 2)], ids=["that runs", "of another tag", "that is skipped"]
)
def test_only_what_runs_is_a_contrast(tag: str, wanted: int, things: Project) -> None:
    """Of a scenario that is skipped, no step runs: it reaches no state, and is itself not asked to prove anything."""
    things.edit("pyproject.toml", "tags = {", 'tags = {skip = "later", ')
    things.append(
        "features/en/things.feature",
        '\n    Scenario: other\n      Then "sugar" is not there\n'
        f'\n    {tag}\n    Scenario: sugar\n      When I add "sugar"\n      Then "sugar" is there\n',
    )
    codes = [line.rpartition(" ")[2] for line in found(things)[::2]]
    assert codes == ["[example-proves-nothing]", "[then-cannot-fail]"][:wanted]


def test_a_row_that_is_skipped_is_no_contrast_and_the_others_are(things: Project) -> None:
    things.edit("pyproject.toml", "tags = {", 'tags = {skip = "later", ')
    things.append(
        "features/en/things.feature",
        '\n    Scenario: other\n      Then "sugar" is not there\n      And "honey" is not there\n'
        '\n    Scenario Outline: each\n      When I add "<thing>"\n      Then "<thing>" is there\n'
        "\n      @skip\n      Examples:\n        | thing |\n        | sugar |\n"
        "\n      Examples:\n        | thing |\n        | honey |\n",
    )
    assert [line.partition(": ")[2] for line in found(things)[::2]] == [
        "'\"sugar\" is not there' is false in no state that the spec reaches [then-cannot-fail]"
    ]


def test_a_look_that_changes_its_world_hides_no_contrast_and_makes_none(things: Project) -> None:
    """One world is looked at after each step; only a state that is made anew counts."""
    things.append("steps/things.py", ODD.format('world.append("seen")\n    assert world.count("seen") < 3'))
    things.append("features/en/things.feature", ASKS)
    assert [line.rpartition(" ")[2] for line in found(things)[::2]] == ["[then-cannot-fail]"]
    things.edit("steps/things.py", 'world.count("seen") < 3', 'world[:-1] != ["milk"]')
    assert found(things) == []
