"""Write the PO files from the sources, and from both the features of the other languages.

`plan` works out every file and writes none; `write` swaps in the ones that differ. A feature that somebody edited is
left alone, and is a Problem; one that its language cannot have any more, for want of a pattern, is removed.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from ..sources.catalogues import DOMAINS, Language, catalogue_of, po_path, read_language
from ..sources.config import Config, read_config
from ..sources.files import read_source, swap_in
from ..sources.pages import handed_off, source_of
from ..sources.problems import Location, Problem, SpecError
from ..sources.severity import as_set
from ..spec.loader import no_source
from ..spec.spec import Spec, load_with_problems
from . import words
from .extract import template_of
from .feature_writer import MARK, is_as_written, signature, unsigned, write_features
from .merge import Message, pot, updated, with_translations


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


def plan(root: Path, codes: Sequence[str] | None = None, same: Mapping[str, str] | None = None) -> Plan:
    """Work out every PO file, template and feature of the other languages, or of those that `codes` names.

    `same` has texts of the source that mean what the ones did that they replace, by the new one. Raises SpecError
    where the sources themselves, or a PO file, cannot be read: nothing can be planned then.
    """
    return planned(spec_of_source(root), codes, same=same)


def planned(
    spec: Spec,
    codes: Sequence[str] | None = None,
    *,
    same: Mapping[str, str] | None = None,
    translations: Mapping[str, Mapping[Message, str]] = MappingProxyType({}),
    taken: Collection[str] = (),
) -> Plan:
    """The plan of a loaded spec, whose source features have no problems.

    `translations` are new ones, by PO file; `taken` are features of other languages that are to be written anew,
    edited as they are.
    """
    config = spec.config
    templates = {domain: template_of(spec, domain) for domain in (*DOMAINS, words.DOMAIN, words.PROBLEMS)}
    files: dict[str, str | None] = {
        f"{config.locales}/{domain}.pot": pot(config, templates[domain]) for domain in DOMAINS
    }
    late = list(config.strange_folders()) if codes is None else []
    for code in config.targets if codes is None else codes:
        catalogues = {}
        for domain in _domains(config, code):
            path = po_path(config.locales, code, domain)
            text = updated(config, code, domain, templates[domain], same)
            catalogues[domain] = path, with_translations(text, path, translations.get(path, {}))
        files |= dict(catalogues.values())
        read = {domain: catalogue_of(text, path, domain, code) for domain, (path, text) in catalogues.items()}
        files |= features_of(spec, Language(code, False, read), late, taken)
    if blocked := [*_blocked(config.root, files)]:
        raise SpecError(blocked)
    return Plan(files, tuple(sorted(set(as_set(config, late)))))


def spec_of_source(root: Path) -> Spec:
    """The spec in its source language; raises SpecError where that has problems."""
    spec, problems = load_with_problems(root, (read_config(root).source_language,))
    if problems:
        raise SpecError(problems)
    return spec


def _domains(config: Config, code: str) -> tuple[str, ...]:
    """The domains of a language; the package's own words where the site has files for them."""
    own = (
        each for each in (words.DOMAIN, words.PROBLEMS) if (config.root / po_path(config.locales, code, each)).exists()
    )
    return (*DOMAINS, *own)


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


def features_of(
    spec: Spec, language: Language, problems: list[Problem], taken: Collection[str] = ()
) -> dict[str, str | None]:
    """The features of a language by their paths; None for those that it cannot have, edited ones left out."""
    planned = dict(write_features(spec, language, problems))
    folder = spec.config.root / spec.config.features / language.code
    for path in sorted(folder.glob("*.feature")):
        name = path.relative_to(spec.config.root).as_posix()
        if name in taken:
            continue
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
    """What is wrong with a feature that is neither what sync would write nor what it wrote."""
    if wanted is None:
        message = "This file was edited, and the language lacks patterns that its feature needs now"
        remedy = f"Translate them (porspec stats {code} names them), or delete the file."
        return Problem(Location(path), message, "feature-edited", remedy)
    place = Location(path, first_difference(present, wanted))
    message = "This line was edited: it is not what the source feature and the catalogues say"
    back, anew = f"porspec sync --from {code} {path}", "delete the file and run porspec sync"
    remedy = f"To keep the edit, run {back}; to drop it, {anew}."
    if signature(present) is None:
        message = "This line is not what the source feature and the catalogues say, and the file lacks its signature"
    if signature(present) != signature(wanted):
        remedy = f"To drop the edit, {anew}. To keep it, make it again after that, and run {back}."
    return Problem(place, message, "feature-edited", remedy)


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
    spec = spec_of_source(root)
    problems: list[Problem] = []
    config = spec.config
    codes = config.targets if code is None else (code,)
    languages = [read_language(root, config.locales, each, is_source=False, problems=problems) for each in codes]
    if problems:
        raise SpecError(problems)
    files: dict[str, str | None] = {}
    for language in languages:
        files |= features_of(spec, language, problems)
    return write(root, Plan(files, tuple(problems)))
