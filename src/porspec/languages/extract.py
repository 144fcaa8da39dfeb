"""The messages of a project.

Every command has them from the loaded spec, and pybabel through Babel's extractors. Both read the same: the definitions
and labels of the imported steps package, the parsed features, the configuration.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain
from operator import attrgetter
from pathlib import Path
from typing import IO, Any

from polib import POEntry

from ..sources.catalogues import DOMAINS
from ..sources.config import is_project, read_config
from ..sources.feature_files import sections
from ..sources.features import Examples, Feature, paragraphs
from ..sources.mkdocs_yml import FILE as MKDOCS
from ..sources.mkdocs_yml import SECTION
from ..sources.monikers import ALONE
from ..sources.problems import Location, SpecError, registry
from ..spec.known import Known
from ..spec.patterns import fields
from ..spec.spec import Spec, load_with_problems
from .places import Place, elements, uses, where
from .words import DOMAIN, NAMED, WORDS, named

_AUDIENCES = {
    "given": "For readers: what they must have before the first step",
    "when": "For readers: an instruction, one numbered step",
    "then": "For readers: the result",
}
_NAMES = {"feature": "Name of a feature, and title", "examples": "Name of Examples"}


def spec_of_source(root: Path, known: Known | None = None) -> Spec:
    """The spec in its source language; raises SpecError where that has problems."""
    spec, problems = load_with_problems(root, (read_config(root).source_language,), known)
    if problems:
        raise SpecError(problems)
    return spec


@dataclass(frozen=True, slots=True)
class Found:
    """A message where the sources have it; `line` is 0 where it is not known.

    What a translator must know: `what` it is, the `places` of pages where readers see it, and notes, of which those
    that do not apply are empty.
    """

    path: str
    line: int
    context: str | None
    text: str
    what: str = ""
    places: tuple[Place, ...] = ()
    notes: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.path}:{self.line}" if self.line else self.path

    @property
    def key(self) -> tuple[str | None, str]:
        return self.context, self.text

    @property
    def comments(self) -> list[str]:
        """The lines that a catalogue has for its translators."""
        places = (each.outer for each in self.places) if self.context in ("rule", "scenario") else self.places
        first = f"{self.what}{where(places)}." if self.what else ""
        return [each for each in (first, *self.notes) if each]


def extracted(spec: Spec, domain: str) -> Iterator[Found]:
    """Every message of a domain, in the order of files and lines; one that stands twice is there twice, each time with
    all of its places.
    """
    found, places = list(_found(spec, domain)), dict[tuple[str | None, str], dict[Place, None]]()
    for each in found:
        places.setdefault(each.key, {}).update(dict.fromkeys(each.places))
    return (replace(each, places=tuple(places[each.key])) for each in found)


def _found(spec: Spec, domain: str) -> Iterator[Found]:
    match domain:
        case "steps":
            yield from _patterns(spec)
        case "labels":
            used = uses(spec, domain)
            for label in spec.catalogue.labels.values():
                places = tuple(used.get((label.id, label.text), ()))
                yield Found(*_at(label.location), label.id, label.text, "A label", places, (label.comment,))
        case "help":
            yield from _configured(spec)
            yield from _sayings(spec)
        case "features":
            features = [each[spec.source].source for each in spec.features.values()]
            for feature in sorted(features, key=attrgetter("path")):
                yield from messages_of(feature)
        case _:
            own = WORDS if domain == DOMAIN else registry().messages
            yield from (Found("", 0, None, text, notes=(comment,)) for text, comment in own.items())


def _at(location: Location) -> tuple[str, int]:
    return location.path, location.line


def _patterns(spec: Spec) -> Iterator[Found]:
    used = uses(spec, "steps")
    for each in spec.catalogue.definitions.values():
        keep = 'Keep each "{placeholder}" in its quotes, with its name as it is.' if "{" in each.pattern else ""
        notes = (" ".join((each.function.__doc__ or "").split()), keep)
        places = tuple(used.get((each.kind, each.pattern), ()))
        yield Found(*_at(each.location), each.kind, each.pattern, "A step", places, notes)
    for invariant in spec.world.always:
        doc = " ".join((invariant.function.__doc__ or "").split())
        yield Found(*_at(invariant.location), "always", invariant.pattern, "What is always true", (), (doc,))


def _configured(spec: Spec) -> Iterator[Found]:
    """What pyproject.toml and mkdocs.yml say to readers."""
    if spec.config.footer:
        yield Found("pyproject.toml", 0, "footer", spec.config.footer, "Stands at the foot of every page")
    for moniker in (each for each in spec.config.monikers.definitions if each.id != ALONE):
        what = f"The name of {moniker.id}, as readers choose it at the top of every page"
        yield Found("pyproject.toml", 0, "moniker", moniker.name, what)
    for neutral, text in named(spec.config).items():
        yield Found("pyproject.toml", 0, NAMED, text, WORDS[neutral].rstrip("."))
    for line, context, text, note in spec.config.site.texts:
        yield Found(MKDOCS, line, context, text, notes=(note,))
    for title, folder in sections(spec.config).items():
        yield Found(folder, 0, "navigation", title, notes=(SECTION,))


def _sayings(spec: Spec) -> Iterator[Found]:
    used = uses(spec, "help")
    for step in spec.catalogue.definitions.values():
        for text in step.sayings():
            keep = "A label takes the place of each {placeholder}: keep its name as it is." if "{" in text else ""
            places = tuple(used.get((step.kind, text), ()))
            yield Found(*_at(step.location), step.kind, text, _AUDIENCES[step.kind], places, (keep,))


def template_of(spec: Spec, domain: str) -> list[POEntry]:
    """The messages of a domain, each once, as a catalogue has them: with all places and notes, untranslated."""
    entries: dict[tuple[str | None, str], POEntry] = {}
    for each in extracted(spec, domain):
        entry = entries.setdefault((each.context, each.text), POEntry(msgctxt=each.context, msgid=each.text))
        if each.path and (each.path, "") not in entry.occurrences:
            entry.occurrences.append((each.path, ""))
        entry.comment = "\n".join(filter(None, dict.fromkeys([*entry.comment.split("\n"), *each.comments])))
        if (names := fields(each.text)) and not names[0].startswith("("):
            entry.flags = ["python-brace-format"]
    return list(entries.values())


def messages_of(feature: Feature) -> Iterator[Found]:
    """Names, the paragraphs of descriptions, and Examples headers; the context says which."""
    for element, place in elements(feature):
        kind, line = element.kind, element.location.line
        if element.name:
            what = _NAMES.get(kind, f"Name of a {kind}")
            yield Found(feature.path, line, kind, element.name, what, (place,))
        for paragraph in paragraphs(element.description):
            link = "Keep the target of each link as it is." if "](" in paragraph else ""
            bold = "Words in ** are labels: write them as the labels catalogue has them." if "**" in paragraph else ""
            what, notes = "A paragraph for readers, in Markdown", (link, bold)
            yield Found(feature.path, line, "description", paragraph, what, (place,), notes)
        for cell in element.header.cells if isinstance(element, Examples) and element.header else ():
            yield Found(feature.path, line, "column", cell, "Heading of an Examples column", (place,))


# --- for pybabel -------------------------------------------------------------------------------------------------


def modules(
    file: IO[bytes], keywords: Any = None, tags: Any = None, options: Any = None
) -> Iterator[tuple[int, str, str | tuple[str | None, str], list[str]]]:
    """What the loaded project has in a file, in Babel's form; a keyword that is a domain (`-k labels`) chooses that."""
    del tags, options
    path = Path(getattr(file, "name", "")).resolve()
    root = next((each for each in (*path.parents, Path.cwd()) if is_project(each)), Path.cwd())
    config = read_config(root)
    folders = (root / config.steps, root / config.features / config.source_language)
    sources = [root / "pyproject.toml", *(each for folder in folders for each in sorted(folder.rglob("*.[pf]*")))]
    spec = _loaded(root, tuple(each.stat().st_mtime for each in sources if each.suffix != ".pyc"))
    wanted = [each for each in DOMAINS if each in (keywords or ())] or DOMAINS
    for found in chain.from_iterable(extracted(spec, domain) for domain in wanted):
        if (root / found.path).resolve() == path:
            yield max(found.line, 1), "pgettext", found.key, found.comments


features = configuration = site = modules


@lru_cache(1)
def _loaded(root: Path, _stamps: tuple[float, ...]) -> Spec:
    """The project in its source language, read once for all of its files; raises SpecError where it has problems."""
    return spec_of_source(root)
