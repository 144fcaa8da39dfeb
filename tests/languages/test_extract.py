"""Plain pybabel, as translators and packagers know it."""

import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from porspec.sources.catalogues import DOMAINS
from tests.conftest import REPOSITORY, this_spec


def pybabel(*arguments: str) -> None:
    command = [sys.executable, "-m", "babel.messages.frontend", "--quiet", *arguments]
    subprocess.run(command, cwd=REPOSITORY, check=True)


def messages(path: Path) -> set[tuple[object, object, frozenset[str], str]]:
    """Context, text, files and notes of each message of a PO file."""
    with path.open("rb") as file:
        return {
            (each.context, each.id, frozenset(place for place, _ in each.locations), " ".join(each.auto_comments))
            for each in read_po(file)
            if each.id
        }


@pytest.mark.parametrize("domain", DOMAINS)
def test_pybabel_extracts_what_sync_writes(domain: str, tmp_path: Path) -> None:
    target = tmp_path / f"{domain}.pot"
    pybabel("extract", "-F", "locales/babel.cfg", "-k", domain, "-o", str(target), ".")
    assert messages(target) == messages(REPOSITORY / "locales" / f"{domain}.pot")
    assert len(messages(target)) > 10


@pytest.mark.parametrize("domain", DOMAINS)
def test_pybabel_updates_and_compiles_our_catalogues(domain: str, tmp_path: Path) -> None:
    source = REPOSITORY / "locales" / "nl" / "LC_MESSAGES" / f"{domain}.po"
    target = tmp_path / f"{domain}.po"
    target.write_bytes(source.read_bytes())
    pybabel("update", "-l", "nl", "-i", str(REPOSITORY / "locales" / f"{domain}.pot"), "-o", str(target))
    assert messages(target) == messages(source)
    pybabel("compile", "-l", "nl", "-i", str(target), "-o", str(tmp_path / f"{domain}.mo"))
    assert (tmp_path / f"{domain}.mo").stat().st_size > 1000


def test_patterns_and_labels_in_the_catalogues_are_those_that_are_defined() -> None:
    catalogue, always = this_spec().catalogue, this_spec().world.always
    patterns = {(context, text) for context, text, *_ in messages(REPOSITORY / "locales" / "steps.pot")}
    labels = {(context, text) for context, text, *_ in messages(REPOSITORY / "locales" / "labels.pot")}
    assert patterns == {*catalogue.definitions, *(("always", each.pattern) for each in always)}
    assert len(patterns) == len(catalogue.definitions) + len(always)
    assert labels == {(label.id, label.text) for label in catalogue.labels.values()}


def test_messages_with_placeholders_carry_the_brace_format_flag() -> None:
    with (REPOSITORY / "locales" / "steps.pot").open("rb") as file:
        flagged = {each.id: "python-brace-format" in each.flags for each in read_po(file) if each.id}
    assert flagged == {text: "{" in text for text in flagged}
