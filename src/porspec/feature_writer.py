"""Writes features in another language, from the bound source feature and that language's catalogues."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from .bindings import Binding, Column
from .bound import BoundFeature, BoundRow
from .catalogue import StepCatalogue
from .config import LanguageConfig, gherkin_dialect
from .differences import differences
from .features import Background, Examples, Feature, Row, Rule, Scenario, Step, paragraphs
from .loader import Loader
from .locales import Language
from .problems import Location, Problem
from .spec import Spec

_WIDTH = 120
_Element = Feature | Background | Rule | Scenario | Examples


def write_features(spec: Spec, language: Language, problems: list[Problem]) -> Iterator[tuple[str, str]]:
    """The path and text of every feature that this language can have: one that lacks a translation is left out."""
    found: list[Problem] = []
    languages = {spec.source: spec.languages[spec.source], language.code: language}
    definitions, labels = spec.catalogue.definitions.values(), spec.catalogue.labels.values()
    catalogue = StepCatalogue(definitions, labels, languages, found)
    problems += found
    for stem, bound in spec.features.items():
        feature = bound[spec.source].source
        path = spec.config.feature_path(language.code, stem)
        writer = FeatureWriter(spec, bound[spec.source], catalogue, language)
        text = writer.write((spec.config.root / feature.path).read_text("utf-8-sig"))
        if not writer.is_complete:
            continue
        wrong = _verify(spec, catalogue, bound[spec.source], text, path, stem, language)
        problems += wrong
        if not wrong:
            yield path, text


def _verify(
    spec: Spec, catalogue: StepCatalogue, source: BoundFeature, text: str, path: str, stem: str, language: Language
) -> list[Problem]:
    """Read what was written: it must be the same program, with as many paragraphs. The place is the translation."""
    problems: list[Problem] = []
    bound = Loader(spec.config, catalogue, problems).bind_text(text, path, stem, language.code)
    if bound is not None:
        problems += differences(source, bound)
        if not problems and len(_descriptions(bound.source)) == len(_descriptions(source.source)):
            return []
    words = {each: language.text("features", each, "description") or "" for each in _descriptions(source.source)}
    titles, steps = _reserved(spec.config.language(language.code).dialect)
    guilty = [each for each, translated in words.items() if translated.startswith(titles)]
    guilty = guilty or [each for each, translated in words.items() if translated.startswith(steps)]
    places = [language.location("features", each, "description") for each in guilty]
    what = "; ".join(each.message for each in problems) or "a description is lost"
    return [
        Problem(
            place,
            f"This translation reads as Gherkin, and {path} would be another program: {what}",
            "description-keyword",
            "Begin no description with a Gherkin keyword or with #, @, | or *; keep names on one line.",
        )
        for place in places or [Location(language.catalogues["features"].path)]
    ]


def _reserved(dialect: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What a line of text must not begin with: anywhere, and in the description of a scenario."""
    words = gherkin_dialect(dialect)
    titles = [*words.background_keywords, *words.rule_keywords, *words.scenario_keywords]
    titles += [*words.scenario_outline_keywords, *words.examples_keywords, *words.feature_keywords]
    steps = [
        *words.given_keywords,
        *words.when_keywords,
        *words.then_keywords,
        *words.and_keywords,
        *words.but_keywords,
    ]
    return (*(f"{title}:" for title in titles), "#", "@", "|", '"""', "```"), tuple(steps)


def _descriptions(feature: Feature) -> list[str]:
    elements: list[Feature | Rule | Scenario] = [
        feature,
        *feature.rules,
        *(each for _, each in feature.all_scenarios()),
    ]
    return [paragraph for element in elements for paragraph in paragraphs(element.description)]


class FeatureWriter:
    """Writes a feature in another language, line by line: what is not Gherkin's own stays where and as it is."""

    def __init__(self, spec: Spec, bound: BoundFeature, catalogue: StepCatalogue, language: Language) -> None:
        self.spec, self.bound, self.catalogue, self.language = spec, bound, catalogue, language
        self.source_dialect = gherkin_dialect(spec.config.language(spec.source).dialect)
        self.words: LanguageConfig = spec.config.language(language.code)
        self.is_complete = True
        self.lines: dict[int, str] = {}
        self.descriptions: dict[int, str] = {}
        self.starts: set[int] = set()

    def write(self, source: str) -> str:
        """The whole file in the language."""
        self._plan(self.bound.source)
        original = source.splitlines()
        self.starts |= set(self.lines)
        out: list[str] = []
        number = 1
        while number <= len(original):
            line = original[number - 1]
            indent = line[: len(line) - len(line.lstrip())]
            out.append(indent + self.lines[number] if number in self.lines else line)
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
        self._element("feature", feature)
        if feature.background:
            self._element("background", feature.background)
        for rule in feature.rules:
            self._element("rule", rule)
            if rule.background:
                self._element("background", rule.background)
        bound = {id(each.source): each for each in self.bound.scenarios}
        for _, scenario in feature.all_scenarios():
            outline = scenario.keyword in self.source_dialect.scenario_outline_keywords
            self._element("scenario", scenario, "scenario_outline" if outline else "scenario")
            for examples in scenario.examples:
                self._element("examples", examples)
                if examples.header:
                    self._table((examples.header, *examples.rows), bound[id(scenario)].rows)
            for step, binding in zip(bound[id(scenario)].steps, bound[id(scenario)].bindings, strict=True):
                self._step(step, binding)

    def _element(self, context: str, element: _Element, keyword: str | None = None) -> None:
        text = self._say(element.name, context) if element.name else ""
        self.lines[element.location.line] = f"{self.words.keywords[keyword or context]}: {text}".rstrip()
        self.starts |= {tag.location.line for tag in getattr(element, "tags", ())}
        if element.description.strip():
            self.descriptions[element.location.line] = element.description

    def _step(self, step: Step, binding: Binding) -> None:
        try:
            text = self.catalogue.phrase(binding, self.language.code)
        except LookupError:
            text = step.text
            self.is_complete = False
        self.lines[step.location.line] = f"{self._step_keyword(step, binding)} {text}"

    def _step_keyword(self, step: Step, binding: Binding) -> str:
        written = step.keyword
        dialect = self.source_dialect
        for keyword, known in (("and", dialect.and_keywords), ("but", dialect.but_keywords)):
            if written != "*" and written in (each.strip() for each in known):
                return self.words.keywords[keyword]
        return "*" if written == "*" else self.words.keywords[binding.kind]

    def _table(self, rows: Sequence[Row], bound: Sequence[BoundRow]) -> None:
        by_line = {each.location.line: each for each in bound}
        header, *body = rows
        for cell in header.cells:
            self._say(cell, "column")
        names = [self.catalogue.column(cell, self.spec.source) for cell in header.cells]
        texts = [[self.catalogue.write(Column(name), self.language.code)[1:-1] for name in names]]
        for row in body:
            cells = by_line[row.locations[0].line].cells
            try:
                texts.append([self.catalogue.write(cells[name], self.language.code) for name in names])
            except LookupError:
                texts.append(list(row.cells))
                self.is_complete = False
        escaped = [[_escape(cell) for cell in row] for row in texts]
        widths = [max(_width(row[column]) for row in escaped) for column in range(len(names))]
        for row, padded in zip(rows, escaped, strict=True):
            line = " | ".join(cell + " " * (width - _width(cell)) for cell, width in zip(padded, widths, strict=True))
            self.lines[row.locations[0].line] = f"| {line} |"

    def _description(self, lines: Sequence[str], description: str) -> list[str]:
        """The lines between a keyword line and the next one, with the description translated."""
        prose = [index for index, line in enumerate(lines) if line.strip() and not line.lstrip().startswith("#")]
        first, last = prose[0], prose[-1]
        indent = lines[first][: len(lines[first]) - len(lines[first].lstrip())]
        out = list(lines[:first])
        for number, paragraph in enumerate(paragraphs(description)):
            out += [""] if number else []
            out += [indent + line for line in self._wrap(self._say(paragraph, "description"), _WIDTH - len(indent))]
        comments = [line for line in lines[first:last] if line.lstrip().startswith("#")]
        return out + comments + list(lines[last + 1 :])

    def _wrap(self, text: str, width: int) -> list[str]:
        """Lines of at most `width`, none of which begins with what Gherkin would take for its own."""
        dialect = gherkin_dialect(self.words.dialect)
        reserved = [
            word.strip()
            for name in ("given", "when", "then", "and", "but")
            for word in getattr(dialect, f"{name}_keywords")
        ]
        lines: list[list[str]] = [[]]
        for word in text.split():
            fits = _width(" ".join([*lines[-1], word])) <= width
            risky = word in reserved or word.endswith(":") or word[0] in '#@|*"`'
            if fits or not lines[-1] or risky:
                lines[-1].append(word)
            else:
                lines.append([word])
        return [" ".join(line) for line in lines]

    def _say(self, text: str, context: str) -> str:
        translated = self.language.text("features", text, context)
        self.is_complete &= translated is not None
        return translated or text


def _escape(cell: str) -> str:
    return cell.replace("\\", "\\\\").replace("|", "\\|").replace("\n", "\\n")


def _width(text: str) -> int:
    """Columns on a screen: East Asian wide characters take two."""
    return sum(2 if unicodedata.east_asian_width(each) in "WF" else 1 for each in text)
