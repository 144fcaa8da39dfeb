"""mkdocs.yml: what checks and catalogues need of it, by MkDocs' own reader; and the whole, by MkDocs' own rules.

Themes and plugins take long to load: only what builds a site asks for the whole.
"""

import logging
import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .bounds import refuse_excess
from .files import is_inside, is_project_folder, plain_text, read_again, read_source, refuse_unreadable
from .mkdocs_lines import THEME, to_plug_in, to_write, whole
from .problems import Location, Problem, SpecError, did_you_mean

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

FILE = "mkdocs.yml"
_SHOWN = ("site_name", "site_description", "site_author", "copyright", "nav", "theme", "plugins")
_CORRECT, _NAME_IT = "Correct it.", 'Write what the site is called, such as site_name: "Help".'
_REMEDIES = {"docs_dir": "Make this folder, with a page index.md.", "site_name": _NAME_IT}
_NO_TEXTS = ("separator", "pipeline")  # of the search
SECTION = "A section of the navigation."
_NOT_BUILT = ".*\n/templates/\n"  # by MkDocs, whatever exclude_docs says


@dataclass(frozen=True, slots=True)
class Site:
    """Where hand-written pages are, which are not built, whether others are rendered besides, and the site's address.

    `texts` are for readers: the line, the context, the text and what it is, of the site's name and its navigation.
    `written` are all texts that a page may show, each with its line and column. `order` are the pages of the
    navigation, without ending; `edit` is the address at which a file of the project is edited, with its `{path}`;
    `lacks_address` where the site is ours, and nothing says whether it has an address.
    """

    docs: str = "docs"
    renders: bool = True
    url: str = ""
    texts: tuple[tuple[int, str, str, str], ...] = ()
    excluded: tuple[str, ...] = (_NOT_BUILT, "")
    written: tuple[tuple[int, int, str], ...] = ()
    order: tuple[str, ...] = ()
    edit: str = ""
    lacks_address: bool = False

    def excludes(self, name: str) -> bool:
        """Whether the site has no page of this name below `docs`: it is excluded, or a draft."""
        return any(_patterns(each).match_file(name) for each in self.excluded)


def read_site(root: Path) -> Site:
    """What mkdocs.yml says of the site; what MkDocs takes for granted, where there is no such file.

    Raises SpecError where it cannot be read, or where no site with our plugin can be built of it.
    """
    _refuse_other_name(root)
    return _Settings(root).site() if (root / FILE).exists() else Site()


def looked_at(root: Path) -> tuple[str, Mapping[str, Any]]:
    """The folder of the pages, and what mkdocs.yml says, with what it inherits; whether or not a site can be built.

    Raises SpecError where MkDocs could not read it.
    """
    _refuse_other_name(root)
    if not (root / FILE).exists():
        return Site().docs, {}
    settings = _Settings(root)
    return settings.docs(), settings.values


def _refuse_other_name(root: Path) -> None:
    """MkDocs reads mkdocs.yaml too, where there is no mkdocs.yml; all else reads the one."""
    if (root / "mkdocs.yaml").exists() and not (root / FILE).exists():
        message = "Nothing but MkDocs reads this file by this name"
        raise SpecError([Problem(Location("mkdocs.yaml"), message, "mkdocs", f"Name it {FILE}.")])


def load_site(root: Path, *, strict: bool = False, **options: Any) -> "MkDocsConfig":
    """All that MkDocs makes of mkdocs.yml and of these options, its theme and its plugins loaded.

    Raises SpecError where MkDocs cannot use something; with `strict` also where it warns.
    """
    _refuse_other_name(root)
    if not (root / FILE).exists():
        raise SpecError([Problem(Location(FILE), "There is no mkdocs.yml here", "mkdocs", whole(root))])
    (settings := _Settings(root)).site()
    from mkdocs.config.defaults import MkDocsConfig

    MkDocsConfig.plugins.plugin_cache.clear()  # type: ignore[attr-defined]  # another site's plugins are not this one's
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
        told = (settings.error(name, f"{name}: {error}", _REMEDIES.get(name, _CORRECT)) for name, error in wrong)
        raise SpecError(chain.from_iterable(each.problems for each in told))
    for option, warning in warnings:
        logging.getLogger("mkdocs.config").warning("Config value '%s': %s", option, warning)
    return config


@cache
def _installed(what: str) -> tuple[str, ...]:
    """The names of the themes, or of the plugins, that MkDocs finds."""
    from importlib.metadata import entry_points

    return tuple(sorted(entry_points(group=f"mkdocs.{what}").names))


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
        read_source(root, FILE, "mkdocs")
        from mkdocs.utils.yaml import yaml_load

        try:
            with (root / FILE).open("rb") as file:
                self.values = yaml_load(file, _loader(root))
            if not isinstance(self.values, dict):
                raise TypeError("it holds no settings")
            self.nav = tuple(_entries(self.values.get("nav")))
        except SpecError:
            raise
        except Exception as error:  # noqa: BLE001 - PyYAML raises what its constructors meet
            cause: Any = error.__context__ or error
            place = self._place(getattr(cause, "problem_mark", None))
            message = f"MkDocs cannot read this file: {getattr(cause, 'problem', None) or error}"
            is_odd = "cannot start any token" in message
            remedy = "Write blanks in the place of a tab, and quotes around a text." if is_odd else _CORRECT
            raise SpecError([Problem(place, message, "mkdocs", remedy)]) from None

    def error(self, option: str, message: str, remedy: str = _CORRECT) -> SpecError:
        """What is wrong with an option, where its value stands, or else its name."""
        texts = (self.values.get(option), *(key for key in self.values if key == option), option)
        mark = next(filter(None, (getattr(each, "mark", None) for each in texts)), None)
        return SpecError([Problem(self._place(mark), message, "mkdocs", remedy)])

    def site(self) -> Site:
        """Raises SpecError where no site with our plugin can be built of it."""
        given = self._plugins()
        renders = given.get("porspec", {}).get("render", True)
        if not isinstance(renders, bool):
            raise self.error("plugins", f"render must be true or false, and it is {renders!r}")
        if "porspec" in given:
            self._check_builders(given)
        excluded = (_NOT_BUILT + self._text("exclude_docs"), self._text("draft_docs"))
        named = {each: self.values.get(each) for each in ("site_name", "site_description")}
        texts = [(text, "site", f"The {option} of mkdocs.yml.") for option, text in named.items()]
        texts += [(section, "navigation", SECTION) for section, each in self.nav if isinstance(each, list)]
        placed = ((each.mark.line + 1, kind, str(each), what) for each, kind, what in texts if isinstance(each, _Text))
        shown = (each for key in _SHOWN for each in _texts(self.values.get(key)))
        written = tuple((each.mark.line + 1, each.mark.column + 1, str(each)) for each in shown)
        docs, order = self.docs(), tuple(each.removesuffix(".md") for _, each in self.nav if isinstance(each, str))
        url, edit = self._text("site_url"), self._edit(docs)
        if url and not re.fullmatch(r"https?://[^\s\"'<>\\]+", url):
            raise self.error("site_url", f"site_url is no address: {url!r}")
        lacks_address = "porspec" in given and "site_url" not in self.values
        return Site(docs, renders, url, tuple(placed), excluded, written, order, edit, lacks_address)

    def _edit(self, docs: str) -> str:
        """Where a file is edited: what mkdocs.yml says of the pages' folder, for the folder around it."""
        template = self._text("edit_uri_template") or f"{self._text('edit_uri').rstrip('/')}/{{path}}"
        folder, _, end = template.partition("/{path}")
        repository = self._text("repo_url").rstrip("/")
        is_known = repository and end == "" and "{" not in folder and f"/{folder}".endswith(f"/{docs}")
        return f"{repository}/{folder.removesuffix(docs).lstrip('/')}{{path}}" if is_known else ""

    def _text(self, option: str) -> str:
        if not isinstance(value := self.values.get(option) or "", str):
            raise self.error(option, f"{option} must be a text, and it is {value!r}")
        return value

    def docs(self) -> str:
        """The folder of the hand-written pages, which MkDocs takes in any spelling."""
        given = self._text("docs_dir")
        docs = Path(os.path.relpath(self.root / (given or "docs"), self.root)).as_posix()
        if not is_project_folder(docs) or not is_inside(self.root, self.root / docs):
            remedy = "Name one below it, and not site, which a build replaces."
            raise self.error("docs_dir", f"docs_dir is {docs}, and must be a folder of the project's", remedy)
        if given and not (self.root / docs).is_dir():
            raise self.error("docs_dir", f"There is no folder {docs}", "Make it, or correct docs_dir.")
        if (again := read_again(self.root, self.root / docs)) is not None:
            message, place = "This folder would be read again and again", again.relative_to(self.root).as_posix()
            remedy = "Remove the symbolic link that leads to it."
            raise SpecError([Problem(Location(place), message, "docs-unreadable", remedy)])
        refuse_unreadable(self.root, docs)
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

    def _check_builders(self, given: Mapping[str, dict[str, Any]]) -> None:
        """The theme is one that our templates extend, and the plugins are there."""
        theme = theme.get("name") if isinstance(theme := self.values.get("theme"), dict) else theme
        themes, known = (_installed(each) for each in ("themes", "plugins"))
        if theme not in themes or theme in ("mkdocs", "readthedocs"):
            message = f"The theme is {theme or 'missing'}, and the plugin porspec needs material"
            raise self.error("theme", message, to_write(theme=THEME))
        if not given.get("i18n", {}).get("languages"):
            message = "The plugin porspec needs the plugin i18n (mkdocs-static-i18n) with a language"
            raise self.error("plugins", message, to_plug_in(self.root, is_there="i18n" in given))
        if given["i18n"].get("docs_structure", "suffix") != "suffix":
            message = "The plugin porspec needs docs_structure: suffix of the plugin i18n, with pages as index.fr.md"
            remedy = "Leave docs_structure out, and name pages index.fr.md in the place of fr/index.md."
            raise self.error("plugins", message, remedy)
        for name in given:
            if not {name, f"{theme}/{name}"} & set(known):
                remedy = f"{did_you_mean(str(name), known)}Install it, or remove it here."
                raise self.error(name, f"There is no plugin {name}", remedy)

    def _place(self, mark: Any) -> Location:
        """A place of PyYAML's; the head of the file where there is none."""
        return _place(self.root, mark.name, mark) if mark else Location(FILE)


def _place(root: Path, name: str, mark: Any) -> Location:
    return Location(Path(os.path.relpath(name, root)).as_posix(), mark.line + 1, mark.column + 1)


def _loader(root: Path) -> Any:
    """MkDocs' reader of YAML for what is only looked at: it keeps places, and imports nothing for any tag.

    Each file that it is given, and so each that mkdocs.yml inherits, is refused where it has too much of something.
    """
    import yaml
    from mkdocs.utils.yaml import get_yaml_loader

    def text(loader: Any, node: Any) -> _Text:
        found = _Text(loader.construct_scalar(node))
        found.mark = node.start_mark
        return found

    base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # libyaml's is ten times as fast, where PyYAML has it

    class Bounded(base):  # type: ignore[misc]
        def __init__(self, stream: Any) -> None:
            refuse_excess(plain_text(stream.read(), "replace"), "mkdocs", partial(_place, root, stream.name))
            stream.seek(0)
            super().__init__(stream)

    loader = get_yaml_loader(Bounded)
    loader.add_constructor("tag:yaml.org,2002:str", text)
    loader.add_multi_constructor("", lambda *_: None)
    return loader


def _texts(value: object) -> Iterator[_Text]:
    """All texts in a value that a page may show."""
    yield from [value] if isinstance(value, _Text) else ()
    yield from chain.from_iterable(map(_texts, value if isinstance(value, list) else ()))
    for key, each in value.items() if isinstance(value, dict) else ():
        yield from () if key in _NO_TEXTS else chain(_texts(key), _texts(each))


def _entries(nav: object) -> Iterator[tuple[object, object]]:
    """The entries of a navigation, however deep, in order: a title, if there is one, and a page or a list."""
    for item in nav if isinstance(nav, list) else ():
        for title, value in item.items() if isinstance(item, dict) else [(None, item)]:
            yield from ((title, value), *_entries(value))
