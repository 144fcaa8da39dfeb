"""Terms of a glossary: this project's format, TBX, or CSV with a column for each language."""

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from xml.etree.ElementTree import ParseError, XMLParser, fromstring

from ..checks.glossary import Called, Term, glossary_of
from ..checks.matching import Text, Words
from ..sources.files import read_source
from ..sources.locale import base_of
from ..sources.problems import Location, Problem, SpecError
from .findings import Finding
from .pairs import Couple, Pair

_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_NEVER = "never"  # a column of forbidden words: nl never, nl:never
_FORBIDDEN = ("deprecated", "superseded", "forbidden", "obsolete", "notrecommended")


@dataclass(frozen=True)
class Terms:
    """What a set's translations are held to."""

    terms: tuple[Term, ...] = ()

    def faults(self, pair: Pair) -> Iterator[Finding]:
        """Words that must not be used, and terms that are not called what they are called."""
        code = pair.language.code
        held = [each for each in self.terms if code in each.called]
        for couple in pair.couples if held else ():
            source, text = Text(couple.source.said), Text(couple.text.said)
            for term in held:
                yield from _faults(term, code, couple, source, text)


def _faults(term: Term, code: str, couple: Couple, source: Text, text: Text) -> Iterator[Finding]:
    called = term.called[code]
    is_said = term.source.search(source) is not None
    told = False
    for found in term.banned(code, source, text, is_held=is_said):
        told = True
        message = f"'{found[0]}' must not be used; say {called}"
        yield couple.finding("glossary", message, f"The glossary holds it for '{term.name}'.", found.span())
    if is_said and called.use and not told and not called.use.search(text):
        message = f"This does not say {called}"
        yield couple.finding("glossary", message, f"The glossary holds it for '{term.name}'.")


def read_terms(path: Path) -> Terms:
    """The terms of a file; raises SpecError where it cannot be read as what its name says."""
    text = read_source(path.parent, path.name, "glossary")
    kind = path.suffix.lower()
    if kind in (".tbx", ".xml"):
        return Terms(tuple(_of_tbx(text, path.name)))
    if kind in (".csv", ".tsv"):
        return Terms(tuple(_of_table(text, path.name, "\t" if kind == ".tsv" else None)))
    return Terms(glossary_of(path.name, text).terms)


def _of_table(text: str, path: str, delimiter: str | None) -> Iterator[Term]:
    """One term a row; the first row names the columns: codes of languages, the source's first; "nl never" forbids."""
    first = text.partition("\n")[0]
    mark = delimiter or max(",;\t", key=first.count)
    read = csv.reader(io.StringIO(text), delimiter=mark)
    try:
        rows = [row for row in read if any(map(str.strip, row))]
    except csv.Error as error:
        place, remedy = Location(path, read.line_num), "Close each quote, and make cells shorter."
        raise SpecError([Problem(place, f"Not valid CSV: {error}", "glossary", remedy)]) from None
    if not rows or len(rows[0]) < 2:  # noqa: PLR2004 - a source and a language
        message = "The first row names no languages"
        raise SpecError([Problem(Location(path), message, "glossary", "Begin with a row such as en,nl,nl never.")])
    names = [" ".join(each.replace(":", " ").replace("_", " ").lower().split()) for each in rows[0]]
    for row in rows[1:]:
        cells = {name: _words(cell) for name, cell in zip(names, row, strict=False)}
        source = cells.get(names[0], ())
        codes = {name.split()[0] for name in names[1:] if name}
        called = {base_of(each): _called(cells.get(each, ()), cells.get(f"{each} {_NEVER}", ())) for each in codes}
        if source:
            yield _term(source, called)


def _words(cell: str) -> tuple[str, ...]:
    return tuple(each.strip() for each in cell.split("|") if each.strip("*… "))


def _called(use: tuple[str, ...], never: tuple[str, ...]) -> Called:
    return Called(Words(use), Words(never), Words(()))


def _term(source: tuple[str, ...], called: Mapping[str, Called]) -> Term:
    held = {code: each for code, each in called.items() if each.use or each.never}
    return Term(source[0], (), Words(source), Words(()), held)


def _of_tbx(text: str, path: str) -> Iterator[Term]:
    """The concepts of TBX 2 or 3: the words of its first language, and for each other what is used and what is not."""
    try:
        if "<!ENTITY" in text:
            raise SpecError(
                [Problem(Location(path), "Entities are not read", "glossary", "Write the words themselves.")]
            )
        tree = fromstring(text.encode("utf-8"), XMLParser(encoding="utf-8"))  # noqa: S314 - it has no entities
    except ParseError as error:
        line, column = error.position
        place = Location(path, line, column + 1)
        raise SpecError([Problem(place, f"Not valid XML: {error}", "glossary", "Correct the file.")]) from None
    for entry in (each for each in tree.iter() if _name(each.tag) in ("termEntry", "conceptEntry")):
        found: dict[str, tuple[list[str], list[str]]] = {}
        for lang in (each for each in entry if _name(each.tag) in ("langSet", "langSec")):
            words = found.setdefault(base_of(lang.get(_LANG, "")), ([], []))
            for one in (each for each in lang.iter() if _name(each.tag) in ("tig", "ntig", "termSec")):
                term = next((each for each in one.iter() if _name(each.tag) == "term"), None)
                notes = " ".join(
                    "".join(each.itertext()) for each in one.iter() if _name(each.tag) == "termNote"
                ).lower()
                if term is not None and (said := "".join(term.itertext()).strip()):
                    words[any(each in notes for each in _FORBIDDEN)].append(said)
        codes = list(found)
        source = tuple(found[codes[0]][0]) if codes else ()
        if source:
            yield _term(source, {code: _called(*map(tuple, found[code])) for code in codes[1:]})


def _name(tag: str) -> str:
    return tag.rpartition("}")[2]
