"""[tool.porspec] in pyproject.toml: the one configuration, for the command line, pytest, Babel and MkDocs alike."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from gherkin.dialect import Dialect

from .codes import Severity
from .gherkin import gherkin_dialect
from .locale import is_language, likely, own_name, tag_of
from .monikers import Moniker, Monikers
from .options import OptionError, check_options
from .problems import Location, Problem, SpecError, did_you_mean

KEYWORDS = ("feature", "background", "rule", "scenario", "scenario_outline", "examples", "given", "when", "then")


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
    code, or by code and glob, of which the last that matches counts. `docs` and `renders` are what mkdocs.yml says:
    where the pages are, and whether the site has those that are rendered besides.
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
    docs: str = "docs"
    renders: bool = True
    site_url: str = ""

    @property
    def targets(self) -> tuple[str, ...]:
        """The languages other than the source language: those that have a folder of PO files."""
        return tuple(code for code in self._folders() if code != self.source_language and is_language(code))

    def strange_folders(self) -> Iterator[Problem]:
        """Folders of PO files whose names are no codes of languages: nothing reads them."""
        for name in self._folders():
            if not is_language(name):
                place = Location(f"{self.locales}/{name}")
                remedy = "Give the folder a code of two letters, such as de, pt_BR or zh_Hant, or remove it."
                yield Problem(place, f'"{name}" is no code of a language', "language-code", remedy)

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
        return sorted(path.parent.name for path in (self.root / self.locales).glob("*/LC_MESSAGES"))

    @property
    def all_languages(self) -> tuple[str, ...]:
        """The source language, and the others."""
        return (self.source_language, *self.targets)

    def language(self, code: str) -> LanguageConfig:
        """The configured language, or what Gherkin and Babel know of it."""
        return self.languages.get(code) or _known_language(code, self.source_language)

    def feature_path(self, language: str, stem: str) -> str:
        return f"{self.features}/{language}/{stem}.feature"


def has_tests(folder: Path) -> bool:
    """Whether Python tests stand in a folder, which read the features there."""
    return any(folder.glob("test_*.py")) or any(folder.glob("*_test.py"))


def is_project(root: Path) -> bool:
    """Whether `root` holds a pyproject.toml with a [tool.porspec] table."""
    path = root / "pyproject.toml"
    try:
        return path.is_file() and "porspec" in tomllib.loads(path.read_text("utf-8")).get("tool", {})
    except ValueError:
        return False


def read_config(root: Path) -> Config:
    """Read [tool.porspec] of the project at `root`.

    Raises SpecError where there is none or where it does not make sense.
    """
    place = Location("pyproject.toml")
    try:
        text = (root / "pyproject.toml").read_text("utf-8")
        document = tomllib.loads(text)
        table = document["tool"]["porspec"]
    except FileNotFoundError:
        raise _error(place, "There is no pyproject.toml here", "Run in the project's folder, or give --root.") from None
    except ValueError as error:  # no TOML, or no UTF-8
        if found := re.search(r" \(at line (\d+), column (\d+)\)$", str(error)):
            place = Location("pyproject.toml", int(found[1]), int(found[2]))
        message = re.sub(r" \(at .*\)$", "", str(error))
        raise _error(place, f"Not valid TOML: {message}", "Correct the file.") from None
    except KeyError:
        raise _error(place, "There is no [tool.porspec] table", "Add one with source_language and monikers.") from None
    try:
        check_options(table)
        return _config(root, document.get("project", {}).get("name", "porspec"), table)
    except OptionError as error:
        place = Location("pyproject.toml", error.line(text))
        raise _error(place, f"[tool.porspec] does not make sense: {error}", error.remedy) from None


def chosen(option: str, names: Sequence[str] | None, known: Sequence[str]) -> tuple[str, ...]:
    """What an option that may be given more than once names, each once.

    Raises SpecError where something is not known.
    """
    problems = [
        Problem(
            Location("pyproject.toml"),
            f"{option} {name}: there is none of this name",
            "option",
            f"{did_you_mean(name, known)}There are: {', '.join(known)}.",
        )
        for name in names or ()
        if name not in known
    ]
    if problems:
        raise SpecError(problems)
    return tuple(dict.fromkeys(names or ()))


def _config(root: Path, name: str, table: Mapping[str, Any]) -> Config:
    monikers = Monikers(tuple(_moniker(**definition) for definition in table["monikers"]))
    if not monikers.definitions or len(monikers.all) != len(monikers.ids):
        raise OptionError("monikers", "monikers must be at least one, each with an id of its own", "Correct the ids.")
    source = table["source_language"]
    if not is_language(source):
        remedy = "Give a code of two letters, such as en, pt_BR or zh_Hant."
        raise OptionError("source_language", f"{source!r} is no code of a language", remedy)
    languages = {code: _language(code, values, source) for code, values in table.get("languages", {}).items()}
    for number, each in enumerate(monikers.ids):
        if each in {source, *languages}:
            message = f"the moniker {each!r} is a language too, and both are marks of tests"
            raise OptionError("id", message, "Give it another id.", "[[tool.porspec.monikers]]", number)
    if source not in languages:
        _known_language(source, source)
    texts = {name: table[name] for name in ("footer", "features", "steps", "locales") if name in table}
    docs, renders, site_url = _of_site(root)
    return Config(
        root,
        name,
        source,
        monikers,
        languages,
        table.get("tags", {}),
        table.get("moniker_ranges", {}),
        table.get("front_matter", {}),
        table.get("checks", {}),
        **texts,
        docs=docs,
        renders=renders,
        site_url=site_url,
    )


def _of_site(root: Path) -> tuple[str, bool, str]:
    """The docs_dir of mkdocs.yml, the plugin's option `render`, the site_url; MkDocs says where it cannot be read."""
    try:
        text = (root / "mkdocs.yml").read_text("utf-8")
    except (OSError, ValueError):
        return "docs", True, ""
    import yaml

    # libyaml's reader is ten times as fast, where PyYAML has it.
    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        node = yaml.compose(text, Loader=loader)
    except (ValueError, yaml.YAMLError):
        return "docs", True, ""
    settings = _values(node)
    docs, address = (
        getattr(settings.get(name), "value", other) for name, other in (("docs_dir", "docs"), ("site_url", ""))
    )
    plugins = getattr(settings.get("plugins"), "value", ())
    options = [_values(found) for each in plugins for name, found in _values(each).items() if name == "porspec"]
    renders = [each["render"].value for each in options if "render" in each]
    return docs, renders not in (["false"], ["no"]), address


def _values(node: object) -> dict[str, Any]:
    """The nodes of a YAML mapping by their keys; none of anything else."""
    import yaml

    pairs = node.value if isinstance(node, yaml.MappingNode) else ()
    return {key.value: value for key, value in pairs if isinstance(key, yaml.ScalarNode)}


def _moniker(portals: Sequence[str] = (), **values: Any) -> Moniker:
    return Moniker(portals=tuple(portals), **values)


def _language(code: str, values: Mapping[str, Any], source: str) -> LanguageConfig:
    name = values.get("dialect") or _dialect(code, source)
    try:
        dialect = gherkin_dialect(name)
    except ValueError as error:
        head = f"[tool.porspec.languages.{code}]"
        raise OptionError("dialect", str(error), "Give one of Gherkin's dialects, such as en.", head) from None
    known = {keyword: _spoken(getattr(dialect, f"{keyword}_keywords")) for keyword in KEYWORDS}
    known |= {"and": _spoken(dialect.and_keywords), "but": _spoken(dialect.but_keywords)}
    chosen = {keyword: _plainest(words) for keyword, words in known.items()}
    for keyword, word in values.get("keywords", {}).items():
        if word not in known.get(keyword, ()):
            what = f"{word!r} is no keyword for {keyword} in Gherkin's {name}"
            words = known.get(keyword)
            remedy = f"Choose of {', '.join(words)}." if words else f"Keywords are for {', '.join(known)}."
            raise OptionError(keyword, what, remedy, f"[tool.porspec.languages.{code}.keywords]")
        chosen[keyword] = word
    return LanguageConfig(code, values.get("name"), name, chosen, values.get("complete", False))


@cache
def _known_language(code: str, source: str) -> LanguageConfig:
    return _language(code, {}, source)


def _dialect(code: str, source: str) -> str:
    """The dialect of a language: its own, or that of its most likely region; where it has none, the source's."""
    if Dialect.for_name(code):
        return code
    language, *_, region = likely(code)
    candidates = (tag_of(code), f"{language}-{region}", language, source)
    found = next((name for name in candidates if Dialect.for_name(name)), None)
    if found is None and code == source:
        remedy = f"Give one of Gherkin's dialects as dialect in [tool.porspec.languages.{code}]."
        raise OptionError("source_language", f"Gherkin has no dialect for {code}", remedy)
    return found or "en"


def _plainest(words: Sequence[str]) -> str:
    """The first keyword, or the one that it begins with: "Et" for "Et que", which the words of a step may repeat."""
    return next((word for word in words if words[0].startswith(f"{word} ")), words[0])


def _spoken(words: list[str]) -> list[str]:
    return [word.strip() for word in words if word.strip() != "*"]


def _error(place: Location, message: str, remedy: str) -> SpecError:
    return SpecError([Problem(place, message, "configuration", remedy)])
