"""What is there where a project begins, and how it is added to: a site of MkDocs', a suite of pytest-bdd's, nothing."""

import difflib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from ..sources.mkdocs_lines import completed, plugins, spoken, to_write
from ..sources.mkdocs_yml import FILE, read_site
from ..sources.problems import Location, Problem, SpecError

_CHANGED = ("pyproject.toml", FILE, ".gitignore")
_FOLDERS = ("features", "steps", "locales")
_ELSEWHERE = "help"  # the folder for what has a folder of another's
_TEST_PATHS = re.compile(
    r"^(?P<head>\[tool\.pytest\.ini_options\]\s*\n(?:(?!\[).*\n)*?testpaths\s*=\s*\[)(?P<rest>[^\]]*)\]", re.MULTILINE
)


@dataclass(frozen=True)
class Surroundings:
    """The files that may be added to, by their paths; the project's folders, where no other stands; that of the pages,
    and whether it has a home page.
    """

    files: Mapping[str, str]
    folders: Mapping[str, str]
    docs: str
    has_home: bool

    @classmethod
    def of(cls, root: Path) -> Self:
        """What is in a folder; raises SpecError where a file cannot be read."""
        files = {path: _text(root, path) for path in _CHANGED if (root / path).is_file()}
        taken = {each for each in _FOLDERS if (root / each).exists() or (root / f"{each}.py").exists()}
        folders = {each: f"{_ELSEWHERE}/{each}" if each in taken else each for each in _FOLDERS}
        docs = read_site(root).docs
        homes = (path for name in ("index", "README") for path in (root / docs).glob(f"{name}*.md"))
        return cls(files, folders, docs, any(homes))

    def known(self) -> tuple[str, str]:
        """The name of the site and its languages, where mkdocs.yml says them."""
        return spoken(self.files.get(FILE, ""))

    def ignoring(self) -> str:
        """.gitignore, with the folder of the site; empty where there is none."""
        text = self.files.get(".gitignore", "")
        is_there = re.search(r"^/?site/?\s*$", text, re.MULTILINE)
        return text if not text or is_there else _behind(text, "/site/\n")

    def configured(self, table: str) -> str:
        """pyproject.toml, with the project's table and its features among the tests; empty where there is none."""
        text = self.files.get("pyproject.toml", "")
        if not text:
            return ""
        features = self.folders["features"]
        named = lambda found: f"{found['head']}{_item(found['rest'], features)}]"  # noqa: E731
        return _behind(_TEST_PATHS.sub(named, text, count=1), f"\n{table}")

    def site(self, language: str, pages: Sequence[object]) -> str:
        """mkdocs.yml, with the theme, the plugins and the entries of a navigation; empty where there is none.

        Raises SpecError with the lines to write where it is written in a way that is not understood.
        """
        if FILE not in self.files:
            return ""
        if found := completed(self.files[FILE], language, pages):
            return found
        message = "Nothing can be added to this file, as it is written"
        raise SpecError([Problem(Location(FILE), message, "mkdocs", to_write(plugins=plugins(language), nav=pages))])


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


def _item(items: str, text: str) -> str:
    """The items of a list with one more."""
    bare = items.rstrip()
    return f'{bare}{"," if bare and not bare.endswith(",") else ""}{" " if bare else ""}"{text}"{items[len(bare) :]}'


def _behind(text: str, more: str) -> str:
    """A text and what follows it on lines of its own, which end as its lines do."""
    ended = text if text.endswith("\n") else f"{text}\n"
    return ended + (more.replace("\n", "\r\n") if "\r\n" in text else more)
