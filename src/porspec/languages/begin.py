"""What a project begins with: the smallest that one would keep, in its languages, beside what is there already."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import yaml
from jinja2 import Environment, FileSystemLoader

from ..markdown.content import escape
from ..markdown.zones import anchor
from ..sources.catalogues import DOMAINS, po_path, read_catalogue
from ..sources.config import is_project
from ..sources.files import WORK
from ..sources.locale import babel_locale, code_remedy, is_language, tag_of
from ..sources.mkdocs_lines import elsewhere
from ..sources.mkdocs_yml import FILE as MKDOCS
from ..sources.pages import BEHIND, COMPARE, handed_off, page_name
from ..sources.problems import Location, Problem, SpecError
from ..sources.settings import MONIKER, known_language
from ..sources.writing import Work
from .adopt import Surroundings
from .extract import spec_of_source, template_of
from .merge import Message
from .sync import new_language, planned

_HERE = Path(__file__).parent
ADD_NOTE = "add-note.md"
DOMAIN = "project"  # of the texts of the project that is begun
_MODULES = ("__init__.py", "labels.py", "notes.py", "world.py")


@dataclass(frozen=True)
class Wishes:
    """What a project is to be: its name, its languages, the source language first, and the names of its monikers."""

    name: str
    languages: Sequence[str]
    monikers: Mapping[str, str]


def wishes(name: str, codes: Sequence[str], monikers: Sequence[str]) -> Wishes:
    """What somebody asks for, monikers as `ID` or `ID=NAME`; raises SpecError where no project can have it."""
    found = Wishes(name.strip(), tuple(dict.fromkeys(codes)), dict(map(_named, monikers)))
    if problems := [Problem(Location("pyproject.toml"), *each) for each in _wrong(found, len(monikers))]:
        raise SpecError(problems)
    return found


def _named(moniker: str) -> tuple[str, str]:
    """The id of a moniker and its name."""
    key, _, name = moniker.partition("=")
    return key, name.strip() or re.sub("[-_.]+", " ", f"{key[:1].upper()}{key[1:]}")


def _wrong(found: Wishes, monikers: int) -> Iterator[tuple[str, str, str]]:
    """The message, code and remedy of each thing that cannot be."""
    if not found.name or not found.name.isprintable():
        yield f"{found.name!r} is no name of a site", "option", "Give one line of text as --name."
    if not found.languages:
        yield "No language is given", "option", "Give at least the one to write in, as --language en."
    for code in found.languages:
        if not is_language(code):
            yield f"{code!r} is no code of a language", "language-code", code_remedy(code)
    if len({tag_of(code) for code in found.languages}) != len(found.languages):
        yield "One language is given twice", "option", "Give each --language once."
    for key, name in found.monikers.items():
        if not MONIKER.fullmatch(key) or key in found.languages or not name.isprintable():
            message = f"{key!r} cannot be a moniker: a tag, a mark of tests and no language"
            yield message, "option", 'Give --moniker ID or "ID=NAME", the ID of letters, digits, - and _.'
    if len({key.casefold() for key in found.monikers}) != monikers:
        yield "One moniker is given twice", "option", "Give each --moniker an ID of its own, whatever its capitals."


def begin(work: Work, around: Surroundings, wanted: Wishes, day: date) -> dict[str, str]:
    """Every file that a project here lacks, by its path, and those that say more than before; nothing is written here.

    They are made and loaded in a folder of the work's. Raises SpecError where another project is there, or where what
    is there cannot be added to.
    """
    if is_project(work.root):
        remedy = "Go on with porspec new feature NAME, porspec new language CODE and porspec check."
        place = Location("pyproject.toml")
        raise SpecError([Problem(place, "There is a project with [tool.porspec] here", "project-exists", remedy)])
    beside, sources = work.new_folder(), {**around.files, **_sources(wanted, around)}
    (beside / around.docs).mkdir(parents=True)
    _write(beside, {**sources, MKDOCS: elsewhere(sources[MKDOCS], work.root)})
    _translate(beside, wanted, around, day)
    made = {path.relative_to(beside).as_posix(): path for path in sorted(beside.rglob("*")) if path.is_file()}
    texts = {path: file.read_bytes().decode() for path, file in made.items() if "__pycache__" not in file.parts}
    texts[MKDOCS] = sources[MKDOCS]
    files = {path: text for path, text in texts.items() if not path.startswith(WORK) and text != around.files.get(path)}
    if problems := [*_in_the_way(work.root, files.keys() - around.files.keys(), _pages(wanted, around))]:
        raise SpecError(problems)
    return files


def _pages(wanted: Wishes, around: Surroundings) -> list[str]:
    """Where a page of the site may be written by hand that porspec makes."""
    own = [ADD_NOTE, *(f"{each}.md" for each in (*BEHIND, *([COMPARE] if len(wanted.monikers) > 1 else ())))]
    tags = ["", *(f".{tag_of(code)}" for code in wanted.languages)]
    return [f"{around.docs}/{each.removesuffix('.md')}{tag}.md" for each in own for tag in tags]


def _in_the_way(root: Path, files: Iterable[str], pages: Iterable[str]) -> Iterator[Problem]:
    """What is there already of what would be written, and pages in whose place others would be shown."""
    for path in (each for each in files if (root / each).exists()):
        remedy = "Move it away, or begin in another folder."
        yield Problem(Location(path), "porspec init would write this file", "project-exists", remedy)
    for path in (each for each in pages if (root / each).exists()):
        remedy = "Give it another name, in the navigation and in links too, and begin again."
        yield Problem(Location(path), "porspec makes a page of this name", "project-exists", remedy)


def _sources(wanted: Wishes, around: Surroundings) -> dict[str, str]:
    """The files of the source language, and what is added to those that are there."""
    source, folders = wanted.languages[0], around.folders

    def rendered(name: str) -> str:
        return _rendered(name, wanted, source, folders)

    pages = [ADD_NOTE, *([f"{COMPARE}.md"] if len(wanted.monikers) > 1 else ())]
    behind = {"For testers and translators": [f"{each}.md" for each in BEHIND]}
    home = {} if around.has_home else {f"{around.docs}/index.md": rendered("index.md")}
    return {
        **home,
        ".gitignore": around.ignoring() or rendered("gitignore"),
        "pyproject.toml": around.configured(rendered("porspec.toml")) or rendered("pyproject.toml"),
        MKDOCS: around.site(wanted.name, source, [*pages, behind]) or rendered(MKDOCS),
        f"{folders['features']}/{source}/add-note.feature": rendered("add-note.feature"),
        **{f"{folders['steps']}/{name}": rendered(f"steps/{name}") for name in _MODULES},
    }


def _rendered(name: str, wanted: Wishes, code: str, folders: Mapping[str, str]) -> str:
    """A file of the project in a language."""
    language, texts = known_language(code, wanted.languages[0]), _texts(code)
    words = {"_": lambda text: texts.get(text, text), "language": language, "slug": anchor(wanted.name) or "help"}
    return _TEMPLATES.get_template(f"{name}.jinja").render(words, **language.keywords, wanted=wanted, folders=folders)


def _texts(code: str) -> dict[str, str]:
    """The texts of the project that is begun, in a language, by their English; none where we do not have them."""
    path = po_path("locales", code, DOMAIN)
    found = read_catalogue(_HERE, path, []).messages if (_HERE / path).exists() else {}
    return {text: each.text for (_, text), each in found.items() if each.text}


def _translate(root: Path, wanted: Wishes, around: Surroundings, day: date) -> None:
    """Write the catalogues, with the translations that we have, and what follows from them."""
    source, *others = wanted.languages
    written, translations, home = _texts(source), dict[str, dict[Message, str]](), root / around.docs / "index.md"
    locales = around.folders["locales"]
    for code in others:
        new_language(root, code)
    spec = spec_of_source(root)
    for code in others:
        said = _texts(code) or (dict.fromkeys(written) if babel_locale(code).language == "en" else {})
        of_source = {written.get(text, text): translation or text for text, translation in said.items()}
        for domain in DOMAINS:
            found = ((each.msgctxt, each.msgid) for each in template_of(spec, domain) if each.msgid in of_source)
            translations[po_path(locales, code, domain)] = {key: of_source[key[1]] for key in found}
        if said and home.exists():
            page = handed_off(_rendered("index.md", wanted, code, around.folders), home.read_text("utf-8"), day)
            _write(root, {f"{around.docs}/{page_name('index', tag_of(code))}": page})
    plan = planned(spec, translations=translations)
    _write(root, {path: text for path, text in plan.files.items() if text is not None})


def _write(root: Path, files: Mapping[str, str]) -> None:
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(text.encode("utf-8"))


# --- how the files are written -----------------------------------------------------------------------------------


def _quoted(text: str) -> str:
    """A text as TOML has it."""
    return json.dumps(text, ensure_ascii=False)


def _yaml(text: str) -> str:
    """A text as YAML has it, in one line."""
    return str(yaml.safe_dump(text, allow_unicode=True, width=float("inf"))).removesuffix("...\n").strip()


def _python(text: str) -> str:
    """A text as formatters write it in Python."""
    return repr(text) if '"' in text else _quoted(text)


_TEMPLATES = Environment(  # noqa: S701 - none of these is HTML
    loader=FileSystemLoader(_HERE / "project"), trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True
)
_TEMPLATES.filters |= {"quoted": _quoted, "yaml": _yaml, "python": _python, "markdown": escape}
