"""How far each language is: in words of the source, message by message, and feature by feature."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..sources.catalogues import po_path, read_catalogue
from ..sources.problems import Location
from ..spec.definitions import Definition, without_placeholders
from ..spec.spec import Spec
from .extract import extracted
from .words import DOMAIN, Words

_WORD = re.compile(r"\w[\w'’-]*")


@dataclass(frozen=True, slots=True)
class Gap:
    """A message without a translation; `location` is its place in the PO file."""

    domain: str
    context: str | None
    text: str
    location: Location
    is_fuzzy: bool


@dataclass(frozen=True, slots=True)
class Count:
    """Words of source messages, by how they are translated."""

    translated: int = 0
    fuzzy: int = 0
    untranslated: int = 0

    @property
    def all(self) -> int:
        return self.translated + self.fuzzy + self.untranslated


@dataclass(frozen=True)
class Progress:
    """A language: words by domain, the messages that are missing, and per feature the patterns that it lacks."""

    code: str
    counts: Mapping[str, Count]
    gaps: tuple[Gap, ...]
    lacking: Mapping[str, tuple[Definition, ...]]


def progress(spec: Spec, code: str, words: Words) -> Progress:
    """How far a language is; `words` are the package's own in that language."""
    tallies: dict[str, Counter[str]] = {}
    gaps: list[Gap] = []
    for domain, text, gap in _messages(spec, code, words):
        kind = "translated" if gap is None else "fuzzy" if gap.is_fuzzy else "untranslated"
        tallies.setdefault(domain, Counter())[kind] += len(_WORD.findall(without_placeholders(text)))
        gaps += [gap] if gap else []
    counts = {domain: Count(**tally) for domain, tally in tallies.items()}
    lacking = {
        stem: tuple(spec.catalogue.lacking((b for each in spec.feature(stem).scenarios for b in each.bindings), code))
        for stem in spec.features
    }
    return Progress(code, counts, tuple(gaps), lacking)


def _messages(spec: Spec, code: str, words: Words) -> Iterator[tuple[str, str, Gap | None]]:
    """Every message once, with what is missing of it."""
    language = spec.languages[code]
    own = read_catalogue(spec.config.root, po_path(spec.config.locales, code, DOMAIN), DOMAIN, [])
    for domain, catalogue in {**language.catalogues, DOMAIN: own}.items():
        for context, text in dict.fromkeys((each.context, each.text) for each in extracted(spec, domain)):
            found = catalogue.messages.get((context, text))
            place = found.location if found else Location(catalogue.path)
            gap = Gap(domain, context, text, place, bool(found and found.is_fuzzy))
            yield domain, text, None if (words.has(text) if catalogue is own else found and found.text) else gap


def table(progresses: Sequence[Progress]) -> Iterator[str]:
    """The progress of languages, line by line, as the command line prints it; of one language with what it lacks."""
    yield f"{'words':<14}{'translated':>12}{'fuzzy':>8}{'untranslated':>14}"
    for each in progresses:
        for domain, count in each.counts.items():
            share = f"{count.translated} ({percent(count)})"
            yield f"{each.code + ' ' + domain:<14}{share:>12}{count.fuzzy:>8}{count.untranslated:>14}"
    for stem in progresses[0].lacking if progresses else ():
        having = [each.code for each in progresses if not each.lacking[stem]]
        numbers = {each.code: len(each.lacking[stem]) for each in progresses if each.lacking[stem]}
        lacks = (f"{code} lacks {number} step{'s' * (number > 1)}" for code, number in numbers.items())
        yield f"{stem}: {', '.join([*having, *lacks])}"
        for definition in progresses[0].lacking[stem] if len(progresses) == 1 else ():
            yield f"    {definition.kind.title()} {definition.pattern}"


def places(one: Progress) -> Iterator[str]:
    """Every message that a language lacks, with its place."""
    for gap in one.gaps:
        what = "fuzzy" if gap.is_fuzzy else "untranslated"
        yield f"{gap.location}: {what}: {gap.text!r} ({gap.context or gap.domain})"


def percent(count: Count) -> str:
    """Rounded down, so that 100 % is all of it."""
    return f"{100 * count.translated // count.all if count.all else 100}%"
