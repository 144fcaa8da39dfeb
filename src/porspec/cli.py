"""The command line: check, run, sync, build, serve."""

from __future__ import annotations

import argparse
import datetime
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .sources.problems import Location, Problem, SpecError
from .spec.report import print_problems, report

if TYPE_CHECKING:
    from .languages.sync import Plan

OK, FOUND = 0, 1


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; 0 where all is well, 1 where there are problems."""
    options = parser().parse_args(arguments)
    try:
        found = int(options.command(options))
        sys.stdout.flush()
    except SpecError as error:
        print_problems(error.problems)
        return FOUND
    except KeyboardInterrupt:
        return OK
    except BrokenPipeError:  # whoever read the output, such as head, has read enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK
    return found


def parser() -> argparse.ArgumentParser:
    top = argparse.ArgumentParser(prog="porspec", description="Help pages from scenarios that ran.")
    top.add_argument("--root", type=_folder, default=Path.cwd(), help="the project's folder (default: this one)")
    commands = top.add_subparsers(required=True, metavar="COMMAND")
    for name, function, text in (
        ("check", check, "print what is wrong with the sources"),
        ("run", run, "run every scenario, for every cloud, on the reference"),
        ("sync", sync, "write PO files, and the features of the other languages"),
        ("stats", stats, "say how much of each language is translated, and which features it can run"),
        ("steps", steps, "list the steps: their patterns in every language, what they say, and their uses"),
        ("new", new, "begin a language or a feature: porspec new language CODE, porspec new feature NAME"),
        ("build", build, "check, run, and build the site"),
        ("pseudo", pseudo, "build the site with a pseudo-language, to find what is in no catalogue"),
        ("render", render, "write the whole help, in Docs Markdown, into a folder"),
        ("serve", serve, "build the site, serve it, and follow edits"),
    ):
        command = commands.add_parser(name, help=text, description=text)
        command.set_defaults(command=function)
        if name == "check":
            formats = ("text", "json", "github", "sarif")
            command.add_argument("--format", choices=formats, default="text", help="default: %(default)s")
            command.add_argument("--list", action="store_true", help="list the codes: how much each matters, and why")
            several: dict[str, Any] = {"action": "append", "default": [], "metavar": "CODE"}
            command.add_argument("--only", **several, help="look for problems of this code only; repeatable")
            command.add_argument("--except", **several, dest="left_out", help="not for this code; repeatable")
        if name == "run":
            command.add_argument("--cloud", action="append", metavar="MONIKER", help="for this cloud only; repeatable")
            command.add_argument(
                "--language", action="append", metavar="CODE", help="in this language (default: the source language)"
            )
        if name == "sync":
            command.add_argument("--check", action="store_true", help="say what is stale, and change nothing")
            command.add_argument("--exit-code", action="store_true", help="return 1 where anything was written")
            command.add_argument("--from", dest="code", metavar="CODE", help="take a language's edited features back")
            command.add_argument("file", nargs="?", help="with --from: this feature only")
            command.add_argument(
                "--handoff",
                nargs="+",
                default=[],
                metavar="PAGE",
                help="record that these translated pages were made from their source pages as they are now",
            )
            command.add_argument(
                "--source-text",
                nargs=2,
                action="append",
                default=[],
                metavar=("TEXT", "SOURCE"),
                help="with --from: what a new name or paragraph is called in the source language",
            )
        if name == "stats":
            command.add_argument("language", nargs="?", help="name every message that this language lacks")
        if name == "steps":
            command.add_argument("--for", dest="text", metavar="TEXT", help="only steps that read so, or in part")
            command.add_argument("--unused", action="store_true", help="only steps that no scenario uses")
        if name == "new":
            kinds = command.add_subparsers(required=True, metavar="WHAT")
            language = kinds.add_parser("language", help="PO files with everything untranslated")
            language.add_argument("code", help="such as de, pt_BR or zh_Hant")
            language.set_defaults(command=new)
            feature = kinds.add_parser("feature", help="a feature with everything still to be written")
            feature.add_argument("name", help="of its files and its page, such as change-order")
            feature.set_defaults(command=new_feature)
        if name == "build":
            command.add_argument("--skip-broken", action="store_true", help="leave out languages that have problems")
        if name == "pseudo":
            command.add_argument("target", nargs="?", default="site-pseudo", help="folder (default: %(default)s)")
            command.add_argument("--code", default="eo", help="its code, which no language has (default: %(default)s)")
        if name == "render":
            command.add_argument("--out", type=_folder, required=True, metavar="DIR", help="a folder of its own")
        if name == "serve":
            command.add_argument("--port", type=int, default=8000, help="default: %(default)s, or the next free one")
            command.add_argument("--once", action="store_true", help="do not follow edits")
    return top


def _folder(text: str) -> Path:
    return Path(text).resolve()


def check(options: argparse.Namespace) -> int:
    """Print every problem of the sources, or the codes that a problem can have."""
    from .checks.formats import check, list_codes

    if options.list:
        return list_codes(options.only, options.left_out)
    return check(options.root, options.only, options.left_out, options.format)


def run(options: argparse.Namespace) -> int:
    """Run variants and print a tree as they run; to run none is no success."""
    from .sources.config import chosen
    from .spec.runner import planned, run_all
    from .spec.spec import load

    spec = load(options.root)
    if spec.warnings:
        print_problems(spec.warnings)
    clouds = chosen("--cloud", options.cloud, spec.config.monikers.ids)
    languages = chosen("--language", options.language, tuple(spec.languages))
    plan = list(planned(spec, clouds, languages))
    failed = report(spec, run_all(spec, plan), len(plan))
    return FOUND if failed or not plan else OK


def sync(options: argparse.Namespace) -> int:
    """Write, or with --check name, the files that the sources have outdated."""
    from .languages.sync import write

    planned = _planned(options)
    stale = planned.stale(options.root)
    if not options.check:
        write(options.root, planned)
    for path, line in stale.items():
        verb = "wrote" if planned.files[path] is not None else "removed"
        print(f"{path}:{line}:1: stale" if options.check else f"{verb} {path}")
    if not stale:
        print("Everything is up to date")
    if planned.problems:
        print_problems(planned.problems)
    found = any(each.is_error for each in planned.problems)
    return FOUND if found or (stale and (options.check or options.exit_code)) else OK


def _planned(options: argparse.Namespace) -> Plan:
    from .languages.sync import plan, plan_handoff
    from .languages.take_back import take_back

    if options.handoff:
        return plan_handoff(options.root, options.handoff, datetime.datetime.now(datetime.UTC).date())
    if options.code is None:
        return plan(options.root)
    return take_back(options.root, options.code, options.file, dict(options.source_text))


def new(options: argparse.Namespace) -> int:
    """Make the PO files of a language."""
    from .languages.sync import new_language

    for path in new_language(options.root, options.code):
        print(f"wrote {path}")
    return OK


def new_feature(options: argparse.Namespace) -> int:
    """Make a feature to start from, in each language that is held to be complete."""
    from .languages.new import new_feature
    from .languages.sync import write

    written = write(options.root, new_feature(options.root, options.name))
    for path in written:
        print(f"wrote {path}")
    print(f"Write something for each TODO in {written[0]}: porspec check names them. Then run porspec sync,")
    print(f"and give {options.name}.md its place in the navigation, in mkdocs.yml.")
    return OK


def stats(options: argparse.Namespace) -> int:
    """Print how far each language is, or what one of them lacks."""
    from .languages.progress import places, progress, table
    from .languages.words import read_words
    from .spec.spec import load_with_problems

    spec, _ = load_with_problems(options.root)
    codes = [code for code in spec.config.targets if options.language in (None, code)]
    if options.language and not codes:
        place = Location(f"{spec.config.locales}/{options.language}")
        remedy = f"Give one of {', '.join(spec.config.targets)}, or begin it: porspec new language CODE."
        raise SpecError([Problem(place, f"There is no language {options.language}", "language-missing", remedy)])
    found = [progress(spec, code, read_words(spec.config, code)) for code in codes]
    for line in table(found):
        print(line)
    for line in places(found[0]) if options.language else ():
        print(line)
    return OK


def steps(options: argparse.Namespace) -> int:
    """Print the step catalogue, or what is asked for of it; also where features do not load, to mend them."""
    from .pages.step_search import find
    from .pages.steps import entries, lines
    from .spec.spec import load_with_problems

    spec, problems = load_with_problems(options.root)
    found = entries(spec)
    if options.text is not None:
        found = find(spec, found, options.text)
    for line in lines(spec, [each for each in found if not (options.unused and each.is_used)]):
        print(line)
    if problems:
        print("Uses may be missing: not every source can be read. porspec check says why.", file=sys.stderr)
    return OK


def build(options: argparse.Namespace) -> int:
    """Build the site beside the last one, and swap it in."""
    from .site.build import build_site

    print(f"Built {build_site(options.root, skip_broken=options.skip_broken)}")
    return OK


def pseudo(options: argparse.Namespace) -> int:
    """Build the site with a pseudo-language beside the others."""
    from .site.build import build_pseudo

    print(f"Built {build_pseudo(options.root, options.root / options.target, options.code)}")
    return OK


def render(options: argparse.Namespace) -> int:
    """Write the help as Docs Markdown."""
    from .site.help_folder import write_help

    print(f"Wrote {len(write_help(options.root, options.out))} pages into {options.out}")
    return OK


def serve(options: argparse.Namespace) -> int:
    """Build the site, serve it on loopback, and build it again after each edit."""
    from .site.serve import serve_site

    serve_site(options.root, options.port, follow=not options.once)
    return OK


if __name__ == "__main__":
    sys.exit(main())
