"""How a page is known to be right: what ran for its readers, what is assumed, and the scenarios; in one fold."""

import textwrap
from collections.abc import Iterator

from ..markdown.content import Markdown, as_code, escape, fenced
from ..markdown.zones import Zones, joined
from ..sources.features import below_lines, paragraphs
from ..sources.pages import COVERAGE
from ..spec.bindings import BoundFeature
from ..spec.spec import Variant
from .procedures import bearer
from .runs import Runs
from .voice import ASSUMED, Voice, folded, page_at


class Evidence:
    """Writes the fold of a feature's page in one language."""

    def __init__(self, voice: Voice, runs: Runs, stem: str, page: Zones) -> None:
        self.voice, self.words, self.spec = voice, voice.words, voice.spec
        self.runs, self.stem, self.page = runs, stem, page
        self.bound: BoundFeature = self.spec.feature(stem)

    def write(self, revision: str) -> str:
        """The fold, for who has something that ran or that is assumed."""
        numbers = range(len(self.bound.scenarios))
        found = {
            each: {number: self.runs.variants(self.stem, number, each) for number in numbers}
            for each in self.page.monikers
        }
        counts = {each: sum(map(len, variants.values())) for each, variants in found.items()}
        ran = {each for each, count in counts.items() if count}
        assumed: frozenset[str] = frozenset().union(*(monikers for _, monikers in self.bound.assumptions))
        told = {each: self._ran(each, counts[each]) for each in self.page.monikers if each in ran}
        parts = [
            self.page.paragraphs(told),
            self.page.zone(ran, self._sources(revision)),
            self.page.zone(assumed, f'<a name="{ASSUMED}"></a>{self.words.shown("assumed-means")}'),
            *self._scenarios(found),
        ]
        body = "\n\n".join(joined(part for part in parts if part))
        return self.page.zone(ran | assumed, folded(self.words, "How we know", body))

    def _ran(self, moniker: str, count: int) -> Markdown:
        if not self.spec.config.monikers.are_several:
            return self.words.shown("ran-all", count=str(count))
        return self.words.shown("ran-for", moniker=self.voice.moniker(moniker), count=str(count))

    def _sources(self, revision: str) -> Markdown:
        """Where all that was tested stands, and the revision of the sources, if it is known."""
        said = [Markdown(f"[{self.words.shown('What was tested')}]({page_at(COVERAGE, self.voice.folder)})")]
        said += [self.words.shown("revision", revision=as_code(revision))] if revision else []
        return Markdown(" · ".join(said))

    def _scenarios(self, found: dict[str, dict[int, list[Variant]]]) -> Iterator[str]:
        """Each scenario as it ran, below the name of its rule; one text for monikers for which it reads alike."""
        rule = None
        for number, scenario in enumerate(self.bound.scenarios):
            if scenario.rule is not rule and scenario.rule:
                index = self.bound.source.rules.index(scenario.rule)
                having = {
                    each
                    for each in self.bound.rules[index]
                    if any(found[each][n] for n, one in enumerate(self.bound.scenarios) if one.rule is scenario.rule)
                }
                yield self.page.zone(having, self._rule(scenario.rule.name))
            rule = scenario.rule
            texts = {each: self._examples(variants[number]) for each, variants in found.items() if variants[number]}
            yield self.page.paragraphs(texts)

    def _rule(self, name: str) -> str:
        keyword = self.spec.config.language(self.voice.code).keywords["rule"]
        return f"_{escape(keyword)}_ {self.voice.say('features', name, 'rule')}\n{{: .porspec-rule }}"

    def _examples(self, variants: list[Variant]) -> str:
        return "\n\n".join(self._example(each, is_first=each is variants[0]) for each in variants)

    def _example(self, variant: Variant, *, is_first: bool) -> str:
        """A variant as its feature file has it, example values filled in; as the source's where there is no other.

        The first of a scenario under a rule bears its anchor: a procedure has it where its steps begin.
        """
        code = self.voice.code_of(self.stem)
        scenario = self.spec.scenario(variant, code)
        steps, before = [], None
        again = self.spec.config.language(code).keywords["and"]
        for step, binding in zip(scenario.steps, self.spec.bindings(variant, code), strict=True):
            # As one story reads: a background's Given followed by a scenario's Given is And.
            keyword, before = again if step.kind and step.kind == before else step.keyword, step.kind
            phrase = escape(self.spec.catalogue.phrase(binding, code))
            phrase = self.voice.named(phrase, "steps", binding.pattern, binding.kind)
            line = Markdown(f"_{escape(keyword)}_ {phrase}")
            below = "\n".join(below_lines(binding.table, binding.doc_string, binding.media_type))
            steps.append(f"- {line if code == self.voice.code else self.voice.marked(line)}")
            steps += ["", textwrap.indent(fenced(below), "  "), ""] if below else []
        source = self.spec.scenario(variant)
        about = paragraphs(source.rows[variant.row].examples.description) if variant.row is not None else ()
        marked = self.voice.with_mark(self.voice.around(variant) if source.rule else (), [self.voice.example(variant)])
        head = f"{bearer(source.name) if is_first and source.rule else ''}{marked[0]}\n{{: .porspec-example }}"
        return "\n\n".join([head, *map(self.voice.paragraph, about), "\n".join(steps)])
