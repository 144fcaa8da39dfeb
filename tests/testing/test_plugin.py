"""pytest runs every variant in every language, and marks it rightly."""

import os
import re
import subprocess
import sys

import pytest

from tests.conftest import Project, this_spec
from tests.forked import run_pytest

SPEC = this_spec()
VARIANTS = list(SPEC.variants())


def run(project: Project, *arguments: str, start: str = ".", cache: bool = False) -> "subprocess.CompletedProcess[str]":
    inherited = {key: value for key, value in os.environ.items() if key not in {"CI", "BUILD_NUMBER"}}
    # With those two, pytest shortens nothing, and its output would be another one.
    path = os.pathsep.join(filter(None, (str(project.root / "src"), inherited.get("PYTHONPATH"))))
    environment = {**inherited, "PYTHONPATH": path, "PYTEST_ADDOPTS": ""}
    options = ["-q", "-o", "testpaths=features", *([] if cache else ["-p", "no:cacheprovider"])]
    folder = project.root / start
    if not (project.root / "src").exists():
        return run_pytest([*options, *arguments], folder, environment)
    # With a package of its own it starts from nothing.
    command = [sys.executable, "-m", "pytest", *options, *arguments]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def collected(project: Project, *arguments: str) -> list[str]:
    output = run(project, "--collect-only", *arguments).stdout
    return [line for line in output.splitlines() if line.startswith("features/")]


def test_every_variant_runs_in_every_language(project: Project) -> None:
    done = run(project)
    assert done.stdout.splitlines()[-1].startswith(f"{2 * len(VARIANTS)} passed")


@pytest.mark.slow
def test_it_is_the_same_under_xdist(project: Project) -> None:
    done = run(project, "-n", "2")
    assert f"{2 * len(VARIANTS)} passed" in done.stdout.splitlines()[-1]


def test_marks_select_exactly_one_cloud_in_one_language(project: Project) -> None:
    found = collected(project, "-m", "o365-germany and nl")
    assert len(found) == sum(variant.moniker == "o365-germany" for variant in VARIANTS)
    assert all(re.match(r"features/nl/[a-z-]+\.feature::.+\[o365-germany(-.*)?\]$", each) for each in found)


@pytest.mark.parametrize(
    "moniker",
    [
        "o365-germany",
        *(pytest.param(each, marks=pytest.mark.slow) for each in SPEC.config.monikers.ids if each != "o365-germany"),
    ],
)
def test_no_test_carries_two_clouds_or_two_languages(project: Project, moniker: str) -> None:
    others = [each for each in SPEC.config.monikers.ids if each != moniker]
    assert collected(project, "-m", f"{moniker} and ({' or '.join(others)})") == []
    assert collected(project, "-m", f"{moniker} and nl and en") == []
    assert len(collected(project, "-m", moniker)) == 2 * sum(variant.moniker == moniker for variant in VARIANTS)


def test_options_select_clouds_and_languages(project: Project) -> None:
    found = collected(project, "--moniker", "o365-21vianet", "--moniker", "o365-germany", "--language", "nl")
    assert found == collected(project, "-m", "nl and not o365-worldwide")
    assert found


def test_an_option_that_names_nothing_says_what_there_is(project: Project) -> None:
    done = run(project, "--moniker", "o365-gernany")
    assert done.returncode == pytest.ExitCode.USAGE_ERROR
    assert done.stderr == (
        "ERROR: pyproject.toml:1:1: --moniker o365-gernany: there is none of this name [option]\n"
        '    Did you mean "o365-germany"? There are: o365-worldwide, o365-germany, o365-21vianet.\n\n'
    )


def test_a_test_id_names_feature_scenario_cloud_and_row(project: Project) -> None:
    chosen = "features/nl/add-partner.feature::Een onbekende id wordt geweigerd[o365-germany-Id controleren-9999999]"
    assert collected(project, chosen) == [chosen]


def test_problems_stop_the_collection_and_are_shown(project: Project) -> None:
    project.edit("features/en/add-partner.feature", 'I select the tab "Partner"', 'I click the tab "Partner"')
    done = run(project)
    assert done.returncode == pytest.ExitCode.INTERRUPTED
    assert (
        "features/en/add-partner.feature:13:9: No When step is defined for 'I click the tab \"Partner\"'" in done.stdout
    )


@pytest.mark.parametrize("workers", ["0", pytest.param("2", marks=pytest.mark.slow)])
def test_a_feature_without_problems_runs_while_another_has_some(project: Project, workers: str) -> None:
    project.edit("features/nl/add-partner.feature", 'ik het tabblad "Partner" selecteer', "ik wat doe")
    project.edit("features/en/view-partners.feature", "Scenario: View the list", "Scenari: View the list")
    healthy = run(project, "features/nl/change-partner.feature", "features/en/add-partner.feature")
    assert "passed" in healthy.stdout.splitlines()[-1]
    assert healthy.returncode == 0
    done = run(project, "-n", workers, "--continue-on-collection-errors")
    last = done.stdout.splitlines()[-1]
    assert re.fullmatch(r"\d+ passed, 3 errors in .*", last), done.stdout
    named = {line.split(" ")[1] for line in done.stdout.splitlines() if line.startswith("ERROR features/")}
    views = {f"features/{language}/view-partners.feature" for language in ("en", "nl")}
    assert named == {"features/nl/add-partner.feature", *views}


def test_plain_features_of_qas_own_run_beside_ours(project: Project) -> None:
    (project.root / "qa").mkdir()
    (project.root / "qa" / "own.feature").write_text(
        "Feature: own\n  Scenario: one\n    Given a number\n    Then it is 1\n"
    )
    (project.root / "qa" / "test_own.py").write_text(
        "from pytest_bdd import given, scenarios, then\n"
        "scenarios('own.feature')\n"
        "@given('a number', target_fixture='number')\n"
        "def _(): return 1\n"
        "@then('it is 1')\n"
        "def _(number): assert number == 1\n"
    )
    done = run(project, "qa", "features/nl/accept-offer.feature")
    ours = sum(variant.stem == "accept-offer" for variant in VARIANTS)
    assert done.stdout.splitlines()[-1].startswith(f"{ours + 1} passed")


def test_a_project_without_porspec_is_left_alone(pytester: pytest.Pytester) -> None:
    pytester.makepyfile("def test_one(): pass")
    pytester.makefile(".feature", broken="not Gherkin at all")
    result = pytester.runpytest_subprocess("-p", "no:cacheprovider")
    result.assert_outcomes(passed=1)
