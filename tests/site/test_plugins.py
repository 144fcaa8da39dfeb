"""Plugins that others have beside porspec, each in the site of the library: what the guide says of them is so."""

import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.conftest import REPOSITORY, lacking
from tests.sites import kept
from tests.wheel import Environment, environment

RELEASES = (
    "mkdocs-awesome-nav==3.3.0",
    "mkdocs-glightbox==0.5.3",
    "mkdocs-macros-plugin==1.5.0",
    "mkdocs-minify-plugin==0.8.0",
    "mkdocs-redirects==1.2.3",
)
GUIDE = (REPOSITORY / "docs" / "guides.en.md").read_text("utf-8")
LIGHT = "![A shelf](shelf.png)"
NAV = "nav:\n  - index.md\n  - Lending:\n      - borrow-book.md\n      - return-book.md\n  - '*'\n"


class Case(NamedTuple):
    """A plugin: the files that it is tried with, and texts of pages, each there or, behind a !, not."""

    files: dict[str, str]
    pages: dict[str, tuple[str, ...]]


CASES = {
    "awesome-nav": Case(
        {"docs/.nav.yml": NAV},
        {
            "index.html": ("Lending", "pay-fine/"),
            "fr/index.html": ("Emprunter un livre", "pay-fine/"),
        },
    ),
    "redirects": Case({}, {"old-name/index.html": ('url=https://help.library.example/borrow-book/"',)}),
    "glightbox": Case(
        {"docs/about.en.md": f"# About\n\n{LIGHT}\n", "docs/shelf.png": ""},
        {
            "about/index.html": ('class="glightbox"',),
            "borrow-book/index.html": ("porspec-picture", '!class="glightbox"'),
        },
    ),
    "minify": Case({}, {"fr/borrow-book/index.html": ("Votre édition", "porspec-picture", "!\n\n")}),
    "tags": Case(
        {
            "docs/about.en.md": "---\ntags:\n  - shelves\n---\n# About\n\nText.\n",
            "docs/tags.en.md": "# Tags\n\n<!-- material/tags -->\n",
        },
        {"tags/index.html": ("shelves", 'href="../about/"'), "about/index.html": ('class="md-tag"',)},
    ),
    "macros": Case(
        {
            "docs/about.en.md": "---\nrender_macros: true\n---\n# About\n\n{{ 6 * 7 }}\n",
            "docs/as-is.en.md": "# As is\n\n{{ 6 * 7 }}\n",
        },
        {"about/index.html": ("<p>42</p>",), "as-is/index.html": ("{{ 6 * 7 }}",), "find-book/index.html": ("Jane",)},
    ),
}


def _install(folder: Path) -> None:
    environment(folder)
    install = [sys.executable, "-m", "pip", "--python", str(folder / "bin" / "python"), "install", *RELEASES]
    done = subprocess.run(install, capture_output=True, text=True, check=False)
    if done.returncode:
        lacking(f"no index of packages here: {done.stderr}")


def said_of(plugin: str) -> str:
    """The lines for mkdocs.yml that the guide gives for a plugin."""
    [found] = re.findall(rf"```yaml\n(  - {plugin}\b.*?)```", GUIDE, re.DOTALL)
    return str(found)


@pytest.mark.slow
@pytest.mark.parametrize("plugin", CASES)
def test_a_plugin_works_as_the_guide_says(plugin: str, tmp_path: Path) -> None:
    installed, root, case = Environment(kept("plugins", _install)), tmp_path / "library", CASES[plugin]
    shutil.copytree(REPOSITORY / "examples" / "library", root, ignore=shutil.ignore_patterns("__pycache__"))
    settings = (root / "mkdocs.yml").read_text("utf-8")
    if case.files:  # a page that is in no navigation is a problem
        settings = re.sub(r"(?s)nav:\n.*?\n\n", "", settings)
    (root / "mkdocs.yml").write_text(settings + said_of(plugin), "utf-8")
    for name, text in case.files.items():
        (root / name).write_text(text, "utf-8")
    installed.run("porspec", "build", root=root)
    for name, texts in case.pages.items():
        page = (root / "site" / name).read_text("utf-8")
        assert {each: (each.strip("!") in page) is not each.startswith("!") for each in texts} == dict.fromkeys(
            texts, True
        )
