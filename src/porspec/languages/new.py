"""What to start from: the PO files of a new language, and a feature with a TODO wherever somebody has to write."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from ..markdown.writer import anchor
from ..sources.catalogues import DOMAINS, po_path
from ..sources.config import Config, read_config
from ..sources.files import folder_beside, swap_folder_in, swap_in
from ..sources.locale import code_remedy, is_language
from ..sources.pages import OWN
from ..sources.problems import Location, Problem, SpecError
from . import words
from .extract import template_of
from .feature_writer import signed
from .merge import updated
from .sync import Plan, spec_of_source

_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_SKELETON = Path(__file__).with_name("skeleton.feature")
_EXAMPLES = """
    @{cloud}
    {examples}:
      | value |
      | TODO  |
"""


def skeleton(config: Config, code: str, stem: str) -> str:
    """The feature to start from, in a language; other languages' are signed, so that sync may write them anew."""
    language, source = config.language(code), config.source_language
    clouds = config.monikers.ids
    examples = "".join(_EXAMPLES.format(cloud=cloud, examples=language.keywords["examples"]) for cloud in clouds)
    values = {**language.keywords, "examples": examples, "clouds": " ".join(f"@{cloud}" for cloud in clouds)}
    header = "" if language.dialect == "en" else f"# language: {language.dialect}\n"
    text = header + _SKELETON.read_text("utf-8").format(**values, title=stem.replace("-", " "))
    return text if code == source else signed(text, config.feature_path(source, stem), code)


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
    spec = spec_of_source(root)
    files = {domain: updated(config, code, domain, template_of(spec, domain)) for domain in domains}
    beside = folder_beside(folder)
    for domain, content in files.items():
        swap_in(beside / "LC_MESSAGES" / f"{domain}.po", content)
    swap_folder_in(beside, folder)
    return [po_path(config.locales, code, domain) for domain in domains]


def new_feature(root: Path, name: str) -> Plan:
    """What a new feature begins with: a file in the source language, and in each one that is held to be complete.

    Raises SpecError where `name` cannot be one, or is that of a feature or a page.
    """
    config = read_config(root)
    place = Location(config.feature_path(config.source_language, name))
    if not _NAME.fullmatch(name):
        remedy = f"Give small letters and digits, with hyphens between words: {anchor(name) or 'change-order'}."
        raise SpecError([Problem(place, f'"{name}" is no name for a feature', "feature-name", remedy)])
    if taken := next(_taken(config, name), None):
        remedy = "Give another name, or edit what is there."
        raise SpecError([Problem(Location(taken), f'The name "{name}" is taken', "feature-exists", remedy)])
    codes = [each for each in config.targets if config.language(each).is_complete]
    return Plan(
        {config.feature_path(code, name): skeleton(config, code, name) for code in (config.source_language, *codes)}, ()
    )


def _taken(config: Config, name: str) -> Iterator[str]:
    """What has the name already, or the address that its page would have."""
    codes = (config.source_language, *config.targets)
    paths = [config.feature_path(code, name) for code in codes]
    paths += [f"{config.docs}/{each}.md" for each in (name, *(f"{name}.{config.language(code).tag}" for code in codes))]
    yield from (path for path in paths if (config.root / path).exists())
    if name in {*OWN, *(config.language(code).tag for code in codes)}:
        yield f"{config.docs}/{name}.md"
