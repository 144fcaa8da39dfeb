"""A rule is told where a reader needs it: below the step it is about, where something goes wrong, or neither."""

from collections.abc import Callable

import pytest

from porspec.languages.words import read_words
from porspec.markdown.content import Markdown
from porspec.pages.help import render
from porspec.spec.runner import run_all
from porspec.spec.spec import load
from tests.cloud_text import without_pictures
from tests.conftest import Project

STEPS = """
from porspec.steps import Label, LabelType, given, then, when
from typing import Annotated

Button = Annotated[str, LabelType("button")]
Message = Annotated[str, LabelType("message")]

@given("the till is open")
def is_open(world): pass

@when('I press "{button}"', says="Press {button}.")
def press(world, button: Button):
    world.append(button)

@when('I press "{button}" in the "{shop}" shop')
def press_in(world, button: Button, shop: str):
    world.append(button)

@when("I look around", says="Look around.")
def look(world): pass

@when("I break it")
def breaks(world):
    world.append("broken")

@then('"{button}" cannot be pressed')
@then('"{button}" is there')
def some(world, button: Button): pass

@then('I read "{message}"')
def read(world, message: Message): pass

@then("it is paid", says="It is paid.")
def paid(world): pass
"""
WORLD = """
from porspec.steps import Label

LABELS = (
    Label("button.add", "Add"),
    Label("button.pay", "Pay"),
    Label("button.leave", "Leave"),
    Label("message.none", "Nothing to pay."),
    Label("message.done", "Thank you."),
)
new_world = lambda moniker: []


def snapshot(world):
    if "broken" in world:
        return {"controls": [{"label": "button.add"}, {"label": "button.pay", "enabled": False}], "message": None}
    if world == ["button.add", "button.add"]:
        return {"controls": [{"label": "button.add"}], "message": "message.none"}
    if world == ["button.pay"]:
        return {"message": "message.none"}
    if world == ["button.leave"]:
        return {"controls": "none", "message": 7}
    return {
        "controls": [{"label": "button.add"}, {"label": "button.pay", "enabled": True}],
        "message": "message.done" if world == ["button.add", "button.pay"] else None,
    }
"""
FEATURE = """Feature: Pay

  Scenario: Pay at the till
    Given the till is open
    When I press "Add"
    And I look around
    And I press "Pay"
    Then it is paid

  Rule: A rule
    What it *says*.

    Scenario: First
      {first}

    Scenario: Second
      {second}
"""
NOTE = '   <a name="a-rule"></a>A rule. What it *says*.\n   {: .porspec-note }'
KNOWN = '## <a name="good-to-know"></a>Good to know\n\n### <a name="a-rule"></a>A rule\n\nWhat it *says*.'
ROW = '| {} | <a name="a-rule"></a>A rule | What it *says*. |'


@pytest.fixture
def page(small: Callable[..., Project]) -> Callable[..., str]:
    """The page of the feature with these examples."""

    def made(first: str, second: str = 'When I press "Add"\n      Then it is paid', text: str = FEATURE) -> str:
        feature = text.format(first=first, second=second)
        project = small({"steps/__init__.py": WORLD, "steps/till.py": STEPS, "features/en/pay.feature": feature})
        spec = load(project.root)
        return without_pictures(render(spec, list(run_all(spec)), read_words(spec.config, "en"))["pay"])

    return made


def told(page: str) -> tuple[bool, bool, bool]:
    """Whether the rule is a note, a trouble, or good to know."""
    return "porspec-note" in page, '## <a name="if-it-goes-wrong"' in page, KNOWN in page


@pytest.mark.parametrize(
    ("first", "item"),
    [
        ('When I press "Add"\n      Then it is paid', f"1. Press **Add**.\n\n{NOTE}\n\n2. Look around."),
        ("When I look around\n      Then it is paid", f"2. Look around.\n\n{NOTE}\n\n3. Press **Pay**."),
        (
            "Then it is paid\n      When I look around\n      Then it is paid",
            f"2. Look around.\n\n{NOTE}\n\n3. Press **Pay**.",
        ),
        (
            'When I press "Add"\n      Given the till is open\n      When I look around\n      Then it is paid',
            f"2. Look around.\n\n{NOTE}\n\n3. Press **Pay**.",
        ),
        (
            'When I press "Pay"\n      Then it is paid\n      When I press "Add"\n      Then it is paid',
            f"3. Press **Pay**.\n\n{NOTE}\n",
        ),
    ],
)
def test_it_is_a_note_below_the_step_that_its_first_then_comes_of(
    first: str, item: str, page: Callable[..., str]
) -> None:
    made = page(first)
    assert item in made
    assert told(made) == (True, False, False)


@pytest.mark.parametrize(
    "first",
    [
        'When I press "Leave"\n      Then it is paid',
        'When I press "Pay" in the "corner" shop\n      Then it is paid',
        "Then it is paid",
        'When I press "Pay" in the "corner" shop\n      Then "Add" is there',  # nothing is known of controls
        'When I break it\n      Then "Leave" cannot be pressed',
        'When I press "Add"\n      And I press "Leave"\n      And I break it\n      Then "Pay" cannot be pressed',
    ],
)
def test_it_is_good_to_know_where_it_is_about_no_step(first: str, page: Callable[..., str]) -> None:
    assert told(page(first)) == (False, False, True)


@pytest.mark.parametrize(
    ("first", "seen"),
    [
        ('When I press "Add"\n      And I press "Add"\n      Then I read "Nothing to pay."', "**Nothing to pay.**"),
        ('When I break it\n      Then "Pay" cannot be pressed', "**Pay** is grayed out."),
        ('When I press "Add"\n      And I press "Add"\n      Then "Pay" is there', "You don't see **Pay**."),
        (
            'When I look around\n      Then it is paid\n      When I break it\n      Then "Pay" cannot be pressed',
            "**Pay** is grayed out.",
        ),
    ],
)
def test_it_is_told_as_trouble_where_its_first_example_refuses(first: str, seen: str, page: Callable[..., str]) -> None:
    made = page(first)
    assert f"| What you see | Cause | What you can do |\n| --- | --- | --- |\n{ROW.format(seen)}\n" in made
    assert told(made) == (False, True, False)


def test_further_examples_add_their_messages(page: Callable[..., str]) -> None:
    refused = 'When I press "Pay" in the "corner" shop\n      Then I read "Nothing to pay."'
    made = page('When I break it\n      Then "Pay" cannot be pressed', refused)
    assert ROW.format("**Pay** is grayed out.<br> **Nothing to pay.**") in made


@pytest.mark.parametrize(
    "first",
    [
        'When I press "Add"\n      And I press "Pay"\n      Then I read "Thank you."',  # as the procedure shows it
        'When I press "Add"\n      And I press "Add"\n      Then it is paid',  # no Then says it
    ],
)
def test_a_message_that_refuses_nothing_is_no_trouble(first: str, page: Callable[..., str]) -> None:
    assert told(page(first)) == (True, False, False)


def test_a_rule_is_told_each_monikers_readers_where_they_need_it(page: Callable[..., str]) -> None:
    text = FEATURE.replace("    Scenario: First", "    @cloud-a\n    Scenario: First")
    made = page(
        'When I break it\n      Then "Pay" cannot be pressed', 'When I press "Add"\n      Then it is paid', text
    )
    wrong = '::: moniker range="cloud-a"\n\n## <a name="if-it-goes-wrong"></a>If it goes wrong\n\n'
    assert wrong in made
    assert f'1. Press **Add**.\n\n   ::: moniker range="cloud-b"\n\n{NOTE}\n\n   ::: moniker-end\n\n2.' in made


def test_what_several_procedures_have_in_common_is_good_to_know(page: Callable[..., str]) -> None:
    again = '\n  Scenario: Pay again\n    When I press "Add"\n    Then it is paid\n\n  Rule: A'
    made = page('When I press "Add"\n      Then it is paid', text=FEATURE.replace("\n  Rule: A", again))
    assert told(made) == (False, False, True)


def test_snapshots_of_another_shape_say_nothing_of_troubles(small: Callable[..., Project]) -> None:
    feature = FEATURE.format(first='When I break it\n      Then "Pay" cannot be pressed', second="Then it is paid")
    world = WORLD.partition("def snapshot")[0] + "def snapshot(world):\n    return [*world]\n"
    spec = load(small({"steps/__init__.py": world, "steps/till.py": STEPS, "features/en/pay.feature": feature}).root)
    assert told(render(spec, list(run_all(spec)), read_words(spec.config, "en"))["pay"]) == (False, False, True)


def test_a_note_without_a_description_is_its_name_as_a_sentence(page: Callable[..., str]) -> None:
    text = FEATURE.replace("    What it *says*.\n\n", "").replace("  Rule:", "  @assumption\n  Rule:")
    mark = Markdown('[<small class="porspec-assumed">(assumed)</small>](#porspec-assumed)')
    made = page('When I press "Add"\n      Then it is paid', text=text)
    assert f'   <a name="a-rule"></a>A rule. {mark}\n   {{: .porspec-note }}' in made


def test_a_rule_stands_in_the_proof_of_those_for_whom_an_example_ran(page: Callable[..., str]) -> None:
    feature = FEATURE.replace("    Scenario: First", "    @cloud-a\n    Scenario: First")
    feature = feature.replace("    Scenario: Second", "    @cloud-a\n    Scenario: Second")
    made = page("Then it is paid", text=feature)
    assert '\n\n::: moniker range="cloud-a"\n\n_Rule_ A rule\n{: .porspec-rule }\n\n' in made
