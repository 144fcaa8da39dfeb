"""Spec + traces, per language -> pages in Docs Markdown: front matter, moniker zones, alerts, numbered steps.

Knows nothing of MkDocs. What a page shows for a moniker is what ran for that moniker.
"""

import textwrap
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from ..languages.words import UNTRANSLATED, Words
from ..markdown.content import Markdown, escape, fenced
from ..markdown.zones import Zones, anchor, joined
from ..sources.features import Element, below_lines, paragraphs
from ..sources.pages import front_matter
from ..sources.problems import SpecError
from ..spec.runner import Trace
from ..spec.spec import Spec, Variant
from .voice import Told, Voice, closures, folded

_ASSUMED = "porspec-assumed"


@dataclass(frozen=True, slots=True)
class _Telling:
    """What a variant tells a reader: what to have first, what to do, and what comes of it."""

    needs: tuple[Markdown, ...]
    steps: tuple[Markdown, ...]
    result: tuple[Markdown, ...]


def render(spec: Spec, traces: Sequence[Trace], code: str, words: Words) -> dict[str, str]:
    """The page of each feature, by its stem, in a language; raises SpecError as `ran_in` does."""
    renderer = _Renderer(spec, code, words, ran_in(traces))
    return {stem: renderer.feature(stem) for stem in spec.features}


def ran_in(traces: Sequence[Trace]) -> frozenset[Variant]:
    """The variants that ran; raises SpecError where one failed: nothing is shown that did not run."""
    if failed := [trace.problem for trace in traces if trace.problem]:
        raise SpecError(failed)
    return frozenset(trace.variant for trace in traces)


class _Renderer:
    """Renders the pages of one language."""

    def __init__(self, spec: Spec, code: str, words: Words, ran: Collection[Variant]) -> None:
        self.spec, self.code, self.words, self.ran = spec, code, words, ran
        self.voice = Voice(spec, words)

    # --- pages ---------------------------------------------------------------------------------------------------

    def feature(self, stem: str) -> str:
        bound = self.spec.feature(stem)
        page, having = Zones(self.spec, bound.monikers), bound.with_procedure
        description = self._with_mark([bound.source], map(self.voice.paragraph, paragraphs(bound.source.description)))
        intro = page.zone(having or page.monikers, "\n\n".join(description))
        unavailable = [part for each in bound.leading for part in self._rule(stem, each, page, is_callout=True)]
        parts = [
            *closures(self.voice, page),
            *([*unavailable, intro] if having else [intro, *unavailable]),
            *self._procedures(stem, page),
            *self._rules(stem, page),
            self._what_assumed_means(bound.assumptions, page),
        ]
        title = f'# <a name="{anchor(bound.source.name)}"></a>{self.voice.title(stem)}'
        if any(UNTRANSLATED in part for part in (title, *parts)):
            language = self.words.language_in("incomplete", self.spec.source)
            parts.insert(0, f"> [!NOTE]\n> {self.words.shown('incomplete', language=language)}")
        body = "\n\n".join(joined(part for part in (title, *parts) if part))
        return f"{front_matter(self._matter(stem, page))}\n\n{body}\n"

    def _matter(self, stem: str, page: Zones) -> dict[str, str]:
        source, language = self.spec.feature(stem).source, self.voice.language
        about = [language.say("features", each, "description") for each in paragraphs(source.description)]
        values = {"title": language.say("features", source.name, "feature"), "description": " ".join(about)}
        values["ms.topic"] = "how-to"
        if language.text("features", source.name, "feature") is None:
            values["title_language"] = self.voice.source_lang
        if len(page.monikers) < len(page.all):
            values["monikerRange"] = " || ".join(page.monikers)
        return values

    # --- what the page says per moniker ----------------------------------------------------------------------------

    def _procedures(self, stem: str, page: Zones) -> Iterator[str]:
        found = [(n, each) for n, each in enumerate(self.spec.feature(stem).scenarios) if not each.rule]
        crowded = any(sum(moniker in each.monikers for _, each in found) > 1 for moniker in page.monikers)
        told = {n: {each: self._tellings(stem, n, each) for each in page.monikers} for n, _ in found}
        shared = {moniker: _shared(chain(*(each[moniker] for each in told.values()))) for moniker in page.monikers}
        yield from self._needs(shared, page)
        for number, scenario in found:
            heading = f"## {_bearer(scenario.name)}{self.voice.scenario(scenario)}"
            yield page.zone(scenario.monikers, heading if crowded else _bearer(scenario.name))
            tellings = {moniker: list(each.items()) for moniker, each in told[number].items()}
            for turn in range(max(map(len, tellings.values()))):
                now = {moniker: each[turn] for moniker, each in tellings.items() if turn < len(each)}
                several = {moniker: f"**{name}**" for moniker, (_, name) in now.items() if len(tellings[moniker]) > 1}
                yield page.paragraphs(several)
                yield from self._procedure({moniker: each for moniker, (each, _) in now.items()}, shared, page)
            yield from self._proof(stem, [number], page)

    def _tellings(self, stem: str, number: int, moniker: str) -> dict[_Telling, Markdown]:
        """What a scenario tells the readers of a moniker, by the names of the rows that tell something else."""
        told: dict[_Telling, Markdown] = {}
        for variant in self._variants(stem, number, moniker):
            told.setdefault(self._telling(variant), self._example_name(variant))
        return told

    def _telling(self, variant: Variant) -> _Telling:
        """What a variant tells: its result is what the scenario says of it, or else what its last Thens say."""
        lines, scenario = self.voice.told(variant), self.spec.scenario(variant)
        last = max((index for index, (kind, _) in enumerate(lines) if kind == "when"), default=-1)
        result = [self.voice.paragraph(each) for each in paragraphs(scenario.source.description)]
        result = result or [text for kind, text in lines[last + 1 :] if kind == "then"]
        needs = tuple(text for kind, text in lines if kind == "given")
        steps = tuple(self._steps(lines[: last + 1]))
        elements = self._around(variant)
        if result:
            return _Telling(needs, steps, tuple(self._with_mark(elements, result)))
        return _Telling(needs, tuple(self._with_mark(elements, steps)), ())

    def _needs(self, needs: Mapping[str, Sequence[Markdown]], page: Zones) -> Iterator[str]:
        having = {moniker for moniker, lines in needs.items() if lines}
        yield page.zone(having, f"**{self.words.shown('Before you start')}**")
        yield page.bullets(needs)

    def _procedure(
        self, told: Mapping[str, _Telling], shared: Mapping[str, Sequence[Markdown]], page: Zones
    ) -> Iterator[str]:
        needs = {each: [text for text in told[each].needs if text not in shared[each]] for each in told}
        yield from self._needs(needs, page)
        having = {moniker for moniker, lines in needs.items() if lines}
        yield page.zone(having, f"**{self.words.shown('Steps')}**")
        yield page.numbered({moniker: each.steps for moniker, each in told.items()})
        results = {moniker: Markdown(self.words.text(each.result)) for moniker, each in told.items() if each.result}
        yield page.paragraphs({moniker: self.words.shown("result", text=text) for moniker, text in results.items()})

    def _steps(self, lines: Told) -> list[Markdown]:
        """The instructions, the last line being one; a result that stands before another ends the line before it."""
        steps: list[Markdown] = []
        for kind, text in lines:
            if kind == "when":
                steps.append(text)
            elif kind == "then" and steps:
                steps[-1] = Markdown(self.words.text([steps[-1], text]))
        return steps

    def _rules(self, stem: str, page: Zones) -> Iterator[str]:
        rules = self.spec.feature(stem).rules
        rest = [index for index in range(len(rules)) if index not in self.spec.feature(stem).leading]
        having = frozenset().union(*(rules[index] for index in rest))
        yield page.zone(having, f'## <a name="good-to-know"></a>{self.words.shown("Good to know")}')
        for index in rest:
            yield from self._rule(stem, index, page)

    def _rule(self, stem: str, index: int, page: Zones, *, is_callout: bool = False) -> Iterator[str]:
        bound = self.spec.feature(stem)
        rule = bound.source.rules[index]
        name = self.voice.say("features", rule.name, "rule")
        bearer = f'<a name="{anchor(rule.name)}"></a>'
        title = Markdown(f"{bearer}**{name}**" if is_callout else f"### {bearer}{name}")
        about = list(map(self.voice.paragraph, paragraphs(rule.description)))
        text = "\n\n".join([title, *self._with_mark([rule], about or [Markdown("")])]).rstrip()
        if is_callout:
            text = "\n".join(f"> {line}".rstrip() for line in ("[!IMPORTANT]", *text.split("\n")))
        yield page.zone(bound.rules[index], text)
        yield from self._proof(stem, [n for n, each in enumerate(bound.scenarios) if each.rule == rule], page)

    # --- what is assumed -----------------------------------------------------------------------------------------

    def _around(self, variant: Variant) -> list[Element]:
        """The scenario, with its Examples."""
        scenario = self.spec.scenario(variant)
        return [scenario.source, *([] if variant.row is None else [scenario.rows[variant.row].examples])]

    def _with_mark(self, elements: Iterable[Element], texts: Iterable[Markdown]) -> list[Markdown]:
        """Texts, the last one marked where one of the elements that they are of has the tag of assumptions."""
        found = list(texts)
        if found and any(each.is_assumption for each in elements):
            mark = f'[<small class="porspec-assumed">{self.words.shown("assumed")}</small>](#{_ASSUMED})'
            found[-1] = Markdown(self.words.text([found[-1], mark] if found[-1] else [mark]))
        return found

    def _what_assumed_means(self, found: Iterable[tuple[Element, frozenset[str]]], page: Zones) -> str:
        having: frozenset[str] = frozenset().union(*(monikers for _, monikers in found))
        text = f'<a name="{_ASSUMED}"></a>{self.words.shown("assumed-means")}'
        return page.zone(having, folded(self.words, "assumed-title", text))

    # --- how it was tested ---------------------------------------------------------------------------------------

    def _variants(self, stem: str, number: int, moniker: str) -> list[Variant]:
        """The variants of a scenario that ran for a moniker."""
        return [each for each in self.spec.variants_of(stem, number) if each.moniker == moniker and each in self.ran]

    def _proof(self, stem: str, numbers: Sequence[int], page: Zones) -> Iterator[str]:
        """The scenarios as they ran, folded; one fold for all monikers for which they read the same."""
        texts: dict[str, list[str]] = {}
        for moniker in page.monikers:
            variants = [self._variants(stem, number, moniker) for number in numbers]
            shown = [self._example(each, is_first=each is of[0]) for of in variants for each in of]
            if shown:
                texts.setdefault("\n\n".join(shown), []).append(moniker)
        for text, monikers in texts.items():
            yield page.zone(monikers, folded(self.words, "How this was tested", text))

    def _language_of(self, variant: Variant) -> str:
        """The language to show an example in: the source's where the page's own does not have it."""
        return self.code if self.code in self.spec.features[variant.stem] else self.spec.source

    def _example_name(self, variant: Variant) -> Markdown:
        """The name of a scenario; of an outline, with that of the Examples and the values of the row."""
        scenario = self.spec.scenario(variant)
        name = self.voice.scenario(scenario)
        if variant.row is None:
            return name
        if examples := scenario.rows[variant.row].examples.name:
            name = Markdown(f"{name}: {self.voice.say('features', examples, 'examples')}")
        cells = self.spec.scenario(variant, self._language_of(variant)).rows[variant.row].raw.values()
        return self.words.markdown("example", name=name, values=self.words.values(list(cells)))

    def _example(self, variant: Variant, *, is_first: bool) -> str:
        """A variant as its feature file has it, example values filled in; as the source's where there is no other.

        The first of a scenario under a rule bears its anchor: a procedure has it where its steps begin.
        """
        code = self._language_of(variant)
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
            steps.append(f"- {line if code == self.code else self.voice.marked(line)}")
            steps += ["", textwrap.indent(fenced(below), "  "), ""] if below else []
        source = self.spec.scenario(variant)
        about = paragraphs(source.rows[variant.row].examples.description) if variant.row is not None else ()
        marked = self._with_mark(self._around(variant) if source.rule else (), [self._example_name(variant)])
        bearer = _bearer(source.name) if is_first and source.rule else ""
        head = f"{bearer}{marked[0]}\n{{: .porspec-example }}"
        return "\n\n".join([head, *map(self.voice.paragraph, about), "\n".join(steps)])


def _bearer(name: str) -> str:
    """What bears the anchor of a name, where it makes one."""
    return f'<a name="{found}"></a>' if (found := anchor(name)) else ""


def _shared(tellings: Iterable[_Telling]) -> list[Markdown]:
    """What more than one of them needs."""
    counts = Counter(text for each in tellings for text in dict.fromkeys(each.needs))
    return [text for text, count in counts.items() if count > 1]
