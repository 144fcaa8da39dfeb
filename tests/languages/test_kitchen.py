"""What sync, new, stats and steps --glue say and write of a project that uses every construct: golden files.

Each case edits a copy of the project, runs commands, and has their output and what changed in the files.
"""

import datetime
import difflib
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from porspec.languages import extract
from porspec.languages.extract import spec_of_source
from porspec.languages.progress import Count
from porspec.languages.sync import first_difference, follow_catalogues, plan_handoff
from porspec.languages.take_back import take_back
from porspec.sources.problems import SpecError
from tests.conftest import Project
from tests.kitchen import make_kitchen

Golden = Callable[[str, str], None]
Case = Callable[[Project], list[tuple[str, ...]]]
CASES: dict[str, Case] = {}
PAY, DINNER, RULES = (f"features/zh/{stem}.feature" for stem in ("pay-bill", "cook-dinner", "rules-only"))
ENGLISH = "features/en/pay-bill.feature"
BACK = ("sync", "--from", "zh")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Project:
    return make_kitchen(tmp_path_factory.mktemp("kitchen") / "project")


@pytest.fixture
def kitchen(made: Project, tmp_path: Path) -> Project:
    return Project(Path(shutil.copytree(made.root, tmp_path / "kitchen")))


def case(function: Case) -> Case:
    CASES[function.__name__.replace("_", "-")] = function
    return function


def texts(project: Project) -> dict[str, list[str]]:
    return {path: content.decode("utf-8", "replace").splitlines() for path, content in project.files().items()}


def told(project: Project, commands: list[tuple[str, ...]]) -> str:
    """The commands with what they print, and after each one the lines of files that it changed."""
    lines = []
    for command in commands:
        before = texts(project)
        done = project.porspec(*command)
        output = f"{done.stdout}{done.stderr}".replace(str(project.root), "ROOT").splitlines()
        lines += [f"$ porspec {' '.join(command)}", *output, f"({done.returncode})"]
        after = texts(project)
        for path in sorted({*before, *after}):
            old, new = (each.get(path, []) for each in (before, after))
            lines += difflib.unified_diff(old, new, path, path, n=0, lineterm="")
        lines.append("")
    return "\n".join(lines)


def replaced(project: Project, path: str, pattern: str, new: str) -> None:
    """Replace what a pattern finds, which must be one place."""
    text, count = re.subn(pattern, new, (project.root / path).read_text("utf-8"))
    assert count == 1, (pattern, count)
    (project.root / path).write_text(text, "utf-8")


def say(project: Project, text: str, translation: str, code: str = "zh", domain: str = "features") -> None:
    """Translate a message that had no translation."""
    path = f"locales/{code}/LC_MESSAGES/{domain}.po"
    project.edit(path, f'msgid "{text}"\nmsgstr ""', f'msgid "{text}"\nmsgstr "{translation}"')


# --- as it is ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", [f"locales/{domain}.pot" for domain in ("steps", "labels", "help", "features")])
def test_templates_have_every_message_with_its_notes(made: Project, path: str, golden: Golden) -> None:
    golden(f"kitchen/{path}", (made.root / path).read_text("utf-8"))


@pytest.mark.parametrize("path", [PAY, DINNER, RULES, PAY.replace("zh", "nl")])
def test_features_are_written_in_each_language(made: Project, path: str, golden: Golden) -> None:
    golden(f"kitchen/{path}", (made.root / path).read_text("utf-8"))


@pytest.mark.parametrize(("epoch", "code"), [("", "pt_BR"), ("86400", "pt-BR")])
def test_a_catalogue_begins_with_a_header_for_editors(
    kitchen: Project, epoch: str, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if epoch:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    else:
        monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert kitchen.porspec("new", "language", code).returncode == 0
    text = (kitchen.root / f"locales/{code}/LC_MESSAGES/labels.po").read_text("utf-8")
    dates = [f'"{each}: 1970-01-02 00:00+0000\\n"' for each in ("POT-Creation-Date", "PO-Revision-Date") if epoch]
    assert text.partition("\n\n")[0].splitlines() == [
        'msgid ""',
        'msgstr ""',
        '"Project-Id-Version: kitchen\\n"',
        *dates,
        '"Last-Translator: Automatically generated\\n"',
        '"Language-Team: none\\n"',
        '"Language: pt_BR\\n"',
        '"MIME-Version: 1.0\\n"',
        '"Content-Type: text/plain; charset=UTF-8\\n"',
        '"Content-Transfer-Encoding: 8bit\\n"',
        '"Plural-Forms: nplurals=2; plural=(n > 1);\\n"',
    ]


def test_a_language_has_catalogues_of_our_own_words_where_we_have_none(made: Project) -> None:
    found = {code: sorted(path.stem for path in (made.root / "locales" / code).rglob("*.po")) for code in ("eo", "nl")}
    assert found == {
        "eo": ["features", "help", "labels", "porspec", "steps"],
        "nl": ["features", "help", "labels", "steps"],
    }
    own = (made.root / "locales/eo/LC_MESSAGES/porspec.po").read_text("utf-8").split("\n\n")
    said = "#. What the reader sees when all steps are done: a sentence, or more.\n#, python-brace-format\n"
    assert f'{said}msgid "**Done when:** {{text}}"\nmsgstr ""' in own


# --- for pybabel -------------------------------------------------------------------------------------------------


def found_by_babel(path: Path, *keywords: str) -> list[str]:
    with path.open("rb") as file:
        return [" ".join(map(repr, each)) for each in extract.modules(file, keywords)]


@pytest.mark.parametrize(
    "path", ["pyproject.toml", "mkdocs.yml", "steps/__init__.py", "steps/cooking.py", "features/en/cook-dinner.feature"]
)
def test_babel_is_given_what_a_file_has(made: Project, path: str, golden: Golden) -> None:
    text = "\n".join(found_by_babel(made.root / path))
    golden(f"kitchen/babel/{Path(path).name}.txt", text + "\n")


def test_babel_is_given_one_domain_where_it_asks_for_that(made: Project) -> None:
    path = made.root / "steps/cooking.py"
    whole = found_by_babel(path)
    assert sorted(found_by_babel(path, "steps") + found_by_babel(path, "help")) == sorted(whole)
    assert found_by_babel(path, "labels") == found_by_babel(made.root / "features/zh/pay-bill.feature") == []


def test_babel_is_given_what_was_changed_since(kitchen: Project) -> None:
    for path, old, new in (
        (ENGLISH, "Pay the bill", "Pay the whole bill"),
        ("steps/cooking.py", "A light is on.", "A light is not off."),
        ("pyproject.toml", "At home", "At your home"),
    ):
        assert all(new not in each for each in found_by_babel(kitchen.root / path))
        kitchen.edit(path, old, new)
        assert any(new in each for each in found_by_babel(kitchen.root / path))


def test_a_source_with_problems_is_no_spec(kitchen: Project) -> None:
    kitchen.edit(ENGLISH, "When I wait", "When I run")
    with pytest.raises(SpecError):
        spec_of_source(kitchen.root)


# --- parts -------------------------------------------------------------------------------------------------------


def test_a_share_is_rounded_down_and_of_nothing_is_all() -> None:
    counts = (Count(), Count(1), Count(2, 0, 1), Count(0, 1, 0), Count(199, 1, 0), Count(1, 1, 1))
    assert [each.percent() for each in counts] == ["100%", "100%", "66%", "0%", "99%", "33%"]


def test_the_first_line_that_differs_is_found_signatures_aside() -> None:
    mark = "# Written by porspec sync from a (0). To keep an edit, run: b\n"
    pairs = [("a\nb\n", "a\nc\n"), ("a\n", "a\nb\n"), ("a\nb\n", "a\n"), ("", "a\n"), (f"{mark}a\n", f"{mark}b\n")]
    assert [first_difference(*each) for each in pairs] == [2, 2, 2, 1, 2]
    assert first_difference(f"{mark}a\n", "x\nb\n") == 2
    assert first_difference("a\nb", "a\nb\n") == 2


def test_features_follow_the_catalogues_of_one_language_or_of_all(kitchen: Project) -> None:
    for code in ("nl", "zh"):
        say(kitchen, "Guests do not pay", "0", code)
    before = texts(kitchen)
    assert follow_catalogues(kitchen.root, "zh") == [PAY]
    assert follow_catalogues(kitchen.root) == [PAY.replace("zh", "nl")]
    assert {path for path, lines in texts(kitchen).items() if before[path] != lines} == {PAY, PAY.replace("zh", "nl")}
    kitchen.append("locales/nl/LC_MESSAGES/steps.po", '\nmsgid "a\n')
    with pytest.raises(SpecError):
        follow_catalogues(kitchen.root)


def test_pages_that_are_handed_off_record_what_they_were_made_from(
    kitchen: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    docs, day = kitchen.root / "docs", datetime.date(2026, 2, 3)
    docs.mkdir()
    for name in ("index.en.md", "index.nl.md", "about.md", "about.zh.md"):
        (docs / name).write_text(f"# {name}\n", "utf-8")
    found = plan_handoff(kitchen.root, ["docs/index.nl.md", "docs/about.zh.md"], day)
    assert list(found.files) == ["docs/index.nl.md", "docs/about.zh.md"]
    assert [(text or "").splitlines()[3:] for text in found.files.values()] == [
        ["ms.lasthandoff: 2026-02-03", "---", "# index.nl.md"],
        ["ms.lasthandoff: 2026-02-03", "---", "# about.zh.md"],
    ]
    monkeypatch.chdir(docs)
    assert list(plan_handoff(kitchen.root, ["index.nl.md"], day).files) == ["docs/index.nl.md"]
    (docs / "index.en.md").write_bytes(b"\xe9")
    with pytest.raises(SpecError):
        plan_handoff(kitchen.root, ["index.nl.md"], day)


def test_a_feature_to_take_back_may_be_named_from_where_one_is(
    kitchen: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    kitchen.edit(PAY, ": Pay later", ": 以后付")
    kitchen.edit(RULES, ": 它是第一", ": 这是第一")
    monkeypatch.chdir(kitchen.root / "features/zh")
    found = take_back(kitchen.root, "zh", "pay-bill.feature", {})
    assert (found.files[PAY] or "").count("以后付") == 1
    assert RULES not in found.files


# --- taken back --------------------------------------------------------------------------------------------------


@case
def back_unchanged(project: Project) -> list[tuple[str, ...]]:
    return [BACK, (*BACK, PAY), ("sync", "--from", "nl")]


@case
def back_from_nowhere(project: Project) -> list[tuple[str, ...]]:
    (project.root / "features/zh/sub").mkdir()
    (project.root / "features/zh/sub/a.feature").write_text("x", "utf-8")
    return [
        ("sync", "--from", "fr"),
        (*BACK, ENGLISH),
        (*BACK, "nowhere.feature"),
        (*BACK, "features/zh/sub/a.feature"),
    ]


@case
def back_without_other_languages(project: Project) -> list[tuple[str, ...]]:
    shutil.rmtree(project.root / "locales")
    for code in ("nl", "zh"):
        shutil.rmtree(project.root / "features" / code)
    project.edit("pyproject.toml", "[tool.porspec.languages.nl]\ncomplete = false\n", "")
    return [("sync", "--from", "nl"), ("stats",), ("sync",)]


@case
def back_names_and_paragraphs(project: Project) -> list[tuple[str, ...]]:
    project.edit(PAY, "功能: 付账", "功能: 结账")
    project.edit(PAY, "  When you have eaten.", "  吃完以后。")
    project.edit(PAY, ": Pay later", ": 以后付")
    project.edit(PAY, ": Guests do not pay", ": 客人不付")
    project.edit(DINNER, "例子: 少量", "例子: 少许")
    project.edit(DINNER, "    It has a paragraph.", "    有一段。")
    return [(*BACK, PAY), BACK, ("sync", "--check"), BACK]


@case
def back_new_texts(project: Project) -> list[tuple[str, ...]]:
    project.edit(PAY, "  When you have eaten.", "  When you have eaten.\n\n  新的一段。\n\n  又一段。")
    project.append(PAY, "\n    场景: 新的\n      当 我等待\n      那么 没有烧焦\n")
    project.append(
        PAY,
        "\n  Rule: 新规则\n\n    @diner\n    场景大纲: 新大纲\n"
        '      当 我加入 "<数量>" 份 "<新列>"\n      那么 灯亮着\n'
        "\n      例子: 新例\n        | 数量 | 新列 |\n        | 3    | egg  |\n",
    )
    texts = [("新的一段。", "A new one."), ("又一段。", "One more."), ("新的", "New"), ("新规则", "New rule")]
    texts += [("新大纲", "New outline"), ("新例", "New examples")]
    given = [part for pair in texts for part in ("--source-text", *pair)]
    return [(*BACK, PAY), (*BACK, PAY, *given)]


@case
def back_new_column_of_the_catalogue(project: Project) -> list[tuple[str, ...]]:
    project.append("locales/zh/LC_MESSAGES/features.po", '\nmsgctxt "column"\nmsgid "answering"\nmsgstr "回答"\n')
    path = project.root / DINNER
    path.write_text(path.read_text("utf-8").replace("answer", "回答"), "utf-8")
    return [BACK]


@case
def back_new_texts_of_the_catalogue(project: Project) -> list[tuple[str, ...]]:
    project.append("locales/zh/LC_MESSAGES/features.po", '\nmsgctxt "scenario"\nmsgid "New one"\nmsgstr "新的"\n')
    project.append(PAY, "\n    场景: 新的\n      当 我等待\n      那么 没有烧焦\n")
    return [BACK, ("sync", "--check")]


@case
def back_removed(project: Project) -> list[tuple[str, ...]]:
    replaced(project, PAY, r"\n  @home\n  场景: Pay later\n(    .*\n)+", "")
    replaced(project, PAY, r"\n  @diner\n  规则(.*\n)+", "")
    replaced(project, DINNER, r"    例子: 少量\n(.*\n){7}", "")
    replaced(project, DINNER, r"  背景:\n.*\n\n", "")
    replaced(project, DINNER, r"    It has a paragraph.\n\n", "")
    return [BACK, (*BACK, "--remove"), ("sync", "--check")]


@case
def back_moved(project: Project) -> list[tuple[str, ...]]:
    replaced(
        project, PAY, r"(?s)(  @home\n  场景: Pay\n.*?\n)(\n  @home\n  场景: Pay later\n.*?\n)(?=\n  @diner)", r"\2\n\1"
    )
    replaced(
        project, DINNER, r"(?s)(    @home\n    场景: The rule.*?\n)\n(    场景: It holds.*?\n)(?=\n  @diner)", r"\2\n\1"
    )
    return [BACK, ("sync", "--check")]


@case
def back_renamed_and_moved(project: Project) -> list[tuple[str, ...]]:
    replaced(
        project,
        PAY,
        r"(?s)(  @home\n  场景: Pay\n.*?\n)(\n  @home\n  场景: )Pay later(\n.*?\n)(?=\n  @diner)",
        r"\2以后付\3\n\1",
    )
    return [BACK]


@case
def back_other_steps(project: Project) -> list[tuple[str, ...]]:
    project.edit(PAY, '    那么 我得知 "Thanks"', '    那么 灯亮着\n    但是 我得知 "Merci"')
    project.edit(PAY, "    当 我等待\n", "    * 我等待\n")
    added = '\n    那么 没有烧焦\n      """\n      a\n\n        b\n      """'
    project.edit(PAY, '    那么 我得知 "Later"', f'    那么 我得知 "Later"{added}')
    project.edit(DINNER, "      | a \\| b | ``     |", "      | a \\| b | ``     |\n      | c | d |")
    project.edit(DINNER, "| 30   | eggs | Much   |", "| 30   | eggs | Much   |\n      | 31 | eggs | More |")
    return [(*BACK, PAY), (*BACK, DINNER)]


@case
def back_wrong_steps(project: Project) -> list[tuple[str, ...]]:
    project.edit(PAY, "我等待", "我不等待")
    return [BACK]


@case
def back_title_of_another(project: Project) -> list[tuple[str, ...]]:
    project.edit(PAY, "功能: 付账", "功能: 规则")
    return [BACK]


@case
def back_comments(project: Project) -> list[tuple[str, ...]]:
    project.edit(PAY, "    当 我转到", "    # 一条说明\n    当 我转到")
    project.edit(PAY, "    当 我等待", "    #又一条\n    当 我等待")
    both = ("--source-text", "# 一条说明", "# A comment", "--source-text", "#又一条", "#Another")
    return [BACK, (*BACK, *both), ("sync", "--check")]


@case
def back_unused_source_texts(project: Project) -> list[tuple[str, ...]]:
    project.edit(PAY, ": Pay later", ": 以后付")
    return [(*BACK, "--source-text", "以后", "Later"), (*BACK, "--source-text", "以后付", "Pay some day")]


@case
def back_older_than_the_source(project: Project) -> list[tuple[str, ...]]:
    project.edit(PAY, ": Pay later", ": 以后付")
    project.append(ENGLISH, "\n    Scenario: One more\n      When I wait\n      Then nothing burns\n")
    return [BACK]


@case
def back_what_the_source_lacks(project: Project) -> list[tuple[str, ...]]:
    (project.root / ENGLISH).unlink()
    project.edit(PAY, ": Pay later", ": 以后付")
    return [("sync",), (*BACK, PAY), (*BACK, PAY, "--source-text", "以后付", "Pay some day")]


@case
def back_a_file_of_its_own(project: Project) -> list[tuple[str, ...]]:
    new = "# language: zh-CN\n@diner\n功能: 新功能\n\n  场景: 新的\n    当 我等待\n    那么 没有烧焦\n"
    (project.root / "features/zh/new.feature").write_text(new, "utf-8")
    given = ("--source-text", "新功能", "New feature", "--source-text", "新的", "New")
    return [("sync",), BACK, (*BACK, "features/zh/new.feature", *given), ("sync", "--check")]


@case
def back_one_of_two(project: Project) -> list[tuple[str, ...]]:
    project.edit(PAY, ": Pay later", ": 以后付")
    project.edit(RULES, ": 它是第一", ": 这是第一")
    return [(*BACK, RULES), ("sync",)]


@case
def back_older_than_the_catalogue(project: Project) -> list[tuple[str, ...]]:
    project.edit(PAY, ": Pay later", ": 以后付")
    say(project, "Pay later", "付")
    return [BACK, ("sync",)]


@case
def back_what_would_not_be_the_same(project: Project) -> list[tuple[str, ...]]:
    """One message stands in two places, and one of them was edited."""
    project.edit(ENGLISH, "Rule: Guests do not pay\n", "Rule: Guests do not pay\n    When you have eaten.\n")
    assert project.porspec("sync").returncode == 0
    project.edit(PAY, "  When you have eaten.", "  吃完以后。")
    return [BACK]


@case
def back_all_that_is_new(project: Project) -> list[tuple[str, ...]]:
    project.append("locales/zh/LC_MESSAGES/features.po", '\nmsgctxt "column"\nmsgid "size"\nmsgstr "大小"\n')
    project.append(
        PAY,
        "\n  @diner\n  Rule: 新规则\n    说明一。\n\n    背景: 新背景\n      背景说明。\n\n      假如 厨房已开放\n"
        '\n    场景大纲: 新大纲\n      大纲说明。\n\n      当 我加入 "<数量>" 份 "<大小>"\n      那么 没有烧焦\n'
        "\n      例子: 新例\n        例子说明。\n\n        | 数量 | 大小 |\n        | 3    | a\\|b |\n"
        "\n      例子:\n        | 数量 | 大小 |\n        | 4    | c |\n",
    )
    words = ("新规则", "说明一。", "新背景", "背景说明。", "新大纲", "大纲说明。", "新例", "例子说明。")
    given = [part for number, text in enumerate(words) for part in ("--source-text", text, f"New {number}")]
    return [(*BACK, PAY, *given), ("sync", "--check")]


@case
def back_paragraphs_one_by_one(project: Project) -> list[tuple[str, ...]]:
    """Two of two are new; then one of two, the other first."""
    first, second = (
        "  For who is hungry: **Menu**, then `cook_it`, then [pay](pay-bill.md).",
        "  It takes *an hour*, or more.",
    )
    project.edit(DINNER, f"{first}\n\n{second}", "  给饿的人。\n\n  要一小时。")
    project.edit(DINNER, "    It has a paragraph.\n\n    It has *two*.", "    It has *two*.\n\n    一段。")
    return [BACK, ("sync", "--check")]


@case
def back_texts_that_are_one_in_translation(project: Project) -> list[tuple[str, ...]]:
    """Each stays the message that its counterpart is."""
    for text in ("Cook", "Pay"):
        say(project, text, "做")
    for text in ("It has a paragraph.", "It has *two*.", "When you have eaten."):
        say(project, text, "一段。")
    assert project.porspec("sync").returncode == 0
    project.edit(DINNER, "例子: 少量", "例子: 少许")
    project.edit(PAY, ": Pay later", ": 以后付")
    return [BACK, ("sync", "--check")]


@case
def back_one_more_like_another(project: Project) -> list[tuple[str, ...]]:
    """A copy of a scenario, and of a rule, with the same steps and names of their own."""
    project.append(PAY, "\n    场景: 又一位\n      假如 厨房已开放\n      当 我等待\n      那么 没有烧焦\n")
    project.edit(
        PAY,
        "  @home\n  场景: Pay later",
        '  @home\n  场景: 早付\n    当 我等待\n    那么 我得知 "Later"\n\n  @home\n  场景: Pay later',
    )
    return [
        (*BACK, "--source-text", "又一位", "Another guest", "--source-text", "早付", "Pay early"),
        ("sync", "--check"),
    ]


@case
def back_a_column_of_the_source(project: Project) -> list[tuple[str, ...]]:
    """A heading may stand in the source language, where that has it."""
    path = project.root / DINNER
    path.write_text(path.read_text("utf-8").replace("数量", "number"), "utf-8")
    return [BACK]


# --- written anew ------------------------------------------------------------------------------------------------


@case
def sync_edited(project: Project) -> list[tuple[str, ...]]:
    project.edit(PAY, ": Pay later", ": 以后付")
    replaced(project, RULES, r"# Written by .*\n", "")
    project.edit(RULES, ": 它是第一", ": 这是第一")
    return [("sync",), ("sync", "--check")]


@case
def sync_edited_while_the_source_changes(project: Project) -> list[tuple[str, ...]]:
    project.edit(PAY, ": Pay later", ": 以后付")
    project.append(ENGLISH, "\n    Scenario: One more\n      When I wait\n      Then nothing burns\n")
    return [("sync",)]


@case
def sync_edited_without_a_pattern(project: Project) -> list[tuple[str, ...]]:
    project.edit(PAY, ": Pay later", ": 以后付")
    project.edit("locales/zh/LC_MESSAGES/steps.po", 'msgstr "我等待"', 'msgstr ""')
    return [("sync",), ("stats", "zh")]


@case
def sync_unsigned(project: Project) -> list[tuple[str, ...]]:
    for path in (PAY, RULES):
        replaced(project, path, r"# Written by .*\n", "")
    (project.root / DINNER).write_bytes(b"\xe9")
    return [("sync",)]


@case
def sync_without_the_source(project: Project) -> list[tuple[str, ...]]:
    (project.root / ENGLISH).unlink()
    project.edit("features/nl/pay-bill.feature", ": Pay later", ": Later betalen")
    return [("sync",)]


@case
def sync_a_folder_in_the_way(project: Project) -> list[tuple[str, ...]]:
    (project.root / "locales/steps.pot").unlink()
    (project.root / "locales/steps.pot").mkdir()
    return [("sync",)]


@case
def sync_texts_that_changed(project: Project) -> list[tuple[str, ...]]:
    project.edit("steps/cooking.py", '"Go to the {page} page."', '"Go to the page {page}."')
    project.edit("steps/cooking.py", '"A light is on."', '"A light is on"')
    project.edit("steps/__init__.py", '"Orders"', '"Order list"')
    for path in (project.root / "features/en").glob("*.feature"):
        path.write_text(path.read_text("utf-8").replace("Menu > Orders", "Menu > Order list"), "utf-8")
    project.edit("pyproject.toml", '"In a diner"', '"At a **diner**"')
    project.edit("pyproject.toml", '"At home"', '"At home."')
    project.edit("features/en/rules-only.feature", "What holds", "What holds.")
    project.edit("features/en/rules-only.feature", "The second", "The next one")
    same = ("--same", "In a diner", "At a **diner**", "--same", "The second", "The next one")
    return [("sync", "--same", "One", "Two"), ("sync", *same), ("sync",)]


@case
def sync_translations_that_are_gherkin(project: Project) -> list[tuple[str, ...]]:
    say(project, "When you have eaten.", "例子: 吃完")
    say(project, "Pay", "做")
    say(project, "Pay later", "做")
    say(project, "It has a paragraph.", "# 一段")
    return [("sync",)]


@case
def sync_names_that_are_one_in_translation(project: Project) -> list[tuple[str, ...]]:
    for text in ("The rule holds", "It holds again", "The rule of one holds", "A guest leaves", "Pay"):
        say(project, text, "它")
    return [("sync",)]


@case
def sync_descriptions_that_begin_like_steps(project: Project) -> list[tuple[str, ...]]:
    say(project, "When you have eaten.", "Als u klaar bent.", "nl")
    say(project, "A guest leaves", "Een gast\\nvertrekt", "nl")
    say(project, "It has *two*.", "@twee *twee*")
    return [("sync",)]


@case
def sync_long_texts(project: Project) -> list[tuple[str, ...]]:
    long = "Wie als eerste eet, betaalt als laatste; en als iemand niets eet, dan eet een ander dat. " * 3
    say(project, "When you have eaten.", long.strip(), "nl")
    say(project, "When you have eaten.", "吃完以后再付账。" * 20)
    project.edit(ENGLISH, "  When you have eaten.", "  # before\n  When you\n  # between\n  have eaten.\n  # after")
    return [("sync",)]


@case
def sync_lines_of_one_width(project: Project) -> list[tuple[str, ...]]:
    """Each line is as long as it may be, and a word that would begin one like Gherkin does not."""
    for text, words in (("When you have eaten.", "aaaaaa"), ("It has a paragraph.", "Als")):
        say(project, text, " ".join([words] * 60), "nl")
    for text in ("I have these", 'I add \\"{count}\\" of \\"{thing}\\"'):
        say(project, text, text, "nl", "steps")
    return [("sync",)]


@case
def sync_files_of_other_tools(project: Project) -> list[tuple[str, ...]]:
    """A byte order mark is no difference; what is no UTF-8 is one."""
    for path in ("locales/labels.pot", RULES):
        (project.root / path).write_bytes(b"\xef\xbb\xbf" + (project.root / path).read_bytes())
    (project.root / "locales/steps.pot").write_bytes(b"\xe9\n")
    return [("sync", "--check"), ("sync",), ("sync", "--check")]


@case
def sync_a_source_with_its_language(project: Project) -> list[tuple[str, ...]]:
    path = project.root / ENGLISH
    path.write_text("#language: en\n# A comment.\n" + path.read_text("utf-8"), "utf-8")
    return [("sync",), ("sync", "--from", "zh", PAY)]


@case
def stats_and_places(project: Project) -> list[tuple[str, ...]]:
    project.edit(
        "locales/zh/LC_MESSAGES/help.po", 'msgctxt "moniker"\nmsgid "At', '#, fuzzy\nmsgctxt "moniker"\nmsgid "At'
    )
    shutil.rmtree(project.root / "locales/eo")
    return [("stats",), ("stats", "zh"), ("stats", "nl")]


# --- begun -------------------------------------------------------------------------------------------------------


@case
def new_languages(project: Project) -> list[tuple[str, ...]]:
    (project.root / "locales/fr").mkdir()
    (project.root / "locales/zh").rename(project.root / "locales/zh_Hans")
    wrong = ("klingon", "nl", "NL", "zh_hans", "zh-Hans", "fr", "en", "EN")
    return [("new", "language", code) for code in wrong]


@case
def new_features(project: Project) -> list[tuple[str, ...]]:
    project.edit("pyproject.toml", "complete = false", "complete = true")
    names = ("pay-bill", "coverage", "nl", "Pay Bill", "取消", "con", "serve-tea")
    return [("new", "feature", name) for name in names]


@case
def glue(project: Project) -> list[tuple[str, ...]]:
    return [("steps", "--glue", "editor")]


@case
def handoff(project: Project) -> list[tuple[str, ...]]:
    (project.root / "docs").mkdir()
    for name in ("index.en.md", "index.nl.md", "about.md", "about.zh.md"):
        (project.root / "docs" / name).write_text(f"# {name}\n", "utf-8")
    return [("sync", "--handoff", name) for name in ("docs/index.en.md", "docs/lost.nl.md", "pyproject.toml")]


@pytest.mark.parametrize("name", CASES)
def test_commands_say_and_write(kitchen: Project, name: str, golden: Golden) -> None:
    golden(f"kitchen/commands/{name}.txt", told(kitchen, CASES[name](kitchen)))
