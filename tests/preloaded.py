"""What a process for pytest has imported before it is forked: pytest, its plugins, and what a scenario needs."""

import contextlib
import gc
import io
import tempfile
from pathlib import Path

import pytest

_FILES = {
    "pyproject.toml": """
[tool.porspec]
source_language = "en"
monikers = [{id = "one", product = "One", order = 1, name = "One"}]
""",
    "steps/__init__.py": """
from porspec.steps import then

LABELS = ()

def new_world(moniker):
    return []

def snapshot(world):
    return world

@then("it is there")
def it_is_there(world: list[object]) -> None:
    assert world == []
""",
    "features/en/one.feature": "Feature: One\n\n  Scenario: One\n    Then it is there\n",
}

with tempfile.TemporaryDirectory() as _folder, contextlib.redirect_stdout(io.StringIO()) as _printed:
    for _path, _text in _FILES.items():
        (Path(_folder) / _path).parent.mkdir(parents=True, exist_ok=True)
        (Path(_folder) / _path).write_text(_text, "utf-8")
    # Plugins are imported by pytest itself, which rewrites their asserts, as in any process of pytest's.
    _ended = pytest.main(["--rootdir", _folder, "-p", "no:cacheprovider", "--no-proof", _folder])
assert _ended == pytest.ExitCode.OK, _printed.getvalue()
gc.freeze()  # what is here already is no garbage of a process to come, which pytest looks for at its end
