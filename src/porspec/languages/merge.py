"""PO files from the sources: templates, and catalogues updated from them."""

from __future__ import annotations

import bisect
import datetime
import io
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.catalog import Message as BabelMessage
from babel.messages.pofile import normalize, write_po

from ..sources.catalogues import DOMAINS, parse_po, po_path, read_po_text
from ..sources.config import Config
from ..sources.locale import babel_locale
from . import extract, words


def extracted(config: Config, domain: str) -> Iterator[tuple[str, extract.Extracted]]:
    """(path, message) of every message of a domain, in the order of files and lines."""
    modules = sorted((config.root / config.steps).glob("*.py"))
    source = sorted((config.root / config.features / config.source_language).glob("*.feature"))
    readers = {
        "steps": [(modules, extract.steps)],
        "labels": [(modules, extract.labels)],
        "help": [
            ([config.root / "pyproject.toml"], extract.configuration),
            ([path for path in (config.root / "mkdocs.yml",) if path.exists()], extract.site),
            (modules, extract.sayings),
        ],
        "features": [(source, extract.features)],
    }
    for paths, extractor in readers[domain]:
        for path in paths:
            found = extract.of_site(config.site) if extractor is extract.site else extract.read(path, extractor)
            for message in sorted(found, key=lambda each: each[0]):
                yield path.relative_to(config.root).as_posix(), message


def template_of(config: Config, domain: str) -> Catalog:
    """The messages of a domain as the sources have them; those of the package's own domains as the package has them."""
    catalog = Catalog(project=config.name, domain=domain, charset="utf-8", fuzzy=False, header_comment="")
    if domain not in DOMAINS:
        for text, comment in words.messages_of(domain).items():
            catalog.add(text, auto_comments=[comment] if comment else [])
        return catalog
    for path, (line, _, message, comments) in extracted(config, domain):
        context, text = message if isinstance(message, tuple) else (None, message)
        catalog.add(text, locations=[(path, line)], auto_comments=[each for each in comments if each], context=context)
    return catalog


def updated(config: Config, code: str, domain: str, template: Catalog) -> str:
    """The PO file after an update; as it is where nothing in it changes, whoever formatted it."""
    path = po_path(config.locales, code, domain)
    target = config.root / path
    catalog = Catalog(
        project=config.name, locale=babel_locale(code), domain=domain, charset="utf-8", fuzzy=False, header_comment=""
    )
    if target.exists():
        text = read_po_text(target, path)
        catalog = parse_po(text, path, code)
        before = _content(catalog)
        known = {(each.context, each.id) for each in catalog}
        _revive(catalog, template)
        previous = {(each.context, each.id): each.previous_id for each in catalog if each.fuzzy and each.previous_id}
        catalog.update(template, update_header_comment=False)
        if domain == "labels":
            _keep_by_context(catalog, known, parse_po(text, path, code))
        _keep_previous(catalog, previous)
        return text if _content(catalog) == before else _as_formatted(text, dump(catalog), path)
    catalog.update(template, update_header_comment=False)
    return _begun(dump(catalog))


_NO_VERSION = " VERSION"  # which Babel and msginit write for want of one


def _begun(text: str) -> str:
    """A new PO file, with the header fields that editors fill in later, as GNU's msginit begins them."""
    now = datetime.datetime.now(datetime.UTC).strftime("%Y-%m-%d %H:%M+0000")
    fields = (f"PO-Revision-Date: {now}", "Last-Translator: Automatically generated", "Language-Team: none")
    lines = "".join(f'"{field}\\n"\n' for field in fields)
    text = text.replace(f"{_NO_VERSION}\\n", "\\n", 1)
    return text.replace('"Language: ', f'{lines}"Language: ', 1)


def _revive(catalog: Catalog, template: Catalog) -> None:
    """A message that came back has its old translation again."""
    for key, message in list(catalog.obsolete.items()):
        if template.get(message.id, message.context) is not None:
            del catalog.obsolete[key]
            if catalog.get(message.id, message.context) is None:
                catalog[message.id] = message


def _keep_by_context(catalog: Catalog, known: Collection[object], old: Catalog) -> None:
    """A label whose English changed keeps its translation as fuzzy: its id is its context."""
    before: dict[object, BabelMessage] = {each.context: each for each in old if each.context}
    for message in catalog:
        is_new = message.id and (message.context, message.id) not in known
        if is_new and not message.string and message.context in before and before[message.context].string:
            message.string = before[message.context].string
            message.previous_id = [str(before[message.context].id)]
            message.flags.add("fuzzy")


def _keep_previous(catalog: Catalog, previous: Mapping[Any, Sequence[str]]) -> None:
    """A message that is still fuzzy was made from the oldest one that is noted, as msgmerge has it."""
    for message in catalog:
        origin = message.previous_id[0] if message.previous_id else message.id
        if message.fuzzy and (message.context, origin) in previous:
            message.previous_id = list(previous[message.context, origin])


def with_translations(text: str, path: str, translations: Mapping[tuple[str, str], str]) -> str:
    """A PO file with translations of some of its messages, by context and msgid."""
    catalog = parse_po(text, path)
    for message in catalog:
        translation = translations.get((message.context or "", str(message.id)))
        if translation is not None:
            message.string = translation
            message.flags.discard("fuzzy")
    return _as_formatted(text, dump(catalog), path)


def _as_formatted(old: str, new: str, path: str) -> str:
    """The new file, in which the header, and each entry that did not change, are as the old one's editor wrote them."""
    before, after = _entries(old, path), _entries(new, path)
    kept = [
        before[key][0] if key in before and before[key][1] == content else block
        for key, (block, content) in after.items()
    ]
    obsolete = [block for block in _blocks(new) if block.rpartition("\n")[2].startswith("#~")]
    text = "\n\n".join([*kept, *obsolete]).strip("\n") + "\n"
    return text if _entries(text, path).keys() == after.keys() else new


def _entries(text: str, path: str) -> dict[object, tuple[str, object]]:
    """The text and the content of each entry; a header's content is nothing, so that it never changes."""
    lines = text.splitlines()
    starts = [start for start, block in _numbered(lines) if not block[-1].startswith("#~")]
    texts = {start: "\n".join(block) for start, block in _numbered(lines)}
    found: dict[object, tuple[str, object]] = {}
    for message in parse_po(text, path):
        start = starts[max(bisect.bisect_right(starts, message.lineno or 1) - 1, 0)]
        found[message.context, message.id] = texts[start], _values(message) if message.id else ()
    return found


def _blocks(text: str) -> list[str]:
    """The entries of a PO file, each with its comments and without blank lines."""
    return ["\n".join(block) for _, block in _numbered(text.splitlines())]


def _numbered(lines: Sequence[str]) -> Iterator[tuple[int, list[str]]]:
    """The lines of each entry, and the number of the first one: an entry ends with its translation, blank or not."""
    block: list[str] = []
    start, is_translated = 1, False
    for number, line in enumerate(lines, 1):
        bare = line.removeprefix("#~").strip()
        if is_translated and bare and not bare.startswith(('"', "msgstr[")):
            yield start, block
            block, is_translated = [], False
        if line.strip():
            start = start if block else number
            block.append(line)
        is_translated |= bare.startswith("msgstr")
    if block:
        yield start, block


def _content(catalog: Catalog) -> list[object]:
    obsolete = sorted(str(key) for key in catalog.obsolete)
    return [_values(message) for message in catalog if message.id] + [obsolete]


def _values(message: BabelMessage) -> tuple[object, ...]:
    return (
        message.context,
        message.id,
        message.string,
        tuple(message.locations),
        tuple(message.auto_comments),
        tuple(message.user_comments),
        message.fuzzy,
        tuple(message.previous_id) if message.fuzzy else (),
    )


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
    kept = [line.replace("Version:  ", "Version: ") for line in lines if not line.startswith(dates) and line != "#"]
    blocks = _blocks("\n".join(kept))
    messages = [*catalog, *catalog.obsolete.values()]
    return "\n\n".join(_with_fuzzy(block, message) for block, message in zip(blocks, messages, strict=True)) + "\n"


def _with_fuzzy(block: str, message: BabelMessage) -> str:
    """An entry with what Babel leaves out: that it is fuzzy though obsolete, and, as msgmerge --previous notes it, what
    a fuzzy message was before, which Babel would wrap apart.
    """
    if not message.fuzzy or not message.id:
        return block
    lines = block.splitlines()
    start = next(n for n, line in enumerate(lines) if line.startswith(("msg", "#~")))
    notes = ["#, fuzzy"] if lines[start].startswith("#~") else []
    if message.previous_id:
        before = normalize(str(message.previous_id[0]), width=100).splitlines()
        mark = "#~|" if notes else "#|"
        notes += [f"{mark} {line}" for line in (f"msgid {before[0]}", *before[1:])]
    return "\n".join([*lines[:start], *notes, *lines[start:]])
