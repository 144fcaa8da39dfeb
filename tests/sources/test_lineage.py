"""A translated page records what it was made from; where that has moved on, the translator and the reader are told."""

import datetime
import hashlib
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from porspec.languages.sync import plan_handoff, write
from porspec.sources.pages import DOCFX, handed_off, is_outdated, revision
from porspec.sources.writing import writing
from tests.conftest import REPOSITORY, Project
from tests.markdown.test_views import html_of, mkdocs_build

DAY = datetime.date(2026, 11, 22)
SOURCE = "# Rules\n\nThere are rules – é.\n"
REVISION = "sha256:" + hashlib.sha256(SOURCE.encode()).hexdigest()[:12]
LINEAGE = f"porspec.source: {REVISION}\nms.translationtype: HT\nms.lasthandoff: 2026-11-22\n"


def hand_off(project: Project, page: str) -> list[str]:
    with writing(project.root) as work:
        return write(work, plan_handoff(project.root, [page], DAY))


def test_a_revision_is_the_beginning_of_what_sha256sum_prints_for_the_file() -> None:
    assert revision(SOURCE) == REVISION


@pytest.mark.parametrize("saved", ["\ufeff" + SOURCE, SOURCE.replace("\n", "\r\n")], ids=["byte order mark", "CRLF"])
def test_a_handoff_is_up_to_date_however_an_editor_saves_the_source_page(
    saved: str, small: Callable[..., Project]
) -> None:
    project = small({"locales/nl/LC_MESSAGES/labels.po": "", "docs/rules.nl.md": "# Regels\n"})
    source = project.root / "docs" / "rules.en.md"
    source.write_bytes(saved.encode())
    hand_off(project, "docs/rules.nl.md")
    assert f"porspec.source: {REVISION}\n" in (project.root / "docs" / "rules.nl.md").read_text("utf-8")
    assert not is_outdated({"porspec.source": REVISION}, source)


def test_every_translated_page_of_this_site_records_the_present_revision() -> None:
    docs = REPOSITORY / "docs"
    found = {
        path.name: re.search(r"^porspec\.source: (\S+)$", path.read_text("utf-8"), re.MULTILINE)
        for path in docs.glob("*.*.md")
        if not path.name.endswith(".en.md")
    }
    assert {name: match and match[1] for name, match in found.items()} == {
        name: revision((docs / re.sub(r"\.\w+\.md$", ".en.md", name)).read_text("utf-8")) for name in found
    }


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("# Regels\n", f"---\n{LINEAGE}---\n# Regels\n"),
        ("---\ntitle: A: b\n---\n# Regels\n", f"---\ntitle: A: b\n{LINEAGE}---\n# Regels\n"),
        (
            "---\nporspec.source: sha256:0\nms.translationtype: MT\nms.lasthandoff: 2020-01-01\ntitle: A\n...\n# A",
            f"---\ntitle: A\n{LINEAGE.replace('HT', 'MT')}---\n# A",
        ),
        (f"---\nporspec.source: {REVISION}\n---\n# Regels\n", f"---\nporspec.source: {REVISION}\n---\n# Regels\n"),
    ],
    ids=["no front matter", "no lineage", "an older revision", "the same revision"],
)
def test_a_handoff_writes_the_lineage_and_nothing_else(before: str, after: str) -> None:
    assert handed_off(before, SOURCE, DAY) == after
    assert handed_off(after, SOURCE, DAY + datetime.timedelta(1)) == after


def test_a_page_is_outdated_where_it_records_another_revision_than_the_source_has(project: Project) -> None:
    source = project.root / "docs" / "rules.en.md"
    source.write_text(SOURCE, "utf-8")
    assert [is_outdated({"porspec.source": each}, source) for each in (REVISION, None, "sha256:000000000000", 7)] == [
        False,
        False,
        True,
        True,
    ]


HASH, COMMIT = DOCFX
FULL = "0123456789abcdef0123456789abcdef01234567"


def git(folder: Path, *command: str) -> str:
    done = subprocess.run(["git", *command], cwd=folder, check=True, capture_output=True, text=True)
    return done.stdout.strip()


@pytest.fixture
def committed(tmp_path: Path) -> Path:
    """A source page of two commits."""
    git(tmp_path, "init", "--quiet")
    for text in ("# Rules\n", SOURCE):
        (tmp_path / "rules.md").write_text(text, "utf-8")
        git(tmp_path, "add", "rules.md")
        git(tmp_path, "-c", "user.name=A", "-c", "user.email=a@example.com", "commit", "--quiet", "--message", "Rules")
    return tmp_path / "rules.md"


def test_the_commit_of_a_handoff_of_docfx_is_asked_of_the_repository_of_the_source(committed: Path) -> None:
    now, before = (git(committed.parent, "rev-parse", name) for name in ("HEAD", "HEAD^"))
    values = [{COMMIT: each, HASH: FULL} for each in (now, before, FULL, "--help", 7)]
    assert [is_outdated(each, committed) for each in values] == [False, True, False, False, False]
    assert [is_outdated(each | {"porspec.source": REVISION}, committed) for each in values] == [False] * 5
    committed.write_bytes(SOURCE.replace("\n", "\r\n").encode())
    assert not is_outdated({COMMIT: now}, committed)


def test_the_hash_of_a_handoff_of_docfx_is_that_of_the_file(committed: Path) -> None:
    blob, sha = git(committed.parent, "hash-object", "rules.md"), hashlib.sha1(SOURCE.encode()).hexdigest()  # noqa: S324 - docfx's
    before = git(committed.parent, "rev-parse", "HEAD^")
    assert [is_outdated({HASH: each, COMMIT: before}, committed) for each in (blob, sha, FULL)] == [False, False, True]


def test_a_source_page_that_bears_the_handoff_of_docfx_itself_is_compared_by_that(tmp_path: Path) -> None:
    source = tmp_path / "rules.en.md"
    source.write_text(f"---\n{HASH}: {FULL}\n{COMMIT}: abcdef0\n---\n{SOURCE}", "utf-8")
    values = [{HASH: FULL}, {HASH: FULL, COMMIT: "abcdef0"}, {HASH: FULL, COMMIT: "abcdef1"}, {HASH: "0"}, {}]
    assert [is_outdated(each, source) for each in values] == [False, False, True, True, False]


def test_a_page_with_the_handoff_of_docfx_has_a_lineage(project: Project) -> None:
    project.edit("docs/index.nl.md", "porspec.source: ", f"{HASH}: {FULL}\nother: ")
    assert project.problems() == ""


def test_a_change_of_the_source_page_is_a_problem_of_each_translation_until_its_handoff(project: Project) -> None:
    project.append("docs/index.en.md", "\nMore.\n")
    assert project.problems() == (
        "docs/index.nl.md:4:1: warning: index.en.md has changed since it was translated [translation-outdated]\n"
        "    Take the change over, and then run porspec sync --handoff docs/index.nl.md.\n"
    )
    done = project.porspec("sync", "--check", "--handoff", "docs/index.nl.md")
    assert (done.returncode, done.stdout) == (1, "docs/index.nl.md:4:1: stale\n")
    before = project.files()
    assert project.porspec("sync", "--handoff", "docs/index.nl.md").stdout == "wrote docs/index.nl.md\n"
    assert [path for path, content in project.files().items() if before[path] != content] == ["docs/index.nl.md"]
    assert project.problems() == ""
    assert hand_off(project, "docs/index.nl.md") == []


def test_a_page_without_lineage_is_a_problem_that_names_the_value_to_write(project: Project) -> None:
    project.edit("docs/index.nl.md", "porspec.source: ", "other: ")
    value = revision((project.root / "docs" / "index.en.md").read_text("utf-8"))
    assert project.problems() == (
        "docs/index.nl.md:5:1: The page does not say which revision of index.en.md it was made from "
        "[translation-lineage]\n"
        f"    Write porspec.source: {value} where it is a translation of that page as it is now, or run porspec sync "
        "--handoff docs/index.nl.md.\n"
    )


def test_a_page_whose_source_page_has_no_language_in_its_name_has_a_lineage_too(project: Project) -> None:
    (project.root / "docs" / "rules.md").write_text(SOURCE, "utf-8")
    (project.root / "docs" / "rules.nl.md").write_text("# Regels\n", "utf-8")
    assert f"Write porspec.source: {REVISION} where" in project.problems()


def test_a_page_of_one_language_only_needs_no_lineage(project: Project) -> None:
    (project.root / "docs" / "rules.nl.md").write_text("# Regels\n", "utf-8")
    assert project.problems() == ""


@pytest.mark.parametrize("name", ["docs/index.en.md", "docs/nowhere.nl.md", "docs/decisions"])
def test_only_a_translation_is_handed_off(name: str, project: Project) -> None:
    before = project.files()
    done = project.porspec("sync", "--handoff", "docs/index.nl.md", name)
    message = f"{name}:1:1: This is no translation of a page [translation-lineage]"
    assert done.returncode == 1
    assert done.stderr == f"{message}\n    Name a page such as docs/index.nl.md.\n1 problem\n"
    assert project.files() == before


def notices(html: str) -> list[tuple[str, str, str]]:
    """The notices that a page is out of date: their text, where they lead, and the words of the link."""
    pattern = (
        r'<div class="admonition note"><p class="admonition-title">[^<]*</p><p>([^<]*)</p>'
        r'<p><a href="([^"]*)" hreflang="en">([^<]*)</a></p></div>'
    )
    return re.findall(pattern, html)


def test_readers_of_a_page_that_is_out_of_date_are_told_so_and_led_to_the_source_page(tiny: Project) -> None:
    project = tiny
    for name in ("index", "more"):
        for tag in ("en", "nl"):
            (project.root / "docs" / f"{name}.{tag}.md").write_text(f"# {name}\n", "utf-8")
        hand_off(project, f"docs/{name}.nl.md")
        project.append(f"docs/{name}.en.md", "\nMore.\n")
    assert mkdocs_build(project.root).returncode == 0
    assert mkdocs_build(project.root, strict=True).returncode == 0
    text = "Deze pagina is mogelijk verouderd: de pagina in het Engels is na de vertaling gewijzigd."
    site = project.root / "site"
    assert {name: notices(html_of(site, name, "nl")) for name in (".", "more", "tea")} == {
        ".": [(text, "..", "Lees deze pagina in het Engels")],
        "more": [(text, "../../more/", "Lees deze pagina in het Engels")],
        "tea": [],
    }
    assert project.porspec("check").returncode == 0
    built = project.porspec("build")
    assert (built.returncode, built.stderr.count("[translation-outdated]")) == (0, 2)
    assert notices(html_of(site, "more", "nl")) == [(text, "../../more/", "Lees deze pagina in het Engels")]
    assert [notices(html_of(site, name, "en")) for name in (".", "more")] == [[], []]
