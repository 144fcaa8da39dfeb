"""The structure that DESIGN promises: one direction of imports, and a toolchain that knows nothing of this site."""

import ast
import re
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY

PACKAGE = REPOSITORY / "src" / "porspec"
TOOLCHAIN = sorted(PACKAGE.glob("*.py"))
REFERENCE = sorted((PACKAGE / "reference").glob("*.py"))

# What each module may import of the package: what stands before it, and nothing that stands after it.
ORDER = [
    "problems",
    "codes",
    "monikers",
    "docs_lines",
    "page_monikers",
    "page_lines",
    "page_problems",
    "page_marks",
    "page_links",
    "options",
    "config",
    "lineage",
    "locales",
    "gherkin_errors",
    "features",
    "lacking",
    "tables",
    "patterns",
    "bindings",
    "steps",
    "catalogue",
    "bound",
    "differences",
    "misread",
    "loader",
    "steps_package",
    "causes",
    "spec",
    "label_words",
    "runner",
    "words",
    "zones",
    "render",
    "containers",
    "unsupported",
    "zone_references",
    "zone_blocks",
    "lists",
    "list_numbers",
    "anchors",
    "docs_markdown",
    "extract",
    "po_files",
    "feature_writer",
    "stats",
    "step_list",
    "step_page",
    "sync",
    "glossary",
    "checking",
    "page_targets",
    "skeletons",
    "take_back",
    "page_checks",
    "step_checks",
    "label_checks",
    "translation_checks",
    "checks",
    "report",
    "formats",
    "notices",
    "publish",
    "cloud_html",
    "cloud_nav",
    "search",
    "cloud_index",
    "templates",
    "kept_pages",
    "mkdocs_nav",
    "mkdocs_plugin",
    "world_yaml",
    "failures",
    "step_search",
    "stash",
    "bdd",
    "node_ids",
    "selection",
    "records",
    "messages",
    "definitions",
    "messages_plugin",
    "pytest_plugin",
    "help_folder",
    "site",
    "follow",
    "pseudo",
    "cli",
]


def imported(path: Path) -> set[str]:
    """The full names of the modules that a file imports anywhere."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            package = ".".join(path.relative_to(PACKAGE.parent).parts[:-1])
            base = package if node.level == 1 else ""
            module = ".".join(filter(None, (base, node.module or "")))
            found |= {module} if node.module else {f"{module}.{alias.name}" for alias in node.names}
    return found


def test_every_module_has_its_place_in_the_order() -> None:
    assert sorted(path.stem for path in TOOLCHAIN if path.stem != "__init__") == sorted(ORDER)


@pytest.mark.parametrize("path", TOOLCHAIN, ids=lambda path: path.stem)
def test_a_module_imports_only_what_stands_before_it(path: Path) -> None:
    ours = {name.removeprefix("porspec.") for name in imported(path) if name.startswith("porspec.")}
    allowed = set(ORDER[: ORDER.index(path.stem)]) if path.stem in ORDER else set()
    assert ours <= allowed


@pytest.mark.parametrize("path", REFERENCE, ids=lambda path: path.stem)
def test_the_reference_imports_nothing_else_of_porspec(path: Path) -> None:
    ours = {name for name in imported(path) if name.startswith("porspec")}
    assert all(name.startswith("porspec.reference.") for name in ours)


@pytest.mark.parametrize("name", ["render", "publish", "runner", "spec", "loader", "sync", "docs_markdown"])
def test_mkdocs_and_pytest_stay_in_their_plugins(name: str) -> None:
    assert not {each for each in imported(PACKAGE / f"{name}.py") if re.match(r"(mkdocs|pytest)", each)}


SITE_WORDS = re.compile(r"partner|o365|office|subscription|21vianet|microsoft|admin center", re.IGNORECASE)


@pytest.mark.parametrize(
    "path",
    [*TOOLCHAIN, *sorted((PACKAGE / "theme").rglob("*.*")), *sorted((PACKAGE / "locales").rglob("*.po"))],
    ids=lambda path: path.name,
)
def test_no_word_of_this_sites_content_stands_in_the_toolchain(path: Path) -> None:
    assert SITE_WORDS.findall(path.read_text("utf-8")) == []


def test_reader_texts_hold_no_address_of_this_machine() -> None:
    for path in REPOSITORY.glob("*.lock"):
        assert "://" not in path.read_text("utf-8")
