"""What is written takes its place whole, by one command at a time, and whoever is killed leaves nothing that stays."""

import errno
import fcntl
import json
import multiprocessing
import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from porspec.sources import writing as module
from porspec.sources.problems import Location, Problem, SpecError
from porspec.sources.writing import Work, recover, writing


def tree(root: Path) -> dict[str, str]:
    return {path.relative_to(root).as_posix(): path.read_text("utf-8") for path in root.rglob("*") if path.is_file()}


def without_exchange(one: Path, other: Path) -> bool:
    return False


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A folder that is to be replaced."""
    target = tmp_path / "site"
    target.mkdir()
    (target / "old").write_text("old", "utf-8")
    return target


def new_site(work: Work) -> Path:
    new = work.new_folder()
    (new / "new").write_text("new", "utf-8")
    return new


def killed(write: Callable[[Work], object], root: Path, *, alone: bool = True) -> None:
    """Let a process write, and kill itself while it does."""

    def run() -> None:
        with writing(root, alone=alone) as work:
            write(work)
            os.kill(os.getpid(), signal.SIGKILL)

    child = multiprocessing.get_context("fork").Process(target=run)
    child.start()
    child.join()
    assert child.exitcode == -signal.SIGKILL


def problem(caught: "pytest.ExceptionInfo[SpecError]") -> Problem:
    (found,) = caught.value.problems
    return found


# --- files -----------------------------------------------------------------------------------------------------------


def test_files_get_their_content_and_nothing_else_stays(tmp_path: Path) -> None:
    (tmp_path / "gone").write_text("x", "utf-8")
    (tmp_path / "b").write_text("x", "utf-8")
    with writing(tmp_path) as work:
        work.replace_files(
            {tmp_path / "folder/a": "é\n", tmp_path / "b": b"b", tmp_path / "gone": None, tmp_path / "never": None}
        )
    assert tree(tmp_path) == {"folder/a": "é\n", "b": "b"}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["b", "folder"]
    assert (tmp_path / "b").stat().st_mode & 0o777 == 0o644


def test_of_files_that_cannot_all_be_written_none_is(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("old", "utf-8")
    (tmp_path / "b").mkdir()
    for contents in ({"a": "new", "c": "\ud800"}, {"a": "new", "b": "a folder"}):
        with pytest.raises((UnicodeEncodeError, IsADirectoryError)), writing(tmp_path) as work:
            work.replace_files({tmp_path / path: text for path, text in contents.items()})
    assert tree(tmp_path) == {"a": "old"}


def test_a_full_disk_leaves_everything_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("old", "utf-8")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, limits[1]))
    try:
        with pytest.raises(OSError, match="File too large"), writing(tmp_path) as work:
            work.replace_files({tmp_path / "a": "new", tmp_path / "b": "x" * 2000})
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert tree(tmp_path) == {"a": "old"}


def test_what_cannot_be_written_to_is_refused_with_its_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a").write_text("old", "utf-8")
    (tmp_path / "no").mkdir()
    monkeypatch.setattr(os, "access", lambda path, _: Path(path).name != "no")
    with pytest.raises(PermissionError) as caught, writing(tmp_path) as work:
        work.replace_files({tmp_path / "a": "new", tmp_path / "no/folder/b": "new"})
    assert caught.value.filename == str(tmp_path / "no/folder/b")
    assert tree(tmp_path) == {"a": "old"}


def test_nothing_is_written_through_a_link_that_leads_outside(tmp_path: Path) -> None:
    root, outside = tmp_path / "project", tmp_path / "outside"
    root.mkdir()
    outside.mkdir()
    (root / "link").symlink_to(outside)
    said = Problem(
        Location("link/a"),
        "This would be written outside the project",
        "file-system",
        "Put a folder in the place of the symbolic link.",
    )
    with pytest.raises(SpecError) as caught, writing(root) as work:
        work.replace_files({root / "b": "b", root / "link/a": "a"})
    assert problem(caught) == said
    with pytest.raises(SpecError) as caught, writing(root) as work:
        work.replace_folder(new_site(work), root / "link/a")
    assert problem(caught) == said
    assert tree(tmp_path) == {}


def test_what_somebody_saves_meanwhile_is_not_lost(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("old", "utf-8")
    (tmp_path / "b").write_text("old", "utf-8")

    def save() -> dict[Path, str]:
        time.sleep(0.05)  # what some systems' clocks of files take for one moment
        (tmp_path / "b").write_text("saved", "utf-8")
        return {tmp_path / "a": "new", tmp_path / "b": "new"}

    with pytest.raises(SpecError) as caught, writing(tmp_path, alone=True) as work:
        work.replace_files(save())
    message = "Somebody changed this file while the command ran; nothing was written"
    assert problem(caught) == Problem(Location("b"), message, "busy", "Run the command again.")
    assert tree(tmp_path) == {"a": "old", "b": "saved"}


def test_on_another_file_system_a_copy_takes_the_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As where a folder of the project is one that a container was given."""
    replace, rename = Path.replace, Path.rename

    def far(move: Callable[[Path, Path], Path]) -> Callable[[Path, Path], Path]:
        def moved(new: Path, target: Path) -> Path:
            if "mounted" in target.parts and "mounted" not in new.parts:
                raise OSError(errno.EXDEV, "Invalid cross-device link")
            return move(new, target)

        return moved

    monkeypatch.setattr(Path, "replace", far(replace))
    monkeypatch.setattr(Path, "rename", far(rename))
    with writing(tmp_path) as work:
        work.replace_files({tmp_path / "mounted/a": "a"})
        work.replace_folder(new_site(work), tmp_path / "mounted/site")
    assert tree(tmp_path) == {"mounted/a": "a", "mounted/site/new": "new"}
    assert sorted(path.name for path in (tmp_path / "mounted").iterdir()) == ["a", "site"]


# --- folders ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("exchange", [module._exchanged, without_exchange])
def test_a_folder_takes_the_place_of_another_and_nothing_else_stays(
    exchange: Callable[[Path, Path], bool], site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_exchanged", exchange)
    with writing(site.parent) as work:
        work.replace_folder(new_site(work), site)
    assert tree(site.parent) == {"site/new": "new"}
    assert ([path.name for path in site.parent.iterdir()], site.stat().st_mode & 0o777) == (["site"], 0o755)


def test_on_this_system_there_is_no_moment_without_the_folder(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*paths: Path) -> None:
        raise AssertionError(paths)

    monkeypatch.setattr(Path, "rename", refuse)
    with writing(site.parent) as work:
        work.replace_folder(new_site(work), site)
    assert tree(site.parent) == {"site/new": "new"}


def test_a_folder_that_cannot_take_the_place_leaves_the_other_where_it_was(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rename = Path.rename

    def fail(path: Path, target: Path) -> Path:
        if (path / "new").exists():
            raise OSError(errno.EIO, "Input/output error", str(target))
        return rename(path, target)

    monkeypatch.setattr(module, "_exchanged", without_exchange)
    monkeypatch.setattr(Path, "rename", fail)
    with pytest.raises(OSError, match="Input/output error"), writing(site.parent) as work:
        work.replace_folder(new_site(work), site)
    assert tree(site.parent) == {"site/old": "old"}


def test_a_folder_takes_the_place_of_nothing_or_of_a_file_or_a_link(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (tmp_path / "file").write_text("x", "utf-8")
    (tmp_path / "link").symlink_to(elsewhere)
    for name in ("file", "link", "deeper/folder"):
        with writing(tmp_path) as work:
            work.replace_folder(new_site(work), tmp_path / name)
    assert tree(tmp_path) == {"file/new": "new", "link/new": "new", "deeper/folder/new": "new"}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["deeper", "elsewhere", "file", "link"]


def test_a_folder_that_another_command_has_put_there_meanwhile_is_replaced(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os.path, "lexists", lambda _: False)
    with writing(site.parent) as work:
        work.replace_folder(new_site(work), site)
    assert tree(site.parent) == {"site/new": "new"}


# --- who is killed ---------------------------------------------------------------------------------------------------


def test_what_a_killed_command_left_is_ignored_by_git_and_removed_by_the_next(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "--quiet", tmp_path], check=True)
    killed(new_site, tmp_path)
    assert [path for path in tree(tmp_path) if path.endswith("/new")]
    status = subprocess.run(["git", "status", "--porcelain"], cwd=tmp_path, capture_output=True, check=True)
    assert status.stdout == b""
    recover(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == [".git"]
    recover(tmp_path)


def move_half(work: Work) -> None:
    """As a command that is killed between two of its moves."""
    (work.root / "c").write_text("c", "utf-8")
    move, moved = module._move, list[Path]()

    def once(new: Path, target: Path) -> None:
        if moved:
            os.kill(os.getpid(), signal.SIGKILL)
        moved.append(target)
        move(new, target)

    module._move = once
    work.replace_files({work.root / "a": "a", work.root / "b": "b", work.root / "c": None})


def test_what_a_killed_command_had_begun_to_move_is_moved_by_the_next(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    killed(move_half, tmp_path, alone=False)
    assert {path for path in tree(tmp_path) if "/" not in path} == {"a", "c"}
    with writing(tmp_path):
        assert {path for path in tree(tmp_path) if not path.startswith(".porspec")} == {"a", "b"}
    assert tree(tmp_path) == {"a": "a", "b": "b"}
    assert capsys.readouterr().err == "Completed what an interrupted command had begun to write\n"


def test_who_is_interrupted_between_two_moves_makes_all_of_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    move, moved = module._move, list[Path]()

    def interrupted(new: Path, target: Path) -> None:
        moved.append(target)
        if len(moved) == 2:
            raise KeyboardInterrupt
        move(new, target)

    monkeypatch.setattr(module, "_move", interrupted)
    with pytest.raises(KeyboardInterrupt), writing(tmp_path) as work:
        work.replace_files({tmp_path / "a": "a", tmp_path / "b": "b", tmp_path / "c": "c"})
    assert tree(tmp_path) == {"a": "a", "b": "b", "c": "c"}


def test_what_somebody_changed_since_is_not_overwritten(tmp_path: Path) -> None:
    killed(move_half, tmp_path, alone=False)
    (tmp_path / "b").write_text("mine", "utf-8")
    recover(tmp_path)
    assert tree(tmp_path) == {"a": "a", "b": "mine", "c": "c"}


def test_a_killed_exchange_of_two_moves_is_undone_by_the_next_command(
    site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(module, "_exchanged", without_exchange)
    rename = Path.rename

    def once(path: Path, target: Path) -> Path:
        if target == site:
            os.kill(os.getpid(), signal.SIGKILL)
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", once)
    killed(lambda work: work.replace_folder(new_site(work), site), site.parent)
    assert not site.exists()
    monkeypatch.setattr(Path, "rename", rename)
    recover(site.parent)
    assert tree(site.parent) == {"site/old": "old"}


@pytest.mark.parametrize(
    "moves",
    [
        "",
        "{",
        "7",
        "[]",
        "[" * 9000,
        '{"files": 7}',
        '{"files": [7]}',
        '{"files": [["0"]]}',
        '{"files": {"0": 1}}',
        '{"files": [["0", 7, null, "x"]]}',
        '{"files": [["0", "../b", null, "x"]]}',
        '{"files": [["0", "a\\u0000b/c", null, "x"]]}',
        '{"files": [["../../../mine", "b", null, "x"]]}',
        '{"files": [["0", "b", null, "x"]], "last": "../b"}',
        '{"last": 7}',
        '{"last": "../b"}',
    ],
)
def test_moves_that_make_no_sense_or_lead_outside_are_not_made(moves: str, tmp_path: Path) -> None:
    left = tmp_path / "project" / ".porspec" / "left"
    (left / "last").mkdir(parents=True)
    (left / "moves.json").write_text(moves, "utf-8")
    (left / "0").write_text("x", "utf-8")
    (tmp_path / "mine").write_text("mine", "utf-8")
    recover(tmp_path / "project")
    assert tree(tmp_path) == {"mine": "mine"}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["mine", "project"]


# --- two at once -----------------------------------------------------------------------------------------------------


@pytest.fixture
def other(tmp_path: Path) -> "Iterator[subprocess.Popen[str]]":
    """Another command, which writes alone until it is told to end."""
    text = """
import sys
from pathlib import Path
from porspec.sources.writing import writing

with writing(Path(sys.argv[1]), alone=True) as work:
    (work.folder / "kept").write_text("kept")
    print("begun", flush=True)
    sys.stdin.read()
    assert (work.folder / "kept").exists()
"""
    command = [sys.executable, "-c", text, str(tmp_path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        assert process.stdout.readline() == "begun\n"
        yield process
    assert process.returncode == 0


def test_who_would_write_waits_and_says_for_whom(
    other: "subprocess.Popen[str]", tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(module, "_TOLD_AFTER", 0.1)
    monkeypatch.setattr(module, "_PATIENCE", 0.2)
    with pytest.raises(SpecError) as caught, writing(tmp_path):
        raise AssertionError
    who = f"another porspec command (process {other.pid})"
    message, remedy = f"{who.capitalize()} is writing here", "Wait until it has ended, or end it."
    assert problem(caught) == Problem(Location(".porspec"), message, "busy", remedy)
    assert capsys.readouterr().err == f"Waiting for {who}\n"
    recover(tmp_path)  # leaves alone what the other writes
    other.communicate()
    with writing(tmp_path) as work:
        work.replace_files({tmp_path / "a": "a"})
    assert tree(tmp_path) == {"a": "a"}


def test_who_does_not_write_alone_keeps_nobody_waiting(tmp_path: Path) -> None:
    with writing(tmp_path) as one, writing(tmp_path) as another, writing(tmp_path, alone=True) as third:
        assert len({one.folder, another.folder, third.folder}) == 3
        assert all(each.folder.is_dir() for each in (one, another, third))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("is_made_again", [False, True])
def test_the_lock_of_a_folder_that_another_command_removes_meanwhile_is_none(
    is_made_again: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever made the folder again holds the lock of the new one."""
    folder, lock = tmp_path / "locked", fcntl.flock
    folder.mkdir()

    def late(handle: int, how: int) -> None:
        folder.rmdir()
        if is_made_again:
            folder.mkdir()
        lock(handle, how)

    monkeypatch.setattr(fcntl, "flock", late)
    assert module._hold(folder) is None


def _add(root: Path, number: int) -> None:
    for count in range(10):
        with writing(root, alone=True) as work:
            path = root / "numbers"
            known = json.loads(path.read_text("utf-8")) if path.exists() else []
            work.replace_files({path: json.dumps([*known, 100 * number + count])})


def test_nothing_is_lost_where_many_write_at_once(tmp_path: Path) -> None:
    """The folder with the lock comes and goes all the while."""
    context = multiprocessing.get_context("fork")
    children = [context.Process(target=_add, args=(tmp_path, number)) for number in range(4)]
    for each in children:
        each.start()
    for each in children:
        each.join()
    wanted = sorted(100 * number + count for number in range(4) for count in range(10))
    assert sorted(json.loads((tmp_path / "numbers").read_text("utf-8"))) == wanted
    assert [path.name for path in tmp_path.iterdir()] == ["numbers"]
