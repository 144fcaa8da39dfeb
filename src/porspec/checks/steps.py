"""Checks of steps and labels: what is defined and used, what could be taken for something else, and bold words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations, pairwise

from ..languages.extract import extracted
from ..languages.words import read_words
from ..markdown.reader import BOLD, SourcePage
from ..sources.catalogues import DOMAINS, Language
from ..sources.problems import Location, Problem
from ..spec.bindings import COLUMN
from ..spec.catalogue import PATH_SEPARATOR
from ..spec.definitions import Label, normal
from ..spec.spec import Spec
from .glossary import read_glossary
from .registry import check, entries, read_pages, targets
from .words import plain

_OWN_TITLES = ("What was tested", "Step catalogue", "Translation")
_Named = tuple[str, str, str]  # domain, context, message


@check("definition-unused")
def definition_unused(spec: Spec) -> Iterator[Problem]:
    """Every step definition is used by a scenario."""
    scenarios = (scenario for stem in spec.features for scenario in spec.feature(stem).scenarios)
    used = {(binding.kind, binding.pattern) for scenario in scenarios for binding in scenario.bindings}
    for key, definition in spec.catalogue.definitions.items():
        if key not in used:
            message = f'No scenario uses the {definition.kind} step "{definition.pattern}"'
            yield Problem(definition.location, message, "definition-unused", "Remove it, or use it.")


@check("step-ambiguous", needs="catalogues")
def step_ambiguous(spec: Spec) -> Iterator[Problem]:
    """No two patterns of a kind read the same in any language, whatever their arguments."""
    remedy = "Change one of the two patterns, or its translation."
    for language in spec.languages.values():
        for one, other in spec.catalogue.clashes(language.code):
            place = other.location if language.is_source else language.location("steps", other.pattern, other.kind)
            message = f'In {language.code}, "{other.pattern}" reads like "{one.pattern}" ({one.location})'
            yield Problem(place, message, "step-ambiguous", remedy)


@check("step-unguarded")
def step_unguarded(spec: Spec) -> Iterator[Problem]:
    """Every instruction has a word that the glossary holds, in every language that is held to be complete.

    A wrong translation of a pattern binds as well as a right one; the glossary is what guards it.
    """
    held_terms = [term for term in read_glossary(spec).terms if "steps" in term.domains and term.domains != DOMAINS]
    codes = [each.code for each in targets(spec) if spec.config.language(each.code).is_complete]
    remedy = "Add a [[term]] for its verb, with domains and with what each language uses."
    for definition in spec.catalogue.definitions.values() if held_terms else ():
        held = [term for term in held_terms if term.stands_in(plain(definition.pattern))]
        lacking = [code for code in codes if not any(code in term.called and term.called[code].use for term in held)]
        if definition.kind == "when" and lacking:
            message = f"The glossary holds no word of '{definition.pattern}' in {', '.join(lacking)}"
            yield Problem(definition.location, message, "step-unguarded", remedy)


# --- labels --------------------------------------------------------------------------------------------------------


def _labels(spec: Spec, language: Language) -> Iterator[tuple[Label, str, Location]]:
    """The labels that a language has, each with its text and with the place of that."""
    for label in spec.catalogue.labels.values():
        if (text := language.text("labels", label.text, label.id)) is not None:
            yield label, text, language.location("labels", label.text, label.id)


@check("label-ambiguous", needs="catalogues")
def label_ambiguous(spec: Spec) -> Iterator[Problem]:
    """Labels that one argument can name have different texts in every language."""
    parameters = [each.label for definition in spec.catalogue.definitions.values() for each in definition.parameters]
    types = {frozenset(each.kinds) for each in parameters if each}
    remedy = "Give them different texts, or give the step arguments narrower kinds."
    for language in spec.languages.values():
        named: dict[str, list[tuple[Label, Location]]] = {}
        for label, _, place in _labels(spec, language):
            named.setdefault(spec.catalogue.label(label.id, language.code), []).append((label, place))
        for text, of_text in named.items():
            for (one, _), (other, place) in combinations(of_text, 2):
                if any({one.id.split(".")[0], other.id.split(".")[0]} <= kinds for kinds in types):
                    message = f'In {language.code}, {one.id} and {other.id} are both called "{text}"'
                    yield Problem(place, message, "label-ambiguous", remedy)


@check("label-text", needs="catalogues")
def label_text(spec: Spec) -> Iterator[Problem]:
    """A label holds no quote and no path separator, or steps could not name it."""
    for language in spec.languages.values():
        for _, text, place in _labels(spec, language):
            if '"' in text or PATH_SEPARATOR in text or COLUMN.search(text):
                message = f'The label "{text}" holds a quote, a path separator or a <placeholder>'
                yield Problem(place, message, "label-text", "Write it without.")


@check("label-inconsistent", needs="catalogues")
def label_inconsistent(spec: Spec) -> Iterator[Problem]:
    """Labels with one text in the source language have one text in every other."""
    for language in targets(spec):
        first: dict[str, tuple[str, str]] = {}
        for label, text, place in _labels(spec, language):
            other, before = first.setdefault(label.text, (label.id, text))
            if text != before:
                message = f'"{label.text}" is "{text}" here ({label.id}), and "{before}" for {other}'
                yield Problem(place, message, "label-inconsistent", "Give both the same translation.")


@check("label-in-text", needs="sources")
def label_in_text(spec: Spec) -> Iterator[Problem]:
    """Words in bold are labels, and a translation calls them what the labels catalogue calls them."""
    labels = {label.text: label for label in reversed(spec.catalogue.labels.values())}
    for language, _, text, entry in entries(spec, "help", "features"):
        bold, found = set(BOLD.findall(text)), set(BOLD.findall(normal(entry.text)))
        meant = [labels[each] for each in bold & labels.keys()]
        wanted = sorted(normal(language.say("labels", each.text, each.id)) for each in meant)
        if entry.text and (not set(wanted) <= found or len(bold) != len(found)):
            message = f"The bold words must be the labels {wanted}, and they are {sorted(found)}"
            remedy = "Write labels as the labels catalogue has them, in **."
            yield Problem(entry.location, message, "label-in-text", remedy)
    for domain in ("help", "features"):
        for found_text in extracted(spec, domain):
            for each in BOLD.findall(found_text.text):
                if each not in labels:
                    place = Location(found_text.path, max(found_text.line, 1))
                    remedy = "Add the label to the label table, or write it without **."
                    yield Problem(place, f'"{each}" is in bold, and it is no label', "label-in-text", remedy)
    for language in spec.languages.values():
        known = {normal(language.say("labels", label.text, label.id)) for label in spec.catalogue.labels.values()}
        for page, _, _ in read_pages(spec, language.code, by_hand=True):
            for place, bold_words in page.found(BOLD):
                if normal(" ".join(bold_words[1].split())) not in known:
                    message = f'"{bold_words[1]}" is in bold, and it is no label in this language'
                    remedy = "Write the label as the labels catalogue has it; what is no label goes without **."
                    yield Problem(place, message, "label-in-text", remedy)


# --- texts that stand beside each other ----------------------------------------------------------------------------


@check("text-ambiguous", needs="catalogues")
def text_ambiguous(spec: Spec) -> Iterator[Problem]:
    """Texts that a reader tells apart differ in every language: monikers in the picker, pages in the navigation, the
    rules and scenarios of a feature, the columns of a table.
    """
    for language in targets(spec):
        for where, texts in _neighbours(spec):
            first: dict[str, _Named] = {}
            for domain, context, text in texts:
                said = language.say(domain, text, context)
                other = first.setdefault(normal(said).casefold(), (domain, context, text))
                if other[2] != text:
                    is_translated = language.text(domain, text, context)
                    guilty = (domain, text, context) if is_translated else (other[0], other[2], other[1])
                    message = f'"{said}" is both "{other[2]}" and "{text}" here, and they stand beside each other: '
                    remedy = "Translate them with different words."
                    yield Problem(language.location(*guilty), message + where, "text-ambiguous", remedy)
        yield from _titles_twice(spec, language)


def _titles_twice(spec: Spec, language: Language) -> Iterator[Problem]:
    """Hand-written pages that are called as another page of the navigation is."""
    words = read_words(spec.config, language.code)
    names = [spec.feature(stem).source.name for stem in spec.features]
    seen = {normal(language.say("features", name, "feature")).casefold(): name for name in names}
    seen |= {normal(words(name)).casefold(): name for name in _OWN_TITLES}
    for page, matter, _ in read_pages(spec, language.code, by_hand=True):
        title = str(matter.values.get("title") or _heading_of(page))
        other = seen.setdefault(normal(title).casefold(), page.path) if title else page.path
        if other != page.path:
            message = f'This page has the title of "{other}", "{title}", and stands beside it in the navigation'
            yield Problem(Location(page.path), message, "text-ambiguous", "Give one of them another title.")


def _heading_of(page: SourcePage) -> str:
    """The first heading of a page that is a title."""
    pairs = pairwise(page.blocks)
    headings = (block.content for before, block in pairs if before.type == "heading_open" and before.tag == "h1")
    return re.sub("<[^>]*>", "", next(headings, "")).strip()


def _neighbours(spec: Spec) -> Iterator[tuple[str, list[_Named]]]:
    """Every place where a reader tells texts apart, with the texts in it."""
    yield "the monikers in the picker", [("help", "moniker", each.name) for each in spec.config.monikers.definitions]
    titles = [("features", "feature", spec.feature(stem).source.name) for stem in spec.features]
    sections = [("help", "navigation", each.text) for each in extracted(spec, "help") if each.context == "navigation"]
    yield "the pages and sections in the navigation", titles + sections
    for feature in (spec.feature(stem).source for stem in spec.features):
        scenarios = [scenario for _, scenario in feature.all_scenarios()]
        names = [("rule", rule.name) for rule in feature.rules] + [("scenario", each.name) for each in scenarios]
        yield f"the rules and scenarios of {feature.path}", [("features", *each) for each in names]
        for scenario in scenarios:
            columns = {cell: None for each in scenario.examples if each.header for cell in each.header.cells}
            yield f"the columns of {scenario.location}", [("features", "column", cell) for cell in columns]
