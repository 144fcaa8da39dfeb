"""Kill commands that write, wherever they touch a file and at moments spread over their run, and see what is left.

`make kill` has a process kill itself before each of its calls that write, make, move or remove something; others are
killed from outside, by SIGKILL, SIGTERM and SIGINT. Each time it holds that

- there was no moment without a site;
- each file is the old one or the new one, whole, and so are all files together once another command began;
- that command, and then the killed one, succeed, and nothing else is left.
"""
# ruff: noqa: S603, S607 - our own arguments

from __future__ import annotations

import argparse
import contextlib
import io
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from porspec.__main__ import main
from tests.conftest import Project, make_tiny

Tree = Mapping[str, bytes]
_EVENTS = {"open", "os.rename", "os.mkdir", "os.rmdir", "os.remove", "os.chmod", "os.link", "os.symlink"}
_EVENTS |= {"fcntl.flock", "ctypes.dlsym"}  # and before the exchange of two folders, which no event tells
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT
_DATES = re.compile(rb"(?<=-Date: )\d{4}-\d\d-\d\d \d\d:\d\d")
_LAST = 30  # of the places of a command, where what it wrote is moved
_SIGNALS = (signal.SIGKILL, signal.SIGKILL, signal.SIGTERM, signal.SIGINT)
_ENDS = {0, *(-each for each in _SIGNALS), 128 + signal.SIGTERM, 128 + signal.SIGINT}
_LATEST = 120  # seconds that any command may take

_PO = "locales/nl/LC_MESSAGES"
_DUTCH = {'there is \\"{thing}\\"': 'er is \\"{thing}\\"', 'it is \\"{thing}\\"': 'het is \\"{thing}\\"'}


@dataclass(frozen=True)
class Case:
    """A command, and what makes it have something to write; the project is otherwise up to date, with a site."""

    arguments: tuple[str, ...]
    change: Callable[[Project], object]

    @property
    def name(self) -> str:
        return " ".join(self.arguments)


def _edit_source(project: Project) -> None:
    project.edit("features/en/tea.feature", "There is tea", "There is tea for two")
    project.edit("features/en/tea.feature", 'Then it is "tea"', 'And there is "milk"\n    Then it is "milk"')


def _edit_dutch(project: Project) -> None:
    project.edit("features/nl/tea.feature", 'Dan het is "tea"', 'En er is "melk"\n    Dan het is "melk"')
    project.edit("features/nl/tea.feature", "There is tea", "Er is thee")


def _audit(project: Project) -> None:
    project.append("docs/index.en.md", "\n**Tip** One.\n\n**Note** Two.\n")
    assert project.porspec("audit", "docs", "--report", "report").returncode == 0
    project.append("docs/index.en.md", "\n**Note** Three.\n")


def _edit_page(project: Project) -> None:
    project.append("docs/index.en.md", "\nMore than before.\n")
    assert project.porspec("render", "--out", str(project.root / "help")).returncode == 0
    project.append("docs/index.en.md", "\nAnd more.\n")


CASES = (
    Case(("sync",), _edit_source),
    Case(("sync", "--from", "nl"), _edit_dutch),
    Case(("new", "language", "fr"), lambda _: None),
    Case(("new", "feature", "order"), lambda _: None),
    Case(("render", "--out", "help"), _edit_page),
    Case(("build",), _edit_page),
    Case(("build", "--without-server"), _edit_page),
    Case(("audit", "docs", "--report", "report"), _audit),
    Case(("pseudo", "odd"), lambda _: None),
)


def prepared(root: Path) -> Project:
    """A small project in two languages, with a site, all else in git."""
    project = make_tiny(root)
    for msgid, msgstr in _DUTCH.items():
        project.edit(f"{_PO}/steps.po", f'msgid "{msgid}"\nmsgstr ""', f'msgid "{msgid}"\nmsgstr "{msgstr}"')
    (root / ".gitignore").write_text("__pycache__/\n/site/\n", "utf-8")
    for arguments in (("sync",), ("build",)):
        done = project.porspec(*arguments)
        assert done.returncode == 0, done.stderr
    for command in (["init", "--quiet"], ["add", "--all"], [*_AUTHOR, "commit", "--quiet", "--message", "All"]):
        subprocess.run(["git", *command], cwd=root, check=True)
    return project


_AUTHOR = ("-c", "user.name=nobody", "-c", "user.email=nobody@example.org")


def tree(root: Path, *, whole: bool = True) -> Tree:
    """The files of a project; without dates that a command writes. `whole`: with what is written only in passing."""
    found = {
        path: _DATES.sub(b"", each) for path, each in Project(root).files().items() if not path.startswith(".git/")
    }
    return {path: each for path, each in found.items() if whole or not path.startswith(".porspec/")}


class Sweep:
    """Kills one command again and again, each time in a new copy of the project."""

    def __init__(self, case: Case, original: Path, folder: Path) -> None:
        self.case, self.folder = case, folder
        self.begun = Path(shutil.copytree(original, folder / "begun", symlinks=True))
        case.change(Project(self.begun))
        self.before = tree(self.begun)
        done = self._copy("done")
        began = time.monotonic()
        self.places = self._forked(done, None)
        self.seconds = time.monotonic() - began
        self.after = tree(done)
        assert self.after != self.before, case.name
        self.checks = {"before": self._check(self.begun), "after": self._check(done)}
        self.status = {"before": _status(self.begun), "after": _status(done)}
        self.ends = Counter[str]()
        self.finds: list[str] = []

    def _copy(self, name: str) -> Path:
        shutil.rmtree(self.folder / name, ignore_errors=True)
        return Path(shutil.copytree(self.begun, self.folder / name, symlinks=True))

    def _command(self, root: Path) -> list[str]:
        return ["--root", str(root), *(str(root / each) if each == "help" else each for each in self.case.arguments)]

    def _check(self, root: Path) -> int:
        return Project(root).porspec("check").returncode

    def _forked(self, root: Path, place: int | None) -> int:
        """Run the command in a process that kills itself at a place; without one, count them. It must succeed."""
        read, write = os.pipe()
        child = os.fork()
        if not child:
            os.close(read)
            _quietly(self._command(root), root, place, write)
        os.close(write)
        with os.fdopen(read, "rb") as counted, self._watched(root):
            number = counted.read()
        _, status = os.waitpid(child, 0)
        if place is None:
            assert status == 0, (self.case.name, status)
            return int(number)
        return status

    def at_places(self, most: int) -> None:
        """Kill at up to so many places, all of the last ones among them."""
        last = min(_LAST, most // 2)
        early = max(self.places - last, 0)
        chosen = {*range(early, self.places), *range(0, early, max(1, -(-early // max(most - last, 1))))}
        for place in sorted(chosen):
            root = self._copy("killed")
            self._forked(root, place)
            self._judge(root, f"place {place} of {self.places}")

    def at_moments(self, number: int) -> None:
        """Send signals to whole processes at moments spread over the run."""
        command = [sys.executable, "-m", "porspec"]
        began = time.monotonic()
        subprocess.run([*command, *self._command(self._copy("killed"))], capture_output=True, check=True)
        seconds = time.monotonic() - began
        for count in range(number):
            root, sent = self._copy("killed"), _SIGNALS[count % len(_SIGNALS)]
            with (
                subprocess.Popen(
                    [*command, *self._command(root)], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
                ) as process,
                self._watched(root),
            ):
                with contextlib.suppress(subprocess.TimeoutExpired):
                    process.wait(seconds * (count + 0.5) / number)
                process.send_signal(sent)
                _, said = process.communicate(timeout=_LATEST)
            what = f"{sent.name} after {count + 0.5:g}/{number} of {seconds:.1f} s"
            if process.returncode not in _ENDS or "Traceback" in said:
                self.finds.append(f"{self.case.name}: {what}: ended with {process.returncode}: {said}")
            self._judge(root, what)

    @contextlib.contextmanager
    def _watched(self, root: Path) -> Iterator[None]:
        """Look all the while whether the site is there."""
        ended, missed = threading.Event(), list[str]()

        def look() -> None:
            while not ended.is_set():
                try:
                    if b"</html>" not in (root / "site/index.html").read_bytes():
                        missed.append("half a page")
                except OSError as error:
                    missed.append(str(error))
                time.sleep(0.0005)

        watcher = threading.Thread(target=look)
        watcher.start()
        try:
            yield
        finally:
            ended.set()
            watcher.join()
        if missed:
            self.finds.append(f"{self.case.name}: {len(missed)} moments without a site: {missed[0]}")

    def _judge(self, root: Path, what: str) -> None:
        """What is left after a kill, and after the commands that follow it."""
        wrong = self._wrong(root)
        self.ends["wrong" if wrong else self.state] += 1
        if wrong:
            self.finds.append(f"{self.case.name}, {what}: {wrong}")

    def _wrong(self, root: Path) -> str:
        """The first thing that is wrong; else `state` is the side on which the kill left the project."""
        for path, content in tree(root, whole=False).items():
            if content not in (self.before.get(path), self.after.get(path)):
                return f"{path} is neither the old nor the new file"
        if " .porspec" in _status(root):
            return "git shows what is written only in passing"
        code, found = self._check(root), tree(root)
        if found not in (self.before, self.after):
            odd = [path for path in {*found, *self.after} if found.get(path) != self.before.get(path)]
            return f"after porspec check, neither all old nor all new: {sorted(odd)[:9]}"
        self.state = "before" if found == self.before else "after"
        if code != self.checks[self.state]:
            return f"check exits with {code}, and {self.state} the command with {self.checks[self.state]}"
        return self._wrong_again(root)

    def _wrong_again(self, root: Path) -> str:
        """What is wrong once the command ran again, where the kill left nothing of it."""
        done = Project(root).porspec(*self._command(root)[2:]) if self.state == "before" else None
        if done and done.returncode:
            return f"the command, once more, exits with {done.returncode}: {done.stderr}"
        if tree(root) != self.after:
            return "the command, once more, wrote something else"
        return "" if _status(root) == self.status["after"] else f"git shows {_status(root)}"


def _status(root: Path) -> str:
    command = ["git", "status", "--porcelain", "--untracked-files=all"]
    return subprocess.run(command, cwd=root, capture_output=True, text=True, check=True).stdout


def _quietly(command: list[str], root: Path, place: int | None, counted: int) -> None:
    """Run a command in this process, which is a child, and end it; kill it at a place, or tell how many there are."""
    number = 0

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        nonlocal number
        if event not in _EVENTS or (event == "open" and not arguments[2] & _WRITES):
            return
        if event == "open" and not str(arguments[0]).startswith(str(root)):
            return
        if number == place:
            os.kill(os.getpid(), signal.SIGKILL)
        number += 1

    try:
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
            sys.addaudithook(hook)
            code = main(command)
        os.write(counted, str(number).encode())
        os._exit(code)
    finally:
        os._exit(99)


def sweep(folder: Path, places: int, moments: int, names: tuple[str, ...] = ()) -> Iterator[Sweep]:
    """Every command, or those of these names, killed at so many places and moments each."""
    original = prepared(folder / "original").root
    for number, case in enumerate(each for each in CASES if not names or each.name in names):
        (folder / str(number)).mkdir()
        found = Sweep(case, original, folder / str(number))
        found.at_places(places)
        found.at_moments(moments)
        shutil.rmtree(folder / str(number))
        yield found


def _main() -> int:
    parser = argparse.ArgumentParser(description="Kill commands that write, and see what is left.")
    parser.add_argument("--places", type=int, default=60, help="where a command kills itself (default: 60 at most)")
    parser.add_argument("--moments", type=int, default=6, help="when one is sent a signal (default: 6)")
    parser.add_argument("commands", nargs="*", help="such as sync; default: all")
    given = parser.parse_args()
    finds, kills = list[str](), 0
    print(f"{'command':<18}{'places':>8}{'killed':>8}{'as before':>11}{'as after':>10}{'wrong':>7}")
    with tempfile.TemporaryDirectory() as folder:
        for each in sweep(Path(folder), given.places, given.moments, tuple(given.commands)):
            total = each.ends.total()
            row = (each.ends["before"], each.ends["after"], each.ends["wrong"])
            print(f"{each.case.name:<18}{each.places:>8}{total:>8}{row[0]:>11}{row[1]:>10}{row[2]:>7}", flush=True)
            finds, kills = [*finds, *each.finds], kills + total
    print(f"{kills} kills, {len(finds)} finds", *finds, sep="\n")
    return 1 if finds else 0


if __name__ == "__main__":
    sys.exit(_main())
