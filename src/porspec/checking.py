"""The checks of a loaded spec: each is a generator of Problems, and its docstring is its help."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress

from .glossary import Term, read_glossary
from .locales import Language, Message
from .problems import Problem, SpecError, read_source
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


def entries(spec: Spec, *domains: str) -> Iterator[tuple[Language, str | None, str, Message]]:
    """Every entry of the catalogues of some domains: its language, msgctxt, msgid and what the PO file has for it."""
    for language in targets(spec):
        for domain in domains:
            for (context, text), entry in language.catalogues[domain].messages.items():
                yield language, context, text, entry


def terms(spec: Spec) -> tuple[Term, ...]:
    """The terms of the project's glossary."""
    return read_glossary(spec.config.root / spec.config.locales / "glossary.toml")


def pages(spec: Spec, code: str | None = None) -> Iterator[tuple[str, str]]:
    """The path and text of each hand-written page that can be read, of one language or of all that are loaded."""
    for path in page_paths(spec, code):
        with suppress(SpecError):
            yield path, read_source(spec.config.root, path, "docs-unreadable")


def page_paths(spec: Spec, code: str | None = None) -> Iterator[str]:
    """The path of each hand-written page, of one language or of all that are loaded.

    Pages of the names of rendered ones are those that `porspec render` wrote, from what is checked itself.
    """
    rendered = {f"{DOCS}/{name}" for name in rendered_names(spec)}
    ending = f".{spec.config.language(code).tag}" if code else ""
    others = {each for each in spec.config.targets if each not in spec.languages}
    left_out = tuple(f".{spec.config.language(each).tag}.md" for each in others)
    for path in sorted((spec.config.root / DOCS).rglob(f"*{ending}.md")):
        name = path.relative_to(spec.config.root).as_posix()
        if name not in rendered and not name.startswith(f"{DOCS}/decisions/") and not name.endswith(left_out):
            yield name


def rendered_names(spec: Spec) -> Iterator[str]:
    """The file names of the pages that are rendered."""
    for code in (spec.source, *spec.config.targets):
        for stem in (*spec.features, COVERAGE, TRANSLATION):
            yield f"{stem}.{spec.config.language(code).tag}.md"
