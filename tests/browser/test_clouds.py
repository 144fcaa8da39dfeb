"""What a task's page tells the readers of each cloud, and where it leads them on."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from porspec.sources.features import paragraphs
from tests.conftest import this_spec

from .reading import CLOSED, CLOUDS, IN_EACH_LANGUAGE, NAMES, address, choose, seen, visit

pytestmark = pytest.mark.browser

FIRST_STEP = {
    "en": "In the admin center, go to the {} page.",
    "nl": "Ga in het beheercentrum naar de pagina {}.",
    "de": "Wechseln Sie im Admin Center zur Seite {}.",
    "zh": "在管理中心，转到{}页面。",
}
PRODUCTS = {
    "en": "Billing > Products & services",
    "nl": "Facturering > Producten en services",
    "de": "Abrechnung > Produkte und Dienste",
    "zh": "计费 > 产品和服务",
}
SUBSCRIPTIONS = {
    "en": "Billing > Subscriptions",
    "nl": "Facturering > Abonnementen",
    "de": "Abrechnung > Abonnements",
    "zh": "计费 > 订阅",
}

SPEC = this_spec()
TITLE = "Accept a partner's offer"


def said(language: str, message: str, context: str) -> str:
    """A message of the features as readers of a language see it."""
    return SPEC.languages[language].say("features", message, context)


ELSEWHERE = {
    "en": (
        "Important",
        "This page doesn't apply to {}. It applies to {}. Choose your cloud above, or go to the home page.",
        "home page",
    ),
    "nl": (
        "Belangrijk",
        "Deze pagina geldt niet voor {}. De pagina geldt voor {}. Kies hierboven uw cloud of ga naar de startpagina.",
        "startpagina",
    ),
    "de": (
        "Wichtig",
        (
            "Diese Seite gilt nicht für {}. Sie gilt für {}. "
            "Wählen Sie oben Ihre Cloud aus, oder wechseln Sie zur Startseite."
        ),
        "Startseite",
    ),
    "zh": (
        "重要",
        "此页面不适用于 {}。仅适用于{}。请在上方选择你的云环境，或转到首页。",
        "首页",
    ),
}


@IN_EACH_LANGUAGE
def test_changing_a_partner_begins_at_the_page_that_the_cloud_has(reader: Page, language: str) -> None:
    visit(reader, address("change-partner", language, CLOUDS[-1]))
    for cloud in CLOUDS:
        has, has_not = SUBSCRIPTIONS[language], PRODUCTS[language]
        if cloud == "o365-worldwide":
            has, has_not = has_not, has
        choose(reader, language, cloud)
        text = "\n".join(seen(reader))
        assert FIRST_STEP[language].format(has) in text.split("\n")
        assert has_not not in text
        labels = reader.locator("article strong:not(.porspec-compare *)").filter(visible=True).all_inner_texts()
        assert has_not.split(" > ")[1] not in labels


@IN_EACH_LANGUAGE
def test_adding_a_partner_is_not_available_with_21vianet_and_leads_to_the_offer(reader: Page, language: str) -> None:
    visit(reader, address("add-partner", language, "o365-21vianet"))
    first, *_ = SPEC.feature("add-partner").source.rules
    [why] = paragraphs(first.description)
    before, link, after = re.split(r"\[(.*)\]\(accept-offer\.md\)", said(language, why, "description"))
    assert f"{before}{link}{after}" in seen(reader)
    reader.locator("article").get_by_role("link", name=link, exact=True).first.click()
    expect(reader).to_have_url(address("accept-offer", language, "o365-21vianet"))
    reader.wait_for_load_state("domcontentloaded")
    assert seen(reader)[0] == said(language, TITLE, "feature")
    expect(reader.locator("html")).to_have_attribute("data-view", "o365-21vianet")


@IN_EACH_LANGUAGE
@pytest.mark.parametrize("cloud", [each for each in CLOUDS if each != "o365-21vianet"])
def test_a_page_of_one_cloud_tells_readers_of_others_and_leads_home(reader: Page, language: str, cloud: str) -> None:
    title, text, home = ELSEWHERE[language]
    names = NAMES[language]
    visit(reader, address("accept-offer", language, cloud))
    closed = [title, CLOSED[language]] if cloud == "o365-germany" else []
    about = text.format(names[cloud], names["o365-21vianet"])
    assert seen(reader)[: 3 + len(closed)] == [said(language, TITLE, "feature"), *closed, title, about]
    reader.locator("article").get_by_role("link", name=home).click()
    expect(reader).to_have_url(address("index", language, cloud))


def test_the_page_for_what_is_missing_says_it_in_each_language(reader: Page) -> None:
    for cloud in CLOUDS:
        visit(reader, f"/404.html?view={cloud}")
        said = [text for text in seen(reader) if text in CLOSED.values()]
        assert sorted(said) == sorted(CLOSED.values() if cloud == "o365-germany" else [])
