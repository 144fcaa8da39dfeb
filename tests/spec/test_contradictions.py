"""Givens that cannot all be so: one that takes back what an earlier one set, and one that a Then denies."""

from collections.abc import Callable

import pytest

from porspec.spec.proof import unproved
from porspec.spec.spec import load
from tests.conftest import Project

INIT = """
LABELS = ()

def new_world(moniker):
    return {"moniker": moniker, "page": "home", "light": None, "user": None, "orders": [], "letters": []}

def snapshot(world):
    orders = [{"name": name, "paid": paid} for name, paid in world["orders"]]
    return {"page": world["page"], "light": world["light"], "user": world["user"], "orders": orders}
"""
STEPS = """
from porspec.steps import given, then, when

@given('I have the orders "{one}" and "{other}"')
def have(world: dict, one: str, other: str) -> None:
    world["orders"] = [(one, None), (other, None)]

@given('my only order is "{order}"')
def only(world: dict, order: str) -> None:
    world["orders"] = [(order, None)]

@given('I paid the order "{order}" with "{means}"')
def paid(world: dict, order: str, means: str) -> None:
    world["orders"] = [(name, means if name == order else how) for name, how in world["orders"]]

@given('I ordered "{order}" as well')
def ordered(world: dict, order: str) -> None:
    world["orders"].insert(0, (order, None))

@given("I am signed in")
def sign_in(world: dict) -> None:
    world["user"], world["page"] = "me", "orders"

@given("the page of the shop is open")
@when("I open the page of the shop")
def open_shop(world: dict) -> None:
    world["page"] = "shop"

@given("the light is on")
def light_on(world: dict) -> None:
    world["light"] = True

@given("the light is off")
@when("I turn the light off")
def light_off(world: dict) -> None:
    world["light"] = False

@given('"{friend}" wrote me a letter')
@when('"{friend}" tries to write me a letter')
def write(world: dict, friend: str) -> None:
    if world["moniker"] == "cloud-a":
        world["letters"].append(friend)

@then("I have no letters")
def no_letters(world: dict) -> None:
    assert not world["letters"]

@then('"{friend}" wrote me')
def wrote(world: dict, friend: str) -> None:
    assert friend in world["letters"]

@then("it is so")
def so(world: dict) -> None:
    assert world["page"]
"""
HEAD = "Feature: Orders\n\n"
LETTERS = """
  Rule: Letters come

    @cloud-a
    Scenario: A letter came
      Given "Ann" wrote me a letter
      Then "Ann" wrote me
"""


def switch_on(project: Project) -> None:
    for code in ("given-taken-back", "given-denied"):
        project.edit("pyproject.toml", f'{code} = "off"', f'{code} = "error"')


@pytest.fixture
def found(small: Callable[..., Project]) -> Callable[..., list[str]]:
    """The problems of a feature, each without what to do."""

    def problems(*parts: str) -> list[str]:
        text = HEAD + "\n".join(parts)
        files = {"features/en/orders.feature": text, "steps/__init__.py": INIT, "steps/orders.py": STEPS}
        project = small(files)
        switch_on(project)
        return [str(each).partition("\n")[0].partition(".feature:")[2] for each in unproved(load(project.root))]

    return problems


def scenario(*steps: str) -> str:
    return "\n".join(["  Scenario: One", *(f"    {each}" for each in steps)])


def background(*steps: str) -> str:
    return "\n".join(["  Background:", *(f"    {each}" for each in steps), ""])


def test_a_given_that_takes_back_what_a_background_set_is_a_problem(found: Callable[..., list[str]]) -> None:
    given = background('Given I have the orders "12" and "34"', 'And I paid the order "12" with "cash"')
    said = '\'my only order is "56"\' takes back what \'I have the orders "12" and "34"\' set'
    steps = ('Given my only order is "56"', "When I turn the light off", "Then it is so")
    assert found(given, scenario(*steps)) == [f"8:11: {said}, for cloud-a, cloud-b [given-taken-back]"]


@pytest.mark.parametrize(
    ("givens", "later"),
    [
        (('I have the orders "12" and "34"', 'my only order is "12"'), 1),  # one of two that it names
        (('my only order is "12"', 'I paid the order "12" with "cash"', 'I paid the order "12" with "gold"'), 2),
        (("the light is on", "the light is off"), 1),  # two that name nothing
        (("the light is off", "the light is on"), 1),
        (("I am signed in", "the light is on", "the page of the shop is open", "the light is off"), 3),
    ],
)
def test_two_givens_that_set_one_state_to_two_values_are_a_problem(
    givens: tuple[str, ...], later: int, found: Callable[..., list[str]]
) -> None:
    (problem,) = found(scenario(*(f"Given {each}" for each in givens), "Then it is so"))
    assert problem.startswith(f"{4 + later}:11: '{givens[later]}' takes back what '{givens[later - 1 - (later == 3)]}'")


@pytest.mark.parametrize(
    "givens",
    [
        ('my only order is "12"', 'I paid the order "12" with "cash"'),  # a value where there was none
        ('my only order is "12"', 'I ordered "34" as well'),
        ('I have the orders "12" and "34"', 'I paid the order "34" with "cash"', 'I ordered "56" as well'),
        ("I am signed in", "the page of the shop is open"),  # moves on from what comes with it
        ("the light is on", "the light is on"),
    ],
)
def test_a_given_that_adds_to_what_an_earlier_one_set_is_none(
    givens: tuple[str, ...], found: Callable[..., list[str]]
) -> None:
    assert found(scenario(*(f"Given {each}" for each in givens), "Then it is so")) == []


def test_what_a_when_changes_is_none(found: Callable[..., list[str]]) -> None:
    assert found(scenario("Given the light is on", "When I turn the light off", "Then it is so")) == []


def test_a_then_that_denies_a_given_is_a_problem(found: Callable[..., list[str]]) -> None:
    denies = scenario('Given "Ann" wrote me a letter', "Then I have no letters").replace("One", "None comes")
    said = "'I have no letters' denies what '\"Ann\" wrote me a letter' says, which does nothing here"
    assert found("  @cloud-b", denies, LETTERS) == [f"6:10: {said}, for cloud-b [given-denied]"]


@pytest.mark.parametrize(
    "steps",
    [
        ('When "Ann" tries to write me a letter', "Then I have no letters"),
        ("Given the light is on", "Then I have no letters"),  # a Given that says nothing of letters
        ('Given "Ann" wrote me a letter', "Then it is so"),  # a Then that says nothing of them
    ],
)
def test_a_then_on_what_is_tried_or_on_something_else_denies_no_given(
    steps: tuple[str, ...], found: Callable[..., list[str]]
) -> None:
    assert found("  @cloud-b", scenario(*steps), LETTERS) == []


def test_a_given_of_a_background_may_do_nothing_in_a_scenario(found: Callable[..., list[str]]) -> None:
    given = background('Given "Ann" wrote me a letter')
    rules = '  Rule: Letters come\n\n    @cloud-a\n    Scenario: One\n      Then "Ann" wrote me\n\n'
    assert found(given, "  @cloud-b\n  Scenario: Two\n    Then I have no letters\n", rules) == []


def test_run_and_build_refuse_a_contradiction_and_a_project_may_turn_it_off(small: Callable[..., Project]) -> None:
    text = HEAD + scenario("Given the light is on", "And the light is off", "Then it is so")
    files = {"features/en/orders.feature": text, "steps/__init__.py": INIT, "steps/orders.py": STEPS}
    project = small(files)
    switch_on(project)
    assert [project.porspec(each).stderr.count("[given-taken-back]") for each in ("run", "build")] == [1, 1]
    project.edit("pyproject.toml", 'given-taken-back = "error"', 'given-taken-back = "off"')
    assert project.porspec("run").returncode == 0
