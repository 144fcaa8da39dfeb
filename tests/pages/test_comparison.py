"""A task in several clouds, side by side: what each column says is what ran; what is the same is folded."""

import re
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import markdown

from porspec.languages.words import read_words
from porspec.markdown.content import Markdown, escape
from porspec.pages.columns import Instruction, aligned, marked_words
from porspec.pages.help import render
from porspec.pages.overviews import compare_page
from porspec.pages.voice import Voice
from porspec.spec.runner import run_all
from porspec.spec.spec import load
from tests.conftest import Project, these_traces, this_spec

SPEC, TRACES = this_spec(), these_traces()
SECTION = re.compile(r'<div class="porspec-compare".*?\n</div>', re.DOTALL)
FEATURE = """Feature: Take tea
  About tea.

  Background:
    Given I have a cup

  @cloud-a
  Scenario: From the pot
    When I open the page "Kitchen > Shelf"
    And I press "Pour"
    And I press "Drink"
    Then "tea" is mine

  @cloud-b
  Scenario: From the machine
    You have tea.

    When I open the page "Kitchen > Machine"
    And I put in a coin
    And I press "Pour"
    And I press "Drink"
    Then "tea" is mine

  {tag}Scenario: Wash up
    When I press "Drink"
    Then "tea" is mine
"""
STEPS = """
from typing import Annotated
from porspec.steps import LabelType, given, then, when

@given("I have a cup", says={"cloud-a": "Have a cup.", "cloud-b": "Have a *big* cup."})
def cup(world): pass

@when('I open the page "{page}"', says="Open {page}.")
def open_page(world, page: Annotated[tuple[str, ...], LabelType("page", path=True)]): pass

@when("I put in a coin", says="Put in a coin.")
def coin(world): pass

@when('I press "{button}"', says="Press {button}.")
def press(world, button: Annotated[str, LabelType("button")]): world.append(button)

@then('"{thing}" is mine', says="You have {thing}.")
def mine(world, thing: str):
    assert world
"""
INIT = """
from porspec.steps import Label

LABELS = (
    Label("page.kitchen", "Kitchen"), Label("page.shelf", "Shelf"), Label("page.machine", "Machine"),
    Label("button.pour", "Pour"), Label("button.drink", "Drink"),
)

def new_world(moniker):
    return []

def snapshot(world):
    return list(world)

def link(moniker, path):
    return {"page.machine": "https://example.com/machine?a=1"}.get(path[-1])
"""


@dataclass(frozen=True)
class Part:
    """A part of a table, read with nothing of the package: its rows as (name, texts by cloud, all that is folded)."""

    rows: list[tuple[str, dict[str, str], list[str]]]


def parts(section: str) -> list[Part]:
    """The parts of each table, without marks and numbers; a fold has the texts of its list."""
    found = []
    for body in re.findall(r"<tbody.*?</tbody>", section, re.DOTALL):
        rows = []
        for row in re.findall(r"<tr.*?</tr>", body, re.DOTALL):
            name = re.search(r'<th scope="row">(.*?)</th>', row)
            cells = re.findall(r'<td data-column="([^"]*)"[^>]*>\n\n(.*?)\n\n</td>', row)
            texts = {cloud: re.sub(r"^\d+\\\. ", "", re.sub("</?mark>", "", text)) for cloud, text in cells}
            rows.append((name[1] if name else "", texts, re.findall("^- (.*)$", row, re.MULTILINE)))
        found.append(Part(rows))
    return found


def small_pages(small: Callable[..., Project], tag: str = "", **more: str) -> tuple[str, str]:
    """The page of the feature, and that of all."""
    files = {"features/en/tea.feature": FEATURE.format(tag=tag), "steps/things.py": STEPS, "steps/__init__.py": INIT}
    spec = load(small(files | more).root)
    traces, words = list(run_all(spec)), read_words(spec.config, "en")
    return render(spec, traces, words)["tea"], compare_page(spec, traces, words)


def test_two_clouds_are_compared_on_the_page_of_a_task_and_on_one_of_all(
    small: Callable[..., Project], golden: Callable[[str, str], None]
) -> None:
    task, every = small_pages(small)
    found = SECTION.search(task)
    assert found
    golden("compare/task.md", found[0] + "\n")
    golden("compare/all.md", every)


@pytest.mark.parametrize("code", SPEC.languages)
def test_every_task_of_this_site_is_compared(code: str, golden: Callable[[str, str], None]) -> None:
    golden(f"compare/site.{code}.md", compare_page(SPEC, TRACES, read_words(SPEC.config, code)))


@pytest.mark.parametrize("code", SPEC.languages)
def test_a_column_read_downwards_is_what_the_steps_of_its_cloud_say(code: str) -> None:
    """Of features with one procedure: each instruction once, in its order, whether folded or not."""
    words = read_words(SPEC.config, code)
    voice, pages = Voice(SPEC, words), render(SPEC, TRACES, words)
    steps = words.html("Step")
    for stem in ("add-partner", "change-partner", "delete-partner", "find-partner"):
        section = SECTION.search(pages[stem])
        assert section
        rows = [row for part in parts(section[0])[1:] for row in part.rows]
        for moniker in SPEC.feature(stem).with_procedure:
            read = [
                text
                for name, texts, folded in rows
                for text in ([texts[moniker]] if name == steps and moniker in texts else folded if not name else [])
                if "**<br>" not in text
            ]
            numbers = [n for n, each in enumerate(SPEC.feature(stem).scenarios) if each.rule is None]
            variants = [each for n in numbers for each in SPEC.variants_of(stem, n) if each.moniker == moniker]
            said = [each.text for each in voice.told(variants[0]) if each.kind == "when"]
            assert [text.startswith(each) for text, each in zip(read, said, strict=True)] == [True] * len(said)


@pytest.mark.parametrize("code", SPEC.languages)
def test_a_row_is_folded_exactly_where_all_clouds_that_have_the_task_say_the_same(code: str) -> None:
    pages = render(SPEC, TRACES, read_words(SPEC.config, code))
    folds = 0
    for stem in (each for each in SPEC.features if SECTION.search(pages[each])):
        section = SECTION.search(pages[stem])
        assert section
        for part in parts(section[0])[1:]:
            for name, texts, folded in part.rows:
                folds += bool(folded)
                is_same = set(texts) == SPEC.feature(stem).with_procedure and len(set(texts.values())) == 1
                assert not (name and is_same), (stem, name, texts)
    assert folds == 11


def test_a_change_of_one_cloud_opens_the_fold(small: Callable[..., Project]) -> None:
    task, _ = small_pages(small)
    assert "- Press **Pour**.\n- Press **Drink**.\n" in task
    changed = STEPS.replace('"Press {button}."', '{"cloud-a": "Press {button}.", "cloud-b": "Push {button}."}')
    task, _ = small_pages(small, **{"steps/things.py": changed})
    assert "- Press" not in task
    assert "2\\. <mark>Press</mark> **Pour**." in task
    assert "3\\. <mark>Push</mark> **Pour**." in task


def test_a_procedure_that_one_cloud_has_is_not_said_to_be_the_same(small: Callable[..., Project]) -> None:
    task, _ = small_pages(small, tag="@cloud-b\n  ")
    wash = parts(SECTION.findall(task)[0])[-1]
    assert wash.rows[1:] == [
        ("Before you start", {"cloud-b": "Have a *big* cup."}, []),
        ("Controls", {"cloud-b": "**Drink**"}, []),
        ("Result", {"cloud-b": "You have tea."}, []),
    ]


def test_nothing_is_compared_where_there_is_one_cloud(small: Callable[..., Project]) -> None:
    files = {"features/en/things.feature": 'Feature: A\n\n  Scenario: B\n    Given there is "tea"\n'}
    project = small(files)
    text = (project.root / "pyproject.toml").read_text("utf-8")
    start, end = text.index('[[tool.porspec.monikers]]\nid = "cloud-b"'), text.index("[tool.porspec.checks]")
    (project.root / "pyproject.toml").write_text(text[:start] + text[end:], "utf-8")
    (project.root / "docs").mkdir()
    (project.root / "mkdocs.yml").write_text(
        "site_name: A\ntheme: {name: material, font: false}\nplugins:\n  - porspec\n"
        "  - i18n: {docs_structure: suffix, languages: [{locale: en, name: English, default: true}]}\n",
        "utf-8",
    )
    done = project.porspec("render", "--out", str(project.root / "help"))
    assert done.returncode == 0, done.stderr
    assert sorted(path.name for path in (project.root / "help").glob("*.md")) == [
        *("coverage.en.md", "problems.en.md", "steps.en.md", "things.en.md", "translation.en.md")
    ]
    assert "porspec-compare" not in (project.root / "help" / "things.en.md").read_text("utf-8")


# --- always true -------------------------------------------------------------------------------------------------


_STEPS = st.lists(st.sampled_from("abcd"), max_size=8)


@given(st.dictionaries(st.sampled_from(["a", "b", "c"]), _STEPS, min_size=1))
def test_no_step_is_lost_or_moved_where_steps_are_aligned(columns: dict[str, list[str]]) -> None:
    steps = {each: [Instruction(text, (text,), Markdown(text)) for text in texts] for each, texts in columns.items()}
    rows = aligned(steps)
    assert {each: [row[each] for row in rows if each in row] for each in steps} == steps
    assert all(rows)
    if len({tuple(each) for each in columns.values()}) == 1:
        assert [set(row) for row in rows] == [set(columns)] * len(rows)


def test_steps_of_one_pattern_come_together_whatever_their_labels() -> None:
    one, more, other = (Instruction(pattern, (text,), Markdown(text)) for pattern, text in ("p1", "q2", "p3"))
    assert aligned({"a": [one], "b": [more, other]}) == [{"b": more}, {"a": one, "b": other}]


_TEXT = st.lists(
    st.sampled_from(
        [
            *("tea", "**a b**", "[c](d.md)", "茶水和咖啡", ",", ".", "<br>", "it's", "&lt;", "\\*", "**a *b* `*` c**"),
            *("*a **b** c*", "`*`", "[**x \\]**](y.md)", '<span lang="en">one **two**</span>', "**(a)**"),
        ]
    ),
    max_size=9,
)


@given(st.lists(_TEXT, min_size=2, max_size=3))
def test_marks_change_no_text_and_what_is_not_marked_is_in_all(texts: list[list[str]]) -> None:
    given_texts = {str(number): Markdown(" ".join(each)) for number, each in enumerate(texts)}
    marked = marked_words(given_texts)
    for each, text in marked.items():
        assert re.sub("</?mark>", "", text) == given_texts[each]
        assert re.sub("</?mark>", "", markdown(text)) == markdown(given_texts[each])
        assert re.findall("</?mark>", text) == ["<mark>", "</mark>"] * text.count("<mark>")
        assert not any("<" in inside for inside in re.findall(r"<mark>(.*?)</mark>", text))
    left = {re.sub(r"<mark>.*?</mark>|<[^>]*>|&lt;|\\\*|[\s,.]", "", text) for text in marked.values()}
    assert len(left) == 1


@pytest.mark.parametrize(
    ("one", "other", "marked"),
    [
        ("Select **Add**.", "Select **Check ID**.", "Select <mark>**Add**</mark>."),
        ("Go to the tab.", "Go on to a tab.", "Go to <mark>the</mark> tab."),
        ("选择订阅的名称。", "选择产品的名称。", "选择<mark>订阅</mark>的名称。"),
        ("a &lt; b", "a &amp; c", "a &lt; <mark>b</mark>"),
        ("a b c d", "a d", "a <mark>b c</mark> d"),
        (str(escape("a_b * c")), str(escape("a_b * d")), str(escape("a_b * ")) + "<mark>c</mark>"),
    ],
)
def test_the_words_that_differ_are_marked(one: str, other: str, marked: str) -> None:
    assert marked_words({"a": Markdown(one), "b": Markdown(other)})["a"] == marked
