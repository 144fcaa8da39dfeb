"""The documentation tells the truth of today: codes, commands, and the README's example."""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from porspec.checks.registry import checks
from porspec.cli import commands
from porspec.languages.words import read_words
from porspec.pages.help import render
from porspec.sources.problems import registry
from tests.conftest import REPOSITORY, these_traces, this_spec

PACKAGE = REPOSITORY / "src" / "porspec"
README = (REPOSITORY / "README.md").read_text("utf-8")
COMMANDS = {code: (REPOSITORY / "docs" / f"commands.{code}.md").read_text("utf-8") for code in ("en", "nl")}
POSITION = {"Problem": 2, "BindError": 1, "_problem": 2, "_tell": 2, "tell": 2, "read_source": 2, "at": 2}
POSITION |= {"finding": 0, "_told": 1}  # of an audit


def constants(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from constants(node.body)
        yield from constants(node.orelse)


def toml(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text("utf-8"))


def codes(path: Path) -> set[str]:
    """The codes of the problems that a module can make."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            position = POSITION.get(name)
            if position is not None and len(node.args) > position:
                found.update(constants(node.args[position]))
        elif isinstance(node, ast.Assign | ast.Yield | ast.For):  # names of codes
            made = node.iter if isinstance(node, ast.For) else node.value
            parts = [
                part
                for each in (made.elts if isinstance(made, ast.Tuple) else ())
                for part in ([each, *each.elts] if isinstance(each, ast.Tuple) else [each])
            ]
            found.update(text for each in parts for text in constants(each) if text in registry().codes)
        elif isinstance(node, ast.Dict):  # a table of what is told of each of several marks
            tuples = [each for each in node.values if isinstance(each, ast.Tuple) and each.elts]
            found.update(text for each in tuples for text in constants(each.elts[0]) if text in registry().codes)
    return found


def test_the_registry_has_every_code_that_a_module_uses_and_no_other() -> None:
    of_languages = {rule["code"] for path in PACKAGE.glob("audit/*.toml") for rule in toml(path).get("rule", ())}
    assert sorted(registry().codes) == sorted(of_languages.union(*(codes(path) for path in PACKAGE.rglob("*.py"))))


def test_checks_name_the_codes_of_the_problems_that_they_yield() -> None:
    named = {code for check in checks() for code in check.codes}
    used = {code for path in (PACKAGE / "checks").glob("*.py") for code in codes(path)}
    assert used - named == {"option"}  # of the command


@pytest.mark.parametrize("language", COMMANDS)
def test_the_page_of_commands_names_every_command(language: str) -> None:
    for command in commands.commands:
        assert re.search(rf"`porspec {command}[ `]", COMMANDS[language]), command


def test_the_readme_is_a_first_page() -> None:
    assert README.count("\n") <= 100


@pytest.mark.parametrize("language", COMMANDS)
def test_the_page_of_commands_names_every_task_of_the_makefile(language: str) -> None:
    makefile = (REPOSITORY / "Makefile").read_text("utf-8")
    targets = re.findall(r"^([a-z-]+): .*?  ## ", makefile, re.MULTILINE)
    assert {"serve", "test", "test-all"} <= set(targets)
    for target in targets:
        assert f"`make {target}`" in COMMANDS[language]


def test_the_readmes_scenario_and_page_are_those_of_the_site() -> None:
    blocks = re.findall(r"```(gherkin|markdown)\n(.*?)```", README, re.DOTALL)
    feature = (REPOSITORY / "features" / "nl" / "change-partner.feature").read_text("utf-8")
    spec = this_spec()
    pages = render(spec, these_traces(), read_words(spec.config, "nl"))
    page = pages["change-partner"]
    assert [kind for kind, _ in blocks] == ["gherkin", "markdown"]
    for (_, block), source in zip(blocks, (feature, page), strict=True):
        for part in block.strip("\n").split("\n…\n"):
            assert part.strip("\n") in source


def test_every_decision_has_its_number_and_is_listed() -> None:
    names = sorted(path.name for path in (REPOSITORY / "docs" / "decisions").glob("*.md"))
    assert [name[:4] for name in names] == [f"{number:04}" for number in range(1, len(names) + 1)]
    for name in names:
        text = (REPOSITORY / "docs" / "decisions" / name).read_text("utf-8")
        assert all(f"## {part}" in text for part in ("Question", "Options", "Outcome", "Consequences")), name
