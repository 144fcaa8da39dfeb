"""Spelling, by hunspell and the dictionaries that the system has.

A language is checked where `<locales>/<language>/words.txt` is there: the words that are right on this site and in no
dictionary, one on each line, "#" before a comment. Without hunspell or a dictionary of the language nothing is checked.
"""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from functools import lru_cache
from pathlib import Path

from ..sources.catalogues import DOMAINS
from ..sources.files import read_source
from ..sources.problems import Location, Problem
from ..spec.spec import Spec
from .matching import plain, shown
from .registry import check, entries, pages, targets

_FOLDERS = ("/usr/share/hunspell", "/usr/share/myspell/dicts", "/usr/local/share/hunspell", "/Library/Spelling")
_WORD = re.compile(r"(?<![\w.])[^\W\d_]+(?:['-][^\W\d_]+){0,20}(?![\w-])")  # bounded, as is what it costs


def dictionary(code: str) -> Path | None:
    """The dictionary of a language, as hunspell takes it: that of its own country before those of others."""
    language, _, country = code.replace("-", "_").partition("_")
    folders = [*filter(None, os.environ.get("DICPATH", "").split(os.pathsep)), *_FOLDERS]
    wanted = [f"{language}_{country}"] if country else [f"{language}_{language.upper()}", language, f"{language}_*"]
    found = (path for name in wanted for folder in folders for path in sorted(Path(folder).glob(f"{name}.dic")))
    return next((path.with_suffix("") for path in found), None)


@check("spelling")
def spelling(spec: Spec) -> Iterator[Problem]:
    """Every word stands in a dictionary, or in the site's own list.

    hunspell begins at the call, and is waited for when the problems are asked for: it reads its dictionaries meanwhile.
    """
    lists = {each.code: f"{spec.config.locales}/{each.code}/words.txt" for each in targets(spec)}
    begun: list[tuple[str, list[tuple[str, Location]], Future[frozenset[str]]]] = []
    for code, path in lists.items():
        known = dictionary(code) if (spec.config.root / path).exists() and shutil.which("hunspell") else None
        if known:
            right = set(re.sub("#.*", "", read_source(spec.config.root, path, "spelling")).split())
            said = [(word, place) for word, place in _words(spec, code) if word not in right]
            parts = frozenset(part for word, _ in said for part in (word, *word.split("-")) if part not in right)
            with_one = ThreadPoolExecutor(1)
            begun.append((path, said, with_one.submit(_misspelled, known, parts)))
            with_one.shutdown(wait=False)
    return _found(begun)


def _found(begun: list[tuple[str, list[tuple[str, Location]], Future[frozenset[str]]]]) -> Iterator[Problem]:
    for path, said, future in begun:
        wrong = future.result()
        for word, place in said:
            if word in wrong and any(part in wrong for part in word.split("-")):
                yield Problem(place, f'"{word}" is in no dictionary', "spelling", f"Correct it, or add it to {path}.")


@lru_cache(16)
def _misspelled(known: Path, words: frozenset[str]) -> frozenset[str]:
    command = ["hunspell", "-d", str(known), "-i", "utf-8", "-l"]
    text = "".join(f"{word}\n" for word in sorted(words))
    done = subprocess.run(command, input=text, capture_output=True, text=True, encoding="utf-8", check=False)  # noqa: S603
    return frozenset(done.stdout.split())


def _words(spec: Spec, code: str) -> Iterator[tuple[str, Location]]:
    """Each word of a language once per message or place on a page that has it."""
    for language, _, _, entry in entries(spec, *DOMAINS):
        if language.code == code:
            yield from ((word, entry.location) for word in dict.fromkeys(_WORD.findall(plain(entry.text).words)))
    for path, text in pages(spec, code, by_hand=True):
        said = shown(text).words
        for found in _WORD.finditer(said):
            yield found[0], Location.at(path, said, found.start())
