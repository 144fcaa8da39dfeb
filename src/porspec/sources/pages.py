"""The pages of a site: their names, their front matter, their monikers, and which page a translation was made from.

The rules and the codes of monikers are docfx's (MONIKERS section 4). A revision is a digest of a page's text, in UTF-8
without a byte order mark and with LF: what `sha256sum` prints for a page that is saved so, and what no rebase changes.
"""

import datetime
import hashlib
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from .bounds import yaml_excess
from .dates import blob_at
from .files import plain_text
from .monikers import Monikers
from .problems import Location, Problem, registry

COMPARE, COVERAGE, STEPS, TRANSLATION, PROBLEMS = "compare", "coverage", "steps", "translation", "problems"
BEHIND = (COVERAGE, STEPS, TRANSLATION, PROBLEMS)  # the pages for testers and translators
OWN = (COMPARE, *BEHIND)  # the names of the pages that are rendered besides the features', which these may not have

_KEYS = ("replace_monikers", "monikerRange", "monikers")
RANGE_KEYS = (*_KEYS, "exclude_monikers")
TESTERS = "porspec.testers"  # whether a page is for testers and translators, and not for readers
SOURCE, KIND, DATE = "porspec.source", "ms.translationtype", "ms.lasthandoff"
DOCFX = ("ms.openlocfilehash", "ms.sourcegitcommit")  # what a handoff of docfx was made from
HUMAN = "HT"
_SCALAR = (str, int, float, datetime.date, type(None))
# What MkDocs, Material or we take from a page, and what of it they can use.
_TYPES: Mapping[Any, tuple[type, ...]] = {
    "template": (str,),
    **dict.fromkeys(("title", "description", "icon", "status", "subtitle"), _SCALAR),
    **dict.fromkeys(("tags", "hide"), (list, type(None))),
    "search": (dict, type(None)),
}
_WORDS = {**dict.fromkeys(_TYPES, "a text"), "tags": "a list", "hide": "a list", "search": "a table"}
_NO_FRONT_MATTER = {
    "nesting-too-deep": "Tables or lists are nested too deep",
    "alias": "An alias stands in the front matter",
    "half": "The front matter has one half of a character",
}


def own_pages(monikers: Monikers, *, has_features: bool) -> tuple[str, ...]:
    """The pages that are rendered besides the features': to compare takes two monikers, and where there are no features
    there is nothing to compare, to test or to list.
    """
    if not has_features:
        return (TRANSLATION, PROBLEMS)
    return OWN if monikers.are_several else BEHIND


def page_name(stem: str, tag: str) -> str:
    """The file of a page in a language."""
    return f"{stem}.{tag}.md"


def split_page_name(name: str, tags: Iterable[str]) -> tuple[str, str | None]:
    """A page's name, or path, without language and ending; and its language, if it is in one of `tags`."""
    stem = name.removesuffix(".md")
    bare, _, tag = stem.rpartition(".")
    return (bare, tag) if bare and tag in tags else (stem, None)


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What stands at the top of a page, and where."""

    path: str
    values: Mapping[str, Any]
    lines: Mapping[str, int]

    def place(self, *keys: str) -> Location:
        """Where the first of these keys that is there stands."""
        return Location(self.path, next((self.lines[key] for key in keys if key in self.lines), 1))

    def range(self, key: str) -> str:
        """A range, or a list of them, as one; empty where there is none."""
        value = self.values.get(key) or ""
        return " || ".join(map(str, value)) if isinstance(value, list) else str(value).strip()


@dataclass(frozen=True, slots=True)
class PageMonikers:
    """The monikers of a page, sorted by code point. Zones are judged by `judged`: excluding a moniker empties no zone.

    A page that is not versioned is for everybody, and none of its zones is for anybody.
    """

    monikers: tuple[str, ...]
    judged: tuple[str, ...]
    versioned: bool = True


def front_matter(values: Mapping[str, object]) -> str:
    """YAML between two rules: each value as JSON, which is YAML too."""
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False, default=str)}" for key, value in values.items()]
    return "\n".join(["---", *lines, "---"])


def front_matter_end(lines: Sequence[str]) -> int:
    """The number of lines of the front matter at the top of a page."""
    ends = (number for number, line in enumerate(lines[1:], 2) if line.rstrip() in ("---", "..."))
    return next(ends, 0) if lines and lines[0].rstrip() == "---" else 0


def split_front_matter(text: str) -> tuple[list[str], str]:
    """The lines of a page's front matter, without the rules around them, and the rest of the page."""
    lines = text.split("\n")
    end = front_matter_end(lines)
    return lines[1 : max(end - 1, 1)], "\n".join(lines[end:])


@lru_cache(512)
def read_front_matter(path: str, text: str) -> tuple[FrontMatter, tuple[Problem, ...]]:
    """The front matter of a page, which is empty where YAML cannot read it; read once for all who ask."""
    head, problems, values = split_front_matter(text)[0], list[Problem](), None
    code, message, remedy = "docs-front-matter", "The front matter is not valid YAML", "Correct it."
    try:
        mark = None
        if excess := yaml_excess("\n".join(head), aliases=False):
            mark, message = excess[0], _NO_FRONT_MATTER[excess[1]]
            code, remedy = ("nesting-too-deep" if excess[1] in registry().codes else code), "Write it out."
        else:
            values, message = _loaded("\n".join(head)), ""
    except Exception as error:  # noqa: BLE001 - PyYAML raises what its constructors meet, as of 2020-13-01
        mark = getattr(error, "problem_mark", None)
    if message:
        place = Location(path, mark.line + 2, mark.column + 1) if mark else Location(path)
        problems.append(Problem(place, message, code, remedy))
    keys = [(match[1], number) for number, line in enumerate(head, 2) if (match := re.match(r"([\w.]+)\s*:", line))]
    matter = FrontMatter(path, values if isinstance(values, dict) else {}, dict(keys))
    wrong = [each for each in matter.values if not isinstance(matter.values[each], _TYPES.get(each, object))]
    for key in wrong:
        what = f"{key} must be {_WORDS[str(key)]}, and it is {matter.values[key]!r}"
        problems.append(Problem(matter.place(str(key)), what, "docs-front-matter", "Correct it."))
    good = {key: value for key, value in matter.values.items() if key not in wrong}
    return replace(matter, values=good), tuple(problems)


def _loaded(text: str) -> Any:
    """What YAML says, read by its library in C where that can; what is wrong is told by the one in Python."""
    import yaml

    with suppress(Exception):
        return yaml.load(text, getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - both are safe
    return yaml.safe_load(text)


def page_monikers(
    monikers: Monikers, ranges: Mapping[str, str], matter: FrontMatter
) -> tuple[PageMonikers, list[Problem]]:
    """The monikers of a page, from ranges by glob and from its front matter, and what is wrong with them."""
    problems: list[Problem] = []
    matching = [text for glob, text in ranges.items() if glob_pattern(glob).fullmatch(matter.path)]
    configured = in_range(monikers, matching[-1], Location("pyproject.toml"), problems) if matching else monikers.all
    if matter.range("monikers") and matter.range("monikerRange"):
        message = "The page has both monikers and monikerRange; monikers is ignored"
        place = matter.place("monikers")
        problems.append(Problem(place, message, "duplicate-moniker-config", "Remove one of the two."))
    key = next((each for each in _KEYS if matter.range(each)), None)
    if ranges and not matching:
        if key:
            problems.append(undefined(matter.place(key), "The page"))
        return PageMonikers((), (), versioned=False), problems
    chosen = configured & in_range(monikers, matter.range(key), matter.place(key), problems) if key else configured
    excluded = in_range(monikers, matter.range("exclude_monikers"), matter.place("exclude_monikers"), problems)
    if not chosen - excluded:
        message = f"The page is for none of the monikers that its place is for ({', '.join(sorted(configured))})"
        remedy = "Name one of them, or change the range of the place in [tool.porspec.moniker_ranges]."
        place = matter.place("exclude_monikers" if chosen else key or "", *_KEYS)
        problems.append(Problem(place, message, "moniker-range-out-of-scope", remedy))
    judged = monikers.all if matter.values.get("is_archived") else chosen
    return PageMonikers(tuple(sorted(chosen - excluded)), tuple(sorted(judged))), problems


@cache
def glob_pattern(glob: str) -> re.Pattern[str]:
    """A glob as a regular expression: ** is any number of folders, * and ? stay in one."""
    parts = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}
    pieces = re.split(r"(\*\*/|\*\*|\*|\?)", glob)
    return re.compile("".join(parts.get(piece, re.escape(piece)) for piece in pieces))


def in_range(monikers: Monikers, text: str, place: Location, problems: list[Problem]) -> frozenset[str]:
    """The monikers of a range."""
    found, errors = monikers.parse(text)
    remedy = "Write ids of [[tool.porspec.monikers]], with || between them."
    problems += (Problem(place, message, "moniker-range-invalid", remedy) for message in errors)
    return frozenset(found)


def undefined(place: Location, what: str) -> Problem:
    """A range where the configuration gives none to narrow."""
    message = f"{what} has a range, and no glob of [tool.porspec.moniker_ranges] gives one to the page's place"
    return Problem(place, message, "moniker-range-undefined", "Add a glob that matches the page, or remove the range.")


def revision(text: str) -> str:
    """The revision of a page, of 12 digits. The prefix keeps YAML from taking digits for a number."""
    return f"sha256:{hashlib.sha256(text.encode('utf-8')).hexdigest()[:12]}"


def revision_of(page: Path) -> str:
    """The revision of a page's file."""
    return revision(plain_text(page.read_bytes(), errors="replace"))


def source_of(page: Path, tag: str, source: str) -> Path | None:
    """The page that a page in the language `tag` is a translation of; None where there is none.

    The name of a page in the language `source` may lack the language.
    """
    stem, own = split_page_name(page.name, (tag,))
    names = (page_name(stem, source), f"{stem}.md") if own else ()
    return next((found for name in names if (found := page.with_name(name)).is_file()), None)


def has_lineage(values: Mapping[Any, Any]) -> bool:
    """Whether the front matter of a translated page says what it was made from, in our way or in docfx's."""
    return any(values.get(each) is not None for each in (SOURCE, *DOCFX))


def is_outdated(values: Mapping[Any, Any], source: Path) -> bool:
    """Whether a page with this front matter is known to be made from another revision than the source has now.

    What we recorded decides; else what docfx did, where that can be compared.
    """
    if (recorded := values.get(SOURCE)) is not None:
        return bool(recorded != revision_of(source))
    return any(values.get(each) is not None for each in DOCFX) and _docfx_outdated(values, source)


def _docfx_outdated(values: Mapping[Any, Any], source: Path) -> bool:
    """The same by docfx's hash of the file and its commit, which the source bears as well in a bilingual page.

    The hash is compared with SHA-1 of the file, plain and as git has it. The commit is asked of the source's own
    repository; where that does not know it, nobody can tell, and docfx's word is taken.
    """
    text = plain_text(source.read_bytes(), errors="replace")
    own = read_front_matter(source.as_posix(), text)[0].values
    if shared := [each for each in DOCFX if each in own and each in values]:
        return any(own[each] != values[each] for each in shared)
    content = text.encode("utf-8")
    blob = hashlib.sha1(b"blob %d\0%b" % (len(content), content), usedforsecurity=False).hexdigest()
    if values.get(DOCFX[0]) in (blob, hashlib.sha1(content, usedforsecurity=False).hexdigest()):
        return False
    return blob_at(str(values.get(DOCFX[1])), source) not in (blob, None)


def handed_off(text: str, source: str, day: datetime.date) -> str:
    """A translated page that records the revision of this source, and the day; as it is where it records it already.

    What kind of translation it is stays; where nobody says, a human made it.
    """
    head, body = split_front_matter(text)
    fields = {key.strip(): value.strip() for key, _, value in (line.partition(":") for line in head)}
    if fields.get(SOURCE) == revision(source):
        return text
    ours = {SOURCE: revision(source), KIND: fields.get(KIND, HUMAN), DATE: day.isoformat()}
    kept = [line for line in head if line.partition(":")[0].strip() not in ours]
    return "\n".join(["---", *kept, *(f"{key}: {value}" for key, value in ours.items()), "---", body])
