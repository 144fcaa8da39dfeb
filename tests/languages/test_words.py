"""The package's own words, in a language that has them, that has some of them, and that has none."""

import datetime

import pytest
from markupsafe import Markup

from porspec.languages.words import UNTRANSLATED, WORDS, Words, marked, read_words, shipped
from porspec.markdown.content import Markdown
from porspec.sources.config import read_config
from porspec.sources.monikers import Moniker
from porspec.sources.problems import SpecError
from tests.conftest import Project

RESULT = {"**Done when:** {text}": "**Rezulto:** {text}"}
NONE, SOME = Words("eo", {}, "eo"), Words("eo", RESULT, "eo")
ENGLISH, CHINESE = Words("en_GB", {}, "en-GB"), Words("zh", {}, "zh-Hans")
INCOMPLETE = "This page isn't fully translated yet. What is missing is shown in {language}."
MARK = f'<span class="{UNTRANSLATED}" lang="en">'


def test_what_is_in_another_language_is_marked() -> None:
    assert marked(Markdown("**a**"), "nl", "eo") == f'<span class="{UNTRANSLATED}" lang="nl">**a**</span>'
    assert UNTRANSLATED == "porspec-untranslated"
    assert type(marked(Markup("a"), "nl", "eo")) is Markup


def test_a_word_is_said_in_english_and_in_each_language_that_has_it() -> None:
    assert [each.has("result") for each in (NONE, SOME, ENGLISH, CHINESE)] == [False, True, True, False]
    assert [each.has("Steps") for each in (NONE, SOME, ENGLISH)] == [False, False, True]


def test_a_word_as_text_as_markdown_and_as_html() -> None:
    assert [each("result", text="a<b>") for each in (NONE, SOME, ENGLISH)] == [
        "Done when: a<b>",
        "Rezulto: a<b>",
        "Done when: a<b>",
    ]
    assert NONE.markdown("result", text="a<b>") == "**Done when:** a&lt;b>"
    assert (
        SOME.markdown("result", text=Markdown("`a`"))
        == SOME.shown("result", text=Markdown("`a`"))
        == "**Rezulto:** `a`"
    )
    assert SOME.html("result", text="a<b>") == "<strong>Rezulto:</strong> a&lt;b&gt;"


def test_a_word_that_a_language_lacks_is_marked_and_its_values_are_that_languages() -> None:
    assert (NONE("Steps"), NONE.markdown("Steps")) == ("Steps", "Steps")
    assert [NONE.shown("Steps"), NONE.html("Steps")] == [f"{MARK}Steps</span>"] * 2
    assert NONE.shown("result", text="a<b>") == f'{MARK}**Done when:** <span lang="eo">a&lt;b></span></span>'
    assert NONE.shown("result", text=Markdown("`a`")) == f'{MARK}**Done when:** <span lang="eo">`a`</span></span>'
    told = f'{MARK}<strong>Done when:</strong> <span lang="eo">a&lt;b&gt;</span></span>'
    assert NONE.html("result", text="a<b>") == told
    assert (
        Words("pt_BR", {}, "pt-BR").shown("result", text="a")
        == f'{MARK}**Done when:** <span lang="pt-BR">a</span></span>'
    )
    assert [ENGLISH.shown("Steps"), ENGLISH.html("Steps")] == ["Steps"] * 2


def test_lists_and_sentences_are_written_as_the_language_writes_them() -> None:
    assert [each.all_of(iter("abc")) for each in (ENGLISH, NONE, CHINESE)] == ["a, b and c", "a, b kaj c", "a、b 和 c"]
    assert [each.values(["a", "b", "{c}"]) for each in (NONE, CHINESE)] == ["a, b, {c}", "a、b、{c}"]
    assert (NONE.values(["a"]), NONE.values([])) == ("a", "")
    assert [each.text(["A.", "B."]) for each in (NONE, CHINESE)] == ["A. B.", "A.B."]
    lacked, said = f"{MARK}A.</span>", "乙。"
    assert CHINESE.text([said, said, lacked, lacked, said]) == f"{said}{said} {lacked} {lacked} {said}"
    assert (CHINESE.text([lacked, ""]), CHINESE.text([said, ""]), CHINESE.text([])) == (f"{lacked} ", said, "")


def test_dates_and_languages_are_named_in_the_language_of_their_text() -> None:
    closed = Moniker("a", "A", "A", retired=datetime.date(2020, 2, 29))
    own = {"{moniker} was closed on {date}. The steps are kept here for reference.": "{moniker} … {date}"}
    assert NONE.closed_on(closed) == "February 29, 2020"
    assert Words("nl", own).closed_on(closed) == "29 februari 2020"
    assert Words("zh", own).closed_on(closed) == "2020 年 2 月 29 日"
    assert [Words("eo", each).language_in("incomplete", "nl") for each in ({}, {INCOMPLETE: ""})] == [
        "Dutch",
        "nederlanda",
    ]
    assert Words("mt", {INCOMPLETE: ""}).language_in("incomplete", "vec") == "vec"  # which Babel has no name for there


HEAD = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n'


def test_a_site_has_its_own_words_before_ours_and_english_for_what_neither_has(tiny: Project) -> None:
    path = tiny.root / "locales/nl/LC_MESSAGES/porspec.po"
    path.write_text(f'{HEAD}\nmsgid "Steps"\nmsgstr "Zo doet u dat"\n\nmsgid "Task"\nmsgstr ""\n', "utf-8")
    words = read_words(read_config(tiny.root), "nl")
    assert [words(each) for each in ("Steps", "Task", "ran")] == ["Zo doet u dat", "Taak", "uitgevoerd"]
    assert set(words.texts) == set(WORDS)
    assert read_words(read_config(tiny.root), "eo") == Words("eo", {}, "eo")


@pytest.mark.parametrize("translation", ["**Resultaat:** {tekst}", "**Resultaat**", "{text} {text}"])
def test_a_word_that_does_not_keep_its_placeholders_is_a_problem(tiny: Project, translation: str) -> None:
    path = "locales/nl/LC_MESSAGES/porspec.po"
    (tiny.root / path).write_text(f'{HEAD}\nmsgid "**Done when:** {{text}}"\nmsgstr "{translation}"\n', "utf-8")
    with pytest.raises(SpecError) as caught:
        read_words(read_config(tiny.root), "nl")
    (problem,) = caught.value.problems
    assert str(problem).startswith(f'{path}:5:1: The placeholders of "**Done when:** {{text}}" are ')
    assert str(problem).endswith(" [translation-markup]\n    Keep them as they are.")


def test_a_catalogue_of_words_that_cannot_be_read_is_a_problem(tiny: Project) -> None:
    (tiny.root / "locales/nl/LC_MESSAGES/porspec.po").write_text(f'{HEAD}\nmsgid "Steps\n', "utf-8")
    with pytest.raises(SpecError):
        read_words(read_config(tiny.root), "nl")


@pytest.mark.parametrize(
    ("code", "nearest"),
    [
        ("fr", "fr"),
        ("fr_CA", "fr"),
        ("pt", "pt_BR"),
        ("pt-BR", "pt_BR"),
        ("zh_CN", "zh"),
        ("zh_Hant", None),
        ("sv", None),
    ],
)
def test_a_language_is_said_in_the_nearest_that_we_have_in_its_script(code: str, nearest: str | None) -> None:
    assert shipped(code) == nearest
