"""The help as a folder of Docs Markdown: what it holds, what is never lost, and the same site from it."""

import re
import shutil
from pathlib import Path

import pytest
import yaml

from porspec.site.folders import write_help
from porspec.sources.manifests import MANIFEST
from porspec.sources.pages import revision
from porspec.sources.problems import SpecError
from tests.cloud_text import text_of_html
from tests.conftest import Project, copy_project
from tests.markdown.test_views import CLOUDS, mkdocs_build

EXTRA = """---
title: Extra
exclude_monikers: [o365-germany]
---

# Extra

::: moniker range="o365-worldwide"
World, ![a mark](mark.svg)
::: moniker-end
::: moniker range="o365-21vianet"
China, [index](index.md)
::: moniker-end
"""
CONFIGURED = '[tool.porspec.front_matter]\n"ms.author" = "somebody"\n\n[tool.porspec.languages.en]\n'


def with_more(root: Path) -> Project:
    """A project with a language that is not translated, a page of one language, one of no language, and an image."""
    project = copy_project(root)
    assert project.porspec("new", "language", "fr").returncode == 0
    docs = root / "docs"
    (docs / "extra.en.md").write_text(EXTRA, "utf-8")
    (docs / "more.md").write_text("# More\n\n<!-- porspec: tasks -->\n", "utf-8")
    (docs / "mark.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', "utf-8")
    project.edit("mkdocs.yml", "  - For testers", "  - extra.md\n  - more.md\n  - For testers")
    project.edit("pyproject.toml", "[tool.porspec.languages.en]\n", CONFIGURED)
    return project


@pytest.fixture(scope="module")
def rendered(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The project, and its help in `help`."""
    project = with_more(tmp_path_factory.mktemp("render") / "project")
    done = project.porspec("render", "--out", str(project.root / "help"))
    assert (done.returncode, done.stderr) == (0, "")
    assert (
        done.stdout == f"Wrote {len(list((project.root / 'help').glob('*.md')))} pages into {project.root / 'help'}\n"
    )
    return project


@pytest.fixture(scope="module")
def built(rendered: Project) -> Project:
    """The same, with its site in `site`."""
    assert mkdocs_build(rendered.root, strict=True).returncode == 0
    return rendered


def matter(project: Project, name: str) -> dict[str, object]:
    head = (project.root / "help" / name).read_text("utf-8").split("---\n")[1]
    return dict(yaml.safe_load(head))


def test_the_folder_holds_every_page_of_every_language_and_what_is_no_page(rendered: Project) -> None:
    features = {path.stem for path in (rendered.root / "features" / "en").glob("*.feature")}
    made = (*features, "compare", "coverage", "problems", "steps", "translation")
    pages = {f"{stem}.{tag}.md" for stem in made for tag in ("en", "fr", "nl")}
    pages |= {f"{stem}.{tag}.md" for stem in ("commands", "index", "translators") for tag in ("en", "nl")}
    pages |= {f"{stem}.en.md" for stem in ("guides", "reference", "tutorial", "why", "worlds")}
    found = {path.name for path in (rendered.root / "help").iterdir()}
    assert found == pages | {"extra.en.md", "more.en.md", "mark.svg", "assets", MANIFEST}


def test_a_rendered_page_has_the_fields_of_its_kind(rendered: Project) -> None:
    assert matter(rendered, "accept-offer.en.md") == {
        "title": "Accept a partner's offer",
        "description": (
            "In Office 365 operated by 21Vianet, an authorized partner asks your permission by email to act as your "
            "partner of record. If you accept its offer, the partner can do admin tasks for you."
        ),
        "ms.author": "somebody",
        "ms.topic": "how-to",
        "monikerRange": "o365-21vianet",
    }


def test_a_hand_written_page_has_its_own_fields_and_the_clouds_that_it_is_for(rendered: Project) -> None:
    assert matter(rendered, "extra.en.md") == {
        "title": "Extra",
        "ms.author": "somebody",
        "ms.topic": "article",
        "monikerRange": "o365-worldwide || o365-21vianet",
    }


def test_a_page_that_asks_for_the_table_of_tasks_holds_it(rendered: Project) -> None:
    text = (rendered.root / "help" / "more.en.md").read_text("utf-8")
    assert "\n| [Change the partner of a subscription](change-partner.md) | [Steps](change-partner.md) {: " in text
    assert "porspec: tasks" not in text


def test_pages_of_other_languages_record_the_revision_of_the_page_beside_them(rendered: Project) -> None:
    names = [path.name for path in (rendered.root / "help").glob("*.md")]
    recorded = {name: matter(rendered, name).get("porspec.source") for name in names}
    assert recorded == {
        name: None
        if name.endswith(".en.md")
        else revision((rendered.root / "help" / re.sub(r"\.\w+\.md$", ".en.md", name)).read_text("utf-8"))
        for name in names
    }


def test_a_page_is_a_human_translation_where_nothing_of_it_stands_in_the_source_language(rendered: Project) -> None:
    names = ("coverage.nl.md", "index.nl.md", "coverage.fr.md", "coverage.en.md")
    assert [matter(rendered, name).get("ms.translationtype") for name in names] == ["HT", "HT", None, None]


def texts(site: Path) -> dict[str, list[list[str]]]:
    """What each page says to the readers of each cloud."""
    pages = sorted(site.rglob("*.html"))
    return {
        path.relative_to(site).as_posix(): [text_of_html(path.read_text("utf-8"), each) for each in CLOUDS]
        for path in pages
    }


@pytest.mark.slow
def test_a_site_from_the_folder_says_the_same_in_every_language_to_every_cloud(built: Project) -> None:
    settings = (built.root / "mkdocs.yml").read_text("utf-8")
    settings = settings.replace("  - porspec\n", "  - porspec:\n      render: false\n") + "\ndocs_dir: help\n"
    (built.root / "mkdocs-help.yml").write_text(settings, "utf-8")
    done = mkdocs_build(built.root, strict=True, config_file="mkdocs-help.yml", site="site-help")
    assert done.returncode == 0, done.stderr
    ours = texts(built.root / "site")
    assert {"add-partner/index.html", "nl/add-partner/index.html", "fr/extra/index.html"} <= set(ours)
    assert texts(built.root / "site-help") == ours
    for path in ours:
        html, again = ((built.root / site / path).read_text("utf-8").split() for site in ("site", "site-help"))
        assert again == html, path


@pytest.mark.slow
def test_a_project_whose_docs_are_the_folder_has_no_problems_and_the_same_site(built: Project, tmp_path: Path) -> None:
    copy = Project(tmp_path / "copy")
    shutil.copytree(built.root, copy.root, ignore=shutil.ignore_patterns("docs", "site*", "__pycache__"))
    (copy.root / "help").rename(copy.root / "docs")
    copy.edit("mkdocs.yml", "  - porspec\n", "  - porspec:\n      render: false\n")
    assert copy.problems() == ""
    assert copy.porspec("build").returncode == 0
    assert texts(copy.root / "site") == texts(built.root / "site")


@pytest.fixture
def broken(rendered: Project, tmp_path: Path) -> Project:
    """A project whose pages are the folder, with a fault in one of them."""
    copy = Project(tmp_path / "copy")
    shutil.copytree(rendered.root, copy.root, ignore=shutil.ignore_patterns("site*", "__pycache__"))
    copy.edit("mkdocs.yml", "  - porspec\n", "  - porspec:\n      render: false\n")
    copy.append("mkdocs.yml", "\ndocs_dir: help\n")
    copy.edit("help/change-partner.nl.md", '::: moniker range="o365-worldwide"', ':: moniker range="o365-worldwide"')
    return copy


@pytest.mark.slow
def test_pages_that_were_rendered_are_checked_where_they_are_the_site(broken: Project) -> None:
    found = broken.problems()
    assert "help/change-partner.nl.md:" in found
    assert "[zone-colons]" in found


@pytest.mark.slow
def test_plain_mkdocs_stops_at_them_too(broken: Project) -> None:
    assert mkdocs_build(broken.root, strict=True).returncode == 1


def test_without_the_option_a_page_of_a_features_name_is_the_one_that_ran(tiny: Project) -> None:
    assert mkdocs_build(tiny.root).returncode == 0
    page = tiny.root / "site" / "tea" / "index.html"
    before = page.read_bytes()
    (tiny.root / "docs" / "tea.en.md").write_text("# Something else\n", "utf-8")
    assert mkdocs_build(tiny.root).returncode == 0
    assert page.read_bytes() == before


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.slow
def test_rendering_again_writes_the_same_and_removes_what_is_no_page_any_more(project: Project, tmp_path: Path) -> None:
    folder = tmp_path / "new" / "help"
    (project.root / "docs" / "rules.en.md").write_text("# Rules\n", "utf-8")
    first = write_help(project.root, folder)
    before = files(folder)
    assert write_help(project.root, folder) == first
    assert files(folder) == before
    (project.root / "docs" / "rules.en.md").unlink()
    write_help(project.root, folder)
    assert {name for name in before if name not in files(folder)} == {"rules.en.md"}
    assert list(folder.parent.iterdir()) == [folder]


def refused(project: Project, folder: Path) -> str:
    before = project.files()
    with pytest.raises(SpecError) as caught:
        write_help(project.root, folder)
    assert project.files() == before
    return "".join(f"{each.location}: {each.message} [{each.code}]" for each in caught.value.problems)


def test_a_folder_that_holds_something_else_stays_as_it_is(tiny: Project) -> None:
    project, folder = tiny, tiny.root / "help"
    message = "{}:1:1: This is not as porspec render wrote it{}; nothing was changed [render-folder]"
    write_help(project.root, folder)
    (folder / "index.en.md").write_text("# Edited\n", "utf-8")
    assert refused(project, folder) == message.format("help/index.en.md", "")
    (folder / "mine").mkdir()
    assert refused(project, folder) == message.format("help/index.en.md", ", as are 1 more")
    assert refused(project, project.root / "locales").startswith("locales/nl/LC_MESSAGES/features.po:1:1: This")
    assert refused(project, project.root / "mkdocs.yml") == message.format("mkdocs.yml", "")


def test_an_empty_folder_is_filled(tiny: Project) -> None:
    (tiny.root / "help").mkdir()
    assert "index.en.md" in write_help(tiny.root, tiny.root / "help")


def test_the_folder_never_stands_among_the_sources(project: Project) -> None:
    assert refused(project, project.root / "docs" / "help") == (
        "docs/help:1:1: The folder stands in docs, and would be read as a part of it [render-folder]"
    )


def test_nothing_is_written_where_a_page_or_the_spec_has_problems(project: Project) -> None:
    project.append("docs/index.nl.md", "\n:: moniker-end\n")
    assert refused(project, project.root / "help").endswith("[zone-colons]")
    project.edit("features/en/add-partner.feature", "@o365-germany", "@o365-germny")
    assert "[tag-unknown]" in refused(project, project.root / "help")
