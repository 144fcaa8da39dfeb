"""Writes features in another language, from the bound source feature and that language's catalogues."""

import hashlib
import re
import textwrap
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from ..sources.catalogues import Language
from ..sources.config import Config
from ..sources.features import Examples, Feature, Row, Scenario, Step, paragraphs, screen_width, table_lines
from ..sources.locale import WITHOUT_BLANKS, keywords, lines_of, may_begin_line, reserved, unmistaken
from ..sources.problems import Location, Problem
from ..spec.bindings import Binding, BoundFeature, BoundRow, differences, renamed
from ..spec.loader import Loader
from ..spec.spec import Spec
from ..spec.step_catalogue import StepCatalogue

_WIDTH = 120
_WITHOUT_BLANKS = re.compile(f"[{WITHOUT_BLANKS}]")
MARK = "# Written by porspec sync from"
_SIGNED = re.compile(rf"^{MARK} (?P<source>.+) \((?P<digest>[0-9a-f]+)\)\..*\n", re.MULTILINE)
# What git leaves of two signatures, where both sides of a merge had the feature written anew.
_MERGED = re.compile(rf"^<{{7}}.*\n(?:{MARK}.*\n|(?:\|{{7}}|={{7}}).*\n)*>{{7}}.*\n", re.MULTILINE)


def write_features(
    spec: Spec, language: Language, problems: list[Problem], stems: Iterable[str] | None = None
) -> Iterator[tuple[str, str | None]]:
    """The path and signed text of every feature, or of those of `stems`; None instead of the text where the language
    lacks its patterns.

    A feature that a translation would turn into another program is a Problem, and left out.
    """
    languages = {spec.source: spec.languages[spec.source], language.code: language}
    known, is_loaded = spec.catalogue, spec.languages.get(language.code) == language
    catalogue = StepCatalogue(known.definitions.values(), known.labels.values(), languages, problems)
    for stem in spec.features if stems is None else stems:
        bound = spec.feature(stem)
        path = spec.config.feature_path(language.code, stem)
        if catalogue.lacking(bound.scenarios, language.code):
            yield path, None
            continue
        writer = FeatureWriter(bound, spec.config, catalogue, language.code, partial(language.say, "features"))
        text = signed(writer.write(), bound.source.path, language.code)
        there = spec.features[stem].get(language.code) if is_loaded else None
        wrong = _verify(Loader(spec.config, catalogue, []), bound, text, language, there)
        problems += wrong
        if not wrong:
            yield path, text


def signed(text: str, source: str, code: str) -> str:
    """The text with a comment that says where it comes from, and by a digest whether it was edited since."""
    mark = f"{MARK} {source} ({_digest(text)}). To keep an edit, run: porspec sync --from {code}\n"
    return re.sub(r"\A(# language:.*\n)?", lambda head: head[0] + mark, text)


def unsigned(text: str) -> str:
    """The text without that comment, or without the two that a merge left."""
    return _SIGNED.sub("", _MERGED.sub("", text), count=1)


def signature(text: str | None) -> str | None:
    """The digest of what was written, whatever the text is now; None where nothing was."""
    return mark["digest"] if (mark := _SIGNED.search(text or "")) else None


def is_as_written(text: str, config: Config, stem: str) -> bool:
    """Whether nobody has edited, or copied, the feature of this name since it was signed."""
    mark, end = _SIGNED.search(text), f"/{config.source_language}/{stem}.feature"
    return bool(mark and mark["source"].endswith(end) and mark["digest"] == _digest(unsigned(text)))


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:12]


def _verify(
    loader: Loader, source: BoundFeature, text: str, language: Language, there: BoundFeature | None
) -> list[Problem]:
    """Read what was written: it must be the same program, with as many paragraphs. The place is the translation.

    `there` is what these catalogues have read already, which may be that text.
    """
    is_there = there is not None and there.source.text == text
    bound = there if is_there else loader.bind_text(text, source.source.stem, language.code)
    problems = [*loader.problems, *(differences(source, bound) if bound else ())]
    if bound and not problems and len(_descriptions(bound.source)) == len(_descriptions(source.source)):
        return []
    catalogue = language.catalogues["features"]
    if twice := [each for each in problems if each.code == "scenario-name-twice"]:
        told = {each.text: each.location for (kind, _), each in catalogue.messages.items() if kind == "scenario"}
        names = [lines_of(text)[each.location.line - 1].partition(":")[2].strip() for each in twice]
        places = [told.get(name, Location(catalogue.path)) for name in names]
        remedy = "Translate the names of the scenarios of a feature with different words."
        return [Problem(place, each.message, each.code, remedy) for place, each in zip(places, twice, strict=True)]
    places = [Location(catalogue.path)]
    said = {each: language.say("features", each, "description") for each in _descriptions(source.source)}
    for words in reversed(reserved(loader.config.language(language.code).dialect)):  # those of titles weigh more
        told_of = [each for each, text in said.items() if text.startswith(words)]
        places = [language.location("features", each, "description") for each in told_of] or places
    what = "; ".join(each.message for each in problems) or "a description is lost"
    path = loader.config.feature_path(language.code, source.source.stem)
    wrong = f"This translation reads as Gherkin, and {path} would be another program: {what}"
    remedy = "Begin no description with a Gherkin keyword or with #, @, | or *; keep names on one line."
    return [Problem(place, wrong, "description-keyword", remedy) for place in places]


def _descriptions(feature: Feature) -> list[str]:
    return [paragraph for each in feature.elements() for paragraph in paragraphs(each.description)]


@dataclass
class FeatureWriter:
    """Writes a feature in another language, line by line: what is not Gherkin's own stays where and as it is.

    `say` gives each name and paragraph in that language: called with (text, context). `wrapped` has descriptions
    that are to stay as somebody has wrapped them, by their paragraphs.
    """

    bound: BoundFeature
    config: Config
    catalogue: StepCatalogue
    code: str
    say: Callable[[str, str], str]
    wrapped: Mapping[tuple[str, ...], str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.words, self.source_words = map(self.config.language, (self.code, self.bound.source.language))
        self.lines: dict[int, str] = {}
        self.descriptions: dict[int, str] = {}
        self.starts: set[int] = set()
        self.columns: dict[int, dict[str, str]] = {}

    def write(self) -> str:
        """The whole file in the language; raises LookupError where that lacks a pattern."""
        self._plan()
        original = lines_of(self.bound.source.text)
        out: list[str] = []
        columns: dict[str, str] = {}
        number = 0
        while number < len(original):
            line, number = original[number], number + 1
            if number in self.lines:
                columns = self.columns.get(number, {})
                out.append(line[: len(line) - len(line.lstrip())] + self.lines[number])
            else:
                out.append(renamed(line, columns))
            if number in self.descriptions:
                end = min((each for each in self.starts if each > number), default=len(original) + 1) - 1
                out += self._description(original[number:end], self.descriptions[number])
                number = end
        header = [] if self.words.dialect == "en" else [f"# language: {self.words.dialect}"]
        old = 1 if out and out[0].lstrip("# ").startswith("language:") else 0
        return "\n".join([*header, *out[old:]]) + "\n"

    def _plan(self) -> None:
        bound = {id(each.source): each for each in self.bound.scenarios}
        rows = {row.location.line: row for each in self.bound.scenarios for row in each.rows}
        for element in self.bound.source.elements():
            keyword, number = element.kind, element.location.line
            if isinstance(element, Examples) and element.header:
                self._table(element.header, element.rows, rows)
            elif isinstance(element, Scenario):
                if element.keyword in keywords(self.source_words.dialect, ("scenario_outline",)):
                    keyword = "scenario_outline"
                headers = [examples.header.cells for examples in element.examples if examples.header]
                columns = {cell: self._column(cell) for header in headers for cell in header}
                for step, binding in zip(bound[id(element)].steps, bound[id(element)].bindings, strict=True):
                    self._step(step, binding)
                self.columns |= {step.location.line: columns for step in element.steps}
            text = self.say(element.name, element.kind) if element.name else ""
            self.lines[number] = f"{self.words.keywords[keyword]}: {text}".rstrip()
            self.starts |= {tag.location.line for tag in getattr(element, "tags", ())}
            if element.description.strip():
                self.descriptions[number] = element.description
        self.starts |= set(self.lines)

    def _step(self, step: Step, binding: Binding) -> None:
        text, keyword = self.catalogue.phrase(binding, self.code), "*"
        if step.keyword != "*":
            known = {kind: map(str.strip, keywords(self.source_words.dialect, (kind,))) for kind in ("and", "but")}
            keyword = self.words.keywords[next((each for each in known if step.keyword in known[each]), binding.kind)]
        self.lines[step.location.line] = f"{unmistaken(keyword, text, self.words.dialect)} {text}"

    def _column(self, cell: str) -> str:
        """What a column is called in the language that is written."""
        return self.catalogue.column_text(self.catalogue.column(cell, self.bound.source.language), self.code)

    def _table(self, header: Row, rows: Sequence[Row], bound: Mapping[int, BoundRow]) -> None:
        names = [self.catalogue.column(cell, self.bound.source.language) for cell in header.cells]
        cells = (bound[row.locations[0].line].cells for row in rows)
        texts = [[self.catalogue.write(each[name], self.code) for name in names] for each in cells]
        lines = table_lines([[*map(self._column, header.cells)], *texts])
        self.lines |= {row.locations[0].line: line for row, line in zip((header, *rows), lines, strict=True)}

    def _description(self, lines: Sequence[str], description: str) -> list[str]:
        """The lines between a keyword line and the next one, with the description translated."""
        prose = [index for index, line in enumerate(lines) if line.strip() and not line.lstrip().startswith("#")]
        first, last = prose[0], prose[-1]
        indent = lines[first][: len(lines[first]) - len(lines[first].lstrip())]
        said = tuple(self.say(paragraph, "description") for paragraph in paragraphs(description))
        if said in self.wrapped:
            text = textwrap.dedent(self.wrapped[said]).strip("\n")
        else:
            text = "\n\n".join(self._wrap(paragraph, _WIDTH - len(indent)) for paragraph in said)
        comments = [line for line in lines[first:last] if line.lstrip().startswith("#")]
        written = [indent + line if line else "" for line in text.split("\n")]
        return [*lines[:first], *written, *comments, *lines[last + 1 :]]

    def _wrap(self, text: str, width: int) -> str:
        """Lines of at most `width`, none of which begins with what Gherkin would take for its own.

        A text whose words no blanks part stays on one line: a line break would come back as a blank.
        """
        if _WITHOUT_BLANKS.search(text):
            return text
        wrapped, line = "", ""
        for word in text.split():
            if line and screen_width(f"{line} {word}") > width and may_begin_line(word, self.words.dialect):
                wrapped, line = f"{wrapped}{line}\n", word
            else:
                line = f"{line} {word}" if line else word
        return wrapped + line
