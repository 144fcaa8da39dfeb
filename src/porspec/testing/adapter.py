"""Our features as values of pytest-bdd, and a variant run with the hooks that its reports and other plugins know.

pytest-bdd by itself would read each file once more, and look at every fixture of the session to find the definition of
each step. What a step runs has been known since the features were loaded.
"""

from __future__ import annotations

import os
import sys
import textwrap
from collections import OrderedDict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from pytest_bdd import parser as theirs
from pytest_bdd.gherkin_parser import Cell, DataTable, Location, Row

from ..sources.features import Background, Examples, Rule, Scenario, Step, Tag
from ..spec.bound import BoundFeature
from ..spec.failures import Run

# --- what pytest-bdd reads -----------------------------------------------------------------------------------------


def feature_of(bound: BoundFeature, path: Path, dialect: str) -> theirs.Feature:
    """What pytest-bdd makes of the feature file at `path`; its steps are of the kinds that they are bound to."""
    source = bound.source
    feature = theirs.Feature(
        scenarios=OrderedDict(),
        filename=str(path),
        rel_filename=os.path.join(path.parent.name, path.name),  # noqa: PTH118 - as pytest-bdd writes it
        language=dialect,
        keyword=source.keyword,
        name=source.name,
        tags=_names(source.tags),
        background=_background(source.background),
        line_number=source.location.line,
        description=textwrap.dedent(source.description),
    )
    rules = {id(rule): _rule(rule) for rule in source.rules}
    for each in bound.scenarios:
        template = _template(each.source, feature, rules[id(each.rule)] if each.rule else None)
        for step, binding in zip(template.steps, each.bindings, strict=True):
            step.type = binding.kind
        feature.scenarios[each.name] = template
    return feature


def _rule(rule: Rule) -> theirs.Rule:
    return theirs.Rule(rule.keyword, rule.name, rule.description, _names(rule.tags), _background(rule.background))


def _background(background: Background | None) -> theirs.Background | None:
    if background is None:
        return None
    found = theirs.Background(background.location.line)
    for step in background.steps:
        found.add_step(_step(step))
    return found


def _template(scenario: Scenario, feature: theirs.Feature, rule: theirs.Rule | None) -> theirs.ScenarioTemplate:
    template = theirs.ScenarioTemplate(
        feature=feature,
        keyword=scenario.keyword,
        name=scenario.name,
        line_number=scenario.location.line,
        templated=bool(scenario.examples),
        description=textwrap.dedent(scenario.description),
        tags=_names(scenario.tags),
        examples=[_examples(each) for each in scenario.examples if each.header],
        rule=rule,
    )
    for step in scenario.steps:
        template.add_step(_step(step))
    return template


def _examples(examples: Examples) -> theirs.Examples:
    return theirs.Examples(
        examples.location.line,
        examples.name,
        list(examples.header.cells) if examples.header else [],
        [list(row.cells) for row in examples.rows],
        _names(examples.tags),
    )


def _step(step: Step) -> theirs.Step:
    return theirs.Step(
        name=step.text,
        type=step.kind or "",
        indent=step.location.column - 1,
        line_number=step.location.line,
        keyword=sys.intern(step.keyword.title()),
        datatable=_table(step),
        docstring=None if step.doc_string is None else textwrap.dedent(step.doc_string),
    )


def _table(step: Step) -> DataTable | None:
    """A step's table; the place of each cell is the step's."""
    if step.table is None:
        return None
    place = Location(step.location.column, step.location.line)
    rows = [Row("", place, [Cell(place, cell) for cell in cells]) for cells in step.table]
    return DataTable(place, rows)


def _names(tags: Iterable[Tag]) -> set[str]:
    return {tag.name for tag in tags}


# --- what pytest-bdd runs ------------------------------------------------------------------------------------------


def execute(request: pytest.FixtureRequest, scenario: theirs.Scenario, run: Run) -> None:
    """Run every step of a variant, with the hooks that pytest-bdd calls around a scenario."""
    __tracebackhide__ = True
    hook, feature = request.config.hook, scenario.feature
    hook.pytest_bdd_before_scenario(request=request, feature=feature, scenario=scenario)
    try:
        for step in scenario.steps:
            _execute_step(request, scenario, step, run)
    finally:
        hook.pytest_bdd_after_scenario(request=request, feature=feature, scenario=scenario)


def _execute_step(request: pytest.FixtureRequest, scenario: theirs.Scenario, step: theirs.Step, run: Run) -> None:
    """Run the next step, with the hooks that pytest-bdd calls around it; they get the step's function and values."""
    __tracebackhide__ = True
    hook = request.config.hook
    known: dict[str, Any] = {
        "request": request,
        "feature": scenario.feature,
        "scenario": scenario,
        "step": step,
        "step_func": run.function,
        "step_func_args": {},
    }
    hook.pytest_bdd_before_step(**known)
    try:
        known["step_func_args"] = values = run.values()
        hook.pytest_bdd_before_step_call(**known)
        run.call_next(values)
    except (Exception, SystemExit, pytest.fail.Exception) as error:
        hook.pytest_bdd_step_error(exception=error, **known)
        raise
    hook.pytest_bdd_after_step(**known)
