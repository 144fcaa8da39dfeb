"""What the tests share: a copy of this project to break, and golden files."""

import contextlib
import io
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NoReturn

import pytest
from hypothesis import settings

from porspec.__main__ import main
from porspec.checks.checking import problems_of
from porspec.sources.problems import SpecError
from porspec.spec.runner import Trace, run_all
from porspec.spec.spec import Spec, load

pytest_plugins = ["pytester"]
# A property is no test of time: the first example of some loads a dictionary.
settings.register_profile("untimed", settings.get_profile(settings.get_current_profile_name()), deadline=None)
settings.load_profile("untimed")

REPOSITORY = Path(__file__).parent.parent
# What commands keep is kept for the next test, and apart from what people keep.
os.environ["PORSPEC_CACHE"] = str(REPOSITORY / ".built" / "kept")
_PARTS = ("pyproject.toml", "mkdocs.yml", "docs", "features", "steps", "locales")


@cache
def this_spec() -> Spec:
    """The spec of this project, loaded once for all who only read it."""
    return load(REPOSITORY)


@cache
def these_traces() -> list[Trace]:
    """What happens when every scenario of this project runs in English."""
    return list(run_all(this_spec()))


@dataclass(frozen=True)
class Project:
    """A copy of this project, in a folder of its own."""

    root: Path

    def edit(self, path: str, old: str, new: str) -> None:
        """Replace a text that stands in a file."""
        target = self.root / path
        text = target.read_text("utf-8")
        assert old in text, f"{old!r} is not in {path}"
        target.write_text(text.replace(old, new, 1), "utf-8")

    def append(self, path: str, text: str) -> None:
        target = self.root / path
        target.write_text(target.read_text("utf-8") + text, "utf-8")

    def problems(self) -> str:
        """Everything that is wrong, as the command line prints it."""
        try:
            with _as_python_imports():
                _, problems = problems_of(self.root)
        except SpecError as error:
            problems = error.problems
        return "".join(f"{problem}\n" for problem in problems)

    def porspec(self, *arguments: str) -> "subprocess.CompletedProcess[str]":
        """The command line in this process: what it returns and prints."""
        out, err = io.StringIO(), io.StringIO()
        command = ["--root", str(self.root), *arguments]
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err), _as_python_imports():
            try:
                code = main(command)
            except SystemExit as left:
                code = left.code if isinstance(left.code, int) else 1
        return subprocess.CompletedProcess(command, code, out.getvalue(), err.getvalue())

    def process(self, *arguments: str, before: Sequence[str] = ()) -> "subprocess.CompletedProcess[str]":
        """The command line in a process of its own, with this copy's package where it has one; `before` runs it."""
        path = os.pathsep.join(filter(None, (str(self.root / "src"), os.environ.get("PYTHONPATH"))))
        environment = {**os.environ, "PYTHONPATH": path}
        command = [*before, sys.executable, "-m", "porspec", "--root", str(self.root), *arguments]
        return subprocess.run(command, capture_output=True, text=True, env=environment, check=False)

    def files(self) -> dict[str, bytes]:
        """Every file by its path, to see that nothing was written."""
        found = (path for path in self.root.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
        return {path.relative_to(self.root).as_posix(): path.read_bytes() for path in found}


@contextlib.contextmanager
def _as_python_imports() -> Iterator[None]:
    """Without pytest's way to import, which a command does not have: it takes steps apart anew in each copy."""
    before = list(sys.meta_path)
    sys.meta_path[:] = [each for each in before if not type(each).__module__.startswith("_pytest.")]
    try:
        yield
    finally:
        sys.meta_path[:] = before


def forget_what_follows(project: Project) -> None:
    """Configure no tasks that follow others, so that features may go."""
    settings = (project.root / "pyproject.toml").read_text("utf-8")
    project.edit(
        "pyproject.toml", settings[settings.index("[tool.porspec.next]") : settings.index("[tool.pytest.")], ""
    )


def required(command: str, package: str) -> str:
    """The path of a system's command; without it a test is skipped, and fails where nobody reads what was skipped."""
    return shutil.which(command) or lacking(f"no {command} here: apt-get install {package}")


def as_others() -> list[str]:
    """What runs a command so that rights of files count for it, as they do for everybody but root."""
    if os.geteuid():
        return []
    return [required("setpriv", "util-linux"), "--bounding-set", "-dac_override,-dac_read_search"]


def lacking(message: str) -> NoReturn:
    """Skip a test for what the system lacks, or fail it where nobody reads what was skipped."""
    if os.environ.get("CI"):
        pytest.fail(message)
    pytest.skip(message)


def _other_languages(folder: str, names: list[str]) -> set[str]:
    """What belongs to other languages than English and Dutch, lists for spelling, and what Python leaves behind.

    Without its list a language is not spelled, so that no test depends on the dictionaries of a machine.
    """
    parent = Path(folder).name
    found = {name for name in names if parent in {"features", "locales"} and re.fullmatch(r"[a-z]{2}", name)}
    pages = {name for name in names if re.search(r"\.(?!en|nl)[a-z]{2}\.md$", name)}
    return (found - {"en", "nl"}) | pages | ({"__pycache__", "words.txt"} & set(names))


def copy_project(root: Path, original: Path = REPOSITORY) -> Project:
    """Copy this project into a new folder, with English and Dutch only: a further language changes no test."""
    root.mkdir()
    for part in _PARTS:
        source = original / part
        if source.is_dir():
            shutil.copytree(source, root / part, ignore=_other_languages)
        else:
            shutil.copy(source, root / part)
    settings = root / "pyproject.toml"
    incomplete = re.sub(
        r"(\[tool\.porspec\.languages\.(?!en|nl).*\n.*\ncomplete = )true", r"\1false", settings.read_text("utf-8")
    )
    settings.write_text(incomplete, "utf-8")
    return Project(root)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return copy_project(tmp_path / "project")


_SMALL = {
    "pyproject.toml": """
[project]
name = "small"

[tool.porspec]
source_language = "en"
tags = {slow = "takes long"}

[[tool.porspec.monikers]]
id = "cloud-a"
product = "Cloud"
order = 1
name = "Cloud A"

[[tool.porspec.monikers]]
id = "cloud-b"
product = "Cloud"
order = 2
name = "Cloud B"

[tool.porspec.checks]
scenario-without-then = "off"
moniker-without-procedure = "off"
moniker-without-example = "off"
moniker-without-rows = "off"
procedure-proves-nothing = "off"
example-proves-nothing = "off"
then-cannot-fail = "off"
given-taken-back = "off"
given-denied = "off"

[tool.pytest.ini_options]
addopts = ["--strict-markers"]
filterwarnings = ["error"]
""",
    "steps/__init__.py": """
LABELS = ()

def new_world(moniker):
    return []

def snapshot(world):
    return list(world)
""",
    "steps/things.py": """
from porspec.steps import given, then

@given('there is "{thing}"')
def there_is(world: list[object], thing: str) -> None:
    world.append(thing)

@given('there are')
def there_are(world: list[object], table: object = None, doc_string: object = None, media_type: object = None) -> None:
    world.append([table, doc_string, media_type])

@then('it is "{thing}"')
def it_is(world: list[object], thing: str) -> None:
    assert world[-1] == thing
""",
}


@pytest.fixture
def small(tmp_path: Path) -> Callable[..., Project]:
    """Makes a project of another team: two clouds, one language, a world that is a list, and the files given.

    Its scenarios need not prove anything.
    """

    return lambda files: written(tmp_path / "small", {**_SMALL, **files})


def written(root: Path, files: dict[str, str]) -> Project:
    for path, text in files.items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")
    return Project(root)


TINY = {
    "pyproject.toml": """
[project]
name = "tiny"

[tool.porspec]
source_language = "en"

[[tool.porspec.monikers]]
id = "o365-worldwide"
product = "Office 365"
order = 1
name = "Office 365 (worldwide)"
portals = ["admin.microsoft.com"]

[[tool.porspec.monikers]]
id = "o365-germany"
product = "Office 365"
order = 2
name = "Office 365 Germany"
retired = 2021-10-29
portals = ["portal.office.de"]

[[tool.porspec.monikers]]
id = "o365-21vianet"
product = "Office 365"
order = 3
name = "Office 365 operated by 21Vianet"
portals = ["portal.partner.microsoftonline.cn"]

[tool.porspec.languages.en]
name = "English"
""",
    "mkdocs.yml": """
site_name: Tiny
theme:
  name: material
  font: false
plugins:
  - search
  - porspec
  - i18n:
      docs_structure: suffix
      languages:
        - locale: en
          name: English
          default: true
validation:
  links:
    anchors: warn
site_url: ""
markdown_extensions:
  - toc:
      permalink: true
""",
    "docs/index.en.md": "# Tiny\n",
    "steps/things.py": """
from porspec.steps import given, then

@given('there is "{thing}"')
def there_is(world: list[object], thing: str) -> None:
    world.append(thing)

@then('it is "{thing}"')
def it_is(world: list[object], thing: str) -> None:
    assert world[-1] == thing
""",
    "features/en/accept-offer.feature": (
        "@o365-21vianet\nFeature: Offer\n\n"
        '  Scenario: There is an offer\n    Given there is "an offer"\n    Then it is "an offer"\n'
    ),
    "features/en/tea.feature": (
        'Feature: Tea\n\n  Scenario: There is tea\n    Given there is "tea"\n    Then it is "tea"\n'
    ),
}


@pytest.fixture(scope="session")
def _made_tiny(tmp_path_factory: pytest.TempPathFactory) -> Project:
    return make_tiny(tmp_path_factory.mktemp("tiny") / "project")


@pytest.fixture
def tiny(_made_tiny: Project, tmp_path: Path) -> Project:
    """A project of this site's monikers, in English and Dutch, with a page and two features: built in a moment."""
    return Project(Path(shutil.copytree(_made_tiny.root, tmp_path / "tiny")))


def make_tiny(root: Path) -> Project:
    """The same, in a folder of one's own."""
    project = written(root, {**_SMALL, **TINY})
    assert project.porspec("new", "language", "nl").returncode == 0
    return project


@pytest.fixture
def golden() -> Callable[[str, str], None]:
    """Compares a text with a golden file; PORSPEC_GOLDEN=write writes it instead."""

    def compare(name: str, text: str) -> None:
        path = REPOSITORY / "tests" / "golden" / name
        if os.environ.get("PORSPEC_GOLDEN") == "write":
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        assert text == path.read_text("utf-8")

    return compare
