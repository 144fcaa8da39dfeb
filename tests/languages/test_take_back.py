"""A feature that was edited in another language is taken back into the source language, or nothing is changed."""

from pathlib import Path

import pytest

from tests.conftest import Project, forget_what_follows

FIND, ENGLISH = "features/nl/find-partner.feature", "features/en/find-partner.feature"
CATALOGUE = "locales/nl/LC_MESSAGES/features.po"
NEW = """
    Scenario: Zonder vraag geen id
      Stel dat ik nog niet met een partner samenwerk
      Dan weet ik de Microsoft-partner-id "3214567" niet
"""


def text(project: Project, path: str) -> str:
    return (project.root / path).read_text("utf-8")


def line_of(project: Project, part: str) -> int:
    """The number of the line of the Dutch feature that a text stands in first."""
    return text(project, FIND).partition(part)[0].count("\n") + 1


def changed(project: Project, before: dict[str, bytes]) -> list[str]:
    after = project.files()
    return sorted(path for path in {*before, *after} if before.get(path) != after.get(path))


def lines(before: str, after: str) -> list[tuple[str, str]]:
    """The lines that two texts of the same length differ in."""
    return [pair for pair in zip(before.splitlines(), after.splitlines(), strict=True) if pair[0] != pair[1]]


def stems() -> list[str]:
    return sorted(path.stem for path in Path("features/en").glob("*.feature"))


@pytest.mark.parametrize("stem", stems())
def test_a_feature_that_was_not_edited_changes_nothing(project: Project, stem: str) -> None:
    before = project.files()
    done = project.porspec("sync", "--from", "nl", f"features/nl/{stem}.feature")
    assert (done.returncode, done.stdout, done.stderr) == (0, "Everything is up to date\n", "")
    assert changed(project, before) == []


def test_a_better_title_is_the_new_translation_of_its_message(project: Project) -> None:
    project.edit(FIND, "Scenario: Een partner zoeken op", "Scenario: Een partner vinden op")
    before = project.files()
    assert project.porspec("sync", "--from", "nl").returncode == 0
    assert changed(project, before) == [FIND, CATALOGUE]
    assert lines(before[CATALOGUE].decode(), text(project, CATALOGUE)) == [
        (
            'msgstr "Een partner zoeken op Microsoft Pinpoint"',
            'msgstr "Een partner vinden op Microsoft Pinpoint"',
        )
    ]
    assert project.porspec("sync", "--check").returncode == 0
    assert project.problems() == ""


def test_a_better_paragraph_is_the_new_translation_of_its_message(project: Project) -> None:
    project.edit(FIND, "in alfabetische volgorde.", "in alfabetische volgorde, van A tot Z.")
    assert project.porspec("sync", "--from", "nl", FIND).returncode == 0
    assert text(project, ENGLISH) == (Path(ENGLISH)).read_text("utf-8")
    assert "in alfabetische volgorde, van A tot Z." in " ".join(text(project, CATALOGUE).replace('"\n"', "").split())
    assert project.problems() == ""


def test_steps_in_another_order_are_so_in_the_source_language(project: Project) -> None:
    project.edit(
        FIND,
        """      Dan wordt de partner "Fabrikam" gevonden
      En weet ik de Microsoft-partner-id "3214567" niet
""",
        """      Dan weet ik de Microsoft-partner-id "3214567" niet
      En wordt de partner "Fabrikam" gevonden
""",
    )
    before = text(project, ENGLISH)
    assert project.porspec("sync", "--from", "nl").returncode == 0
    assert lines(before, text(project, ENGLISH)) == [
        ('      Then the partner "Fabrikam" is found', '      Then I don\'t know the Microsoft Partner ID "3214567"'),
        ('      And I don\'t know the Microsoft Partner ID "3214567"', '      And the partner "Fabrikam" is found'),
    ]
    assert project.problems() == ""


def test_a_new_scenario_without_a_source_text_is_a_problem_and_changes_nothing(project: Project) -> None:
    project.append(FIND, NEW)
    before = project.files()
    line = line_of(project, "Scenario: Zonder vraag geen id")
    done = project.porspec("sync", "--from", "nl", FIND)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        f'{FIND}:{line}:5: "Zonder vraag geen id" (scenario) is new, and has no text in en [source-text-missing]\n'
        f'    Give it with --source-text "Zonder vraag geen id" "…", or add it to {CATALOGUE}: msgctxt "scenario", '
        'msgid "…", msgstr "Zonder vraag geen id".\n'
        "1 problem\n"
    )
    assert changed(project, before) == []


def test_a_new_scenario_is_taken_back_with_its_source_text(project: Project) -> None:
    project.append(FIND, NEW)
    before = text(project, ENGLISH)
    done = project.porspec("sync", "--from", "nl", FIND, "--source-text", "Zonder vraag geen id", "No question, no ID")
    assert done.returncode == 0
    assert text(project, ENGLISH) == before + (
        "\n    Scenario: No question, no ID\n      Given I don't work with a partner\n"
        '      Then I don\'t know the Microsoft Partner ID "3214567"\n'
    )
    assert project.porspec("sync", "--check").returncode == 0
    assert project.problems() == ""


def test_a_new_scenario_is_taken_back_with_a_message_of_the_catalogue(project: Project) -> None:
    project.append(FIND, NEW)
    project.append(CATALOGUE, '\nmsgctxt "scenario"\nmsgid "No question, no ID"\nmsgstr "Zonder vraag geen id"\n')
    assert project.porspec("sync", "--from", "nl").returncode == 0
    assert "    Scenario: No question, no ID\n" in text(project, ENGLISH)
    assert project.problems() == ""


def test_a_step_that_no_definition_has_is_a_problem_and_changes_nothing(project: Project) -> None:
    line = line_of(project, "Als ik de website")
    project.edit(FIND, "Als ik de website", "Als ik snel de website")
    before = project.files()
    done = project.porspec("sync", "--from", "nl")
    assert done.returncode == 1
    assert done.stderr.startswith(f"{FIND}:{line}:9: No When step is defined for 'ik snel de website ")
    assert changed(project, before) == []


def test_a_scenario_that_was_removed_is_removed_from_the_source_only_if_that_is_said(project: Project) -> None:
    whole = text(project, FIND)
    end = whole.rindex("\n\n", 0, whole.index("  Regel: Alleen de partner"))  # its tags go with the rule
    (project.root / FIND).write_text(f"{whole[:end]}\n", "utf-8")
    before = project.files()
    done = project.porspec("sync", "--from", "nl")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(f'{FIND}:3:1: The rule "Only the partner can tell you its ID" at {ENGLISH}:')
    assert "Add --remove if it is to go from all languages; else write it here again." in done.stderr
    assert changed(project, before) == []
    assert project.porspec("sync", "--from", "nl", "--remove").returncode == 0
    assert "A partner that you've found" not in text(project, ENGLISH)


def test_a_comment_of_another_language_is_none_of_the_source(project: Project) -> None:
    line = line_of(project, "Als ik de website")
    project.edit(FIND, "    Als ik de website", "    # Dat duurt even.\n    Als ik de website")
    before = project.files()
    done = project.porspec("sync", "--from", "nl")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        f'{FIND}:{line}:5: "# Dat duurt even." is new, and comments are the same in all languages '
        "[source-text-missing]\n"
        '    Give it with --source-text "# Dat duurt even." "# …" in en, or remove it here.\n1 problem\n'
    )
    assert changed(project, before) == []
    done = project.porspec("sync", "--from", "nl", "--source-text", "# Dat duurt even.", "# That takes a while.")
    assert done.returncode == 0
    assert [path for path in (ENGLISH, FIND) if "    # That takes a while.\n" in text(project, path)] == [ENGLISH, FIND]
    assert project.problems() == ""


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("fr",), 'features/fr:1:1: "fr" is no language to take back from [take-back]\n    Give one of nl.'),
        (
            ("nl", "features/en/find-partner.feature"),
            "features/en/find-partner.feature:1:1: This is no feature in nl [take-back]",
        ),
        (("nl", "nowhere.feature"), "nowhere.feature:1:1: This is no feature in nl [take-back]"),
    ],
)
def test_what_is_no_feature_of_the_language_is_a_problem(
    project: Project, arguments: tuple[str, ...], message: str
) -> None:
    done = project.porspec("sync", "--from", *arguments)
    assert (done.returncode, done.stderr.startswith(message)) == (1, True)


def test_an_edit_of_an_older_feature_would_undo_what_is_newer_and_is_refused(project: Project) -> None:
    project.edit(FIND, "Scenario: Een partner zoeken op", "Scenario: Een partner vinden op")
    project.append(ENGLISH, "\n    Scenario: One more\n      Given I don't work with a partner\n")
    before = project.files()
    done = project.porspec("sync", "--from", "nl", FIND)
    assert done.returncode == 1
    assert f"{FIND}:1:1: {ENGLISH}, or the catalogue, has changed since this was written" in done.stderr
    assert changed(project, before) == []


def test_the_title_of_another_feature_is_no_new_title_of_that_one(project: Project) -> None:
    project.edit(FIND, "Functionaliteit: Een partner zoeken", "Functionaliteit: Uw partnerrelaties bekijken")
    assert project.porspec("sync", "--from", "nl", FIND).returncode == 0
    assert text(project, ENGLISH) == Path(ENGLISH).read_text("utf-8")
    assert (
        '"Uw partnerrelaties bekijken" is both "Find a partner" and "View your partner relationships" here'
        in project.problems()
    )


def test_a_source_text_that_nothing_needs_is_a_problem_and_changes_nothing(project: Project) -> None:
    project.edit(FIND, "Scenario: Een partner zoeken op", "Scenario: Een partner vinden op")
    before = project.files()
    done = project.porspec("sync", "--from", "nl", "--source-text", "Een partner vinden", "Find one")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        'features/nl:1:1: --source-text has "Een partner vinden", which is no new name or paragraph of these features '
        "[take-back]\n    Write it as the feature has it, a paragraph on one line; leave out what is not new.\n"
        "1 problem\n"
    )
    assert changed(project, before) == []


def test_a_feature_that_the_source_language_lacks_is_kept_and_can_be_taken_into_it(project: Project) -> None:
    forget_what_follows(project)
    (project.root / ENGLISH).unlink()
    dutch = text(project, FIND).replace("Scenario: Elke partner", "Scenario: Iedere partner", 1)
    (project.root / FIND).write_text(dutch, "utf-8")
    done = project.porspec("sync")
    assert (done.returncode, f"porspec sync --from nl {FIND}" in done.stderr) == (1, True)
    assert text(project, FIND) == dutch


def test_a_feature_that_is_not_utf_8_cannot_be_taken_back(project: Project) -> None:
    (project.root / FIND).write_bytes((project.root / FIND).read_bytes() + b"\n# caf\xe9\n")
    before = project.files()
    done = project.porspec("sync", "--from", "nl")
    assert (done.returncode, "This file is not UTF-8 [feature-syntax]" in done.stderr) == (1, True)
    assert changed(project, before) == []


def test_one_feature_is_taken_back_while_another_one_is_still_edited(project: Project) -> None:
    other = "features/nl/view-partners.feature"
    project.edit(FIND, "Scenario: Een partner zoeken op", "Scenario: Een partner vinden op")
    project.edit(other, "De lijst met partners bekijken", "Bekijk de lijst met partners")
    kept = text(project, other)
    assert project.porspec("sync", "--from", "nl", FIND).returncode == 0
    assert text(project, other) == kept
    assert project.porspec("sync", "--from", "nl", other).returncode == 0
    assert project.problems() == ""
