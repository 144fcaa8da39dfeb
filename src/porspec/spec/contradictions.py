"""Givens that cannot all be so: one that takes back what an earlier one set, and one that a Then denies.

What a Given sets is told by the snapshots before and after it: each value in it, by the keys that lead to it; of lists,
whatever the order. A later Given may add to that, and may move on from what comes with it, such as the page that is
open. It contradicts where something is gone that the earlier one names, or all that it set.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import takewhile
from typing import Any

from ..sources.problems import Location, Problem
from .bindings import Binding, Labels, Text
from .spec import Spec, Variant

CODES = ("given-taken-back", "given-denied")
State = tuple[str, tuple[Binding, ...]]  # a moniker, and the steps that lead from a fresh world to the state
_Fact = tuple[str, ...]  # the keys that lead to a value, and the value
_Case = tuple[Variant, tuple[Binding, ...]]


class Contradictions:
    """Tells the contradictions of some variants, which ran, each with the monikers of which it holds.

    `is_false` says whether a Then fails in a state; `all_cases` are those in which a Given is known to do something.
    """

    def __init__(self, spec: Spec, all_cases: Sequence[_Case], is_false: Callable[[Binding, State], bool]) -> None:
        self.spec, self.all_cases, self.is_false = spec, all_cases, is_false
        self.idle: dict[tuple[str, int], set[int]] = {}
        self.refuting: dict[tuple[Binding, Binding], set[tuple[str, int]]] = {}

    def of(self, cases: Iterable[_Case]) -> Iterator[Problem]:
        found: dict[tuple[Location, str, str, str], set[str]] = {}
        for variant, bindings in cases:
            for number, code, message, remedy in self._of(variant, bindings):
                place = self.spec.scenario(variant).place_of(number)
                found.setdefault((place, code, message, remedy), set()).add(variant.moniker)
        for (place, code, message, remedy), monikers in found.items():
            yield Problem(place, message + self.spec.config.monikers.for_these(monikers, ", "), code, remedy)

    def _of(self, variant: Variant, bindings: Sequence[Binding]) -> Iterator[tuple[int, str, str, str]]:
        """The steps of a variant that contradict an earlier one, with code, message and remedy."""
        changes = self._changes(variant, bindings)
        for number, (_, gone) in enumerate(changes):
            for earlier, (added, _) in zip(bindings, changes[:number], strict=False):
                lost = added & gone
                if lost and (lost == added or any(_named(earlier).intersection(fact) for fact in lost)):
                    message = f"{self._said(bindings[number])} takes back what {self._said(earlier)} set"
                    remedy = "Leave one of them out; move what does not hold in every scenario out of the Background."
                    yield number, CODES[0], message, remedy
                    break
        idle = [given for number, given in enumerate(bindings) if number in self._idle(variant)]
        for number, then in enumerate(takewhile(lambda each: each.kind != "when", bindings)):
            denied = [given for given in idle if self._is_denied(given, then, variant)] if then.kind == "then" else []
            if denied:
                message = f"{self._said(then)} denies what {self._said(denied[0])} says, which does nothing here"
                yield number, CODES[1], message, "Say in a When what is tried, and in the Then what came of it."

    def _idle(self, variant: Variant) -> set[int]:
        """The numbers of a scenario's own Givens that change the snapshot in none of its variants."""
        key = variant.stem, variant.scenario
        if key not in self.idle:
            same = [each for each in self.all_cases if (each[0].stem, each[0].scenario) == key]
            changes = [self._changes(*each) for each in same]
            own = range(self.spec.scenario(variant).before, min(map(len, changes)))
            self.idle[key] = {number for number in own if not any(any(each[number]) for each in changes)}
        return self.idle[key]

    def _said(self, binding: Binding) -> str:
        return f"'{self.spec.catalogue.phrase(binding, self.spec.source)}'"

    def _changes(self, variant: Variant, bindings: Sequence[Binding]) -> list[tuple[Counter[_Fact], Counter[_Fact]]]:
        """What each of the Givens at the beginning adds to the snapshot, and what it takes from it."""
        changes: list[tuple[Counter[_Fact], Counter[_Fact]]] = []
        # Of what raises, pytest and `run` tell.
        with suppress(Exception), self.spec.world.live(variant.moniker) as world:
            before = Counter(_facts(world.snapshot()))
            for each in takewhile(lambda each: each.kind == "given", bindings):
                world.wait(self.spec.catalogue[each].function(world.state, **self.spec.catalogue.values(each)))
                after = Counter(_facts(world.snapshot()))
                changes.append((after - before, before - after))
                before = after
        return changes

    def _is_denied(self, given: Binding, then: Binding, variant: Variant) -> bool:
        """Whether a Given makes a Then false in another scenario, and in no variant of this one."""
        if (given, then) not in self.refuting:
            self.refuting[given, then] = {
                (other.stem, other.scenario)
                for other, bindings in self.all_cases
                for number, each in enumerate(bindings)
                if each == given
                and self.is_false(then, (other.moniker, bindings[: number + 1]))
                and not self.is_false(then, (other.moniker, bindings[:number]))
            }
        found = self.refuting[given, then]
        return bool(found) and (variant.stem, variant.scenario) not in found


def _facts(data: Any, *keys: str) -> Iterator[_Fact]:
    """The values of plain data; None and an empty text, list or mapping are none."""
    if isinstance(data, Mapping):
        for key, each in data.items():
            yield from _facts(each, *keys, str(key))
    elif isinstance(data, list | tuple | set | frozenset):
        for each in data:
            yield from _facts(each, *keys)
    elif data is not None and data != "":
        yield (*keys, str(data))


def _named(given: Binding) -> set[str]:
    """What a Given names: its arguments, and the texts below it."""
    ids = {label for _, each in given.arguments if isinstance(each, Labels) for label in each.ids}
    return ids | {each.text for _, each in given.arguments if isinstance(each, Text)} | {*given.texts()}
