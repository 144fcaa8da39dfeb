"""Below the summary of the tests: which scenarios that passed could not have failed, or contradict themselves."""

from collections.abc import Callable, Generator
from dataclasses import astuple
from typing import Any

import pytest

from ..sources.problems import Problem, SpecError
from ..spec.proof import unproved
from ..spec.spec import Spec, Variant
from .selection import VariantTest

_PASSED = "porspec_passed"


class Prover:
    """A plugin of a session: keeps what passes, and asks of it once all of it has passed, as `porspec run` does.

    Workers of pytest-xdist tell the controller what passed there; only that one knows all.
    """

    def __init__(self, load: Callable[[], Spec | SpecError]) -> None:
        self.load = load
        self.passed: dict[Variant, None] = {}
        self.found: tuple[Problem, ...] = ()

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(
        self, item: pytest.Item, call: pytest.CallInfo[None]
    ) -> Generator[None, pytest.TestReport, pytest.TestReport]:
        """Keep what passes, in whatever language."""
        report = yield
        test = getattr(getattr(item, "callspec", None), "params", {}).get("porspec_variant")
        if call.when == "call" and report.passed and isinstance(test, VariantTest):
            self.passed[test.variant] = None
        return report

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node: Any) -> None:
        """Take over what passed in a worker."""
        self.passed |= dict.fromkeys(Variant(*each) for each in getattr(node, "workeroutput", {}).get(_PASSED, ()))

    def pytest_sessionfinish(self, session: pytest.Session, exitstatus: int) -> None:
        """Ask, unless something failed: of that, nothing is known."""
        if hasattr(session.config, "workeroutput"):
            session.config.workeroutput[_PASSED] = [astuple(each) for each in self.passed]
        elif exitstatus == pytest.ExitCode.OK and self.passed and isinstance(spec := self.load(), Spec):
            self.found = unproved(spec, [each for each in spec.variants() if each in self.passed])
            if any(each.is_error for each in self.found):
                session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        if self.found:
            terminalreporter.section("what proves nothing or contradicts itself")
            for each in self.found:
                terminalreporter.line(str(each))
