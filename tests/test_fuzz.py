"""`make fuzz` finds nothing in a few hundred inputs; and it would find what is there, and make it small."""

from collections.abc import Sequence
from itertools import islice
from pathlib import Path

import pytest

from benchmarks import fuzz_project
from benchmarks.fuzz import fuzz, main, tried
from benchmarks.fuzz_inputs import Input, inputs
from porspec.sources.problems import Problem

FOUND = {
    "a carriage return in code": ("pattern", b"`\r|"),
    "a message without its msgid": ("catalogue", b'msgid ""\nmsgstr ""\n""\nmsgid "\\""\nmsgstr "x"\n\n  msgctxt "gi"'),
    "an obsolete message without its msgid": (
        "catalogue",
        b'msgid ""\nmsgstr ""\n"n"\n\nmsgid "T"\nmsgstr ""\n\n#~ msgctxt "s"',
    ),
}


@pytest.mark.slow
def test_a_few_hundred_inputs_show_nothing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["--count", "250", "--first", "1"]) == 0
    assert not (tmp_path / ".fuzz").exists()


@pytest.mark.parametrize(("kind", "content"), FOUND.values(), ids=FOUND)
def test_what_was_found_before_is_mended(kind: str, content: bytes, tmp_path: Path) -> None:
    assert tried(tmp_path / "project", [Input(kind, content, 1)])[0] is None


def test_an_input_is_the_same_again_and_is_kept_as_it_is() -> None:
    one, other = list(inputs(3, 30, 7)), list(islice(inputs(3, 99, 0), 7, 37))
    assert one == other
    assert [Input.loads(each.dumps()) for each in one] == one
    assert {each.kind for each in one} == set(fuzz_project.KINDS)


def _fails_at(monkeypatch: pytest.MonkeyPatch, mark: bytes, error: BaseException) -> None:
    """Let the check of the project fail where an input holds the mark."""
    check = fuzz_project._errors

    def failing(root: Path, alive: Sequence[Input]) -> list[Problem]:
        if any(mark in each.content for each in alive):
            raise error
        return check(root, alive)

    monkeypatch.setattr(fuzz_project, "_errors", failing)


@pytest.mark.parametrize(
    ("error", "kind"), [(KeyError("odd"), "crash"), (SystemExit(3), "crash"), (fuzz_project.Changed("lost"), "change")]
)
def test_what_is_found_is_made_small_and_kept(
    error: BaseException, kind: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    _fails_at(monkeypatch, b"MARK", error)
    given = [Input("page", b"# A\n\nSome text with MARK in it.\n", 1), Input("page", b"# B\n", 2)]
    found, _ = fuzz(tmp_path / "project", iter(given))
    assert [(each.kind, each.input.content) for each in found] == [(kind, b"MARK")]
    assert Input.loads((tmp_path / ".fuzz" / f"{kind}-1.json").read_text("utf-8")).content == b"MARK"
    assert main(["--replay", str(tmp_path / ".fuzz" / f"{kind}-1.json")]) == 1


def test_what_takes_too_long_is_found(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def endless(*_: object) -> None:
        while True:
            pass

    monkeypatch.setattr(fuzz_project, "_errors", endless)
    find, _ = tried(tmp_path / "project", [Input("page", b"# A\n", 1)])
    assert find is not None
    assert find.kind == "hang"
