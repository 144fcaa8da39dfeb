"""Each page of a project that uses every construct is its golden file, in languages that have all, some or nothing."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from porspec.languages.progress import progress
from porspec.languages.words import DOMAIN, PROBLEMS, read_words
from porspec.pages import overviews
from porspec.pages.help import render
from porspec.pages.overviews import coverage_page, problem_page, step_page, task_table, translation_page
from porspec.sources.catalogues import DOMAINS
from porspec.sources.problems import Registry, registry
from porspec.spec.runner import Trace, run_all
from porspec.spec.spec import Spec, load
from tests.kitchen import make_kitchen

Loaded = tuple[Spec, list[Trace]]
LANGUAGES = ("en", "nl", "zh", "eo")


@pytest.fixture(scope="module")
def kitchen(tmp_path_factory: pytest.TempPathFactory) -> Loaded:
    spec = load(make_kitchen(tmp_path_factory.mktemp("kitchen") / "project").root)
    return spec, list(run_all(spec))


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("stem", ["cook-dinner", "pay-bill", "rules-only"])
def test_help_has_every_construct(kitchen: Loaded, stem: str, code: str, golden: Callable[[str, str], None]) -> None:
    spec, traces = kitchen
    golden(f"kitchen/{stem}.{code}.md", render(spec, traces, read_words(spec.config, code))[stem])


@pytest.mark.parametrize("code", LANGUAGES)
def test_coverage_and_tasks_are_those_of_each_cloud(
    kitchen: Loaded, code: str, golden: Callable[[str, str], None]
) -> None:
    spec, traces = kitchen
    words = read_words(spec.config, code)
    golden(f"kitchen/coverage.{code}.md", coverage_page(spec, traces, words))
    golden(f"kitchen/tasks.{code}.md", task_table(spec, words, spec.features))


@pytest.mark.parametrize("code", LANGUAGES)
def test_steps_have_each_kind_of_argument_and_of_text(
    kitchen: Loaded, code: str, golden: Callable[[str, str], None]
) -> None:
    spec, _ = kitchen
    golden(f"kitchen/steps.{code}.md", step_page(spec, code, read_words(spec.config, code)))


@pytest.mark.parametrize("code", LANGUAGES)
def test_what_each_language_lacks_is_said_in_every_language(
    kitchen: Loaded, code: str, golden: Callable[[str, str], None]
) -> None:
    spec, _ = kitchen
    found = [progress(spec, each, read_words(spec.config, each)) for each in spec.config.targets]
    of_kitchen = [
        replace(
            each,
            counts={domain: count for domain, count in each.counts.items() if domain in DOMAINS},
            gaps=tuple(gap for gap in each.gaps if gap.domain in DOMAINS),
        )
        for each in found
    ]
    golden(f"kitchen/translation.{code}.md", translation_page(spec, of_kitchen, read_words(spec.config, code)))


@pytest.mark.parametrize("code", ["en", "nl", "eo"])
def test_problems_are_explained_each_in_its_section(
    kitchen: Loaded, code: str, golden: Callable[[str, str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of a few codes: an error, a warning, and one that nobody can turn off."""
    known = registry()
    chosen = [next(each for each in known.codes.values() if each.severity == "warning")]
    chosen += [next(each for each in known.codes.values() if each.needed is needed) for needed in (True, False)]
    sections = {each.about: known.sections[each.about] for each in chosen}
    few = Registry({each.name: each for each in chosen}, known.page, sections)
    monkeypatch.setattr(overviews, "registry", lambda: few)
    spec, _ = kitchen
    words, meanings = (read_words(spec.config, code, each) for each in (DOMAIN, PROBLEMS))
    golden(f"kitchen/problems.{code}.md", problem_page(words, meanings))
