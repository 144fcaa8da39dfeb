"""Languages: codes, tags, own names, and how their scripts are written. Babel loads slowly: it is asked last."""

from __future__ import annotations

import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel.core import Locale

# Inside [] of a regular expression: what Chinese and Japanese write, and all scripts that set no blanks between words.
HAN = "\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
WITHOUT_BLANKS = f"{HAN}\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
_CODE = re.compile(r"[a-z]{2,3}([_-][A-Z][a-z]{3})?([_-]([A-Z]{2}|\d{3}))?")
_WIDE_SCRIPTS = frozenset({"Hans", "Hant", "Hani", "Jpan"})


def tag_of(code: str) -> str:
    """The language tag of addresses, page names and HTML (BCP 47): pt-BR where the folder is pt_BR."""
    return code.replace("_", "-")


@cache
def is_language(code: str) -> bool:
    """Whether Babel knows a code of the form that the site's addresses can have."""
    if not _CODE.fullmatch(code):
        return False
    package = find_spec("babel")
    data = f"locale-data/{code.replace('-', '_')}.dat"
    if package and package.origin and Path(package.origin).with_name("locale-data").parent.joinpath(data).exists():
        return True  # without loading Babel, which takes as long as a small run
    from babel.core import UnknownLocaleError

    try:
        return bool(babel_locale(code))
    except (UnknownLocaleError, ValueError):
        return False


def code_remedy(code: str) -> str:
    """What to write instead of a code that is none: the one that is meant, where it is written in another manner."""
    from babel.core import Locale

    scripts = {name.casefold(): script for script, name in Locale("en").scripts.items()}
    language, *rest = re.split(r"[-_@]", re.sub(r"\.[\w-]+", "", code))
    parts = (scripts.get(each.casefold(), each.title() if len(each) == len("Latn") else each.upper()) for each in rest)
    candidates = ("_".join([language.lower(), *sorted(parts, key=len, reverse=True)]), language.lower())
    meant = next((each for each in candidates if is_language(each)), None)
    return (f'Did you mean "{meant}"? ' if meant else "") + (
        "Give two or three letters, with a script or region where it needs them: de, pt_BR, zh_Hant."
    )


def babel_locale(code: str) -> Locale:
    """The locale of a language's folder, pt_BR or pt-BR; raises ValueError or UnknownLocaleError."""
    from babel.core import Locale

    return Locale.parse(code.replace("-", "_"))


@cache
def own_name(code: str) -> str:
    """What a language calls itself, as Babel knows it; its code where Babel does not know it."""
    from babel.core import UnknownLocaleError

    try:
        name = babel_locale(code).get_display_name() or code
        return name[0].upper() + name[1:]
    except (UnknownLocaleError, ValueError):
        return code


def likely(code: str) -> list[str]:
    """The parts of a code with the script and the region that CLDR holds to be meant, where it knows some."""
    from babel.core import get_global

    code = code.replace("-", "_")
    return str(get_global("likely_subtags").get(code, code)).split("_")


def is_wide(code: str) -> bool:
    """Whether a language sets no blanks between sentences, and has punctuation as wide as its characters."""
    language, *rest = likely(code)
    script = next((each for each in [*rest, *likely(language)] if len(each) == len("Hans")), "")
    return script in _WIDE_SCRIPTS
