"""Feature files as frozen values with their places, parsed by gherkin-official; and tables as these files have them."""

import re
import sys
import textwrap
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Literal, cast

from gherkin.errors import CompositeParserException, ParserException
from gherkin.parser import Parser

from .locale import syntax_problems
from .problems import Location, Problem

Kind = Literal["given", "when", "then"]
ASSUMPTION = "assumption"  # the tag of what no source says
KINDS: tuple[Kind, ...] = ("given", "when", "then")
_LANGUAGE = re.compile(r"\s*(?:#(?!\s*language\s*:)[^\n]*\n\s*)*#\s*language\s*:\s*(?P<code>[\w-]+)")
_CONFLICT = re.compile(r"^<{7} .*\n(?:.*\n)*?={7}\n(?:.*\n)*?>{7} ", re.MULTILINE)
_KIND_OF: dict[str, Kind] = {"Context": "given", "Action": "when", "Outcome": "then"}


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag without its @."""

    name: str
    location: Location


@dataclass(frozen=True, slots=True)
class Step:
    """A step as written; `keyword` without its blank, `column` of `location` that of the keyword.

    `kind` is None where Gherkin knows none: of `*`, and of And and But with nothing before them that has one.
    """

    kind: Kind | None
    keyword: str
    text: str
    location: Location
    keyword_width: int
    table: tuple[tuple[str, ...], ...] | None = None
    doc_string: str | None = None
    media_type: str | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A row of an Examples table, heading rows included."""

    cells: tuple[str, ...]
    locations: tuple[Location, ...]


@dataclass(frozen=True, slots=True)
class Element:
    """What has a title: a keyword and a name, with tags above it and a description below it."""

    keyword: str
    name: str
    description: str
    location: Location
    tags: tuple[Tag, ...]

    @property
    def kind(self) -> str:
        """What Gherkin calls it: feature, background, rule, scenario or examples."""
        return type(self).__name__.lower()

    @property
    def is_assumption(self) -> bool:
        """Whether it has itself the tag that says so; what stands in it has the tag as well."""
        return any(tag.name == ASSUMPTION for tag in self.tags)


@dataclass(frozen=True, slots=True)
class Examples(Element):
    header: Row | None
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Background(Element):
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Scenario(Element):
    steps: tuple[Step, ...]
    examples: tuple[Examples, ...]


@dataclass(frozen=True, slots=True)
class Group(Element):
    """What holds scenarios."""

    background: Background | None
    scenarios: tuple[Scenario, ...]


@dataclass(frozen=True, slots=True)
class Rule(Group):
    pass


@dataclass(frozen=True, slots=True)
class Feature(Group):
    """A feature file: `path` relative to the root, `stem` its path in the folder of its language, without
    ending.
    """

    rules: tuple[Rule, ...]
    path: str
    stem: str
    language: str
    text: str = field(repr=False)

    def elements(self) -> Iterator[Element]:
        """Everything that has a title, in the order of the file."""
        for group in (self, *self.rules):
            yield group
            yield from filter(None, [group.background])
            for scenario in group.scenarios:
                yield from (scenario, *scenario.examples)

    def all_scenarios(self) -> Iterator[tuple[Rule | None, Scenario]]:
        """Every scenario with the rule it stands under, in the order of the file."""
        yield from ((None, scenario) for scenario in self.scenarios)
        yield from ((rule, scenario) for rule in self.rules for scenario in rule.scenarios)


def paragraphs(description: str) -> tuple[str, ...]:
    """The paragraphs of a description, each on one line: the unit that is translated and rendered."""
    blocks = textwrap.dedent(description).strip().split("\n\n")
    return tuple(" ".join(block.split()) for block in blocks if block.strip())


@lru_cache(512)
def parse_feature(
    text: str, path: str, stem: str, language: str, dialect: str
) -> tuple[Feature | None, tuple[Problem, ...]]:
    """The feature that a language's folder has as this text, and all that is wrong with it; parsed once per text.

    A byte order mark at its head is no part of it.
    """
    text = text.removeprefix("\ufeff")
    if problem := merge_conflict(text, path) or _wrong_language(text, path, dialect):
        return None, (problem,)
    try:
        node = cast("dict[str, Any]", Parser().parse(text)).get("feature")
    except (CompositeParserException, ParserException) as error:
        return None, tuple(syntax_problems(getattr(error, "errors", [error]), text, path, dialect))
    if node is None:
        remedy = "Write a Feature, or delete the file."
        return None, (Problem(Location(path), "This file holds no feature", "feature-empty", remedy),)
    reader = _Reader(path)
    return Feature(*reader.head(node), *reader.children(node), path, stem, language, text), ()


def merge_conflict(text: str, path: str) -> Problem | None:
    """What git left of two versions of a feature, at its first mark."""
    if not (found := _CONFLICT.search(text)):
        return None
    remedy = (
        "Keep one of the two texts, and remove the marks. If porspec sync writes this file, run it; where it leaves "
        "the conflict, delete the file and run porspec sync."
    )
    return Problem(Location.at(path, text, found.start()), "A merge conflict is left here", "feature-syntax", remedy)


@dataclass
class _Reader:
    """Turns gherkin-official's document into our values."""

    path: str

    def head(self, node: dict[str, Any]) -> tuple[str, str, str, Location, tuple[Tag, ...]]:
        tags = tuple(Tag(tag["name"].removeprefix("@"), self._place(tag)) for tag in node.get("tags", ()))
        return node["keyword"], node["name"], node["description"], self._place(node), tags

    def children(
        self, node: dict[str, Any], kind: Kind | None = None
    ) -> tuple[Background | None, tuple[Scenario, ...], tuple[Rule, ...]]:
        """What stands in a feature or a rule; `kind` is that of the last background step before it."""
        background, scenarios, rules = None, [], []
        for child in node["children"]:
            if found := child.get("background"):
                background = Background(*self.head(found), self._steps(found["steps"], kind))
                kind = background.steps[-1].kind if background.steps else kind
            elif found := child.get("scenario"):
                examples = tuple(map(self._examples, found["examples"]))
                scenarios.append(Scenario(*self.head(found), self._steps(found["steps"], kind), examples))
            else:
                rules.append(Rule(*self.head(child["rule"]), *self.children(child["rule"], kind)[:2]))
        return background, tuple(scenarios), tuple(rules)

    def _examples(self, node: dict[str, Any]) -> Examples:
        rows = self._rows([node["tableHeader"], *node["tableBody"]] if "tableHeader" in node else ())
        return Examples(*self.head(node), rows[0] if rows else None, rows[1:])

    def _rows(self, nodes: Iterable[dict[str, Any]]) -> tuple[Row, ...]:
        rows = [node["cells"] for node in nodes]
        return tuple(Row(tuple(cell["value"] for cell in row), tuple(map(self._place, row))) for row in rows)

    def _steps(self, nodes: Iterable[dict[str, Any]], kind: Kind | None) -> tuple[Step, ...]:
        """Steps; `kind` is that of the step before the first one."""
        steps: list[Step] = []
        for node in nodes:
            if node["keywordType"] != "Conjunction":
                kind = _KIND_OF.get(node["keywordType"])
            keyword, place = node["keyword"], self._place(node)
            table = tuple(row.cells for row in self._rows(node["dataTable"]["rows"])) if "dataTable" in node else None
            below = node.get("docString", {})
            said = below.get("content"), below.get("mediaType")
            steps.append(Step(kind, sys.intern(keyword.strip()), node["text"], place, len(keyword), table, *said))
        return tuple(steps)

    def _place(self, node: dict[str, Any]) -> Location:
        return Location(self.path, **node["location"])


def _wrong_language(text: str, path: str, dialect: str) -> Problem | None:
    """A language header that is not the folder's: every keyword of the file would be wrong."""
    header = _LANGUAGE.match(text)
    found = header["code"] if header else "en"
    if found == dialect or not text.strip():
        return None
    line = text.count("\n", 0, header.start("code")) + 1 if header else 1
    message = f'This file is in Gherkin\'s "{found}", and its folder is for "{dialect}"'
    remedy = f'Begin the file with "# language: {dialect}", or move it.'
    return Problem(Location(path, line), message, "feature-language", remedy)


# --- as a feature file has them -----------------------------------------------------------------------------------


def table_lines(rows: Sequence[Sequence[str]]) -> list[str]:
    """The lines of a table, its columns aligned on a screen; Gherkin reads the same cells from them."""
    marks = str.maketrans({"\\": "\\\\", "|": "\\|", "\n": "\\n"})
    escaped = [[cell.translate(marks) for cell in row] for row in rows]
    widths = [max(map(screen_width, column)) for column in zip(*escaped, strict=True)]
    return [
        f"| {' | '.join(cell + ' ' * (width - screen_width(cell)) for cell, width in zip(row, widths, strict=True))} |"
        for row in escaped
    ]


def below_lines(table: Sequence[Sequence[str]] | None, doc_string: str | None, media_type: str | None) -> Iterator[str]:
    """A step's table or doc string as a feature file has it."""
    yield from table_lines(table) if table else ()
    if doc_string is not None:
        yield f'"""{media_type or ""}'
        yield from doc_string.split("\n")
        yield '"""'


def screen_width(text: str) -> int:
    """Columns on a screen: East Asian wide characters take two."""
    if text.isascii():
        return len(text)
    return sum(2 if unicodedata.east_asian_width(each) in "WF" else 1 for each in text)
