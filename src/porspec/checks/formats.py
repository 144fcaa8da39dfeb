"""The command check: problems as people read them, and as other programs do: JSON, annotations of GitHub, SARIF."""

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
from ..sources.problems import Code, Location, Problem, SpecError, count_of, did_you_mean, print_problems, registry
from .checking import problems_of

Problems = Sequence[Problem]
_KEYS = ("code", "severity", "path", "line", "column", "message", "remedy")
_SARIF = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def check(root: Path, only: Sequence[str] = (), left_out: Sequence[str] = (), form: str = "text") -> int:
    """Print the problems of a project; returns 1 where there are errors, 0 otherwise.

    Text is printed on the standard error, any other form is a document on the standard output, of which what modules
    of the steps package print is no part. Raises SpecError where there is no such code.
    """
    wanted = frozenset(each.name for each in chosen(only, left_out))
    try:
        with contextlib.redirect_stdout(sys.stderr):
            _, problems = problems_of(root, wanted=wanted)
    except SpecError as error:
        problems = error.problems
    return tell(problems, root, form)


def tell(problems: Problems, root: Path, form: str) -> int:
    """Print problems; returns 1 where there are errors, 0 otherwise."""
    if form != "text":
        sys.stdout.write(FORMATS[form](problems, root))
        print(count_of(problems), file=sys.stderr)
    elif problems:
        print_problems(problems)
    else:
        print("No problems")
    return int(any(each.is_error for each in problems))


def list_codes(only: Sequence[str] = (), left_out: Sequence[str] = ()) -> int:
    """Print the codes that a problem can have, a line each; raises SpecError where there is no such code."""
    found = chosen(only, left_out)
    width = max((len(each.name) for each in found), default=0)
    for each in found:
        print(f"{each.name:<{width}}  {each.severity:<7}  {each.brief}")
    return 0


def chosen(only: Sequence[str], left_out: Sequence[str]) -> list[Code]:
    known, options = registry().codes, (("--only", only), ("--except", left_out))
    unknown = [(option, each) for option, codes in options for each in codes if each not in known]
    if unknown:
        place, remedy = Location("pyproject.toml"), "porspec check --list names them all."
        told = [(f"{option} {code}", did_you_mean(code, list(known)) + remedy) for option, code in unknown]
        raise SpecError(Problem(place, f"{given}: there is no such code", "option", todo) for given, todo in told)
    return [each for each in known.values() if each.name in (only or known) and each.name not in left_out]


def as_json(problems: Problems, _root: Path) -> str:
    """A list of objects with `code`, `severity`, `path` (from the root), `line`, `column`, `message` and `remedy`."""
    found = ({**asdict(each), **asdict(each.location)} for each in problems)
    return json.dumps([{key: each[key] for key in _KEYS} for each in found], indent=2) + "\n"


def as_github(problems: Problems, root: Path) -> str:
    """Workflow commands, one a line, which GitHub shows at the lines of a change; paths are the repository's."""

    def escaped(text: object, marks: str = "") -> str:
        return re.sub(f"[%\r\n{marks}]", lambda mark: f"%{ord(mark[0]):02X}", str(text))

    lines = []
    for each in problems:
        place = each.location
        values = {"file": _in_repository(place, root), "line": place.line, "col": place.column, "title": each.code}
        properties = ",".join(f"{name}={escaped(value, ':,')}" for name, value in values.items())
        lines.append(f"::{each.severity} {properties}::{escaped(_said(each))}\n")
    return "".join(lines)


def _said(problem: Problem) -> str:
    return f"{problem.message}\n{problem.remedy}"


def as_sarif(problems: Problems, root: Path) -> str:
    """A log of SARIF 2.1.0; paths are the repository's."""
    codes, page = sorted({problem.code for problem in problems}), None
    with contextlib.suppress(SpecError):  # the page on problems, where the site has one and an address is configured
        site = read_config(root).site
        page = f"{site.url.rstrip('/')}/{PROBLEMS}/" if site.url and site.renders else None
    rules = [_rule(code, page) for code in codes]
    results = []
    for each in problems:
        file = {"uri": quote(os.fsencode(_in_repository(each.location, root))), "uriBaseId": "%SRCROOT%"}
        region = {"startLine": each.location.line, "startColumn": each.location.column}
        result = {"ruleId": each.code, "ruleIndex": codes.index(each.code), "level": each.severity}
        place = {"physicalLocation": {"artifactLocation": file, "region": region}}
        results.append({**result, "message": {"text": _said(each)}, "locations": [place]})
    driver = {"name": "porspec", "semanticVersion": version("porspec"), "rules": rules}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return json.dumps({"$schema": _SARIF, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _rule(code: str, page: str | None) -> dict[str, Any]:
    known = registry().codes[code]
    wrong, right = (f"{word}\n\n```text\n{text}\n```" for word, text in (("Wrong:", known.bad), ("Right:", known.good)))
    plain = {"text": known.text.replace("`", "")}
    rule = {
        "id": code,
        "shortDescription": {"text": known.brief},
        "fullDescription": plain,
        "help": {**plain, "markdown": f"{known.text}\n\n{wrong}\n\n{right}"},
        "defaultConfiguration": {"level": known.severity},
    }
    return {**rule, "helpUri": f"{page}#{code}"} if page else rule


def _in_repository(place: Location, root: Path) -> str:
    """The path from the top of the repository that `root` stands in, or from `root`."""
    tops = (folder for folder in (root, *root.parents) if (folder / ".git").exists())
    return (root.relative_to(next(tops, root)) / place.path).as_posix()


FORMATS: Mapping[str, Callable[[Problems, Path], str]] = {"json": as_json, "github": as_github, "sarif": as_sarif}
