"""Write the PO files from the sources, and from both the features of the other languages.

`plan` works out every file and writes none; `write` swaps in the ones that differ.
"""

from __future__ import annotations

import io
import os
import tempfile
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.catalog import Message as BabelMessage
from babel.messages.pofile import PoFileError, read_po, write_po

from . import extract
from .config import Config, LanguageConfig, gherkin_dialect, read_config
from .features import Background, Examples, Feature, Row, Rule, Scenario, Step, paragraphs
from .locales import DOMAINS, Language, po_path, read_language
from .problems import Location, Problem, SpecError
from .spec import BoundFeature, BoundRow, Loader, Spec, differences, load_languages
from .steps import Binding, Column, StepCatalogue

_WIDTH = 120
_Element = Feature | Background | Rule | Scenario | Examples


@dataclass(frozen=True)
class Plan:
    """What `sync` would write: the content of each file by its path, and what could not be written."""

    files: Mapping[str, str]
    problems: tuple[Problem, ...]

    def stale(self, root: Path) -> dict[str, int]:
        """The paths whose files are missing or differ, each with the first line that does."""
        found = {}
        for path, content in self.files.items():
            target = root / path
            present = target.read_text("utf-8") if target.exists() else ""
            if present != content or not target.exists():
                pairs = zip(present.splitlines(), content.splitlines(), strict=False)
                same = next((n for n, (one, two) in enumerate(pairs) if one != two), None)
                shorter = min(present.count("\n"), content.count("\n"))
                found[path] = (shorter if same is None else same) + 1
        return found


def plan(root: Path) -> Plan:
    """Work out every PO file, template and feature of the other languages.

    Raises SpecError where the sources themselves, or a PO file, cannot be read: nothing can be planned then.
    """
    config = read_config(root)
    spec, problems = load_languages(root, (config.source_language,))
    if problems:
        raise SpecError(problems)
    templates = {domain: _template(config, domain) for domain in DOMAINS}
    files = {
        f"{config.locales}/{domain}.pot": _dump(root, path=f"{config.locales}/{domain}.pot", catalog=template)
        for domain, template in templates.items()
    }
    late: list[Problem] = []
    for code in config.targets:
        catalogues = {
            po_path(config.locales, code, domain): _updated(config, code, domain, template)
            for domain, template in templates.items()
        }
        files |= catalogues
        language = _language(code, catalogues, config)
        late += untranslated(config, language)
        files |= dict(_features(spec, language, late))
    return Plan(files, tuple(sorted(set(late))))


def write(root: Path, planned: Plan) -> list[str]:
    """Write the files that differ, each swapped in whole; returns their paths."""
    stale = list(planned.stale(root))
    for path in stale:
        swap_in(root / path, planned.files[path])
    return stale


def swap_in(target: Path, content: str) -> None:
    """Write a file beside its target, then put it in its place: a reader finds the old one or the new one."""
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
        file.write(content)
    Path(name).chmod(0o644)
    Path(name).replace(target)


# --- catalogues --------------------------------------------------------------------------------------------------


def extracted(config: Config, domain: str) -> Iterator[tuple[str, extract.Extracted]]:
    """(path, message) of every message of a domain, in the order of files and lines."""
    modules = sorted((config.root / config.steps).glob("*.py"))
    source = sorted((config.root / config.features / config.source_language).glob("*.feature"))
    readers = {
        "steps": [(modules, extract.steps)],
        "labels": [(modules, extract.labels)],
        "help": [(modules, extract.sayings), ([config.root / "pyproject.toml"], extract.configuration)],
        "features": [(source, extract.features)],
    }
    for paths, extractor in readers[domain]:
        for path in paths:
            for message in sorted(extract.read(path, extractor), key=lambda each: each[0]):
                yield path.relative_to(config.root).as_posix(), message


def untranslated(config: Config, language: Language) -> Iterator[Problem]:
    """A Problem for each message without a translation; patterns are left to the step catalogue."""
    for domain in DOMAINS[1:]:
        for path, (line, _, message, _) in extracted(config, domain):
            context, text = message if isinstance(message, tuple) else (None, message)
            if language.text(domain, text, context) is None:
                yield Problem(
                    language.location(domain, text, context),
                    f'"{text}" ({context}, {path}:{line}) has no {language.code} translation',
                    "untranslated",
                    "Translate it, and run porspec sync; a feature is written once all that it needs is translated.",
                )


def _template(config: Config, domain: str) -> Catalog:
    catalog = Catalog(project=config.root.name, domain=domain, charset="utf-8", fuzzy=False, header_comment="")
    for path, (line, _, message, comments) in extracted(config, domain):
        context, text = message if isinstance(message, tuple) else (None, message)
        catalog.add(text, locations=[(path, line)], auto_comments=[each for each in comments if each], context=context)
    return catalog


def _updated(config: Config, code: str, domain: str, template: Catalog) -> str:
    """The PO file after an update; as it is where nothing in it changes, whoever formatted it."""
    path = po_path(config.locales, code, domain)
    target = config.root / path
    catalog = Catalog(locale=code, domain=domain, charset="utf-8", fuzzy=False, header_comment="")
    if target.exists():
        text = target.read_text("utf-8")
        catalog = _parse(path, text, code)
        before = _content(catalog)
        catalog.update(template, update_header_comment=False)
        if _content(catalog) == before:
            return text
    else:
        catalog.update(template, update_header_comment=False)
    return _dump(config.root, path, catalog)


def _parse(path: str, text: str, code: str) -> Catalog:
    try:
        return read_po(io.BytesIO(text.encode("utf-8")), locale=code, abort_invalid=True)
    except (PoFileError, ValueError) as error:
        line = (getattr(error, "lineno", None) or 0) + 1
        raise SpecError(
            [Problem(Location(path, line), f"This PO file does not parse: {error}", "po-syntax", "Correct the file.")]
        ) from None


def _content(catalog: Catalog) -> list[object]:
    def values(message: BabelMessage) -> tuple[object, ...]:
        return (
            message.context,
            message.id,
            message.string,
            tuple(message.locations),
            tuple(message.auto_comments),
            message.fuzzy,
        )

    obsolete = sorted(str(key) for key in catalog.obsolete)
    return [values(message) for message in catalog if message.id] + [obsolete]


def _dump(root: Path, path: str, catalog: Catalog) -> str:
    """The file's text; a date of its own would change it at each run, so it has none."""
    buffer = io.BytesIO()
    write_po(buffer, catalog, width=100, ignore_obsolete=False, include_previous=True)
    lines = buffer.getvalue().decode("utf-8").splitlines()
    dates = (
        '"POT-Creation-Date',
        '"PO-Revision-Date',
        '"Generated-By',
        '"Last-Translator',
        '"Language-Team',
        '"Report-Msgid-Bugs-To',
    )
    kept = [line for line in lines if not line.startswith(dates) and line != "#"]
    del root, path
    return "\n".join(kept).strip("\n") + "\n"


def _language(code: str, files: Mapping[str, str], config: Config) -> Language:
    """The language as the planned PO files have it."""
    with tempfile.TemporaryDirectory() as folder:
        for path, text in files.items():
            target = Path(folder) / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, "utf-8")
        return read_language(Path(folder), config.locales, code, is_source=False, problems=[])


# --- features ----------------------------------------------------------------------------------------------------


def _features(spec: Spec, language: Language, problems: list[Problem]) -> Iterator[tuple[str, str]]:
    """The path and text of every feature that this language can have: one that lacks a translation is left out."""
    found: list[Problem] = []
    languages = {spec.source: spec.languages[spec.source], language.code: language}
    definitions, labels = spec.catalogue.definitions.values(), spec.catalogue.labels.values()
    catalogue = StepCatalogue(definitions, labels, languages, found)
    problems += found
    for stem, bound in spec.features.items():
        feature = bound[spec.source].source
        path = spec.config.feature_path(language.code, stem)
        writer = _FeatureWriter(spec, bound[spec.source], catalogue, language)
        text = writer.write((spec.config.root / feature.path).read_text("utf-8"))
        if not writer.is_complete:
            continue
        wrong = _verify(spec, catalogue, bound[spec.source], text, path, stem, language.code)
        problems += wrong
        if not wrong:
            yield path, text


def _verify(
    spec: Spec, catalogue: StepCatalogue, source: BoundFeature, text: str, path: str, stem: str, code: str
) -> list[Problem]:
    """Read what was written: it must be the same program, with the same descriptions in the same places."""
    problems: list[Problem] = []
    loader = Loader(spec.config, catalogue, problems)
    bound = loader.bind_text(text, path, stem, code)
    if bound is not None:
        problems += differences(source, bound)
        if len(_descriptions(bound.source)) != len(_descriptions(source.source)):
            problems.append(
                Problem(
                    Location(path),
                    "A translated description reads as Gherkin, not as text",
                    "description-keyword",
                    "Let no line of the translation begin with a Gherkin keyword.",
                )
            )
    return problems


def _descriptions(feature: Feature) -> list[str]:
    elements: list[Feature | Rule | Scenario] = [
        feature,
        *feature.rules,
        *(each for _, each in feature.all_scenarios()),
    ]
    return [paragraph for element in elements for paragraph in paragraphs(element.description)]


class _FeatureWriter:
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
        self.lines[step.location.line] = f"{self._step_keyword(step)} {text}"

    def _step_keyword(self, step: Step) -> str:
        written = step.keyword
        dialect = self.source_dialect
        for keyword, known in (("and", dialect.and_keywords), ("but", dialect.but_keywords)):
            if written != "*" and written in (each.strip() for each in known):
                return self.words.keywords[keyword]
        return "*" if written == "*" else self.words.keywords[step.kind]

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
        for row, cells in zip(rows, escaped, strict=True):
            padded = (cell + " " * (width - _width(cell)) for cell, width in zip(cells, widths, strict=True))
            self.lines[row.locations[0].line] = "| " + " | ".join(padded) + " |"

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
