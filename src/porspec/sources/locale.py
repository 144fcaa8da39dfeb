"""Languages: codes, tags, own names, how their scripts are written, and the words that Gherkin has in each of them.

Babel loads slowly: it is asked last.
"""

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from gherkin.dialect import Dialect
from gherkin.errors import ParserException

from .problems import Location, Problem, registry

if TYPE_CHECKING:
    from babel.core import Locale

# Inside [] of a regular expression: what Chinese and Japanese write, and all scripts that set no blanks between words.
HAN = "\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
WITHOUT_BLANKS = f"{HAN}\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
# Codes that ISO 639 has taken back, which Babel takes for these.
_WITHDRAWN = {"iw": "he", "in": "id", "ji": "yi", "jw": "jv", "mo": "ro"}
_CODE = re.compile(r"[a-z]{2,3}([_-][A-Z][a-z]{3})?([_-]([A-Z]{2}|\d{3}))?")

# Codes that name no script, of languages that are written in several: for these W3C asks to say which.
_LANGS = {"zh": "zh-Hans"}
_RIGHT_TO_LEFT = {"Adlm", "Arab", "Hebr", "Nkoo", "Rohg", "Syrc", "Thaa"}

TITLES = ("feature", "background", "rule", "scenario_outline", "scenario", "examples")
STEPS = ("given", "when", "then", "and", "but")
STAR = "* "
_MARKS = ("#", "@", "|", '"""', "```")
_UNEXPECTED = re.compile(r"(?:unexpected end of file, )?expected: (?P<tokens>.*?)(?:, got (?P<got>.*))?", re.DOTALL)


def tag_of(code: str) -> str:
    """The tag of addresses and page names: pt-BR where the folder is pt_BR."""
    return code.replace("_", "-")


def lang_of(code: str) -> str:
    """The tag that is told to browsers and search engines (BCP 47), with the script where readers must know it."""
    return _LANGS.get(tag_of(code), tag_of(code))


def base_of(code: str) -> str:
    """A language's code without script and country."""
    return re.split("[-_]", code, maxsplit=1)[0]


def direction_of(code: str) -> str:
    """The direction of a language's script, ltr or rtl; Babel knows that of languages in their usual script only."""
    return "rtl" if script_of(code) in _RIGHT_TO_LEFT else "ltr"


def lang_attributes(lang: str, around: str) -> dict[str, str]:
    """The attributes of an element in a language, within one in another: HTML takes no direction from a language."""
    direction = direction_of(lang)
    return {"lang": lang} | ({"dir": direction} if direction != direction_of(around) else {})


def attributes_in(lang: str, around: str) -> str:
    """The same as HTML has them."""
    return " ".join(f'{key}="{value}"' for key, value in lang_attributes(lang, around).items())


@cache
def is_language(code: str) -> bool:
    """Whether Babel knows a code of the form that the site's addresses can have."""
    if not _CODE.fullmatch(code) or re.split("[-_]", code)[0] in _WITHDRAWN:
        return False
    package, data = find_spec("babel"), f"locale-data/{code.replace('-', '_')}.dat"
    if package and package.origin and (Path(package.origin).parent / data).exists():
        return True  # without loading Babel, which takes as long as a small run
    from babel.core import UnknownLocaleError

    with suppress(UnknownLocaleError, ValueError):
        return bool(babel_locale(code))
    return False


def usual_code(language: str) -> str:
    """What a language is called by most, as CLDR has it: en for eng, he for iw; its code where there is no other."""
    from babel.core import get_global

    return _WITHDRAWN.get(language) or str(get_global("language_aliases").get(language, language))


def code_remedy(code: str) -> str:
    """What to write instead of a code that is none: the one that is meant, where it is written in another manner."""
    scripts = {name.casefold(): script for script, name in babel_locale("en").scripts.items()}
    language, *rest = re.split(r"[-_@]", re.sub(r"\.[\w-]+", "", code))
    language = usual_code(language.lower())
    parts = (scripts.get(each.casefold(), each.title() if len(each) == len("Latn") else each.upper()) for each in rest)
    candidates = ("_".join([language.lower(), *sorted(parts, key=len, reverse=True)]), language.lower())
    meant = next((each for each in candidates if is_language(each)), None)
    return (f'Did you mean "{meant}"? ' if meant else "") + (
        "Give two or three letters, with a script or region where it needs them: de, pt_BR, zh_Hant."
    )


@cache
def babel_locale(code: str) -> "Locale":
    """The locale of a language's folder, pt_BR or pt-BR; raises ValueError or UnknownLocaleError."""
    from babel.core import Locale

    return Locale.parse(code.replace("-", "_"))


@cache
def own_name(code: str) -> str:
    """What a language calls itself, as Babel knows it; its code where Babel does not know it."""
    if not is_language(code):
        return code
    name = babel_locale(code).get_display_name() or code
    return name[0].upper() + name[1:]


def likely(code: str) -> list[str]:
    """The parts of a code with the script and the region that CLDR holds to be meant, where it knows some."""
    from babel.core import get_global

    code = code.replace("-", "_")
    return str(get_global("likely_subtags").get(code, code)).split("_")


@cache
def script_of(code: str) -> str:
    """The script of a language: the one that its code names, or that CLDR holds to be meant; "" for neither."""
    language, *rest = likely(code)
    return next((each for each in [*rest, *likely(language)] if len(each) == len("Hans")), "")


def is_wide(code: str) -> bool:
    """Whether a language sets no blanks between sentences, and has punctuation as wide as its characters."""
    return script_of(code) in {"Hans", "Hant", "Hani", "Jpan"}


def han_words(run: str) -> list[str]:
    """The words of a run of Han characters, between which Chinese sets no blanks."""
    import rjieba

    return list(rjieba.cut(run))


# --- Gherkin's words -----------------------------------------------------------------------------------------------


def lines_of(text: str) -> list[str]:
    """The lines that Gherkin counts: only LF ends one, whatever else Unicode calls the end of a line."""
    return text.removesuffix("\n").split("\n")


@cache
def keywords(dialect: str, kinds: tuple[str, ...]) -> tuple[str, ...]:
    """The keywords of these kinds, a step's with its blank, the star among them; none of a dialect that is none."""
    found = Dialect.for_name(dialect)
    return tuple(dict.fromkeys(word for kind in kinds for word in getattr(found, f"{kind}_keywords", ())))


@cache
def kinds_of(dialect: str) -> dict[str, str]:
    """The kind of each keyword but the star, without its blank."""
    kinds = reversed((*TITLES, *STEPS))  # of a word that is several the first counts
    return {word.strip(): kind for kind in kinds for word in keywords(dialect, (kind,)) if word != STAR}


def reserved(dialect: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What no line of a text may begin with: anywhere, and besides in the description of a scenario."""
    return (*(f"{title}:" for title in keywords(dialect, TITLES)), *_MARKS), keywords(dialect, STEPS)


def may_begin_line(word: str, dialect: str) -> bool:
    """Whether a line of a text may begin with a word, and be read as text whatever follows."""
    is_keyword = word in (each.strip() for each in keywords(dialect, STEPS))
    return not (is_keyword or word.endswith(":") or word[0] in '#@|*"`')


def unmistaken(keyword: str, text: str, dialect: str) -> str:
    """The keyword; or where the text would be read as the rest of a longer one, that one: "Et que que …"."""
    longer = (each for each in keywords(dialect, STEPS) if each.startswith(f"{keyword} "))
    return next((each for each in longer if f"{keyword} {text}".startswith(each)), keyword).strip()


def without_colon(line: str, dialect: str) -> str | None:
    """The title that a line begins with, where it lacks its colon."""
    titles = keywords(dialect, TITLES) if ":" not in line else ()
    return max((word for word in titles if f"{line} ".startswith(f"{word} ")), key=len, default=None)


def in_own_words(line: str, dialect: str) -> str | None:
    """What a line that begins with an English keyword would begin with in a dialect that does not have that."""
    own, english = kinds_of(dialect), kinds_of("en")
    title, colon, _ = line.partition(":")
    for word, ending in ((title, colon), (line.partition(" ")[0], "")):
        kind = english.get(word)
        if kind and word not in own and (kind in TITLES) == bool(ending):
            return " or ".join(f"{each}{ending}" for each, its in own.items() if its == kind)
    return None


def syntax_problems(errors: Iterable[ParserException], text: str, path: str, dialect: str) -> Iterator[Problem]:
    """What is wrong with a text, without what only follows from an error before it.

    That is all behind a title that is in English or lacks its colon, and each line for which Gherkin still waits for
    the same: what a tag is for, or the feature.
    """
    lines = dict(enumerate(map(str.strip, lines_of(text)), 1))
    before = ""
    for error in errors:
        message = str(error).split(": ", 1)[-1]
        found = _UNEXPECTED.fullmatch(message)
        expected = found["tokens"] if found else ""
        if expected and expected == before and "#StepLine" not in expected:
            continue
        before, tokens = expected, set(expected.split(", "))
        what, remedy = f"Not Gherkin: {message}", "Correct this line."
        if found:
            what = "Not Gherkin: the file ends here" if found["got"] is None else f"Not Gherkin here: {found['got']}"
            names = [name for token, name in registry().codes["feature-syntax"].words.items() if token in tokens]
            remedy = f"Expected {', '.join(names)}; begin the line with its keyword or mark."
        if "#TagLine" in tokens and not {"#FeatureLine", "#StepLine"} & tokens:
            remedy = (
                "Tags stand before a feature, a rule, a scenario or Examples: move or remove those above this line."
            )
        place = Location(path, error.location["line"], error.location.get("column") or 1)
        written = lines.get(place.line, "")
        own = in_own_words(written, dialect) or ""
        if title := without_colon(written, dialect):
            remedy = f"Write a colon behind {title}."
        elif own:
            remedy = f'The keywords of this file are in Gherkin\'s "{dialect}": write {own}'
        yield Problem(place, what, "feature-syntax", remedy)
        if title or ":" in own:
            return
