"""Same sources, same bytes: on another day, in another folder, and on a machine that is set up in another way."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest

from porspec.sources.dates import source_date
from porspec.sources.problems import SpecError
from tests.conftest import Project, required

# Read by Python before anything else: the clock is some days ahead, folders are listed backwards, and there are CPUs.
_MACHINE = """
import datetime, os, time
AHEAD = int(os.environ["AHEAD"])
real_time, real_scandir, real_listdir = time.time, os.scandir, os.listdir

class Any(type):  # every date is one of these
    def __instancecheck__(cls, each):
        return isinstance(each, cls.__mro__[1])

class Later(datetime.datetime, metaclass=Any):
    @classmethod
    def now(cls, tz=None):
        return super().now(tz) + datetime.timedelta(seconds=AHEAD)

class LaterDay(datetime.date, metaclass=Any):
    @classmethod
    def today(cls):
        return super().today() + datetime.timedelta(seconds=AHEAD)

class Backwards:
    def __init__(self, *arguments):
        with real_scandir(*arguments) as found:
            self.found = iter(list(found)[::-1])
    __iter__ = lambda self: self
    __next__ = lambda self: next(self.found)
    __enter__ = lambda self: self
    __exit__ = lambda self, *_: None
    close = lambda self: None

datetime.datetime, datetime.date = Later, LaterDay
time.time, time.time_ns = lambda: real_time() + AHEAD, lambda: int((real_time() + AHEAD) * 10**9)
if AHEAD:
    os.scandir, os.listdir = Backwards, lambda *arguments: real_listdir(*arguments)[::-1]
    os.cpu_count = lambda: 64
"""
_COMMANDS = """
import os, sys, time
import pytest
from porspec.__main__ import main
os.umask(int(os.environ["UMASK"], 8))
print(time.strftime("%Y"), os.listdir("docs"))
for command in ("new language fr", "sync", "build", "render --out help", "steps --glue glue", "pseudo",
                "render --plain --moniker o365-germany --out plain"):
    assert main(command.split()) == 0, command
assert pytest.main(["-q", "-p", "no:cacheprovider", "features", "--messages", "run.ndjson"]) == 0
"""
_HERE = {
    "AHEAD": "0",
    "TZ": "Pacific/Kiritimati",
    "PYTHONHASHSEED": "1",
    "LC_ALL": "C",
    "UMASK": "022",
    "PORSPEC_CACHE": "",
}
_THERE = {
    "AHEAD": "90000",
    "TZ": "Pacific/Pago_Pago",
    "PYTHONHASHSEED": "2",
    "LC_ALL": "C.UTF-8",
    "UMASK": "077",
    "PORSPEC_CACHE": "",
}
_COMMITTED = datetime(2021, 2, 3, 4, 5, 6, tzinfo=UTC)
_GIT = ("git", "-c", "user.name=Somebody", "-c", "user.email=somebody@example.invalid")


def committed(project: Project) -> None:
    """Make a repository of the project, with one commit of a known date."""
    dates = {"GIT_COMMITTER_DATE": _COMMITTED.isoformat(), "GIT_AUTHOR_DATE": "2020-01-01T00:00:00+0000"}
    for command in (("init", "--quiet"), ("add", "."), ("commit", "--quiet", "--message", "Begin")):
        subprocess.run([*_GIT, *command], cwd=project.root, env={**os.environ, **dates}, check=True)


def made(project: Project, folder: Path, machine: Mapping[str, str]) -> dict[str, bytes]:
    """All that the commands write in a copy of the project on a machine; of a test run, without its times."""
    folder.mkdir(parents=True)
    subprocess.run(["cp", "-R", f"{project.root}/.", str(folder)], check=True)
    (folder / "sitecustomize.py").write_text(_MACHINE, "utf-8")
    environment = {**os.environ, **machine, "PYTHONPATH": os.pathsep.join([str(folder), *sys.path])}
    environment.pop("SOURCE_DATE_EPOCH", None)
    environment |= {key: value for key, value in machine.items() if key == "SOURCE_DATE_EPOCH"}
    command = [sys.executable, "-c", _COMMANDS]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    files = {name: data for name, data in Project(folder).files().items() if not name.startswith(".git/")}
    messages = (without_times(json.loads(line)) for line in files["run.ndjson"].splitlines())
    return files | {"run.ndjson": "\n".join(map(json.dumps, messages)).encode()}


def without_times(message: object) -> object:
    """A message of a run, which says when it was and how long it took."""
    if isinstance(message, dict):
        kept = {key: each for key, each in message.items() if key not in ("timestamp", "duration")}
        return {key: without_times(each) for key, each in kept.items()}
    return [without_times(each) for each in message] if isinstance(message, list) else message


@pytest.mark.slow
def test_all_that_is_written_is_the_same_on_another_day_and_another_machine(tiny: Project, tmp_path: Path) -> None:
    required("git", "git")
    tiny.edit("mkdocs.yml", 'site_url: ""', "site_url: https://example.invalid/help/")
    committed(tiny)
    here = made(tiny, tmp_path / "here" / "project", _HERE)
    there = made(tiny, tmp_path / "a longer way" / "there", _THERE)
    assert sorted(here) == sorted(there)
    assert {name for name in here if here[name] != there[name]} == set()
    sitemap = here["site/sitemap.xml"].decode()
    assert set(re.findall("<lastmod>(.*)</lastmod>", sitemap)) == {"2021-02-03"}
    assert b'"POT-Creation-Date: 2021-02-03 04:05+0000\\n"' in here["locales/fr/LC_MESSAGES/help.po"]


def test_without_a_repository_nothing_bears_a_date(tiny: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    tiny.edit("mkdocs.yml", 'site_url: ""', "site_url: https://example.invalid/help/")
    assert tiny.porspec("build").returncode == 0
    assert tiny.porspec("new", "language", "fr").returncode == 0
    sitemap = (tiny.root / "site" / "sitemap.xml").read_text("utf-8")
    assert sitemap.count("<loc>") > 1
    assert "lastmod" not in sitemap
    assert "-Date:" not in (tiny.root / "locales" / "fr" / "LC_MESSAGES" / "help.po").read_text("utf-8")


def test_the_date_is_the_one_that_is_given_or_else_the_last_commits(
    tiny: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert source_date(tiny.root) is None
    required("git", "git")
    committed(tiny)
    assert source_date(tiny.root / "docs") == _COMMITTED
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert source_date(tiny.root) == datetime(1970, 1, 2, tzinfo=UTC)
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    monkeypatch.setenv("PATH", "")
    assert source_date(tiny.root) is None


@pytest.mark.parametrize("given", ["", "today", "2021-02-03", "9" * 30])
def test_a_date_that_is_no_number_is_a_problem(given: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", given)
    with pytest.raises(SpecError) as caught:
        source_date(Path())
    assert str(caught.value) == (
        f'pyproject.toml:1:1: SOURCE_DATE_EPOCH is "{given}", which is no number of seconds since 1970 [option]\n'
        "    Set it to a number, such as $(git log -1 --format=%ct), or unset it."
    )


def test_a_last_commit_of_no_year_that_a_date_can_have_is_a_problem(
    tiny: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    monkeypatch.setenv("GIT_COMMITTER_DATE", f"@{'9' * 15} +0000")
    command = ["git", "-c", "user.name=A", "-c", "user.email=a@example.com", "commit", "-qm", "A", "--allow-empty"]
    for each in ([required("git", "git"), "init", "-q"], command):
        subprocess.run(each, cwd=tiny.root, check=True)
    done = tiny.porspec("new", "language", "de")
    message = f'The date of the last commit is "{"9" * 15}", which is no number of seconds since 1970 [option]'
    assert (done.returncode, done.stderr.split("\n")[0]) == (1, f"pyproject.toml:1:1: {message}")
