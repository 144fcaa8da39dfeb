"""What the glossary of a project itself names, and whether it is there."""

import re
from collections.abc import Collection, Iterator, Mapping
from itertools import islice
from typing import Any

from ..markdown.texts import blanked
from ..sources.catalogues import DOMAINS
from ..sources.files import read_source, read_toml
from ..sources.locale import is_language
from ..sources.problems import Location, Problem, did_you_mean
from ..spec.spec import Spec
from .equivalents import given_lists
from .glossary import Glossary, read_glossary
from .matching import Words
from .registry import check

_TERM = ("source", "domains", "unless", "beside", "actor")
_Keys = tuple[str, ...]


@check("glossary")
def glossary_names(spec: Spec) -> Iterator[Problem]:
    """The labels, monikers, languages, catalogues and kinds of words that the glossary names are there."""
    path = f"{spec.config.locales}/glossary.toml"
    if read_glossary(spec) == Glossary():
        return
    text, tables = read_source(spec.config.root, path, "glossary"), read_toml(spec.config.root, path, "glossary")
    for number, keys, what, known in _named(spec, tables):
        *_, name = keys
        if not (is_language(name) if what == "language" else name in known):
            remedy = f"{did_you_mean(name, known)}Correct it, or remove it."
            message = f'The glossary names "{name}", which is no {what}'
            yield Problem(_place(path, text, number, keys), message, "glossary", remedy)


def _named(spec: Spec, tables: Mapping[str, Any]) -> Iterator[tuple[int, _Keys, str, Collection[str]]]:
    """Each name with the keys that lead to it from the table of this number, what it must name, and all these."""
    languages, words = spec.config.all_languages, ("use", "never", "wrong")
    given = {kind for each in given_lists().values() if isinstance(each, dict) for kind in each}
    for name in tables:
        yield 0, (name,), "table of a glossary", ("term", "labels", "monikers", "opposite", "meaning")
    for table, what, known in (
        ("labels", "label", spec.catalogue.labels),
        ("monikers", "moniker", spec.config.monikers.ids),
    ):
        for each, said in tables.get(table, {}).items():
            yield 0, (table, each), what, known
            yield from ((0, (table, each, code), "language", languages) for code in said)
    for code, kinds in tables.get("meaning", {}).items():
        yield 0, ("meaning", code), "language", languages
        yield from ((0, ("meaning", code, kind), "kind of words", given) for kind in kinds)
    for number, each in enumerate(tables.get("opposite", ())):
        yield from ((number, ("opposite", code), "language", languages) for code in each)
    for number, term in enumerate(tables.get("term", ())):
        yield from ((number, ("term", each), "catalogue", DOMAINS) for each in Words.of(term.get("domains", ())).forms)
        for key, value in term.items():
            is_called = isinstance(value, dict)
            yield number, ("term", key), *(("language", languages) if is_called else ("property of a term", _TERM))
            yield from ((number, ("term", key, each), "kind of words", words) for each in (value if is_called else ()))


def _place(path: str, text: str, number: int, keys: _Keys) -> Location:
    """Where the last of some keys stands, each after the one before it; `number` counts the tables of an array."""
    bare, at = re.sub(r"(?m)^[ \t]*#.*", blanked, text), 0
    for depth, key in enumerate(keys):
        head = r"(?m)^[ \t]*\[\[[ \t]*" if number and not depth else r"" if depth else r"(?m)^[ \t]*(?:\[+[ \t]*)?"
        pattern = re.compile(rf"{head}(?<![\w-])[\"']?({re.escape(key)})[\"']?(?![\w-])")
        found = next(islice(pattern.finditer(bare, at), 0 if depth else number, None), None)
        at = found.start(1) if found else at
    return Location.at(path, bare, at)
