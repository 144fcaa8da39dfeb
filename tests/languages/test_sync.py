"""Sync writes the other languages' features and PO files, and two languages are one program."""

import re
import shutil
import textwrap
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from porspec.languages.extract import spec_of_source
from porspec.languages.feature_writer import FeatureWriter
from porspec.languages.sync import planned, write
from porspec.sources.catalogues import Language, parse_po
from porspec.sources.problems import Problem
from porspec.sources.writing import writing
from porspec.spec.bindings import Binding, BoundFeature, Column, Labels, Text, differences
from porspec.spec.definitions import Definition
from porspec.spec.loader import Loader
from tests.conftest import Project, forget_what_follows, this_spec

SPEC = this_spec()


def test_deleted_features_come_back_byte_for_byte(project: Project) -> None:
    before = project.files()
    shutil.rmtree(project.root / "features" / "nl")
    assert project.porspec("sync").returncode == 0
    assert project.files() == before


def test_sync_check_names_what_is_stale_and_changes_nothing(project: Project) -> None:
    project.edit("features/en/change-partner.feature", "Scenario Outline: Change the partner", "Scenario Outline: Swap")
    before = project.files()
    done = project.porspec("sync", "--check")
    assert (done.returncode, done.stderr) == (1, "")
    assert [re.sub(r":\d+:", ":N:", line) for line in done.stdout.splitlines()] == [
        f"{path}:N:1: stale"
        for path in (
            # A step that only this scenario uses says so to its translators, by the scenario's name.
            *(f"locales/{domain}.pot" for domain in ("steps", "help", "features")),
            *(f"locales/nl/LC_MESSAGES/{domain}.po" for domain in ("steps", "help", "features")),
            "features/nl/change-partner.feature",
        )
    ]
    assert project.files() == before


def test_a_text_without_a_translation_stands_in_the_source_language_until_it_has_one(project: Project) -> None:
    catalogue, feature = "locales/nl/LC_MESSAGES/features.po", "features/nl/change-partner.feature"
    project.edit(
        "features/en/change-partner.feature", "Scenario Outline: Change the partner", "Scenario Outline: Swap it"
    )
    assert project.porspec("sync").returncode == 0
    text = (project.root / catalogue).read_text("utf-8")
    assert 'msgctxt "scenario"\nmsgid "Swap it"\nmsgstr ""' in text
    assert '#~ msgid "Change the partner"' in text
    assert "Abstract Scenario: Swap it" in (project.root / feature).read_text("utf-8")
    assert "[untranslated]" in project.problems()
    project.edit(catalogue, 'msgid "Swap it"\nmsgstr ""', 'msgid "Swap it"\nmsgstr "Ruilen"')
    assert project.porspec("sync").returncode == 0
    assert "Abstract Scenario: Ruilen" in (project.root / feature).read_text("utf-8")
    assert project.problems() == ""


def test_a_feature_exists_in_a_language_while_that_has_all_of_its_patterns(project: Project) -> None:
    catalogue, path = "locales/nl/LC_MESSAGES/steps.po", project.root / "features/nl/find-partner.feature"
    pattern, before = 'msgstr "dat ik nog niet met een partner samenwerk"', path.read_bytes()
    project.edit(catalogue, pattern, 'msgstr ""')
    assert project.porspec("sync").stdout == "removed features/nl/find-partner.feature\n"
    project.edit("pyproject.toml", "complete = true", "complete = false")
    assert project.porspec("sync").returncode == 0
    assert project.problems() == ""
    project.edit(
        catalogue,
        'work with a partner"\nmsgstr ""',
        f'work with a partner"\n{pattern}',
    )
    assert "wrote features/nl/find-partner.feature" in project.porspec("sync").stdout
    assert path.read_bytes() == before


def test_a_feature_that_was_edited_is_left_as_it_is(project: Project) -> None:
    path = "features/nl/find-partner.feature"
    project.edit(path, "Scenario: Een partner zoeken op", "Scenario: Een partner vinden op")
    project.edit("locales/nl/LC_MESSAGES/labels.po", 'msgstr "Verzenden"', 'msgstr "Versturen"')
    before = project.files()[path]
    done = project.porspec("sync")
    assert (done.returncode, f"{path}:7:1: This line was edited" in done.stderr) == (1, True)
    assert project.files()[path] == before
    assert "Versturen" in (project.root / "features/nl/change-partner.feature").read_text("utf-8")


def test_keywords_are_the_writers_choice(project: Project) -> None:
    project.edit("pyproject.toml", 'given = "Stel"', 'given = "Gegeven"')
    assert project.porspec("sync").returncode == 0
    text = (project.root / "features/nl/change-partner.feature").read_text("utf-8")
    assert "    Gegeven dat ik bij het beheercentrum ben aangemeld\n" in text
    assert "Stel " not in text
    assert project.problems() == ""


def test_comments_tags_and_tables_stay_where_they_are(project: Project) -> None:
    english = (project.root / "features/en/change-partner.feature").read_text("utf-8").splitlines()
    dutch = (project.root / "features/nl/change-partner.feature").read_text("utf-8").splitlines()
    marks = [[line for line in lines if line.lstrip()[:1] in {"#", "@"}] for lines in (english, dutch[2:])]
    assert marks[0] == marks[1]
    assert "      | Facturering > Producten en services |" in dutch
    assert "      | pagina                              |" in dutch


def test_a_second_sync_changes_nothing(project: Project) -> None:
    assert planned(spec_of_source(project.root)).stale(project.root) == {}
    with writing(project.root) as work:
        assert write(work, planned(spec_of_source(project.root))) == []


def test_a_catalogue_formatted_by_another_tool_is_left_as_it_is(project: Project) -> None:
    path = project.root / "locales/nl/LC_MESSAGES/labels.po"
    reformatted = path.read_text("utf-8").replace('msgid "Add"', 'msgid ""\n"Add"')
    path.write_text(reformatted, "utf-8")
    assert project.porspec("sync").returncode == 0
    assert path.read_text("utf-8") == reformatted


def test_a_message_that_comes_back_has_its_translation_again(project: Project) -> None:
    path = project.root / "features/en/accept-offer.feature"
    dutch = project.root / "features/nl/accept-offer.feature"
    english, translated = path.read_text("utf-8"), dutch.read_text("utf-8")
    forget_what_follows(project)
    path.unlink()
    assert "removed features/nl/accept-offer.feature" in project.porspec("sync").stdout
    path.write_text(english, "utf-8")
    assert project.porspec("sync").returncode == 0
    assert dutch.read_text("utf-8") == translated


def test_a_label_whose_english_changes_keeps_its_translation_as_fuzzy(project: Project) -> None:
    for path in [project.root / "steps/labels.py", *(project.root / "features/en").glob("*.feature")]:
        path.write_text(path.read_text("utf-8").replace("Check ID", "Verify ID"), "utf-8")
    project.porspec("sync")
    labels = (project.root / "locales/nl/LC_MESSAGES/labels.po").read_text("utf-8")
    entry = '#, fuzzy\n#| msgid "Check ID"\nmsgctxt "button.check_id"\nmsgid "Verify ID"\nmsgstr "Id controleren"\n'
    assert entry in labels


def test_a_long_message_that_changed_says_what_it_was_before(project: Project) -> None:
    old = "In Office 365 operated by 21Vianet, an authorized partner asks your permission by email to act"
    project.edit("features/en/accept-offer.feature", old, old.replace("asks your", "will ask your"))
    project.porspec("sync")
    text = (project.root / "locales/nl/LC_MESSAGES/features.po").read_text("utf-8")
    assert f'#, fuzzy\n#| msgid "{old}' in text


def test_the_header_and_what_editors_note_of_old_messages_do_not_hurt(project: Project) -> None:
    path = project.root / "locales/nl/LC_MESSAGES/labels.po"
    text = path.read_text("utf-8").replace('"Language: nl\\n"', '"Language: nl\\n"\n"X-Generator: Poedit 3.4\\n"')
    path.write_text(text.replace('msgctxt "button.add"', '#| msgid "Put"\nmsgctxt "button.add"'), "utf-8")
    project.edit("steps/labels.py", "Button on the Partner tab.", "The button on the Partner tab.")
    assert project.porspec("sync").returncode == 0
    assert '"X-Generator: Poedit 3.4\\n"' in path.read_text("utf-8")
    assert "#|" not in path.read_text("utf-8")


def test_what_a_fuzzy_message_was_before_stays_until_it_is_translated(project: Project) -> None:
    english, catalogue = project.root / "features/en/accept-offer.feature", "locales/nl/LC_MESSAGES/features.po"
    rule = "You answer an offer once"
    noted = f'#, fuzzy\n#| msgid "{rule}"\nmsgctxt "rule"\nmsgid "{{}}"\n'
    for old, new in ((rule, "You answer every offer once"), ("every offer once", "every offer only once")):
        project.edit("features/en/accept-offer.feature", old, new)
        project.porspec("sync")
    english.write_text("# One more line\n" + english.read_text("utf-8"), "utf-8")
    project.porspec("sync")
    text = (project.root / catalogue).read_text("utf-8")
    assert noted.format("You answer every offer only once") in text
    assert project.porspec("sync", "--check").stdout == "Everything is up to date\n"
    project.edit(catalogue, f'#, fuzzy\n#| msgid "{rule}"\n', "")
    assert project.porspec("sync").returncode == 0
    assert "#|" not in (project.root / catalogue).read_text("utf-8")


def test_a_fuzzy_translation_that_comes_back_is_fuzzy_still(project: Project) -> None:
    english, catalogue = project.root / "features/en/accept-offer.feature", "locales/nl/LC_MESSAGES/features.po"
    project.edit("features/en/accept-offer.feature", "After “Yes” you can continue", "After “Yes” you can't continue")
    project.porspec("sync")
    with_it = english.read_text("utf-8")
    scenario = re.search(r"\n  (?:  )?Scenario: After “Yes” you can't continue\n(?:    .*\n)+", with_it)
    assert scenario
    english.write_text(with_it.replace(scenario[0], ""), "utf-8")
    project.porspec("sync")
    obsolete = (
        '#, fuzzy\n#~| msgid "After “Yes” you can continue"\n#~ msgctxt "scenario"\n#~ msgid "After “Yes” you can\'t'
    )
    assert obsolete in (project.root / catalogue).read_text("utf-8")
    english.write_text(with_it, "utf-8")
    project.porspec("sync")
    assert '"After “Yes” you can\'t continue" (scenario, features/en/accept-offer.feature' in project.problems()
    assert "After “Yes” you can't continue" in (project.root / "features/nl/accept-offer.feature").read_text("utf-8")


def test_a_copy_of_a_feature_is_not_removed(project: Project) -> None:
    copy = project.root / "features/nl/new.feature"
    copy.write_text((project.root / "features/nl/find-partner.feature").read_text("utf-8"), "utf-8")
    done = project.porspec("sync")
    assert (done.returncode, "porspec sync --from nl features/nl/new.feature" in done.stderr) == (1, True)
    assert copy.exists()


@pytest.mark.parametrize("path", ["features/nl/find-partner.feature", "locales/help.pot"])
def test_a_folder_in_the_place_of_a_file_is_a_problem_and_nothing_is_written(project: Project, path: str) -> None:
    (project.root / path).unlink()
    (project.root / path).mkdir()
    before = project.files()
    done = project.porspec("sync")
    assert (done.returncode, done.stderr.startswith(f"{path}:1:1: ")) == (1, True)
    assert project.files() == before


# --- any feature is the same program in Dutch ------------------------------------------------------------------------


class Anything(Language):
    """Dutch, with a translation for every name and paragraph."""

    def text(self, domain: str, msgid: str, context: str | None = None) -> str | None:
        if domain == "features" and context != "column":
            return f"vertaald {msgid}"
        return super().text(domain, msgid, context)


DUTCH = Anything("nl", False, SPEC.languages["nl"].catalogues)
names = st.text(alphabet="abc äñ(),.-'", min_size=1, max_size=12).map(str.strip).filter(bool)
values = st.text(alphabet="abc 123|\\éж", max_size=6).map(str.strip)
prose = st.lists(st.text(alphabet="Als En ik dat b.", min_size=1, max_size=150).map(str.strip).filter(bool), max_size=3)
clouds = st.lists(st.sampled_from(SPEC.config.monikers.ids), unique=True, max_size=3)


def arguments_of(definition: Definition, draw: Callable[[Any], Any], columns: list[str]) -> Binding:
    arguments = []
    for parameter in definition.parameters:
        value: Text | Labels | Column
        if columns and parameter.label is None and draw(st.booleans()):
            value = Column(columns[0])
        elif parameter.label is None:
            value = Text(draw(values))
        else:
            known = [each for each in SPEC.catalogue.labels if each.split(".")[0] in parameter.label.kinds]
            value = Labels((draw(st.sampled_from(known)),))
        arguments.append((parameter.name, value))
    return Binding(definition.kind, definition.pattern, tuple(arguments))


@st.composite
def features(draw: Callable[[Any], Any]) -> str:
    """The text of an English feature: tags, descriptions, rules, scenarios, outlines with tagged Examples."""
    lines = ["Feature: " + draw(names), *[f"  x {line}" for line in draw(prose)], ""]
    for number in range(draw(st.integers(1, 3))):
        lines += scenario(draw, number, "  ")
    for number in range(draw(st.integers(0, 2))):
        lines += ["", f"  Rule: {draw(names)}", *[f"    x {line}" for line in draw(prose)], ""]
        lines += scenario(draw, 10 + number, "    ")
    return "\n".join(lines) + "\n"


def scenario(draw: Callable[[Any], Any], number: int, indent: str) -> list[str]:
    columns = ["page"] if draw(st.booleans()) else []
    definitions = draw(st.lists(st.sampled_from(list(SPEC.catalogue.definitions.values())), min_size=1, max_size=4))
    bindings = [arguments_of(each, draw, columns) for each in definitions]
    used = any(isinstance(value, Column) for each in bindings for _, value in each.arguments)
    lines = [indent + " ".join("@" + tag for tag in draw(clouds))] if draw(st.booleans()) else []
    lines += [f"{indent}# a comment", f"{indent}Scenario{' Outline' if used else ''}: {number} {draw(names)}"]
    for binding in bindings:
        lines.append(f"{indent}  {binding.kind.title()} {SPEC.catalogue.phrase(binding, 'en')}")
    if used:
        cell = draw(values).replace("\\", "\\\\").replace("|", "\\|")
        lines += ["", f"{indent}  Examples:", f"{indent}    | page |", f"{indent}    | {cell} |"]
    return [line.rstrip() for line in lines]


def bound(text: str, language: str) -> tuple[BoundFeature | None, list[Problem]]:
    problems: list[Problem] = []
    found = Loader(SPEC.config, SPEC.catalogue, problems).bind_text(text, "any", language)
    return found, [each for each in problems if "-without-" not in each.code]  # what is drawn has gaps


@given(features())
@settings(max_examples=150)
def test_both_languages_of_any_feature_compile_to_the_same_program(text: str) -> None:
    source, problems = bound(text, "en")
    assert problems == []
    assert source is not None
    writer = FeatureWriter(source, SPEC.config, SPEC.catalogue, "nl", partial(DUTCH.say, "features"))
    dutch = writer.write()
    target, problems = bound(dutch, "nl")
    assert problems == []
    assert target is not None
    assert list(differences(source, target)) == []
    assert target.source.name == f"vertaald {source.source.name}"


def test_a_changed_step_is_named_in_both_places() -> None:
    source, _ = bound(
        textwrap.dedent("""\
        Feature: f

          Scenario: s
            When the offer is accepted
        """),
        "en",
    )
    other, _ = bound(
        textwrap.dedent("""\
        # language: nl
        Functionaliteit: f

          Scenario: s
            Als ik de koppeling in de e-mail volg
        """),
        "nl",
    )
    assert source is not None
    assert other is not None
    found = "\n".join(str(problem) for problem in differences(source, other))
    assert found == (
        "features/nl/any.feature:5:5: Not the same program as at features/en/any.feature:4:5: "
        "'ik de koppeling in de e-mail volg' is not 'the offer is accepted' [languages-differ]\n"
        "    Correct the one that is wrong; or run porspec sync, with --from nl to keep what stands here."
    )


def messages(text: str) -> set[object]:
    return {each.key for each in parse_po(text, "features.po").entries}


def squeezed(text: str) -> str:
    return text.replace("\n\n", "\n")


def spaced(text: str) -> str:
    return text.replace("\n\n", "\n \n")


@pytest.mark.parametrize("change", [squeezed, spaced])
def test_a_catalogue_without_empty_lines_is_updated_entry_by_entry(
    project: Project, change: Callable[[str], str]
) -> None:
    path = project.root / "locales/nl/LC_MESSAGES/features.po"
    before = messages(path.read_text("utf-8"))
    path.write_text(change(path.read_text("utf-8")), "utf-8")
    project.edit("features/en/find-partner.feature", "Find a partner on Microsoft Pinpoint", "Find one on Pinpoint")
    assert project.porspec("sync").returncode == 0
    assert len(messages(path.read_text("utf-8")) ^ before) == 2
    assert project.porspec("sync", "--check").returncode == 0
