"""The command line: check, run, sync, build, serve."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from .problems import Problem, SpecError

if TYPE_CHECKING:
    from .runner import Trace
    from .spec import Spec

OK, FOUND = 0, 1


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; 0 where all is well, 1 where there are problems."""
    options = _parser().parse_args(arguments)
    try:
        return int(options.command(options))
    except SpecError as error:
        print_problems(error.problems)
        return FOUND
    except KeyboardInterrupt:
        return OK


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="porspec", description="Help pages from scenarios that ran.")
    parser.add_argument("--root", type=_folder, default=Path.cwd(), help="the project's folder (default: this one)")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
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
    return parser


def _folder(text: str) -> Path:
    return Path(text).resolve()


def print_problems(problems: Iterable[Problem]) -> None:
    """Print problems, one after the other, and count them."""
    found = list(problems)
    for problem in found:
        print(problem, file=sys.stderr)
    print(f"{len(found)} problem{'s' if len(found) != 1 else ''}", file=sys.stderr)


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


def report(spec: Spec, traces: Iterator[Trace]) -> list[Problem]:
    """Print the tree of features, rules and scenarios while they run; returns the problems of those that failed."""
    failed: list[Problem] = []
    total = sum(1 for _ in spec.variants())
    done = 0
    rule = None
    for stem, of_feature in groupby(traces, key=lambda trace: trace.variant.stem):
        print(spec.feature(stem).source.name)
        for number, of_scenario in groupby(of_feature, key=lambda trace: trace.variant.scenario):
            scenario = spec.feature(stem).scenarios[number]
            if scenario.rule is not None and scenario.rule is not rule:
                print(f"  {scenario.rule.keyword}: {scenario.rule.name}")
            rule = scenario.rule
            found = list(of_scenario)
            done += len(found)
            problems = [trace.problem for trace in found if trace.problem]
            clouds = ", ".join(_clouds(spec, found))
            indent = "    " if rule else "  "
            print(f"{indent}{'✗' if problems else '✓'} {scenario.name}  ({clouds})  {done}/{total}", flush=True)
            failed += problems
    for problem in failed:
        print(problem, file=sys.stderr)
    print(f"{done} ran: {done - len(failed)} passed, {len(failed)} failed")
    return failed


def _clouds(spec: Spec, traces: Sequence[Trace]) -> Iterator[str]:
    for moniker in spec.config.monikers.ids:
        of_cloud = [trace for trace in traces if trace.variant.moniker == moniker]
        if of_cloud:
            times = f" × {len(of_cloud)}" if len(of_cloud) > 1 else ""
            yield moniker + times + (" FAILED" if any(trace.problem for trace in of_cloud) else "")


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
