"""Languages have codes that Babel knows, in any spelling one tag, and scripts that decide how they are written."""

import re
from collections.abc import Callable

import pytest

from porspec.languages.sync import new_language
from porspec.sources.locale import HAN, WITHOUT_BLANKS, code_remedy, is_language, is_wide, own_name
from tests.conftest import Project

REMEDY = "Give two or three letters, with a script or region where it needs them: de, pt_BR, zh_Hant."


@pytest.mark.parametrize(
    "code", ["de", "pt_BR", "pt-BR", "zh_Hant", "sr-Latn-RS", "fil", "ast", "kmr", "gsw", "es_419", "yue_Hant"]
)
def test_a_code_may_have_three_letters_a_script_and_a_region(code: str) -> None:
    assert is_language(code)


@pytest.mark.parametrize(
    ("code", "meant"),
    [
        ("pt-br", "pt_BR"),
        ("PT", "pt"),
        ("sr@latin", "sr_Latn"),
        ("sr_RS@latin", "sr_Latn_RS"),
        ("zh-hant", "zh_Hant"),
        ("zh_hans_cn", "zh_Hans_CN"),
        ("de_DE.UTF-8", "de_DE"),
        ("de_XX", "de"),
        ("iw", "he"),
        ("in_ID", "id_ID"),
        ("klingon", None),
        ("api", None),
        ("", None),
    ],
)
def test_what_is_no_code_names_the_one_that_is_meant(code: str, meant: str | None) -> None:
    assert not is_language(code)
    assert code_remedy(code) == (f'Did you mean "{meant}"? ' if meant else "") + REMEDY


def test_a_language_says_its_own_name() -> None:
    assert [own_name(code) for code in ("nl", "pt-BR", "fil", "xx")] == [
        "Nederlands",
        "Português (Brasil)",
        "Filipino",
        "xx",
    ]


def test_chinese_and_japanese_are_wide_whatever_their_region_and_nothing_in_latin_letters_is() -> None:
    codes = ("zh", "zh_TW", "zh-Hant", "yue", "ja", "ja_JP", "zh_Latn", "ko", "th", "nl")
    assert [code for code in codes if is_wide(code)] == ["zh", "zh_TW", "zh-Hant", "yue", "ja", "ja_JP"]


def test_scripts_without_blanks_are_those_of_chinese_japanese_and_south_east_asia() -> None:
    texts = ("在", "々", "ア", "𠀀", "ไทย", "ខ", "한", "a", "，", "é")
    assert [text for text in texts if re.match(f"[{HAN}]", text)] == ["在", "々", "ア", "𠀀"]
    assert [text for text in texts if re.match(f"[{WITHOUT_BLANKS}]", text)] == ["在", "々", "ア", "𠀀", "ไทย", "ខ"]


@pytest.mark.parametrize("code", ["fil", "kmr", "es_419", "sr_Latn", "pt-BR"])
def test_a_language_of_any_code_can_be_begun_and_is_found_well_formed(code: str, small: Callable[..., Project]) -> None:
    project = small({"features/en/a.feature": 'Feature: A\n\n  Scenario: One\n    Then it is "x"\n'})
    new_language(project.root, code)
    assert "po-syntax" not in project.problems()
    assert "language-code" not in project.problems()
