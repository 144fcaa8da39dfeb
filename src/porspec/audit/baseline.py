"""A baseline: the findings that a team knows of, by page, code and line, so that only new ones fail.

A line counts by what stands in it, and not by its number: what is written above does not make a finding new.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..sources.files import is_inside, read_source
from ..sources.problems import Location, Problem, SpecError
from ..sources.writing import writing
from .findings import Audited, Finding

_VERSION = 1
_Key = tuple[str, str, str]  # the path, the code, and a digest of the line


@dataclass(frozen=True)
class Known:
    """How often each finding is known."""

    counts: Mapping[_Key, int]

    @property
    def total(self) -> int:
        return sum(self.counts.values())

    def new(self, audited: Iterable[Audited]) -> list[Problem]:
        """What is found more often than it is known; of several on a line, the last ones."""
        left, found = Counter(self.counts), list[Problem]()
        for key, finding in _keys(audited):
            left[key] -= 1
            if left[key] < 0:
                found.append(finding.problem)
        return found


def read_baseline(file: Path) -> Known:
    """The findings of a file; raises SpecError where it is no baseline."""
    try:
        content = json.loads(read_source(file.parent, file.name, "audit-baseline"))
        if content["version"] != _VERSION:
            raise ValueError(f"version {content['version']} is not known")
        pages = content["findings"].items()
        counts = {(path, *key.split(" ")): int(count) for path, keys in pages for key, count in keys.items()}
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError) as error:
        remedy = "Write it with porspec audit --baseline FILE --write-baseline."
        place = Location(file.as_posix())
        raise SpecError([Problem(place, f"This is no baseline: {error}", "audit-baseline", remedy)]) from None
    return Known(counts)


def write_baseline(root: Path, file: Path, audited: Sequence[Audited]) -> int:
    """Write what was found, sorted, so that changes of it can be read; returns how much it is."""
    counts = Counter(key for key, _ in _keys(audited))
    pages: dict[str, dict[str, int]] = {}
    for (path, code, digest), count in sorted(counts.items()):
        pages.setdefault(path, {})[f"{code} {digest}"] = count
    text = json.dumps({"version": _VERSION, "findings": pages}, ensure_ascii=False, indent=1)
    with writing(root if is_inside(root, file.parent) else file.parent) as work:
        work.replace_files({file: f"{text}\n".encode("utf-8", "backslashreplace")})  # a path may hold what JSON escapes
    return counts.total()


def _keys(audited: Iterable[Audited]) -> Iterable[tuple[_Key, Finding]]:
    for each in audited:
        for finding in each.findings:
            page = each.source if finding.side == "source" else each.page
            place = finding.problem.location
            line = page.lines[place.line - 1] if place.line <= len(page.lines) else ""
            digest = hashlib.sha256(" ".join(line.split()).encode()).hexdigest()[:10]
            yield (place.path, finding.problem.code, digest), finding
