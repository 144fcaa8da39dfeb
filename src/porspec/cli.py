"""The command line: one command for each thing that a project's sources are good for.

Each command imports what it needs, so that the quick ones stay quick. How a process of one ends is __main__'s.
"""

import datetime
import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import nullcontext
from functools import partial
from itertools import tee
from pathlib import Path
from textwrap import fill
from typing import Any

import click

from .cli_audit import audit
from .cli_begin import init, new
from .sources.problems import Location, Problem, SpecError, print_problems, registry

OK, FOUND, FAULT, INTERRUPTED, UNREAD, TERMINATED = 0, 1, 70, 130, 141, 143
_EXITS = f"""Exits with {OK} where all is well, {FOUND} for problems or scenarios that failed, 2 where the command was
not given as it can be, {FAULT} for a fault of its own, {INTERRUPTED} where it was interrupted, {UNREAD} where nobody
reads on what it writes, {TERMINATED} where it was terminated."""

_CALLED = "A project's moniker_name is a name of this option, too."
_SOURCE_TEXT = "what a new name, paragraph or comment is called in the source language"
_SAME = "The second text replaces the first in the source language and means the same: translations stay good."
_HANDOFF = "Record that these translated pages were made from their source pages as they are now."


def _command(group: click.Group, **settings: Any) -> Callable[[Callable[..., int | None]], click.Command]:
    """Makes a command of a function that takes the project's folder first."""
    return lambda function: group.command(**settings)(click.pass_obj(function))


def _completing(names: Callable[[Any], Iterable[str]]) -> Callable[..., list[Any]]:
    """Completes names that the project's configuration has."""

    def complete(context: click.Context, _: click.Parameter, incomplete: str) -> list[str]:
        from .sources.config import read_config

        try:
            config = read_config(Path(context.find_root().params["root"] or ""))
        except SpecError:
            return []
        return [name for name in names(config) if name.startswith(incomplete)]

    return complete


def _all_codes(_: object = None) -> Iterable[str]:
    return registry().codes


class _WithCodes(click.Command):
    def format_epilog(self, _: click.Context, formatter: click.HelpFormatter) -> None:
        """The codes that --only and --except take."""
        found = fill(", ".join(_all_codes()), formatter.width - 2, break_on_hyphens=False).replace("\n", "\n  ")
        formatter.write(f"\nCodes, which --list explains:\n  {found}\n")


_folder = click.Path(exists=True, file_okay=False, resolve_path=True, path_type=Path)
_monikers = _completing(lambda config: config.monikers.ids)
_languages = _completing(lambda config: config.all_languages)
_targets = _completing(lambda config: config.targets)
_coded = partial(click.option, metavar="CODE", multiple=True, shell_complete=_completing(_all_codes))


@click.group(context_settings={"help_option_names": ["-h", "--help"]}, epilog=_EXITS)
@click.version_option(package_name="porspec")
@click.option("--root", type=_folder, default=".", help="The project's folder (default: this one).")
@click.option("--traceback", is_flag=True, help="Show where in porspec a fault of its own arose.")
@click.pass_context
def commands(context: click.Context, /, root: Path, **_: bool) -> None:
    """Help pages from scenarios that ran."""
    from .sources.writing import recover

    recover(root)
    context.obj = root


@_command(commands, cls=_WithCodes)
@click.option("--format", "form", type=click.Choice(["text", "json", "github", "sarif"]), help="Default: text.")
@click.option("--list", "lists", is_flag=True, help="List the codes: how much each matters, and why.")
@_coded("--only", help="Of this code only, such as step-undefined; repeatable.")
@_coded("--except", "left_out", help="Not of this one; repeatable.")
def check(root: Path, form: str | None, lists: bool, only: Sequence[str], left_out: Sequence[str]) -> int:
    """Print what is wrong with the sources."""
    from .checks.formats import check, list_codes

    if lists and form:
        raise click.UsageError("--list is text: it goes without --format")
    return list_codes(only, left_out) if lists else check(root, only, left_out, form or "text")


@_command(commands)
@click.option("--moniker", multiple=True, shell_complete=_monikers, help=f"For this one only; repeatable. {_CALLED}")
@click.option("--language", metavar="CODE", multiple=True, shell_complete=_languages, help="In this one; repeatable.")
@click.option("--shard", metavar="K/N", help="A part of the features, such as 2/5: the second of five.")
@click.option("--jobs", type=click.IntRange(1, 64), default=1, help="In so many processes; default: 1.")
@click.option("--verbose", "-v", is_flag=True, help="Print each scenario once it ran.")
def run(
    root: Path, moniker: Sequence[str], language: Sequence[str], shard: str | None, jobs: int, verbose: bool
) -> int:
    """Run every scenario, for every moniker, on the reference."""
    from .sources.config import chosen
    from .spec.proof import unproved
    from .spec.report import report, without_scenarios
    from .spec.shards import read_shard, run_side_by_side
    from .spec.spec import load, planned

    spec = load(root)
    if spec.warnings:
        print_problems(spec.warnings)
    if not spec.config.has_features:
        print("There are no features here, and so nothing to run")
        return OK
    monikers = chosen("--moniker", moniker, spec.config.monikers.ids)
    languages = chosen("--language", language, tuple(spec.languages))
    stems = read_shard(shard).of(spec.features) if shard else spec.features
    plan = [each for each in planned(spec, monikers, languages) if each[0].stem in stems]
    with spec.world.running():
        ran, printed = tee(run_side_by_side(spec, plan, jobs))
        found = report(spec, printed, len(plan), verbose=verbose)
        if not any(each.is_error for each in found):
            found += unproved(spec, dict.fromkeys(trace.variant for trace in ran if trace.problem is None))
    if found:
        print_problems(found)
    for reason in without_scenarios(spec, plan, languages):
        print(reason, file=sys.stderr)
    return FOUND if any(each.is_error for each in found) or not (plan or shard) else OK


@_command(commands)
@click.option("--check", "only_check", is_flag=True, help="Say what is stale, and change nothing.")
@click.option("--exit-code", is_flag=True, help="Exit with 1 where anything was written.")
@click.option("--from", "code", metavar="CODE", shell_complete=_targets, help="Take a language's edited features back.")
@click.option("--source-text", nargs=2, multiple=True, metavar="TEXT SOURCE", help=f"With --from: {_SOURCE_TEXT}.")
@click.option("--remove", is_flag=True, help="With --from: remove from the source what the features lack.")
@click.option("--same", nargs=2, multiple=True, metavar="OLD NEW", help=_SAME)
@click.option("--handoff", multiple=True, metavar="PAGE...", help=_HANDOFF)
@click.argument("files", nargs=-1, metavar="[FILE]")
def sync(root: Path, /, only_check: bool, exit_code: bool, **given: Any) -> int:
    """Write PO files, and the features of the other languages.

    FILE: with --from, take back this feature only.
    """
    from .languages.sync import write
    from .sources.writing import writing

    with nullcontext() if only_check else writing(root, alone=True) as work:
        plan = _sync_plan(root, **given)
        stale = plan.stale(root)
        if work:
            write(work, plan)
    for path, line in stale.items():
        verb = "wrote" if plan.files[path] is not None else "removed"
        print(f"{path}:{line}:1: stale" if only_check else f"{verb} {path}")
    if not stale:
        print("Everything is up to date")
    if plan.problems:
        print_problems(plan.problems)
    is_wrong = any(each.is_error for each in plan.problems) or (stale and (only_check or exit_code))
    return FOUND if is_wrong else OK


def _sync_plan(
    root: Path, code: str | None, source_text: Any, remove: bool, same: Any, handoff: Any, files: Sequence[str]
) -> Any:
    """What sync is to do; raises UsageError where what was given means nothing together."""
    from .languages.extract import spec_of_source
    from .languages.sync import plan_handoff, planned
    from .languages.take_back import take_back

    if handoff and (code is not None or source_text or remove or same):
        raise click.UsageError("--handoff goes with neither --from nor --source-text, --remove or --same")
    if handoff:
        return plan_handoff(root, [*handoff, *files], datetime.datetime.now(datetime.UTC).date())
    if code is None:
        if what := "FILE" if files else "--source-text" if source_text else "--remove" if remove else "":
            raise click.UsageError(f"{what} goes with --from only: give the language's code")
        return planned(spec_of_source(root), same={new: old for old, new in same})
    if same:
        raise click.UsageError("--same goes without --from: take the features back first")
    if len(files) > 1:
        raise click.UsageError("--from takes back one FILE, or without one all that were edited")
    return take_back(root, code, next(iter(files), None), dict(source_text), removes=remove)


@_command(commands)
@click.argument("language", required=False, shell_complete=_targets)
def stats(root: Path, language: str | None) -> None:
    """Say how far each language is, or what LANGUAGE lacks."""
    from .languages.progress import places, progress, table
    from .languages.words import read_words
    from .spec.spec import load_with_problems

    spec, _ = load_with_problems(root)
    codes = [code for code in spec.config.targets if language in (None, code)]
    if language and not codes:
        place = Location(f"{spec.config.locales}/{language}")
        remedy = f"Give one of {', '.join(spec.config.targets)}, or begin it: porspec new language CODE."
        raise SpecError([Problem(place, f"There is no language {language}", "language-missing", remedy)])
    found = [progress(spec, code, read_words(spec.config, code)) for code in codes]
    for line in (*table(found), *(places(found[0]) if language else ())):
        print(line)


@_command(commands)
@click.option("--for", "text", metavar="TEXT", help="Only steps that read so, or in part.")
@click.option("--unused", is_flag=True, help="Only steps that no scenario uses.")
@click.option("--glue", metavar="DIR", type=click.Path(path_type=Path), help="Write them for Cucumber's editors there.")
def steps(root: Path, text: str | None, unused: bool, glue: Path | None) -> None:
    """List the steps: patterns in every language, and uses."""
    from .languages.cucumber_glue import write_glue
    from .pages.steps import entries, find, lines
    from .spec.spec import load_with_problems

    if glue and (text or unused):
        raise click.UsageError("--glue writes all steps: it goes without --for and --unused")
    spec, problems = load_with_problems(root)  # also where features do not load, to mend them
    if glue:
        print(f"wrote {write_glue(spec, root / glue)}")
        return
    found = entries(spec) if text is None else find(spec, entries(spec), text)
    for line in lines(spec, [each for each in found if not (unused and each.is_used)]):
        print(line)
    if problems:
        print("Uses may be missing: not every source can be read. porspec check says why.", file=sys.stderr)


def _from_here(path: Path) -> str:
    """A path as it is read from the folder where the command was given."""
    return path.relative_to(Path.cwd()).as_posix() if path.is_relative_to(Path.cwd()) else str(path)


@_command(commands)
@click.option("--skip-broken", is_flag=True, help="Leave out languages that have problems.")
@click.option("--without-server", is_flag=True, help="To be read from a disk: links lead to files, not to folders.")
@click.option("--shard", metavar="K/N", help="Only keep a part of the pages, such as 2/5, for the build that follows.")
def build(root: Path, skip_broken: bool, without_server: bool, shard: str | None) -> None:
    """Check, run, and build the site beside the last one."""
    from .site.build import build_site
    from .spec.shards import read_shard

    options = {"use_directory_urls": False, "site_url": ""} if without_server else {}
    part = read_shard(shard) if shard else None
    found = _from_here(build_site(root, skip_broken=skip_broken, part=part, **options))
    print(f"Kept part {shard} of the pages in {found}" if part else f"Built {found}")


@_command(commands)
@click.argument("target", default="site-pseudo", metavar="[FOLDER]")
@click.option("--code", default="eo", show_default=True, help="Its code, which no language has.")
def pseudo(root: Path, target: str, code: str) -> None:
    """Build the site with a pseudo-language, to find what is in no catalogue, in FOLDER (default: site-pseudo)."""
    from .site.folders import build_pseudo

    print(f"Built {_from_here(build_pseudo(root, root / target, code))}")


@_command(commands)
@click.option("--out", metavar="DIR", required=True, type=click.Path(resolve_path=True, path_type=Path))
@click.option("--plain", is_flag=True, help="With --moniker: as CommonMark, without zones and extensions.")
@click.option("--moniker", shell_complete=_monikers, help="With --plain: for this one's readers.")
def render(root: Path, out: Path, plain: bool, moniker: str | None) -> None:
    """Write the whole help, in Docs Markdown, into a folder of its own."""
    from .site.folders import write_help
    from .sources.config import chosen, read_config

    if plain != (moniker is not None):
        raise click.UsageError("--plain and --moniker go together: CommonMark has one moniker's text")
    if moniker is not None:
        chosen("--moniker", [moniker], read_config(root).monikers.ids)
    print(f"Wrote {len(write_help(root, out, moniker))} pages into {out}")


@_command(commands)
@click.option("--port", type=click.IntRange(1, 65535), default=8000, help="Default: 8000, or the next free one.")
@click.option("--once", is_flag=True, help="Do not follow edits.")
def serve(root: Path, port: int, once: bool) -> None:
    """Build the site, serve it on loopback, and follow edits."""
    from .site.server import serve_site

    serve_site(root, port, follow=not once)


commands.add_command(audit)
commands.add_command(init)
commands.add_command(new)
