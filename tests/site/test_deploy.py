"""What a site has for its server, and for who finds it or shares it."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from porspec.site.deploy import inlined, page_for, policy
from tests.conftest import Project

ADDRESS = "https://example.org/help/"
TASK = """Feature: Tea

  Tea is made for everybody.

  Scenario: Make tea
    Given there is "water"
    When I make "tea"
    Then it is "tea"

  @o365-germany
  Scenario: Make tea in Germany
    Given there is "water"
    When I make "a pot"
    Then it is "a pot"
"""
WHEN = """
from porspec.steps import when

@when('I make "{thing}"', says="Make {thing}.")
def make(world: list[object], thing: str) -> None:
    world.append(thing)
"""


MARKDOWN = """# Tea

> **Important**
>
> Office 365 Germany was closed on October 29, 2021. The steps are kept here for reference.

Tea is made for everybody.

Applies to Office 365 (worldwide), Office 365 Germany (closed), and Office 365 operated by 21Vianet.

## Make tea

1. Make tea.

## Make tea in Germany

1. Make a pot.

"""


def built(tiny: Project, *, address: str = ADDRESS, task: str = TASK) -> Path:
    """The site of a small project with a task, a page in English only, and an address."""
    tiny.edit("mkdocs.yml", 'site_url: ""', f'site_url: "{address}"')
    tiny.edit("mkdocs.yml", "site_name: Tiny", "site_name: Tiny\nsite_description: About tea & more")
    (tiny.root / "docs" / "only.en.md").write_text("---\ndescription: Of one\n---\n\n# Only &amp; more\n", "utf-8")
    (tiny.root / "features" / "en" / "tea.feature").write_text(task, "utf-8")
    (tiny.root / "steps" / "making.py").write_text(WHEN, "utf-8")
    assert tiny.porspec("sync").returncode == 0
    done = tiny.porspec("build")
    assert (done.returncode, done.stderr) == (0, ""), done.stderr
    return tiny.root / "site"


def head(site: Path, page: str) -> list[str]:
    """The links and the properties in the head of a page, as written."""
    text = (site / page).read_text("utf-8").partition("</head>")[0]
    found = re.findall(
        r'<(?:link rel="(?:canonical|alternate language)"|meta (?:property|name="(?:rob|desc|tw))).*', text
    )
    return [each.strip() for each in found]


def data(site: Path, page: str) -> list[Any]:
    text = (site / page).read_text("utf-8")
    return [json.loads(each) for each in re.findall('<script type="application/ld.json">(.*?)</script>', text)]


def test_a_page_says_its_address_its_languages_and_what_it_is_about(tiny: Project) -> None:
    site = built(tiny)
    assert head(site, "nl/tea/index.html") == [
        '<meta name="description" content="Tea is made for everybody.">',
        '<link rel="canonical" href="https://example.org/help/nl/tea/">',
        '<link rel="alternate language" href="https://example.org/help/tea/" hreflang="en">',
        '<link rel="alternate language" href="https://example.org/help/nl/tea/" hreflang="nl">',
        '<link rel="alternate language" href="https://example.org/help/tea/" hreflang="x-default">',
        '<meta property="og:type" content="article">',
        '<meta property="og:site_name" content="Tiny">',
        '<meta property="og:title" content="Tea">',
        '<meta property="og:description" content="Tea is made for everybody.">',
        '<meta property="og:url" content="https://example.org/help/nl/tea/">',
        '<meta property="og:locale" content="nl_NL">',
        '<meta property="og:locale:alternate" content="en_US">',
    ]
    # What is there in English only is said to be that page, in every language.
    assert head(site, "nl/only/index.html")[1:3] == [
        '<link rel="canonical" href="https://example.org/help/only/">',
        '<link rel="alternate language" href="https://example.org/help/only/" hreflang="en">',
    ]
    assert [each for each in head(site, "only/index.html") if "og:" in each][2:4] == [
        '<meta property="og:title" content="Only &amp; more">',
        '<meta property="og:description" content="Of one">',
    ]
    assert '<meta name="robots" content="noindex">' in head(site, "404.html")


def test_the_picture_of_a_language_is_that_of_its_pages(tiny: Project) -> None:
    (tiny.root / "docs" / "assets").mkdir()
    for tag in ("en", "nl"):
        (tiny.root / "docs" / "assets" / f"social.{tag}.png").write_bytes(tag.encode())
    site = built(tiny)
    for folder, tag in (("", "en"), ("nl/", "nl")):
        pictures = [each for each in head(site, f"{folder}tea/index.html") if 'og:image"' in each]
        assert pictures == [f'<meta property="og:image" content="https://example.org/help/{folder}assets/social.png">']
        assert (site / folder / "assets" / "social.png").read_text("utf-8") == tag


def test_the_steps_of_a_task_are_told_as_data_for_each_cloud(tiny: Project) -> None:
    site = built(tiny)
    crumbs, *tasks = data(site, "tea/index.html")
    assert [(each["name"], each["item"]) for each in crumbs["itemListElement"]] == [
        ("Tiny", "https://example.org/help/"),
        ("Tea", "https://example.org/help/tea/"),
    ]
    assert [(each["@type"], each["name"], each["url"]) for each in tasks] == [
        ("HowTo", "Tea (Office 365 (worldwide))", "https://example.org/help/tea/?view=o365-worldwide"),
        ("HowTo", "Tea (Office 365 Germany (closed))", "https://example.org/help/tea/?view=o365-germany"),
        ("HowTo", "Tea (Office 365 operated by 21Vianet)", "https://example.org/help/tea/?view=o365-21vianet"),
    ]
    assert tasks[0]["step"] == [{"@type": "HowToStep", "position": 1, "text": "Make tea."}]
    assert [(each["name"], [step["text"] for step in each["itemListElement"]]) for each in tasks[1]["step"]] == [
        ("Make tea", ["Make tea."]),
        ("Make tea in Germany", ["Make a pot."]),
    ]
    assert data(site, "index.html") == []


def test_steps_that_all_clouds_share_are_told_once(tiny: Project) -> None:
    site = built(tiny, task=TASK.replace("  @o365-germany\n", ""))
    _, *tasks = data(site, "tea/index.html")
    assert [(each["@type"], each["name"], each["url"]) for each in tasks] == [
        ("HowTo", "Tea", "https://example.org/help/tea/")
    ]


def test_the_sitemap_has_what_is_there_in_each_language(tiny: Project) -> None:
    site = built(tiny)
    spaces = {"": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
    root = ElementTree.parse(site / "sitemap.xml").getroot()  # noqa: S314 - it is ours
    found = {
        each.findtext("loc", "", spaces): [link.get("hreflang") for link in each.findall("x:link", spaces)]
        for each in root.findall("url", spaces)
    }
    both = ["en", "nl", "x-default"]
    assert found[f"{ADDRESS}tea/"] == found[f"{ADDRESS}nl/tea/"] == both
    assert found[f"{ADDRESS}only/"] == ["en", "x-default"]
    assert f"{ADDRESS}nl/only/" not in found
    assert (site / "robots.txt").read_text("utf-8") == f"User-agent: *\nAllow: /\nSitemap: {ADDRESS}sitemap.xml\n"


def test_a_site_is_asked_for_its_address_once(tiny: Project) -> None:
    assert tiny.problems() == ""
    tiny.edit("mkdocs.yml", 'site_url: ""\n', "")
    assert tiny.problems() == (
        "mkdocs.yml:1:1: warning: The site has no site_url: search engines get no addresses, and below a path its page "
        "404 no style [site-address]\n"
        "    Write site_url: https://example.org/help/, with the site's own address; or site_url: '' for none.\n"
    )


def test_a_site_without_an_address_says_none(tiny: Project) -> None:
    site = built(tiny, address="")
    assert [each for each in head(site, "tea/index.html") if "description" not in each] == []
    assert data(site, "tea/index.html") == []
    assert not (site / "sitemap.xml").exists()
    assert (site / "robots.txt").read_text("utf-8") == "User-agent: *\nAllow: /\n"


def test_files_of_the_projects_own_stay(tiny: Project) -> None:
    (tiny.root / "docs" / "robots.txt").write_text("User-agent: *\nDisallow: /\n", "utf-8")
    assert (built(tiny) / "robots.txt").read_text("utf-8") == "User-agent: *\nDisallow: /\n"


def test_each_page_is_markdown_for_each_cloud(tiny: Project) -> None:
    site = built(tiny)
    assert "\n> **Belangrijk**\n>\n> " in (site / "nl" / "tea" / "o365-germany.md").read_text("utf-8")
    text = (site / "tea" / "o365-germany.md").read_text("utf-8")
    assert text.partition("**How we know**")[0] == MARKDOWN
    assert "2. Make" not in (site / "tea" / "o365-worldwide.md").read_text("utf-8")
    assert (site / "o365-germany.md").read_text("utf-8") == "".join(MARKDOWN.partition("reference.\n")[:2]).replace(
        "Tea", "Tiny"
    )
    found = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.md"))
    clouds = ("o365-21vianet", "o365-germany", "o365-worldwide")
    folders = ("", "nl/tea/", "only/", "tea/")
    expected = {"accept-offer/o365-21vianet.md", "nl/accept-offer/o365-21vianet.md"}
    assert found == sorted({*expected, *(f"{folder}{cloud}.md" for folder in folders for cloud in clouds)})
    lines = (site / "llms.txt").read_text("utf-8").splitlines()
    assert lines[:6] == [
        "# Tiny",
        "",
        "> About tea & more",
        "",
        "## English",
        "",
    ]
    assert "- [Tea](https://example.org/help/nl/tea/o365-germany.md): Office 365 Germany (stopgezet)" in lines
    addresses = [each for line in lines for each in re.findall(r"\((https:.*?)\)", line)]
    assert sorted(each.removeprefix(ADDRESS) for each in addresses) == found


def test_names_are_names_in_what_programs_read(tiny: Project) -> None:
    """What is for people is tried by tests/browser/test_payloads.py."""
    payload = "</script>[x](javascript:y)"
    tiny.edit("mkdocs.yml", "site_name: Tiny", f"site_name: Tiny {payload}")  # which becomes the description
    tiny.edit("pyproject.toml", '"Office 365 (worldwide)"', f'"{payload}\\n## World"')
    tiny.edit("pyproject.toml", 'name = "English"', f'name = "English {payload}"')
    code = "```text\n> [!IMPORTANT]\n> a\n```\n"
    (tiny.root / "docs" / "code.en.md").write_text(f"# Code\n\n{code}", "utf-8")
    site = built(tiny, task=TASK.replace("Feature: Tea", f"Feature: Tea {payload}"))
    shown = "&lt;/script>\\[x\\](javascript:y)"
    lines = (site / "llms.txt").read_text("utf-8").splitlines()
    assert lines[:6] == ["# Tiny", "", f"> About tea & more {shown}", "", f"## English {shown}", ""]
    assert f"- [Code]({ADDRESS}code/o365-worldwide.md): {shown} \\#\\# World" in lines
    assert [each for each in lines if each.startswith("## ")] == [f"## English {shown}", "## Nederlands"]
    assert (site / "code" / "o365-worldwide.md").read_text("utf-8") == f"# Code\n\n{code}"
    assert data(site, "tea/index.html")[1]["name"] == f"Tea {payload} ({payload}\n## World)"
    assert payload not in (site / "tea" / "index.html").read_text("utf-8")


@pytest.mark.parametrize(("code", "path", "page"), [(404, "/nl/x/", "nl"), (404, "/nlx", "all"), (404, "/x", "all")])
def test_a_server_says_what_is_missing_in_the_language_of_the_folder(
    tmp_path: Path, code: int, path: str, page: str
) -> None:
    (tmp_path / "nl").mkdir()
    (tmp_path / "404.html").write_text("all", "utf-8")
    (tmp_path / "nl" / "404.html").write_text("nl", "utf-8")
    assert page_for(code, path, tmp_path) == page.encode()
    assert page_for(500, path, tmp_path) is None


def test_a_policy_has_the_digests_of_what_the_theme_has_in_pages_and_of_nothing_else() -> None:
    page = (
        '<script>a</script><script src="b.js"></script><style>p{}</style><script type="application/json">{}</script>'
        '<article class="md-content__inner md-typeset"><script>evil</script></article>'
    )
    a, p = "sha256-ypeBEsobvcr6wjGzmiPcTaeG7/gUfE5yuYB3ha/uSLs=", "sha256-FYvi5CbsbuJPXYQ0QiMNrMFn5sQG0BeiZEeSRqSGRfM="
    found = list(inlined(page))
    assert found[0] == ("script", a)
    assert [kind for kind, _ in found] == ["script", "style"]
    assert policy({"script": {a}, "style": {p}}).startswith(
        f"default-src 'self'; script-src 'self' '{a}'; style-src 'self' '{p}'; img-src 'self' data:; object-src 'none'"
    )
    assert "script-src" not in policy({"script": set(), "style": set()})
