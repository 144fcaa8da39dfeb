"""What mkdocs.yml must say: the lines to write, and its text with those that it lacks, all else as it stands."""

import json
import math
import re
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import yaml

from .files import read_toml
from .locale import is_language, own_name, tag_of
from .problems import SpecError

_Insertion = tuple[int, str]  # where in a text, and what
THEME = {"name": "material"}
_PLAIN = ("tag:yaml.org,2002:seq", "tag:yaml.org,2002:map")


class _Dumper(yaml.SafeDumper):
    """Writes the items of a list further in than its name, as people do."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        del indentless
        return super().increase_indent(flow, False)


def lines(value: object, *, flow: bool = False) -> str:
    """A value as YAML, in lines or in one."""
    written = yaml.dump(
        value, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=math.inf, default_flow_style=flow
    )
    return str(written).removesuffix("...\n").rstrip("\n")


def to_write(**values: object) -> str:
    """The remedy that asks for these settings."""
    return "Write these lines there:\n" + textwrap.indent(lines(values), " " * 8)


def to_plug_in(root: Path, *, is_there: bool) -> str:
    """The remedy that asks for the plugin i18n, or for its options."""
    item, where = lines([i18n(source_language(root))]), "in the place of i18n" if is_there else "behind porspec"
    return f"Write these lines below plugins, {where}:\n" + textwrap.indent(item, " " * 8)


def whole(root: Path) -> str:
    """The remedy where there is no mkdocs.yml."""
    return to_write(site_name=root.name, theme=THEME, plugins=plugins(source_language(root)))


def i18n(language: str) -> dict[str, object]:
    """The plugin for a site that is written in this language; the others that there are follow from the sources."""
    return {"i18n": {"languages": [{"locale": tag_of(language), "name": own_name(language), "default": True}]}}


def plugins(language: str) -> list[object]:
    """All plugins that a site needs."""
    return ["search", "porspec", i18n(language)]


def source_language(root: Path) -> str:
    """The language that a project is written in, as far as anybody has said."""
    try:
        code = read_toml(root, "pyproject.toml", "configuration")["tool"]["porspec"]["source_language"]
    except (SpecError, LookupError, TypeError):
        return "en"
    return code if isinstance(code, str) and is_language(code) else "en"


def spoken(text: str) -> tuple[str, str]:
    """The name of the site that mkdocs.yml has, and the languages of i18n, the default one first; empty where none."""
    name = languages = ""
    with suppress(yaml.YAMLError, AttributeError, TypeError, ValueError, LookupError):
        top = _settings(yaml.compose(text, yaml.SafeLoader))
        name = str(top["site_name"].value)
        (options,) = (each["i18n"] for each in map(_settings, top["plugins"].value) if "i18n" in each)
        given = sorted(map(_settings, _settings(options)["languages"].value), key=lambda each: "default" not in each)
        languages = " ".join(each["locale"].value for each in given)
    return name, languages


def _settings(node: Any) -> dict[str, Any]:
    """The values of a mapping by their names; none of what is no mapping."""
    return {key.value: value for key, value in node.value} if isinstance(node, yaml.MappingNode) else {}


# --- a text with the lines that it lacks -------------------------------------------------------------------------


def completed(text: str, name: str, language: str, pages: Sequence[object], inherited: Mapping[str, Any]) -> str | None:
    """mkdocs.yml with its name, the theme, the plugins and, where it has a navigation, these entries; None where the
    lines are to be written by hand, for it is written in a way that is not understood here.

    `inherited` is what it says together with what it inherits.
    """
    try:
        root = yaml.compose(text, yaml.SafeLoader)
        found = dict(_insertions(text, root, {"site_name": name, "theme": THEME}, plugins(language), pages, inherited))
        for place in sorted(found, reverse=True):
            text = text[:place] + found[place] + text[place:]
        before, after = (_settings(each) for each in (root, yaml.compose(text, yaml.SafeLoader)))
        named = _names(after["plugins"]) if "plugins" in after else _named(inherited)
    except (yaml.YAMLError, AttributeError, TypeError, ValueError):
        return None
    is_whole = {"site_name", "theme"} <= {*after, *inherited} and {"porspec", "i18n"} <= {*named}
    return text if is_whole and set(before) <= set(after) else None


def _insertions(
    text: str,
    root: Any,
    needed: Mapping[str, object],
    wanted: Sequence[object],
    pages: Sequence[object],
    inherited: Mapping[str, Any],
) -> Iterator[_Insertion]:
    """What to insert; raises ValueError or TypeError where that is not known."""
    top = _settings(root)
    keys = {key.value: key for key, _ in root.value} if top else {}
    nulls = {name for name, node in top.items() if node.tag == "tag:yaml.org,2002:null"}
    new = {name: value for name, value in needed.items() if name not in inherited and name not in top}
    lacking = [each for each in wanted if _name(each) not in _named(inherited) and _name(each) != "search"]
    if "plugins" in nulls:
        yield _filled(text, keys["plugins"], wanted)
    elif "plugins" in top and lacking:
        yield _added(text, top["plugins"], [_name(each) if isinstance(each, str) else each for each in lacking], "i18n")
    elif lacking and inherited.get("plugins"):
        raise ValueError("what it inherits has plugins")
    elif lacking:
        new["plugins"] = wanted
    if "theme" in nulls:
        yield _filled(text, keys["theme"], needed["theme"])
    if "nav" in top and "nav" not in nulls and pages:
        yield _added(text, top["nav"], pages)
    elif "nav" not in top and inherited.get("nav") and pages:
        raise ValueError("what it inherits has the navigation")
    if top and root.flow_style and new:
        raise ValueError("in braces")
    if top and "site_name" in new:
        yield root.start_mark.index, _with_ends(f"{lines({'site_name': new.pop('site_name')})}\n", text)
    if new:
        gap = "" if text.endswith("\n") or not text else "\n"
        yield len(text), _with_ends(f"{gap}{chr(10) * bool(text)}{lines(new)}\n", text)


def elsewhere(text: str, root: Path) -> str:
    """mkdocs.yml for a copy in another folder than `root`: what it inherits is named by its whole path."""
    if (node := _settings(yaml.compose(text, yaml.SafeLoader)).get("INHERIT")) is None:
        return text
    return text[: node.start_mark.index] + json.dumps(str(root / node.value)) + text[node.end_mark.index :]


def _name(plugin: object) -> str:
    return str(next(iter(plugin)) if isinstance(plugin, dict) else plugin)


def _named(settings: Mapping[str, Any]) -> set[str]:
    """The names of the plugins that settings have."""
    return {name for each in settings.get("plugins") or () for name in (each if isinstance(each, dict) else [each])}


def _filled(text: str, key: Any, value: object) -> _Insertion:
    """A value for a setting that has none, in lines behind its name."""
    end = text.find("\n", key.end_mark.index)
    end = len(text) if end < 0 else end - text[:end].endswith("\r")
    if not re.fullmatch(r"\s*:\s*(#.*)?", text[key.end_mark.index : end]):
        raise ValueError("in one line")
    return end, _with_ends("\n" + textwrap.indent(lines(value), "  "), text)


def _names(node: Any) -> list[str]:
    """The names of plugins, in whichever way they are written."""
    items = [key for key, _ in node.value] if isinstance(node, yaml.MappingNode) else node.value
    return [each.value[0][0].value if isinstance(each, yaml.MappingNode) else each.value for each in items]


def _added(text: str, node: Any, items: Sequence[object], behind: str = "") -> _Insertion:
    """Items at the end of a list or a mapping of plugins, or before the one that must be `behind` them."""
    if node.tag not in _PLAIN or (isinstance(node, yaml.MappingNode) and not behind):
        raise TypeError("no list, or one that MkDocs makes of something else")
    if isinstance(node, yaml.MappingNode):
        named = [each if isinstance(each, dict) else {str(each): {}} for each in items]
        written = [lines(each, flow=bool(node.flow_style)) for each in named]
        written = [each[1:-1] for each in written] if node.flow_style else written
        starts, ends = [key for key, _ in node.value], [value for _, value in node.value]
    else:
        written = [lines(each, flow=True) if node.flow_style else lines([each]) for each in items]
        starts = ends = node.value
    if node.flow_style:
        place = node.end_mark.index - 1
        inner = text[node.start_mark.index + 1 : place].rstrip()
        between = " " if inner.endswith(",") else ", " if inner else ""
        return place, between + ", ".join(written)
    names = _names(node) if behind else []
    before = names.index(behind) if behind in names else None
    start = text.rfind("\n", 0, starts[before or 0].start_mark.index) + 1
    indent = text[start : starts[before or 0].start_mark.index].rstrip().removesuffix("-")
    indent = indent or " " * starts[0].start_mark.column * isinstance(node, yaml.MappingNode)
    if indent.strip():
        raise ValueError("a list in a list")
    block = textwrap.indent("\n".join(written), indent)
    if before is not None:
        return start, _with_ends(f"{block}\n", text)
    end = len(text[: _end(ends[-1])].rstrip())
    end = len(text) if (line := text.find("\n", end)) < 0 else line - text[:line].endswith("\r")
    return end, _with_ends(f"\n{block}", text)


def _end(node: Any) -> int:
    """Where the last of a value's own text ends: what PyYAML says of a block is where the next one begins."""
    if isinstance(node, yaml.ScalarNode) or node.flow_style or not node.value:
        return int(node.end_mark.index)
    last = node.value[-1]
    return _end(last[1] if isinstance(node, yaml.MappingNode) else last)


def _with_ends(block: str, text: str) -> str:
    """Lines with the ends of those around them."""
    return block.replace("\n", "\r\n") if "\r\n" in text else block
