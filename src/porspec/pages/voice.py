"""What the sources say in a language, as Markdown, and what is folded on a page."""

from urllib.parse import quote

from ..languages.words import Words, marked
from ..markdown.content import Markdown, escape, link_to, markdown_of
from ..sources.features import Kind
from ..spec.bindings import Argument, BoundScenario, Labels, Text
from ..spec.spec import Spec, Variant

Told = list[tuple[Kind, Markdown]]


def folded(words: Words, summary: str, body: str, **values: str) -> Markdown:
    """What readers need not see, behind a word of ours, which is HTML; no search finds it."""
    opening = '<details class="porspec-proof" data-search-exclude markdown="1">'
    return Markdown(f"{opening}\n<summary>{words.html(summary, **values)}</summary>\n\n{body}\n\n</details>")


class Voice:
    """What the sources say in a language, as Markdown; what is not translated is marked."""

    def __init__(self, spec: Spec, code: str) -> None:
        self.spec, self.code, self.language = spec, code, spec.languages[code]
        self.source_tag = spec.config.language(spec.source).tag

    def say(self, domain: str, text: str, context: str) -> Markdown:
        """A message that is a name."""
        translated = self.language.text(domain, text, context)
        return self.marked(escape(text)) if translated is None else escape(translated.strip())

    def title(self, stem: str) -> Markdown:
        """The name of a feature."""
        return self.say("features", self.spec.feature(stem).source.name, "feature")

    def link(self, stem: str, words: Markdown | None = None) -> Markdown:
        """A link to the page of a feature, by its name or by other words."""
        return link_to(f"{quote(stem)}.md", words or self.title(stem))

    def scenario(self, scenario: BoundScenario) -> Markdown:
        return self.say("features", scenario.name, "scenario")

    def moniker(self, moniker: str) -> Markdown:
        return self.say("help", self.spec.config.monikers[moniker].name, "moniker")

    def paragraph(self, text: str) -> Markdown:
        """A paragraph of a description."""
        translated = self.language.text("features", text, "description")
        return self.marked(markdown_of(text)) if translated is None else markdown_of(translated)

    def marked(self, markdown: Markdown) -> Markdown:
        return marked(markdown, self.source_tag)

    def told(self, variant: Variant) -> Told:
        """What the steps of a variant say to a reader of its moniker, in order."""
        told: Told = []
        for binding in self.spec.bindings(variant):
            definition = self.spec.catalogue[binding]
            if says := definition.says_in(variant.moniker):
                values = {name: self._shown(value, variant.moniker) for name, value in binding.arguments}
                text = self.language.text("help", says, definition.kind)
                filled = self.marked(markdown_of(says, values)) if text is None else markdown_of(text, values)
                told.append((definition.kind, filled))
        return told

    def _shown(self, argument: Argument, moniker: str) -> str:
        """An argument as a reader sees it: labels in bold, the page at the end of a path linked."""
        if not isinstance(argument, Labels):
            return argument.text if isinstance(argument, Text) else ""
        texts = [
            Markdown(f"**{self.say('labels', self.spec.catalogue.labels[each].text, each)}**") for each in argument.ids
        ]
        if address := self.spec.world.link(moniker, argument.ids):
            texts[-1] = link_to(address, texts[-1])
        return Markdown(" > ".join(texts))
