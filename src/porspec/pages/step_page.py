"""The step catalogue as a page of the site, for those who write and read scenarios."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from markdown.extensions.toc import unique

from ..languages.words import ARGUMENT, DEFINED, FOR_READERS, STEPS_INTRO, UNUSED_STEPS, USES, Words, marked
from ..markdown.writer import Zones, anchor, escape
from ..sources.features import KINDS
from ..sources.pages import STEPS, front_matter
from ..sources.problems import Location
from ..spec.spec import Spec
from .help import BEHIND_HELP, Page
from .steps import Entry, entries, type_of

_TITLE = "Step catalogue"
_ANCHOR = "step-catalogue"
_PLACEHOLDER = re.compile(r'("?\{\w+\}"?)')


def page(spec: Spec, code: str, words: Words) -> Page:
    """Every step, in Docs Markdown: a section by kind, and in it a heading with an anchor for each definition.

    What a step tells readers is that of each cloud.
    """
    return Page(STEPS, _StepPage(spec, code, words).markdown())


class _StepPage:
    """Writes the page of one language."""

    def __init__(self, spec: Spec, code: str, words: Words) -> None:
        self.spec, self.code, self.words = spec, code, words
        self.language, self.source_tag = spec.languages[code], spec.config.language(spec.source).tag
        self.zones = Zones(spec, spec.config.monikers.ids)
        self.entries = sorted(entries(spec), key=lambda each: KINDS.index(each.definition.kind))
        taken = {_ANCHOR, *KINDS}
        self.anchors = [unique(anchor(f"{e.definition.kind} {e.definition.pattern}"), taken) for e in self.entries]

    def markdown(self) -> str:
        title, intro = self.words(_TITLE), self.words(STEPS_INTRO)
        parts = [
            front_matter({"title": title, "description": intro, **BEHIND_HELP}),
            f'# <a name="{_ANCHOR}"></a>{self.words.shown(_TITLE)}',
            self.words.shown(STEPS_INTRO),
            self._unused(),
        ]
        pairs = zip(self.entries, self.anchors, strict=True)
        for kind, group in groupby(pairs, key=lambda pair: pair[0].definition.kind):
            parts.append(f'## <a name="{kind}"></a>{self.spec.config.language(self.code).keywords[kind]}')
            parts += [part for entry, name in group for part in self._entry(entry, name)]
        return "\n\n".join(parts) + "\n"

    def _unused(self) -> str:
        pairs = zip(self.entries, self.anchors, strict=True)
        links = [f"[{self._heading(entry)}](#{name})" for entry, name in pairs if not entry.is_used]
        if not links:
            return self.words.shown("Every step is used.")
        return self.words.shown(UNUSED_STEPS, steps=self.words.values(links))

    def _entry(self, entry: Entry, name: str) -> Iterator[str]:
        definition = entry.definition
        yield f'### <a name="{name}"></a>{self._heading(entry)}'
        if self.code != self.spec.source and self.code in entry.patterns:
            yield self._in_source(entry.patterns[self.spec.source])
        if entry.doc:
            yield self._in_source(entry.doc)
        yield self.zones.paragraphs({each: self._told(entry, each) for each in self.spec.config.monikers.ids})
        facts = [
            self.words.shown(ARGUMENT, name=f"`{each.name}`", type=type_of(each, self.words.shown))
            for each in definition.parameters
        ]
        place = f"`{definition.location.path}:{definition.location.line}`"
        yield "\n".join(f"- {fact}" for fact in [*facts, self.words.shown(DEFINED, place=place)])
        yield self._uses(entry)

    def _heading(self, entry: Entry) -> str:
        """The step as a feature of this language has it, or where there is no pattern, as one of the source's."""
        if self.code in entry.patterns:
            return _shown(entry.patterns[self.code])
        return marked(_shown(entry.patterns[self.spec.source]), self.source_tag)

    def _in_source(self, text: str) -> str:
        """A text that is in the source language in every language."""
        return (
            _shown(text) if self.code == self.spec.source else f'<span lang="{self.source_tag}">{_shown(text)}</span>'
        )

    def _told(self, entry: Entry, moniker: str) -> str:
        """What a step tells the readers of a cloud."""
        says = entry.definition.says_in(moniker)
        if not says:
            return self.words.shown("No text for readers.")
        text = self.language.text("help", says, entry.definition.kind)
        shown = marked(_coded(says), self.source_tag) if text is None else _coded(text)
        return self.words.shown(FOR_READERS, text=shown)

    def _uses(self, entry: Entry) -> str:
        """The uses in the features of this language, folded; in the source's where it has not got the feature."""
        own, source = entry.uses[self.code], entry.uses[self.spec.source]
        stems = {_stem(each) for each in own}
        places = sorted([*own, *(each for each in source if _stem(each) not in stems)], key=lambda e: (_stem(e), e))
        if not places:
            return self.words.shown("No scenario uses this step.")
        items = [self._use(stem, list(group)) for stem, group in groupby(places, key=_stem)]
        opening = '<details class="porspec-proof" data-search-exclude markdown="1">'
        summary = f"<summary>{self.words.shown(USES, count=str(len(places)))}</summary>"
        return f"{opening}\n{summary}\n\n" + "\n".join(f"- {item}" for item in items) + "\n\n</details>"

    def _use(self, stem: str, places: Sequence[Location]) -> str:
        """A feature's page, and the lines of its uses."""
        name = self.spec.feature(stem).source.name
        text = self.language.text("features", name, "feature")
        title = marked(escape(name), self.source_tag) if text is None else escape(text)
        first, *others = places
        lines = self.words.values([f"`{first.path}:{first.line}`", *(str(each.line) for each in others)])
        return f"[{title}]({stem}.md) {lines}"


def _stem(location: Location) -> str:
    return Path(location.path).stem


def _coded(markdown: str) -> str:
    """Markdown whose placeholders are code, so that none is taken for attributes."""
    return _PLACEHOLDER.sub(r"`\1`", markdown)


def _shown(text: str) -> str:
    """Text as it is, its placeholders as code."""
    return "".join(f"`{each}`" if _PLACEHOLDER.fullmatch(each) else escape(each) for each in _PLACEHOLDER.split(text))
