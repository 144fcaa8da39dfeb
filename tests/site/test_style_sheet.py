"""Of style sheets, what pages and scripts have is kept, and nothing else."""

import pytest

from porspec.site.style_sheet import Used, style_sheet


@pytest.fixture
def used() -> Used:
    """A page with two classes, and a script that sets one and looks for another."""
    found = Used()
    found.add_page('<body dir="ltr" data-md-color-primary="custom"><p class="here there">')
    found.add_script('each.classList.add("made"); document.querySelector(".looked-for"); style.setProperty("--set", 1)')
    found.add_style("p { color: var(--read) }")
    return found


@pytest.mark.parametrize(
    ("sheet", "kept"),
    [
        (".here{a:b}.gone{a:b}", ".here{a:b}"),
        (".here .gone, .here > .there{a:b}", ".here > .there{a:b}"),
        (".made{a:b}.looked-for{a:b}", ".made{a:b}"),
        ("p:not(.gone){a:b}:is(.gone,.here) p{a:b}", "p:not(.gone){a:b}:is(.gone,.here) p{a:b}"),
        ("p:not(.gone):is(p:not(.here)).gone{a:b}", ""),
        ('[dir=rtl] p{a:b}[dir="ltr"] p{a:b}[lang=ar]{a:b}', '[dir="ltr"] p{a:b}[lang=ar]{a:b}'),
        ("[data-md-color-primary=indigo]{a:b}[data-md-color-primary]{a:b}", "[data-md-color-primary]{a:b}"),
        ("@media print{.gone{a:b}}@media screen{.gone{a:b}.here{a:b}}", "@media screen{.here{a:b}}"),
        ("@keyframes turn{0%{a:b}to{a:c}}@keyframes gone{to{a:b}}p{animation:turn 1s}", None),
        ("p{--gone:1;--set:2;--read:3;--own:4;a:var(--own)}", "p{--set:2;--read:3;--own:4;a:var(--own)}"),
        ("p{--a:var(--b)}p{--b:1}", ""),
        ('p{background:url("data:image/svg+xml;{}.gone,")}', 'p{background:url("data:image/svg+xml;{}.gone,")}'),
        ('p::before{content:"}/* no comment */{"}/* {.here */', 'p::before{content:"}/* no comment */{"}'),
        (r".there\:x,.here\.gone{a:b}", ""),
        ('@charset "UTF-8";@font-face{font-family:a}p{a:b;;c:d}', "@font-face{font-family:a}p{a:b;c:d}"),
        ('[href=".gone"]{a:b}a[title="x, y"],.gone{a:b}', '[href=".gone"]{a:b}a[title="x, y"]{a:b}'),
    ],
)
def test_a_rule_is_kept_where_something_can_match_it(used: Used, sheet: str, kept: str | None) -> None:
    expected = kept if kept is not None else "@keyframes turn{0%{a:b}to{a:c}}p{animation:turn 1s}"
    assert style_sheet([sheet], used) == expected


def test_sheets_keep_their_order(used: Used) -> None:
    assert style_sheet([".here{a:b}", ".there{a:b}", ".here{a:c}"], used) == ".here{a:b}.there{a:b}.here{a:c}"
