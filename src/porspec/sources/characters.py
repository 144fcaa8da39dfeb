"""Characters that nobody sees, or that turn others around: those that no script needs where they stand.

Joiners belong to Arabic and Indic scripts and to sequences of emoji, the space without width to scripts that set no
blanks, marks of direction to texts with letters that run from right to left, tags to the flags of regions.
"""

import re
import unicodedata
from collections.abc import Iterator

_ARABIC_FORMS = "\ufb50-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc"
_JOINED = f"\u0600-\u061b\u061d-\u08ff\u0900-\u0dff\u1000-\u109f\u1780-\u17ff\u1800-\u18af{_ARABIC_FORMS}"
_WITHOUT_BLANKS = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u1950-\u19df"
_PICTURED = "\u2190-\u2bff\U0001f000-\U0001faff"
_RIGHT_TO_LEFT = re.compile(
    "[\u05d0-\u05f2\u0620-\u064a\u066e-\u06d3\u0700-\u08ff\ufb1d-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc]"
)
_SUSPECT = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufdd0-\ufdef\ufeff\ufff9-\ufffb"
    "\ufffe\uffff\ud800-\udfff\U000e0000-\U000e00ff]"
)
_NEEDED = re.compile(
    f"(?<=[{_JOINED}])[\u200c\u200d]"
    f"|(?<=[{_PICTURED}\ufe0f])\u200d(?=[{_PICTURED}])"
    f"|(?<=[{_WITHOUT_BLANKS}])\u200b(?=[{_WITHOUT_BLANKS}])"
    "|(?<=[\u1800-\u18af])\u180e"
    "|\U0001f3f4[\U000e0020-\U000e007e]+\U000e007f"
)
_MARKS = "\u200e\u200f\u061c"


def strange(text: str) -> Iterator[int]:
    """Where in a text such a character stands; its lines are told apart."""
    if text.isascii() and text.isprintable():
        return
    start = 0
    for line in text.split("\n"):
        if _SUSPECT.search(line):
            needed = {place for found in _NEEDED.finditer(line) for place in range(*found.span())}
            is_turned = _RIGHT_TO_LEFT.search(line) is not None
            for found in _SUSPECT.finditer(line):
                if found.start() not in needed and not (is_turned and found[0] in _MARKS):
                    yield start + found.start()
        start += len(line) + 1


def called(character: str) -> str:
    """What a character is called: its number, and its name where it has one."""
    name = unicodedata.name(character, "")
    return f"U+{ord(character):04X}{f' ({name})' if name else ''}"
