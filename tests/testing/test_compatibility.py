"""The samples of the Cucumber Compatibility Kit that pytest-bdd can express give the kit's pickles and results."""

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from cucumber_compatibility_kit import CompatibilityKit

from tests.conftest import REPOSITORY, Project
from tests.testing.test_cucumber_messages import VALIDATOR, Message, of
from tests.testing.test_plugin import run

KIT = CompatibilityKit()
SAMPLES = {folder.name for folder in (*KIT.gherkin(), *KIT.markdown())}
DEFINITIONS = {path.stem: path for path in sorted((REPOSITORY / "tests" / "data" / "kit").glob("*.py"))}
OPTIONS = {
    "retry": ("--reruns", "2"),
    "retry-undefined": ("--reruns", "2", "--rerun-except", "StepDefinitionNotFoundError"),
}
# One of each kind; the others are slow tests.
QUICK = ("data-tables", "examples-tables-undefined", "retry", "rules-backgrounds", "skipped")
NOT_COMPARED = {"id", "astNodeId", "astNodeIds", "uri"}


def without_ids(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: without_ids(each) for name, each in value.items() if name not in NOT_COMPARED}
    return [without_ids(each) for each in value] if isinstance(value, list) else value


def told(found: list[Message]) -> dict[str, Any]:
    """What both sides must agree on: pickles, the numbers of definitions, and how every attempt went, in order."""
    names = {each["id"]: (Path(each["uri"]).name, each["location"]["line"]) for each in of("pickle", found)}
    cases = {each["id"]: each for each in of("testCase", found)}
    started = {each["id"]: each for each in of("testCaseStarted", found)}
    statuses: dict[str, list[str]] = {key: [] for key in started}
    for each in of("testStepFinished", found):
        statuses[each["testCaseStartedId"]].append(each["testStepResult"]["status"])
    retried = {each["testCaseStartedId"]: each["willBeRetried"] for each in of("testCaseFinished", found)}
    return {
        "pickles": sorted(
            (without_ids(each) for each in of("pickle", found)), key=lambda each: json.dumps(each, sort_keys=True)
        ),
        "definitions": len(of("stepDefinition", found)),
        "attempts": [
            (
                names[cases[each["testCaseId"]]["pickleId"]],
                each["attempt"],
                [len(step["stepDefinitionIds"]) for step in cases[each["testCaseId"]]["testSteps"]],
                statuses[key],
                retried[key],
            )
            for key, each in started.items()
        ],
        "success": of("testRunFinished", found)[0]["success"],
    }


@pytest.mark.parametrize(
    "sample",
    [each if each in QUICK else pytest.param(each, marks=pytest.mark.slow) for each in DEFINITIONS],
)
def test_a_sample_gives_the_kits_messages(sample: str, tmp_path: Path) -> None:
    folder = KIT.feature_code_for(sample)
    for feature in folder.glob("*.feature"):
        shutil.copy(feature, tmp_path)
    shutil.copy(DEFINITIONS[sample], tmp_path / "conftest.py")
    (tmp_path / "test_sample.py").write_text("from pytest_bdd import scenarios\n\nscenarios('.')\n")
    (tmp_path / "pytest.ini").write_text("[pytest]\nmarkers =\n    passing\n    failing\n    undefined\n    some-tag\n")
    run(Project(tmp_path), "--messages", "messages.ndjson", *OPTIONS.get(sample, ()))
    ours = [json.loads(line) for line in (tmp_path / "messages.ndjson").read_text("utf-8").splitlines()]
    for message in ours:
        VALIDATOR.validate(message)
    theirs = [json.loads(line) for line in (folder / f"{sample}.ndjson").read_text("utf-8").splitlines()]
    assert told(ours) == told(theirs)


def test_every_other_sample_is_listed_with_its_reason() -> None:
    page = (REPOSITORY / "docs" / "compatibility.md").read_text("utf-8")
    rows = dict(re.findall(r"^\| `([a-z-]+)` +\| (.+?) +\|$", page, re.MULTILINE))
    assert sorted(name for name, says in rows.items() if says == "passes") == sorted(DEFINITIONS)
    assert sorted(rows) == sorted(SAMPLES)
