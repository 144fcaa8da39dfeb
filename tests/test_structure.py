"""The structure that is promised: rooms with one direction of imports, and no word of this site in the toolchain."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY

PACKAGE = REPOSITORY / "src" / "porspec"
# A room imports from the rooms before it, and never from those behind it.
ROOMS = ["reference", "sources", "spec", "markdown", "languages", "pages", "checks", "audit", "site", "testing"]
BUILDERS = {
    "mkdocs": {"sources", "site"},
    "mkdocs_static_i18n": {"site"},
    "pytest": {"spec", "testing"},
    "pytest_bdd": {"testing"},
}
MODULES = sorted(PACKAGE.rglob("*.py"))
TOOLCHAIN = [path for path in MODULES if path.parent.name != "reference"]


def room_of(path: Path) -> str:
    """The room of a module; "" at the top of the package."""
    return "" if path.parent == PACKAGE else path.relative_to(PACKAGE).parts[0]


def imported(path: Path) -> Iterator[str]:
    """The full names of what a module imports, wherever it does."""
    package = ("porspec", *path.relative_to(PACKAGE).parts[:-1])
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) + 1 - node.level] if node.level else ()
            yield from (".".join((*base, *filter(None, [node.module]), alias.name)) for alias in node.names)


def test_the_rooms_are_those_of_the_folder_listing() -> None:
    assert {path.parent.name for path in PACKAGE.glob("*/__init__.py")} == set(ROOMS)


def test_what_a_room_says_of_itself_is_there() -> None:
    code = "".join(path.read_text("utf-8") for path in MODULES if path.name != "__init__.py")
    named = {
        f"{path.parent.name}: {name}"
        for path in PACKAGE.glob("*/__init__.py")
        for name in re.findall(r"\b(?:\w+_\w+|[A-Z][a-z]+[A-Z]\w*)\b", path.read_text("utf-8"))
        if not re.search(rf"\b{name}\b", code)
    }
    assert named == set()


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_imports_only_from_the_rooms_before_it(room: str) -> None:
    allowed = {room} if room in ("reference", "sources") else {*ROOMS[1 : ROOMS.index(room)], room}
    found = {
        f"{path.stem}: {name}"
        for path in MODULES
        if room_of(path) == room
        for name in imported(path)
        if name.startswith("porspec.") and name.split(".")[1] not in allowed
    }
    assert found == set()


def test_mkdocs_and_pytest_stay_in_their_rooms() -> None:
    found = {
        f"{path.relative_to(PACKAGE)}: {name}"
        for path in MODULES
        for name in imported(path)
        if room_of(path) not in BUILDERS.get(name.partition(".")[0], {room_of(path)})
    }
    assert found == set()


SITE_WORDS = re.compile(r"partner|o365|office|subscription|21vianet|microsoft|admin center", re.IGNORECASE)


def test_no_word_of_this_sites_content_stands_in_the_toolchain() -> None:
    files = [*TOOLCHAIN, *(path for path in PACKAGE.rglob("*.*") if path.suffix in {".html", ".js", ".css", ".po"})]
    assert {path.name: SITE_WORDS.findall(path.read_text("utf-8")) for path in files} == {
        path.name: [] for path in files
    }
