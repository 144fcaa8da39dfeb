"""What snapshots show: read whatever they hold, and the one thing on a screen that each When is about."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from porspec.sources.problems import Location
from porspec.spec.bindings import Binding, Labels, Text
from porspec.spec.definitions import Definition
from porspec.spec.proof import unproved
from porspec.spec.screens import Control, Listing, Mark, Screen, controls_of, message_of, screen_of
from porspec.spec.spec import load
from tests.conftest import Project, these_traces, this_spec

Small = Callable[..., Project]

# --- this project ------------------------------------------------------------------------------------------------


def test_the_picture_of_every_when_marks_one_control_or_its_definition_says_why_not() -> None:
    spec = this_spec()
    marked, unmarked = 0, set[str]()
    for trace in these_traces():
        before = trace.fresh
        for step in trace.steps:
            definition = spec.catalogue[step.binding]
            is_told = step.binding.kind == "when" and definition.says_in(trace.variant.moniker)
            if is_told and spec.scenario(trace.variant).rule is None:
                screen = screen_of(before)
                assert screen is not None
                marks = screen.marks(definition, step.binding)
                assert len(marks) == 1 or (not marks and definition.unmarked), (trace.variant, step.binding, marks)
                marked += len(marks)
                unmarked |= set() if marks else {definition.pattern}
            before = step.snapshot
    assert marked > 60
    assert unmarked == {'I open the "{portal}"', "I create the account for the subscription that the offer brings"}


def test_a_state_that_differs_in_what_is_seen_has_another_screen() -> None:
    """Of this project's states, all that is not behind the screen is on it."""
    seen: dict[str, Screen] = {}
    for trace in these_traces():
        for step in trace.steps:
            screen = screen_of(step.snapshot)
            assert screen is not None
            assert screen.rest == ()
            shown = repr({key: value for key, value in step.snapshot.items() if key != "behind"})
            assert seen.setdefault(shown, screen) == screen
    assert len(set(seen.values())) == len(seen) > 50


# --- what is read ------------------------------------------------------------------------------------------------


def test_a_snapshot_is_read_by_its_words_and_the_rest_is_data() -> None:
    screen = screen_of(
        {
            "place": ["page.home", "Visio"],
            "navigation": [["page.home"], ["nav.billing", "page.list"]],
            "controls": [
                {"label": "button.send", "kind": "button", "enabled": False},
                {"label": "toggle.new", "kind": "switch", "value": True, "under": "section.new"},
                {"label": "Amount", "kind": "box", "value": 3},
                {"label": "A thing", "kind": "hologram"},
            ],
            "lists": [{"label": "Orders", "columns": ["Name", "State"], "rows": [["1", ["new", "paid"]], ["2", None]]}],
            "message": "message.sent",
            "behind": {"secret": 1},
            "oven": {"heat": 180, "lamps": ["left", ""]},
            "empty": [],
        }
    )
    assert screen == Screen(
        place=("page.home", "Visio"),
        navigation=(("page.home",), ("nav.billing", "page.list")),
        controls=(
            Control("button.send", "button", enabled=False),
            Control("toggle.new", "switch", value="on", under="section.new"),
            Control("Amount", "box", value="3"),
            Control("A thing"),
        ),
        lists=(Listing(((("1",), ("new", "paid")), (("2",), ())), "Orders", ("Name", "State")),),
        message="message.sent",
        rest=(("oven", ("heat: 180", "lamps: left")),),
    )


@pytest.mark.parametrize("snapshot", [None, [], ["place"], "place", 3, {}, {"page": "home"}])
def test_a_snapshot_without_these_words_shows_nothing(snapshot: Any) -> None:
    assert screen_of(snapshot) is None


@pytest.mark.parametrize(
    ("key", "value", "texts"),
    [
        ("place", "home", ("home",)),
        ("navigation", [3], ("3",)),
        ("controls", [{"kind": "button"}], ("kind: button",)),
        ("controls", ["Send"], ("Send",)),
        ("lists", [{"label": "Orders"}], ("label: Orders",)),
        ("message", ["late"], ("late",)),
    ],
)
def test_what_has_another_form_is_data_too(key: str, value: Any, texts: tuple[str, ...]) -> None:
    assert screen_of({key: value, "behind": 1}) == Screen(rest=((key, texts),))


@pytest.mark.parametrize(
    ("snapshot", "message", "controls"),
    [
        ({"message": "message.sent", "controls": [{"label": "Send"}]}, "message.sent", {"Send": True}),
        ({"message": "", "controls": []}, None, {}),
        ({"message": None}, None, None),
        ({"message": ["late"], "controls": [{"kind": "button"}]}, None, None),
        ({"controls": [{"label": "Send", "enabled": False}, {"label": "Send"}]}, None, {"Send": True}),
        (["message"], None, None),
        (None, None, None),
    ],
)
def test_a_message_and_controls_are_known_where_a_snapshot_says_so(
    snapshot: Any, message: str | None, controls: dict[str, bool] | None
) -> None:
    assert (message_of(snapshot), controls_of(snapshot)) == (message, controls)


_DATA = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)
_KEYS = st.sampled_from(["place", "navigation", "controls", "lists", "message", "behind", "other"])


@given(st.dictionaries(_KEYS, _DATA))
def test_any_plain_data_is_read(data: dict[str, Any]) -> None:
    screen = screen_of(data)
    assert (screen is None) == (not data or set(data) == {"other"})
    assert screen is None or hash(screen) == hash(screen_of(data))


# --- what is marked ----------------------------------------------------------------------------------------------

_SCREEN = Screen(
    navigation=(("page.home",), ("nav.billing", "page.list")),
    controls=(
        Control("menu.more", "menu"),
        Control("menu.add", "item", under="menu.more"),
        Control("button.add", "button", under="section.partner"),
    ),
    lists=(Listing(((("One",), ("1",)), (("Two",), ("One",)))),),
)


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        ([Labels(("nav.billing", "page.list"))], [Mark("navigation", 1)]),
        ([Labels(("page.home",))], [Mark("navigation", 0)]),
        ([Labels(("button.add",)), Labels(("section.partner",))], [Mark("controls", 2)]),
        ([Labels(("menu.add",)), Labels(("menu.more",))], [Mark("controls", 1)]),
        ([Labels(("menu.more",))], [Mark("controls", 0)]),
        ([Text("One")], [Mark("lists", 0, 0)]),
        ([Text("1")], []),
        ([Text("One"), Text("Two")], [Mark("lists", 0, 0), Mark("lists", 0, 1)]),
    ],
)
def test_a_when_is_about_what_its_arguments_name(arguments: list[Any], found: list[Mark]) -> None:
    binding = Binding("when", "it", tuple((f"a{number}", each) for number, each in enumerate(arguments)))
    assert _SCREEN.marks(Definition("when", "it", None, print, (), Location("")), binding) == found


def test_a_definition_names_what_no_argument_does() -> None:
    definition = Definition("when", "it", None, print, (), Location(""), marks="button.add")
    assert _SCREEN.marks(definition, Binding("when", "it", (("a", Text("One")),))) == [Mark("controls", 2)]


# --- problems ----------------------------------------------------------------------------------------------------


def marking(project: Project) -> list[str]:
    return [str(each) for each in unproved(load(project.root)) if each.code == "picture-marks-nothing"]


def test_a_button_that_is_another_stops_the_build_with_the_line_of_the_feature(project: Project) -> None:
    """The step still does its work; what the reader would see has another control than the one that it names."""
    project.edit(
        "steps/world.py",
        "if control.id == WIZARD else control.id",
        'if control.id == WIZARD else control.id.replace("submit", "send")',
    )
    found = [each.split("\n")[0] for each in marking(project)]
    shown = 'field.partner_id "Partner ID", button.check_id "Check ID", button.send'
    wrong = f"'I select the button \"Submit\"' is about nothing that is in its picture, which shows {shown}, for "
    assert [each.partition(": ")[2] for each in found] == [
        f"{wrong}{monikers} [picture-marks-nothing]"
        for monikers in ("o365-germany", *["o365-worldwide, o365-germany, o365-21vianet"] * 2)
    ]
    assert "features/en/change-partner.feature:18:9" in found[1]
    built = project.porspec("build")
    assert built.returncode == 1
    assert "features/en/change-partner.feature:18:9: " in built.stderr
    assert not (project.root / "site").exists()


SHOP = {
    "steps/__init__.py": """
from porspec.steps import Label

LABELS = (Label("button.pay", "Pay"), Label("button.close", "Close"))

def new_world(moniker):
    return {"paid": False}

def snapshot(world):
    buttons = [] if world["paid"] else [{"label": "button.pay", "kind": "button"}, {"label": "button.close"}]
    return {"controls": buttons, "lists": [{"rows": [["Pay"]]}]}
""",
    "steps/things.py": """
from porspec.steps import given, then, when

@when("I pay", says="Pay.")
def pay(world: dict) -> None:
    world["paid"] = True

@then("it is paid")
def is_paid(world: dict) -> None:
    assert world["paid"]
""",
    "features/en/shop.feature": "Feature: Shop\n\n  Scenario: Pay\n    When I pay\n    Then it is paid\n",
}


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        (
            "",
            "",
            '\'I pay\' is about nothing that is in its picture, which shows button.pay "Pay", button.close "Close"',
        ),
        (
            'says="Pay."',
            'says="Pay.", marks="button.pey"',
            "'I pay' is about button.pey, which is in its picture, which shows",
        ),
        ('says="Pay."', 'says="Pay.", marks="button.pay"', None),
        ('says="Pay."', 'says="Pay.", unmarked="It is done by phone."', None),
        (', says="Pay."', "", None),
    ],
)
def test_a_when_that_tells_something_marks_something_or_says_why_not(
    old: str, new: str, found: str | None, small: Small
) -> None:
    project = small(SHOP)
    project.edit("steps/things.py", old, new)
    problems = marking(project)
    assert bool(problems) == (found is not None)
    for each in problems:
        assert each.startswith(f"features/en/shop.feature:4:10: {found}")
        assert 'give marks="…" or unmarked="why there is none" to the definition at steps/things.py:4:1.' in each


def test_a_project_can_leave_its_pictures_unmarked(small: Small) -> None:
    project = small(SHOP)
    project.edit("pyproject.toml", "[tool.porspec.checks]", '[tool.porspec.checks]\npicture-marks-nothing = "off"')
    assert marking(project) == []


@pytest.mark.parametrize("argument", ["marks=3", "unmarked=None"])
def test_what_is_no_text_is_refused(argument: str, small: Small) -> None:
    project = small(SHOP)
    project.edit("steps/things.py", 'says="Pay."', f'says="Pay.", {argument}')
    assert (
        "steps/things.py:4:2: The steps package cannot be imported: TypeError: marks is the label" in project.problems()
    )
