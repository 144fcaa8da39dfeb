"""[tool.porspec] in pyproject.toml: the one configuration, for the command line, pytest, Babel and MkDocs alike."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from gherkin.dialect import Dialect

from .codes import Severity
from .files import read_source, read_toml
from .gherkin import STAR, STEPS, TITLES, keywords
from .locale import code_remedy, is_language, likely, own_name, tag_of
from .mkdocs_yml import Site, read_site
from .monikers import Moniker, Monikers
from .options import OptionError, check_options
from .problems import Location, Problem, SpecError, did_you_mean

_FILE = "pyproject.toml"
_AS_WRITTEN = ("tags", "moniker_ranges", "front_matter", "checks", "footer")


@dataclass(frozen=True, slots=True)
class LanguageConfig:
    """A language: its Gherkin dialect, and the keyword its writers prefer for each Gherkin element.

    `given_name`: what the configuration calls it. `is_complete`: a message without a translation is a Problem; else
    it is shown in the source language.
    """

    code: str
    given_name: str | None
    dialect: str
    keywords: Mapping[str, str]
    is_complete: bool = False

    @property
    def name(self) -> str:
        """What the language calls itself; Babel, which is asked for it, takes long to load."""
        return self.given_name or own_name(self.code)

    @property
    def tag(self) -> str:
        """The language tag of addresses, page names and HTML (BCP 47): pt-BR where the folder is pt_BR."""
        return tag_of(self.code)


@dataclass(frozen=True)
class Config:
    """The configuration of a project; the folders are relative to `root`, `tags` are those beside the monikers.

    `footer` stands at the foot of every page, in Markdown's HTML; it is a message. `moniker_ranges` are the ranges of
    hand-written pages by glob, the last that matches counts; without any, every page is for all monikers.
    `front_matter` are fields, such as an author, of each page that `porspec render` writes. `checks` are severities by
    code, or by code and glob, of which the last that matches counts. `other_site` is the site that is built, where it
    is not that of mkdocs.yml.
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
    footer: str = ""
    features: str = "features"
    steps: str = "steps"
    locales: str = "locales"
    other_site: Site | None = None

    @cached_property
    def site(self) -> Site:
        """What mkdocs.yml says of the site, read when it is asked for; raises SpecError."""
        return self.other_site or read_site(self.root)

    @property
    def docs(self) -> str:
        """The folder of the hand-written pages."""
        return self.site.docs

    @property
    def targets(self) -> tuple[str, ...]:
        """The languages other than the source language: those that have a folder of PO files."""
        return self.all_languages[1:]

    def strange_folders(self) -> Iterator[Problem]:
        """Folders of PO files whose names are no codes of languages, or another spelling of one: nothing reads them."""
        for name in self._folders():
            place = Location(f"{self.locales}/{name}")
            if not is_language(name):
                remedy = f"{code_remedy(name)} Or remove the folder."
                yield Problem(place, f'"{name}" is no code of a language', "language-code", remedy)
            elif (known := self.spelling(name)) != name:
                remedy = f"Move what is translated to {self.locales}/{known}, and remove this folder."
                yield Problem(place, f"{name} is the language {known}", "language-code", remedy)

    def strange_features(self) -> Iterator[Problem]:
        """Features that stand where nothing reads them; those beside tests of their own are plain pytest-bdd's."""
        known = {self.root / self.features / code for code in self.all_languages}
        for path in sorted((self.root / self.features).rglob("*")):
            is_feature = path.suffix.casefold() == ".feature" and path.is_file()
            if is_feature and not (path.parent in known and path.suffix == ".feature") and not has_tests(path.parent):
                place = Location(path.relative_to(self.root).as_posix())
                folders = " or ".join(f"{self.features}/{code}" for code in self.all_languages)
                remedy = f"Move it to {folders}, with a name that ends in .feature; porspec new language adds a folder."
                yield Problem(place, "Nothing reads this feature here", "feature-place", remedy)

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
        return replace(found, code=code) if found else _known_language(code, self.source_language)

    def feature_path(self, language: str, stem: str) -> str:
        return f"{self.features}/{language}/{stem}.feature"


def has_tests(folder: Path) -> bool:
    """Whether Python tests stand in a folder, which read the features there."""
    return any(folder.glob("test_*.py")) or any(folder.glob("*_test.py"))


def is_project(root: Path) -> bool:
    """Whether `root` holds a pyproject.toml with a [tool.porspec] table."""
    try:
        return (root / _FILE).is_file() and _table(read_toml(root, _FILE, "configuration")) is not None
    except SpecError:
        return False


def read_config(root: Path) -> Config:
    """Read [tool.porspec] of the project at `root`.

    Raises SpecError where there is none or where it does not make sense.
    """
    if not (root / _FILE).exists():
        raise _error(1, "There is no pyproject.toml here", "Run in the project's folder, or give --root.")
    document = read_toml(root, _FILE, "configuration")
    table, project = _table(document), document.get("project")
    if table is None:
        raise _error(1, "There is no [tool.porspec] table", "Add one with source_language and monikers.")
    name = project.get("name") if isinstance(project, dict) else None
    try:
        check_options(table)
        return _config(root, name if isinstance(name, str) else "porspec", table)
    except OptionError as error:
        line = error.line(read_source(root, _FILE, "configuration"))
        raise _error(line, f"[tool.porspec] does not make sense: {error}", error.remedy) from None


def _table(document: Mapping[str, Any]) -> Any:
    """What the document has as [tool.porspec]; None where it has none."""
    tool = document.get("tool")
    return tool.get("porspec") if isinstance(tool, dict) else None


def chosen(option: str, names: Sequence[str] | None, known: Sequence[str]) -> tuple[str, ...]:
    """What an option that may be given more than once names, each once.

    Raises SpecError where something is not known.
    """
    problems = []
    for name in (each for each in names or () if each not in known):
        remedy = f"{did_you_mean(name, known)}There are: {', '.join(known)}."
        problems.append(Problem(Location(_FILE), f"{option} {name}: there is none of this name", "option", remedy))
    if problems:
        raise SpecError(problems)
    return tuple(dict.fromkeys(names or ()))


def _config(root: Path, name: str, table: Mapping[str, Any]) -> Config:
    monikers = Monikers(
        tuple(Moniker(**{**each, "portals": tuple(each.get("portals", ()))}) for each in table["monikers"])
    )
    if not monikers.definitions or len({each.casefold() for each in monikers.ids}) != len(monikers.ids):
        message = "monikers must be at least one, each with an id of its own, whatever its capitals"
        raise OptionError("monikers", message, "Correct the ids.")
    source = table["source_language"]
    given = table.get("languages", {})
    if not is_language(source):
        raise OptionError("source_language", f"{source!r} is no code of a language", code_remedy(source))
    languages = {tag_of(code): _language(code, values, source) for code, values in given.items()}
    if len(languages) != len(given):
        twice = [code for code in given if sum(tag_of(each) == tag_of(code) for each in given) > 1]
        head = f"[tool.porspec.languages.{twice[-1]}]"
        raise OptionError("", f"{' and '.join(twice)} are one language", "Write one table for it.", head)
    for number, each in enumerate(monikers.ids):
        if each in {source, *given}:
            message = f"the moniker {each!r} is a language too, and both are marks of tests"
            raise OptionError("id", message, "Give it another id.", "[[tool.porspec.monikers]]", number)
    if tag_of(source) not in languages:
        _known_language(source, source)
    folders = {option: _folder(option, table[option]) for option in ("features", "steps", "locales") if option in table}
    others = {option: table[option] for option in _AS_WRITTEN if option in table}
    return Config(root, name, source, monikers, languages, **others, **folders)  # type: ignore[arg-type]


def _folder(option: str, given: str) -> str:
    """The name of a folder of the project, in one spelling."""
    found = posixpath.normpath(given)
    if not given.strip() or found.startswith(("..", "/")) or found == ".":
        raise OptionError(option, f"{option} is {given!r}, and must be a folder of the project's", "Name one below it.")
    return found


def _language(code: str, values: Mapping[str, Any], source: str) -> LanguageConfig:
    name, head = values.get("dialect") or _dialect(code, source), f"[tool.porspec.languages.{code}]"
    if not is_language(code):
        raise OptionError("", f"{code!r} is no code of a language", code_remedy(code), head)
    if not Dialect.for_name(name):
        message = f"Gherkin has no dialect {name!r}"
        raise OptionError("dialect", message, "Give one of Gherkin's dialects, such as en.", head)
    known = {kind: [word.strip() for word in keywords(name, (kind,)) if word != STAR] for kind in (*TITLES, *STEPS)}
    chosen = {keyword: _plainest(words) for keyword, words in known.items()}
    for keyword, word in values.get("keywords", {}).items():
        if word not in known.get(keyword, ()):
            what = f"{word!r} is no keyword for {keyword} in Gherkin's {name}"
            words = known.get(keyword)
            remedy = f"Choose of {', '.join(words)}." if words else f"Keywords are for {', '.join(known)}."
            raise OptionError(keyword, what, remedy, head.replace("]", ".keywords]"))
        chosen[keyword] = word
    return LanguageConfig(code, values.get("name"), name, chosen, values.get("complete", False))


@cache
def _known_language(code: str, source: str) -> LanguageConfig:
    return _language(code, {}, source)


def _dialect(code: str, source: str) -> str:
    """The dialect of a language: its own, or that of its most likely region; where it has none, the source's."""
    if Dialect.for_name(code):
        return code
    parts = likely(code)
    candidates = (tag_of(code), f"{parts[0]}-{parts[-1]}", parts[0], source)
    found = next((name for name in candidates if Dialect.for_name(name)), None)
    if found is None and code == source:
        remedy = f"Give one of Gherkin's dialects as dialect in [tool.porspec.languages.{code}]."
        raise OptionError("source_language", f"Gherkin has no dialect for {code}", remedy)
    return found or "en"


def _plainest(words: Sequence[str]) -> str:
    """The first keyword, or the one that it begins with: "Et" for "Et que", which the words of a step may repeat."""
    return next((word for word in words if words[0].startswith(f"{word} ")), words[0])


def _error(line: int, message: str, remedy: str) -> SpecError:
    return SpecError([Problem(Location(_FILE, line), message, "configuration", remedy)])
