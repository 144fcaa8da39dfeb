"""The registry of codes, what a project makes of it, and which of them a check looks for."""

import json
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from porspec.checks.checking import problems_of
from porspec.languages.words import DOMAIN, PROBLEMS, read_words
from porspec.markdown.content import fenced, markdown_of
from porspec.pages.overviews import problem_page
from porspec.sources.catalogues import po_path, read_catalogue
from porspec.sources.config import read_config
from porspec.sources.problems import Location, Problem, SpecError, registry
from porspec.spec.spec import load
from tests.conftest import REPOSITORY, Project

Small = Callable[..., Project]
FEATURE = 'Feature: Things\n  Scenario: One\n    Given there is "a"\n    Then it is "a"\n'
UNUSED = 'steps/things.py:8:1: warning: No scenario uses the given step "there are" [definition-unused]'
BOLD = 'docs/imported/old.en.md:1:3: "word" is in bold, and it is no label in this language [label-in-text]'


@pytest.fixture
def imported(small: Small) -> Project:
    """A project with a label, a page of its own, and one that was written for another site."""
    project = small(
        {
            "features/en/things.feature": FEATURE,
            "docs/index.en.md": "A **word**.\n",
            "docs/imported/old.en.md": "A **word**.\n",
        }
    )
    label = 'from porspec.steps import Label\nLABELS = (Label("button.add", "Add"),)'
    project.edit("steps/__init__.py", "LABELS = ()", label)
    return project


def configure(project: Project, settings: str) -> None:
    project.edit("pyproject.toml", "[tool.porspec.checks]", f"[tool.porspec.checks]\n{settings}")


def firsts(project: Project) -> list[str]:
    """The first line of each problem."""
    return [str(each).partition("\n")[0] for each in problems_of(project.root)[1]]


def test_a_problem_has_the_severity_of_its_code() -> None:
    place = Location("a.py", 2)
    warning, error = (Problem(place, "Odd", code, "Mend it.") for code in ("definition-unused", "step-ambiguous"))
    assert str(warning) == "a.py:2:1: warning: Odd [definition-unused]\n    Mend it."
    assert str(error) == "a.py:2:1: Odd [step-ambiguous]\n    Mend it."


def test_a_problem_has_a_code_of_the_registry() -> None:
    with pytest.raises(KeyError, match="no-such-code"):
        Problem(Location("a.py"), "Odd", "no-such-code", "Mend it.")


def test_codes_follow_from_codes() -> None:
    known = registry().codes
    assert {name for each in known.values() for name in each.follows} <= set(known)


def test_a_code_is_said_in_one_line_without_its_cases() -> None:
    code = registry().codes["to-do"]
    assert code.brief == "A feature holds a TODO, as each new one does."
    assert all("\n" not in each.brief and len(each.brief) < 200 for each in registry().codes.values())


# --- what stops, and what does not ------------------------------------------------------------------------------


def test_a_warning_is_printed_and_stops_nothing(small: Small) -> None:
    project = small({"features/en/things.feature": FEATURE})
    done = project.porspec("check")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == f"{UNUSED}\n    Remove it, or use it.\n0 problems, 1 warning\n"
    assert project.porspec("run").returncode == 0


def test_a_project_makes_an_error_of_a_warning_and_turns_codes_off_by_folder(imported: Project) -> None:
    assert [each.rpartition("[")[2] for each in firsts(imported)] == ["label-in-text]"] * 2 + ["definition-unused]"]
    configure(imported, 'definition-unused = "error"\nlabel-in-text = { "docs/imported/**" = "off" }')
    assert firsts(imported) == [BOLD.replace("imported/old", "index"), UNUSED.replace("warning: ", "")]
    assert imported.porspec("check").returncode == 1


def test_of_several_folders_the_last_counts(imported: Project) -> None:
    configure(
        imported,
        'definition-unused = "off"\n'
        '"label-in-text" = { "**" = "off", "docs/**" = "error", "docs/imported/*" = "warning", "docs/x/**" = "off" }',
    )
    assert firsts(imported) == [
        BOLD.replace('3: "', '3: warning: "'),
        BOLD.replace("imported/old", "index"),
    ]


LABELS = """
from porspec.steps import Label

LABELS = (Label("button.remove", "Remove"), Label("page.remove", "Remove"))

def new_world(moniker):
    return []

def snapshot(world):
    return list(world)
"""


def test_an_error_keeps_further_checks_from_running_and_a_warning_does_not(small: Small) -> None:
    project = small({"features/en/things.feature": FEATURE, "steps/__init__.py": LABELS})
    assert project.porspec("new", "language", "nl").returncode == 0
    for name, text in (("button", "Verwijderen"), ("page", "Weghalen")):
        entry = f'msgctxt "{name}.remove"\nmsgid "Remove"\nmsgstr "'
        project.edit("locales/nl/LC_MESSAGES/labels.po", entry, entry + text)
    assert [each.rpartition("[")[2] for each in firsts(project)] == ["label-inconsistent]"]
    configure(project, 'label-inconsistent = "warning"')
    assert [each.rpartition("[")[2] for each in firsts(project)] == ["label-inconsistent]", "definition-unused]"]


_NO_SEVERITY = "glossary must be error, warning or off, or a table of these by glob, and it is "
_NEEDED = "can be neither turned off nor made a warning: no site can be built with it"


@pytest.mark.parametrize(
    ("setting", "message", "remedy"),
    [
        ('tag-unknwn = "off"', "there is no code tag-unknwn", 'Did you mean "tag-unknown"? '),
        ('glossary = "of"', f"{_NO_SEVERITY}'of'", 'Write glossary = "warning"'),
        ("glossary = 1", f"{_NO_SEVERITY}1", 'Write glossary = "warning"'),
        ('step-undefined = "off"', f"step-undefined {_NEEDED}", "Remove this line."),
        ('po-syntax = { "locales/nl/**" = "warning" }', f"po-syntax {_NEEDED}", "Remove this line."),
    ],
)
def test_a_setting_that_makes_no_sense_is_a_problem(setting: str, message: str, remedy: str, small: Small) -> None:
    project = small({"features/en/things.feature": FEATURE})
    configure(project, setting)
    with pytest.raises(SpecError) as caught:
        read_config(project.root)
    (problem,) = caught.value.problems
    assert problem.message == f"[tool.porspec] does not make sense: {message}"
    assert problem.code == "configuration"
    assert problem.remedy.startswith(remedy)
    line = project.root.joinpath("pyproject.toml").read_text("utf-8").splitlines()[problem.location.line - 1]
    assert line == setting


@pytest.mark.parametrize(
    "setting", ['[tool.porspec.checks]\n"glossary" = "of"', '[tool.porspec.checks.glossary]\n"docs/**" = "of"']
)
def test_a_setting_is_found_in_whatever_way_it_is_written(setting: str, small: Small) -> None:
    project = small({})
    project.edit("pyproject.toml", "[tool.porspec.checks]", setting)
    with pytest.raises(SpecError, match=r"pyproject\.toml:\d+:1: .* glossary must be error") as caught:
        read_config(project.root)
    lines = project.root.joinpath("pyproject.toml").read_text("utf-8").splitlines()
    assert "glossary" in lines[caught.value.problems[0].location.line - 1]


def test_a_feature_beside_tests_of_another_kind_can_be_left_alone(small: Small) -> None:
    project = small({"features/en/things.feature": FEATURE, "features/other/plain.feature": FEATURE})
    with pytest.raises(SpecError, match="feature-place"):
        load(project.root)
    configure(project, 'feature-place = { "features/other/**" = "warning" }')
    assert [each.code for each in load(project.root).warnings] == ["feature-place"]
    done = project.porspec("run")
    assert (done.returncode, done.stderr.count("warning: Nothing reads this feature here")) == (0, 1)
    assert project.porspec("new", "language", "nl").returncode == 0
    done = project.porspec("sync")
    assert (done.returncode, done.stderr) == (0, "")
    project.edit("pyproject.toml", '= "warning" }', '= "off" }')
    assert load(project.root).warnings == ()


def test_a_folder_that_nothing_reads_can_be_left_alone(small: Small) -> None:
    folder = "locales/notes/LC_MESSAGES/notes.po"
    project = small({"features/en/things.feature": FEATURE, folder: ""})
    assert project.porspec("sync").returncode == 1
    configure(project, 'language-code = { "locales/notes/**" = "warning" }')
    done = project.porspec("sync")
    assert (done.returncode, done.stderr.splitlines()[-1]) == (0, "0 problems, 1 warning")


# --- which codes are looked for ---------------------------------------------------------------------------------


def test_the_codes_are_listed_a_line_each(small: Small) -> None:
    lines = small({}).porspec("check", "--list").stdout.splitlines()
    assert [line.split()[0] for line in lines] == list(registry().codes)
    assert lines[0] == f"{'feature-syntax':<26}  error    A line isn't Gherkin, or the file isn't UTF-8."
    (pivot,) = (line for line in lines if line.startswith("docs-pivot"))
    assert pivot.endswith("A part of the page is for one of several pivots (::: zone), among which nobody can choose.")
    assert [line.split()[0] for line in lines if line.split()[1] == "warning"] == [
        "definition-unused",
        "message-unused",
        *(["zone-address"] if "zone-address" in registry().codes else []),
        "translation-outdated",
        *("alert-as-text", "blanks", "anchor-twice", "register"),
        "site-address",
    ]


def test_only_chosen_codes_are_looked_for(imported: Project) -> None:
    done = imported.porspec("check", "--only", "definition-unused", "--format", "json")
    assert ([each["code"] for each in json.loads(done.stdout)], done.returncode) == (["definition-unused"], 0)
    done = imported.porspec("check", "--except", "definition-unused", "--format", "json")
    assert ([each["code"] for each in json.loads(done.stdout)], done.returncode) == (["label-in-text"] * 2, 1)
    both = ("--only", "label-in-text", "--only", "definition-unused", "--except", "label-in-text")
    assert [line.split()[0] for line in imported.porspec("check", *both, "--list").stdout.splitlines()] == [
        "definition-unused"
    ]


def test_what_keeps_a_chosen_check_from_running_is_told(imported: Project) -> None:
    imported.edit("features/en/things.feature", "Feature:", "@slwo\nFeature:")
    for options in (("--only", "docs-target"), ("--except", "tag-unknown", "--except", "label-in-text")):
        done = imported.porspec("check", *options, "--format", "json")
        assert ([each["code"] for each in json.loads(done.stdout)], done.returncode) == (["tag-unknown"], 1)
    done = imported.porspec("check", "--only", "feature-language")
    assert (done.stdout, done.returncode) == ("No problems\n", 0)


@pytest.mark.parametrize("option", ["--only", "--except"])
def test_an_unknown_code_is_a_problem_with_the_nearest(option: str, small: Small) -> None:
    project = small({"features/en/things.feature": FEATURE})
    for more in ((), ("--list",)):
        done = project.porspec("check", option, "docs-tragets", *more)
        assert done.stdout == ""
        assert done.stderr == (
            f"pyproject.toml:1:1: {option} docs-tragets: there is no such code [option]\n"
            '    Did you mean "docs-target"? porspec check --list names them all.\n1 problem\n'
        )


# --- the page ---------------------------------------------------------------------------------------------------


def _page(root: Path, code: str) -> str:
    config = read_config(root)
    return problem_page(*(read_words(config, code, each) for each in (DOMAIN, PROBLEMS)))


def test_the_page_explains_each_code_at_its_anchor() -> None:
    text = _page(REPOSITORY, "en")
    for code in registry().codes.values():
        assert text.count(f'### <a name="{code.name}"></a>`{code.name}`\n\n{markdown_of(code.text)}') == 1
        assert f"Wrong:\n\n{fenced(code.bad, 'text')}\n\nRight:\n\n{fenced(code.good, 'text')}" in text
    assert "porspec-untranslated" not in text


@pytest.mark.parametrize("code", ["en", "nl", "de", "zh"])
def test_no_example_on_the_page_ends_its_fence(code: str) -> None:
    tokens = MarkdownIt().parse(_page(REPOSITORY, code))
    found = [after.content for each, after in pairwise(tokens) if each.type == "heading_open" and each.tag == "h3"]
    codes = [each for about in registry().sections for each in registry().codes.values() if each.about == about]
    assert found == [f'<a name="{each.name}"></a>`{each.name}`' for each in codes]
    examples = [each.content for each in tokens if each.type == "fence" and each.info == "text"]
    assert examples == [f"{text}\n" for each in codes for text in (each.bad, each.good)]


def test_a_page_in_another_language_than_its_readers_says_so_below_its_title() -> None:
    dutch, german = (_page(REPOSITORY, code).split("\n\n")[1:3] for code in ("nl", "de"))
    assert dutch[0] == '# <a name="problems"></a>Meldingen van porspec'
    assert "porspec-incomplete" not in dutch[1]
    assert german == [
        '# <a name="problems"></a><span class="porspec-untranslated" lang="en">Messages of porspec</span>',
        "Diese Seite ist noch nicht übersetzt. Sie wird auf Englisch angezeigt.\n{: .porspec-incomplete }",
    ]


def test_the_dutch_page_is_dutch_throughout_and_another_is_marked() -> None:
    dutch, german = (_page(REPOSITORY, code) for code in ("nl", "de"))
    assert "porspec-untranslated" not in dutch
    assert '### <a name="unnamed"></a>`unnamed`\n\nEen functionaliteit, regel of scenario heeft geen naam.' in dutch
    shown = registry().codes["unnamed"].text
    assert f'<span class="porspec-untranslated" lang="en">{shown}</span>' in german


def test_each_text_of_the_page_is_a_message_and_none_is_left_over() -> None:
    folder = REPOSITORY / "src" / "porspec" / "languages"
    problems: list[Problem] = []
    for path in folder.glob("locales/*/LC_MESSAGES/problems.po"):
        name = po_path("locales", path.parent.parent.name, PROBLEMS)
        messages = read_catalogue(folder, name, problems).messages
        assert {text: message.text != "" for (_, text), message in messages.items()} == dict.fromkeys(
            registry().messages, True
        )
    assert problems == []


def test_a_site_translates_the_page_further(small: Small) -> None:
    project = small(
        {"locales/fr/LC_MESSAGES/problems.po": (
            'msgid ""\nmsgstr ""\n"Language: fr\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'
            'msgid "Wrong:"\nmsgstr "Non :"\n'
        )}
    )  # fmt: skip
    text = _page(project.root, "fr")
    assert text.count("\nNon :\n") == len(registry().codes)
