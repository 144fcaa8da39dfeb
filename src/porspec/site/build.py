"""Build the site, or a language of it, beside the last one and swap it in whole; or with a pseudo-language."""

from __future__ import annotations

import logging
import re
import shutil
import sys
import tempfile
from functools import partial
from pathlib import Path
from typing import Self

from mkdocs.commands.build import build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from ..checks.registry import checked
from ..languages.merge import with_translations
from ..languages.sync import follow_catalogues, new_language
from ..sources.catalogues import parse_po
from ..sources.files import folder_beside, swap_folder_in
from ..sources.mkdocs_yml import load_site
from ..sources.problems import Location, Problem, SpecError, print_problems
from .help_folder import refuse, write_manifest
from .plugin import PorspecPlugin
from .publish import Publication, publish

_ACCENTED = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "áƀçđéƒğĥíĵķļɱñóþɋŕšŧúṽŵẋýžÁƁÇĐÉƑĞĤÍĴĶĻṀÑÓÞɊŔŠŦÚṼŴẊÝŽ",
)
_FILLER = " öñé ŧŵö ŧĥŕéé ƒöúŕ ƒíṽé šíẋ"
_WORD_OR_KEPT = re.compile(r'"?\{[^{}]*\}"?|(?<=\])\([^)]*\)|`[^`]*`|<[^<>]*>|([a-zA-Z]+)')
_BOLD = re.compile(r"\*\*(.+?)\*\*")
_ENDING = re.compile(r"[.?!:]$")
_SHARE = 3  # longer by a third, as translations from English often are


def build_site(root: Path, *, skip_broken: bool = False) -> Path:
    """Check, run and build, strictly; returns the folder of the site.

    With `skip_broken`, a language whose own files have problems is left out, and they are printed. Raises SpecError,
    and then the last site is as it was.
    """
    spec, problems = checked(root, skip_broken=skip_broken)
    if problems:
        print_problems(problems)
    if left_out := sorted(set(spec.config.targets) - set(spec.languages)):
        print(f"Left out: {', '.join(left_out)}", file=sys.stderr)
    with Builder(root) as builder:
        builder.whole(publish(spec, prints=True), strict=True)
        return builder.swap()


def build_pseudo(root: Path, target: Path, code: str) -> Path:
    """Build the site with a pseudo-language beside the others, into `target`; the project stays as it is.

    Every message is in accented, longer words between ⟦ and ⟧. What stands on a page without accents is in no
    catalogue; what no longer fits has too little room for another language. Raises SpecError where the project has
    problems, or a language of this code, or where `target` holds what was not written here.
    """
    refuse(root, target, "pseudo DIR")
    with tempfile.TemporaryDirectory(dir=root, prefix=".site.") as folder:
        copy = Path(folder) / "project"
        shutil.copytree(root, copy, ignore=partial(not_needed, root, target))
        for path in new_language(copy, code):
            text = (copy / path).read_text("utf-8")
            keys = [each.key for each in parse_po(text, path).entries]
            translations = {(context or "", msgid): pseudo(msgid) for context, msgid in keys}
            (copy / path).write_text(with_translations(text, path, translations), "utf-8")
        follow_catalogues(copy, code)
        built = build_site(copy)
        write_manifest(built)
        swap_folder_in(built, target)
    return target


def not_needed(root: Path, target: Path, folder: str, names: list[str]) -> set[str]:
    """What of a folder of the project its site does not depend on."""
    at_root = {name for name in names if name.startswith(".") or name == "site"} if Path(folder) == root else set()
    return at_root | {name for name in names if name == "__pycache__" or Path(folder, name) == target}


def pseudo(text: str) -> str:
    """A message in the pseudo-language: placeholders, code, HTML and link targets stay, and bold labels are labels."""
    parts = _BOLD.split(text)
    if len(parts) > 1:
        inner = [f"**{pseudo(part)}**" if index % 2 else _accented(part) for index, part in enumerate(parts)]
        return _closed("".join(inner), text)
    return _closed(_accented(text), text)


def _accented(text: str) -> str:
    return _WORD_OR_KEPT.sub(lambda found: found[0].translate(_ACCENTED) if found[1] else found[0], text)


def _closed(accented: str, text: str) -> str:
    """Between brackets and longer; the last mark of a sentence stays the last, and a label at the end whole."""
    filler = _FILLER[: len(text) // _SHARE].rstrip()
    if accented.endswith("**"):
        return f"⟦{filler.strip()}⟧ {accented}"
    mark = _ENDING.search(accented)
    end = mark[0] if mark else ""
    return f"⟦{accented.removesuffix(end)}{filler}⟧{end}"


class Builder:
    """Builds a whole site, and then parts of it, each beside the last site."""

    def __init__(self, root: Path) -> None:
        self.root, self.site = root, root / "site"
        self.new = Path()
        self.config: MkDocsConfig | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        if self.new.name:
            shutil.rmtree(self.new, ignore_errors=True)

    def whole(self, publication: Publication, *, strict: bool) -> None:
        """Build every language."""
        self._begin()
        with _Warnings():
            config = load_site(self.root, site_dir=str(self.new), strict=strict)
            _plugin_of(config).given = publication
            config.plugins.on_startup(command="build", dirty=False)
            build(config)
        self.config = config

    def language(self, publication: Publication, tag: str) -> None:
        """Build one language, as static-i18n builds each further one, beside what the last site has of all else."""
        assert self.config is not None
        self._begin()
        self.config.site_dir = str(self.new)
        plugin, i18n = _plugin_of(self.config), self.config.plugins["i18n"]
        plugin.pages.forget_plans()
        plugin.publication = publication
        i18n.building, i18n.current_language, plugin.is_partial = True, tag, True  # type: ignore[attr-defined]
        try:
            with _Warnings():
                build(self.config)
        finally:
            i18n.building, i18n.current_language, plugin.is_partial = False, i18n.default_language, False  # type: ignore[attr-defined]
        shutil.copytree(self.site, self.new, copy_function=_copy_missing, dirs_exist_ok=True)
        plugin.on_post_build(self.config)

    def swap(self) -> Path:
        """There is no moment at which the site is half a site."""
        swap_folder_in(self.new, self.site)
        if self.config:
            _plugin_of(self.config).pages.commit()
        return self.site

    def _begin(self) -> None:
        if self.new.name:
            shutil.rmtree(self.new, ignore_errors=True)
        self.new = folder_beside(self.site)


def _copy_missing(source: str, target: str) -> None:
    if not Path(target).exists():
        shutil.copy2(source, target)


class _Warnings:
    """Prints what MkDocs warns of, and makes a Problem of its giving up."""

    def __enter__(self) -> None:
        self.handler = logging.StreamHandler(sys.stderr)
        self.handler.setLevel(logging.WARNING)
        logging.getLogger("mkdocs").addHandler(self.handler)

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        logging.getLogger("mkdocs").removeHandler(self.handler)
        if isinstance(error, MkDocsException):
            problem = Problem(Location("mkdocs.yml"), f"MkDocs stopped: {error}", "mkdocs", "See its warnings above.")
            raise SpecError([problem]) from None


def _plugin_of(config: MkDocsConfig) -> PorspecPlugin:
    plugin = config.plugins.get("porspec")
    if not isinstance(plugin, PorspecPlugin):
        remedy = "Add porspec to its plugins, before i18n."
        raise SpecError([Problem(Location("mkdocs.yml"), "The plugin porspec is missing", "mkdocs", remedy)])
    return plugin
