"""The pages of a project that is published after every edit: each is rendered when somebody asks for it, and kept while
all that it was made from is the same. What a page asks its language for is noted while it is rendered.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain

from ..languages.progress import Progress, progress
from ..languages.words import Words, read_words
from ..pages.help import Edition, render
from ..sources.catalogues import Language
from ..sources.dates import source_date, source_revision
from ..sources.pages import own_pages, page_name
from ..sources.problems import SpecError
from ..spec.report import report
from ..spec.spec import Spec, planned
from ..spec.traces import Traces
from .publish import Publication, own_texts

_Key = tuple[str, str, str | None]


@dataclass(frozen=True)
class _Noting(Language):
    """A language that notes what it is asked for, and what it answers."""

    asked: dict[_Key, str | None] = field(default_factory=dict)

    def text(self, domain: str, msgid: str, context: str | None = None) -> str | None:
        found = super().text(domain, msgid, context)
        self.asked[domain, msgid, context] = found
        return found


@dataclass(frozen=True)
class _Page:
    """A page that was rendered, what it was made from, and what it asked its language for."""

    text: str
    made_of: tuple[object, ...]
    asked: Mapping[_Key, str | None]


class Publisher:
    """Publishes a spec again and again."""

    def __init__(self) -> None:
        self.traces = Traces()
        self.pages: dict[str, _Page] = {}

    def publish(self, spec: Spec, *, prints: bool = False) -> Publication:
        """What is to be published, its texts with the names of their messages; prints the run where it is to.

        Raises SpecError as `publish` does, where a page is asked for whose scenarios failed.
        """
        root, site = spec.config.root, spec.config.site
        date = source_date(root)
        if prints and spec.config.has_features:
            ran = chain.from_iterable(self.traces.of(spec, stem) for stem in spec.features)
            report(spec, iter(ran), sum(1 for _ in planned(spec)))
        words = {code: read_words(spec.config, code, names_messages=True) for code in spec.languages}
        edition = Edition(date, source_revision(root), site.order, site.edit)
        tags = {code: spec.config.language(code).tag for code in words}
        pages = _Pages(self, spec, words, edition)
        return Publication(spec, pages, {tags[code]: its for code, its in words.items()}, date)

    def refuse_failed(self, spec: Spec) -> None:
        """Run what did not run; raises SpecError where a scenario failed."""
        ran = chain.from_iterable(self.traces.of(spec, stem) for stem in spec.features)
        if failed := [trace.problem for trace in ran if trace.problem]:
            raise SpecError(failed)


class _Pages(Mapping[str, str]):
    """The pages of a publication by name."""

    def __init__(self, publisher: Publisher, spec: Spec, words: Mapping[str, Words], edition: Edition) -> None:
        self.publisher, self.spec, self.words, self.edition = publisher, spec, words, edition
        bounds = (spec.feature(stem) for stem in spec.features)
        self.around = [(each.source.stem, each.source.name, each.with_procedure, each.monikers) for each in bounds]
        self._own_texts: dict[str, Mapping[str, str]] = {}
        self._progresses: list[Progress] = []
        stems = (*spec.features, *own_pages(spec.config.monikers, has_features=spec.config.has_features))
        self.names = {page_name(stem, spec.config.language(code).tag): (stem, code) for code in words for stem in stems}

    def __iter__(self) -> Iterator[str]:
        return iter(self.names)

    def __len__(self) -> int:
        return len(self.names)

    def __contains__(self, name: object) -> bool:
        return name in self.names

    def __getitem__(self, name: str) -> str:
        stem, code = self.names[name]
        if stem not in self.spec.features:
            return self._own(code)[stem]
        known, made_of = self.publisher.pages.get(name), self._made_of(stem, code)
        if known is None or known.made_of != made_of or not self._answers(code, known.asked):
            known = self.publisher.pages[name] = self._rendered(stem, code, made_of)
        return known.text

    def _made_of(self, stem: str, code: str) -> tuple[object, ...]:
        """All that the page of a feature is made from, its messages aside."""
        spec, bounds = self.spec, self.spec.features[stem]
        same = [_Same(bounds[each]) for each in (spec.source, code) if each in bounds]
        same += [_Same(self.publisher.traces.of(spec, stem)), _Same(spec.world)]
        return same, spec.config, spec.config.site, self.words[code], self.edition, self.around

    def _answers(self, code: str, asked: Mapping[_Key, str | None]) -> bool:
        """Whether a language answers as it did."""
        return all(self.spec.languages[code].text(*key) == text for key, text in asked.items())

    def _rendered(self, stem: str, code: str, made_of: tuple[object, ...]) -> _Page:
        spec, language = self.spec, self.spec.languages[code]
        noting = _Noting(language.code, language.is_source, language.catalogues)
        noted = replace(spec, languages={**spec.languages, code: noting})
        pages = render(noted, self.publisher.traces.of(spec, stem), self.words[code], self.edition, [stem])
        return _Page(pages[stem], made_of, noting.asked)

    def _own(self, code: str) -> Mapping[str, str]:
        """The pages of a language that are no feature's, which are made from all that there is."""
        if code not in self._own_texts:
            spec = self.spec
            ran = [*chain.from_iterable(self.publisher.traces.of(spec, stem) for stem in spec.features)]
            self._progresses = self._progresses or [
                progress(spec, each, its) for each, its in self.words.items() if each != spec.source
            ]
            self._own_texts[code] = own_texts(spec, ran, self.words[code], self._progresses)
        return self._own_texts[code]


class _Same:
    """Compares a value by what it is, and not by what it says."""

    def __init__(self, value: object) -> None:
        self.value = value

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.value is other.value

    __hash__ = None  # type: ignore[assignment]
