"""The one module that knows names of pytest and pytest-bdd which they do not promise to keep.

It gives pytest-bdd our features as values of its own, runs a variant with the hooks that its reports and other plugins
know, and tells what its definitions match. pytest-bdd by itself would read each file once more, and look at every
fixture of the session to find the definition of each step; what ours run has been known since they were loaded.
"""

import os
import re
import sys
import textwrap
from collections import OrderedDict
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, cast

import pytest
from _pytest._code.code import ExceptionChainRepr, ReprEntryNative, ReprExceptionInfo
from _pytest.mark.expression import Expression
from pytest_bdd import parser as theirs
from pytest_bdd import parsers
from pytest_bdd.feature import features
from pytest_bdd.gherkin_parser import Cell, DataTable, Location, Row
from pytest_bdd.parser import ScenarioTemplate
from pytest_bdd.parser import Step as GherkinStep
from pytest_bdd.reporting import ReportContext, scenario_reports_registry, test_report_context_registry
from pytest_bdd.scenario import find_fixturedefs_for_step, iterparentnodeids, scenario_wrapper_template_registry
from pytest_bdd.steps import StepFunctionContext, step_function_context_registry
from pytest_bdd.types import STEP_TYPE_BY_PARSER_KEYWORD
from pytest_bdd.utils import registry_get_safe

from ..sources.features import Element, Group, Kind, Step
from ..sources.problems import SpecError
from ..spec.bindings import BoundFeature
from ..spec.fixtures import missing
from ..spec.runner import Execution
from ..spec.spec import Spec
from ..spec.step_catalogue import StepCatalogue
from ..spec.worlds import LiveWorld

LOADED = pytest.StashKey[Spec | SpecError]()
EXECUTION = pytest.StashKey[Execution]()
_CONTEXT = pytest.StashKey[ReportContext]()
KIND_OF = cast("dict[str, Kind]", STEP_TYPE_BY_PARSER_KEYWORD)  # by the type that Gherkin gives a pickle's step
# What a placeholder of the package `parse` is in a Cucumber expression, by its format; any other one is anonymous.
_PLACEHOLDER = re.compile(r"\{\w*(?::([^{}]*))?\}")
_CALLERS = (LiveWorld.__module__, "asyncio.", "contextlib")
_FORMATS = {"d": "{int}", "f": "{float}", "g": "{float}", "w": "{word}"}

__all__ = ["Expression", "GherkinStep", "ScenarioTemplate"]

# --- what pytest-bdd reads -----------------------------------------------------------------------------------------


def feature_of(bound: BoundFeature, path: Path, dialect: str) -> theirs.Feature:
    """What pytest-bdd makes of the feature file at `path`, and knows from now on as if it had read it itself.

    Its steps are of the kinds that they are bound to.
    """
    relative = os.path.join(path.parent.name, path.name)  # noqa: PTH118 - as pytest-bdd writes it
    feature = features[str(path)] = theirs.Feature(
        OrderedDict(), str(path), relative, dialect, background=_background(bound.source), **_head(bound.source)
    )
    rules: dict[int, theirs.Rule | None] = {
        id(each): theirs.Rule(each.keyword, each.name, each.description, _names(each), _background(each))
        for each in bound.source.rules
    }
    for each in bound.scenarios:
        tables, rule = each.source.examples, rules.get(id(each.rule))
        template = ScenarioTemplate(feature=feature, templated=bool(tables), rule=rule, **_head(each.source))
        for table in tables:
            if rows := [list(row.cells) for row in (table.header, *table.rows) if row]:
                found = theirs.Examples(table.location.line, table.name, rows[0], [*rows[1:]], _names(table))
                template.examples.append(found)
        for step in each.source.steps:
            template.add_step(_step(step))
        for known, binding in zip(template.steps, each.bindings, strict=True):
            known.type = binding.kind
        feature.scenarios[each.name] = template
    return feature


def _head(element: Element) -> dict[str, Any]:
    """What pytest-bdd keeps of a feature and of a scenario alike."""
    return {
        "keyword": element.keyword,
        "name": element.name,
        "description": textwrap.dedent(element.description),
        "tags": _names(element),
        "line_number": element.location.line,
    }


def _background(group: Group) -> theirs.Background | None:
    if group.background is None:
        return None
    found = theirs.Background(group.background.location.line)
    for step in group.background.steps:
        found.add_step(_step(step))
    return found


def _step(step: Step) -> GherkinStep:
    """A step, of no kind yet; the place of its table's cells is its own."""
    place = Location(step.location.column, step.location.line)
    rows = [Row("", place, [Cell(place, cell) for cell in cells]) for cells in step.table or ()]
    table = DataTable(place, rows) if rows else None
    text = step.doc_string and textwrap.dedent(step.doc_string)
    return GherkinStep(step.text, "", place.column - 1, place.line, sys.intern(step.keyword.title()), table, text)


def _names(element: Element) -> set[str]:
    return {tag.name for tag in element.tags}


# --- what pytest-bdd runs ------------------------------------------------------------------------------------------


def execute(request: pytest.FixtureRequest, scenario: theirs.Scenario, execution: Execution) -> None:
    """Run every step of a variant, with the hooks that pytest-bdd calls around a scenario and each of its steps."""
    __tracebackhide__ = True
    hook = request.config.hook
    around = {"request": request, "feature": scenario.feature, "scenario": scenario}
    hook.pytest_bdd_before_scenario(**around)
    try:
        for step in scenario.steps:
            values: dict[str, Any] = {}
            known = {**around, "step": step, "step_func": execution.function, "step_func_args": values}
            hook.pytest_bdd_before_step(**known)
            try:
                values |= execution.values()
                hook.pytest_bdd_before_step_call(**known)
                execution.call_next(values)
            except (Exception, SystemExit, pytest.fail.Exception) as error:
                hook.pytest_bdd_step_error(exception=error, **known)
                raise
            hook.pytest_bdd_after_step(**known)
    finally:
        hook.pytest_bdd_after_scenario(**around)


def fixture(request: pytest.FixtureRequest, name: str) -> Any:
    """A fixture that a test is to have; raises LookupError where there is none."""
    try:
        return request.getfixturevalue(name)
    except pytest.FixtureLookupError as error:
        raise LookupError(missing(error.argname)) from None


def from_step(frames: TracebackType | None) -> TracebackType | None:
    """A traceback from where a step's function begins: behind what called it, and the event loop, where it is async."""
    while frames and frames.tb_frame.f_code is not Execution.call_next.__code__:
        frames = frames.tb_next
    frames = frames and frames.tb_next
    while frames and frames.tb_frame.f_globals["__name__"].startswith(_CALLERS):
        frames = frames.tb_next
    return frames


class CatalogueParser(parsers.StepParser):
    """Matches the steps of one kind that some language's catalogue knows, for `pytest --generate-missing`."""

    catalogue: StepCatalogue | None = None

    def __init__(self, kind: Kind) -> None:
        super().__init__(f"porspec_{kind}")
        self.kind = kind

    def is_matching(self, name: str) -> bool:
        return self.catalogue is not None and self.catalogue.knows(self.kind, name)

    def parse_arguments(self, name: str) -> dict[str, Any]:  # noqa: ARG002
        """Nothing: no step is run by way of pytest-bdd's look-up."""
        return {}


# --- what pytest-bdd and pytest know -------------------------------------------------------------------------------


def register_test(test: Callable[..., None], template: ScenarioTemplate) -> None:
    scenario_wrapper_template_registry[test] = template


def template_of(item: pytest.Item) -> ScenarioTemplate | None:
    """The scenario that a test is of, whoever collected it."""
    return registry_get_safe(scenario_wrapper_template_registry, getattr(item, "obj", None))


def own_steps(item: pytest.Item, template: ScenarioTemplate) -> tuple[int | None, list[GherkinStep]]:
    """The number of the example row that a test of pytest-bdd's own is for, and its steps.

    Without steps of its own, a scenario has none of its background either: Gherkin leaves them out.
    """
    call: Any = getattr(item, "callspec", None)
    row = call.indices.get("_pytest_bdd_example") if call else None
    steps = template.render(call.params.get("_pytest_bdd_example", {}) if call else {}).steps
    return row, steps if template._steps else []


def step_contexts() -> list[StepFunctionContext]:
    """pytest-bdd's definitions of this process, without those of plugins."""
    known = step_function_context_registry.values()
    return [each for each in known if each.step_func.__module__.partition(".")[0] not in ("porspec", "pytest_bdd")]


def visible(step: GherkinStep, item: pytest.Item) -> StepFunctionContext | None:
    """The definition that pytest-bdd takes for a step: of those that match, the nearest."""
    found = find_fixturedefs_for_step(step, item.session._fixturemanager, item)
    hits = sorted(found, key=lambda hit: list(iterparentnodeids(hit.baseid)))
    return step_function_context_registry[hits[-1].func] if hits else None


def expression_of(parser: parsers.StepParser) -> tuple[str, str]:
    """The kind and the text of the expression that Cucumber would have for one of pytest-bdd's parsers."""
    if isinstance(parser, parsers.re):
        return "REGULAR_EXPRESSION", parser.name
    if isinstance(parser, parsers.parse):
        text = escaped(parser.name, "(/")
        return "CUCUMBER_EXPRESSION", _PLACEHOLDER.sub(lambda match: _FORMATS.get(match[1], "{}"), text)
    return "CUCUMBER_EXPRESSION", escaped(parser.name)


def escaped(text: str, marks: str = "({/") -> str:
    """Text without what a Cucumber expression would take for its own."""
    return re.sub(rf"[\\{re.escape(marks)}]", r"\\\g<0>", text)


def spans(parser: parsers.StepParser, text: str) -> list[tuple[int, str]]:
    """What one of pytest-bdd's parsers takes of a text, each with where it starts."""
    found: list[tuple[int, int]] = []
    if isinstance(parser, parsers.re) and (match := parser.regex.fullmatch(text)):
        found = [match.span(number) for number in range(1, parser.regex.groups + 1) if match[number] is not None]
    elif isinstance(parser, parsers.parse):
        parsed: Any = parser.parser.parse(text)
        found = sorted(parsed.spans.values())
    return [(start, text[start:end]) for start, end in found]


def say_first(report: pytest.TestReport, lines: Sequence[str], headline: str) -> None:
    """Put lines before a failure's traceback, and the step into the message that JUnit's report shows."""
    found = report.longrepr
    if isinstance(found, ExceptionChainRepr | ReprExceptionInfo):
        first = found.chain[0][0] if isinstance(found, ExceptionChainRepr) else found.reprtraceback
        first.reprentries = [ReprEntryNative([f"{line}\n" for line in lines]), *first.reprentries]
        if found.reprcrash:
            found.reprcrash.message += f"\n{headline}"


def keep_once(item: pytest.Item, report: pytest.TestReport) -> None:
    """Let go of what pytest-bdd keeps twice: what it knows of a scenario, which its reports of two phases repeat."""
    if report.when == "call" and report in test_report_context_registry:
        item.stash[_CONTEXT] = test_report_context_registry[report]
    elif report.when == "teardown" and item in scenario_reports_registry:
        del scenario_reports_registry[item]
        test_report_context_registry[report] = item.stash[_CONTEXT]
