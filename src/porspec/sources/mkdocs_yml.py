"""mkdocs.yml: what checks and catalogues need of it, by MkDocs' own reader; and the whole, by MkDocs' own rules.

Themes and plugins take long to load: only what builds a site asks for the whole.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import entry_points
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .files import read_source
from .problems import Location, Problem, SpecError, did_you_mean

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

FILE = "mkdocs.yml"
_NOT_BUILT = ".*\n/templates/\n"  # by MkDocs, whatever exclude_docs says

_TEXTS = ("docs_dir", "site_url", "exclude_docs", "draft_docs")


@dataclass(frozen=True, slots=True)
class Site:
    """Where hand-written pages are, which are not built, whether others are rendered besides, and the site's address.

    `texts` are for readers: the line, the context, the text and what it is, of the site's name and its navigation.
    """

    docs: str = "docs"
    renders: bool = True
    url: str = ""
    texts: tuple[tuple[int, str, str, str], ...] = ()
    excluded: tuple[str, ...] = (_NOT_BUILT, "")

    def excludes(self, name: str) -> bool:
        """Whether the site has no page of this name below `docs`: it is excluded, or a draft."""
        from pathspec import GitIgnoreSpec

        return any(GitIgnoreSpec.from_lines(each.splitlines()).match_file(name) for each in self.excluded)


def read_site(root: Path) -> Site:
    """What mkdocs.yml says of the site; what MkDocs takes for granted, where there is no such file.

    Raises SpecError where it cannot be read, or where no site with our plugin can be built of it.
    """
    if not (root / FILE).exists():
        return Site()
    settings, texts = _settings(root)
    given = {option: settings.get(option) or "" for option in _TEXTS}
    plugins = _plugins(root, settings)
    renders = plugins.get("porspec", {}).get("render", True)
    for option, value, kind in (*((*each, str) for each in given.items()), ("render", renders, bool)):
        if not isinstance(value, kind):
            message = f"{option} must be {'a text' if kind is str else 'true or false'}, and it is {value!r}"
            raise _error(_place(root, settings, "plugins" if kind is bool else option), message, "Correct it.")
    if "porspec" in plugins:
        _check_builders(root, settings, plugins)
    excluded = (_NOT_BUILT + given["exclude_docs"], given["draft_docs"])
    return Site(_docs(root, settings), renders, given["site_url"], texts, excluded)


def load_site(root: Path, *, strict: bool = False, **options: Any) -> MkDocsConfig:
    """All that MkDocs makes of mkdocs.yml and of these options, its theme and its plugins loaded.

    Raises SpecError where MkDocs cannot use something; with `strict` also where it warns.
    """
    if not (root / FILE).exists():
        remedy = "Write one with site_name, theme: material, and the plugins porspec and i18n; or give --root."
        raise _error(Location(FILE), "There is no mkdocs.yml here", remedy)
    read_site(root)
    settings, _ = _settings(root)
    from mkdocs.config.defaults import MkDocsConfig

    config = MkDocsConfig(config_file_path=str(root / FILE))
    try:
        with (root / FILE).open("rb") as file:
            config.load_file(file)
        config.load_dict({"strict": strict, **options})
        errors, warnings = config.validate()
    except Exception as error:  # whatever a theme, a plugin or a hook raises
        raise _error(Location(FILE), f"MkDocs cannot use this file: {error!r}", "Correct what it names.") from error
    wrong = [*errors, *(warnings if strict else ())]
    if "language" not in config.theme and not wrong:
        wrong = [("theme", "It must be Material for MkDocs, or a theme that extends it")]
    if wrong:
        raise SpecError(
            Problem(_place(root, settings, option), f"{option}: {error}", "mkdocs", "Correct it in mkdocs.yml.")
            for option, error in wrong
        )
    for option, warning in warnings:
        logging.getLogger("mkdocs.config").warning("Config value '%s': %s", option, warning)
    return config


class _Text(str):
    """A text that knows its file, its line and its column."""

    mark: tuple[str, int, int] | None = None


def _settings(root: Path) -> tuple[dict[str, Any], tuple[tuple[int, str, str, str], ...]]:
    """The settings as they are written, and the texts for readers among them."""
    read_source(root, FILE, "mkdocs")  # which says where it is no text
    from mkdocs.exceptions import ConfigurationError
    from mkdocs.utils.yaml import yaml_load

    try:
        with (root / FILE).open("rb") as file:
            settings = yaml_load(file, _loader())
        if isinstance(settings, dict):
            return settings, tuple(_texts(settings))
        place, reason = Location(FILE), "it holds no settings"
    except (ConfigurationError, OSError, TypeError, ValueError, RecursionError) as error:
        cause = error.__context__ or error
        mark = getattr(cause, "problem_mark", None)
        place = _location(root, (mark.name, mark.line, mark.column) if mark else None)
        reason = getattr(cause, "problem", None) or str(error)
    raise _error(place, f"MkDocs cannot read this file: {reason}", "Correct it.")


def _loader() -> Any:
    """MkDocs' reader of YAML for what is only looked at: it keeps places, and imports nothing for any tag."""
    import yaml
    from mkdocs.utils.yaml import get_yaml_loader

    # libyaml's reader is ten times as fast, where PyYAML has it.
    class Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
        pass

    def text(loader: Any, node: Any) -> _Text:
        found = _Text(loader.construct_scalar(node))
        if node.start_mark:
            found.mark = (node.start_mark.name, node.start_mark.line, node.start_mark.column)
        return found

    Loader.add_constructor("tag:yaml.org,2002:str", text)
    Loader.add_multi_constructor("", lambda *_: None)
    return get_yaml_loader(Loader)


def _plugins(root: Path, settings: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """The options of each plugin that is not disabled."""
    given = settings.get("plugins") or []
    entries = [given] if isinstance(given, dict) else given
    if not isinstance(entries, list) or not all(isinstance(each, str | dict) for each in entries):
        raise _error(_place(root, settings, "plugins"), "plugins must be a list of plugins", "Correct it.")
    pairs = [pair for each in entries for pair in (each.items() if isinstance(each, dict) else [(each, {})])]
    found = {name: options if isinstance(options, dict) else {} for name, options in pairs}
    return {name: options for name, options in found.items() if options.get("enabled", True) is not False}


def _check_builders(root: Path, settings: Mapping[str, Any], plugins: Mapping[str, object]) -> None:
    """The theme is one that our templates extend, and the plugins are there."""
    theme = settings.get("theme")
    theme = theme.get("name") if isinstance(theme, dict) else theme
    themes, known = (sorted(entry_points(group=f"mkdocs.{each}").names) for each in ("themes", "plugins"))
    if theme not in themes or theme in ("mkdocs", "readthedocs"):
        message = f"The theme is {theme}, and the plugin porspec needs material" if theme else "The theme is missing"
        raise _error(_place(root, settings, "theme"), message, "Write theme: with name: material.")
    if "i18n" not in plugins:
        message = "The plugin porspec needs the plugin i18n (mkdocs-static-i18n)"
        raise _error(_place(root, settings, "plugins"), message, "Add i18n to the plugins, behind porspec.")
    for name in plugins:
        if not {name, f"{theme}/{name}"} & set(known):
            remedy = f"{did_you_mean(str(name), known)}Install it, or remove it here."
            raise _error(_place(root, plugins, name), f"There is no plugin {name}", remedy)


def _docs(root: Path, settings: Mapping[str, Any]) -> str:
    """The folder of the hand-written pages, which MkDocs takes in any spelling."""
    docs = Path(os.path.relpath(root / (settings.get("docs_dir") or "docs"), root)).as_posix()
    place = _place(root, settings, "docs_dir")
    if docs == "." or docs.startswith(".."):
        raise _error(place, f"docs_dir is {docs}, and must be a folder of the project's", "Name one below this file.")
    if settings.get("docs_dir") and not (root / docs).is_dir():
        raise _error(place, f"There is no folder {docs}", "Make it, or correct docs_dir.")
    return docs


def _texts(settings: Mapping[str, Any]) -> Iterator[tuple[int, str, str, str]]:
    for option in ("site_name", "site_description"):
        if isinstance(text := settings.get(option), _Text):
            yield _line(text), "site", str(text), f"The {option} of mkdocs.yml."
    for section in _sections(settings.get("nav")):
        yield _line(section), "navigation", str(section), "A section of the navigation."


def _sections(nav: object) -> Iterator[_Text]:
    """The titles of sections: keys whose value is a list."""
    for item in nav if isinstance(nav, list) else ():
        for key, value in item.items() if isinstance(item, dict) else ():
            if isinstance(key, _Text) and isinstance(value, list):
                yield key
                yield from _sections(value)


def _line(text: _Text) -> int:
    return text.mark[1] + 1 if text.mark else 1


def _place(root: Path, settings: Mapping[str, Any], option: str) -> Location:
    """Where the value of an option stands, or else its name."""
    key = next((each for each in settings if each == option), None)
    found = (getattr(each, "mark", None) for each in (settings.get(option), key))
    return _location(root, next((each for each in found if each), None))


def _location(root: Path, mark: tuple[str, int, int] | None) -> Location:
    name, line, column = mark or (str(root / FILE), 0, 0)
    return Location(Path(os.path.relpath(name, root)).as_posix(), line + 1, column + 1)


def _error(place: Location, message: str, remedy: str) -> SpecError:
    return SpecError([Problem(place, message, "mkdocs", remedy)])
