"""What is loaded again after edits, with what was known before, is what is loaded from nothing."""

import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from porspec.languages.sync import follow_catalogues
from porspec.languages.written import Written
from porspec.sources.problems import SpecError
from porspec.spec.known import Known
from porspec.spec.runner import run_all
from porspec.spec.spec import load_with_problems
from porspec.spec.traces import Traces
from tests.conftest import Project, make_tiny

TEA, STEPS, PO = "features/en/tea.feature", "steps/things.py", "locales/nl/LC_MESSAGES"


def translated(pattern: str, dutch: str) -> tuple[str, str, str]:
    """An edit that translates a pattern."""
    entry = 'msgid "{}"\nmsgstr "'.format(pattern.replace('"', '\\"'))
    return f"{PO}/steps.po", f'{entry}"\n', entry + dutch.replace('"', '\\"') + '"\n'


TRANSLATED = [translated('there is "{thing}"', 'er is "{thing}"'), translated('it is "{thing}"', 'het is "{thing}"')]
# Each goes forth and back, from one of two texts to the other.
EDITS = [
    *TRANSLATED,
    (TEA, '"tea"', '"mate"'),
    (TEA, "Feature: Tea", "@o365-germany\nFeature: Tea"),
    (TEA, "Given there is", "Given here was"),
    ("features/en/accept-offer.feature", '"an offer"', '"the offer"'),
    (STEPS, "'it is \"{thing}\"'", "'this is \"{thing}\"'"),
    (STEPS, "world.append(thing)", "world.append(str(thing))"),
    (f"{PO}/features.po", 'msgid "Tea"\nmsgstr ""', 'msgid "Tea"\nmsgstr "Thee"'),
    ("pyproject.toml", "retired = 2021-10-29", "retired = 2021-10-30"),
]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = make_tiny(tmp_path_factory.mktemp("known") / "project")
    for edit in TRANSLATED:
        project.edit(*edit)
    return project.root


@settings(max_examples=15, deadline=None)
@given(st.lists(st.sampled_from(EDITS), min_size=1, max_size=7))
def test_a_project_that_is_loaded_again_is_as_it_is_loaded_from_nothing(
    made: Path, edits: list[tuple[str, str, str]]
) -> None:
    shutil.rmtree(made.parent / "edited", ignore_errors=True)
    project = Project(Path(shutil.copytree(made, made.parent / "edited")))
    written, traces = Written(Known()), Traces()
    for path, one, other in edits:
        text = (project.root / path).read_text("utf-8")
        project.edit(path, *((other, one) if other in text else (one, other)))
        try:
            follow_catalogues(project.root, None, written)
        except SpecError:
            continue  # as the feature and the steps do not fit any more
        assert follow_catalogues(project.root) == []
        again, problems = load_with_problems(project.root, known=written.known)
        afresh, found = load_with_problems(project.root)
        assert (again.features, problems) == (afresh.features, found)
        ran = [trace for stem in again.features for trace in traces.of(again, stem)]
        assert ran == list(run_all(afresh))
