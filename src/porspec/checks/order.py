"""Checks of what stands where in a translation: the order of a path, and placeholders beside their words."""

import re
from collections.abc import Iterator
from functools import lru_cache

from ..sources.catalogues import DOMAINS, Language
from ..sources.problems import Problem
from ..spec.spec import Spec
from .glossary import read_glossary
from .matching import Words, pattern
from .registry import check, entries

_PART = r"(?:\{[^{}\n]*\}|\*\*[^*\n]+\*\*)"
_PATH = re.compile(rf"{_PART}(?:\s*[>›→＞]\s*{_PART})+")
_PARTS = re.compile(_PART)
_BEFORE, _AFTER = r'\s?"?\{(\w+)\}', r'\{(\w+)\}"?\s?'  # a placeholder before which a word stands, and behind which
_PLACEHOLDERS = 2  # with fewer, none is taken for another


@check("translation-order")
def order(spec: Spec) -> Iterator[Problem]:
    """What stands between ">" stands in the order of the message, and a word stands beside its own placeholder."""
    terms = [each for each in read_glossary(spec).terms if each.is_beside]
    for language, context, text, entry in entries(spec, *DOMAINS):
        wanted, found = _paths(spec, text, language), _paths(spec, entry.text)
        if sorted(map(sorted, wanted)) == sorted(map(sorted, found)) and sorted(wanted) != sorted(found):
            said, remedy = (", ".join(" > ".join(path) for path in paths) for paths in (found, wanted))
            message = f'The translation of "{text}" ({context}) goes another way: {said}'
            yield Problem(entry.location, message, "translation-order", f"Write {remedy}.")
        for term in terms if text.count("{") >= _PLACEHOLDERS and entry.text else ():
            called, one = term.called.get(language.code), _beside(term.source, text)
            other = _beside(called.use, entry.text) if called and one else frozenset()
            if one and other and not one & other:
                of, now_of = (" and ".join(f"{{{each}}}" for each in sorted(found)) for found in (one, other))
                message = f'"{text}" ({context}) says {term.name} of {of}, and its translation of {now_of}'
                yield Problem(entry.location, message, "translation-order", "Put each placeholder in its place.")


def _paths(spec: Spec, text: str, language: Language | None = None) -> list[list[str]]:
    """The paths of a text, with labels as a language calls them."""
    paths = [_PARTS.findall(path) for path in _PATH.findall(text)]
    if not paths or not language:
        return paths
    labels = spec.catalogue.labels.values()
    said = {f"**{each.text}**": f"**{spec.catalogue.label(each.id, language.code)}**" for each in labels}
    return [[said.get(part, part) for part in path] for path in paths]


@lru_cache(8192)
def _beside(words: Words, text: str) -> frozenset[str]:
    """The placeholders that words of these stand before, or else those that they stand behind."""
    small = text.lower()
    forms = [form for form, key in words.keys if key in small]
    for before, after in (("", _BEFORE), (_AFTER, "")):
        found = [re.findall(f"{before}(?:{pattern(form).pattern}){after}", text, re.IGNORECASE) for form in forms]
        if any(found):
            return frozenset(name for names in found for name in names)
    return frozenset()
