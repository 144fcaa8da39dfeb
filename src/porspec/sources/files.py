"""The files of a project: read as text, and written whole, so that whoever reads meanwhile finds the old or the new."""

import os
import re
import shutil
import tempfile
import tomllib
from pathlib import Path
from typing import Any

from .bounds import is_deep, problems_of_text
from .problems import Location, Problem, SpecError

_MARKDOWN = ("docs-unreadable", "feature-syntax")  # the codes of what is read as Markdown, or becomes it
_AT_PRESENT_FOLDER, _EXCHANGE = -100, 2  # AT_FDCWD and RENAME_EXCHANGE of Linux


def plain_text(content: bytes, errors: str = "strict") -> str:
    """UTF-8 as text, without a byte order mark and with LF at the ends of lines."""
    return content.decode("utf-8", errors).removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def read_source(root: Path, path: str, code: str) -> str:
    """The text of a UTF-8 file below `root`, as `plain_text` has it.

    Raises SpecError, with `code`, where it cannot be read, or where a page or a feature has too much of something.
    """
    try:
        text = plain_text(content := (root / path).read_bytes())
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise SpecError([Problem(Location(path, line), "This file is not UTF-8", code, "Save it as UTF-8.")]) from None
    except OSError as error:
        remedy = "Give the file back its name and its rights, or remove what has its name."
        raise SpecError([Problem(Location(path), f"Cannot be read: {error.strerror}", code, remedy)]) from None
    if problems := list(problems_of_text(text, path)) if code in _MARKDOWN else ():
        raise SpecError(problems)
    return text


def read_toml(root: Path, path: str, code: str) -> dict[str, Any]:
    """The tables of a TOML file below `root`; raises SpecError, with `code`, where it cannot be read."""
    text = read_source(root, path, code)
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


def swap_in(target: Path, content: str | bytes) -> None:
    """Write a file beside its target, then put it in its place."""
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content.encode("utf-8") if isinstance(content, str) else content)
        Path(name).chmod(0o644)
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink()
        raise


def folder_beside(target: Path) -> Path:
    """A new folder beside another one that is to take its place, or to be removed."""
    target.parent.mkdir(parents=True, exist_ok=True)
    return Path(tempfile.mkdtemp(dir=target.parent, prefix=f".{target.name}."))


def swap_folder_in(new: Path, target: Path) -> None:
    """Put a folder in the place of another: at once where the system can, else there is a moment without either."""
    new.chmod(0o755)
    target.parent.mkdir(parents=True, exist_ok=True)
    if not os.path.lexists(target):
        shutil.move(new, target)
        return
    old = new
    if not _exchanged(new, target):
        old = target.rename(new.with_name(f"{new.name}.old"))
        try:
            shutil.move(new, target)
        except OSError:
            old.rename(target)
            raise
    if old.is_dir() and not old.is_symlink():
        shutil.rmtree(old, ignore_errors=True)
    else:
        old.unlink()


def _exchanged(one: Path, other: Path) -> bool:
    """Whether the system has given two paths each other's name."""
    import ctypes

    exchange = getattr(ctypes.CDLL(None), "renameat2", None) if os.name == "posix" else None
    paths = (_AT_PRESENT_FOLDER, os.fsencode(one), _AT_PRESENT_FOLDER, os.fsencode(other))
    return exchange is not None and exchange(*paths, _EXCHANGE) == 0
