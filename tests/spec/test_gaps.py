"""What a feature leaves out: Thens, and the clouds that it is for."""

from collections.abc import Callable

import pytest

from tests.conftest import Project

WHOLE = """@cloud-a @cloud-b
Feature: Things

  @cloud-a
  Scenario: one
    Given there is "1"
    Then it is "1"

  @cloud-b
  Rule: Not here

    Scenario: two
      Given there is "2"
      Then it is "2"

  @cloud-a @cloud-b
  Rule: Everywhere

    @cloud-a @cloud-b
    Scenario Outline: three
      Given there is "<thing>"
      Then it is "<thing>"

      @cloud-a
      Examples:
        | thing |
        | 3     |

      @cloud-b
      Examples:
        | thing |
        | 4     |
"""
CASES = {
    "a scenario without a Then": (
        '    Given there is "1"\n    Then it is "1"\n',
        '    Given there is "1"\n',
        (
            "features/en/things.feature:5:3: Scenario 'one' has no Then of its own: nothing in it could be false "
            "[scenario-without-then]"
        ),
        "Say in a Then what holds once it is done.",
    ),
    "rows of one cloud only": (
        "\n      @cloud-b\n      Examples:\n        | thing |\n        | 4     |\n",
        "",
        (
            "features/en/things.feature:19:14: Scenario Outline 'three' is for cloud-b, and none of its Examples have "
            "rows for it [moniker-without-rows]"
        ),
        "Add rows for it, or take it from the tags.",
    ),
    "a cloud that the rule does not explain": (
        "  @cloud-b\n  Rule: Not",
        "  Rule: Not",
        (
            "features/en/things.feature:1:10: Feature 'Things' is for cloud-b, and has no procedure for it, and no "
            "rule that says why [moniker-without-procedure]"
        ),
        "Write the procedure, or a rule for such monikers only and before their others; or take it from the tags.",
    ),
}


@pytest.fixture
def things(small: Callable[..., Project]) -> Project:
    project = small({"features/en/things.feature": WHOLE})
    text = (project.root / "pyproject.toml").read_text("utf-8")
    (project.root / "pyproject.toml").write_text(text.replace(' = "off"', ' = "error"'), "utf-8")
    project.edit("pyproject.toml", "[tool.porspec.checks]", '[tool.porspec.checks]\ndefinition-unused = "off"')
    return project


def test_a_feature_that_leaves_nothing_out_has_no_problems(things: Project) -> None:
    assert things.problems() == ""


@pytest.mark.parametrize("name", CASES)
def test_what_is_left_out_is_a_problem_with_its_place(name: str, things: Project) -> None:
    old, new, message, remedy = CASES[name]
    things.edit("features/en/things.feature", old, new)
    assert things.problems() == f"{message}\n    {remedy}\n"
    assert things.porspec("run").returncode == 1


def test_a_rule_has_an_example_for_each_of_its_clouds(things: Project) -> None:
    text = WHOLE.replace("    @cloud-a @cloud-b\n    Scenario Outline", "    @cloud-a\n    Scenario Outline")
    text = text.replace("\n      @cloud-b\n      Examples:\n        | thing |\n        | 4     |\n", "")
    (things.root / "features/en/things.feature").write_text(text, "utf-8")
    assert things.problems() == (
        "features/en/things.feature:16:12: Rule 'Everywhere' is for cloud-b, and has no example for it "
        "[moniker-without-example]\n    Add an example for it, or take it from the tags.\n"
    )


def test_a_cloud_that_lost_its_procedure_is_not_explained_by_a_rule_about_something_else(things: Project) -> None:
    text = WHOLE.replace("  @cloud-b\n  Rule: Not here", "  @cloud-a\n  Rule: Here")
    later = '\n  @cloud-b\n  Rule: Only here\n\n    Scenario: four\n      Given there is "5"\n      Then it is "5"\n'
    (things.root / "features/en/things.feature").write_text(text + later, "utf-8")
    assert things.problems().startswith("features/en/things.feature:1:10: Feature 'Things' is for cloud-b, and has no")


def test_where_no_cloud_has_a_procedure_the_first_rule_says_why(things: Project) -> None:
    start = WHOLE.index("  @cloud-a\n  Scenario: one")
    text = WHOLE[:start] + WHOLE[WHOLE.index("  @cloud-a @cloud-b\n  Rule: Everywhere") :]
    (things.root / "features/en/things.feature").write_text(text, "utf-8")
    assert things.problems() == ""
