"""A session of pytest without tests, for the fixtures that a project's conftest.py gives to its worlds.

It knows names of pytest that this does not promise to keep, as testing/adapter does: pytest has no way to ask for a
fixture from outside of a test. What a project adds to pytest's command line is left out: much of it is about tests.
"""

import inspect
import itertools
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from _pytest.config import ConftestImportFailure, _prepareconfig
from _pytest.tmpdir import tmppath_result_key

# porspec's own plugin among them: in this session, nothing is collected.
_WITHOUT = ("porspec", "terminal", "cacheprovider", "faulthandler", "threadexception", "unraisableexception")


class Session:
    """A session that has begun; between items, what has a wider scope than a function stays."""

    def __init__(self, config: pytest.Config, session: pytest.Session, module: pytest.Module) -> None:
        self.config, self.session, self.module = config, session, module
        self._numbers = itertools.count(1)
        self._next = self._item(())

    @classmethod
    def begun(cls, root: Path, features: Path) -> "Session":
        """The session of a project; raises what importing a conftest.py raises."""
        options = [f"--rootdir={root}", "--override-ini=addopts=", "--assert=plain", "--capture=no"]
        options += [f"-pno:{each}" for each in _WITHOUT]
        with patch.dict(os.environ):
            os.environ.pop("PYTEST_ADDOPTS", None)
            try:
                config = _prepareconfig([*options, str(features)])
            except ConftestImportFailure as failure:
                raise failure.cause from None
        config._do_configure()
        session = pytest.Session.from_config(config)
        config.hook.pytest_sessionstart(session=session)
        [folder] = session.perform_collect([str(features)], genitems=False)
        if own := config.pluginmanager.get_plugin(str(features / "conftest.py")):  # else a test's collection does this
            session._fixturemanager.parsefactories(holder=own, node=folder)
        return cls(config, session, _Module.from_parent(folder, path=features / "porspec"))

    @contextmanager
    def item(self, names: Sequence[str]) -> Iterator[Mapping[str, Any]]:
        """What a test has that takes these fixtures; it ends as a test does."""
        item, state = self._item(names), self.session._setupstate
        try:
            try:
                state.setup(item)
            except pytest.FixtureLookupError as error:
                raise LookupError(missing(error.argname)) from None
            yield {each: item.funcargs[each] for each in names}
        finally:
            state.teardown_exact(self._next)

    def _item(self, names: Sequence[str]) -> pytest.Function:
        def new_world() -> None: ...

        parameters = [inspect.Parameter(each, inspect.Parameter.KEYWORD_ONLY) for each in names]
        vars(new_world)["__signature__"] = inspect.Signature(parameters)
        name = f"world-{next(self._numbers)}"
        item = pytest.Function.from_parent(self.module, name=name, callobj=new_world)
        item.stash[tmppath_result_key] = {}  # tmp_path asks there, at its end, whether the test passed
        return item

    def close(self) -> None:
        """End what is left of it."""
        try:
            self.config.hook.pytest_sessionfinish(session=self.session, exitstatus=pytest.ExitCode.OK)
        finally:
            self.config._ensure_unconfigure()


class _Module(pytest.Module):
    """Where the items stand; there is nothing in it."""

    def _getobj(self) -> Any:
        return self


def missing(name: str | None) -> str:
    what = f'new_world takes the fixture "{name}", which no conftest.py gives'
    return f"{what}: write it there, or give the parameter a default"
