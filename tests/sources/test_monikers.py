"""Ranges as docfx reads them (its 24 vectors), and tags that narrow."""

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from porspec.sources.monikers import Moniker, Monikers
from porspec.sources.problems import Location, Problem
from tests.conftest import Project
from tests.sites import search_index

DOCFX = Monikers(
    (
        Moniker("dotnet-3.0", ".NET Framework", "", 1),
        Moniker("DOTNET-1.0", ".NET Framework", ""),
        Moniker("dotnet-2.0", ".NET Framework", ""),
        Moniker("netcore-1.0", ".NET Core", "", 1),
        Moniker("netcore-3.0", ".NET Core", "", 3),
        Moniker("netcore-2.0", ".NET Core", "", 2),
        Moniker("azuresqldb-current", "sql", "", 2),
        Moniker("azure-sqldw-latest", "sql", ""),
    )
)

VALID = [
    (None, ""),
    ("  ", ""),
    ("", ""),
    ("netcore-1.0 netcore-3.0", ""),
    (" netcore-1.0 ", "netcore-1.0"),
    ("netcore-1.0 || dotnet-3.0", "dotnet-3.0 netcore-1.0"),
    ("Netcore-1.0", "netcore-1.0"),
    ("dotnet-3.0 || netcore-1.0", "dotnet-3.0 netcore-1.0"),
    (">netcore-1.0<netcore-3.0", "netcore-2.0"),
    (">NETCORE-1.0 <NETcore-3.0", "netcore-2.0"),
    ("netcore-1.0<netcore-3.0", "netcore-1.0"),
    (">= netcore-1.0 < netcore-2.0 || dotnet-3.0", "dotnet-3.0 netcore-1.0"),
    (">= netcore-2.0 || > dotnet-2.0", "dotnet-3.0 netcore-2.0 netcore-3.0"),
    (">= netcore-2.0 > dotnet-2.0", ""),
    ("azuresqldb-current || azure-sqldw-latest", "azure-sqldw-latest azuresqldb-current"),
]

INVALID = [
    ("netcore-xp", "'netcore-xp'. Moniker 'netcore-xp' is not defined."),
    ("netcore-1.0 < || netcore-2.0", "Expect a moniker string, but got ' || netcore-2.0'."),
    (">netcore&-1.0", "Parse ends before reaching end of string, unrecognized string: '&-1.0'."),
    (">=>netcore&-1.0", "Expect a moniker string, but got '>netcore&-1.0'."),
    (">netcore<-1.0", "'>netcore<-1.0'. Moniker 'netcore' is not defined."),
    (">netcore<-1.0 ||| >netcore-2.0", "Expect a comparator set, but got '| >netcore-2.0'."),
    (">netcore<-1.0 || ||", "Expect a comparator set, but got ' ||'."),
    (">netcore<-1.0 || <", "Expect a moniker string, but got ''."),
]


@pytest.mark.parametrize(("text", "expected"), VALID)
def test_a_valid_range_gives_docfx_monikers(text: str | None, expected: str) -> None:
    assert DOCFX.parse(text) == (tuple(expected.split()), ())


@pytest.mark.parametrize(("text", "expected"), INVALID)
def test_an_invalid_range_says_what_docfx_says(text: str, expected: str) -> None:
    assert f"Invalid moniker range: {expected}" in DOCFX.parse(text)[1]


def test_without_definitions_every_range_is_invalid() -> None:
    expected = ("Invalid moniker range: 'netcore-1.0'. Moniker 'netcore-1.0' is not defined.",)
    assert Monikers(()).parse("netcore-1.0") == ((), expected)


def test_an_undefined_moniker_leaves_the_other_sets_standing() -> None:
    found, errors = DOCFX.parse("netcore-xp || netcore-1.0")
    assert (found, len(errors)) == (("netcore-1.0",), 1)


THREE = Monikers((Moniker("a", "p", "A"), Moniker("b", "p", "B"), Moniker("c", "p", "C")))
PLACE = Location("x.feature", 3, 5)


def narrow(parent: str, *tags: str) -> tuple[str, list[Problem]]:
    problems: list[Problem] = []
    found = THREE.narrow(frozenset(parent), [(tag, PLACE) for tag in tags], problems)
    return "".join(sorted(found)), problems


def test_no_moniker_tag_means_every_cloud_of_the_parent() -> None:
    assert narrow("ab") == ("ab", [])


def test_several_tags_are_their_union() -> None:
    assert narrow("abc", "a", "c", "smoke") == ("ac", [])


def test_a_tag_outside_the_parent_is_a_problem_at_the_tag() -> None:
    expected = Problem(
        PLACE,
        'Tag "@c" is outside the monikers of its parent (a, b)',
        "moniker-outside-parent",
        "Remove the tag, or add this moniker to the parent: tags narrow, they never widen.",
    )
    assert narrow("ab", "c") == ("ab", [expected])


@given(st.frozensets(st.sampled_from("abc"), min_size=1), st.lists(st.sampled_from("abcxy")))
def test_narrowing_never_widens_and_never_empties(parent: frozenset[str], tags: list[str]) -> None:
    found = THREE.narrow(parent, [(tag, PLACE) for tag in tags], [])
    assert found <= parent
    assert found


@given(st.text(alphabet="abc|<>= -.,!*", max_size=20))
def test_any_text_is_read_as_a_range(text: str) -> None:
    found, errors = THREE.parse(text)
    assert all(each.startswith("Invalid moniker range: ") for each in errors)
    assert list(found) == sorted(set(found))
    assert set(found) <= THREE.all


SITE = """site_name: A
site_url: ""
theme: {name: material, font: false}
plugins: [search, porspec, i18n: {docs_structure: suffix, languages: [{locale: en, name: English, default: true}]}]
"""
FEATURE = """Feature: Things

  @Cloud-A
  Scenario: Only A has this
    Given there is "x"
    Then it is "x"

  @cloud-b
  Scenario: Only B has that
    Given there is "x"
    Then it is "x"
"""


def test_a_moniker_with_capitals_is_itself_in_tags_ranges_options_and_pages(small: Callable[..., Project]) -> None:
    page = '# Home\n\n::: moniker range="cloud-a"\nFor A.\n::: moniker-end\n'
    project = small({"mkdocs.yml": SITE, "features/en/things.feature": FEATURE, "docs/index.en.md": page})
    project.edit("pyproject.toml", 'id = "cloud-a"', 'id = "Cloud-A"')
    done = project.porspec("run", "--moniker", "Cloud-A")
    assert (done.returncode, "1 passed" in done.stdout) == (0, True)
    done = project.porspec("build")
    assert done.returncode == 0, done.stderr
    home = (project.root / "site" / "index.html").read_text("utf-8")
    things = (project.root / "site" / "things" / "index.html").read_text("utf-8")
    assert re.search(r'data-moniker="Cloud-A".{,200}For A\.', home, re.DOTALL)
    assert re.search(r'data-moniker="Cloud-A".*?Only A has this', things, re.DOTALL)
    assert 'value="Cloud-A"' in home
    assert 'data-monikers="Cloud-A ' in home  # of which view.js makes what hides the others
    assert "data-moniker" in things and 'data-moniker="cloud-a"' not in things + home  # noqa: PT018
    assert next(iter(search_index(project.root / "site")["monikers"])) == "Cloud-A"


def test_a_tag_and_an_option_in_other_capitals_are_led_to_the_moniker(small: Callable[..., Project]) -> None:
    project = small({"features/en/things.feature": FEATURE.replace("@cloud-b", "@CLOUD-B")})
    assert 'Did you mean "@cloud-b"?' in project.problems()
    project.edit("pyproject.toml", 'id = "cloud-a"', 'id = "Cloud-A"')
    project.edit("features/en/things.feature", "@CLOUD-B", "@cloud-b")
    assert 'Did you mean "cloud-b"?' in project.porspec("run", "--moniker", "CLOUD-B").stderr
