"""docfx's own syntax on pages, its zones of monikers aside: how it is written, and the HTML of what is shown.

The rules are those of its Markdig extensions. An image is shown as one, with what it links to and its long description,
and what is not to be translated as its text; a row, a column, a division and a zone of pivots as what they hold. What
is not shown has a Problem, from `checks.docfx`.
"""

import re
from collections.abc import Mapping
from xml.etree.ElementTree import Element, SubElement

_ATTRIBUTES = r'(?P<attributes>(?:\s+[\w-]+\s*=\s*"[^"]*")*)\s*'
_ATTRIBUTE = re.compile(r'([\w-]+)\s*=\s*"([^"]*)"')

_KEPT = ("count", "span", "pivot", "target")  # of a grid, in its HTML

GRID_OPENING = re.compile(
    rf":::\s*(?:(?P<kind>row|column|image(?=[^\n]*\btype\s*=\s*\"complex\")){_ATTRIBUTES}:::\s*"
    rf"|(?P<pivot>zone)(?P<of_pivot>(?:\s+[\w-]+\s*=\s*\"[^\"]*\")+)\s*)",
    re.IGNORECASE,
)
GRID_CLOSING = re.compile(r":::\s*(?P<kind>(?:row|column|image)(?=-end\s*:::)|zone)-end\s*(?::::)?\s*", re.IGNORECASE)
DIVISION = re.compile(rf"\[!div\b{_ATTRIBUTES}\]\s*", re.IGNORECASE)
IMAGE = re.compile(rf"(?i::::\s*image\b{_ATTRIBUTES}:::)")
NO_LOC = re.compile(r'(?i::::\s*no-loc\s+text\s*=\s*"(?P<text>[^"]*)"\s*:::)')
INCLUDE = re.compile(r"(?i:\[!INCLUDE\b(?:[^\[\]]|\[[^\[\]]*\])*\])")
VIDEO = re.compile(r"(?i:\[!VIDEO\s+(?P<address>[^\s\]]+)\s*\])")


def attributes(match: re.Match[str]) -> Mapping[str, str]:
    """What a syntax says of itself, by names in lower case."""
    found = match.groupdict()
    return {key.lower(): value for key, value in _ATTRIBUTE.findall(found["attributes"] or found.get("of_pivot") or "")}


def grid_kind(match: re.Match[str]) -> str:
    """What an opening or closing line is of: row, column, image or zone."""
    found = match.groupdict()
    return str(found["kind"] or found.get("pivot")).lower()


def value_of(match: re.Match[str], name: str) -> tuple[str, int] | None:
    """What an attribute says, and where in the syntax that begins."""
    for each in _ATTRIBUTE.finditer(match[0]):
        if each[1].lower() == name:
            return each[2], each.start(2)
    return None


def image(said: Mapping[str, str]) -> Element:
    """An image, in a link where it has a larger one; an icon is decoration, which has no text of its own."""
    is_icon = said.get("type", "").lower() == "icon"
    made = Element("img", {"src": said.get("source", ""), "alt": "" if is_icon else said.get("alt-text", "")})
    target = said.get("link") or said.get("lightbox", "")
    if not target:
        return made
    link = Element("a", {"href": target})
    link.append(made)
    return link


def held(parent: Element, kind: str, said: Mapping[str, str]) -> Element:
    """The element, in its parent, for what a row, a column, an image with a long description or a zone holds."""
    if kind == "image":
        figure = SubElement(parent, "figure")
        figure.append(image(said))
        return SubElement(figure, "figcaption")
    name = "pivots" if kind == "zone" else kind
    kept = {f"data-{key}": said[key] for key in _KEPT if key in said}
    return SubElement(parent, "div", {"class": f"porspec-{name}"} | kept)
