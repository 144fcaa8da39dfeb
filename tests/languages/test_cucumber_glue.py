"""What Cucumber's language service reads of our steps: glue for each language, and what an editor then shows."""

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from porspec.languages.cucumber_glue import write_glue
from porspec.spec.spec import load, load_with_problems
from tests.conftest import REPOSITORY, Project, required, this_spec

THINGS = """
from porspec.steps import given, then

@given('there is (a/b) {thing} & "{word}"'.replace("{thing}", '"{thing}"'))
def there_is(world: list[object], thing: str, word: str) -> None:
    world.append(thing)

@then('`all` of "{thing}" is there.')
def it_is(world: list[object], thing: str) -> None:
    assert world[-1] == thing
"""
FEATURE = """Feature: Things

  Scenario Outline: One
    Given there is (a/b) "<thing>" & "2"
    Then `all` of "<thing>" is there.

    Examples:
      | thing |
      | tea   |
"""
SCRIPT = REPOSITORY / "tests" / "data" / "language-service.mjs"


@pytest.fixture
def odd(small: Callable[..., Project]) -> Project:
    return small({"steps/things.py": THINGS, "features/en/things.feature": FEATURE})


def test_glue_has_an_expression_for_each_step_and_a_type_for_each_placeholder(odd: Project) -> None:
    done = odd.porspec("steps", "--glue", "editor/glue")
    path = odd.root / "editor" / "glue" / "porspec-steps.js"
    assert (done.returncode, done.stdout, done.stderr) == (0, f"wrote {path}\n", "")
    assert path.read_text("utf-8") == (
        "// Made by porspec for Cucumber's language service, and read by it only: "
        "porspec steps --glue writes it anew.\n"
        "// en\n"
        "defineParameterType({ name: 'thing', regexp: /[^\"]*/ })\n"
        "defineParameterType({ name: 'word_', regexp: /[^\"]*/ })\n"
        'Given(`there is \\(a\\/b\\) "{thing}" & "{word_}"`, () => {}) // steps/things.py:4:1\n'
        'Then(/^`all`\\ of\\ "((?:[^"])*)"\\ is\\ there\\.$/, () => {}) // steps/things.py:8:1\n'
    )


def test_a_type_has_no_name_of_cucumbers_own(small: Callable[..., Project]) -> None:
    names = ("bigdecimal", "biginteger", "byte", "double", "float", "int", "long", "short", "string", "word", "words")
    step = "@given('{0} is \"{{{0}}}\"')\ndef is_{0}(world: list[object], {0}: str) -> None: ...\n"
    steps = "".join(step.format(name) for name in names)
    project = small({"steps/things.py": f"from porspec.steps import given\n{steps}"})
    spec, _ = load_with_problems(project.root)
    lines = write_glue(spec, project.root).read_text("utf-8").splitlines()
    found = [line.split("'")[1] for line in lines if line.startswith("defineParameterType")]
    assert found == [*(f"{name}_" for name in names[:-1]), "words"]


def test_each_language_has_types_of_its_own_so_that_its_own_words_complete_a_step(tmp_path: Path) -> None:
    lines = write_glue(this_spec(), tmp_path).read_text("utf-8").splitlines()
    assert "defineParameterType({ name: 'page', regexp: /[^\"]*/ })" in lines
    assert "defineParameterType({ name: 'page_nl', regexp: /[^\"]*/ })" in lines
    assert any(line.startswith('When(`ik naar de pagina "{page_nl}" ga`') for line in lines)


def test_glue_is_written_again_and_replaces_nothing_else(odd: Project) -> None:
    path = odd.root / "porspec-steps.js"
    assert [odd.porspec("steps", "--glue", ".").returncode for _ in range(2)] == [0, 0]
    path.write_text("mine\n", "utf-8")
    done = odd.porspec("steps", "--glue", ".")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(f"{path}:1:1: This file is not porspec's [glue]\n")
    assert path.read_text("utf-8") == "mine\n"
    done = odd.porspec("steps", "--glue", "pyproject.toml/glue")
    assert done.returncode == 1
    assert "pyproject.toml/glue:1:1: The system says: Not a directory [file-system]" in done.stderr


def test_glue_holds_all_steps(odd: Project) -> None:
    done = odd.porspec("steps", "--glue", ".", "--unused")
    assert (done.returncode, "--glue writes all steps" in done.stderr) == (2, True)


@pytest.mark.slow
def test_cucumbers_language_service_finds_no_step_undefined_and_completes_them(odd: Project, tmp_path: Path) -> None:
    npm = required("npm", "npm")
    install = [npm, "install", "--no-audit", "--no-fund", "--ignore-scripts", "@cucumber/language-service@1.7.0"]
    subprocess.run(install, cwd=tmp_path, check=True, capture_output=True)
    shutil.copy(SCRIPT, tmp_path / "ask.mjs")

    def ask(root: Path, begun: list[str]) -> object:
        glue = write_glue(load(root), tmp_path / "glue" / root.name)
        features = sorted(map(str, (root / "features").glob("*/*.feature")))
        command = [required("node", "npm"), "ask.mjs", str(glue), json.dumps(begun), *features]
        done = subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, text=True)
        return json.loads(done.stdout)

    begun = ["I go to the", "ik het tabblad", "ich zur Seite"]
    found = ask(REPOSITORY, begun)
    assert isinstance(found, dict)
    assert (found["errors"], found["undefined"]) == ([], [])
    wanted = ('I go to the page "{page}"', 'ik het tabblad "{tab_nl}" selecteer', 'ich zur Seite "{page_de}" wechsle')
    assert [want in offered for want, offered in zip(wanted, found["offered"], strict=True)] == [True, True, True]
    assert ask(odd.root, []) == {"errors": [], "undefined": [], "offered": []}
    odd.append("features/en/things.feature", "\n  Scenario: Two\n    Given nobody knows this\n")
    shutil.copy(odd.root / "features/en/things.feature", tmp_path)
    command = [required("node", "npm"), "ask.mjs", "glue/small/porspec-steps.js", "[]", "things.feature"]
    told = subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, text=True).stdout
    assert json.loads(told)["undefined"] == ["Undefined step: nobody knows this"]
