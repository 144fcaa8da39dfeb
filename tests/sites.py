"""The sites that tests read: built once for a state of the sources, kept in .built, and shared by all workers."""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from porspec.sources.dates import source_revision
from tests.conftest import REPOSITORY, Project, copy_project

_KEPT = REPOSITORY / ".built"
_SOURCES = (
    "src",
    "examples",
    "docs",
    "features",
    "steps",
    "locales",
    "mkdocs.yml",
    "pyproject.toml",
    "requirements.lock",
)
_AN_HOUR = 3600
# Stands for the address at which a site is served, which is another one in each worker.
_ADDRESS = "http://address.invalid"
INSTANT = ("navigation.footer", "navigation.instant")


def search_index(folder: Path, kind: str = "readers") -> dict[str, Any]:
    """The search index in the folder of a language, of readers or testers."""
    text = (folder / "search" / f"{kind}.js").read_text("utf-8")
    found: dict[str, Any] = json.loads(text.removeprefix("porspecIndex(").removesuffix(")\n"))
    return found


def found_by(cloud: str, folder: Path, kind: str = "readers") -> list[tuple[str, str, str]]:
    """The address, title and text of each section that a cloud's readers can find."""
    docs = search_index(folder, kind)["docs"]
    return [(place, title, text) for place, title, text, clouds, *_ in docs if cloud in clouds]


def strict_site() -> Path:
    """The site of this project as `mkdocs build --strict` makes it."""
    return kept("strict", _build_strictly)


def further_site(name: str, features: tuple[str, ...], served_at: str, folder: Path) -> Path:
    """A site with more pages, and features of its theme, that is served at an address; a copy in this folder."""
    site = kept(name, lambda target: _build_further(target, features))
    return Path(
        shutil.copytree(site, folder, copy_function=lambda source, target: _copy_addressed(source, target, served_at))
    )


def plain_site(served_at: str, folder: Path) -> Path:
    """The same without instant navigation: only what a page tells Material's script makes it another site."""
    site = further_site("further", INSTANT, served_at, folder)
    for page in site.rglob("*.html"):
        text = page.read_text("utf-8")
        assert text.count(f', "{INSTANT[1]}"') == 1, page
        page.write_text(text.replace(f', "{INSTANT[1]}"', ""), "utf-8")
    return site


def pseudo_site() -> Path:
    """The site with the pseudo-language."""
    return kept("pseudo", _build_pseudo)


def kept(name: str, build: Callable[[Path], object]) -> Path:
    """A folder as `build` makes it, for all workers and until something changes; nobody may write into it."""
    folder = _KEPT / f"{name}-{_digest(build.__code__.co_filename)}"
    _KEPT.mkdir(exist_ok=True)
    with _locked(_KEPT / f"{name}.lock"):
        if not folder.exists():
            for old in _KEPT.glob(f"{name}-*"):
                if time.time() - old.stat().st_mtime > _AN_HOUR:  # nobody reads it any more
                    shutil.rmtree(old)
            with tempfile.TemporaryDirectory(dir=_KEPT) as parent:
                build(Path(parent) / "site")
                (Path(parent) / "site").rename(folder)
    return folder


@contextlib.contextmanager
def _locked(path: Path) -> Iterator[None]:
    with path.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


@cache
def _digest(builder: str) -> str:
    """Of all that a site is made of, the commit that it names among it, and of the module that builds it."""
    found = hashlib.sha256(source_revision(REPOSITORY).encode())
    for part in (*_SOURCES, "tests/conftest.py", builder):
        root = REPOSITORY / part
        for path in sorted(root.rglob("*")) if root.is_dir() else [root]:
            if path.is_file() and "__pycache__" not in path.parts:
                found.update(f"{path.relative_to(REPOSITORY)}\0".encode() + path.read_bytes())
    return found.hexdigest()[:16]


def _build_strictly(target: Path) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(target)]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    built = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=False, env=environment)
    assert built.returncode == 0, built.stdout + built.stderr


def _in(languages: str, target: Path) -> Project:
    """A copy of this project beside the target, in these languages only: those that a pattern matches."""
    project = copy_project(target.with_name("project"))
    settings = project.root / "pyproject.toml"
    others = rf"^\[tool\.porspec\.languages\.(?!{languages})[^\[]*"
    settings.write_text(re.sub(others, "", settings.read_text("utf-8"), flags=re.MULTILINE), "utf-8")
    return project


def _build_pseudo(target: Path) -> None:
    project = _in("en|nl", target)
    built = project.porspec("pseudo")
    assert built.returncode == 0, built.stderr
    (project.root / "site-pseudo").rename(target)


def _copy_addressed(source: str, target: str, address: str) -> None:
    Path(target).write_bytes(Path(source).read_bytes().replace(_ADDRESS.encode(), address.encode()))


ORDERS = """# Orders

[In Germany](change-partner.md?view=o365-germany#good-to-know), [in your cloud](change-partner.md), [below](#change).

::: moniker range="o365-worldwide"

## <a name="change"></a>Change an order in one way

{long}

::: moniker-end
::: moniker range="o365-germany || o365-21vianet"

## <a name="change"></a>Change an order in another way

{long}

### Twice {: #twice }

{long}

### Twice again {: #twice }

{long}

::: moniker-end
::: moniker range="o365-germany"

## <a name="german"></a>In Germany

::: moniker-end

### For everybody
"""
GERMAN = """---
monikerRange: o365-germany
---

# The German portal

It is closed.
"""
NAV = """  - orders.md
  - The German section:
      - portal.md
      - Further:
          - further.md
  - A section for all:
      - german.md
      - everybody.md
"""


def _build_further(target: Path, features: tuple[str, ...]) -> None:
    """Builds this project's site with pages of which some are for one cloud only."""
    project = _in("en|nl", target)
    docs = project.root / "docs"
    (docs / "orders.en.md").write_text(ORDERS.replace("{long}", "A line.\n\n" * 60), "utf-8")
    for name in ("portal", "further", "german"):
        (docs / f"{name}.en.md").write_text(GERMAN, "utf-8")
    (docs / "everybody.en.md").write_text("# For everybody\n\nA line.\n", "utf-8")
    project.edit("mkdocs.yml", "  - index.md\n", f"  - index.md\n{NAV}")
    project.edit("mkdocs.yml", "    - navigation.footer\n", "".join(f"    - {each}\n" for each in features))
    project.edit("pyproject.toml", 'name = "Nederlands"\ncomplete = true', 'name = "Nederlands"')
    project.edit("mkdocs.yml", "https://porspec.github.io/porspec/", f"{_ADDRESS}/")
    project.porspec("sync")
    built = project.porspec("build")
    assert built.returncode == 0, built.stdout + built.stderr
    (project.root / "site").rename(target)


if __name__ == "__main__":
    print(f"The site is in {strict_site().relative_to(REPOSITORY)}")  # as `make site` says it
