"""Equivalents: what is said with a denial in one language may be said without in the other."""

from porspec.checks.equivalents import without_equivalents
from porspec.checks.matching import Text


def left(code: str, source: str, target: str) -> tuple[str, str]:
    one, other = without_equivalents("en", code, (Text(source), Text(target)))
    return " ".join(one.words.split()), " ".join(other.words.split())


def test_what_both_say_is_left_out_of_both() -> None:
    assert left("nl", "Your order stays as it was.", "Aan uw bestelling verandert niets.") == (
        "Your order .",
        "Aan uw bestelling .",
    )


def test_else_is_not_lost_with_it() -> None:
    assert left("de", "Nothing else changes", "Alles andere bleibt unverändert") == ("", "")
    assert left("de", "Nothing else changes", "Es ändert sich nichts") == (
        "Nothing else changes",
        "Es ändert sich nichts",
    )


def test_what_one_says_alone_stays() -> None:
    assert left("zh", "Nothing changes", "一切都变") == ("Nothing changes", "一切都变")
