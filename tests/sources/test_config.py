"""[tool.porspec] is read with whatever somebody wrote in it; what it cannot be is a Problem with its line."""

from collections.abc import Callable
from pathlib import Path

import pytest

from porspec.languages.sync import new_language
from porspec.sources.config import is_project, read_config
from porspec.sources.problems import SpecError
from porspec.sources.settings import known_language
from tests.conftest import Project

HEAD = '[tool.porspec]\nsource_language = "en"\n'
MONIKER = '[[tool.porspec.monikers]]\nid = "{}"\nproduct = "P"\nname = "N"\n'
SENSE = "[tool.porspec] does not make sense: "
GOOD = HEAD + MONIKER.format("one")


def wrong(root: Path) -> str:
    with pytest.raises(SpecError) as caught:
        read_config(root)
    return str(caught.value).partition("\n")[0]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('tool = "x"\n', "1:1: There is no [tool.porspec] table"),
        ("tool = 7\n", "1:1: There is no [tool.porspec] table"),
        ("[tool]\nporspec = 7\n", "2:1: it must be a table"),
        ("a = [", "1:1: Not valid TOML: Invalid value"),
        ("a = " + "[" * 20_000, "1:1: Not valid TOML: maximum recursion depth exceeded"),
        (b"a = '\xe9'\n", "1:1: This file is not UTF-8"),
        ("[tool.porspec]\nsource_language = 7\n", "2:1: source_language must be a"),
        (f'{HEAD}monikers = "x"\n', "3:1: monikers must be a list"),
        (
            f'{HEAD}[[tool.porspec.monikers]]\nid = "a"\nname = "A"\n[[tool.porspec.monikers]]\nid = "A"\nname = "A"\n',
            "7:1: monikers must each have",
        ),
        (
            f"{HEAD}monikers = [7]\n",
            "1:1: [[tool.porspec.monikers]] must be a table",
        ),
        (f"{GOOD}order = true\n", "7:1: order must be a whole number"),
        (f'{GOOD}retired = "2021"\n', "7:1: retired must be a date"),
        (f"{HEAD}footer = [1]\n{GOOD[len(HEAD) :]}", "3:1: footer must be a text"),
        (f"{HEAD}tags = {{a = 1}}\n{GOOD[len(HEAD) :]}", "3:1: tags must be a table of what"),
        (
            f"{HEAD}languages = {{nl = 1}}\n{GOOD[len(HEAD) :]}",
            "1:1: [tool.porspec.languages.",
        ),
        (
            f'{HEAD}locales = "../out"\n{GOOD[len(HEAD) :]}',
            "3:1: locales is '../out'",
        ),
        (f'{HEAD}steps = "/tmp"\n{GOOD[len(HEAD) :]}', "3:1: steps is '/tmp'"),
        (f'{HEAD}features = " "\n{GOOD[len(HEAD) :]}', "3:1: features is ' '"),
        (
            GOOD + MONIKER.format("ONE"),
            "8:1: monikers must each have an id of its own, whatever its capitals: ONE is there twice",
        ),
        (
            f"{GOOD}[tool.porspec.languages.pt-br]\n",
            "7:1: 'pt-br' is no code of a language",
        ),
        (
            f"{GOOD}[tool.porspec.languages.pt-BR]\n[tool.porspec.languages.pt_BR]\n",
            "8:1: pt-BR and pt_BR are one language",
        ),
        (f'{GOOD}[tool.porspec.languages.sr]\nlang = "hr-Latn"\n', "8:1: 'hr-Latn' is no tag of the language sr"),
        (f'{GOOD}[tool.porspec.languages.sr]\nlang = "sr_Latn"\n', "8:1: 'sr_Latn' is no tag of the language sr"),
        (
            f"{GOOD}[tool.porspec.languages.nl.keywords]\ngiven = 7\n",
            "8:1: 7 is no keyword for given",
        ),
        (f'{GOOD}[tool.porspec.next]\npay = "go"\n', "8:1: next must be a table of lists"),
        (f"{GOOD}[tool.porspec.next]\npay = [1]\n", "8:1: next must be a table of lists"),
        (f"{GOOD}[tool.porspec.next]\npay = []\n", "8:1: next names the feature 'pay', which there is not"),
        (f"{GOOD}[tool.porspec.links]\nedit = 1\n", "7:1: links must be a table of addresses"),
        (f'{GOOD}[tool.porspec.links]\nreport = "https://a.b"\nedits = "https://a.b"\n', "9:1: there is no link edits"),
        (f'{GOOD}[tool.porspec.links]\nedit = "https://a.b/{{file}}"\n', "8:1: the link edit has {file}"),
        (f'{GOOD}[tool.porspec.links]\nedit = "https://a.b/{{}}"\n', "8:1: the link edit has {}"),
        (f'{GOOD}[tool.porspec.links]\nyes = "javascript:x"\n', "8:1: the link yes is no address"),
        (f'{GOOD}[tool.porspec.links]\nno = "https://a.b/{{page"\n', "8:1: the link no is no address"),
        (f'{GOOD}[tool.porspec.links]\nno = "https://[a/{{page}}"\n', "8:1: the link no is no address"),
    ],
)
def test_what_the_configuration_cannot_be_is_a_problem_with_its_line(
    text: str | bytes, problem: str, tmp_path: Path
) -> None:
    (tmp_path / "pyproject.toml").write_bytes(text if isinstance(text, bytes) else text.encode())
    found = wrong(tmp_path).removeprefix("pyproject.toml:").replace(SENSE, "")
    assert (found[: len(problem)], found[-15:]) == (problem, "[configuration]")


def test_a_table_that_is_almost_ours_is_told(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text(f"{HEAD.replace('porspec', 'porpsec')}{MONIKER.format('one')}", "utf-8")
    assert wrong(tmp_path) == "pyproject.toml:1:1: [tool.porpsec] is read by nobody [configuration]"
    (tmp_path / "pyproject.toml").write_text("[tool.pytest.x]\n[tool.poetry]\n", "utf-8")
    assert wrong(tmp_path) == "pyproject.toml:1:1: There is no [tool.porspec] table [configuration]"


def test_the_project_around_a_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text(HEAD, "utf-8")
    (tmp_path / "docs").mkdir()
    with pytest.raises(SpecError) as caught:
        read_config(tmp_path / "docs")
    assert caught.value.problems[0].remedy.startswith(f"Run in the project's folder: {tmp_path}, give --root")


def test_a_root_that_is_a_file_or_has_a_folder_for_a_configuration_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    (tmp_path / "pyproject.toml").mkdir()
    assert [wrong(tmp_path / name) for name in ("file", "nowhere", ".")] == [
        "pyproject.toml:1:1: There is no pyproject.toml here [configuration]",
        "pyproject.toml:1:1: There is no pyproject.toml here [configuration]",
        "pyproject.toml:1:1: Cannot be read: Is a directory [configuration]",
    ]
    assert [is_project(tmp_path / name) for name in ("file", "nowhere", ".")] == [False, False, False]


def test_a_configuration_is_read_however_an_editor_saves_it_and_folders_are_spelt_in_any_way(tmp_path: Path) -> None:
    text = f'{HEAD}footer = "a\u2028b"\nsteps = "./my//steps/"\n{MONIKER.format("one")}colour = 7\n'
    (tmp_path / "pyproject.toml").write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    assert wrong(tmp_path).startswith(f"pyproject.toml:9:1: {SENSE}there is no option colour")
    (tmp_path / "pyproject.toml").write_text(f"project = 7\n{text.replace('colour = 7', '')}", "utf-8")
    config = read_config(tmp_path)
    assert (config.name, config.steps, config.footer) == ("porspec", "my/steps", "a\u2028b")


def test_two_spellings_of_a_code_are_one_language(small: Callable[..., Project]) -> None:
    project = small({"features/en/a.feature": 'Feature: A\n\n  Scenario: One\n    Then it is "x"\n'})
    assert new_language(project.root, "pt-BR")[0].startswith("locales/pt-BR/")
    for code, known in (("pt_BR", "pt-BR"), ("pt-BR", "pt-BR"), ("en", "en")):
        with pytest.raises(SpecError) as caught:
            new_language(project.root, code)
        assert f"There is a language {known} already [language-exists]" in str(caught.value)
    (project.root / "locales" / "pt_BR" / "LC_MESSAGES").mkdir(parents=True)
    (project.root / "locales" / ".fr.x1" / "LC_MESSAGES").mkdir(parents=True)
    config = read_config(project.root)
    assert (config.all_languages, config.spelling("pt_BR")) == (("en", "pt-BR"), "pt-BR")
    assert [str(each).partition("\n")[0] for each in config.strange_folders()] == [
        "locales/pt_BR:1:1: pt_BR is the language pt-BR [language-code]"
    ]


def test_a_language_is_configured_in_either_spelling(small: Callable[..., Project]) -> None:
    project = small({"locales/pt_BR/LC_MESSAGES/labels.po": ""})
    project.append("pyproject.toml", '[tool.porspec.languages.pt-BR]\nname = "Brasileiro"\ncomplete = true\n')
    found = read_config(project.root).language("pt_BR")
    assert (found.code, found.tag, found.name, found.is_complete) == ("pt_BR", "pt-BR", "Brasileiro", True)


@pytest.mark.parametrize(
    ("glossary", "problem"),
    [
        ("[[term]\n", "1:7: Not valid TOML: Expected"),
        ('[[term]]\nsource = "a"\nnl = {use = [7]}\n', "1:1: The glossary does not make sense: TypeError("),
        ('[[term]]\nnl = {use = "b"}\n', "1:1: The glossary does not make sense: KeyError('source')"),
        ("term = 7\n", "1:1: The glossary does not make sense: TypeError("),
    ],
)
def test_a_broken_glossary_is_told_where_it_is_however_deep_its_folder(
    glossary: str, problem: str, small: Callable[..., Project]
) -> None:
    feature = 'Feature: A\n\n  Scenario: One\n    Then it is "x"\n'
    project = small({"features/en/a.feature": feature, "i18n/locales/glossary.toml": glossary})
    project.edit("pyproject.toml", "[tool.porspec]\n", '[tool.porspec]\nlocales = "i18n/locales"\n')
    new_language(project.root, "nl")
    assert f"i18n/locales/glossary.toml:{problem}" in project.problems()


SCENARIOS = {"en": "Scenario", "nl": "Scenario", "fr": "Scénario", "ru": "Сценарий", "uk": "Сценарій", "da": "Scenarie"}
SCENARIOS |= {"el": "Σενάριο", "lt": "Scenarijus", "sr_Latn": "Scenario", "zh": "场景", "hr": "Primjer"}


@pytest.mark.parametrize(("code", "scenario"), SCENARIOS.items())
def test_a_scenario_is_called_so_where_a_dialect_has_the_word(code: str, scenario: str) -> None:
    assert known_language(code, "en").keywords["scenario"] == scenario
