"""What is known of a language: en.toml, nl.toml and de.toml, whose comments say what each key is for."""

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib import resources
from typing import Any

from .units import Unit

_WORD = re.compile(r"[^\W\d_]+")
_ENOUGH = 150  # words by which a language is recognised
CODES = ("en", "nl", "de")


@dataclass(frozen=True, eq=False)
class Rule:
    """A fault of a translation: where the source says `source`, `wrong` must not match, or `says` must."""

    message: str
    remedy: str
    code: str
    words: tuple[str, ...]
    source: re.Pattern[str] | None = None
    wrong: re.Pattern[str] | None = None
    says: re.Pattern[str] | None = None


@dataclass(frozen=True)
class Language:
    """A language; empty where nothing is known of it."""

    code: str = ""
    common: frozenset[str] = frozenset()
    alerts: frozenset[str] = frozenset()
    labels: frozenset[str] = frozenset()
    register: tuple[re.Pattern[str], re.Pattern[str]] | None = None
    wide: re.Pattern[str] | None = None
    half: re.Pattern[str] | None = None
    calque: re.Pattern[str] | None = None
    purpose: re.Pattern[str] | None = None
    denies: re.Pattern[str] | None = None
    rules: tuple[Rule, ...] = field(default=())

    @cached_property
    def of_translations(self) -> tuple[tuple[str, Rule], ...]:
        return tuple((word, each) for each in self.rules if each.source for word in each.words)

    @cached_property
    def of_pages(self) -> tuple[tuple[str, Rule], ...]:
        return tuple((word, each) for each in self.rules if not each.source for word in each.words)


def asked(rules: Iterable[tuple[str, Rule]], text: str) -> Iterable[Rule]:
    """The rules of which a text in small letters holds one of the words without which they are about nothing."""
    return dict.fromkeys([rule for word, rule in rules if word in text])


@cache
def known(code: str) -> Language:
    """The language of a file; raises FileNotFoundError where there is none."""
    found = tomllib.loads((resources.files(__package__) / f"{code}.toml").read_text("utf-8"))
    formal, informal = map(_pattern, found["register"]) if "register" in found else (None, None)

    def words(key: str) -> frozenset[str]:
        return frozenset(found.get(key, ()))

    def pattern(key: str) -> re.Pattern[str] | None:
        return _pattern(found[key]) if key in found else None

    return Language(
        code=code,
        common=words("common"),
        alerts=words("alerts"),
        labels=words("labels"),
        register=(formal, informal) if formal and informal else None,
        wide=pattern("wide"),
        half=pattern("half"),
        calque=pattern("calque"),
        purpose=pattern("purpose"),
        denies=pattern("denies"),
        rules=tuple(map(_rule, found.get("rule", ()))),
    )


def _rule(table: Mapping[str, Any]) -> Rule:
    patterns = {key: _pattern(table[key]) for key in ("source", "wrong", "says") if key in table}
    return Rule(table["message"], table["remedy"], table["code"], tuple(table["words"]), **patterns)


def _pattern(text: str) -> re.Pattern[str]:
    """`(?-i:…)` where case matters."""
    return re.compile(text, re.IGNORECASE)


def language_of(units: Sequence[Unit]) -> Language:
    """The language that these texts are in, by the words that stand in every text; front matter may say another."""
    words = list[str]()
    for unit in units:
        words += _WORD.findall(unit.said.lower())
        if len(words) > _ENOUGH:
            break
    counts = {code: sum(map(known(code).common.__contains__, words)) for code in CODES}
    best = max(counts, key=counts.__getitem__)
    return known(best) if counts[best] * 20 >= len(words) and counts[best] else Language()
