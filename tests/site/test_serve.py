"""What `porspec serve` builds after an edit is what a whole build would have made."""

import errno
import gzip
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from porspec.site.follow import Follower
from tests.conftest import Project, copy_project, make_tiny

HELP, LABELS = "locales/nl/LC_MESSAGES/help.po", "locales/nl/LC_MESSAGES/labels.po"
FEATURES = "locales/nl/LC_MESSAGES/features.po"
SENTENCE = 'msgid "The page lists each partner with its relationship to you."\n'
RESULT = 'msgid "You\'ve bought your subscription."\n'

# Each stands for what an edit can reach: one page, some pages, all of them.
TINY_EDITS = {
    "the title of a page, which stands in the navigation": (
        FEATURES,
        'msgctxt "feature"\nmsgid "Tea"\nmsgstr ""',
        'msgctxt "feature"\nmsgid "Tea"\nmsgstr "Thee"',
    ),
    "a page's title from its front matter": ("docs/more.en.md", "title: More\n", "title: Much more\n"),
    "a page's title from its heading": ("docs/index.en.md", "# Tiny", "# Very small"),
    "the name of a cloud": (HELP, 'msgid "Office 365 Germany"\nmsgstr ""', 'msgid "Office 365 Germany"\nmsgstr "DE"'),
}
EDITS = {
    "a label": (LABELS, 'msgstr "Verzenden"', 'msgstr "Versturen"'),
    "the title of a page, which stands in the navigation": (
        FEATURES,
        'msgstr "De partner van een abonnement wijzigen"',
        'msgstr "Een andere partner kiezen"',
    ),
    "a page's title from its front matter": (
        "docs/translators.nl.md",
        "title: Voor vertalers\n",
        "title: Voor wie vertaalt\n",
    ),
    "a page's title from its heading": ("docs/translators.nl.md", "</a>Voor vertalers", "</a>Voor vertalende mensen"),
    "a sentence of one page": (HELP, f'{SENTENCE}msgstr "', f'{SENTENCE}msgstr "Kijk: '),
    "a message that is not translated any more": (
        HELP,
        f'msgctxt "then"\n{RESULT}',
        f'#, fuzzy\nmsgctxt "then"\n{RESULT}',
    ),
    "the name of a cloud": (HELP, 'msgstr "Office 365 Duitsland"', 'msgstr "Office 365 in Duitsland"'),
    "a page by hand": ("docs/translators.nl.md", "Wat er in welk bestand staat", "Welk bestand waarvoor is"),
}


def site(root: Path) -> dict[str, bytes]:
    """The files of a site; compressed ones as what they hold, which leaves out when that was."""
    files = Project(root / "site").files()
    return {path: gzip.decompress(each) if path.endswith(".gz") else each for path, each in files.items()}


def differing(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    """The files that only one of two sites has, or that are not the same in both."""
    return sorted(path for path in one.keys() | other.keys() if one.get(path) != other.get(path))


Followed = tuple[Project, Follower]


def _follow(project: Project) -> Iterator[Followed]:
    """A project whose edits are followed, one after the other."""
    follower = Follower(project.root)
    follower.afterwards.cancel()
    yield project, follower


@pytest.fixture(scope="module")
def followed_tiny(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Followed]:
    project = make_tiny(tmp_path_factory.mktemp("followed") / "project")
    (project.root / "docs" / "more.en.md").write_text("---\ntitle: More\n---\n\n# More\n", "utf-8")
    yield from _follow(project)


@pytest.fixture(scope="module")
def followed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Followed]:
    yield from _follow(copy_project(tmp_path_factory.mktemp("followed") / "project"))


@pytest.mark.parametrize("edit", TINY_EDITS.values(), ids=TINY_EDITS.keys())
def test_after_an_edit_every_file_is_as_in_a_whole_build(
    followed_tiny: Followed, edit: tuple[str, str, str], tmp_path: Path
) -> None:
    _assert_as_in_a_whole_build(followed_tiny, edit, tmp_path)


@pytest.mark.slow
@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS.keys())
def test_after_an_edit_of_this_project_every_file_is_as_in_a_whole_build(
    followed: Followed, edit: tuple[str, str, str], tmp_path: Path
) -> None:
    _assert_as_in_a_whole_build(followed, edit, tmp_path)


def _assert_as_in_a_whole_build(followed: Followed, edit: tuple[str, str, str], folder: Path) -> None:
    project, follower = followed
    before = site(project.root)
    project.edit(*edit)
    follower.rebuild()
    follower.afterwards.cancel()
    follower.catch_up()
    whole = Follower(copy_project(folder / "whole", project.root).root)
    whole.afterwards.cancel()
    assert differing(site(project.root), site(whole.root)) == []
    assert site(project.root) != before


def test_what_could_not_be_shown_is_built_with_the_next_edit(tiny: Project) -> None:
    follower = Follower(tiny.root)
    tiny.edit("docs/index.en.md", "# Tiny", "# Tiny, and shown")
    tiny.append(FEATURES, "<<<<<<< HEAD\n")
    follower.rebuild()
    assert b"Tiny, and shown" not in site(tiny.root)["index.html"]
    tiny.edit(FEATURES, "<<<<<<< HEAD\n", "")
    follower.rebuild()
    follower.stop()
    assert b"Tiny, and shown" in site(tiny.root)["index.html"]


def new_language(project: Project) -> None:
    assert project.porspec("new", "language", "fr").returncode == 0


def two_pages_that_come(project: Project) -> None:
    for tag in ("nl", "en"):
        (project.root / "docs" / f"more.{tag}.md").write_text("---\ntitle: More\n---\n\n# More\n", "utf-8")


def a_page_that_goes(project: Project) -> None:
    (project.root / "docs" / "more.nl.md").unlink()


@pytest.mark.slow
def test_languages_and_pages_may_come_and_go(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project")
    follower = Follower(project.root)
    for number, edit in enumerate((two_pages_that_come, a_page_that_goes, new_language)):
        edit(project)
        follower.rebuild()
        follower.afterwards.cancel()
        follower.catch_up()
        whole = Follower(Path(shutil.copytree(project.root, tmp_path / f"whole-{number}")))
        whole.afterwards.cancel()
        assert differing(site(project.root), site(whole.root)) == []


def test_a_page_that_cannot_be_read_leaves_the_last_good_site(
    tiny: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    follower = Follower(tiny.root)
    follower.afterwards.cancel()
    before = site(tiny.root)
    page = tiny.root / "docs" / "index.en.md"
    page.write_bytes(page.read_bytes() + b"\ncaf\xe9\n")
    follower.rebuild()
    told = capsys.readouterr().err
    assert "docs/index.en.md:" in told
    assert told.endswith("The last good site is still being served.\n")
    assert site(tiny.root) == before


def test_a_full_disk_leaves_the_last_good_site_and_is_told(
    tiny: Project, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(tiny.root / ".porspec" / "a.html"))

    follower = Follower(tiny.root)
    follower.afterwards.cancel()
    before = tiny.files()
    capsys.readouterr()
    monkeypatch.setattr("porspec.site.language_site.LanguageSite.build", full)
    monkeypatch.setattr("porspec.site.build.build", full)
    monkeypatch.chdir(tiny.root)
    tiny.edit("docs/index.en.md", "# Tiny", "# Tiny, and shown")
    follower.rebuild()
    remedy = "Make room, or give the file or folder its rights and its name back; what was there before is as it was."
    said = f".porspec/a.html:1:1: The system says: No space left on device [file-system]\n    {remedy}\n1 problem\n"
    assert capsys.readouterr().err == f"{said}The last good site is still being served.\n"
    done = tiny.porspec("build")
    assert (done.returncode, done.stderr) == (1, said)
    tiny.edit("docs/index.en.md", "# Tiny, and shown", "# Tiny")
    assert tiny.files() == before
