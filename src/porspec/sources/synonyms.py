"""What readers say for what the pages say: `<locales>/<language>/synonyms.txt`, which the language's translators own.

A line is `said, said -> found, found`: the search finds what stands behind the arrow for any of what stands before it.
"#" begins a line that is a comment.
"""

import re
from collections.abc import Iterator

from .config import Config
from .files import read_source
from .locale import lines_of
from .problems import Location, Problem

_ARROW = re.compile(r"->|→")
_COMMA = re.compile(r"[,，、]")
Synonyms = list[tuple[str, tuple[str, ...]]]


def synonyms_path(config: Config, code: str) -> str:
    """The file of a language's synonyms, which need not be there."""
    return f"{config.locales}/{code}/synonyms.txt"


def read_synonyms(config: Config, code: str) -> tuple[Synonyms, list[Problem]]:
    """Each thing that readers of a language say, with what is found for it; and the lines that say no such thing.

    Raises SpecError where the file cannot be read.
    """
    path = synonyms_path(config, code)
    if not (config.root / path).exists():
        return [], []
    found, problems = Synonyms(), list[Problem]()
    for number, line in _lines(read_source(config.root, path, "synonyms")):
        sides = [_words(side) for side in _ARROW.split(line)]
        if len(sides) == 2 and all(sides):  # noqa: PLR2004 - before and behind an arrow
            found += [(said, tuple(sides[1])) for said in sides[0]]
        else:
            remedy = "Write what readers say, an arrow, and what the pages say: remove, drop -> delete"
            problems.append(Problem(Location(path, number), "Not a line of synonyms", "synonyms", remedy))
    return found, problems


def _lines(text: str) -> Iterator[tuple[int, str]]:
    return ((n, line) for n, line in enumerate(lines_of(text), 1) if line.strip() and not line.lstrip().startswith("#"))


def _words(side: str) -> list[str]:
    return list(filter(None, map(str.strip, _COMMA.split(side))))
