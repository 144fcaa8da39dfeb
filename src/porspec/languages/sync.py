"""Write the PO files from the sources, and from both the features of the other languages; begin languages and features.

`planned` works out every file and writes none; `write` swaps in the ones that differ. A feature that somebody edited is
left alone, and is a Problem; one that its language cannot have any more, for want of a pattern, is removed.
"""

import datetime
import posixpath
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from types import MappingProxyType

from jinja2 import Environment

from ..markdown.zones import anchor
from ..sources import feature_files
from ..sources.catalogues import DOMAINS, Language, catalogue_of, po_path, read_language
from ..sources.config import Config, read_config, with_severities
from ..sources.features import merge_conflict
from ..sources.files import is_portable
from ..sources.locale import babel_locale, code_remedy, is_language
from ..sources.pages import OWN, handed_off, page_name, source_of
from ..sources.problems import Location, Problem, SpecError
from ..sources.writing import Work, write_through, writing
from ..spec.loader import no_source
from ..spec.spec import Spec
from . import words
from .begun import begun_from
from .extract import spec_of_source, template_of
from .feature_writer import MARK, is_as_written, signature, signed, unsigned, write_features
from .merge import Message, pot, updated, with_translations
from .written import Written

_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_SKELETON = Path(__file__).with_name("skeleton.feature")


@dataclass(frozen=True)
class Plan:
    """What `sync` would write: the content of each file by its path, None to remove it; and what it cannot write."""

    files: Mapping[str, str | None]
    problems: tuple[Problem, ...]

    def stale(self, root: Path) -> dict[str, int]:
        """The paths whose files are missing or differ, each with the first line that does."""
        there = {path: root / path for path in self.files if (root / path).is_file()}
        texts = {path: file.read_text("utf-8-sig", errors="replace") for path, file in there.items()}
        differing = {path: content or "" for path, content in self.files.items() if content != texts.get(path)}
        return {path: first_difference(texts.get(path, ""), content) for path, content in differing.items()}


def first_difference(present: str, wanted: str) -> int:
    """The number of the first line in which two texts differ, signatures aside."""
    pairs = enumerate(zip(present.splitlines(), wanted.splitlines(), strict=False), 1)
    behind = min(present.count("\n"), wanted.count("\n")) + 1
    return next((n for n, (one, two) in pairs if one != two and not one.startswith(MARK)), behind)


def planned(
    spec: Spec,
    codes: Sequence[str] | None = None,
    *,
    same: Mapping[str, str] | None = None,
    translations: Mapping[str, Mapping[Message, str]] = MappingProxyType({}),
    taken: Collection[str] = (),
) -> Plan:
    """Every PO file, template and feature of the other languages, or of `codes`, for a spec of the source language.

    `same` has texts of the source that mean what the ones did that they replace, by the new one; `translations` are
    new ones, by PO file; `taken` are features of other languages that are to be written anew, edited as they are.
    Raises SpecError where a PO file cannot be read.
    """
    config = spec.config
    templates = {domain: template_of(spec, domain) for domain in (*DOMAINS, words.DOMAIN, words.PROBLEMS)}
    files: dict[str, str | None] = {f"{config.locales}/{each}.pot": pot(config, templates[each]) for each in DOMAINS}
    if unknown := set(same or ()) - {each.msgid for template in templates.values() for each in template}:
        remedy = "Give the texts as they stand in the catalogues: first the old one, then the new one."
        told = [f"--same {each}: the source language has no such text" for each in unknown]
        raise SpecError(Problem(Location(config.locales), each, "option", remedy) for each in told)
    late = list(config.strange_folders()) if codes is None else []
    for code in config.targets if codes is None else codes:
        catalogues = {}
        for domain, template in templates.items():
            path = po_path(config.locales, code, domain)
            if domain in DOMAINS or (config.root / path).exists():  # our own words the site has only if it wants to
                text = updated(config, code, domain, template, same)
                files[path] = text = with_translations(text, path, translations.get(path, {}))
                catalogues[domain] = catalogue_of(text, path, code)
        files |= features_of(spec, Language(code, False, catalogues), late, taken)
    if blocked := [Location(path) for path in files if (config.root / path).is_dir()]:
        message = "This is a folder, and porspec sync has a file of this name to write"
        raise SpecError(Problem(place, message, "po-syntax", "Move the folder away.") for place in blocked)
    return Plan(files, tuple(sorted(set(with_severities(config, late)))))


def plan_handoff(root: Path, names: Sequence[str], day: datetime.date) -> Plan:
    """Translated pages that record, from this day on, the present revision of the pages they were made from.

    Raises SpecError where a name is that of no translated page.
    """
    config = read_config(root)
    files, problems = {}, []
    source_tag, *tags = (config.language(code).tag for code in config.all_languages)
    for name in names:
        pages = [(folder / name).resolve() for folder in (Path.cwd(), root)]
        pages = [each for each in pages if each.is_file() and each.is_relative_to(root)][:1]
        found = ((page, source_of(page, tag, source_tag)) for page in pages for tag in tags)
        page, source = next((each for each in found if each[1]), (root, None))
        if source is None:
            remedy = f"Name a page such as docs/index.{config.targets[0] if config.targets else 'nl'}.md."
            problems.append(Problem(Location(name), "This is no translation of a page", "translation-lineage", remedy))
        else:
            path, other = (each.relative_to(root).as_posix() for each in (page, source))
            text, origin = (config.page_text(each) for each in (path, other))
            files[path] = handed_off(text, origin, day)
    if problems:
        raise SpecError(problems)
    return Plan(files, ())


def features_of(
    spec: Spec,
    language: Language,
    problems: list[Problem],
    taken: Collection[str] = (),
    stems: Collection[str] | None = None,
) -> dict[str, str | None]:
    """The features of a language by their paths; None for those that it cannot have, edited ones left out.

    `stems` are those that are asked for; all where it is not given.
    """
    config = spec.config
    result = dict(write_features(spec, language, problems, stems))
    present = feature_files.stems(config, language.code)
    for stem in present if stems is None else (each for each in present if each in stems):
        name, is_known = config.feature_path(language.code, stem), stem in spec.features
        wanted = result.get(name)
        if name in taken or (is_known and name not in result):
            continue
        result[name] = wanted
        try:
            text = config.feature_text(language.code, stem)
        except SpecError as error:
            del result[name]
            problems += error.problems
            continue
        if is_as_written(text, config, stem) or (wanted is not None and unsigned(text) == unsigned(wanted)):
            continue
        del result[name]
        if is_known:
            problems.append(_edited(name, language.code, text, wanted))
        else:
            source = config.feature_path(spec.source, stem)
            problems.append(Problem(Location(name), *no_source(source, name, language.code)))
    return {name: text for name, text in result.items() if text is not None or (config.root / name).exists()}


def _edited(path: str, code: str, present: str, wanted: str | None) -> Problem:
    """What is wrong with a feature that is neither what sync would write nor what it wrote."""
    if conflict := merge_conflict(present, path):
        return replace(conflict, remedy="Delete the file and run porspec sync; make what was edited in it again.")
    if wanted is None:
        message = "This file was edited, and the language lacks patterns that its feature needs now"
        remedy = f"Translate them (porspec stats {code} names them), or delete the file."
        return Problem(Location(path), message, "feature-edited", remedy)
    message = "This line was edited: it is not what the source feature and the catalogues say"
    back, anew = f"porspec sync --from {code} {path}", "delete the file and run porspec sync"
    remedy = f"To keep the edit, run {back}; to drop it, {anew}."
    if signature(present) is None:
        message = "This line is not what the source feature and the catalogues say, and the file lacks its signature"
    if signature(present) != signature(wanted):
        remedy = f"To drop the edit, {anew}. To keep it, make it again after that, and run {back}."
    return Problem(Location(path, first_difference(present, wanted)), message, "feature-edited", remedy)


def write(work: Work, planned: Plan) -> list[str]:
    """Write the files that differ, all of them or none; returns their paths."""
    stale = list(planned.stale(work.root))
    work.replace_files({work.root / path: planned.files[path] for path in stale})
    return stale


def follow_catalogues(root: Path, code: str | None = None, written: Written | None = None) -> list[str]:
    """Write the features of a language, or of all, again from its catalogues; the catalogues stay as they are.

    Those that `written` knows are as they were written. Raises SpecError where the sources or a catalogue cannot be
    read.
    """
    with writing(root, alone=True) as work:
        spec, problems = spec_of_source(root, written.known if written else None), list[Problem]()
        codes, locales = spec.config.targets if code is None else (code,), spec.config.locales
        languages = [read_language(root, locales, each, is_source=False, problems=problems) for each in codes]
        if problems:
            raise SpecError(problems)
        stale = {each.code: written.stale(spec, each) if written else None for each in languages}
        features = (features_of(spec, each, problems, (), stale[each.code]).items() for each in languages)
        found = write(work, Plan(dict(chain.from_iterable(features)), ()))
        if written:
            written.commit()
        return found


# --- what to start from ------------------------------------------------------------------------------------------


def new_language(root: Path, code: str) -> list[str]:
    """Make the PO files of a language, everything untranslated; returns their paths.

    The package's own words are among them where the package does not have them in that language. Raises SpecError
    where `code` is no language, or the language is there already.
    """
    config = read_config(root)
    folder, place = root / config.locales / code, Location(f"{config.locales}/{code}")
    if not is_language(code):
        raise SpecError([Problem(place, f'"{code}" is no code of a language', "language-code", code_remedy(code))])
    if folder.exists() or config.spelling(code):
        known = config.spelling(code) or code
        remedy = f"Translate {config.locales}/{known}/LC_MESSAGES/*.po, and run porspec sync."
        raise SpecError([Problem(place, f"There is a language {known} already", "language-exists", remedy)])
    is_shipped = babel_locale(code).language == "en" or words.shipped(code)
    domains = DOMAINS if is_shipped else (*DOMAINS, words.DOMAIN)
    spec = spec_of_source(root)
    texts = {f"{domain}.po": updated(config, code, domain, template_of(spec, domain)) for domain in domains}
    with writing(root, alone=True) as work:
        beside = work.new_folder()
        (beside / "LC_MESSAGES").mkdir()
        for name, text in texts.items():
            write_through(beside / "LC_MESSAGES" / name, text.encode())
        work.replace_folder(beside, folder)
    return [po_path(config.locales, code, domain) for domain in domains]


def skeleton(config: Config, code: str, stem: str) -> str:
    """The feature to start from, in a language; other languages' are signed, so that sync may write them anew."""
    language, source = config.language(code), config.source_language
    template = Environment(trim_blocks=True, keep_trailing_newline=True).from_string(_SKELETON.read_text("utf-8"))  # noqa: S701
    title = posixpath.basename(stem).replace("-", " ")
    versions = config.moniker_names or f"{config.moniker_name or 'version'}s"
    text = template.render(language.keywords, monikers=config.monikers.ids, versions=versions, title=title)
    text = text if language.dialect == "en" else f"# language: {language.dialect}\n{text}"
    return text if code == source else signed(text, config.feature_path(source, stem), code)


def new_feature(root: Path, name: str, page: str = "") -> Plan:
    """What a new feature begins with: a file in the source language, and in each one that is held to be complete.

    With the path of a `page`, it is one in the source language that begins with what that page says, or with what it
    says below the heading whose anchor stands behind #. Raises SpecError where `name` cannot be one, or is that of a
    feature or a page, or where the page cannot be read.
    """
    config = read_config(root)
    place = Location(config.feature_path(config.source_language, name))
    parts = name.split("/")
    if not all(_NAME.fullmatch(each) and is_portable(each) for each in parts):
        better = "/".join(filter(None, map(anchor, parts))) or "change-order"
        remedy = f"Give small letters and digits, with hyphens between words: {better}."
        raise SpecError([Problem(place, f'"{name}" is no name for a feature', "feature-name", remedy)])
    tags = [config.language(code).tag for code in config.all_languages]
    paths = [config.feature_path(code, name) for code in config.all_languages]
    paths += (f"{config.docs}/{each}" for each in (f"{name}.md", *(page_name(name, tag) for tag in tags)))
    taken = [path for path in paths if (config.root / path).exists()]
    if taken or name in OWN or parts[0] in tags:
        remedy, place = "Give another name, or edit what is there.", Location((*taken, f"{config.docs}/{name}.md")[0])
        raise SpecError([Problem(place, f'The name "{name}" is taken', "feature-exists", remedy)])
    if page:
        return Plan({config.feature_path(config.source_language, name): begun_from(config, page)}, ())
    codes = (config.source_language, *(each for each in config.targets if config.language(each).is_complete))
    return Plan({config.feature_path(code, name): skeleton(config, code, name) for code in codes}, ())
