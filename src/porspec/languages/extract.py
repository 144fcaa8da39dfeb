"""The messages of a project: from the loaded spec for every command, and through Babel's extractors for pybabel.

Both read the same: the definitions and labels of the imported steps package, the parsed features, the configuration.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import IO, Any

from polib import POEntry

from ..sources.catalogues import DOMAINS
from ..sources.config import is_project, read_config
from ..sources.features import Element, Examples, Feature, paragraphs
from ..sources.mkdocs_yml import FILE as MKDOCS
from ..sources.problems import SpecError
from ..spec.definitions import Definition, fields
from ..spec.spec import Spec, load_with_problems
from .words import messages_of

_AUDIENCES = {
    "given": "For readers: what they must have before the first step.",
    "when": "For readers: an instruction, one numbered step.",
    "then": "For readers: the result.",
}


def spec_of_source(root: Path) -> Spec:
    """The spec in its source language; raises SpecError where that has problems."""
    spec, problems = load_with_problems(root, (read_config(root).source_language,))
    if problems:
        raise SpecError(problems)
    return spec


@dataclass(frozen=True, slots=True)
class Found:
    """A message where the sources have it, with what a translator must know; `line` is 0 where it is not known."""

    path: str
    line: int
    context: str | None
    text: str
    notes: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.path}:{self.line}" if self.line else self.path


def extracted(spec: Spec, domain: str) -> Iterator[Found]:
    """Every message of a domain, in the order of files and lines; one that stands twice is there twice."""
    definitions = spec.catalogue.definitions.values()
    match domain:
        case "steps":
            yield from (_pattern(each) for each in definitions)
        case "labels":
            for label in spec.catalogue.labels.values():
                yield Found(label.location.path, label.location.line, label.id, label.text, (label.comment,))
        case "help":
            if spec.config.footer:
                yield Found("pyproject.toml", 0, "footer", spec.config.footer, ("Stands at the foot of every page.",))
            for moniker in spec.config.monikers.definitions:
                note = f"The name of {moniker.id}, as readers choose it."
                yield Found("pyproject.toml", 0, "moniker", moniker.name, (note,))
            for line, context, text, note in spec.config.site.texts:
                yield Found(MKDOCS, line, context, text, (note,))
            yield from (_saying(each, text) for each in definitions for text in each.sayings())
        case "features":
            features = (each[spec.source].source for each in spec.features.values())
            for feature in sorted(features, key=lambda each: each.path):
                yield from _of_feature(feature)
        case _:
            yield from (Found("", 0, None, text, (comment,)) for text, comment in messages_of(domain).items())


def template_of(spec: Spec, domain: str) -> list[POEntry]:
    """The messages of a domain, each once, as a catalogue has them: with all places and notes, untranslated."""
    entries: dict[tuple[str | None, str], POEntry] = {}
    for each in extracted(spec, domain):
        entry = entries.setdefault((each.context, each.text), POEntry(msgctxt=each.context, msgid=each.text))
        if each.path and (each.path, "") not in entry.occurrences:
            entry.occurrences.append((each.path, ""))
        known = entry.comment.split("\n")
        entry.comment = "\n".join(filter(None, dict.fromkeys([*known, *each.notes])))
        if (names := fields(each.text)) and not names[0].startswith("("):
            entry.flags = ["python-brace-format"]
    return list(entries.values())


def _pattern(definition: Definition) -> Found:
    notes = [" ".join((definition.function.__doc__ or "").split())]
    if "{" in definition.pattern:
        notes.append('Keep each "{placeholder}" in its quotes, with its name as it is.')
    place = definition.location
    return Found(place.path, place.line, definition.kind, definition.pattern, tuple(filter(None, notes)))


def _saying(definition: Definition, text: str) -> Found:
    notes = [_AUDIENCES[definition.kind]]
    if "{" in text:
        notes.append("A label takes the place of each {placeholder}: keep its name as it is.")
    return Found(definition.location.path, definition.location.line, definition.kind, text, tuple(notes))


def _of_feature(feature: Feature) -> Iterator[Found]:
    """Names, the paragraphs of descriptions, and Examples headers; the context says which."""
    owner: Element = feature
    for element in feature.elements():
        if isinstance(element, Examples):
            yield from _named(element, feature.path, f', of the scenario "{owner.name}"')
            for cell in element.header.cells if element.header else ():
                yield Found(feature.path, element.location.line, "column", cell, ("Heading of an Examples column.",))
        else:
            yield from _named(element, feature.path, "")
            owner = element


def _named(element: Element, path: str, of: str) -> Iterator[Found]:
    """The name of an element and the paragraphs of its description; `of` says what it belongs to."""
    context, line = type(element).__name__.lower(), element.location.line
    if element.name:
        yield Found(path, line, context, element.name, (f"Name of a {context}{of}.",))
    for paragraph in paragraphs(element.description):
        notes = [f'A paragraph for readers, in Markdown: of the {context} "{element.name}".']
        if "](" in paragraph:
            notes.append("Keep the target of each link as it is.")
        if "**" in paragraph:
            notes.append("Words in ** are labels: write them as the labels catalogue has them.")
        yield Found(path, line, "description", paragraph, tuple(notes))


# --- for pybabel -------------------------------------------------------------------------------------------------


def modules(
    file: IO[bytes], keywords: Any = None, tags: Any = None, options: Any = None
) -> Iterator[tuple[int, str, str | tuple[str | None, str], list[str]]]:
    """What the loaded project has in a file, in Babel's form; a keyword that is a domain (`-k labels`) chooses that."""
    del tags, options
    path = Path(getattr(file, "name", "")).resolve()
    root = next((each for each in (*path.parents, Path.cwd()) if is_project(each)), Path.cwd())
    for domain in DOMAINS:
        if domain in (set(DOMAINS) & set(keywords or ()) or DOMAINS):
            for found in extracted(_loaded(root, _stamps(root)), domain):
                if (root / found.path).resolve() == path:
                    yield max(found.line, 1), "pgettext", (found.context, found.text), list(found.notes)


features = configuration = site = modules


@lru_cache(1)
def _loaded(root: Path, stamps: tuple[float, ...]) -> Spec:
    """The project in its source language, read once for all of its files; raises SpecError where it has problems."""
    del stamps
    return spec_of_source(root)


def _stamps(root: Path) -> tuple[float, ...]:
    config = read_config(root)
    sources = (root / folder for folder in (config.steps, f"{config.features}/{config.source_language}"))
    paths = [root / "pyproject.toml", *(path for each in sources for path in sorted(each.rglob("*.[pf]*")))]
    return tuple(path.stat().st_mtime for path in paths if path.suffix != ".pyc")
