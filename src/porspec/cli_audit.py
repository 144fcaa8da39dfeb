"""The command line's audit of pages that exist already, whatever project they are of."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

_file = click.Path(dir_okay=False, path_type=Path)
_existing = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command()
@click.argument("pages", nargs=-1, metavar="[PAGE|FOLDER...]")
@click.option("--pair", "pairs", nargs=2, multiple=True, metavar="SOURCE TRANSLATION", help="Side by side; repeatable.")
@click.option("--source", metavar="PATTERN", help="Where sources stand in FOLDER, such as 'en/{path}'.")
@click.option(
    "--translation", metavar="PATTERN", multiple=True, help="And their translations: 'nl/{path}'; repeatable."
)
@click.option(
    "--glossary", metavar="FILE", type=_existing, help="Terms: a glossary.toml, TBX, or CSV with a column a language."
)
@click.option("--baseline", metavar="FILE", type=_file, help="What is known is counted; only what is new fails.")
@click.option("--write-baseline", "writes", is_flag=True, help="With --baseline: write what was found into FILE.")
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "github", "sarif"]), default="text", help="Default: text."
)
@click.option(
    "--only", metavar="CODE", multiple=True, help="Of this code only; repeatable. porspec check --list has them."
)
@click.option("--except", "left_out", metavar="CODE", multiple=True, help="Not of this one; repeatable.")
@click.option(
    "--report", metavar="DIR", type=click.Path(path_type=Path), help="Show each page beside its source, there."
)
@click.pass_obj
def audit(
    root: Path,
    /,
    pages: Sequence[str],
    pairs: Sequence[tuple[str, str]],
    source: str | None,
    translation: Sequence[str],
    **given: Any,
) -> int:
    """Find what is wrong with pages that exist already, and with their translations.

    No project is needed: any folder with Markdown will do.
    """
    from .audit.command import Given, run
    from .audit.works import works_of

    if bool(source) != bool(translation):
        raise click.UsageError("--source and --translation go together")
    if given["writes"] and given["baseline"] is None:
        raise click.UsageError("--write-baseline goes with --baseline")
    if not (pages or pairs or source):
        raise click.UsageError("Give pages, folders, --pair, or --source and --translation")
    return run(root, works_of(root, pages, pairs, source, translation), Given(**given))
