"""A pseudo-language: every message in accented, longer words between ⟦ and ⟧.

What stands on a page without accents is in no catalogue; what no longer fits has too little room for another language.
"""

from __future__ import annotations

import re
import shutil
import tempfile
from pathlib import Path

from ..languages.merge import with_translations
from ..languages.new import new_language
from ..languages.sync import follow_catalogues
from ..sources.catalogues import parse_po
from ..sources.files import swap_folder_in
from .build import build_site

_ACCENTED = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "áƀçđéƒğĥíĵķļɱñóþɋŕšŧúṽŵẋýžÁƁÇĐÉƑĞĤÍĴĶĻṀÑÓÞɊŔŠŦÚṼŴẊÝŽ",
)
_FILLER = " öñé ŧŵö ŧĥŕéé ƒöúŕ ƒíṽé šíẋ"
_KEPT = re.compile(r'"?\{[^{}]*\}"?|(?<=\])\([^)]*\)|`[^`]*`|<[^<>]*>')
_BOLD = re.compile(r"\*\*(.+?)\*\*")
_ENDING = re.compile(r"[.?!:]$")
_SHARE = 3  # longer by a third, as translations from English often are


def pseudo(text: str) -> str:
    """A message in the pseudo-language: placeholders, code, HTML and link targets stay, and bold labels are labels."""
    parts = _BOLD.split(text)
    if len(parts) > 1:
        inner = [f"**{pseudo(part)}**" if index % 2 else _accented(part) for index, part in enumerate(parts)]
        return _closed("".join(inner), text)
    return _closed(_accented(text), text)


def _accented(text: str) -> str:
    kept = _KEPT.findall(text)
    plain = [part.translate(_ACCENTED) for part in _KEPT.split(text)]
    return "".join(part + rest for part, rest in zip(plain, [*kept, ""], strict=True))


def _closed(accented: str, text: str) -> str:
    """Between brackets and longer; the last mark of a sentence stays the last, and a label at the end whole."""
    filler = _FILLER[: len(text) // _SHARE].rstrip()
    if accented.endswith("**"):
        return f"⟦{filler.strip()}⟧ {accented}"
    mark = _ENDING.search(accented)
    end = mark[0] if mark else ""
    return f"⟦{accented.removesuffix(end)}{filler}⟧{end}"


def build_pseudo(root: Path, target: Path, code: str) -> Path:
    """Build the site with the pseudo-language beside the others, into `target`; the project stays as it is.

    Raises SpecError where the project has problems, or has a language of this code.
    """
    with tempfile.TemporaryDirectory(dir=root, prefix=".site.") as folder:
        copy = Path(folder) / "project"
        shutil.copytree(root, copy, ignore=shutil.ignore_patterns(".*", "site", target.name, "__pycache__"))
        for path in new_language(copy, code):
            text = (copy / path).read_text("utf-8")
            texts = {
                (context or "", msgid): pseudo(msgid)
                for context, msgid in (each.key for each in parse_po(text, path).entries)
            }
            (copy / path).write_text(with_translations(text, path, texts), "utf-8")
        follow_catalogues(copy, code)
        built = build_site(copy)
        swap_folder_in(built, target)
    return target
