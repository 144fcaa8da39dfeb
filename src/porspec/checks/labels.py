"""Checks of what texts are called: labels within texts, and texts that a reader could not tell apart."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from ..languages.extract import extracted
from ..languages.words import read_words
from ..sources.catalogues import Language
from ..sources.features import Feature
from ..sources.pages import read_front_matter
from ..sources.problems import Location, Problem
from ..spec.definitions import normal
from ..spec.spec import Spec
from .registry import check, entries, pages, targets

_BOLD = re.compile(r"\*\*(.+?)\*\*")
_CODE = re.compile(r"```.*?```|`[^`\n]+`", re.DOTALL)
_TITLE = re.compile(r"^# +(?:<a [^>]*></a>)?\s*(.+?)\s*$", re.MULTILINE)
_Named = tuple[str, str, str]  # domain, context, message


@check("label-in-text", needs="sources")
def label_in_text(spec: Spec) -> Iterator[Problem]:
    """Words in bold are labels, and a translation calls them what the labels catalogue calls them."""
    texts: dict[str, list[str]] = {}
    for label in spec.catalogue.labels.values():
        texts.setdefault(label.text, []).append(label.id)
    for language, _, text, entry in entries(spec, "help", "features"):
        bold = _BOLD.findall(text)
        labels = {texts[each][0] for each in bold if each in texts}
        wanted = sorted(normal(language.say("labels", spec.catalogue.labels[each].text, each)) for each in labels)
        found = set(_BOLD.findall(normal(entry.text)))
        if entry.text and (not set(wanted) <= found or len(set(bold)) != len(found)):
            yield Problem(
                entry.location,
                f"The bold words must be the labels {wanted}, and they are {sorted(found)}",
                "label-in-text",
                "Write labels as the labels catalogue has them, in **.",
            )
    for domain in ("help", "features"):
        for message in extracted(spec, domain):
            for each in _BOLD.findall(message.text):
                if each not in texts:
                    yield Problem(
                        Location(message.path, max(message.line, 1)),
                        f'"{each}" is in bold, and it is no label',
                        "label-in-text",
                        "Add the label to the label table, or write it without **.",
                    )
    for language in spec.languages.values():
        known = {normal(language.say("labels", label.text, label.id)) for label in spec.catalogue.labels.values()}
        for path, text in pages(spec, language.code, by_hand=True):
            yield from _bold_words(path, text, known)


def _bold_words(path: str, text: str, known: Collection[str]) -> Iterator[Problem]:
    for found in _BOLD.finditer(_CODE.sub(lambda code: re.sub(r"\S", " ", code[0]), text)):
        if normal(" ".join(found[1].split())) not in known:
            line = text.count("\n", 0, found.start()) + 1
            column = found.start() - text.rfind("\n", 0, found.start())
            yield Problem(
                Location(path, line, column),
                f'"{found[1]}" is in bold, and it is no label in this language',
                "label-in-text",
                "Write the label as the labels catalogue has it; what is no label goes without **.",
            )


@check("label-inconsistent", needs="catalogues")
def label_inconsistent(spec: Spec) -> Iterator[Problem]:
    """Labels with one text in the source language have one text in every other."""
    for language in targets(spec):
        first: dict[str, tuple[str, str]] = {}
        for label in spec.catalogue.labels.values():
            text = language.text("labels", label.text, label.id)
            if text is None:
                continue
            other, before = first.setdefault(label.text, (label.id, text))
            if text != before:
                yield Problem(
                    language.location("labels", label.text, label.id),
                    f'"{label.text}" is "{text}" here ({label.id}), and "{before}" for {other}',
                    "label-inconsistent",
                    "Give both the same translation.",
                )


@check("text-ambiguous", needs="catalogues")
def text_ambiguous(spec: Spec) -> Iterator[Problem]:
    """Texts that stand beside each other differ in every language: clouds in the picker, pages in the navigation,
    the rules and scenarios of a feature, the columns of a table.
    """
    for language in targets(spec):
        for place, texts in _places(spec):
            first: dict[str, _Named] = {}
            for named in texts:
                domain, context, text = named
                said = language.say(domain, text, context)
                other = first.setdefault(normal(said).casefold(), named)
                if other[2] == text:
                    continue
                guilty = named if language.text(domain, text, context) else other
                yield Problem(
                    language.location(guilty[0], guilty[2], guilty[1]),
                    f'"{said}" is both "{other[2]}" and "{text}" here, and they stand beside each other: {place}',
                    "text-ambiguous",
                    "Translate them with different words.",
                )
        yield from _titles_twice(spec, language)


def _titles_twice(spec: Spec, language: Language) -> Iterator[Problem]:
    """Hand-written pages that are called as another page of the navigation is."""
    names = (spec.feature(stem).source.name for stem in spec.features)
    words = read_words(spec.config, language.code)
    seen = {normal(language.say("features", name, "feature")).casefold(): name for name in names}
    seen |= {normal(words(name)).casefold(): name for name in ("What was tested", "Step catalogue", "Translation")}
    for path, text in pages(spec, language.code, by_hand=True):
        heading = _TITLE.search(_CODE.sub("", text))
        title = read_front_matter(path, text)[0].values.get("title") or (heading[1] if heading else "")
        if title:
            other = seen.setdefault(normal(str(title)).casefold(), path)
            if other != path:
                message = f'This page has the title of "{other}", "{title}", and stands beside it in the navigation'
                yield Problem(Location(path), message, "text-ambiguous", "Give one of them another title.")


def _places(spec: Spec) -> Iterator[tuple[str, list[_Named]]]:
    """Every place where a reader tells texts apart, with the texts in it."""
    clouds = spec.config.monikers.definitions
    yield "the clouds in the picker", [("help", "moniker", each.name) for each in clouds]
    titles = [("features", "feature", spec.feature(stem).source.name) for stem in spec.features]
    sections = [("help", "navigation", each.text) for each in extracted(spec, "help") if each.context == "navigation"]
    yield "the pages and sections in the navigation", titles + sections
    for stem in spec.features:
        yield from _places_of(spec.feature(stem).source)


def _places_of(feature: Feature) -> Iterator[tuple[str, list[_Named]]]:
    def named(context: str, names: Iterable[str]) -> list[_Named]:
        return [("features", context, name) for name in names]

    scenarios = [scenario for _, scenario in feature.all_scenarios()]
    rules = named("rule", (rule.name for rule in feature.rules))
    yield f"the rules and scenarios of {feature.path}", rules + named("scenario", (each.name for each in scenarios))
    for scenario in scenarios:
        headers = (each.header for each in scenario.examples if each.header)
        columns = dict.fromkeys(cell for header in headers for cell in header.cells)
        yield f"the columns of {scenario.location}", named("column", columns)
