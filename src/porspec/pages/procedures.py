"""What a reader does, from the scenarios that stand under no rule: what to have ready, numbered steps, the result."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

from ..markdown.content import Markdown
from ..markdown.zones import Zones, anchor
from ..sources.features import paragraphs
from ..spec.spec import Variant
from .pictures import Drawer, Picture, pictures_of, with_picture
from .runs import Action, Runs, action_of
from .voice import Told, Voice

Notes = Mapping[tuple[str, int], Mapping[Action, Sequence[Markdown]]]

TOP = 2  # the level of a page's first headings below its title


@dataclass(frozen=True, slots=True)
class Step:
    """An instruction, what it has the reader do, and the number of the step in its variant, from 0."""

    text: Markdown
    action: Action = field(compare=False)
    number: int = field(compare=False)


@dataclass(frozen=True, slots=True)
class Telling:
    """What a variant tells a reader: what to have first, what to do, and what comes of it.

    `variant` is the first of those that tell the same.
    """

    needs: tuple[Markdown, ...]
    steps: tuple[Step, ...]
    result: tuple[Markdown, ...]
    variant: Variant = field(compare=False)


class Procedures:
    """The procedures of a feature in one language: each scenario's tellings, by their names, for each moniker."""

    def __init__(self, voice: Voice, runs: Runs, stem: str, page: Zones) -> None:
        self.voice, self.words, self.runs, self.stem, self.page = voice, voice.words, runs, stem, page
        self.drawer = Drawer(voice)
        self.headings: Counter[tuple[str, str]] = Counter()  # by anchor and moniker
        scenarios = voice.spec.feature(stem).scenarios
        self.found = {number: each for number, each in enumerate(scenarios) if not each.rule}
        self.told = {n: {each: self._tellings(n, each) for each in page.monikers} for n in self.found}

    def actions(self, moniker: str) -> dict[Action, list[int]]:
        """What the readers of a moniker do, each with the scenarios that tell it."""
        actions: dict[Action, list[int]] = {}
        for number, told in self.told.items():
            for action in dict.fromkeys(step.action for each in told[moniker] for step in each.steps):
                actions.setdefault(action, []).append(number)
        return actions

    def write(self, notes: Notes) -> Iterator[str]:
        """All procedures; `notes` stand below the first step of a scenario that has their action, by moniker."""
        page = self.page
        crowded = any(sum(moniker in each.monikers for each in self.found.values()) > 1 for moniker in page.monikers)
        shared = {moniker: _shared(chain(*(each[moniker] for each in self.told.values()))) for moniker in page.monikers}
        yield from self._needs(shared, TOP)
        for number, scenario in self.found.items():
            heading = f"## {bearer(scenario.name)}{self.voice.scenario(scenario)}"
            yield page.zone(scenario.monikers, heading if crowded else bearer(scenario.name))
            tellings = {moniker: list(each.items()) for moniker, each in self.told[number].items()}
            left = {moniker: dict(notes.get((moniker, number), {})) for moniker in page.monikers}
            turns, level = max(map(len, tellings.values())), TOP + crowded
            for turn in range(turns):
                now = {moniker: each[turn] for moniker, each in tellings.items() if turn < len(each)}
                if turns > 1:
                    yield page.paragraphs({moniker: f"{'#' * level} {name}" for moniker, (_, name) in now.items()})
                told = {moniker: each for moniker, (each, _) in now.items()}
                yield from self._procedure(told, shared, left, level + (turns > 1))
        pictured = (
            moniker
            for told in self.told.values()
            for moniker, each in told.items()
            if any(map(any, map(self._pictures, each)))
        )
        yield page.zone(set(pictured), self.drawer.note())

    # --- what a variant tells --------------------------------------------------------------------------------------

    def _tellings(self, number: int, moniker: str) -> dict[Telling, Markdown]:
        """What a scenario tells the readers of a moniker, by the names of the rows that tell something else."""
        told: dict[Telling, Markdown] = {}
        for variant in self.runs.variants(self.stem, number, moniker):
            told.setdefault(self._telling(variant), self.voice.example(variant))
        return told

    def _telling(self, variant: Variant) -> Telling:
        """What a variant tells: its result is what the scenario says of it, or else what its last Thens say."""
        lines, scenario = self.voice.told(variant), self.voice.spec.scenario(variant)
        last = max((index for index, each in enumerate(lines) if each.kind == "when"), default=-1)
        result = [self.voice.paragraph(each) for each in paragraphs(scenario.source.description)]
        result = result or [each.text for each in lines[last + 1 :] if each.kind == "then"]
        needs = tuple(each.text for each in lines if each.kind == "given")
        steps = self._steps(variant, lines[: last + 1])
        elements = self.voice.around(variant)
        if not result and steps:
            marked = self.voice.with_mark(elements, [steps[-1].text])
            steps[-1] = Step(marked[0], steps[-1].action, steps[-1].number)
        return Telling(needs, tuple(steps), tuple(self.voice.with_mark(elements, result)), variant)

    def _steps(self, variant: Variant, lines: Iterable[Told]) -> list[Step]:
        """The instructions, the last line being one; a result that stands before another ends the line before it."""
        steps: list[Step] = []
        bindings = self.voice.spec.bindings(variant)
        for each in lines:
            if each.kind == "when":
                steps.append(Step(each.text, action_of(bindings[each.number]), each.number))
            elif each.kind == "then" and steps:
                text = Markdown(self.words.text([steps[-1].text, each.text]))
                steps[-1] = Step(text, steps[-1].action, steps[-1].number)
        return steps

    # --- written ---------------------------------------------------------------------------------------------------

    def _heading(self, having: Collection[str], name: str, level: int) -> str:
        """A heading of ours, for some monikers; its anchor has a number from the second on that one of them has."""
        base = anchor(name)
        number = 1 + max((self.headings[base, each] for each in having), default=0)
        self.headings.update((base, each) for each in having)
        bears = f'<a name="{base if number == 1 else f"{base}-{number}"}"></a>'
        return self.page.zone(having, f"{'#' * level} {bears}{self.words.shown(name)}")

    def _needs(self, needs: Mapping[str, Sequence[Markdown]], level: int) -> Iterator[str]:
        yield self._heading({moniker for moniker, lines in needs.items() if lines}, "Before you start", level)
        yield self.page.bullets(needs)

    def _procedure(
        self,
        told: Mapping[str, Telling],
        shared: Mapping[str, Sequence[Markdown]],
        notes: Mapping[str, dict[Action, Sequence[Markdown]]],
        level: int,
    ) -> Iterator[str]:
        needs = {each: [text for text in told[each].needs if text not in shared[each]] for each in told}
        yield from self._needs(needs, level)
        having = {moniker for moniker, each in told.items() if needs[moniker] or (each.steps and level == TOP)}
        yield self._heading(having, "Steps", level)
        yield self.page.numbered({moniker: list(self._items(each, notes[moniker])) for moniker, each in told.items()})
        results = {moniker: Markdown(self.words.text(each.result)) for moniker, each in told.items() if each.result}
        shown = {moniker: self.words.shown("result", text=text) for moniker, text in results.items()}
        last = {moniker: self.drawer.figure(self._pictures(told[moniker])[-1]) for moniker in shown}
        yield self.page.paragraphs({moniker: with_picture(text, last[moniker]) for moniker, text in shown.items()})

    def _items(self, told: Telling, notes: dict[Action, Sequence[Markdown]]) -> Iterator[Sequence[str]]:
        """Each step, with what stands below it: notes, and its picture."""
        for number, (step, picture) in enumerate(zip(told.steps, self._pictures(told), strict=False), 1):
            yield (step.text, *self._below(step, notes), *filter(None, [self.drawer.figure(picture, number)]))

    def _pictures(self, told: Telling) -> tuple[Picture | None, ...]:
        return pictures_of(self.voice.spec, self.runs.traces[told.variant])

    def _below(self, step: Step, notes: dict[Action, Sequence[Markdown]]) -> Iterator[str]:
        """What stands below a step: the notes on it, which are told once."""
        yield from (f"{note}\n{{: .porspec-note }}" for note in notes.pop(step.action, ()))


def bearer(name: str) -> str:
    """What bears the anchor of a name, where it makes one."""
    return f'<a name="{found}"></a>' if (found := anchor(name)) else ""


def _shared(tellings: Iterable[Telling]) -> list[Markdown]:
    """What more than one of them needs."""
    counts = Counter(text for each in tellings for text in dict.fromkeys(each.needs))
    return [text for text, count in counts.items() if count > 1]
