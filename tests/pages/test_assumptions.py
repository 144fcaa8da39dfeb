"""What no source says is marked where it is said, explained once on its page, and listed with what was tested."""

from collections.abc import Callable

import pytest

from porspec.languages.words import read_words
from porspec.pages.help import render
from porspec.pages.overviews import coverage_page
from porspec.spec.runner import run_all
from porspec.spec.spec import load
from tests.conftest import Project

STEPS = """
from porspec.steps import given, then, when

@given("I have a basket", says="Have a basket.")
@given("I have nothing")
def basket(world): pass

@when('I take "{thing}"', says="Take {thing}.")
def take(world, thing: str): world.append(thing)

@then('"{thing}" is mine', says="You have {thing}.")
@then('"{thing}" is not there')
def mine(world, thing: str):
    assert thing in world
"""
FEATURE = """Feature: Take
  About taking.

  {scenario}
  Scenario Outline: Take fruit
    {result}
    When I take "<thing>"
    Then "<thing>" is mine
    And "tea" is mine

    Examples:
      | thing |
      | tea   |

    {examples}
    Examples:
      | thing |
      | tea   |

  {rule}
  Rule: Tea is free
    {about}

    {example}
    Scenario: Nobody pays
      When I take "tea"
      Then "tea" is not there
"""
MARK = '[<small class="porspec-assumed">(assumed)</small>](#porspec-assumed)'
MEANS = (
    '<a name="porspec-assumed"></a>No source says what is marked as assumed. The model on which this page was '
    "tested works that way; the product may differ.\n"
)


@pytest.fixture
def pages(small: Callable[..., Project]) -> Callable[..., tuple[str, str]]:
    """The page of the feature with these parts, and the page of what was tested."""

    def made(text: str = FEATURE, **parts: str) -> tuple[str, str]:
        given = dict.fromkeys(("scenario", "result", "examples", "rule", "about", "example"), "") | parts
        project = small({"steps/takes.py": STEPS, "features/en/take.feature": text.format(**given)})
        spec = load(project.root)
        words, traces = read_words(spec.config, "en"), list(run_all(spec))
        return render(spec, traces, words)["take"], coverage_page(spec, traces, words)

    return made


def test_without_the_tag_nothing_is_said_of_assumptions(pages: Callable[..., tuple[str, str]]) -> None:
    assert not any("assumed" in page.casefold() for page in pages())


@pytest.mark.parametrize(
    ("parts", "marked", "listed"),
    [
        (
            {"rule": "@assumption", "about": "You pay nothing."},
            "Tea is free. You pay nothing. ",
            "[Tea is free](take.md#tea-is-free)",
        ),
        (
            {"rule": "@assumption"},
            '<a name="tea-is-free"></a>Tea is free. ',
            "[Tea is free](take.md#tea-is-free)",
        ),
        ({"scenario": "@assumption"}, "**Done when:** You have tea. You have tea. ", "Take fruit"),
        ({"scenario": "@assumption", "result": "Tea is yours."}, "**Done when:** Tea is yours. ", "Take fruit"),
        (
            {"examples": "@cloud-b @assumption"},
            "**Done when:** You have tea. You have tea. ",
            "Take fruit, for Cloud B",
        ),
        ({"example": "@assumption"}, "Nobody pays ", "Nobody pays"),
    ],
)
def test_the_mark_stands_behind_what_is_marked(
    parts: dict[str, str], marked: str, listed: str, pages: Callable[..., tuple[str, str]]
) -> None:
    text = (
        FEATURE
        if parts.get("examples") is None
        else FEATURE.replace("    Examples:\n", "    @cloud-a\n    Examples:\n", 1)
    )
    page, coverage = pages(text, **parts)
    assert (page.count(f"{marked}{MARK}"), page.count(MARK), page.count(MEANS)) == (1, 1, 1)
    assert coverage.endswith(f"\n\n**What was assumed**\n\n- {listed}\n")


def test_a_feature_marks_what_it_is_about(pages: Callable[..., tuple[str, str]]) -> None:
    page, coverage = pages(f"@assumption\n{FEATURE}")
    assert (page.count(f"About taking. {MARK}"), page.count(MARK)) == (1, 1)
    assert coverage.endswith("**What was assumed**\n\n- Take\n")


def test_what_assumed_means_is_said_to_the_readers_who_see_the_mark(pages: Callable[..., tuple[str, str]]) -> None:
    page, _ = pages(rule="@cloud-b @assumption", scenario="@cloud-a")
    assert f'\n\n::: moniker range="cloud-b"\n\n{MEANS}\n' in page.partition("<summary>How we know</summary>")[2]


@pytest.mark.parametrize(("code", "mark"), [("nl", "aangenomen"), ("de", "angenommen"), ("zh", "假定")])
def test_the_mark_is_a_word_of_each_language(code: str, mark: str, small: Callable[..., Project]) -> None:
    config = load(small({"features/en/take.feature": TWICE.format(other=""), "steps/takes.py": STEPS}).root).config
    words = read_words(config, code)
    assert [mark in words(each) for each in ("assumed", "assumed-means")] == [True] * 2
    assert words.has("What was assumed")


# --- composed sentences ------------------------------------------------------------------------------------------


def test_the_result_is_what_the_scenario_says_of_it(pages: Callable[..., tuple[str, str]]) -> None:
    page, _ = pages(result="You have tea,\n    and it is yours.\n\n    Drink it.")
    assert page.count("**Done when:** You have tea, and it is yours. Drink it.\n") == 1
    assert "You have tea. You have tea." not in page


HEADINGS = ("Before you start", "Steps")
TWICE = """Feature: Take

  Scenario: Take tea
    Given I have a basket
    And there is "tea"
    When I take "tea"
    Then "tea" is mine

  {other}Scenario: Take milk
    Given I have a basket
    When I take "milk"
    Then "milk" is mine
"""


def test_a_prerequisite_of_several_procedures_stands_above_them(pages: Callable[..., tuple[str, str]]) -> None:
    page, _ = pages(TWICE, other="")
    page = page.partition('<div class="porspec-compare"')[0]
    body = page.partition("{: .porspec-facts }\n\n")[2]
    assert body.startswith(
        '## <a name="before-you-start"></a>Before you start\n\n- Have a basket.\n\n'
        '## <a name="take-tea"></a>Take tea\n\n1. Take tea.'
    )
    assert (page.count("Before you start"), page.count(">Steps")) == (1, 0)


def test_a_prerequisite_stays_where_a_moniker_has_one_procedure(pages: Callable[..., tuple[str, str]]) -> None:
    page, _ = pages(TWICE.replace("  Scenario: Take tea", "  @cloud-b\n  Scenario: Take tea"), other="@cloud-a\n  ")
    page = page.partition('<div class="porspec-compare"')[0]
    before, steps = ('## <a name="{}"></a>{}'.format(name.lower().replace(" ", "-"), name) for name in HEADINGS)
    assert page.count(f"{before}\n\n- Have a basket.\n\n{steps}\n\n1. Take") == 2
    assert page.count("## ") == 4
