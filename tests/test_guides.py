"""What the documentation of porspec shows is what runs."""

import re
import tomllib
from collections.abc import Callable, Iterator

import click
import pytest

from porspec import steps
from porspec.cli import commands
from porspec.sources.settings import _LANGUAGE, _MONIKER, _OPTIONS, _WORDS
from tests.conftest import REPOSITORY, Project
from tests.testing.test_plugin import run

SERVICE = """Feature: Carts

  Scenario: Put something into the cart
    When I put "tea" into the cart
    Then the cart holds "tea"
"""


def files_of(page: str) -> dict[str, str]:
    """The files that a page shows, each behind its name."""
    text = (REPOSITORY / "docs" / page).read_text("utf-8")
    return dict(re.findall(r"`([\w/.]+)`:\n\n```\w+\n(.*?)```\n", text, re.DOTALL))


def test_the_service_that_worlds_share_runs_as_it_is_shown(small: Callable[..., Project]) -> None:
    files = files_of("worlds.en.md")
    assert list(files) == ["shop.py", "conftest.py", "steps/world.py", "steps/carts.py"]
    package = "from .world import new_world, snapshot\n\nLABELS = ()\n"
    project = small({**files, "features/en/carts.feature": SERVICE, "steps/__init__.py": package})
    (project.root / "steps" / "things.py").unlink()
    settings = project.root / "pyproject.toml"
    settings.write_text(re.sub(r"(?s)\[tool.porspec.checks\].*?\n\n", "", settings.read_text("utf-8")), "utf-8")
    done = project.porspec("run")
    assert (done.stdout.splitlines()[-1], done.stderr) == ("2 ran: 2 passed, 0 failed", "")
    assert run(project, "features").stdout.splitlines()[-1].startswith("2 passed in")


def test_the_world_that_the_page_shows_of_the_library_is_the_librarys() -> None:
    code = (REPOSITORY / "examples" / "library" / "steps" / "world.py").read_text("utf-8")
    shown = (REPOSITORY / "docs" / "worlds.en.md").read_text("utf-8")
    for line in re.findall(r"```python\n(def new_world.*?)```", shown, re.DOTALL)[0].splitlines():
        assert f"{line}\n" in code


# --- reference ---------------------------------------------------------------------------------------------------

REFERENCE = (REPOSITORY / "docs" / "reference.en.md").read_text("utf-8")


def rows_of(heading: str) -> list[tuple[str, str]]:
    """The first two cells of each row below a heading, up to the next one."""
    [section] = re.findall(rf"(?m)^#+ <a name=\"{heading}\"></a>.*\n((?:(?!#).*\n)*)", REFERENCE)
    lines = [each for each in section.splitlines() if each.startswith("| `")]
    cells = [[cell.strip("` ") for cell in each.strip("|").split(" | ")] for each in lines]
    return [(name, what) for name, what, *_ in cells]


@pytest.mark.parametrize(
    ("heading", "known"), [("tool-porspec", _OPTIONS), ("monikers", _MONIKER), ("languages", _LANGUAGE)]
)
def test_the_reference_lists_each_option_with_what_it_takes(heading: str, known: dict[str, type]) -> None:
    values = {name: _WORDS[kind].removeprefix("a ").partition(",")[0] for name, kind in known.items()}
    assert rows_of(heading) == list(values.items())


def test_the_reference_lists_the_names_that_step_modules_import_with_their_docstrings() -> None:
    summaries = {each: (getattr(steps, each).__doc__ or "").split("\n\n")[0].split("\n")[0] for each in steps.__all__}
    assert dict(rows_of("steps")[4:]) == {name: " ".join(text.split()) for name, text in summaries.items()}


def each_command(group: click.Group, name: str = "porspec") -> Iterator[tuple[str, str]]:
    for own, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from each_command(command, f"{name} {own}")
        else:
            yield f"{name} {own}", " ".join((command.help or "").partition("\n\n")[0].split())


def test_the_reference_lists_each_command_with_its_help() -> None:
    assert dict(rows_of("commands")) == dict(each_command(commands))


def test_what_the_wheel_is_described_by_shows_commands_of_the_tutorial() -> None:
    quick, tutorial = ((REPOSITORY / name).read_text("utf-8") for name in ("QUICKSTART.md", "docs/tutorial.en.md"))
    sessions = re.findall(r"```console\n.*?```", quick, re.DOTALL)
    assert len(sessions) == 2
    assert [each for each in sessions if each not in tutorial] == []
    assert tomllib.loads((REPOSITORY / "pyproject.toml").read_text("utf-8"))["project"]["readme"] == "QUICKSTART.md"
