"""Worlds, each in use from its set-up to its teardown: the one place that makes them and calls what acts on them."""

import asyncio
import inspect
import os
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import AsyncGeneratorType, CoroutineType, GeneratorType
from typing import Any, Self

from ..sources.problems import Location
from .invariants import Invariant

_NAMED = (inspect.Parameter.POSITIONAL_OR_KEYWORD, inspect.Parameter.KEYWORD_ONLY)


class TeardownFailed(BaseException):
    """The end of a world raised its cause; no error of a step, which those who look at states pass over."""


@dataclass(frozen=True)
class World:
    """What the steps package gives besides definitions: how to make a world, show it, and where labels link to.

    `always` is what holds in every world; `fixtures` gives what `new` takes besides a moniker, of pytest's by name.
    """

    new: Callable[..., Any]
    snapshot: Callable[[Any], Any]
    link: Callable[[str, tuple[str, ...]], str | None]
    always: tuple[Invariant, ...] = ()
    fixtures: "Fixtures | None" = None

    @property
    def place(self) -> Location:
        """Where `new` is written, with its whole path, or nowhere, if it is of no Python function."""
        code = getattr(inspect.unwrap(self.new), "__code__", None)
        return Location(code.co_filename, code.co_firstlineno) if code else Location("")

    def live(self, moniker: str, give: Callable[[str], Any] | None = None) -> "LiveWorld":
        """A fresh world; `give` gives a fixture where those of a running test are meant."""
        return LiveWorld(self, moniker, give)

    @contextmanager
    def running(self) -> Iterator[None]:
        """A run: what its worlds share is made when the first needs it, and ends with the outermost of these."""
        with self.fixtures.running() if self.fixtures else ExitStack():
            yield


@dataclass
class Fixtures:
    """The fixtures that `new_world` takes by name, from the conftest.py of the features folder and those above it.

    pytest's own machinery makes them, in a session that is begun where none is given, at the first world of a run.
    """

    names: Sequence[str]
    root: Path
    features: str
    session: Any = None
    _runs: int = 0
    _process: int = field(default_factory=os.getpid)

    @contextmanager
    def running(self) -> Iterator[None]:
        if self._process != os.getpid():  # what another process began, that one ends
            self.session, self._runs, self._process = None, 0, os.getpid()
        self._runs += 1
        try:
            yield
        finally:
            self._runs -= 1
            if not self._runs and self.session:
                self.session, session = None, self.session
                session.close()

    @contextmanager
    def given(self) -> Iterator[Mapping[str, Any]]:
        """The fixtures for one world, which end with it, but for those of a wider scope."""
        from .fixtures import Session

        with self.running():
            self.session = self.session or Session.begun(self.root, self.root / self.features)
            with self.session.item(self.names) as values:
                yield values


class LiveWorld:
    """A world in use; `state` is what steps act on.

    What `new_world` gives is a world, a generator that yields one, or a context manager of one, each of them async too.
    What is async runs on one event loop of this world's. A context manager is left as if nothing had been raised: what
    a step raised is no matter of the world's, and may not be lost in it.
    """

    __slots__ = ("_ends", "_loop", "_snapshot", "state")

    def __init__(self, world: World, moniker: str, give: Callable[[str], Any] | None = None) -> None:
        self._ends: ExitStack | None = None
        self._loop: asyncio.Runner | None = None
        self._snapshot = world.snapshot
        try:
            values = self._fixtures(world.fixtures, give) if world.fixtures else {}
            found = world.new(moniker, **values)
            self.state = found if _is_plain(type(found)) else self._entered(found)  # type: ignore[arg-type]
        except BaseException:
            self.close()
            raise

    def wait(self, result: object) -> Any:
        """What a function returned that was called with the state: of one that is async, when it is done."""
        __tracebackhide__ = True
        return result if result is None or not inspect.isawaitable(result) else self._awaited(result)

    def snapshot(self) -> Any:
        """What the steps package shows of the world."""
        found = self._snapshot(self.state)
        return self._awaited(found) if type(found) is CoroutineType else found

    def close(self) -> None:
        """End the world, once; raises what its teardown raises."""
        if self._ends is not None:
            self._ends.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        try:
            self.close()
        except Exception as error:
            raise TeardownFailed from error

    @property
    def _stack(self) -> ExitStack:
        """What ends with the world; a plain one has nothing of the kind."""
        self._ends = self._ends or ExitStack()
        return self._ends

    def _fixtures(self, fixtures: Fixtures, give: Callable[[str], Any] | None) -> Mapping[str, Any]:
        if give:
            return {name: give(name) for name in fixtures.names}
        return self._stack.enter_context(fixtures.given())

    def _entered(self, found: Any) -> Any:
        """The world that was given, or the one that is yielded or entered, which `close` leaves."""
        if inspect.iscoroutine(found):
            return self._entered(self._awaited(found))
        if inspect.isgenerator(found):
            return self._stack.enter_context(contextmanager(lambda: found)())
        if inspect.isasyncgen(found):
            found = asynccontextmanager(lambda: found)()
        kind = type(found)
        if hasattr(kind, "__enter__") and hasattr(kind, "__exit__"):
            return self._stack.enter_context(found)
        if hasattr(kind, "__aenter__") and hasattr(kind, "__aexit__"):
            state = self._awaited(found.__aenter__())
            self._stack.callback(lambda: self._awaited(found.__aexit__(None, None, None)))
            return state
        return found

    def _awaited(self, result: Awaitable[Any]) -> Any:
        __tracebackhide__ = True
        if self._loop is None:
            self._loop = self._stack.enter_context(asyncio.Runner())

        async def awaited() -> Any:
            return await result

        return self._loop.run(result if inspect.iscoroutine(result) else awaited())


@cache
def _is_plain(kind: type) -> bool:
    """Whether what is of this kind is a world as it is."""
    if kind in (CoroutineType, GeneratorType, AsyncGeneratorType):
        return False
    return not (hasattr(kind, "__enter__") or hasattr(kind, "__aenter__"))


def fixtures_of(new: Callable[..., Any]) -> list[str]:
    """What `new_world` takes besides the moniker, by name; what has a default is nobody's to give, as pytest has it.

    Raises TypeError where it takes no moniker.
    """
    try:
        parameters = list(inspect.signature(new).parameters.values())
    except ValueError:  # of a class that is written in C, Python knows none
        return []
    if not parameters or parameters[0].kind is inspect.Parameter.KEYWORD_ONLY:
        raise TypeError("new_world takes a moniker first: def new_world(moniker, fixture, another)")
    return [each.name for each in parameters[1:] if each.kind in _NAMED and each.default is each.empty]
