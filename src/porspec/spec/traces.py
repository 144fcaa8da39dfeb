"""What ran of a project that is loaded again and again: a variant runs again where its steps or their code changed."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from .bindings import Binding, BoundFeature
from .definitions import Definition
from .runner import Trace, run_all
from .spec import Spec

_Program = tuple[str, tuple[Binding, ...]]  # of a variant: its moniker, and its steps


class Traces:
    """The traces of each feature's variants in the source language, in their order."""

    def __init__(self) -> None:
        self._does: tuple[Any, list[Definition]] | None = None
        self._known: dict[str, tuple[BoundFeature, list[Trace], dict[_Program, Trace]]] = {}

    def of(self, spec: Spec, stem: str) -> Sequence[Trace]:
        """Runs what did not run; the same list as long as nothing of the feature changed."""
        bound, does = spec.feature(stem), (spec.world, [*spec.catalogue.definitions.values()])
        if self._does != does:
            self._does, self._known = does, {}
        before = self._known.get(stem)
        if before and before[0] is bound:
            return before[1]
        passed = before[2] if before else {}
        variants = [each for number in range(len(bound.scenarios)) for each in spec.variants_of(stem, number)]
        programs = [(each.moniker, spec.bindings(each)) for each in variants]
        missing = [each for each, program in zip(variants, programs, strict=True) if program not in passed]
        with spec.world.running():
            ran = {each.variant: each for each in run_all(spec, [(each, spec.source) for each in missing])}
        found = [
            ran[each] if each in ran else replace(passed[program], variant=each)
            for each, program in zip(variants, programs, strict=True)
        ]
        kept = {each: trace for each, trace in zip(programs, found, strict=True) if trace.problem is None}
        self._known[stem] = (bound, found, kept)
        return found
