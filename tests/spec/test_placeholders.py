"""The <placeholders> of an outline are replaced in tables and doc strings as Gherkin does: run, reported and shown."""

from collections.abc import Callable
from typing import Any

import pytest
from gherkin.parser import Parser
from gherkin.pickles.compiler import Compiler

from porspec.languages.words import read_words
from porspec.pages.help import render
from porspec.spec.runner import run_all
from porspec.spec.spec import Spec, load
from tests.conftest import Project
from tests.languages.test_languages import translate
from tests.markdown.test_extension import convert
from tests.testing.test_cucumber_messages import messages, of
from tests.testing.test_plugin import run

PATH = "features/en/filled.feature"
FEATURE = '''Feature: Filled

  Background:
    Given there are
      | <thing> |

  Scenario Outline: rows of <thing>
    Given there are
      | a | b <thing> |
      | 1 | <other>   |
    And there are
      """<kind>
      {"<thing>":
         "<nothing> <thing>"}
      """
    Given there is "<last>"
    Then it is "<last>"

    @cloud-a
    Examples: one
      | thing | other   | kind | last |
      | a\\|b | <thing> | json | x    |
      | <kind> | a\\\\n | text | \\\\ |

    Examples: two
      | last | kind | thing | other |
      | x    |      | 中文  | 1\\n2 |

  Scenario: not an outline
    Given there are
      | <thing> |
'''
Below = tuple[Any, str | None, str | None]


@pytest.fixture
def filled(small: Callable[..., Project]) -> Project:
    return small({PATH: FEATURE})


def ours(spec: Spec) -> list[list[Below]]:
    """What stands below each step of the variants of the cloud that has all of them."""
    return [
        [(binding.table, binding.doc_string, binding.media_type) for binding in spec.bindings(variant)]
        for variant in spec.variants()
        if variant.moniker == "cloud-a"
    ]


def official(text: str) -> list[list[Below]]:
    document: Any = {**Parser().parse(text), "uri": "x"}
    pickles: list[Any] = Compiler().compile(document)
    return [[below(step.get("argument", {})) for step in pickle["steps"]] for pickle in pickles]


def below(argument: Any) -> Below:
    rows = argument.get("dataTable", {}).get("rows")
    table = tuple(tuple(cell["value"] for cell in row["cells"]) for row in rows) if rows else None
    text = argument.get("docString", {})
    return table, text.get("content"), text.get("mediaType")


def test_what_is_run_is_what_gherkin_compiles(filled: Project) -> None:
    spec = load(filled.root)
    assert ours(spec) == official(FEATURE)
    assert [trace.problem for trace in run_all(spec)] == [None] * 6


def test_pytest_runs_the_same_as_porspec(filled: Project) -> None:
    worlds = filled.root / "worlds.txt"
    line = 'with open("worlds.txt", "a", encoding="utf-8") as worlds: worlds.write(repr(world) + "\\n")'
    filled.edit("steps/things.py", "    assert world[-1] == thing", f"    assert world[-1] == thing\n    {line}")
    by_pytest = run(filled, "-o", "filterwarnings=")
    assert by_pytest.stdout.splitlines()[-1].startswith("6 passed"), by_pytest.stdout
    found = worlds.read_text("utf-8")
    worlds.unlink()
    filled.edit("steps/things.py", "worlds.txt", worlds.as_posix())
    assert filled.porspec("run").returncode == 0
    assert worlds.read_text("utf-8") == found
    assert found.count("\n") == 4


def test_messages_tell_the_same(filled: Project) -> None:
    found = messages(filled, "features", "--moniker", "cloud-a")
    cloud = [each for each in of("pickle", found) if each["uri"].endswith("#cloud-a")]
    assert [[below(step.get("argument", {})) for step in each["steps"]] for each in cloud] == official(FEATURE)


def test_a_page_shows_tables_and_doc_strings_filled(filled: Project, golden: Callable[[str, str], None]) -> None:
    spec = load(filled.root)
    page = render(spec, list(run_all(spec)), read_words(spec.config, "en"))["filled"]
    golden("placeholders/page.md", page)
    golden("placeholders/page.html", convert(page.split("---\n", 2)[2], ("cloud-a", "cloud-b")) + "\n")


def test_another_language_has_its_own_columns(filled: Project) -> None:
    assert filled.porspec("new", "language", "nl").returncode == 0
    translate(
        filled,
        "nl",
        "steps",
        {("given", "there are"): "zijn er", ("given", 'there is "{thing}"'): 'is er "{thing}"'}
        | {("then", 'it is "{thing}"'): 'is het "{thing}"'},
    )
    translate(filled, "nl", "features", {("column", "thing"): "ding", ("column", "other"): "thing"})
    assert filled.porspec("sync").returncode == 0
    dutch = (filled.root / "features/nl/filled.feature").read_text("utf-8")
    assert "      | a | b <ding> |\n      | 1 | <thing>   |\n" in dutch
    assert '      {"<ding>":\n         "<nothing> <ding>"}\n' in dutch
    assert "    Gegeven zijn er\n      | <thing> |\n" in dutch
    assert filled.porspec("check").returncode == 0
    spec = load(filled.root)
    for variant in spec.variants():
        assert spec.bindings(variant, "nl") == spec.bindings(variant, "en")
