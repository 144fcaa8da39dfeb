"""Binding and phrasing are each other's inverse, in every language and for every catalogue."""

import keyword
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, replace
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from porspec.sources.catalogues import Catalogue, Language, Message
from porspec.sources.features import KINDS
from porspec.sources.problems import Location, Problem
from porspec.spec import definitions as steps
from porspec.spec.bindings import Argument, BindError, Binding, Column, Labels, Text
from porspec.spec.definitions import Definition, Label, LabelType, Parameter
from porspec.spec.step_catalogue import StepCatalogue
from tests.conftest import this_spec

SPEC = this_spec()
ENGLISH = SPEC.languages["en"]
NAMES = [name for name in ("page", "tab", "name", "number", "other_one") if not keyword.iskeyword(name)]
LABELS = [Label(f"{kind}.{number}", f"{kind} {number}") for kind in ("nav", "page", "tab") for number in range(3)]
TYPES = [None, LabelType("tab"), LabelType("nav", "page", path=True)]

# Words that could go wrong: accents composed and not, no-break blanks, brackets, signs of Markdown and Gherkin.
literals = st.text(alphabet="ab é\u0065\u0301\u00a0,.'|#@*", max_size=6)
_any = st.text(alphabet=st.characters(exclude_characters='"<>\n\r', exclude_categories=["Cs", "Cc"]), max_size=8)
texts = _any.map(lambda text: unicodedata.normalize("NFC", text))  # as an argument is read


def no_step(world: object, **arguments: object) -> None:
    """The body of every generated definition."""


@dataclass(frozen=True)
class Words:
    """A generated catalogue in two languages, and a binding that it can phrase."""

    catalogue: StepCatalogue
    binding: Binding


def quoted(parts: list[str], names: list[str]) -> str:
    return "".join(f'{literal}"{{{name}}}"' for literal, name in zip(parts, names, strict=False)) + parts[-1]


@st.composite
def words(draw: Callable[[st.SearchStrategy[Any]], Any]) -> Words:
    """Definitions with translated patterns whose placeholders stand in another order."""
    definitions, steps = [], {}
    for number in range(draw(st.integers(1, 4))):
        names = draw(st.lists(st.sampled_from(NAMES), unique=True, max_size=3))
        parts = [f"{number} ", *[draw(literals) for _ in names]]
        pattern = quoted(parts, names)
        parameters = tuple(Parameter(name, draw(st.sampled_from(TYPES))) for name in names)
        kind = draw(st.sampled_from(KINDS))
        definitions.append(Definition(kind, pattern, None, no_step, parameters, Location("steps/x.py", number + 1)))
        other = quoted([f"{number}. ", *[draw(literals) for _ in names]], draw(st.permutations(names)))
        steps[kind, pattern] = Message(other, Location("steps.po"))
    catalogues = {
        "steps": Catalogue("steps.po", steps),
        "labels": Catalogue(
            "labels.po",
            {(each.id, each.text): Message(f"ander {each.text}", Location("l.po")) for each in LABELS},
        ),
        "features": Catalogue("f.po", {("column", "c"): Message("kolom", Location("f.po"))}),
    }
    languages = {"en": Language("en", True, catalogues), "xx": Language("xx", False, catalogues)}
    problems: list[Problem] = []
    catalogue = StepCatalogue(definitions, LABELS, languages, problems)
    assert problems == []
    chosen = draw(st.sampled_from(definitions))
    return Words(catalogue, draw(bindings_of(chosen)))


def bindings_of(definition: Definition) -> st.SearchStrategy[Binding]:
    """Any binding of a definition."""
    arguments = [st.tuples(st.just(each.name), values_of(each)) for each in definition.parameters]
    return st.tuples(*arguments).map(lambda found: Binding(definition.kind, definition.pattern, tuple(found)))


def values_of(parameter: Parameter) -> st.SearchStrategy[Argument]:
    columns = st.sampled_from(["c", "untranslated"]).map(Column)
    if parameter.label is None:
        return texts.map(Text) | columns
    known = [label.id for label in LABELS if label.id.split(".")[0] in parameter.label.kinds]
    size = 3 if parameter.label.path else 1
    ids = st.lists(st.sampled_from(known), min_size=1, max_size=size).map(lambda each: Labels(tuple(each)))
    return ids | columns


@given(words())
@settings(max_examples=300)
def test_a_phrased_binding_binds_to_itself_in_every_language(generated: Words) -> None:
    binding = generated.binding
    for language in ("en", "xx"):
        phrase = generated.catalogue.phrase(binding, language)
        assert generated.catalogue.bind(binding.kind, phrase, language) == binding


@given(st.data())
def test_every_definition_of_this_site_is_phrased_and_bound_in_every_language(data: st.DataObject) -> None:
    definition = data.draw(st.sampled_from(list(SPEC.catalogue.definitions.values())))
    arguments: list[tuple[str, Argument]] = []
    for parameter in definition.parameters:
        if parameter.label is None:
            arguments.append((parameter.name, Text(data.draw(texts))))
            continue
        known = [each for each in SPEC.catalogue.labels if each.split(".")[0] in parameter.label.kinds]
        count = data.draw(st.integers(1, 3 if parameter.label.path else 1))
        arguments.append((parameter.name, Labels(tuple(data.draw(st.sampled_from(known)) for _ in range(count)))))
    binding = Binding(definition.kind, definition.pattern, tuple(arguments))
    for language in SPEC.languages:
        assert SPEC.catalogue.bind(definition.kind, SPEC.catalogue.phrase(binding, language), language) == binding


@given(st.sampled_from(KINDS), st.text(max_size=40), st.sampled_from(["en", "nl"]))
def test_any_text_is_bound_or_refused_with_a_remedy(kind: Any, text: str, language: str) -> None:
    try:
        SPEC.catalogue.bind(kind, text, language)
    except BindError as error:
        assert error.code
        assert error.remedy
        assert 0 <= error.offset <= len(text)


def test_composed_letters_and_no_break_blanks_bind_like_their_twins() -> None:
    definition = Definition("when", "één\u00a0stap", None, no_step, (), Location("steps/x.py"))
    catalogue = StepCatalogue([definition], [], {"en": ENGLISH}, [])
    assert catalogue.bind("when", "e\u0301e\u0301n stap", "en") == Binding("when", "één\u00a0stap")


def test_an_argument_is_composed_so_that_what_looks_the_same_is_the_same() -> None:
    definition = Definition("then", 'it is "{name}"', None, no_step, (Parameter("name", None),), Location("steps/x.py"))
    catalogue = StepCatalogue([definition], [], {"en": ENGLISH}, [])
    bound = catalogue.bind("then", 'it is "Mu\u0308ller"', "en")
    assert catalogue.values(bound) == {"name": "Müller"}


@pytest.mark.parametrize(("hint", "rows"), [(list[list[str]], [["a", "b"]]), (object, (("a", "b"),))])
def test_a_table_comes_as_lists_where_the_step_says_lists(hint: Any, rows: object) -> None:
    def step(world: object, table: Any) -> None:
        del world, table

    step.__annotations__["table"] = hint
    steps.MARKED.clear()
    marked = steps.given("rows")(step)
    module = ModuleType(step.__module__)
    vars(module)["step"] = marked
    (definition,) = steps.collect(module, "steps/x.py", [])
    assert isinstance(definition, steps.Definition)
    catalogue = StepCatalogue([definition], [], {"en": ENGLISH}, [])
    bound = replace(catalogue.bind("given", "rows", "en"), table=(("a", "b"),))
    assert catalogue.values(bound) == {"table": rows}


def test_an_argument_that_its_type_refuses_is_a_problem_at_the_argument() -> None:
    parameters = (Parameter("number", None, int),)
    definition = Definition("when", 'I wait "{number}" days', None, no_step, parameters, Location("steps/x.py"))
    catalogue = StepCatalogue([definition], [], {"en": ENGLISH}, [])
    with pytest.raises(BindError) as caught:
        catalogue.bind("when", 'I wait "two" days', "en")
    assert (caught.value.code, caught.value.offset) == ("argument-value", 8)
    assert catalogue.bind("when", 'I wait "2" days', "en").arguments == (("number", Text("2")),)


def call(catalogue: StepCatalogue, binding: Binding, world: object) -> None:
    catalogue[binding].function(world, **catalogue.values(binding))


def test_a_step_gets_its_arguments_as_its_annotations_say() -> None:
    seen: list[object] = []

    def step(world: list[object], number: int, tab: str, page: tuple[str, ...], table: object) -> None:
        world += [number, tab, page, table]

    parameters = (
        Parameter("number", None, int),
        Parameter("tab", LabelType("tab")),
        Parameter("page", LabelType("nav", "page", path=True)),
        Parameter("table", None),
    )
    pattern = 'number "{number}", tab "{tab}", page "{page}"'
    definition = Definition("when", pattern, None, step, parameters, Location("steps/x.py"))
    catalogue = StepCatalogue([definition], LABELS, {"en": ENGLISH}, [])
    bound = catalogue.bind("when", 'number "7", tab "tab 1", page "nav 0 > page 2"', "en")
    table = (("a", "b"), ("1", "2"))
    call(catalogue, Binding(bound.kind, bound.pattern, bound.arguments, table), seen)
    assert seen == [7, "tab.1", ("nav.0", "page.2"), table]


def test_a_step_gets_its_doc_string_and_the_media_type_where_it_wants_it() -> None:
    seen: list[object] = []

    def with_type(world: list[object], doc_string: str, media_type: str | None) -> None:
        world += [doc_string, media_type]

    def without_type(world: list[object], doc_string: str) -> None:
        world += [doc_string]

    strings = (Parameter("doc_string", None), Parameter("media_type", None))
    definitions = [
        Definition("when", "typed", None, with_type, strings, Location("steps/x.py")),
        Definition("when", "plain", None, without_type, strings[:1], Location("steps/x.py")),
    ]
    catalogue = StepCatalogue(definitions, [], {"en": ENGLISH}, [])
    for pattern, media_type in (("typed", "json"), ("typed", None), ("plain", "json")):
        call(catalogue, Binding("when", pattern, doc_string="{}", media_type=media_type), seen)
    assert seen == ["{}", "json", "{}", None, "{}"]
