"""The command line as its users see it, and a site that is swapped in whole or not at all."""

import os
import re
import shutil
import subprocess
import sys
import threading
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY, Project, copy_project


def test_a_verbose_run_prints_a_tree_and_a_summary(project: Project, golden: Callable[[str, str], None]) -> None:
    done = project.process("run", "--verbose")
    assert (done.returncode, done.stderr) == (0, "")
    golden("run.txt", done.stdout)


def test_check_of_good_sources_says_so(project: Project) -> None:
    done = project.porspec("check")
    assert (done.returncode, done.stdout, done.stderr) == (0, "No problems\n", "")


def test_check_prints_problems_and_counts_them(project: Project) -> None:
    project.edit("features/en/add-partner.feature", "@o365-germany", "@o365-germny")
    done = project.porspec("check")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        'features/en/add-partner.feature:20:3: Tag "@o365-germny" is neither a moniker nor a tag of this project '
        "[tag-unknown]\n"
        '    Did you mean "@o365-germany"? Monikers are defined in [[tool.porspec.monikers]], other tags in '
        "[tool.porspec.tags].\n"
        "1 problem\n"
    )


def test_a_folder_that_is_no_project_is_a_problem(tmp_path: Path) -> None:
    done = Project(tmp_path).porspec("check")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("pyproject.toml:1:1: There is no pyproject.toml here [configuration]\n")


# --- the site --------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A project with its package, to break the reference, and its last good site."""
    project = with_package(copy_project(tmp_path_factory.mktemp("good") / "project"))
    assert project.process("build").returncode == 0
    return project


def with_package(project: Project) -> Project:
    """The copy with a package of its own, to break the reference; what is compiled is not compiled once more."""
    shutil.copytree(REPOSITORY / "src", project.root / "src", ignore=shutil.ignore_patterns("*.pyc.*"))
    return project


SUBMIT = '"button.submit": lambda: self._store(organization.submit_partner(self._name(), self.view.typed))'


def submit_does_something_else(project: Project) -> None:
    project.edit("src/porspec/reference/admin_center.py", SUBMIT, '"button.submit": self._check')


def submit_is_called_otherwise(project: Project) -> None:
    project.edit("src/porspec/reference/clouds.py", '"button.submit"', '"button.next"')


def another_page_in_one_clouds_examples(project: Project) -> None:
    path = "features/en/change-partner.feature"
    project.edit(path, "| Billing > Products & services |", "| Billing > Subscriptions       |")
    assert project.porspec("sync").returncode == 0


@pytest.mark.slow
@pytest.mark.parametrize(
    ("change", "line"),
    [
        (submit_does_something_else, "features/en/change-partner.feature:19:10: "),
        (submit_is_called_otherwise, "features/en/change-partner.feature:18:9: "),
        (another_page_in_one_clouds_examples, "features/en/change-partner.feature:13:10: "),
    ],
)
def test_a_scenario_that_fails_with_a_wrong_reference_leaves_the_last_good_site(
    good: Project, tmp_path: Path, change: Callable[[Project], None], line: str
) -> None:
    project = Project(Path(shutil.copytree(good.root, tmp_path / "project")))
    _assert_the_last_good_site_stays(project, lambda: change(project), line)


@pytest.mark.parametrize(
    ("path", "old", "new", "line"),
    [
        ("steps/things.py", "assert world[-1] ==", "assert world[-1] !=", "features/en/accept-offer.feature:6:10: "),
        ("steps/things.py", "world.append(thing)", "world.add(thing)", "features/en/accept-offer.feature:5:11: "),
        ("features/en/tea.feature", 'Then it is "tea"', 'Then it is "coffee"', "features/en/tea.feature:5:10: "),
    ],
)
def test_a_scenario_that_fails_leaves_the_last_good_site(
    tiny: Project, path: str, old: str, new: str, line: str
) -> None:
    assert tiny.porspec("build").returncode == 0
    _assert_the_last_good_site_stays(tiny, lambda: tiny.edit(path, old, new), line)


def _assert_the_last_good_site_stays(project: Project, change: Callable[[], None], line: str) -> None:
    before = {path: content for path, content in project.files().items() if path.startswith("site/")}
    assert {"site/index.html", "site/nl/coverage/index.html"} <= before.keys()
    change()
    done = project.process("build")
    assert done.returncode == 1
    assert any(each.startswith(line) for each in done.stderr.splitlines()), done.stderr
    after = project.files()
    assert {path: content for path, content in after.items() if path.startswith("site/")} == before
    assert not [path for path in after if path.startswith(".porspec")]


def test_plain_mkdocs_builds_the_same_site_strictly_and_stops_at_a_problem(tiny: Project) -> None:
    project = tiny
    assert project.porspec("build").returncode == 0
    built = {path: content for path, content in project.files().items() if path.startswith("site/")}
    done = mkdocs(project, "--strict")
    assert done.returncode == 0, done.stderr
    before = project.files()
    assert {path: content for path, content in before.items() if path.startswith("site/")}.keys() == built.keys()
    assert built.items() <= before.items()
    project.edit("features/en/accept-offer.feature", "@o365-21vianet", "@o365-21vianett")
    done = mkdocs(project)
    assert done.returncode == 1
    assert "features/en/accept-offer.feature:1:1: Tag" in done.stderr
    assert "Traceback" not in done.stderr
    assert {path for path, content in project.files().items() if before.get(path) != content} == {
        "features/en/accept-offer.feature"
    }


def mkdocs(project: Project, *options: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "mkdocs", "build", *options]
    return subprocess.run(command, cwd=project.root, check=False, capture_output=True, text=True)


def test_a_missing_link_target_in_a_written_page_stops_the_build(project: Project) -> None:
    project.append("docs/index.nl.md", "\n[weg](nergens.md)\n")
    last = (project.root / "docs/index.nl.md").read_text("utf-8").count("\n")
    done = project.porspec("build")
    assert done.returncode == 1
    assert done.stderr.startswith(f'docs/index.nl.md:{last}:7: The link "nergens.md" leads nowhere [docs-target]\n')


def test_a_missing_page_in_the_navigation_stops_the_build(tiny: Project) -> None:
    tiny.append("mkdocs.yml", "nav:\n  - index.md\n  - nowhere.md\n")
    done = tiny.porspec("build")
    assert done.returncode == 1
    assert "mkdocs.yml:1:1: MkDocs stopped" in done.stderr
    assert "nowhere.md" in done.stderr
    assert not (tiny.root / "site").exists()


def read(address: str) -> str:
    with urllib.request.urlopen(address, timeout=5) as response:  # noqa: S310 - our own loopback address
        return str(response.read().decode("utf-8"))


def test_serve_prints_its_address_serves_both_languages_and_says_what_is_wrong_with_an_edit(tiny: Project) -> None:
    command = [sys.executable, "-m", "porspec", "--root", str(tiny.root), "serve", "--port", "8420"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:
        assert process.stdout
        silence = threading.Timer(120, process.kill)  # which ends the lines, if nothing is said
        silence.daemon = True
        silence.start()
        lines = iter(process.stdout.readline, "")
        address = next(
            match[1] for line in lines if (match := re.fullmatch(r"Serving on (http://127\.0\.0\.1:\d+/)\n", line))
        )
        assert "What was tested" in read(f"{address}coverage/")
        assert "Wat er is getest" in read(f"{address}nl/coverage/")
        tiny.edit("features/en/tea.feature", 'Given there is "tea"', 'Given there was "tea"')
        assert any("features/en/tea.feature:4:11: No Given step" in line for line in lines)
        process.terminate()


def test_serve_once_serves_and_follows_no_edit(tiny: Project) -> None:
    command = [sys.executable, "-m", "porspec", "--root", str(tiny.root), "serve", "--once", "--port", "8400"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        assert process.stdout
        found = (re.fullmatch(r"Serving on (http://127\.0\.0\.1:\d+/)\n", line) for line in process.stdout)
        address = next(match[1] for match in found if match)
        assert "There is tea" in read(f"{address}coverage/")
        tiny.edit("features/en/tea.feature", "There is tea", "There is coffee")
        assert "There is tea" in read(f"{address}coverage/")
        process.terminate()


def test_a_server_keeps_its_site_from_other_commands_and_the_next_one_removes_what_it_left_when_killed(
    tiny: Project, tmp_path: Path
) -> None:
    assert tiny.porspec("sync").returncode == 0
    before, passing = tiny.files(), tmp_path / "passing"
    passing.mkdir()
    command = [sys.executable, "-m", "porspec", "--root", str(tiny.root), "serve", "--once", "--port", "8390"]
    environment = {**os.environ, "TMPDIR": str(passing)}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
        assert process.stdout
        address = next(line.split()[-1] for line in process.stdout if line.startswith("Serving on"))
        assert tiny.porspec("sync").returncode == 0
        assert "There is tea" in read(f"{address}coverage/")
        process.kill()
    assert tiny.porspec("sync").returncode == 0
    assert (tiny.files(), list(passing.iterdir())) == (before, [])


def test_monikers_of_both_options_run(tiny: Project) -> None:
    done = tiny.porspec("run", "--verbose", "--moniker", "o365-germany", "--moniker", "o365-worldwide")
    assert "There is tea  (o365-worldwide, o365-germany)  2/2" in done.stdout
