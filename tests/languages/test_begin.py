"""porspec init: a project that is checked, run, built and tested at once, whatever its name, languages and monikers."""

import json
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from porspec.languages import begin
from porspec.languages.begin import wishes
from porspec.sources.catalogues import read_catalogue
from porspec.sources.config import read_config
from porspec.sources.mkdocs_yml import read_site
from porspec.sources.problems import SpecError
from porspec.spec.patterns import fields
from tests.conftest import Project


def begun(root: Path, *options: str) -> Project:
    root.mkdir()
    project = Project(root)
    done = project.porspec("init", *options)
    assert (done.returncode, done.stderr) == (0, "")
    return project


def outcome(project: Project) -> str:
    """What pytest says of a project when it is called without anything."""
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider"]
    done = subprocess.run(command, cwd=project.root, capture_output=True, text=True, check=False)
    found = re.search(r"=+ (.*) in [\d.]+s", done.stdout)
    return found[1] if found else done.stdout + done.stderr


def with_options(option: str, values: Sequence[str]) -> list[str]:
    return [each for value in values for each in (option, value)]


SHIPPED = Path(begin.__file__).parent
TEXTS = [*SHIPPED.glob("locales/*/LC_MESSAGES/project.po")]


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.parts[-3])
def test_a_language_that_has_the_texts_of_a_new_project_has_all(path: Path) -> None:
    templates = "".join(each.read_text("utf-8") for each in SHIPPED.glob("project/**/*.jinja"))
    wanted = {one or other for one, other in re.findall(r"""_\((?:"([^"]*)"|'([^']*)')\)""", templates)}
    found = read_catalogue(SHIPPED, path.relative_to(SHIPPED).as_posix(), []).messages
    assert {text for (_, text), message in found.items() if message.text} == wanted
    assert [fields(message.text) for message in found.values()] == [fields(text) for _, text in found]


LIBRARY = ["--name", "Library", *with_options("--language", ["en", "fr"])]


def test_a_new_project_is_a_site_a_feature_steps_catalogues_and_tests(tmp_path: Path) -> None:
    project = begun(tmp_path / "new", *LIBRARY, *with_options("--moniker", ["classic", "cloud=In the cloud"]))
    assert sorted(project.files()) == [
        ".gitignore",
        "docs/index.fr.md",
        "docs/index.md",
        "features/en/add-note.feature",
        "features/fr/add-note.feature",
        "locales/features.pot",
        *(f"locales/fr/LC_MESSAGES/{each}.po" for each in ("features", "help", "labels", "steps")),
        *(f"locales/{each}.pot" for each in ("help", "labels", "steps")),
        "mkdocs.yml",
        "pyproject.toml",
        *(f"steps/{each}.py" for each in ("__init__", "labels", "notes", "world")),
    ]
    monikers = read_config(project.root).monikers
    assert [(each.id, each.name) for each in monikers.definitions] == [
        ("classic", "Classic"),
        ("cloud", "In the cloud"),
    ]
    assert (project.root / "features/fr/add-note.feature").read_text("utf-8").split("\n", 2)[2] == (
        "Fonctionnalité: Ajouter une note\n"
        "  Une note garde ce dont vous voulez vous souvenir.\n\n"
        "  Scénario: Ajouter une note\n"
        '    Quand je saisis "Water the plants" et sélectionne "Ajouter"\n'
        '    Alors les notes sont "Water the plants"\n\n'
        "  Règle: Une note a un texte\n"
        "    Des espaces seules ne font pas un texte. Saisissez au moins une lettre.\n\n"
        "    Scénario: Une note sans texte est refusée\n"
        '      Quand je saisis " " et sélectionne "Ajouter"\n'
        '      Alors je vois le message "Saisissez d’abord un texte."\n'
    )


@pytest.mark.parametrize(
    ("languages", "monikers"),
    [
        (["en"], []),
        (["en", "fr"], ["classic"]),
        (["nl", "de", "zh"], ["one", "two", "three"]),
        (["zh", "en_GB"], []),
        (["fr", "nl"], []),
        (["pl", "ar"], []),
        (["pt_BR", "pt"], []),
    ],
    ids=lambda given: ",".join(given) or "none",
)
def test_everything_is_green_at_once(languages: list[str], monikers: list[str], tmp_path: Path) -> None:
    options = with_options("--language", languages) + with_options("--moniker", monikers)
    project = begun(tmp_path / "new", *options)
    count = 2 * max(len(monikers), 1)
    assert project.problems() == ""
    assert project.porspec("sync", "--check").stdout == "Everything is up to date\n"
    assert f"{count} ran: {count} passed, 0 failed\n" in project.porspec("run").stdout


def test_the_site_is_built_and_pytest_runs_every_language(tmp_path: Path) -> None:
    project = begun(tmp_path / "new", *LIBRARY, *with_options("--moniker", ["classic", "cloud"]))
    done = project.porspec("build")
    assert (done.returncode, done.stderr) == (0, "")
    assert "Ajouter une note" in (project.root / "site" / "fr" / "add-note" / "index.html").read_text("utf-8")
    assert outcome(project) == "8 passed"


@pytest.mark.parametrize(
    "name",
    ['"Süd" & <b>', "yes", "null", "1.0", "- a: b # c", "{{ x }} {% y %}", "it's", "図書館", "a\\b", "*bold*", "# x"],
)
def test_a_site_may_have_any_name(name: str, tmp_path: Path) -> None:
    project = begun(tmp_path / "new", "--name", name)
    assert read_site(project.root).texts[0][2] == name
    assert project.problems() == ""


def test_what_no_project_can_have_is_told_and_nothing_is_written(tmp_path: Path) -> None:
    project = Project(tmp_path)
    done = project.porspec(
        "init", "--name", "a\nb", *with_options("--language", ["en", "klingon", "pt_BR", "pt-BR"]), "--moniker", "a b"
    )
    assert (done.returncode, project.files()) == (1, {})
    assert [line for line in done.stderr.split("\n") if line.startswith("pyproject")] == [
        "pyproject.toml:1:1: 'a b' cannot be a moniker: a tag, a mark of tests and no language [option]",
        "pyproject.toml:1:1: 'a\\nb' is no name of a site [option]",
        "pyproject.toml:1:1: 'klingon' is no code of a language [language-code]",
        "pyproject.toml:1:1: One language is given twice [option]",
    ]


@pytest.mark.parametrize("monikers", [["a", "A"], ["a", "a=B"], ["and"], ["en"], [""], ["a=\x1b"]], ids=repr)
def test_a_moniker_is_a_tag_a_mark_and_no_language(monikers: list[str]) -> None:
    with pytest.raises(SpecError):
        wishes("Library", ["en"], monikers)


def test_a_project_has_a_language() -> None:
    with pytest.raises(SpecError, match="No language is given"):
        wishes("Library", [], [])


def test_a_project_that_is_there_stays_as_it_is(tmp_path: Path) -> None:
    project = begun(tmp_path / "new")
    before = project.files()
    done = project.porspec("init", "--name", "Another")
    assert done.returncode == 1
    assert "There is a project with [tool.porspec] here [project-exists]" in done.stderr
    assert project.files() == before


@pytest.mark.parametrize("monikers", [[], ["one"], ["one", "two"]], ids=len)
def test_a_new_feature_has_tags_where_there_is_a_choice(monikers: list[str], tmp_path: Path) -> None:
    project = begun(tmp_path / "new", *with_options("--moniker", monikers))
    done = project.porspec("new", "feature", "remove-note")
    assert done.stdout.split("\n")[1].endswith("Then run porspec sync.")
    text = (project.root / "features" / "en" / "remove-note.feature").read_text("utf-8")
    assert re.findall("@.*", text) == (["@one @two", "@one", "@two"] if len(monikers) > 1 else [])
    assert ("Scenario Outline: " in text) == ("<value>" in text) == (len(monikers) > 1)
    told = project.problems().split("\n")
    assert {line.rpartition("[")[2] for line in told if line.startswith("features")} == {"to-do]"}


def test_a_new_language_says_what_is_next(tmp_path: Path) -> None:
    project = begun(tmp_path / "new")
    told = project.porspec("new", "language", "fr").stderr
    assert told == "Translate these, and run porspec sync; porspec stats fr says what is missing.\n"
    catalogue = project.root / "locales" / "fr" / "LC_MESSAGES" / "steps.po"
    said = ['je saisis "{text}" et sélectionne "{button}"', 'les notes sont "{text}"', 'je vois "{message}"']
    texts = iter(json.dumps(each, ensure_ascii=False) for each in said)
    head, _, rest = catalogue.read_text("utf-8").partition("\n\n")
    rest = re.sub('^msgstr ""', lambda _: f"msgstr {next(texts)}", rest, flags=re.MULTILINE)
    catalogue.write_text(f"{head}\n\n{rest}", "utf-8")
    assert project.porspec("sync").returncode == 0
    assert project.problems() == ""
    assert "2 ran: 2 passed, 0 failed\n" in project.porspec("run", "--language", "fr").stdout


def test_on_a_terminal_it_asks_for_what_is_not_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter(["My help", "en, nl", "classic cloud"])
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr("click.termui.visible_prompt_func", lambda _: next(answers))
    project = Project(tmp_path)
    done = project.porspec("init")
    assert (done.returncode, done.stderr) == (0, "")
    config = read_config(project.root)
    assert (config.site.texts[0][2], config.all_languages, config.monikers.ids) == (
        "My help",
        ("en", "nl"),
        ("classic", "cloud"),
    )


# --- beside what is there already ----------------------------------------------------------------------------------

ACME = {
    ".gitignore": "dist\n",
    "docs/index.md": "# Acme\n\nSee [install](guide/install.md).\n",
    "docs/guide/install.md": "---\ntags: [setup]\n---\n# Install\n\nRun **make**.\n",
    "mkdocs.yml": """\
site_name: Acme docs
theme:
  name: material
  features:
    - navigation.tabs   # ours
plugins:
  - search
  - tags
# what there is
nav:
  - Home: index.md
  - Guide:
      - guide/install.md
""",
    "pyproject.toml": """\
[project]
name = "acme"
version = "1.0"

[tool.pytest.ini_options]
addopts = ["--strict-markers"]
testpaths = ["tests"]  # ours
""",
    "features/login.feature": "Feature: Login\n  Scenario: A good password\n    Given a user\n    Then they are in\n",
    "steps/__init__.py": "",
    "tests/test_login.py": """\
from pytest_bdd import given, scenarios, then

scenarios("../features/login.feature")

@given("a user", target_fixture="user")
def user():
    return "ann"

@then("they are in")
def inside(user):
    assert user
""",
}
SAID = """\
--- .gitignore
+++ .gitignore
@@ -1 +1,3 @@
 dist
+/site/
+__pycache__/
--- pyproject.toml
+++ pyproject.toml
@@ -4,4 +4,9 @@
~
 [tool.pytest.ini_options]
 addopts = ["--strict-markers"]
-testpaths = ["tests"]  # ours
+testpaths = ["tests", "help/features"]  # ours
+
+[tool.porspec]
+source_language = "en"
+features = "help/features"
+steps = "help/steps"
--- mkdocs.yml
+++ mkdocs.yml
@@ -6,8 +6,20 @@
 plugins:
   - search
   - tags
+  - porspec
+  - i18n:
+      languages:
+        - locale: en
+          name: English
+          default: true
 # what there is
 nav:
   - Home: index.md
   - Guide:
       - guide/install.md
+  - add-note.md
+  - For testers and translators:
+      - coverage.md
+      - steps.md
+      - translation.md
+      - problems.md
"""


@pytest.fixture
def acme(tmp_path: Path) -> Project:
    """A site of MkDocs' with a navigation, tabs and two plugins, beside a suite of pytest-bdd's."""
    for path, text in ACME.items():
        (tmp_path / "acme" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "acme" / path).write_text(text, "utf-8")
    return Project(tmp_path / "acme")


def test_a_site_and_a_suite_adopt_porspec_and_what_changes_is_said(acme: Project) -> None:
    before = acme.files()
    done = acme.porspec("init")
    assert (done.returncode, done.stderr) == (0, "")
    said = done.stdout[: done.stdout.index("changed ")].split("\n")
    assert sorted(said) == sorted(SAID.replace("~", " ").split("\n"))
    changed = [path for path, content in before.items() if acme.files()[path] != content]
    assert sorted(changed) == [".gitignore", "mkdocs.yml", "pyproject.toml"]
    assert sorted(acme.files().keys() - before) == [
        "help/features/en/add-note.feature",
        *(f"help/steps/{each}.py" for each in ("__init__", "labels", "notes", "world")),
        *(f"locales/{each}.pot" for each in ("features", "help", "labels", "steps")),
    ]
    assert [each.split(" ")[-1] for each in acme.problems().split("\n")[:1]] == ["[site-address]"]
    assert acme.porspec("build").returncode == 0
    assert "md-tabs" in (acme.root / "site" / "guide" / "install" / "index.html").read_text("utf-8")
    assert outcome(acme) == "3 passed"


def test_files_in_the_way_are_told_and_nothing_is_written(acme: Project) -> None:
    (acme.root / "help" / "steps").mkdir(parents=True)
    (acme.root / "help" / "steps" / "world.py").write_text("", "utf-8")
    before = acme.files()
    done = acme.porspec("init")
    assert (done.returncode, acme.files()) == (1, before)
    assert "help/steps/world.py:1:1: porspec init would write this file [project-exists]" in done.stderr


def test_a_site_that_cannot_be_added_to_is_told_the_lines(acme: Project) -> None:
    acme.edit("mkdocs.yml", "plugins:\n  - search\n  - tags\n", "plugins: !ENV [PLUGINS, [search]]\n")
    before = acme.files()
    done = acme.porspec("init")
    assert (done.returncode, acme.files()) == (1, before)
    assert done.stderr.startswith(
        "mkdocs.yml:1:1: Nothing can be added to this file, as it is written [mkdocs]\n"
        "    Write these lines there:\n"
        "        plugins:\n"
        "          - search\n"
        "          - porspec\n"
        "          - i18n:\n"
    )


def test_another_theme_is_told_and_nothing_is_written(acme: Project) -> None:
    acme.edit("mkdocs.yml", "name: material", "name: readthedocs")
    before = acme.files()
    done = acme.porspec("init")
    assert (done.returncode, acme.files()) == (1, before)
    assert "The theme is readthedocs, and the plugin porspec needs material [mkdocs]" in done.stderr


def test_the_languages_and_the_name_of_a_site_are_kept(acme: Project) -> None:
    acme.edit("mkdocs.yml", "  - tags\n", "  - i18n:\n      languages: [{locale: en}, {locale: nl, default: true}]\n")
    assert acme.porspec("init").returncode == 0
    config = read_config(acme.root)
    assert (config.source_language, config.targets, config.site.texts[0][2]) == ("nl", ("en",), "Acme docs")


def test_nothing_is_changed_where_somebody_says_no(acme: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr("click.termui.visible_prompt_func", lambda text: "n" if "Change" in text else "")
    before = acme.files()
    done = acme.porspec("init", "--name", "X", "--language", "en", "--moniker", "a")
    assert (done.returncode, acme.files()) == (1, before)
    assert "+  - porspec" in done.stdout


def tried(root: Path, files: dict[str, str]) -> Project:
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")
    return Project(root)


HOME = {"docs/index.md": "# Home\n"}
OF_MATERIAL = "site_name: X\ntheme: {name: material}\n"
LOGIN = "features/login.feature"


@pytest.mark.parametrize(
    ("files", "added"),
    [
        ({**HOME, "mkdocs.yml": "theme:\n  name: material\n"}, ["+site_name: the-folder"]),
        ({**HOME, "mkdocs.yml": "# none yet\n"}, ["+site_name: the-folder"]),
        ({"pages/index.md": "# Home\n", "mkdocs.yml": f"{OF_MATERIAL}docs_dir: pages\n"}, ["+  - porspec"]),
        (
            {**HOME, "base.yml": OF_MATERIAL, "mkdocs.yml": "INHERIT: base.yml\nplugins: [search]\n"},
            ["+plugins: [search, porspec, {i18n: {languages: [{locale: en, name: English, default: true}]}}]"],
        ),
        ({**HOME, "mkdocs.yml": f"{OF_MATERIAL}copyright: !ENV [COPY, me]\nplugins: []\n"}, []),
        (
            {**HOME, "mkdocs.yml": f"{OF_MATERIAL}hooks: []\nextra:\n  x: !!python/name:os.path.join\nplugins:\n"},
            ["+  - porspec"],
        ),
        ({LOGIN: ACME[LOGIN], "pytest.ini": "[pytest]\ntestpaths = tests\n"}, []),
    ],
    ids=["no name", "empty", "docs_dir", "inherits", "environment", "python", "pytest.ini"],
)
def test_whatever_is_there_a_project_is_begun_once(files: dict[str, str], added: list[str], tmp_path: Path) -> None:
    project = tried(tmp_path / "the-folder", files)
    before = project.files()
    done = project.porspec("init")
    assert (done.returncode, done.stderr) == (0, "")
    after = project.files()
    changed = {path for path, content in before.items() if after[path] != content}
    assert changed == set(re.findall("^changed (.*)", done.stdout, re.MULTILINE))
    assert set(added) <= set(done.stdout.split("\n"))
    assert [line for line in project.problems().split("\n") if line.endswith("]") and "site-address" not in line] == []
    again = project.porspec("init")
    assert (again.returncode, project.files() == after) == (1, True)


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({"mkdocs.yaml": OF_MATERIAL}, "mkdocs.yaml:1:1: Nothing but MkDocs reads this file by this name [mkdocs]"),
        ({"docs/steps.md": "# Steps\n"}, "docs/steps.md:1:1: porspec makes a page of this name [project-exists]"),
        ({"docs/add-note.en.md": ""}, "docs/add-note.en.md:1:1: porspec makes a page of this name [project-exists]"),
        (
            {**HOME, "base.yml": f"{OF_MATERIAL}plugins: [search]\n", "mkdocs.yml": "INHERIT: base.yml\n"},
            "mkdocs.yml:1:1: The plugins, or the navigation, stand in the file that this one inherits [mkdocs]",
        ),
        (
            {**HOME, "mkdocs.yml": f"{OF_MATERIAL}plugins:\n  - i18n\n  - porspec\n"},
            "    Write these lines below plugins, in the place of i18n:",
        ),
    ],
    ids=["mkdocs.yaml", "a page", "a page of a language", "inherits", "i18n without languages"],
)
def test_what_is_in_the_way_is_told_and_nothing_is_written(files: dict[str, str], said: str, tmp_path: Path) -> None:
    project = tried(tmp_path / "the-folder", files)
    before = project.files()
    done = project.porspec("init")
    assert (done.returncode, project.files() == before) == (1, True)
    assert said in done.stderr.split("\n")


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("pytest.ini", "[pytest]\ntestpaths = tests\n"),
        ("setup.cfg", "[tool:pytest]\ntestpaths =\n    tests\n"),
        ("pyproject.toml", '[tool.pytest.ini_options]\ntestpaths = "tests"\n'),
        ("pyproject.toml", '[tool.pytest.ini_options]\ntestpaths = [\n  "tests", # not ["more"]\n]\n'),
    ],
)
def test_where_pytest_would_not_look_is_told(path: str, text: str, tmp_path: Path) -> None:
    project = tried(tmp_path / "the-folder", {path: text})
    done = project.porspec("init")
    assert f"Add features to testpaths in {path}: pytest then runs the features, too." in done.stdout.split("\n")
    assert (project.root / path).read_text("utf-8").startswith(text)
