"""An audit: each source read once, each translation beside it, then what only the whole set shows."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path

from ..checks.addresses import Use, foreign
from ..sources.files import read_source
from ..sources.problems import Problem, SpecError
from .findings import Audited, Finding, Page
from .labels import label_faults, matches_of
from .language import known
from .markup import at
from .outdated import outdated
from .pairs import Pair
from .reading import Read, read
from .singles import OF_A_PAGE, of_page
from .terms import Terms
from .texts import text_faults
from .vocabulary import Vocabulary
from .works import Works


@dataclass
class _Set:
    """What an audit gathers while it goes from page to page."""

    root: Path
    terms: Terms
    vocabularies: dict[str, Vocabulary] = field(default_factory=dict)
    links: dict[Use, Finding] = field(default_factory=dict)
    unreadable: list[Problem] = field(default_factory=list)
    pages: list[tuple[Page, Page | None, list[Finding]]] = field(default_factory=list)

    def read(self, path: str) -> Read | None:
        """A page; None where it cannot be read, which is noted."""
        file = self.root / path
        try:
            return read(path, read_source(file.parent, file.name, "docs-unreadable", is_markdown=True))
        except SpecError as error:
            places = ((each, replace(each.location, path=path)) for each in error.problems)
            self.unreadable += (replace(each, location=place) for each, place in places)
            return None

    def add(self, path: str, translations: Sequence[str]) -> None:
        """Audit a page, and its translations beside it."""
        if (source := self.read(path)) is None:
            return
        own = list(of_page(source, source.language))
        self.links |= links_of(source)
        pairs = [Pair(source, each) for each in map(self.read, translations) if each]
        for nth, pair in enumerate(pairs):
            found = list(self.of_pair(pair, own))
            self.pages.append((source.page, pair.translation.page, [*([] if nth else own), *found]))
        if not pairs:
            self.pages.append((source.page, None, own))

    def of_pair(self, pair: Pair, told: Sequence[Finding]) -> Iterator[Finding]:
        """What is wrong with a translation, without what the source has told of itself."""
        alone = not_told(pair, of_page(pair.translation, pair.language), told)
        texts = [matches_of(couple) for couple in pair.couples]
        vocabulary = self.vocabularies.setdefault(pair.language.code, Vocabulary())
        for each in filter(None, texts):
            vocabulary.add(each)
        matches = list(chain.from_iterable(texts))
        beside = [*pair.structure(), *label_faults(pair, matches), *text_faults(pair), *self.terms.faults(pair)]
        places = {each.problem.location for each in beside if each.problem.code in ("label-case", "label-stop")}
        again = ("label-case", "label-stop")
        yield from (each for each in alone if each.problem.code not in again or each.problem.location not in places)
        yield from beside
        yield from outdated(pair, self.root)

    def whole(self) -> Iterator[Audited]:
        """The pages with all that was found, sorted."""
        later: dict[str, list[Finding]] = {}
        never = frozenset(each.casefold() for each in known("en").labels)
        of_labels = chain.from_iterable(each.faults(never) for each in self.vocabularies.values())
        of_links = (replace(self.links[use], problem=problem) for use, problem in foreign(self.links))
        for finding in chain(of_links, of_labels):
            later.setdefault(finding.problem.location.path, []).append(finding)
        for source, translation, found in self.pages:
            of_source = later.pop(source.path, [])
            own = later.get(translation.path, []) if translation else []
            yield Audited(source, translation, tuple(sorted({*found, *of_source, *own})))


def audit(root: Path, works: Works, terms: Terms | None = None) -> tuple[list[Audited], list[Problem]]:
    """The audited pages, and which could not be read."""
    found = _Set(root, terms or Terms())
    for path, translations in works.items():
        found.add(path, translations)
    return list(found.whole()), found.unreadable


def links_of(source: Read) -> Mapping[Use, Finding]:
    """The links of a page, those that say the same being for one purpose."""
    units = source.units if source.monikers.ids else ()
    labels = ((unit, label) for unit in units for label in unit.labels if label.target)
    found = ((at(unit, label.outer, "zone-address", "", ""), unit.readers, label) for unit, label in labels)
    return {
        Use(label.key, str(label.target), readers, each.problem.location, str(label.target)): each
        for each, readers, label in found
    }


def not_told(pair: Pair, findings: Iterable[Finding], told: Iterable[Finding]) -> Iterator[Finding]:
    """The findings of a translation that its source does not have in the same text, as those of the translation."""
    known_lines = {(each.problem.code, each.problem.location.line) for each in told}
    codes = {code for code, _ in known_lines}
    lines = {couple.text.line: couple.source.line for couple in pair.couples}
    if pair.is_by_line:
        lines = {}
    for each in findings:
        code, line = each.problem.code, each.problem.location.line
        is_told = code in codes if code in OF_A_PAGE else (code, lines.get(line, line)) in known_lines
        if not is_told:
            yield replace(each, side="translation")
