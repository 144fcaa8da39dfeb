"""Worlds that begin and end, that are async, and that take what the project's conftest gives."""

import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable

import pytest

from porspec.spec.runner import run, run_all
from porspec.spec.spec import load
from porspec.spec.traces import Traces
from tests.conftest import Project

FEATURE = """Feature: Things

  Scenario: one
    Given there is "1"
    Then it is "1"
"""
HEAD = """
import asyncio
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path

LABELS = ()
LOG = Path(__file__).with_name("log.txt")

def log(text):
    with LOG.open("a") as file:
        print(text, file=file)

def snapshot(world):
    return list(world)
"""
GENERATOR = """
def new_world(moniker):
    log(f"begins {moniker}")
    yield []
    log(f"ends {moniker}")
"""
KINDS = {
    "a generator": GENERATOR,
    "a context manager": f"@contextmanager{GENERATOR}",
    "an async generator": GENERATOR.replace("def", "async def"),
    "an async context manager": f"@asynccontextmanager{GENERATOR.replace('def', 'async def')}",
    "a class that is a context manager": """
class new_world(list):
    def __init__(self, moniker):
        self.moniker = moniker
    def __enter__(self):
        log(f"begins {self.moniker}")
        return self
    def __exit__(self, *raised):
        assert raised == (None, None, None)
        log(f"ends {self.moniker}")
        return True
""",
    "a coroutine that gives a context manager": f"""
@contextmanager{GENERATOR.replace("new_world", "made")}
async def new_world(moniker):
    await asyncio.sleep(0)
    return made(moniker)
""",
}
EACH_ONCE = "begins cloud-a\nends cloud-a\nbegins cloud-b\nends cloud-b\n"


def things(small: Callable[..., Project], world: str, **more: str) -> Project:
    paths = {name.replace("__", "/"): text for name, text in more.items()}
    files = {"features/en/things.feature": FEATURE, "steps/__init__.py": HEAD + world}
    return small({**files, **{f"{path}.py": text for path, text in paths.items()}})


def logged(project: Project) -> str:
    return (project.root / "steps" / "log.txt").read_text("utf-8")


@pytest.mark.parametrize("world", KINDS.values(), ids=KINDS)
def test_a_world_ends_when_its_scenario_does(small: Callable[..., Project], world: str) -> None:
    project = things(small, world)
    assert project.porspec("run").stdout.endswith("2 ran: 2 passed, 0 failed\n")
    assert logged(project) == EACH_ONCE


@pytest.mark.parametrize("world", KINDS.values(), ids=KINDS)
def test_a_world_ends_behind_a_step_that_fails(small: Callable[..., Project], world: str) -> None:
    project = things(small, world)
    project.edit("steps/things.py", "assert world[-1] == thing", "assert world == thing, 'no'")
    done = project.porspec("run")
    assert (done.returncode, done.stderr) == (
        1,
        (
            "features/en/things.feature:5:10: 'it is \"1\"' failed for cloud-a in 'one': no (and 1 more of this cause) "
            "[scenario-failed]\n    Raised at steps/things.py:14:12. Correct the scenario or what it describes.\n"
            "1 problem\n"
        ),
    )
    assert logged(project) == EACH_ONCE


@pytest.mark.parametrize("error", ["KeyboardInterrupt", "SystemExit"])
def test_a_world_ends_behind_an_interrupt(small: Callable[..., Project], error: str) -> None:
    project = things(small, GENERATOR)
    project.edit("steps/things.py", "world.append(thing)", f"raise {error}")
    spec = load(project.root)
    with pytest.raises(KeyboardInterrupt) if error == "KeyboardInterrupt" else pytest.MonkeyPatch.context():
        run(spec, next(spec.variants()), "en")
    assert logged(project) == "begins cloud-a\nends cloud-a\n"


def test_what_a_world_raises_at_its_end_is_told_with_its_place(small: Callable[..., Project]) -> None:
    project = things(small, GENERATOR + "    raise OSError('locked')\n")
    end = "what ends the world of new_world failed for cloud-a in 'one': OSError: locked"
    assert project.porspec("run").stderr == (
        f"steps/__init__.py:20:5: {end} (and 1 more of this cause) [scenario-failed]\n"
        "    Raised at steps/__init__.py:20:5. Correct the scenario or what it describes.\n1 problem\n"
    )
    project.edit("steps/things.py", "assert world[-1] == thing", "assert world == thing, 'no'")
    [first, _] = run_all(load(project.root))
    assert first.problem
    failed, _, then = first.problem.message.partition(". And then, at steps/__init__.py:20:5, ")
    assert (failed.partition("\n")[0], then) == ("'it is \"1\"' failed for cloud-a in 'one': no", end)


def test_a_world_that_ends_badly_only_where_scenarios_are_taken_apart_is_told(small: Callable[..., Project]) -> None:
    project = things(small, GENERATOR.replace("yield []", "yield (world := [])") + "    assert len(world), 'empty'\n")
    for code in ("procedure-proves-nothing", "example-proves-nothing", "then-cannot-fail"):
        project.edit("pyproject.toml", f'{code} = "off"\n', "")
    assert "what ends the world of new_world failed after some of a scenario's steps: empty [scenario-failed]" in (
        project.porspec("run").stderr
    )
    assert len(re.findall("begins", logged(project))) == len(re.findall("ends", logged(project))) > 2


@pytest.mark.parametrize(
    ("world", "words"),
    [
        (GENERATOR.replace("yield []", "yield []\n    yield []"), "RuntimeError: generator didn't stop"),
        (GENERATOR.replace("yield []", "return\n    yield"), "RuntimeError: generator didn't yield"),
        (GENERATOR.replace("yield []", "raise OSError('in use')\n    yield"), "OSError: in use"),
    ],
)
def test_what_is_wrong_with_a_generator_is_told(small: Callable[..., Project], world: str, words: str) -> None:
    done = things(small, world).porspec("run")
    assert done.returncode == 1
    assert words in done.stderr
    assert "Traceback" not in done.stderr


# --- async -------------------------------------------------------------------------------------------------------

ASYNC_STEPS = """
import asyncio
from porspec.steps import always, given, then

def twice(function):
    def decorated(world: list[object], thing: str) -> None:
        return function(world, thing)
    return decorated

@given('there is "{thing}"')
async def there_is(world: list[object], thing: str) -> None:
    await asyncio.sleep(0)
    world.append(thing)
    world.append(asyncio.get_running_loop())

@then('it is "{thing}"')
@twice
async def it_is(world: list[object], thing: str) -> None:
    await asyncio.sleep(0)
    assert world == [thing, asyncio.get_running_loop()], "another loop"

@always("There is a loop.")
async def there_is_a_loop(world: list[object]) -> None:
    await asyncio.sleep(0)
    assert asyncio.get_running_loop() in world, "no loop"
"""
ASYNC_WORLD = """
LOOPS = []

async def new_world(moniker):
    world = []
    yield world
    assert world[1] is asyncio.get_running_loop() and world[1] not in LOOPS
    LOOPS.append(world[1])
    log("ends")

async def snapshot(world):
    await asyncio.sleep(0)
    return [str(each)[:1] for each in world]
"""


def test_what_is_async_of_a_scenario_runs_on_one_event_loop_of_its_own(small: Callable[..., Project]) -> None:
    project = things(small, ASYNC_WORLD, steps__things=ASYNC_STEPS)
    [first, second] = run_all(load(project.root))
    assert (first.problem, second.problem) == (None, None)
    assert [each.snapshot for each in first.steps] == [["1", "<"], ["1", "<"]]
    assert logged(project) == "ends\nends\n"


def test_an_async_step_that_fails_is_that_step(small: Callable[..., Project]) -> None:
    project = things(small, ASYNC_WORLD, steps__things=ASYNC_STEPS.replace("world == [thing,", "world == ['2',"))
    [first, _] = run_all(load(project.root))
    assert first.problem
    assert first.problem.message.startswith("'it is \"1\"' failed for cloud-a in 'one': another loop")
    assert first.problem.remedy.startswith("Raised at steps/things.py:20:5.")


# --- what conftest gives -----------------------------------------------------------------------------------------

CONFTEST = """
import pytest
from steps import log

@pytest.fixture(scope="session")
def server():
    log("server begins")
    yield "server"
    log("server ends")

@pytest.fixture
def table(server, tmp_path):
    assert tmp_path.is_dir()
    log("table begins")
    yield [server]
    log("table ends")
"""
TAKING = """
def new_world(moniker, table, *, server, answer=42):
    assert (table, server, answer) == (["server"], "server", 42)
    yield table
    log(f"ends {moniker}")
"""
ENDS = ["server begins", *["table begins", "ends cloud-a", "table ends", "table begins", "ends cloud-b", "table ends"]]


def test_a_world_takes_fixtures_by_name_and_shares_those_of_the_session(small: Callable[..., Project]) -> None:
    project = things(small, TAKING, conftest=CONFTEST)
    assert project.porspec("run").stdout.endswith("2 ran: 2 passed, 0 failed\n")
    assert logged(project).splitlines() == [*ENDS, "server ends"]


def test_each_process_of_a_run_has_a_session_of_its_own_and_ends_it(small: Callable[..., Project]) -> None:
    project = things(small, TAKING, conftest=CONFTEST)
    text = (project.root / "features/en/things.feature").read_text("utf-8")
    (project.root / "features/en/others.feature").write_text(text.replace("Feature: ", "Feature: Other "), "utf-8")
    done = project.process("run", "--jobs", "2")
    assert done.stdout.endswith("4 ran: 4 passed, 0 failed\n")
    log = logged(project).splitlines()
    assert (log.count("server begins"), log.count("server ends"), log.count("table ends")) == (2, 2, 4)


def test_who_follows_edits_shares_the_session_of_what_runs_again(small: Callable[..., Project]) -> None:
    project = things(small, TAKING, conftest=CONFTEST)
    assert len(Traces().of(load(project.root), "things")) == 2
    assert logged(project).splitlines() == [*ENDS, "server ends"]


def test_fixtures_of_the_features_folder_are_taken_too_and_pytests_options_are_not(
    small: Callable[..., Project],
) -> None:
    project = things(small, TAKING, conftest=CONFTEST.partition("@pytest.fixture\n")[0])
    project.edit("pyproject.toml", '["--strict-markers"]', '["--strict-markers", "--exitfirst", "--unknown"]')
    (project.root / "features" / "conftest.py").write_text(
        "import pytest\nfrom steps import log\n\n@pytest.fixture\n" + CONFTEST.partition("@pytest.fixture\n")[2],
        "utf-8",
    )
    done = project.porspec("run")
    assert (done.stderr, done.returncode) == ("", 0)
    assert logged(project).splitlines() == [*ENDS, "server ends"]


def test_the_session_is_shared_by_a_run_and_the_runs_that_prove_it(small: Callable[..., Project]) -> None:
    project = things(small, TAKING, conftest=CONFTEST)
    for code in ("procedure-proves-nothing", "example-proves-nothing", "then-cannot-fail"):
        project.edit("pyproject.toml", f'{code} = "off"\n', "")
    project.porspec("run")
    log = logged(project).splitlines()
    assert (log.count("server begins"), log[-1]) == (1, "server ends")
    assert log.count("table begins") == log.count("table ends") > 2


@pytest.mark.parametrize(
    ("conftest", "told"),
    [
        (
            "",
            (
                "steps/__init__.py:16:1: new_world or snapshot failed for cloud-a in 'one': LookupError: new_world "
                'takes the fixture "table", which no conftest.py gives: write it there, or give the parameter a default'
            ),
        ),
        (
            CONFTEST.replace("assert tmp_path.is_dir()", "raise OSError('in use')"),
            "conftest.py:13:5: new_world or snapshot failed for cloud-a in 'one': OSError: in use",
        ),
        (
            "raise OSError('in use')",
            "conftest.py:1:1: new_world or snapshot failed for cloud-a in 'one': OSError: in use",
        ),
        (
            CONFTEST.replace('log("table ends")', "raise OSError('in use')"),
            "conftest.py:16:5: what ends the world of new_world failed for cloud-a in 'one': OSError: in use",
        ),
    ],
)
def test_what_is_wrong_with_fixtures_is_told_with_its_place(
    small: Callable[..., Project], conftest: str, told: str
) -> None:
    done = things(small, TAKING, conftest=conftest).porspec("run")
    assert done.returncode == 1
    assert done.stderr.startswith(told)
    assert "Traceback" not in done.stderr


def test_a_world_without_a_moniker_is_told_when_it_is_imported(small: Callable[..., Project]) -> None:
    project = things(small, "def new_world():\n    return []\n")
    assert "new_world takes a moniker first: def new_world(moniker, fixture, another)" in project.problems()


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM"])
@pytest.mark.parametrize("waits", ["def there_is", "async def there_is"])
def test_a_run_that_is_stopped_ends_its_world_and_what_is_shared(
    small: Callable[..., Project], name: str, waits: str
) -> None:
    project = things(small, TAKING, conftest=CONFTEST)
    wait = "import asyncio\n    await asyncio.sleep(60)" if "async" in waits else "import time\n    time.sleep(60)"
    project.edit("steps/things.py", "def there_is", waits)
    project.edit("steps/things.py", "world.append(thing)", f'from steps import log\n    log("waits")\n    {wait}')
    command = [sys.executable, "-m", "porspec", "--root", str(project.root), "run"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as running:
        log = project.root / "steps" / "log.txt"
        while not (log.exists() and "waits\n" in log.read_text("utf-8")):
            assert running.poll() is None, running.communicate()
            time.sleep(0.05)
        running.send_signal(getattr(signal, name))
        _, errors = running.communicate(timeout=60)
    assert (running.returncode, errors) == ({"SIGINT": 130, "SIGTERM": 143}[name], "")
    assert logged(project).splitlines() == [*ENDS[:2], "waits", *ENDS[2:4], "server ends"]


def test_no_tag_expects_that_a_world_ends_badly(small: Callable[..., Project]) -> None:
    project = things(small, GENERATOR + "    raise OSError('locked')\n")
    project.edit("pyproject.toml", 'slow = "takes long"', 'xfail = "is to fail"')
    project.edit("features/en/things.feature", "  Scenario: one", "  @xfail\n  Scenario: one")
    [first, _] = run_all(load(project.root))
    assert first.problem
    assert first.problem.code == "scenario-failed"
