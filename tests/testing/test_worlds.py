"""Under pytest, too, worlds end, are async, and take fixtures; and the world of an example is a real one."""

from collections.abc import Callable

from tests.conftest import Project
from tests.spec.test_worlds import ASYNC_STEPS, ASYNC_WORLD, CONFTEST, ENDS, GENERATOR, TAKING, logged, things
from tests.testing.test_plugin import run


def test_a_world_ends_with_its_test_and_what_it_raises_then_is_an_error_beside_the_failure(
    small: Callable[..., Project],
) -> None:
    project = things(small, GENERATOR + "    raise OSError('locked')\n")
    result = run(project, "features")
    assert "2 passed, 2 errors in " in result.stdout
    assert result.stdout.count(" - OSError: locked\n") == 2
    assert "ERROR at teardown of " in result.stdout
    project.edit("steps/things.py", "assert world[-1] == thing", "assert world == thing, 'no'")
    result = run(project, "features")
    assert "2 failed, 2 errors in " in result.stdout
    assert logged(project).count("ends cloud-a") == 2


def test_async_worlds_and_steps_run_under_pytest_and_their_failure_begins_in_the_step(
    small: Callable[..., Project],
) -> None:
    project = things(small, ASYNC_WORLD, steps__things=ASYNC_STEPS)
    assert run(project, "features").stdout.splitlines()[-1].startswith("2 passed in")
    project.edit("steps/things.py", "assert world == [thing,", "assert world == ['2',")
    result = run(project, "features")
    assert "2 failed in " in result.stdout
    assert "AssertionError: another loop" in result.stdout
    assert "asyncio/runners.py" not in result.stdout


def test_a_world_takes_the_fixtures_of_the_test_under_pytest(small: Callable[..., Project]) -> None:
    project = things(small, TAKING, conftest=CONFTEST)
    assert run(project, "features").stdout.splitlines()[-1].startswith("2 passed in")
    assert logged(project).splitlines()[: len(ENDS) + 1] == [*ENDS, "server ends"]


def test_pytest_proves_scenarios_whose_worlds_take_fixtures(small: Callable[..., Project]) -> None:
    project = things(small, TAKING, conftest=CONFTEST)
    for code in ("procedure-proves-nothing", "example-proves-nothing", "then-cannot-fail"):
        project.edit("pyproject.toml", f'{code} = "off"\n', "")
    assert run(project, "features").stdout.splitlines()[-1].startswith("2 passed in")
    log = logged(project).splitlines()
    assert log.count("server begins") == log.count("server ends") == 2
    assert log.count("table begins") == log.count("table ends") > 2


def test_a_fixture_that_is_not_there_is_told_under_pytest(small: Callable[..., Project]) -> None:
    result = run(things(small, TAKING), "features")
    assert "2 failed in " in result.stdout
    assert 'LookupError: new_world takes the fixture "table", which no conftest.py gives' in result.stdout
