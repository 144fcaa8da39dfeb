"""The process of the command line: it runs a command, and says by its exit code how that ended."""

# ruff: noqa: E402

import signal

_handler = signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl-C before `main` ends the process, and shows nothing

import io
import os
import sys
import traceback
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import NoReturn

import click

from .cli import FAULT, FOUND, INTERRUPTED, OK, TERMINATED, UNREAD, commands
from .sources.problems import SpecError, of_system, print_problems

signal.signal(signal.SIGINT, _handler)

_COMPLETE = "_PORSPEC_COMPLETE"


def _terminate(*_: object) -> NoReturn:
    raise KeyboardInterrupt(TERMINATED)  # whatever lets Ctrl-C through lets this through


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; returns what the process is to exit with."""
    for name in ("SIGTERM", "SIGHUP"):  # a terminal that is closed sends the latter, which Windows lacks
        if hasattr(signal, name) and signal.getsignal(getattr(signal, name)) != signal.SIG_IGN:  # as by nohup
            signal.signal(getattr(signal, name), _terminate)
    _set_streams()
    try:
        found = _outcome(sys.argv[1:] if arguments is None else list(arguments))
        sys.stdout.flush()
    except KeyboardInterrupt as interrupt:
        return next(iter(interrupt.args), INTERRUPTED)
    except OSError as error:
        for stream in (sys.stdout, sys.stderr):  # which Python would complain of when it ends
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        return UNREAD if isinstance(error, BrokenPipeError) else FOUND
    return found


def _set_streams() -> None:
    """Make streams that nobody gave, which nobody reads; what an encoding lacks is shown by its number."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115 - until the end
        elif isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _outcome(arguments: list[str]) -> int:
    """Run a command, and say why it could not; raises OSError where it cannot be said."""
    arguments = _with_moniker(arguments)
    is_traced = "--traceback" in arguments  # of which click takes what it has read
    try:
        if _COMPLETE in os.environ:
            from click.shell_completion import shell_complete

            return shell_complete(commands, {}, "porspec", _COMPLETE, os.environ[_COMPLETE])
        with commands.make_context("porspec", arguments) as context:
            return int(commands.invoke(context) or OK)
    except SpecError as error:
        print_problems(error.problems)
        return FOUND
    except click.exceptions.Exit as leaving:
        return leaving.exit_code
    except click.Abort:  # Ctrl-C, where somebody is asked
        raise KeyboardInterrupt from None
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except Exception as error:  # what is left is a file that cannot be written, or a fault of our own
        if isinstance(error, BrokenPipeError):
            raise
        if is_traced:
            traceback.print_exception(error)
        return _fault(error)


def _with_moniker(arguments: list[str]) -> list[str]:
    """The arguments, and what is to be completed, with --moniker where they say what the project calls it."""
    words = os.environ.get("COMP_WORDS", "")
    if not any(each.startswith("--") for each in (*arguments, *words.split())):
        return arguments
    from .sources.config import moniker_option
    from .sources.settings import with_moniker

    roots = [after for each, after in pairwise(arguments) if each == "--root"]
    roots += [each.partition("=")[2] for each in arguments if each.startswith("--root=")]
    name = moniker_option(Path(roots[-1] if roots else "."))
    known = {option for command in commands.commands.values() for each in command.params for option in each.opts}
    if name is None or name in known:
        return arguments
    os.environ |= {"COMP_WORDS": with_moniker(words, name)} if words else {}
    return [with_moniker(each, name) if each.startswith(name) else each for each in arguments]


def _fault(error: Exception) -> int:
    """Tell of an exception that no command expects."""
    if isinstance(error, OSError):
        print_problems([of_system(error)])
        return FOUND
    print(f"porspec: {_told(error)}", file=sys.stderr)
    return FAULT


def _told(error: Exception) -> str:
    from importlib.metadata import metadata  # which takes longer to load than anything else here

    urls = dict(each.split(", ", 1) for each in metadata("porspec").get_all("Project-URL") or ())
    where = f"at {urls['Issues']}" if "Issues" in urls else "where it is from"
    return f"a fault of its own: {type(error).__name__}: {error}. Report it {where}, with what --traceback shows."


if __name__ == "__main__":
    sys.exit(main())
