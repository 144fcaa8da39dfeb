"""mkdocs.yml: what checks and catalogues need of it, by MkDocs' own reader; and the whole, by MkDocs' own rules.

Themes and plugins take long to load: only what builds a site asks for the whole.
"""

import logging
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .files import is_inside, is_project_folder, read_source
from .problems import Location, Problem, SpecError, did_you_mean

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

FILE = "mkdocs.yml"
_NOT_BUILT = ".*\n/templates/\n"  # by MkDocs, whatever exclude_docs says


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
        return any(_patterns(each).match_file(name) for each in self.excluded)


def read_site(root: Path) -> Site:
    """What mkdocs.yml says of the site; what MkDocs takes for granted, where there is no such file.

    Raises SpecError where it cannot be read, or where no site with our plugin can be built of it.
    """
    return _Settings(root).site() if (root / FILE).exists() else Site()


def load_site(root: Path, *, strict: bool = False, **options: Any) -> "MkDocsConfig":
    """All that MkDocs makes of mkdocs.yml and of these options, its theme and its plugins loaded.

    Raises SpecError where MkDocs cannot use something; with `strict` also where it warns.
    """
    if not (root / FILE).exists():
        remedy = "Write one with site_name, theme: material, and the plugins porspec and i18n; or give --root."
        raise SpecError([Problem(Location(FILE), "There is no mkdocs.yml here", "mkdocs", remedy)])
    settings = _Settings(root)
    settings.site()
    from mkdocs.config.defaults import MkDocsConfig

    config = MkDocsConfig(config_file_path=str(root / FILE))
    try:
        with (root / FILE).open("rb") as file:
            config.load_file(file)
        config.load_dict({"strict": strict, **options})
        errors, warnings = config.validate()
    except Exception as error:  # whatever a theme, a plugin or a hook raises
        raise settings.error("", f"MkDocs cannot use this file: {error!r}") from error
    wrong = [*errors, *(warnings if strict else ())]
    if "language" not in config.theme and not wrong:
        wrong = [("theme", "It must be Material for MkDocs, or a theme that extends it")]
    if wrong:
        told = (settings.error(option, f"{option}: {error}").problems for option, error in wrong)
        raise SpecError(chain.from_iterable(told))
    for option, warning in warnings:
        logging.getLogger("mkdocs.config").warning("Config value '%s': %s", option, warning)
    return config


@cache
def _patterns(text: str) -> Any:
    """Patterns of files as MkDocs reads them, which are Git's."""
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines(text.split("\n"))


class _Text(str):
    """A text that knows its place, as PyYAML has it: the file's name, and line and column from 0."""

    mark: Any = None


class _Settings:
    """What is written in mkdocs.yml and the files that it inherits, each text with its place."""

    def __init__(self, root: Path) -> None:
        """Raises SpecError where MkDocs could not read it."""
        self.root, self.values = root, dict[str, Any]()
        read_source(root, FILE, "mkdocs")  # which says where it is no text
        from mkdocs.exceptions import ConfigurationError
        from mkdocs.utils.yaml import yaml_load

        try:
            with (root / FILE).open("rb") as file:
                self.values = yaml_load(file, _loader())
            if not isinstance(self.values, dict):
                raise TypeError("it holds no settings")
            self.sections = tuple(_sections(self.values.get("nav")))
        except (ConfigurationError, OSError, TypeError, ValueError, RecursionError) as error:
            cause: Any = error.__context__ or error
            place = self._place(getattr(cause, "problem_mark", None))
            message = f"MkDocs cannot read this file: {getattr(cause, 'problem', None) or error}"
            raise SpecError([Problem(place, message, "mkdocs", "Correct it.")]) from None

    def error(self, option: str, message: str, remedy: str = "Correct it.") -> SpecError:
        """What is wrong with an option, where its value stands, or else its name."""
        texts = (self.values.get(option), *(key for key in self.values if key == option), option)
        mark = next(filter(None, (getattr(each, "mark", None) for each in texts)), None)
        return SpecError([Problem(self._place(mark), message, "mkdocs", remedy)])

    def site(self) -> Site:
        """Raises SpecError where no site with our plugin can be built of it."""
        plugins = self._plugins()
        renders = plugins.get("porspec", {}).get("render", True)
        if not isinstance(renders, bool):
            raise self.error("plugins", f"render must be true or false, and it is {renders!r}")
        if "porspec" in plugins:
            self._check_builders(plugins)
        excluded = (_NOT_BUILT + self._text("exclude_docs"), self._text("draft_docs"))
        named = {each: self.values.get(each) for each in ("site_name", "site_description")}
        texts = [(text, "site", f"The {option} of mkdocs.yml.") for option, text in named.items()]
        texts += [(section, "navigation", "A section of the navigation.") for section in self.sections]
        placed = ((each.mark.line + 1, kind, str(each), what) for each, kind, what in texts if isinstance(each, _Text))
        return Site(self._docs(), renders, self._text("site_url"), tuple(placed), excluded)

    def _text(self, option: str) -> str:
        value = self.values.get(option) or ""
        if not isinstance(value, str):
            raise self.error(option, f"{option} must be a text, and it is {value!r}")
        return value

    def _docs(self) -> str:
        """The folder of the hand-written pages, which MkDocs takes in any spelling."""
        given = self._text("docs_dir")
        docs = Path(os.path.relpath(self.root / (given or "docs"), self.root)).as_posix()
        if not is_project_folder(docs) or not is_inside(self.root, self.root / docs):
            remedy = "Name one below it, and not site, which a build replaces."
            raise self.error("docs_dir", f"docs_dir is {docs}, and must be a folder of the project's", remedy)
        if given and not (self.root / docs).is_dir():
            raise self.error("docs_dir", f"There is no folder {docs}", "Make it, or correct docs_dir.")
        return docs

    def _plugins(self) -> dict[str, dict[str, Any]]:
        """The options of each plugin that is not disabled."""
        given = self.values.get("plugins") or []
        entries = [given] if isinstance(given, dict) else given
        if not isinstance(entries, list) or not all(isinstance(each, str | dict) for each in entries):
            raise self.error("plugins", "plugins must be a list of plugins")
        pairs = chain.from_iterable(each.items() if isinstance(each, dict) else [(each, {})] for each in entries)
        found = {name: options if isinstance(options, dict) else {} for name, options in pairs}
        return {name: options for name, options in found.items() if options.get("enabled", True) is not False}

    def _check_builders(self, plugins: Mapping[str, object]) -> None:
        """The theme is one that our templates extend, and the plugins are there."""
        from importlib.metadata import entry_points

        theme = self.values.get("theme")
        theme = theme.get("name") if isinstance(theme, dict) else theme
        themes, known = (sorted(entry_points(group=f"mkdocs.{each}").names) for each in ("themes", "plugins"))
        if theme not in themes or theme in ("mkdocs", "readthedocs"):
            message = f"The theme is {theme or 'missing'}, and the plugin porspec needs material"
            raise self.error("theme", message, "Write theme: with name: material.")
        if "i18n" not in plugins:
            message = "The plugin porspec needs the plugin i18n (mkdocs-static-i18n)"
            raise self.error("plugins", message, "Add i18n to the plugins, behind porspec.")
        for name in plugins:
            if not {name, f"{theme}/{name}"} & set(known):
                remedy = f"{did_you_mean(str(name), known)}Install it, or remove it here."
                raise self.error(name, f"There is no plugin {name}", remedy)

    def _place(self, mark: Any) -> Location:
        """A place of PyYAML's; the head of the file where there is none."""
        return (
            Location(FILE)
            if not mark
            else Location(Path(os.path.relpath(mark.name, self.root)).as_posix(), mark.line + 1, mark.column + 1)
        )


def _loader() -> Any:
    """MkDocs' reader of YAML for what is only looked at: it keeps places, and imports nothing for any tag."""
    import yaml
    from mkdocs.utils.yaml import get_yaml_loader

    def text(loader: Any, node: Any) -> _Text:
        found = _Text(loader.construct_scalar(node))
        found.mark = node.start_mark
        return found

    # libyaml's reader is ten times as fast, where PyYAML has it.
    loader = get_yaml_loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    loader.add_constructor("tag:yaml.org,2002:str", text)
    loader.add_multi_constructor("", lambda *_: None)
    return loader


def _sections(nav: object) -> Iterator[_Text]:
    """The titles of sections: keys whose value is a list."""
    for item in nav if isinstance(nav, list) else ():
        for key, value in item.items() if isinstance(item, dict) else ():
            if isinstance(key, _Text) and isinstance(value, list):
                yield key
                yield from _sections(value)
