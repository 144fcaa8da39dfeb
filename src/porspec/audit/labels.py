"""Labels beside those of the source: what stands in bold, or as a link, in one text and in the other."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

from .findings import Finding
from .language import Language
from .pairs import Couple, Pair
from .units import SEPARATOR, Label

LONGEST = 6  # words of a label; what is longer is a sentence
_STOPS = ".,;"
_MANY = 3  # labels in small letters, from which a page tells of them once
_ENDS = re.compile(r"\s*(?:$|[|(<\"”]|[A-ZÀ-Þ*\[])|\n")  # the end of a sentence
_SHORT = re.compile(
    r"(?:\b|\w)(?:nr|no|max|min|incl|inkl|excl|exkl|etc|enz|usw|bzw|art|tel|bldg|avg|qty|inc|ltd|bv)\.$", re.IGNORECASE
)
_ESCAPED = re.compile(r"\\\*\\\*")


@dataclass(frozen=True, slots=True)
class Match:
    """A label of the source, and what the translation has in its place; `is_sure` where nothing else can be."""

    couple: Couple
    source: Label
    label: Label
    is_sure: bool

    def finding(self, code: str, message: str, remedy: str) -> Finding:
        return self.couple.finding(code, message, remedy, (self.label.start, self.label.end))


def matches_of(couple: Couple) -> list[Match]:
    """The labels of a text, each with its translation: links by what they lead to, those that stayed as they are by
    their words, other bold ones by their order.
    """
    mine, theirs = couple.text.labels, couple.source.labels
    if not mine or not theirs:
        return []
    links = {each.target: each for each in theirs if each.target}
    found = [Match(couple, links[each.target], each, True) for each in mine if each.target in links]
    mine, theirs = (tuple(each for each in labels if not each.target) for labels in (mine, theirs))
    if len(mine) == len(theirs):
        found += (Match(couple, *each, len(mine) == 1) for each in _in_order(theirs, mine))
    return found


def _in_order(theirs: Sequence[Label], mine: Sequence[Label]) -> Iterator[tuple[Label, Label]]:
    """Labels side by side; a name that both have once is itself wherever it stands."""
    if len(mine) < 2 or {each.key for each in mine}.isdisjoint(each.key for each in theirs):  # noqa: PLR2004 - an order
        return zip(theirs, mine, strict=True)
    once = ({key for key, count in Counter(each.key for each in side).items() if count == 1} for side in (theirs, mine))
    same = next(once) & next(once)
    places = {each.key: each for each in mine}
    left = ([each for each in side if each.key not in same] for side in (theirs, mine))
    return chain(((each, places[each.key]) for each in theirs if each.key in same), zip(*left, strict=True))


def label_faults(pair: Pair, matches: list[Match]) -> Iterator[Finding]:
    """What is wrong with a label whatever others are called."""
    for match in matches:
        yield from _stops(match)
        if match.label.is_bold and match.source.text[:1].isupper():
            yield from _width(match, pair.language)
    yield from _small_letters(matches, pair.language)
    for couple in pair.couples:
        if "*" in couple.text.text:
            yield from _escaped(couple)
        if couple.source.labels:
            yield from _half(couple, pair.language)
            yield from _paths(couple)


def _stops(match: Match) -> Iterator[Finding]:
    ours, theirs = match.label.text, match.source.text
    after = match.couple.text.text[match.label.outer[1] :]
    ends = (
        ours[-1] == "."
        and "." not in ours[:-1]
        and not _SHORT.search(ours)
        and _ENDS.match(after) is not None
        and len(theirs.split()) <= LONGEST + 2
    )
    if (ends or ours[-1] in ",;") and theirs[-1] not in _STOPS + ":!?" and after[:1] not in tuple(",.;:"):
        message = f'"{ours}" ends with a mark that "{theirs}" has not'
        yield match.finding("label-stop", message, "Write it behind the label.")
    elif theirs[-1] == "?" and ours[-1] != "?" and match.label.is_bold:
        yield match.finding(
            "label-stop", f'"{ours}" has lost the question mark of "{theirs}"', "Write it in the label."
        )


def _width(match: Match, language: Language) -> Iterator[Finding]:
    if language.wide and language.wide.match(match.label.text):
        message = f'"{match.label.text}" begins with a word of the sentence, and "{match.source.text}" does not'
        yield match.finding("label-bold", message, "Begin the label behind the word.")
    if language.calque and language.calque.match(match.label.text):
        message = f'"{match.label.text}" has the order of words of "{match.source.text}"'
        yield match.finding("grammar", message, "Write it as the product shows it, with the verb at the end.")


def _small_letters(matches: list[Match], language: Language) -> Iterator[Finding]:
    """Labels that have lost the capital of the source's: a page that writes many so is told once."""
    bold = [each for each in matches if each.label.is_bold and each.source.text[:1].isupper() and _is_label(each)]
    small = [each for each in bold if each.label.text[:1].islower() and not _is_wide(each, language)]
    told = small if len(small) <= _MANY else small[:1]
    more = f", as have {len(small) - 1} more" if len(small) > _MANY else ""
    for match in told:
        message = f'"{match.label.text}" has lost the capital of "{match.source.text}"{more}'
        yield match.finding("label-case", message, "Write the label as the product shows it.")


def _is_wide(match: Match, language: Language) -> bool:
    return language.wide is not None and language.wide.match(match.label.text) is not None


def _is_label(match: Match) -> bool:
    """Whether it is what a product shows, as steps name it: not the first words of a paragraph."""
    return (
        len(match.source.text.split()) <= LONGEST
        and len(match.label.text) * 2 > len(match.source.text)
        and match.source.text[-1] not in ".:"
        and match.source.outer[0] > 0
        and "step" in match.couple.source.kind
    )


def _escaped(couple: Couple) -> Iterator[Finding]:
    found = _ESCAPED.search(couple.text.text)
    if found and not _ESCAPED.search(couple.source.text):
        message = "These stars make nothing bold"
        yield couple.finding("markup", message, "Write ** without backslashes, and no blanks inside.", found.span())


def _half(couple: Couple, language: Language) -> Iterator[Finding]:
    """A label of which only the end is bold: what stands before it begins with a capital within the sentence."""
    if language.half is None or len(couple.source.labels) != len(couple.text.labels):
        return
    for theirs, ours in zip(couple.source.labels, couple.text.labels, strict=True):
        count = len(theirs.text.split())
        is_half = count >= 4 and len(ours.text.split()) * 3 <= count and theirs.is_bold  # noqa: PLR2004 - words
        is_half = is_half and len(ours.text) * 2 <= len(theirs.text)
        begun = language.half.search(couple.text.said[: ours.outer[0]]) if is_half else None
        if begun and len(begun[1].split()) < count + 2 and begun[1].split()[0] not in couple.source.text:
            message = f'Only "{ours.text}" is bold of what says "{theirs.text}"'
            remedy = "Let the bold begin where the label begins."
            yield couple.finding("label-bold", message, remedy, (ours.start, ours.end))


def _paths(couple: Couple) -> Iterator[Finding]:
    """Two labels that the source has a separator between, and the translation has not."""
    if ">" not in couple.source.text:
        return
    theirs, ours = (_joined(unit) for unit in (couple.source, couple.text))
    if theirs > ours and ">" in couple.text.said:
        label = couple.text.labels[0] if couple.text.labels else None
        message = "The path of the source has its separators between labels, and this one has not"
        span = (label.start, label.end) if label else (0, 0)
        yield couple.finding("label-order", message, "Write the labels in the order of the path, with > between.", span)


def _joined(unit: object) -> int:
    """How many separators stand between two labels."""
    labels, text = unit.labels, unit.text  # type: ignore[attr-defined]
    return sum(
        SEPARATOR.fullmatch(text[one.outer[1] : other.outer[0]].strip()) is not None for one, other in pairwise(labels)
    )
