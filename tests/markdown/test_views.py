"""Each cloud's view of a built page is the text of its own zones and the shared text, with its own numbers."""

import contextlib
import io
import logging
import os
import re
import shutil
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from porspec.markdown.reader import read_page
from porspec.sources.config import read_config
from porspec.sources.pages import PageMonikers
from tests.cloud_text import markdown_of, text_of_html, text_of_source
from tests.conftest import REPOSITORY, Project, make_tiny
from tests.markdown.test_extension import convert

MONIKERS = read_config(REPOSITORY).monikers
CLOUDS = MONIKERS.ids
ALERTS = {
    "en": {each: each for each in ("Note", "Tip", "Important", "Caution", "Warning")},
    "nl": {
        "Note": "Opmerking",
        "Tip": "Tip",
        "Important": "Belangrijk",
        "Caution": "Let op",
        "Warning": "Waarschuwing",
    },
}
PAGES = sorted((REPOSITORY / "tests" / "data" / "pages").glob("*.md"))
CORPUS = Path(os.environ.get("PORSPEC_CORPUS", "."))
CORPUS_PAGES = sorted(CORPUS.glob("??/*.md")) if "PORSPEC_CORPUS" in os.environ else []


class Done(NamedTuple):
    returncode: int
    stderr: str


def mkdocs_build(root: Path, *, strict: bool = False, config_file: str = "mkdocs.yml", site: str = "site") -> Done:
    """MkDocs without porspec's commands, in this process: what it returns, and what it says on standard error."""
    told = io.StringIO()
    handler = logging.StreamHandler(told)
    logger = logging.getLogger("mkdocs")
    level = logger.level
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)  # as its command line has it
    try:
        with contextlib.redirect_stderr(told), warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # which its command line does not print either
            config = load_config(str(root / config_file), strict=strict, site_dir=str(root / site))
            vars(config.plugins["porspec"])["given"] = None  # MkDocs keeps a plugin for as long as the process lives
            config.plugins.on_startup(command="build", dirty=False)
            try:
                build(config)
            finally:
                config.plugins.on_shutdown()
    except Abort as stopped:
        return Done(1, f"{told.getvalue()}{stopped}\n")
    finally:
        logger.setLevel(level)
        logger.removeHandler(handler)
    return Done(0, told.getvalue())


def built(root: Path, pages: dict[str, str]) -> Path:
    """The site that MkDocs builds of a project with these pages, by their names."""
    project = make_tiny(root)
    for name, text in pages.items():
        (root / "docs" / name).write_text(text, "utf-8")
    done = mkdocs_build(project.root)
    assert done.returncode == 0, done.stderr
    return root / "site"


def html_of(site: Path, stem: str, language: str) -> str:
    folder = site if language == "en" else site / language
    return (folder / stem / "index.html").read_text("utf-8")


def assert_reads_as_written(site: Path, source: str, stem: str, language: str) -> None:
    html = html_of(site, stem, language)
    for cloud in CLOUDS:
        assert text_of_html(html, cloud) == text_of_source(source, cloud, ALERTS[language]), cloud
    ids = re.findall(r'\sid="([^"]*)"', html)
    assert len(ids) == len(set(ids))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("pages") / "project"
    return built(root, {path.name: path.read_text("utf-8") for path in PAGES})


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_a_built_page_says_to_each_cloud_what_its_source_says(path: Path, site: Path) -> None:
    stem, language, _ = path.name.split(".")
    assert_reads_as_written(site, path.read_text("utf-8"), stem, language)


def test_no_colons_are_seen_but_those_in_code_and_text(site: Path) -> None:
    for path in PAGES:
        stem, language, _ = path.name.split(".")
        html = re.sub(r"<pre.*?</pre>", "", html_of(site, stem, language), flags=re.DOTALL)
        seen = [line for line in re.sub(r"<[^>]*>", "", html).split("\n") if ":::" in line]
        assert seen == (["::: this line is text"] if stem == "indented-and-odd-lines" else [])


def test_what_is_wrong_with_a_page_is_a_warning_of_mkdocs_and_an_error_of_porspec(tiny: Project) -> None:
    (tiny.root / "docs" / "extra.en.md").write_text("# Title\n\n:: moniker-end\n", "utf-8")
    done, strict, ours = mkdocs_build(tiny.root), mkdocs_build(tiny.root, strict=True), tiny.porspec("build")
    assert (done.returncode, strict.returncode, ours.returncode) == (0, 1, 1)
    problem = "docs/extra.en.md:3:1: A line of a zone begins with fewer than three colons, and is text [zone-colons]"
    assert done.stderr.count(problem) == ours.stderr.count(problem) == 1
    assert "Traceback" not in strict.stderr


def test_a_page_is_built_for_the_clouds_that_its_place_and_its_front_matter_give_it(tiny: Project) -> None:
    zones = "".join(f'::: moniker range="{each}"\nFor {each}.\n::: moniker-end\n' for each in CLOUDS)
    matter = {"both": "exclude_monikers: [o365-germany]", "none": "monikerRange: o365-21vianet"}
    for name, text in matter.items():
        (tiny.root / "docs" / f"{name}.en.md").write_text(f"---\n{text}\n---\n# Title\n\n{zones}\nFor all.\n", "utf-8")
    ranges = '"docs/*.*" = ">=o365-worldwide"\n"docs/?o??.*" = "<o365-21vianet"\n'
    tiny.edit(
        "pyproject.toml",
        "[tool.porspec.languages.en]",
        f"[tool.porspec.moniker_ranges]\n{ranges}\n[tool.porspec.languages.en]",
    )
    assert mkdocs_build(tiny.root).returncode == 0
    html = html_of(tiny.root / "site", "both", "en")
    assert " ".join(text_of_html(html, "o365-worldwide")) == "Title For o365-worldwide. For all."
    assert " ".join(text_of_html(html, "o365-germany")).startswith("Title Important This page doesn't apply to Office")
    assert "For o365-germany." not in html
    assert "For o365-21vianet." not in html
    assert not (tiny.root / "site" / "none").exists()


SECRETS = {
    "without-a-title": "Secret.\n\n## More\n\nSecret.",
    "text-before-the-title": "Secret.\n\n# Title\n\nSecret.",
    "a-title": "# Title\n\nSecret.",
}


@pytest.mark.parametrize("directories", [True, False], ids=["directories", "files"])
def test_a_page_of_one_cloud_says_nothing_to_the_others_and_leads_them_on(tiny: Project, *, directories: bool) -> None:
    folder = tiny.root / "docs" / "guides"
    folder.mkdir()
    for name, text in SECRETS.items():
        (folder / f"{name}.nl.md").write_text(f"---\ntitle: {name}\nmonikerRange: o365-germany\n---\n{text}\n", "utf-8")
        (folder / f"{name}.en.md").write_text(f"# {name}\n", "utf-8")
    if not directories:
        tiny.append("mkdocs.yml", "\nuse_directory_urls: false\n")
    assert mkdocs_build(tiny.root).returncode == 0
    for name in SECRETS:
        page = tiny.root / "site/nl/guides" / (f"{name}/index.html" if directories else f"{name}.html")
        html = page.read_text("utf-8")
        assert "Secret." in text_of_html(html, "o365-germany")
        for cloud in ("o365-worldwide", "o365-21vianet"):
            words = text_of_html(html, cloud)
            assert "Secret." not in words
            assert "Deze pagina geldt niet voor Office 365" in " ".join(words)
        _, _, notices = re.split(r"(<div[^>]*admonition important)", html, maxsplit=1)
        links = re.findall(r'<a href="([^"#]*)"', notices.partition("</article>")[0])
        assert ({"../../", "../../tea/"} if directories else {"../index.html", "../tea.html"}) <= set(links)
        for link in links:
            target = (page.parent / link).resolve()
            assert (target / "index.html" if directories else target).is_file(), link


def test_a_page_that_no_glob_matches_is_for_everybody_and_has_no_zones(tiny: Project) -> None:
    text = '# Title\n\n::: moniker range="o365-germany"\nZone.\n::: moniker-end\n\n4. For all.\n'
    (tiny.root / "docs" / "free.en.md").write_text(text, "utf-8")
    tiny.append("pyproject.toml", '\n[tool.porspec.moniker_ranges]\n"docs/index.*" = ">=o365-worldwide"\n')
    assert mkdocs_build(tiny.root).returncode == 0
    html = html_of(tiny.root / "site", "free", "en")
    assert [text_of_html(html, each) for each in CLOUDS] == [["Title", "4.", "For", "all."]] * len(CLOUDS)


# --- real pages, where there are any: PORSPEC_CORPUS names a folder with <language>/<name>.md -----------------------


@pytest.fixture(scope="module")
def corpus_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    root = tmp_path_factory.mktemp("corpus") / "project"
    yield built(root, {f"{each.stem}.{each.parent.name}.md": each.read_text("utf-8") for each in CORPUS_PAGES})
    shutil.rmtree(root)


@pytest.mark.slow
@pytest.mark.skipif(not CORPUS_PAGES, reason="PORSPEC_CORPUS names no folder of pages")
@pytest.mark.parametrize("path", CORPUS_PAGES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_real_page_says_to_each_cloud_what_its_source_says(path: Path, corpus_site: Path) -> None:
    assert_reads_as_written(corpus_site, path.read_text("utf-8"), path.stem, path.parent.name)
    assert not re.search(r":::|\[!", html_of(corpus_site, path.stem, path.parent.name))


# --- pages that nobody wrote ----------------------------------------------------------------------------------------

words = st.sampled_from(["apple", "bread", "cheese *and* milk", "**dates**", "eggs `1.`"])
numbers = st.sampled_from(["1.", "2.", "4."])


@st.composite
def items(draw: st.DrawFn) -> str:
    """A list, with what its items may hold."""
    made = []
    for _ in range(draw(st.integers(1, 3))):
        marker = f"{draw(numbers)} "
        inner = draw(st.sampled_from(["", "- nested\n- more", "\nmore text", "\n1. deep\n1. deeper"]))
        lines = [draw(words), *inner.split("\n")] if inner else [draw(words)]
        indent = " " * len(marker)
        made.append(marker + "\n".join(lines[:1] + [f"{indent}{line}" if line else "" for line in lines[1:]]))
    return "\n".join(made)


bullets = st.lists(words, min_size=1, max_size=3).map(lambda all_: "\n".join(f"- {each}" for each in all_))
blocks = st.one_of(words, items(), items(), bullets, words.map("## {}".format), words.map("> [!TIP]\n> Eat {}".format))
bodies = st.lists(blocks, min_size=1, max_size=2).map("\n\n".join)
ranges = st.lists(st.sampled_from(CLOUDS), min_size=1, max_size=2, unique=True).map(" || ".join)
zones = st.builds('::: moniker range="{}"\n{}\n::: moniker-end'.format, ranges, bodies)
pages = st.lists(st.one_of(blocks, zones, zones), min_size=1, max_size=6).map("\n\n".join)


@given(pages)
def test_any_page_says_to_each_cloud_what_its_source_says(source: str) -> None:
    html = convert(source, CLOUDS)
    for cloud in CLOUDS:
        assert text_of_html(html, cloud) == text_of_source(source, cloud, ALERTS["en"])


@given(st.lists(st.one_of(st.none(), ranges), min_size=1, max_size=8))
def test_steps_run_on_for_every_cloud_whatever_zones_cut_them(cuts: list[str | None]) -> None:
    steps = ["1. step" if cut is None else f'::: moniker range="{cut}"\n1. step\n::: moniker-end' for cut in cuts]
    html = convert("\n\n".join(steps), CLOUDS)
    for cloud in CLOUDS:
        seen = [cut for cut in cuts if cut is None or cloud in cut]
        assert text_of_html(html, cloud) == [each for n, _ in enumerate(seen, 1) for each in (f"{n}.", "step")]


odd_lines = st.sampled_from(
    [
        "",
        "word",
        "- a",
        "  - b",
        "1. c",
        "   2) d",
        "> e",
        "> [!NOTE]",
        "```",
        "    code",
        "# f",
        "---",
        "<div>",
        "</div>",
        "| g | h |",
        "|---|---|",
        *(f'{indent}::: moniker range="{each}"' for each in CLOUDS for indent in ("", "  ", "> ")),
        "::: moniker-end",
        "   :::: moniker-end",
        ":::row:::",
        "    :::column:::",
        ":::column-end:::",
        ":::row-end:::",
    ]
)


@given(st.lists(odd_lines, max_size=14).map(lambda lines: "\n".join(["# Page", "", *lines])))
def test_what_is_written_amiss_is_still_a_page_and_its_problems_are_found(source: str) -> None:
    found = {each.code for each in read_page("a.md", source, MONIKERS, PageMonikers(CLOUDS, CLOUDS)).problems}
    seen = [line for line in re.sub(r"<[^>]*>", "", convert(source, CLOUDS)).split("\n") if "moniker-end" in line]
    assert (
        not seen
        or found & {"zone-stray-end", "zone-nested", "zone-in-html", "invalid-moniker-range"}
        or "```" in source
    )


def test_the_reading_of_a_source_leaves_out_the_zones_of_other_clouds() -> None:
    source = '---\na: b\n---\none\n ::: moniker range="a || b"\ntwo\n::: moniker-end\n```\n::: moniker-end\n```\n'
    assert markdown_of(source, "a") == "one\n\ntwo\n\n```\n::: moniker-end\n```\n"
    assert markdown_of(source, "c") == "one\n\n\n```\n::: moniker-end\n```\n"


def test_a_link_to_an_anchor_that_is_not_there_stops_the_build(tiny: Project) -> None:
    (tiny.root / "docs" / "extra.en.md").write_text("# Title\n\n[Text](tea.md#nowhere)\n", "utf-8")
    done = tiny.porspec("build")
    assert done.returncode == 1
    assert "does not contain an anchor '#nowhere'" in done.stderr
    assert not (tiny.root / "site").exists()
