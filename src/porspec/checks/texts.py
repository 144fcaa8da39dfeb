"""Checks of what texts hold, wherever they are written: characters that nobody sees, links that lead to programs, and
names of files that could be taken for something else. Pages that are written by hand may hold what they like.
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from ..languages.extract import extracted
from ..languages.words import DOMAIN, PROBLEMS
from ..markdown.content import is_allowed, targets_of
from ..sources.catalogues import DOMAINS, po_path, read_catalogue
from ..sources.characters import called, strange
from ..sources.feature_files import stems
from ..sources.files import read_source, read_toml
from ..sources.mkdocs_yml import FILE as MKDOCS
from ..sources.problems import Location, Problem, SpecError
from ..sources.synonyms import read_synonyms, synonyms_path
from ..spec.spec import Spec
from .registry import check

_PROSE = ("description", "given", "when", "then", "footer")  # contexts of texts that may hold links
_NAME = re.compile(r"[\w.-][\w. -]*")
_PLACEHOLDER = re.compile(r"\{[a-z_][a-z0-9_]*\}")
_ESCAPED = re.compile(r"^#.*|\\(?:(?P<letter>[bfrv])|.)", re.MULTILINE)
_CONTROLS = {"b": "\b", "f": "\f", "r": "\r", "v": "\v"}


@check("text-character", needs="catalogues")
def text_character(spec: Spec) -> Iterator[Problem]:
    """No text holds a character that nobody sees, or that turns others around, and that its script does not need."""
    for place, character in _strange(spec):
        message = f"The character {called(character)} stands here, which readers do not see"
        yield Problem(place, message, "text-character", "Remove it, or write a character that can be seen.")


def _strange(spec: Spec) -> Iterator[tuple[Location, str]]:
    """Each such character: in files of texts where it stands, else where the text begins that holds it."""
    root, config = spec.config.root, spec.config
    for path in _files(spec):
        with suppress(SpecError):
            text = read_source(root, path, "text-character")
            yield from ((Location.at(path, text, offset), text[offset]) for offset in strange(text))
            escapes = (each for each in _ESCAPED.finditer(text) if each["letter"] and path.endswith(".po"))
            yield from ((Location.at(path, text, each.start()), _CONTROLS[each["letter"]]) for each in escapes)
    for path in ("pyproject.toml", f"{config.locales}/glossary.toml"):
        for text in _strings(_table(root, path)):
            yield from ((_written(root, path, text[offset]), text[offset]) for offset in strange(text))
    for line, column, text in config.site.written:
        yield from ((Location(MKDOCS, line, column), text[offset]) for offset in strange(text))
    for found in (each for domain in ("steps", "labels", "help") for each in extracted(spec, domain)):
        if found.path.endswith(".py"):
            text = " ".join((found.text, *found.notes))
            yield from ((_written(root, found.path, text[at], found.line), text[at]) for at in strange(text))
    folders = (config.features, config.docs)
    for file in (each for folder in folders for each in sorted((root / folder).rglob("*"))):
        name = file.relative_to(root).as_posix()
        yield from ((Location(name), name[offset]) for offset in strange(name))


def _files(spec: Spec) -> Iterator[str]:
    """The files that hold nothing but texts: catalogues, synonyms and features."""
    config = spec.config
    for code in spec.languages:
        own = [po_path(config.locales, code, each) for each in (*DOMAINS, DOMAIN, PROBLEMS)]
        features = [config.feature_path(code, stem) for stem in stems(config, code)]
        paths = [*own, synonyms_path(config, code), *features]
        yield from (path for path in paths if (config.root / path).is_file())


@check("synonyms", needs="catalogues")
def synonyms(spec: Spec) -> Iterator[Problem]:
    """Each line of synonyms has what is said, and what is found for it."""
    for code in spec.languages:
        yield from read_synonyms(spec.config, code)[1]


def _written(root: Path, path: str, written: str, line: int = 1) -> Location:
    """Where a text or a character, or the number that stands for it, is written in a file, from a line on."""
    text = read_source(root, path, "text-character")
    start = len("".join(text.splitlines(keepends=True)[: line - 1])) if line > 1 else 0
    number = rf"|\\[uUx]0*{ord(written):x}(?![0-9a-f])" if len(written) == 1 else ""
    found = re.compile(re.escape(written) + number, re.IGNORECASE).search(text, start)
    return Location.at(path, text, found.start()) if found else Location(path, line or 1)


def _table(root: Path, path: str) -> Any:
    """What a TOML file says of a project, if it can be read."""
    with suppress(SpecError):
        table = read_toml(root, path, "text-character")
        return table.get("tool", {}).get("porspec", {}) if path == "pyproject.toml" else table
    return {}


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, dict | list):
        for each in (*value, *value.values()) if isinstance(value, dict) else value:
            yield from _strings(each)
    elif isinstance(value, str):
        yield value


@check("text-link", needs="catalogues")
def text_link(spec: Spec) -> Iterator[Problem]:
    """No text links to anything but the web, mail and the site itself."""
    for path, line, text in _prose(spec):
        for target in targets_of(text):
            if not is_allowed(_PLACEHOLDER.sub("x", target)):
                message = f'The link "{target}" would lead to no page, and is shown as text'
                remedy = "Link to https://, http://, mailto: or to a page of this site."
                yield Problem(_written(spec.config.root, path, "](", line), message, "text-link", remedy)


def _prose(spec: Spec) -> Iterator[tuple[str, int, str]]:
    """The path, the line and the words of each text that may hold links, in every language."""
    for each in (found for domain in ("help", "features") for found in extracted(spec, domain)):
        if each.context in _PROSE:
            yield each.path, each.line, each.text
    for code, language in spec.languages.items():
        own = [po_path(spec.config.locales, code, each) for each in (DOMAIN, PROBLEMS)]
        ours = [read_catalogue(spec.config.root, path, []) for path in own if (spec.config.root / path).is_file()]
        for catalogue in (language.catalogues["help"], language.catalogues["features"], *ours):
            for (context, _), message in catalogue.messages.items():
                if context in (*_PROSE, None):
                    yield message.location.path, message.location.line, message.text


@check("feature-name")
def feature_name(spec: Spec) -> Iterator[Problem]:
    """The name of a feature's file is one of an address and of a link: letters, digits, blanks, dots and hyphens."""
    for code, stem in ((code, stem) for stem, languages in spec.features.items() for code in languages):
        if not all(map(_NAME.fullmatch, stem.split("/"))):
            message = f'"{stem}" cannot be the name of a page and of its anchors'
            remedy = "Give the feature's files another name, in every language: letters, digits and hyphens."
            yield Problem(Location(spec.config.feature_path(code, stem)), message, "feature-name", remedy)
