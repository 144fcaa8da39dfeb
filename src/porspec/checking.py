"""The checks of a loaded spec: each is a generator of Problems, and its docstring is its help."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from .glossary import Term, read_glossary
from .locales import Language
from .problems import Problem
from .spec import Spec

DOCS = "docs"
Check = Callable[[Spec], Iterator[Problem]]
CHECKS: dict[str, Check] = {}


def check(function: Check) -> Check:
    """Register a check under its name with hyphens, which is also the code of its problems."""
    CHECKS[function.__name__.replace("_", "-")] = function
    return function


def targets(spec: Spec) -> Iterator[Language]:
    """The languages other than the source language."""
    return (language for language in spec.languages.values() if not language.is_source)


def terms(spec: Spec) -> tuple[Term, ...]:
    """The terms of the project's glossary."""
    return read_glossary(spec.config.root / spec.config.locales / "glossary.toml")


def pages(spec: Spec, code: str) -> Iterator[tuple[str, str]]:
    """The path and text of each hand-written page of a language."""
    for path in sorted((spec.config.root / DOCS).rglob(f"*.{spec.config.language(code).tag}.md")):
        yield path.relative_to(spec.config.root).as_posix(), path.read_text("utf-8")
