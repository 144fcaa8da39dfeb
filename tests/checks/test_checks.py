"""Single checks, each on a small project."""

from collections.abc import Callable

import pytest

from porspec.checks.checking import problems_of
from tests.conftest import Project

Small = Callable[..., Project]
FEATURE = 'Feature: Things\n  Scenario: One\n    Given there is "a"\n    Then it is "a"\n'


def errors(project: Project) -> list[str]:
    """The first line of each error."""
    return [str(each).partition("\n")[0] for each in problems_of(project.root)[1] if each.is_error]


@pytest.mark.parametrize("stem", ["compare", "coverage", "steps", "translation", "problems", "en"])
def test_a_feature_of_the_name_of_a_page_that_every_site_has_is_a_problem(stem: str, small: Small) -> None:
    path = f"features/en/{stem}.feature"
    project = small({path: FEATURE, "features/en/things.feature": FEATURE.replace("Things", "Others")})
    assert errors(project) == [
        f'{path}:1:1: A page called "{stem}" is there without this feature: only one would be shown [feature-name]'
    ]


@pytest.mark.parametrize(
    ("escape", "character"), [(r"\b", "U+0008"), (r"\f", "U+000C"), (r"\r", "U+000D"), (r"\v", "U+000B")]
)
def test_a_character_that_a_catalogue_writes_with_a_backslash_is_found_where_it_is(
    escape: str, character: str, small: Small
) -> None:
    project = small({"features/en/things.feature": FEATURE})
    assert project.porspec("new", "language", "nl").returncode == 0
    path = "locales/nl/LC_MESSAGES/help.po"
    project.edit(
        path, 'msgid "Cloud A"\nmsgstr ""', f'# {escape}\nmsgid "Cloud A"\nmsgstr "Wolk\\\\{escape[1]} {escape} A"'
    )
    line = (project.root / path).read_text("utf-8").partition('msgstr "Wolk')[0].count("\n") + 1
    said = f"The character {character} stands here, which readers do not see [text-character]"
    assert [each for each in errors(project) if "text-character" in each] == [f"{path}:{line}:17: {said}"]


def test_a_catalogue_that_was_cut_after_its_header_is_a_problem_of_a_complete_language(small: Small) -> None:
    project = small({"features/en/things.feature": FEATURE})
    assert project.porspec("new", "language", "nl").returncode == 0
    path = project.root / "locales" / "nl" / "LC_MESSAGES" / "help.po"
    header = path.read_text("utf-8").partition("\n\n")[0] + "\n"
    path.write_text(header, "utf-8")
    assert errors(project) == []
    project.edit("pyproject.toml", "[tool.pytest", "[tool.porspec.languages.nl]\ncomplete = true\n\n[tool.pytest")
    found = "locales/nl/LC_MESSAGES/help.po:1:1: This file holds no message, and nl is held to be complete"
    assert [each for each in errors(project) if "help.po" in each] == [f"{found} [untranslated]"]
    path.write_text(header.replace("Language: nl", "Language: de"), "utf-8")
    assert [each.rpartition("[")[2] for each in errors(project) if "help.po" in each] == ["po-syntax]"]
    path.unlink()
    assert [each.rpartition("[")[2] for each in errors(project) if "help.po" in each] == ["po-missing]"]


def test_a_language_that_is_held_to_be_complete_and_has_no_catalogues_is_a_problem(small: Small) -> None:
    project = small({"features/en/things.feature": FEATURE})
    project.edit("pyproject.toml", "[tool.pytest", "[tool.porspec.languages.nl]\ncomplete = true\n\n[tool.pytest")
    found = "pyproject.toml:1:1: nl is held to be complete, and it has no catalogues [untranslated]"
    assert errors(project) == [found]


LABELS = """
from porspec.steps import Label, LabelType
from typing import Annotated

LABELS = (
    Label("button.remove", "Remove"),
    Label("button.delete", "Remove"),
    Label("page.remove", "Remove"),
)
Button = Annotated[str, LabelType("button")]

def new_world(moniker):
    return []

def snapshot(world):
    return list(world)
"""


def test_labels_of_one_text_are_a_problem_where_one_argument_can_name_both(small: Small) -> None:
    step = "from porspec.steps import when\nfrom . import Button\n\n"
    step += "@when('I select \"{button}\"')\ndef select(world: list[object], button: Button) -> None: ...\n"
    project = small({"features/en/things.feature": FEATURE, "steps/__init__.py": LABELS, "steps/buttons.py": step})
    assert [each.rpartition(": ")[2] for each in errors(project)] == [
        'In en, button.remove and button.delete are both called "Remove" [label-ambiguous]'
    ]


def test_bold_words_in_code_are_no_labels_and_others_are(small: Small) -> None:
    page = "**One** `**two**`\n\n```\n**three**\n```\n\n    **four**\n\n~~~text\n**five**\n~~~\n"
    files = {"steps/__init__.py": LABELS, "docs/index.en.md": page}
    project = small({"features/en/things.feature": FEATURE, **files})
    assert errors(project) == [
        'docs/index.en.md:1:1: "One" is in bold, and it is no label in this language [label-in-text]'
    ]


GLOSSARY = """
[[term]]
source = "order"
nl = { use = "bestel", never = ["order*", "opdracht"] }
"""


def test_the_glossary_holds_words_in_translations_and_is_silent_where_there_is_none(small: Small) -> None:
    feature = FEATURE.replace("One", "Change an order")
    project = small({"features/en/things.feature": feature, "locales/glossary.toml": GLOSSARY})
    assert project.porspec("new", "language", "nl").returncode == 0
    assert errors(project) == []
    path = "locales/nl/LC_MESSAGES/features.po"
    project.edit(path, 'msgid "Change an order"\nmsgstr "', 'msgid "Change an order"\nmsgstr "Een orderregel wijzigen')
    assert [each.partition(": ")[2] for each in errors(project)] == [
        "'Een orderregel wijzigen' does not say 'bestel' [glossary]",
        "'order' must not be used; say 'bestel' [glossary]",
    ]
