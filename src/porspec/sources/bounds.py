"""How much a text may hold.

Each reader of ours takes time in the measure of a text's length; those of libraries that do not are kept from what they
would take longer for: brackets and tags that are left open, and what is nested. A text that needs more is no help page.
codes.toml has the numbers for people.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import islice
from typing import Any

from .problems import Location, Problem, SpecError, registry

OPEN, TAGS, NESTED, INDENT, COPIED = 100, 200, 20, 400, 10_000

_LINK = r"""\]\([^()"'\n]*(?:"[^"\n]*"|'[^'\n]*')?[ \t]*\)"""
_BRACKET = re.compile(rf"\\.|(?P<blank>\n[ \t>]*(?=\n))|(?P<link>{_LINK})|(?P<address>\]\()|(?P<open>\[)|\]")
_TAG = re.compile(r"<(?=[a-zA-Z/!?])[^<>]*(?P<end>>?)")
_CONTAINERS = re.compile(r"^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))+", re.MULTILINE)
HALF = re.compile("[\ud800-\udfff]")  # of a pair of UTF-16, which no file can hold
_INDENT = re.compile(rf"^[ \t]{{{INDENT},}}(?=[-*+>\d])", re.MULTILINE)


def _open_tag(text: str) -> int | None:
    """The tag that is one too many of those without their end."""
    found = (each.start() for each in _TAG.finditer(text) if not each["end"])
    return next(islice(found, TAGS, None), None)


def _open_bracket(text: str) -> int | None:
    """The bracket that is one too many of those that are not closed in their paragraph, with addresses of links."""
    if text.count("[") <= OPEN:
        return None
    brackets = addresses = 0
    for each in _BRACKET.finditer(text):
        match each.lastgroup:
            case "blank":
                brackets = addresses = 0
            case "open":
                brackets += 1
            case "address" | "link" | None if not each[0].startswith("\\"):
                brackets = max(brackets - 1, 0)
                addresses += each.lastgroup == "address"
        if brackets + addresses > OPEN:
            return each.start()
    return None


def _nested(text: str) -> int | None:
    """The line that begins with too many marks of quotes and lists, or too far to the right to be in fewer."""
    for each in _CONTAINERS.finditer(text):
        if len(each[0]) > NESTED and len(re.findall(r">|[-*+]|\d+[.)]", each[0])) > NESTED:
            return each.start()
    return found.start() if (found := _INDENT.search(text)) else None


def problems_of_text(text: str, path: str, line: int | None = None) -> Iterator[Problem]:
    """What a text has too much of, where it first has: at its place in a file, or at a line where all of it stands."""
    remedies = {
        "text-too-long": "Close what is open, or write \\ before it where it is text; make more paragraphs, or pages.",
        "nesting-too-deep": "Write it with fewer levels, or as code.",
    }
    for at, code, what in (
        (_open_bracket(text), "text-too-long", f"{OPEN} brackets are open in this paragraph"),
        (_open_tag(text), "text-too-long", f"{TAGS} tags are not closed"),
        (_nested(text), "nesting-too-deep", f"{NESTED} quotes or lists stand in each other"),
    ):
        if at is not None:
            place = Location.at(path, text, at) if line is None else Location(path, line)
            yield Problem(place, f"{what} before this", code, remedies[code])


def is_deep(value: Any) -> bool:
    """Whether tables and lists are nested more than that; a value that holds itself is."""
    level, inner = 0, [value]
    while inner and level <= NESTED:
        level += 1
        inner = [part for each in inner for part in _parts(each)]
    return level > NESTED


def yaml_excess(text: str, *, aliases: bool) -> tuple[Any, str] | None:
    """What a YAML text has too much of, and where, as PyYAML has it: levels, half characters, or what aliases copy.

    Raises yaml.YAMLError where it cannot be read so far.
    """
    import yaml

    loader, level = getattr(yaml, "CSafeLoader", yaml.SafeLoader), 0
    values = copied = 0  # as many as there are with the copies, and the copies alone
    opened, sizes = list[tuple[str | None, int]](), dict[str | None, int]()
    for each in yaml.parse(text, loader):
        level += isinstance(each, yaml.CollectionStartEvent) - isinstance(each, yaml.CollectionEndEvent)
        if level > NESTED:
            return each.start_mark, "nesting-too-deep"
        if isinstance(each, yaml.CollectionStartEvent):
            opened.append((each.anchor, values))
        elif isinstance(each, yaml.CollectionEndEvent):
            anchor, before = opened.pop()
            sizes[anchor] = values - before
        elif isinstance(each, yaml.AliasEvent):
            copied += sizes.get(each.anchor, 1)
            values += sizes.get(each.anchor, 1)
            if not aliases or copied > COPIED:
                return each.start_mark, "alias"
        values += isinstance(each, yaml.ScalarEvent | yaml.CollectionStartEvent)
        if isinstance(each, yaml.ScalarEvent) and HALF.search(each.value):
            return each.start_mark, "half"
    return None


def _parts(value: Any) -> list[Any]:
    held = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [each for each in held if isinstance(each, dict | list)]


def refuse_excess(text: str, code: str, place: Callable[[Any], Location]) -> None:
    """Raises SpecError where PyYAML takes too long for a text, or could not write it again; `place` is that of a mark.

    What is no YAML is told by who reads it.
    """
    import yaml

    told = {
        "nesting-too-deep": "Tables or lists are nested too deep",
        "half": "Here is one half of a character",
        "alias": f"Aliases make more than {COPIED} values of what is written",
    }
    with suppress(yaml.YAMLError):
        if excess := yaml_excess(text, aliases=True):
            code = excess[1] if excess[1] in registry().codes else code
            raise SpecError([Problem(place(excess[0]), told[excess[1]], code, "Correct it.")])
