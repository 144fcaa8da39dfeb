"""What `make mutants` makes beside cosmic-ray, and the list of what one cloud has and others lack."""

from collections import Counter
from pathlib import Path

import pytest

from benchmarks import mutants as mutation
from benchmarks.operators import mutants
from porspec.reference.admin_center import AdminCenter
from porspec.spec.bindings import Labels
from porspec.spec.runner import Execution
from porspec.spec.spec import load
from tests.conftest import REPOSITORY

KINDS = {"another cloud's datum", "stops after the first", "filter left out", "field not reset", "a world shared"}


@pytest.mark.slow
def test_there_are_wrong_references_of_every_kind_and_each_differs_and_is_python() -> None:
    made = list(mutants(REPOSITORY))
    assert {kind for kind, number in Counter(each.operator for each in made).items() if number >= 10} == KINDS
    assert len({(each.path, each.source) for each in made}) > 0.9 * len(made)
    for each in made:
        compile(each.source, each.path.name, "exec")
        assert each.diff


def test_the_outline_of_what_a_cloud_lacks_has_all_that_only_others_have() -> None:
    """The names are those of pages and controls that anybody comes across in any scenario of the spec."""
    spec = load(REPOSITORY)
    shown: dict[str, set[str]] = {cloud: set() for cloud in spec.config.monikers.ids}
    lacks: dict[str, set[str]] = {cloud: set() for cloud in spec.config.monikers.ids}
    for variant in spec.variants():
        execution = Execution(spec, variant, spec.source)
        admin: AdminCenter = execution.live.state
        for binding in execution.bindings:
            values = execution.values()
            execution.call_next(values)
            shown[variant.moniker].update(control.id for control in admin.controls)
            shown[variant.moniker].update(part for page in admin.pages for part in page)
            if binding.pattern == 'the admin center has no "{name}" on any page':
                lacks[variant.moniker].add(values["name"])
    named = {
        label
        for variant in spec.variants()
        for binding in spec.bindings(variant)
        for _, argument in binding.arguments
        if isinstance(argument, Labels)
        for label in argument.ids
    }
    labels = {label for label in named if not label.startswith(("nav.", "section."))}
    everywhere = set().union(*shown.values()) & labels
    assert lacks == {cloud: everywhere - names for cloud, names in shown.items()}


SURVIVOR = '[[survivor]]\nfile = "a.py"\noperator = "first"\nbecomes = "b = 2"\nwhy = "b is never read."\n'


@pytest.mark.parametrize(
    ("lives", "names", "wrong"),
    [
        ([True], SURVIVOR, ""),
        ([True], "survivor = []", "not named: a.py first\n-b = 1\n+b = 2\n"),
        ([False], SURVIVOR, "named, and no survivor: a.py first\n+b = 2\n"),
        ([False], "survivor = []", ""),
    ],
    ids=["named", "not named", "named in vain", "none"],
)
def test_the_list_names_who_lives_and_nobody_else(
    lives: list[bool],
    names: str,
    wrong: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (tmp_path / "survivors.toml").write_text(names, "utf-8")
    monkeypatch.setattr(mutation, "NAMED", tmp_path / "survivors.toml")
    diff = "--- a\n+++ b\n@@ -1 +1 @@\n-    b = 1\n+    b = 2"
    killed = [mutation.Trial("kind", "a.py", "first", "", lives=False)] * 30
    ended = mutation._report([*(mutation.Trial("kind", "a.py", "first", diff, lives=each) for each in lives), *killed])
    assert (ended, capsys.readouterr().err) == (int(bool(wrong)), wrong)
