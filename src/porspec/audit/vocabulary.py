"""One translation for each label of the source, in all pages of a set."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from .findings import Finding
from .labels import LONGEST, Match

_NOUN = re.compile(r" ([a-z]+)")
_MARKS = ".,;:?! "
_SURE = 2  # how often a translation is used that is held to be the right one
_LONG = 7  # letters of a word that is looked for in others
_ENDING = 2  # letters in which forms of one word differ


@dataclass(frozen=True, slots=True)
class Use:
    """Where a label is translated so, how the other labels beside it are, and the word that follows it in the source.

    `kept` are the labels of a text that keeps all of them as they are: of what is in the source's language.
    """

    said: str
    finding: Finding
    beside: frozenset[str]
    sources: frozenset[str]
    kept: frozenset[str]
    noun: str

    def is_compound(self, best: str) -> bool:
        """Whether it is one word with what follows it in the source, as in the order form."""
        return bool(self.noun) and _key(self.said).startswith(best) and _key(self.said).removeprefix(best).isalpha()


@dataclass
class Vocabulary:
    """The uses of each label, by its words in the source without case."""

    uses: dict[str, list[Use]] = field(default_factory=lambda: defaultdict(list))
    shown: dict[str, str] = field(default_factory=dict)

    def add(self, matches: Iterable[Match]) -> None:
        """Learn from the labels of a text."""
        found = [each for each in matches if each.source.is_bold or each.source.target]
        ours = frozenset(_key(each.label.text) for each in found)
        theirs = frozenset(each.source.text.strip().casefold() for each in found)
        kept = theirs if ours == theirs and len(theirs) > 1 else frozenset[str]()
        for each in found:
            if _is_name(each):
                key = each.source.text.strip().casefold()
                self.shown.setdefault(key, each.source.text)
                finding = each.finding("label-differs", "", "Use one translation for a label.")
                noun = _NOUN.match(each.couple.source.text, each.source.outer[1])
                self.uses[key].append(Use(each.label.text, finding, ours, theirs, kept, noun[1] if noun else ""))

    def faults(self, never: frozenset[str]) -> Iterator[Finding]:
        """Translations that are used less than another; `never` are labels that none has in common with the source."""
        counted = {key: _by_translation(uses) for key, uses in self.uses.items()}
        bests = {key: _best(key, counts) for key, counts in counted.items()}
        for key, counts in counted.items():
            best = bests[key]
            yield from self._fused(key, bests)
            for said, found in counts.items():
                told = [use for use in found if best not in use.beside and not _lost_capital(use, counts[best])]
                if said == key and (key in never or (not best.startswith(said) and len(counts[best]) >= len(found))):
                    other = f'; elsewhere it is "{_shown(counts[best])}"' if best != said else ""
                    message = f'"{found[0].said}" is left in the source\'s language{other}'
                    left = (each for each in (found if key in never else told) if each.kept <= never)
                    yield from _told(left, "label-untranslated", message)
                elif said != best and _is_sure(counts, best, said):
                    others = f'{len(counts[best])} times "{_shown(counts[best])}"'
                    message = f'"{self.shown[key]}" is "{found[0].said}" here, and {others}'
                    yield from _told((each for each in told if not each.is_compound(best)), "label-differs", message)

    def _fused(self, key: str, bests: dict[str, str]) -> Iterator[Finding]:
        """Labels that hold what another one of the same text is called."""
        for use in self.uses[key]:
            for other in use.sources - {key}:
                word, said = bests.get(other, ""), _key(use.said)
                is_inside = len(word) >= _LONG and word in said and word != said
                if is_inside and word not in use.beside and other not in key and word != other:
                    message = f'"{use.said}" is "{self.shown[key]}" and "{self.shown[other]}" in one'
                    yield from _told([use], "label-order", message)


def _told(uses: Iterable[Use], code: str, message: str) -> Iterator[Finding]:
    for use in uses:
        yield use.finding.saying(message, code)


def _is_sure(counts: dict[str, list[Use]], best: str, said: str) -> bool:
    return len(counts[best]) >= _SURE and len(counts[best]) > len(counts[said]) and not _are_forms(best, said)


def _by_translation(uses: Iterable[Use]) -> dict[str, list[Use]]:
    counts = defaultdict[str, list[Use]](list)
    for use in uses:
        counts[_key(use.said)].append(use)
    return counts


def _best(key: str, counts: dict[str, list[Use]]) -> str:
    """The translation that is used most; the source's own words only where there is none else."""
    return max(counts, key=lambda each: (len(counts[each]), each != key))


def _is_name(match: Match) -> bool:
    """Whether it is a label of a product: in a sentence, and no link to another page."""
    alone = match.source.outer == (0, len(match.couple.source.text))
    is_link = match.source.target is not None and "fwlink" not in match.source.target
    return not alone and not is_link and len(match.source.text.split()) <= LONGEST and match.couple.text.kind != "cell"


def _lost_capital(use: Use, best: list[Use]) -> bool:
    """Whether it is told as that, or is a word of the sentence."""
    return use.said[:1].islower() and best[0].said[:1].isupper()


def _shown(uses: list[Use]) -> str:
    return uses[0].said.strip(_MARKS)


def _key(text: str) -> str:
    return text.strip(_MARKS).casefold()


def _are_forms(one: str, other: str) -> bool:
    """Whether two are forms of one word, or one of them within the other's ending."""
    same = next(
        (n for n, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), min(len(one), len(other))
    )
    return max(len(one), len(other)) - same <= _ENDING
