"""The command audit: what was found, without what a baseline knows, in the forms of `porspec check`."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ..checks.formats import chosen, tell
from ..sources.config import Config, with_severities
from ..sources.files import read_source, read_toml
from ..sources.monikers import Monikers
from ..sources.problems import Location, Problem, SpecError
from ..sources.settings import OptionError, check_severities
from .auditing import audit
from .baseline import Known, read_baseline, write_baseline
from .findings import Audited
from .terms import Terms, read_terms
from .works import Works


@dataclass(frozen=True)
class Given:
    """What an audit is asked for, besides the pages."""

    only: Sequence[str] = ()
    left_out: Sequence[str] = ()
    form: str = "text"
    glossary: Path | None = None
    baseline: Path | None = None
    writes: bool = False
    report: Path | None = None


def run(root: Path, works: Works, given: Given) -> int:
    """Audit pages, and print what was found; returns 1 for errors, or for anything that a baseline does not know.

    Raises SpecError where there is no such code, or a file that was given cannot be read or written.
    """
    codes = frozenset(each.name for each in chosen(given.only, given.left_out))
    known = read_baseline(root / given.baseline) if given.baseline and not given.writes else None
    terms = read_terms(root / given.glossary) if given.glossary else Terms()
    audited, unreadable = audit(root, works, terms)
    config = _severities(root)
    audited = [_of(each, codes, config) for each in audited]
    if given.report:
        from .report import write_report

        print(f"Wrote the report on {write_report(root, root / given.report, audited)} pages into {given.report}")
    if given.baseline and given.writes:
        count = write_baseline(root, root / given.baseline, audited)
        print(f"Wrote {count} findings into {given.baseline}")
        return tell(sorted(with_severities(config, unreadable)), root, given.form)
    new = known.new(audited) if known else [finding.problem for each in audited for finding in each.findings]
    found = sorted({*new, *with_severities(config, unreadable)})
    failed = tell(found, root, given.form)
    if known:
        _tell_known(known, audited, len(new))
        return int(bool(found))
    return failed


def _severities(root: Path) -> Config:
    """What [tool.porspec.checks] says, of a folder that needs to be no project otherwise.

    Raises SpecError where it does not make sense.
    """
    path, code = "pyproject.toml", "configuration"
    tool = read_toml(root, path, code).get("tool") if (root / path).exists() else None
    table = tool.get("porspec") if isinstance(tool, dict) else None
    found = table.get("checks", {}) if isinstance(table, dict) else {}
    try:
        check_severities(found)
    except OptionError as error:
        place = Location(path, error.line(read_source(root, path, code)))
        message = f"[tool.porspec] does not make sense: {error}"
        raise SpecError([Problem(place, message, code, error.remedy)]) from None
    return Config(root, "", "", Monikers(()), checks=found)


def _of(audited: Audited, codes: frozenset[str], config: Config) -> Audited:
    """What is asked for, with the severities that a project gives it."""
    found = (each for each in audited.findings if each.problem.code in codes)
    set_ = ((each, problem) for each in found for problem in with_severities(config, [each.problem]))
    return replace(audited, findings=tuple(replace(each, problem=problem) for each, problem in set_))


def _tell_known(known: Known, audited: Sequence[Audited], new: int) -> None:
    count = sum(len(each.findings) for each in audited) - new
    gone = known.total - count
    more = f"; {gone} of it are gone: write it anew with --write-baseline" if gone else ""
    print(f"{count} known from the baseline{more}", file=sys.stderr)
