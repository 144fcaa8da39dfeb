"""The command line: check, run, sync, build, serve."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from .problems import SpecError
from .report import print_problems, report

OK, FOUND = 0, 1


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; 0 where all is well, 1 where there are problems."""
    options = parser().parse_args(arguments)
    try:
        return int(options.command(options))
    except SpecError as error:
        print_problems(error.problems)
        return FOUND
    except KeyboardInterrupt:
        return OK


def parser() -> argparse.ArgumentParser:
    top = argparse.ArgumentParser(prog="porspec", description="Help pages from scenarios that ran.")
    top.add_argument("--root", type=_folder, default=Path.cwd(), help="the project's folder (default: this one)")
    commands = top.add_subparsers(required=True, metavar="COMMAND")
    for name, function, text in (
        ("check", check, "print what is wrong with the sources"),
        ("run", run, "run every scenario, for every cloud, on the reference"),
        ("sync", sync, "write PO files, and the features of the other languages"),
        ("build", build, "check, run, and build the site"),
        ("serve", serve, "build the site, serve it, and follow edits"),
    ):
        command = commands.add_parser(name, help=text, description=text)
        command.set_defaults(command=function)
        if name == "sync":
            command.add_argument("--check", action="store_true", help="say what is stale, and change nothing")
        if name == "serve":
            command.add_argument("--port", type=int, default=8000, help="default: %(default)s, or the next free one")
            command.add_argument("--once", action="store_true", help="do not follow edits")
    return top


def _folder(text: str) -> Path:
    return Path(text).resolve()


def check(options: argparse.Namespace) -> int:
    """Print every problem of the sources."""
    from .checks import problems_of

    _, problems = problems_of(options.root)
    if problems:
        print_problems(problems)
        return FOUND
    print("No problems")
    return OK


def run(options: argparse.Namespace) -> int:
    """Run every variant and print a tree as they run."""
    from .runner import run_all
    from .spec import load

    spec = load(options.root)
    return FOUND if report(spec, run_all(spec)) else OK


def sync(options: argparse.Namespace) -> int:
    """Write, or with --check name, the files that the sources have outdated."""
    from .sync import plan, write

    planned = plan(options.root)
    stale = planned.stale(options.root)
    if not options.check:
        write(options.root, planned)
    for path, line in stale.items():
        print(f"{path}:{line}:1: stale" if options.check else f"wrote {path}")
    if not stale:
        print("Everything is up to date")
    if planned.problems:
        print_problems(planned.problems)
    return FOUND if planned.problems or (options.check and stale) else OK


def build(options: argparse.Namespace) -> int:
    """Build the site beside the last one, and swap it in."""
    from .site import build_site

    print(f"Built {build_site(options.root)}")
    return OK


def serve(options: argparse.Namespace) -> int:
    """Build the site, serve it on loopback, and build it again after each edit."""
    from .site import serve_site

    serve_site(options.root, options.port, follow=not options.once)
    return OK


if __name__ == "__main__":
    sys.exit(main())
