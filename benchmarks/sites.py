"""One help, built as a site by porspec and by peers: whole processes, each of which makes every page of every language.

The peers get what `porspec render` writes: stock Material with static-i18n, and Hugo without a theme, which prints the
titles of all pages of a language on each as its navigation. Zensical has no languages, zones or clouds: its pages of
all languages stand in one list. It comes from the Python Package Index, into an environment of its own.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import venv
from dataclasses import dataclass
from pathlib import Path

from .specs import edit_task, write_spec
from .timing import Command, Pairs, Seconds, measure, python

_STOCK = """\
site_name: Admin center
theme:
  name: material
  font: false
markdown_extensions:
  - attr_list
  - md_in_html
  - tables
  - toc:
      permalink: true
"""
_LANGUAGES = """\
plugins:
  - search
  - i18n:
      docs_structure: suffix
      languages:
"""
_HUGO = """\
baseURL = "/"
defaultContentLanguage = "en"
disableKinds = ["taxonomy", "term"]
[markup.goldmark.renderer]
unsafe = true
"""
_LAYOUT = """\
<!doctype html><html lang="{{ .Language.Lang }}"><title>{{ .Title }}</title>
<nav>{{ range .Site.RegularPages }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</nav>
<main>{{ .Content }}</main></html>
"""


@dataclass(frozen=True)
class Row:
    """What is compared, how often as long ours may take as the peer, by the clock, and both."""

    what: str
    most: float
    pairs: Pairs


def rows(root: Path, tasks: int, languages: int, runs: int) -> tuple[list[Row], list[str]]:
    """The comparisons that can be made here, and what the peers are, or why one is left out."""
    spec = write_spec(root / "spec", tasks, languages)
    help_ = root / "help"
    subprocess.run(python("porspec", "render", "--out", str(help_)), cwd=spec, check=True, capture_output=True)  # noqa: S603 - our own arguments
    (help_ / ".porspec-render").unlink()
    ours = Command(("env", "PORSPEC_CACHE=", *python("porspec", "build")), spec, ("Built",))
    size = f"{tasks} tasks, {languages} languages"
    stock = _stock(root / "stock", help_, spec, languages)
    found, told = (
        [Row(f"{size}: porspec / Material, static-i18n", 1 / 3, measure(ours, stock, runs, root / "bytecode"))],
        [],
    )
    if program := shutil.which("hugo"):
        hugo = _hugo(root / "hugo", program, help_, languages)
        found.append(Row(f"{size}, one edited: porspec / Hugo", 2, _edited(spec, hugo, runs, root)))
        told.append(_said(program, "version").partition(" BuildDate")[0])
    else:
        told.append("Hugo is not measured: there is none here")
    if program := _zensical(root / "environment"):
        zensical = Command((program, "build"), _site(root / "zensical", help_, _STOCK), ())
        found.append(Row(f"{size}: porspec / Zensical", 1, measure(ours, zensical, runs, root / "bytecode")))
        told.append(f"Zensical {_said(program, '--version')}")
    else:
        told.append("Zensical is not measured: it cannot be installed here")
    return found, told


def _said(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()  # noqa: S603 - our own arguments


def growth(root: Path, sizes: tuple[tuple[int, int], tuple[int, int]], runs: int) -> Pairs:
    """The builds of a larger project and of a smaller one."""
    larger, smaller = (write_spec(root / f"{tasks}-{languages}", tasks, languages) for tasks, languages in sizes)
    command = ("env", "PORSPEC_CACHE=", *python("porspec", "build"))
    return measure(Command(command, larger, ("Built",)), Command(command, smaller, ("Built",)), runs, root / "bytecode")


def _edited(spec: Path, peer: Command, runs: int, root: Path) -> Pairs:
    """Our build after an edit of one task, with what is kept of the last one, and the peer's whole one, in turns."""
    ours = Command(("env", f"PORSPEC_CACHE={root / 'kept'}", *python("porspec", "build")), spec, ("Built",))
    pairs = list[tuple[Seconds, Seconds]]()
    for number in range(runs + 1):
        edit_task(spec, 0, number)
        pairs.append((ours.seconds(root / "bytecode"), peer.seconds(root / "bytecode")))
    return Pairs(tuple(one for one, _ in pairs[1:]), tuple(other for _, other in pairs[1:]))


def _site(folder: Path, help_: Path, settings: str) -> Path:
    shutil.copytree(help_, folder / "docs")
    (folder / "mkdocs.yml").write_text(settings, "utf-8")
    return folder


def _stock(folder: Path, help_: Path, spec: Path, languages: int) -> Command:
    codes = sorted({path.name for path in (spec / "features").iterdir()}, key=lambda code: code != "en")
    told = "".join(
        f"        - {{locale: {code}, name: {code}, build: true, default: {'true' if code == 'en' else 'false'}}}\n"
        for code in codes[:languages]
    )
    _, nav, pages = (spec / "mkdocs.yml").read_text("utf-8").partition("nav:")
    _site(folder, help_, _STOCK + _LANGUAGES + told + nav + pages)
    return Command(("env", "NO_MKDOCS_2_WARNING=1", *python("mkdocs", "build", "--quiet")), folder, ())


def _hugo(folder: Path, program: str, help_: Path, languages: int) -> Command:
    shutil.copytree(help_, folder / "content")
    for page in (folder / "content").glob("index.*"):  # which would make one page of the whole folder
        page.rename(page.with_name(f"_{page.name}"))
    codes = sorted({path.suffixes[-2].strip(".") for path in help_.glob("*.md")})
    told = "".join(f"[languages.{code}]\nlanguageName = '{code}'\n" for code in codes[:languages])
    (folder / "config.toml").write_text(_HUGO + told, "utf-8")
    for name in ("single", "list"):
        layout = folder / "layouts" / "_default" / f"{name}.html"
        layout.parent.mkdir(parents=True, exist_ok=True)
        layout.write_text(_LAYOUT, "utf-8")
    return Command((program, "--quiet"), folder, ())


def _zensical(folder: Path) -> str | None:
    """The program, in an environment of its own."""
    venv.create(folder, with_pip=True)
    command = [str(folder / "bin" / "python"), "-m", "pip", "install", "--quiet", "zensical"]
    done = subprocess.run(command, capture_output=True, check=False)  # noqa: S603 - our own arguments
    program = folder / "bin" / "zensical"
    return str(program) if not done.returncode and program.exists() and sys.platform != "win32" else None
