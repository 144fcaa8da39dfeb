"""The checks of a loaded spec: each is a generator of Problems, and its docstring is its help."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress

from ..sources.catalogues import Language, Message
from ..sources.files import read_source
from ..sources.page_names import OWN
from ..sources.problems import Problem, SpecError
from ..spec.spec import Spec
from .glossary import Term, read_glossary

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


def pages(spec: Spec, code: str | None = None, *, by_hand: bool = False) -> Iterator[tuple[str, str]]:
    """The path and text of each page that can be read, as `page_paths` gives them."""
    for path in page_paths(spec, code, by_hand=by_hand):
        with suppress(SpecError):
            yield path, read_source(spec.config.root, path, "docs-unreadable")


def page_paths(spec: Spec, code: str | None = None, *, by_hand: bool = False) -> Iterator[str]:
    """The path of each page in the docs folder, of one language or of all that are loaded.

    A page with the name of a rendered one is no page of a site that renders it; of another site it is one that
    `porspec render` wrote, which `by_hand` leaves out.
    """
    docs = spec.config.docs
    rendered = {f"{docs}/{name}" for name in rendered_names(spec)} if by_hand or spec.config.renders else set()
    ending = f".{spec.config.language(code).tag}" if code else ""
    others = {each for each in spec.config.targets if each not in spec.languages}
    left_out = tuple(f".{spec.config.language(each).tag}.md" for each in others)
    for path in sorted((spec.config.root / docs).rglob(f"*{ending}.md")):
        name = path.relative_to(spec.config.root).as_posix()
        if name not in rendered and not name.startswith(f"{docs}/decisions/") and not name.endswith(left_out):
            yield name


def rendered_names(spec: Spec) -> Iterator[str]:
    """The file names of the pages that are rendered."""
    for code in (spec.source, *spec.config.targets):
        for stem in rendered_stems(spec):
            yield f"{stem}.{spec.config.language(code).tag}.md"


def rendered_stems(spec: Spec) -> tuple[str, ...]:
    """The names of the pages that are rendered, without language and ending."""
    return (*spec.features, *OWN)
