"""The command line's beginnings: of a project, a language and a feature."""

import datetime
import sys
from collections.abc import Sequence
from pathlib import Path

import click


def _asked(text: str, default: str = "") -> str:
    """What somebody answers on a terminal; elsewhere the default."""
    return str(click.prompt(text, default, show_default=bool(default))) if sys.stdin.isatty() else default


@click.command()
@click.option("--name", metavar="TEXT", help="What the site is called (default: as its folder).")
@click.option("--language", metavar="CODE", multiple=True, help="The one to write in, then others; repeatable.")
@click.option("--moniker", metavar="ID[=NAME]", multiple=True, help="A version with steps of its own; repeatable.")
@click.pass_obj
def init(root: Path, name: str | None, language: Sequence[str], moniker: Sequence[str]) -> int:
    """Begin a project here: a site, a first feature, steps and tests.

    On a terminal it asks for what is not given. What is there already is kept: what is added to pyproject.toml,
    mkdocs.yml and .gitignore is shown.
    """
    from .languages.adopt import Surroundings, differences
    from .languages.begin import begin, wishes
    from .sources.writing import writing

    around = Surroundings.of(root)
    called, spoken = around.known()
    name = name or _asked("What is the site called?", called or root.name)
    codes = language or _asked("Languages, first the one that you write in", spoken or "en").replace(",", " ").split()
    ids = moniker or _asked("Versions with steps of their own, such as editions, if any").replace(",", " ").split()
    with writing(root, alone=True) as work:
        files = begin(work, around, wishes(name, codes, ids), datetime.datetime.now(datetime.UTC).date())
        for line in differences(around.files, files):
            print(line)
        is_asked = sys.stdin.isatty() and not files.keys().isdisjoint(around.files)
        if is_asked and not click.confirm("Change these files so?", default=True):
            return 1
        work.replace_files({root / path: text for path, text in files.items()})
    for path in files:
        print(f"{'changed' if path in around.files else 'wrote'} {path}")
    if around.has_home and len(codes) > 1:
        print("A page that nobody has translated is shown in every language as it is, and says so.")
    for line in around.to_do(files):
        print(line)
    world = f"{around.folders['steps']}/world.py"
    print(f"Now run porspec serve, and pytest. Then put your own product in the place of the notes in {world}.")
    return 0


@click.group()
def new() -> None:
    """Begin a language or a feature."""


@new.command()
@click.argument("code")
@click.pass_obj
def language(root: Path, code: str) -> None:
    """PO files with everything untranslated; CODE is such as de, pt_BR or zh_Hant."""
    from .languages.sync import new_language

    for path in new_language(root, code):
        print(f"wrote {path}")
    print(f"Translate these, and run porspec sync; porspec stats {code} says what is missing.", file=sys.stderr)


@new.command()
@click.argument("name")
@click.option("--from", "page", default="", metavar="PAGE[#ANCHOR]", help="Begin with what this page says.")
@click.pass_obj
def feature(root: Path, name: str, page: str) -> None:
    """A feature to be written; NAME is of its files and its page, such as change-order or orders/change."""
    from .languages.sync import new_feature, write
    from .sources.config import read_config
    from .sources.writing import writing

    with writing(root, alone=True) as work:
        written = write(work, new_feature(root, name, page))
    for path in written:
        print(f"wrote {path}")
    has_nav = bool(read_config(root).site.order)
    print(f"Write something for each TODO in {written[0]}: porspec check names them. Then run porspec sync", end="")
    print(f",\nand give {name}.md its place in the navigation, in mkdocs.yml." if has_nav else ".")
