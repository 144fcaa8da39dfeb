"""One style sheet for a site: of Material's and ours, the rules that something of its pages or scripts can match.

Material's alone are three times what a site needs, for every feature that it has. A rule is left out only where a class
that it asks for is in no page and in no script, or an attribute that pages alone set has another value everywhere. Then
what nothing refers to any more is left out: animations, and custom properties, among them pictures of icons.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

_STRING = r'"(?:\\.|[^"\\])*"|\'(?:\\.|[^\'\\])*\''
_TOKEN = re.compile(rf"/\*.*?\*/|{_STRING}|url\([^)\"']*\)|[{{}};]|[^{{}};\"'/u]+|.", re.DOTALL)
_PART = re.compile(rf"{_STRING}|\\.|[\[\](),]|[^\[\](),\"'\\]+|.", re.DOTALL)
_DECLARATION = re.compile(rf"(?:{_STRING}|\([^()\"']*\)|[^;\"'(]|\()+")
_NEGATED = re.compile(r":(?:not|is|where|has)\([^()]*(?:\([^()]*\)[^()]*)*\)")
_CLASS = re.compile(r"\.((?:\\.|[\w-])+)")
_SET_BY_PAGES = ("dir", "data-md-color-scheme", "data-md-color-primary", "data-md-color-accent")
_VALUE = re.compile(rf"\[({'|'.join(_SET_BY_PAGES)})=[\"']?([\w-]+)[\"']?\]")
_WORD = re.compile(r"[\w-]+")
_SET = re.compile(r"(?<![.\w-])[\w-]+")
_CLASSES = re.compile(r'\bclass="([^"]*)"')
_VALUES = re.compile(rf'\b({"|".join(_SET_BY_PAGES)})="([^"]*)"')
_LINES = re.compile(r"\s*\n\s*")  # no string has one
_GROUPS = ("@media", "@supports", "@layer", "@container")
_PROPERTY, _KEYFRAMES = re.compile(r"\s*(--[\w-]+)\s*:"), re.compile(r"@(?:-webkit-)?keyframes\s+([\w-]+)")


@dataclass
class Used:
    """What pages and scripts have that style sheets ask for: classes, values of attributes, and words of scripts."""

    classes: set[str] = field(default_factory=set)
    values: set[tuple[str, str]] = field(default_factory=set)
    properties: set[str] = field(default_factory=set)

    def add_page(self, html: str) -> None:
        for each in _CLASSES.findall(html):
            self.classes.update(each.split())
        self.values.update(_VALUES.findall(html))

    def add_script(self, text: str) -> None:
        """A script may set any word that stands in it as a class, or read it as a property."""
        self.classes.update(words := set(_SET.findall(text)))
        self.properties.update(each for each in words if each.startswith("--"))

    def add_style(self, text: str) -> None:
        """A style sheet of the site's own, which may refer to what Material's have."""
        self.properties.update(each for each in _WORD.findall(text) if each.startswith("--"))


def style_sheet(sheets: Iterable[str], used: Used) -> str:
    """The sheets as one, in their order, with what is used."""
    rules = list(_matching(_blocks("\n".join(sheets)), used))
    while True:
        text = "".join(rules)
        known = {*used.properties, *re.findall(r"var\(\s*(--[\w-]+)", text)}
        animated = {word for each in re.findall(r"animation(?:-name)?:([^;}]*)", text) for word in _WORD.findall(each)}
        kept = list(_referred(_blocks(text), known, animated))
        if kept == rules:
            return "".join(kept)
        rules = kept


def _blocks(text: str) -> Iterator[tuple[str, str | None]]:
    """The rules of a sheet: what stands before the braces, and between them; None for a statement without any."""
    depth, head, body = 0, "", ""
    for part in (each[0] for each in _TOKEN.finditer(text)):
        if part.startswith("/*"):
            continue
        was, depth = depth, depth + (part == "{") - (part == "}")
        if depth == 0 and was:
            yield head.strip(), body
            head = body = ""
        elif depth:
            body += part if was else ""
        else:
            head += part
            if head.lstrip().startswith("@") and ";" in head:
                yield head.strip(), None
                head = ""


def _matching(blocks: Iterable[tuple[str, str | None]], used: Used) -> Iterator[str]:
    for head, body in blocks:
        if body is None:
            yield "" if head.startswith("@charset") else head
        elif head.startswith(_GROUPS):
            inner = "".join(_matching(_blocks(body), used))
            yield f"{head}{{{inner}}}" if inner else ""
        elif head.startswith("@"):
            yield f"{head}{{{body}}}"
        elif kept := [each.strip() for each in _selectors(head) if _can_match(each, used)]:
            yield f"{','.join(kept)}{{{_LINES.sub(' ', body).strip()}}}"


def _selectors(head: str) -> Iterator[str]:
    """The selectors of a rule, between commas that stand in no brackets."""
    depth, selector = 0, ""
    for part in (each[0] for each in _PART.finditer(head)):
        depth += (part in "[(") - (part in "])") if len(part) == 1 else 0
        if part == "," and depth == 0:
            yield selector
            selector = ""
        else:
            selector += part
    yield selector


def _can_match(selector: str, used: Used) -> bool:
    """Whether all classes and attributes that a selector asks for are there; what it negates may be or not."""
    asked = _NEGATED.sub("", selector)
    classes = (re.sub(r"\\(.)", r"\1", each) for each in _CLASS.findall(re.sub(r"\[[^\]]*\]", "", asked)))
    return all(each in used.classes for each in classes) and all(each in used.values for each in _VALUE.findall(asked))


def _referred(blocks: Iterable[tuple[str, str | None]], known: set[str], animated: set[str]) -> Iterator[str]:
    """Rules without animations that nothing asks for, and without custom properties that nothing reads."""
    for head, body in blocks:
        if body is None:
            yield head
        elif head.startswith(_GROUPS):
            inner = "".join(_referred(_blocks(body), known, animated))
            yield f"{head}{{{inner}}}" if inner else ""
        elif found := _KEYFRAMES.match(head):
            yield f"{head}{{{body}}}" if found[1] in animated else ""
        elif head.startswith("@"):
            yield f"{head}{{{body}}}"
        else:
            declared = _DECLARATION.findall(body)
            kept = [each for each in declared if not (own := _PROPERTY.match(each)) or own[1] in known]
            yield f"{head}{{{';'.join(each.strip() for each in kept if each.strip())}}}" if kept else ""
