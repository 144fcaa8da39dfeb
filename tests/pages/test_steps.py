"""The step catalogue on the command line and as a page of the site, and what finds a step in it."""

import os
import subprocess
import sys
import textwrap
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from porspec.languages.words import WORDS, Words, read_words
from porspec.pages.overviews import step_page
from porspec.pages.steps import entries, find, lines
from porspec.site.publish import publish
from porspec.sources.features import Kind, screen_width
from porspec.sources.problems import SpecError
from porspec.spec.spec import load
from tests.conftest import REPOSITORY, Project
from tests.languages.test_languages import translate

SPEC = load(REPOSITORY)
ENTRIES = entries(SPEC)

SMALL = {
    "pyproject.toml": """
        [project]
        name = "shop"

        [tool.porspec]
        source_language = "en"

        [[tool.porspec.monikers]]
        id = "north"
        product = "Shop"
        order = 1
        name = "North"

        [[tool.porspec.monikers]]
        id = "south"
        product = "Shop"
        order = 2
        name = "South"

        [tool.porspec.languages.nl]
        complete = true
        """,
    "mkdocs.yml": "site_name: Shop\n",
    "steps/__init__.py": """
        from porspec.steps import Label

        LABELS = (Label("nav.shop", "Shop"), Label("page.orders", "Orders"), Label("button.pay", "Pay"))
        new_world = list
        snapshot = list
        """,
    "steps/orders.py": '''
        from typing import Annotated

        from porspec.steps import LabelType, given, then, when

        Button = Annotated[str, LabelType("button")]
        Page = Annotated[tuple[str, ...], LabelType("nav", "page", path=True)]


        @given("I have orders")
        def orders(world: list[str], table: tuple[tuple[str, ...], ...]) -> None:
            """Orders that nobody has paid yet; the table has a row for each."""


        @when('I go to the page "{page}"', says="Go to the {page} page.")
        def go(world: list[str], page: Page) -> None:
            """Open a page from the menu."""


        @when('I select "{button}" for "{count}" orders', says={"north": "Select {button}.", "south": "Tap {button}."})
        def pick(world: list[str], count: int, button: Button) -> None:
            """Select a button."""


        @then("the orders are paid", says="Your orders are paid.")
        @given("the orders are paid")
        def paid(world: list[str]) -> None:
            """
            No order is left open,
            whoever has paid it.
            """


        @then("I see a note", says={"south": "You see a note."})
        def note(world: list[str], doc_string: str) -> None:
            pass
        ''',
    "features/en/pay-orders.feature": """
        Feature: Pay orders

          Background:
            Given I have orders
              | number |
              | 7      |

          Scenario Outline: Pay
            When I go to the page "Shop > Orders"
            And I select "Pay" for "<count>" orders
            Then the orders are paid

            Examples:
              | count |
              | 1     |
              | 12    |

          Rule: Pay once

            Scenario: Pay again
              Given the orders are paid
              When I go to the page "Shop > Orders"
              Then the orders are paid
        """,
    "features/en/see-orders.feature": """
        Feature: See orders

          Scenario: See
            When I go to the page "Shop > Orders"
            Then the orders are paid
        """,
}
DUTCH = {
    "steps": {
        ("given", "I have orders"): "ik bestellingen heb",
        ("when", 'I go to the page "{page}"'): 'ik naar de pagina "{page}" ga',
        ("when", 'I select "{button}" for "{count}" orders'): 'ik voor "{count}" bestellingen "{button}" selecteer',
        ("then", "the orders are paid"): "zijn de bestellingen betaald",
        ("given", "the orders are paid"): "de bestellingen betaald zijn",
    },
    "labels": {("page.orders", "Orders"): "Bestellingen"},
    "help": {("when", "Go to the {page} page."): "Ga naar de pagina {page}."},
    "features": {("feature", "Pay orders"): "Bestellingen betalen"},
}


@pytest.fixture
def shop(tmp_path: Path) -> Project:
    """A small project in English and Dutch, in which one step is neither used nor translated."""
    project = Project(tmp_path / "shop")
    for name, text in SMALL.items():
        path = project.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(textwrap.dedent(text).lstrip(), "utf-8")
    assert project.porspec("new", "language", "nl").returncode == 0
    for domain, messages in DUTCH.items():
        translate(project, "nl", domain, messages)
    assert project.porspec("sync").returncode == 0
    return project


def test_the_catalogue_has_each_step_in_every_language_with_its_doc_its_arguments_and_its_uses(
    shop: Project, golden: Callable[[str, str], None]
) -> None:
    done = shop.porspec("steps")
    assert (done.returncode, done.stderr) == (0, "")
    golden("steps/shop.txt", done.stdout)


@pytest.mark.parametrize("code", ["en", "nl"])
def test_the_page_has_each_step_in_its_language_and_in_the_source_language(
    shop: Project, code: str, golden: Callable[[str, str], None]
) -> None:
    spec = load(shop.root)
    golden(f"steps/shop.{code}.md", step_page(spec, code, read_words(spec.config, code)))


def test_only_the_unused_steps_are_listed_if_that_is_asked_for(shop: Project) -> None:
    done = shop.porspec("steps", "--unused")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        "steps/orders.py:33\n"
        "    en: Then I see a note\n"
        "    for readers of south: You see a note.\n"
        "    doc_string: doc string\n"
        "    unused\n"
        "\n"
        "1 step, 1 unused\n"
    )


def test_steps_are_listed_while_a_feature_is_being_written(shop: Project) -> None:
    shop.edit("features/en/see-orders.feature", "When I go to", "When I walk to")
    done = shop.porspec("steps", "--for", "i go to")
    assert (done.returncode, done.stderr) == (
        0,
        "Uses may be missing: not every source can be read. porspec check says why.\n",
    )
    assert done.stdout.startswith('steps/orders.py:14\n    en: When I go to the page "{page}"\n')


def test_no_line_of_the_catalogue_is_wider_than_a_terminal() -> None:
    found = list(lines(SPEC, ENTRIES))
    assert len(found) > 800
    assert max(map(screen_width, found)) <= 80


def test_a_line_of_the_catalogue_is_as_wide_as_a_terminal_and_no_wider(small: Callable[..., Project]) -> None:
    full = f"{'x' * 60} {'y' * 5}"
    steps = f'from porspec.steps import given\n@given("{full}")\n@given("{full}y")\ndef full(world): pass\n'
    project = small(
        {"steps/things.py": steps, "features/en/f.feature": f"Feature: F\n  Scenario: S\n    Given {full}\n"}
    )
    told = project.porspec("steps").stdout.splitlines()
    assert told[5:7] == [f"    en: Given {'x' * 60}", "        yyyyyy"]
    assert (told[1], len(told[1])) == (f"    en: Given {full}", 80)


def test_a_reader_who_has_seen_enough_is_no_error() -> None:
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY / "src")}
    command = f"{sys.executable} -m porspec --root {REPOSITORY} steps | head -n 1"
    done = subprocess.run(command, shell=True, capture_output=True, text=True, env=environment, check=False)  # noqa: S602
    assert (done.stdout, done.stderr) == (f"{next(iter(lines(SPEC, ENTRIES)))}\n", "")


# --- finding ---------------------------------------------------------------------------------------------------------


def patterns(asked: str) -> list[str]:
    """What is found in this project, by its source pattern."""
    return [each.definition.pattern for each in find(SPEC, ENTRIES, asked)]


PAGE = 'I go to the page "{page}"'


@pytest.mark.parametrize(
    "asked",
    [
        "ik naar de pag",
        "IK NAAR DE PAG",
        "  ik   naar de pagina… ",
        'ik naar de pagina "',
        'ik naar de pagina "Facturering > Abonn',
        'Als ik naar de pagina "Facturering > Abonnementen" ga',
        "En ik naar de pagina “Facturering > Abonnementen” ga",
        '* ik naar de pagina "<pagina>" ga',
        'I go to the page "{page}"',
        "When I go to the page",
        "ich zur Seite",
        '当 我转到 "账单 > 订阅"',
    ],
)
def test_a_step_is_found_by_a_part_in_any_language_with_values_or_without(asked: str) -> None:
    assert patterns(asked) == [PAGE]


def test_a_whole_step_stands_before_those_that_it_is_a_part_of() -> None:
    found = patterns('"Fabrikam" is my reseller')
    assert found[0] == '"{partner}" is my reseller'
    assert patterns('I select "Add" under "Partner"')[0] == 'I select "{action}" under "{field}"'


def test_a_part_may_begin_within_a_value() -> None:
    assert patterns('E3" has no partner of record') == ['the subscription "{subscription}" has no partner of record']


def test_words_find_a_step_in_any_order_and_without_quotes() -> None:
    assert patterns("select tab") == ['I select the tab "{tab}"']
    assert PAGE in patterns("naar pagina Facturering > Abonnementen")


def test_a_value_finds_the_steps_that_are_used_with_it() -> None:
    assert patterns("Pinpoint") == [
        'I open the website "{site}"',
        'I can\'t select "{control}"',
        'the page has only "{one}" and "{other}"',
        'the page has only "{one}"',
        'the admin center has no "{name}" on any page',
    ]


def test_what_no_step_has_is_a_problem_that_names_the_nearest(project: Project) -> None:
    done = project.porspec("steps", "--for", "ik klik op de knopp")
    assert (done.returncode, done.stdout) == (1, "")
    first, remedy, count = done.stderr.splitlines()
    assert first == "steps:1:1: No step reads 'ik klik op de knopp', and none has all of its words [step-undefined]"
    place = SPEC.catalogue.definitions["when", 'I select the button "{button}"'].location
    assert remedy.startswith(f"    Nearest: 'Als ik de knop \"{{button}}\" selecteer' ({place}); ")
    assert count == "1 problem"


NEAR = """
from porspec.steps import given

@given('I pay for tea')
@given('I pay for orders')
@given('I see my order')
@given('I sent my parcel')
def step(world): pass
"""


def test_the_three_nearest_steps_are_named_by_how_rare_their_words_are(small: Callable[..., Project]) -> None:
    """Of a word that nobody has, the one that is most like it: orders, not order, for ordrs."""
    feature = "Feature: F\n  Scenario: S\n    Given I pay for tea\n"
    project = small({"steps/things.py": NEAR, "features/en/f.feature": feature})
    done = project.porspec("steps", "--for", "my ordrs for")
    assert done.stderr.splitlines()[1] == (
        "    Nearest: 'Given I pay for orders' (steps/things.py:5:1); 'Given I pay for tea' (steps/things.py:4:1); "
        "'Given I see my order' (steps/things.py:6:1)."
    )


def test_where_nothing_is_near_fewer_words_are_asked_for() -> None:
    with pytest.raises(SpecError) as caught:
        find(SPEC, ENTRIES, "xyzzy")
    assert [each.remedy for each in caught.value.problems] == ["Give fewer words; porspec steps lists every step."]


USES = [
    (binding.kind, binding.pattern, f"{step.keyword} {step.text}")
    for features in SPEC.features.values()
    for feature in features.values()
    for scenario in feature.scenarios
    for step, binding in zip(scenario.steps, scenario.bindings, strict=True)
]


@given(st.sampled_from(USES), st.data())
@settings(max_examples=300)
def test_every_part_of_every_real_step_finds_its_definition(use: tuple[str, str, str], data: st.DataObject) -> None:
    kind, pattern, text = use
    text = text.partition(" ")[2]
    start = data.draw(st.integers(0, len(text) - 1))
    part = text[start : data.draw(st.integers(start + 1, len(text)))]
    literals = part.split('"')[text[:start].count('"') % 2 :: 2]
    assume("".join(literals).strip())
    found = find(SPEC, ENTRIES, part)
    assert (kind, pattern) in {(each.definition.kind, each.definition.pattern) for each in found}


@given(st.sampled_from(USES))
@settings(max_examples=300)
def test_a_real_step_finds_its_definition_first(use: tuple[str, str, str]) -> None:
    kind, pattern, text = use
    found = find(SPEC, ENTRIES, text)
    same = [each for each in found if each.definition.kind == kind]
    assert same[0].definition.pattern == pattern


# --- the page --------------------------------------------------------------------------------------------------------


def test_the_site_has_the_page_in_every_language_and_every_step_on_it() -> None:
    pages = publish(SPEC).pages
    for code in SPEC.languages:
        lines = pages[f"steps.{code}.md"].splitlines()
        assert len([line for line in lines if line.startswith('### <a name="')]) == len(ENTRIES) + len(
            SPEC.world.always
        )


def test_anchors_differ_where_english_letters_do_not_tell_patterns_apart() -> None:
    source = SPEC.languages["en"]
    first = next(iter(SPEC.catalogue.definitions.values()))
    named: list[tuple[Kind, str]] = [("given", "当"), ("given", "我"), ("when", "一 当")]
    definitions = [replace(first, kind=kind, pattern=pattern) for kind, pattern in named]
    catalogue = type(SPEC.catalogue)(definitions, (), {"en": source}, [])
    world = replace(SPEC.world, always=())
    spec = replace(SPEC, catalogue=catalogue, languages={"en": source}, features={}, world=world)
    text = step_page(spec, "en", Words("en", {}))
    assert [line.partition('"')[2].partition('"')[0] for line in text.splitlines() if line.startswith("### ")] == [
        "given_1",
        "given_2",
        "when_1",
    ]


def test_words_of_the_page_are_ours_to_translate() -> None:
    assert {"Step catalogue", "No text for readers.", "Every step is used."} <= set(WORDS)
