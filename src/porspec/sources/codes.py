"""The registry of the codes of problems, which `codes.toml` holds: what each means, and how much it matters.

It is read when it is first asked for: a command that finds no problem does without.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

Severity = Literal["error", "warning", "off"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "off")


@dataclass(frozen=True, slots=True)
class Code:
    """A code: the comment of codes.toml says what each field holds. `about` is the section of the page on problems."""

    name: str
    about: str
    meaning: str
    bad: str
    good: str
    more: str = ""
    severity: Severity = "error"
    needed: bool = False
    follows: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """All that is said of the code, which is one message for translators."""
        return " ".join(filter(None, (self.meaning, self.more)))

    @property
    def brief(self) -> str:
        """What is wrong, as plain text without the cases."""
        return " ".join(self.meaning.partition(": ")[0].rstrip(".").replace("`", "").split()) + "."


@dataclass(frozen=True, slots=True)
class Registry:
    """All codes by their names; `page` and `sections` are what the page on problems says besides."""

    codes: Mapping[str, Code]
    page: Mapping[str, Any]
    sections: Mapping[str, Mapping[str, Any]]

    @property
    def messages(self) -> dict[str, str]:
        """Every text of the page on problems, with what a translator must know of it."""
        texts = [self.page[key] for key in ("title", "description")]
        texts += [*self.page["intro"], *(self.page[key] for key in ("bad", "good", "warning", "needed"))]
        texts += [each[key] for each in self.sections.values() for key in ("title", "text") if key in each]
        return {**dict.fromkeys(texts, ""), **{each.text: each.name for each in self.codes.values()}}


@cache
def registry() -> Registry:
    """The registry, in the order of its file."""
    sections = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
    page = sections.pop("page")
    codes = {
        name: Code(name, about, **{**values, "follows": tuple(values.get("follows", section.get("follows", ())))})
        for about, section in sections.items()
        for name, values in section.items()
        if isinstance(values, dict)
    }
    return Registry(codes, page, sections)


def severity_of(code: str) -> Severity:
    """How much a problem matters where nobody has set it otherwise; raises KeyError for what is no code."""
    return registry().codes[code].severity
