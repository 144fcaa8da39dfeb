"""What pytest-bdd, its hooks, its reports and other plugins see of our scenarios is what they see of plain ones."""

import dataclasses
import json
import re
from pathlib import Path
from typing import Any

import pytest
from pytest_bdd.exceptions import StepError
from pytest_bdd.parser import FeatureParser

from porspec.sources.features import Feature
from porspec.spec.bindings import Binding, BoundFeature, BoundRow, BoundScenario
from porspec.testing.adapter import feature_of
from tests.conftest import REPOSITORY, Project
from tests.sources.test_gherkin import GOOD, KIT, read
from tests.test_cli import submit_does_something_else, with_package
from tests.testing.test_plugin import run

# What points back, what pytest-bdd numbers, and the kinds, which are those of what the steps are bound to.
LEFT_OUT = {"feature", "scenario", "id", "type"}
RECORDER = """
import json
import re
from pathlib import Path

def record(name, step=None, step_func=None, step_func_args=None, request=None, **rest):
    function, values = step_func and step_func.__name__, dict(step_func_args or {})
    with Path(__file__).with_name("hooks.ndjson").open("a") as file:
        print(json.dumps([name, step and step.name, function, values]), file=file)

def pytest_bdd_before_scenario(request, feature, scenario): record("before_scenario")
def pytest_bdd_after_scenario(request, feature, scenario): record("after_scenario")
def pytest_bdd_before_step(request, feature, scenario, step, step_func): record("before_step", step, step_func)
def pytest_bdd_before_step_call(request, feature, scenario, step, step_func, step_func_args):
    record("before_step_call", step, step_func, step_func_args)
def pytest_bdd_after_step(request, feature, scenario, step, step_func, step_func_args):
    record("after_step", step, step_func, step_func_args)
def pytest_bdd_step_error(request, feature, scenario, step, step_func, step_func_args, exception):
    record("step_error", step, step_func, step_func_args)
"""
TEST = "features/nl/add-partner.feature::Een onbekende id wordt geweigerd[o365-germany-Id controleren-9999999]"


def bound(feature: Feature) -> BoundFeature:
    """A feature as if each of its steps were defined."""
    scenarios = []
    for rule, scenario in feature.all_scenarios():
        holders = (feature.background, rule and rule.background, scenario)
        steps = tuple(step for each in holders if each for step in each.steps)
        bindings = tuple(Binding(step.kind or "given", step.text) for step in steps)
        rows: tuple[BoundRow, ...] = ()
        scenarios.append(BoundScenario(scenario, rule, frozenset(), frozenset(), (), steps, bindings, rows))
    return BoundFeature(feature, frozenset(), tuple(scenarios), tuple(frozenset[str]() for _ in feature.rules))


def told(value: Any) -> Any:
    """All that a value of pytest-bdd says."""
    if isinstance(value, list):
        return [told(each) for each in value]
    if isinstance(value, dict):
        return {name: told(each) for name, each in value.items()}
    if dataclasses.is_dataclass(value):
        # A step points back to its background; a feature and a rule have one. Of a cell only the text counts.
        left_out = LEFT_OUT | ({"background"} if hasattr(value, "indent") else set())
        left_out |= {"location"} if type(value).__module__.endswith("gherkin_parser") else set()
        return {name: told(each) for name, each in vars(value).items() if name not in left_out}
    return value


def test_names_that_are_not_promised_stay_in_the_adapter() -> None:
    private = re.compile(r"^ *(?:from|import) (?:_pytest|pytest_bdd\.)", re.MULTILINE)
    folder = REPOSITORY / "src" / "porspec" / "testing"
    assert [path.name for path in folder.glob("*.py") if private.search(path.read_text("utf-8"))] == ["adapter.py"]


OURS = sorted((REPOSITORY / "features").glob("*/*.feature"))


@pytest.mark.parametrize("path", [*OURS, *GOOD, *KIT], ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_pytest_bdd_reads_of_a_file_what_we_make_of_it(path: Path) -> None:
    feature, problems = read(path)
    if feature is None or problems:
        pytest.skip("this file is a Problem here, and is not run")
    try:
        theirs = FeatureParser(str(path.parent), path.name, "utf-8-sig").parse()
    except StepError:
        pytest.skip("pytest-bdd refuses a first step without a kind")
    assert told(feature_of(bound(feature), path, theirs.language)) == told(theirs)


def test_hooks_are_called_as_around_a_plain_scenario(project: Project) -> None:
    plain = project.root / "qa"
    plain.mkdir()
    (project.root / "conftest.py").write_text(RECORDER, "utf-8")
    (plain / "own.feature").write_text("Feature: own\n  Scenario: one\n    Given a 1\n    Then it is 2\n", "utf-8")
    (plain / "test_own.py").write_text(
        "from pytest_bdd import given, parsers, scenarios, then\nscenarios('own.feature')\n"
        "@given(parsers.parse('a {number:d}'), target_fixture='given_number')\ndef _(number): return number\n"
        "@then(parsers.parse('it is {number:d}'))\ndef _(number, given_number): assert number == given_number\n",
        "utf-8",
    )
    submit_does_something_else(with_package(project))
    changed = "features/nl/change-partner.feature::De partner wijzigen[o365-germany-Facturering > Abonnementen]"
    run(project, "qa", changed)
    called = [json.loads(line) for line in (project.root / "hooks.ndjson").read_text("utf-8").splitlines()]
    names = [name for name, *_ in called]
    end = names.index("after_scenario") + 1
    step = ["before_step", "before_step_call", "after_step"]
    failed = ["before_step", "before_step_call", "step_error", "after_scenario"]
    assert names[:end] == ["before_scenario", *step, *failed]
    passed = names.count("after_step") - 1
    assert names[end:] == ["before_scenario", *step * passed, *failed]
    assert called[-2] == [
        "step_error",
        'is "Fabrikam" de Partner of Record van het abonnement "Office 365 E3"',
        "partner_is",
        {"partner": "Fabrikam", "subscription": "Office 365 E3"},
    ]


def test_pytest_bdds_own_reports_know_our_scenarios(project: Project) -> None:
    assert run(project, TEST, "--cucumberjson=report.json").returncode == 0
    [feature] = json.loads((project.root / "report.json").read_text("utf-8"))
    [element] = feature["elements"]
    assert (feature["uri"], feature["name"]) == (
        "nl/add-partner.feature",
        "Een partner toevoegen aan een bestaand abonnement",
    )
    assert element["name"] == "Een onbekende id wordt geweigerd"
    assert {step["result"]["status"] for step in element["steps"]} == {"passed"}
    shown = run(project, TEST, "--gherkin-terminal-reporter", "-vvv").stdout
    assert "Een onbekende id wordt geweigerd" in shown
    assert 'de id "9999999" typ en "Id controleren" selecteer' in shown


def test_pytest_bdd_misses_none_of_our_steps(project: Project) -> None:
    done = run(project, "--generate-missing", "--feature", "features/nl", "features")
    assert done.returncode == 0
    assert "is not defined" not in done.stdout
    assert "is not bound" not in done.stdout


def test_a_step_of_ours_in_a_plain_feature_says_where_it_runs(project: Project) -> None:
    (project.root / "qa").mkdir()
    (project.root / "qa" / "own.feature").write_text(
        "Feature: own\n  Scenario: one\n    Given I am signed in to the admin center\n", "utf-8"
    )
    (project.root / "qa" / "test_own.py").write_text(
        "from pytest_bdd import scenarios\nscenarios('own.feature')\n", "utf-8"
    )
    done = run(project, "features", "qa", "-k", "one and own")
    assert "This step is porspec's, which runs it in the features folder only: define it here too." in done.stdout


def test_the_marks_of_languages_say_their_names(project: Project) -> None:
    shown = run(project, "--markers").stdout
    assert "@pytest.mark.nl: scenarios in Nederlands\n" in shown
    assert "@pytest.mark.en: scenarios in English\n" in shown
