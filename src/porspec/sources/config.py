"""[tool.porspec] in pyproject.toml: the one configuration, for the command line, pytest, Babel and MkDocs alike."""

import difflib
import posixpath
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import filterfalse
from pathlib import Path
from typing import Any

from .features import ASSUMPTION
from .files import is_project_folder, read_source, read_toml, refuse_unreadable
from .locale import base_of, code_remedy, is_language, tag_of
from .mkdocs_yml import Site, read_site
from .monikers import Moniker, Monikers
from .pages import glob_pattern, split_page_name
from .problems import Location, Problem, Severity, SpecError, did_you_mean, registry
from .settings import LanguageConfig, OptionError, check_options, known_language, language_of

_FILE = "pyproject.toml"
_BEGIN = """Run porspec init; or write:
        [tool.porspec]
        source_language = "en\""""
_FOLDERS = ("features", "steps", "locales")


@dataclass(frozen=True)
class Config:
    """The configuration of a project; the folders are relative to `root`, `tags` are those beside the monikers.

    `moniker_name` is what a moniker is called where the package would say version, in English, as its texts are;
    `moniker_names` several. `footer` stands at the foot of every page, in Markdown's HTML; it is a message.
    `moniker_ranges` are the ranges of hand-written pages by glob, the last that matches counts; without any, every
    page is for all monikers.
    `front_matter` are fields, such as an author, of each page that `porspec render` writes. `checks` are severities by
    code, or by code and glob, of which the last that matches counts. `next` are the tasks that follow one, by stem;
    `links` are addresses at the end of a task's page, with something of the page in braces. `other_site` is the site
    that is built, where it is not that of mkdocs.yml.
    """

    root: Path
    name: str
    source_language: str
    monikers: Monikers
    languages: Mapping[str, LanguageConfig] = field(default_factory=dict)
    tags: Mapping[str, str] = field(default_factory=dict)
    moniker_ranges: Mapping[str, str] = field(default_factory=dict)
    front_matter: Mapping[str, str] = field(default_factory=dict)
    checks: Mapping[str, Severity | Mapping[str, Severity]] = field(default_factory=dict)
    next: Mapping[str, Sequence[str]] = field(default_factory=dict)
    links: Mapping[str, str] = field(default_factory=dict)
    moniker_name: str = ""
    moniker_names: str = ""
    footer: str = ""
    features: str = "features"
    steps: str = "steps"
    locales: str = "locales"
    other_site: Site | None = None

    @cached_property
    def site(self) -> Site:
        """What mkdocs.yml says of the site, read when it is asked for; raises SpecError."""
        return self.other_site or read_site(self.root)

    @cached_property
    def has_features(self) -> bool:
        """Whether the project has features or steps, or folders for them: without, it is a help of pages alone."""
        folders = ((f"{self.features}/{self.source_language}", "*.feature"), (self.steps, "*.py"))
        is_named = (self.features, self.steps) != _FOLDERS[:2]
        return is_named or any(any((self.root / each).rglob(names)) for each, names in folders)

    @property
    def docs(self) -> str:
        """The folder of the hand-written pages."""
        return self.site.docs

    @property
    def known_tags(self) -> Mapping[str, str]:
        """The tags beside the monikers with what they mean: the project's, and the one that every project has."""
        return {ASSUMPTION: "no source says it", **self.tags}

    @property
    def targets(self) -> tuple[str, ...]:
        """The languages other than the source language: those that have a folder of PO files."""
        return self.all_languages[1:]

    def strange_folders(self) -> Iterator[Problem]:
        """Folders of PO files whose names are no codes of languages, or another spelling of one: nothing reads them."""
        for name in sorted({*self._folders()}.difference(self.all_languages)):
            message, remedy = f'"{name}" is no code of a language', f"{code_remedy(name)} Or remove the folder."
            if is_language(name):
                message = f"{name} is the language {self.spelling(name)}"
                remedy = f"Move what is translated to {self.locales}/{self.spelling(name)}, and remove this folder."
            yield Problem(Location(f"{self.locales}/{name}"), message, "language-code", remedy)

    def _folders(self) -> list[str]:
        """The folders of PO files, without those that are only being written."""
        found = (path.parent.name for path in (self.root / self.locales).glob("*/LC_MESSAGES"))
        return sorted(name for name in found if not name.startswith("."))

    @property
    def all_languages(self) -> tuple[str, ...]:
        """The source language, and the others; two spellings of one tag are one language."""
        found: dict[str, str] = {}
        for code in (self.source_language, *filter(is_language, self._folders())):
            found.setdefault(tag_of(code), code)
        return tuple(found.values())

    def spelling(self, code: str) -> str | None:
        """How the project writes a language that it has: pt_BR for pt-BR."""
        return next((each for each in self.all_languages if tag_of(each) == tag_of(code)), None)

    def language(self, code: str) -> LanguageConfig:
        """The configured language, or what Gherkin and Babel know of it."""
        found = self.languages.get(tag_of(code))
        return replace(found, code=code) if found else known_language(code, self.source_language)

    def feature_path(self, language: str, stem: str) -> str:
        return f"{self.features}/{language}/{stem}.feature"

    def stem(self, language: str, path: str) -> str:
        """The stem of the feature that a language has at this path, as `feature_path` gives it."""
        return path.removeprefix(f"{self.features}/{language}/").removesuffix(".feature")

    def feature_text(self, language: str, stem: str) -> str:
        """The text of a feature; raises SpecError."""
        return read_source(self.root, self.feature_path(language, stem), "feature-syntax", is_markdown=True)

    def page_text(self, path: str) -> str:
        """The text of a page by its path; raises SpecError."""
        return read_source(self.root, path, "docs-unreadable", is_markdown=True)


def is_project(root: Path) -> bool:
    """Whether `root` holds a pyproject.toml with a [tool.porspec] table."""
    try:
        return _table(read_toml(root, _FILE, "configuration")) is not None
    except SpecError:
        return False


def moniker_option(root: Path) -> str | None:
    """What the option --moniker may be called as well, where the project has a name for its monikers."""
    try:
        name = (_table(read_toml(root, _FILE, "configuration")) or {}).get("moniker_name")
    except (SpecError, AttributeError):
        return None
    return f"--{'-'.join(name.casefold().split())}" if isinstance(name, str) and name.strip() else None


def read_config(root: Path) -> Config:
    """Read [tool.porspec] of the project at `root`.

    Raises SpecError where there is none or where it does not make sense.
    """
    if not (root / _FILE).exists():
        around = next((each for each in root.resolve().parents if is_project(each)), None)
        where = f": {around}" if around else ""
        remedy = f"Run in the project's folder{where}, give --root, or begin one: porspec init."
        raise _error(1, "There is no pyproject.toml here", remedy)
    document = read_toml(root, _FILE, "configuration")
    table, project = _table(document), document.get("project")
    if (near := _nearly(document)) and "source_language" not in (table or ()):
        line = OptionError("", "", "", f"[tool.{near}]").line(read_source(root, _FILE, "configuration"))
        raise _error(line, f"[tool.{near}] is read by nobody", "Write [tool.porspec].")
    if table is None:
        raise _error(1, "There is no [tool.porspec] table", _BEGIN)
    name = project.get("name") if isinstance(project, dict) else None
    try:
        check_options(table)
        found = _config(root, name if isinstance(name, str) else "porspec", table)
    except OptionError as error:
        line = error.line(read_source(root, _FILE, "configuration"))
        raise _error(line, f"[tool.porspec] does not make sense: {error}", error.remedy) from None
    refuse_unreadable(root, found.features, found.steps, found.locales)
    return found


def _table(document: Mapping[str, Any]) -> Any:
    """What the document has as [tool.porspec]; None where it has none."""
    tool = document.get("tool")
    return tool.get("porspec") if isinstance(tool, dict) else None


def _nearly(document: Mapping[str, Any]) -> str | None:
    """The name of a table that is as good as written [tool.porspec]."""
    tool = document.get("tool")
    others = [each for each in tool if each != "porspec"] if isinstance(tool, dict) else []
    return next(iter(difflib.get_close_matches("porspec", others, 1, 0.8)), None)


def chosen(option: str, names: Sequence[str] | None, known: Sequence[str]) -> tuple[str, ...]:
    """What an option that may be given more than once names, each once.

    Raises SpecError where something is not known.
    """
    if unknown := [each for each in names or () if each not in known]:
        remedies = {each: f"{did_you_mean(each, known)}There are: {', '.join(known)}." for each in unknown}
        told = ((f"{option} {name}: there is none of this name", remedy) for name, remedy in remedies.items())
        raise SpecError(Problem(Location(_FILE), message, "option", remedy) for message, remedy in told)
    return tuple(dict.fromkeys(names or ()))


def _config(root: Path, name: str, table: Mapping[str, Any]) -> Config:
    definitions = (Moniker(**each | {"portals": tuple(each.get("portals", ()))}) for each in table.get("monikers", ()))
    monikers = Monikers.of(definitions, name)
    ids = [each.casefold() for each in monikers.ids]
    if again := [number for number, each in enumerate(ids) if each in ids[:number]]:
        message = (
            f"monikers must each have an id of its own, whatever its capitals: {monikers.ids[again[0]]} is there twice"
        )
        raise OptionError("id", message, "Correct the ids.", "[[tool.porspec.monikers]]", again[0])
    source = table["source_language"]
    given = table.get("languages", {})
    if not is_language(source):
        raise OptionError("source_language", f"{source!r} is no code of a language", code_remedy(source))
    if table.get("moniker_name") and base_of(source) != "en":
        remedy = f"Leave it out, and write what readers see in {source}/LC_MESSAGES/porspec.po, among the catalogues."
        raise OptionError("moniker_name", "moniker_name is an English word, for a source in English", remedy)
    languages = {tag_of(code): language_of(code, values, source) for code, values in given.items()}
    if len(languages) != len(given):
        twice = [code for code in given if sum(tag_of(each) == tag_of(code) for each in given) > 1]
        head = f"[tool.porspec.languages.{twice[-1]}]"
        raise OptionError("", f"{' and '.join(twice)} are one language", "Write one table for it.", head)
    for number, each in enumerate(monikers.ids):
        if each in {source, *given}:
            message = f"the moniker {each!r} is a language too, and both are marks of tests"
            raise OptionError("id", message, "Give it another id.", "[[tool.porspec.monikers]]", number)
    if tag_of(source) not in languages:
        known_language(source, source)
    folders = {option: posixpath.normpath(table[option]) for option in _FOLDERS if option in table}
    for option, found in folders.items():
        if not is_project_folder(found) or not table[option].strip():
            message = f"{option} is {table[option]!r}, and must be a folder of the project's"
            raise OptionError(option, message, "Name one below it, and not site, which a build replaces.")
    made = Config(root, name, **{**table, **folders, "monikers": monikers, "languages": languages})
    for stem in (each for given in made.next.items() for each in (given[0], *given[1])):
        if not (root / made.feature_path(source, stem)).is_file():
            remedy = f"Name features of {made.features}/{source}, without .feature."
            raise OptionError(
                stem, f"next names the feature {stem!r}, which there is not", remedy, "[tool.porspec.next]"
            )
    return made


def _error(line: int, message: str, remedy: str) -> SpecError:
    return SpecError([Problem(Location(_FILE, line), message, "configuration", remedy)])


# --- the problems of a project -------------------------------------------------------------------------------------


def with_severities(config: Config, problems: Iterable[Problem]) -> list[Problem]:
    """The problems with the severities of [tool.porspec.checks], without those that it turns off."""
    found = []
    for each in problems:
        setting, severity = config.checks.get(each.code, {}), each.severity
        paths = (each.location.path, f"{each.location.path}/")  # a folder is in what its glob names
        for glob, given in ({"**": setting} if isinstance(setting, str) else setting).items():
            severity = given if any(map(glob_pattern(glob).fullmatch, paths)) else severity
        if severity != "off":
            found.append(replace(each, severity=severity))
    return found


def without_consequences(config: Config, languages: Iterable[str], problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems as they are set, sorted, without what only follows from others.

    A language whose catalogues cannot be used cannot have its features either; two definitions of one step are told
    where they stand, and not where the step is used.
    """
    found = with_severities(config, set(problems))
    causes = [each for each in found if each.is_error]
    spoilt = {code: {each.code for each in causes if is_below(each, config.locales, code)} for code in languages}
    defined = {each.code for each in causes if each.location.path.startswith(f"{config.steps}/")}

    def follows(problem: Problem) -> bool:
        codes = registry().codes[problem.code].follows
        is_cause = problem.code in codes  # elsewhere: in a catalogue it is the cause itself
        if is_cause and problem.code in defined and problem.location.path.endswith(".feature"):
            return True
        return any(
            is_below(problem, config.features, code) if is_cause else is_of(problem, config, code)
            for code, its in spoilt.items()
            if not its.isdisjoint(codes)
        )

    return tuple(sorted(filterfalse(follows, found)))


def is_of(problem: Problem, config: Config, code: str) -> bool:
    """Whether a problem is of a language alone: of its catalogues, its features or its pages."""
    page = split_page_name(problem.location.path, (tag_of(code),))[1] is not None
    return page or is_below(problem, config.locales, code) or is_below(problem, config.features, code)


def is_below(problem: Problem, folder: str, code: str) -> bool:
    """Whether a problem stands in the folder that a language has in this one."""
    return problem.location.path.startswith(f"{folder}/{code}/")
