"""Languages built side by side: each share of them in a process of its own, where the system can copy a process."""

import io
import multiprocessing
import os
import pickle
import sys
import threading
import traceback
from collections.abc import Callable, Sequence
from contextlib import redirect_stderr
from multiprocessing.connection import Connection
from typing import Any, Generic, TypeVar

from ..sources.problems import Problem, SpecError

_Made = TypeVar("_Made")


class WorkerFailed(RuntimeError):
    """What another process raised, with its traceback as text."""


def number_of(languages: int) -> int:
    """How many processes can work at once."""
    can_copy = sys.platform == "linux" and threading.active_count() == 1
    return min(languages, len(os.sched_getaffinity(0))) if can_copy else 1


def side_by_side(build: Callable[[Sequence[str]], _Made], tags: Sequence[str], processes: int) -> list[_Made]:
    """Build languages: `build` gets those whose pages it is to make, the first among them in this process.

    Returns what it returns for each share. What the others print to stderr is printed after what this one does. Raises
    what was raised for the first language.
    """
    shares = [tags[number::processes] for number in range(processes)]
    workers = [_Worker(build, share) for share in shares[1:] if share]
    try:
        return [build(shares[0]), *[each.join() for each in workers]]
    finally:
        for each in workers:
            each.end()


class _Worker(Generic[_Made]):
    """A copy of this process, which builds a share of the languages."""

    def __init__(self, build: Callable[[Sequence[str]], _Made], share: Sequence[str]) -> None:
        copies = multiprocessing.get_context("fork")
        self.ours, theirs = copies.Pipe(duplex=False)
        self.process = copies.Process(target=_work, args=(build, share, theirs))
        self.process.start()
        theirs.close()

    def join(self) -> _Made:
        """Wait for it, print what it told, and return what it made, or raise what it raised."""
        made: _Made
        try:
            made, told, problems, error = pickle.loads(self.ours.recv_bytes())  # noqa: S301 - from our own copy
        except EOFError:
            raise WorkerFailed("A process that built languages ended before it was done") from None
        finally:
            self.process.join()
        sys.stderr.write(told)
        if problems:
            raise SpecError(problems)
        if error:
            raise WorkerFailed(error)
        return made

    def end(self) -> None:
        """End it, where nobody waits for it any more."""
        if self.process.is_alive():
            self.process.terminate()
            self.process.join()


def _work(build: Callable[[Sequence[str]], Any], share: Sequence[str], theirs: Connection) -> None:
    made, problems, error, told = None, list[Problem](), "", io.StringIO()
    with redirect_stderr(told):
        try:
            made = build(share)
        except SpecError as raised:
            problems = list(raised.problems)
        except BaseException:  # noqa: BLE001 - told by who made this process
            error = traceback.format_exc()
    theirs.send_bytes(pickle.dumps((made, told.getvalue(), problems, error)))
