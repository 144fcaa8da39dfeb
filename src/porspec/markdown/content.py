"""The one way from a text to a page: what catalogues, features and settings say is data. It is read as the small
Markdown that it may hold, and written from that reading, with all else escaped.

A text holds bold and emphasized words, code, links to allowed targets, and line breaks; a name holds none of these. No
HTML, no entity, no picture, nothing of an extension: these characters are shown as they were written. What is written
is escaped for CommonMark, for Python-Markdown with its extensions and those of PyMdown, for templates, and for HTML.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from html import escape as html_escape
from urllib.parse import quote, urlsplit

from markdown.util import AtomicString
from markdown_it import MarkdownIt
from markdown_it.common.utils import unescapeAll
from markdown_it.rules_inline import StateInline, emphasis
from markdown_it.token import Token
from markupsafe import Markup

_ADDRESS = re.compile(r"(?:https?://[^/]|mailto:).*|(?!//)[^:]*(?:[/?#].*)?", re.IGNORECASE)
# What browsers leave out of an address, or take for a slash.
_DROPPED = re.compile(r"[\x00-\x20\x7f-\xa0\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\\]")
_BOLD = re.compile(r"\*\*(?!\s)((?:\\.|`[^`]*`|[^*\\`]|\*(?!\*))+?)(?<!\s)\*\*(?!\*)", re.DOTALL)
_LINK = re.compile(
    r"\[(?P<label>(?:\\.|`[^`]*`|[^\[\]\\`])*)\]"
    r"\(<?(?P<target>(?:\\.|[^\s()<>\\]|\((?:\\.|[^\s()<>\\])*\))+)>?\)",
    re.DOTALL,
)
_MARKS = re.compile(r"[\\`*\[\n]")  # without one of these a text is read as it stands
_LINE_ENDS = re.compile(r"\s*\n\s*")
_FIELD = re.compile(r"\{\{|\}\}|\{(?P<name>[a-z_][a-z0-9_]*)\}")
# Around the name of a value, in its place, characters that no source may hold; X is an underscore of the name.
_OPEN, _CLOSE = "\ufdd0", "\ufdd1"
_PLACE = re.compile(f"{_OPEN}([a-z0-9X]+){_CLOSE}")
_SYNTAX = re.compile(
    r"[\\`*_\[\]<#|{}~^$]|&(?=#?\w+;)|(?<=\{)%"  # CommonMark, HTML, attributes, templates, mathematics
    r"|(?<=[-+=])[-+=]|[-+=](?=[-+=])|\.(?=\.\.)"  # dashes, insertions, keys, snippets
    r"|:(?=::|[\w+-]+:)|\((?=(?:c|r|p|tm)\))|[+=](?=/[-=])|(?<=c)/(?=[ou]\b)|(?<=\d)/(?=\d)",  # docfx, emoji, symbols
    re.IGNORECASE,
)
# Bold words between blanks, in a text that has none of the other marks, are what they look like.
_SIMPLE_BOLD = re.compile(r"(?<![^\s(])\*\*[a-zA-Z0-9](?:[^*]*[a-zA-Z0-9])?\*\*(?![^\s,.;:!?)])")
_OTHER_MARKS = re.compile(r"[_`<\[]")
_COMMONMARK = MarkdownIt("commonmark")
_BLOCK = re.compile(r"^(?:(\d+)(?=[.)])|(?=[-+=:!?/;>]))")  # what would begin one
_ENTITIES = {"<": "&lt;", "&": "&amp;"}  # "<" also for what looks for tags before Markdown is read
_CODE = re.compile(rf"[^\s`|<{_OPEN}](?:[^`|<{_OPEN}]*[^\s`|<{_OPEN}])?")
_ASCII_MARK = re.compile(r"[!-/:-@\[-`{-~]")


class Markdown(str):
    """What is Markdown: all that was put into it is escaped, or was Markdown itself."""

    __slots__ = ()


def is_allowed(target: str) -> bool:
    """Whether a text may link to this: a whole address of the web or of mail, or a place of this site."""
    return _ADDRESS.fullmatch(target) is not None and not _DROPPED.search(target) and is_address(target)


def is_address(target: str) -> bool:
    """Whether a target can be read: `http://[x` cannot, since a bracket begins an address of IPv6."""
    try:
        urlsplit(target)
    except ValueError:
        return False
    return True


# --- read ----------------------------------------------------------------------------------------------------------


@cache
def _parser() -> MarkdownIt:
    """markdown-it with the rules for what a text may hold."""
    made = MarkdownIt("zero").enable(["newline", "escape", "backticks", "emphasis", "link"])
    made.inline.ruler.before("emphasis", "bold", _bold)
    made.inline.ruler.before("link", "picture", _picture)
    made.inline.ruler.at("link", _link)
    made.inline.ruler.at("emphasis", _emphasis)
    return made


def _bold(state: StateInline, silent: bool) -> bool:
    """Bold words, also beside punctuation of scripts that set no blanks, as Python-Markdown has them."""
    found = _BOLD.match(state.src, state.pos, state.posMax)
    if found and not silent:
        _push(state, "strong", found.span(1))
    state.pos = found.end() if found else state.pos
    return found is not None


def _link(state: StateInline, silent: bool) -> bool:
    """A link, where its target is allowed without the values that it may have."""
    found = _LINK.match(state.src, state.pos, state.posMax)
    target = unescapeAll(found["target"]) if found else ""
    if found is None or not is_allowed(_PLACE.sub("x", target)):
        return False
    if not silent:
        _push(state, "a", found.span("label"), href=target)
    state.pos = found.end()
    return True


def _push(state: StateInline, tag: str, inside: tuple[int, int], **attributes: str) -> None:
    around = state.posMax
    state.push(f"{tag}_open", tag, 1).attrs = {**attributes}
    state.pos, state.posMax = inside
    state.md.inline.tokenize(state)
    state.posMax = around
    state.push(f"{tag}_close", tag, -1)


def _emphasis(state: StateInline, silent: bool) -> bool:
    """Emphasis by stars: underscores stand in names of files and of Python."""
    return state.src[state.pos] == "*" and emphasis.tokenize(state, silent)


def _picture(state: StateInline, silent: bool) -> bool:
    """The beginning of a picture, which is text."""
    found = state.src.startswith("![", state.pos)
    state.pending += "![" if found and not silent else ""
    state.pos += 2 * found
    return found


@lru_cache(16384)
def _read(text: str, names: frozenset[str] | None) -> tuple[Token, ...]:
    """What a text holds; with names, braces are those of a template, and each value has its place."""

    def place(found: re.Match[str]) -> str:
        if found["name"]:
            is_value = found["name"] in (names or ())
            return f"{_OPEN}{found['name'].replace('_', 'X')}{_CLOSE}" if is_value else found[0]
        return found[0][0]

    text = text.replace(_OPEN, "").replace(_CLOSE, "").strip(" \t\n")
    text = text if names is None else _FIELD.sub(place, text)
    if not _MARKS.search(text):
        return (Token("text", "", 0, content=text),)
    return tuple(_parser().parseInline(text)[0].children or ())


@lru_cache(16384)
def emphases_in(markdown: str) -> int:
    """How often CommonMark emphasizes something in what was written."""
    bold = len(_SIMPLE_BOLD.findall(markdown))
    if markdown.count("*") == 4 * bold and not _OTHER_MARKS.search(markdown):
        return bold
    tokens = _COMMONMARK.parseInline(markdown)[0].children or [] if re.search("[*_]", markdown) else []
    return sum(each.type in ("strong_open", "em_open") for each in tokens)


def targets_of(text: str) -> Iterator[str]:
    """The target of each link of a text, allowed or not."""
    return (unescapeAll(found["target"]) for found in _LINK.finditer(text))


# --- written -------------------------------------------------------------------------------------------------------


@lru_cache(16384)
def escape(text: str) -> Markdown:
    """A name as Markdown that shows it as it is, in one line, wherever it stands."""
    return Markdown(_BLOCK.sub(r"\1\\", _escaped(_LINE_ENDS.sub(" ", text))))


def _escaped(text: str) -> str:
    return _SYNTAX.sub(lambda found: _ENTITIES.get(found[0], f"\\{found[0]}"), text)


def atomic(text: str) -> AtomicString:
    """A name in the tree of Python-Markdown, which shows it as it is."""
    return AtomicString(text.replace("&", "&amp;"))


def characters(text: str) -> str:
    """A text as HTML within Markdown: each mark is the number of its character, which nothing takes for syntax."""
    return _ASCII_MARK.sub(lambda found: f"&#{ord(found[0])};", text)


def link_to(target: str, words: Markdown) -> Markdown:
    """A link with these words, or the words alone where it must not lead there."""
    return Markdown(f"[{words}]({_address(target)})") if is_allowed(target) else words


def _address(target: str) -> str:
    return quote(target, safe="/.:?#&=%@+~,")


def as_code(text: str, values: Mapping[str, str] | None = None) -> Markdown:
    """A text as code: between backticks where no reader can misunderstand it, else as an element."""
    if _CODE.fullmatch(text):
        return Markdown(f"`{text}`")
    return Markdown(f"<code>{_filled(characters(text), values)}</code>")


def fence_of(text: str, shortest: int = 3) -> str:
    """As many backticks as code needs around it, which are more than it has side by side."""
    return "`" * max(shortest, 1 + max(map(len, re.findall("`+", text)), default=0))


def fenced(code: str, language: str = "") -> str:
    """Code as a block between fences."""
    return f"{fence_of(code)}{language}\n{code.removesuffix(chr(10))}\n{fence_of(code)}"


def markdown_of(text: str, values: Mapping[str, str] | None = None) -> Markdown:
    """A text as Markdown, in one line; a value that is not Markdown already is a name.

    Without `values` braces are what they are; with some, even none, they are those of `str.format`.
    """
    if values is None:
        return _markdown(text, None)
    shown = (value if isinstance(value, Markdown) else escape(value) for value in values.values())
    return _markdown(text, tuple(zip(values, values.values(), shown, strict=True)))


@lru_cache(16384)
def _markdown(text: str, values: tuple[tuple[str, str, Markdown], ...] | None) -> Markdown:
    given = {name: str(shown) for name, _, shown in values or ()}
    raw = None if values is None else {name: value for name, value, _ in values}

    def shown(token: Token) -> str:
        match token.type:
            case "text":
                return _filled(_escaped(token.content), given)
            case "code_inline":
                return as_code(token.content, given)
            case "softbreak" | "hardbreak":
                return " " if token.type == "softbreak" else "<br>"
            case "a_open" | "a_close":
                return "[" if token.nesting > 0 else f"]({_address(str(token.attrs['href']))})"
            case _:
                return "**" if token.tag == "strong" else "*"

    return Markdown(_BLOCK.sub(r"\1\\", "".join(map(shown, _linked(text, raw))).strip(" ")))


def html_of(text: str, values: Mapping[str, str] | None = None) -> Markup:
    """A text as HTML; a value that is not Markup already is a name."""
    given = {name: str(Markup.escape(value)) for name, value in (values or {}).items()}

    def shown(token: Token) -> str:
        match token.type:
            case "text":
                return _filled(html_escape(token.content), given)
            case "code_inline":
                return f"<code>{_filled(html_escape(token.content), given)}</code>"
            case "softbreak" | "hardbreak":
                return " " if token.type == "softbreak" else "<br>"
            case "a_open":
                return f'<a href="{html_escape(str(token.attrs["href"]))}">'
            case _:
                return f"<{'/' * (token.nesting < 0)}{token.tag}>"

    return Markup("".join(map(shown, _linked(text, values))))  # noqa: S704 - all of it is escaped here


def text_of(text: str, values: Mapping[str, str] | None = None) -> str:
    """A text as plain text, for titles, attributes and data."""
    tokens = (token for token in _linked(text, values) if not token.nesting)
    return "".join(" " if token.type.endswith("break") else _filled(token.content, values) for token in tokens)


def _linked(text: str, values: Mapping[str, str] | None) -> Iterator[Token]:
    """The tokens of a text, the two of a link with its target; without those that the values lead elsewhere."""
    targets = list[str]()
    for token in _read(text, None if values is None else frozenset(values)):
        if token.type == "a_open":
            targets.append(_filled(str(token.attrs["href"]), values))
        if token.tag != "a":
            yield token
        elif is_allowed(target := targets.pop() if token.nesting < 0 else targets[-1]):
            yield token.copy(attrs={"href": target})


def _filled(text: str, values: Mapping[str, str] | None) -> str:
    return _PLACE.sub(lambda found: values[found[1].replace("X", "_")], text) if values else text
