"""What building and serving do with folders, ports and addresses that are not as they should be."""

import shutil
from collections.abc import Callable, Iterable
from pathlib import Path
from socket import socket

import pytest
from mkdocs.config.defaults import MkDocsConfig

from porspec.site.build import Builder
from porspec.site.folders import build_pseudo, not_needed, refuse, write_help
from porspec.site.publish import publish
from porspec.site.server import HOST, free_port
from porspec.sources.manifests import MANIFEST, write_manifest
from porspec.sources.problems import SpecError
from porspec.spec.spec import load
from tests.conftest import Project, copy_project
from tests.markdown.test_views import mkdocs_build

Make = Callable[..., Project]
FEATURE = {"features/en/see.feature": 'Feature: See\n\n  Scenario: It\n    Given there is "a"\n    Then it is "a"\n'}
SETTINGS = """
site_name: Small
theme:
  name: material
  font: false
plugins:
  - porspec
  - i18n:
      languages:
        - {locale: en, name: English, default: true}
"""


def refusals(project: Project, folder: Path) -> Iterable[str]:
    """What each of the commands that write a folder says of one that it may not write; it changes nothing."""
    before = project.files()
    for write in (lambda: build_pseudo(project.root, folder, "eo"), lambda: write_help(project.root, folder)):
        with pytest.raises(SpecError) as caught:
            write()
        yield from (f"{each.location}: {each.message} [{each.code}]" for each in caught.value.problems)
    assert project.files() == before


def test_a_folder_that_holds_something_else_is_not_replaced(small: Make, tmp_path: Path) -> None:
    project = small({"notes/mine.txt": "mine", "note": "mine", "docs/index.md": "# Home\n"} | FEATURE)
    (project.root / "link").symlink_to(tmp_path)
    own = ("pseudo", "render")
    assert {name: list(refusals(project, project.root / name)) for name in ("notes", "note", "docs", "docs/new")} == {
        "notes": [
            f"notes/mine.txt:1:1: This is not as porspec {each} wrote it; nothing was changed [render-folder]"
            for each in own
        ],
        "note": [
            f"note:1:1: This is not as porspec {each} wrote it; nothing was changed [render-folder]" for each in own
        ],
        "docs": [
            f"docs/index.md:1:1: This is not as porspec {each} wrote it; nothing was changed [render-folder]"
            for each in own
        ],
        "docs/new": ["docs/new:1:1: The folder stands in docs, and would be read as a part of it [render-folder]"] * 2,
    }
    inside = "The folder holds the project itself [render-folder]"
    assert list(refusals(project, project.root)) == [f".:1:1: {inside}"] * 2
    assert list(refusals(project, tmp_path)) == [f"{tmp_path}:1:1: {inside}"] * 2
    assert list(refusals(project, project.root / "link")) == [f"link:1:1: {inside}"] * 2
    (project.root / "link").unlink()
    (project.root / "link").symlink_to("notes")
    assert list(refusals(project, project.root / "link")) == ["link:1:1: This is a symbolic link [render-folder]"] * 2
    for source in ("features/new", "steps/new", "locales/new"):
        assert next(iter(refusals(project, project.root / source))).startswith(f"{source}:1:1: The folder stands in ")


def test_a_folder_that_was_written_here_is_replaced_until_somebody_edits_it(small: Make) -> None:
    project = small(FEATURE)
    folder = project.root / "out"
    (folder / "nl").mkdir(parents=True)
    (folder / "nl" / "index.html").write_text("<p>", "utf-8")
    write_manifest(folder)
    assert (folder / MANIFEST).read_text("utf-8").endswith("  nl/index.html\n")
    refuse(project.root, folder, "pseudo DIR")
    (folder / "nl" / "index.html").write_text("<p>Mine", "utf-8")
    with pytest.raises(SpecError, match=r"out/nl/index\.html:1:1: This is not as porspec pseudo wrote it"):
        refuse(project.root, folder, "pseudo DIR")


def test_a_pseudo_site_is_made_of_all_sources_whatever_its_folder_is_called(tmp_path: Path) -> None:
    root = tmp_path / "project"
    for name in (".git/x", ".venv/x", "site/x", "out/en/x", "features/en/x", "steps/site/x", "steps/__pycache__/x"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("", "utf-8")
    shutil.copytree(
        root, tmp_path / "copy", ignore=lambda folder, names: not_needed(root, root / "out/en", folder, names)
    )
    copied = {path.relative_to(tmp_path / "copy").as_posix() for path in (tmp_path / "copy").rglob("x")}
    assert copied == {"features/en/x", "steps/site/x"}


def test_an_interrupted_build_leaves_the_last_site_and_nothing_else(
    small: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = small({"mkdocs.yml": SETTINGS, "docs/index.md": "# Home\n", "site/index.html": "last"} | FEATURE)

    def interrupt(config: MkDocsConfig, **_: object) -> None:
        Path(config.site_dir, "half.html").write_text("half", "utf-8")
        raise KeyboardInterrupt

    monkeypatch.setattr("porspec.site.build.build", interrupt)
    before = project.files()
    with pytest.raises(KeyboardInterrupt):
        Builder(project.root).whole(publish(load(project.root)), strict=True)
    assert project.files() == before


def test_mkdocs_keeps_a_plugin_and_still_builds_what_is_there_now(small: Make, tmp_path: Path) -> None:
    project = small({"mkdocs.yml": SETTINGS, "docs/index.md": "# Home\n"} | FEATURE)
    Builder(project.root).whole(publish(load(project.root)), strict=False)
    other = Path(shutil.copytree(project.root, tmp_path / "other"))
    (other / "docs" / "more.md").write_text("# More\n", "utf-8")
    assert mkdocs_build(other).returncode == 0
    assert (other / "site" / "more" / "index.html").exists()


def test_lines_that_mkdocs_alone_takes_for_front_matter_stop_no_build(tiny: Project) -> None:
    """It reads `key: value` at the top of a page without rules around it, and each value as a text."""
    (tiny.root / "docs" / "more.en.md").write_text("search: a\n\n# More\n", "utf-8")
    done = tiny.porspec("build")
    assert (done.returncode, done.stderr) == (0, "")
    assert "More" in (tiny.root / "site" / "more" / "index.html").read_text("utf-8")


def test_a_theme_that_is_not_material_is_told_by_mkdocs_too(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project")
    project.edit("mkdocs.yml", "name: material", "name: readthedocs")
    project.edit("mkdocs.yml", "  font: false\n", "")
    done = mkdocs_build(project.root)
    assert done.returncode == 1
    assert "material" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_port_that_is_taken_gives_way_to_the_next_and_the_last_one_to_none() -> None:
    with socket() as taken:
        taken.bind((HOST, 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert free_port(port) > port
    with socket() as taken:
        taken.bind((HOST, 65535))
        taken.listen()
        with pytest.raises(SpecError, match="Ports 65535 to 65535 cannot be listened at"):
            free_port(65535)
