"""What one page shows: zones and steps, alerts, anchors, leftovers of machines, and how it is written."""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from ..checks.docfx import docfx_problems
from ..checks.list_numbers import number_problems
from ..sources.problems import Location, Problem
from .findings import Finding
from .language import Language, asked
from .markup import RULES, at
from .reading import Read
from .units import Unit

_ONCE = frozenset({"docs-include", "docs-video", "docs-tab", "docs-code", "docs-syntax"})
OF_A_PAGE = _ONCE | {"blanks"}  # told once for a page
_DOCFX = re.compile(r":::|\[!|#tab/|xref:", re.IGNORECASE)
_LEFTOVER = re.compile(
    r"(?<![\w#&/(])#A\d{1,2}\b|</?(?:bpt|ept|ph|it|g|x)\b(?=[^<>]*\b(?:id|i)=)[^<>]*>|\bdata-(?:ttu|stu)-id\b|\{<\d+>|<\d+\}"
)
_LIST_BLANKS = re.compile(r"^[ \t>]*\d+[.)] ( +)(?=\S)", re.MULTILINE)
_NAMED = re.compile(r"<a\s+(?:name|id)\s*=\s*[\"']([^\"']+)", re.IGNORECASE)
_ALERT = re.compile(r"\s*(?:\*\*|__)([^*_]{3,20}?)\s*:?(?:\*\*|__)\s*:?\s*\S")


def known_checks(read: Read, _: Language) -> Iterator[Finding]:
    """What `porspec check` finds on a page without a project; what docfx alone fills in, once for a page."""
    told = set[str]()
    page = read.blocks
    of_docfx = docfx_problems(page) if _DOCFX.search(read.page.text) else ()
    for problem in (*read.problems, *of_docfx, *number_problems(page, read.monikers)):
        if problem.code not in told:
            yield Finding(problem, "source")
        if problem.code in _ONCE:
            told.add(problem.code)


def alerts_as_text(read: Read, language: Language) -> Iterator[Finding]:
    """A note in bold where an alert belongs."""
    known = {each.casefold() for each in language.alerts}
    for unit in read.units:
        match = _ALERT.match(unit.text) if unit.kind in ("paragraph", "step's text") else None
        if match and match[1].strip().casefold() in known:
            message = f"{match[1]} is written as text, and is no alert"
            yield at(unit, match.span(), "alert-as-text", message, "Write > [!NOTE], and the text below it.")


def leftovers(read: Read, _: Language) -> Iterator[Finding]:
    """What machine translation left behind."""
    for unit in read.units:
        if "#A" in unit.text or "<" in unit.text:
            for match in _LEFTOVER.finditer(unit.coded):
                message = f"{match[0]} is left from a machine's translation"
                yield at(unit, match.span(), "translation-leftover", message, "Translate the sentence anew.")


def blanks_of_the_page(read: Read, _: Language) -> Iterator[Finding]:
    """Lines of nothing but blanks, and doubled blanks after the number of a step: one notice for a page."""
    found = [number for number, line in enumerate(read.page.lines, 1) if line and not line.strip(" \t")]
    if found:
        message = f"Lines that hold nothing but blanks: {len(found)}"
        place = Location(read.page.path, found[0])
        yield Finding(Problem(place, message, "blanks", "Let an editor remove them."), "source", 0)
    is_doubled = ".  " in read.page.text or ")  " in read.page.text
    numbers = list(_LIST_BLANKS.finditer(read.page.text)) if is_doubled else []
    steps = sum(mark.kind == "step" for mark in read.marks)
    if 0 < len(numbers) <= steps / 4:
        place = Location.at(read.page.path, read.page.text, numbers[0].start(1))
        message = "Two blanks follow the number of this step, and one that of others"
        yield Finding(Problem(place, message, "blanks", "Set one."), "source", 1)


def steps_without_colon(read: Read, language: Language) -> Iterator[Finding]:
    """A paragraph that says what the steps behind it are for, and ends with no mark: the first of a page."""
    if language.purpose is None:
        return
    for one, other in pairwise(read.marks):
        begins = one.unit and one.kind == "paragraph" and other.kind == "step" and "**" not in one.unit.text
        if one.unit and begins and language.purpose.match(one.unit.said.strip()):
            message = "What leads to the steps ends with no mark"
            yield at(one.unit, (0, len(one.unit.text)), "grammar", message, "End it with a colon.")
            return


def twin_anchors(read: Read, _: Language) -> Iterator[Finding]:
    """One anchor at several places, which is told at the second."""
    seen: dict[str, list[tuple[Unit, re.Match[str]]]] = defaultdict(list)
    for unit in read.units:
        for match in _NAMED.finditer(unit.coded) if "<a" in unit.text else ():
            seen[match[1]].append((unit, match))
    for name, found in seen.items():
        if len(found) > 1:
            lines = ", ".join(str(unit.line) for unit, _ in found)
            message = f'The anchor "{name}" stands on the lines {lines}'
            yield at(found[1][0], found[1][1].span(1), "anchor-twice", message, "Give each place an anchor of its own.")


def language_rules(read: Read, language: Language) -> Iterator[Finding]:
    """What no page in a language says."""
    for unit in read.units if language.of_pages else ():
        for each in asked(language.of_pages, unit.said.lower()):
            if match := each.wrong.search(unit.said):  # type: ignore[union-attr]
                yield at(unit, match.span(), each.code, each.message, each.remedy)


def register(read: Read, language: Language) -> Iterator[Finding]:
    """Readers who are addressed in two ways: the rarer one."""
    if language.register is None:
        return
    found = [[(unit, match) for unit in read.units for match in form.finditer(unit.said)] for form in language.register]
    few = min(found, key=len)
    many = max(found, key=len)
    if few and len(many) > 3 * len(few):
        done = set[int]()
        for unit, match in few:
            if unit.line not in done:
                done.add(unit.line)
                message = f'"{match[0]}" addresses readers otherwise than the rest of the page'
                yield at(unit, match.span(), "register", message, f'Write as elsewhere: "{many[0][1][0]}".')


_ALL = (
    known_checks,
    *RULES,
    alerts_as_text,
    leftovers,
    blanks_of_the_page,
    steps_without_colon,
    twin_anchors,
    language_rules,
    register,
)


def of_page(read: Read, language: Language) -> Iterator[Finding]:
    """What a page shows without any other: each finding is of the source, until a pair says otherwise."""
    for rule in _ALL:
        yield from rule(read, language)
