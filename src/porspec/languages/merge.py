"""PO files from the messages of the sources: templates, and each language's catalogues brought up to date.

What a translator wrote is kept, comments too: an entry that does not change stands as its editor formatted it, one
whose message is gone goes to the end of the file, and one whose message changed is fuzzy, with what it was before.
"""

import difflib
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence

from babel.messages.plurals import get_plural
from polib import POEntry

from ..sources.catalogues import PoEntry, PoFile, parse_po, po_path, read_po_text
from ..sources.config import Config
from ..sources.dates import source_date
from ..sources.locale import babel_locale

Message = tuple[str | None, str]  # context and msgid
_BRACES = "python-brace-format"
_FORMAT = ("MIME-Version: 1.0", "Content-Type: text/plain; charset=UTF-8", "Content-Transfer-Encoding: 8bit")
# Ways to write the same.
_TYPOGRAPHY = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "…": "...", "–": "-", "—": "-"})


def pot(config: Config, template: Iterable[POEntry]) -> str:
    """A template, from which editors and pybabel begin catalogues; without a date, which would change at each run."""
    return _joined([_header(config, *_FORMAT), *map(_written, template)])


def updated(
    config: Config, code: str, domain: str, template: Sequence[POEntry], same: Mapping[str, str] | None = None
) -> str:
    """A catalogue after an update; as it is where nothing in it changes, whoever formatted it.

    `same` has texts that mean what the ones did that they replace, by the new one: their translations stay good.
    """
    path = po_path(config.locales, code, domain)
    if not (config.root / path).exists():
        return _joined([_begun(config, code), *map(_written, template)])
    old = parse_po(read_po_text(config.root, path), path, code)
    return _rendered(old, merged(old.entries, template, same or {}, by_id=domain == "labels"))


def with_translations(text: str, path: str, translations: Mapping[Message, str]) -> str:
    """A PO file with translations of some of its messages, by context and msgid."""
    old = parse_po(text, path)
    entries = []
    for each in (entry.values for entry in old.entries):
        key, flags = (each.msgctxt, each.msgid), [flag for flag in each.flags if flag != "fuzzy"]
        is_new = key in translations and not each.obsolete
        entries.append(_copy(each, msgstr=translations[key], flags=flags) if is_new else each)
    return _rendered(old, entries)


def merged(
    old: Iterable[PoEntry], template: Iterable[POEntry], same: Mapping[str, str], *, by_id: bool
) -> list[POEntry]:
    """The entries of a catalogue for the messages of a template, and behind them what is obsolete.

    `by_id`: the context of a message is its id, so that only one with that can have been the message before.
    """
    present = {each.key: each.values for each in old if not each.values.obsolete}
    gone = {each.key: each.values for each in old if each.values.obsolete}
    wanted = {(each.msgctxt, each.msgid): each for each in template}
    free = [each for key, each in present.items() if key not in wanted and each.msgstr]
    taken: set[tuple[str | None, str]] = set()
    entries = []
    for key, message in wanted.items():
        origin = present.get(key) or gone.get(key) or _origin(message, free, same, by_id=by_id)
        entries.append(_translated(message, origin, same) if origin else _copy(message))
        taken |= {(origin.msgctxt, origin.msgid)} if origin else set()
    left = {key: each for key, each in {**gone, **present}.items() if key not in wanted and key not in taken}
    return [*entries, *(_copy(each, obsolete=True) for each in left.values() if each.msgstr or each.tcomment)]


def _origin(message: POEntry, free: Iterable[POEntry], same: Mapping[str, str], *, by_id: bool) -> POEntry | None:
    """The translated entry of its context that a new message was, of those whose own message is gone; or none."""
    near = {each.msgid: each for each in free if each.msgctxt == message.msgctxt}
    for text, each in near.items():
        if by_id or same.get(message.msgid) == text or _meaning(text) == _meaning(message.msgid):
            return each
    folded = {text.lower(): each for text, each in near.items()}
    found = difflib.get_close_matches(message.msgid.lower(), folded)  # alike by 0.6, as for gettext and Babel
    return folded[found[0]] if found else None


def _translated(message: POEntry, origin: POEntry, same: Mapping[str, str]) -> POEntry:
    """A message of the template with the translation of its entry, or of the one that it was before."""
    before = (origin.fuzzy and origin.previous_msgid) or origin.msgid
    is_kept = not origin.fuzzy and _meaning(origin.msgid) == _meaning(message.msgid)
    is_good = is_kept or same.get(message.msgid) == before
    others = [flag for flag in origin.flags if flag not in {"fuzzy", _BRACES}]
    return _copy(
        message,
        msgstr=_ended(origin, message) if is_good else origin.msgstr,
        tcomment=origin.tcomment,
        flags=[*([] if is_good else ["fuzzy"]), *message.flags, *others],
        previous_msgctxt=None if is_good else origin.previous_msgctxt,
        previous_msgid=None if is_good or before == message.msgid else before,
    )


def _meaning(text: str) -> str:
    """A text without what does not change its meaning: its blanks, typography, and a full stop at its end."""
    plain = " ".join(unicodedata.normalize("NFC", text).translate(_TYPOGRAPHY).split())
    return re.sub(r"(?<!\.)\.(?=[*_]*$)", "", plain)


def _ended(origin: POEntry, message: POEntry) -> str:
    """A translation with a full stop at its end where its message has one now, and without where that has none."""
    had, has = (text.rstrip("*_ ").endswith(".") for text in (origin.msgid, message.msgid))
    text = str(origin.msgstr)
    if had and not has:
        return re.sub(r"[.。](?=[*_ ]*$)", "", text)
    is_wide = unicodedata.east_asian_width(text.rstrip("*_ )）")[-1:] or " ") in {"W", "F"}
    return text + ("。" if is_wide else ".") if has and not had else text


def _copy(entry: POEntry, **changes: object) -> POEntry:
    """An entry of its own: those of a template, and of a file that was read, are shared."""
    return POEntry(**{**vars(entry), **changes})


def _rendered(old: PoFile, entries: Iterable[POEntry]) -> str:
    """A PO file in which the header, and each entry that did not change, stand as the old one's editor wrote them."""
    known = {(each.key, bool(each.values.obsolete)): each for each in old.entries}
    lines = []
    for each in entries:
        before = known.get(((each.msgctxt, each.msgid), bool(each.obsolete)))
        lines.append(before.lines if before and _content(before.values) == _content(each) else _written(each))
    return old.text if lines == [each.lines for each in old.entries] else _joined([old.header, *lines, old.rest])


def _content(entry: POEntry) -> tuple[object, ...]:
    told = entry.comment, tuple(entry.occurrences), entry.tcomment
    return entry.msgstr, *told, frozenset(entry.flags), entry.fuzzy and entry.previous_msgid


def _written(entry: POEntry) -> str:
    """An entry without line breaks of ours, as Poedit and msgcat --no-wrap leave it."""
    return str(entry.__unicode__(-1)).strip("\n")


def _joined(blocks: Iterable[str]) -> str:
    return "\n\n".join(filter(None, blocks)) + "\n"


def _header(config: Config, *fields: str) -> str:
    lines = (f'"{field}\\n"' for field in (f"Project-Id-Version: {config.name}", *fields))
    return "\n".join(['msgid ""', 'msgstr ""', *lines])


def _begun(config: Config, code: str) -> str:
    """The header of a new catalogue, with the fields of msginit and Poedit, in their order.

    Raises SpecError as `source_date` does.
    """
    date, about = source_date(config.root), f"Language: {code.replace('-', '_')}"
    stamps = ("POT-Creation-Date", "PO-Revision-Date") if date else ()
    dates = [f"{each}: {date:%Y-%m-%d %H:%M}+0000" for each in stamps]
    team = ("Last-Translator: Automatically generated", "Language-Team: none")
    plural = f"Plural-Forms: {get_plural(babel_locale(code)).plural_forms}"
    return _header(config, *dates, *team, about, *_FORMAT, plural)
