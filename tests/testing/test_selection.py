"""What QA selects is what runs: clouds, languages, marks, words of names, and a test's id pasted back."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Project
from tests.testing.test_plugin import VARIANTS, collected, run

ODD = """Feature: Odd

  Scenario: a :: b
    Given there is "1"

  Scenario: with [brackets] and (parens)
    Given there is "1"

  Scenario: de wijziging één dag later, 中文
    Given there is "1"

  Scenario: __own__
    Given there is "1"

  Scenario: "quoted" 'name', \\ and/slash *
    Given there is "1"

  Scenario Outline: rows of <thing>
    Given there is "<thing>"
    Then it is "<other>"

    Examples: one
      | thing | other |
      | a-b   | a-b   |
      | ü [x]::y  | ü [x]::y |

    @cloud-a @slow
    Examples: two
      | thing | other |
      | a-b   | a-b   |
      | 中文 | 中文 |
      | 1\\n2 | 1\\n2 |

  Rule: One

    Scenario: in a rule
      Given there is "1"

  Rule: Two

    Scenario: in another rule
      Given there is "1"
"""
ODD_PATH = "features/en/odd.feature"


@pytest.fixture
def odd(small: Callable[..., Project]) -> Project:
    return small({ODD_PATH: ODD})


# --- options -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--moniker", "o365-germany", "--moniker", "germny"], "--moniker germny: there is none of this name [option]"),
        (["--language", "nld"], "--language nld: there is none of this name [option]"),
    ],
)
def test_an_option_that_names_nothing_offers_the_nearest_and_lists_the_others(
    arguments: list[str], said: str, project: Project
) -> None:
    expected = {
        "--moniker": "There are: o365-worldwide, o365-germany, o365-21vianet.",
        "--language": "There are: en, nl.",
    }[arguments[0]]
    near = {"--moniker": "o365-germany", "--language": "nl"}[arguments[0]]
    told = f'pyproject.toml:1:1: {said}\n    Did you mean "{near}"? {expected}\n'
    by_pytest, by_run = run(project, *arguments), project.porspec("run", *arguments)
    assert (by_pytest.returncode, by_pytest.stderr) == (pytest.ExitCode.USAGE_ERROR, f"ERROR: {told}\n")
    assert (by_run.returncode, by_run.stdout, by_run.stderr) == (1, "", f"{told}1 problem\n")


def test_porspec_run_runs_the_clouds_and_languages_that_are_named(project: Project) -> None:
    done = project.porspec("run", "--moniker", "o365-21vianet", "--moniker", "o365-germany", "--language", "nl")
    wanted = sum(variant.moniker != "o365-worldwide" for variant in VARIANTS)
    assert done.stdout.splitlines()[-1] == f"{wanted} ran: {wanted} passed, 0 failed"
    assert done.stdout.splitlines()[0].split() == ["feature", "o365-germany", "o365-21vianet", "seconds"]
    told = project.porspec("run", "--verbose", "--moniker", "o365-germany", "--moniker", "o365-21vianet").stdout
    assert "  ✓ Change the partner  (o365-germany, o365-21vianet)  " in told
    assert "worldwide" not in told
    both = project.porspec("run", "--moniker", "o365-21vianet", "--language", "nl", "--language", "en").stdout
    assert both.index("De partner van een abonnement wijzigen") < both.index("Change the partner of a subscription")


@pytest.mark.parametrize("option", ["--cloud", "--moniker"])
def test_the_option_is_called_as_the_project_calls_its_monikers(option: str, project: Project) -> None:
    chosen = (f"{option}=o365-germany", option, "o365-21vianet", "--language", "nl")
    done = project.porspec("run", *chosen)
    assert done.stdout.splitlines()[0].split() == ["feature", "o365-germany", "o365-21vianet", "seconds"]
    assert "o365-worldwide" not in run(project, "--collect-only", "-q", *chosen).stdout


def test_a_name_that_is_another_option_stays_that_one(odd: Project) -> None:
    odd.edit("pyproject.toml", "[tool.porspec]\n", '[tool.porspec]\nmoniker_name = "language"\n')
    done = odd.porspec("run", "--language", "en")
    assert (done.returncode, done.stderr) == (0, "")
    assert run(odd, "--collect-only", "-q", "--language", "en", "--moniker", "cloud-a").returncode == 0


def test_a_project_without_a_name_for_its_monikers_has_no_such_option(odd: Project) -> None:
    done = odd.porspec("run", "--cloud", "cloud-a")
    assert (done.returncode, "No such option" in done.stderr) == (2, True)
    assert run(odd, "--cloud", "cloud-a").returncode == pytest.ExitCode.USAGE_ERROR


def test_a_step_that_fails_in_dutch_is_told_in_dutch(project: Project) -> None:
    project.edit("steps/partners.py", "assert ", "assert not ")
    done = project.porspec("run", "--moniker", "o365-germany", "--language", "nl")
    assert done.returncode == 1
    assert "features/nl/" in done.stderr
    assert "features/en/" not in done.stderr


def test_to_run_nothing_is_no_success(small: Callable[..., Project]) -> None:
    project = small({ODD_PATH: '@cloud-a\nFeature: Odd\n\n  Scenario: one\n    Given there is "1"\n'})
    done = project.porspec("run", "--moniker", "cloud-b")
    assert (done.returncode, done.stdout) == (1, "0 ran: 0 passed, 0 failed\n")
    assert done.stderr == "No scenario in en is for what was chosen.\n"


def test_a_language_that_cannot_run_says_why(small: Callable[..., Project]) -> None:
    project = small({ODD_PATH: 'Feature: Odd\n\n  Scenario: one\n    Given there is "1"\n'})
    assert project.porspec("new", "language", "es").returncode == 0
    done = project.porspec("run", "--language", "es", "--language", "en")
    assert (done.returncode, done.stdout.splitlines()[-1]) == (0, "2 ran: 2 passed, 0 failed")
    assert done.stderr == "There is no feature in es: porspec stats es says what is still to be translated.\n"
    assert project.porspec("run", "--language", "es").returncode == 1


def test_an_option_of_ours_without_a_project_is_refused(tmp_path: Path) -> None:
    (tmp_path / "pytest.ini").write_text("[pytest]\n", "utf-8")
    done = run(Project(tmp_path), "--moniker", "cloud-a")
    assert done.returncode == pytest.ExitCode.USAGE_ERROR
    assert done.stderr == f"ERROR: --moniker: there is no [tool.porspec] in {tmp_path / 'pyproject.toml'}\n\n"


# --- marks and words ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("options", [[], ["-o", "addopts="]])
def test_a_mark_that_no_test_has_is_refused_with_the_nearest(options: list[str], odd: Project) -> None:
    done = run(odd, *options, "-m", "cloud-c and not slow")
    assert done.returncode == pytest.ExitCode.USAGE_ERROR
    assert done.stderr == (
        'ERROR: -m cloud-c: no test has this mark. Did you mean "cloud-b"? '
        "Those of the features are: cloud-a, cloud-b, en, slow.\n\n"
    )


def test_the_mark_of_assumptions_is_every_projects(odd: Project) -> None:
    odd.edit(ODD_PATH, "  Scenario: a :: b", "  @assumption\n  Scenario: a :: b")
    assert collected(odd, "-m", "assumption") == [f"{ODD_PATH}::a : : b[cloud-a]", f"{ODD_PATH}::a : : b[cloud-b]"]


def test_a_mark_that_a_test_has_selects_though_nothing_registers_it(odd: Project) -> None:
    (odd.root / "features" / "test_own.py").write_text(
        "import pytest\n@pytest.mark.own\ndef test_it(): pass\n", "utf-8"
    )
    done = run(odd, "-o", "addopts=", "-o", "filterwarnings=", "-m", "own")
    assert done.stdout.splitlines()[-1].startswith("1 passed, 21 deselected"), done.stdout


WORDS = {
    "Wijziging E\u0301E\u0301n": ["de wijziging één dag later, 中文"],
    "with [brackets] and (parens)": ["with [brackets] and (parens)"],
    "a :: b": ["a : : b"],
    "in a": ["in a rule", "in another rule"],
    "rule and another": ["in another rule"],
    "中文 and not dag": ["rows of 中文"],
    "rows of 中文": ["rows of 中文"],
    "rows of <thing> and not a-b": ["rows of ü [x]: :y", "rows of 中文", "rows of 1\\n2"],
    "in another or in a rule": ["in a rule", "in another rule"],
    "wijziging één and (later or cloud-c)": ["de wijziging één dag later, 中文"],
    "with [brackets] and not cloud-a": ["with [brackets] and (parens)"],
    "not (a :: b or rows of or de wijziging or with or own or quoted)": ["in a rule", "in another rule"],
}
# A run that is asked for one after the other, as if each had been given with -k.
EVERY_WORDS = """
import json
import pytest

DONE = pytest.StashKey()

def pytest_collection_finish(session):
    if session.config.stash.get(DONE, False):
        return
    session.config.stash[DONE] = True
    print(json.dumps([item.nodeid for item in session.items]))
    for session.config.option.keyword in EVERY:
        print(json.dumps([item.nodeid for item in session.perform_collect()]))
"""


def test_words_of_a_name_select_it(odd: Project) -> None:
    (odd.root / "conftest.py").write_text(f"EVERY = {list(WORDS)!r}\n{EVERY_WORDS}", "utf-8")
    done = run(odd, "--collect-only", "-k", "wijziging één dag")
    first, *found = (json.loads(line) for line in done.stdout.splitlines() if line.startswith("["))
    assert first == [f"{ODD_PATH}::de wijziging één dag later, 中文[{cloud}]" for cloud in ("cloud-a", "cloud-b")]
    names = [list(dict.fromkeys(each.partition("::")[2].partition("[cloud-")[0] for each in ids)) for ids in found]
    assert dict(zip(WORDS, names, strict=True)) == WORDS


@pytest.mark.parametrize("workers", [[], pytest.param(["-n", "2"], marks=pytest.mark.slow)])
@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["-k", "in a ruel"], "-k: no test has 'in a ruel' in its name. Nearest: in a rule, in another rule."),
        (["-k", "de wijziging and not in a ruel"], "-k: no test has 'in a ruel' in its name. Nearest: in a rule,"),
        (["-k", "nobody knows"], "-k: no test has 'nobody knows' in its name."),
        (["-m", "cloud-c"], '-m cloud-c: no test has this mark. Did you mean "cloud-b"?'),
    ],
)
def test_what_no_test_has_is_refused_with_the_nearest(
    options: list[str], said: str, workers: list[str], odd: Project
) -> None:
    done = run(odd, *options, *workers)
    assert done.returncode == pytest.ExitCode.USAGE_ERROR
    assert done.stderr.startswith(f"ERROR: {said}"), done.stderr


def test_words_are_not_called_wrong_where_their_feature_has_problems(odd: Project) -> None:
    odd.append(ODD_PATH, '\n    Scenario: in a third rule\n      Given nobody "1"\n')
    done = run(odd, "-k", "in a third rule")
    assert done.returncode == pytest.ExitCode.INTERRUPTED
    assert (done.stderr, "step-undefined" in done.stdout) == ("", True)


def test_an_id_is_composed_however_it_was_typed(odd: Project) -> None:
    typed = "de wijziging e\u0301e\u0301n dag later, 中文"
    assert collected(odd, f"{ODD_PATH}::{typed}[cloud-a]") == [f"{ODD_PATH}::de wijziging één dag later, 中文[cloud-a]"]
    assert len(collected(odd, "-k", "e\u0301e\u0301n")) == 2


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("features", "--messages features: this is a folder. Give the name of a file in it."),
        (ODD_PATH, f"--messages {ODD_PATH}: this file holds something else. Give another name."),
    ],
)
def test_messages_replace_nothing_else(name: str, said: str, odd: Project) -> None:
    before = odd.files()
    done = run(odd, "--messages", name, "features")
    assert (done.returncode, done.stderr) == (pytest.ExitCode.USAGE_ERROR, f"ERROR: {said}\n\n")
    assert odd.files() == before


def test_a_feature_that_nothing_reads_is_an_error_here_too(odd: Project) -> None:
    (odd.root / "features" / "nl").mkdir()
    (odd.root / "features" / "nl" / "odd.feature").write_text("Feature: Odd\n", "utf-8")
    done = run(odd)
    assert done.returncode == pytest.ExitCode.INTERRUPTED
    assert "features/nl/odd.feature:1:1: Nothing reads this feature here [feature-place]" in done.stdout


def test_what_options_leave_out_that_is_no_scenario_is_told(odd: Project) -> None:
    (odd.root / "features" / "test_own.py").write_text("def test_it(): pass\n", "utf-8")
    for given in (("--moniker", "cloud-a"), ("--language", "en")):
        done = run(odd, *given)
        assert done.stdout.splitlines()[0] == f"left out by {given[0]}: 1 without a moniker or a language"


# --- ids ---------------------------------------------------------------------------------------------------------


def test_an_id_names_feature_scenario_cloud_and_row_whatever_they_are_called(odd: Project) -> None:
    assert collected(odd) == [
        f"{ODD_PATH}::{name}"
        for name in (
            "a : : b[cloud-a]",
            "a : : b[cloud-b]",
            "with [brackets] and (parens)[cloud-a]",
            "with [brackets] and (parens)[cloud-b]",
            "de wijziging één dag later, 中文[cloud-a]",
            "de wijziging één dag later, 中文[cloud-b]",
            "__own__[cloud-a]",
            "__own__[cloud-b]",
            "\"quoted\" 'name', \\ and/slash *[cloud-a]",
            "\"quoted\" 'name', \\ and/slash *[cloud-b]",
            "rows of a-b[cloud-a-a-b-a-b]",
            "rows of a-b[cloud-b-a-b-a-b]",
            "rows of a-b[cloud-a-a-b-a-b #2]",
            "rows of ü [x]: :y[cloud-a-ü [x]::y-ü [x]::y]",
            "rows of ü [x]: :y[cloud-b-ü [x]::y-ü [x]::y]",
            "rows of 中文[cloud-a-中文-中文]",
            "rows of 1\\n2[cloud-a-1\\n2-1\\n2]",
            "in a rule[cloud-a]",
            "in a rule[cloud-b]",
            "in another rule[cloud-a]",
            "in another rule[cloud-b]",
        )
    ]


EVERY_ID = """
import pytest

def pytest_collection_finish(session):
    if session.config.stash.get(DONE, False):
        return
    session.config.stash[DONE] = True
    ids = [item.nodeid for item in session.items]
    for each in ids:
        found = [item.nodeid for item in session.perform_collect([each])]
        assert found == [each], (each, found)
    print(f"{len(ids)} ids, {len(set(ids))} different, each selects itself")

DONE = pytest.StashKey()
"""


@pytest.mark.parametrize("name", [pytest.param("project", marks=pytest.mark.slow), "odd"])
def test_every_id_pasted_back_selects_that_test_alone(name: str, request: pytest.FixtureRequest) -> None:
    made: Project = request.getfixturevalue(name)
    (made.root / "conftest.py").write_text(EVERY_ID, "utf-8")
    done = run(made, "--collect-only")
    number = 2 * len(VARIANTS) if name == "project" else 21
    assert f"{number} ids, {number} different, each selects itself" in done.stdout, done.stdout[-2000:]


def test_a_scenario_without_its_cloud_selects_all_of_its_tests(odd: Project) -> None:
    assert collected(odd, f"{ODD_PATH}::in a rule") == [
        f"{ODD_PATH}::in a rule[{cloud}]" for cloud in ("cloud-a", "cloud-b")
    ]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("rows of <thing>[cloud-b]", ["a-b[cloud-b-a-b-a-b]", "ü [x]: :y[cloud-b-ü [x]::y-ü [x]::y]"]),
        ("rows of <thing>[cloud-a-1\\n2]", ["1\\n2[cloud-a-1\\n2-1\\n2]"]),
        ("rows of <thing>[cloud-a-中文-中文]", ["中文[cloud-a-中文-中文]"]),
        ("rows of a-b", [f"a-b[cloud-{each}]" for each in ("a-a-b-a-b", "b-a-b-a-b", "a-a-b-a-b #2")]),
        ("rows of a-b[cloud-b]", ["a-b[cloud-b-a-b-a-b]"]),
    ],
)
def test_an_id_without_its_cells_selects_all_that_it_begins(asked: str, found: list[str], odd: Project) -> None:
    assert collected(odd, f"{ODD_PATH}::{asked}") == [f"{ODD_PATH}::rows of {each}" for each in found]


@pytest.mark.parametrize("workers", [[], pytest.param(["-n", "2"], marks=pytest.mark.slow)])
@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (
            "rows of <thing>[cloud-c]",
            '::rows of <thing> has no test [cloud-c]. Did you mean "[cloud-a-中文-中文]"? It has: [',
        ),
        (
            "in a rule[cloud-c]",
            '::in a rule has no test [cloud-c]. Did you mean "[cloud-b]"? It has: [cloud-a] [cloud-b].',
        ),
        ("in a ruel", " has no scenario 'in a ruel'. Did you mean \"in a rule\"? It has: 'a : : b', "),
    ],
)
def test_an_id_that_no_test_has_is_refused_with_those_there_are(
    asked: str, said: str, workers: list[str], odd: Project
) -> None:
    done = run(odd, f"{ODD_PATH}::{asked}", *workers)
    assert done.returncode == pytest.ExitCode.USAGE_ERROR
    assert done.stderr.startswith(f"ERROR: {ODD_PATH}{said}"), done.stderr


def test_last_failed_runs_what_failed_and_no_more(odd: Project) -> None:
    odd.edit("steps/things.py", "    assert world[-1] == thing", '    assert thing not in ("中文", "1\\n2")')
    first = run(odd, cache=True)
    assert first.stdout.splitlines()[-1].startswith("2 failed, 19 passed"), first.stdout
    again = run(odd, "--lf", cache=True)
    assert again.stdout.splitlines()[-1].startswith("2 failed")
    assert "FAILED features/en/odd.feature::rows of 中文[cloud-a-中文-中文]" in again.stdout


@pytest.mark.parametrize(("names", "left"), [(["a :: b", "a : : b"], "a :: b"), (["__init__", "b"], "__init__")])
def test_a_scenario_that_pytest_does_not_take_is_an_error(
    names: list[str], left: str, small: Callable[..., Project]
) -> None:
    text = "".join(f'  Scenario: {name}\n    Given there is "1"\n\n' for name in names)
    done = run(small({ODD_PATH: f"Feature: Odd\n\n{text}"}))
    assert done.returncode == pytest.ExitCode.INTERRUPTED
    assert f'odd.feature: pytest does not take "{left}" for a test: choose another name\n' in done.stdout
