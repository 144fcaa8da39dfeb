"""What is written into a folder of its own, and replaced only where it is as it was written: the whole help as Docs
Markdown, or for one moniker as CommonMark, which any site generator takes; and the site with a pseudo-language.
"""

import re
import shutil
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from posixpath import dirname, join, normpath, relpath
from typing import Any
from urllib.parse import parse_qs, quote, unquote, urlsplit, urlunsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, get_files, set_exclusions

from ..checks.checking import checked
from ..languages.merge import with_translations
from ..languages.sync import follow_catalogues, new_language
from ..languages.words import UNTRANSLATED
from ..markdown.content import escape
from ..markdown.plain import plain
from ..sources import pages
from ..sources.catalogues import parse_po
from ..sources.config import read_config
from ..sources.files import is_inside
from ..sources.manifests import irreplaceable, write_manifest
from ..sources.mkdocs_yml import load_site
from ..sources.problems import Location, Problem, SpecError
from ..sources.writing import writing
from ..spec.proof import refuse_unproved
from .build import build_site
from .configure import EXTENSION, EXTENSIONS
from .publish import Publication, publish

_Key = tuple[str, str]  # the tag of a language, and the stem of a page
_TOPIC = "article"
_ACCENTED = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "áƀçđéƒğĥíĵķļɱñóþɋŕšŧúṽŵẋýžÁƁÇĐÉƑĞĤÍĴĶĻṀÑÓÞɊŔŠŦÚṼŴẊÝŽ",
)
_FILLER = " öñé ŧŵö ŧĥŕéé ƒöúŕ ƒíṽé šíẋ"
# What is bold, a word, or kept.
_PIECE = re.compile(r'\*\*(.+?)\*\*|([a-zA-Z]+)|"?\{[^{}]*\}"?|(?<=\])\([^)]*\)|`[^`]*`|<[^<>]*>')
_SHARE = 3  # longer by a third, as translations from English often are


def write_help(root: Path, folder: Path, moniker: str | None = None) -> list[str]:
    """Check, run, and write the help into `folder`, swapped in whole; returns the names of its pages.

    With a moniker, it is for the readers of that one, in plain CommonMark, with a folder for each language.
    Raises SpecError where the project has problems or the folder holds what was not written here; then the folder is
    as it was.
    """
    refuse(root, folder, "render --out DIR")
    spec, _ = checked(root)
    with spec.world.running():
        publication = publish(spec)
        refuse_unproved(spec)
    config = load_site(root)
    files = get_files(config)
    set_exclusions(files, config)
    included = [file for file in files if file.inclusion.is_included()]
    content = dict(
        _content(publication, included) if moniker is None else _plain_content(publication, included, moniker, config)
    )
    with writing(_around(root, folder)) as work:
        new = work.new_folder()
        for name, data in content.items():
            (new / name).parent.mkdir(parents=True, exist_ok=True)
            (new / name).write_bytes(data)
        write_manifest(new)
        work.replace_folder(new, folder)
    return [name for name in content if name.endswith(".md")]


def _content(publication: Publication, files: Sequence[File]) -> Iterator[tuple[str, bytes]]:
    """Every file by its path; pages of the source language before those that record their revisions."""
    texts = _texts(publication, files)
    yield from ((file.src_uri, file.content_bytes) for file in files if not file.is_documentation_page())
    source, revisions = publication.tag(), dict[str, str]()
    split = {name: pages.split_page_name(name, publication.languages) for name in texts}
    named = ((tag or source, pages.page_name(stem, tag or source), stem, name) for name, (stem, tag) in split.items())
    for tag, page, stem, name in sorted(named, key=lambda each: (each[0] != source, each[1])):
        matter, body = _parts(publication, name, tag, texts[name])
        if stem in revisions:
            matter[pages.SOURCE] = revisions[stem]
        text = f"{pages.front_matter(matter)}\n{publication.filled(name, body, tag)}"
        if tag == source:
            revisions[stem] = pages.revision(text)
        yield page, text.encode("utf-8")


def _plain_content(
    publication: Publication, files: Sequence[File], moniker: str, config: MkDocsConfig
) -> Iterator[tuple[str, bytes]]:
    """Every page of a moniker by its path, and what is no page in the folder of each language, where pages link it."""
    for path, text in _plain_pages(publication, _texts(publication, files), moniker, config):
        yield path, text.encode("utf-8")
    for file in files:
        if not file.is_documentation_page():
            yield from ((f"{tag}/{file.src_uri}", file.content_bytes) for tag in publication.languages)


def _plain_pages(
    publication: Publication, texts: Mapping[str, str], moniker: str, config: MkDocsConfig
) -> Iterator[tuple[str, str]]:
    """Every page of a moniker by its path; `texts` are all pages of the site by name, as they are read for it.

    What a language lacks is in the folder of the source language only, and linked there.
    """
    source = publication.tag()
    split = {name: pages.split_page_name(name, publication.languages) for name in texts}
    matters = {name: pages.read_front_matter(name, text)[0].values for name, text in texts.items()}
    monikers = {name: publication.monikers_of(name, matter) for name, matter in matters.items()}
    found = {(tag or source, stem): name for name, (stem, tag) in split.items()}
    is_seen = {each: moniker in monikers[each].monikers or not monikers[each].versioned for each in monikers}
    seen = {key: name for key, name in found.items() if is_seen[name] and key[1] != pages.COMPARE}
    for (tag, stem), name in seen.items():
        body = publication.filled(name, pages.split_front_matter(texts[name])[1], tag)
        body = publication.with_closure(body, tag, moniker)
        options = {
            **publication.markdown(tag),
            "page": monikers[name].monikers,
            "is_rendered": name in publication.pages,
        }

        def relink(target: str, page: _Key = (tag, stem)) -> str | None:
            return _relinked(target, page, moniker, publication, found, seen)

        text = plain(body, moniker, *_extensions(config, options), relink)
        title = str(matters[name].get("title", ""))
        yield f"{tag}/{stem}.md", text if not title or text.startswith("# ") else f"# {escape(title)}\n\n{text}"


def _extensions(config: MkDocsConfig, options: dict[str, Any]) -> tuple[list[Any], dict[str, Any]]:
    """The extensions of the site and their options; headings have no links to themselves."""
    toc = {key: value for key, value in config.mdx_configs.get("toc", {}).items() if not key.startswith("permalink")}
    configs = {**config.mdx_configs, "toc": toc, EXTENSION: options}
    return list(dict.fromkeys([*config.markdown_extensions, *EXTENSIONS])), configs


def _relinked(
    target: str, page: _Key, moniker: str, publication: Publication, found: Collection[_Key], seen: Collection[_Key]
) -> str | None:
    """Where a link of a page leads: to another file here; nowhere where its text is not for these readers."""
    parts = urlsplit(target)
    if parts.scheme or parts.netloc or not parts.path.endswith(".md"):
        return target
    views = parse_qs(parts.query).get("view", [moniker])
    stem, tag = pages.split_page_name(normpath(join(dirname(page[1]), unquote(parts.path))), publication.languages)
    keys = [(tag or page[0], stem), (publication.tag(), stem)]
    key = next((each for each in keys if each in found), keys[0])
    if views != [moniker] or (key in found and key not in seen):
        return None
    path = relpath("/".join(key), dirname("/".join(page))) if key in seen else parts.path.removesuffix(".md")
    return urlunsplit(("", "", quote(f"{path}.md"), "", parts.fragment))


def _texts(publication: Publication, files: Iterable[File]) -> dict[str, str]:
    """All pages by name: the rendered ones, and those that are written by hand."""
    written = {file.src_uri: file for file in files if file.is_documentation_page()}
    return {
        **{name: file.content_string for name, file in written.items() if name not in publication.pages},
        **publication.pages,
    }


def _parts(publication: Publication, name: str, tag: str, text: str) -> tuple[dict[str, Any], str]:
    """A page's front matter but for the revision, its monikers without what the configuration says; and its body."""
    _, body = pages.split_front_matter(text)
    found = pages.read_front_matter(name, text)[0].values
    values = {key: value for key, value in found.items() if key not in pages.RANGE_KEYS}
    config = publication.spec.config
    matter: dict[str, Any] = {key: values.pop(key) for key in ("title", "description") if key in values}
    matter |= {**config.front_matter, "ms.topic": _TOPIC, **values}
    page = publication.monikers_of(name, found)
    monikers = config.monikers.in_order(page.monikers)
    if page.versioned and monikers != config.monikers.ids:
        matter["monikerRange"] = " || ".join(monikers)
    if name in publication.pages and tag != publication.tag() and UNTRANSLATED not in body:
        matter[pages.KIND] = pages.HUMAN
    return matter, body


def refuse(root: Path, folder: Path, command: str) -> None:
    """Raise SpecError where a command cannot replace a folder without a loss, or would write among the sources."""
    shown = folder.relative_to(root).as_posix() if folder.is_relative_to(root) else folder.as_posix()
    config = read_config(root)
    sources = (config.docs, config.features, config.steps, config.locales)
    around = next((each for each in sources if (root / each).resolve() in folder.resolve().parents), None)
    found = ("", f"The folder stands in {around}, and would be read as a part of it") if around else None
    if found := found or irreplaceable(root, folder, command):
        place = Location("/".join(filter(None, (shown, found[0]))))
        remedy = f"Give a folder of its own: porspec {command}."
        raise SpecError([Problem(place, found[1], "render-folder", remedy)])


def _around(root: Path, folder: Path) -> Path:
    """Where to write what takes the place of a folder: in the project, where that holds it, or else beside it."""
    return root if is_inside(root, folder.parent) else folder.parent


def build_pseudo(root: Path, target: Path, code: str) -> Path:
    """Build the site with a pseudo-language beside the others, into `target`; the project stays as it is.

    Every message is in accented, longer words between ⟦ and ⟧. What stands on a page without accents is in no
    catalogue; what no longer fits has too little room for another language. Raises SpecError where the project has
    problems, or a language of this code, or where `target` holds what was not written here.
    """
    refuse(root, target, "pseudo DIR")
    with writing(_around(root, target)) as work:
        copy = work.folder / "project"
        _copy(root, copy, target)
        for path in new_language(copy, code):
            text = (copy / path).read_text("utf-8")
            translations = {each.key: pseudo(each.key[1]) for each in parse_po(text, path).entries}
            (copy / path).write_text(with_translations(text, path, translations), "utf-8")
        follow_catalogues(copy, code)
        built = build_site(copy)
        write_manifest(built)
        work.replace_folder(built, target)
    return target


def _copy(root: Path, copy: Path, target: Path) -> None:
    """Copy a project, its symbolic links as links: what they lead to is no part of it where it stands outside.

    Raises SpecError at what cannot be copied.
    """
    try:
        shutil.copytree(root, copy, symlinks=True, ignore=partial(not_needed, root, target))
    except shutil.Error as error:
        remedy = "Give the file its rights back, or remove what is no file."
        found = ((Path(name).relative_to(root).as_posix(), why) for name, _, why in error.args[0])
        told = (Problem(Location(name), f"Cannot be copied: {why}", "file-system", remedy) for name, why in found)
        raise SpecError(told) from None


def not_needed(root: Path, target: Path, folder: str, names: list[str]) -> set[str]:
    """What of a folder of the project its site does not depend on."""
    at_root = {name for name in names if name.startswith(".") or name == "site"} if Path(folder) == root else set()
    return at_root | {name for name in names if name == "__pycache__" or Path(folder, name) == target}


def pseudo(text: str) -> str:
    """A message in the pseudo-language: placeholders, code, HTML and link targets stay, and bold labels are labels.

    It is longer, between brackets; the last mark of a sentence stays the last, and a label at the end whole.
    """
    accented = _PIECE.sub(
        lambda found: f"**{pseudo(found[1])}**" if found[1] else found[0].translate(_ACCENTED if found[2] else {}), text
    )
    filler = _FILLER[: len(text) // _SHARE].rstrip()
    if accented.endswith("**"):
        return f"⟦{filler.strip()}⟧ {accented}"
    end = accented[-1:] if accented.endswith((".", "?", "!", ":")) else ""
    return f"⟦{accented.removesuffix(end)}{filler}⟧{end}"
