"""Files are read as text, and what is written takes its place whole."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from porspec.sources import files
from porspec.sources.files import folder_beside, read_source, swap_folder_in, swap_in
from porspec.sources.problems import Location, Problem, SpecError


def tree(root: Path) -> dict[str, str]:
    return {path.relative_to(root).as_posix(): path.read_text("utf-8") for path in root.rglob("*") if path.is_file()}


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    """A new folder, beside the one whose place it is to take."""
    target = tmp_path / "site"
    target.mkdir()
    (target / "old").write_text("old", "utf-8")
    new = folder_beside(target)
    (new / "new").write_text("new", "utf-8")
    return new, target


def without_exchange(one: Path, other: Path) -> bool:
    return False


def test_a_source_is_text_without_a_byte_order_mark_whatever_system_wrote_it(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"\xef\xbb\xbfone\r\ntwo\rthree\n")
    assert read_source(tmp_path, "a.md", "docs-unreadable") == "one\ntwo\nthree\n"


@pytest.mark.parametrize(
    ("make", "problem"),
    [
        (
            lambda path: path.write_bytes(b"one\ntwo \xe9\n"),
            Problem(Location("a", 2), "This file is not UTF-8", "docs-unreadable", "Save it as UTF-8."),
        ),
        (
            Path.mkdir,
            Problem(
                Location("a"),
                "Cannot be read: Is a directory",
                "docs-unreadable",
                "Give the file back its name and its rights, or remove what has its name.",
            ),
        ),
    ],
    ids=["another charset", "a folder"],
)
def test_what_cannot_be_read_is_a_problem(make: Callable[[Path], object], problem: Problem, tmp_path: Path) -> None:
    make(tmp_path / "a")
    with pytest.raises(SpecError) as caught:
        read_source(tmp_path, "a", "docs-unreadable")
    assert caught.value.problems == (problem,)


def test_a_file_is_swapped_in_and_what_could_not_be_written_leaves_nothing_behind(tmp_path: Path) -> None:
    target = tmp_path / "folder" / "a.po"
    swap_in(target, "é\n")
    swap_in(target, b"\xff")
    with pytest.raises(UnicodeEncodeError):
        swap_in(target, "\ud800")
    assert ([path.name for path in target.parent.iterdir()], target.read_bytes()) == (["a.po"], b"\xff")
    assert target.stat().st_mode & 0o777 == 0o644


@pytest.mark.parametrize("exchange", [files._exchanged, without_exchange])
def test_a_folder_takes_the_place_of_another_and_nothing_else_stays(
    exchange: Callable[[Path, Path], bool], folders: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "_exchanged", exchange)
    new, target = folders
    swap_folder_in(new, target)
    assert tree(target.parent) == {"site/new": "new"}
    assert ([path.name for path in target.parent.iterdir()], target.stat().st_mode & 0o777) == (["site"], 0o755)


def test_on_this_system_there_is_no_moment_without_the_folder(
    folders: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*paths: Path) -> None:
        raise AssertionError(paths)

    monkeypatch.setattr(Path, "rename", refuse)
    monkeypatch.setattr(shutil, "move", refuse)
    swap_folder_in(*folders)
    assert tree(folders[1].parent) == {"site/new": "new"}


def test_a_folder_that_cannot_take_the_place_leaves_the_other_where_it_was(
    folders: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*paths: Path) -> None:
        raise OSError("full")

    monkeypatch.setattr(files, "_exchanged", without_exchange)
    monkeypatch.setattr(shutil, "move", fail)
    new, target = folders
    with pytest.raises(OSError, match="full"):
        swap_folder_in(new, target)
    assert tree(target) == {"old": "old"}


def test_a_folder_takes_the_place_of_nothing_or_of_a_file_or_a_link(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (tmp_path / "file").write_text("x", "utf-8")
    (tmp_path / "link").symlink_to(elsewhere)
    for name in ("file", "link", "new/deeper"):
        new = folder_beside(tmp_path / name)
        (new / "a").write_text(name, "utf-8")
        swap_folder_in(new, tmp_path / name)
    assert tree(tmp_path) == {"file/a": "file", "link/a": "link", "new/deeper/a": "new/deeper"}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["elsewhere", "file", "link", "new"]
