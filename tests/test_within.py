"""Nothing that is read into a page, and nothing that is written, stands outside the project, whatever leads there."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Project
from tests.markdown.test_views import mkdocs_build

HIDDEN = "Nobody's business"
PO = f'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n# {HIDDEN}\n'
FEATURE = f'Feature: {HIDDEN}\n\n  Scenario: One\n    Given there is "tea"\n    Then it is "tea"\n'
LEADS_OUTSIDE = "a symbolic link leads outside the project"
CIRCLE = "Too many levels of symbolic links"
NO_FILE = "it is no file, but a pipe, a socket or a device"
NAME = "its name is not UTF-8, or holds control characters"


LATIN = os.fsdecode(b"caf\xe9.en.md")


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    """A folder beside the project, with a file of each kind."""
    folder = tmp_path / "outside"
    (folder / "sub").mkdir(parents=True)
    for name, text in {
        "a.md": f"# {HIDDEN}\n",
        "sub/a.en.md": f"# {HIDDEN}\n",
        "a.po": PO,
        "a.feature": FEATURE,
    }.items():
        (folder / name).write_text(text, "utf-8")
    return folder


def link(path: Path, target: Path | str) -> None:
    """Put a symbolic link in the place of whatever is there; a folder that was there goes where the link leads."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.is_dir():
        shutil.move(path, target)
    path.unlink(missing_ok=True)
    path.symlink_to(target)


def assert_refused(project: Project, told: str, *commands: tuple[str, ...]) -> None:
    """Each command says so, and changes nothing."""
    before = project.files()
    for command in (*commands, ("check",), ("build",)):
        done = project.porspec(*command)
        assert (done.returncode, told in done.stderr.splitlines()) == (1, True), (command, done.stderr)
    assert project.files() == before


@pytest.mark.parametrize(
    ("path", "target", "why"),
    [
        ("docs/leak.en.md", "a.md", LEADS_OUTSIDE),
        ("docs/leak.txt", "a.md", LEADS_OUTSIDE),
        ("docs/sub", "sub", LEADS_OUTSIDE),
        ("docs/folder/sub", "sub", LEADS_OUTSIDE),
        ("docs/gone.png", "nowhere", "No such file or directory"),
        ("docs/self.en.md", "../tiny/docs/self.en.md", CIRCLE),
        ("docs/null.txt", "/dev/null", LEADS_OUTSIDE),
    ],
)
def test_no_link_in_the_docs_folder_leads_out_of_it(
    path: str, target: str, why: str, tiny: Project, outside: Path
) -> None:
    link(tiny.root / path, outside / target)
    assert_refused(tiny, f"{path}:1:1: Cannot be read: {why} [docs-unreadable]")


def test_no_link_in_a_folder_that_a_link_leads_to_leads_out(tiny: Project, outside: Path) -> None:
    (tiny.root / "shared").mkdir()
    link(tiny.root / "docs/shared", tiny.root / "shared")
    (tiny.root / "shared/a.en.md").write_text("# Shared\n", "utf-8")
    assert tiny.porspec("build").returncode == 0
    assert "Shared" in (tiny.root / "site/shared/a/index.html").read_text("utf-8")
    shutil.rmtree(tiny.root / "site")
    link(tiny.root / "shared/leak.txt", outside / "a.md")
    assert_refused(tiny, f"docs/shared/leak.txt:1:1: Cannot be read: {LEADS_OUTSIDE} [docs-unreadable]")


def test_plain_mkdocs_builds_no_page_of_a_file_outside(tiny: Project, outside: Path) -> None:
    link(tiny.root / "docs/leak.txt", outside / "a.md")
    done = mkdocs_build(tiny.root)
    assert (done.returncode, LEADS_OUTSIDE in done.stderr) == (1, True)
    assert not (tiny.root / "site/leak.txt").exists()


@pytest.mark.parametrize(
    ("make", "told"),
    [
        (lambda docs: os.mkfifo(docs / "pipe.en.md"), f"docs/pipe.en.md:1:1: Cannot be read: {NO_FILE}"),
        (lambda docs: os.mkfifo(docs / "pipe.png"), f"docs/pipe.png:1:1: Cannot be read: {NO_FILE}"),
        (
            lambda docs: (docs / os.fsdecode(b"caf\xe9.en.md")).touch(),
            f"docs/caf\\udce9.en.md:1:1: Cannot be read: {NAME}",
        ),
        (lambda docs: (docs / "a\nb.png").touch(), f"docs/a\\nb.png:1:1: Cannot be read: {NAME}"),
    ],
)
def test_what_is_no_file_or_has_no_name_that_can_be_shown_is_not_read(
    make: Callable[[Path], object], told: str, tiny: Project
) -> None:
    make(tiny.root / "docs")
    done = tiny.porspec("check")
    assert (done.returncode, f"{told} [docs-unreadable]" in done.stderr.splitlines()) == (1, True), done.stderr


HELP = "locales/nl/LC_MESSAGES/help.po"


@pytest.mark.parametrize(
    ("path", "target", "told", "command"),
    [
        (HELP, "a.po", f"{HELP}:1:1: This PO file cannot be read: {LEADS_OUTSIDE} [po-syntax]", ["sync"]),
        ("locales/nl", "nl", f"{HELP}:1:1: This PO file cannot be read: {LEADS_OUTSIDE} [po-syntax]", ["stats"]),
        ("locales", "all", f"{HELP}:1:1: This PO file cannot be read: {LEADS_OUTSIDE} [po-syntax]", ["stats"]),
        (
            "features/en/a.feature",
            "a.feature",
            f"features/en/a.feature:1:1: Cannot be read: {LEADS_OUTSIDE} [feature-syntax]",
            ["sync"],
        ),
        (
            "features/en",
            "en",
            f"features/en/tea.feature:1:1: Cannot be read: {LEADS_OUTSIDE} [feature-syntax]",
            ["sync"],
        ),
        (
            "steps",
            "steps",
            'pyproject.toml:1:1: "steps" is no folder of step definitions here [steps-import]',
            ["sync"],
        ),
        ("docs", "docs", "mkdocs.yml:1:1: docs_dir is docs, and must be a folder of the project's [mkdocs]", ["sync"]),
    ],
)
def test_no_other_source_is_a_link_that_leads_outside(
    path: str, target: str, told: str, command: list[str], tiny: Project, outside: Path
) -> None:
    link(tiny.root / path, outside / target)
    tree = sorted(outside.rglob("*"))
    done = tiny.porspec(*command)
    assert command == ["stats"] or (done.returncode, told in done.stderr.splitlines()) == (1, True), done.stderr
    assert_refused(tiny, told)
    assert sorted(outside.rglob("*")) == tree


@pytest.mark.parametrize(
    ("path", "command", "place"),
    [
        ("locales", ("new", "language", "fr"), "locales/fr"),
        ("features/en", ("new", "feature", "order"), "features/en/order.feature"),
        ("features", ("new", "feature", "order"), "features/en/order.feature"),
    ],
)
def test_nothing_is_written_outside(
    path: str, command: tuple[str, ...], place: str, tiny: Project, outside: Path
) -> None:
    link(tiny.root / path, outside / "there")
    tree = sorted(outside.rglob("*"))
    done = tiny.porspec(*command)
    assert done.returncode == 1, done.stdout
    assert sorted(outside.rglob("*")) == tree
    assert f"{place}:1:1: This would be written outside the project [file-system]" in done.stderr or path == "features"


def test_the_pseudo_site_has_nothing_from_outside_either(tiny: Project, outside: Path) -> None:
    """It is built of a copy, in which a link is a link; one that leads round in a circle, or nowhere, keeps nobody."""
    (tiny.root / "loop").symlink_to(".")
    (tiny.root / "gone").symlink_to("nowhere")
    (tiny.root / "features/en/loop").symlink_to("..")
    assert (done := tiny.porspec("pseudo")).returncode == 0, done.stderr
    link(tiny.root / "docs/leak.txt", outside / "a.md")
    before = tiny.files()
    done = tiny.porspec("pseudo")
    assert done.stderr.startswith(f"docs/leak.txt:1:1: Cannot be read: {LEADS_OUTSIDE} [docs-unreadable]\n")
    assert (done.returncode, tiny.files()) == (1, before)


def test_what_cannot_be_copied_for_the_pseudo_site_is_told_where_it_is(tiny: Project) -> None:
    os.mkfifo(tiny.root / "steps" / "pipe")
    done = tiny.porspec("pseudo")
    told = f"steps/pipe:1:1: Cannot be copied: `{tiny.root}/steps/pipe` is a named pipe [file-system]\n"
    assert (done.returncode, done.stderr.partition("    ")[0]) == (1, told)


STRANGE = ("../outside", "/etc", "a/../../outside", "..", ".", "", "site", "site/x", ".porspec/x", ".git", "./site")


@pytest.mark.parametrize("option", ["features", "steps", "locales"])
@pytest.mark.parametrize("folder", [*STRANGE, "a\\u0000b", "a\\nb"])
def test_the_folders_of_the_configuration_stand_in_the_project(option: str, folder: str, tiny: Project) -> None:
    tiny.edit("pyproject.toml", 'source_language = "en"', f'source_language = "en"\n{option} = "{folder}"')
    before = tiny.files()
    for command in ("check", "sync"):
        done = tiny.porspec(command)
        assert done.returncode == 1
        assert f"{option} is " in done.stderr
        assert "and must be a folder of the project's [configuration]" in done.stderr
    assert tiny.files() == before


@pytest.mark.parametrize("folder", [each for each in STRANGE if each] + ['"a\\0b"'])
def test_so_does_the_docs_folder(folder: str, tiny: Project) -> None:
    """A build would else replace its own sources, where they stand in site."""
    (tiny.root / "site").mkdir()
    (tiny.root / "site/x").mkdir()
    tiny.edit("mkdocs.yml", "site_name: Tiny", f"site_name: Tiny\ndocs_dir: {folder}")
    before = tiny.files()
    for command in ("check", "build"):
        done = tiny.porspec(command)
        assert done.returncode == 1
        assert "and must be a folder of the project's [mkdocs]" in done.stderr
    assert tiny.files() == before


NAMES = ("a\nb", "a\x1b[2Jb", ".hidden", ".", "", "a\u202eb")


@pytest.mark.parametrize("stem", [*NAMES, "con", "COM1", "nul.x", LATIN])
def test_a_feature_has_a_name_that_a_page_and_every_system_can_have(stem: str, tiny: Project) -> None:
    (tiny.root / f"features/en/{stem}.feature").write_text(FEATURE, "utf-8")
    before = tiny.files()
    for command in ("sync", "check", "build"):
        done = tiny.porspec(command)
        assert done.returncode == 1
        assert "is no name that a file and a page can have everywhere [feature-name]" in done.stderr
        assert all(line.isprintable() for line in done.stderr.splitlines())
    assert tiny.files() == before


def test_a_feature_may_be_called_as_its_language_has_it(tiny: Project) -> None:
    stems = ("Wijzigen", "é", "取消", "a b", "1", "a.b", "console")
    for stem in stems:
        (tiny.root / f"features/en/{stem}.feature").write_text(FEATURE.replace(HIDDEN, f"My {stem}"), "utf-8")
    assert tiny.porspec("sync").returncode == 0
    assert tiny.porspec("build").returncode == 0
    assert all(f"My {stem}" in (tiny.root / f"site/{stem}/index.html").read_text("utf-8") for stem in stems)


@pytest.mark.parametrize("name", ["con", "aux", "nul", "com1"])
def test_a_new_feature_is_not_called_as_a_device_is(name: str, tiny: Project) -> None:
    done = tiny.porspec("new", "feature", name)
    assert (done.returncode, f'"{name}" is no name for a feature [feature-name]' in done.stderr) == (1, True)
