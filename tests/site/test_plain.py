"""The help of one cloud as CommonMark: another site generator says with it what our own site says to that cloud."""

import re
import shutil
import subprocess
from html import unescape
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from tests.cloud_text import CLOSED, UNREAD, text_of_html
from tests.conftest import REPOSITORY, Project, required
from tests.sites import strict_site

LANGUAGES = ("en", "nl", "de", "zh")
CLOUDS = ("o365-worldwide", "o365-germany", "o365-21vianet")
HUGO = """
disableKinds = ["taxonomy", "term", "RSS", "sitemap", "404"]
[markup.goldmark.extensions]
typographer = false
[markup.goldmark.renderer]
unsafe = true
"""
COMMONMARK = MarkdownIt("commonmark").enable("table")


def hugo_site(pages: Path, folder: Path) -> Path:
    """The site that Hugo makes of a folder of pages; for it, an index.md is the file of a page with attachments."""
    hugo = required("hugo", "hugo")
    shutil.copytree(pages, folder / "content")
    for index in folder.rglob("index.md"):
        index.rename(index.with_name("_index.md"))
    for template in ("index.html", "_default/single.html", "_default/list.html"):
        path = folder / "layouts" / template
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("<article>{{ .Content }}</article>", "utf-8")
    (folder / "hugo.toml").write_text(HUGO, "utf-8")
    built = subprocess.run([hugo], cwd=folder, capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stdout + built.stderr
    return folder / "public"


def addresses(site: Path) -> dict[str, Path]:
    """The pages of a site by their addresses."""
    found = {path.parent.relative_to(site).as_posix(): path for path in site.rglob("index.html")}
    return {address: path for address, path in found.items() if not address.startswith(("assets", "search"))}


@pytest.mark.slow
@pytest.mark.parametrize("cloud", CLOUDS)
def test_hugo_says_of_each_page_what_our_site_says_to_that_cloud(cloud: str, tmp_path: Path) -> None:
    ours = addresses(strict_site())
    done = Project(REPOSITORY).porspec("render", "--plain", "--moniker", cloud, "--out", str(tmp_path / "plain"))
    assert (done.returncode, done.stderr) == (0, "")
    pages = [path.relative_to(tmp_path / "plain").with_suffix("") for path in (tmp_path / "plain").rglob("*.md")]
    theirs = addresses(hugo_site(tmp_path / "plain", tmp_path / "hugo"))
    assert {address for address in theirs if address != "."} == {
        re.sub("/index$", "", each.as_posix()) for each in pages
    }
    for page in pages:
        language, stem = page.parts[0], Path(*page.parts[1:]).as_posix()
        own = "/".join(filter(None, ("" if language == "en" else language, "" if stem == "index" else stem))) or "."
        expected = text_of_html(ours[own].read_text("utf-8"), cloud, UNREAD - {CLOSED})
        found = theirs[re.sub("/index$", "", page.as_posix())].read_text("utf-8")
        assert len(expected) > 10
        assert text_of_html(found, cloud) == expected, page


PAGE = """---
title: "Extra *things*"
monikerRange: o365-worldwide || o365-21vianet
---

Text, ![a mark](img/mark.svg) and [a page](more/deep.md#here), [tea](tea.md),
[an offer](accept-offer.md?view=o365-21vianet#x), [there](tea.md?view=o365-21vianet),
[here](tea.md?view=o365-worldwide), [English](index.en.md), [out](https://a.example/b.md).
"""


def test_pages_link_each_other_in_a_folder_for_each_language(tiny: Project) -> None:
    docs = tiny.root / "docs"
    (docs / "more").mkdir()
    (docs / "img").mkdir()
    (docs / "img" / "mark.svg").write_text("<svg/>", "utf-8")
    (docs / "extra.nl.md").write_text(PAGE, "utf-8")
    (docs / "more" / "deep.en.md").write_text('# Deep\n\n## <a name="here"></a>This\n\n[up](../index.md)\n', "utf-8")
    done = tiny.porspec("render", "--plain", "--moniker", "o365-worldwide", "--out", str(tiny.root / "plain"))
    assert (done.returncode, done.stderr) == (0, "")
    pages = {path.relative_to(tiny.root / "plain").as_posix() for path in (tiny.root / "plain").rglob("*.md")}
    own = {
        f"{tag}/{stem}.md" for tag in ("en", "nl") for stem in ("coverage", "problems", "steps", "tea", "translation")
    }
    assert pages == own | {"en/index.md", "en/more/deep.md", "nl/extra.md"}
    assert done.stdout == f"Wrote {len(pages)} pages into {tiny.root / 'plain'}\n"
    assert (tiny.root / "plain" / "nl" / "img" / "mark.svg").read_text("utf-8") == "<svg/>"
    assert (tiny.root / "plain" / "nl" / "extra.md").read_text("utf-8") == (
        "# Extra \\*things\\*\n\n"
        "Text, ![a mark](img/mark.svg) and [a page](../en/more/deep.md#here), [tea](tea.md), an offer, "
        "there, [here](tea.md), [English](../en/index.md), [out](https://a.example/b.md).\n"
    )
    assert (tiny.root / "plain" / "en" / "more" / "deep.md").read_text("utf-8").endswith("[up](../index.md)\n")


def test_every_page_of_a_closed_cloud_says_so_once_below_its_title(tiny: Project) -> None:
    said = "Office 365 Germany was closed on October 29, 2021. The steps are kept here for reference."
    (tiny.root / "docs" / "own.en.md").write_text(f"# Own\n\nSo it is: {said}\n", "utf-8")
    (tiny.root / "docs" / "bare.en.md").write_text("Text.\n", "utf-8")
    for cloud, times in (("o365-germany", 1), ("o365-worldwide", 0)):
        folder = tiny.root / cloud
        done = tiny.porspec("render", "--plain", "--moniker", cloud, "--out", str(folder))
        assert (done.returncode, done.stderr) == (0, "")
        pages = {path.stem: path.read_text("utf-8") for path in (folder / "en").glob("*.md")}
        assert {stem: page.count(said) for stem, page in pages.items() if stem != "own"} == dict.fromkeys(
            pages.keys() - {"own"}, times
        )
        assert pages["own"] == f"# Own\n\nSo it is: {said}\n"
        note = f"> **Important**\n>\n> {said}\n\n" * times
        assert pages["bare"] == f"{note}Text.\n"
        assert f"{pages['index']}\n".partition("\n\n")[2].startswith(note)
    dutch = (tiny.root / "o365-germany" / "nl" / "tea.md").read_text("utf-8")
    assert dutch.count("op 29 oktober 2021 stopgezet") == 1


@pytest.mark.parametrize("options", [["--plain"], ["--moniker", "o365-worldwide"]])
def test_plain_and_a_moniker_go_together(tiny: Project, options: list[str]) -> None:
    done = tiny.porspec("render", *options, "--out", str(tiny.root / "plain"))
    assert done.returncode == 2
    assert "--plain and --moniker go together: CommonMark has one moniker's text" in done.stderr


def test_a_moniker_that_is_not_there_is_a_problem(tiny: Project) -> None:
    done = tiny.porspec("render", "--plain", "--moniker", "o365-german", "--out", str(tiny.root / "plain"))
    assert done.returncode == 1
    assert "--moniker o365-german: there is none of this name [option]" in done.stderr
    assert not (tiny.root / "plain").exists()


TEMPLATES = """# Templates

Inline `{{% pwned %}}`, `{{< pwned >}}` and `{% pwned %}`.

| a |
| --- |
| `{{% pwned %}} | x` |

```
{{% pwned %}}

  {# pwned #} {{ 7 * 7 }}
```

- Within

    ```jinja
    {{< pwned >}}
    ```
"""


def test_code_is_no_template_of_another_generator(tiny: Project, tmp_path: Path) -> None:
    (tiny.root / "docs" / "templates.en.md").write_text(TEMPLATES, "utf-8")
    with (tiny.root / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write("  - tables\n  - pymdownx.superfences\n")
    done = tiny.porspec("render", "--plain", "--moniker", CLOUDS[0], "--out", str(tmp_path / "plain"))
    assert (done.returncode, done.stderr) == (0, "")
    page = (tmp_path / "plain/en/templates.md").read_text("utf-8")
    assert re.findall(r"\{[{%#]", page) == []
    theirs = hugo_site(tmp_path / "plain", tmp_path / "hugo") / "en/templates/index.html"
    for html in (theirs.read_text("utf-8"), COMMONMARK.render(page)):
        assert " ".join(unescape(re.sub(r"<[^>]*>", "", html)).split()) == (
            "Templates Inline {{% pwned %}}, {{< pwned >}} and {% pwned %}. a {{% pwned %}} | x "
            "{{% pwned %}} {# pwned #} {{ 7 * 7 }} Within {{< pwned >}}"
        )
