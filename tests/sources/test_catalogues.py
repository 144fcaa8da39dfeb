"""PO files as Poedit and gettext write them are read whole, and written again without the loss of a word."""

import difflib
from pathlib import Path

import pytest

from porspec.languages.merge import merged, with_translations
from porspec.sources.catalogues import catalogue_of, parse_po
from porspec.sources.problems import SpecError
from tests.conftest import REPOSITORY

DATA = REPOSITORY / "tests" / "data" / "po"
FILES = sorted(DATA.glob("*.po"))
OURS = (DATA / "ours.po").read_text("utf-8")
HEAD = OURS.partition("\n\n")[0]


def changes(before: str, after: str) -> list[str]:
    return [line for line in difflib.ndiff(before.splitlines(), after.splitlines()) if line[0] in "+-"]


def said(text: str) -> str:
    """What is wrong with a file that has this text below its header."""
    try:
        parse_po(f"{HEAD}\n\n{text}", "nl.po")
    except SpecError as error:
        return str(error)
    return ""


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_new_translation_changes_its_own_entry_and_nothing_else(path: Path) -> None:
    text = path.read_text("utf-8")
    assert with_translations(text, path.name, {}) == text
    found = changes(text, with_translations(text, path.name, {("when", 'I look for "{title}"'): "gezocht"}))
    assert all(line.endswith('"') for line in found)
    assert [line for line in found if line[0] == "+"] == ([] if "obsolete" in path.name else ['+ msgstr "gezocht"'])


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_an_update_by_the_same_messages_keeps_every_entry_as_its_tool_wrote_it(path: Path) -> None:
    old = parse_po(path.read_text("utf-8"), path.name)
    again = merged(old.entries, [each.values for each in old.entries if not each.values.obsolete], {}, by_id=False)
    assert [(each.msgctxt, each.msgid, each.msgstr, each.fuzzy, each.previous_msgid) for each in again] == [
        (each.msgctxt, each.msgid, each.msgstr, each.fuzzy, each.previous_msgid)
        for each in (entry.values for entry in old.entries)
    ]


def test_one_save_in_poedit_changes_what_was_edited_and_who_saved_it() -> None:
    assert changes(OURS, (DATA / "poedit.po").read_text("utf-8")) == [
        '- "PO-Revision-Date: 2026-11-22 20:00+0000\\n"',
        '+ "PO-Revision-Date: 2026-11-27 03:37+0000\\n"',
        '+ "X-Generator: Poedit 3.2.2\\n"',
        '- msgstr "Een boek lenen"',
        '+ msgstr "Een boek lenen nu"',
    ]


def test_any_date_is_read_and_none_is() -> None:
    field = '"POT-Creation-Date: 2026-11-22 20:00+0000\\n"\n'
    wanted = catalogue_of(OURS, "nl.po")
    assert field in OURS
    for date in (
        "",
        "YEAR-MO-DA HO:MI+ZONE",
        "2026-11-22",
        "2026-11-22 20:00+0100",
        "22.11.2026",
        "yesterday",
        "2026-13-40 99:99Z",
    ):
        for text in (OURS.replace(field, f'"POT-Creation-Date: {date}\\n"\n'), OURS.replace(field, "")):
            assert list(catalogue_of(text, "nl.po").messages) == list(wanted.messages), date


def test_what_obsolete_entries_note_is_kept_with_their_context() -> None:
    old = '#, fuzzy\n#~| msgid "nothing was found"\n#~ msgctxt "then"\n#~ msgid "nothing is found"\n#~ msgstr "niets"'
    (entry,) = parse_po(f"{HEAD}\n\n{old}\n", "nl.po").entries
    assert (entry.values.msgctxt, entry.values.previous_msgid, entry.lines) == ("then", "nothing was found", old)
    assert merged([entry], [], {}, by_id=False)[0].__unicode__(-1).strip() == old


def test_comments_without_a_blank_and_unicodes_ends_of_lines_are_read() -> None:
    text = f'{HEAD}\n\n#note\n#.for translators\n#:steps/x.py\n#,fuzzy\nmsgid "a\u2028b"\nmsgstr "c\x85d"\n# the end\n'
    found = parse_po(text, "nl.po")
    (entry,) = found.entries
    assert (entry.values.msgid, entry.values.msgstr, entry.values.fuzzy) == ("a\u2028b", "c\x85d", True)
    assert (entry.values.tcomment, entry.values.comment, found.rest) == ("note", "for translators", "# the end")
    assert with_translations(text, "nl.po", {}) == text


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('msgctxt "a"\n', "nl.po:15:1: This PO file does not parse: msgctxt is the last of this file"),
        ('msgid "a"\n', "nl.po:15:1: This PO file does not parse: msgid is the last of this file"),
        ('#~ msgctxt "a"\n', "nl.po:14:1: This PO file does not parse: not a line of a PO file"),
        ('msgid "a"\nmsgstr[0] "b"\n', "nl.po:15:1: This PO file does not parse: msgstr[0] cannot follow msgid"),
        ('msgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\n', "nl.po:15:1: This PO file does not parse: no message"),
        ('msgid "a"\nmsgstr "b"\n\nmsgid "a"\nmsgstr "c"\n', "nl.po:17:1: This PO file does not parse: this message"),
        ('#| msgid\nmsgid "a"\nmsgstr "b"\n', "nl.po:14:1: This PO file does not parse: not a line of a PO file"),
    ],
)
def test_what_no_catalogue_of_a_project_has_is_said_with_its_line(text: str, message: str) -> None:
    assert said(text).startswith(message)


def test_utf_8_goes_by_each_of_its_names_and_no_other_charset_does() -> None:
    for name in ("UTF-8", "utf-8", "UTF8", "utf8"):
        assert parse_po(OURS.replace("charset=UTF-8", f"charset={name}"), "nl.po").entries
    with pytest.raises(SpecError, match="the charset must be UTF-8, and it is latin1"):
        parse_po(OURS.replace("charset=UTF-8", "charset=latin1"), "nl.po")
