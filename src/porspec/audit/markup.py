"""What markup shows on one page: words that it touches, labels that touch, and labels that are written in two ways."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import pairwise

from ..markdown.reader import BOLD
from ..sources.problems import Problem
from .findings import Finding
from .language import Language
from .reading import Read
from .units import SEPARATOR, Label, Unit

_WORD = re.compile(r"[^\W_]")
_LETTERS = re.compile(r"[a-zà-ÿ]+")
_PART = 7  # letters
_TIGHT = re.compile(r"(?:\\>|>|&gt;)(?=\S)")
_NEW_SENTENCE = re.compile(r"\s{2,}[A-Z]\w+ \w+ \w+")
_NAME = re.compile(r"[A-Z]\w+(?: \w+){1,4}")
_NAMING = r"\b(?:[Uu]nder|[Ss]elect|[Cc]hoose|[Cc]lick|[Oo]nder|[Uu]nter)(?: the| de| het)? "


def at(unit: Unit, span: tuple[int, int], code: str, message: str, remedy: str) -> Finding:
    return Finding(Problem(unit.place(span[0]), message, code, remedy), "source", span[1] - span[0])


def blanks_at_markup(read: Read, _: Language) -> Iterator[Finding]:
    """A word that touches a link, a separator that touches a label, bold that begins or ends with a blank."""
    for unit in read.units:
        text = unit.coded
        if "*" not in text and "[" not in text and "<" not in text:
            continue
        for label in unit.labels:
            start, end = label.outer
            before, after = text[max(start - 1, 0) : start], text[end : end + 5]
            if label.target and before.isalnum():
                yield at(unit, (start, end), "markup", "A blank is missing before the link", "Set one.")
            elif label.target and after[:2].isalnum() and after[1:2] and not _is_compound(unit, label):
                yield at(unit, (start, end), "markup", "A blank is missing after the link", "Set one.")
            elif _TIGHT.match(after) and before not in (">", "<"):
                span = (end, end + 1)
                yield at(unit, span, "markup", "Blanks are missing around the separator", "Set one on each side.")


def _is_compound(unit: Unit, label: Label) -> bool:
    """Whether a link is the first part of a word, such as [order](…)forms: what a sentence goes on with is shorter."""
    rest = _LETTERS.match(unit.text, label.outer[1])
    return rest is not None and len(rest[0]) >= _PART and _LETTERS.fullmatch(label.text) is not None


def touching_labels(read: Read, _: Language) -> Iterator[Finding]:
    """Two labels with nothing between them."""
    for unit in read.units:
        for one, other in pairwise(unit.labels):
            between = unit.text[one.outer[1] : other.outer[0]]
            if one.text[-1] in ":?.!" or other.text[0] in "-/@.":
                continue
            if not between.strip() and "\n" not in between and unit.kind != "cell":
                span = (one.outer[0], other.outer[1])
                message = f'"{one.text}" and "{other.text}" touch'
                yield at(unit, span, "labels-touch", message, "Write what is between them: a word, or > in a path.")


def separators(read: Read, _: Language) -> Iterator[Finding]:
    """A separator of a path that has a label on one side only, and an ordinary word on the other."""
    for unit in read.units:
        if ">" not in unit.text and "&gt;" not in unit.text:
            continue
        for match in SEPARATOR.finditer(unit.said):
            if _parts_nothing(unit, *match.span()):
                message = "This separator stands at the end of the path, and parts nothing"
                yield at(unit, match.span(), "path-separator", message, "Write it between the parts of the path.")


def _parts_nothing(unit: Unit, start: int, end: int) -> bool:
    spans = [each.outer for each in unit.labels]
    if any(first <= start < last for first, last in spans):
        return False
    has_left = any(last <= start and not unit.text[last:start].strip() for _, last in spans)
    has_right = any(end <= first and not unit.text[end:first].strip() for first, _ in spans)
    if has_left == has_right:
        return False
    if has_right:
        before = unit.said[:start].split()[-2:]
        return bool(before) and all(each[:1].islower() for each in before)
    after = unit.said[end:]
    return not after.strip() or after.strip()[:1].islower() or _NEW_SENTENCE.match(after) is not None


def commas_in_labels(read: Read, _: Language) -> Iterator[Finding]:
    """A comma in bold after which the sentence goes on."""
    for unit in read.units:
        for label in unit.bold:
            if label.text.endswith(",") and unit.text[label.outer[1] :][:2].strip():
                message = f'The comma of the sentence stands in "{label.text}"'
                yield at(unit, (label.start, label.end), "label-stop", message, "Write it behind the label.")


def broken_bold(read: Read, _: Language) -> Iterator[Finding]:
    """Stars that are text, since a blank stands inside of them."""
    for unit in read.units:
        for match in BOLD.finditer(unit.text) if "** " in unit.text or " **" in unit.text else ():
            if match[1] != match[1].strip() and _WORD.search(match[1]):
                message = f"{match[0]} is not bold: a blank stands inside"
                yield at(unit, match.span(), "markup", message, "Move it out.")


def labels_in_two_cases(read: Read, _: Language) -> Iterator[Finding]:
    """A label with a capital, and without."""
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for unit in read.units:
        for label in unit.bold:
            seen[label.key][label.text] += 1
    for unit in read.units:
        for label in unit.bold:
            forms = seen[label.key]
            if len(forms) > 1 and label.text[:1].islower() and " " in label.text and "step" in unit.kind:
                other = next((each for each in forms if each[:1].isupper()), None)
                if other:
                    yield at(
                        unit,
                        (label.start, label.end),
                        "label-case",
                        f'"{label.text}" is "{other}" elsewhere',
                        "Write it in one way.",
                    )


def labels_not_bold(read: Read, _: Language) -> Iterator[Finding]:
    """A label that a step names in plain text, and others in bold."""
    steps = [unit for unit in read.units if "step" in unit.kind]
    names = {each.text for unit in steps for each in unit.bold if _NAME.fullmatch(each.text)}
    if not names:
        return
    named = re.compile(rf"{_NAMING}({'|'.join(map(re.escape, sorted(names)))}) *(?:[.,]|$)")
    for unit in steps:
        for match in named.finditer(unit.said):
            if not any(each.start <= match.start(1) < each.end for each in unit.labels):
                yield at(unit, match.span(1), "label-bold", f'"{match[1]}" is bold elsewhere', "Let it be bold.")


RULES = (
    blanks_at_markup,
    touching_labels,
    separators,
    commas_in_labels,
    broken_bold,
    labels_in_two_cases,
    labels_not_bold,
)
