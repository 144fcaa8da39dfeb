"""Babel extractors: the messages of step modules, label tables, features and the configurations.

Each takes a binary file and Babel's (keywords, comment_tags, options), and yields Babel's
(line, function, message, comments); `pgettext` carries a context. A keyword that names a domain (`-k labels`) chooses
that domain; without one, an extractor gives all it finds.
"""

from __future__ import annotations

import ast
import functools
import io
import re
import tomllib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import IO, Any

from gherkin.parser import Parser

from ..sources.catalogues import DOMAINS
from ..sources.features import KINDS, paragraphs
from ..sources.mkdocs_yml import Site, read_site

Extractor = Callable[..., "Iterator[Extracted]"]
Extracted = tuple[int, str | None, str | tuple[str, str], list[str]]


def _of(domain: str) -> Callable[[Callable[[IO[bytes]], Iterator[Extracted]]], Extractor]:
    """Make an extractor of Babel's form, which is silent where another domain is asked for."""

    def extractor(function: Callable[[IO[bytes]], Iterator[Extracted]]) -> Extractor:
        @functools.wraps(function)
        def extract(
            file: IO[bytes], keywords: Any = None, tags: Any = None, options: Any = None
        ) -> Iterator[Extracted]:
            del tags, options
            chosen = set(DOMAINS) & set(keywords or ())
            return function(file) if domain in (chosen or {domain}) else iter(())

        return extract

    return extractor


@_of("steps")
def steps(file: IO[bytes]) -> Iterator[Extracted]:
    """Patterns of step definitions; the context is the kind of step."""
    for function, call in _step_decorators(file):
        pattern = call.args[0]
        if isinstance(pattern, ast.Constant) and isinstance(pattern.value, str):
            notes = [" ".join((ast.get_docstring(function) or "").split())]
            if "{" in pattern.value:
                notes.append('Keep each "{placeholder}" in its quotes, with its name as it is.')
            yield pattern.lineno, "pgettext", (_name(call), pattern.value), notes


@_of("help")
def sayings(file: IO[bytes]) -> Iterator[Extracted]:
    """What steps say to readers; the context is the kind of step."""
    for _, call in _step_decorators(file):
        for keyword in call.keywords:
            if keyword.arg == "says":
                values = keyword.value.values if isinstance(keyword.value, ast.Dict) else [keyword.value]
                for value in values:
                    if isinstance(value, ast.Constant) and isinstance(value.value, str):
                        notes = [_audience(_name(call))]
                        if "{" in value.value:
                            notes.append("A label takes the place of each {placeholder}: keep its name as it is.")
                        yield value.lineno, "pgettext", (_name(call), value.value), notes


@_of("labels")
def labels(file: IO[bytes]) -> Iterator[Extracted]:
    """Labels of the product; the context is the label's id."""
    for node in ast.walk(ast.parse(file.read())):
        if isinstance(node, ast.Call) and _name(node) == "Label":
            label_id, text, *comment = (ast.literal_eval(argument) for argument in node.args)
            yield node.lineno, "pgettext", (label_id, text), comment


def modules(file: IO[bytes], keywords: Any = None, tags: Any = None, options: Any = None) -> Iterator[Extracted]:
    """Everything of a step module: Babel reads a file with one extractor only."""
    for extractor in (steps, sayings, labels):
        file.seek(0)
        yield from extractor(file, keywords, tags, options)


@_of("features")
def features(file: IO[bytes]) -> Iterator[Extracted]:
    """Names, the paragraphs of descriptions, and Examples headers; the context says which."""
    document: Any = Parser().parse(file.read().decode("utf-8-sig"))
    if document.get("feature"):
        yield from _element("feature", document["feature"])


@_of("help")
def configuration(file: IO[bytes]) -> Iterator[Extracted]:
    """The display names of monikers, and the footer, in pyproject.toml."""
    text = file.read().decode("utf-8")
    table = tomllib.loads(text)["tool"]["porspec"]
    if footer := table.get("footer"):
        line = text.partition("footer =")[0].count("\n") + 1
        yield line, "pgettext", ("footer", footer), ["Stands at the foot of every page."]
    for moniker in table["monikers"]:
        before = text.partition(f'id = "{moniker["id"]}"')[0]
        note = f"The name of the cloud {moniker['id']}, as readers choose it."
        yield before.count("\n") + 1, "pgettext", ("moniker", moniker["name"]), [note]


@_of("help")
def site(file: IO[bytes]) -> Iterator[Extracted]:
    """What mkdocs.yml calls the site, and the sections of its navigation."""
    yield from of_site(read_site(Path(file.name).parent))


def of_site(found: Site) -> Iterator[Extracted]:
    """The messages of mkdocs.yml, where it is read already."""
    for line, context, text, note in found.texts:
        yield line, "pgettext", (context, text), [note]


def read(path: Path, extractor: Extractor) -> Sequence[Extracted]:
    """Everything an extractor finds in a file."""
    return _found(path.read_bytes(), extractor)


@functools.lru_cache(512)
def _found(content: bytes, extractor: Extractor) -> Sequence[Extracted]:
    """Read once however many languages are asked for."""
    return tuple(extractor(io.BytesIO(content)))


def _step_decorators(file: IO[bytes]) -> Iterator[tuple[ast.FunctionDef, ast.Call]]:
    for node in ast.walk(ast.parse(file.read())):
        if isinstance(node, ast.FunctionDef):
            for call in node.decorator_list:
                if isinstance(call, ast.Call) and call.args and _name(call) in KINDS:
                    yield node, call


def _name(call: ast.Call) -> str:
    function = call.func
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def _audience(kind: str) -> str:
    return {
        "given": "For readers: what they must have before the first step.",
        "when": "For readers: an instruction, one numbered step.",
        "then": "For readers: the result.",
    }[kind]


def _element(context: str, node: dict[str, Any]) -> Iterator[Extracted]:
    line = node["location"]["line"]
    if node["name"]:
        notes = [f"Name of a {context}."]
        yield line, "pgettext", (context, node["name"]), notes
    for paragraph in paragraphs(node["description"]):
        yield line, "pgettext", ("description", paragraph), _description_notes(paragraph)
    for child in node.get("children", ()):
        ((kind, inner),) = child.items()
        yield from _element(kind, inner)
    for examples in node.get("examples", ()):
        yield from _element("examples", examples)
    for cell in (node.get("tableHeader") or {}).get("cells", ()):
        yield cell["location"]["line"], "pgettext", ("column", cell["value"]), ["Heading of an Examples column."]


def _description_notes(paragraph: str) -> list[str]:
    notes = ["A paragraph for readers, in Markdown."]
    if re.search(r"\]\(", paragraph):
        notes.append("Keep the target of each link as it is.")
    if "**" in paragraph:
        notes.append("Words in ** are labels: write them as the labels catalogue has them.")
    return notes
