"""The command check: problems as people read them, and as other programs do: JSON, annotations of GitHub, SARIF."""

from __future__ import annotations

import contextlib
import json
import os
import re
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path
from typing import Any
from urllib.parse import quote

from ..sources.config import read_config
from ..sources.pages import PROBLEMS
from ..sources.problems import Code, Location, Problem, SpecError, count_of, did_you_mean, registry
from .registry import problems_of

Problems = Sequence[Problem]
_SARIF = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def check(root: Path, only: Sequence[str] = (), left_out: Sequence[str] = (), form: str = "text") -> int:
    """Print the problems of a project; returns 1 where there are errors, 0 otherwise.

    Text is printed on the standard error, any other form is a document on the standard output, of which what modules
    of the steps package print is no part. Raises SpecError where there is no such code.
    """
    wanted = frozenset(each.name for each in _chosen(only, left_out))
    try:
        with contextlib.redirect_stdout(sys.stderr):
            _, problems = problems_of(root, wanted=wanted)
    except SpecError as error:
        problems = error.problems
    if form != "text":
        sys.stdout.write(FORMATS[form](problems, root))
    elif not problems:
        print("No problems")
        return 0
    else:
        print(*problems, sep="\n", file=sys.stderr)
    print(count_of(problems), file=sys.stderr)
    return int(any(each.is_error for each in problems))


def list_codes(only: Sequence[str] = (), left_out: Sequence[str] = ()) -> int:
    """Print the codes that a problem can have, a line each; raises SpecError where there is no such code."""
    chosen = _chosen(only, left_out)
    width = max((len(each.name) for each in chosen), default=0)
    for each in chosen:
        print(f"{each.name:<{width}}  {each.severity:<7}  {each.brief}")
    return 0


def _chosen(only: Sequence[str], left_out: Sequence[str]) -> list[Code]:
    known, place = registry().codes, Location("pyproject.toml")
    unknown = [("--only", each) for each in only if each not in known]
    unknown += [("--except", each) for each in left_out if each not in known]
    remedy = "porspec check --list names them all."
    if found := [
        Problem(place, f"{option} {code}: there is no such code", "option", did_you_mean(code, list(known)) + remedy)
        for option, code in unknown
    ]:
        raise SpecError(found)
    return [each for each in known.values() if each.name in (only or known) and each.name not in left_out]


def as_json(problems: Problems, root: Path) -> str:
    """A list of objects with `code`, `severity`, `path` (from `root`), `line`, `column`, `message` and `remedy`."""
    del root
    found = []
    for each in problems:
        kind, said = {"code": each.code, "severity": each.severity}, {"message": each.message, "remedy": each.remedy}
        found.append({**kind, **asdict(each.location), **said})
    return json.dumps(found, indent=2) + "\n"


def as_github(problems: Problems, root: Path) -> str:
    """Workflow commands, one a line, which GitHub shows at the lines of a change; paths are the repository's."""
    return "".join(f"::{each.severity} {_properties(each, root)}::{_escaped(_said(each))}\n" for each in problems)


def _properties(problem: Problem, root: Path) -> str:
    place = problem.location
    values = {"file": _in_repository(place, root), "line": place.line, "col": place.column, "title": problem.code}
    return ",".join(f"{name}={_escaped(str(value), ':,')}" for name, value in values.items())


def _said(problem: Problem) -> str:
    return f"{problem.message}\n{problem.remedy}"


def _escaped(text: str, marks: str = "") -> str:
    return re.sub(f"[%\r\n{marks}]", lambda mark: f"%{ord(mark[0]):02X}", text)


def as_sarif(problems: Problems, root: Path) -> str:
    """A log of SARIF 2.1.0; paths are the repository's."""
    codes, page = sorted({problem.code for problem in problems}), _help_page(root)
    rules = [_rule(code, page) for code in codes]
    driver = {"name": "porspec", "semanticVersion": version("porspec"), "rules": rules}
    results = [_result(problem, codes.index(problem.code), root) for problem in problems]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return json.dumps({"$schema": _SARIF, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _rule(code: str, page: str | None) -> dict[str, Any]:
    known = registry().codes[code]
    wrong, right = (f"{word}\n\n```text\n{text}\n```" for word, text in (("Wrong:", known.bad), ("Right:", known.good)))
    rule = {
        "id": code,
        "shortDescription": {"text": known.brief},
        "fullDescription": {"text": known.text.replace("`", "")},
        "help": {"text": known.text.replace("`", ""), "markdown": f"{known.text}\n\n{wrong}\n\n{right}"},
        "defaultConfiguration": {"level": known.severity},
    }
    return {**rule, "helpUri": f"{page}#{code}"} if page else rule


def _result(problem: Problem, index: int, root: Path) -> dict[str, Any]:
    place = problem.location
    file = {"uri": quote(os.fsencode(_in_repository(place, root))), "uriBaseId": "%SRCROOT%"}
    physical = {"artifactLocation": file, "region": {"startLine": place.line, "startColumn": place.column}}
    return {
        "ruleId": problem.code,
        "ruleIndex": index,
        "level": problem.severity,
        "message": {"text": _said(problem)},
        "locations": [{"physicalLocation": physical}],
    }


def _help_page(root: Path) -> str | None:
    """The address of the page on problems, where the site has one and its address is configured."""
    try:
        config = read_config(root)
    except SpecError:
        return None
    return f"{config.site.url.rstrip('/')}/{PROBLEMS}/" if config.site.url and config.site.renders else None


def _in_repository(place: Location, root: Path) -> str:
    """The path from the top of the repository that `root` stands in, or from `root`."""
    tops = (folder for folder in (root, *root.parents) if (folder / ".git").exists())
    return (root.relative_to(next(tops, root)) / place.path).as_posix()


FORMATS: Mapping[str, Callable[[Problems, Path], str]] = {"json": as_json, "github": as_github, "sarif": as_sarif}
