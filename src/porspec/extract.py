"""Babel extractors: the messages of step modules, label tables, features and the configuration.

Each takes a binary file and Babel's (keywords, comment_tags, options), and yields Babel's
(line, function, message, comments); `pgettext` carries a context.
"""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from gherkin.parser import Parser

from .features import KINDS, paragraphs

Extracted = tuple[int, str | None, str | tuple[str, str], list[str]]


def steps(file: IO[bytes], keywords: Any = None, tags: Any = None, options: Any = None) -> Iterator[Extracted]:
    """Patterns of step definitions; the context is the kind of step."""
    del keywords, tags, options
    for function, call in _step_decorators(file):
        pattern = call.args[0]
        if isinstance(pattern, ast.Constant) and isinstance(pattern.value, str):
            notes = [" ".join((ast.get_docstring(function) or "").split())]
            if "{" in pattern.value:
                notes.append('Keep each "{placeholder}" in its quotes, with its name as it is.')
            yield pattern.lineno, "pgettext", (_name(call), pattern.value), notes


def sayings(file: IO[bytes], keywords: Any = None, tags: Any = None, options: Any = None) -> Iterator[Extracted]:
    """What steps say to readers; the context is the kind of step."""
    del keywords, tags, options
    for _, call in _step_decorators(file):
        for keyword in call.keywords:
            if keyword.arg == "says":
                values = keyword.value.values if isinstance(keyword.value, ast.Dict) else [keyword.value]
                for value in values:
                    if isinstance(value, ast.Constant) and isinstance(value.value, str):
                        yield value.lineno, "pgettext", (_name(call), value.value), [_audience(_name(call))]


def labels(file: IO[bytes], keywords: Any = None, tags: Any = None, options: Any = None) -> Iterator[Extracted]:
    """Labels of the product; the context is the label's id."""
    del keywords, tags, options
    for node in ast.walk(ast.parse(file.read())):
        if isinstance(node, ast.Call) and _name(node) == "Label":
            label_id, text, *comment = (ast.literal_eval(argument) for argument in node.args)
            yield node.lineno, "pgettext", (label_id, text), comment


def features(file: IO[bytes], keywords: Any = None, tags: Any = None, options: Any = None) -> Iterator[Extracted]:
    """Names, the paragraphs of descriptions, and Examples headers; the context says which."""
    del keywords, tags, options
    document: Any = Parser().parse(file.read().decode("utf-8-sig"))
    if document.get("feature"):
        yield from _element("feature", document["feature"])


def configuration(file: IO[bytes], keywords: Any = None, tags: Any = None, options: Any = None) -> Iterator[Extracted]:
    """The display names of monikers, and the footer, in pyproject.toml."""
    del keywords, tags, options
    text = file.read().decode("utf-8")
    table = tomllib.loads(text)["tool"]["porspec"]
    if footer := table.get("footer"):
        line = text.partition("footer =")[0].count("\n") + 1
        yield line, "pgettext", ("footer", footer), ["Stands at the foot of every page."]
    for moniker in table["monikers"]:
        before = text.partition(f'id = "{moniker["id"]}"')[0]
        note = f"The name of the cloud {moniker['id']}, as readers choose it."
        yield before.count("\n") + 1, "pgettext", ("moniker", moniker["name"]), [note]


def read(path: Path, extractor: Any) -> list[Extracted]:
    """Everything an extractor finds in a file."""
    with path.open("rb") as file:
        return list(extractor(file))


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
