"""What the clouds of a page share is written once, and what they do not share in zones."""

from types import SimpleNamespace
from typing import cast

import pytest

from porspec.markdown.zones import Zones, anchor, joined
from porspec.sources.monikers import Moniker, Monikers
from porspec.spec.spec import Spec

MONIKERS = Monikers((Moniker("ww", "o", "World"), Moniker("de", "o", "Germany"), Moniker("cn", "o", "China")))
SPEC = cast("Spec", SimpleNamespace(config=SimpleNamespace(monikers=MONIKERS)))
ZONES = Zones(SPEC, ("cn", "ww", "de"))
WW, CN, END = '::: moniker range="ww"\n\n', '::: moniker range="cn"\n\n', "\n\n::: moniker-end"
OTHERS = '::: moniker range="ww || de"\n\n'


def test_a_zone_names_its_clouds_in_their_order_and_is_none_for_all_or_nobody() -> None:
    assert ZONES.all == ("ww", "de", "cn")
    assert ZONES.zone({"cn"}, "a") == f"{CN}a{END}"
    assert ZONES.zone(("de", "ww", "xx"), "a") == f"{OTHERS}a{END}"
    assert ZONES.zone(("cn", "de", "ww"), "a") == "a"
    assert ZONES.zone((), "a") == ZONES.zone(("xx",), "a") == ZONES.zone(("cn",), "") == ""
    assert Zones(SPEC, ("cn",)).zone(("cn",), "a") == "a"


def test_equal_texts_of_clouds_are_one() -> None:
    assert ZONES.paragraphs({"ww": "a", "de": "a", "cn": "a"}) == "a"
    assert ZONES.paragraphs({"cn": "b", "ww": "a", "de": "a"}) == f"{CN}b{END}\n\n{OTHERS}a{END}"
    assert ZONES.paragraphs({}) == ""


def test_bullets_stand_once_and_beside_those_of_the_same_clouds() -> None:
    assert ZONES.bullets({"ww": ["a", "b"], "de": ["a", "b"], "cn": ["a", "b"]}) == "- a\n- b"
    assert ZONES.bullets({"ww": ["a", "c"], "de": ["a", "b"], "cn": ["a", "b", "d"]}) == (
        f'- a\n\n{WW}- c{END}\n\n::: moniker range="de || cn"\n\n- b{END}\n\n{CN}- d{END}'
    )


def test_steps_stand_once_for_each_number_that_clouds_give_them() -> None:
    one, two, three = ["a"], ["b"], ["c"]
    assert ZONES.numbered({"ww": [one, two], "de": [one, two], "cn": [three, one, two]}) == (
        f"{OTHERS}1. a{END}\n\n{CN}1. c{END}\n\n{OTHERS}2. b{END}\n\n{CN}2. a\n3. b{END}"
    )
    assert ZONES.numbered({each: [one, two] for each in ZONES.all}) == "1. a\n2. b"


def test_what_stands_below_a_step_of_all_clouds_is_in_zones_of_its_own() -> None:
    steps = {"ww": [["a", "x", "y\nz"], ["b"]], "de": [["a", "x"], ["b"]], "cn": [["a", "x"], ["b", "w"]]}
    inner = "\n   ".join(f"{WW}y\nz{END}".split("\n")).replace("   \n", "\n")
    last = "\n   ".join(f"{CN}w{END}".split("\n")).replace("   \n", "\n")
    assert ZONES.numbered(steps) == f"1. a\n\n   x\n\n   {inner}\n\n2. b\n\n   {last}"


def test_a_step_of_some_clouds_is_in_a_zone_with_all_that_stands_below_it() -> None:
    steps = {"ww": [["a", "x"]], "de": [["a", "x"]], "cn": [["b", "x"]]}
    assert ZONES.numbered(steps) == f"{OTHERS}1. a\n\n   x{END}\n\n{CN}1. b\n\n   x{END}"
    steps["de"] = [["a", "y"]]
    assert ZONES.numbered(steps).count("1. a") == 2
    long = {each: [["a"]] * 9 + [["b", "x"]] for each in ZONES.all}
    assert ZONES.numbered(long).endswith("9. a\n10. b\n\n    x")


def test_neighbouring_zones_of_the_same_clouds_become_one() -> None:
    several = f"{CN}f{END}\n\n{WW}g{END}"
    parts = [
        f"{WW}a{END}",
        f"{WW}b{END}",
        f"{CN}c{END}",
        "d",
        "e",
        several,
        f"{CN}h{END}",
        f"i\n\n{CN}j{END}",
        f"{CN}k",
    ]
    assert list(joined(parts)) == [
        '::: moniker range="ww"\n\na\n\nb\n\n::: moniker-end',
        '::: moniker range="cn"\n\nc\n\n::: moniker-end',
        *("d", "e", several, f"{CN}h{END}", f"i\n\n{CN}j{END}", f"{CN}k"),
    ]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Check who is your partner", "check-who-is-your-partner"),
        ("  The customer's ID, 'as it is' (§ 2)! ", "the-customers-id-as-it-is-2"),
        ("Één keer ﬁne", "een-keer-fine"),
        ("合作伙伴", ""),
        ("--a--b_c", "a-b-c"),
    ],
)
def test_an_anchor_holds_letters_digits_and_hyphens_alone(name: str, expected: str) -> None:
    assert anchor(name) == expected
