"""What is kept between builds is never wrong: sites are equal byte for byte, however they came about."""

import itertools
import json
import shutil
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from porspec.site.build import Builder
from porspec.site.plugin import PorspecPlugin
from porspec.site.publish import publish
from porspec.sources.kept import FOLDER, Kept
from porspec.sources.pages import revision
from porspec.sources.problems import SpecError
from porspec.spec.shards import Shard
from porspec.spec.spec import load
from tests.conftest import Project, make_tiny
from tests.site.test_serve import FEATURES, HELP, differing, site

# Each stands for something that pages depend on; a second time, it is as it was before.
EDITS = {
    "the text of one page": ("docs/index.en.md", "# Tiny", "# Tiny\n\nIs it?"),
    "the page that another is a translation of": ("docs/other.en.md", "Text.", "Another text."),
    "a heading, which is a title": ("docs/other.en.md", "# Other", "# Another"),
    "a title in front matter": ("docs/more.en.md", "title: More\n", "title: Most\n"),
    "who has a page": ("docs/more.en.md", "---\ntitle", "---\nmonikerRange: o365-germany\ntitle"),
    "what a scenario does": (
        "features/en/tea.feature",
        "Scenario: There is tea\n    Given",
        'Scenario: There is tea\n    Given there is "milk"\n    And',
    ),
    "an anchor that another page links to": ("docs/more.en.md", '<a name="there">', '<a name="here">'),
    "a link to another page": ("docs/index.en.md", "](more.md#there)", "](tea.md)"),
    "a title of one language": (FEATURES, 'msgid "Tea"\nmsgstr ""', 'msgid "Tea"\nmsgstr "Thee"'),
    "the name of a cloud": (HELP, 'msgid "Office 365 Germany"\nmsgstr ""', 'msgid "Office 365 Germany"\nmsgstr "DE"'),
    "the navigation": ("mkdocs.yml", "site_name: ", "use_directory_urls: false\nsite_name: "),
    "what the theme does": ("mkdocs.yml", "name: material", "name: material\n  features: [navigation.sections]"),
}
SOME_EDITS = st.lists(st.sampled_from(sorted(EDITS)), min_size=1, max_size=3)


@pytest.fixture(scope="module")
def linked(tmp_path_factory: pytest.TempPathFactory) -> Project:
    project = make_tiny(tmp_path_factory.mktemp("kept") / "project")
    more = '---\ntitle: More\n---\n\n# More\n\n## <a name="there"></a>There\n\n[Tea](tea.md)\n'
    (project.root / "docs" / "more.en.md").write_text(more, "utf-8")
    other = "# Other\n\nText.\n"
    (project.root / "docs" / "other.en.md").write_text(other, "utf-8")
    translated = f"---\nporspec.source: {revision(other)}\n---\n\n# Ander\n\nTekst.\n"
    (project.root / "docs" / "other.nl.md").write_text(translated, "utf-8")
    project.append("docs/index.en.md", "\n[More](more.md#there), [nothing](nothing.md)\n")
    return project


def built(project: Project, processes: int = 1) -> dict[str, bytes]:
    Builder(project.root, processes=processes).whole(publish(load(project.root)), strict=False)
    return site(project.root)


@settings(max_examples=2, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(edits=SOME_EDITS)
def test_after_any_edits_a_site_is_as_one_from_nothing_or_built_side_by_side(
    linked: Project, monkeypatch: pytest.MonkeyPatch, edits: list[str]
) -> None:
    _assert_is_as_from_nothing(linked, monkeypatch, edits)


@pytest.mark.slow
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(edits=SOME_EDITS)
def test_after_many_edits_a_site_is_as_one_from_nothing(
    linked: Project, monkeypatch: pytest.MonkeyPatch, edits: list[str]
) -> None:
    _assert_is_as_from_nothing(linked, monkeypatch, edits)


def _assert_is_as_from_nothing(linked: Project, monkeypatch: pytest.MonkeyPatch, edits: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        project = Project(Path(shutil.copytree(linked.root, Path(folder) / "project")))
        monkeypatch.setenv(FOLDER, str(Path(folder) / "kept"))
        with_kept = built(project)
        for each in edits:
            path, old, new = EDITS[each]
            is_done = new in (project.root / path).read_text("utf-8")
            project.edit(path, *((new, old) if is_done else (old, new)))
            with_kept = built(project)
        monkeypatch.setenv(FOLDER, "")
        assert differing(with_kept, built(project, processes=2)) == []


def test_pages_are_kept_and_what_is_damaged_is_made_again(
    linked: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = Project(Path(shutil.copytree(linked.root, tmp_path / "project")))
    monkeypatch.setenv(FOLDER, str(tmp_path / "kept"))
    first = built(project)
    kept = sorted((tmp_path / "kept" / "page").glob("*/*"))
    assert len(kept) == sum(path.endswith(".html") for path in first) - 4  # those for what is missing; one is warned of
    pages = [path.read_bytes() for path in kept]
    kept[0].write_bytes(pages[0][:-1])
    kept[1].write_bytes(pages[2])
    kept[3].write_bytes(b"")
    kept[4].unlink()
    kept[4].mkdir()
    assert differing(first, built(project)) == []
    assert [path.read_bytes() for path in kept[:4]] == pages[:4]


def test_what_is_kept_is_found_and_not_made(linked: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The page that is warned of is made again, and warned of again."""
    project = Project(Path(shutil.copytree(linked.root, tmp_path / "project")))
    monkeypatch.setenv(FOLDER, str(tmp_path / "kept"))
    built(project)
    made = list[str]()
    monkeypatch.setattr(Kept, "put", lambda kept, _key, _made: made.append(kept.kind))
    builder = Builder(project.root)
    builder.whole(publish(load(project.root)), strict=False)
    assert (made, builder.warnings.count) == ([], 2)


def test_parts_that_are_kept_on_several_machines_are_a_site_that_is_as_one_from_nothing(
    linked: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No two parts make the same page, but those that are written by hand; of a part there is no site."""
    machines, together, made = [], tmp_path / "together", []
    for number in (1, 2, 3):
        machines.append(Project(Path(shutil.copytree(linked.root, tmp_path / f"machine {number}"))))
        machines[-1].edit("docs/index.en.md", ", [nothing](nothing.md)", "")
        monkeypatch.setenv(FOLDER, str(tmp_path / f"kept {number}"))
        done = machines[-1].porspec("build", "--shard", f"{number}/3")
        assert (done.returncode, f"Kept part {number}/3 of the pages in " in done.stdout) == (0, True), done.stderr
        assert not (machines[-1].root / "site").exists()
        kept = tmp_path / f"kept {number}" / "page"
        made.append({path.relative_to(kept) for path in kept.glob("*/*")})
        shutil.copytree(kept, together / "page", dirs_exist_ok=True)
    monkeypatch.setenv(FOLDER, str(together))
    together_made = sorted(together.glob("page/*/*"))
    whole = built(machines[0])
    assert sorted(together.glob("page/*/*")) == together_made
    monkeypatch.setenv(FOLDER, "")
    assert differing(whole, built(machines[1])) == []
    by_hand = made[0] & made[1] & made[2]
    assert all(each & other == by_hand for each, other in itertools.combinations(made, 2))
    assert all(len(each) > len(by_hand) for each in made)


def test_a_part_that_cannot_be_kept_is_refused(
    linked: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = Project(Path(shutil.copytree(linked.root, tmp_path / "project")))
    publication = publish(load(project.root))
    monkeypatch.setenv(FOLDER, "")
    with pytest.raises(SpecError, match="Nothing that a part makes can be kept, as PORSPEC_CACHE is empty"):
        Builder(project.root).part(publication, Shard(1, 2))
    monkeypatch.setenv(FOLDER, str(tmp_path / "kept"))
    project.edit("mkdocs.yml", "plugins:\n", "plugins:\n  - tags\n")
    with pytest.raises(SpecError, match="as a plugin, a hook or an extension is not known"):
        Builder(project.root).part(publication, Shard(1, 2))


@pytest.mark.parametrize("processes", [1, 2])
def test_what_else_is_made_of_a_page_is_kept_with_it(
    linked: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, processes: int
) -> None:
    project = Project(Path(shutil.copytree(linked.root, tmp_path / "project")))
    monkeypatch.setenv(FOLDER, str(tmp_path / "kept"))
    original = PorspecPlugin.on_page_content

    def with_text(plugin: PorspecPlugin, html: str, page: Page, config: MkDocsConfig, **others: Any) -> str:
        plugin.pages.add_files(page, {f"{page.url}page.txt": f"{page.url}\n"}, config)
        return original(plugin, html, page, config=config, **others)

    monkeypatch.setattr(PorspecPlugin, "on_page_content", with_text)
    first = built(project, processes)
    texts = [path for path in first if path.endswith("page.txt")]
    assert len(texts) == sum(path.endswith("index.html") for path in first)
    monkeypatch.setattr(PorspecPlugin, "on_page_content", original)
    warned_of = ["nl/page.txt", "page.txt"]
    assert differing(first, built(project, processes)) == warned_of


def test_a_page_says_the_address_that_the_site_has_now(
    linked: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of an address that stands in the environment, mkdocs.yml says nothing."""
    project = Project(Path(shutil.copytree(linked.root, tmp_path / "project")))
    project.edit("mkdocs.yml", 'site_url: ""', "site_url: !ENV SITE")
    monkeypatch.setenv(FOLDER, str(tmp_path / "kept"))
    for name in ("one", "other", "one"):
        monkeypatch.setenv("SITE", f"https://{name}.example/")
        assert f'rel="canonical" href="https://{name}.example/tea/"' in built(project)["tea/index.html"].decode()


def test_who_follows_edits_knows_what_is_found_in_all_languages(linked: Project, tmp_path: Path) -> None:
    found = []
    for processes in (1, 2):
        builder = Builder(linked.root, tmp_path / str(processes), processes, is_followed=True)
        builder.whole(publish(load(linked.root)), strict=False)
        assert builder.plugin
        found.append(builder.plugin.indexes.entries)
    by_order = sorted(found[0])
    assert {tag for tag, _ in by_order} == {"en", "nl"}
    assert by_order == sorted(found[1])
    assert json.dumps([found[0][each] for each in by_order]) == json.dumps([found[1][each] for each in by_order])


def test_an_entry_that_nobody_asks_for_goes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(FOLDER, str(tmp_path))
    kept = Kept("thing", "shared")
    keys = [kept.key(each) for each in ("a", "b")]
    for key in keys:
        kept.put(key, b"made")
    Kept.trim()
    assert [kept.get(key) for key in keys] == [b"made", b"made"]
    monkeypatch.setattr("porspec.sources.kept.time.time", lambda: 4e9)
    assert kept.get(keys[0]) == b"made"  # and it is young again
    path = next(each for each in tmp_path.glob("thing/*/*") if each.parent.name + each.name == keys[1])
    Kept.trim()
    assert not path.exists()


def test_a_key_says_where_each_of_its_parts_ends() -> None:
    kept = Kept("thing")
    assert (
        len({kept.key("ab", "c"), kept.key("a", "bc"), kept.key("abc"), kept.key(b"abc"), kept.key(("ab", "c"))}) == 5
    )
    assert kept.key("a") != Kept("thing", "other").key("a") != Kept("else", "other").key("a")
