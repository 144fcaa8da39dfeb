"""What a translator sees: the page after an edit, texts that no catalogue has, and a search in Chinese."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Error, Page, expect

from porspec.sources.dates import source_revision
from tests.conftest import REPOSITORY, Project
from tests.sites import pseudo_site

from .conftest import serving
from .reading import FEATURES, LANGUAGES, ROOT, address, path_of, settle, visit

pytestmark = pytest.mark.browser

# Every text that is seen, and that is not marked as English; and what is read out.
_TEXTS = """() => {
    const texts = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
        const element = walker.currentNode.parentElement
        const skipped = element.closest("script, style, noscript, select, [lang], .md-search, .md-dialog, .md-top")
        if (!skipped || skipped === document.documentElement) texts.push(walker.currentNode.data.trim())
    }
    return texts.filter(Boolean)
}"""
# Names and values that are the same in every language, and what Material itself says in Esperanto.
DATA = re.compile(
    r"Office 365 E3|Visio Plan 2|Fabrikam|Contoso|Tailspin Toys|Northwind|Exchange Online|SharePoint Online|Nederland|"
    r"Deutschland|Project|features/\S+|Microsoft Pinpoint|(admin|portal)\.[a-z.]+"
)
ESPERANTO = {
    "Enhavtabelo",
    "Antaŭa",
    "Sekva",
    "Reen al la supro",
    "Saltu al enhavo",
    "English",
    "Esperanto",
    "Nederlands",
}


@pytest.fixture(scope="module")
def pseudo_url() -> Iterator[str]:
    """The address of the site with the pseudo-language."""
    with serving(pseudo_site()) as address:
        yield address


@pytest.mark.parametrize("stem", FEATURES)
def test_every_text_of_a_readers_page_is_in_a_catalogue_or_marked(reader: Page, pseudo_url: str, stem: str) -> None:
    page = reader
    page.goto(f"{pseudo_url}/eo/{stem}/")
    page.locator("details").evaluate_all("folds => folds.forEach(fold => { fold.open = true })")
    texts = [DATA.sub("", text) for text in page.evaluate(_TEXTS)]
    plain = [text for text in texts if re.search(r"[A-Za-z]{3,}", text) and not re.search(r"[⟦⟧]", text)]
    assert len(texts) > 50
    addresses = {text for text in plain if re.fullmatch(r"[\w.@-]+\.com(?:/\S*)?", text)}
    assert set(plain) - ESPERANTO - _keywords() - addresses - {source_revision(ROOT)} == set()


def _keywords() -> set[str]:
    """Gherkin's keywords in Esperanto, which stand before the steps that ran."""
    from gherkin.dialect import Dialect

    dialect = Dialect.for_name("eo")
    assert dialect
    words = [
        *dialect.given_keywords,
        *dialect.when_keywords,
        *dialect.then_keywords,
        *dialect.and_keywords,
        *dialect.rule_keywords,
    ]
    return {word.strip() for word in words}


FITS = "document.documentElement.scrollWidth <= document.documentElement.clientWidth"


def test_longer_words_fit_the_page(page: Page, pseudo_url: str) -> None:
    wide = []
    for stem in FEATURES:
        page.goto(f"{pseudo_url}/eo/{stem}/", wait_until="domcontentloaded")
        for width in (320, 390, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            try:  # what Material moves after a change of width is on its way for a moment
                page.wait_for_function(FITS, timeout=3000)
            except Error:
                wide.append((stem, width))
    assert wide == []


@pytest.fixture
def translators(tmp_path: Path) -> Iterator[tuple[Project, str]]:
    """A project in all languages that is served and followed, and its address."""
    root = tmp_path / "project"
    root.mkdir()
    for part in ("pyproject.toml", "mkdocs.yml", "docs", "features", "steps", "locales"):
        copy = shutil.copytree if (REPOSITORY / part).is_dir() else shutil.copy
        copy(REPOSITORY / part, root / part)
    command = [sys.executable, "-m", "porspec", "--root", str(root), "serve", "--port", "8440"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:
        assert process.stdout
        for line in process.stdout:
            if match := re.fullmatch(r"Serving on (http://127\.0\.0\.1:\d+)/\n", line):
                threading.Thread(target=process.stdout.read, daemon=True).start()
                yield Project(root), match[1]
                break
        process.terminate()


@pytest.mark.slow
def test_the_open_page_shows_what_a_translator_saves(browser: Browser, translators: tuple[Project, str]) -> None:
    project, url = translators
    page = browser.new_page()
    page.goto(f"{url}/nl/change-partner/?view=o365-germany")
    button = page.locator("article li strong").filter(visible=True)
    expect(button.last).to_have_text("Verzenden")
    project.edit("locales/nl/LC_MESSAGES/labels.po", 'msgstr "Verzenden"', 'msgstr "Versturen"')
    expect(button.last).to_have_text("Versturen", timeout=20_000)
    expect(page).to_have_url(f"{url}/nl/change-partner/?view=o365-germany")
    assert '"Versturen"' in (project.root / "features/nl/change-partner.feature").read_text("utf-8")
    project.edit("features/en/change-partner.feature", "Change the partner of a subscription", "Swap the partner")
    expect(page.locator("h1")).to_contain_text("Swap the partner", timeout=60_000)
    assert page.locator("h1 span.porspec-untranslated").get_attribute("lang") == "en"
    page.close()


def test_chinese_words_are_found_inside_sentences(page: Page) -> None:
    visit(page, address("index", "zh", "o365-worldwide"))
    assert "zh" in LANGUAGES
    settle(page)
    page.get_by_placeholder("搜索").fill("查询")  # never first after a mark, where it would be found anyhow
    page.get_by_placeholder("搜索").press("End")  # Material listens to keys
    results = page.locator("a.md-search-result__link")
    expect(results.first).to_be_visible()
    found = {str(link) for link in results.evaluate_all("all => all.map(e => new URL(e.href).pathname)")}
    assert {path_of(each, "zh") for each in ("add-partner", "change-partner")} <= found
