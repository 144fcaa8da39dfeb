"""What is always true: a sentence, and a function that asserts it of a world after each step."""

from collections.abc import Callable
from dataclasses import dataclass
from inspect import CO_ASYNC_GENERATOR, CO_GENERATOR
from typing import Any

from ..sources.problems import Location

_NO_FUNCTION = {CO_GENERATOR: "a generator", CO_ASYNC_GENERATOR: "an async generator"}


@dataclass(frozen=True, slots=True)
class Invariant:
    """What is always true, as step modules say it; `function` takes a world, and may take the one before the step."""

    pattern: str
    function: Callable[..., Any]
    location: Location

    @property
    def compares(self) -> bool:
        """Whether it takes the world before the step."""
        return self.function.__code__.co_argcount > 1


def check(invariant: Invariant) -> dict[str, Any]:
    """Raises ValueError where its function cannot be called, or would never run; else there is nothing to add."""
    refuse_idle(invariant.function)
    code = invariant.function.__code__
    if set('{}"') & set(invariant.pattern):
        raise ValueError("what is always true has no arguments", "Say it without braces and quotes.")
    if code.co_argcount not in (1, 2) or code.co_kwonlyargcount:
        message = "its function takes something else than the world, and the world before the step"
        raise ValueError(message, "Give it one parameter, or these two.")
    return {}


def refuse_idle(function: Callable[..., Any]) -> None:
    """Raises ValueError where what a function holds would never run."""
    if what := next((what for flag, what in _NO_FUNCTION.items() if function.__code__.co_flags & flag), None):
        message = f"it is {what}: what it holds would never run"
        raise ValueError(
            message, "Write a function without yield; what is to be undone, new_world does behind its own."
        )
