"""Characters that nobody sees: which ones a script needs, and which ones nobody does."""

import pytest

from porspec.sources.characters import called, strange


@pytest.mark.parametrize(
    "text",
    [
        "Plain text, with a tab\t and\nlines, soft\u00adhyphens and\u00a0blanks.",
        "می\u200cخواهم",  # Persian
        "क्\u200dष",  # Devanagari
        "👩\u200d💻 👨\ufe0f\u200d🚀 🏳\ufe0f\u200d🌈",
        "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",  # the flag of England
        "ភាសា\u200bខ្មែរ",  # Khmer
        "עברית (C++)\u200e!",
        "葛\U000e0100",  # a variant of a character
    ],
)
def test_a_script_has_the_characters_that_it_needs(text: str) -> None:
    assert list(strange(text)) == []


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("a\u200cb", [1]),
        ("a\u200db", [1]),
        ("x\ny\u202ez", [3]),
        ("\u05d0\u202e", [1]),
        ("\u05d0\nb\u200e", [3]),
        ("\0\x1b\x7f\x9f\ufeff\u2060\u2028\ufffe", [0, 1, 2, 3, 4, 5, 6, 7]),
        ("b\U000e0062", [1]),
        ("a\ud800b\udfff", [1, 3]),
    ],
)
def test_what_no_script_needs_is_found_where_it_stands(text: str, places: list[int]) -> None:
    assert list(strange(text)) == places


def test_a_character_is_called_by_its_number_and_its_name() -> None:
    assert [called(each) for each in "\u202e\0"] == ["U+202E (RIGHT-TO-LEFT OVERRIDE)", "U+0000"]
