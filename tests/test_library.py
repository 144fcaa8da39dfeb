"""The second project of this repository, a library's, as another team has it: checked, run and built by the wheel."""

import re
import shutil
import zipfile
from html import unescape
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY
from tests.sites import kept
from tests.wheel import Environment, environment

EXAMPLE = REPOSITORY / "examples" / "library"
WORDS_OF_THE_OTHER_SITE = re.compile(rb"cloud|office|partner|admin center|o365|21vianet|microsoft", re.IGNORECASE)


@pytest.fixture(scope="module")
def installed() -> Environment:
    return Environment(kept("wheel", environment))


@pytest.fixture(scope="module")
def library() -> Path:
    """A copy of the project, with the site that the wheel built of it."""
    return kept("library", _build)


def _build(root: Path) -> None:
    shutil.copytree(EXAMPLE, root, ignore=shutil.ignore_patterns("__pycache__"))
    installed = Environment(kept("wheel", environment))
    built = installed.run("porspec", "build", root=root)
    assert (built.stdout.splitlines()[-2], built.stderr) == ("32 ran: 32 passed, 0 failed", "")


def test_the_wheel_holds_the_package_and_no_site(installed: Environment) -> None:
    with zipfile.ZipFile(installed.wheel) as wheel:
        names = wheel.namelist()
        found = {
            each: WORDS_OF_THE_OTHER_SITE.findall(wheel.read(each)) for each in names if each.startswith("porspec/")
        }
    assert {each.split("/")[1] for each in names if each.startswith("porspec/reference")} == set()
    assert {each: words for each, words in found.items() if words} == {}


def test_its_sources_are_in_order_and_run_in_both_languages_under_pytest(installed: Environment, library: Path) -> None:
    assert installed.run("porspec", "sync", "--check", root=library).stdout == "Everything is up to date\n"
    done = installed.run("pytest", "-q", "-p", "no:cacheprovider", root=library)
    assert re.match(r"64 passed in ", done.stdout.splitlines()[-1])


def test_no_word_of_the_other_site_stands_in_what_was_built(library: Path) -> None:
    ours = [path for path in (library / "site").rglob("*") if path.suffix != ".map" and path.parent.name != "lunr"]
    files = [path for path in ours if path.is_file()]
    assert len(files) > 50
    found = {
        path.relative_to(library).as_posix(): set(WORDS_OF_THE_OTHER_SITE.findall(path.read_bytes())) for path in files
    }
    assert {path: words for path, words in found.items() if words} == {}


def test_readers_of_french_are_asked_for_their_edition(library: Path) -> None:
    page = (library / "site" / "fr" / "borrow-book" / "index.html").read_text("utf-8")
    text = unescape(re.sub(r"(?s)<(script|style)\b.*?</\1>|<[^>]+>", "\n", page))
    assert "Votre édition" in text
    assert not re.search(r"cloud|\b(borrow|select)\b", text, re.IGNORECASE)
