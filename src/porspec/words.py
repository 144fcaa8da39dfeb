"""The package's own words: domain `porspec`, shipped, and overridden or extended by a site's own locales folder."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from babel.dates import format_date
from babel.lists import format_list

from .config import Config
from .locales import po_path, read_catalogue
from .monikers import Moniker
from .patterns import fields
from .problems import Problem, SpecError

DOMAIN = "porspec"

COVERAGE_INTRO = (
    "Before this site was built, every scenario ran on a model of the product, for each cloud that it applies to. "
    "× 2 means: with two sets of values."
)
CLOSED = "{cloud} was closed on {date}. The steps are kept here for reference."

# Every word of ours; the English is the msgid.
WORDS = (
    "Before you start",
    "Result",
    "Good to know",
    "How this was tested",
    "This page does not apply to {cloud}.",
    "It applies to {clouds}.",
    "Choose your cloud above, or go to the {home}.",
    "home page",
    CLOSED,
    "Your cloud",
    "closed",
    "What was tested",
    COVERAGE_INTRO,
    "Scenario",
    "Task",
    "For testers and translators",
    "This page does not exist.",
    "Go to the home page",
    "Steps",
    "Not available",
    "ran",
    "does not apply",
    "Permanent link",
    "Switch to dark mode",
    "Switch to light mode",
    "Note",
    "Tip",
    "Important",
    "Caution",
    "Warning",
)


@dataclass(frozen=True)
class Words:
    """Our words in one language."""

    code: str
    texts: Mapping[str, str]

    def __call__(self, text: str, **values: str) -> str:
        """One of WORDS in this language, its placeholders filled in."""
        return self.texts.get(text, text).format(**values)

    def all_of(self, items: Iterable[str]) -> str:
        """A list as the language writes it: a, b, and c."""
        return format_list(list(items), locale=self.code)

    def closed(self, moniker: Moniker, name: str) -> str:
        """The notice of a cloud that is closed."""
        date = format_date(moniker.retired, "long", locale=self.code)
        return self(CLOSED, cloud=name, date=date)


def read_words(config: Config, code: str) -> Words:
    """Our words in a language: the site's own catalogue before ours; what neither has stays English.

    Raises SpecError where a catalogue does not parse, or does not keep a placeholder.
    """
    texts: dict[str, str] = {}
    problems: list[Problem] = []
    for root, locales in ((Path(__file__).parent, "locales"), (config.root, config.locales)):
        path = po_path(locales, code, DOMAIN)
        if (root / path).exists():
            messages = read_catalogue(root, path, DOMAIN, problems).messages
            problems += [
                Problem(
                    message.location,
                    f'The placeholders of "{msgid}" are {fields(msgid)}, and of its translation {fields(message.text)}',
                    "translation-markup",
                    "Keep them as they are.",
                )
                for (_, msgid), message in messages.items()
                if message.text and fields(msgid) != fields(message.text)
            ]
            texts |= {msgid: message.text for (_, msgid), message in messages.items() if message.text}
    if problems:
        raise SpecError(problems)
    return Words(code, texts)
