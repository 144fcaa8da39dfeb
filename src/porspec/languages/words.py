"""The package's own words: domain `porspec`, shipped, and overridden or extended by a site's own locales folder."""

import tomllib
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
from ..spec.definitions import fields

DOMAIN, PROBLEMS = "porspec", "problems"
_TABLES = tomllib.loads(Path(__file__).with_name("words.toml").read_text("utf-8"))
_TEXTS: Mapping[str, str] = _TABLES["texts"]
# Every word of ours by its English, which is the msgid, with what a translator must know of it.
WORDS: Mapping[str, str] = {_TEXTS.get(key, key): comment for key, comment in _TABLES["comments"].items()}
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
        """Whether a word of ours is said in this language."""
        return _TEXTS.get(text, text) in self.texts or babel_locale(self.code).language == "en"

    def __call__(self, text: str, /, **values: str) -> str:
        """A word of ours, or a longer text by its name, in this language or else in English, placeholders filled in."""
        text = _TEXTS.get(text, text)
        said = self.texts.get(text, text)
        return said.format(**values) if values else said

    def shown(self, text: str, /, **values: str) -> str:
        """As a call; marked, for Markdown or HTML, where it is not in this language, as its values are."""
        if self.has(text):
            return self(text, **values)
        tag = tag_of(self.code)
        return marked(self(text, **{key: f'<span lang="{tag}">{each}</span>' for key, each in values.items()}), "en")

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
        date = format_date(moniker.retired, "long", locale=self._locale_of("closed"))
        return self.shown("closed", cloud=name, date=date)

    def in_language(self, text: str, tag: str) -> str:
        """A text that is about a language, such as "fallback", with the name of that."""
        return self.shown(text, language=babel_locale(tag).get_display_name(self._locale_of(text)) or tag)

    def _locale_of(self, text: str) -> Locale:
        return babel_locale(self.code if self.has(text) else "en")


def read_words(config: Config, code: str, domain: str = DOMAIN) -> Words:
    """Our words in a language: the site's own catalogue before ours; what neither has stays English.

    Raises SpecError where a catalogue does not parse, or does not keep a placeholder.
    """
    texts: dict[str, str] = {}
    problems: list[Problem] = []
    for root, locales in ((Path(__file__).parent, "locales"), (config.root, config.locales)):
        path = po_path(locales, code, domain)
        messages = read_catalogue(root, path, problems).messages if (root / path).exists() else {}
        for (_, msgid), message in messages.items():
            wanted, found = fields(msgid), fields(message.text or msgid)
            if wanted != found:
                wrong = f'The placeholders of "{msgid}" are {wanted}, and of its translation {found}'
                problems.append(Problem(message.location, wrong, "translation-markup", "Keep them as they are."))
            texts |= {msgid: message.text} if message.text else {}
    if problems:
        raise SpecError(problems)
    return Words(code, texts)
