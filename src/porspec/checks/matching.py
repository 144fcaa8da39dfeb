"""Words as glossaries write them, found in texts.

They are whole and in any case; "*" stands for any beginning or ending, "…" for what may come between two parts of a
verb. In scripts without blanks between words they match anywhere.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any, Self

from ..markdown.reader import without_code
from ..markdown.texts import blanked
from ..sources.locale import WITHOUT_BLANKS

_NO_WORDS = re.compile(r'\]\([^)\n]*\)|"?\{[^{}\n]*\}"?|https?://\S+')  # what is in braces may be an anchor, too
_RUN_TOGETHER = re.compile(f"[{WITHOUT_BLANKS}]")
_GAP = r"[^.!?;:。！？；：]{0,120}?"  # bounded, so that a long text costs no more than its length
_ENDING = r"\w{0,20}"
_SENTENCE = re.compile(r"(?<=[.!?])[*_)\"”]*\s+(?![a-zß-ÿ])|(?<=[。！？])[*_）”]*|\s*\|\s*")
_WORD = re.compile(r"\w+")
MARKS = "?+!#>"  # of words of a lexicon
_FRONT_MATTER = re.compile(r"\A---\n.*?^---$", re.MULTILINE | re.DOTALL)
_NOT_SHOWN = re.compile(r"^(?!title:|description:).*$|^(?:title|description):", re.MULTILINE)
_MARKUP = re.compile(r"^[ \t]*:::.*$|\[![A-Z]+\]|<[^<>\n]*>|\{#[^{}\n]*\}", re.MULTILINE)


@dataclass(frozen=True)
class Text:
    """What a text says."""

    words: str

    @cached_property
    def small(self) -> str:
        return self.words.lower()

    @cached_property
    def sentences(self) -> list["Text"]:
        """The sentences that say something; of marks of their own kind in Chinese."""
        return [Text(part) for part in _SENTENCE.split(self.words) if part.strip()] or [self]

    @property
    def questioned(self) -> list["Text"]:
        """The sentences, each with the question before it: one language asks where another says "if"."""
        joined: list[Text] = []
        for part in self.sentences:
            is_asked = joined and joined[-1].words.rstrip().endswith(("?", "？"))
            before = f"{joined.pop().words} " if is_asked else ""
            joined.append(Text(before + part.words))
        return joined

    @cached_property
    def each(self) -> frozenset[str]:
        return frozenset(_WORD.findall(self.small))


@lru_cache(8192)
def plain(text: str) -> Text:
    """What a text says: blanks in the place of code, addresses and placeholders, and one form of apostrophe."""
    return Text(_NO_WORDS.sub(blanked, without_code(text)).replace("’", "'"))


@lru_cache(64)
def shown(page: str) -> Text:
    """What a page says: its title and description, and no marks of zones, alerts, HTML and anchors."""
    said = _FRONT_MATTER.sub(lambda found: _NOT_SHOWN.sub(blanked, found[0]), plain(page).words)
    return Text(_MARKUP.sub(blanked, said))


@dataclass(frozen=True, order=True)
class Hit:
    """Where a text says a meaning of the lexicon; `is_sure` where its word is a sign of it."""

    start: int
    end: int
    meaning: str
    is_sure: bool

    def holds(self, other: Self) -> bool:
        return self.start <= other.start and other.end <= self.end

    @property
    def length(self) -> int:
        return self.end - self.start


def times(hits: list[Hit], meaning: str) -> int:
    """How often a meaning is said; one word says it once."""
    return len({each.start for each in hits if each.meaning == meaning})


def first_word(meaning: str) -> str:
    return meaning.split(",", maxsplit=1)[0].strip(f" {MARKS}")


@dataclass(frozen=True)
class Words:
    """Words of which any is looked for; a text is asked for a part of each before it is searched."""

    forms: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.forms)

    @classmethod
    def of(cls, given: Any) -> Self:
        """One text or several; raises TypeError where it is something else."""
        words = (given,) if isinstance(given, str) else tuple(given)
        if not all(isinstance(each, str) and each.strip("*… ") for each in words):
            raise TypeError(f"{given!r} is no list of texts")
        return cls(words)

    @cached_property
    def keys(self) -> tuple[tuple[str, str], ...]:
        return tuple((form, max(re.split("[*…]", form.lower()), key=len).strip()) for form in self.forms)

    def found(self, text: Text) -> Iterator[tuple[str, str]]:
        """Those that stand in a text, each with what stands there."""
        small = text.small
        for form, key in self.keys:
            if key in small:
                if key in text.each and key == form.lower():
                    yield form, key
                elif match := pattern(form).search(text.words):
                    yield form, match[0]

    def search(self, text: Text) -> str | None:
        """What stands in a text of one of them."""
        for _, said in self.found(text):
            return said
        return None

    def matches(self, text: Text) -> Iterator[re.Match[str]]:
        """Every place where one of them stands."""
        for form, _ in self.found(text):
            yield from pattern(form).finditer(text.words)

    def left_out(self, text: Text) -> Text:
        """A text without them."""
        for form, _ in self.found(text):
            text = Text(pattern(form).sub(" ", text.words))
        return text


@lru_cache(8192)
def pattern(form: str) -> re.Pattern[str]:
    """Finds a word of a glossary: each side of its gap ends where a word does."""
    return re.compile(_GAP.join(_side(each.strip()) for each in form.split("…")), re.IGNORECASE)


def _side(words: str) -> str:
    bare = words.strip("*")
    start = "" if words.startswith("*") or _RUN_TOGETHER.match(bare) else r"(?<!\w)"
    end = "" if words.endswith("*") or _RUN_TOGETHER.match(bare[-1:]) else r"(?!\w)"
    return f"{start}{_ENDING.join(map(re.escape, bare.split('*')))}{end}"
