"""The three levels of docfx: the scenarios of its spec that are about ranges of places, front matter and zones."""

from dataclasses import dataclass

import pytest

from porspec.markdown.reader import read_page
from porspec.sources.monikers import Moniker, Monikers
from porspec.sources.pages import PageMonikers, page_monikers, page_name, read_front_matter, split_page_name
from porspec.sources.problems import Location, Problem

IDS = ("netcore-1.0", "netcore-1.1", "netcore-1.2", "netcore-2.0", "netcore-3.0", "netcore-4.0")
MONIKERS = Monikers(
    (*(Moniker(each, ".NET Core", "", order) for order, each in enumerate(IDS)), Moniker("tfs-2013", "TFS", ""))
)
PATH = "docs/a.md"


@dataclass(frozen=True)
class Scenario:
    """A range for every place (blank is none), front matter, the range of a zone; the page's monikers and the codes."""

    configured: str = ""
    matter: str = ""
    zone: str = ""
    monikers: str = ""
    codes: str = ""


SCENARIOS = {
    "zone": Scenario(">= netcore-1.0 <= netcore-1.2", "", "<= netcore-1.1", "netcore-1.0 netcore-1.1 netcore-1.2"),
    "file narrows": Scenario("< netcore-2.0", 'monikerRange: "> netcore-1.0"', "", "netcore-1.1 netcore-1.2"),
    "no config range": Scenario("", 'monikerRange: "> netcore-1.0"', "", "", "moniker-range-undefined"),
    "no config range, zone": Scenario("", "", "netcore-1.0", "", "moniker-range-undefined"),
    "config and file disjoint": Scenario(
        "< netcore-2.0", 'monikerRange: "> netcore-2.0"', "", "", "moniker-range-out-of-scope"
    ),
    "file and zone disjoint": Scenario(
        "<= netcore-1.1", "", "netcore-1.2", "netcore-1.0 netcore-1.1", "moniker-zone-empty"
    ),
    "exclude": Scenario(
        ">= netcore-2.0", 'monikerRange: "< netcore-4.0"\nexclude_monikers: [netcore-2.0]', "", "netcore-3.0"
    ),
    "exclude and zone": Scenario(
        ">= netcore-1.0 <= netcore-1.2",
        "exclude_monikers:\n  - netcore-1.0",
        "< netcore-1.1",
        "netcore-1.1 netcore-1.2",
    ),
    "exclude all": Scenario("netcore-1.0", "exclude_monikers: netcore-1.0", "", "", "moniker-range-out-of-scope"),
    "replace": Scenario(">= netcore-2.0", "replace_monikers: [netcore-4.0]", "", "netcore-4.0"),
    "replace goes before monikerRange": Scenario(
        ">= netcore-1.0", "replace_monikers: [netcore-4.0]\nmonikerRange: netcore-1.0", "", "netcore-4.0"
    ),
    "replace out of scope": Scenario(
        "<= netcore-2.0", "replace_monikers: [netcore-3.0]", "", "", "moniker-range-out-of-scope"
    ),
    "monikers": Scenario(">= netcore-1.0", "monikers: [netcore-2.0, netcore-1.0]", "", "netcore-1.0 netcore-2.0"),
    "empty range and monikers": Scenario(
        ">= netcore-1.0", "monikers: [netcore-1.0]\nmonikerRange: ''", "", "netcore-1.0"
    ),
    "range and monikers": Scenario(
        ">= netcore-1.0",
        "monikers: [netcore-1.0]\nmonikerRange: netcore-2.0",
        "",
        "netcore-2.0",
        "duplicate-moniker-config",
    ),
    "contradictory range": Scenario(
        ">= netcore-1.0", 'monikerRange: ">netcore-1.0 <netcore-1.0"', "", "", "moniker-range-out-of-scope"
    ),
    "unknown moniker in a zone": Scenario(
        "netcore-1.0", "", "<= netcore-9", "netcore-1.0", "moniker-range-invalid moniker-zone-empty"
    ),
    "unknown moniker in the front matter": Scenario(
        "netcore-1.0", "monikerRange: netcore-9", "", "", "moniker-range-invalid moniker-range-out-of-scope"
    ),
    "sorted": Scenario("netcore-2.0 || netcore-1.0", "", "", "netcore-1.0 netcore-2.0"),
    "archived": Scenario(
        "<= netcore-1.2 || tfs-2013", "is_archived: true\nreplace_monikers: [tfs-2013]", "netcore-1.0", "tfs-2013"
    ),
    "front matter that is no mapping": Scenario("netcore-1.0", "- a", "", "netcore-1.0"),
    "front matter that is no YAML": Scenario("netcore-1.0", "a: [", "", "netcore-1.0", "docs-front-matter"),
}


def read(configured: dict[str, str], text: str) -> tuple[PageMonikers, list[Problem]]:
    matter, problems = read_front_matter(PATH, text)
    page, more = page_monikers(MONIKERS, configured, matter)
    return page, [*problems, *more, *read_page(PATH, text, MONIKERS, page).problems]


@pytest.mark.parametrize("name", SCENARIOS)
def test_a_page_has_the_monikers_and_problems_that_docfx_gives_it(name: str) -> None:
    scenario = SCENARIOS[name]
    zone = f'::: moniker range="{scenario.zone}"\ntext\n::: moniker-end' if scenario.zone else ""
    configured = {"**": scenario.configured} if scenario.configured else {"elsewhere/**": "netcore-1.0"}
    page, problems = read(configured, f"---\n{scenario.matter}\n---\n{zone}\n")
    assert " ".join(page.monikers) == scenario.monikers
    assert " ".join(each.code for each in problems) == scenario.codes
    assert page.versioned == bool(scenario.configured)


def test_the_last_glob_that_matches_counts() -> None:
    for glob, found in {
        "docs/**": "netcore-1.1",
        "docs/*.md": "netcore-1.1",
        "**/a.md": "netcore-1.1",
        "docs/**/?.md": "netcore-1.1",
        "docs/v1/**": "netcore-1.0",
        "docs": "netcore-1.0",
        "*.md": "netcore-1.0",
    }.items():
        assert read({"docs/**": "netcore-1.0", glob: "netcore-1.1"}, "")[0].monikers == (found,), glob


def test_without_globs_a_page_is_for_all_monikers() -> None:
    assert read({}, "text") == (PageMonikers(tuple(sorted(MONIKERS.ids)), tuple(sorted(MONIKERS.ids))), [])


def test_a_problem_stands_at_its_key() -> None:
    text = "---\ntitle: a\nmonikers:\n- netcore-9\nmonikerRange: tfs-2013\n---\n"
    _, problems = read({"docs/**": "netcore-1.0"}, text)
    assert problems == [
        Problem(
            Location(PATH, 3),
            "The page has both monikers and monikerRange; monikers is ignored",
            "duplicate-moniker-config",
            "Remove one of the two.",
        ),
        Problem(
            Location(PATH, 5),
            "The page is for none of the monikers that its place is for (netcore-1.0)",
            "moniker-range-out-of-scope",
            "Name one of them, or change the range of the place in [tool.porspec.moniker_ranges].",
        ),
    ]


def test_a_range_of_a_place_that_cannot_be_read_is_a_problem_of_the_configuration() -> None:
    _, problems = read({"docs/**": "netcore-1.0 || netcore-9"}, "")
    assert [(each.location, each.code) for each in problems] == [(Location("pyproject.toml"), "moniker-range-invalid")]


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("rules.nl.md", ("rules", "nl")),
        ("docs/a.b/rules.pt-BR.md", ("docs/a.b/rules", "pt-BR")),
        ("rules.md", ("rules", None)),
        ("rules.fr.md", ("rules.fr", None)),
        ("nl.md", ("nl", None)),
        ("1.2.nl.md", ("1.2", "nl")),
    ],
)
def test_a_page_is_called_by_its_stem_and_its_language(name: str, parts: tuple[str, str | None]) -> None:
    assert split_page_name(name, ("nl", "pt-BR")) == parts
    stem, tag = parts
    assert name == (page_name(stem, tag) if tag else f"{stem}.md")


@pytest.mark.parametrize(
    ("head", "place", "code", "message"),
    [
        ("a: [", "3:1", "docs-front-matter", "The front matter is not valid YAML"),
        ("a: 2020-13-01", "1:1", "docs-front-matter", "The front matter is not valid YAML"),
        ("a: " + "[" * 20_000, "2:23", "nesting-too-deep", "Tables or lists are nested too deep"),
        ("a: 1\n" + "- " * 20_000, "3:1", "docs-front-matter", "The front matter is not valid YAML"),
        ("- " * 20_000, "2:41", "nesting-too-deep", "Tables or lists are nested too deep"),
        ("a: !!timestamp x", "1:1", "docs-front-matter", "The front matter is not valid YAML"),
        ('a: !!int ""', "1:1", "docs-front-matter", "The front matter is not valid YAML"),
        ("title: &a [*a]", "2:12", "docs-front-matter", "An alias stands in the front matter"),
        ('a: "\\ud800"', "2:7", "docs-front-matter", "The front matter is not valid YAML"),
    ],
)
def test_front_matter_that_yaml_cannot_read_is_a_problem(head: str, place: str, code: str, message: str) -> None:
    matter, problems = read_front_matter("docs/a.md", f"---\n{head}\n---\n")
    assert [(str(each.location), each.code, each.message) for each in problems] == [
        (f"docs/a.md:{place}", code, message)
    ]
    assert matter.values == {}


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("title: [a]", "title must be a text, and it is ['a']"),
        ("description: {a: b}", "description must be a text, and it is {'a': 'b'}"),
        ("template: []", "template must be a text, and it is []"),
        ("search: 5", "search must be a table, and it is 5"),
        ("tags: a", "tags must be a list, and it is 'a'"),
        ("hide: 1", "hide must be a list, and it is 1"),
    ],
)
def test_what_a_theme_cannot_use_of_front_matter_is_a_problem_and_is_not_read(line: str, message: str) -> None:
    matter, problems = read_front_matter("docs/a.md", f"---\nother: x\n{line}\n---\n")
    assert [str(each).partition("\n")[0] for each in problems] == [f"docs/a.md:3:1: {message} [docs-front-matter]"]
    assert matter.values == {"other": "x"}
