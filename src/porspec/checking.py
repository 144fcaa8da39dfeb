"""The checks of a loaded spec: each is a generator of Problems, and its docstring is its help."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from .glossary import Term, read_glossary
from .locales import Language
from .problems import Problem
from .render import COVERAGE
from .spec import Spec
from .stats import TRANSLATION

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


def pages(spec: Spec, code: str | None = None) -> Iterator[tuple[str, str]]:
    """The path and text of each hand-written page, of one language or of all.

    Pages of the names of rendered ones are those that `porspec render` wrote, from what is checked itself.
    """
    rendered = {f"{DOCS}/{name}" for name in rendered_names(spec)}
    ending = f".{spec.config.language(code).tag}" if code else ""
    for path in sorted((spec.config.root / DOCS).rglob(f"*{ending}.md")):
        name = path.relative_to(spec.config.root).as_posix()
        if name not in rendered and not name.startswith(f"{DOCS}/decisions/"):
            yield name, path.read_text("utf-8")


def rendered_names(spec: Spec) -> Iterator[str]:
    """The file names of the pages that are rendered."""
    for code in (spec.source, *spec.config.targets):
        for stem in (*spec.features, COVERAGE, TRANSLATION):
            yield f"{stem}.{spec.config.language(code).tag}.md"
