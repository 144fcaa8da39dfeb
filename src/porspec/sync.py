"""Write the PO files from the sources, and from both the features of the other languages.

`plan` works out every file and writes none; `write` swaps in the ones that differ.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from .config import Config, read_config
from .feature_writer import write_features
from .locales import DOMAINS, Language, po_path, read_language
from .po_files import dump, template_of, untranslated, updated
from .problems import Problem, SpecError
from .spec import load_languages


@dataclass(frozen=True)
class Plan:
    """What `sync` would write: the content of each file by its path, and what could not be written."""

    files: Mapping[str, str]
    problems: tuple[Problem, ...]

    def stale(self, root: Path) -> dict[str, int]:
        """The paths whose files are missing or differ, each with the first line that does."""
        found = {}
        for path, content in self.files.items():
            target = root / path
            present = target.read_text("utf-8-sig") if target.exists() else ""
            if present != content or not target.exists():
                pairs = zip(present.splitlines(), content.splitlines(), strict=False)
                same = next((n for n, (one, two) in enumerate(pairs) if one != two), None)
                shorter = min(present.count("\n"), content.count("\n"))
                found[path] = (shorter if same is None else same) + 1
        return found


def plan(root: Path) -> Plan:
    """Work out every PO file, template and feature of the other languages.

    Raises SpecError where the sources themselves, or a PO file, cannot be read: nothing can be planned then.
    """
    config = read_config(root)
    spec, problems = load_languages(root, (config.source_language,))
    if problems:
        raise SpecError(problems)
    templates = {domain: template_of(config, domain) for domain in DOMAINS}
    files = {f"{config.locales}/{domain}.pot": dump(template) for domain, template in templates.items()}
    late: list[Problem] = []
    for code in config.targets:
        catalogues = {
            po_path(config.locales, code, domain): updated(config, code, domain, template)
            for domain, template in templates.items()
        }
        files |= catalogues
        language = _language(code, catalogues, config)
        late += untranslated(config, language)
        files |= dict(write_features(spec, language, late))
    return Plan(files, tuple(sorted(set(late))))


def write(root: Path, planned: Plan) -> list[str]:
    """Write the files that differ, each swapped in whole; returns their paths."""
    stale = list(planned.stale(root))
    for path in stale:
        swap_in(root / path, planned.files[path])
    return stale


def swap_in(target: Path, content: str) -> None:
    """Write a file beside its target, then put it in its place: a reader finds the old one or the new one."""
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
        file.write(content)
    Path(name).chmod(0o644)
    Path(name).replace(target)


def _language(code: str, files: Mapping[str, str], config: Config) -> Language:
    """The language as the planned PO files have it."""
    with tempfile.TemporaryDirectory() as folder:
        for path, text in files.items():
            target = Path(folder) / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, "utf-8")
        return read_language(Path(folder), config.locales, code, is_source=False, problems=[])
