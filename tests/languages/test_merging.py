"""What a change of the sources leaves of a language: its words, and no more doubt than the change is worth."""

import re
import subprocess
from collections.abc import Callable

import pytest
from polib import POEntry

from porspec.languages.extract import spec_of_source
from porspec.languages.merge import merged
from porspec.languages.sync import planned
from porspec.sources.catalogues import parse_po
from tests.conftest import Project

FEATURE = """\
Feature: Things

  Scenario: A thing is there
    Given there is "a box"
    Then it is "a box"
"""
NAMES = """
from porspec import steps as s

THERE = 'there is "{thing}"'
TOLD = "You have the thing."
doing = s.when

@s.given(THERE, says=TOLD)
def there_is(world: list[object], thing: str) -> None:
    world.append(thing)

def told(kind: str) -> dict[str, str]:
    return {cloud: f"You see the {kind} in {cloud}." for cloud in ("cloud-a", "cloud-b")}

@doing(f"{'it'} is opened", told("box"))
def opened(world: list[object]) -> None: ...

for verb in ("seen", "heard"):
    def known(world: list[object]) -> None: ...
    globals()[f"known_{verb}"] = s.when(f"it is {verb}")(known)

@s.then('it is "{thing}"')
def it_is(world: list[object], thing: str) -> None:
    assert world[-1] == thing
"""
LABELS = """
from porspec.steps import Label

WORDS = {"add": "Add", "check": "Check ID"}
LABELS = [Label(id=f"button.{name}", text=text, comment="A button.") for name, text in WORDS.items()]
LABELS += [Label("page.home", text="Home")]

def new_world(moniker):
    return []

def snapshot(world):
    return list(world)
"""


@pytest.fixture
def things(small: Callable[..., Project]) -> Project:
    """A small project with a feature, and Dutch and German."""
    project = small({"features/en/things.feature": FEATURE, "steps/__init__.py": LABELS})
    for code in ("nl", "de"):
        assert project.porspec("new", "language", code).returncode == 0
        for text, own in (
            ('there is \\"{thing}\\"', 'er is \\"{thing}\\"'),
            ('it is \\"{thing}\\"', 'het is \\"{thing}\\"'),
        ):
            translate(project, code, "steps", text, own.replace("er is", "es gibt") if code == "de" else own)
    return project


def translate(project: Project, code: str, domain: str, text: str, translation: str) -> None:
    path = f"locales/{code}/LC_MESSAGES/{domain}.po"
    project.edit(path, f'msgid "{text}"\nmsgstr ""', f'msgid "{text}"\nmsgstr "{translation}"')


def entry(project: Project, code: str, domain: str, text: str) -> str:
    """The lines of the entry of a text, but for places and notes to translators."""
    path = f"locales/{code}/LC_MESSAGES/{domain}.po"
    found = parse_po((project.root / path).read_text("utf-8"), path).entries
    lines = next(each.lines for each in found if each.values.msgid == text)
    return "\n".join(line for line in lines.split("\n") if not line.startswith(("#:", "#.", "#, python")))


def texts(project: Project, domain: str) -> set[str]:
    content = planned(spec_of_source(project.root)).files[f"locales/{domain}.pot"] or ""
    return {each.values.msgid for each in parse_po(content, "x.pot").entries}


# --- messages are what is loaded ---------------------------------------------------------------------------------


def test_patterns_texts_and_labels_are_those_of_the_imported_modules(things: Project) -> None:
    (things.root / "steps/things.py").write_text(NAMES, "utf-8")
    assert texts(things, "steps") == {
        'there is "{thing}"',
        'it is "{thing}"',
        "it is opened",
        "it is seen",
        "it is heard",
    }
    assert {"You have the thing.", "You see the box in cloud-a.", "You see the box in cloud-b."} <= texts(
        things, "help"
    )
    assert texts(things, "labels") == {"Add", "Check ID", "Home"}


def test_a_pattern_that_is_a_name_removes_no_feature(things: Project) -> None:
    assert things.porspec("sync").returncode == 0
    before = things.files()
    (things.root / "steps/things.py").write_text(NAMES, "utf-8")
    things.porspec("sync")
    assert {path: text for path, text in things.files().items() if path.startswith("features/")} == {
        path: text for path, text in before.items() if path.startswith("features/")
    }
    assert set(texts(things, "features")) == {"Things", "A thing is there"}


def test_places_do_not_move_when_lines_do(things: Project) -> None:
    things.porspec("sync")
    things.edit("features/en/things.feature", "  Scenario:", "  # One more line.\n\n  Scenario:")
    things.edit("steps/things.py", "from porspec", "\n\nfrom porspec")
    assert [
        path for path in planned(spec_of_source(things.root)).stale(things.root) if path.startswith("locales/")
    ] == []
    template = (things.root / "locales/features.pot").read_text("utf-8")
    assert '#. Name of a scenario, on the page "Things".\n#: features/en/things.feature\nmsgctxt "scenario"' in template


# --- what a text was ---------------------------------------------------------------------------------------------


def test_a_label_renamed_in_the_source_keeps_each_languages_own_words(things: Project) -> None:
    for code, own in (("nl", "Id controleren"), ("de", "ID überprüfen")):
        translate(things, code, "labels", "Check ID", own)
    things.edit("steps/__init__.py", "Check ID", "Verify the ID")
    assert things.porspec("sync").returncode == 0
    for code, own in (("nl", "Id controleren"), ("de", "ID überprüfen")):
        assert entry(things, code, "labels", "Verify the ID") == (
            f'#, fuzzy\n#| msgid "Check ID"\nmsgctxt "button.check"\nmsgid "Verify the ID"\nmsgstr "{own}"'
        )
        text = (things.root / f"locales/{code}/LC_MESSAGES/labels.po").read_text("utf-8")
        assert "#~" not in text


@pytest.mark.parametrize(
    ("new", "translation"),
    [
        ("A thing  is there", "Er is iets"),
        ("A thing is there.", "Er is iets."),
        ("A thing\u00a0is there", "Er is iets"),
    ],
)
def test_a_blank_or_a_full_stop_makes_no_translation_doubtful(things: Project, new: str, translation: str) -> None:
    translate(things, "nl", "features", "A thing is there", "Er is iets")
    things.edit("features/en/things.feature", "A thing is there", new)
    assert things.porspec("sync").returncode == 0
    kept = new.replace("  ", "  ")
    assert entry(things, "nl", "features", kept) == f'msgctxt "scenario"\nmsgid "{kept}"\nmsgstr "{translation}"'


def test_a_full_stop_that_goes_takes_that_of_its_translation_with_it(things: Project) -> None:
    things.edit("features/en/things.feature", "A thing is there", "A thing is there.")
    things.porspec("sync")
    translate(things, "nl", "features", "A thing is there.", "Er is iets.")
    things.edit("features/en/things.feature", "A thing is there.", "A thing is there")
    things.porspec("sync")
    assert entry(things, "nl", "features", "A thing is there").endswith('msgstr "Er is iets"')


@pytest.mark.parametrize(
    ("old", "translation", "new", "kept"),
    [
        *((f"a {one} b", "x", f"a {other} b", "x") for one, other in zip("’‘“”–—", "''\"\"--", strict=True)),
        ("a… b", "x", "a... b", "x"),
        ("a", "x", "a.", "x."),
        ("a.", "x.", "a", "x"),
        ("a.", "x。", "a", "x"),
        ("**a.**", "**x.** ", "**a**", "**x** "),
        ("a", "x)", "a.", "x)."),
        ("a", "付账", "a.", "付账。"),
        ("a", "（付账）", "a.", "（付账）。"),
        ("a", "*付账* ", "a.", "*付账* 。"),
        ("a", "x.", "a ", "x."),
        ("a.", "x", "a. ", "x"),
        ("a.", "x", "a", "x"),
    ],
)
def test_a_translation_follows_what_does_not_change_the_meaning_of_its_message(
    old: str, translation: str, new: str, kept: str
) -> None:
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'
    before = POEntry(msgid=old, msgstr=translation)
    entries = parse_po(f"{head}{before}", "x.po").entries
    (after,) = merged(entries, [POEntry(msgid=new)], {}, by_id=False)
    assert (after.msgid, after.msgstr, after.flags, after.previous_msgid) == (new, kept, [], None)


@pytest.mark.parametrize("is_synced_before", [False, True])
def test_who_changes_a_text_can_say_that_it_means_the_same(things: Project, is_synced_before: bool) -> None:
    old, new = "A thing is there", "There is a thing already"
    translate(things, "nl", "features", old, "Er is iets")
    things.edit("features/en/things.feature", old, "A thing is there already" if is_synced_before else new)
    if is_synced_before:
        new = "A thing is there already"
        things.porspec("sync")
        assert "#, fuzzy" in entry(things, "nl", "features", new)
    assert things.porspec("sync", "--same", old, new).returncode == 0
    assert entry(things, "nl", "features", new) == f'msgctxt "scenario"\nmsgid "{new}"\nmsgstr "Er is iets"'


def test_a_text_that_goes_is_kept_with_its_context_in_one_line(things: Project) -> None:
    long = "A thing is there, and it stays there however often somebody looks at it, opens it, or takes it away again"
    things.edit("features/en/things.feature", "A thing is there", long)
    things.porspec("sync")
    translate(things, "nl", "features", long, "Er is iets")
    things.edit("features/en/things.feature", f"  Scenario: {long}", "  Scenario: Nothing like it")
    things.porspec("sync")
    text = (things.root / "locales/nl/LC_MESSAGES/features.po").read_text("utf-8")
    assert text.endswith(f'\n\n#~ msgctxt "scenario"\n#~ msgid "{long}"\n#~ msgstr "Er is iets"\n')


# --- features after a merge --------------------------------------------------------------------------------------

DUTCH = "features/nl/things.feature"


def merge_conflict(text: str) -> str:
    """What git makes of a feature that both sides of a merge had written anew: two signatures."""
    mark = re.search(r"^# Written by .*\n", text, re.MULTILINE)
    assert mark
    other = re.sub(r"\([0-9a-f]+\)", "(0123456789ab)", mark[0])
    return text.replace(mark[0], f"<<<<<<< HEAD\n{mark[0]}=======\n{other}>>>>>>> theirs\n")


def test_signatures_that_conflict_are_written_anew(things: Project) -> None:
    things.porspec("sync")
    before = things.files()
    path = things.root / DUTCH
    path.write_text(merge_conflict(path.read_text("utf-8")), "utf-8")
    assert "A merge conflict is left here" in things.problems()
    done = things.porspec("sync")
    assert (done.returncode, done.stdout, done.stderr) == (0, f"wrote {DUTCH}\n", "")
    assert things.files() == before


def test_a_conflict_in_the_text_of_a_feature_is_left_and_deleting_the_file_resolves_it(things: Project) -> None:
    things.porspec("sync")
    before = things.files()
    things.edit(DUTCH, "    Dan", "<<<<<<< HEAD\n    Dan")
    things.append(DUTCH, "=======\n    Dan iets anders\n>>>>>>> theirs\n")
    done = things.porspec("sync")
    assert (done.returncode, done.stdout) == (1, "Everything is up to date\n")
    assert done.stderr == (
        f"{DUTCH}:7:1: A merge conflict is left here [feature-syntax]\n"
        "    Delete the file and run porspec sync; make what was edited in it again.\n1 problem\n"
    )
    for command in (("check",), ("sync", "--from", "nl", DUTCH)):
        assert f"{DUTCH}:7:1: A merge conflict is left here" in things.porspec(*command).stderr
    (things.root / DUTCH).unlink()
    assert things.porspec("sync").returncode == 0
    assert things.files() == before


def test_a_deleted_signature_is_told_and_comes_back_where_nothing_else_was_edited(things: Project) -> None:
    things.porspec("sync")
    before = things.files()
    path = things.root / DUTCH
    unsigned = re.sub(r"# Written by .*\n", "", path.read_text("utf-8"))
    path.write_text(unsigned, "utf-8")
    assert things.porspec("sync").stdout == f"wrote {DUTCH}\n"
    assert things.files() == before
    path.write_text(unsigned.replace("A thing is there", "Iets"), "utf-8")
    done = things.porspec("sync")
    assert done.returncode == 1
    assert "and the file lacks its signature [feature-edited]" in done.stderr
    again = f"make it again after that, and run porspec sync --from nl {DUTCH}."
    assert f"delete the file and run porspec sync. To keep it, {again}" in done.stderr


def test_two_branches_that_each_ran_sync_need_no_more_than_sync_after_their_merge(things: Project) -> None:
    def git(*arguments: str) -> str:
        command = ["git", "-c", "user.name=a", "-c", "user.email=a@example.org", *arguments]
        return subprocess.run(command, cwd=things.root, capture_output=True, text=True, check=False).stdout

    more = "".join(
        f'\n  Scenario: Thing number {n} is there\n    Given there is "{n}"\n    Then it is "{n}"\n' for n in "ab"
    )
    things.append("features/en/things.feature", more)
    things.porspec("sync")
    git("init", "-b", "main")
    (things.root / ".gitignore").write_text("__pycache__\n", "utf-8")
    for branch, old, new in (("one", "A thing is there", "A thing is here"), ("two", "number b", "number bee")):
        git("add", "."), git("commit", "-m", "x"), git("switch", "-c", branch, "main")
        things.edit("features/en/things.feature", old, new)
        things.porspec("sync")
    git("add", "."), git("commit", "-m", "x")
    git("merge", "one")
    assert git("diff", "--name-only", "--diff-filter=U").split() == ["features/de/things.feature", DUTCH]
    done = things.porspec("sync")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == f"wrote features/de/things.feature\nwrote {DUTCH}\n"
    assert ": A thing is here\n" in (things.root / DUTCH).read_text("utf-8")
    assert things.porspec("sync", "--check").returncode == 0


def test_a_text_that_the_source_does_not_have_means_the_same_as_nothing(things: Project) -> None:
    before = things.files()
    done = things.porspec("sync", "--same", "A thing is there", "A thing was there")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(
        "locales:1:1: --same A thing was there: the source language has no such text [option]\n"
    )
    assert things.files() == before
