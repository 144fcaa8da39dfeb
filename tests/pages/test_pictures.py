"""Pictures of steps: drawn for any project's world, escaped, short, and shared by equal states only."""

import re
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from markdown import Markdown as PythonMarkdown

from porspec.languages.words import read_words
from porspec.markdown.extension import DocsMarkdownExtension
from porspec.pages.help import render
from porspec.pages.pictures import Drawer, Picture, pictures_of, with_picture
from porspec.pages.voice import Voice
from porspec.spec.runner import run_all
from porspec.spec.screens import Control, Listing, Mark, Screen
from porspec.spec.spec import load, load_with_problems
from tests.conftest import Project, these_traces, this_spec

Small = Callable[..., Project]


def drawer(code: str = "en") -> Drawer:
    spec = this_spec()
    words = read_words(spec.config, code)
    return Drawer(Voice(spec, words))


class _Texts(HTMLParser):
    """The texts of HTML, its labels for screen readers, and the classes of its elements."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.texts, self.told, self.classes = list[str](), list[str](), list[str]()
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.told += [str(found["aria-label"])] if "aria-label" in found else []
        self.classes.append(f"{tag} {found.get('class') or ''}".strip())

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


# --- another project's world -------------------------------------------------------------------------------------

GARDEN = {
    "steps/__init__.py": """
from porspec.steps import Label

LABELS = (Label("bed.north", "North bed"), Label("tool.can", "Watering can"))

def new_world(moniker):
    return {"beds": {"carrots": "dry", "peas": "dry"}, "hour": 6, "can": "full"}

def snapshot(world):
    beds = [[name, how] for name, how in world["beds"].items()]
    return {
        "lists": [{"label": "bed.north", "columns": ["Plant", "Soil"], "rows": beds}],
        "weather": {"hour": world["hour"], "wind": ["north", "weak"], "clouds": []},
        "tool.can": world["can"],
    }
""",
    "steps/things.py": """
from porspec.steps import then, when

@when('I water the "{plants}"', says="Water the {plants}.")
def water(world: dict, plants: str) -> None:
    world["beds"][plants], world["can"] = "wet", "empty"

@when("I wait an hour", says="Wait an hour.", unmarked="There is nothing to do.")
def wait(world: dict) -> None:
    world["hour"] += 1

@then('the soil of the "{plants}" is "{state}"', says="The soil of the {plants} is {state}.")
def soil_is(world: dict, plants: str, state: str) -> None:
    assert world["beds"][plants] == state
""",
    "features/en/garden.feature": (
        "Feature: Water the garden\n\n  Scenario: Water the carrots\n"
        '    When I wait an hour\n    And I water the "carrots"\n    Then the soil of the "carrots" is "wet"\n'
    ),
}


def test_a_world_that_is_nothing_like_an_admin_center_is_drawn(
    small: Small, golden: Callable[[str, str], None]
) -> None:
    spec = load(small(GARDEN).root)
    golden("pictures/garden.en.md", render(spec, list(run_all(spec)), read_words(spec.config, "en"))["garden"])


def test_a_world_without_the_vocabulary_has_no_pictures(small: Small) -> None:
    project = small(GARDEN)
    project.edit("steps/__init__.py", '        "lists": [{', '        "beds": [{')
    spec = load(project.root)
    page = render(spec, list(run_all(spec)), read_words(spec.config, "en"))["garden"]
    assert "2. Water the carrots." in page
    assert "porspec-picture" not in page


# --- of this project ---------------------------------------------------------------------------------------------


def test_a_step_shows_the_state_before_it_and_the_last_picture_the_result() -> None:
    spec = this_spec()
    trace = next(
        each for each in these_traces() if each.variant.stem == "change-partner" and each.variant.scenario == 0
    )
    *steps, result = pictures_of(spec, trace)
    shown = [each and (each.screen.place[-1], each.mark and each.screen.name(each.mark)) for each in steps]
    assert shown == [
        ("page.home", "page.products_services"),
        ("page.products_services", "Office 365 E3"),
        ("Office 365 E3", "action.edit_por"),
        ("page.partner_information", "field.partner_id"),
        ("page.partner_information", "button.check_id"),
        ("page.partner_information", "button.submit"),
    ]
    assert steps[5] is not None
    assert steps[5].screen.message == "message.partner_found"
    assert result is not None
    assert (result.is_result, result.mark, result.screen.place[-1]) == (True, None, "page.products_services")
    assert result.screen.lists[0].rows == ((("Office 365 E3",), ("3214567",)), (("Visio Plan 2",), ()))


@pytest.mark.parametrize("code", ["en", "nl", "de", "zh"])
def test_two_states_with_one_drawing_are_equal(code: str) -> None:
    spec, draws = this_spec(), drawer(code)
    drawn: dict[str, Picture | None] = {}
    for trace in these_traces():
        for number, picture in enumerate(pictures_of(spec, trace)):
            figure = draws.figure(picture, number + 1)
            assert not figure or drawn.setdefault(figure, picture) == picture
            is_procedure = spec.scenario(trace.variant).rule is None
            assert not is_procedure or "data-other" not in draws.figure(picture, number + 1)
    assert len(drawn) > 60


def test_states_whose_difference_is_not_drawn_have_drawings_of_their_own() -> None:
    many = tuple(((f"Name {number}",),) for number in range(40))
    pictures = [Picture(Screen(lists=(Listing(rows),))) for rows in (many, (*many, (("Another",),)))]
    draws = drawer()
    one, other = (draws.figure(each) for each in pictures)
    assert one != other
    assert one == other.replace(' data-other="1"', "")
    assert [draws.figure(each) for each in pictures] == [one, other]


def test_a_button_that_is_called_otherwise_is_so_in_picture_and_text(project: Project) -> None:
    project.edit("steps/labels.py", '"button.submit", "Submit"', '"button.submit", "Send"')
    for path in (project.root / "features/en").glob("*.feature"):
        path.write_text(path.read_text("utf-8").replace("Submit", "Send"), "utf-8")
    spec, _ = load_with_problems(project.root, ["en"])
    page = render(spec, list(run_all(spec)), read_words(spec.config, "en"))["change-partner"]
    assert "6. Select **Send**." in page
    assert '<i class="button x" data-n="6">Send</i>' in page
    assert "Marked&#58; Send&#46;" in page
    assert "Submit" not in "".join(re.findall("<figure.*?</figure>", page))


def test_what_is_not_translated_is_marked() -> None:
    spec = this_spec()
    nl, source = spec.languages["nl"], spec.languages["en"]
    words = read_words(spec.config, "nl")
    picture = Picture(Screen(controls=(Control("page.home", "button"), Control("Name", "button"))))
    found = []
    for language in (nl, replace(nl, catalogues={**nl.catalogues, "labels": source.catalogues["labels"]})):
        voice = Voice(replace(spec, languages={**spec.languages, "nl": language}), words)
        found.append(Drawer(voice).figure(picture).partition('hidden="true">')[2].partition("</div>")[0])
    assert found == [
        '<div><i class="button">Startpagina</i><i class="button">Name</i>',
        '<div><i class="button"><span class="porspec-untranslated" lang="en">Home</span></i><i class="button">Name</i>',
    ]


# --- drawn -------------------------------------------------------------------------------------------------------


def test_each_kind_of_control_is_drawn_with_its_state() -> None:
    controls = (
        Control("button.submit", "button", enabled=False),
        Control("toggle.try_new", "switch", value="on"),
        Control("choice.yes", "choice"),
        Control("field.partner_id", "box", value="12"),
        Control("tab.partner", "tab", under="page.home"),
        Control("menu.add_por", "item", under="page.home"),
    )
    html = drawer().figure(Picture(Screen(controls=controls), Mark("controls", 5)), 7)
    assert html.partition('aria-hidden="true">')[2] == (
        '<div><i class="button off">Submit</i><i class="switch on">Try the new admin center</i>'
        '<i class="choice">Yes</i><i class="box"><b>Partner ID</b><u>12</u></i>'
        '<b>Home</b><i class="tab">Partner</i><i class="item x" data-n="7">Add partner of record</i></div>'
        "</div></div></details></figure>"
    )


def test_a_long_list_is_cut_around_what_is_marked() -> None:
    rows = tuple(((f"{number}",),) for number in range(1000))
    html = drawer().figure(Picture(Screen(lists=(Listing(rows),)), Mark("lists", 0, 500)), 1)
    assert _Texts(html).texts == ["Picture", "⋯", "497", "498", "499", "500", "501", "502", "⋯"]
    assert len(html) < 700


def test_a_screen_reader_is_told_what_is_on_it_and_nothing_else() -> None:
    screen = Screen(
        ("nav.billing", "page.subscriptions"), (), (Control("button.submit", "button"),), (), "message.empty_id"
    )
    picture = Picture(screen, Mark("controls", 0))
    told = {code: " ".join(_Texts(drawer(code).figure(picture, 1)).told) for code in ("en", "nl", "de", "zh")}
    assert told == {
        "en": "On the screen: Billing > Subscriptions. Marked: Submit. Message: Type a partner ID first.",
        "nl": "Op het scherm: Facturering > Abonnementen. Gemarkeerd: Verzenden. Bericht: Typ eerst een partner-id.",
        "de": (
            "Auf dem Bildschirm: Abrechnung > Abonnements. Markiert: Absenden. "
            "Meldung: Geben Sie zuerst eine Partner-ID ein."
        ),
        "zh": "屏幕上显示：计费 > 订阅。已标出：提交。消息：请先键入合作伙伴 ID",
    }


_HOSTILE = [
    '"><script>alert(1)</script>',
    "a\n\nb</figure>\n# c",
    "{{ config }} {% raw %}",
    "\x02wzxhzdk:0\x03",
    "](x) **b** `c` <!-- -->",
    "&lt; &amp; ::: moniker-end",
    "--8<-- 'pyproject.toml'",
]


@pytest.mark.parametrize("text", _HOSTILE)
def test_what_stands_in_a_world_is_text_on_the_page(text: str) -> None:
    assert_shown(text)


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=20))
def test_any_text_is_text_on_the_page(text: str) -> None:
    assume(text not in this_spec().catalogue.labels)  # which is shown by its own text
    assert_shown(text)


def assert_shown(text: str) -> None:
    """A text in each place of a picture, in a list of a page, is what a browser would show."""
    control, listing = Control(text, "box", value=text, under=text), Listing((((text,),),), text, (text,))
    screen = Screen((text,), ((text,),), (control,), (listing,), text, ((text, (text,)),))
    figure = drawer().figure(Picture(screen, Mark("controls", 0)), 1)
    assert "\n" not in figure
    md = PythonMarkdown(extensions=[DocsMarkdownExtension(monikers=this_spec().config.monikers), "md_in_html"])
    html = md.convert(f"1. One\n\n   {figure}\n\n2. Two")
    shown = " ".join(text.replace("\x02", "").replace("\x03", "").split())
    found = _Texts(html)
    expected = ["Picture", *[shown] * 11] if shown else ["Picture"]
    assert [each for each in map(str.strip, found.texts) if each] == ["One", *(e.strip() for e in expected), "Two"]
    assert [each for each in found.classes if each.startswith("script")] == []
    assert found.classes.count("li") == 2
    result = md.reset().convert(with_picture("Done", figure))
    assert [each for each in map(str.strip, _Texts(result).texts) if each] == ["Done", *(e.strip() for e in expected)]


# --- left out ----------------------------------------------------------------------------------------------------


@pytest.mark.slow
def test_plain_markdown_has_no_pictures(project: Project) -> None:
    out = project.root / "out"
    done = project.porspec("render", "--plain", "--moniker", "o365-germany", "--out", str(out))
    assert done.returncode == 0, done.stderr
    text = (out / "en/change-partner.md").read_text("utf-8")
    assert "5. Select **Check ID**." in text
    assert "porspec-picture" not in text
    assert "Picture" not in text
    assert "screenshots" not in text
    assert "<div" not in text
