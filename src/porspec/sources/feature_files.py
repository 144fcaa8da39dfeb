"""Where the features of a project stand: in the folder of their language, and in folders below that, by their stems.

A stem is a feature's path in that folder, without ending: `pay`, or `billing/pay`. It is the name of its page as well.
"""

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from .config import Config
from .problems import Location, Problem

_ENDING = ".feature"


def stems(config: Config, code: str) -> list[str]:
    """The stems of the features that a language has, in order."""
    found = (feature_at(config, path) for path in (config.root / config.features / code).rglob("*.feature"))
    return sorted(stem for _, stem in filter(None, found))


def sections(config: Config) -> dict[str, str]:
    """The folders of features and pages by the titles that MkDocs gives them, where nobody wrote a navigation."""
    if config.site.order:
        return {}
    from mkdocs.utils import dirname_to_title

    source, docs = f"{config.features}/{config.source_language}", config.root / config.docs
    pages = (path.relative_to(docs).as_posix() for path in docs.rglob("*.md"))
    of_pages = [name for name in pages if not config.site.excludes(name)]
    found = {source: stems(config, config.source_language), config.docs: of_pages}
    names = ((place, PurePosixPath(name)) for place, names in found.items() for name in names)
    folders = {f"{place}/{each.as_posix()}" for place, name in names for each in [*name.parents][:-1]}
    return {dirname_to_title(each.rpartition("/")[2]): each for each in sorted(folders, reverse=True)}


def feature_at(config: Config, path: Path) -> tuple[str, str] | None:
    """The language and the stem of the project's feature at a path; None where it has none there.

    A folder below that of a language may be another suite's, and has its tests then.
    """
    folder = config.root / config.features
    if not path.name.endswith(_ENDING) or not path.is_relative_to(folder):
        return None
    code, _, name = path.relative_to(folder).as_posix().partition("/")
    is_others = "/" in name and has_tests(path.parent)
    stem = name if path.name == _ENDING else name.removesuffix(_ENDING)
    return (code, stem) if name and code in config.all_languages and not is_others else None


def has_tests(folder: Path) -> bool:
    """Whether Python tests stand in a folder, which read the features there."""
    return any(folder.glob("test_*.py")) or any(folder.glob("*_test.py"))


def strange_features(config: Config) -> Iterator[Problem]:
    """Features that stand where nothing reads them; those beside tests of their own are plain pytest-bdd's."""
    for path in sorted((config.root / config.features).rglob("*")) if config.has_features else ():
        place = Location(path.relative_to(config.root).as_posix())
        is_behind = path.is_symlink() and path.is_dir() and not path.parent.resolve().is_relative_to(path.resolve())
        if is_behind and any(path.glob("**/*.feature")):
            message = "Nothing reads the features behind this link to a folder"
            yield Problem(place, message, "feature-place", "Put the folder itself here.")
        is_feature = path.suffix.casefold() == ".feature" and path.is_file()
        if is_feature and not feature_at(config, path) and not has_tests(path.parent):
            folders = " or ".join(f"{config.features}/{code}" for code in config.all_languages)
            remedy = f"Move it to {folders}, with a name that ends in .feature; porspec new language adds a folder."
            other = f'Where it is another suite\'s, write in [tool.porspec]: features = "help/{config.features}"'
            yield Problem(place, "Nothing reads this feature here", "feature-place", f"{remedy} {other}")
