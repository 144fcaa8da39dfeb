"""The date and the revision of a project's sources, which what is made of them bears."""

import os
import re
import subprocess
from datetime import UTC, datetime
from pathlib import Path

from .problems import Location, Problem, SpecError

EPOCH = "SOURCE_DATE_EPOCH"
_BEGINNING = datetime.fromtimestamp(0, UTC)
_LAST_COMMIT = ("log", "-1", "--no-show-signature")
_HASH = re.compile("[0-9a-f]{7,64}")
_DIGITS = 12  # of a revision, whatever else the repository holds


def source_date(root: Path) -> datetime | None:
    """When the sources were changed last: SOURCE_DATE_EPOCH, or else the last commit's date; None where nobody knows.

    Raises SpecError where it is no number of seconds (https://reproducible-builds.org/specs), or of no year of ours.
    """
    given, name = os.environ.get(EPOCH), EPOCH
    if given is None:
        given, name = _last_commit(root, "%ct"), "The date of the last commit"
    if given is None:
        return None
    try:
        return datetime.fromtimestamp(int(given), UTC)
    except (ValueError, OverflowError, OSError):
        message = f'{name} is "{given}", which is no number of seconds since 1970'
        own = "Set it to a number, such as $(git log -1 --format=%ct), or unset it."
        remedy = own if name == EPOCH else f"Set {EPOCH} to a number, or correct the commit."
        raise SpecError([Problem(Location("pyproject.toml"), message, "option", remedy)]) from None


def source_revision(root: Path) -> str:
    """The last commit; empty where nobody knows."""
    return (_last_commit(root, "%H") or "")[:_DIGITS]


def _last_commit(root: Path, what: str) -> str | None:
    return _git(root, *_LAST_COMMIT, f"--format={what}")


def _git(folder: Path, *command: str) -> str | None:
    """What git says in a folder; None where it fails or says nothing."""
    try:
        told = subprocess.run(["git", *command], cwd=folder, capture_output=True, check=False)  # noqa: S603, S607 - our own
    except OSError:
        return None
    return told.stdout.decode(errors="replace").strip() or None if told.returncode == 0 else None


def blob_at(commit: str, file: Path) -> str | None:
    """The hash of a file's content at a commit, as git has it; None where its repository does not have them."""
    return (
        _git(file.parent, "rev-parse", "--verify", "--quiet", f"{commit}:./{file.name}")
        if _HASH.fullmatch(commit)
        else None
    )


def or_beginning(date: datetime | None) -> datetime:
    """A date for what must have one, the same on every day."""
    return date or _BEGINNING
