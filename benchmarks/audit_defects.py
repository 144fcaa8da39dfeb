"""How many of the listed defects of a page an audit finds, by number; and what it tells that is none of them.

    PORSPEC_AUDIT=FOLDER python benchmarks/audit_defects.py [GLOSSARY]

FOLDER holds the page, with two languages, under the names below; it is read, and is no part of this project.
"""

import os
import sys
from pathlib import Path

from porspec.audit.auditing import audit
from porspec.audit.terms import Terms, read_terms

SOURCE, TRANSLATION = "add-partner.en-2020-03.md", "add-partner.nl-2020-03.md"
# Each defect with the codes that tell it, and the lines on which one of them does.
DEFECTS: dict[int, tuple[str, tuple[int, ...]]] = {
    1: ("translation-sense", (218, 230, 242)),
    2: ("label-differs", (218, 230, 242)),
    3: ("list-numbers", (218, 230, 242)),
    4: ("label-case", (218, 230, 242)),
    5: ("modal-missing@1", (64,)),
    6: ("modal-missing@227", (64,)),
    7: ("translation-sense", (64,)),
    8: ("modal-missing", (121,)),
    9: ("grammar", (121,)),
    10: ("glossary", (121,)),
    11: ("label-order", (75,)),
    12: ("label-untranslated", (75,)),
    13: ("path-separator", (75, 94)),
    14: ("label-stop", (75, 94)),
    15: ("label-order", (94,)),
    16: ("markup", (94,)),
    17: ("label-stop", (77, 96)),
    18: ("", ()),
    19: ("label-stop@55", (79, 98)),
    20: ("label-bold", (79, 98)),
    21: ("grammar@46", (80, 99)),
    22: ("grammar@23", (80, 99)),
    23: ("grammar", (82, 101)),
    24: ("label-bold", (82, 101)),
    25: ("grammar", (86, 105)),
    26: ("markup", (129, 176, 188, 224, 236)),
    27: ("translation-sense", (133,)),
    28: ("label-case", (133,)),
    29: ("grammar", (133,)),
    30: ("glossary", (133, 143)),
    31: ("", ()),
    32: ("grammar", (145,)),
    33: ("label-bold", (151,)),
    34: ("labels-touch", (151,)),
    35: ("", ()),
    36: ("", ()),
    37: ("glossary", (153,)),
    38: ("", ()),
    39: ("label-order", (201,)),
    40: ("label-untranslated", (201,)),
    41: ("markup", (201,)),
    42: ("label-stop", (201,)),
    43: ("register", (203,)),
    44: ("label-stop", (203,)),
    45: ("translation-sense", (205,)),
    46: ("grammar", (253, 261, 269)),
    47: ("translation-sense", (253, 261, 269)),
    48: ("", ()),
    49: ("glossary", (22,)),
    50: ("alert-as-text", (34,)),
    51: ("glossary", (253, 261, 269)),
    52: ("glossary", (30,)),
    53: ("blanks", (212,)),
    54: ("anchor-twice", (92,)),
    55: ("", ()),
    56: ("", ()),
    57: ("blanks", (76,)),
}
# What is told besides of the same faults.
SAME = {
    ("label-untranslated", 94),
    ("label-stop", 79),
    ("label-stop", 98),
    ("path-separator", 201),
    ("label-differs", 94),
}
SAME |= {("glossary", line) for _, lines in DEFECTS.values() for line in lines}


def main() -> None:
    root = Path(os.environ["PORSPEC_AUDIT"])
    terms = read_terms(Path(sys.argv[1])) if len(sys.argv) > 1 else Terms()
    audited, _ = audit(root, {SOURCE: [TRANSLATION]}, terms)
    told = {
        (each.problem.code, each.problem.location.line, each.problem.location.column) for each in audited[0].findings
    }
    found, used = set[int](), set[tuple[str, int, int]]()
    for number, (wanted, lines) in DEFECTS.items():
        code, _, column = wanted.partition("@")
        hits = {each for each in told if each[0] == code and each[1] in lines and column in ("", str(each[2]))}
        used |= hits
        if hits:
            found.add(number)
    others = sorted(each for each in told - used if each[:2] not in SAME)
    print(f"{len(found)} of {len(DEFECTS)} found; not found: {sorted(set(DEFECTS) - found)}")
    print(f"{len(told)} findings; of none of the defects: {others}")


if __name__ == "__main__":
    main()
