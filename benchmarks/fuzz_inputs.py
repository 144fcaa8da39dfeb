"""What `make fuzz` tries: the sources of this project, cut, mixed, and with the syntax of every format let loose on it.

An input is a kind of source and its bytes. The same seed and number make the same input on every machine.
"""

import json
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from .fuzz_project import FILES, KINDS

_REPOSITORY = Path(__file__).parent.parent
_MOST, _MOST_REPEATS, _CHUNK = 60_000, 3000, 400
_FROM_ELSEWHERE, _ENCODED = 0.3, 0.06
_SOURCES = {
    "feature": ("features/en/*.feature", "src/porspec/languages/skeleton.feature"),
    "page": ("docs/*.md", "README.md"),
    "catalogue": ("locales/nl/LC_MESSAGES/*.po",),
    "configuration": ("pyproject.toml",),
    "site": ("mkdocs.yml",),
    "glossary": ("locales/glossary.toml",),
}
_PATTERNS = ('there is "{thing}"', 'the "{a}" of "{b}"', "there are", 'I go to "{page}" and "{b}"', "{x}", '""')
_TOKENS = r"""
[ ] ( ) ]( ]: ![ [! [!NOTE] [!INCLUDE[ * ** _ __ ` `` ``` ~~~ < > </ <a <!-- --> <b> <div> </div> <script> <![CDATA[
{ } {{ }} {a} {thing} {:#a} {0} {a!r} {a:9} {% %} & &# &#0; &amp; &lt; \ \\ \" \n \t | || | |-|-| | ::: ::::
moniker moniker-end range=" :::row::: :::column::: # ## ####### - + 1. 1) 99999999999999999999. > >> = === --- ... @ @a
@o365-germany Feature: Rule: Scenario: Background: Examples: Given When Then And But * Functie: Stel Dan Abstract
Scenario Outline: # language: # language:nl \"\"\" <a> <thing> TODO msgid msgstr msgctxt msgid_plural msgstr[0] #~ #|
#, fuzzy ""
"\\n" : , ; ' " = == [a] [[a]] [[tool.porspec.monikers]] [tool.porspec] true false null ~ 1e999 0x 1979-05-27
0000-00-00 9999999999999999999999 -1 nan inf &a *a <<: !! !!python/name:os.system !!binary !ENV ? | > % %s %(a)s $ ^
http://a.b javascript: //a.b ?view=o365-germany #a ../ ..\ / ~ C: NUL con .. . docs_dir: nav: plugins: theme: title:
monikerRange: template: search: exclude: tags: hide: o365-worldwide >= <= o365-21vianet 21Vianet <<<<<<< ======= >>>>>>>
\ud800
"""
_SIGNS = (
    "\0\x01\x02\x03\x0b\x0c\x1b\x85\u00a0\u00ad\u0301"
    "\u200b\u200e\u202e\u2028\u2029\u3000\ue000\ufeff\ufffd\U0001f9d1é中ß"
)
_WORDS = (
    *_TOKENS.split(),
    *_SIGNS,
    "\n",
    "\n\n",
    "\r",
    "\r\n",
    "\t",
    "    ",
    " ",
    "\x02klzzwxh:0\x03",
    "\x02wzxhzdk:0\x03",
)
_ENCODINGS = ("utf-8-sig", "utf-16", "utf-16-le", "latin-1", "cp1252", "utf-7", "shift_jis", "cp037")


@dataclass(frozen=True)
class Input:
    """A source of one of the kinds of fuzz_project; a pattern of a step is its text."""

    kind: str
    content: bytes
    number: int = 0

    def dumps(self) -> str:
        return json.dumps({"kind": self.kind, "content": self.content.decode("latin-1"), "number": self.number})

    @classmethod
    def loads(cls, text: str) -> "Input":
        found = json.loads(text)
        return cls(found["kind"], found["content"].encode("latin-1"), found["number"])


@cache
def seeds() -> dict[str, tuple[str, ...]]:
    """The texts to begin with, by kind: those of the project that carries the inputs, and those of this one."""
    own = {kind: [text for path, text in FILES.items() if KINDS[kind](path)] for kind in KINDS}
    for kind, globs in _SOURCES.items():
        found = (path for glob in globs for path in sorted(_REPOSITORY.glob(glob)))
        own[kind] += [path.read_text("utf-8")[:_MOST] for path in found]
    own["pattern"] = list(_PATTERNS)
    return {kind: tuple(texts) for kind, texts in own.items()}


def inputs(seed: int, count: int, first: int = 0) -> Iterator[Input]:
    """So many inputs from a number on, each kind as often as it is told there."""
    kinds = {"page": 8, "feature": 8, "catalogue": 4, "pattern": 2, "configuration": 1, "site": 1, "glossary": 1}
    names = [kind for kind, times in kinds.items() for _ in range(times)]
    for number in range(first, first + count):
        chance = random.Random(f"{seed}:{number}")  # noqa: S311 - that it can be foretold is what it is for
        kind = names[number % len(names)]
        # What the carrier has is small and understood: most mutations of it are still accepted.
        all_of = seeds()[kind]
        of_carrier = max(sum(map(KINDS[kind], FILES)), 1)
        text = chance.choice(all_of if chance.random() < _FROM_ELSEWHERE else all_of[:of_carrier])
        yield Input(kind, _mutated(chance, kind, text), number)


def _mutated(chance: random.Random, kind: str, text: str) -> bytes:
    for _ in range(chance.choice((1, 1, 2, 3, 6))):
        text = chance.choice(_MUTATIONS)(chance, kind, text)[:_MOST]
    if chance.random() < _ENCODED:
        return text.encode(chance.choice(_ENCODINGS), "replace")
    content = bytearray(text.encode("utf-8", "replace"))
    if chance.random() < _ENCODED and content:
        content[chance.randrange(len(content))] = chance.randrange(256)
    return bytes(content)


def _slice(chance: random.Random, text: str) -> tuple[int, int]:
    start = chance.randrange(len(text) + 1)
    return start, min(len(text), start + chance.choice((1, 3, 20, _CHUNK)))


def _without(chance: random.Random, _: str, text: str) -> str:
    start, end = _slice(chance, text)
    return text[:start] + text[end:]


def _doubled(chance: random.Random, _: str, text: str) -> str:
    start, end = _slice(chance, text)
    return text[:end] + text[start:end] * chance.choice((1, 1, 2, 40)) + text[end:]


def _spliced(chance: random.Random, _: str, text: str) -> str:
    """With a piece of another source, of any kind."""
    other = chance.choice(seeds()[chance.choice(list(seeds()))])
    (start, end), (begin, stop) = _slice(chance, text), _slice(chance, other)
    return text[:start] + other[begin:stop] + text[chance.choice((start, end)) :]


def _with_words(chance: random.Random, _: str, text: str) -> str:
    start = chance.randrange(len(text) + 1)
    words = chance.choice(("", " ")).join(chance.choice(_WORDS) for _ in range(chance.choice((1, 1, 2, 5))))
    return text[:start] + words + text[start:]


def _repeated(chance: random.Random, _: str, text: str) -> str:
    """With one word again and again, which shows what takes more than its length."""
    start, word = chance.randrange(len(text) + 1), "".join(chance.choice(_WORDS) for _ in range(chance.choice((1, 2))))
    return text[:start] + word * chance.choice((10, 100, _MOST_REPEATS)) + text[start:]


def _line_moved(chance: random.Random, _: str, text: str) -> str:
    lines = text.split("\n")
    line = lines.pop(chance.randrange(len(lines)))
    lines.insert(chance.randrange(len(lines) + 1), chance.choice(("", "  ", "        ")) + line)
    return "\n".join(lines)


def _line_word(chance: random.Random, _: str, text: str) -> str:
    """A line that begins with another word, or ends with one."""
    lines = text.split("\n")
    at, word = chance.randrange(len(lines)), chance.choice(_WORDS)
    lines[at] = chance.choice((f"{word} {lines[at]}", f"{word}{lines[at]}", f"{lines[at]}{word}"))
    return "\n".join(lines)


def _line_ends(chance: random.Random, _: str, text: str) -> str:
    return text.replace("\n", chance.choice(("\r\n", "\r", "\n\n", "\u2028", "\n ", "")))


_Mutation = Callable[[random.Random, str, str], str]
_MUTATIONS: tuple[_Mutation, ...] = (
    *(_without, _doubled, _spliced, _spliced, _with_words, _with_words, _with_words),
    *(_repeated, _line_moved, _line_word, _line_word, _line_ends),
)
