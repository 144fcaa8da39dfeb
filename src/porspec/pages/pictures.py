"""Draws what a snapshot shows (spec/screens): HTML that the site's style sheet makes a picture of, one line long.

One sentence or two tell a screen reader what is on it; its parts are hidden from that, and from the search.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from markupsafe import Markup

from ..languages.words import marked
from ..markdown.content import characters
from ..markdown.trees import PICTURE_CLASS
from ..spec.runner import Trace
from ..spec.screens import Control, Listing, Mark, Screen, screen_of
from ..spec.spec import Spec
from .voice import Voice

_Part = TypeVar("_Part")
_MOST, _MOST_TEXTS, _LONGEST = 6, 8, 80  # of what is drawn: neighbours, texts of one name, characters of a text
_TABLE = Markup(' class="t"')
_CUT = Markup("<b>⋯</b>")


@dataclass(frozen=True, slots=True)
class Picture:
    """A state as it is seen, and what is marked on it; the result of a procedure marks nothing."""

    screen: Screen
    mark: Mark | None = None
    is_result: bool = False


def pictures_of(spec: Spec, trace: Trace) -> tuple[Picture | None, ...]:
    """The pictures of the Whens that tell something, each of the state before it, and that of the result.

    There is none of a state of which its snapshot says nothing that can be seen.
    """
    found: list[Picture | None] = []
    before = trace.fresh
    for step in trace.steps:
        definition = spec.catalogue[step.binding]
        if step.binding.kind == "when" and definition.says_in(trace.variant.moniker):
            screen = screen_of(before)
            marks = screen.marks(definition, step.binding) if screen else []
            found.append(Picture(screen, marks[0] if len(marks) == 1 else None) if screen else None)
        before = step.snapshot
    last = screen_of(before) if found else None
    return (*found, Picture(last, is_result=True) if last else None)


class Drawer:
    """Draws the pictures of one language."""

    def __init__(self, voice: Voice) -> None:
        self.voice, self.words = voice, voice.words
        self.drawings: dict[str, list[Picture]] = {}

    def figure(self, picture: Picture | None, step: int | None = None) -> str:
        """A picture as HTML, if there is one: of the step of this number, or of the result.

        Two pictures are one text only where the states are equal, also in what is not drawn of them.
        """
        if picture is None:
            return ""
        name = self.words.html("picture-result" if picture.is_result else "picture")
        number = "" if step is None else f' data-step="{step}"'
        drawing = (
            f" data-search-exclude><details{' open' if step == 1 else ''}><summary>{name}</summary>"
            f'<div role="img" aria-label="{characters(self._told(picture))}">'
            f'<div aria-hidden="true">{self._drawn(picture, step)}</div></div></details></figure>'
        )
        alike = self.drawings.setdefault(drawing, [])
        if picture not in alike:
            alike.append(picture)
        other = f' data-other="{alike.index(picture)}"' if alike.index(picture) else ""
        return f'<figure class="{PICTURE_CLASS}"{number}{other}{drawing}'

    def note(self) -> str:
        """What all pictures are made from."""
        return f'<p class="{PICTURE_CLASS}s">{self.words.html("picture-note")}</p>'

    def _told(self, picture: Picture) -> str:
        """A picture in words."""
        screen, said = picture.screen, list[str]()
        names = filter(None, (*(each.label for each in screen.lists), *(name for name, _ in screen.rest)))
        place = " > ".join(map(self._plain, screen.place)) or self.words.values(list(map(self._plain, names)))
        if place:
            said.append(self.words("picture-place", place=place))
        if picture.mark:
            said.append(self.words("picture-marked", control=self._plain(screen.name(picture.mark))))
        if screen.message:  # the last, as it may be a whole sentence
            said.append(self.words("picture-message", message=self._plain(screen.message)))
        return self.words.text(said or [self.words("picture")])

    # --- parts -------------------------------------------------------------------------------------------------------

    def _drawn(self, picture: Picture, step: int | None) -> Markup:
        screen, mark = picture.screen, picture.mark

        def attributes(part: str, number: int, row: int = 0, *, classes: str = "") -> Markup:
            is_marked = mark == (part, number, row)
            classes = f"{classes} x".strip() if is_marked else classes
            shown = f' class="{classes}"' if classes else ""
            return Markup(f'{shown} data-n="{step}"' if is_marked and step else shown)  # noqa: S704 - words of ours

        place = Markup(" › ").join(map(self._text, screen.place))
        parts = [
            _tag("p", place) if place else Markup(),
            self._navigation(screen, mark, attributes),
            _tag("div", *self._main(screen, mark, attributes)),
        ]
        return Markup().join(parts)

    def _navigation(self, screen: Screen, mark: Mark | None, attributes: Callable[..., Markup]) -> Markup:
        """The places that can be opened, each first label once, as a heading of those below it."""
        marked_at = mark.number if mark and mark.part == "navigation" else 0
        made, heading = list[Markup](), ""
        for number, path in _around(screen.navigation, marked_at):
            if path is None:
                made.append(_CUT)
                continue
            if path[1:] and path[0] != heading:
                made.append(_tag("b", self._text(path[0])))
            heading = path[0] if path[1:] else ""
            classes = " ".join(["in"] * bool(path[1:]) + ["on"] * (path == screen.place[: len(path)]))
            text = Markup(" › ").join(map(self._text, path[1:] or path))
            made.append(_tag("i", text, attributes=attributes("navigation", number, classes=classes)))
        return _tag("nav", *made) if made else Markup()

    def _main(self, screen: Screen, mark: Mark | None, attributes: Callable[..., Markup]) -> Iterator[Markup]:
        if screen.message:
            yield _tag("q", self._text(screen.message))
        heading = ""
        for number, control in _around(screen.controls, mark.number if mark and mark.part == "controls" else 0):
            if control is None:
                yield _CUT
                continue
            if control.under and control.under != heading:
                yield _tag("b", self._text(control.under))
            heading = control.under
            yield self._control(control, attributes("controls", number, classes=_classes(control)))
        for number, listing in enumerate(screen.lists):
            at = mark.row if mark and mark.part == "lists" and mark.number == number else 0
            yield from self._listing(listing, number, at, attributes)
        if screen.rest:
            rows = (
                _tag("tr", _tag("th", self._text(name)), _tag("td", self._texts(texts)))
                for name, texts in screen.rest[: 2 * _MOST]
            )
            yield _tag("table", *rows, attributes=_TABLE)

    def _control(self, control: Control, attributes: Markup) -> Markup:
        text = self._text(control.label)
        if control.kind == "box":
            return _tag("i", _tag("b", text), _tag("u", self._text(control.value)), attributes=attributes)
        if control.value and control.kind not in ("switch", "choice"):
            text = text + " " + _tag("u", self._text(control.value))
        return _tag("i", text, attributes=attributes)

    def _listing(self, listing: Listing, number: int, at: int, attributes: Callable[..., Markup]) -> Iterator[Markup]:
        if listing.label:
            yield _tag("b", self._text(listing.label))
        rows = list[Markup]()
        if listing.columns:
            cells = (_tag("th", self._text(each)) for each in listing.columns)
            rows.append(_tag("tr", *cells))
        for place, row in _around(listing.rows, at):
            if row is None:
                rows.append(Markup("<tr><td>⋯</td></tr>"))
                continue
            is_chosen = bool(listing.chosen) and row[:1] == ((listing.chosen,),)
            own = attributes("lists", number, place, classes="on" if is_chosen else "")
            cells = (_tag("td", self._texts(cell)) for cell in row)
            rows.append(_tag("tr", *cells, attributes=own))
        if rows:
            yield _tag("table", *rows, attributes=_TABLE)

    # --- texts -------------------------------------------------------------------------------------------------------

    def _texts(self, labels: Sequence[str]) -> Markup:
        shown = [*map(self._text, labels[:_MOST_TEXTS]), *([Markup("⋯")] if labels[_MOST_TEXTS:] else [])]
        return Markup(", ").join(shown)

    def _text(self, text: str) -> Markup:
        """A label as its language calls it, or any other text as it is."""
        label = self.voice.spec.catalogue.labels.get(text)
        if label is None:
            return Markup(characters(_short(text)))  # noqa: S704 - no mark is left in it
        said = self.voice.language.text("labels", label.text, label.id)
        shown = Markup(characters(_short(said or label.text)))  # noqa: S704 - no mark is left in it
        shown = self.words.named(shown, "labels", label.text, label.id)
        return shown if said else marked(shown, self.voice.source_lang, self.voice.lang)

    def _plain(self, text: str) -> str:
        label = self.voice.spec.catalogue.labels.get(text)
        return _short(text if label is None else self.voice.language.say("labels", label.text, label.id))


def _tag(name: str, *held: Markup, attributes: str = "") -> Markup:
    """An element; pictures have so many that Markup's own templates take long."""
    return Markup(f"<{name}{attributes}>{''.join(held)}</{name}>")  # noqa: S704 - all of it is HTML


def _classes(control: Control) -> str:
    is_on = control.value and control.kind in ("switch", "choice")
    return " ".join([control.kind, *(["on"] if is_on else []), *([] if control.enabled else ["off"])])


def _short(text: str) -> str:
    """A text in one line, which is not long."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"


def _around(parts: Iterable[_Part], at: int) -> Iterator[tuple[int, _Part | None]]:
    """Parts with their numbers, those around one where they are many; None for what is left out."""
    every = list(parts)
    start = max(0, min(at - _MOST // 2, len(every) - _MOST)) if len(every) > _MOST + 1 else 0
    stop = start + _MOST if len(every) > _MOST + 1 else len(every)
    if start:
        yield -1, None
    yield from ((number, every[number]) for number in range(start, stop))
    if stop < len(every):
        yield -1, None


def with_picture(text: str, figure: str) -> str:
    """A paragraph with the picture that belongs to it, if there is one."""
    return f'<div class="porspec-result" markdown="1">\n\n{text}\n\n{figure}\n\n</div>' if figure else text
