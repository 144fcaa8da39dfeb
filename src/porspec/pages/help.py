"""Spec + traces, per language -> pages in Docs Markdown: front matter, moniker zones, alerts, numbered steps.

Knows nothing of MkDocs. What a page shows for a moniker is what ran for that moniker. A page has, in order: its title
and what it is about; for whom it is, when it was checked, and what to have ready; steps with what is to be known at
each; the result; what goes wrong; what is good to know; where to go next; how all of this is known.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from posixpath import dirname
from urllib.parse import quote

from ..languages.words import UNTRANSLATED, Words
from ..markdown.content import Markdown, link_to
from ..markdown.zones import Zones, anchor, joined
from ..sources.features import paragraphs
from ..sources.pages import front_matter
from ..spec.runner import Trace
from ..spec.spec import Spec
from .comparison import comparison
from .evidence import Evidence
from .procedures import Procedures
from .rules import Rules
from .runs import Runs
from .voice import Voice, closures

# The links of the configuration, and their words.
_ANSWERS = {"yes": "Yes", "no": "No"}
_LINKS = {"report": "Report a wrong step", "edit": "Edit this page"}


@dataclass(frozen=True)
class Edition:
    """What a page says of the sources that it is made of, and of its neighbours: only what is known.

    `order` are the stems of the navigation. `edit` is the address at which a file of the sources is edited, with its
    `{path}`.
    """

    date: datetime | None = None
    revision: str = ""
    order: Sequence[str] = ()
    edit: str = ""


def render(
    spec: Spec,
    traces: Sequence[Trace],
    words: Words,
    edition: Edition | None = None,
    stems: Iterable[str] | None = None,
) -> dict[str, str]:
    """The page of each feature, or of those of `stems`, by its stem, in a language, with the traces of these.

    Raises SpecError where a scenario failed.
    """
    runs, made = Runs.of(spec, traces), edition or Edition()
    chosen = spec.features if stems is None else stems
    voices = ((stem, Voice(spec, words, folder=dirname(stem))) for stem in chosen)
    return {stem: _Page(voice, runs, stem, made).text() for stem, voice in voices}


class _Page:
    """The page of a feature in one language."""

    def __init__(self, voice: Voice, runs: Runs, stem: str, edition: Edition) -> None:
        self.voice, self.words, self.spec, self.stem, self.edition = voice, voice.words, voice.spec, stem, edition
        self.runs = runs
        self.bound = self.spec.feature(stem)
        self.page = Zones(self.spec, self.bound.monikers)
        self.procedures = Procedures(voice, runs, stem, self.page)
        self.rules = Rules(voice, runs, self.procedures, self.page)
        self.evidence = Evidence(voice, runs, stem, self.page)

    def text(self) -> str:
        having = self.bound.with_procedure
        about = "\n\n".join(filter(None, [*self.voice.about(self.bound.source), self._facts()]))
        intro = self.page.zone(having or self.page.monikers, about)
        parts = [
            *closures(self.voice, self.page),
            *([*self.rules.leading(), intro] if having else [intro, *self.rules.leading()]),
            *self.procedures.write(self.rules.notes),
            *self.rules.troubles(),
            *self.rules.others(),
            comparison(self.voice, self.runs, self.stem),
            self._next(),
            self._links(),
            self.evidence.write(self.edition.revision),
        ]
        title = f'# <a name="{anchor(self.bound.source.name)}"></a>{self.voice.title(self.stem)}'
        if any(UNTRANSLATED in part for part in (title, *parts)):
            language = self.words.language_in("incomplete", self.spec.source)
            parts.insert(0, f"{self.words.shown('incomplete', language=language)}\n{{: .porspec-incomplete }}")
        body = "\n\n".join(joined(part for part in (title, *parts) if part))
        return f"{front_matter(self._matter())}\n\n{body}\n"

    def _matter(self) -> dict[str, str]:
        source, language = self.bound.source, self.voice.language
        about = [language.say("features", each, "description") for each in paragraphs(source.description)]
        values = {"title": language.say("features", source.name, "feature"), "description": " ".join(about)}
        values["ms.topic"] = "how-to"
        if language.text("features", source.name, "feature") is None:
            values["title_language"] = self.voice.source_lang
        if len(self.page.monikers) < len(self.page.all):
            values["monikerRange"] = " || ".join(self.page.monikers)
        return values

    # --- for whom, and since when ----------------------------------------------------------------------------------

    def _facts(self) -> str:
        """For whom the page has steps, or else an answer; and when it was checked, if that is known."""
        having, monikers = self.bound.with_procedure or self.bound.monikers, self.spec.config.monikers
        names = list(map(self.voice.called, monikers.in_order(having)))
        named = Markdown(self.words.all_of(names))
        said = [self.words.shown("applies-to", monikers=named)] if monikers.are_several else []
        if self.edition.date:
            said.append(self.words.shown("checked-on", date=self.words.date("checked-on", self.edition.date)))
        return f"{self.words.text(said)}\n{{: .porspec-facts }}" if said else ""

    # --- where to go -----------------------------------------------------------------------------------------------

    def _next(self) -> str:
        """The tasks that follow, as the configuration has them, or else the next one of the navigation."""
        order = list(self.edition.order)
        following = order[order.index(self.stem) + 1 :] if self.stem in order else []
        texts = {}
        for moniker in self.page.monikers:
            known = [each for each in self.spec.config.next.get(self.stem, following) if self._answers(each, moniker)]
            found = known if self.stem in self.spec.config.next else known[:1]
            if found:
                tasks = Markdown(self.words.values([self.voice.link(each) for each in found]))
                texts[moniker] = f"{self.words.shown('next', tasks=tasks)}\n{{: .porspec-next }}"
        return self.page.paragraphs(texts)

    def _answers(self, stem: str, moniker: str) -> bool:
        """Whether the page of a feature has steps for a moniker; where it has none for anybody, whether it has it."""
        if stem not in self.spec.features:
            return False
        bound = self.spec.feature(stem)
        return moniker in (bound.with_procedure or bound.monikers)

    def _links(self) -> str:
        """What a reader can say of the page, and where it is edited: the links that there are."""
        answers = list(self._linked(_ANSWERS))
        said = [self.words.shown("helped", answers=Markdown(self.words.values(answers)))] if answers else []
        said += self._linked(_LINKS)
        return " · ".join(said) + "\n{: .porspec-links }" if said else ""

    def _linked(self, words: dict[str, str]) -> Iterator[Markdown]:
        addresses = {"edit": self.edition.edit, **self.spec.config.links}
        path = self.spec.config.feature_path(self.voice.code_of(self.stem), self.stem)
        fields = {"page": self.stem, "title": self._matter()["title"], "language": self.voice.code, "path": path}
        values = {name: quote(value) for name, value in fields.items()}
        for name, word in words.items():
            if address := addresses.get(name):
                yield link_to(address.format(**values), self.words.shown(word))
