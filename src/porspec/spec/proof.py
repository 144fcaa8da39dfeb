"""Counter-runs: whether what the scenarios say could have been false, of which a run alone knows nothing.

A procedure proves something where its result is false before it is done; an example, where what it says is false in
another state of the spec: after any step of any variant. Only a failed assertion says that something is false. What is
here has run before: a variant that failed proves nothing, and is not looked at.
"""

import contextlib
import io
import itertools
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from ..sources.config import without_consequences
from ..sources.problems import Problem, SpecError
from .bindings import Argument, Binding, Text
from .contradictions import CODES, Contradictions, State
from .runner import FAILED, SKIP, TEARDOWN, error_words
from .screens import unmarked
from .spec import Spec, Variant, in_project, places
from .worlds import LiveWorld, TeardownFailed

_CODES = ("procedure-proves-nothing", "example-proves-nothing", "then-cannot-fail", *CODES)
_MARKS = "picture-marks-nothing"
_ENOUGH = 10_000  # states in which no Then of a definition was false, when several were looked for in vain


def refuse_unproved(spec: Spec) -> tuple[Problem, ...]:
    """The warnings on a spec whose variants all ran; raises SpecError where one proves nothing or contradicts."""
    found = unproved(spec)
    if any(each.is_error for each in found):
        raise SpecError(found)
    return found


def unproved(spec: Spec, variants: Iterable[Variant] | None = None) -> tuple[Problem, ...]:
    """What could not have failed or contradicts in these variants, which ran; in all of them, where none are given.

    The problems are as the project sets them. Their contrasts come from the whole spec in any case.
    """
    off = {code for code in (*_CODES, _MARKS) if spec.config.checks.get(code) == "off"}
    prover, found = _Prover(spec, variants), list[Problem]()
    with contextlib.redirect_stdout(io.StringIO()), spec.world.running():  # what steps print, they printed in the run
        try:
            if not off.issuperset(_CODES):
                found += [*prover.scenarios(), *prover.thens(), *prover.contradictions()]
            if _MARKS not in off:
                found += unmarked(spec, [(case.variant, case.bindings) for case in prover.cases])
        except TeardownFailed as failed:
            found.append(_teardown(spec, failed))
    return without_consequences(spec.config, spec.languages, found)


@dataclass(frozen=True, slots=True)
class _Case:
    """A variant and its steps, with the values of its row."""

    variant: Variant
    bindings: tuple[Binding, ...]

    def thens(self) -> Iterator[Binding]:
        return (each for each in self.bindings if each.kind == "then")

    @property
    def is_done(self) -> bool:
        """Whether something is done in it at all."""
        return any(each.kind == "when" for each in self.bindings)

    @property
    def before(self) -> State:
        """Where the scenario would be without its When steps."""
        return self.variant.moniker, tuple(each for each in self.bindings if each.kind == "given")

    def states(self) -> Iterator[State]:
        """Where it comes by and by."""
        return ((self.variant.moniker, self.bindings[:end]) for end in range(len(self.bindings) + 1))


class _Prover:
    """Tells the problems of some variants, each scenario and each Then once.

    A world is made anew for each look at it: copying worlds would ask of them that they can be copied, and a Then may
    change the one that it looks at.
    """

    def __init__(self, spec: Spec, variants: Iterable[Variant] | None) -> None:
        self.spec = spec
        self.cases = self.all_cases if variants is None else list(_cases(spec, variants))
        self.known: dict[Binding, bool | None] = {}
        self._before: dict[tuple[State, Binding], bool] = {}
        self._in_vain: Counter[str] = Counter()

    def scenarios(self) -> Iterator[Problem]:
        """Scenarios that prove nothing, with the variants of which this holds."""
        idle: dict[tuple[str, int], list[_Case]] = {}
        for case in self.cases:
            if any(case.thens()) and not self._proves(case):
                idle.setdefault((case.variant.stem, case.variant.scenario), []).append(case)
        return (self._scenario(found) for found in idle.values())

    def _proves(self, case: _Case) -> bool:
        if self._is_procedure(case):
            return any(self._is_false_before(then, case) for then in case.thens())
        return any(self._is_false(then, case) is not False for then in case.thens())

    def _is_procedure(self, case: _Case) -> bool:
        return self.spec.scenario(case.variant).rule is None and case.is_done

    def _scenario(self, found: Sequence[_Case]) -> Problem:
        scenario, where = self.spec.scenario(found[0].variant), self._where(found)
        if self._is_procedure(found[0]):
            message = f"Without its When steps, '{scenario.name}' holds as well{where}{self._other_error(found[0])}"
            remedy = "Say in a Then what the instructions bring about, and what is not so before them."
            return Problem(scenario.source.location, message, "procedure-proves-nothing", remedy)
        message = f"What '{scenario.name}' says is false in no other state of the spec{where}"
        remedy = "Say in a Then what could be otherwise, and show in another scenario where it is."
        return Problem(scenario.source.location, message, "example-proves-nothing", remedy)

    def _where(self, cases: Sequence[_Case]) -> str:
        """The monikers of some variants of a scenario, and the lines of their rows."""
        monikers = self.spec.config.monikers.for_these((case.variant.moniker for case in cases), ", ")
        rows = sorted({case.variant.row for case in cases if case.variant.row is not None})
        lines = [str(self.spec.scenario(cases[0].variant).rows[row].location.line) for row in rows]
        return monikers + (f" (rows in line {', '.join(lines)})" if lines else "")

    def _other_error(self, case: _Case) -> str:
        """What a Then raises instead of failing."""
        for then in case.thens():
            if error := self._error(then, case.before):
                said = self.spec.catalogue.phrase(then, self.spec.source)
                return f"; '{said}' raises {type(error).__name__} there, which is no failed assertion"
        return ""

    def thens(self) -> Iterator[Problem]:
        """Thens that are never false: those of a definition together, where none of them ever is."""
        first: dict[Binding, tuple[_Case, int]] = {}
        for case in self.cases:
            for number, binding in enumerate(case.bindings):
                if binding.kind == "then":
                    first.setdefault(binding, (case, number))
        found: dict[str, list[Binding]] = {}
        for then, (case, _) in first.items():
            if self._is_false(then, case) is False:
                found.setdefault(then.pattern, []).append(then)
        can_fail = {then.pattern for then in first if self.known[then]}
        for pattern, never in found.items():
            for then in never if pattern in can_fail else never[:1]:
                case, number = first[then]
                said, others = self.spec.catalogue.phrase(then, self.spec.source), never[1:]
                more = "" if pattern in can_fail or not others else f" (and {len(others)} more of this definition)"
                message = f"'{said}' is false in no state that the spec reaches{more}"
                remedy = f"Assert what must hold, in its definition at {self.spec.catalogue[then].location}; "
                remedy += "where that is done, write a scenario in which this is false."
                yield Problem(self.spec.scenario(case.variant).place_of(number), message, "then-cannot-fail", remedy)

    def contradictions(self) -> Iterator[Problem]:
        """Givens that cannot all be so, and Thens that deny one."""
        every = [(case.variant, case.bindings) for case in self.all_cases]
        found = Contradictions(self.spec, every, lambda then, state: self._is_false_in(then, [state]))
        return found.of((case.variant, case.bindings) for case in self.cases)

    # --- contrasts ---------------------------------------------------------------------------------------------------

    def _is_false_before(self, then: Binding, case: _Case) -> bool:
        """Whether a Then is false where the scenario would be without its When steps."""
        key = case.before, then
        if key not in self._before:
            self._before[key] = self._is_false_in(then, [case.before])
        return self._before[key]

    def _is_false(self, then: Binding, case: _Case) -> bool | None:
        """Whether a Then of a case is false in a state; None where enough others of its definition never were."""
        if then not in self.known:
            is_near = self._is_false_before(then, case) or self._is_false_along(then, case)
            self.known[then] = is_near or self._is_false_far(then, case.variant.stem)
        return self.known[then]

    def _is_false_far(self, then: Binding, stem: str) -> bool | None:
        """Whether it is false in any state that the spec reaches."""
        if self._in_vain[then.pattern] > _ENOUGH:
            return None
        if any(self._is_false_along(then, self.all_cases[number]) for number in self._nearest(then, stem)):
            return True
        states = {state for case in self.all_cases for state in case.states()}
        self._in_vain[then.pattern] += len(states)
        return self._is_false_in(then, states)

    def _is_false_along(self, then: Binding, case: _Case) -> bool:
        """Whether a Then is false in a state of a case that is found by looking at one world after each step.

        Such a look may change what comes after it: where it finds the Then false, that state is made anew; where it
        finds nothing, this says nothing.
        """
        seen = -1
        while (end := self._first_false(then, case, seen)) is not None:
            if self._is_false_in(then, [(case.variant.moniker, case.bindings[:end])]):
                return True
            seen = end
        return False

    def _first_false(self, then: Binding, case: _Case, seen: int) -> int | None:
        """After how many steps, more than those seen, such a look finds a Then false."""
        with _stopped(), self.spec.world.live(case.variant.moniker) as world:
            for end in range(len(case.bindings) + 1):
                if end:
                    self._call(case.bindings[end - 1], world)
                if _is_failure(self._raised(then, world)) and end > seen:
                    return end
        return None

    def _is_false_in(self, then: Binding, states: Iterable[State]) -> bool:
        return any(_is_failure(self._error(then, state)) for state in states)

    def _error(self, then: Binding, state: State) -> BaseException | None:
        """What a Then raises in a state; nothing where it holds, or where the state cannot be reached."""
        moniker, steps = state
        with _stopped(), self.spec.world.live(moniker) as world:
            for each in steps:
                self._call(each, world)
            return self._raised(then, world)
        return None

    def _raised(self, then: Binding, world: LiveWorld) -> BaseException | None:
        """What a Then raises in a world."""
        try:
            self._call(then, world)
        except KeyboardInterrupt:
            raise
        except BaseException as error:  # noqa: BLE001 - whatever it raises, only a failed assertion counts
            return error
        return None

    def _call(self, binding: Binding, world: LiveWorld) -> None:
        world.wait(self.spec.catalogue[binding].function(world.state, **self.spec.catalogue.values(binding)))

    def _nearest(self, then: Binding, stem: str) -> Iterator[int]:
        """All cases: first those that mention most of what the Then does, and by turns the others of its feature."""
        shared = Counter(number for each in _mentioned(then) for number in self._mentions.get(each, ()))
        nearest = [number for number, _ in shared.most_common()]
        turns = itertools.zip_longest(nearest, self._mentions.get(stem, ()))
        likely = (number for turn in turns for number in turn if number is not None)
        yield from dict.fromkeys(itertools.chain(likely, range(len(self.all_cases))))

    @cached_property
    def all_cases(self) -> list[_Case]:
        return list(_cases(self.spec, self.spec.variants()))

    @cached_property
    def _mentions(self) -> dict[object, list[int]]:
        """The cases of each feature, by its stem, and those that mention each argument, by their numbers."""
        found: dict[object, list[int]] = {}
        for number, case in enumerate(self.all_cases):
            for each in {case.variant.stem, *(each for binding in case.bindings for each in _mentioned(binding))}:
                found.setdefault(each, []).append(number)
        return found


def _cases(spec: Spec, variants: Iterable[Variant]) -> Iterator[_Case]:
    """The variants that run: of one that is skipped, no state is reached."""
    return (_Case(variant, spec.bindings(variant)) for variant in variants if SKIP not in spec.tags(variant))


def _teardown(spec: Spec, failed: TeardownFailed) -> Problem:
    """A world that ended well in the run, and not where the scenarios are taken apart."""
    error = failed.__cause__ or failed
    message = f"{TEARDOWN} failed after some of a scenario's steps: {error_words(error)}"
    return Problem(
        in_project(places(error), spec.config), message, FAILED, "Let it end a world in whatever state it is."
    )


@contextlib.contextmanager
def _stopped() -> Iterator[None]:
    """Ends where a step raises: one that failed in the run, or that needs what is not there."""
    try:
        yield
    except (KeyboardInterrupt, TeardownFailed):
        raise
    except BaseException:  # noqa: BLE001 - whatever it raises
        return


def _is_failure(error: BaseException | None) -> bool:
    """Whether an error is a failed assertion: of Python, or of pytest.fail and pytest.raises."""
    pytest_failed = getattr(sys.modules.get("_pytest.outcomes"), "Failed", AssertionError)
    return isinstance(error, AssertionError | pytest_failed)


def _mentioned(binding: Binding) -> Iterator[Argument]:
    """What a step is about: its arguments, and the texts below it."""
    yield from (argument for _, argument in binding.arguments)
    yield from map(Text, binding.texts())
