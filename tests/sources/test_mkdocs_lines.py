"""mkdocs.yml with the lines that it lacks: whatever way it is written, all else stands as it was."""

import difflib
from pathlib import Path

import pytest

from porspec.sources.mkdocs_lines import completed, spoken
from porspec.sources.mkdocs_yml import read_site

ENTRIES = ["add-note.md", {"For testers": ["coverage.md"]}]
I18N = ["  - i18n:", "      languages:", "        - locale: en", "          name: English", "          default: true"]
FLOW = "{languages: [{locale: en, name: English, default: true}]}"


def added(text: str) -> list[str]:
    """The lines that are inserted; nothing else may differ."""
    new = completed(text, "en", ENTRIES)
    assert new is not None
    found = [line for line in difflib.ndiff(text.split("\n"), new.split("\n")) if not line.startswith("? ")]
    assert [line for line in found if line.startswith("- ")] == []
    return [line[2:] for line in found if line.startswith("+ ")]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("site_name: X\n", ["theme:", "  name: material", "plugins:", "  - search", "  - porspec", *I18N, ""]),
        ("theme: material\nplugins:\n  - search\n  - tags: # a\n      x: b # c\n\n# d\n", ["  - porspec", *I18N]),
        ("theme: material\nplugins:\n- search\n", ["- porspec", *(line[2:] for line in I18N)]),
        ("theme: material\nplugins:\n  - search\n  # of i18n\n  - i18n: {}\n", ["  - porspec"]),
        ("theme: material\nplugins:\n  - porspec\n", I18N),
        (
            "theme: material\nplugins:\n  search: {}\n  tags:\n",
            ["  porspec: {}", "  i18n:", *(line[2:] for line in I18N[1:])],
        ),
        ("theme: material\nplugins:\n  - search: |\n      a\n\n      b\n\nx: 1\n", ["  - porspec", *I18N]),
        (
            "theme: material\nplugins: [porspec, i18n: {}]\nnav:\n  - A: a.md\n  - B:\n      - b.md # last\n\n\nx: 1\n",
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
    assert completed(f"theme: material\nplugins: {before}\n", "en", []) == f"theme: material\nplugins: {after}\n"


def test_lines_end_as_those_around_them() -> None:
    new = completed("site_name: X\r\nnav:\r\n  - index.md\r\n", "nl", ENTRIES)
    assert new is not None
    assert "\n" not in new.replace("\r\n", "")
    assert "- index.md\r\n  - add-note.md\r\n" in new


@pytest.mark.parametrize(
    "text",
    [
        "",
        "- a",
        "a: [",
        "INHERIT: base.yml\n",
        "plugins: null\ntheme: x",
        "plugins: [search, # c\n ]\ntheme: x\n",
        "nav: {a: b.md}\n",
        "plugins: !ENV [P, search]\ntheme: x\n",
    ],
)
def test_what_is_not_understood_is_left_alone(text: str) -> None:
    assert completed(text, "en", ENTRIES) is None


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
    (tmp_path / "mkdocs.yml").write_text(completed(f"site_name: X{end}", "en", []) or "", "utf-8")
    assert read_site(tmp_path).texts[0][2] == "X"
