"""What a catalogue tells translators: what a message is, and where it stands, by names that stay as lines move."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from porspec.languages.extract import extracted, spec_of_source
from porspec.languages.places import Place, readers_of, where
from porspec.languages.progress import progress
from porspec.languages.words import read_words
from porspec.pages.overviews import translation_page
from porspec.sources.catalogues import DOMAINS, parse_po
from porspec.spec.spec import load
from tests.conftest import Project, this_spec

STEPS = """
from porspec.steps import given, then, when

@given('there is "{thing}"', says="You have the thing.")
def there_is(world: list[object], thing: str) -> None:
    world.append(thing)

@when('I look', says={"cloud-b": "Look up."})
def look(world: list[object]) -> None: ...

@then('it is "{thing}"')
def it_is(world: list[object], thing: str) -> None:
    assert world[-1] == thing

@then('nobody says so')
def nobody(world: list[object]) -> None: ...
"""
BOX = """\
Feature: Box
  What a **box** is.

  Scenario: Open it
    Given there is "a box"
    When I look
    Then it is "a box"

  Rule: Lids are flat
    A lid is flat.

    Scenario Outline: A lid
      Given there is "<lid>"
      Then it is "<lid>"

      Examples: lids
        | lid |
        | one |
"""
NOTES = {
    ("features", "Box"): ['Name of a feature, and title, on the page "Box".'],
    ("features", "What a **box** is."): [
        'A paragraph for readers, in Markdown, on the page "Box".',
        "Words in ** are labels: write them as the labels catalogue has them.",
    ],
    ("features", "Open it"): ['Name of a scenario, on the page "Box".'],
    ("features", "Lids are flat"): ['Name of a rule, on the page "Box".'],
    ("features", "A lid is flat."): [
        'A paragraph for readers, in Markdown, on the page "Box", under the rule "Lids are flat".'
    ],
    ("features", "A lid"): ['Name of a scenario, on the page "Box", under the rule "Lids are flat".'],
    ("features", "lids"): [
        'Name of Examples, on the page "Box", under the rule "Lids are flat", in the scenario "A lid".'
    ],
    ("features", "lid"): [
        'Heading of an Examples column, on the page "Box", under the rule "Lids are flat", in the scenario "A lid".'
    ],
    ("help", "You have the thing."): [
        'For readers: what they must have before the first step, on the page "Box", in the scenario "Open it".'
    ],
    ("help", "Look up."): [
        'For readers: an instruction, one numbered step, on the page "Box", in the scenario "Open it".'
    ],
    ("help", "Cloud A"): ["The name of cloud-a, as readers choose it at the top of every page."],
    ("steps", 'there is "{thing}"'): [
        'A step, on the page "Box".',
        'Keep each "{placeholder}" in its quotes, with its name as it is.',
    ],
    ("steps", "I look"): ['A step, on the page "Box", in the scenario "Open it".'],
    ("steps", "nobody says so"): ["A step."],
}


@pytest.fixture
def boxes(small: Callable[..., Project]) -> Project:
    return small({"features/en/box.feature": BOX, "steps/things.py": STEPS})


def notes(project: Project) -> dict[tuple[str, str], list[str]]:
    spec = spec_of_source(project.root)
    return {(domain, each.text): each.comments for domain in DOMAINS for each in extracted(spec, domain)}


def test_a_comment_says_what_a_message_is_and_where_it_stands(boxes: Project) -> None:
    found = notes(boxes)
    assert {key: found.get(key) for key in NOTES} == NOTES


def test_of_many_pages_three_are_named(boxes: Project) -> None:
    for number in range(5):
        text = BOX.replace("Box", f"Box {number}")
        (boxes.root / f"features/en/box-{number}.feature").write_text(text, "utf-8")
    assert notes(boxes)["steps", "I look"] == ['A step, on the pages "Box", "Box 0", "Box 1" and 3 more.']


@given(st.lists(st.builds(Place, st.just("x"), *[st.sampled_from(["", "One", "Two", "Three", "Four"])] * 3)))
def test_a_comment_names_three_places_at_most(places: list[Place]) -> None:
    assert where(places).count('"') <= 6
    assert where(places) == where([*places, *places])
    assert ("on the page" in where(places)) == bool(places)


def test_a_second_sync_changes_nothing_and_comments_of_translators_stay(boxes: Project) -> None:
    assert boxes.porspec("new", "language", "nl").returncode == 0
    path = "locales/nl/LC_MESSAGES/features.po"
    kept = parse_po((boxes.root / path).read_text("utf-8"), path).entries
    for number, each in enumerate(kept):
        boxes.edit(path, each.lines, f"# Note {number}\n{each.lines}")
    boxes.edit(path, 'msgid "Open it"\nmsgstr ""', 'msgid "Open it"\nmsgstr "Open hem"')
    boxes.edit("features/en/box.feature", "Scenario: Open it", "Scenario: Close the lid of the box")
    boxes.edit("features/en/box.feature", "Lids are flat", "No lid is round")
    assert boxes.porspec("sync").returncode == 0
    first = boxes.files()
    assert boxes.porspec("sync").stdout == "Everything is up to date\n"
    assert boxes.files() == first
    text = (boxes.root / path).read_text("utf-8")
    assert [number for number in range(len(kept)) if f"# Note {number}\n" not in text] == []
    assert '"Open hem"' in text
    assert 'under the rule "No lid is round", in the scenario "A lid"' in text


def test_whoever_sees_a_place_is_found_by_its_names() -> None:
    spec = this_spec()
    for domain in ("labels", "help", "features"):
        for place in (place for found in extracted(spec, domain) for place in found.places):
            assert readers_of(spec, place) <= spec.feature(place.stem).monikers


def test_the_translation_page_names_each_page_that_is_in_another_language(boxes: Project) -> None:
    assert boxes.porspec("new", "language", "nl").returncode == 0
    (boxes.root / "docs/more").mkdir(parents=True)
    for name in ("index.en", "more/lids", "more/said.nl"):
        (boxes.root / f"docs/{name}.md").write_text("# Boxes\n")
    (boxes.root / "docs/index.nl.md").unlink(missing_ok=True)
    spec = load(boxes.root)
    page = translation_page(spec, [progress(spec, "nl", read_words(spec.config, "nl"))], read_words(spec.config, "en"))
    told = [line for line in page.splitlines() if line.startswith("- `docs/")]
    assert told == [
        '- `docs/index.nl.md:1:1` [<span lang="en">index</span>](index.md)',
        '- `docs/more/lids.nl.md:1:1` [<span lang="en">more/lids</span>](more/lids.md)',
    ]
    (boxes.root / "docs/index.nl.md").write_text("# Dozen\n")
    found = progress(spec, "nl", read_words(spec.config, "nl")).gaps
    assert [each.page for each in found if each.page] == ["more/lids"]


def test_the_translation_page_links_what_is_missing_to_its_place(boxes: Project) -> None:
    assert boxes.porspec("new", "language", "nl").returncode == 0
    boxes.edit("features/en/box.feature", "  Rule: Lids", "  @cloud-b\n  Rule: Lids")
    assert boxes.porspec("sync").returncode == 0
    path = "locales/nl/LC_MESSAGES/features.po"
    boxes.edit(
        path,
        'msgctxt "rule"\nmsgid "Lids are flat"\nmsgstr ""',
        '#, fuzzy\nmsgctxt "rule"\nmsgid "Lids are flat"\nmsgstr "Plat"',
    )
    spec = load(boxes.root)
    words = read_words(spec.config, "en")
    page = translation_page(spec, [progress(spec, "nl", words)], words)
    lines = {line.partition("[")[2] for line in page.splitlines() if line.startswith("- `locales")}
    linked = {text.replace('<span lang="en">', "").replace("</span>", "") for text in lines}
    assert {
        "Box](box.md#box)",
        "Open it](box.md#open-it)",
        "Lids are flat](box.md?view=cloud-b#lids-are-flat) (Fuzzy)",
        "A lid is flat.](box.md?view=cloud-b#lids-are-flat)",
        "lid](box.md?view=cloud-b#a-lid)",
        "You have the thing.](box.md#open-it)",
        "Look up.](box.md?view=cloud-b#open-it)",
        "I look](steps.md#when-i-look)",
    } <= linked
