"""The package's own words: domain `porspec`, shipped, and overridden or extended by a site's own locales folder."""

import datetime
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, reduce
from hashlib import sha256
from itertools import chain, pairwise
from pathlib import Path
from typing import TypeVar

from babel.core import Locale
from babel.dates import format_date
from babel.lists import format_list
from markupsafe import Markup

from ..markdown.content import Markdown, html_of, markdown_of, text_of
from ..sources.catalogues import po_path, read_catalogue
from ..sources.config import Config
from ..sources.locale import HAN, attributes_in, babel_locale, base_of, is_wide, script_of, tag_of
from ..sources.monikers import Moniker
from ..sources.problems import Problem, SpecError
from ..spec.patterns import fields

Marked = TypeVar("Marked", Markdown, Markup)
DOMAIN, PROBLEMS = "porspec", "problems"
_TABLES = tomllib.loads(Path(__file__).with_name("words.toml").read_text("utf-8"))
_TEXTS: Mapping[str, str] = _TABLES["texts"]
# Every word of ours by its English, which is the msgid, with what a translator must know of it.
_NAMED: Mapping[str, str] = _TABLES["named"]  # what a project says instead, that calls its monikers something
NAMED = "moniker_name"  # the context of these, in the catalogues of a project
WORDS: Mapping[str, str] = {_TEXTS.get(key, key): comment for key, comment in _TABLES["comments"].items()}
UNTRANSLATED = "porspec-untranslated"
_UNTRANSLATED = f'<span class="{UNTRANSLATED}"'
_FIELD = re.compile(r"\{(\w+)\}")
_MARKUP = re.compile(r"<[^>]*>|\]\([^)]*\)|[*\[\]]")
_MEETING = re.compile(rf"(?<=[{HAN}])(?=[A-Za-z0-9])|(?<=[A-Za-z0-9])(?=[{HAN}])")


def marked(text: Marked, lang: str, around: str) -> Marked:
    """A text in another language than its page's, which is `around`; both as browsers are told."""
    return type(text)(f"{_UNTRANSLATED} {attributes_in(lang, around)}>{text}</span>")


def id_of(domain: str, text: str, context: str | None) -> str:
    """What names a message on a page: as long as the message is the same, wherever it stands in its catalogue."""
    return sha256("\0".join((domain, context or "", text)).encode()).hexdigest()[:16]


@dataclass(frozen=True)
class Words:
    """Our words in one language; `lang` is the tag that browsers are told of it.

    `instead`: what the project says instead of words of ours, by these. `names_messages`: a page names the message of
    each of its texts, for who reads a wrong one.
    """

    code: str
    texts: Mapping[str, str]
    lang: str = "en"
    domain: str = DOMAIN
    names_messages: bool = False
    instead: Mapping[str, str] = field(default_factory=dict)

    def has(self, text: str) -> bool:
        """Whether a word of ours is said in this language."""
        return _TEXTS.get(text, text) in self.texts or babel_locale(self.code).language == "en"

    def __call__(self, text: str, /, **values: str) -> str:
        """A word of ours, or a longer text by its name, in this language or else in English, as plain text."""
        return text_of(self._said(text, values), values or None)

    def markdown(self, text: str, /, **values: str) -> Markdown:
        """As a call, as Markdown; values are Markdown, or names."""
        said = markdown_of(self._said(text, values), values or None)
        return self._ours(said, text)

    def _ours(self, shown: Marked, text: str) -> Marked:
        """What a page shows of a word of ours, or of what the project says instead."""
        msgid = _TEXTS.get(text, text)
        own = self.instead.get(msgid)
        return self.named(shown, self.domain, msgid) if own is None else self.named(shown, "help", own, NAMED)

    def named(self, shown: Marked, domain: str, text: str, context: str | None = None) -> Marked:
        """What a page shows of a message; in an element that names it, where pages do."""
        if not self.names_messages:
            return shown
        return type(shown)(f'<span data-message="{id_of(domain, text, context)}">{shown}</span>')

    def shown(self, text: str, /, **values: str) -> Markdown:
        """As Markdown; marked where it is not in this language, as its values are."""
        if self.has(text):
            return self.markdown(text, **values)
        given = {key: markdown_of("{it}", {"it": each}) for key, each in values.items()}
        return marked(self.markdown(text, **{key: self._own(each) for key, each in given.items()}), "en", self.lang)

    def html(self, text: str, /, **values: str) -> Markup:
        """As `shown`, as HTML; values are HTML, or names."""
        has = self.has(text)
        given = values if has else {key: self._own(Markup.escape(each)) for key, each in values.items()}
        html = self._ours(html_of(self._said(text, values), given or None), text)
        return html if has else marked(html, "en", self.lang)

    def _said(self, text: str, values: Mapping[str, str]) -> str:
        """A word of ours, with the blanks that its values need around them."""
        text = _TEXTS.get(text, text)
        return self._edged(self.texts.get(text, text), values)

    def _edged(self, text: str, values: Mapping[str, str]) -> str:
        """A template; in Chinese with a blank where Han and Latin meet at the edge of a value."""

        def edged(found: re.Match[str]) -> str:
            value = _MARKUP.sub("", values.get(found[1], ""))
            before, after = text[: found.start()][-1:], text[found.end() :][:1]
            pairs = ((before, value[:1]), (value[-1:], after))
            start, end = (" " if _MEETING.search("".join(pair)) else "" for pair in pairs)
            return f"{start}{found[0]}{end}"

        return _FIELD.sub(edged, text) if self._is_chinese else text

    @property
    def _is_chinese(self) -> bool:
        return babel_locale(self.code).language == "zh"

    def _spaced(self, text: str) -> str:
        """What Babel writes, which sets no blanks between Han and Latin."""
        return _MEETING.sub(" ", text) if self._is_chinese else text

    def _own(self, value: Marked) -> Marked:
        return type(value)(f"<span {attributes_in(self.lang, 'en')}>{value}</span>")

    def all_of(self, items: Iterable[str]) -> str:
        """A list as the language writes it: a, b, and c."""
        values = {f"_{number}": each for number, each in enumerate(items)}
        text = format_list([f"{{{name}}}" for name in values], locale=babel_locale(self.code))
        return _FIELD.sub(lambda found: values[found[1]], self._edged(text, values))

    def values(self, items: Sequence[str]) -> str:
        """A list without a last word: a, b, c."""
        return reduce(babel_locale(self.code).list_patterns["standard"]["middle"].format, items) if items else ""

    def text(self, sentences: Iterable[str]) -> str:
        """Sentences one after the other, as the language joins them; beside one that it lacks there is a blank."""
        found = list(sentences)
        lacks = [each.startswith(_UNTRANSLATED) for each in found]
        between = [" " if one or other or not is_wide(self.code) else "" for one, other in pairwise(lacks)]
        return "".join(chain.from_iterable(zip(found, [*between, ""], strict=False)))

    def closed_on(self, moniker: Moniker) -> str:
        """The date in the notice of a moniker that is closed."""
        assert moniker.retired
        return self.date("closed", moniker.retired)

    def date(self, text: str, day: datetime.date) -> str:
        """A day in a text."""
        return self._spaced(format_date(day, "long", locale=self._locale_of(text)))

    def language_in(self, text: str, tag: str) -> str:
        """The name of a language in a text that is about one, such as "fallback"."""
        return babel_locale(tag).get_display_name(self._locale_of(text)) or tag

    def _locale_of(self, text: str) -> Locale:
        return babel_locale(self.code if self.has(text) else "en")


@cache
def shipped(code: str) -> str | None:
    """The language of ours that is the nearest to one, in its script: fr for fr_CA, pt_BR for pt; none for zh_Hant."""
    folders = sorted(each.name for each in Path(__file__).parent.joinpath("locales").iterdir() if each.is_dir())
    alike = [each for each in folders if (base_of(each), script_of(each)) == (base_of(code), script_of(code))]
    return next((each for each in folders if tag_of(each) == tag_of(code)), next(iter(alike), None))


def own_catalogues(config: Config, code: str, domain: str) -> Iterator[tuple[str, Path, str]]:
    """Where our words of a domain may be in a language, the last first: a name for the place, its root and its path."""
    yield "porspec/languages/", Path(__file__).parent, po_path("locales", shipped(code) or code, domain)
    yield "", config.root, po_path(config.locales, code, domain)


def read_words(config: Config, code: str, domain: str = DOMAIN, *, names_messages: bool = False) -> Words:
    """Our words in a language: the site's own catalogue before ours; what neither has stays English.

    Raises SpecError where a catalogue does not parse, or does not keep a placeholder.
    """
    texts: dict[str, str] = {}
    problems: list[Problem] = []
    for _, root, path in own_catalogues(config, code, domain):
        messages = read_catalogue(root, path, problems).messages if (root / path).exists() else {}
        for (_, msgid), message in messages.items():
            wanted, found = fields(msgid), fields(message.text or msgid)
            if wanted != found:
                wrong = f'The placeholders of "{msgid}" are {wanted}, and of its translation {found}'
                problems.append(Problem(message.location, wrong, "translation-markup", "Keep them as they are."))
            texts |= {msgid: message.text} if message.text else {}
    if domain == DOMAIN:
        texts |= _of_project(config, code, problems)
    if problems:
        raise SpecError(problems)
    instead = named(config) if domain == DOMAIN else {}
    return Words(code, texts, config.language(code).lang, domain, names_messages, instead)


def named(config: Config) -> dict[str, str]:
    """What a project with a name for its monikers says where the package says something neutral, which is the key."""
    if not config.moniker_name:
        return {}
    names = {
        "{moniker_name}": config.moniker_name,
        "{moniker_names}": config.moniker_names or f"{config.moniker_name}s",
    }
    said = {_TEXTS.get(key, key): text for key, text in _NAMED.items()}
    return {key: reduce(lambda found, each: found.replace(*each), names.items(), text) for key, text in said.items()}


def _of_project(config: Config, code: str, problems: list[Problem]) -> dict[str, str]:
    """These in a language, as far as the project has them in it."""
    said, path = named(config), po_path(config.locales, code, "help")
    if code == config.source_language:
        return said
    has = said and (config.root / path).exists()
    messages = read_catalogue(config.root, path, problems).messages if has else {}
    found = {key: messages.get((NAMED, text)) for key, text in said.items()}
    return {key: message.text for key, message in found.items() if message and message.text}
