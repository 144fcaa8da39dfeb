"""What is there where a project begins, and how it is added to: a site of MkDocs', a suite of pytest-bdd's, nothing."""

import difflib
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from ..sources.mkdocs_lines import THEME, completed, plugins, spoken, to_write
from ..sources.mkdocs_yml import FILE, looked_at
from ..sources.problems import Location, Problem, SpecError

_CHANGED = ("pyproject.toml", FILE, ".gitignore")
_FOLDERS = ("features", "steps", "locales")
_IGNORED = ("/site/", "__pycache__/")
_OPTIONS = ("pytest.ini", ".pytest.ini", "tox.ini", "setup.cfg")
_ELSEWHERE = "help"  # the folder for what has a folder of another's
_TEST_PATHS = re.compile(
    r"^(?P<head>\[tool\.pytest\.ini_options\]\s*\n(?:(?!\[).*\n)*?testpaths\s*=\s*\[)(?P<rest>[^\]]*)\]", re.MULTILINE
)


@dataclass(frozen=True)
class Surroundings:
    """The files that may be added to, by their paths; the project's folders, where no other stands; that of the pages,
    whether it has a home page, what mkdocs.yml says with what it inherits, and the files of pytest's options.
    """

    files: Mapping[str, str]
    folders: Mapping[str, str]
    docs: str
    has_home: bool
    settings: Mapping[str, Any]
    options: Mapping[str, str]

    @classmethod
    def of(cls, root: Path) -> Self:
        """What is in a folder; raises SpecError where a file cannot be read."""
        files = {path: _text(root, path) for path in _CHANGED if (root / path).is_file()}
        taken = {each for each in _FOLDERS if (root / each).exists() or (root / f"{each}.py").exists()}
        folders = {each: f"{_ELSEWHERE}/{each}" if each in taken else each for each in _FOLDERS}
        docs, settings = looked_at(root)
        homes = (path for name in ("index", "README") for path in (root / docs).glob(f"{name}*.md"))
        options = {path: _text(root, path) for path in _OPTIONS if (root / path).is_file()}
        return cls(files, folders, docs, any(homes), settings, options)

    def known(self) -> tuple[str, str]:
        """The name of the site and its languages, where mkdocs.yml says them."""
        return spoken(self.files.get(FILE, ""))

    def ignoring(self) -> str:
        """.gitignore, with what is made here; empty where there is none."""
        text = self.files.get(".gitignore", "")
        has = {each.strip().strip("/") for each in text.split("\n")}
        lacking = "".join(f"{each}\n" for each in _IGNORED if each.strip("/") not in has)
        return _behind(text, lacking) if text and lacking else text

    def configured(self, table: str) -> str:
        """pyproject.toml, with the project's table and its features among the tests; empty where there is none."""
        text = self.files.get("pyproject.toml", "")
        if not text:
            return ""
        features = self.folders["features"]
        named = lambda found: f"{found['head']}{_item(found['rest'], features)}]"  # noqa: E731
        added = _TEST_PATHS.sub(named, text, count=1)
        return _behind(added if features in _test_paths(added) else text, f"\n{table}")

    def to_do(self, files: Mapping[str, str]) -> Iterator[str]:
        """What else somebody must do who has these files now: what nothing here can write."""
        features = self.folders["features"]
        says = {path: re.findall(r"^testpaths\s*=", text, re.MULTILINE) for path, text in self.options.items()}
        for path, given in {**says, "pyproject.toml": _test_paths(files.get("pyproject.toml", ""))}.items():
            if given and features not in given:
                yield f"Add {features} to testpaths in {path}: pytest then runs the features, too."
        if "[project]" in (before := self.files.get("pyproject.toml", "")) and "porspec" not in before:
            yield "Add porspec to what your tests need, in pyproject.toml."

    def site(self, name: str, language: str, pages: Sequence[object]) -> str:
        """mkdocs.yml, with the theme, the plugins and the entries of a navigation; empty where there is none.

        Raises SpecError with the lines to write where it is written in a way that is not understood.
        """
        if FILE not in self.files:
            return ""
        if found := completed(self.files[FILE], name, language, pages, self.settings):
            return found
        needed: dict[str, object] = {"site_name": name, "theme": THEME}
        lacking = {each: value for each, value in needed.items() if each not in self.settings}
        entries = {"nav": pages} if self.settings.get("nav") else {}
        message = "Nothing can be added to this file, as it is written"
        if "INHERIT" in self.files[FILE]:
            message = "The plugins, or the navigation, stand in the file that this one inherits"
        remedy = to_write(**lacking, plugins=plugins(language), **entries)
        raise SpecError([Problem(Location(FILE), message, "mkdocs", remedy)])


def differences(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[str]:
    """The lines that differ in each file, as diff -u shows them."""
    for path, text in before.items():
        if path in after:
            old, new = (each.splitlines() for each in (text, after[path]))
            yield from difflib.unified_diff(old, new, path, path, lineterm="")


def _text(root: Path, path: str) -> str:
    """A text with the ends of its lines as they are."""
    try:
        return (root / path).read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        raise SpecError(
            [Problem(Location(path), "This file is not UTF-8", "configuration", "Save it as UTF-8.")]
        ) from None


def _test_paths(text: str) -> Any:
    """Where pytest looks for tests, by pyproject.toml; none where that says nothing, or cannot be read."""
    with suppress(ValueError, LookupError, TypeError, AttributeError):
        return tomllib.loads(text)["tool"]["pytest"]["ini_options"]["testpaths"]
    return ()


def _item(items: str, text: str) -> str:
    """The items of a list with one more."""
    bare = items.rstrip()
    return f'{bare}{"," if bare and not bare.endswith(",") else ""}{" " if bare else ""}"{text}"{items[len(bare) :]}'


def _behind(text: str, more: str) -> str:
    """A text and what follows it on lines of its own, which end as its lines do."""
    ended = text if text.endswith("\n") else f"{text}\n"
    return ended + (more.replace("\n", "\r\n") if "\r\n" in text else more)
