"""mkdocs.yml with the lines that it lacks: whatever way it is written, all else stands as it was."""

import difflib
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import pytest
import yaml

from porspec.sources.mkdocs_lines import completed, elsewhere, spoken
from porspec.sources.mkdocs_yml import read_site

NAMED = "site_name: X\n"
ENTRIES = ["add-note.md", {"For testers": ["coverage.md"]}]
I18N = ["  - i18n:", "      languages:", "        - locale: en", "          name: English", "          default: true"]
FLOW = "{languages: [{locale: en, name: English, default: true}]}"


def made(text: str, pages: Sequence[object] = (), **inherited: object) -> str | None:
    """A text with what it lacks, beside what it inherits."""
    with suppress(yaml.YAMLError, ValueError):
        inherited |= yaml.safe_load(text) or {}
    return completed(text, "Y", "en", pages, inherited)


def added(text: str) -> list[str]:
    """The lines that are inserted; nothing else may differ."""
    new = made(text, ENTRIES)
    assert new is not None
    found = [line for line in difflib.ndiff(text.split("\n"), new.split("\n")) if not line.startswith("? ")]
    assert [line for line in found if line.startswith("- ")] == []
    return [line[2:] for line in found if line.startswith("+ ")]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("site_name: X\n", ["theme:", "  name: material", "plugins:", "  - search", "  - porspec", *I18N, ""]),
        (
            f"{NAMED}theme: material\nplugins:\n  - search\n  - tags: # a\n      x: b # c\n\n# d\n",
            ["  - porspec", *I18N],
        ),
        (f"{NAMED}theme: material\nplugins:\n- search\n", ["- porspec", *(line[2:] for line in I18N)]),
        (f"{NAMED}theme: material\nplugins:\n  - search\n  # of i18n\n  - i18n: {{}}\n", ["  - porspec"]),
        (f"{NAMED}theme: material\nplugins:\n  - porspec\n", I18N),
        (
            f"{NAMED}theme: material\nplugins:\n  search: {{}}\n  tags:\n",
            ["  porspec: {}", "  i18n:", *(line[2:] for line in I18N[1:])],
        ),
        (
            f"{NAMED}theme: material\nplugins:\n  - search: |\n      a\n\n      b\n\nx: 1\n",
            ["  - porspec", *I18N],
        ),
        (
            f"{NAMED}theme: x\nplugins: [porspec, i18n: {{}}]\nnav:\n  - A: a.md\n  - B:\n      - b.md # c\n\n\nx: 1\n",
            ["  - add-note.md", "  - For testers:", "      - coverage.md"],
        ),
    ],
)
def test_what_is_missing_is_inserted_at_its_place(text: str, lines: list[str]) -> None:
    assert added(text) == lines


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("[]", f"[porspec, {{i18n: {FLOW}}}]"),
        ("[search, {tags: {}}]", f"[search, {{tags: {{}}}}, porspec, {{i18n: {FLOW}}}]"),
        ("[search,]", f"[search, porspec, {{i18n: {FLOW}}}]"),
        ("{search: {}}", f"{{search: {{}}, porspec: {{}}, i18n: {FLOW}}}"),
    ],
)
def test_plugins_in_one_line_stay_in_one_line(before: str, after: str) -> None:
    assert made(f"{NAMED}theme: material\nplugins: {before}\n") == f"{NAMED}theme: material\nplugins: {after}\n"


def test_lines_end_as_those_around_them() -> None:
    new = made("site_name: X\r\nnav:\r\n  - index.md\r\n", ENTRIES)
    assert new is not None
    assert "\n" not in new.replace("\r\n", "")
    assert "- index.md\r\n  - add-note.md\r\n" in new


@pytest.mark.parametrize(
    "text",
    [
        "- a",
        "a: [",
        "{theme: x}",
        "plugins: null\ntheme: x",
        "plugins: # a\n  # b\n  null\ntheme: x",
        "plugins: [search, # c\n ]\ntheme: x\n",
        "nav: {a: b.md}\n",
        "plugins: !ENV [P, search]\ntheme: x\n",
    ],
)
def test_what_is_not_understood_is_left_alone(text: str) -> None:
    assert made(text, ENTRIES) is None


WHOLE = "\n".join(["theme:", "  name: material", "plugins:", "  - search", "  - porspec", *I18N, ""])
FILLED = "\n".join(["theme: # ours", "  name: material", "plugins:", "  - search", "  - porspec", *I18N, "nav:", ""])


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("", f"site_name: Y\n{WHOLE}"),
        ("# to be written\n", f"# to be written\n\nsite_name: Y\n{WHOLE}"),
        ("# ours\n\ndocs_dir: pages\n", f"# ours\n\nsite_name: Y\ndocs_dir: pages\n\n{WHOLE}"),
        (f"{NAMED}theme: # ours\nplugins:\nnav:\n", f"{NAMED}{FILLED}"),
    ],
)
def test_what_is_empty_is_filled(text: str, after: str) -> None:
    assert made(text, ENTRIES) == after


OWN = "INHERIT: b.yml\n"
PLUGINS = ["search", "porspec", {"i18n": {}}]


@pytest.mark.parametrize(
    ("text", "inherited", "after"),
    [
        (OWN, {"site_name": "X", "theme": {}, "plugins": PLUGINS}, OWN),
        (OWN, {"theme": {}, "plugins": PLUGINS}, f"site_name: Y\n{OWN}"),
        (OWN, {"site_name": "X", "theme": {}, "plugins": ["search"]}, None),
        (OWN, {"site_name": "X", "theme": {}, "plugins": PLUGINS, "nav": ["a.md"]}, None),
        (
            "INHERIT: b.yml\nplugins: [porspec, i18n]\n",
            {"site_name": "X", "theme": {}},
            "INHERIT: b.yml\nplugins: [porspec, i18n]\n",
        ),
    ],
)
def test_what_is_inherited_is_not_written_again(text: str, inherited: dict[str, object], after: str | None) -> None:
    assert made(text, ENTRIES, **inherited) == after


def test_in_another_folder_what_is_inherited_is_found() -> None:
    assert (
        elsewhere("INHERIT: ../b.yml # ours\nx: !ENV X\n", Path("/p")) == 'INHERIT: "/p/../b.yml" # ours\nx: !ENV X\n'
    )
    assert elsewhere("x: 1\n", Path("/p")) == "x: 1\n"


def test_what_a_site_says_of_itself_is_what_a_project_begins_with() -> None:
    i18n = "[i18n: {languages: [{locale: fr}, {locale: de, default: true}]}]"
    assert spoken(f"site_name: X\nplugins: {i18n}\n") == ("X", "de fr")
    assert [spoken(each) for each in ("site_name: X\nplugins: [search]\n", "a: [", "", "- a")] == [
        ("X", ""),
        ("", ""),
        ("", ""),
        ("", ""),
    ]


@pytest.mark.parametrize("end", ["", "\n"])
def test_a_completed_site_can_be_used(end: str, tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text(made(f"site_name: X{end}") or "", "utf-8")
    assert read_site(tmp_path).texts[0][2] == "X"
