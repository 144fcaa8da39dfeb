"""Features and steps in folders below: each command finds them, and the address of a page follows its feature's."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from porspec.sources.config import read_config
from porspec.sources.feature_files import sections, stems
from tests.conftest import Project, make_tiny

FILES = {
    "features/en/billing/pay.feature": (
        "Feature: Pay a bill\n\n  As for [tea](../tea.md).\n\n"
        '  Scenario: Pay\n    When I add "money"\n    Then there is "money" now\n\n'
        '  @o365-germany\n  Rule: Twice is no more\n    Scenario: Pay again\n      Given there is "money"\n'
        '      When I add "money"\n      Then there is "money" now\n'
    ),
    "features/en/orders/pay.feature": (
        'Feature: Pay an order\n\n  Scenario: Pay\n    When I add "silver"\n    Then there is "silver" now\n'
    ),
    "features/en/orders/from-abroad/send.feature": (
        'Feature: Send it\n\n  Scenario: Send\n    When I add "a parcel"\n    Then there is "a parcel" now\n'
    ),
    "steps/actions/adding.py": (
        "from porspec.steps import then, when\n\n\n@when('I add \"{thing}\"')\n"
        "def add(world: list[object], thing: str) -> None:\n    world.append(thing)\n\n\n"
        "@then('there is \"{thing}\" now')\n"
        "def there_is_now(world: list[object], thing: str) -> None:\n    assert thing in world\n"
    ),
    "docs/guides/first.en.md": "# First\n\n<!-- porspec: tasks -->\n\nAs [the bill](../billing/pay.md#pay).\n",
}
DUTCH = {
    'there is "{thing}"': 'er is "{thing}"',
    'it is "{thing}"': 'is het "{thing}"',
    'I add "{thing}"': 'ik "{thing}" toevoeg',
    'there is "{thing}" now': 'is er nu "{thing}"',
    "Orders": "Bestellingen",
}
STEMS = ["accept-offer", "billing/pay", "orders/from-abroad/send", "orders/pay", "tea"]


def write(project: Project, path: str, text: str) -> None:
    target = project.root / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, "utf-8")


def done(project: Project, *arguments: str) -> str:
    found = project.porspec(*arguments)
    assert found.returncode == 0, found.stdout + found.stderr
    return found.stdout


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Project, str]:
    """A project in Dutch as well, its site built; and what sync wrote."""
    project = make_tiny(tmp_path_factory.mktemp("folders") / "project")
    for path, text in FILES.items():
        write(project, path, text)
    done(project, "sync")
    for name in ("steps", "help"):
        catalogue = project.root / "locales" / "nl" / "LC_MESSAGES" / f"{name}.po"
        text = catalogue.read_text("utf-8")
        for english, dutch in DUTCH.items():
            one, two = (each.replace('"', '\\"') for each in (english, dutch))
            text = text.replace(f'msgid "{one}"\nmsgstr ""', f'msgid "{one}"\nmsgstr "{two}"')
        catalogue.write_text(text, "utf-8")
    said = done(project, "sync")
    done(project, "build")
    return project, said


@pytest.fixture
def folders(made: tuple[Project, str], tmp_path: Path) -> Project:
    """A copy of that, to change."""
    return Project(Path(shutil.copytree(made[0].root, tmp_path / "project", ignore=shutil.ignore_patterns("site"))))


def test_every_language_has_them_in_the_same_folders(made: tuple[Project, str]) -> None:
    config = read_config(made[0].root)
    assert (stems(config, "en"), stems(config, "nl")) == (STEMS, STEMS)
    assert made[1] == "".join(f"wrote features/nl/{each}.feature\n" for each in STEMS)
    assert (made[0].problems(), done(made[0], "sync")) == ("", "Everything is up to date\n")


def test_each_page_is_at_the_address_of_its_feature(made: tuple[Project, str]) -> None:
    site = made[0].root / "site"
    for address in (f"{tag}{stem}/index.html" for tag in ("", "nl/") for stem in STEMS):
        assert (site / address).is_file(), address
    wrong = []
    for page in (each for each in site.rglob("*.html") if each.name != "404.html"):
        for target in set(re.findall(r'<[^>]*\b(?:href|src)="?([^"\s>]+)', page.read_text("utf-8"))):
            parts = urlsplit(target)
            if parts.scheme or not (parts.path or parts.fragment):
                continue
            found = Path(os.path.normpath(page.parent / unquote(parts.path))) if parts.path else page
            found = found / "index.html" if found.is_dir() else found
            is_page = found.suffix == ".html" and parts.fragment
            marked = rf'(?:id|name)="?{re.escape(unquote(parts.fragment))}["\s>]' if is_page else ""
            if not found.is_file() or not re.search(marked, found.read_bytes().decode("utf-8", "replace")):
                wrong.append((page.relative_to(site).as_posix(), target))
    assert wrong == []


def test_a_folder_is_a_section_of_the_navigation_and_a_message(made: tuple[Project, str]) -> None:
    assert sections(read_config(made[0].root)) == {
        "Orders": "features/en/orders",
        "From abroad": "features/en/orders/from-abroad",
        "Billing": "features/en/billing",
        "Guides": "docs/guides",
    }
    text = (made[0].root / "site" / "nl" / "tea" / "index.html").read_text("utf-8")
    navigation = text[text.index("md-nav--primary") : text.index("md-content")]
    assert re.search(r"\bBestellingen\b", navigation)
    assert not re.search(r"\bOrders\b", navigation)
    assert re.search(r'<span class="?porspec-untranslated"? lang="?en"?>From abroad</span>', navigation)


def test_features_of_one_name_run_each_with_its_own_steps(made: tuple[Project, str]) -> None:
    table = [re.sub(r"\s+", " ", line) for line in done(made[0], "run", "--language", "nl").splitlines()[1:6]]
    assert [line.rpartition(" ")[0] for line in table] == [
        "Offer - - 1",
        "Pay a bill 1 2 1",
        "Send it 1 1 1",
        "Pay an order 1 1 1",
        "Tea 1 1 1",
    ]


def test_the_help_as_files_and_the_steps_name_their_folders(made: tuple[Project, str], tmp_path: Path) -> None:
    done(made[0], "render", "--out", str(tmp_path / "out"))
    steps = (tmp_path / "out" / "steps.nl.md").read_text("utf-8")
    assert "(orders/pay.md) `features/nl/orders/pay.feature:6`" in steps
    page = (tmp_path / "out" / "billing" / "pay.en.md").read_text("utf-8")
    assert set(re.findall(r"\]\(([^)]*)\)", page)) == {"../tea.md", "../compare.md", "../coverage.md"}
    done(made[0], "render", "--plain", "--moniker", "o365-germany", "--out", str(tmp_path / "plain"))
    plain = (tmp_path / "plain" / "en" / "guides" / "first.md").read_text("utf-8")
    assert "(../billing/pay.md)" in plain
    assert "(../orders/from-abroad/send.md)" in plain


def test_pytest_runs_them_by_file_and_by_id_and_records_them(made: tuple[Project, str], tmp_path: Path) -> None:
    ids = ("features/nl/billing/pay.feature", "features/en/orders/pay.feature::Pay[o365-germany]")
    options = ("-q", "-p", "no:cacheprovider", "-p", "no:randomly", "--messages", str(tmp_path / "run.ndjson"))
    command = [sys.executable, "-m", "pytest", *ids, *options]
    found = subprocess.run(command, cwd=made[0].root, capture_output=True, text=True, check=False)
    assert "5 passed" in found.stdout, found.stdout + found.stderr
    messages = [json.loads(line) for line in (tmp_path / "run.ndjson").read_text("utf-8").splitlines()]
    sources = {each["source"]["uri"].partition("#")[0] for each in messages if "source" in each}
    assert sources == {"features/en/orders/pay.feature", "features/nl/billing/pay.feature"}


def test_an_edit_below_is_taken_back(folders: Project) -> None:
    path = "features/nl/orders/pay.feature"
    folders.edit(path, '"silver"', '"gold"')
    assert f"{path}:6:1: This line was edited" in folders.porspec("sync").stderr
    said = folders.porspec("sync", "--from", "nl", path)
    assert (said.returncode, '"gold"' in (folders.root / "features/en/orders/pay.feature").read_text()) == (0, True)
    assert "features/en/orders/pay.feature" in said.stdout


def test_one_that_moves_leaves_nothing_behind(folders: Project) -> None:
    shutil.move(folders.root / "features/en/orders/pay.feature", folders.root / "features/en/pay.feature")
    said = done(folders, "sync")
    assert "wrote features/nl/pay.feature\n" in said
    assert stems(read_config(folders.root), "nl") == [*STEMS[:3], "pay", STEMS[4]]
    assert folders.problems() == ""


def test_a_copy_of_another_folders_feature_is_told(folders: Project) -> None:
    shutil.copy(folders.root / "features/nl/orders/pay.feature", folders.root / "features/nl/pay.feature")
    assert "features/nl/pay.feature:1:1: The source language has no such feature" in folders.porspec("sync").stderr


def test_a_new_one_begins_below(folders: Project) -> None:
    said = done(folders, "new", "feature", "billing/return-goods")
    assert "wrote features/en/billing/return-goods.feature\n" in said
    text = (folders.root / "features/en/billing/return-goods.feature").read_text("utf-8")
    assert "Feature: TODO: return goods\n" in text


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("Billing/Pay it", "between words: billing/pay-it."),
        ("billing/", "between words: billing."),
        ("../pay", "between words: pay."),
        ("billing/con", "is no name for a feature"),
        ("nl/pay", 'The name "nl/pay" is taken'),
        ("billing/pay", 'The name "billing/pay" is taken'),
    ],
)
def test_a_name_that_no_page_can_have_is_refused(folders: Project, name: str, problem: str) -> None:
    before = folders.files()
    found = folders.porspec("new", "feature", name)
    assert (found.returncode, problem in found.stderr, folders.files() == before) == (1, True, True), found.stderr


def of_one_step(name: str) -> str:
    return f'Feature: {name}\n\n  Scenario: {name}\n    When I add "x"\n    Then there is "x" now\n'


def in_the_folder_of_a_home_page(project: Project) -> None:
    write(project, "features/en/nl/greet.feature", of_one_step("Greet"))


def of_the_address_of_another(project: Project) -> None:
    write(project, "features/en/tea/index.feature", of_one_step("Teas"))


def with_a_name_of_windows(project: Project) -> None:
    write(project, "features/en/aux/greet.feature", of_one_step("Greet"))


def of_the_name_of_its_neighbour(project: Project) -> None:
    write(project, "features/en/orders/send.feature", of_one_step("Pay an ORDER"))


def that_follows_none(project: Project) -> None:
    project.append("pyproject.toml", '\n[tool.porspec.next]\n"billing/pay" = ["pay"]\n')


@pytest.mark.parametrize(
    ("spoil", "problem"),
    [
        (
            of_the_name_of_its_neighbour,
            "features/en/orders/send.feature:1:1: This feature has the name of features/en/orders/pay.feature",
        ),
        (in_the_folder_of_a_home_page, 'features/en/nl/greet.feature:1:1: A page called "nl" is there without this'),
        (of_the_address_of_another, "features/en/tea/index.feature:1:1: This page has the address of features/en/tea."),
        (with_a_name_of_windows, 'features/en/aux/greet.feature:1:1: "aux/greet" is no name that a file and a page'),
        (
            that_follows_none,
            "pyproject.toml:33:1: [tool.porspec] does not make sense: next names the feature 'pay'",
        ),
    ],
)
def test_what_no_page_can_be_is_a_problem(folders: Project, spoil: Callable[[Project], None], problem: str) -> None:
    spoil(folders)
    folders.porspec("sync")
    assert problem in folders.problems()


def test_another_suite_may_stand_in_a_folder_below(folders: Project) -> None:
    write(folders, "features/en/checkout/pay.feature", "Feature: Theirs\n  Scenario: It\n    Given anything\n")
    write(folders, "features/en/checkout/test_pay.py", "")
    assert (stems(read_config(folders.root), "en"), folders.problems()) == (STEMS, "")


def test_the_tasks_that_follow_are_named_from_the_page(folders: Project) -> None:
    folders.append("pyproject.toml", '\n[tool.porspec.next]\n"billing/pay" = ["orders/pay", "tea"]\n')
    done(folders, "render", "--out", str(folders.root / "out"))
    page = (folders.root / "out" / "billing" / "pay.en.md").read_text("utf-8")
    assert "[Pay an order](../orders/pay.md)" in page
    assert "[Tea](../tea.md)" in page


def test_glue_knows_the_steps_of_folders(made: tuple[Project, str], tmp_path: Path) -> None:
    done(made[0], "steps", "--glue", str(tmp_path))
    assert (
        'When(`I add "{thing}"`, () => {}) // steps/actions/adding.py:4' in (tmp_path / "porspec-steps.js").read_text()
    )
