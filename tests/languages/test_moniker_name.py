"""What a moniker is called: something neutral, or what the project calls it, by messages of its own."""

from collections.abc import Callable

import pytest

from porspec.languages.words import DOMAIN, NAMED, id_of, named, read_words
from porspec.sources.config import read_config
from porspec.sources.problems import SpecError
from tests.conftest import REPOSITORY, Project

Small = Callable[..., Project]


def said(project: Project, code: str) -> list[str]:
    words = read_words(read_config(project.root), code)
    return [words("Your version"), words("Compare versions"), words("I don't know my version")]


def test_a_project_without_a_name_for_its_monikers_has_versions(small: Small) -> None:
    project = small({})
    assert named(read_config(project.root)) == {}
    assert said(project, "en") == ["Your version", "Compare versions", "I don't know my version"]
    assert said(project, "nl") == ["Uw versie", "Versies vergelijken", "Ik weet niet welke versie ik heb"]


def test_a_name_is_in_messages_of_the_project_which_its_translators_translate(small: Small) -> None:
    project = small(
        {"features/en/tea.feature": 'Feature: Tea\n  Scenario: Tea\n    Given there is "tea"\n    Then it is "tea"\n'}
    )
    project.edit("pyproject.toml", "[tool.porspec]\n", '[tool.porspec]\nmoniker_name = "edition"\n')
    assert project.porspec("new", "language", "nl").returncode == 0
    assert said(project, "en") == ["Your edition", "Compare editions", "I don't know my edition"]
    assert said(project, "nl") == ["Uw versie", "Versies vergelijken", "Ik weet niet welke versie ik heb"]
    empty = 'msgctxt "moniker_name"\nmsgid "Your edition"\nmsgstr "'
    project.edit("locales/nl/LC_MESSAGES/help.po", empty, f"{empty}Uw editie")
    assert said(project, "nl") == ["Uw editie", "Versies vergelijken", "Ik weet niet welke versie ik heb"]


def test_a_page_names_the_message_that_the_project_has_instead(small: Small) -> None:
    project = small({})
    project.edit("pyproject.toml", "[tool.porspec]\n", '[tool.porspec]\nmoniker_name = "edition"\n')
    words = read_words(read_config(project.root), "en", names_messages=True)
    own, neutral = id_of("help", "Your edition", NAMED), id_of(DOMAIN, "Not available", None)
    assert words.html("Your version") == f'<span data-message="{own}">Your edition</span>'
    assert words.html("Not available") == f'<span data-message="{neutral}">Not available</span>'


def test_several_may_be_called_otherwise_than_with_an_s(small: Small) -> None:
    project = small({})
    names = 'moniker_name = "company"\nmoniker_names = "companies"\n'
    project.edit("pyproject.toml", "[tool.porspec]\n", f"[tool.porspec]\n{names}")
    assert said(project, "en") == ["Your company", "Compare companies", "I don't know my company"]


def test_a_name_goes_with_a_source_in_english(small: Small) -> None:
    project = small({})
    project.edit("pyproject.toml", 'source_language = "en"', 'source_language = "fr"\nmoniker_name = "édition"')
    with pytest.raises(SpecError) as raised:
        read_config(project.root)
    assert [str(each) for each in raised.value.problems] == [
        (
            "pyproject.toml:7:1: [tool.porspec] does not make sense: moniker_name is an English word, for a source in "
            "English [configuration]\n    Leave it out, and write what readers see in fr/LC_MESSAGES/porspec.po, among "
            "the catalogues."
        )
    ]


def test_this_site_has_clouds_in_every_language() -> None:
    found = [read_words(read_config(REPOSITORY), code)("Your version") for code in ("en", "nl", "de", "zh")]
    assert found == ["Your cloud", "Uw cloud", "Ihre Cloud", "你的云环境"]
