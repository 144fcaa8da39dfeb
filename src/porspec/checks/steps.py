"""Checks of steps and labels: what is defined and used, what could be taken for something else, and bold words."""

import re
from collections.abc import Iterator
from itertools import chain, pairwise
from posixpath import dirname

from ..languages.extract import extracted
from ..languages.words import read_words
from ..markdown.reader import BOLD
from ..sources.catalogues import DOMAINS, Language
from ..sources.features import Feature
from ..sources.problems import Location, Problem
from ..spec.bindings import COLUMN
from ..spec.patterns import normal
from ..spec.spec import Spec
from ..spec.step_catalogue import PATH_SEPARATOR
from .glossary import read_glossary
from .matching import plain
from .registry import check, entries, read_pages, targets

_OWN_TITLES = ("What was tested", "Step catalogue", "Translation")
_Named = tuple[str, str, str]  # domain, message, context


@check("definition-unused", "step-unguarded")
def definitions(spec: Spec) -> Iterator[Problem]:
    """Every step definition is used by a scenario, and every instruction has a word that the glossary holds, in every
    language that is held to be complete: a wrong translation of a pattern binds as well as a right one.
    """
    bindings = (each.bindings for stem in spec.features for each in spec.feature(stem).scenarios)
    used = {(each.kind, each.pattern) for each in chain.from_iterable(bindings)}
    verbs = [term for term in read_glossary(spec).terms if "steps" in term.domains and term.domains != DOMAINS]
    codes = [each.code for each in targets(spec) if verbs and spec.config.language(each.code).is_complete]
    for (kind, pattern), definition in spec.catalogue.definitions.items():
        if (kind, pattern) not in used:
            message = f'No scenario uses the {kind} step "{pattern}"'
            yield Problem(definition.location, message, "definition-unused", "Remove it, or use it.")
        held = [term.called for term in verbs if term.source.search(plain(pattern))]
        lacking = [code for code in codes if not any(code in each and each[code].use for each in held)]
        if kind == "when" and lacking:
            message = f"The glossary holds no word of '{pattern}' in {', '.join(lacking)}"
            remedy = "Add a [[term]] for its verb, with domains and with what each language uses."
            yield Problem(definition.location, message, "step-unguarded", remedy)


@check("step-ambiguous", needs="catalogues")
def step_ambiguous(spec: Spec) -> Iterator[Problem]:
    """No two patterns of a kind read the same in any language, whatever their arguments."""
    for language in spec.languages.values():
        for one, other in spec.catalogue.clashes(language.code):
            place = other.location if language.is_source else language.location("steps", other.pattern, other.kind)
            message = f'In {language.code}, "{other.pattern}" reads like "{one.pattern}" ({one.location})'
            yield Problem(place, message, "step-ambiguous", "Change one of the two patterns, or its translation.")


# --- labels --------------------------------------------------------------------------------------------------------


@check("label-ambiguous", "label-text", "label-inconsistent", needs="catalogues")
def labels(spec: Spec) -> Iterator[Problem]:
    """Labels that one argument can name have different texts in every language; none holds a quote or a path
    separator, or steps could not name it; those with one text in the source language have one in every other.
    """
    parameters = [each.label for definition in spec.catalogue.definitions.values() for each in definition.parameters]
    types = {frozenset(each.kinds) for each in parameters if each}
    for language in spec.languages.values():
        named: dict[str, list[str]] = {}
        first: dict[str, tuple[str, str]] = {}
        for label in spec.catalogue.labels.values():
            if (text := language.text("labels", label.text, label.id)) is None:
                continue
            place = language.location("labels", label.text, label.id)
            if '"' in text or PATH_SEPARATOR in text or COLUMN.search(text):
                message = f'The label "{text}" holds a quote, a path separator or a <placeholder>'
                yield Problem(place, message, "label-text", "Write it without.")
            other, before = first.setdefault(label.text, (label.id, text))
            if text != before:
                message = f'"{label.text}" is "{text}" here ({label.id}), and "{before}" for {other}'
                yield Problem(place, message, "label-inconsistent", "Give both the same translation.")
            same = named.setdefault(text, [])
            for one in same:
                if any({one.split(".")[0], label.id.split(".")[0]} <= kinds for kinds in types):
                    message = f'In {language.code}, {one} and {label.id} are both called "{text}"'
                    remedy = "Give them different texts, or give the step arguments narrower kinds."
                    yield Problem(place, message, "label-ambiguous", remedy)
            same.append(label.id)


@check("label-in-text", needs="sources")
def label_in_text(spec: Spec) -> Iterator[Problem]:
    """Words in bold are labels, and a translation calls them what the labels catalogue calls them."""
    labels = {label.text: label.id for label in reversed(spec.catalogue.labels.values())}
    for language, _, text, entry in entries(spec, "help", "features"):
        bold, found = set(BOLD.findall(text)), set(BOLD.findall(normal(entry.text)))
        wanted = sorted(normal(spec.catalogue.label(labels[each], language.code)) for each in bold & labels.keys())
        if entry.text and (not set(wanted) <= found or len(bold) != len(found)):
            message = f"The bold words must be the labels {wanted}, and they are {sorted(found)}"
            remedy = "Write labels as the labels catalogue has them, in **."
            yield Problem(entry.location, message, "label-in-text", remedy)
    if not labels:  # then bold words are none
        return
    remedy = "Add the label to the label table, or write it without **."
    for each in chain(extracted(spec, "help"), extracted(spec, "features")):
        for word in set(BOLD.findall(each.text)) - labels.keys():
            place = Location(each.path, max(each.line, 1))
            yield Problem(place, f'"{word}" is in bold, and it is no label', "label-in-text", remedy)
    for code in spec.languages:
        known = {normal(spec.catalogue.label(label_id, code)) for label_id in spec.catalogue.labels}
        for page, _, _ in read_pages(spec, code, by_hand=True):
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
    yield from _features_twice(spec)
    for language in targets(spec):
        for where, texts in _neighbours(spec):
            first: dict[str, _Named] = {}
            for named in texts:
                said = language.say(*named)
                other = first.setdefault(normal(said).casefold(), named)
                if other[1] != named[1]:
                    guilty = language.location(*(named if language.text(*named) else other))
                    message = f'"{said}" is both "{other[1]}" and "{named[1]}" here, and they stand beside each other: '
                    yield Problem(guilty, message + where, "text-ambiguous", "Translate them with different words.")
        yield from _titles_twice(spec, language)


def _features_twice(spec: Spec) -> Iterator[Problem]:
    """Features of one folder that have one name: their pages stand beside each other under one title."""
    first: dict[tuple[str, str], Feature] = {}
    for stem in spec.features:
        feature = spec.feature(stem).source
        other = first.setdefault((dirname(stem), normal(feature.name).casefold()), feature)
        if other is not feature:
            message = (
                f'This feature has the name of {other.path}, "{feature.name}", and stands beside it in the navigation'
            )
            yield Problem(feature.location, message, "text-ambiguous", "Give one of them another name.")


def _titles_twice(spec: Spec, language: Language) -> Iterator[Problem]:
    """Hand-written pages that are called as another page of the navigation is."""
    words = read_words(spec.config, language.code)
    names = [spec.feature(stem).source.name for stem in spec.features]
    seen = {normal(language.say("features", name, "feature")).casefold(): name for name in names}
    seen |= {normal(words(name)).casefold(): name for name in _OWN_TITLES}
    for page, matter, _ in read_pages(spec, language.code, by_hand=True):
        pairs = pairwise(page.blocks)
        headings = (block.content for before, block in pairs if (before.type, before.tag) == ("heading_open", "h1"))
        title = str(matter.values.get("title") or re.sub("<[^>]*>", "", next(headings, "")).strip())
        other = seen.setdefault(normal(title).casefold(), page.path) if title else page.path
        if other != page.path:
            message = f'This page has the title of "{other}", "{title}", and stands beside it in the navigation'
            yield Problem(Location(page.path), message, "text-ambiguous", "Give one of them another title.")


def _neighbours(spec: Spec) -> Iterator[tuple[str, list[_Named]]]:
    """Every place where a reader tells texts apart, with the texts in it."""
    yield "the monikers in the picker", [("help", each.name, "moniker") for each in spec.config.monikers.definitions]
    features = [spec.feature(stem).source for stem in spec.features]
    titles = [("features", each.name, "feature") for each in features]
    sections = [("help", each.text, "navigation") for each in extracted(spec, "help") if each.context == "navigation"]
    yield "the pages and sections in the navigation", titles + sections
    for feature in features:
        scenarios = [scenario for _, scenario in feature.all_scenarios()]
        names = [("features", each.name, each.kind) for each in (*feature.rules, *scenarios)]
        yield f"the rules and scenarios of {feature.path}", names
        for scenario in scenarios:
            columns = {cell: None for each in scenario.examples if each.header for cell in each.header.cells}
            yield f"the columns of {scenario.location}", [("features", cell, "column") for cell in columns]
