"""The faults of the machine-translated page do not occur in these tasks; numbers as in the list of defects."""

import re

import pytest

from porspec.render import render
from porspec.runner import run_all
from porspec.spec import load
from porspec.words import read_words
from tests.conftest import REPOSITORY

SPEC = load(REPOSITORY)
PAGES = {
    page.stem: page.markdown
    for page in render(SPEC, list(run_all(SPEC)), "nl", read_words(SPEC.config, "nl"))
    if page.stem in SPEC.features
}
ALL = "\n".join([*PAGES.values(), (REPOSITORY / "docs" / "index.nl.md").read_text("utf-8")])
FOLDED = re.compile(r"<details.*?</details>", re.DOTALL)
READ = FOLDED.sub("", ALL)

# number, what must not stand on any page
FORBIDDEN = [
    (1, r"vakje|[Ss]chakel .* uit\b|uitschakel"),
    (2, r"\*\*OK\*\*|\bklik"),
    (3, r"(?m)^6\. (?!Selecteer \*\*Verzenden)"),
    (4, r"\*\*partner-id\*\*"),
    (8, r"toevoegt U|door de partner erom te vragen"),
    (9, r"toevoegt\s+U"),
    (10, r"Microsoft Partner-id"),
    (26, r"\*\*\\?>|[^a] ?>(?=\*\*|\[)"),
    (28, r"\*\*meer acties\*\*"),
    (29, r"Toevoegen partner van record"),
    (30, r"[Pp]artner van [Rr]ecord"),
    (31, r"of u hen\b"),
    (32, r"Om deze aanbieding te accepteren"),
    (33, r"\*\*vervolgens"),
    (34, r"\*\* \*\*"),
    (36, r"proefabonnement of abonnementsaccount"),
    (37, r"aankoopvoorstel"),
    (38, r"is voorzien van"),
    (43, r"\b[Jj]e\b|\b[Jj]ouw\b|\b[Jj]ij\b"),
    (49, r"partner van abonnementsadviseur"),
    (50, r"\*\*Opmerking\*\*"),
    (53, r"(?m)^\d+\.  "),
    (57, r"(?m)[ \t]+$"),
]

# number, page, what must stand there
REQUIRED = [
    (1, "change-partner", "Als u het vak **Partner-id** leegmaakt en **Verzenden** selecteert"),
    (2, "change-partner", "6. Selecteer **Verzenden**."),
    (4, "change-partner", "4. Typ in het vak **Partner-id**"),
    (
        8,
        "add-partner",
        "U hebt de Microsoft-partner-id van de nieuwe partner. Alleen de partner zelf kan u deze geven: vraag",
    ),
    (10, "add-partner", "Typ in het vak **partnernetwerk-id** de Microsoft-partner-id"),
    (26, "change-partner", "**Facturering** > [**Abonnementen**](https://go.microsoft.com/fwlink/p/?linkid=850626)"),
    (
        27,
        "add-partner",
        "3. Selecteer rechts, onder de abonnementskosten, **Meer acties** > **Partner of Record toevoegen**.",
    ),
    (30, "accept-offer", "als uw Partner of Record op te treden"),
    (33, "accept-offer", "4. Selecteer **Volgende**."),
    (34, "accept-offer", "3. Selecteer onder **Partnerrelaties** de optie **Ja**."),
    (36, "accept-offer", "Maak dan uw proefaccount of abonnementsaccount."),
    (37, "accept-offer", "een proefabonnement of een aankoopaanbieding"),
    (50, "add-partner", "> [!IMPORTANT]"),
    (54, "add-partner", '# <a name="add-a-partner-to-an-existing-subscription"></a>Een partner toevoegen'),
    (55, "add-partner", "is deze taak niet beschikbaar"),
]


@pytest.mark.parametrize(("number", "pattern"), FORBIDDEN)
def test_a_fault_of_the_old_page_does_not_occur(number: int, pattern: str) -> None:
    assert re.findall(pattern, READ) == []


@pytest.mark.parametrize(("number", "page", "text"), REQUIRED)
def test_what_the_old_page_should_have_said_is_there(number: int, page: str, text: str) -> None:
    assert text in PAGES[page]


@pytest.mark.parametrize("page", PAGES)
def test_an_anchor_stands_once_on_a_page(page: str) -> None:
    anchors = re.findall(r'<a name="([^"]+)">', PAGES[page])
    assert len(anchors) == len(set(anchors))


def test_the_admin_is_addressed_as_u_in_every_catalogue() -> None:
    informal = re.compile(r"\b(je|jij|jou|jouw|jullie)\b", re.IGNORECASE)
    for catalogue in SPEC.languages["nl"].catalogues.values():
        for message in catalogue.messages.values():
            assert informal.findall(message.text) == []
