"""Each reader sees the text of the chosen cloud, all of it, and of no other."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from .reading import CLOUDS, FEATURES, LANGUAGES, NAMES, PAGES, STEPS, address, meant, seen, source, visit

pytestmark = pytest.mark.browser

FIRST_STEP = {
    "en": "In the admin center, go to the {} page.",
    "nl": "Ga in het beheercentrum naar de pagina {}.",
}
PRODUCTS = {"en": "Billing > Products & services", "nl": "Facturering > Producten en services"}
SUBSCRIPTIONS = {"en": "Billing > Subscriptions", "nl": "Facturering > Abonnementen"}

UNAVAILABLE = {
    "en": (
        "In Office 365 operated by 21Vianet this task is not available. Your partner takes the first step and sends "
        "you an offer by e-mail: see Accept a partner's offer."
    ),
    "nl": (
        "In Office 365 beheerd door 21Vianet is deze taak niet beschikbaar. Uw partner zet de eerste stap en stuurt u "
        "per e-mail een aanbieding: zie De aanbieding van een partner accepteren."
    ),
}
ACCEPT = {"en": "Accept a partner's offer", "nl": "De aanbieding van een partner accepteren"}

ELSEWHERE = {
    "en": (
        "Important",
        "This page is not about {}. It is about {}. Choose your cloud above, or go to the home page.",
        "home page",
    ),
    "nl": (
        "Belangrijk",
        "Deze pagina gaat niet over {}. De pagina gaat over {}. Kies hierboven uw cloud of ga naar de startpagina.",
        "startpagina",
    ),
}

# Every visible element that stands, however deep, in a zone that leaves the view out.
_STRAYS = """view => [...document.body.querySelectorAll("[data-moniker]")]
    .filter(zone => !zone.dataset.moniker.split(" ").includes(view))
    .flatMap(zone => [zone, ...zone.querySelectorAll("*")])
    .filter(element => element.checkVisibility())
    .map(element => element.outerHTML)"""

_NUMBERS = """lists => lists
    .map(list => [...list.children].filter(item => item.checkVisibility()).map(item => item.value))
    .filter(numbers => numbers.length)"""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("cloud", CLOUDS)
def test_changing_a_partner_begins_at_the_page_that_the_cloud_has(reader: Page, language: str, cloud: str) -> None:
    has, has_not = SUBSCRIPTIONS[language], PRODUCTS[language]
    if cloud == "o365-worldwide":
        has, has_not = has_not, has
    visit(reader, address("change-partner", language, cloud))
    text = "\n".join(seen(reader))
    assert FIRST_STEP[language].format(has) in text.split("\n")
    assert has_not not in text
    assert has_not.split(" > ")[1] not in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_adding_a_partner_is_not_available_with_21vianet_and_leads_to_the_offer(reader: Page, language: str) -> None:
    visit(reader, address("add-partner", language, "o365-21vianet"))
    assert UNAVAILABLE[language] in seen(reader)
    reader.locator("article").get_by_role("link", name=ACCEPT[language]).click()
    expect(reader).to_have_url(address("accept-offer", language, "o365-21vianet"))
    assert seen(reader)[0] == ACCEPT[language]
    expect(reader.locator("html")).to_have_attribute("data-view", "o365-21vianet")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("cloud", CLOUDS)
@pytest.mark.parametrize("stem", FEATURES)
def test_steps_are_numbered_from_one_without_a_gap(reader: Page, stem: str, cloud: str, language: str) -> None:
    visit(reader, address(stem, language, cloud))
    last = STEPS[stem][cloud]
    assert reader.locator("article ol").evaluate_all(_NUMBERS) == ([list(range(1, last + 1))] if last else [])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("cloud", CLOUDS)
@pytest.mark.parametrize("stem", PAGES)
def test_a_page_shows_all_of_its_cloud_and_nothing_of_another(
    reader: Page, site: Path, stem: str, cloud: str, language: str
) -> None:
    html = source(site, stem, language)
    visit(reader, address(stem, language, cloud))
    assert reader.evaluate(_STRAYS, cloud) == []
    assert seen(reader) == meant(html, cloud)
    reader.locator("details").evaluate_all("folds => folds.forEach(fold => { fold.open = true })")
    assert reader.evaluate(_STRAYS, cloud) == []
    assert seen(reader) == meant(html, cloud, folded=False)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("cloud", [each for each in CLOUDS if each != "o365-21vianet"])
def test_a_page_of_one_cloud_tells_readers_of_others_and_leads_home(reader: Page, language: str, cloud: str) -> None:
    title, text, home = ELSEWHERE[language]
    names = NAMES[language]
    visit(reader, address("accept-offer", language, cloud))
    assert seen(reader) == [ACCEPT[language], title, text.format(names[cloud], names["o365-21vianet"])]
    reader.locator("article").get_by_role("link", name=home).click()
    expect(reader).to_have_url(address("index", language, cloud))
