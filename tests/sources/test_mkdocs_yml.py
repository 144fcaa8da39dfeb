"""mkdocs.yml is read by MkDocs' own reader; what it cannot be used for is a Problem with its place."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from porspec.sources.mkdocs_yml import FILE, Site, load_site, read_site
from porspec.sources.problems import SpecError
from tests.conftest import Project

REPOSITORY = "repo_url: https://example.com/us/help/\n"
PLUGINS = "theme: material\nplugins: [porspec, i18n: {languages: [en]}]\n"


def wrong(root: Path, text: str | bytes, read: Callable[[Path], object] = read_site) -> str:
    """What is wrong with a mkdocs.yml of this text."""
    (root / FILE).write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(SpecError) as caught:
        read(root)
    return "\n".join(str(each).partition("\n")[0] for each in caught.value.problems)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("nav: [\n", "mkdocs.yml:2:1: MkDocs cannot read this file: did not find expected node content"),
        (
            "a: 1\n\tb: 2\n",
            "mkdocs.yml:2:1: MkDocs cannot read this file: found a tab character",
        ),
        (b"a: 1\nb: \xe9\n", "mkdocs.yml:2:1: This file is not UTF-8"),
        ("- a\n", "mkdocs.yml:1:1: MkDocs cannot read this file: it holds no settings"),
        ("7\n", "mkdocs.yml:1:1: MkDocs cannot read this file: argument of type 'int' is not iterable"),
        ("a: 2026-13-01\n", "mkdocs.yml:1:1: MkDocs cannot read this file: month must be in 1..12"),
        ("nav: &all\n  - Section: *all\n", "mkdocs.yml:1:1: MkDocs cannot read this file: maximum recursion depth"),
        ("INHERIT: none.yml\n", "mkdocs.yml:1:1: MkDocs cannot read this file: Inherited config file 'none.yml'"),
        ("INHERIT: mkdocs.yml\n", "mkdocs.yml:1:1: MkDocs cannot read this file: maximum recursion depth exceeded"),
        ("a: 1\ndocs_dir: 7\n", "mkdocs.yml:2:1: docs_dir must be a text, and it is 7"),
        ("docs_dir: ../docs\n", "mkdocs.yml:1:11: docs_dir is ../docs, and must be a folder of the project's"),
        ("docs_dir: .\n", "mkdocs.yml:1:11: docs_dir is ., and must be a folder of the project's"),
        ("docs_dir: help\n", "mkdocs.yml:1:11: There is no folder help"),
        ("exclude_docs: [a.md]\n", "mkdocs.yml:1:1: exclude_docs must be a text, and it is ['a.md']"),
        ("plugins: 7\n", "mkdocs.yml:1:1: plugins must be a list of plugins"),
        ("plugins:\n  - porspec: {render: 0}\n", "mkdocs.yml:1:1: render must be true or false, and it is 0"),
        ("plugins: [porspec, i18n: {languages: [en]}]\n", "mkdocs.yml:1:1: The theme is missing, and the plugin"),
        (
            "theme: readthedocs\nplugins: [porspec, i18n: {languages: [en]}]\n",
            "mkdocs.yml:1:8: The theme is readthedocs, and the plugin",
        ),
        ("plugins: [porspec]\ntheme: {name: none}\n", "mkdocs.yml:2:1: The theme is none, and the plugin"),
        ("theme: material\nplugins: [porspec]\n", "mkdocs.yml:2:1: The plugin porspec needs the plugin i18n"),
        (
            "theme: material\nplugins:\n  porspec:\n  i18n: {languages: [en]}\n  serch:\n",
            "mkdocs.yml:5:3: There is no plugin serch",
        ),
    ],
)
def test_what_mkdocs_yml_cannot_be_used_for_is_a_problem_with_its_place(
    text: str | bytes, problem: str, tmp_path: Path
) -> None:
    (tmp_path / "docs").mkdir()
    found = wrong(tmp_path, text)
    assert (found[: len(problem)], found[-8:]) == (problem, "[mkdocs]")


def test_a_problem_of_an_inherited_file_is_told_where_it_stands(tmp_path: Path) -> None:
    (tmp_path / "base").mkdir()
    (tmp_path / "base" / "mkdocs.yml").write_text("theme: readthedocs\nsite_name: [\n", "utf-8")
    text = f"INHERIT: base/mkdocs.yml\n{PLUGINS}"
    assert wrong(tmp_path, text).startswith("base/mkdocs.yml:3:1: MkDocs cannot read this file: did not find")
    (tmp_path / "base" / "mkdocs.yml").write_text("\ntheme: readthedocs\n", "utf-8")
    text = "INHERIT: base/mkdocs.yml\nplugins: [porspec, i18n: {languages: [en]}]\n"
    assert wrong(tmp_path, text).startswith("base/mkdocs.yml:2:8: The theme is readthedocs")


@pytest.mark.parametrize(
    ("text", "site"),
    [
        (None, Site()),
        ("", Site()),
        ("docs_dir: ./docs\n", Site()),
        ("docs_dir: docs/\n", Site()),
        ("docs_dir: help/../docs\n", Site()),
        ("docs_dir: !ENV [NO_SUCH_NAME, docs]\nsite_url: !ENV SITE\n", Site(url="https://example.com/")),
        (f"{PLUGINS}hooks: !!python/name:no.such.name\nextra: !x {{}}\n", Site(lacks_address=True)),
        (
            "theme: material\nplugins:\n  porspec: {render: no}\n  i18n: {languages: [en]}\n",
            Site(renders=False, lacks_address=True),
        ),
        (
            "theme: {name: material}\nplugins:\n  - porspec: {render: false}\n  - i18n: {languages: [en]}\n",
            Site(renders=False, lacks_address=True),
        ),
        ("plugins:\n  - porspec: {render: false, enabled: false}\n", Site()),
        ("INHERIT: base.yml\nplugins:\n  porspec: {}\n", Site(renders=False, lacks_address=True)),
        (
            "site_name: A\nnav:\n  - a.md\n  - B: b.md\n  - C:\n      - D: [d.md]\n",
            Site(
                texts=(
                    (1, "site", "A", "The site_name of mkdocs.yml."),
                    (5, "navigation", "C", "A section of the navigation."),
                    (6, "navigation", "D", "A section of the navigation."),
                ),
                order=("a", "b", "d"),
            ),
        ),
        (f"{REPOSITORY}edit_uri: edit/main/docs/\n", Site(edit="https://example.com/us/help/edit/main/{path}")),
        (f"{REPOSITORY}edit_uri: docs\n", Site(edit="https://example.com/us/help/{path}")),
        (f"{REPOSITORY}edit_uri_template: b/docs/{{path}}\n", Site(edit="https://example.com/us/help/b/{path}")),
        (f"{REPOSITORY}edit_uri_template: b/docs/{{path}}?x\n", Site()),
        (f"{REPOSITORY}edit_uri: edit/main/other/\n", Site()),
        (f"{REPOSITORY}edit_uri: '{{x}}/docs'\n", Site()),
        (REPOSITORY, Site()),
        ("edit_uri: edit/main/docs/\n", Site()),
    ],
)
def test_what_the_site_is_comes_from_mkdocs_yml_as_mkdocs_reads_it(
    text: str | None, site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SITE", "https://example.com/")
    (tmp_path / "docs").mkdir()
    (tmp_path / "base.yml").write_text(
        "theme: material\nplugins:\n  porspec: {render: false}\n  i18n: {languages: [en]}\n", "utf-8"
    )
    if text is not None:
        (tmp_path / FILE).write_text(text, "utf-8")
    assert replace(read_site(tmp_path), written=()) == site


@pytest.mark.parametrize(
    "address", ['"https://a.b/\\n## c"', "javascript:alert(1)", "'https://a.b/\"><script>'", "a.b/help/", "https://"]
)
def test_the_address_of_a_site_is_a_whole_one(address: str, tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    problem = wrong(tmp_path, f"site_url: {address}\n", read_site)
    assert problem.startswith("mkdocs.yml:1:11: site_url is no address: ")


def test_pages_that_are_excluded_and_drafts_are_none_of_the_site(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text("exclude_docs: |\n  decisions/\n  !.well\ndraft_docs: wip.md\n", "utf-8")
    site = read_site(tmp_path)
    names = ("index.md", "decisions/0001.md", ".hidden.md", ".well", "templates/a.md", "wip.md", "a/wip.md")
    assert [site.excludes(name) for name in names] == [False, True, True, False, True, True, True]


def test_decisions_of_another_project_are_checked_unless_its_site_excludes_them(
    small: Callable[..., Project],
) -> None:
    project = small({"docs/decisions/one.md": "[nowhere](two.md)\n", "features/en/a.feature": FEATURE})
    assert project.problems().startswith("docs/decisions/one.md:1:")
    (project.root / "docs" / "decisions" / "one.en.md").write_text("# One\n", "utf-8")
    assert "docs/decisions/one.md:1:1: This page has the address of docs/decisions/one.en.md" in project.problems()
    (project.root / FILE).write_text("exclude_docs: decisions/\n", "utf-8")
    assert "docs/decisions" not in project.problems()


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "mkdocs.yml:1:1: site_name: Required configuration not provided. [mkdocs]"),
        (
            "site_name: A\ntheme: windmill\nplugins: []\n",
            "mkdocs.yml:2:8: theme: Unrecognised theme name: 'windmill'. ",
        ),
        ("site_name: A\ntheme: mkdocs\n", "mkdocs.yml:2:8: theme: It must be Material for MkDocs, or a theme that"),
        ("site_name: A\ntheme: material\nnav: 7\n", "mkdocs.yml:3:1: nav: Expected nav to be a list, got a int"),
        (
            "site_name: A\ntheme: material\nhooks: [hook.py]\n",
            "mkdocs.yml:1:1: MkDocs cannot use this file: SyntaxError(",
        ),
        (
            "site_name: A\ntheme: material\nextra: !!python/name:no.such\n",
            "mkdocs.yml:1:1: MkDocs cannot use this",
        ),
    ],
)
def test_what_mkdocs_refuses_where_a_site_is_built_is_a_problem_too(text: str, problem: str, tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "hook.py").write_text("def\n", "utf-8")
    assert wrong(tmp_path, text, load_site)[: len(problem)] == problem


def test_a_site_cannot_be_built_without_mkdocs_yml(tmp_path: Path) -> None:
    with pytest.raises(SpecError) as caught:
        load_site(tmp_path)
    assert str(caught.value).startswith("mkdocs.yml:1:1: There is no mkdocs.yml here [mkdocs]\n")


def test_a_warning_of_mkdocs_is_a_problem_where_it_is_strict(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "docs").mkdir()
    text = "site_name: A\ntheme: material\nnonsense: 7\n"
    problem = "mkdocs.yml:3:1: nonsense: Unrecognised configuration name: nonsense [mkdocs]"
    assert wrong(tmp_path, text, lambda root: load_site(root, strict=True)) == problem
    assert load_site(tmp_path).site_name == "A"
    assert "Unrecognised configuration name: nonsense" in caplog.text


@pytest.mark.parametrize("command", ["check", "sync", "stats", "build", "pseudo"])
def test_every_command_that_needs_the_site_tells_what_is_wrong_with_it(
    command: str, small: Callable[..., Project]
) -> None:
    project = small({FILE: "nav: [\n", "features/en/a.feature": FEATURE, "locales/nl/LC_MESSAGES/labels.po": ""})
    done = project.porspec(command)
    assert (done.returncode, "mkdocs.yml:2:1: MkDocs cannot read this file: " in done.stderr) == (1, True)
    assert "Traceback" not in done.stderr


def test_commands_that_need_no_site_do_without_mkdocs_yml(small: Callable[..., Project]) -> None:
    project = small({FILE: "nav: [\n", "features/en/a.feature": FEATURE})
    assert [project.porspec(command).returncode for command in ("run", "steps")] == [0, 0]


FEATURE = """Feature: A

  Scenario: One
    Given there is "x"
    Then it is "x"
"""
