"""pytest --messages writes Cucumber Messages of the run: valid, complete, and the same with workers as without."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.conftest import REPOSITORY, Project
from tests.test_cli import submit_does_something_else, with_package
from tests.testing.test_failures import CHANGE
from tests.testing.test_plugin import VARIANTS, run

VALIDATOR = Draft202012Validator(json.loads((REPOSITORY / "tests/data/messages.schema.json").read_text("utf-8")))
ENUMERATED = {"contentEncoding", "keywordType", "mediaType", "status", "type"}
TIMES = {"timestamp", "duration", "workerId"}

Message = dict[str, Any]


def messages(project: Project, *arguments: str) -> list[Message]:
    """The messages of a run, each of them valid."""
    path = project.root / "messages.ndjson"
    path.unlink(missing_ok=True)
    done = run(project, "--messages", path.name, *arguments)
    assert f"Cucumber messages: {path}" in done.stdout, done.stdout
    found = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    for message in {json.dumps(shape(each)): each for each in found}.values():
        VALIDATOR.validate(message)
    return found


def shape(value: Any, name: str = "") -> Any:
    """What a schema sees of a value: names, types, and the words of enumerations."""
    if isinstance(value, dict):
        return {key: shape(each, key) for key, each in sorted(value.items())}
    if isinstance(value, list):
        return sorted({json.dumps(shape(each)) for each in value})
    return value if name in ENUMERATED else type(value).__name__


def of(kind: str, found: list[Message]) -> list[Any]:
    return [message[kind] for message in found if kind in message]


def timeless(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: timeless(each) for name, each in value.items() if name not in TIMES}
    return [timeless(each) for each in value] if isinstance(value, list) else value


def attempts(found: list[Message]) -> dict[str, list[list[str]]]:
    """The statuses of every attempt's steps, by the name of the pickle; "retried" ends those that were."""
    names = {each["id"]: each["name"] for each in of("pickle", found)}
    cases = {each["id"]: names[each["pickleId"]] for each in of("testCase", found)}
    started = {each["id"]: cases[each["testCaseId"]] for each in of("testCaseStarted", found)}
    told: dict[str, list[str]] = {key: [] for key in started}
    for each in of("testStepFinished", found):
        told[each["testCaseStartedId"]].append(each["testStepResult"]["status"])
    for each in of("testCaseFinished", found):
        told[each["testCaseStartedId"]] += ["retried"] if each["willBeRetried"] else []
    by_name: dict[str, list[list[str]]] = {}
    for key, statuses in told.items():
        by_name.setdefault(started[key], []).append(statuses)
    return by_name


@pytest.fixture
def plain(tmp_path: Path) -> Callable[..., Project]:
    """A folder that is no project of ours: a feature of pytest-bdd's, and its definitions."""

    def make(feature: str, definitions: str) -> Project:
        (tmp_path / "some.feature").write_text(feature, "utf-8")
        (tmp_path / "test_some.py").write_text(
            "import os\nimport pytest\nfrom pytest_bdd import given, parsers, scenarios, step, then, when\n"
            f"scenarios('some.feature')\n{definitions}",
            "utf-8",
        )
        (tmp_path / "pytest.ini").write_text("[pytest]\nmarkers = skip\n")
        return Project(tmp_path)

    return make


# --- ours ------------------------------------------------------------------------------------------------------------


@pytest.mark.slow
def test_every_variant_in_every_language_is_a_test_case_with_and_without_workers(project: Project) -> None:
    submit_does_something_else(with_package(project))
    alone, shared = messages(project, "features"), messages(project, "features", "-n", "2")
    assert len(of("pickle", alone)) == len(of("testCase", alone)) == len(of("testCaseFinished", alone))
    assert len(of("testCase", alone)) == 2 * len(VARIANTS)
    assert {each["workerId"] for each in of("testCaseStarted", shared)} == {"gw0", "gw1"}
    by_text = [sorted(json.dumps(timeless(each), sort_keys=True) for each in found) for found in (alone, shared)]
    assert by_text[0] == by_text[1]


def test_every_id_stands_once_and_is_the_same_in_the_next_run(project: Project) -> None:
    features = [f"features/nl/{stem}.feature" for stem in ("change-partner", "find-partner")]
    found = messages(project, *features)
    kinds = ("pickle", "stepDefinition", "parameterType", "testCase", "testCaseStarted")
    ids = [each["id"] for kind in kinds for each in of(kind, found)]
    ids += [
        step["id"]
        for kind, steps in (("pickle", "steps"), ("testCase", "testSteps"))
        for each in of(kind, found)
        for step in each[steps]
    ]
    assert len(ids) == len(set(ids))
    assert timeless(messages(project, *features)) == timeless(found)


def test_a_failing_dutch_scenario_as_messages(project: Project, golden: Callable[[str, str], None]) -> None:
    submit_does_something_else(with_package(project))
    found = messages(project, CHANGE)
    shown = [each for each in found if not {"meta", "source", "gherkinDocument", "stepDefinition"} & set(each)]
    golden("messages/failure.json", json.dumps(timeless(shown), ensure_ascii=False, indent=2) + "\n")


def test_each_cloud_has_a_document_of_its_own_with_its_scenarios_only(project: Project) -> None:
    found = messages(project, "features/en/change-partner.feature")
    path = "features/en/change-partner.feature"
    uris = [f"{path}#{cloud}" for cloud in ("o365-21vianet", "o365-germany", "o365-worldwide")]
    assert [each["uri"] for each in of("source", found)] == uris
    assert [each["uri"] for each in of("gherkinDocument", found)] == uris
    rows = {
        each["uri"]: each["location"]["line"] for each in of("pickle", found) if "Change the partner" in each["name"]
    }
    assert [rows[uri] for uri in uris] == [31, 31, 26]
    assert {each["name"].rpartition(" ")[2] for each in of("pickle", found)} == {
        "[o365-21vianet]",
        "[o365-germany]",
        "[o365-worldwide]",
    }


# A run with workers starts Python thrice: one of each kind is quick, the others are slow tests.
WORKERS = pytest.mark.parametrize("workers", ["0", pytest.param("2", marks=pytest.mark.slow)])


@WORKERS
def test_what_is_deselected_has_a_pickle_and_no_test_case(project: Project, workers: str) -> None:
    found = messages(project, "features/nl/change-partner.feature", "--moniker", "o365-germany", "-n", workers)
    names = {each["id"]: each["name"] for each in of("pickle", found)}
    ran = [names[each["pickleId"]] for each in of("testCase", found)]
    of_the_feature = [each.moniker for each in VARIANTS if each.stem == "change-partner"]
    assert len(names) == len(of_the_feature)
    assert len(ran) == of_the_feature.count("o365-germany") > 30
    assert all(name.endswith(" [o365-germany]") for name in ran)


def every_feature(project: Project) -> set[str]:
    paths = (path.relative_to(project.root).as_posix() for path in (project.root / "features").rglob("*.feature"))
    return set(paths)


@WORKERS
def test_undefined_and_ambiguous_steps_are_told_though_their_features_do_not_run(
    project: Project, workers: str
) -> None:
    project.edit("features/en/add-partner.feature", 'I select the tab "Partner"', 'I click the tab "Partner"')
    project.edit(
        "locales/nl/LC_MESSAGES/steps.po", 'ik het tabblad \\"{tab}\\" selecteer', 'ik de knop \\"{tab}\\" selecteer'
    )
    found = messages(project, "features", "-n", workers)
    assert len(of("source", found)) == len(of("gherkinDocument", found))
    assert {each["uri"].partition("#")[0] for each in of("source", found)} == every_feature(project)
    told = attempts(found)
    statuses = {status for name in told for steps in told[name] for status in steps}
    assert statuses - {"PASSED"} == {"UNDEFINED", "AMBIGUOUS", "SKIPPED"}  # other features may have run
    undefined = told["Add a partner on the “Partner” tab"]
    assert undefined == [["SKIPPED"] * 5 + ["UNDEFINED"] + ["SKIPPED"] * 5]
    finished = of("testRunFinished", found)[0]
    assert finished["success"] is False
    assert (
        "features/en/add-partner.feature:13:9: No When step is defined for 'I click the tab \"Partner\"' "
        "[step-undefined]"
    ) in finished["message"]


def test_a_file_that_is_no_gherkin_is_a_parse_error_and_the_others_are_told(project: Project) -> None:
    project.edit("features/nl/add-partner.feature", "Functionaliteit:", "Onzin:")
    found = messages(project, "features")
    errors = of("parseError", found)
    assert {error["source"]["uri"] for error in errors} == {"features/nl/add-partner.feature"}
    assert errors[0]["source"]["location"] == {"line": 3, "column": 1}
    assert len(of("gherkinDocument", found)) == len(of("source", found)) - 1
    assert {each["uri"].partition("#")[0] for each in of("source", found)} == every_feature(project)
    assert of("testRunFinished", found)[0]["success"] is False


def test_features_of_qas_own_are_told_beside_ours(project: Project, plain: Callable[..., Project]) -> None:
    made = plain("Feature: own\n  Scenario: one\n    Given a number\n", "@given('a number')\ndef _(): pass\n")
    shutil_to = project.root / "qa"
    made.root.joinpath("pytest.ini").unlink()
    shutil_to.mkdir()
    for name in ("some.feature", "test_some.py"):
        (shutil_to / name).write_text((made.root / name).read_text("utf-8"), "utf-8")
    told = attempts(messages(project, "qa", "features/en/accept-offer.feature"))
    assert told["one"] == [["PASSED"]]
    assert len(told) > 1


# --- pytest-bdd's own ------------------------------------------------------------------------------------------------

ENDS = """
Feature: Ends
  Background:
    Given a step

  Scenario: passes
    Then a step

  Scenario: fails
    When it fails
    Then a step
    And nobody knows this

  Scenario: is undefined
    When nobody knows this
    Then a step

  Scenario: skips
    When it skips
    Then a step
    And nobody knows this

  @skip
  Scenario: is skipped
    Then a step

  Scenario: is expected to fail
    When it fails as expected
    Then a step
"""
ENDS_STEPS = """@step('a step')
def _(): pass
@when('it fails')
def _(): assert [1] == [2]
@when('it skips')
def _(): pytest.skip('not today')
@when('it fails as expected')
def _(): pytest.xfail('not yet')
"""


def test_every_end_of_a_step_is_told(plain: Callable[..., Project]) -> None:
    found = messages(plain(ENDS, ENDS_STEPS))
    assert attempts(found) == {
        "passes": [["PASSED", "PASSED"]],
        "fails": [["PASSED", "FAILED", "SKIPPED", "UNDEFINED"]],
        "is undefined": [["PASSED", "UNDEFINED", "SKIPPED"]],
        "skips": [["PASSED", "SKIPPED", "SKIPPED", "SKIPPED"]],
        "is skipped": [["SKIPPED", "SKIPPED"]],
        "is expected to fail": [["PASSED", "SKIPPED", "SKIPPED"]],
    }
    results = [each["testStepResult"] for each in of("testStepFinished", found)]
    failed = next(each for each in results if each["status"] == "FAILED")
    assert failed["exception"]["type"] == "AssertionError"
    assert failed["exception"]["message"].startswith("assert [1] == [2]")
    assert failed["message"].endswith("\ntest_some.py:8: AssertionError")
    assert {each["message"] for each in results if each["status"] == "SKIPPED" and "message" in each} == {
        "Skipped: not today",
        "Skipped: unconditional skip",
        next(each["message"] for each in results if each.get("message", "").startswith("expected to fail: not yet\n")),
    }
    assert of("testRunFinished", found)[0]["success"] is False


def test_what_stops_a_test_around_its_steps_is_a_step_of_its_own(plain: Callable[..., Project]) -> None:
    feature = (
        "Feature: Around\n  Scenario: one\n    Given a step\n  Scenario: two\n    Given a step\n    Then a fixture\n"
        "  Scenario: three\n    Given a step\n"
    )
    definitions = (
        "@given('a step')\ndef _(): pass\n@then('a fixture')\ndef _(torn): pass\n"
        "@pytest.fixture\ndef torn():\n    yield\n    raise OSError('after')\n"
        "@pytest.fixture(autouse=True)\ndef guard(request):\n"
        "    if 'one' in request.node.name: raise OSError('before')\n"
    )
    found = messages(plain(feature, definitions))
    assert attempts(found) == {
        "one": [["FAILED", "SKIPPED"]],
        "two": [["PASSED", "PASSED", "FAILED"]],
        "three": [["PASSED"]],
    }
    assert [(each["id"], each["type"]) for each in of("hook", found)] == [
        ("before", "BEFORE_TEST_CASE"),
        ("after", "AFTER_TEST_CASE"),
    ]


@WORKERS
def test_reruns_are_attempts(plain: Callable[..., Project], workers: str) -> None:
    feature = "Feature: Again\n  Scenario: at last\n    Given luck\n  Scenario: never\n    Given no luck\n"
    definitions = (
        "TRIES = []\n@given('luck')\ndef _():\n    TRIES.append(1)\n    assert len(TRIES) > 2\n"
        "@given('no luck')\ndef _(): assert False\n"
    )
    found = messages(plain(feature, definitions), "--reruns", "2", "-n", workers)
    assert attempts(found) == {
        "at last": [["FAILED", "retried"], ["FAILED", "retried"], ["PASSED"]],
        "never": [["FAILED", "retried"], ["FAILED", "retried"], ["FAILED"]],
    }
    assert sorted(each["attempt"] for each in of("testCaseStarted", found)) == [0, 0, 1, 1, 2, 2]


@pytest.mark.slow
def test_a_test_whose_worker_crashed_ends_unknown(plain: Callable[..., Project]) -> None:
    feature = "Feature: Crash\n  Scenario: one\n    Given a step\n  Scenario: two\n    Given a crash\n    And a step\n"
    definitions = "@given('a step')\ndef _(): pass\n@given('a crash')\ndef _(): os._exit(3)\n"
    found = messages(plain(feature, definitions), "-n", "2")
    assert attempts(found) == {"one": [["PASSED"]], "two": [["UNKNOWN", "UNKNOWN"]]}
    assert of("testRunFinished", found)[0]["success"] is False


def test_tables_doc_strings_and_arguments_belong_to_the_steps(plain: Callable[..., Project]) -> None:
    feature = (
        "Feature: Arguments\n  Scenario Outline: of <kind>\n    Given a table\n      | a | <kind> |\n"
        '    And a text\n      """json\n      {}\n      """\n    When 3 <kind>\n    Then it is \'here\'\n'
        "    Examples:\n      | kind |\n      | ants |\n      | bees |\n"
    )
    definitions = (
        "@given('a table')\ndef _(datatable): pass\n@given('a text')\ndef _(docstring): pass\n"
        "@when(parsers.parse('{n:d} {kind}'))\ndef _(n, kind): pass\n"
        "@then(parsers.re(r\"it is '(?P<place>\\w+)'( again)?\"))\ndef _(place): pass\n"
    )
    found = messages(plain(feature, definitions))
    first, second = of("pickle", found)
    assert [first["name"], second["name"]] == ["of ants", "of bees"]
    assert [step.get("argument") for step in second["steps"]] == [
        {"dataTable": {"rows": [{"cells": [{"value": "a"}, {"value": "bees"}]}]}},
        {"docString": {"content": "{}", "mediaType": "json"}},
        None,
        None,
    ]
    taken = [step["stepMatchArgumentsLists"][0]["stepMatchArguments"] for step in of("testCase", found)[1]["testSteps"]]
    assert taken[2:] == [
        [{"group": {"start": 0, "value": "3"}}, {"group": {"start": 2, "value": "bees"}}],
        [{"group": {"start": 7, "value": "here"}}],
    ]
    assert [(each["pattern"], each["sourceReference"]) for each in of("stepDefinition", found)] == [
        (
            {"source": source, "type": kind},
            {"location": {"line": line}, "uri": "test_some.py"},
        )
        for source, kind, line in [
            (r"it is '(?P<place>\w+)'( again)?", "REGULAR_EXPRESSION", 11),
            ("a table", "CUCUMBER_EXPRESSION", 5),
            ("a text", "CUCUMBER_EXPRESSION", 7),
            ("{int} {}", "CUCUMBER_EXPRESSION", 9),
        ]
    ]
    assert of("testRunFinished", found)[0]["success"] is True


@WORKERS
def test_a_run_of_no_scenario_is_told_too(plain: Callable[..., Project], workers: str) -> None:
    made = plain("Feature: none\n  Scenario: one\n    Given a step\n", "@given('a step')\ndef _(): pass\n")
    found = messages(made, "-k", "nothing", "-n", workers)
    assert [next(iter(each)) for each in found] == [
        "meta",
        "source",
        "gherkinDocument",
        "pickle",
        "stepDefinition",
        "testRunStarted",
        "testRunFinished",
    ]


def test_messages_that_cannot_be_written_are_no_success(plain: Callable[..., Project]) -> None:
    project = plain("Feature: A\n  Scenario: one\n    Given a step\n", "@given('a step')\ndef _(): pass\n")
    done = run(project, "--messages", "test_some.py/messages.ndjson")
    said = f"--messages {project.root}/test_some.py/messages.ndjson: "
    assert (done.returncode, said in done.stderr, "Traceback" in done.stderr) == (
        pytest.ExitCode.USAGE_ERROR,
        True,
        False,
    )
