"""What can be wrong with the sources, said with a place and a way out; and the registry of its codes, codes.toml.

The registry is read when it is first asked for: a command that finds no problem does without.
"""

import difflib
import os
import re
import sys
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Literal, Self

_EMPHASIS = re.compile(r"\*(\w[^*]*)\*")
Severity = Literal["error", "warning", "off"]


def printable(name: str) -> str:
    """A name as a terminal may show it."""
    return "".join(each if each.isprintable() else each.encode("unicode_escape").decode() for each in name)


@dataclass(frozen=True, order=True, slots=True)
class Location:
    """A place in a source file: the path relative to the project's root, line and column counted from 1."""

    path: str
    line: int = 1
    column: int = 1

    @classmethod
    def at(cls, path: str, text: str, offset: int) -> Self:
        """Where an offset of a file's text is."""
        return cls(path, text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset))

    def __str__(self) -> str:
        return f"{printable(self.path)}:{self.line}:{self.column}"


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """One thing that is wrong: where, what, its code, what to do about it, and how much it matters.

    Its severity is that of its code, where none is given. Raises KeyError for a code that codes.toml does not have.
    """

    location: Location
    message: str
    code: str
    remedy: str
    severity: Severity = field(default="")  # type: ignore[arg-type]  # until the code gives it

    def __post_init__(self) -> None:
        object.__setattr__(self, "severity", self.severity or registry().codes[self.code].severity)

    @property
    def is_error(self) -> bool:
        return self.severity == "error"

    def __str__(self) -> str:
        word = "" if self.is_error else f"{self.severity}: "
        return f"{self.location}: {word}{self.message} [{self.code}]\n    {self.remedy}"


class SpecError(Exception):
    """The sources have problems; `problems` holds all of them, sorted by place."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(str(problem) for problem in self.problems))


@dataclass(frozen=True, slots=True)
class Code:
    """A code: the comment of codes.toml says what each field holds. `about` is the section of the page on problems."""

    name: str
    about: str
    meaning: str
    bad: str
    good: str
    more: str = ""
    severity: Severity = "error"
    needed: bool = False
    follows: tuple[str, ...] = ()
    words: Mapping[str, str] = field(default_factory=dict, hash=False)

    @property
    def text(self) -> str:
        """All that is said of the code, which is one message for translators."""
        return f"{self.meaning} {self.more}".rstrip()

    @property
    def brief(self) -> str:
        """What is wrong, as plain text without the cases."""
        said = re.split("(?<!:): ", self.meaning, maxsplit=1)[0].rstrip(".").replace("`", "")
        return " ".join(_EMPHASIS.sub(r"\1", said).split()) + "."


@dataclass(frozen=True, slots=True)
class Registry:
    """All codes by their names; `page` and `sections` are what the page on problems says besides."""

    codes: Mapping[str, Code]
    page: Mapping[str, Any]
    sections: Mapping[str, Mapping[str, Any]]

    @property
    def messages(self) -> dict[str, str]:
        """Every text of the page on problems, with what a translator must know of it."""
        texts = [self.page[key] for key in ("title", "description")]
        texts += [*self.page["intro"], *(self.page[key] for key in ("bad", "good", "warning", "needed"))]
        texts += [each[key] for each in self.sections.values() for key in ("title", "text") if key in each]
        page = f'On the page "{self.page["title"]}".'
        codes = {each.text: f"{each.name}: {page[0].lower()}{page[1:]}" for each in self.codes.values()}
        return {**dict.fromkeys(texts, page), **codes}


@cache
def registry() -> Registry:
    """The registry, in the order of its file."""
    sections = tomllib.loads(Path(__file__).with_name("codes.toml").read_text("utf-8"))
    page = sections.pop("page")
    codes = {
        name: Code(name, about, **{**values, "follows": tuple(values.get("follows", section.get("follows", ())))})
        for about, section in sections.items()
        for name, values in section.items()
        if isinstance(values, dict)
    }
    return Registry(codes, page, sections)


def count_of(problems: Iterable[Problem]) -> str:
    """How many errors there are, which are what people call problems, and how many warnings."""
    errors = [each.is_error for each in problems]
    found = {"problem": errors.count(True), "warning": errors.count(False)}
    counts = (f"{number} {word}{'s' if number != 1 else ''}" for word, number in found.items())
    return ", ".join(counts) if found["warning"] else next(counts)


def print_problems(problems: Iterable[Problem]) -> None:
    """Print problems, one after the other, and count them."""
    found = list(problems)
    print(*found, count_of(found), sep="\n", file=sys.stderr)


def of_system(error: OSError) -> Problem:
    """What the system refused, at the file that it names."""
    name = os.fsdecode(error.filename) if isinstance(error.filename, str | bytes) else "."
    inside = os.path.relpath(name)
    place = Location(name if inside.startswith("..") else inside)
    remedy = "Make room, or give the file or folder its rights and its name back; what was there before is as it was."
    return Problem(place, f"The system says: {error.strerror or error}", "file-system", remedy)


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """A question that offers the nearest of the known names, with a blank behind it; nothing where none is near."""
    folded = {each.casefold(): each for each in known}
    near = difflib.get_close_matches(name.casefold(), folded, 1, 0.5)
    return f'Did you mean "{folded[near[0]]}"? ' if near else ""
