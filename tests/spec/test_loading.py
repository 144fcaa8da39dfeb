"""What a project's steps package and features mean, however they are written."""

import re
from collections.abc import Callable

import pytest

from porspec.sources.problems import SpecError
from porspec.spec.spec import Spec, load, load_with_problems
from tests.conftest import Project

Small = Callable[..., Project]

FEATURE = """Feature: Things

  Scenario: One
    Given there is "a"
    Then it is "a"
"""
NO_USE = {"features/en/things.feature": FEATURE}


def places(spec: Spec) -> dict[str, str]:
    """Where each definition stands, by its pattern."""
    return {each.pattern: str(each.location) for each in spec.catalogue.definitions.values()}


# --- definitions -----------------------------------------------------------------------------------------------------


def test_definitions_are_what_python_makes_of_them_and_know_where_they_stand(small: Small) -> None:
    text = """
from porspec.steps import given as prepare, then, when

LIST = "I open my list"
SAID = "Open your list."

@when(LIST, says=SAID)
@when(f"{LIST} again")
def open_list(world):
    pass

for word in ("one", "two"):
    @then(f"I see {word}", says={cloud: f"You see {word}." for cloud in ("cloud-a", "cloud-b")})
    def see(world):
        pass

def made(word):
    @prepare(
        f"I have {word}",
    )
    def have(world):
        pass

made("three")
"""
    spec, problems = load_with_problems(small({**NO_USE, "steps/more.py": text}).root)
    assert problems == []
    assert {pattern: place for pattern, place in places(spec).items() if "steps/more.py" in place} == {
        "I open my list": "steps/more.py:7:1",
        "I open my list again": "steps/more.py:8:1",
        "I see one": "steps/more.py:13:1",
        "I see two": "steps/more.py:13:1",
        "I have three": "steps/more.py:18:1",
    }
    assert {each.pattern: each.says for each in spec.catalogue.definitions.values() if each.says} == {
        "I open my list": "Open your list.",
        "I see one": {"cloud-a": "You see one.", "cloud-b": "You see one."},
        "I see two": {"cloud-a": "You see two.", "cloud-b": "You see two."},
    }


def test_labels_are_what_python_makes_of_them_and_know_where_they_stand(small: Small) -> None:
    init = """
from dataclasses import replace
from porspec.steps import Label
from .words import PAY, labels

LABELS = (PAY, *labels("tab", "One", "Two"), replace(PAY, id="button.pay_all"))
new_world = list
snapshot = list
"""
    words = """
from porspec.steps import Label

PAY = Label(
    text="Pay",
    id="button.pay",
)

def labels(kind, *texts):
    return [Label(comment="a tab", id=f"{kind}.{each.lower()}", text=each) for each in texts]
"""
    spec = load(small({**NO_USE, "steps/__init__.py": init, "steps/words.py": words}).root)
    assert [(each.id, each.text, each.comment, str(each.location)) for each in spec.catalogue.labels.values()] == [
        ("button.pay", "Pay", "", "steps/words.py:4:1"),
        ("tab.one", "One", "a tab", "steps/words.py:10:1"),
        ("tab.two", "Two", "a tab", "steps/words.py:10:1"),
        ("button.pay_all", "Pay", "", "steps/words.py:4:1"),
    ]


def test_steps_of_every_folder_below_the_package_and_of_the_package_itself_are_read(small: Small) -> None:
    step = 'from porspec.steps import when\n\n@when("I go {way}")\ndef go(world):\n    pass\n'
    package = "LABELS = ()\nnew_world = list\nsnapshot = list\n"
    project = small(
        {
            **NO_USE,
            "steps/__init__.py": package + step.format(way="home"),
            "steps/area/__init__.py": step.format(way="in"),
            "steps/area/nav.py": step.format(way="on"),
            "steps/other/deep/nav.py": step.format(way="down"),
            "steps/__main__.py": "raise SystemExit(3)",
            "steps/.hidden/nav.py": "raise SystemExit(3)",
        }
    )
    spec, problems = load_with_problems(project.root)
    assert problems == []
    assert {pattern: place for pattern, place in places(spec).items() if pattern.startswith("I go")} == {
        "I go home": "steps/__init__.py:6:1",
        "I go in": "steps/area/__init__.py:3:1",
        "I go on": "steps/area/nav.py:3:1",
        "I go down": "steps/other/deep/nav.py:3:1",
    }


def gives(folder: str) -> str:
    """The lines that a steps package begins with."""
    return (
        f"{folder}/__init__.py must give new_world(moniker), snapshot(world) and LABELS, such as:\n"
        '        LABELS = ()  # or: from porspec.steps import Label; LABELS = (Label("button.add", "Add"),)\n\n'
        "        def new_world(moniker):\n            return []  # what the steps of a scenario act on\n\n"
        '        def snapshot(world):\n            return {"items": list(world)}  # what can be seen of it'
    )


@pytest.mark.parametrize(
    ("given", "remedy"),
    [
        ("help.steps", 'Give the path of a folder of Python modules: steps = "help/steps". {help/steps}'),
        (".help/steps", 'Give the path of a folder of Python modules: steps = "help/steps". {help/steps}'),
        ("help/none", "Make the folder help/none. {help/none}"),
    ],
)
def test_steps_that_are_no_folder_are_a_problem_that_says_how_to_write_it(
    small: Small, given: str, remedy: str
) -> None:
    project = small(NO_USE)
    project.edit("pyproject.toml", "[tool.porspec]", f'[tool.porspec]\nsteps = "{given}"')
    (project.root / "help").mkdir()
    (project.root / "steps").rename(project.root / "help" / "steps")
    assert project.problems() == (
        f'pyproject.toml:1:1: "{given}" is no folder of step definitions here [steps-import]\n'
        f"    {re.sub('{(.*)}', lambda path: gives(path[1]), remedy)}\n"
    )
    project.edit("pyproject.toml", f'"{given}"', '"help/steps"')
    assert project.problems().startswith("help/steps/things.py:8:1: warning: No scenario uses")


def test_where_no_step_is_near_the_folder_of_the_steps_is_named(small: Small) -> None:
    project = small({"features/en/things.feature": FEATURE.replace('there is "a"', "@@@@")})
    project.edit("pyproject.toml", "[tool.porspec]", '[tool.porspec]\nsteps = "help/steps"')
    (project.root / "help").mkdir()
    (project.root / "steps").rename(project.root / "help" / "steps")
    assert project.problems() == (
        "features/en/things.feature:4:11: No Given step is defined for '@@@@' [step-undefined]\n"
        "    Define it in a module of help/steps/: @given('@@@@').\n"
    )


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("del new_world", "AttributeError: module 'steps' has no attribute 'new_world'"),
        ("snapshot = 3", "TypeError: new_world, snapshot and link must be functions"),
    ],
)
def test_what_the_package_does_not_give_is_a_problem(small: Small, line: str, words: str) -> None:
    project = small(NO_USE)
    project.append("steps/__init__.py", line + "\n")
    assert project.problems() == (
        f"steps/__init__.py:1:1: The steps package cannot be imported: {words} [steps-import]\n    {gives('steps')}\n"
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("from porspec.steps import Label\nONE = Label(1, 'One')", "the id, text and comment of a label are texts"),
        ("from porspec.steps import when\n@when('x')\nclass X: pass", "@when marks a function, and this is "),
    ],
)
def test_what_is_no_label_or_step_is_a_problem_where_it_stands(small: Small, text: str, words: str) -> None:
    found = small({**NO_USE, "steps/more.py": text}).problems()
    assert found.startswith(f"steps/more.py:2:{7 if 'Label' in text else 2}: The steps package cannot be imported: ")
    assert words in found


# --- features --------------------------------------------------------------------------------------------------------


COUNTED = """
from porspec.steps import then, when

@when('I take "{name}"')
def take(world, name: str) -> None:
    world.append(name)

@then('there are "{count}"')
def there_are(world, count: int) -> None:
    assert int(world[-1]) == count
"""


@pytest.mark.parametrize("first", ['When I take "<number>"', 'Then there are "<number>"'])
def test_a_cell_is_read_by_every_step_that_has_its_column(small: Small, first: str) -> None:
    steps = ['When I take "<number>"', 'Then there are "<number>"']
    lines = [first, *(each for each in steps if each != first)]
    text = (
        "Feature: Count\n  Scenario Outline: Counted\n    {}\n    {}\n    Examples:\n      | number |\n      | {} |\n"
    )
    path = "features/en/count.feature"
    project = small({path: text.format(*lines, "many"), "steps/more.py": COUNTED})
    with pytest.raises(SpecError) as caught:
        load(project.root)
    message = "\"many\" is no count: invalid literal for int() with base 10: 'many' [argument-value]"
    assert [str(each).splitlines()[0] for each in caught.value.problems] == [f"{path}:7:9: {message}"]
    project.edit(path, "many", "12")
    load(project.root)


@pytest.mark.parametrize("mark", ["\u2028", "\u2029", "\x85", "\x0b", "\x0c", "\x1c"])
def test_only_gherkins_own_ends_of_lines_count(small: Small, mark: str) -> None:
    feature = FEATURE.replace("Scenario: One", f"Scenario: One{mark}two").replace('it is "a"', "TODO: a result")
    with pytest.raises(SpecError) as caught:
        load(small({"features/en/things.feature": feature}).root)
    assert [str(each.location) for each in caught.value.problems] == ["features/en/things.feature:5:10"]


PRESSED = """
from typing import Annotated

from porspec.steps import Label, LabelType, when

LABELS = (Label("button.add", "Add"), Label("button.renew", "Add"))
Button = Annotated[str, LabelType("button")]


@when('I press "{button}"')
def press(world: list[object], button: Button) -> None:
    world.append(button)
"""


def test_labels_of_one_text_are_told_by_their_ids(small: Small) -> None:
    feature = FEATURE.replace('Given there is "a"', 'When I press "Add"')
    project = small({"features/en/things.feature": feature, "steps/pressing.py": PRESSED})
    project.edit("steps/__init__.py", "LABELS = ()", "from .pressing import LABELS")
    with pytest.raises(SpecError) as caught:
        load(project.root)
    assert [str(each).partition("\n") for each in caught.value.problems][-1] == (
        'features/en/things.feature:4:19: "Add" is several labels: button.add, button.renew (button) [label-ambiguous]',
        "\n",
        "    Give them texts that differ, or kinds of which the step takes one.",
    )
