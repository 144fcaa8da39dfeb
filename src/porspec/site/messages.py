"""What `porspec serve` has besides the site: where the message of each text on its pages stands, and how they show it.

No file of a site: a page asks for these by names that no site has.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ..languages.extract import Found, extracted
from ..languages.words import DOMAIN, PROBLEMS, id_of, own_catalogues
from ..sources.catalogues import DOMAINS, Message, read_catalogue
from .publish import Publication

_FOLDER = Path(__file__).with_name("served")
_NAME = "/porspec-messages."
_TYPES = {"js": "text/javascript", "css": "text/css", "json": "application/json"}


@dataclass(frozen=True)
class Resource:
    """What the server answers with."""

    type: str
    content: bytes


def resource(publication: Publication, path: str) -> Resource | None:
    """The script, its style sheet, or the messages of a language: /porspec-messages.js, .css, .nl.json."""
    tag, _, kind = path.removeprefix(_NAME).rpartition(".")
    if not path.startswith(_NAME) or kind not in _TYPES or (kind == "json") != (tag in publication.languages):
        return None
    if kind == "json":
        found = json.dumps(dict(messages(publication, tag)), ensure_ascii=False).encode()
    else:
        found = (_FOLDER / f"porspec-messages.{kind}").read_bytes()
    return Resource(f"{_TYPES[kind]}; charset=utf-8", found)


def messages(publication: Publication, tag: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Each message by what names it on pages: its place in its catalogue, how it is translated, and itself.

    The source language has no catalogues: there its place is the one in the sources.
    """
    spec, code = publication.spec, publication.code(tag)
    for domain in (*DOMAINS, DOMAIN, PROBLEMS):
        own = _own(publication, code, domain) if domain not in DOMAINS else {}
        for each in extracted(spec, domain):
            said = own.get(each.text) or _said(publication, code, domain, each)
            place, state = said or (str(each) or f"porspec, {domain}", "source")
            about = {"place": place, "state": state, "domain": domain, "context": each.context or "", "text": each.text}
            yield id_of(domain, each.text, each.context), about


def _said(publication: Publication, code: str, domain: str, each: Found) -> tuple[str, str] | None:
    """The place of a message in the catalogue of a language, and how it is translated; None where it has none."""
    language = publication.spec.languages[code]
    if language.is_source or domain not in DOMAINS:
        return None
    return _place(language.catalogues[domain].messages.get(each.key), language.catalogues[domain].path)


def _own(publication: Publication, code: str, domain: str) -> dict[str, tuple[str, str]]:
    """The same of the package's own words: the site's catalogue goes before the package's."""
    found = {}
    for name, root, path in own_catalogues(publication.spec.config, code, domain):
        if (root / path).exists():
            for (_, text), message in read_catalogue(root, path, []).messages.items():
                place, state = _place(message, path)
                if state == "translated" or text not in found:
                    found[text] = f"{name}{place}", state
    return found


def _place(message: Message | None, path: str) -> tuple[str, str]:
    if message is None:
        return path, "untranslated"
    state = "translated" if message.text else "fuzzy" if message.is_fuzzy else "untranslated"
    return f"{message.location.path}:{message.location.line}", state
