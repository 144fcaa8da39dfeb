"""What Gherkin allows is read as Gherkin reads it, and what it refuses is a Problem.

The data are features of our own and those of the Cucumber Compatibility Kit; GHERKIN_TESTDATA may name the folder
`testdata` of a clone of Gherkin's repository, and its features are read too.
"""

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from cucumber_compatibility_kit import CompatibilityKit
from gherkin.errors import CompositeParserException, ParserException
from gherkin.parser import Parser
from gherkin.pickles.compiler import Compiler

from porspec.sources.features import Examples, Feature, Rule, Scenario, Step, parse_feature
from porspec.sources.problems import Problem
from porspec.spec.misread import incomplete
from tests.conftest import REPOSITORY, Project
from tests.testing.test_plugin import run

OURS = REPOSITORY / "tests" / "data" / "gherkin"
FOLDERS = [OURS, *(Path(each) for each in filter(None, [os.environ.get("GHERKIN_TESTDATA")]))]
KIT = [path for folder in CompatibilityKit().gherkin() for path in sorted(folder.glob("*.feature"))]
GOOD = [path for folder in FOLDERS for path in sorted((folder / "good").glob("*.feature"))]
BAD = [path for folder in FOLDERS for path in sorted((folder / "bad").glob("*.feature"))]

# What Gherkin reads and we refuse, since a page or a test could not be made of it.
STRICTER = {"feature-empty", "rule-empty", "scenario-empty", "scenario-name-twice", "unnamed"}
KINDS = {"given": "Context", "when": "Action", "then": "Outcome", None: "Unknown"}

Pickle = tuple[str, tuple[str, ...], tuple[tuple[Any, ...], ...]]


def read(path: Path) -> tuple[Feature | None, list[Problem]]:
    text = path.read_bytes().decode("utf-8")
    header = re.search(r"^\ufeff?\s*#\s*language\s*:\s*([\w-]+)", text)
    feature, problems = parse_feature(text, path.name, path.stem, "en", header[1] if header else "en")
    return feature, [*problems, *(incomplete(feature) if feature else ())]


def official(path: Path) -> list[Pickle]:
    """What Gherkin makes of a file."""
    document: Any = Parser().parse(path.read_bytes().decode("utf-8-sig"))
    uncompiled: Any = {**document, "uri": path.name}
    compiled: list[Any] = Compiler().compile(uncompiled)
    return [
        (
            pickle["name"],
            tuple(tag["name"] for tag in pickle["tags"]),
            tuple(
                (
                    step["type"] or "Unknown",
                    step["text"],
                    tuple(tuple(cell["value"] for cell in row["cells"]) for row in argument["dataTable"]["rows"])
                    if "dataTable" in argument
                    else None,
                    argument.get("docString", {}).get("content"),
                    argument.get("docString", {}).get("mediaType"),
                )
                for step in pickle["steps"]
                for argument in [step.get("argument") or {}]
            ),
        )
        for pickle in compiled
    ]


def pickles(feature: Feature) -> Iterator[Pickle]:
    """The same, of our values."""
    for rule, scenario in feature.all_scenarios():
        holders = (feature.background, rule and rule.background, scenario) if scenario.steps else ()
        steps = [step for each in holders if each for step in each.steps]
        for examples, cells in rows(scenario) if scenario.examples else [(None, {})]:
            yield (
                filled(scenario.name, cells),
                tags(feature, rule, scenario, examples),
                tuple(interpolated(step, cells) for step in steps),
            )


def rows(scenario: Scenario) -> Iterator[tuple[Examples, dict[str, str]]]:
    for examples in scenario.examples:
        header = examples.header.cells if examples.header else ()
        yield from ((examples, dict(zip(header, row.cells, strict=True))) for row in examples.rows)


def tags(*elements: Feature | Rule | Scenario | Examples | None) -> tuple[str, ...]:
    return tuple(f"@{tag.name}" for element in elements if element for tag in element.tags)


def filled(text: str, cells: dict[str, str]) -> str:
    for name, value in cells.items():
        text = text.replace(f"<{name}>", value)
    return text


def interpolated(step: Step, cells: dict[str, str]) -> tuple[Any, ...]:
    table = step.table and tuple(tuple(filled(cell, cells) for cell in row) for row in step.table)
    strings = [None if text is None else filled(text, cells) for text in (step.doc_string, step.media_type)]
    return KINDS[step.kind], filled(step.text, cells), table, *strings


@pytest.mark.parametrize("path", [*GOOD, *KIT], ids=lambda path: path.stem)
def test_a_good_file_is_read_as_gherkin_reads_it(path: Path) -> None:
    feature, problems = read(path)
    assert {problem.code for problem in problems} <= STRICTER
    assert list(pickles(feature) if feature else ()) == official(path)


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_a_bad_file_is_a_problem_at_each_place_that_gherkin_names(path: Path) -> None:
    feature, problems = read(path)
    assert feature is None
    with pytest.raises(CompositeParserException) as refused:
        Parser().parse(path.read_text("utf-8"))
    if [problem.code for problem in problems] != ["feature-language"]:
        causes = list(own_causes(refused.value.errors))
        assert [problem.code for problem in problems] == ["feature-syntax"] * len(causes)
        assert [problem.location.line for problem in problems] == causes


def own_causes(errors: Iterable[ParserException]) -> Iterator[int]:
    """The lines of errors that do not follow from the one before: Gherkin then waits for the same, and for no step."""
    before = ""
    for error in errors:
        expected = str(error).partition("expected: ")[2].partition(", got ")[0]
        if not expected or expected != before or "#StepLine" in expected:
            yield error.location["line"]
        before = expected


# --- what it means here ----------------------------------------------------------------------------------------------

OFFER = "features/en/accept-offer.feature"
SENT = 'the partner "Fabrikam" sent me an offer by email'


def test_a_first_step_of_no_kind_binds_to_the_one_definition_of_any_kind(project: Project) -> None:
    project.edit(OFFER, f"Given {SENT}\n    And the offer", f"* {SENT}\n    * the offer")
    project.edit(OFFER, "When I read the partner's terms", "But I read the partner's terms")
    assert project.porspec("sync").returncode == 0
    dutch = (project.root / "features/nl/accept-offer.feature").read_text("utf-8")
    assert '    * dat de partner "Fabrikam" mij' in dutch
    assert project.problems() == ""
    done = run(project, "features/en/accept-offer.feature", "features/nl/accept-offer.feature")
    assert done.returncode == pytest.ExitCode.OK, done.stdout


def test_a_step_of_no_kind_that_several_kinds_define_is_a_problem(project: Project) -> None:
    pattern = 'the partner "{partner}" sent me an offer by email'
    project.edit("steps/offers.py", "def offer_sent", f"@then({pattern!r})\ndef offer_sent")
    project.edit(OFFER, f"Given {SENT}", f"* {SENT}")
    places = ", ".join(f"'{pattern}' at steps/offers.py:{line}:1" for line in (14, 18))
    assert f"{OFFER}:16:7: '{SENT}' has more than one definition: {places} [step-ambiguous]\n" in project.problems()
    assert "    Begin the step with the keyword of the one that is meant.\n" in project.problems()


def test_a_step_of_no_kind_that_nothing_defines_names_the_nearest_of_all_kinds(project: Project) -> None:
    project.edit(OFFER, f"Given {SENT}", '* the partner "Fabrikam" sends me an offer')
    assert (
        f"{OFFER}:16:7: No Given, When or Then step is defined for 'the partner \"Fabrikam\" sends me an offer' "
        "[step-undefined]\n    Nearest: 'the partner \"{partner}\" sent me an offer by email' (steps/offers.py:"
    ) in project.problems()


@pytest.mark.parametrize("language", ["en", "nl"])
def test_a_byte_order_mark_is_no_part_of_a_feature(project: Project, language: str) -> None:
    path = project.root / f"features/{language}/accept-offer.feature"
    path.write_text("\ufeff" + path.read_text("utf-8"), "utf-8")
    assert project.problems() == ""
    assert project.porspec("sync", "--check").returncode == 0
    done = run(project, f"features/{language}/accept-offer.feature")
    assert done.returncode == pytest.ExitCode.OK, done.stdout
