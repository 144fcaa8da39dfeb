"""Spec + traces, per language -> pages in Docs Markdown: front matter, moniker zones, alerts, numbered steps.

Knows nothing of MkDocs. What a page shows for a cloud is what ran for that cloud.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ..languages.words import COVERAGE_INTRO, EXAMPLE, INCOMPLETE, RESULT, UNTRANSLATED, Words, marked
from ..markdown.writer import Zones, anchor, escape, front_matter, joined
from ..sources.features import Kind, below_lines, paragraphs
from ..sources.page_names import COVERAGE
from ..sources.problems import SpecError
from ..spec.bindings import Argument, Labels, Text
from ..spec.bound import BoundFeature, BoundScenario
from ..spec.runner import Trace
from ..spec.spec import Spec, Variant

# Material's field; in its index a word of a title weighs as much as a thousand of the text.
BEHIND_HELP = {"search": {"boost": 0.0002}}


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its name without language and ending, and its Docs Markdown."""

    stem: str
    markdown: str


def render(spec: Spec, traces: Sequence[Trace], code: str, words: Words) -> tuple[Page, ...]:
    """Every page of a language: one per feature, and the coverage page.

    Raises SpecError where a variant failed: nothing is shown that did not run.
    """
    if failed := [trace.problem for trace in traces if trace.problem]:
        raise SpecError(failed)
    ran = {trace.variant for trace in traces}
    renderer = _Renderer(spec, code, words, ran)
    pages = [Page(stem, renderer.feature(stem)) for stem in spec.features]
    return (*pages, Page(COVERAGE, renderer.coverage()))


def task_table(spec: Spec, code: str, words: Words, stems: Iterable[str]) -> str:
    """A table of tasks by cloud, in Markdown: each cell a link to the steps, or that there are none.

    A cloud has a task where a procedure ran for it. The cells of a cloud are for its readers.
    """
    renderer = _Renderer(spec, code, words, set(spec.variants()))
    monikers = spec.config.monikers.ids
    head = [words.shown("Task"), *(f"{renderer.cloud(each)} {_for(each)}" for each in monikers)]
    rows = [f"| {' | '.join(head)} |", f"| {' | '.join(['---'] * len(head))} |"]
    rows += [f"| {' | '.join(renderer.task(stem))} |" for stem in stems]
    return "\n".join(rows)


def _for(moniker: str) -> str:
    return f'{{: data-moniker="{moniker}" }}'


class _Renderer:
    """Renders the pages of one language."""

    def __init__(self, spec: Spec, code: str, words: Words, ran: set[Variant]) -> None:
        self.spec, self.code, self.words, self.ran = spec, code, words, ran
        self.language = spec.languages[code]

    # --- pages ---------------------------------------------------------------------------------------------------

    def feature(self, stem: str) -> str:
        """The page of a feature."""
        bound = self.spec.feature(stem)
        page = Zones(self.spec, bound.monikers)
        source = bound.source
        description = [self._paragraph(each) for each in paragraphs(source.description)]
        intro = page.zone(self._having(stem) or page.monikers, "\n\n".join(description))
        unavailable = list(self._unavailable(stem, page))
        parts = [
            f'# <a name="{anchor(source.name)}"></a>{self._name(source.name, "feature")}',
            *self._closed(page),
            *([*unavailable, intro] if self._having(stem) else [intro, *unavailable]),
            *self._procedures(stem, page),
            *self._rules(stem, page),
        ]
        body = "\n\n".join(joined(part for part in parts if part))
        if UNTRANSLATED in body:
            head, _, rest = body.partition("\n\n")
            notice = self.words.in_language(INCOMPLETE, self.spec.config.language(self.spec.source).tag)
            body = f"{head}\n\n> [!NOTE]\n> {notice}\n\n{rest}"
        return f"{front_matter(self._matter(bound, page))}\n\n{body}\n"

    def _matter(self, bound: BoundFeature, page: Zones) -> dict[str, str]:
        name, about = bound.source.name, paragraphs(bound.source.description)
        values = {
            "title": self.language.say("features", name, "feature"),
            "description": " ".join(self.language.say("features", each, "description") for each in about),
            "ms.topic": "how-to",
        }
        if self.language.text("features", name, "feature") is None:
            values["title_language"] = self.spec.config.language(self.spec.source).tag
        if len(page.monikers) < len(page.all):
            values["monikerRange"] = " || ".join(page.monikers)
        return values

    def coverage(self) -> str:
        """The page that names every scenario and the clouds it ran for."""
        monikers = self.spec.config.monikers.ids
        parts = [
            front_matter(
                {"title": self.words("What was tested"), "description": self.words(COVERAGE_INTRO), **BEHIND_HELP}
            ),
            f'# <a name="what-ran"></a>{self.words.shown("What was tested")}',
            self.words.shown(COVERAGE_INTRO),
        ]
        head = [self.words.shown("Scenario"), *(self.cloud(moniker) for moniker in monikers)]
        rule = " | ".join(["---", *[":-:"] * len(monikers)])
        for stem in self.spec.features:
            bound = self.spec.feature(stem)
            name = self._name(bound.source.name, "feature")
            rows = [self._coverage_row(stem, number, monikers) for number in range(len(bound.scenarios))]
            parts.append(f'## <a name="{stem}"></a>[{name}]({stem}.md)')
            parts.append("\n".join([f"| {' | '.join(head)} |", f"| {rule} |", *rows]))
        return "\n\n".join(parts) + "\n"

    def task(self, stem: str) -> list[str]:
        """A row of the table of tasks."""
        bound = self.spec.feature(stem)
        having = self._having(stem)
        cells = [f"[{self._name(bound.source.name, 'feature')}]({stem}.md)"]
        for moniker in self.spec.config.monikers.ids:
            text = self.words.shown("Not available")
            if moniker in having:
                text = f"[{self.words.shown('Steps')}]({stem}.md)"
            cells.append(f"{text} {_for(moniker)}")
        return cells

    def _coverage_row(self, stem: str, number: int, monikers: Iterable[str]) -> str:
        scenario = self.spec.feature(stem).scenarios[number]
        cells = [self._name(scenario.name, "scenario")]
        for moniker in monikers:
            count = len(self._variants(stem, number, moniker))
            ran = f"✓ {self.words.shown('ran')}"
            mark = ran if count == 1 else f"{ran}\u00a0×\u00a0{count}"
            cells.append(mark if count else f"– {self.words.shown('does not apply')}")
        return f"| {' | '.join(cells)} |"

    # --- what the page says per cloud ----------------------------------------------------------------------------

    def _closed(self, page: Zones) -> Iterator[str]:
        for moniker in page.monikers:
            definition = self.spec.config.monikers[moniker]
            if definition.retired:
                text = self.words.closed(definition, self.cloud(moniker))
                yield page.zone({moniker}, f"> [!IMPORTANT]\n> {text}")

    def _procedures(self, stem: str, page: Zones) -> Iterator[str]:
        numbers = self._numbers(stem, in_rule=False)
        scenarios = self.spec.feature(stem).scenarios
        crowded = any(sum(moniker in scenarios[n].monikers for n in numbers) > 1 for moniker in page.monikers)
        for number in numbers:
            scenario = scenarios[number]
            ran = {moniker: self._variants(stem, number, moniker) for moniker in page.monikers}
            variants = {moniker: found[0] for moniker, found in ran.items() if found}
            if crowded:
                name = self._name(scenario.name, "scenario")
                yield page.zone(scenario.monikers, f'## <a name="{anchor(scenario.name)}"></a>{name}')
            told = {moniker: self._told(variant) for moniker, variant in variants.items()}
            needs = {moniker: [text for kind, text in lines if kind == "given"] for moniker, lines in told.items()}
            if any(needs.values()):
                having = {moniker for moniker, lines in needs.items() if lines}
                yield page.zone(having, f"**{self.words.shown('Before you start')}**")
                yield page.bullets(needs)
                yield page.zone(having, f"**{self.words.shown('Steps')}**")
            yield page.numbered({moniker: self._steps(lines) for moniker, lines in told.items()})
            results = {moniker: _results(lines) for moniker, lines in told.items()}
            if any(results.values()):
                texts = {m: self.words.text(lines) for m, lines in results.items() if lines}
                yield page.paragraphs({m: self.words.shown(RESULT, text=text) for m, text in texts.items()})
            yield from self._proof(stem, [number], page)

    def _having(self, stem: str) -> frozenset[str]:
        """The clouds that have a procedure."""
        scenarios = self.spec.feature(stem).scenarios
        return frozenset().union(*(scenarios[number].monikers for number in self._numbers(stem, in_rule=False)))

    def _unavailable(self, stem: str, page: Zones) -> Iterator[str]:
        """The rules of clouds that have no procedure; where no cloud has one, the first rule."""
        for index in self._leading(stem, page):
            yield from self._rule(stem, index, page, "IMPORTANT")

    def _rules(self, stem: str, page: Zones) -> Iterator[str]:
        leading = self._leading(stem, page)
        bound = self.spec.feature(stem)
        rest = [index for index in range(len(bound.rules)) if index not in leading]
        if rest:
            having = frozenset().union(*(bound.rules[index] for index in rest))
            yield page.zone(having, f'## <a name="good-to-know"></a>{self.words.shown("Good to know")}')
        for index in rest:
            yield from self._rule(stem, index, page, "NOTE")

    def _leading(self, stem: str, page: Zones) -> list[int]:
        bound = self.spec.feature(stem)
        if not self._having(stem):
            return [0]
        without = set(page.monikers) - self._having(stem)
        return [index for index, monikers in enumerate(bound.rules) if monikers <= without]

    def _rule(self, stem: str, index: int, page: Zones, alert: str) -> Iterator[str]:
        bound = self.spec.feature(stem)
        rule = bound.source.rules[index]
        lines = [
            f"[!{alert}]",
            f'<a name="{anchor(rule.name)}"></a>**{self._name(rule.name, "rule")}**',
        ]
        for paragraph in paragraphs(rule.description):
            lines += ["", self._paragraph(paragraph)]
        yield page.zone(bound.rules[index], "\n".join(f"> {line}".rstrip() for line in lines))
        numbers = [n for n, scenario in enumerate(bound.scenarios) if scenario.rule == rule]
        yield from self._proof(stem, numbers, page)

    def _proof(self, stem: str, numbers: Sequence[int], page: Zones) -> Iterator[str]:
        """The scenarios as they ran, folded; one fold for all clouds for which they read the same."""
        texts: dict[str, list[str]] = {}
        for moniker in page.monikers:
            shown = [self._example(v) for number in numbers for v in self._variants(stem, number, moniker)]
            if shown:
                texts.setdefault("\n\n".join(shown), []).append(moniker)
        opening = '<details class="porspec-proof" data-search-exclude markdown="1">'
        summary = f"<summary>{self.words.shown('How this was tested')}</summary>"
        for text, monikers in texts.items():
            yield page.zone(monikers, f"{opening}\n{summary}\n\n{text}\n\n</details>")

    def _example(self, variant: Variant) -> str:
        """A variant as its feature file has it, example values filled in; as the source's where there is no other."""
        code = self.code if self.code in self.spec.features[variant.stem] else self.spec.source
        scenario = self.spec.scenario(variant, code)
        name = self._name(self.spec.scenario(variant).name, "scenario")
        if variant.row is not None:
            values = escape(self.words.values(list(scenario.rows[variant.row].raw.values()))).replace("\n", " ")
            name = self.words(EXAMPLE, name=name, values=values)
        steps = []
        for keyword, binding in zip(self._keywords(scenario, code), self.spec.bindings(variant, code), strict=True):
            line = f"_{escape(keyword)}_ {escape(self.spec.catalogue.phrase(binding, code))}"
            below = "\n".join(below_lines(binding.table, binding.doc_string, binding.media_type))
            steps.append(f"- {line if code == self.code else self._marked(line)}")
            steps += ["", textwrap.indent(below, " " * 6), ""] if below else []
        return f"{name}\n{{: .porspec-example }}\n\n" + "\n".join(steps)

    def _keywords(self, scenario: BoundScenario, code: str) -> Iterator[str]:
        """Keywords as one story reads: a background's Given followed by a scenario's Given is And."""
        again = self.spec.config.language(code).keywords["and"]
        before = None
        for step in scenario.steps:
            yield again if step.kind and step.kind == before else step.keyword
            before = step.kind

    def _steps(self, lines: Sequence[tuple[Kind, str]]) -> list[str]:
        """The instructions; a result that stands before a further instruction ends the line before it."""
        steps: list[str] = []
        last = max((index for index, (kind, _) in enumerate(lines) if kind == "when"), default=-1)
        for index, (kind, text) in enumerate(lines[: last + 1]):
            if kind == "when":
                steps.append(text)
            elif kind == "then" and steps and index < last:
                steps[-1] = self.words.text([steps[-1], text])
        return steps

    # --- words ---------------------------------------------------------------------------------------------------

    def _told(self, variant: Variant) -> list[tuple[Kind, str]]:
        """What the steps of a variant say to a reader of its cloud, in order."""
        told = []
        for binding in self.spec.bindings(variant):
            definition = self.spec.catalogue[binding]
            says = definition.says_in(variant.moniker)
            if says:
                values = {name: self._shown(value, variant.moniker) for name, value in binding.arguments}
                text = self.language.text("help", says, definition.kind)
                filled = self._marked(says.format(**values)) if text is None else text.format(**values)
                told.append((definition.kind, filled))
        return told

    def _shown(self, argument: Argument, moniker: str) -> str:
        """An argument as a reader sees it: labels in bold, the page at the end of a path linked."""
        if not isinstance(argument, Labels):
            return escape(argument.text) if isinstance(argument, Text) else ""
        texts = [f"**{self._say('labels', self.spec.catalogue.labels[each].text, each)}**" for each in argument.ids]
        if address := self.spec.world.link(moniker, argument.ids):
            texts[-1] = f"[{texts[-1]}]({address})"
        return " > ".join(texts)

    def cloud(self, moniker: str) -> str:
        """The name of a cloud in this language."""
        return self._say("help", self.spec.config.monikers[moniker].name, "moniker")

    def _name(self, text: str, context: str) -> str:
        """A name as Markdown shows it as it is."""
        return self._say("features", text, context)

    def _paragraph(self, text: str) -> str:
        """A paragraph, which is Markdown."""
        translated = self.language.text("features", text, "description")
        return self._marked(text) if translated is None else translated

    def _say(self, domain: str, text: str, context: str) -> str:
        translated = self.language.text(domain, text, context)
        return self._marked(escape(text)) if translated is None else escape(translated)

    def _marked(self, markdown: str) -> str:
        return marked(markdown, self.spec.config.language(self.spec.source).tag)

    # --- variants ------------------------------------------------------------------------------------------------

    def _numbers(self, stem: str, *, in_rule: bool) -> list[int]:
        scenarios = self.spec.feature(stem).scenarios
        return [number for number, each in enumerate(scenarios) if (each.rule is not None) == in_rule]

    def _variants(self, stem: str, number: int, moniker: str) -> list[Variant]:
        """The variants of a scenario that ran for a cloud."""
        return [each for each in self.spec.variants_of(stem, number) if each.moniker == moniker and each in self.ran]


def _results(lines: Sequence[tuple[Kind, str]]) -> list[str]:
    """What is said after the last instruction."""
    last = max((index for index, (kind, _) in enumerate(lines) if kind == "when"), default=-1)
    return [text for kind, text in lines[last + 1 :] if kind == "then"]
