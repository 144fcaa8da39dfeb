"""Files and folders that take their place whole, written by one command at a time.

A command writes into a folder of its own below `.porspec`, which git ignores, and moves what it wrote from there. Each
holds a lock on its folder, which ends with its process: a folder without one is what a killed command left. The next
command completes what that had begun to move, or puts back what it had moved away, and removes the rest.
"""

import errno
import hashlib
import json
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, nullcontext, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .files import WORK, is_inside, remove_folder
from .problems import Location, Problem, SpecError

try:
    import fcntl
except ImportError:  # Windows has no such locks: there, commands must not run at once
    fcntl = None  # type: ignore[assignment]

_PATIENCE, _TOLD_AFTER, _POLL = 30.0, 1.0, 0.05  # seconds: to wait for another command, to say so, between two looks
_IGNORE, _HOLDER, _MOVES, _LAST = ".gitignore", "process", "moves.json", "last"
_AT_PRESENT_WORK, _EXCHANGE = -100, 2  # AT_FDCWD and RENAME_EXCHANGE of Linux; RENAME_SWAP of macOS is 2 too
_THERE = {errno.EEXIST, errno.ENOTEMPTY, errno.ENOTDIR}


@dataclass(frozen=True)
class Work:
    """What a command writes, in `folder`, before it takes its place below `root`; `began` is when, by the files' clock.

    `alone`: no other command writes below `root` meanwhile.
    """

    root: Path
    folder: Path
    began: int
    alone: bool

    def new_folder(self) -> Path:
        return Path(tempfile.mkdtemp(dir=self.folder))

    def replace_files(self, contents: Mapping[Path, str | bytes | None]) -> None:
        """Give all of these files their content, or none of them; None removes a file.

        Raises SpecError where a folder leads outside `root`, or somebody changed a file since the work began; OSError
        for what the system refuses.
        """
        moves = []
        for number, (target, content) in enumerate(contents.items()):
            self._refuse(target)
            data = content.encode("utf-8") if isinstance(content, str) else content
            if data is not None:
                write_through(self.folder / str(number), data)
            after = None if data is None else hashlib.sha256(data).hexdigest()
            moves.append((str(number), _from(self.root, target), _digest(target), after))
        self._note({"files": moves})
        _complete(self.root, self.folder)

    def _refuse(self, target: Path) -> None:
        if not is_inside(self.root, target.parent):
            raise SpecError([_leads_outside(self.root, target)])
        if target.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(target))
        if self.alone and os.path.lexists(target) and os.lstat(target).st_ctime_ns > self.began:
            message, place = "Somebody changed this file while the command ran", Location(_from(self.root, target))
            raise SpecError([Problem(place, f"{message}; nothing was written", "busy", "Run the command again.")])
        there = next(each for each in target.parents if each.is_dir())
        if not os.access(there, os.W_OK | os.X_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(target))

    def _note(self, moves: Mapping[str, Any]) -> None:
        """Write down what is going to be moved, so that the next command can complete it."""
        write_through(self.folder / f"{_MOVES}.new", json.dumps(moves).encode())
        (self.folder / f"{_MOVES}.new").replace(self.folder / _MOVES)

    def replace_folder(self, new: Path, target: Path) -> None:
        """Put a folder in the place of another: at once where the system can, else there is a moment without either."""
        if not is_inside(self.root, target.parent):
            raise SpecError([_leads_outside(self.root, target)])
        new.chmod(0o755)
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            self._swap(new, target)
        except OSError as error:
            if error.errno != errno.EXDEV or target.parent == self.root:
                raise
            with writing(target.parent) as near:
                near.replace_folder(Path(shutil.copytree(new, near.folder / "copy")), target)

    def _swap(self, new: Path, target: Path) -> None:
        if not os.path.lexists(target):
            try:
                new.rename(target)
            except OSError as error:
                if error.errno not in _THERE:  # another command was quicker
                    raise
            else:
                return
        if not _exchanged(new, target):
            self._note({"last": _from(self.root, target)})
            target.rename(self.folder / _LAST)
            new.rename(target)  # or else the old one is put back when the work ends


@contextmanager
def writing(root: Path, *, alone: bool = False) -> Iterator[Work]:
    """A folder to write in, gone afterwards, with what killed commands left; `alone` keeps other commands waiting.

    Raises SpecError where another command keeps this one waiting for long, OSError for what the system refuses.
    """
    top = root / WORK
    try:
        root.mkdir(parents=True, exist_ok=True)
        with _waited_for(top) as lock:
            _sweep(root)
            folder = Path(tempfile.mkdtemp(dir=top))
            with _hold(folder) or nullcontext():
                try:
                    if not alone:
                        lock.close()
                    yield Work(root, folder, folder.stat().st_ctime_ns, alone)
                finally:
                    _finish(root, folder)
    finally:
        _tidy(top)


def recover(root: Path) -> None:
    """Complete and remove what a killed command left below `root`, unless another one is writing there."""
    if (root / WORK).is_dir():
        with suppress(OSError), _hold(root / WORK) or nullcontext() as lock:
            if lock:
                _sweep(root)
        _tidy(root / WORK)


def _waited_for(top: Path) -> ExitStack:
    """The lock of a folder, which is made where it is missing."""
    began, told = time.monotonic(), False
    while True:
        top.mkdir(exist_ok=True)
        if lock := _hold(top):
            if not (top / _IGNORE).exists() or not (top / _IGNORE).stat().st_size:
                (top / _IGNORE).write_text("*\n", "utf-8")
            (top / _HOLDER).write_text(str(os.getpid()), "utf-8")
            return lock
        waited = time.monotonic() - began
        if waited > _TOLD_AFTER and not told:
            told = True
            print(f"Waiting for {_holder(top)}", file=sys.stderr, flush=True)
        if waited > _PATIENCE:
            message, remedy = f"{_holder(top)} is writing here", "Wait until it has ended, or end it."
            raise SpecError([Problem(Location(WORK), message.capitalize(), "busy", remedy)])
        time.sleep(_POLL)


def _holder(top: Path) -> str:
    with suppress(OSError):
        return f"another porspec command (process {(top / _HOLDER).read_text('utf-8')})"
    return "another porspec command"


def _hold(folder: Path) -> ExitStack | None:
    """A lock on a folder, until it is closed or the process ends; None where there is one, or no folder any more."""
    held = ExitStack()
    if fcntl is None:
        return held
    try:
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
        held.callback(os.close, handle)
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if os.path.samestat(os.fstat(handle), os.lstat(folder)):
            return held
    except (BlockingIOError, FileNotFoundError):
        pass
    held.close()
    return None


def _sweep(root: Path) -> None:
    """Complete what killed commands had begun to move, and remove their folders; the lock is held."""
    for folder in (root / WORK).iterdir():
        if folder.is_dir() and not folder.is_symlink() and (held := _hold(folder)):
            with held:
                if _complete(root, folder):
                    print("Completed what an interrupted command had begun to write", file=sys.stderr)
                remove_folder(folder)


def _finish(root: Path, folder: Path) -> None:
    """Move what an interrupt kept from being moved, and remove the folder; what is left, the next command removes."""
    with suppress(OSError):
        _complete(root, folder)
    with suppress(OSError):
        remove_folder(folder)


def _tidy(top: Path) -> None:
    """Remove the folder where nobody writes in it."""
    with suppress(OSError):
        if lock := _hold(top):
            with lock:
                if {each.name for each in top.iterdir()} <= {_IGNORE, _HOLDER}:
                    (top / _HOLDER).unlink(missing_ok=True)
                    (top / _IGNORE).unlink(missing_ok=True)
                    top.rmdir()


def _complete(root: Path, folder: Path) -> bool:
    """Move what is left to be moved, and say whether anything was; nothing where somebody changed a file meanwhile."""
    files, last = _noted(root, folder)
    if last and (folder / _LAST).exists() and not os.path.lexists(last):
        (folder / _LAST).rename(last)
        return True
    if not files or not all(_digest(target) in (old, new) for _, target, old, new in files):
        return False
    for staged, target, _, new in files:
        if new is None:
            target.unlink(missing_ok=True)
        elif staged.exists():
            _move(staged, target)
    (folder / _MOVES).unlink()
    return True


def _noted(root: Path, folder: Path) -> tuple[list[tuple[Path, Path, Any, Any]], Path | None]:
    """The moves that are written down: of files with their digests, and of the last folder back to where it was.

    None where these are not as they are written here, or lead out of either folder, whoever wrote them.
    """
    try:
        noted = json.loads((folder / _MOVES).read_bytes())
        files = [(folder / str(int(name)), root / path, old, new) for name, path, old, new in noted.get("files", ())]
        last = root / noted["last"] if "last" in noted else None
        if all(is_inside(root, each.parent) for each in (*(target for _, target, *_ in files), last or root / WORK)):
            return files, last
    except (FileNotFoundError, ValueError, TypeError, AttributeError, RecursionError):
        pass
    return [], None


def _move(new: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        new.replace(target)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        with writing(target.parent) as near:  # on its file system
            Path(shutil.copy2(new, near.folder / "copy")).replace(target)


def write_through(path: Path, content: bytes) -> None:
    """Write a file that is on the disk before anything takes its name."""
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _digest(path: Path) -> str | None:
    """The digest of a file; None where there is none."""
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else None


def _from(root: Path, path: Path) -> str:
    return Path(os.path.relpath(path, root)).as_posix()


def _leads_outside(root: Path, target: Path) -> Problem:
    place = Location(_from(root, target))
    remedy = "Put a folder in the place of the symbolic link."
    return Problem(place, "This would be written outside the project", "file-system", remedy)


def _exchanged(one: Path, other: Path) -> bool:
    """Whether the system has given two paths each other's name."""
    import ctypes

    library = ctypes.CDLL(None) if os.name == "posix" else None
    ends = (os.fsencode(one), os.fsencode(other))
    if exchange := getattr(library, "renameat2", None):
        return bool(exchange(_AT_PRESENT_WORK, ends[0], _AT_PRESENT_WORK, ends[1], _EXCHANGE) == 0)
    exchange = getattr(library, "renamex_np", None)
    return exchange is not None and exchange(*ends, _EXCHANGE) == 0
