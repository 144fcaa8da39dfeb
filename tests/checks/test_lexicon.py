"""The lexicon: a sentence says what its message says, no more often and no less, and each part of it its own."""

from collections.abc import Callable

import pytest

from porspec.checks.attached import exchanged
from porspec.checks.lexicon import clear, differences, read_lexicon
from porspec.checks.matching import Hit
from porspec.checks.meaning import meaning
from porspec.sources.problems import SpecError
from porspec.spec.spec import load
from tests.conftest import Project

Small = Callable[..., Project]
LEXICON = """
"stay, stays" = { nl = "blijf*, behoud*" }
"disappear, gone" = { nl = "verdwijn*" }
"take … over" = { nl = "neem* … over, van?" }
"old" = { nl = "oud*" }
"new" = { nl = "nieuw*" }
"get, gets" = { nl = "krijg*" }
"or+" = { nl = "of" }
"always!" = { nl = "altijd" }
"no longer" = { nl = "niet meer" }
"long, longer" = { nl = "lang*" }
"now" = { nl = "nu" }
"""
SCENARIO = 'Feature: Things\n  Scenario: {}\n    Given there is "a"\n    Then it is "a"\n'


def told(small: Small, message: str, translation: str, lexicon: str = LEXICON) -> list[str]:
    """What the lexicon says of the translation of a scenario's name."""
    project = small({"features/en/things.feature": SCENARIO.format(message), "locales/lexicon.toml": lexicon})
    assert project.porspec("new", "language", "nl").returncode == 0
    path = "locales/nl/LC_MESSAGES/features.po"
    project.edit(path, f'msgid "{message}"\nmsgstr "', f'msgid "{message}"\nmsgstr "{translation}')
    return [each.message for each in meaning(load(project.root)) if each.code == "translation-word"]


@pytest.mark.parametrize(
    ("message", "translation", "said"),
    [
        ("It stays", "Het verdwijnt", 'says "stay", and its translation not (blijf*, behoud*), but "verdwijnt"'),
        ("It stays", "Het is er", 'says "stay", and its translation not (blijf*, behoud*)'),
        (
            "It is here. It stays",
            "Het blijft hier. Het is er",
            'says "stay", and its translation not (blijf*, behoud*)',
        ),
        ("No longer", "Nu lang", 'says "no longer", and its translation not (niet meer), but "Nu"'),
        ("Tea or milk or both", "Thee of melk en beide", 'says "or", and its translation not (of)'),
    ],
)
def test_what_a_translation_does_not_say_is_told_with_what_it_says_instead(
    message: str, translation: str, said: str, small: Small
) -> None:
    assert told(small, message, translation) == [f'"{message}" (scenario) {said}']


@pytest.mark.parametrize(
    ("message", "translation"),
    [
        ("It stays", "Het blijft"),
        ("It stays", "Dat behoudt u"),
        ("It stays, and you take all of it over", "Het blijft, en u neemt alles over"),
        ("If it is new, it stays", "Is het nieuw? Dan blijft het"),
        ("It stays. It is old", "Het blijft zo, en het is oud"),
        ("It is no longer here", "Het is hier niet meer"),
        ("You read it", "Dat leest u nu van ons"),
    ],
)
def test_a_translation_may_say_it_in_any_word_of_its_line_and_in_its_own_sentences(
    message: str, translation: str, small: Small
) -> None:
    assert told(small, message, translation) == []


def test_what_no_message_says_and_may_not_be_added_is_told(small: Small) -> None:
    assert told(small, "It stays", "Het blijft altijd") == [
        'The translation of "It stays" (scenario) says "altijd", and the message nothing like it'
    ]


def test_a_question_and_what_follows_it_are_compared_with_a_sentence_that_says_if(small: Small) -> None:
    message = "If it is new, it stays. The old one stays"
    assert told(small, message, "Is het nieuw? Dan verdwijnt het. De oude blijft") == [
        f'"{message}" (scenario) says "stay", and its translation not (blijf*, behoud*), but "verdwijnt"'
    ]


@pytest.mark.parametrize(
    ("translation", "is_told"),
    [
        ("De oude blijft, en de nieuwe krijgt het", False),
        ("De nieuwe krijgt het, en de oude blijft", False),
        ("De nieuwe blijft, en de oude krijgt het", True),
    ],
)
def test_two_things_that_change_places_between_parts_of_a_sentence_are_told(
    translation: str, is_told: bool, small: Small
) -> None:
    message = "The old one stays, and the new one gets it"
    wrong = f'The translation of "{message}" (scenario) says "old" and "new" each in the place of the other'
    assert told(small, message, translation) == [wrong] * is_told


def test_a_project_without_a_lexicon_is_compared_by_none(small: Small) -> None:
    assert told(small, "It stays", "Het verdwijnt", "") == []


def test_a_word_that_says_two_things_of_a_message_tells_nothing_of_their_order() -> None:
    new, other = (Hit(0, 7, meaning, is_sure=True) for meaning in ("new", "other"))
    assert clear([new, other], [new, other]) == []
    assert clear([new], [new, other]) == [new]


def test_only_what_lacks_or_is_too_much_differs() -> None:
    one, other, unsure = Hit(0, 3, "one", is_sure=True), Hit(4, 9, "other", is_sure=True), Hit(0, 3, "x", is_sure=False)
    assert differences([one, unsure], [other, unsure]) == ([one], [other])
    assert exchanged([frozenset("a"), frozenset("b")], [frozenset("b"), frozenset("a")]) is None


@pytest.mark.parametrize("lexicon", ["it = 1", "it = { nl = 1 }", 'it = { nl = "" }', 'it = { nl = "a,,b" }', "it = {"])
def test_a_lexicon_that_makes_no_sense_is_a_problem_and_no_traceback(lexicon: str, small: Small) -> None:
    project = small({"features/en/things.feature": SCENARIO.format("Things"), "locales/lexicon.toml": lexicon})
    with pytest.raises(SpecError) as raised:
        read_lexicon(load(project.root))
    assert [each.location.path for each in raised.value.problems] == ["locales/lexicon.toml"]
