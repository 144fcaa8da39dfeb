"""What clouds share, and what they do not: moniker zones of Docs Markdown, and lists that they cut."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from ..spec.spec import Spec

_MARKDOWN = re.compile(r"[\\`*_\[\]<>#|{}~]|^[-+=:!?]")
_NUMBER = re.compile(r"^(\d+)([.)])")
_ENTITY = re.compile(r"&(?=#?\w+;)")
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
        return self._write([[(text, moniker) for moniker, text in texts.items()]], "\n\n")

    def bullets(self, lines: Mapping[str, Sequence[str]]) -> str:
        """One list: each text once, for the clouds that have it."""
        return self._write([[(f"- {text}", moniker) for moniker, texts in lines.items() for text in texts]], "\n")

    def numbered(self, lines: Mapping[str, Sequence[str]]) -> str:
        """One ordered list, its lines grouped by (number in that cloud, text)."""
        numbers = range(max((len(texts) for texts in lines.values()), default=0))
        steps = [
            [(f"{number + 1}. {texts[number]}", moniker) for moniker, texts in lines.items() if number < len(texts)]
            for number in numbers
        ]
        return self._write(steps, "\n")

    def _write(self, steps: Iterable[Iterable[tuple[str, str]]], separator: str) -> str:
        """Texts with a moniker each, step by step: equal ones of a step are one, for all the clouds that have it."""
        parts: list[tuple[str, list[str]]] = []
        for step in steps:
            clouds: dict[str, list[str]] = {}
            for text, moniker in step:
                clouds.setdefault(text, []).append(moniker)
            parts += ((text, self.order(monikers)) for text, monikers in clouds.items())
        groups = groupby(parts, key=lambda part: part[1])
        return "\n\n".join(self.zone(chosen, separator.join(text for text, _ in group)) for chosen, group in groups)


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
    """Text that Markdown shows as it is, wherever it stands: {x} is no attribute of what comes before it."""
    text = _ENTITY.sub("&amp;", _MARKDOWN.sub(r"\\\g<0>", text))
    return _NUMBER.sub(r"\1\\\2", text)
