"""Which features of other languages are as their sources have them, for who writes them after every edit."""

from collections.abc import Iterator

from ..sources.catalogues import Language
from ..spec.bindings import BoundFeature, Labels
from ..spec.known import Known
from ..spec.spec import Spec
from .extract import messages_of

_Key = tuple[str, str | None, str]  # domain, msgctxt, msgid


class Written:
    """What each feature of a language was written from: the feature of the source, and its messages as they read.

    `known` is what is known of the project besides.
    """

    def __init__(self, known: Known) -> None:
        self.known = known
        self._messages: dict[str, tuple[BoundFeature, tuple[_Key, ...]]] = {}
        self._written: dict[tuple[str, str], object] = {}
        self._asked: dict[tuple[str, str], object] = {}

    def stale(self, spec: Spec, language: Language) -> list[str]:
        """The stems of the features that are to be written again, for a spec of the source language."""
        found = []
        for stem in spec.features:
            bound = spec.feature(stem)
            texts = [language.text(domain, text, context) for domain, context, text in self._messages_of(bound, spec)]
            self._asked[stem, language.code] = made_of = (bound.source.text, texts)
            if self._written.get((stem, language.code)) != made_of:
                found.append(stem)
        return found

    def commit(self) -> None:
        """What was asked for was written."""
        self._written |= self._asked

    def _messages_of(self, bound: BoundFeature, spec: Spec) -> tuple[_Key, ...]:
        known = self._messages.get(bound.source.stem)
        if known is None or known[0] is not bound:
            known = self._messages[bound.source.stem] = (bound, tuple(dict.fromkeys(_messages(bound, spec))))
        return known[1]


def _messages(bound: BoundFeature, spec: Spec) -> Iterator[_Key]:
    yield from (("features", *each.key) for each in messages_of(bound.source))
    for scenario in bound.scenarios:
        for binding in scenario.bindings:
            yield "steps", binding.kind, binding.pattern
        cells = (cell for row in scenario.rows for cell in row.cells.values())
        arguments = (each for binding in scenario.bindings for _, each in binding.arguments)
        for each in (*cells, *arguments):
            ids = each.ids if isinstance(each, Labels) else ()
            yield from (("labels", label, spec.catalogue.labels[label].text) for label in ids)
