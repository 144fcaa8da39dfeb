"""The package's own words: domain `porspec`, shipped, and overridden or extended by a site's own locales folder."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from babel.core import Locale
from babel.dates import format_date
from babel.lists import format_list

from ..sources.catalogues import po_path, read_catalogue
from ..sources.config import Config
from ..sources.locale import babel_locale, is_wide, tag_of
from ..sources.monikers import Moniker
from ..sources.problems import Problem, SpecError
from ..spec.patterns import fields

DOMAIN = "porspec"

COVERAGE_INTRO = (
    "Before this site was built, every scenario ran on a model of the product, for each cloud that it applies to. "
    "× 2 means: with two sets of values."
)
TRANSLATION_INTRO = (
    "What is translated, in words of the source language. A text without a translation is shown in the source "
    "language; a scenario runs in a language once all of its steps are translated."
)
STEPS_INTRO = (
    "Every step that a scenario can use: how it reads, what the page tells the reader, its arguments, and where it is "
    "used."
)
CLOSED = "{cloud} was closed on {date}. The steps are kept here for reference."

CLOSED_NAME = "{cloud} (closed)"
RESULT = "**Result:** {text}"
EXAMPLE = "{name} ({values})"
TASKS_OF = "What you can do in {cloud}:"
UNKNOWN_VIEW = "There is no cloud “{asked}” here. You see {cloud}."
ASKED_VIEW = "You asked for {asked}. You see {cloud}."
INCOMPLETE = "This page is not fully translated yet. What is missing is shown in {language}."
FALLBACK = "This page is not translated yet. It is shown in {language}."
OUTDATED = "This page may be out of date: the {language} page has changed since it was translated."
READ_SOURCE = "Read this page in {language}"
UNUSED_STEPS = "No scenario uses these steps: {steps}"
FOR_READERS = "**For readers:** {text}"
ARGUMENT = "Argument {name}: {type}"
LABEL = "label ({kinds})"
LABEL_PATH = "path of labels ({kinds})"
DEFINED = "Defined in {place}"
USES = "Uses: {count}"

# Every word of ours, with what a translator must know of it; the English is the msgid.
WORDS = {
    "Before you start": "Heading above what the reader must have.",
    RESULT: "What the reader sees at the end.",
    "Good to know": "Heading above notes at the end of a page.",
    "How this was tested": "A reader opens it to see the scenarios that ran.",
    "This page does not apply to {cloud}.": "",
    "It applies to {clouds}.": "Follows the sentence before it; {clouds} is a list of names.",
    "Choose your cloud above, or go to the {home}.": "{home} is a link with the words of the next message.",
    "home page": "The words of a link.",
    TASKS_OF: "A list of pages follows.",
    UNKNOWN_VIEW: "{asked} is what stands in the address of the page.",
    ASKED_VIEW: "The names of two clouds: the address of the page asks for one of them, and shows the other.",
    CLOSED: "",
    INCOMPLETE: "{language} is the name of a language, in yours.",
    FALLBACK: "{language} is the name of a language, in yours.",
    OUTDATED: "{language} is the name of a language, in yours.",
    READ_SOURCE: "The words of a link; {language} is the name of a language, in yours.",
    "Your cloud": "Names the picker at the top of each page.",
    CLOSED_NAME: "The name of a cloud that is closed.",
    EXAMPLE: "The name of a scenario, and the values with which it ran.",
    "What was tested": "Title of a page.",
    COVERAGE_INTRO: "",
    "Scenario": "Heading of a column.",
    "Task": "Heading of a column.",
    "This page does not exist.": "",
    "Go to the home page": "The words of a link.",
    "Steps": "Heading above instructions; also the words of a link to them.",
    "Not available": "Stands in a table: a cloud does not have this task.",
    "ran": "Stands behind a check mark in a table.",
    "does not apply": "Stands behind a dash in a table.",
    "Permanent link": "What a screen reader says for the mark behind a heading.",
    "Switch to dark mode": "Name of a button.",
    "Switch to light mode": "Name of a button.",
    "Note": "Title of a note.",
    "Tip": "Title of a note.",
    "Important": "Title of a note.",
    "Caution": "Title of a note.",
    "Warning": "Title of a note.",
    "Translation": "Title of the page that says what is translated.",
    TRANSLATION_INTRO: "",
    "Language": "Heading of a column.",
    "Messages": "Heading of a column; a kind of texts follows: steps, labels, help, features.",
    "Translated": "Heading of a column of numbers of words.",
    "Fuzzy": "Heading of a column of numbers of words; gettext's term for a translation that must be looked at again.",
    "Untranslated": "Heading of a column of numbers of words.",
    "Features": "Heading of a table: which language has which feature.",
    "complete": "Stands behind a check mark in a table.",
    "missing steps: {count}": "Stands behind a dash in a table.",
    "What is missing": "Heading above a list of messages.",
    "Nothing is missing.": "",
    "Step catalogue": "Title of the page that lists the steps of which scenarios are made.",
    STEPS_INTRO: "",
    "Every step is used.": "",
    UNUSED_STEPS: "{steps} is a list of links.",
    FOR_READERS: "{text} is what a step tells the readers of a page.",
    "No text for readers.": "A step tells the readers of a page nothing.",
    ARGUMENT: "What stands in quotes in a step: its name, and one of the following types.",
    "text": "Type of an argument: any text.",
    LABEL: "Type of an argument: what a control of the product is called; {kinds} are ids, such as button or page.",
    LABEL_PATH: "Type of an argument: several labels, one after the other, with > between them.",
    "table": "Type of an argument: Gherkin's table below a step.",
    "doc string": "Type of an argument: Gherkin's text in three quotes below a step.",
    "media type of the doc string": "Type of an argument.",
    DEFINED: "{place} is a file and a line.",
    USES: "Heading above the places where a step is used.",
    "No scenario uses this step.": "",
}
_SOURCE = "en"
UNTRANSLATED = "porspec-untranslated"


def marked(text: str, tag: str) -> str:
    """A text in another language than its page's, in Markdown or HTML; `tag` is that language's."""
    return f'<span class="{UNTRANSLATED}" lang="{tag}">{text}</span>'


@dataclass(frozen=True)
class Words:
    """Our words in one language."""

    code: str
    texts: Mapping[str, str]

    def has(self, text: str) -> bool:
        """Whether one of WORDS is said in this language."""
        return text in self.texts or babel_locale(self.code).language == _SOURCE

    def __call__(self, text: str, /, **values: str) -> str:
        """One of WORDS in this language, or in English where it has none; its placeholders filled in."""
        return self.texts.get(text, text).format(**values)

    def shown(self, text: str, /, **values: str) -> str:
        """As a call; marked, for Markdown or HTML, where it is not in this language, as its values are."""
        if self.has(text):
            return self(text, **values)
        tag = tag_of(self.code)
        return marked(self(text, **{key: f'<span lang="{tag}">{each}</span>' for key, each in values.items()}), _SOURCE)

    def all_of(self, items: Iterable[str]) -> str:
        """A list as the language writes it: a, b, and c."""
        return format_list(list(items), locale=babel_locale(self.code))

    def values(self, items: Sequence[str]) -> str:
        """A list without a last word: a, b, c."""
        return ("、" if is_wide(self.code) else ", ").join(items)

    def text(self, sentences: Iterable[str]) -> str:
        """Sentences one after the other, as the language joins them."""
        return ("" if is_wide(self.code) else " ").join(sentences)

    def closed(self, moniker: Moniker, name: str) -> str:
        """The notice of a cloud that is closed."""
        date = format_date(moniker.retired, "long", locale=self._locale_of(CLOSED))
        return self.shown(CLOSED, cloud=name, date=date)

    def in_language(self, text: str, tag: str) -> str:
        """INCOMPLETE, FALLBACK, OUTDATED or READ_SOURCE, with the name of the language that it is about."""
        return self.shown(text, language=babel_locale(tag).get_display_name(self._locale_of(text)) or tag)

    def _locale_of(self, text: str) -> Locale:
        return babel_locale(self.code if self.has(text) else _SOURCE)


def is_shipped(code: str) -> bool:
    """Whether the package itself has our words in a language."""
    return babel_locale(code).language == _SOURCE or (Path(__file__).parent / po_path("locales", code, DOMAIN)).exists()


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
