"""PO files from the sources: templates, and catalogues updated from them."""

from __future__ import annotations

import io
from collections.abc import Collection, Iterator
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.catalog import Message as BabelMessage
from babel.messages.pofile import write_po

from . import extract
from .config import Config
from .locales import DOMAINS, Language, parse_po, po_path, read_po_text
from .problems import Problem


def extracted(config: Config, domain: str) -> Iterator[tuple[str, extract.Extracted]]:
    """(path, message) of every message of a domain, in the order of files and lines."""
    modules = sorted((config.root / config.steps).glob("*.py"))
    source = sorted((config.root / config.features / config.source_language).glob("*.feature"))
    readers = {
        "steps": [(modules, extract.steps)],
        "labels": [(modules, extract.labels)],
        "help": [([config.root / "pyproject.toml"], extract.configuration), (modules, extract.sayings)],
        "features": [(source, extract.features)],
    }
    for paths, extractor in readers[domain]:
        for path in paths:
            for message in sorted(extract.read(path, extractor), key=lambda each: each[0]):
                yield path.relative_to(config.root).as_posix(), message


def untranslated(config: Config, language: Language) -> Iterator[Problem]:
    """A Problem for each message without a translation; patterns are left to the step catalogue."""
    for domain in DOMAINS[1:]:
        if not language.catalogues[domain].messages:  # missing or unreadable, which is a Problem of its own
            continue
        for path, (line, _, message, _) in extracted(config, domain):
            context, text = message if isinstance(message, tuple) else (None, message)
            if language.text(domain, text, context) is None:
                yield Problem(
                    language.location(domain, text, context),
                    f'"{text}" ({context}, {path}:{line}) has {_lack(language, domain, text, context)}',
                    "untranslated",
                    "Translate it, and run porspec sync; a feature is written once all that it needs is translated.",
                )


def _lack(language: Language, domain: str, text: str, context: str | None) -> str:
    message = language.catalogues[domain].messages.get((context, text))
    return f"{'only a fuzzy' if message and message.fuzzy else 'no'} {language.code} translation"


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
        text = read_po_text(target, path)
        catalog = parse_po(text, path, code)
        before = _content(catalog)
        known = {(each.context, each.id) for each in catalog}
        _revive(catalog, template)
        catalog.update(template, update_header_comment=False)
        if domain == "labels":
            _keep_by_context(catalog, known, parse_po(text, path, code))
        if _content(catalog) == before:
            return text
        return _with_header(text, dump(catalog))
    catalog.update(template, update_header_comment=False)
    return dump(catalog)


def _revive(catalog: Catalog, template: Catalog) -> None:
    """A message that came back has its old translation again."""
    for key, message in list(catalog.obsolete.items()):
        if template.get(message.id, message.context) is not None:
            del catalog.obsolete[key]
            if catalog.get(message.id, message.context) is None:
                catalog[message.id] = message


def _keep_by_context(catalog: Catalog, known: Collection[object], old: Catalog) -> None:
    """A label whose English changed keeps its translation as fuzzy: its id is its context."""
    translations: dict[object, Any] = {each.context: each.string for each in old if each.context}
    for message in catalog:
        is_new = message.id and (message.context, message.id) not in known
        if is_new and not message.string and translations.get(message.context):
            message.string = translations[message.context]
            message.flags.add("fuzzy")


def _with_header(old: str, new: str) -> str:
    """The new file under the header that the old one's editor wrote."""
    header, blank, _ = old.partition("\n\n")
    rest = new.partition("\n\n")[2]
    return f"{header}{blank}{rest}" if 'msgid ""' in header else new


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
    write_po(buffer, catalog, width=100, ignore_obsolete=False, include_previous=False)
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
