"""pytest in a process of its own that is forked from one which has imported pytest and its plugins already."""

import contextlib
import multiprocessing
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from multiprocessing import forkserver
from pathlib import Path

_REPOSITORY = Path(__file__).parent.parent
_CONTEXT = multiprocessing.get_context("forkserver")


def run_pytest(
    arguments: Sequence[str], folder: Path, environment: Mapping[str, str]
) -> "subprocess.CompletedProcess[str]":
    """What `python -m pytest` with these arguments does in this folder: its exit code, and what it prints."""
    _CONTEXT.set_forkserver_preload(["tests.preloaded"])
    with contextlib.chdir(_REPOSITORY):  # where the server finds what it is to import
        forkserver.ensure_running()
    with tempfile.TemporaryDirectory() as made:
        printed = [Path(made) / name for name in ("out", "err")]
        child = _CONTEXT.Process(target=_child, args=(list(arguments), folder, dict(environment), printed))
        child.start()
        child.join()
        assert child.exitcode is not None
        out, err = (path.read_text("utf-8") for path in printed)
    return subprocess.CompletedProcess(["pytest", *arguments], child.exitcode, out, err)


def _child(arguments: list[str], folder: Path, environment: dict[str, str], printed: list[Path]) -> None:
    import pytest

    os.environ.clear()
    os.environ.update(environment)
    os.chdir(folder)
    sys.argv = ["pytest", *arguments]
    sys.path[:] = [str(folder), *(path for path in sys.path if path not in {"", str(_REPOSITORY)})]
    for name in [name for name in sys.modules if name.partition(".")[0] in {"tests", "steps"}]:
        del sys.modules[name]
    for number, path in enumerate(printed, 1):
        os.dup2(os.open(path, os.O_WRONLY | os.O_CREAT), number)
    raise SystemExit(int(pytest.main(arguments)))
