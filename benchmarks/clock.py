"""Runs pytest and prints where the time of the processor went, as JSON, for `python -m benchmarks --profile`.

Each hook gets the time between its call and its return, without that of the hooks called meanwhile; hooks are put
together to parts. What porspec does to load the features is a part of its own.
"""

from __future__ import annotations

import json
import os
import sys
import time
from typing import Any

SAYS = "parts of the run: "
_START, _LOAD, _REST = "start, with all plugins", "features loaded, by us", "the rest"
_HOOKS = {
    "collection": ("pytest_collect", "pytest_make_collect", "pytest_pycollect", "pytest_generate", "pytest_item"),
    "set-up and teardown, fixtures": ("pytest_runtest_setup", "pytest_runtest_teardown", "pytest_fixture"),
    "scenarios and their steps": ("pytest_runtest_call", "pytest_pyfunc"),
    "hooks of pytest-bdd": ("pytest_bdd",),
    "reports": ("pytest_runtest_make", "pytest_runtest_log", "pytest_report"),
}
PARTS = (_START, _LOAD, *_HOOKS, _REST)


class _Clock:
    """Gives each moment to the part that was entered last and not left yet; a plugin of pytest."""

    def __init__(self) -> None:
        self.parts: dict[str, float] = dict.fromkeys(PARTS, 0.0)
        self.open = [_START]
        self.since = 0.0  # what the processor did begins with the process

    def turn(self) -> None:
        now = time.process_time()
        self.parts[self.open[-1]] += now - self.since
        self.since = now

    def enter(self, part: str) -> None:
        self.turn()
        self.open.append(part)

    def leave(self) -> None:
        self.turn()
        self.open.pop()

    def pytest_sessionstart(self, session: Any) -> None:
        """Follow every hook from here on."""
        self.turn()
        self.open = [_REST]
        session.config.pluginmanager.add_hookcall_monitoring(
            lambda name, *_: self.enter(_part(name)), lambda *_: self.leave()
        )
        if plugin := sys.modules.get("porspec.pytest_plugin"):
            vars(plugin)["load_with_problems"] = self.load(vars(plugin)["load_with_problems"])

    def load(self, function: Any) -> Any:
        def timed(*arguments: Any) -> Any:
            self.enter(_LOAD)
            try:
                return function(*arguments)
            finally:
                self.leave()

        return timed


def _part(hook: str) -> str:
    return next((part for part, begins in _HOOKS.items() if hook.startswith(begins)), _REST)


if __name__ == "__main__":
    sys.path[0] = os.getcwd()  # noqa: PTH109 - as a module that is run finds it
    import pytest

    clock = _Clock()
    code = pytest.main(sys.argv[1:], plugins=[clock])
    clock.turn()
    print(SAYS + json.dumps(clock.parts))
    sys.exit(code)
