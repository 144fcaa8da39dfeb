"""Files are read as text."""

from collections.abc import Callable
from pathlib import Path

import pytest

from porspec.sources.files import read_source
from porspec.sources.problems import Location, Problem, SpecError


def test_a_source_is_text_without_a_byte_order_mark_whatever_system_wrote_it(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"\xef\xbb\xbfone\r\ntwo\rthree\n")
    assert read_source(tmp_path, "a.md", "docs-unreadable", is_markdown=True) == "one\ntwo\nthree\n"


@pytest.mark.parametrize(
    ("make", "problem"),
    [
        (
            lambda path: path.write_bytes(b"one\ntwo \xe9\n"),
            Problem(Location("a", 2), "This file is not UTF-8", "docs-unreadable", "Save it as UTF-8."),
        ),
        (
            Path.mkdir,
            Problem(
                Location("a"),
                "Cannot be read: Is a directory",
                "docs-unreadable",
                "Give the file back its name and its rights, or remove what has its name.",
            ),
        ),
    ],
    ids=["another charset", "a folder"],
)
def test_what_cannot_be_read_is_a_problem(make: Callable[[Path], object], problem: Problem, tmp_path: Path) -> None:
    make(tmp_path / "a")
    with pytest.raises(SpecError) as caught:
        read_source(tmp_path, "a", "docs-unreadable", is_markdown=True)
    assert caught.value.problems == (problem,)
