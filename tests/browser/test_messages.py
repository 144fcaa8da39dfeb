"""With ?messages, a page of `porspec serve` says which message each of its texts is; a site that is built does not."""

import re
import subprocess
import sys
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.conftest import Project, make_tiny

pytestmark = pytest.mark.browser

FEATURES, HELP = "locales/nl/LC_MESSAGES/features.po", "locales/nl/LC_MESSAGES/help.po"
STEPS = "locales/nl/LC_MESSAGES/steps.po"
SAID = {
    FEATURES: {'msgctxt "feature"\nmsgid "Tea"': "Thee", 'msgctxt "scenario"\nmsgid "There is tea"': "Er is thee"},
    STEPS: {
        'msgctxt "given"\nmsgid "there is \\"{thing}\\""': 'er is \\"{thing}\\"',
        'msgctxt "then"\nmsgid "it is \\"{thing}\\""': 'het is \\"{thing}\\"',
    },
}
LINKS = {"": "Show messages", "nl/": "Teksten tonen", "de/": "Texte anzeigen", "zh/": "显示文本"}


def place_of(project: Project, path: str, msgid: str) -> str:
    """The place of a message in a PO file, as path:line."""
    lines = (project.root / path).read_text("utf-8").split("\n")
    return f"{path}:{lines.index(f'msgid {msgid}') + 1}"


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Project, str]]:
    """A project in four languages, translated in part into Dutch, that is served; and its address."""
    tiny = make_tiny(tmp_path_factory.mktemp("served") / "tiny")
    for code in ("de", "zh"):
        assert tiny.porspec("new", "language", code).returncode == 0
    for path, messages in SAID.items():
        for message, translation in messages.items():
            tiny.edit(path, f'{message}\nmsgstr ""', f'{message}\nmsgstr "{translation}"')
    command = [sys.executable, "-m", "porspec", "--root", str(tiny.root), "serve", "--once", "--port", "8460"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        assert process.stdout
        found = (re.fullmatch(r"Serving on (http://127\.0\.0\.1:\d+)/\n", line) for line in process.stdout)
        yield tiny, next(match[1] for match in found if match)
        process.terminate()


@pytest.fixture
def tab(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    yield context.new_page()
    context.close()


def test_a_text_names_its_message_to_the_mouse_and_to_the_keyboard(served: tuple[Project, str], tab: Page) -> None:
    project, url = served
    tab.goto(f"{url}/nl/tea/?messages")
    tip, entries = tab.get_by_role("tooltip"), tab.locator(".porspec-messages li")
    expect(entries.first).to_be_attached()
    tab.locator("h1").hover()
    place = place_of(project, FEATURES, '"Tea"')
    expect(tip).to_have_text(f"{place} features · feature · VertaaldTea")
    tab.keyboard.press("Escape")
    expect(tip).to_be_hidden()
    pattern = entries.filter(has_text='there is "{thing}"').get_by_role("button")
    expect(pattern).to_contain_text(place_of(project, STEPS, '"there is \\"{thing}\\""'))
    pattern.focus()
    tab.keyboard.press("Enter")
    expect(tab.locator(".porspec-message-found")).to_have_text('er is "tea"')
    expect(tab.locator(".porspec-message-found")).to_be_visible()
    assert tab.locator("[data-message]:not([data-state])").count() == 0
    assert tab.locator("[data-state='']").count() == 0


@pytest.mark.slow
def test_each_language_names_the_messages_of_its_own_catalogues(served: tuple[Project, str], tab: Page) -> None:
    _, url = served
    for folder, words in LINKS.items():
        tab.goto(f"{url}/{folder}tea/")
        expect(tab.locator("html")).not_to_have_attribute("data-messages", "")
        link = tab.locator(".porspec-messages-link a")
        expect(link).to_have_text(words)
        link.click()
        entries = tab.locator(".porspec-messages li")
        expect(entries.first).to_be_attached()
        places = entries.locator("code").all_text_contents()
        own = {each.partition("LC_MESSAGES")[0] for each in places if "LC_MESSAGES" in each}
        code = folder.strip("/")
        assert own == ({f"locales/{code}/", f"porspec/languages/locales/{code}/"} if code else set())
        assert code or "features/en/tea.feature:1" in places
        link.click()
        expect(link).to_have_text(words)
        assert "messages" not in tab.url


def test_what_is_missing_stands_out_and_links_keep_the_messages_shown(served: tuple[Project, str], tab: Page) -> None:
    project, url = served
    tab.goto(f"{url}/nl/accept-offer/?messages&view=o365-21vianet")
    title = tab.locator("h1 [data-message]")
    expect(title).to_have_attribute("data-state", "untranslated")
    expect(tab.locator(".porspec-messages button[data-state='untranslated']").first).to_contain_text(
        place_of(project, FEATURES, '"Offer"')
    )
    tab.locator(".md-nav--primary a", has_text="Thee").first.click()
    expect(tab.locator("h1 [data-message]")).to_have_attribute("data-state", "translated")
    tab.goto(f"{url}/nl/translation/")
    tab.locator("article li a", has_text="Offer").first.click()
    expect(tab.locator("h1")).to_contain_text("Offer")
    assert tab.url.split("#")[1:] == ["offer"]


@pytest.mark.slow
def test_what_is_built_has_no_trace_of_it_and_serving_leaves_what_is_built_alone(tiny: Project) -> None:
    assert tiny.porspec("build").returncode == 0
    before = Project(tiny.root / "site").files()
    assert not [
        path for path, content in before.items() if b"data-message" in content or b"porspec-messages" in content
    ]
    command = [sys.executable, "-m", "porspec", "--root", str(tiny.root), "serve", "--once", "--port", "8480"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        assert any(line.startswith("Serving on") for line in process.stdout)
        assert [each.name for each in tiny.root.glob(".porspec/*/site/tea")] == ["tea"]
        process.terminate()
    assert Project(tiny.root / "site").files() == before
    assert not (tiny.root / ".porspec").exists()
