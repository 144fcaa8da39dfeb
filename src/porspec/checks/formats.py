"""Problems as other programs read them: JSON, annotations of GitHub, SARIF."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Mapping, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any
from urllib.parse import quote

from ..sources.codes import registry
from ..sources.config import read_config
from ..sources.problems import Location, Problem, SpecError

Problems = Sequence[Problem]
_SARIF = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def as_json(problems: Problems, root: Path) -> str:
    """A list of objects with `code`, `path` (from `root`), `line`, `column`, `message` and `remedy`."""
    del root
    found = [
        {
            "code": problem.code,
            "path": problem.location.path,
            "line": problem.location.line,
            "column": problem.location.column,
            "message": problem.message,
            "remedy": problem.remedy,
        }
        for problem in problems
    ]
    return json.dumps(found, indent=2) + "\n"


def as_github(problems: Problems, root: Path) -> str:
    """Workflow commands, one a line, which GitHub shows at the lines of a change; paths are the repository's."""
    return "".join(f"::error {_properties(each, root)}::{_data(each)}\n" for each in problems)


def _properties(problem: Problem, root: Path) -> str:
    place = problem.location
    values = {"file": _in_repository(place, root), "line": place.line, "col": place.column, "title": problem.code}
    return ",".join(f"{name}={_escaped(str(value), ':,')}" for name, value in values.items())


def _data(problem: Problem) -> str:
    return _escaped(f"{problem.message}\n{problem.remedy}")


def _escaped(text: str, marks: str = "") -> str:
    return re.sub(f"[%\r\n{marks}]", lambda mark: f"%{ord(mark[0]):02X}", text)


def as_sarif(problems: Problems, root: Path) -> str:
    """A log of SARIF 2.1.0; paths are the repository's."""
    codes = sorted({problem.code for problem in problems})
    page = _help_page(root)
    driver = {
        "name": "porspec",
        "semanticVersion": version("porspec"),
        "rules": [_rule(code, page) for code in codes],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(problem, codes.index(problem.code), root) for problem in problems],
    }
    return json.dumps({"$schema": _SARIF, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _rule(code: str, page: str | None) -> dict[str, Any]:
    rule = {
        "id": code,
        "shortDescription": {"text": registry().codes[code].brief},
        "defaultConfiguration": {"level": "error"},
    }
    return {**rule, "helpUri": f"{page}#{code}"} if page else rule


def _result(problem: Problem, index: int, root: Path) -> dict[str, Any]:
    place = problem.location
    uri = quote(os.fsencode(_in_repository(place, root)))
    return {
        "ruleId": problem.code,
        "ruleIndex": index,
        "level": "error",
        "message": {"text": f"{problem.message}\n{problem.remedy}"},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": uri, "uriBaseId": "%SRCROOT%"},
                    "region": {"startLine": place.line, "startColumn": place.column},
                }
            }
        ],
    }


def _help_page(root: Path) -> str | None:
    """The address of the page on problems, where the site has one and its address is configured."""
    try:
        config = read_config(root)
    except SpecError:
        return None
    has_page = any((root / config.docs).glob("problems.*"))
    return f"{config.site_url.rstrip('/')}/problems/" if config.site_url and has_page else None


def _in_repository(place: Location, root: Path) -> str:
    """The path from the top of the repository that `root` stands in, or from `root`."""
    tops = (folder for folder in (root, *root.parents) if (folder / ".git").exists())
    return (root.relative_to(next(tops, root)) / place.path).as_posix()


FORMATS: Mapping[str, Callable[[Problems, Path], str]] = {"json": as_json, "github": as_github, "sarif": as_sarif}
