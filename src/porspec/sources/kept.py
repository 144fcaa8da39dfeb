"""What was made before of equal things, kept between commands: a page, or whatever else takes longer to make than to
read. All commands of a user, of all projects, keep it in one folder, which may be removed at any time.

    pages = Kept("page", settings)  # one kind of result, and what all of this kind are made of besides
    key = pages.key(text, words)    # all that this one is made of: texts, bytes, or what has a repr that says all of it
    found = pages.get(key)          # what was put there under this key, whole, or None: then make it
    pages.put(key, made)            # may be called in several processes at once, and never fails
    Kept.trim()                     # at the end of a command: remove what nobody has asked for in the last days

A key holds porspec itself, to the last byte of its files, and the versions of all that is installed. An entry names its
key and its content by their digest: what is damaged, cut off or somebody else's is not found. What runs is not kept.
`PORSPEC_CACHE` is another folder, or "" for none: then nothing is found.
"""

import os
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from hashlib import sha256
from pathlib import Path

FOLDER = "PORSPEC_CACHE"
_PACKAGE = Path(__file__).parents[1]
_DAY = 86400
_DAYS, _MOST = 14, 2 << 30  # how long an entry stays that nobody asks for, and how many bytes all of them may take
_DIGEST = sha256().digest_size


def folder() -> Path | None:
    """Where results are kept; None where none are to be."""
    if (given := os.environ.get(FOLDER)) is not None:
        return Path(given) if given else None
    home = os.environ.get("LOCALAPPDATA" if sys.platform == "win32" else "XDG_CACHE_HOME") or "~/.cache"
    there = Path(home).expanduser()
    return there / "porspec" if there.is_absolute() else None


class Kept:
    """The results of one kind."""

    def __init__(self, kind: str, *shared: object) -> None:
        there, self.kind = folder(), kind
        self.folder = there / kind if there else None
        self._made_of = _digest((kind, _makers(), *shared))

    def key(self, *parts: object) -> str:
        """The name of a result that is made of these."""
        return _digest((self._made_of, *parts)).hex()

    def get(self, key: str) -> bytes | None:
        """A result; None where it is not there, or not as it was put there."""
        if self.folder is None:
            return None
        path = self._path(self.folder, key)
        with suppress(OSError):
            content = path.read_bytes()
            if content[:_DIGEST] == _sum(key, content[_DIGEST:]):
                if time.time() - path.stat().st_mtime > _DAY:
                    os.utime(path)
                return content[_DIGEST:]
        return None

    def put(self, key: str, made: bytes) -> None:
        """Keep a result, if the system lets us."""
        if self.folder is None:
            return
        path = self._path(self.folder, key)
        with suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=path.parent)
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(_sum(key, made) + made)
                Path(name).replace(path)
            except BaseException:
                Path(name).unlink(missing_ok=True)
                raise

    @staticmethod
    def _path(there: Path, key: str) -> Path:
        return there / key[:2] / key[2:]

    @staticmethod
    def trim() -> None:
        """Remove what was not asked for in two weeks; and of the rest the oldest, where all of it takes too much."""
        there, left, now = folder(), 0, time.time()
        for path, size, age in sorted(_entries(there, now), key=lambda each: each[2]) if there else ():
            left += size
            if age > _DAYS * _DAY or left > _MOST:
                with suppress(OSError):
                    path.unlink()


def _entries(there: Path, now: float) -> Iterator[tuple[Path, int, float]]:
    """The path of each entry, its size, and how many seconds ago it was put or asked for."""
    for path in there.glob("*/*/*"):
        with suppress(OSError):
            found = path.lstat()
            yield path, found.st_size, now - found.st_mtime


def _sum(key: str, made: bytes) -> bytes:
    return sha256(key.encode() + made).digest()


def _digest(parts: tuple[object, ...]) -> bytes:
    """Of texts and bytes as they are, of all else as its repr says it; each with its length, so that none runs on."""
    found = sha256()
    for part in parts:
        data = (
            part
            if isinstance(part, bytes)
            else part.encode("utf-8", "surrogatepass")
            if isinstance(part, str)
            else repr(part).encode()
        )
        found.update(f"{type(part).__name__} {len(data)} ".encode() + data)
    return found.digest()


@cache
def _makers() -> bytes:
    """All that makes results: this package, to the byte, this Python, and the versions of what is installed."""
    files = sorted(path for path in _PACKAGE.rglob("*") if path.is_file() and path.suffix != ".pyc")
    own = [(path.relative_to(_PACKAGE).as_posix(), sha256(path.read_bytes()).digest()) for path in files]
    installed = {each.name for place in sys.path for each in Path(place or ".").glob("*.dist-info")}
    return _digest((sys.version, sorted(installed), own))
