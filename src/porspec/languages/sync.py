"""Write the PO files from the sources, and from both the features of the other languages.

`plan` works out every file and writes none; `write` swaps in the ones that differ. A feature that somebody edited is
left alone, and is a Problem; one that its language cannot have any more, for want of a pattern, is removed.
"""

from __future__ import annotations

import datetime
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from babel.messages.catalog import Catalog

from ..sources.catalogues import DOMAINS, Language, po_path, read_language
from ..sources.config import Config, read_config
from ..sources.files import folder_beside, read_source, swap_folder_in, swap_in
from ..sources.locale import code_remedy, is_language
from ..sources.pages import handed_off, source_of
from ..sources.problems import Location, Problem, SpecError
from ..sources.severity import as_set
from ..spec.loader import no_source
from ..spec.spec import Spec, load_with_problems
from . import words
from .feature_writer import MARK, is_as_written, unsigned, write_features
from .merge import dump, template_of, updated


@dataclass(frozen=True)
class Plan:
    """What `sync` would write: the content of each file by its path, None to remove it; and what it cannot write."""

    files: Mapping[str, str | None]
    problems: tuple[Problem, ...]

    def stale(self, root: Path) -> dict[str, int]:
        """The paths whose files are missing or differ, each with the first line that does."""
        found = {}
        for path, content in self.files.items():
            target = root / path
            present = target.read_text("utf-8-sig", errors="replace") if target.is_file() else None
            if present != content:
                found[path] = first_difference(present or "", content or "")
        return found


def first_difference(present: str, wanted: str) -> int:
    """The number of the first line in which two texts differ, signatures aside."""
    pairs = zip(present.splitlines(), wanted.splitlines(), strict=False)
    same = next((n for n, (one, two) in enumerate(pairs) if one != two and not one.startswith(MARK)), None)
    return (min(present.count("\n"), wanted.count("\n")) if same is None else same) + 1


def plan(root: Path, codes: Sequence[str] | None = None) -> Plan:
    """Work out every PO file, template and feature of the other languages, or of those that `codes` names.

    Raises SpecError where the sources themselves, or a PO file, cannot be read: nothing can be planned then.
    """
    config = read_config(root)
    spec, problems = load_with_problems(root, (config.source_language,))
    if problems:
        raise SpecError(problems)
    templates = {domain: template_of(config, domain) for domain in DOMAINS}
    files: dict[str, str | None] = {
        f"{config.locales}/{domain}.pot": dump(template) for domain, template in templates.items()
    }
    late = list(config.strange_folders()) if codes is None else []
    for code in config.targets if codes is None else codes:
        catalogues = _catalogues(config, code, templates)
        files |= catalogues
        files |= features_of(spec, _language(code, catalogues, config), late)
    if blocked := [*_blocked(root, files)]:
        raise SpecError(blocked)
    return Plan(files, tuple(sorted(set(as_set(config, late)))))


def _blocked(root: Path, paths: Iterable[str]) -> Iterator[Problem]:
    for path in paths:
        if (root / path).is_dir():
            message = "This is a folder, and porspec sync has a file of this name to write"
            yield Problem(Location(path), message, "po-syntax", "Move the folder away.")


def plan_handoff(root: Path, names: Sequence[str], day: datetime.date) -> Plan:
    """Translated pages that record, from this day on, the present revision of the pages they were made from.

    Raises SpecError where a name is that of no translated page.
    """
    config = read_config(root)
    files, problems = {}, []
    for name in names:
        places = [(folder / name).resolve() for folder in (Path.cwd(), root)]
        page = next((each for each in places if each.is_file() and each.is_relative_to(root)), None)
        tags = (config.language(code).tag for code in config.targets)
        found = (source_of(page, tag, config.language(config.source_language).tag) for tag in tags) if page else ()
        source = next((each for each in found if each), None)
        if page is None or source is None:
            remedy = f"Name a page such as docs/index.{config.targets[0] if config.targets else 'nl'}.md."
            message = "This is no translation of a page"
            problems.append(Problem(Location(name), message, "translation-lineage", remedy))
        else:
            path, other = (each.relative_to(root).as_posix() for each in (page, source))
            text, origin = (read_source(root, each, "docs-unreadable") for each in (path, other))
            files[path] = handed_off(text, origin, day)
    if problems:
        raise SpecError(problems)
    return Plan(files, ())


def _catalogues(config: Config, code: str, templates: Mapping[str, Catalog]) -> dict[str, str]:
    """The PO files of a language by their paths; the package's own words where the site has files for them."""
    chosen = dict(templates)
    for domain in (words.DOMAIN, words.PROBLEMS):
        if (config.root / po_path(config.locales, code, domain)).exists():
            chosen[domain] = template_of(config, domain)
    return {
        po_path(config.locales, code, domain): updated(config, code, domain, template)
        for domain, template in chosen.items()
    }


def new_language(root: Path, code: str) -> list[str]:
    """Make the PO files of a language, everything untranslated; returns their paths.

    The package's own words are among them where the package does not have them in that language. Raises SpecError
    where `code` is no language, or the language is there already.
    """
    config = read_config(root)
    folder = root / config.locales / code
    place = Location(f"{config.locales}/{code}")
    if not is_language(code):
        raise SpecError([Problem(place, f'"{code}" is no code of a language', "language-code", code_remedy(code))])
    if folder.exists() or config.spelling(code):
        known = config.spelling(code) or code
        remedy = f"Translate {config.locales}/{known}/LC_MESSAGES/*.po, and run porspec sync."
        raise SpecError([Problem(place, f"There is a language {known} already", "language-exists", remedy)])
    domains = [*DOMAINS, *([] if words.is_shipped(code) else [words.DOMAIN])]
    files = {domain: updated(config, code, domain, template_of(config, domain)) for domain in domains}
    beside = folder_beside(folder)
    for domain, content in files.items():
        swap_in(beside / "LC_MESSAGES" / f"{domain}.po", content)
    swap_folder_in(beside, folder)
    return [po_path(config.locales, code, domain) for domain in domains]


def features_of(spec: Spec, language: Language, problems: list[Problem]) -> dict[str, str | None]:
    """The features of a language by their paths; None for those that it cannot have, edited ones left out."""
    planned = dict(write_features(spec, language, problems))
    folder = spec.config.root / spec.config.features / language.code
    for path in sorted(folder.glob("*.feature")):
        name = path.relative_to(spec.config.root).as_posix()
        try:
            present = read_source(spec.config.root, name, "feature-syntax")
        except SpecError as error:
            planned.pop(name, None)
            problems += error.problems
            continue
        if path.stem not in spec.features:
            planned[name] = None
        if name not in planned:
            continue
        wanted = planned[name]
        if not is_as_written(present, path.stem) and (wanted is None or unsigned(present) != unsigned(wanted)):
            del planned[name]
            if path.stem in spec.features:
                problems.append(_edited(name, language.code, present, wanted))
            else:
                source = spec.config.feature_path(spec.source, path.stem)
                problems.append(Problem(Location(name), *no_source(source, name, language.code)))
    return {name: text for name, text in planned.items() if text is not None or (spec.config.root / name).exists()}


def _edited(path: str, code: str, present: str, wanted: str | None) -> Problem:
    if wanted is None:
        message = "This file was edited, and the language lacks patterns that its feature needs now"
        remedy = f"Translate them (porspec stats {code} names them), or delete the file."
        return Problem(Location(path), message, "feature-edited", remedy)
    return Problem(
        Location(path, first_difference(present, wanted)),
        "This line was edited: it is not what the source feature and the catalogues say",
        "feature-edited",
        f"To keep the edit, run porspec sync --from {code} {path}; to drop it, delete the file and run porspec sync.",
    )


def write(root: Path, planned: Plan) -> list[str]:
    """Write the files that differ, each swapped in whole; returns their paths."""
    stale = list(planned.stale(root))
    for path in stale:
        content = planned.files[path]
        if content is None:
            (root / path).unlink()
        else:
            swap_in(root / path, content)
    return stale


def follow_catalogues(root: Path, code: str | None = None) -> list[str]:
    """Write the features of a language, or of all, again from its catalogues; the catalogues stay as they are.

    Raises SpecError where the sources or a catalogue cannot be read.
    """
    config = read_config(root)
    codes = config.targets if code is None else (code,)
    spec, problems = load_with_problems(root, (config.source_language,))
    languages = [read_language(root, config.locales, each, is_source=False, problems=problems) for each in codes]
    if problems:
        raise SpecError(problems)
    files: dict[str, str | None] = {}
    for language in languages:
        files |= features_of(spec, language, problems)
    return write(root, Plan(files, tuple(problems)))


def _language(code: str, files: Mapping[str, str], config: Config) -> Language:
    """The language as the planned PO files have it."""
    with tempfile.TemporaryDirectory() as folder:
        for path, text in files.items():
            target = Path(folder) / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, "utf-8")
        return read_language(Path(folder), config.locales, code, is_source=False, problems=[])
