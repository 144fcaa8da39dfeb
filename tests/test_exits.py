"""How the command line ends: its exit codes, what it refuses, and what a shell completes."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable

import pytest

from porspec.__main__ import main
from porspec.sources.problems import registry
from tests.conftest import REPOSITORY, Project

FEATURE = {
    "features/en/things.feature": "Feature: Things\n\n  Scenario: one\n"
    '    Given there are\n    And there is "1"\n    Then it is "1"\n'
}
CODES = ["0", "1", "2", "70", "130", "141", "143"]
SLOW = "import time\nprint('begun', flush=True)\ntime.sleep(60)\n"

EARLY = """
import builtins, signal
load = builtins.__import__

def interrupt(name, *rest):
    if name == "click":
        signal.raise_signal(signal.SIGINT)
    return load(name, *rest)

builtins.__import__ = interrupt
from porspec.__main__ import main
"""


@pytest.fixture
def things(small: Callable[..., Project]) -> Project:
    return small(FEATURE)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["sync", "features/nl/things.feature"], "FILE goes with --from only: give the language's code"),
        (["sync", "--source-text", "a", "b"], "--source-text goes with --from only: give the language's code"),
        (["sync", "--from", "nl", "a.feature", "b.feature"], "--from takes back one FILE, or without one all"),
        (["sync", "--from", "nl", "--handoff", "docs/index.nl.md"], "--handoff goes with neither --from nor"),
        (["sync", "--handoff", "docs/index.nl.md", "--source-text", "a", "b"], "--handoff goes with neither --from"),
        (["serve", "--port", "70000"], "70000 is not in the range 1<=x<=65535"),
        (["serve", "--port", "0"], "0 is not in the range 1<=x<=65535"),
        (["--root", "pyproject.toml", "check"], "Directory 'pyproject.toml' is a file"),
        (["--root", "nowhere", "check"], "Directory 'nowhere' does not exist"),
        (["chek"], "No such command 'chek'. Did you mean 'check'?"),
        (["new"], "Begin a language or a feature."),
    ],
)
def test_what_means_nothing_is_refused(
    arguments: list[str],
    said: str,
    things: Project,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(things.root)
    before = things.files()
    assert main(arguments) == 2
    told = capsys.readouterr()
    assert said in told.out + told.err
    assert things.files() == before


def test_a_fault_of_its_own_is_one_line_and_its_traceback_on_request(
    things: Project, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def load(_: object) -> None:
        raise RuntimeError("not foreseen")

    monkeypatch.setattr("porspec.spec.spec.load", load)
    assert main(["--root", str(things.root), "run"]) == 70
    said = capsys.readouterr().err
    assert said.startswith("porspec: a fault of its own: RuntimeError: not foreseen. Report it ")
    assert said.count("\n") == 1
    assert main(["--root", str(things.root), "--traceback", "run"]) == 70
    assert "Traceback (most recent call last)" in capsys.readouterr().err


FULL = """
import resource, sys

sys.dont_write_bytecode = True  # Python keeps what it could write of it, and no later run could read that
from porspec.__main__ import main
resource.setrlimit(resource.RLIMIT_FSIZE, (300, 300))
sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.parametrize("command", [["sync"], ["new", "language", "nl"], ["new", "feature", "more-things"]])
def test_a_full_disk_is_a_problem_and_leaves_what_was_there(command: list[str], things: Project) -> None:
    things.edit(next(iter(FEATURE)), "Feature: Things", f"Feature: Things\n\n  {'About them. ' * 50}")
    before = things.files()
    done = subprocess.run(
        [sys.executable, "-c", FULL, "--root", str(things.root), *command], capture_output=True, text=True, check=False
    )
    assert (done.returncode, "Traceback" in done.stderr) == (1, False)
    assert re.search(r":1:1: The system says: File too large \[file-system\]\n    \w.*\n1 problem\n$", done.stderr)
    assert things.files() == before


def test_a_file_that_vanishes_is_a_problem(
    things: Project, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def gone(*_: object) -> None:
        raise FileNotFoundError(2, "No such file or directory", str(things.root / "a.md"))

    monkeypatch.setattr("porspec.spec.spec.load", gone)
    monkeypatch.chdir(things.root)
    assert main(["run"]) == 1
    told = capsys.readouterr().err
    assert told.startswith(
        "a.md:1:1: The system says: No such file or directory [file-system]\n    Make room, or give "
    )


def begun(project: Project, *arguments: str) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "porspec", "--root", str(project.root), *arguments]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


@pytest.mark.parametrize(
    ("command", "number", "code"),
    [
        *((command, signal.SIGINT, 130) for command in ("run", "check", "sync", "stats", "steps")),
        *((command, number, 143) for command, number in (("run", signal.SIGTERM), ("check", signal.SIGHUP))),
    ],
)
def test_who_is_interrupted_is_no_success(command: str, number: signal.Signals, code: int, things: Project) -> None:
    where = "steps/things.py" if command != "run" else "steps/__init__.py"
    text = SLOW if command != "run" else f"\ndef new_world(moniker):\n    {SLOW.replace(chr(10), chr(10) + '    ')}\n"
    things.append(where, text.replace("print('begun'", "import sys; print('begun', file=sys.stderr"))
    with begun(things, command) as process:
        assert process.stderr
        assert process.stderr.readline() == "begun\n"
        process.send_signal(number)
        said = process.stderr.read()
    assert (process.returncode, said) == (code, "")


@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-"])
@pytest.mark.parametrize("command", ["check", "new feature -x"])
def test_a_stream_that_nobody_gave_is_nobody_who_reads(command: str, closed: str, things: Project) -> None:
    line = f'"$0" -m porspec --root "$1" {command} {closed}'
    plain = things.process(*command.split())
    done = subprocess.run(["/bin/sh", "-c", line, sys.executable, things.root], capture_output=True, check=False)
    assert (done.returncode, b"Traceback" in done.stderr) == (plain.returncode, False)


def test_what_an_encoding_lacks_is_shown_by_its_number(things: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONIOENCODING", "ascii")
    things.edit(next(iter(FEATURE)), "Scenario: one", "Scenario: thé")
    done = things.process("run", "--verbose")
    assert (done.returncode, "th\\xe9" in done.stdout, done.stderr) == (0, True, "")


def test_a_command_goes_on_without_its_terminal_where_it_was_told_to(things: Project) -> None:
    command = ["nohup", sys.executable, "-m", "porspec", "--root", str(things.root), "run"]
    things.append("steps/__init__.py", "\nimport os, signal\nos.kill(os.getpid(), signal.SIGHUP)\n")
    assert subprocess.run(command, capture_output=True, check=False).returncode == 0


@pytest.mark.parametrize("command", ["run", "check", "sync", "stats", "steps"])
def test_nobody_who_reads_is_no_success(command: str, things: Project) -> None:
    reads, writes = os.pipe()
    os.close(reads)  # before it begins: a quick command would be done first
    line = [sys.executable, "-m", "porspec", "--root", str(things.root), command]
    done = subprocess.run(line, stdout=writes, stderr=subprocess.PIPE, text=True, check=False)
    os.close(writes)
    assert (done.returncode, done.stderr) == (141, "")


def test_a_full_disk_is_no_success(things: Project) -> None:
    with open("/dev/full", "w") as full:  # noqa: PTH123 - what a shell's > does
        command = [sys.executable, "-m", "porspec", "--root", str(things.root), "run"]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert (done.returncode, "Traceback" in done.stderr) == (1, False)


@pytest.mark.parametrize(
    "command", [["porspec", "run"], ["pytest", "-p", "no:cacheprovider"], ["porspec", "build"], ["porspec", "render"]]
)
def test_without_assertions_nothing_is_run(command: list[str], things: Project) -> None:
    if command[1] == "render":
        command = [*command, "--out", "rendered"]
    environment = {**os.environ, "PYTHONOPTIMIZE": "1", "PYTEST_ADDOPTS": ""}
    for name, text in (
        ("mkdocs.yml", "site_name: Small\ntheme: material\nplugins: [porspec, i18n: {languages: [en]}]\n"),
        ("docs/index.en.md", "# Small\n"),
    ):
        (things.root / name).parent.mkdir(exist_ok=True)
        (things.root / name).write_text(text, "utf-8")
    things.edit("pyproject.toml", 'filterwarnings = ["error"]', "")  # pytest would stop at its own warning
    before = things.files()
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-m", *command],
        cwd=things.root,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    said = "Python was told to leave out assertions, so that no scenario could fail [assertions-off]"
    assert done.returncode in (1, pytest.ExitCode.USAGE_ERROR)
    assert said in done.stderr, done.stderr
    assert things.files() == before


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("porspec run --moniker cloud", ["cloud-a", "cloud-b"]),
        ("porspec run --moniker cloud-b", ["cloud-b"]),
        ("porspec run --language ", ["en", "nl"]),
        ("porspec sync --from ", ["nl"]),
        ("porspec stats ", ["nl"]),
        ("porspec ru", ["run"]),
        ("porspec new l", ["language"]),
        ("porspec --root steps run --moniker ", []),
    ],
)
def test_a_shell_completes_commands_monikers_and_languages(
    words: str,
    offered: list[str],
    things: Project,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (things.root / "locales" / "nl" / "LC_MESSAGES").mkdir(parents=True)
    monkeypatch.chdir(things.root)
    monkeypatch.setenv("_PORSPEC_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_WORDS", words)
    monkeypatch.setenv("COMP_CWORD", str(len(words.split(" ")) - 1))
    assert main([]) == 0
    assert capsys.readouterr().out.split() == [f"plain,{each}" for each in offered]


def test_its_version_is_that_of_the_package(capsys: pytest.CaptureFixture[str]) -> None:
    from importlib.metadata import version

    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"porspec, version {version('porspec')}\n"


def test_help_says_what_the_exit_codes_mean(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    said = capsys.readouterr().out
    assert re.findall(r"(?:with|,) (\d+)\b", " ".join(said.split())) == CODES


def test_help_names_the_codes_that_only_and_except_take(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--help"]) == 0
    listed = capsys.readouterr().out.partition("Codes, which --list explains:\n")[2]
    assert "".join(listed.split()).split(",") == list(registry().codes)


def test_who_interrupts_before_it_has_begun_sees_no_traceback() -> None:
    done = subprocess.run([sys.executable, "-c", EARLY], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (-signal.SIGINT, "")


@pytest.mark.parametrize("language", ["en", "nl"])
def test_the_docs_have_the_same_exit_codes(language: str) -> None:
    page = (REPOSITORY / "docs" / f"commands.{language}.md").read_text("utf-8")
    assert re.findall(r"^\| (\d+) \| ", page, re.MULTILINE) == CODES
