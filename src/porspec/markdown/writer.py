"""What clouds share, and what they do not: moniker zones of Docs Markdown, and lists that they cut."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from ..spec.spec import Spec

_MARKDOWN = re.compile(r"([\\`*_\[\]<>#|])")
_OPENING, _END = "::: moniker range=", "::: moniker-end"


class Zones:
    """Writes what clouds share as it is, and what they do not share into moniker zones."""

    def __init__(self, spec: Spec, monikers: Iterable[str]) -> None:
        self.monikers = spec.config.monikers.in_order(monikers)
        self.all = spec.config.monikers.ids

    def order(self, monikers: Iterable[str]) -> list[str]:
        chosen = set(monikers)
        return [each for each in self.monikers if each in chosen]

    def zone(self, monikers: Iterable[str], body: str) -> str:
        """The body for these clouds only."""
        chosen = self.order(monikers)
        if not body or not chosen:
            return ""
        if len(chosen) == len(self.monikers):
            return body
        return f'{_OPENING}"{" || ".join(chosen)}"\n\n{body}\n\n{_END}'

    def paragraphs(self, texts: Mapping[str, str]) -> str:
        return self._grouped([(text, {moniker}) for moniker, text in texts.items()], lambda _, text: text, "\n\n")

    def bullets(self, lines: Mapping[str, Sequence[str]]) -> str:
        """One list: each text once, for the clouds that have it."""
        entries = [(text, {moniker}) for moniker, texts in lines.items() for text in texts]
        return self._grouped(entries, lambda _, text: f"- {text}", "\n")

    def numbered(self, lines: Mapping[str, Sequence[str]]) -> str:
        """One ordered list, its lines grouped by (number in that cloud, text)."""
        longest = max((len(texts) for texts in lines.values()), default=0)
        parts = []
        for number in range(longest):
            entries = [(texts[number], {moniker}) for moniker, texts in lines.items() if number < len(texts)]
            parts += self._groups(entries, number + 1)
        return self._write(parts, lambda number, text: f"{number}. {text}", "\n")

    def _grouped(
        self, entries: Sequence[tuple[str, set[str]]], shown: Callable[[int, str], str], separator: str
    ) -> str:
        return self._write(self._groups(entries, 0), shown, separator)

    def _groups(self, entries: Sequence[tuple[str, set[str]]], number: int) -> list[tuple[int, str, tuple[str, ...]]]:
        clouds: dict[str, set[str]] = {}
        for text, monikers in entries:
            clouds.setdefault(text, set()).update(monikers)
        return [(number, text, tuple(self.order(monikers))) for text, monikers in clouds.items()]

    def _write(
        self, parts: Sequence[tuple[int, str, tuple[str, ...]]], shown: Callable[[int, str], str], separator: str
    ) -> str:
        zones = []
        for monikers, group in groupby(parts, key=lambda part: part[2]):
            zones.append(self.zone(monikers, separator.join(shown(number, text) for number, text, _ in group)))
        return "\n\n".join(zones)


def joined(parts: Iterable[str]) -> Iterator[str]:
    """The parts of a page; neighbours that are one zone each, for the same clouds, become one zone."""
    for opening, group in groupby(parts, key=_only_opening):
        if opening is None:
            yield from group
        else:
            bodies = (part.removeprefix(opening).removesuffix(_END).strip("\n") for part in group)
            yield "\n\n".join([opening, *bodies, _END])


def _only_opening(part: str) -> str | None:
    """The opening line of a part that is a single zone."""
    opening = part.partition("\n")[0]
    return opening if part.count(_OPENING) == 1 and opening.startswith(_OPENING) and part.endswith(_END) else None


def anchor(text: str) -> str:
    """An anchor from an English name."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain.replace("'", "")).strip("-")


def escape(text: str) -> str:
    """Text that Markdown shows as it is."""
    return _MARKDOWN.sub(r"\\\1", text)
