"""Which pages an audit is of, and which of them are translations of which."""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from ..sources.problems import Location, Problem, SpecError

PATH = "{path}"
Works = Mapping[str, Sequence[str]]  # the translations of each page, by paths; none of a page that is audited alone


def works_of(
    root: Path,
    pages: Sequence[str],
    pairs: Sequence[tuple[str, str]] = (),
    source: str | None = None,
    translations: Sequence[str] = (),
) -> Works:
    """The pages that were given, all of folders, and those that patterns find below these or below `root`.

    Raises SpecError where a pattern has no {path}, or nothing is found.
    """
    found: dict[str, list[str]] = {}
    for one, other in pairs:
        found.setdefault(_clean(one), []).append(_clean(other))
    if source:
        for folder in pages or (".",):
            for path, own in _matching(root, _clean(folder), source, translations):
                found.setdefault(path, []).extend(own)
    else:
        for path in (each for page in pages for each in _pages(root, _clean(page))):
            found.setdefault(path, [])
    if not found:
        remedy = "Give a folder that holds some, or correct the patterns."
        raise SpecError([Problem(Location(_clean(pages[0]) if pages else "."), "There are no pages", "option", remedy)])
    return dict(sorted(found.items()))


def _clean(path: str) -> str:
    return Path(path).as_posix()


def _pages(root: Path, path: str) -> Iterator[str]:
    """A page; or all pages in a folder, but for hidden folders."""
    if not (root / path).is_dir():
        yield path
        return
    for file in sorted((root / path).rglob("*.md")):
        name = file.relative_to(root / path)
        if not any(each.startswith(".") or each == "node_modules" for each in name.parts):
            yield (Path(path) / name).as_posix()


def _matching(root: Path, folder: str, source: str, translations: Sequence[str]) -> Iterator[tuple[str, list[str]]]:
    """The sources below a folder, each with its translations that are there."""
    if any(each.count(PATH) != 1 for each in (source, *translations)):
        remedy = "Write such as --source 'en/{path}' --translation 'nl/{path}'."
        raise SpecError([Problem(Location(folder), "A pattern must hold {path} once", "option", remedy)])
    before, _, after = source.partition(PATH)
    after = after if after.endswith(".md") else f"{after}.md"
    pattern = re.compile(re.escape(before) + "(.+)" + re.escape(after))
    own = [re.compile("(.+)".join(map(re.escape, each.partition(PATH)[::2]))) for each in translations]
    for path in _pages(root, folder):
        name = Path(path).relative_to(folder).as_posix()
        match = pattern.fullmatch(name)
        if match is None or (not before and any(each.fullmatch(name) for each in own)):
            continue
        stem = match[1] if source.endswith(".md") else f"{match[1]}.md"
        others = ((Path(folder) / each.replace(PATH, stem)).as_posix() for each in translations)
        yield path, [each for each in others if (root / each).is_file()]
