"""Zones, and rows with columns, as divs. The rules of zones are docfx's (MONIKERS section 1)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from textwrap import dedent
from xml.etree import ElementTree

from markdown.blockparser import BlockParser

from ..sources.monikers import Monikers, RangeError
from .containers import Lines
from .lines import CLOSING, GRID_CLOSING, GRID_OPENING, OPENING
from .references import ZoneReferences

CLOUD_CLASS, ZONE_CLASS = "porspec-cloud", "porspec-zone"

Element = ElementTree.Element
Report = Callable[[str], None]


class Zones:
    """The lines between an opening and its closing line, as a div for the clouds of its range."""

    def __init__(
        self,
        parser: BlockParser,
        monikers: Monikers,
        page: Iterable[str],
        names: Mapping[str, str],
        report: Report,
        references: ZoneReferences,
    ) -> None:
        self.parser, self.monikers, self.page, self.names, self.report = parser, monikers, set(page), names, report
        self.references = references

    def begins(self, line: str, before: Lines) -> bool:
        del before
        return OPENING.fullmatch(line) is not None

    def take(self, parent: Element, lines: Lines) -> Lines:
        """Everything up to the closing line with as many colons, or to the end of what holds the zone."""
        opening = OPENING.fullmatch(lines[0])
        assert opening is not None
        end = next((n for n, line in enumerate(lines) if _closes(line, opening["colons"])), len(lines))
        if opening["rest"].strip():
            self.report(f"The zone {lines[0].strip()} has text after its range")
        if end == len(lines):
            self.report(f"The zone {opening[0].strip()} does not end explicitly")
        if chosen := self._chosen(opening["range"]):
            zone = ElementTree.SubElement(parent, "div", zone_attributes(chosen))
            zone.append(cloud_label("p", self.monikers.in_order(chosen), self.names))
            with self.references.of(zone):
                self.parser.parseChunk(zone, "\n".join(lines[1:end]).strip("\n"))
        return lines[end + 1 :]

    def _chosen(self, text: str) -> tuple[str, ...]:
        try:
            found = self.monikers.parse(text)
        except RangeError as error:
            self.report(str(error))
            found = error.found
        return tuple(each for each in found if each in self.page)


def _closes(line: str, colons: str) -> bool:
    closing = CLOSING.fullmatch(line)
    return closing is not None and closing["colons"] == colons


def zone_attributes(monikers: Iterable[str]) -> dict[str, str]:
    """The attributes of an element for these clouds: sorted by code point, as docfx writes them."""
    return {"class": ZONE_CLASS, "data-moniker": " ".join(sorted(monikers))}


def cloud_label(tag: str, monikers: Iterable[str], names: Mapping[str, str]) -> Element:
    """The names of the clouds, seen where no cloud can be chosen, and in what the search finds."""
    label = ElementTree.Element(tag, {"class": CLOUD_CLASS})
    label.text = ", ".join(names.get(each, each) for each in monikers)
    return label


class Grid:
    """Rows, and columns in them, as divs; an indent that all lines of one share is no code."""

    def __init__(self, parser: BlockParser) -> None:
        self.parser = parser

    def begins(self, line: str, before: Lines) -> bool:
        del before
        return GRID_OPENING.fullmatch(line) is not None

    def take(self, parent: Element, lines: Lines) -> Lines:
        opening = GRID_OPENING.fullmatch(lines[0])
        assert opening is not None
        kind = opening["kind"].lower()
        closings = (
            n for n, line in enumerate(lines) if (m := GRID_CLOSING.fullmatch(line)) and m["kind"].lower() == kind
        )
        end = next(closings, len(lines))
        cell = ElementTree.SubElement(parent, "div", {"class": f"porspec-{kind}"})
        cell.attrib.update(
            {f"data-{key}": value for key, value in re.findall(r'(\w+)="([^"]*)"', opening["attributes"])}
        )
        self.parser.parseChunk(cell, dedent("\n".join(lines[1:end])).strip("\n"))
        return lines[end + 1 :]
