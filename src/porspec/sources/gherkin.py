"""What Gherkin refuses, as Problems: each cause once, and with what would be right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from gherkin.dialect import Dialect
from gherkin.errors import ParserException

from .problems import Location, Problem

_EXPECTED = {
    "#FeatureLine": "a feature",
    "#BackgroundLine": "a background",
    "#RuleLine": "a rule",
    "#ScenarioLine": "a scenario",
    "#ExamplesLine": "Examples",
    "#StepLine": "a step",
    "#TagLine": "tags",
    "#TableRow": "a table row",
    "#DocStringSeparator": "a doc string",
}
_TITLES = ("feature", "background", "rule", "scenario_outline", "scenario", "examples")
_STEPS = ("given", "when", "then", "and", "but")


def syntax_problems(errors: Iterable[ParserException], text: str, path: str, dialect: str) -> Iterator[Problem]:
    """What is wrong with a text, without what only follows from an error before it.

    That is all behind a title that is in English or lacks its colon, and each line for which Gherkin still waits for
    the same: what a tag is for, or the feature.
    """
    lines = text.split("\n")
    before = ""
    for error in errors:
        problem, expected = _problem(error, path)
        if expected and expected == before and "#StepLine" not in expected:
            continue
        before = expected
        number = problem.location.line
        written = lines[number - 1].strip() if number <= len(lines) else ""
        if title := _without_colon(written, dialect):
            yield replace(problem, remedy=f"Write a colon behind {title}.")
            return
        if own := in_own_words(written, dialect):
            yield replace(problem, remedy=f'The keywords of this file are in Gherkin\'s "{dialect}": write {own}')
            if ":" in own:
                return
        else:
            yield problem


def _without_colon(line: str, dialect: str) -> str | None:
    """The title that a line begins with, where it lacks its colon."""
    titles = [word for word, kind in keywords(dialect).items() if kind in _TITLES and ":" not in line]
    return max((word for word in titles if f"{line} ".startswith(f"{word} ")), key=len, default=None)


def in_own_words(line: str, dialect: str) -> str | None:
    """What a line that begins with an English keyword would begin with in a dialect that does not have that."""
    own, english = keywords(dialect), keywords("en")
    title, colon, _ = line.partition(":")
    for word, ending in ((title, colon), (line.partition(" ")[0], "")):
        kind = english.get(word)
        if kind and word not in own and (kind in _TITLES) == bool(ending):
            return " or ".join(f"{each}{ending}" for each, its in own.items() if its == kind)
    return None


@lru_cache
def keywords(dialect: str) -> dict[str, str]:
    """What each keyword of a dialect is one of, as Gherkin calls that; but for the star."""
    found = Dialect.for_name(dialect)
    kinds: dict[str, str] = {}
    for kind in (*_TITLES, *_STEPS):
        for word in map(str.strip, getattr(found, f"{kind}_keywords", ())):
            kinds.setdefault(word, kind)
    kinds.pop("*", None)
    return kinds


def _problem(error: ParserException, path: str) -> tuple[Problem, str]:
    """The Problem of an error, and the tokens that Gherkin expected."""
    place = error.location or {}
    message = str(error).split(": ", 1)[-1]
    location = Location(path, place.get("line", 1), place.get("column", 1) or 1)
    ended, _, expected_at_end = message.partition(", expected: ")
    expected, found, got = message.removeprefix("expected: ").partition(", got ")
    if ended == "unexpected end of file":
        what, expected = "Not Gherkin: the file ends here", expected_at_end
    elif found:
        what = f"Not Gherkin here: {got}"
    else:
        return Problem(location, f"Not Gherkin: {message}", "feature-syntax", "Correct this line."), ""
    tokens = expected.split(", ")
    names = [name for token, name in _EXPECTED.items() if token in tokens]
    remedy = f"Expected {', '.join(names)}; begin the line with its keyword or mark."
    if "#TagLine" in tokens and not {"#FeatureLine", "#StepLine"} & set(tokens):
        remedy = "Tags stand before a feature, a rule, a scenario or Examples: move or remove those above this line."
    return Problem(location, what, "feature-syntax", remedy), expected
