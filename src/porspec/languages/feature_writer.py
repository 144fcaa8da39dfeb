"""Writes features in another language, from the bound source feature and that language's catalogues."""

from __future__ import annotations

import hashlib
import re
import textwrap
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import PurePosixPath
from types import MappingProxyType

from ..sources.catalogues import Language
from ..sources.config import Config
from ..sources.features import Element, Examples, Feature, Row, Scenario, Step, paragraphs, screen_width, table_lines
from ..sources.locale import WITHOUT_BLANKS, keywords, lines_of, may_begin_line, reserved, unmistaken
from ..sources.options import LanguageConfig
from ..sources.problems import Location, Problem
from ..spec.bindings import Binding, BoundFeature, BoundRow, differences, renamed
from ..spec.catalogue import StepCatalogue
from ..spec.loader import Loader
from ..spec.spec import Spec

_WIDTH = 120
_WITHOUT_BLANKS = re.compile(f"[{WITHOUT_BLANKS}]")
MARK = "# Written by porspec sync from"
_SIGNED = re.compile(rf"^{MARK} (?P<source>.+) \((?P<digest>[0-9a-f]+)\)\..*\n", re.MULTILINE)
# What git leaves of two signatures, where both sides of a merge had the feature written anew.
_MERGED = re.compile(rf"^<{{7}}.*\n(?:{MARK}.*\n|(?:\|{{7}}|={{7}}).*\n)*>{{7}}.*\n", re.MULTILINE)


def write_features(spec: Spec, language: Language, problems: list[Problem]) -> Iterator[tuple[str, str | None]]:
    """The path and signed text of every feature; None instead of the text where the language lacks its patterns.

    A feature that a translation would turn into another program is a Problem, and left out.
    """
    languages = {spec.source: spec.languages[spec.source], language.code: language}
    definitions, labels = spec.catalogue.definitions.values(), spec.catalogue.labels.values()
    catalogue = StepCatalogue(definitions, labels, languages, problems)
    for stem in spec.features:
        bound = spec.feature(stem)
        path = spec.config.feature_path(language.code, stem)
        if catalogue.lacking((each for scenario in bound.scenarios for each in scenario.bindings), language.code):
            yield path, None
            continue
        writer = FeatureWriter(bound, spec.config, catalogue, language.code, partial(language.say, "features"))
        text = signed(writer.write(), bound.source.path, language.code)
        wrong = _verify(Loader(spec.config, catalogue, []), bound, text, path, language)
        problems += wrong
        if not wrong:
            yield path, text


def signed(text: str, source: str, code: str) -> str:
    """The text with a comment that says where it comes from, and by a digest whether it was edited since."""
    head, newline, rest = text.partition("\n")
    mark = f"{MARK} {source} ({_digest(text)}). To keep an edit, run: porspec sync --from {code}"
    return f"{head}\n{mark}\n{rest}" if head.startswith("# language:") else f"{mark}\n{head}{newline}{rest}"


def unsigned(text: str) -> str:
    """The text without that comment, or without the two that a merge left."""
    return _SIGNED.sub("", _MERGED.sub("", text), count=1)


def signature(text: str | None) -> str | None:
    """The digest of what was written, whatever the text is now; None where nothing was."""
    mark = _SIGNED.search(text or "")
    return mark["digest"] if mark else None


def is_as_written(text: str, stem: str) -> bool:
    """Whether nobody has edited, or copied, the feature of this name since it was signed."""
    mark = _SIGNED.search(text)
    return bool(mark and PurePosixPath(mark["source"]).stem == stem and mark["digest"] == _digest(unsigned(text)))


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:12]


def _verify(loader: Loader, source: BoundFeature, text: str, path: str, language: Language) -> list[Problem]:
    """Read what was written: it must be the same program, with as many paragraphs. The place is the translation."""
    bound = loader.bind_text(text, path, source.source.stem, language.code)
    problems = [*loader.problems, *(differences(source, bound) if bound else ())]
    if bound and not problems and len(_descriptions(bound.source)) == len(_descriptions(source.source)):
        return []
    catalogue = language.catalogues["features"]
    if names := [each for each in problems if each.code == "scenario-name-twice"]:
        lines = lines_of(text)
        told = {each.text: each.location for (kind, _), each in catalogue.messages.items() if kind == "scenario"}
        said = [lines[each.location.line - 1].partition(":")[2].strip() for each in names]
        remedy = "Translate the names of the scenarios of a feature with different words."
        places = [told.get(name, Location(catalogue.path)) for name in said]
        return [Problem(place, each.message, each.code, remedy) for place, each in zip(places, names, strict=True)]
    said_of = {each: language.say("features", each, "description") for each in _descriptions(source.source)}
    titles, steps = reserved(loader.config.language(language.code).dialect)
    guilty = [each for each, translated in said_of.items() if translated.startswith(titles)]
    guilty = guilty or [each for each, translated in said_of.items() if translated.startswith(steps)]
    what = "; ".join(each.message for each in problems) or "a description is lost"
    wrong = f"This translation reads as Gherkin, and {path} would be another program: {what}"
    remedy = "Begin no description with a Gherkin keyword or with #, @, | or *; keep names on one line."
    places = [language.location("features", each, "description") for each in guilty] or [Location(catalogue.path)]
    return [Problem(place, wrong, "description-keyword", remedy) for place in places]


def _descriptions(feature: Feature) -> list[str]:
    return [paragraph for each in feature.elements() for paragraph in paragraphs(each.description)]


class FeatureWriter:
    """Writes a feature in another language, line by line: what is not Gherkin's own stays where and as it is.

    `say` gives each name and paragraph in that language: called with (text, context). `wrapped` has descriptions
    that are to stay as somebody has wrapped them, by their paragraphs.
    """

    def __init__(
        self,
        bound: BoundFeature,
        config: Config,
        catalogue: StepCatalogue,
        code: str,
        say: Callable[[str, str], str],
        wrapped: Mapping[tuple[str, ...], str] = MappingProxyType({}),
    ) -> None:
        self.bound, self.catalogue, self.code, self.say, self.wrapped = bound, catalogue, code, say, wrapped
        self.from_code = bound.source.language
        self.source_dialect = config.language(self.from_code).dialect
        self.words: LanguageConfig = config.language(code)
        self.lines: dict[int, str] = {}
        self.descriptions: dict[int, str] = {}
        self.starts: set[int] = set()
        self.columns: dict[int, dict[str, str]] = {}

    def write(self) -> str:
        """The whole file in the language; raises LookupError where that lacks a pattern."""
        self._plan(self.bound.source)
        original = lines_of(self.bound.source.text)
        self.starts |= set(self.lines)
        out: list[str] = []
        columns: dict[str, str] = {}
        number = 1
        while number <= len(original):
            line = original[number - 1]
            if number in self.lines:
                columns = self.columns.get(number, {})
            indent = line[: len(line) - len(line.lstrip())]
            out.append(indent + self.lines[number] if number in self.lines else renamed(line, columns))
            if number in self.descriptions:
                end = min((start for start in self.starts if start > number), default=len(original) + 1)
                out += self._description(original[number : end - 1], self.descriptions[number])
                number = end - 1
            number += 1
        if out and out[0].lstrip("# ").startswith("language:"):
            out = out[1:]
        header = [] if self.words.dialect == "en" else [f"# language: {self.words.dialect}"]
        return "\n".join(header + out) + "\n"

    def _plan(self, feature: Feature) -> None:
        bound = {id(each.source): each for each in self.bound.scenarios}
        rows = {row.location.line: row for each in self.bound.scenarios for row in each.rows}
        for element in feature.elements():
            keyword = element.kind
            if isinstance(element, Examples) and element.header:
                self._table((element.header, *element.rows), rows)
            elif isinstance(element, Scenario):
                if element.keyword in keywords(self.source_dialect, ("scenario_outline",)):
                    keyword = "scenario_outline"
                headers = [examples.header.cells for examples in element.examples if examples.header]
                columns = {cell: self._column(cell) for header in headers for cell in header}
                for step, binding in zip(bound[id(element)].steps, bound[id(element)].bindings, strict=True):
                    self._step(step, binding)
                self.columns |= {step.location.line: columns for step in element.steps}
            self._element(element, keyword)

    def _element(self, element: Element, keyword: str) -> None:
        text = self.say(element.name, element.kind) if element.name else ""
        self.lines[element.location.line] = f"{self.words.keywords[keyword]}: {text}".rstrip()
        self.starts |= {tag.location.line for tag in getattr(element, "tags", ())}
        if element.description.strip():
            self.descriptions[element.location.line] = element.description

    def _step(self, step: Step, binding: Binding) -> None:
        text = self.catalogue.phrase(binding, self.code)
        keyword = "*"
        if step.keyword != "*":
            known = {kind: map(str.strip, keywords(self.source_dialect, (kind,))) for kind in ("and", "but")}
            kind = next((each for each in known if step.keyword in known[each]), binding.kind)
            keyword = self.words.keywords[kind]
        self.lines[step.location.line] = f"{unmistaken(keyword, text, self.words.dialect)} {text}"

    def _column(self, cell: str) -> str:
        """What a column is called in the language that is written."""
        return self.catalogue.column_text(self.catalogue.column(cell, self.from_code), self.code)

    def _table(self, rows: Sequence[Row], bound: Mapping[int, BoundRow]) -> None:
        header, *body = rows
        names = [self.catalogue.column(cell, self.from_code) for cell in header.cells]
        texts = [[self._column(cell) for cell in header.cells]]
        for row in body:
            cells = bound[row.locations[0].line].cells
            texts.append([self.catalogue.write(cells[name], self.code) for name in names])
        for row, line in zip(rows, table_lines(texts), strict=True):
            self.lines[row.locations[0].line] = line

    def _description(self, lines: Sequence[str], description: str) -> list[str]:
        """The lines between a keyword line and the next one, with the description translated."""
        prose = [index for index, line in enumerate(lines) if line.strip() and not line.lstrip().startswith("#")]
        first, last = prose[0], prose[-1]
        indent = lines[first][: len(lines[first]) - len(lines[first].lstrip())]
        out = list(lines[:first])
        said = tuple(self.say(paragraph, "description") for paragraph in paragraphs(description))
        if said in self.wrapped:
            out += textwrap.indent(textwrap.dedent(self.wrapped[said]).strip("\n"), indent).split("\n")
        else:
            for number, paragraph in enumerate(said):
                out += [""] if number else []
                out += [indent + line for line in self._wrap(paragraph, _WIDTH - len(indent))]
        comments = [line for line in lines[first:last] if line.lstrip().startswith("#")]
        return out + comments + list(lines[last + 1 :])

    def _wrap(self, text: str, width: int) -> list[str]:
        """Lines of at most `width`, none of which begins with what Gherkin would take for its own.

        A text whose words no blanks part stays on one line: a line break would come back as a blank.
        """
        if _WITHOUT_BLANKS.search(text):
            return [text]
        lines: list[list[str]] = [[]]
        for word in text.split():
            fits = screen_width(" ".join([*lines[-1], word])) <= width
            if fits or not lines[-1] or not may_begin_line(word, self.words.dialect):
                lines[-1].append(word)
            else:
                lines.append([word])
        return [" ".join(line) for line in lines]
