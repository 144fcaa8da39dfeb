"""Folders that a command writes whole and replaces where they are as it wrote them: a manifest lists their files."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

MANIFEST = ".porspec-render"  # what was written, as sha256sum prints it and checks it


def write_manifest(folder: Path) -> None:
    """Write down what was written, so that it can be told from what was not when it is to be replaced."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    lines = (f"{sha256(path.read_bytes()).hexdigest()}  {path.relative_to(folder).as_posix()}\n" for path in files)
    (folder / MANIFEST).write_text("".join(lines), "utf-8")


def irreplaceable(root: Path, folder: Path, command: str) -> tuple[str, str] | None:
    """Why a command cannot replace a folder without a loss: which file or folder, by its path in `folder`, and what.

    `root` is what the command works on, which the folder must not hold.
    """
    if folder.resolve() in (root.resolve(), *root.resolve().parents):
        return "", "The folder holds the project itself"
    if folder.is_symlink():
        return "", "This is a symbolic link"
    if others := sorted(_others(folder)):
        more = f", as are {len(others) - 1} more" if len(others) > 1 else ""
        return others[0], f"This is not as porspec {command.split(maxsplit=1)[0]} wrote it{more}; nothing was changed"
    return None


def _others(folder: Path) -> Iterator[str]:
    """What a folder holds besides files that were written here and are as they were; "" is the folder itself."""
    if not folder.is_dir():
        yield from [""] if folder.exists() else []
        return
    manifest = folder / MANIFEST
    lines = manifest.read_text("utf-8", errors="replace").splitlines() if manifest.is_file() else []
    known = {path: digest for digest, _, path in (line.partition("  ") for line in lines)}
    for path in folder.rglob("*"):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink() or not (path.is_file() or path.is_dir()):
            yield name
        elif path.is_dir():
            yield from [] if any(path.iterdir()) else [name]
        elif name != MANIFEST and known.get(name) != sha256(path.read_bytes()).hexdigest():
            yield name
