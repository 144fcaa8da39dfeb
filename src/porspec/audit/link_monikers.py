"""Links of zones that are those of another moniker: of labels that have a link of their own for each."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from .findings import Finding
from .markup import at
from .reading import OTHERS, Read

_SURE = 2  # how often a link is used for a moniker that is held to be its own


@dataclass
class LinkMonikers:
    """What each label leads to in zones of one moniker, in all pages of a set."""

    uses: dict[str, dict[str, list[tuple[str, Finding]]]] = field(default_factory=lambda: defaultdict(dict))

    def add(self, read: Read) -> None:
        """Learn from the zones of a page."""
        for unit in read.units:
            if len(unit.readers) != 1 or not (labels := [each for each in unit.labels if each.target]):
                continue
            moniker = next(iter(unit.readers))
            for label in labels if moniker != OTHERS else ():
                remedy = "Link to what this moniker's readers have."
                finding = at(unit, label.outer, "link-moniker", "", remedy)
                self.uses[label.key].setdefault(moniker, []).append((str(label.target), finding))

    def faults(self) -> Iterator[Finding]:
        """Links that others have often, and a moniker not more often than one of its own for the same label."""
        for said in self.uses.values():
            counts = {moniker: Counter(target for target, _ in found) for moniker, found in said.items()}
            for moniker, found in said.items():
                for target, finding in found:
                    others = [each for each, of in counts.items() if each != moniker and of[target] >= _SURE]
                    of_its_own = (each for each in counts[moniker] if not any(counts[other][each] for other in others))
                    own = max(of_its_own, key=counts[moniker].__getitem__, default="")
                    if others and counts[moniker][target] <= counts[moniker][own]:
                        message = f"{target} is the link of {', '.join(others)}, and {moniker} has {own} elsewhere"
                        yield finding.saying(message)
