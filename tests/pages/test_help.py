"""What is rendered is what ran, per cloud; golden files are the pages."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from porspec.languages.words import WORDS, read_words
from porspec.markdown.zones import anchor
from porspec.pages.help import Edition, render
from porspec.pages.overviews import coverage_page, task_table
from porspec.sources.problems import SpecError
from porspec.spec.runner import run_all
from porspec.spec.spec import load
from tests.cloud_text import uncompared, without_pictures
from tests.conftest import REPOSITORY, Project, these_traces, this_spec

SPEC = this_spec()
TRACES = these_traces()


def page(stem: str, code: str) -> str:
    words = read_words(SPEC.config, code)
    if stem == "coverage":
        return coverage_page(SPEC, TRACES, words)
    return render(SPEC, TRACES, words)[stem]


@pytest.mark.parametrize("code", ["en", "nl"])
@pytest.mark.parametrize("stem", [*SPEC.features, "coverage"])
def test_a_page_is_its_golden_file(stem: str, code: str, golden: Callable[[str, str], None]) -> None:
    golden(f"pages/{stem}.{code}.md", page(stem, code))


def test_every_variant_that_ran_is_named_on_the_coverage_page() -> None:
    rows = [line for line in page("coverage", "en").splitlines() if "✓" in line or "–" in line]
    scenarios = [bound for languages in SPEC.features.values() for bound in languages["en"].scenarios]
    counts = [
        [
            len([v for v in SPEC.variants() if SPEC.scenario(v) is one and v.moniker == m])
            for m in SPEC.config.monikers.ids
        ]
        for one in scenarios
    ]
    shown = []
    for row in rows:
        cells = [cell.strip() for cell in row.strip("|").split("|")][1:]
        shown.append([0 if cell.startswith("–") else int(cell.partition("×\u00a0")[2] or 1) for cell in cells])
    assert shown == counts
    assert sum(map(sum, counts)) == len(TRACES)


def test_nothing_is_rendered_where_a_variant_failed(project: Project) -> None:
    path = "features/en/change-partner.feature"
    project.edit(path, 'Then "Fabrikam" is the partner', 'Then "Contoso" is the partner')
    project.edit("features/nl/change-partner.feature", 'Dan is "Fabrikam" de', 'Dan is "Contoso" de')
    spec = load(project.root)
    traces = list(run_all(spec))
    with pytest.raises(SpecError) as caught:
        render(spec, traces, read_words(spec.config, "en"))
    assert [str(problem.location) for problem in caught.value.problems] == [f"{path}:19:10"] * 3


def test_only_what_ran_is_shown() -> None:
    without = [trace for trace in TRACES if trace.variant.moniker != "o365-germany" or trace.variant.scenario]
    coverage = coverage_page(SPEC, without, read_words(SPEC.config, "en"))
    assert "| Change the partner | ✓ ran | – doesn't apply | ✓ ran |" in coverage


def test_a_label_changed_in_the_catalogue_changes_binding_and_page(project: Project) -> None:
    labels = "locales/nl/LC_MESSAGES/labels.po"
    project.edit(labels, 'msgstr "Abonnementen"', 'msgstr "Licenties"')
    assert '"Abonnementen" is no label (nav or page) [label-unknown]' in project.problems()
    assert project.porspec("sync").returncode == 0
    spec = load(project.root)
    pages = render(spec, list(run_all(spec)), read_words(spec.config, "nl"))
    changed = pages["change-partner"]
    assert "**Facturering** > [**Licenties**](https://go.microsoft.com/fwlink/p/?linkid=847745)" in changed
    scenario = "Abonnementen staan in de volgorde waarin u ze hebt gekregen"
    assert "Abonnementen" not in changed.replace(scenario, "")


def test_anchors_are_lower_case_words() -> None:
    assert anchor("Accept a partner's offer: Überblick (2)") == "accept-a-partners-offer-uberblick-2"


def test_every_word_of_ours_is_translated_into_dutch() -> None:
    words = read_words(SPEC.config, "nl")
    assert set(words.texts) == set(WORDS)


def test_a_site_can_override_our_words(project: Project) -> None:
    path = project.root / "locales/nl/LC_MESSAGES/porspec.po"
    path.write_text(
        'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n\nmsgid "Result"\nmsgstr "Uitkomst"\n'
    )
    words = read_words(load(project.root).config, "nl")
    assert (words("Result"), words("Good to know")) == ("Uitkomst", "Goed om te weten")


def test_a_step_that_says_something_else_in_a_cloud_is_numbered_there(project: Project) -> None:
    """Lines are grouped by number and text: a cloud's own line does not disturb the others' numbers."""
    spec = load(REPOSITORY)
    go = spec.catalogue.definitions["when", 'I go to the page "{page}"']
    assert isinstance(go.says, str)
    silent = replace(go, says={"o365-germany": go.says, "o365-worldwide": go.says})
    spec.catalogue.definitions["when", go.pattern] = silent
    markdown = render(spec, TRACES, read_words(spec.config, "en"))["change-partner"]
    second = spec.catalogue.definitions["when", 'I select the subscription "{subscription}"'].says
    assert f'::: moniker range="o365-21vianet"\n\n1. {second}' in markdown
    for moniker in ("o365-worldwide", "o365-germany"):  # whose pictures differ
        assert f'::: moniker range="{moniker}"\n\n2. {second}' in markdown


# FACTS section 1: which cloud has which task; accepting an offer is described for 21Vianet only.
AVAILABLE = {
    "find-partner": "yes yes no",
    "add-partner-at-purchase": "yes yes no",
    "add-partner": "yes yes no",
    "accept-offer": "no no yes",
    "change-partner": "yes yes yes",
    "view-partners": "yes yes yes",
    "delete-partner": "yes yes yes",
    "remove-reseller": "no no no",
}


@pytest.mark.parametrize("code", ["en", "nl"])
def test_the_table_of_tasks_is_that_of_the_facts(code: str) -> None:
    words = read_words(SPEC.config, code)
    table = task_table(SPEC, words, AVAILABLE).splitlines()[2:]
    cells = [[cell.strip() for cell in row.strip("|").split("|")][1:] for row in table]
    assert all("data-moniker" in cell for row in cells for cell in row)
    found = [" ".join("yes" if cell.startswith(f"[{words('Steps')}]") else "no" for cell in row) for row in cells]
    assert dict(zip(AVAILABLE, found, strict=True)) == AVAILABLE


@pytest.mark.parametrize("code", ["en", "nl"])
def test_a_cloud_without_steps_is_led_to_why_where_a_page_says_so(code: str) -> None:
    steps, explained, silent = {
        "en": ("Steps", "Explanation", "Not described"),
        "nl": ("Stappen", "Uitleg", "Niet beschreven"),
    }[code]
    table = task_table(SPEC, read_words(SPEC.config, code), ["accept-offer", "remove-reseller"]).splitlines()[2:]
    cells = [[cell.split("{")[0].strip() for cell in row.strip("|").split("|")][1:] for row in table]
    assert cells == [[silent, silent, f"[{steps}](accept-offer.md)"], [f"[{explained}](remove-reseller.md)"] * 3]


TAKES = """
from porspec.steps import given, then, when

@given("there is nothing", says="Have nothing.")
def nothing(world): pass

@when('I take "{thing}"', says="Take {thing}.")
def take(world, thing: str): world.append(thing)

@when('I count "{number}"')
def count(world, number: int): pass
"""
TAKEN = """Feature: Take

  Scenario Outline: Take one
    Given there is nothing
    When I take "<thing>"
    And I count "<number>"

    Examples: fruit
      What grows on **trees**.

      | thing | number |
      | pear  | 1      |
      | pear  | 2      |
      | plum  | 3      |

    @cloud-b
    Examples:
      | thing | number |
      | leek  | 4      |
"""


def test_rows_that_tell_a_clouds_readers_something_else_are_told_each(small: Callable[..., Project]) -> None:
    project = small({"steps/takes.py": TAKES, "features/en/take.feature": TAKEN})
    spec = load(project.root)
    made = render(spec, list(run_all(spec)), read_words(spec.config, "en"))
    told, _, proof = uncompared(made["take"]).partition("{: .porspec-facts }\n\n")[2].partition("<details")
    told = told.replace('<a name="take-one"></a>\n\n', "", 1)
    assert told.replace("\n\n::: moniker range", "\n::: moniker range") == (
        '## <a name="before-you-start"></a>Before you start\n\n- Have nothing.\n\n'
        "## Take one: fruit (pear, 1)\n\n1. Take pear.\n\n"
        "## Take one: fruit (plum, 3)\n\n1. Take plum.\n"
        '::: moniker range="cloud-b"\n\n'
        "## Take one (leek, 4)\n\n1. Take leek.\n\n"
        "::: moniker-end\n\n"
    )
    assert proof.count("Take one: fruit (pear, 2)\n{: .porspec-example }\n\nWhat grows on **trees**.\n\n- _Given_") == 2
    assert proof.count("Take one (leek, 4)\n{: .porspec-example }\n\n- _Given_") == 1


def test_where_there_is_one_cloud_or_none_no_cloud_is_named(small: Callable[..., Project]) -> None:
    project = small(TASKS | {"features/en/give.feature": TASKS["features/en/give.feature"].removeprefix("@cloud-a\n")})
    path = project.root / "pyproject.toml"
    project.edit("features/en/look.feature", "  @cloud-b\n", "")
    project.edit("features/en/look.feature", "  @cloud-a\n", "")
    text = path.read_text("utf-8")
    first, second = (text.index(f'[[tool.porspec.monikers]]\nid = "cloud-{each}"') for each in "ab")
    for left_out in (text[second:], text[first:]):
        path.write_text(text.replace(left_out[: left_out.index("[tool.porspec.checks]")], ""), "utf-8")
        spec = load(project.root)
        traces, words = list(run_all(spec)), read_words(spec.config, "en")
        assert task_table(spec, words, ["take", "give"]) == '- [Take & "go"](take.md)\n- [Give](give.md)'
        coverage = coverage_page(spec, traces, words)
        ran = "Before this site was built, every scenario ran on a model of the product."
        assert coverage.count(f"{ran} × 2 means that it ran with two sets of values.") == 2
        assert "| Scenario | Result |" in coverage
        page = render(spec, traces, words)["take"]
        assert "\n\nTested on a model of the product. Scenarios: 1\n\n" in page
        steps = '<a name="take-one"></a>\n\n## <a name="steps"></a>Steps\n\n1. Take pear.'
        assert f'# <a name="take-go"></a>Take & "go"\n\n{steps}\n\n<details' in page


def test_what_a_reader_must_have_is_no_result_wherever_it_stands(small: Callable[..., Project]) -> None:
    feature = 'Feature: Take\n\n  Scenario: Take one\n    When I take "pear"\n    Given there is nothing\n'
    spec = load(small({"steps/takes.py": TAKES, "features/en/take.feature": feature}).root)
    page = render(spec, list(run_all(spec)), read_words(spec.config, "en"))["take"]
    assert uncompared(page).partition("{: .porspec-facts }\n\n")[2].partition("\n\n<details")[0] == (
        '<a name="take-one"></a>\n\n## <a name="before-you-start"></a>Before you start\n\n- Have nothing.\n\n'
        '## <a name="steps"></a>Steps\n\n1. Take pear.'
    )


TASKS = {
    "features/en/take.feature": 'Feature: Take & "go"\n\n  Scenario: Take one\n    When I take "pear"\n',
    "features/en/give.feature": '@cloud-a\nFeature: Give\n\n  Scenario: Give one\n    When I take "plum"\n',
    "features/en/look.feature": 'Feature: Look\n\n  @cloud-b\n  Scenario: Look at one\n    When I take "leek"\n\n'
    '  @cloud-a\n  Rule: Nothing is here\n    Scenario: It is not\n      When I take "leek"\n',
    "steps/takes.py": TAKES,
}


def last_lines(small: Callable[..., Project], edition: Edition, settings: str = "") -> dict[str, str]:
    """What stands between the result and the proof, on each page."""
    project = small(TASKS)
    project.append("pyproject.toml", settings)
    spec = load(project.root)
    made = render(spec, list(run_all(spec)), read_words(spec.config, "en"), edition)
    return {
        stem: uncompared(page).partition(". Take ")[2].partition("<details")[0].partition("\n\n")[2]
        for stem, page in made.items()
    }


def test_the_tasks_that_follow_are_those_of_the_configuration_that_a_cloud_has(small: Callable[..., Project]) -> None:
    made = last_lines(small, Edition(), '\n[tool.porspec.next]\ntake = ["give", "look"]\nlook = []\n')
    assert made["take"] == (
        '::: moniker range="cloud-a"\n\n**Next:** [Give](give.md)\n{: .porspec-next }\n\n::: moniker-end\n\n'
        '::: moniker range="cloud-b"\n\n**Next:** [Look](look.md)\n{: .porspec-next }\n\n::: moniker-end\n\n'
    )
    assert (made["give"], "porspec-next" in made["look"]) == ("", False)


def test_without_such_the_next_task_is_that_of_the_navigation(small: Callable[..., Project]) -> None:
    made = last_lines(small, Edition(order=("index", "give", "look", "take", "gone")))
    following = '**Next:** [Take & "go"](take.md)\n{: .porspec-next }'
    assert made["give"] == f"{following}\n\n"  # on the page between, its cloud has no steps
    assert following in made["look"]
    assert made["take"] == ""


def test_links_are_those_of_the_configuration_filled_in(small: Callable[..., Project]) -> None:
    links = (
        '\n[tool.porspec.links]\nyes = "mailto:us@example.com?subject={title}"\nno = "https://example.com/no/{page}"\n'
        'report = "https://example.com/{language}?of={path}"\n'
    )
    edit = "https://example.com/edit/{path}"
    assert last_lines(small, Edition(edit=edit), links)["take"] == (
        "Did this help? [Yes](mailto:us@example.com?subject=Take%20%26%20%22go%22), "
        "[No](https://example.com/no/take) · "
        "[Report a wrong step](https://example.com/en?of=features/en/take.feature) · "
        "[Edit this page](https://example.com/edit/features/en/take.feature)\n{: .porspec-links }\n\n"
    )
    assert last_lines(small, Edition())["take"] == ""


@pytest.mark.parametrize(
    ("code", "facts"),
    [
        ("en", "Applies to Office 365 operated by 21Vianet. Checked on November 22, 2026.\n{: .porspec-facts }"),
        ("nl", "Geldt voor Office 365 beheerd door 21Vianet. Gecontroleerd op 22 november 2026.\n{: .porspec-facts }"),
        ("de", "Gilt für Office 365 betrieben von 21Vianet. Geprüft am 22\\. November 2026.\n{: .porspec-facts }"),
        ("zh", "适用于由世纪互联运营的 Office 365。检查日期：2026 年 11 月 22 日。\n{: .porspec-facts }"),
    ],
)
def test_a_page_says_for_whom_it_is_and_when_it_was_checked(code: str, facts: str) -> None:
    edition = Edition(date=datetime(2026, 11, 22, 23, 59, tzinfo=UTC), revision="0123456789ab")
    page = render(SPEC, TRACES, read_words(SPEC.config, code), edition)["accept-offer"]
    assert page.count(f"\n\n{facts}\n\n") == 1
    assert page.count("`0123456789ab`\n\n") == 1


def test_a_page_has_one_fold_with_all_that_ran_for_each_cloud() -> None:
    for stem, page in render(SPEC, TRACES, read_words(SPEC.config, "en")).items():
        made = uncompared(without_pictures(page))
        assert made.count("<details") == 1
        assert made.endswith("\n\n</details>\n")
        ran = Counter(trace.variant.moniker for trace in TRACES if trace.variant.stem == stem)
        names = {each: SPEC.config.monikers[each].name for each in ran}
        told = {each: f"for {names[each]}. Scenarios: {count}\n" for each, count in ran.items()}
        assert {each: made.count(text) for each, text in told.items()} == dict.fromkeys(ran, 1)
