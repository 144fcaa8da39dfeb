"""Who does what to whom, whose a thing is and how often it is said: a translation does not say the contrary."""

from collections.abc import Callable

import pytest

from porspec.checks.lexicon import differences, read_lexicon
from porspec.checks.matching import Hit, Text
from porspec.checks.meaning import meaning
from porspec.checks.persons import contrary
from porspec.spec.spec import load
from tests.conftest import REPOSITORY, Project

ACTS = {
    "en": ["send", "sends", "Ask", "asks", "tell", "delegate", "sent", "for you"],
    "nl": ["stuur", "stuurt", "sturen", "gestuurd", "vraagt", "geven", "delegeren", "voor"],
    "de": ["senden", "sendet", "gesendet", "bittet", "mitteilen", "delegieren", "für"],
    "zh": ["发送", "请求", "提供", "委派", "代"],
}
THINGS = {"en": ["ID", "order"], "nl": ["id", "bestelling"], "de": ["ID", "Bestellung"], "zh": ["ID", "订单"]}
TURNED = 'exchanges who does it and who has it done to them: "{}", of "send"'


def hits(text: str, language: str) -> list[Hit]:
    """Where a text says an act or a thing of these."""
    words = [*((each, "send>") for each in ACTS[language])]
    words += [(word, f"{name}#") for word, name in zip(THINGS[language], THINGS["en"], strict=True)]
    ends = "" if language == "zh" else " ,.”"
    found = [(text.find(word), word, name) for word, name in words]
    found += [(text.find(word, text.find(word) + 1), word, name) for word, name in words if word in text]
    return [
        Hit(at, at + len(word), name, is_sure=True)
        for at, word, name in found
        if at >= 0 and (not ends or (text + " ")[at + len(word)] in ends)
    ]


def told(message: str, language: str, translation: str) -> list[str]:
    texts = (message, "en"), (translation, language)
    one, other = (Text(text) for text, _ in texts)
    said, found = (hits(*each) for each in texts)
    return list(contrary(("en", language), (one, other), (said, found)))


@pytest.mark.parametrize(
    ("message", "language", "sound", "wrong", "who"),
    [
        ("they send me a box", "nl", "zij mij een doos sturen", "ik hun een doos wil sturen", "I"),
        ("they sent me a box", "de", "mir haben sie eine Kiste gesendet", "ich habe ihnen eine Kiste gesendet", "I"),
        ("they send me a box", "zh", "他们向我发送", "我向他们发送", "I"),
        ("They can tell you more", "nl", "Zij kunnen u meer geven", "U kunt hun meer geven", "you"),
        ("They can tell you more", "de", "Sie kann Ihnen mehr mitteilen", "Das können Sie ihr mitteilen", "you"),
        ("You can delegate it to them", "nl", "U kunt het delegeren", "Zij kunnen het aan u delegeren", "you"),
        ("You can delegate it to them", "de", "Das können Sie delegieren", "Sie kann es an Sie delegieren", "you"),
        ("You can delegate it to them", "zh", "可以委派给他们", "他们可以委派给你", "you"),
        ("Ask them for it", "de", "Er bittet darum", "Er bittet Sie darum", "you"),
        ("They work for you", "nl", "Zij werken voor u", "Kunt u voor hen werken", "you"),
        ("They send you a box", "nl", "Zij sturen u een doos", "Zij wachten en u stuurt een doos", "you"),
    ],
)
def test_who_does_it_does_not_have_it_done_to_them(
    message: str, language: str, sound: str, wrong: str, who: str
) -> None:
    assert told(message, language, sound) == []
    assert told(message, language, wrong) == [TURNED.format(who)]


@pytest.mark.parametrize(
    ("message", "language", "translation"),
    [
        ("They send you a box", "nl", "U wordt een doos gestuurd"),
        ("If you want them to do this for you", "nl", "Wilt u dat zij dit voor u doen"),
        ("If you want them to do this for you", "nl", "Als u hun dit laat doen voor het gemak"),
        ("They send you a box", "de", "Eine Kiste wird Ihnen gesendet"),
        ("You send it, and they send it to you", "nl", "Zij sturen het aan u"),
        ("Ask them for it", "nl", "De door u gekozen winkel vraagt"),
        ("They send you your box", "zh", "他们向你的公司发送"),
    ],
)
def test_what_may_be_either_is_not_told(message: str, language: str, translation: str) -> None:
    assert told(message, language, translation) == []


@pytest.mark.parametrize(
    ("language", "sound", "left_out", "wrong"),
    [
        ("nl", "haar id", "de id", "uw id"),
        ("de", "ihre ID", "die ID", "Ihre ID"),
        ("zh", "其 ID", "ID", "你的 ID"),
    ],
)
def test_a_thing_stays_whose_it_is(language: str, sound: str, left_out: str, wrong: str) -> None:
    assert [told("its ID", language, each) for each in (sound, left_out)] == [[], []]
    assert told("its ID", language, wrong) == ['says that "ID" is another\'s']
    assert told("its ID with you", language, wrong) == []


@pytest.mark.parametrize(
    ("language", "sound", "pronoun", "wrong"),
    [
        (
            "nl",
            "Kies de bestelling, sluit de bestelling",
            "Kies de bestelling, sluit deze",
            "Kies de bestelling, sluit",
        ),
        ("de", "Eine Bestellung, Ihre Bestellung", "Eine Bestellung, sie", "Eine Bestellung, ein Gerichtsverfahren"),
        ("zh", "订单，订单", "订单，其中", "订单，审判"),
    ],
)
def test_a_thing_is_said_or_meant_in_each_part_that_says_it(
    language: str, sound: str, pronoun: str, wrong: str
) -> None:
    message = "Choose the order, close the order"
    assert [told(message, language, each) for each in (sound, pronoun)] == [[], []]
    assert told(message, language, wrong) == ['says "order" less often']


def test_a_language_without_persons_is_not_compared() -> None:
    said = hits("they send me a box", "en")
    assert list(contrary(("en", "fi"), (Text("they send me a box"), Text("minä lähetän")), (said, said))) == []


def test_check_tells_it_of_a_project_with_the_marks(small: Callable[..., Project]) -> None:
    feature = 'Feature: Things\n  Scenario: They send me it\n    Given there is "a"\n    Then it is "a"\n'
    lexicon = '"send>, sends" = { nl = "stuur*, sturen" }\n'
    project = small({"features/en/things.feature": feature, "locales/lexicon.toml": lexicon})
    assert project.porspec("new", "language", "nl").returncode == 0
    path = "locales/nl/LC_MESSAGES/features.po"
    project.edit(path, 'msgid "They send me it"\nmsgstr "', 'msgid "They send me it"\nmsgstr "Ik stuur het hun')
    (problem,) = [each for each in meaning(load(project.root)) if each.code == "translation-word"]
    assert problem.message == f'The translation of "They send me it" (scenario) {TURNED.format("I")}'


def test_a_sentence_does_not_end_where_a_small_letter_follows() -> None:
    text = Text("The message **Not found.** appears, and it stays. Then it goes")
    assert [each.words for each in text.sentences] == [
        "The message **Not found.** appears, and it stays.",
        "Then it goes",
    ]


@pytest.mark.parametrize(
    ("language", "impersonal", "wrong"),
    [
        ("nl", "is het niet mogelijk dit te selecteren", "selecteer je dit niet"),
        ("de", "lässt sich das nicht auswählen", "wird das nicht ausgewählt"),
        ("zh", "无法选择", "不选择"),
    ],
)
def test_an_impersonal_sentence_says_what_one_cannot_do(language: str, impersonal: str, wrong: str) -> None:
    indexes = read_lexicon(load(REPOSITORY)).languages
    said = indexes["en"].found(Text("I can't select it"))
    assert differences(said, indexes[language].found(Text(impersonal)))[0] == []
    assert [each.meaning for each in differences(said, indexes[language].found(Text(wrong)))[0]][:1] == [
        "I can, I can't, I cannot"
    ]
