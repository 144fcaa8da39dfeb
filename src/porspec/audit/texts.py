"""Texts beside those of the source: links, numbers, names, what was left untranslated, and the rules of a language."""

import re
from collections import Counter
from collections.abc import Iterator

from .denials import denials, may_deny
from .findings import Finding
from .language import Rule, asked
from .pairs import Couple, Pair
from .units import Unit

_LOCALE = re.compile(
    r"(?<=/)[a-z]{2}-[a-z]{2}/|[?&](?:view|tabs|ocid|ui|rs|ad|omkt|WT\.mc_id)=[^&#]*|/$|^https?://", re.IGNORECASE
)
_LINK_ID = re.compile(r"linkid=(\d+)", re.IGNORECASE)
_NAME = re.compile(r"(?<![\w./\\@%$-])\d+[A-Z][a-z]+\w*(?![\w./\\@-])")
_NUMBER = re.compile(r"(?<![\w.,:/#$-])\d{2,}(?:[.,]\d+)*(?![\w:/-])")
_NO_DIGIT = re.compile(r"\D")
_FIGURE = re.compile(r"\d\d|\d[A-Z]")
_WORD = re.compile(r"[^\W\d_]{2,}")
_SENTENCE = re.compile(r"(?<=[.!?])[*_)\"”]*\s+(?=[\"“*\[(]*[A-ZÀ-ÞÄÖÜ<])|\n")
_QUOTE = re.compile('["“]')
_QUOTED = re.compile(r"[\"“„«]([^\"“”„«»]{3,80})[\"”“»]")
_ANY_QUOTED = re.compile(r"[\"“„«'‘’]([^\"“”„«»'‘’]{3,80})[\"”“»'’]")
_SAYING = re.compile(r"(?:says?|reads?|message|displays?|shows?|see|text)\b[^\"“„]{0,12}$", re.IGNORECASE)
_NO_NAME = re.compile(r"[A-Z][a-z]+(?: [a-z]+){3,}[?:.]?")  # a title that no name stands in
_FEW = 5  # words of a text that may stay as it is


def text_faults(pair: Pair) -> Iterator[Finding]:
    """What a text says otherwise than its source."""
    for couple in pair.couples:
        yield from _links(couple)
        if couple.text.text == couple.source.text:
            yield from _untranslated(pair, couple)
            continue
        yield from _names(couple)
        yield from _numbers(couple)
        yield from _quotes(couple)
        yield from _rules(pair, couple)
        if may_deny(pair, couple):
            yield from denials(pair, couple, _sentences(couple))


def _links(couple: Couple) -> Iterator[Finding]:
    if not couple.source.labels and not couple.text.labels:
        return
    theirs, ours = (Counter(_targets(each)) for each in (couple.source, couple.text))
    if theirs == ours:
        return
    missing, added = (list((one - other).elements()) for one, other in ((theirs, ours), (ours, theirs)))
    label = next((each for each in couple.text.labels if each.target and _target(each.target) in added), None)
    what = f"the link {missing[0]}" if missing else f"no link {added[0]}"
    message = f"The source has {what} here" + (f", and the translation {added[0]}" if missing and added else "")
    yield couple.finding("pair-links", message, "Link to what the source links to.", label.outer if label else (0, 0))


def _targets(unit: Unit) -> Iterator[str]:
    return (_target(each.target) for each in unit.labels if each.target and not each.target.startswith("#"))


def _target(target: str) -> str:
    found = _LINK_ID.search(target)
    return f"linkid={found[1]}" if found else _LOCALE.sub("", target).replace("\\", "/")


def _untranslated(pair: Pair, couple: Couple) -> Iterator[Finding]:
    """A sentence that stands there as in the source, in words that only the source's language has."""
    if pair.language.code == pair.source_language.code or "[!" in couple.text.text:
        return
    said = couple.text.said
    for label in couple.text.labels:
        said = said.replace(said[slice(*label.outer)], " ") if label.target else said
    words = _WORD.findall(said.lower())
    common = sum(each in pair.source_language.common for each in words)
    own = sum(each in pair.language.common - pair.source_language.common for each in words)
    is_title = couple.text.kind.startswith(("title", "heading")) and _NO_NAME.fullmatch(said.strip()) is not None
    if not own and ((len(words) >= _FEW and common >= 2) or (is_title and common)):  # noqa: PLR2004 - one may be a name's
        yield couple.finding("text-untranslated", "This is as in the source", "Translate it.")


def _names(couple: Couple) -> Iterator[Finding]:
    """Names that begin with a number, as those of versions and products do: nobody translates them."""
    if not _FIGURE.search(couple.source.text):
        return
    ours = couple.text.text.casefold()
    for match in _NAME.finditer(couple.source.said):
        if match[0].casefold() not in ours and match[0].removesuffix("s").casefold() not in ours:
            message = f'The source says "{match[0]}" here, and the translation does not'
            yield couple.finding("pair-facts", message, "Name what the source names.")
            return


def _numbers(couple: Couple) -> Iterator[Finding]:
    if not _FIGURE.search(couple.source.text):
        return
    theirs, ours = (_figures(each.said) for each in (couple.source, couple.text))
    if theirs == ours:
        return
    digits = [_NO_DIGIT.sub("", each.text) for each in (couple.text, couple.source)]
    held = [frozenset(each) for each in (ours, theirs)]
    missing, added = (
        [each for each in side if each not in other and each not in written]
        for side, other, written in zip((theirs, ours), held, digits, strict=True)
    )
    if len(missing) == 1 and len(added) == 1:
        message = f"The source says {missing[0]} here, and the translation {added[0]}"
        yield couple.finding("pair-facts", message, "Write the number of the source.")


def _figures(text: str) -> list[str]:
    return [_NO_DIGIT.sub("", each) for each in _NUMBER.findall(text)]


def _quotes(couple: Couple) -> Iterator[Finding]:
    """A message in quotes that lost its stop."""
    if not _QUOTE.search(couple.source.text):
        return
    theirs = [
        each[1] for each in _QUOTED.finditer(couple.source.said) if _SAYING.search(couple.source.said[: each.start()])
    ]
    ours = [match for match in _ANY_QUOTED.finditer(couple.text.said) if " " in match[1]]
    if (
        len(theirs) == len(ours) == 1
        and theirs[0].count(" ") > 1
        and theirs[0][-1] in ".?!"
        and ours[0][1][-1] not in ".?!,;:"
    ):
        message = f'The message has lost its "{theirs[0][-1]}"'
        yield couple.finding("label-stop", message, "Write the message as the product shows it.", ours[0].span())


def _rules(pair: Pair, couple: Couple) -> Iterator[Finding]:
    """The rules of the language, sentence by sentence where both have as many."""
    said = couple.source.said
    rules = asked(pair.language.of_translations, said.lower())
    rules = [each for each in rules if each.source.search(said)]  # type: ignore[union-attr]
    for theirs, ours, start in _sentences(couple) if rules else ():
        for each in rules:
            if each.source.search(theirs) and (span := _fault(each, ours)):  # type: ignore[union-attr]
                yield couple.finding(each.code, each.message, each.remedy, (start + span[0], start + span[1]))


def _fault(rule: Rule, text: str) -> tuple[int, int] | None:
    if rule.says and rule.says.search(text):
        return None
    if rule.wrong is None:
        return 0, len(text.rstrip())
    return found.span() if (found := rule.wrong.search(text)) else None


def _sentences(couple: Couple) -> Iterator[tuple[str, str, int]]:
    theirs, ours = (list(_parts(each.said)) for each in (couple.source, couple.text))
    if len(theirs) == len(ours):
        yield from ((one[1], other[1], other[0]) for one, other in zip(theirs, ours, strict=True))
    else:
        yield couple.source.said, couple.text.said, 0


def _parts(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for match in _SENTENCE.finditer(text):
        yield start, text[start : match.start()]
        start = match.end()
    yield start, text[start:]
