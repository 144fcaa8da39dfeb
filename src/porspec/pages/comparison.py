"""A task in each moniker, side by side: whether it is there, pages, controls, links, steps and result; from what ran.

What is the same for all that have the task is folded, and words that differ are marked. It is for all readers, and so
stands outside of zones.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from ..markdown.content import Markdown, escape, link_to
from ..markdown.trees import COMPARED_CLASS
from ..sources.features import Element, paragraphs
from ..sources.pages import COMPARE
from ..spec.bindings import Binding, Labels
from ..spec.patterns import fields
from ..spec.spec import Variant
from .columns import AVAILABILITY, BREAK, SEVERAL, STEP, Row, Step, Table, aligned, cell
from .voice import Voice, seen_at

_NEEDS, _PAGES, _CONTROLS, _LINKS, _RESULT = "Before you start", "Pages", "Controls", "Links", "Result"
_SCHEME = re.compile("^https?://")
_SIMPLE = re.compile(r"[A-Za-z0-9._-]+")  # what an anchor is without being encoded


@dataclass(frozen=True, slots=True)
class Telling:
    """What a variant tells a reader: facts by the name of their row, none without a text; and its steps."""

    facts: tuple[tuple[str, Markdown], ...]
    steps: tuple[Step, ...]


def comparison(voice: Voice, ran: Collection[Variant], stem: str) -> str:
    """The section of a feature's page: for whom the task is there, and how; empty where there is nothing to compare."""
    comparer = Comparer(voice, ran)
    monikers = comparer.monikers(stem)
    if len(monikers) < SEVERAL or not comparer.having(stem):
        return ""
    rows = [Row(AVAILABILITY, comparer.availability(stem), monikers)]
    heading = f'## <a name="compare-clouds"></a>{voice.words.shown("Compare clouds")}'
    others = link_to(f"{COMPARE}.md", voice.words.shown("Compare all tasks"))
    return unsearched("\n\n".join([heading, comparer.table(stem, monikers, rows), others]))


def compared(voice: Voice, ran: Collection[Variant]) -> Iterator[str]:
    """What the page has that compares all tasks: a table of who has which, and a section for each that several have."""
    comparer, monikers = Comparer(voice, ran), voice.spec.config.monikers.ids
    table, rows, sections = Table(voice, monikers), list[str](), list[str]()
    for number, stem in enumerate(voice.spec.features, 1):
        place = stem if _SIMPLE.fullmatch(stem) else f"task-{number}"
        having = comparer.having(stem)
        is_compared = len(having) >= SEVERAL
        task = link_to(f"#{place}", voice.title(stem)) if is_compared else voice.link(stem)
        cells = dict.fromkeys(monikers, voice.words.shown("Not described")) | comparer.availability(stem)
        rows.append(table.row(cell("th", 'scope="row"', task), cells))
        if is_compared:
            sections.append(
                unsearched(f'## <a name="{place}"></a>{voice.link(stem)}\n\n{comparer.table(stem, having)}')
            )
    yield unsearched(table.written(['<tbody markdown="1">', *rows, "</tbody>"], voice.words.html("Task")))
    yield from sections


def unsearched(body: str) -> str:
    """What is for all readers, whatever their moniker, and no search finds."""
    return f'<div class="{COMPARED_CLASS}" data-search-exclude markdown="1">\n\n{body}\n\n</div>'


# --- what is compared --------------------------------------------------------------------------------------------


class Comparer:
    """Reads what features tell each moniker, in the language of a voice; `ran` are the variants that ran.

    What is compared names no messages, so that it compares the same: a page has its texts once more, with their names.
    """

    def __init__(self, voice: Voice, ran: Collection[Variant]) -> None:
        self.named, self.spec, self.ran = voice, voice.spec, ran
        self.words = replace(voice.words, names_messages=False)
        self.voice = Voice(voice.spec, self.words)

    def monikers(self, stem: str) -> tuple[str, ...]:
        return self.spec.config.monikers.in_order(self.spec.feature(stem).monikers)

    def having(self, stem: str) -> tuple[str, ...]:
        """The monikers that have a procedure."""
        return self.spec.config.monikers.in_order(self.spec.feature(stem).with_procedure)

    def table(self, stem: str, monikers: Sequence[str], rows: Sequence[Row] = ()) -> str:
        """These rows, and those of each procedure where several monikers have one."""
        procedures = list(self.procedures(stem)) if len(self.having(stem)) >= SEVERAL else []
        table = Table(self.named, monikers)
        body = table.body(rows) if rows else []
        for name, own in procedures:
            body += table.body(own, name if len(procedures) > 1 else None)
        return table.written(body)

    def availability(self, stem: str) -> dict[str, Markdown]:
        """Whether each moniker has the task, or why not: what its leading rule says. What did not run is not told."""
        ran = {each.moniker for each in self.ran if each.stem == stem and not self.spec.scenario(each).rule}
        found, words = {}, self.named.words
        for moniker in self.monikers(stem):
            if moniker not in self.spec.feature(stem).with_procedure:
                found[moniker] = self._why_not(stem, moniker)
            elif moniker in ran:
                definition = self.spec.config.monikers[moniker]
                date = self.words.closed_on(definition) if definition.retired else ""
                found[moniker] = words.shown("closed-since", date=date) if date else words.shown("Available")
        return found

    def _why_not(self, stem: str, moniker: str) -> Markdown:
        bound = self.spec.feature(stem)
        for index in bound.leading:
            rule, readers = bound.source.rules[index], self.spec.config.monikers.in_order(bound.rules[index])
            if moniker in readers:
                name = self.named.say("features", rule.name, "rule")
                why = link_to(seen_at(self.spec, stem, readers, rule.name), name)
                return self.named.words.shown("no-because", why=self._with_mark([rule], why))
        return self.named.words.shown("Not available")

    def procedures(self, stem: str) -> Iterator[tuple[Markdown, list[Row]]]:
        """The rows of each procedure under its name.

        Scenarios of different monikers, one after the other, are one procedure. Where the rows of an outline tell a
        moniker several things, each comes in its turn, from the second on where it comes for several monikers.
        """
        scenarios = self.spec.feature(stem).scenarios
        for numbers in self._groups(stem):
            name = Markdown(" / ".join(dict.fromkeys(self.voice.scenario(scenarios[each]) for each in numbers)))
            told: dict[str, dict[Telling, None]] = {each: {} for each in self.monikers(stem)}
            for variant in (each for number in numbers for each in self.spec.variants_of(stem, number)):
                if variant in self.ran:
                    told[variant.moniker][self.telling(variant)] = None
            for number, turn in enumerate(zip_longest(*told.values())):
                now = {moniker: each for moniker, each in zip(told, turn, strict=True) if each}
                if not number or len(now) >= SEVERAL:
                    yield name, list(_rows(now))

    def _groups(self, stem: str) -> list[list[int]]:
        groups: list[list[int]] = []
        taken = frozenset[str]()
        for number, scenario in enumerate(self.spec.feature(stem).scenarios):
            if scenario.rule is None:
                is_next = not groups or bool(taken & scenario.monikers)
                groups += [[]] if is_next else []
                groups[-1].append(number)
                taken = scenario.monikers if is_next else taken | scenario.monikers
        return groups

    def telling(self, variant: Variant) -> Telling:
        """What a variant tells: a result that stands before another instruction ends the one before it."""
        needs, steps, results = list[Markdown](), list[Step](), list[Markdown]()
        uses: dict[str, dict[str, None]] = {_PAGES: {}, _CONTROLS: {}, _LINKS: {}}
        for binding in self.spec.bindings(variant):
            text = self.voice.telling(binding, variant.moniker)
            if text and binding.kind == "when":
                steps[-1:] = [_with_text(each, self.words.text([each.text, *results])) for each in steps[-1:]]
                results, labels = [], list(self._labels(binding, variant.moniker))
                steps.append(Step(binding.pattern, (self._says(binding, variant.moniker), *labels), text))
                for ids, is_path in labels:
                    self._use(variant.moniker, ids, uses, is_path=is_path)
            elif text:
                (needs if binding.kind == "given" else results).append(text)
        results = [*map(self.voice.paragraph, paragraphs(self.spec.scenario(variant).source.description))] or results
        self._mark_last(variant, steps, results)
        facts = {
            _NEEDS: self.words.text(needs),
            _PAGES: BREAK.join(uses[_PAGES]),
            _CONTROLS: self.words.values(list(uses[_CONTROLS])),
            _LINKS: BREAK.join(uses[_LINKS]),
            _RESULT: self.words.text(results),
        }
        return Telling(tuple((name, Markdown(text)) for name, text in facts.items() if text), tuple(steps))

    def _says(self, binding: Binding, moniker: str) -> str:
        return self.spec.catalogue[binding].says_in(moniker) or ""

    def _labels(self, binding: Binding, moniker: str) -> Iterator[tuple[tuple[str, ...], bool]]:
        """The labels that a step tells a reader of, in the order in which it does; and whether each is a path."""
        says, given = self._says(binding, moniker), dict(binding.arguments)
        for name in sorted(fields(says), key=lambda each: says.index(f"{{{each}}}")):
            label, argument = self.spec.catalogue[binding].by_name[name].label, given[name]
            if label and isinstance(argument, Labels):
                yield argument.ids, label.path

    def _use(self, moniker: str, ids: tuple[str, ...], uses: Mapping[str, dict[str, None]], *, is_path: bool) -> None:
        """Note a page, which is a path or has an address for somebody, or a control; and the address that is opened."""
        texts, link = list(map(self.voice.label, ids)), self.spec.world.link
        is_page = is_path or any(link(each, ids) for each in self.spec.config.monikers.ids)
        uses[_PAGES if is_page else _CONTROLS][" > ".join(texts)] = None
        if address := link(moniker, ids):
            shown = escape(_SCHEME.sub("", address))
            uses[_LINKS][f"{texts[-1]}{BREAK}{link_to(address, shown)}"] = None

    def _mark_last(self, variant: Variant, steps: list[Step], results: list[Markdown]) -> None:
        """Mark what comes of a procedure that is assumed, or else its last step."""
        scenario = self.spec.scenario(variant)
        around = [scenario.source, *([] if variant.row is None else [scenario.rows[variant.row].examples])]
        if results:
            results[-1] = self._with_mark(around, results[-1])
        else:
            steps[-1:] = [_with_text(each, self._with_mark(around, each.text)) for each in steps[-1:]]

    def _with_mark(self, around: Iterable[Element], text: Markdown) -> Markdown:
        """A text, marked where an element that it is of has the tag of assumptions.

        What that means stands where it is told to who has it: some of those who compare do not.
        """
        if not any(each.is_assumption for each in around):
            return text
        said = Markdown(f'<small class="porspec-assumed">{self.words.shown("assumed")}</small>')
        return Markdown(self.words.text([text, said]))


def _with_text(step: Step, text: str) -> Step:
    return replace(step, text=Markdown(text))


def _rows(told: Mapping[str, Telling]) -> Iterator[Row]:
    """The rows of a procedure, by what it tells each moniker that has it; the steps of one alone are not compared."""
    having, facts = tuple(told), {moniker: dict(each.facts) for moniker, each in told.items()}
    for name in (_NEEDS, _PAGES, _CONTROLS, _LINKS, STEP, _RESULT):
        if name == STEP and len(having) >= SEVERAL:
            for row in aligned({moniker: each.steps for moniker, each in told.items()}):
                yield Row(name, {moniker: each.text for moniker, each in row.items()}, having)
        elif cells := {moniker: each[name] for moniker, each in facts.items() if name in each}:
            yield Row(name, cells, having)
