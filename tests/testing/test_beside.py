"""QA's own pytest-bdd features and steps run beside ours as they run alone, and ours as they run without them."""

import re
from collections.abc import Callable

import pytest

from tests.conftest import Project
from tests.testing.test_plugin import run

OURS = "features/en/ours.feature"
OWN_FEATURE = """@slow @own-tag
Feature: Own

  Background:
    Given a basket

  @wip
  Scenario: parsers
    When I put 3 apples in
    And I add pears, plums
    And I weigh it: heavy
    Then it holds 5 things

  Scenario Outline: of <fruit>
    When I put <count> <fruit> in
    Then it holds <count> things
    And it was written
      | <fruit> |
    And it was said
      \"\"\"
      <fruit>
      \"\"\"

    Examples:
      | count | fruit |
      | 1     | figs  |
      | 2     | dates |

  Scenario: called as ours are
    Given there is "fish"
    Then it is "FISH"

  Rule: A rule
    Background:
      When I put 1 apples in

    Scenario: in a rule
      Then it holds 1 things
"""
OWN_STEPS = """
import pytest
from pytest_bdd import given, parsers, scenario, scenarios, then, when

@pytest.fixture
def written():
    return []

@pytest.fixture
def price():
    return 2

@given("a basket", target_fixture="basket")
def _(price):
    assert price == 3  # of the conftest nearest to the feature
    return []

@when(parsers.parse("I put {count:d} {fruit:w} in"))
def _(basket, count, fruit, written):
    basket.extend([fruit] * count)
    written.append(fruit)

@when(parsers.cfparse("I add {fruits:Word+}", extra_types={"Word": lambda text: text.strip()}))
def _(basket, fruits):
    basket.extend(fruits)

@when(parsers.re(r"I weigh it: (?P<weight>\\w+)"), converters={"weight": str.upper})
def _(weight):
    assert weight == "HEAVY"

@then(parsers.parse("it holds {count:d} things"))
def _(basket, count):
    assert len(basket) == count

@then("it was written")
def _(written, datatable):
    assert datatable == [written]

@then("it was said")
def _(written, docstring):
    assert [docstring] == written

@pytest.fixture
def price():
    return 3

@scenario("own.feature", "parsers")
def test_by_hand(price):
    assert price == 3

scenarios("own.feature")
"""
# The same words as ours: where only QA's own features are, and for all of the session, of one kind and of any.
NEAR = """
import pytest
from pytest_bdd import given, parsers, then

@given(parsers.parse('there is "{thing}"'), target_fixture="fish")
def _(thing):
    return thing.upper()

@then(parsers.parse('it is "{thing}"'))
def _(fish, thing):
    assert fish == thing

def pytest_bdd_apply_tag(tag, function):
    if tag == "own-tag":
        pytest.mark.own(function)
        return True
"""
EVERYWHERE = """
import pytest
from pytest_bdd import given, parsers, step, then

@given(parsers.parse('there is "{thing}"'))
@then(parsers.parse('it is "{thing}"'))
@step(parsers.re('there (is|are).*'))
@step(parsers.re('it .*'))
def _():
    pytest.fail("this is QA's")

@pytest.fixture
def world():
    pytest.fail("this is QA's")

@pytest.fixture
def variant():
    pytest.fail("this is QA's")
"""


@pytest.fixture
def both(small: Callable[..., Project]) -> Project:
    """Our feature, and QA's own in the same folder and in another one."""
    ours = 'Feature: Ours\n\n  Scenario: one\n    Given there is "1"\n    Then it is "1"\n'
    made = small(
        {
            OURS: ours,
            "qa/own.feature": OWN_FEATURE,
            "qa/test_own.py": OWN_STEPS,
            "qa/conftest.py": NEAR,
            "features/own/test_own.py": OWN_STEPS,
            "features/own/own.feature": OWN_FEATURE,
            "features/own/conftest.py": NEAR,
            "test_plain.py": "def test_plain(): pass\n",
        }
    )
    markers = 'markers = ["own: QA\'s", "wip: in progress", "own-tag: QA\'s", "slow: QA\'s"]\n'
    made.edit("pyproject.toml", "[tool.pytest.ini_options]\n", f"[tool.pytest.ini_options]\n{markers}")
    return made


def outcomes(project: Project, *arguments: str) -> list[tuple[str, str]]:
    """How every test ended."""
    done = run(project, "-vv", "-o", "testpaths=.", "-o", "consider_namespace_packages=true", *arguments)
    return re.findall(r"^(\S.*?::.*?) (PASSED|FAILED|ERROR|SKIPPED)", done.stdout, re.MULTILINE)


def test_both_run_in_one_session_each_as_alone(both: Project) -> None:
    together = outcomes(both, "--import-mode=importlib")
    alone = outcomes(both, "--import-mode=importlib", "-p", "no:porspec")
    assert {outcome for _, outcome in together} == {"PASSED"}
    assert [each for each in together if not each[0].startswith("features/en/")] == alone
    assert len(alone) == 2 * 5 + 1
    assert [test for test, _ in together if test.startswith("features/en/")] == [
        f"{OURS}::one[cloud-a]",
        f"{OURS}::one[cloud-b]",
    ]


def test_marks_of_theirs_and_of_ours_select_theirs_and_ours(both: Project) -> None:
    for mark, number in (("own", 10), ("wip", 2), ("cloud-a", 1), ("slow", 10), ("en", 2)):
        assert len(outcomes(both, "--import-mode=importlib", "-m", mark)) == number, mark


def test_steps_of_theirs_called_as_ours_change_nothing_of_ours(both: Project) -> None:
    (both.root / "conftest.py").write_text(EVERYWHERE, "utf-8")
    (both.root / "features" / "en" / "conftest.py").write_text(EVERYWHERE, "utf-8")
    found = outcomes(both, OURS)
    assert found == [(f"{OURS}::one[{cloud}]", "PASSED") for cloud in ("cloud-a", "cloud-b")]


def test_a_step_of_ours_is_undefined_in_a_feature_of_theirs(both: Project) -> None:
    (both.root / "qa" / "conftest.py").write_text("def pytest_bdd_apply_tag(tag): return True\n", "utf-8")
    done = run(both, "qa/test_own.py", OURS, "-k", "called or one")
    assert done.stdout.splitlines()[-1].startswith("1 failed, 2 passed"), done.stdout
    assert 'StepDefinitionNotFoundError: Step definition is not found: Given "there is "fish"".' in done.stdout
    assert "This step is porspec's, which runs it in the features folder only" in done.stdout
