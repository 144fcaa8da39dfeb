"""Checks of steps and labels: what is defined, what is used, and what could be taken for something else."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from ..sources.catalogues import DOMAINS, Language
from ..sources.problems import Problem
from ..spec.bindings import COLUMN
from ..spec.catalogue import PATH_SEPARATOR
from ..spec.spec import Spec
from .registry import check, targets, terms


@check("definition-unused")
def definition_unused(spec: Spec) -> Iterator[Problem]:
    """Every step definition is used by a scenario."""
    used = {
        (binding.kind, binding.pattern)
        for stem in spec.features
        for scenario in spec.feature(stem).scenarios
        for binding in scenario.bindings
    }
    for key, definition in spec.catalogue.definitions.items():
        if key not in used:
            yield Problem(
                definition.location,
                f'No scenario uses the {definition.kind} step "{definition.pattern}"',
                "definition-unused",
                "Remove it, or use it.",
            )


@check("step-ambiguous", needs="catalogues")
def step_ambiguous(spec: Spec) -> Iterator[Problem]:
    """No two patterns of a kind read the same in any language, whatever their arguments."""
    for language in spec.languages.values():
        for one, other in spec.catalogue.clashes(language.code):
            place = other.location if language.is_source else language.location("steps", other.pattern, other.kind)
            yield Problem(
                place,
                f'In {language.code}, "{other.pattern}" reads like "{one.pattern}" ({one.location})',
                "step-ambiguous",
                "Change one of the two patterns, or its translation.",
            )


@check("label-ambiguous", needs="catalogues")
def label_ambiguous(spec: Spec) -> Iterator[Problem]:
    """Labels that one argument can name have different texts in every language."""
    types = {parameter.label for each in spec.catalogue.definitions.values() for parameter in each.parameters}
    for language in spec.languages.values():
        for one, other in combinations(spec.catalogue.labels.values(), 2):
            kinds = {one.id.split(".")[0], other.id.split(".")[0]}
            text = spec.catalogue.label(other.id, language.code) if _has(spec, other.id, language) else None
            same = (
                text is not None
                and _has(spec, one.id, language)
                and text == spec.catalogue.label(one.id, language.code)
            )
            if same and any(each and kinds <= set(each.kinds) for each in types):
                yield Problem(
                    language.location("labels", other.text, other.id),
                    f'In {language.code}, {one.id} and {other.id} are both called "{text}"',
                    "label-ambiguous",
                    "Give them different texts, or give the step arguments narrower kinds.",
                )


def _has(spec: Spec, label_id: str, language: Language) -> bool:
    return language.text("labels", spec.catalogue.labels[label_id].text, label_id) is not None


@check("label-text", needs="catalogues")
def label_text(spec: Spec) -> Iterator[Problem]:
    """A label holds no quote and no path separator, or steps could not name it."""
    for language in spec.languages.values():
        for label in spec.catalogue.labels.values():
            text = language.text("labels", label.text, label.id) or ""
            if '"' in text or PATH_SEPARATOR in text or COLUMN.search(text):
                yield Problem(
                    language.location("labels", label.text, label.id),
                    f'The label "{text}" holds a quote, a path separator or a <placeholder>',
                    "label-text",
                    "Write it without.",
                )


@check("step-unguarded")
def step_unguarded(spec: Spec) -> Iterator[Problem]:
    """Every instruction has a word that the glossary holds, in every language that is held to be complete.

    A wrong translation of a pattern binds as well as a right one; the glossary is what guards it.
    """
    held_terms = [term for term in terms(spec) if "steps" in term.domains and term.domains != DOMAINS]
    if not held_terms:
        return
    codes = [each.code for each in targets(spec) if spec.config.language(each.code).is_complete]
    for definition in spec.catalogue.definitions.values():
        held = [term for term in held_terms if term.stands_in(definition.pattern)]
        lacking = [code for code in codes if not any(code in term.use for term in held)]
        if definition.kind == "when" and lacking:
            yield Problem(
                definition.location,
                f"The glossary holds no word of '{definition.pattern}' in {', '.join(lacking)}",
                "step-unguarded",
                "Add a [[term]] for its verb, with domains and with what each language uses.",
            )
