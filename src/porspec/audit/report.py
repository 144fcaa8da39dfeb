"""The report of an audit: static pages that show each page beside its source, with what was found marked in them.

They need no server and no script. `index.html` has what was found by code and by page, the worst page first, `codes/`
the places of each code, `pages/` the pages.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from ..markdown.zones import anchor
from ..sources.files import is_inside
from ..sources.manifests import irreplaceable, write_manifest
from ..sources.problems import Code, Location, Problem, SpecError, printable, registry
from ..sources.writing import writing
from .aligning import rows, shown
from .findings import Audited, Finding

_LONGEST_NAME = 60
_TAG = re.compile(r"[a-zA-Z]{2,3}(?:-[a-zA-Z0-9]{2,8})*")  # of a language
_LOCALES = ("ms.contentlocale", "locale", "language", "lang")  # of front matter


@dataclass(frozen=True)
class Sheet:
    """A page of the report: of which page it is, and the name of its file."""

    audited: Audited
    file: str

    @property
    def path(self) -> str:
        return printable(self.audited.page.path)

    @property
    def findings(self) -> tuple[Finding, ...]:
        return self.audited.findings

    @cached_property
    def codes(self) -> list[tuple[str, int]]:
        """The codes of what was found, those with most first."""
        return _counted(each.problem.code for each in self.findings)

    @property
    def errors(self) -> int:
        return sum(each.problem.is_error for each in self.findings)

    @property
    def lines(self) -> int:
        return len(self.audited.page.lines)


def write_report(root: Path, folder: Path, audited: Iterable[Audited]) -> int:
    """Write the report into `folder`, swapped in whole; returns the number of its pages about pages.

    Raises SpecError where the folder holds what no report wrote; then it is as it was.
    """
    if found := irreplaceable(root, folder, "audit --report DIR"):
        place = Location("/".join(filter(None, (folder.as_posix(), found[0]))))
        raise SpecError(
            [Problem(place, found[1], "render-folder", "Give a folder of its own: porspec audit --report DIR.")]
        )
    sheets = [Sheet(_as_read(each), _file(number, each)) for number, each in enumerate(audited, 1)]
    with writing(root if is_inside(root, folder.parent) else folder.parent) as work:
        new = work.new_folder()
        for name, content in _files(sheets):
            (new / name).parent.mkdir(exist_ok=True)
            (new / name).write_text(content, "utf-8")
        write_manifest(new)
        work.replace_folder(new, folder)
    return len(sheets)


def _as_read(audited: Audited) -> Audited:
    """The same, what was found in the order in which it is read, whichever of the two pages it is on."""
    places = {each: each.problem.location for each in audited.findings}
    ordered = sorted(audited.findings, key=lambda each: (places[each].line, each.side, places[each].column, each))
    return replace(audited, findings=tuple(ordered))


def _file(number: int, audited: Audited) -> str:
    name = anchor(audited.page.path.removesuffix(".md"))[-_LONGEST_NAME:].strip("-")
    return f"{number:04}-{name}.html" if name else f"{number:04}.html"


def _files(sheets: Sequence[Sheet]) -> Iterable[tuple[str, str]]:
    """The files of a report, each by its path in it."""
    ordered = sorted(sheets, key=lambda sheet: (-sheet.errors, -len(sheet.findings), sheet.path))
    codes = {
        code: [(sheet, number, found) for sheet in sheets for number, found in _of(sheet, code)]
        for code in _codes(sheets)
    }
    templates = _templates()
    yield "report.css", (Path(__file__).parent / "templates" / "report.css").read_text("utf-8")
    yield "index.html", templates.get_template("index.html").render(_summary(ordered, codes))
    for code, places in codes.items():
        told = {"code": registry().codes[code], "places": places}
        yield f"codes/{code}.html", templates.get_template("code.html").render(told)
    for at, sheet in enumerate(ordered):
        told = {
            "sheet": sheet,
            "rows": rows(sheet.audited),
            "locales": {"source": _locale(sheet, "source"), "translation": _locale(sheet, "translation")},
            "worse": ordered[at - 1] if at else None,
            "better": ordered[at + 1] if at + 1 < len(ordered) else None,
        }
        yield f"pages/{sheet.file}", templates.get_template("page.html").render(told)


def _of(sheet: Sheet, code: str) -> list[tuple[int, Finding]]:
    return [(number, each) for number, each in enumerate(sheet.findings, 1) if each.problem.code == code]


def _codes(sheets: Iterable[Sheet]) -> list[str]:
    return [code for code, _ in _counted(each.problem.code for sheet in sheets for each in sheet.findings)]


def _counted(codes: Iterable[str]) -> list[tuple[str, int]]:
    """The codes, each with how often it stands there: by their counts, and then by their names."""
    return sorted(Counter(codes).items(), key=lambda each: (-each[1], each[0]))


def _summary(ordered: Sequence[Sheet], codes: Mapping[str, Sequence[Any]]) -> dict[str, Any]:
    known: Mapping[str, Code] = registry().codes
    return {
        "sheets": ordered,
        "codes": [(known[code], places, len({sheet.file for sheet, *_ in places})) for code, places in codes.items()],
        "count": sum(len(sheet.findings) for sheet in ordered),
        "errors": sum(sheet.errors for sheet in ordered),
        "sound": sum(not sheet.findings for sheet in ordered),
        "most": max((len(sheet.findings) for sheet in ordered), default=0),
    }


def _locale(sheet: Sheet, side: str) -> str:
    """The language of a page, as its front matter has it; a page with the language of its translation is bilingual."""
    audited = sheet.audited
    pages = {"source": audited.source, "translation": audited.translation}
    found = {
        name: next((said for key in _LOCALES if _TAG.fullmatch(said := str(page.matter.values.get(key)))), "")
        for name, page in pages.items()
        if page
    }
    is_told = side == "translation" or found.get("source") != found.get("translation")
    return found.get(side, "") if is_told else ""


def _templates() -> Environment:
    made = Environment(
        loader=PackageLoader("porspec.audit"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    made.filters |= {"shown": shown}
    return made
