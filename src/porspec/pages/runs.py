"""What ran, as pages read it: the variants of a scenario for a moniker, and what a step has a reader do."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..sources.problems import SpecError
from ..spec.bindings import Binding, Labels, Text
from ..spec.runner import StepTrace, Trace
from ..spec.spec import Spec, Variant

# What a reader does in a step: its pattern, and the labels that it addresses. Names and IDs are the reader's own.
Action = tuple[str, tuple[Labels, ...]]


def action_of(binding: Binding) -> Action:
    return binding.pattern, tuple(each for _, each in binding.arguments if isinstance(each, Labels))


def labels_in(binding: Binding) -> list[str]:
    """The labels that a step names."""
    return [label for _, each in binding.arguments if isinstance(each, Labels) for label in each.ids]


def named_in(binding: Binding) -> list[str]:
    """The labels and the texts that a step names."""
    return labels_in(binding) + [each.text for _, each in binding.arguments if isinstance(each, Text)]


@dataclass(frozen=True)
class Runs:
    """The traces of a spec by their variants."""

    spec: Spec
    traces: Mapping[Variant, Trace]

    @classmethod
    def of(cls, spec: Spec, traces: Sequence[Trace]) -> "Runs":
        """Raises SpecError where one failed: nothing is shown that did not run."""
        if failed := [trace.problem for trace in traces if trace.problem]:
            raise SpecError(failed)
        return cls(spec, {trace.variant: trace for trace in traces})

    def variants(self, stem: str, number: int, moniker: str) -> list[Variant]:
        """The variants of a scenario that ran for a moniker."""
        found = self.spec.variants_of(stem, number)
        return [each for each in found if each.moniker == moniker and each in self.traces]

    def steps(self, variant: Variant) -> Sequence[StepTrace]:
        return self.traces[variant].steps
