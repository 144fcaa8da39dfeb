"""How many of the messages of a project each language has, in words of the source; and the pages that it lacks."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from babel.numbers import format_percent

from ..sources.catalogues import po_path, read_catalogue
from ..sources.locale import babel_locale
from ..sources.pages import own_pages, page_name, split_page_name
from ..sources.problems import Location, registry
from ..spec.definitions import Definition
from ..spec.patterns import without_placeholders
from ..spec.spec import Spec
from .extract import extracted
from .places import Place
from .words import DOMAIN, PROBLEMS, Words, read_words

_WORD = re.compile(r"\w[\w'’-]*")


@dataclass(frozen=True, slots=True)
class Gap:
    """A message without a translation; `location` is its place in the PO file, `places` are those on pages.

    Or a whole page, `page`, in the source language; `location` is then where its translation would stand.
    """

    domain: str
    context: str | None
    text: str
    location: Location
    is_fuzzy: bool
    places: tuple[Place, ...]
    page: str | None = None


@dataclass(frozen=True, slots=True)
class Count:
    """Words of source messages, by how they are translated."""

    translated: int = 0
    fuzzy: int = 0
    untranslated: int = 0

    def percent(self, code: str = "en") -> str:
        """What is translated of it, as a language writes it; rounded down, so that 100 % is all of it."""
        words = self.translated + self.fuzzy + self.untranslated
        share = 100 * self.translated // words if words else 100
        return format_percent(share / 100, locale=babel_locale(code))


@dataclass(frozen=True)
class Progress:
    """A language: words by domain, the messages that are missing, and per feature the patterns that it lacks."""

    code: str
    counts: Mapping[str, Count]
    gaps: tuple[Gap, ...]
    lacking: Mapping[str, tuple[Definition, ...]]


def progress(spec: Spec, code: str, words: Words) -> Progress:
    """How far a language is; `words` are the package's own in that language."""
    counts: dict[str, Count] = {}
    gaps: list[Gap] = []
    ours = {DOMAIN: words, PROBLEMS: read_words(spec.config, code, PROBLEMS)}
    own = {each: read_catalogue(spec.config.root, po_path(spec.config.locales, code, each), []) for each in ours}
    for domain, catalogue in {**spec.languages[code].catalogues, **own}.items():
        tally, lacks = Counter[str](), list[Gap]()
        for (context, text), each in {each.key: each for each in extracted(spec, domain)}.items():
            found = catalogue.messages.get((context, text))
            is_said = ours[domain].has(text) if domain in ours else bool(found and found.text)
            kind = "translated" if is_said else "fuzzy" if found and found.is_fuzzy else "untranslated"
            tally[kind] += len(_WORD.findall(without_placeholders(text)))
            place = found.location if found else Location(catalogue.path)
            lacks += [] if is_said else [Gap(domain, context, text, place, kind == "fuzzy", each.places)]
        counts |= {domain: Count(**tally)} if tally else {}
        if domain == PROBLEMS and not ours[domain].texts:
            lacks = [Gap(domain, None, registry().page["title"], Location(catalogue.path), False, (), PROBLEMS)]
        gaps += lacks
    gaps += _lacking_pages(spec, code)
    lacking = {stem: tuple(spec.catalogue.lacking(spec.feature(stem).scenarios, code)) for stem in spec.features}
    return Progress(code, counts, tuple(gaps), lacking)


def _lacking_pages(spec: Spec, code: str) -> Iterator[Gap]:
    """Each hand-written page that a language does not have."""
    config, docs = spec.config, spec.config.root / spec.config.docs
    source, tag = config.language(spec.source).tag, config.language(code).tag
    rendered = {*spec.features, *own_pages(config.monikers, has_features=config.has_features)}
    for path in sorted(docs.rglob("*.md")):
        name = path.relative_to(docs).as_posix()
        stem, own = split_page_name(name, (config.language(each).tag for each in (spec.source, *config.targets)))
        is_by_hand = own in (None, source) and stem not in rendered and not config.site.excludes(name)
        if is_by_hand and not (docs / page_name(stem, tag)).exists():
            place = Location(f"{config.docs}/{page_name(stem, tag)}")
            yield Gap(config.docs, None, stem, place, False, (), stem)


def table(progresses: Sequence[Progress]) -> Iterator[str]:
    """The progress of languages, line by line, as the command line prints it; of one language with what it lacks."""
    yield f"{'words':<14}{'translated':>12}{'fuzzy':>8}{'untranslated':>14}"
    for each in progresses:
        for domain, count in each.counts.items():
            share = f"{count.translated} ({count.percent()})"
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
