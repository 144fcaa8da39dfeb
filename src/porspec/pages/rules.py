"""What is true around a task, from the scenarios under rules, told where a reader needs it.

A rule's first example for a moniker says where: one that refuses, under "If it goes wrong"; one whose first Then comes
of a step of one procedure, at that step; any other under "Good to know" (ADR 0028).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from typing import Any

from ..markdown.content import Markdown
from ..markdown.trees import CARDS_CLASS
from ..markdown.zones import Zones
from ..sources.features import paragraphs
from ..spec.screens import controls_of, message_of
from ..spec.spec import Variant
from .procedures import Notes, Procedures, bearer
from .runs import Action, Runs, action_of, labels_in, named_in
from .voice import Voice


@dataclass(frozen=True, slots=True)
class Symptom:
    """What a reader sees where it does not go on: a message, or a control that is not there or cannot be used."""

    label: str
    kind: str = "message"  # or "absent", "disabled"


@dataclass
class Placing:
    """Where the rules of one moniker are told, by their numbers: below which step, after which symptoms, or neither."""

    notes: dict[int, tuple[int, Action]] = field(default_factory=dict)
    troubles: dict[int, list[Symptom]] = field(default_factory=dict)
    others: list[int] = field(default_factory=list)


@dataclass(frozen=True)
class _Course:
    """How a moniker's procedures go: messages that they show, controls that readers use, labels that these address,
    and what they do in which.
    """

    messages: frozenset[str]
    controls: frozenset[str]
    labels: frozenset[str]
    actions: Mapping[Action, list[int]]


class Rules:
    """The rules of a feature in one language, without those that stand in for a procedure."""

    def __init__(self, voice: Voice, runs: Runs, procedures: Procedures, page: Zones) -> None:
        self.voice, self.words, self.runs, self.procedures, self.page = voice, voice.words, runs, procedures, page
        self.bound = voice.spec.feature(procedures.stem)
        self.told = {moniker: self._placed(moniker) for moniker in page.monikers}

    # --- where each is told ----------------------------------------------------------------------------------------

    def _placed(self, moniker: str) -> Placing:
        told, course = Placing(), self._course(moniker)
        for index, having in enumerate(self.bound.rules):
            if index in self.bound.leading or moniker not in having:
                continue
            variants = self._examples(index, moniker)
            symptoms = self._symptoms(variants, course)
            action = self._deciding(variants[0]) if variants else None
            scenarios = course.actions.get(action, []) if action else []
            if moniker in self.bound.with_procedure and symptoms:
                told.troubles[index] = symptoms
            elif action and len(scenarios) == 1:
                told.notes[index] = scenarios[0], action
            else:
                told.others.append(index)
        return told

    def _examples(self, index: int, moniker: str) -> list[Variant]:
        """The examples of a rule that ran for a moniker, in the order of the file."""
        rule, stem = self.bound.source.rules[index], self.procedures.stem
        numbers = [number for number, each in enumerate(self.bound.scenarios) if each.rule is rule]
        return [each for number in numbers for each in self.runs.variants(stem, number, moniker)]

    def _course(self, moniker: str) -> _Course:
        stem, actions = self.procedures.stem, self.procedures.actions(moniker)
        shown: dict[bool, list[Any]] = {True: [], False: []}  # by procedures, and by examples
        for number in range(len(self.bound.scenarios)):
            for each in self.runs.variants(stem, number, moniker):
                shown[number in self.procedures.found] += [step.snapshot for step in self.runs.steps(each)]
        messages = {message for each in shown[True] if (message := message_of(each))}
        usable = {label for each in chain(*shown.values()) for label, can in (controls_of(each) or {}).items() if can}
        addressed = {label for _, labels in actions for each in labels for label in each.ids}
        return _Course(frozenset(messages), frozenset(usable & addressed), frozenset(addressed), actions)

    def _symptoms(self, examples: list[Variant], course: _Course) -> list[Symptom]:
        """What the first example of a rule refuses with, if it does; then the messages of the others."""
        found = [self._symptom(each, course) for each in examples]
        others = [each for each in found if each and each.kind == "message"]
        return [*dict.fromkeys([found[0], *others])] if found and found[0] else []

    def _symptom(self, variant: Variant, course: _Course) -> Symptom | None:
        """What first refuses in an example, as a Then names it: a message that no procedure shows, or a control that a
        procedure has a reader use, and that cannot be used. What comes after the example goes elsewhere does not count.
        """
        has_acted = False
        for step in self.runs.steps(variant):
            kind, named, controls = step.binding.kind, named_in(step.binding), controls_of(step.snapshot)
            if kind == "when" and not course.labels.issuperset(labels_in(step.binding)):
                return None
            has_acted |= kind == "when"
            for each in named if has_acted and kind == "then" else ():
                if each == message_of(step.snapshot) and each not in course.messages:
                    return Symptom(each)
                if controls is not None and each in course.controls and not controls.get(each):
                    return Symptom(each, "disabled" if each in controls else "absent")
        return None

    def _deciding(self, variant: Variant) -> Action | None:
        """What is done last before the first Then that comes of something that is done."""
        action = None
        for binding in self.voice.spec.bindings(variant):
            if binding.kind == "when":
                action = action_of(binding)
            elif binding.kind == "then" and action:
                return action
        return None

    # --- written ---------------------------------------------------------------------------------------------------

    @cached_property
    def notes(self) -> Notes:
        """The notes on steps, by moniker and scenario."""
        notes: dict[tuple[str, int], dict[Action, list[Markdown]]] = {}
        for moniker, told in self.told.items():
            for index, (number, action) in told.notes.items():
                notes.setdefault((moniker, number), {}).setdefault(action, []).append(self._note(index))
        return notes

    def _note(self, index: int) -> Markdown:
        """A rule in one paragraph: its name as a sentence, and what it says."""
        rule = self.bound.source.rules[index]
        name = self.words.markdown("sentence", text=self.voice.say("features", rule.name, "rule"))
        said = self.voice.with_mark([rule], [name, *map(self.voice.paragraph, paragraphs(rule.description))])
        return Markdown(f"{bearer(rule.name)}{self.words.text(said)}")

    def leading(self) -> Iterator[str]:
        """The rules that stand in for a procedure."""
        for index in self.bound.leading:
            rule = self.bound.source.rules[index]
            title = f"{bearer(rule.name)}**{self.voice.say('features', rule.name, 'rule')}**"
            lines = ["[!IMPORTANT]", *"\n\n".join([title, *self._about(index)]).split("\n")]
            yield self.page.zone(self.bound.rules[index], "\n".join(f"> {line}".rstrip() for line in lines))

    def troubles(self) -> Iterator[str]:
        """What goes wrong: what a reader sees, why, and what to do."""
        having = [moniker for moniker, told in self.told.items() if told.troubles]
        yield self.page.zone(having, f'## <a name="if-it-goes-wrong"></a>{self.words.shown("If it goes wrong")}')
        yield self.page.paragraphs({each: self._table(self.told[each].troubles) for each in having})

    def _table(self, troubles: Mapping[int, list[Symptom]]) -> str:
        heads = [self.words.shown(each) for each in ("What you see", "Cause", "What you can do")]
        rows: list[list[str]] = [[*heads], ["---"] * len(heads)]
        for index, symptoms in troubles.items():
            rule = self.bound.source.rules[index]
            seen = "<br> ".join(map(self._seen, symptoms))
            name = f"{bearer(rule.name)}{self.voice.say('features', rule.name, 'rule')}"
            rows.append([seen, name, self.words.text(self._about(index))])
        table = "\n".join(f"| {' | '.join(cells)} |" for cells in rows)
        return f'<div class="{CARDS_CLASS}" markdown="1">\n\n{table}\n\n</div>'

    def _seen(self, symptom: Symptom) -> Markdown:
        label = self.voice.label(symptom.label)
        return label if symptom.kind == "message" else self.words.shown(f"{symptom.kind}-control", control=label)

    def others(self) -> Iterator[str]:
        """What is good to know: the rules that are neither about a step nor of something that goes wrong."""
        having = {index: {each for each in self.told if index in self.told[each].others} for index in self._rest}
        everybody = frozenset().union(*having.values())
        yield self.page.zone(everybody, f'## <a name="good-to-know"></a>{self.words.shown("Good to know")}')
        for index, monikers in having.items():
            rule = self.bound.source.rules[index]
            title = f"### {bearer(rule.name)}{self.voice.say('features', rule.name, 'rule')}"
            yield self.page.zone(monikers, "\n\n".join([title, *self._about(index)]))

    @property
    def _rest(self) -> list[int]:
        return [index for index in range(len(self.bound.rules)) if index not in self.bound.leading]

    def _about(self, index: int) -> list[Markdown]:
        """What a rule says of itself; the mark alone where it says nothing."""
        rule = self.bound.source.rules[index]
        about = self.voice.about(rule) or self.voice.with_mark([rule], [Markdown("")])
        return [each for each in about if each]
