"""Spec + traces, per language -> pages in Docs Markdown: front matter, moniker zones, alerts, numbered steps.

Knows nothing of MkDocs. What a page shows for a moniker is what ran for that moniker.
"""

import textwrap
from collections.abc import Collection, Iterator, Mapping, Sequence
from urllib.parse import quote

from ..languages.words import UNTRANSLATED, Words, marked
from ..markdown.content import Markdown, escape, fenced, link_to, markdown_of
from ..markdown.zones import Zones, anchor, joined
from ..sources.features import Kind, below_lines, paragraphs
from ..sources.pages import front_matter
from ..sources.problems import SpecError
from ..spec.bindings import Argument, BoundScenario, Labels, Text
from ..spec.runner import Trace
from ..spec.spec import Spec, Variant

_Told = list[tuple[Kind, Markdown]]


def render(spec: Spec, traces: Sequence[Trace], code: str, words: Words) -> dict[str, str]:
    """The page of each feature, by its stem, in a language; raises SpecError as `ran_in` does."""
    renderer = _Renderer(spec, code, words, ran_in(traces))
    return {stem: renderer.feature(stem) for stem in spec.features}


def ran_in(traces: Sequence[Trace]) -> frozenset[Variant]:
    """The variants that ran; raises SpecError where one failed: nothing is shown that did not run."""
    if failed := [trace.problem for trace in traces if trace.problem]:
        raise SpecError(failed)
    return frozenset(trace.variant for trace in traces)


def folded(words: Words, summary: str, body: str, **values: str) -> Markdown:
    """What readers need not see, behind a word of ours, which is HTML; no search finds it."""
    opening = '<details class="porspec-proof" data-search-exclude markdown="1">'
    return Markdown(f"{opening}\n<summary>{words.html(summary, **values)}</summary>\n\n{body}\n\n</details>")


class Voice:
    """What the sources say in a language, as Markdown; what is not translated is marked."""

    def __init__(self, spec: Spec, words: Words) -> None:
        self.spec, self.code, self.named = spec, words.code, words.named
        self.language = spec.languages[words.code]
        self.lang, self.source_lang = (spec.config.language(each).lang for each in (words.code, spec.source))

    def say(self, domain: str, text: str, context: str) -> Markdown:
        """A message that is a name."""
        translated = self.language.text(domain, text, context)
        shown = self.named(escape(text if translated is None else translated.strip()), domain, text, context)
        return self.marked(shown) if translated is None else shown

    def title(self, stem: str) -> Markdown:
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
        shown = self.named(markdown_of(text if translated is None else translated), "features", text, "description")
        return self.marked(shown) if translated is None else shown

    def marked(self, markdown: Markdown) -> Markdown:
        return marked(markdown, self.source_lang, self.lang)

    def told(self, variant: Variant) -> _Told:
        """What the steps of a variant say to a reader of its moniker, in order."""
        told: _Told = []
        for binding in self.spec.bindings(variant):
            definition = self.spec.catalogue[binding]
            if says := definition.says_in(variant.moniker):
                values = {name: self._shown(value, variant.moniker) for name, value in binding.arguments}
                told.append((definition.kind, self.saying(says, definition.kind, values)))
        return told

    def saying(self, says: str, kind: Kind, values: Mapping[str, str]) -> Markdown:
        """What a step says to readers, filled in."""
        text = self.language.text("help", says, kind)
        filled = self.named(markdown_of(says if text is None else text, values), "help", says, kind)
        return self.marked(filled) if text is None else filled

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


class _Renderer:
    """Renders the pages of one language."""

    def __init__(self, spec: Spec, code: str, words: Words, ran: Collection[Variant]) -> None:
        self.spec, self.code, self.words, self.ran = spec, code, words, ran
        self.voice = Voice(spec, words)

    # --- pages ---------------------------------------------------------------------------------------------------

    def feature(self, stem: str) -> str:
        bound = self.spec.feature(stem)
        page, having = Zones(self.spec, bound.monikers), bound.with_procedure
        description = [self.voice.paragraph(each) for each in paragraphs(bound.source.description)]
        intro = page.zone(having or page.monikers, "\n\n".join(description))
        unavailable = [part for each in bound.leading for part in self._rule(stem, each, page, "IMPORTANT")]
        parts = [
            *self._closed(page),
            *([*unavailable, intro] if having else [intro, *unavailable]),
            *self._procedures(stem, page),
            *self._rules(stem, page),
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

    def _closed(self, page: Zones) -> Iterator[str]:
        for moniker in page.monikers:
            if (definition := self.spec.config.monikers[moniker]).retired:
                date = self.words.closed_on(definition)
                text = self.words.shown("closed", cloud=self.voice.moniker(moniker), date=date)
                yield page.zone({moniker}, f"> [!IMPORTANT]\n> {text}")

    def _procedures(self, stem: str, page: Zones) -> Iterator[str]:
        found = [(n, each) for n, each in enumerate(self.spec.feature(stem).scenarios) if not each.rule]
        crowded = any(sum(moniker in each.monikers for _, each in found) > 1 for moniker in page.monikers)
        for number, scenario in found:
            heading = f"## {_bearer(scenario.name)}{self.voice.scenario(scenario)}"
            yield page.zone(scenario.monikers, heading if crowded else _bearer(scenario.name))
            tellings = {each: self._tellings(stem, number, each) for each in page.monikers}
            for turn in range(max(map(len, tellings.values()))):
                now = {moniker: told[turn] for moniker, told in tellings.items() if turn < len(told)}
                several = {moniker: f"**{name}**" for moniker, (name, _) in now.items() if len(tellings[moniker]) > 1}
                yield page.paragraphs(several)
                yield from self._procedure({moniker: lines for moniker, (_, lines) in now.items()}, page)
            yield from self._proof(stem, [number], page)

    def _tellings(self, stem: str, number: int, moniker: str) -> list[tuple[str, _Told]]:
        """What a scenario tells the readers of a moniker: once, or for each example row that tells something else."""
        told: dict[tuple[tuple[Kind, Markdown], ...], Markdown] = {}
        for variant in self._variants(stem, number, moniker):
            told.setdefault(tuple(self.voice.told(variant)), self._example_name(variant))
        return [(name, list(lines)) for lines, name in told.items()]

    def _procedure(self, told: Mapping[str, _Told], page: Zones) -> Iterator[str]:
        needs = {moniker: [text for kind, text in lines if kind == "given"] for moniker, lines in told.items()}
        if having := {moniker for moniker, lines in needs.items() if lines}:
            yield page.zone(having, f"**{self.words.shown('Before you start')}**")
            yield page.bullets(needs)
            yield page.zone(having, f"**{self.words.shown('Steps')}**")
        yield page.numbered({moniker: self._steps(lines) for moniker, lines in told.items()})
        results = {}
        for moniker, lines in told.items():
            if last := [text for kind, text in lines[_last_instruction(lines) + 1 :] if kind == "then"]:
                results[moniker] = self.words.shown("result", text=Markdown(self.words.text(last)))
        yield page.paragraphs(results)

    def _steps(self, lines: _Told) -> list[Markdown]:
        """The instructions; a result that stands before a further instruction ends the line before it."""
        steps: list[Markdown] = []
        last = _last_instruction(lines)
        for index, (kind, text) in enumerate(lines[: last + 1]):
            if kind == "when":
                steps.append(text)
            elif kind == "then" and steps and index < last:
                steps[-1] = Markdown(self.words.text([steps[-1], text]))
        return steps

    def _rules(self, stem: str, page: Zones) -> Iterator[str]:
        rules = self.spec.feature(stem).rules
        rest = [index for index in range(len(rules)) if index not in self.spec.feature(stem).leading]
        having = frozenset().union(*(rules[index] for index in rest))
        yield page.zone(having, f'## <a name="good-to-know"></a>{self.words.shown("Good to know")}')
        for index in rest:
            yield from self._rule(stem, index, page, "NOTE")

    def _rule(self, stem: str, index: int, page: Zones, alert: str) -> Iterator[str]:
        bound = self.spec.feature(stem)
        rule = bound.source.rules[index]
        name = self.voice.say("features", rule.name, "rule")
        lines = [f"[!{alert}]", f'<a name="{anchor(rule.name)}"></a>**{name}**']
        for paragraph in paragraphs(rule.description):
            lines += ["", self.voice.paragraph(paragraph)]
        yield page.zone(bound.rules[index], "\n".join(f"> {line}".rstrip() for line in lines))
        yield from self._proof(stem, [n for n, each in enumerate(bound.scenarios) if each.rule == rule], page)

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
        bearer = _bearer(source.name) if is_first and source.rule else ""
        head = f"{bearer}{self._example_name(variant)}\n{{: .porspec-example }}"
        return "\n\n".join([head, *map(self.voice.paragraph, about), "\n".join(steps)])


def _bearer(name: str) -> str:
    """What bears the anchor of a name, where it makes one."""
    return f'<a name="{found}"></a>' if (found := anchor(name)) else ""


def _last_instruction(lines: _Told) -> int:
    return max((index for index, (kind, _) in enumerate(lines) if kind == "when"), default=-1)
