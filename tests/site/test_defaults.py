"""A site of a project that says little: no monikers or one, no navigation, no features at all."""

import re
from collections.abc import Callable

import pytest

from tests.conftest import Project

Small = Callable[..., Project]
MKDOCS = """\
site_name: Small
site_url: ""
theme:
  name: material
plugins:
  - search
  - porspec
  - i18n:
      languages:
        - locale: en
          name: English
          default: true
"""
HEAD = '[tool.porspec]\nsource_language = "en"\n'
CHECKS = 'checks = { procedure-proves-nothing = "off", then-cannot-fail = "off", definition-unused = "off" }\n'
MONIKER = '\n[[tool.porspec.monikers]]\nid = "{0}"\nname = "{0}"\n'
TEA = 'Feature: Tea\n\n  Scenario: There is tea\n    Given there is "tea"\n    Then it is "tea"\n'


def shown(project: Project, page: str) -> str:
    return (project.root / "site" / page).read_text("utf-8")


def article(html: str) -> str:
    """The text of a page without its markup."""
    body = html[html.index("<article") : html.index("</article")]
    return " ".join(re.sub("<[^>]*>", " ", body).split())


def navigation(html: str) -> list[str]:
    """What the entries of a page's navigation lead to."""
    body = html[html.index("md-nav--primary") : html.index("<article")]
    return [each for each in re.findall(r'<a href="([^"#]*)" class="md-nav__link', body) if each != "./"]


@pytest.fixture
def alone(small: Small) -> Callable[[str], Project]:
    """Makes a project with two features and a home page, with these monikers."""

    def made(monikers: str) -> Project:
        return small(
            {
                "pyproject.toml": HEAD + CHECKS + monikers,
                "mkdocs.yml": MKDOCS,
                "docs/index.md": "# Small\n\n<!-- porspec: tasks -->\n",
                "docs/about.md": "# About\n",
                "features/en/tea.feature": TEA,
                "features/en/brew-coffee.feature": TEA.replace("tea", "coffee").replace("Tea", "Brew coffee"),
            }
        )

    return made


@pytest.mark.parametrize("monikers", ["", MONIKER.format("only")], ids=["none", "one"])
def test_nothing_asks_readers_where_there_is_one_moniker_or_none(
    monikers: str, alone: Callable[[str], Project]
) -> None:
    project = alone(monikers)
    built = project.porspec("build")
    assert (built.returncode, built.stderr) == (0, "")
    assert not (project.root / "site" / "compare").exists()
    page = shown(project, "tea/index.html")
    assert [word for word in ("porspec-picker", "porspec-chip", "porspec:only", "cloud") if word in page] == []
    assert article(page) == (
        "Tea How we know Tested on a model of the product. Scenarios: 1 What was tested There is tea "
        'Given there is "tea" Then it is "tea"'
    )
    assert article(shown(project, "index.html")) == "Small Brew coffee Tea"
    assert "Scenario Result There is tea ✓ ran" in article(shown(project, "coverage/index.html"))
    table = project.porspec("run").stdout.split("\n")
    assert table[0].split() == ["feature", "only" if monikers else "scenarios", "seconds"]


def test_where_nobody_wrote_a_navigation_tasks_come_first_and_what_testers_read_has_a_section(
    alone: Callable[[str], Project],
) -> None:
    project = alone("")
    assert project.porspec("build").returncode == 0
    home, steps = shown(project, "index.html"), shown(project, "steps/index.html")
    assert navigation(home) == [".", "about/", "brew-coffee/", "tea/"]
    assert navigation(steps) == ["../coverage/", "../problems/", "../translation/"]
    assert re.findall(r'<a id="porspec-behind" href="([^"]*)">([^<]*)<', home) == [
        ("coverage/", "For testers and translators")
    ]


def test_the_tasks_stand_in_the_order_of_the_navigation_however_deep(alone: Callable[[str], Project]) -> None:
    project = alone("")
    nav = "nav:\n  - index.md\n  - Drinks:\n      - Hot: tea.md\n      - brew-coffee.md\n  - about.md\n"
    project.append("mkdocs.yml", nav)
    assert project.porspec("build").returncode == 0
    assert article(shown(project, "index.html")) == "Small Tea Brew coffee"


PAGES = {
    "pyproject.toml": HEAD + MONIKER.format("classic") + MONIKER.format("new"),
    "mkdocs.yml": MKDOCS,
    "docs/index.md": '# Small\n\n::: moniker range="classic"\n**Old** words.\n::: moniker-end\n',
    "docs/more.md": "---\nmonikerRange: new\n---\n# More\n\nSee [home](index.md).\n",
    "docs/index.nl.md": "# Klein\n\n**Vet**.\n",
}


@pytest.fixture
def pages_only(small: Small) -> Project:
    """A help of hand-written pages, with monikers and a second language, without features and steps."""
    project = small(PAGES)
    for name in ("__init__.py", "things.py"):
        (project.root / "steps" / name).unlink()
    assert project.porspec("new", "language", "nl").returncode == 0
    return project


def test_a_project_may_have_pages_only(pages_only: Project) -> None:
    assert pages_only.problems() == ""
    ran = pages_only.porspec("run")
    assert (ran.returncode, ran.stdout) == (0, "There are no features here, and so nothing to run\n")
    assert pages_only.porspec("sync").returncode == 0
    assert pages_only.porspec("sync", "--check").stdout == "Everything is up to date\n"
    built = pages_only.porspec("build")
    assert (built.returncode, built.stderr) == (0, "")
    site = pages_only.root / "site"
    found = (path.parent.relative_to(site).as_posix() for path in site.rglob("index.html"))
    own = ["more", "nl/more", "nl/problems", "nl/translation", "problems", "translation"]
    assert sorted(found) == sorted([".", "nl", *own])
    assert 'data-moniker="classic"' in shown(pages_only, "index.html")
    assert "porspec-picker" in shown(pages_only, "index.html")
    assert "Klein" in shown(pages_only, "nl/index.html")
    assert "Tasks that are described here" not in shown(pages_only, "more/index.html")


def test_the_checks_of_pages_hold_without_features(pages_only: Project) -> None:
    pages_only.append("docs/more.md", '\n[gone](gone.md)\n\n::: moniker range="newest"\nX\n::: moniker-end\n')
    assert [line.split("[")[-1] for line in pages_only.problems().split("\n") if line.startswith("docs/")] == [
        "docs-target]",
        "moniker-zone-empty]",
        "moniker-range-invalid]",
    ]


def test_another_suite_may_have_the_folder_of_features(pages_only: Project) -> None:
    (pages_only.root / "features").mkdir()
    (pages_only.root / "features" / "login.feature").write_text(TEA, "utf-8")
    assert pages_only.problems() == ""


def test_a_page_says_what_it_was_made_from_where_any_page_does(pages_only: Project) -> None:
    assert "translation-lineage" not in pages_only.problems()
    (pages_only.root / "docs" / "more.nl.md").write_text("---\nmonikerRange: new\n---\n# Meer\n", "utf-8")
    assert pages_only.porspec("sync", "--handoff", "docs/more.nl.md").returncode == 0
    assert "docs/index.nl.md:1:1: The page does not say which revision" in pages_only.problems()


def test_bold_words_are_labels_where_there_are_labels(small: Small) -> None:
    project = small({**PAGES, "docs/extra.en.md": "# Extra\n\nSome **bold** words.\n", "features/en/tea.feature": TEA})
    assert "label-in-text" not in project.problems()
    project.edit("steps/__init__.py", "LABELS = ()", 'from porspec.steps import Label\nLABELS = (Label("a.b", "C"),)')
    assert '"bold" is in bold, and it is no label in this language [label-in-text]' in project.problems()
