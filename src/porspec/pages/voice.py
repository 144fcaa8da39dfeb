"""What the sources say in a language, as Markdown, and what is folded on a page."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from posixpath import relpath
from urllib.parse import quote

from ..languages.words import Words, marked
from ..markdown.content import Markdown, escape, link_to, markdown_of
from ..markdown.zones import Zones, anchor
from ..sources.features import Element, Kind, paragraphs
from ..spec.bindings import Argument, Binding, BoundScenario, Labels, Text
from ..spec.spec import Spec, Variant

ASSUMED = "porspec-assumed"


@dataclass(frozen=True, slots=True)
class Told:
    """What a step tells a reader; `number` is that of the step in its variant, from 0."""

    kind: Kind
    text: Markdown
    number: int


def folded(words: Words, summary: str, body: str, **values: str) -> Markdown:
    """What readers need not see, behind a word of ours, which is HTML; no search finds it."""
    opening = '<details class="porspec-proof" data-search-exclude markdown="1">'
    return Markdown(f"{opening}\n<summary>{words.html(summary, **values)}</summary>\n\n{body}\n\n</details>")


def page_at(stem: str, folder: str = "") -> str:
    """The address of a page, by its name, on pages in a folder of the site."""
    return quote(relpath(f"{stem}.md", folder))


def seen_at(spec: Spec, stem: str, readers: Sequence[str], name: str, folder: str = "") -> str:
    """The address of what has a name on the page of a feature, on pages in a folder; as the first of its readers sees
    it, if not all do.
    """
    view = "" if len(readers) == len(spec.config.monikers.ids) else f"?view={quote(readers[0])}"
    found = anchor(name)
    return f"{page_at(stem, folder)}{view}" + f"#{found}" * bool(found)


def closures(voice: "Voice", page: Zones) -> Iterator[str]:
    """Which of a page's monikers are closed, each in a note to its readers."""
    for definition in map(voice.spec.config.monikers.__getitem__, page.monikers):
        if definition.retired:
            name, date = voice.moniker(definition.id), voice.words.closed_on(definition)
            yield page.zone(
                {definition.id}, f"> [!IMPORTANT]\n> {voice.words.shown('closed', moniker=name, date=date)}"
            )


class Voice:
    """What the sources say in a language, as Markdown; what is not translated is marked.

    What is assumed is marked as well; the mark `leads` to what it means, where each reader of it is told that. Links
    are those of pages in a `folder` of the site.
    """

    def __init__(self, spec: Spec, words: Words, *, leads: bool = True, folder: str = "") -> None:
        self.folder = folder
        self.spec, self.words, self.code, self.named = spec, words, words.code, words.named
        self.language, self.leads = spec.languages[words.code], leads
        self.lang, self.source_lang = (spec.config.language(each).lang for each in (words.code, spec.source))

    def say(self, domain: str, text: str, context: str) -> Markdown:
        """A message that is a name."""
        translated = self.language.text(domain, text, context)
        shown = self.named(escape(text if translated is None else translated.strip()), domain, text, context)
        return self.marked(shown) if translated is None else shown

    def title(self, stem: str) -> Markdown:
        """The name of a feature."""
        return self.say("features", self.spec.feature(stem).source.name, "feature")

    def link(self, stem: str, words: Markdown | None = None) -> Markdown:
        """A link to the page of a feature, by its name or by other words."""
        return link_to(page_at(stem, self.folder), words or self.title(stem))

    def scenario(self, scenario: BoundScenario) -> Markdown:
        return self.say("features", scenario.name, "scenario")

    def about(self, element: Element) -> list[Markdown]:
        """The paragraphs of what an element says of itself, the last one marked where that is assumed."""
        return self.with_mark([element], map(self.paragraph, paragraphs(element.description)))

    def with_mark(self, elements: Iterable[Element], texts: Iterable[Markdown]) -> list[Markdown]:
        """Texts, the last one marked where one of the elements that they are of has the tag of assumptions."""
        found = list(texts)
        if found and any(each.is_assumption for each in elements):
            mark = f'<small class="{ASSUMED}">{self.words.shown("assumed")}</small>'
            mark = f"[{mark}](#{ASSUMED})" if self.leads else mark
            found[-1] = Markdown(self.words.text([found[-1], mark] if found[-1] else [mark]))
        return found

    def around(self, variant: Variant) -> list[Element]:
        """The scenario of a variant, with its Examples."""
        scenario = self.spec.scenario(variant)
        return [scenario.source, *([] if variant.row is None else [scenario.rows[variant.row].examples])]

    def code_of(self, stem: str) -> str:
        """The language to show the examples of a feature in: the source's where the page's own does not have it."""
        return self.code if self.code in self.spec.features[stem] else self.spec.source

    def example(self, variant: Variant) -> Markdown:
        """The name of a scenario; of an outline, with that of the Examples and the values of the row."""
        scenario = self.spec.scenario(variant)
        name = self.scenario(scenario)
        if variant.row is None:
            return name
        if examples := scenario.rows[variant.row].examples.name:
            name = Markdown(f"{name}: {self.say('features', examples, 'examples')}")
        cells = self.spec.scenario(variant, self.code_of(variant.stem)).rows[variant.row].raw.values()
        return self.words.markdown("example", name=name, values=self.words.values(list(cells)))

    def label(self, label: str) -> Markdown:
        """A label by its id, in bold; a text that is no id as it is."""
        known = self.spec.catalogue.labels
        return Markdown(f"**{self.say('labels', known[label].text, label) if label in known else escape(label)}**")

    def moniker(self, moniker: str) -> Markdown:
        return self.say("help", self.spec.config.monikers[moniker].name, "moniker")

    def called(self, moniker: str) -> Markdown:
        """The name of a moniker, and that it is closed, if it is."""
        name = self.moniker(moniker)
        return self.words.shown("closed-name", moniker=name) if self.spec.config.monikers[moniker].retired else name

    def paragraph(self, text: str) -> Markdown:
        """A paragraph of a description."""
        translated = self.language.text("features", text, "description")
        shown = self.named(markdown_of(text if translated is None else translated), "features", text, "description")
        return self.marked(shown) if translated is None else shown

    def marked(self, markdown: Markdown) -> Markdown:
        return marked(markdown, self.source_lang, self.lang)

    def told(self, variant: Variant) -> list[Told]:
        """What the steps of a variant say to a reader of its moniker, in order."""
        bindings = self.spec.bindings(variant)
        texts = (self.telling(each, variant.moniker) for each in bindings)
        told = enumerate(zip(bindings, texts, strict=True))
        return [Told(each.kind, text, number) for number, (each, text) in told if text is not None]

    def telling(self, binding: Binding, moniker: str) -> Markdown | None:
        """What a step says to the readers of a moniker; None where it says nothing."""
        says = self.spec.catalogue[binding].says_in(moniker)
        values = {name: self._shown(value, moniker) for name, value in binding.arguments}
        return self.saying(says, binding.kind, values) if says else None

    def saying(self, says: str, kind: Kind, values: Mapping[str, str]) -> Markdown:
        """What a step says to readers, filled in."""
        text = self.language.text("help", says, kind)
        filled = self.named(markdown_of(says if text is None else text, values), "help", says, kind)
        return self.marked(filled) if text is None else filled

    def _shown(self, argument: Argument, moniker: str) -> str:
        """An argument as a reader sees it: labels in bold, the page at the end of a path linked."""
        if not isinstance(argument, Labels):
            return argument.text if isinstance(argument, Text) else ""
        texts = list(map(self.label, argument.ids))
        if address := self.spec.world.link(moniker, argument.ids):
            texts[-1] = link_to(address, texts[-1])
        return Markdown(" > ".join(texts))
