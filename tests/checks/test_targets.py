"""Links of hand-written pages to what some of their readers do not have: pages, and places on pages."""

import re

from hypothesis import given
from hypothesis import strategies as st

from porspec.checks.pages import anchors_of, docs_target_monikers
from porspec.markdown.reader import read_page
from porspec.sources.monikers import Moniker, Monikers
from porspec.sources.pages import PageMonikers
from porspec.spec.spec import load_with_problems
from tests.conftest import Project
from tests.markdown.test_extension import html

GERMANY, WORLDWIDE = '::: moniker range="o365-germany"', '::: moniker range="o365-worldwide"'
END = "::: moniker-end"
ALL = ["o365-germany", "o365-worldwide", "o365-21vianet"]
HEADINGS = f"""
{WORLDWIDE}
## <a name="ours"></a>Ours
### Twin
{END}
{GERMANY}
### Twin
{END}
## Shared
"""


def write(project: Project, **pages: str) -> list[str]:
    """Write pages of docs, `a_nl` as a.nl.md; the place and message of each problem of a link."""
    for name, text in pages.items():
        (project.root / "docs" / f"{name.replace('_', '.')}.md").write_text(text, "utf-8")
    lines = project.problems().splitlines()
    return [line for line in lines if line.endswith("[docs-target-monikers]")]


def problem(place: str, missing: str, target: str, what: str) -> str:
    folder = "features/en" if ".feature:" in place else "docs"
    message = f'would not find what the link "{target}" leads to: {what}'
    return f"{folder}/{place}: {missing} {message} [docs-target-monikers]"


def test_a_link_for_some_clouds_to_a_page_that_not_all_of_them_have_is_a_problem(project: Project) -> None:
    assert write(
        project,
        narrow_en=(
            "---\nmonikerRange: o365-worldwide || o365-germany\n---\n"
            "# T\n\n[a](accept-offer.md) [b](wide.md)\n\n## Mine\n"
        ),
        wide_en=(
            f"# T\n\n[a](narrow.md) [b](narrow.md#mine)\n\n"
            f"{GERMANY}\n[b](narrow.md) [c](accept-offer.md#anything)\n{END}\n\n"
            "[d](accept-offer.md?view=o365-21vianet) [e](https://example.com/accept-offer.md) [f](coverage.md)\n"
        ),
        wide_nl=f"# T\n\n{GERMANY}\n<a href='narrow.md'>a</a> [b]\n\n[b]: accept-offer.md\n{END}\n",
    ) == [
        problem("narrow.en.md:6:5", "o365-worldwide, o365-germany", "accept-offer.md", "the page is for o365-21vianet"),
        problem("wide.en.md:6:20", "o365-germany", "accept-offer.md#anything", "the page is for o365-21vianet"),
        problem("wide.nl.md:4:28", "o365-germany", "accept-offer.md", "the page is for o365-21vianet"),
    ]


def test_a_link_to_an_anchor_that_some_of_its_readers_do_not_have_is_a_problem(project: Project) -> None:
    rule = "add-partner-at-purchase.md#you-cant-add-a-partner-when-you-buy-here"
    assert write(
        project,
        one_en=f"# T\n\n[a](#shared) [b](#twin)\n\n{GERMANY}\n[c](#twin) [d](#ours) [e](#nowhere)\n{END}\n{HEADINGS}",
        one_nl=f"# T\n\n{WORLDWIDE}\n[a](one.md#twin--o365-germany)\n{END}\n\n[b]({rule})\n{HEADINGS}",
        two_nl=f"# T\n\n{WORLDWIDE}\n[a](one.md#ours) [b](one.md#twin)\n{END}\n{GERMANY}\n[c](one.md#ours)\n{END}\n",
    ) == [
        problem("one.en.md:3:18", "o365-21vianet", "#twin", "#twin is for o365-worldwide, o365-germany"),
        problem("one.en.md:6:16", "o365-germany", "#ours", "#ours is for o365-worldwide"),
        problem(
            "one.nl.md:4:5", "o365-worldwide", "one.md#twin--o365-germany", "#twin--o365-germany is for o365-germany"
        ),
        problem(
            "one.nl.md:7:5",
            "o365-worldwide, o365-germany",
            rule,
            "#you-cant-add-a-partner-when-you-buy-here is for o365-21vianet",
        ),
        problem("two.nl.md:7:5", "o365-germany", "one.md#ours", "#ours is for o365-worldwide"),
    ]


def test_a_page_that_is_not_translated_is_that_of_the_source_language(project: Project) -> None:
    assert write(
        project,
        only_en="---\nmonikerRange: o365-worldwide\n---\n# T\n",
        other_nl=f"# T\n\n{GERMANY}\n[a](only.md)\n{END}\n",
    ) == [problem("other.nl.md:4:5", "o365-germany", "only.md", "the page is for o365-worldwide")]


def test_a_link_of_a_feature_to_what_some_of_its_readers_do_not_have_is_a_problem(project: Project) -> None:
    project.edit(
        "features/en/accept-offer.feature",
        "  Background:",
        "  [a](only.md) [b](find-partner.md#get-in-touch-with-an-authorized-partner)\n\n  Background:",
    )
    rule = "  Rule: A search finds the partners that fit\n"
    project.edit("features/en/find-partner.feature", rule, f"{rule}    [c](accept-offer.md) [d](only.md)\n\n")
    procedure = "  Scenario: Find a partner on Microsoft Pinpoint\n"
    project.edit("features/en/find-partner.feature", procedure, f"{procedure}    [e](accept-offer.md#x)\n\n")
    write(project, only_en="---\nmonikerRange: o365-worldwide || o365-germany\n---\n# T\n")
    spec, _ = load_with_problems(project.root, ["en"])
    assert [str(each).partition("\n")[0] for each in docs_target_monikers(spec)] == [
        problem("accept-offer.feature:6:7", "o365-21vianet", "only.md", "the page is for o365-worldwide, o365-germany"),
        problem(
            "find-partner.feature:6:9",
            "o365-worldwide, o365-germany",
            "accept-offer.md#x",
            "the page is for o365-21vianet",
        ),
        problem(
            "find-partner.feature:27:9",
            "o365-worldwide, o365-germany",
            "accept-offer.md",
            "the page is for o365-21vianet",
        ),
    ]


def test_the_anchors_of_a_page_are_those_of_its_html_for_the_clouds_of_their_zones() -> None:
    monikers = Monikers(tuple(Moniker(each, "o", each) for each in ALL))
    every = frozenset(ALL)
    assert anchors_of(f"---\na: b\n---\n# T {{: #t }}\n{HEADINGS}", monikers, every) == {
        "t": every,
        "ours": {"o365-worldwide"},
        "twin": {"o365-worldwide", "o365-germany"},
        "twin--o365-germany": {"o365-germany"},
        "shared": every,
    }


texts = st.lists(
    st.one_of(
        st.builds("[{}]: /{}".format, st.sampled_from("pqr"), st.integers(0, 9)),
        st.sampled_from(
            ["[p]", "[x][q]", "[x] [R]", "![x][p]", "[q][]", "`[p]`", "[x](y)", "- [p] and", "> [x\n> y][r]"]
        ),
    ),
    min_size=1,
    max_size=4,
).map("\n\n".join)
zones = st.builds('::: moniker range="{}"\n{}\n::: moniker-end'.format, st.sampled_from(["ww", "de"]), texts)


@given(st.lists(st.one_of(texts, zones), max_size=5).map("\n\n".join))
def test_links_lead_where_the_reading_of_the_page_says(source: str) -> None:
    monikers = Monikers((Moniker("ww", "o", ""), Moniker("de", "o", ""), Moniker("cn", "o", "")))
    page = read_page("a.md", source, monikers, PageMonikers(("cn", "de", "ww"), ()))
    found = [link.target for link in page.links if link.kind == "use"]
    assert found == re.findall(r'(?:href|src)="(/[^"]*)"', html(source)[0])
