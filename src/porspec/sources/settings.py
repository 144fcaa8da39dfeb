"""What [tool.porspec] may hold, and in which line somebody wrote what it may not."""

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, get_args
from unicodedata import combining, normalize

from gherkin.dialect import Dialect

from .locale import (
    STAR,
    STEPS,
    TITLES,
    code_remedy,
    is_language,
    keywords,
    lang_of,
    likely,
    own_name,
    tag_of,
    usual_code,
)
from .problems import Severity, did_you_mean, registry

_BEGINNING = 4  # letters that make a word the same, whatever its ending
_OPTIONS: dict[str, type] = {
    "source_language": str,
    "monikers": list,
    **dict.fromkeys(("languages", "tags", "moniker_ranges", "front_matter", "checks", "next", "links"), dict),
    **dict.fromkeys(("footer", "features", "steps", "locales", "moniker_name", "moniker_names"), str),
}
MONIKER = re.compile(r"(?!(?:and|or|not)$)[A-Za-z0-9][\w.-]*")  # what can be a tag and a mark of pytest's
_ENGLISH = frozenset(keywords("en", (*TITLES, *STEPS)))
_FIELD = re.compile(r"\{([^{}]*)\}")
_MONIKER = {"id": str, "product": str, "name": str, "order": int, "retired": datetime.date, "portals": list}
_LANGUAGE = {"name": str, "lang": str, "dialect": str, "keywords": dict, "complete": bool}
_WORDS = {
    str: "a text",
    list: "a list",
    dict: "a table",
    int: "a whole number",
    bool: "true or false",
    datetime.date: "a date, as 2021-10-29",
}
_NEEDED = 'Give source_language = "en", and each of [[tool.porspec.monikers]], if any, an id and a name.'
_TEXTS = {
    "tags": "what each tag means",
    "moniker_ranges": "ranges by glob",
    "front_matter": "texts",
    "links": "addresses",
}
# The links at the end of a task's page, and what their addresses may hold of the page.
LINKS, FIELDS = ("yes", "no", "report", "edit"), ("page", "title", "language", "path")


def with_moniker(text: str, name: str) -> str:
    """An argument, or several, that may give the option --moniker by what a project calls it."""
    return re.sub(rf"(?<!\S){re.escape(name)}(?=[=\s]|$)", "--moniker", text)


@dataclass(frozen=True, slots=True)
class LanguageConfig:
    """A language: its Gherkin dialect, and the keyword its writers prefer for each Gherkin element.

    `given_name`: what the configuration calls it; `given_lang`: the tag that it gives it. `is_complete`: a message
    without a translation is a Problem; else it is shown in the source language.
    """

    code: str
    given_name: str | None
    dialect: str
    keywords: Mapping[str, str]
    is_complete: bool = False
    given_lang: str | None = None

    @property
    def name(self) -> str:
        """What the language calls itself; Babel, which is asked for it, takes long to load."""
        return self.given_name or own_name(self.code)

    @property
    def tag(self) -> str:
        """The tag of its addresses and page names."""
        return tag_of(self.code)

    @property
    def lang(self) -> str:
        """The tag that browsers and search engines are told: zh-Hans where its addresses have zh."""
        return self.given_lang or lang_of(self.code)


class OptionError(ValueError):
    """What is wrong with an option; `table` is the header that it stands below, `number` which of equal ones."""

    def __init__(self, option: str, message: str, remedy: str, table: str = "[tool.porspec]", number: int = 0) -> None:
        super().__init__(message)
        self.option, self.remedy, self.table, self.number = option, remedy, table, number

    def line(self, text: str) -> int:
        """The line of the option; where it is missing, that of its table; the first where that is written otherwise."""
        lines = [each.strip() for each in text.split("\n")]
        heads = [number for number, each in enumerate(lines, 1) if each == self.table]
        start = heads[self.number] if len(heads) > self.number else 1
        if not self.option:
            return start
        name = rf'"?{re.escape(self.option)}\b"?'
        header = rf"\[+tool\.porspec\.(?:\w+\.)?{name}\]"
        for number, each in enumerate(lines[start - 1 :], start):
            if re.match(rf"{name}\s*=|{header}" if heads else header, each):
                return number
            if heads and number > start and each.startswith("[") and self.table != "[tool.porspec]":
                break
        return start


def check_options(table: Any) -> None:
    """Raises OptionError where the table [tool.porspec] holds what it may not, or lacks what it must."""
    if not isinstance(table, dict):
        raise OptionError("porspec", "it must be a table", _NEEDED, "[tool]")
    _check(table, _OPTIONS, {"source_language"}, "[tool.porspec]")
    for option, what in _TEXTS.items():
        if not all(isinstance(each, str) for each in table.get(option, {}).values()):
            raise OptionError(option, f"{option} must be a table of {what}", "Give each a text.")
    _check_ways_on(table.get("next", {}), table.get("links", {}))
    for number, moniker in enumerate(table.get("monikers", ())):
        place = ("[[tool.porspec.monikers]]", number)
        _check(moniker, _MONIKER, {"id", "name"}, *place)
        if not MONIKER.fullmatch(moniker["id"]):
            message = f"the moniker {moniker['id']!r} cannot be a tag or a mark"
            raise OptionError("id", message, "Write it of letters, digits, - and _.", *place)
        if not all(isinstance(host, str) for host in moniker.get("portals", ())):
            raise OptionError(
                "portals", "portals must be a list of host names and parameters of links", "Give such texts.", *place
            )
    for code, language in table.get("languages", {}).items():
        _check(language, _LANGUAGE, set(), f"[tool.porspec.languages.{code}]")
    check_severities(table.get("checks", {}))


def check_severities(table: Any) -> None:
    """Raises OptionError where the table [tool.porspec.checks] holds what it may not."""
    if not isinstance(table, dict):
        raise OptionError("checks", "checks must be a table", _NEEDED)
    for code, severity in table.items():
        if wrong := _wrong_severity(code, severity):
            raise OptionError(code, *wrong, "[tool.porspec.checks]")


def _check(table: Any, known: Mapping[str, type], needed: set[str], *place: Any) -> None:
    if not isinstance(table, dict):
        raise OptionError("", f"{place[0]} must be a table", _NEEDED, *place)
    for option, value in table.items():
        if option not in known:
            remedy = f"{did_you_mean(option, known)}There are: {', '.join(known)}."
            raise OptionError(option, f"there is no option {option}", remedy, *place)
        if not isinstance(value, known[option]) or (isinstance(value, bool) and known[option] is not bool):
            word = _WORDS[known[option]]
            raise OptionError(option, f"{option} must be {word}, and it is {value!r}", f"Give it {word}.", *place)
    if missing := sorted(needed - set(table)):
        raise OptionError("", f"{', '.join(missing)} is missing", _NEEDED, *place)


def _check_ways_on(tasks: Mapping[str, Any], links: Mapping[str, str]) -> None:
    """The tasks that follow others, and the links at the end of a page."""
    for stem, following in tasks.items():
        if not isinstance(following, list) or not all(isinstance(each, str) for each in following):
            message = "next must be a table of lists of features, by the feature that they follow"
            raise OptionError(stem, message, "Give each a list of names.", "[tool.porspec.next]")
    for name, address in links.items():
        table = "[tool.porspec.links]"
        if name not in LINKS:
            remedy = f"{did_you_mean(name, LINKS)}There are: {', '.join(LINKS)}."
            raise OptionError(name, f"there is no link {name}", remedy, table)
        if unknown := {*_FIELD.findall(address)} - {*FIELDS}:
            remedy = f"There are: {', '.join(f'{{{each}}}' for each in FIELDS)}."
            raise OptionError(name, f"the link {name} has {{{min(unknown)}}}", remedy, table)
        filled = _FIELD.sub("", address)
        if not re.fullmatch(r"(https?://[^/\s[\]]|mailto:)[^\s[\]]*", address) or re.search("[{}]", filled):
            remedy = "Begin with https: or mailto:, and write both braces of a field."
            raise OptionError(name, f"the link {name} is no address", remedy, table)


def _wrong_severity(code: str, value: object) -> tuple[str, str] | None:
    """What is wrong with the severity of a code, or with those by glob, and what to do about it."""
    known, given = registry().codes, list(value.values()) if isinstance(value, dict) else [value]
    if code not in known:
        return f"there is no code {code}", f"{did_you_mean(code, known)}porspec check --list names them all."
    if wrong := [each for each in given if each not in get_args(Severity)]:
        message = f"{code} must be error, warning or off, or a table of these by glob, and it is {wrong[0]!r}"
        return message, f'Write {code} = "warning", or {code} = {{ "docs/old/**" = "off" }}.'
    if known[code].needed and set(given) != {"error"}:
        return f"{code} can be neither turned off nor made a warning: no site can be built with it", "Remove this line."
    return None


def _usual(words: list[str], dialect: str) -> str:
    """The first keyword of the dialect's own language, or the one that it begins with: Et for Et que, as the words of
    a step may begin with que.
    """
    own = [each for each in words if dialect == "en" or each not in _ENGLISH] or words
    return next((word for word in own if own[0].startswith(f"{word} ")), own[0])


def _as_outlined(words: list[str], outlines: list[str]) -> str | None:
    """A scenario as people who write outlines call it, in whatever case: Сценарий for Структура сценария."""
    text = _plain(" ".join(outlines))
    begun = ((each, _plain(each)[: -cut or None]) for cut in range(3) for each in words)
    return next((each for each, begin in begun if begin in text and len(begin) >= min(len(each), _BEGINNING)), None)


def _plain(text: str) -> str:
    """A text without capitals and accents."""
    return "".join(each for each in normalize("NFD", text.casefold()) if not combining(each))


@cache
def known_language(code: str, source: str) -> LanguageConfig:
    return language_of(code, {}, source)


def language_of(code: str, values: Mapping[str, Any], source: str) -> LanguageConfig:
    """A language as its table has it. Its dialect: its own, or that of its most likely region, or the source's."""
    head, name = f"[tool.porspec.languages.{code}]", values.get("dialect") or (Dialect.for_name(code) and code)
    if not name:
        parts = likely(code)
        names = (tag_of(code), f"{parts[0]}-{parts[-1]}", parts[0], source, "" if code == source else "en")
        name = next(filter(Dialect.for_name, names), None)
    if not name:
        meant = f'Did you mean "{other}"? ' if (other := usual_code(code)) != code else ""
        remedy = f"{meant}Give one of Gherkin's dialects as dialect in {head}."
        raise OptionError("source_language", f"Gherkin has no dialect for {code}", remedy)
    if not is_language(code):
        raise OptionError("", f"{code!r} is no code of a language", code_remedy(code), head)
    given = values.get("lang")
    if given is not None and not (is_language(given) and "_" not in given and given.split("-")[0] == likely(code)[0]):
        message = f"{given!r} is no tag of the language {code}"
        raise OptionError("lang", message, f"Give its tag as browsers know it: lang = {lang_of(code)!r}.", head)
    if not Dialect.for_name(name):
        message = f"Gherkin has no dialect {name!r}"
        raise OptionError("dialect", message, "Give one of Gherkin's dialects, such as en.", head)
    known = {kind: [word.strip() for word in keywords(name, (kind,)) if word != STAR] for kind in (*TITLES, *STEPS)}
    chosen = {keyword: _usual(words, name) for keyword, words in known.items()}
    chosen["scenario"] = _as_outlined(known["scenario"], known["scenario_outline"]) or chosen["scenario"]
    for keyword, word in values.get("keywords", {}).items():
        if word not in (words := known.get(keyword, [])):
            what = f"{word!r} is no keyword for {keyword} in Gherkin's {name}"
            remedy = f"Choose of {', '.join(words)}." if words else f"Keywords are for {', '.join(known)}."
            raise OptionError(keyword, what, remedy, head.replace("]", ".keywords]"))
        chosen[keyword] = word
    return LanguageConfig(code, values.get("name"), name, chosen, values.get("complete", False), given)
