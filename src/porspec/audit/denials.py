"""Sentences that say no in the source, and nowhere in the translation: by the words that `porspec check` has for it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from ..checks.equivalents import given_lists
from ..checks.matching import Text, Words
from .findings import Finding
from .language import known
from .pairs import Couple, Pair
from .units import Unit

_WHOLE = re.compile(r"[\w']+")  # a word, as in can't
_NUMBER = re.compile(r"\b[Nn]o\.")  # and no denial


@dataclass(frozen=True)
class Denial:
    """What denies in a language for certain, and what may."""

    hints: tuple[str, ...]  # parts of words, one of which stands in whatever denies
    sure: re.Pattern[str]
    denied: Words
    idioms: Words
    may: re.Pattern[str]

    def of(self, text: str) -> str | None:
        """The word of a text that denies it, which is no part of another that only may."""
        if not self.sure.search(text):
            return None
        bare = self.denied.left_out(self.idioms.left_out(Text(_NUMBER.sub("   ", text.replace("’", "'")))))
        found = self.sure.search(bare.words)
        return _WHOLE.findall(bare.words[: found.end()])[-1] if found else None

    def may_be_in(self, text: Text) -> bool:
        return self.denied.search(text) is not None or self.may.search(text.words) is not None


@cache
def _of(code: str) -> Denial | None:
    lists = given_lists().get(code)
    may = known(code).denies if code else None
    if not lists or may is None:
        return None
    parts = [form.strip("*") for form in lists["negation"]]
    hints = tuple(each for each in parts if not any(other in each for other in parts if other != each))
    ends = [form[1:] for form in lists["negation"] if form.startswith("*")]
    words = [form.replace("*", r"\w*") for form in lists["negation"] if not form.startswith("*")]
    sure = "|".join([rf"\b(?:{'|'.join(words)})\b", *(rf"\B{end}\b" for end in ends)])
    denied, idioms = (Words.of(lists[kind]) for kind in ("denied", "idioms"))
    return Denial(hints, re.compile(sure, re.IGNORECASE), denied, idioms, may)


def may_deny(pair: Pair, couple: Couple) -> bool:
    """Whether the source may deny something, in a language whose denials are known."""
    one = _of(pair.source_language.code)
    if one is None:
        return False
    text = couple.source.text.lower().replace("’", "'")
    return any(each in text for each in one.hints) and one.sure.search(text) is not None


def denials(pair: Pair, couple: Couple, sentences: Iterable[tuple[str, str, int]]) -> Iterator[Finding]:
    """A sentence that has lost what denies it: nothing in its translation says so, in any word."""
    one, other = _of(pair.source_language.code), _of(pair.language.code)
    if one is None or other is None or one is other:
        return
    labels = _labels(couple.source)
    for theirs, ours, start in sentences:
        if other.sure.search(ours):
            continue
        word, text = (
            one.of(theirs if labels is None else labels.sub(lambda found: " " * len(found[0]), theirs)),
            Text(ours),
        )
        if word and word.casefold() not in text.each and not other.may_be_in(text):
            message = f'The source says "{word}", and the translation denies nothing'
            remedy = "Deny what the source denies."
            yield couple.finding("negation-lost", message, remedy, (start, start + len(ours.rstrip())))


def _labels(unit: Unit) -> re.Pattern[str] | None:
    """What a product shows, such as the button No; bold words in small letters are of the sentence."""
    shown = {each.text for each in unit.bold if each.text[:1].isupper()}
    return re.compile("|".join(map(re.escape, sorted(shown, key=len, reverse=True)))) if shown else None
