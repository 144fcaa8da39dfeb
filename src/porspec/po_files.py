"""PO files from the sources: templates, and catalogues updated from them."""

from __future__ import annotations

import io
from collections.abc import Iterator

from babel.messages.catalog import Catalog
from babel.messages.catalog import Message as BabelMessage
from babel.messages.pofile import write_po

from . import extract
from .config import Config
from .locales import DOMAINS, Language, parse_po, po_path
from .problems import Problem


def extracted(config: Config, domain: str) -> Iterator[tuple[str, extract.Extracted]]:
    """(path, message) of every message of a domain, in the order of files and lines."""
    modules = sorted((config.root / config.steps).glob("*.py"))
    source = sorted((config.root / config.features / config.source_language).glob("*.feature"))
    readers = {
        "steps": [(modules, extract.steps)],
        "labels": [(modules, extract.labels)],
        "help": [(modules, extract.sayings), ([config.root / "pyproject.toml"], extract.configuration)],
        "features": [(source, extract.features)],
    }
    for paths, extractor in readers[domain]:
        for path in paths:
            for message in sorted(extract.read(path, extractor), key=lambda each: each[0]):
                yield path.relative_to(config.root).as_posix(), message


def untranslated(config: Config, language: Language) -> Iterator[Problem]:
    """A Problem for each message without a translation; patterns are left to the step catalogue."""
    for domain in DOMAINS[1:]:
        for path, (line, _, message, _) in extracted(config, domain):
            context, text = message if isinstance(message, tuple) else (None, message)
            if language.text(domain, text, context) is None:
                yield Problem(
                    language.location(domain, text, context),
                    f'"{text}" ({context}, {path}:{line}) has no {language.code} translation',
                    "untranslated",
                    "Translate it, and run porspec sync; a feature is written once all that it needs is translated.",
                )


def template_of(config: Config, domain: str) -> Catalog:
    catalog = Catalog(project=config.name, domain=domain, charset="utf-8", fuzzy=False, header_comment="")
    for path, (line, _, message, comments) in extracted(config, domain):
        context, text = message if isinstance(message, tuple) else (None, message)
        catalog.add(text, locations=[(path, line)], auto_comments=[each for each in comments if each], context=context)
    return catalog


def updated(config: Config, code: str, domain: str, template: Catalog) -> str:
    """The PO file after an update; as it is where nothing in it changes, whoever formatted it."""
    path = po_path(config.locales, code, domain)
    target = config.root / path
    catalog = Catalog(project=config.name, locale=code, domain=domain, charset="utf-8", fuzzy=False, header_comment="")
    if target.exists():
        text = target.read_text("utf-8")
        catalog = parse_po(text, path, code)
        before = _content(catalog)
        catalog.update(template, update_header_comment=False)
        if _content(catalog) == before:
            return text
    else:
        catalog.update(template, update_header_comment=False)
    return dump(catalog)


def _content(catalog: Catalog) -> list[object]:
    def values(message: BabelMessage) -> tuple[object, ...]:
        return (
            message.context,
            message.id,
            message.string,
            tuple(message.locations),
            tuple(message.auto_comments),
            message.fuzzy,
        )

    obsolete = sorted(str(key) for key in catalog.obsolete)
    return [values(message) for message in catalog if message.id] + [obsolete]


def dump(catalog: Catalog) -> str:
    """The file's text; a date of its own would change it at each run, so it has none."""
    buffer = io.BytesIO()
    write_po(buffer, catalog, width=100, ignore_obsolete=False, include_previous=True)
    lines = buffer.getvalue().decode("utf-8").splitlines()
    dates = (
        '"POT-Creation-Date',
        '"PO-Revision-Date',
        '"Generated-By',
        '"Last-Translator',
        '"Language-Team',
        '"Report-Msgid-Bugs-To',
    )
    kept = [line for line in lines if not line.startswith(dates) and line != "#"]
    return "\n".join(kept).strip("\n") + "\n"
