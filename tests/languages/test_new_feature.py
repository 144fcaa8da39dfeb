"""A new feature begins with every part of one, says what is still to be written, and becomes one like any other."""

import re
from collections.abc import Callable, Mapping
from pathlib import PurePosixPath

import pytest

from porspec.languages.feature_writer import is_as_written
from porspec.languages.sync import skeleton
from porspec.sources.config import Config, read_config
from porspec.sources.features import parse_feature
from tests.conftest import REPOSITORY, Project

CONFIG = read_config(REPOSITORY)
ENGLISH, DUTCH = (f"features/{code}/keep-partner.feature" for code in ("en", "nl"))
CATALOGUE = "locales/nl/LC_MESSAGES/features.po"
WRITTEN = {
    "TODO: keep partner": "Keep your partner",
    "TODO: what the reader gets done here, and when.": "Without a partner there is nothing to change.",
    "TODO: what holds before each scenario": "I am signed in to the admin center",
    "TODO: the task, or the way that this scenario shows": "Look for the partner",
    "TODO: what the reader needs first": 'I have only the subscription "Office 365 E3"',
    'TODO: what the reader does, with "<value>"': 'I go to the page "<page>"',
    "TODO: what the reader sees at the end": '"Edit partner of record" isn\'t available',
    "@o365-worldwide\n    Examples:\n      | value |\n      | TODO  |": (
        "@o365-worldwide\n    Examples:\n      | page |\n      | Billing > Products & services |"
    ),
    "@o365-germany\n    Examples:\n      | value |\n      | TODO  |": (
        "@o365-germany\n    Examples:\n      | page |\n      | Billing > Subscriptions |"
    ),
    "@o365-21vianet\n    Examples:\n      | value |\n      | TODO  |": (
        "@o365-21vianet\n    Examples:\n      | page |\n      | Billing > Subscriptions |"
    ),
    "TODO: what the reader should know": "A subscription begins without a partner",
    "TODO: why it is so, and what the reader can do.": "Nobody chooses one for you.",
    "TODO: a case that proves the rule": "A new subscription has none",
    "TODO: what holds in this case": 'I have only the subscription "Office 365 E3"',
    "TODO: what is done": "I open the list of my subscriptions",
    "TODO: what is shown, or refused": 'the subscription "Office 365 E3" has no partner of record',
}
TRANSLATED = {
    "TODO: keep partner": "Uw partner houden",
    "TODO: what the reader gets done here, and when.": "Zonder partner valt er niets te wijzigen.",
    "TODO: what holds before each scenario": "dat ik bij het beheercentrum ben aangemeld",
    "TODO: the task, or the way that this scenario shows": "De partner opzoeken",
    "TODO: what the reader needs first": 'dat ik alleen het abonnement "Office 365 E3" heb',
    'TODO: what the reader does, with "<value>"': 'ik naar de pagina "<pagina>" ga',
    "TODO: what the reader sees at the end": 'is "Partner of Record bewerken" niet beschikbaar',
    "@o365-worldwide\n    Voorbeelden:\n      | value |\n      | TODO  |": (
        "@o365-worldwide\n    Voorbeelden:\n      | pagina |\n      | Facturering > Producten en services |"
    ),
    "@o365-germany\n    Voorbeelden:\n      | value |\n      | TODO  |": (
        "@o365-germany\n    Voorbeelden:\n      | pagina |\n      | Facturering > Abonnementen |"
    ),
    "@o365-21vianet\n    Voorbeelden:\n      | value |\n      | TODO  |": (
        "@o365-21vianet\n    Voorbeelden:\n      | pagina |\n      | Facturering > Abonnementen |"
    ),
    "TODO: what the reader should know": "Een abonnement begint zonder partner",
    "TODO: why it is so, and what the reader can do.": "Niemand kiest er een voor u.",
    "TODO: a case that proves the rule": "Een nieuw abonnement heeft er geen",
    "TODO: what holds in this case": 'dat ik alleen het abonnement "Office 365 E3" heb',
    "TODO: what is done": "ik de lijst met mijn abonnementen open",
    "TODO: what is shown, or refused": 'heeft het abonnement "Office 365 E3" geen Partner of Record',
}
PROSE = [key for key in WRITTEN if "@" not in key and not WRITTEN[key].startswith(("I ", "the ", '"'))]


@pytest.fixture
def begun(project: Project) -> Project:
    """A project with a new feature."""
    done = project.porspec("new", "feature", "keep-partner")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        f"wrote {ENGLISH}\nwrote {DUTCH}\n"
        f"Write something for each TODO in {ENGLISH}: porspec check names them. Then run porspec sync,\n"
        "and give keep-partner.md its place in the navigation, in mkdocs.yml.\n"
    )
    return project


def write(project: Project, path: str, texts: Mapping[str, str]) -> None:
    for old, new in texts.items():
        project.edit(path, old, new)


def translate(project: Project, english: str, dutch: str) -> None:
    """As a translator does it, who also takes away what says that a translation is only a guess."""
    entry = rf'(?:#, fuzzy\n)?((?:#\|.*\n)*msgctxt "\w+"\nmsgid "{re.escape(english)}"\nmsgstr )".*"\n'
    changed, count = re.subn(entry, lambda found: f'{found[1]}"{dutch}"\n', text(project, CATALOGUE))
    assert count == 1, english
    (project.root / CATALOGUE).write_text(changed, "utf-8")


def text(project: Project, path: str) -> str:
    return (project.root / path).read_text("utf-8")


@pytest.mark.parametrize("path", [ENGLISH, DUTCH])
def test_a_new_feature_has_every_part_of_one(begun: Project, path: str, golden: Callable[[str, str], None]) -> None:
    golden(f"new-feature/{path.split('/')[1]}.feature", text(begun, path))


def test_check_says_of_each_place_what_is_still_to_be_written(
    begun: Project, golden: Callable[[str, str], None]
) -> None:
    golden("problems/feature-still-to-be-written.txt", begun.problems())


def test_nothing_else_is_written_while_something_is_still_to_be_written(begun: Project) -> None:
    before = begun.files()
    for command in ("sync", "run", "build"):
        done = begun.porspec(command)
        assert (done.returncode, done.stderr.splitlines()[-1]) == (1, "16 problems")
    assert begun.files() == before


def test_what_is_wrong_besides_is_said_as_well(begun: Project) -> None:
    begun.edit(ENGLISH, "TODO: what is done", "I do something")
    begun.edit(ENGLISH, "@o365-germany\n", "@o365-germny\n")
    codes = [line.partition(" [")[2].rstrip("]") for line in begun.problems().splitlines() if line.endswith("]")]
    assert sorted(codes) == ["step-undefined", "tag-unknown", *["to-do"] * 15]


@pytest.mark.slow
def test_a_feature_that_is_written_is_synced_translated_and_run_like_any_other(begun: Project) -> None:
    write(begun, ENGLISH, WRITTEN)
    assert begun.porspec("sync").returncode == 0
    assert is_as_written(text(begun, DUTCH), read_config(begun.root), PurePosixPath(DUTCH).stem)
    assert '    Als ik naar de pagina "<pagina>" ga\n' in text(begun, DUTCH)
    for key in PROSE:
        translate(begun, WRITTEN[key], TRANSLATED[key])
    assert begun.porspec("sync").stdout == f"wrote {DUTCH}\n"
    assert begun.problems() == ""
    done = begun.porspec("run")
    assert (done.returncode, done.stdout.count("Keep your partner")) == (0, 1)


def test_a_feature_may_be_written_in_another_language_first(begun: Project) -> None:
    write(begun, DUTCH, TRANSLATED)
    texts = [each for key in PROSE for each in ("--source-text", TRANSLATED[key], WRITTEN[key])]
    done = begun.porspec("sync", "--from", "nl", DUTCH, *texts)
    assert (done.returncode, done.stderr) == (0, "")
    assert '  Scenario Outline: Look for the partner\n    Given I have only the subscription "Office 365 E3"\n' in text(
        begun, ENGLISH
    )
    assert "TODO" not in text(begun, ENGLISH) + text(begun, CATALOGUE)
    assert begun.problems() == ""


def test_names_and_paragraphs_of_a_feature_that_is_written_in_another_language_need_source_texts(
    begun: Project,
) -> None:
    write(begun, DUTCH, TRANSLATED)
    before = begun.files()
    done = begun.porspec("sync", "--from", "nl", DUTCH)
    assert (done.returncode, done.stderr.count("[source-text-missing]")) == (1, len(PROSE))
    assert begun.files() == before


def test_what_was_written_in_the_source_language_is_not_overwritten_by_another_one(begun: Project) -> None:
    begun.edit(ENGLISH, "TODO: keep partner", "Keep your partner")
    write(begun, DUTCH, TRANSLATED)
    before = begun.files()
    done = begun.porspec("sync", "--from", "nl", DUTCH)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(
        f"{ENGLISH}:1:1: This file was edited and has problems: to take {DUTCH} back would undo the edit [take-back]\n"
        "    Finish this file and run porspec sync, or delete it and take the other one back.\n"
    )
    assert begun.files() == before


def test_a_skeleton_whose_source_is_written_waits_for_sync(begun: Project) -> None:
    write(begun, ENGLISH, WRITTEN)
    assert [each for each in begun.problems().splitlines() if each.startswith((DUTCH, "    Run"))] == [
        f"{DUTCH}:1:1: This feature is still to be written here [feature-stale]",
        f"    Run porspec sync; or write it here, and run porspec sync --from nl {DUTCH}.",
    ]


def test_what_is_still_to_be_written_in_another_language_is_not_taken_back(begun: Project) -> None:
    begun.edit(DUTCH, "TODO: keep partner", "Uw partner houden")
    before = begun.files()
    done = begun.porspec("sync", "--from", "nl", DUTCH)
    assert (done.returncode, done.stderr.count("[to-do]")) == (1, 15)
    assert done.stderr.startswith(
        f"{DUTCH}:6:3: Still to be written: what the reader gets done here, and when. [to-do]"
    )
    assert begun.files() == before


def test_a_to_do_in_any_feature_is_a_problem_also_in_a_value(project: Project) -> None:
    project.edit("features/en/change-partner.feature", "| Billing > Subscriptions |", "| TODO |")
    project.edit("features/en/change-partner.feature", "# The clouds differ", "# TODO: the clouds differ")
    assert project.problems() == (
        "features/en/change-partner.feature:31:9: Still to be written [to-do]\n"
        '    Replace the TODO. porspec steps --for "…" finds steps.\n'
    )


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("Cancel Order", '"Cancel Order" is no name for a feature [feature-name]\n{}: cancel-order.'),
        ("a/B c", '"a/B c" is no name for a feature [feature-name]\n{}: a/b-c.'),
        ("../x", '"../x" is no name for a feature [feature-name]\n{}: x.'),
        ("x.feature", '"x.feature" is no name for a feature [feature-name]\n{}: x-feature.'),
        ("取消", '"取消" is no name for a feature [feature-name]\n{}: change-order.'),
    ],
)
def test_a_name_that_cannot_be_one_of_a_file_and_a_page_is_a_problem(project: Project, name: str, message: str) -> None:
    before = project.files()
    done = project.porspec("new", "feature", name)
    remedy = "    Give small letters and digits, with hyphens between words"
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"features/en/{name}.feature:1:1: {message.format(remedy)}\n1 problem\n"
    assert project.files() == before


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("add-partner", "features/en/add-partner.feature"),
        ("only-dutch", "features/nl/only-dutch.feature"),
        ("index", "docs/index.en.md"),
        ("compare", "docs/compare.md"),
        ("coverage", "docs/coverage.md"),
        ("steps", "docs/steps.md"),
        ("nl", "docs/nl.md"),
    ],
)
def test_a_name_of_a_feature_or_a_page_that_is_there_is_a_problem(project: Project, name: str, place: str) -> None:
    (project.root / "features/nl/only-dutch.feature").write_text("# language: nl\n", "utf-8")
    before = project.files()
    done = project.porspec("new", "feature", name)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        f'{place}:1:1: The name "{name}" is taken [feature-exists]\n'
        "    Give another name, or edit what is there.\n1 problem\n"
    )
    assert project.files() == before


@pytest.mark.parametrize("code", ["en", "nl", "de", "zh", "pt_BR", "ja", "ar", "ru", "mt"])
def test_a_new_feature_is_gherkin_in_any_language(code: str) -> None:
    config = Config(CONFIG.root, "any", "en", CONFIG.monikers)
    found, problems = parse_feature(skeleton(config, code, "x"), "x", "x", code, config.language(code).dialect)
    assert problems == ()
    assert found is not None
    assert [len(scenario.steps) for _, scenario in found.all_scenarios()] == [3, 3]
    assert [len(scenario.examples) for _, scenario in found.all_scenarios()] == [3, 0]
    assert found.background is not None
    assert len(found.background.steps) == 1
