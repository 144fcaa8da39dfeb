"""A task in each moniker, side by side: whether it is there, pages, controls, links, steps and result; from what ran.

What is the same for all that have the task is folded, and words that differ are marked. It is for all readers, and so
stands outside of zones.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from ..markdown.content import Markdown, escape, link_to
from ..markdown.trees import COMPARED_CLASS
from ..markdown.zones import Zones
from ..sources.pages import COMPARE
from ..spec.bindings import Binding, Labels
from ..spec.patterns import fields
from .columns import AVAILABILITY, BREAK, SEVERAL, STEP, Instruction, Row, Table, aligned, cell, legend
from .procedures import Procedures, Telling
from .runs import Runs
from .voice import Voice, page_at, seen_at

_NEEDS, _PAGES, _CONTROLS, _LINKS, _RESULT = "Before you start", "Pages", "Controls", "Links", "Result"
_SCHEME = re.compile("^https?://")
_SIMPLE = re.compile(r"[A-Za-z0-9._/-]+")  # what an anchor is without being encoded


@dataclass(frozen=True, slots=True)
class _Column:
    """What a procedure tells a moniker: facts by the name of their row, none without a text; and its steps."""

    facts: Mapping[str, Markdown]
    steps: Sequence[Instruction]


def comparison(voice: Voice, runs: Runs, stem: str) -> str:
    """The section of a feature's page: for whom the task is there, and how; empty where there is nothing to compare."""
    comparer = Comparer(voice, runs)
    monikers = comparer.monikers(stem)
    if len(monikers) < SEVERAL or not comparer.having(stem):
        return ""
    rows = [Row(AVAILABILITY, comparer.availability(stem), monikers)]
    heading = f'## <a name="compare"></a>{voice.words.shown("Compare versions")}'
    others = link_to(page_at(COMPARE, voice.folder), voice.words.shown("Compare all tasks"))
    table = comparer.table(stem, monikers, rows)
    return unsearched("\n\n".join(filter(None, [heading, legend(voice.words, table), table, others])))


def compared(voice: Voice, runs: Runs) -> Iterator[str]:
    """What the page has that compares all tasks: a table of who has which, and a section for each that several have."""
    comparer, monikers = Comparer(voice, runs), voice.spec.config.monikers.ids
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
    if marks := legend(voice.words, *sections):
        yield unsearched(marks)
    yield from sections


def unsearched(body: str) -> str:
    """What is for all readers, whatever their moniker, and no search finds."""
    return f'<div class="{COMPARED_CLASS}" data-search-exclude markdown="1">\n\n{body}\n\n</div>'


# --- what is compared --------------------------------------------------------------------------------------------


class Comparer:
    """Reads what procedures tell each moniker, in the language of a voice.

    What is compared names no messages, so that it compares the same: a page has its texts once more, with their names.
    Marks of assumptions lead nowhere: some of those who compare are not told what they mean.
    """

    def __init__(self, voice: Voice, runs: Runs) -> None:
        self.folder, self.spec, self.runs = voice.folder, voice.spec, runs
        self.named = Voice(voice.spec, voice.words, leads=False, folder=self.folder)
        self.words = replace(voice.words, names_messages=False)
        self.voice = Voice(voice.spec, self.words, leads=False, folder=self.folder)

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
        ran = {each.moniker for each in self.runs.traces if each.stem == stem and not self.spec.scenario(each).rule}
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
                why = link_to(seen_at(self.spec, stem, readers, rule.name, self.folder), name)
                return self.named.words.shown("no-because", why=self.named.with_mark([rule], [why])[0])
        return self.named.words.shown("Not available")

    def procedures(self, stem: str) -> Iterator[tuple[Markdown, list[Row]]]:
        """The rows of each procedure under its name.

        Scenarios of different monikers, one after the other, are one procedure. Where the rows of an outline tell a
        moniker several things, each comes in its turn, from the second on where it comes for several monikers.
        """
        scenarios, monikers = self.spec.feature(stem).scenarios, self.monikers(stem)
        told = Procedures(self.voice, self.runs, stem, Zones(self.spec, monikers)).told
        for numbers in self._groups(stem):
            name = Markdown(" / ".join(dict.fromkeys(self.voice.scenario(scenarios[each]) for each in numbers)))
            turns = zip_longest(*([each for number in numbers for each in told[number][one]] for one in monikers))
            for number, turn in enumerate(turns):
                now = {one: self._column(each, one) for one, each in zip(monikers, turn, strict=True) if each}
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

    def _column(self, told: Telling, moniker: str) -> _Column:
        """What is told a moniker, with what its steps use, whatever the language."""
        uses: dict[str, dict[str, None]] = {_PAGES: {}, _CONTROLS: {}, _LINKS: {}}
        bindings, steps = self.spec.bindings(told.variant), list[Instruction]()
        for step in told.steps:
            binding = bindings[step.number]
            labels = list(self._labels(binding, moniker))
            steps.append(Instruction(binding.pattern, (self._says(binding, moniker), *labels), step.text))
            for ids, is_path in labels:
                self._use(moniker, ids, uses, is_path=is_path)
        facts = {
            _NEEDS: self.words.text(told.needs),
            _PAGES: BREAK.join(uses[_PAGES]),
            _CONTROLS: self.words.values(list(uses[_CONTROLS])),
            _LINKS: BREAK.join(uses[_LINKS]),
            _RESULT: self.words.text(told.result),
        }
        return _Column({name: Markdown(text) for name, text in facts.items() if text}, steps)

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


def _rows(told: Mapping[str, _Column]) -> Iterator[Row]:
    """The rows of a procedure, by what it tells each moniker that has it; the steps of one alone are not compared."""
    having = tuple(told)
    for name in (_NEEDS, _PAGES, _CONTROLS, _LINKS, STEP, _RESULT):
        if name == STEP and len(having) >= SEVERAL:
            for row in aligned({moniker: each.steps for moniker, each in told.items()}):
                yield Row(name, {moniker: each.text for moniker, each in row.items()}, having)
        elif cells := {moniker: each.facts[name] for moniker, each in told.items() if name in each.facts}:
            yield Row(name, cells, having)
