"""The licence of each distribution that is locked, and those that are not to be used (`make licences`)."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from typing import Any

from tests.conftest import REPOSITORY

_PIN = re.compile(r"^([\w.-]+)==([^\s;\\]+)", re.MULTILINE)
NOT_HERE = "not installed here"  # what another system needs

# Permissive ones, and the one copyleft that ends with the file. All else needs a decision before it is added here.
_ALLOWED = re.compile(
    r"(0BSD|Apache(-2\.0| Software)?|BSD(-[23]-Clause)?|ISC|MIT|MPL-2\.0|Mozilla Public License 2\.0 \(MPL 2\.0\)"
    r"|PSF-2\.0|Python Software Foundation|Unlicense)( License)?"
)


def locked() -> dict[str, str]:
    """The version of each distribution of requirements.lock, by its name."""
    return dict(_PIN.findall((REPOSITORY / "requirements.lock").read_text("utf-8")))


def licence(found: Distribution) -> str:
    """An SPDX expression where the distribution has one, else what its classifiers or its author call it."""
    about: Any = found.metadata
    named = [each.rpartition(" :: ")[2] for each in about.get_all("Classifier", []) if each.startswith("License ::")]
    said = (about.get("License") or "").strip().split("\n")[0]
    return about.get("License-Expression") or " AND ".join(named) or said or "unknown"


def may_be_used(expression: str) -> bool:
    """Whether all of its licences are allowed, or all of one of its choices."""
    choices = (choice.split(" AND ") for choice in expression.split(" OR "))
    return any(all(map(_ALLOWED.fullmatch, choice)) for choice in choices)


def table() -> Iterator[tuple[str, str]]:
    """The name and the licence of each distribution that is locked."""
    for name in locked():
        try:
            yield name, licence(distribution(name))
        except PackageNotFoundError:
            yield name, NOT_HERE


def main() -> int:
    """Print all of them; 1 where some may not be used."""
    found = dict(table())
    refused = {name: its for name, its in found.items() if its != NOT_HERE and not may_be_used(its)}
    for name, its in found.items():
        print(f"{name:30}{its}")
    for name, its in refused.items():
        print(f"{name}: the licence {its} is none that tests/licences.py allows", file=sys.stderr)
    return int(bool(refused))


if __name__ == "__main__":
    sys.exit(main())
