"""The files of a project, read as text; and its folders, which may lack rights."""

import errno
import os
import re
import shutil
import stat
import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Any

from .bounds import is_deep, problems_of_text
from .problems import Location, Problem, SpecError

WORK, SITE = ".porspec", "site"  # where commands write before that takes its place, and what porspec build replaces
_NOT_PORTABLE = re.compile(r"^(\.|$|(con|prn|aux|nul|com\d|lpt\d)(\.|$))", re.IGNORECASE)  # devices of Windows'
_NOT_SOURCES = (WORK, SITE, ".git", "..", "", ".")


def plain_text(content: bytes, errors: str = "strict") -> str:
    """UTF-8 as text, without a byte order mark and with LF at the ends of lines."""
    return content.decode("utf-8", errors).removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def read_source(root: Path, path: str, code: str, *, is_markdown: bool = False) -> str:
    """The text of a UTF-8 file below `root`, as `plain_text` has it.

    Raises SpecError, with `code`, where it cannot be read or leads out of `root`, or where what is Markdown, or becomes
    it, has too much of something.
    """
    try:
        refuse_strange(root, path)
        text = plain_text(content := (root / path).read_bytes())
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise SpecError([Problem(Location(path, line), "This file is not UTF-8", code, "Save it as UTF-8.")]) from None
    except OSError as error:
        raise SpecError([unreadable(path, error, code)]) from None
    if problems := list(problems_of_text(text, path)) if is_markdown else ():
        raise SpecError(problems)
    return text


def unreadable(path: str, error: OSError, code: str) -> Problem:
    """The Problem that a file cannot be read."""
    remedy = "Give the file back its name and its rights, or remove what has its name."
    return Problem(Location(path), f"Cannot be read: {error.strerror}", code, remedy)


def is_portable(name: str) -> bool:
    """Whether every system can have a file of this name, and a link can lead to its page."""
    return name.isprintable() and not _NOT_PORTABLE.search(name)


def is_project_folder(path: str) -> bool:
    """Whether a normalized path is one of a folder that a project may have its sources in."""
    return path.isprintable() and path.partition("/")[0] not in _NOT_SOURCES


def is_inside(root: Path, path: Path) -> bool:
    """Whether a path, whatever symbolic links it has, stands in a folder."""
    return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(root))


def refuse_strange(root: Path, path: str) -> None:
    """Raises OSError where a symbolic link leads out of `root` or in a circle, or a pipe or a device is no file."""
    mode = (root / path).stat().st_mode
    if not is_inside(root, root / path):
        raise PermissionError(errno.EPERM, "a symbolic link leads outside the project", path)
    if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
        raise OSError(errno.EINVAL, "it is no file, but a pipe, a socket or a device", path)


def read_toml(root: Path, path: str, code: str) -> dict[str, Any]:
    """The tables of a TOML file below `root`; raises SpecError, with `code`, where it cannot be read."""
    return toml_of(read_source(root, path, code), path, code)


@lru_cache(16)
def toml_of(text: str, path: str, code: str) -> dict[str, Any]:
    """The tables of a text, made once for all who read it, as `read_toml` gives them; they are not to be changed."""
    try:
        found = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        place = re.search(r" \(at line (\d+), column (\d+)\)$", str(error))
        line, column = map(int, place.groups()) if place else (text.count("\n") + 1, 1)
        message = re.sub(r" \(at .*\)$", "", f"Not valid TOML: {error}")
        raise SpecError([Problem(Location(path, line, column), message, code, "Correct the file.")]) from None
    if is_deep(found):
        message = "Tables or lists are nested too deep"
        raise SpecError([Problem(Location(path), message, "nesting-too-deep", "Write them with fewer levels.")])
    return found


def refuse_unreadable(root: Path, *folders: str) -> None:
    """Raises SpecError where a folder in one of these cannot be read: to who looks for its files it would be empty."""
    problems = []

    def tell(error: OSError) -> None:
        if not isinstance(error, FileNotFoundError | NotADirectoryError):
            place = Location(Path(os.path.relpath(error.filename, root)).as_posix())
            remedy = "Give the folder its rights back, or remove it."
            problems.append(Problem(place, f"This folder cannot be read: {error.strerror}", "file-system", remedy))

    for each in folders:
        for _, inner, _ in os.walk(root / each, onerror=tell):
            inner[:] = [name for name in inner if name != "__pycache__"]
    if problems:
        raise SpecError(sorted(problems))


def read_again(root: Path, docs: Path) -> Path | None:
    """A folder at which MkDocs, which follows symbolic links, would arrive a second time."""
    seen = set[str]()
    for folder, folders, _ in os.walk(docs, followlinks=True):
        if (real := os.path.realpath(folder)) in seen:
            return Path(folder)
        seen.add(real)
        folders[:] = [each for each in folders if is_inside(root, Path(folder, each))]
    return None


def remove_folder(folder: Path) -> None:
    """Remove a folder, whatever rights those in it have, which may be copies of a project's; raises OSError."""
    try:
        shutil.rmtree(folder)
    except PermissionError:
        for parent, names, _ in os.walk(folder):  # each gets its rights before it is looked into
            for each in (Path(parent, name) for name in names):
                if not each.is_symlink():
                    each.chmod(0o700)
        shutil.rmtree(folder)
