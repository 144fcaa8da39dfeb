"""The faults of the machine-translated page do not occur; numbers as in the list of defects."""

import re

import pytest

from porspec.languages.words import read_words
from porspec.pages.help import render
from tests.cloud_text import markdown_of, uncompared, without_pictures
from tests.conftest import REPOSITORY, these_traces, this_spec

SPEC = this_spec()
PAGES = {
    stem: re.sub(r"\n\n(?=\d+\. )", "\n", without_pictures(page))
    for stem, page in render(SPEC, these_traces(), read_words(SPEC.config, "nl")).items()
}
PAGES["index"] = (REPOSITORY / "docs" / "index.nl.md").read_text("utf-8")
ALL = "\n".join(PAGES.values())
FOLDED = re.compile(r"<details.*?</details>", re.DOTALL)
READ = FOLDED.sub("", uncompared(ALL))

# number, what must not stand on any page
FORBIDDEN = [
    (1, r"vakje|[Ss]chakel .* uit\b|uitschakel"),
    (2, r"\*\*OK\*\*|\bklik"),
    (4, r"\*\*partner-id\*\*"),
    (5, r"Office 365 u gebruikers"),
    (6, r"uitvoert, u deze rol"),
    (8, r"toevoegt U|door de partner erom te vragen"),
    (9, r"toevoegt\s+U"),
    (10, r"Microsoft Partner-id"),
    (11, r"[Ff]actureringsinkoop|[Ff]actureringsaankoop"),
    (12, r"\*\*Billing\*\*"),
    (13, r"pagina \\?>"),
    (14, r"services\.\*\*|\.\]\("),
    (15, r"\*\* \*\*Billing"),
    (16, r"\)naar"),
    (17, r"\*\*Kopen\.\*\*"),
    (19, r"uit\? en"),
    (20, r"van een \*\*Microsoft-partner"),
    (21, r"zoeken naar, of"),
    (22, r"pagina providers"),
    (23, r"wizard afrekenen"),
    (25, r"[Vv]oltooi [^.]* te voltooien"),
    (26, r"\*\*\\?>|[^a] ?>(?=\*\*|\[)"),
    (28, r"\*\*meer acties\*\*"),
    (29, r"Toevoegen partner van record"),
    (30, r"[Pp]artner van [Rr]ecord"),
    (31, r"of u hen\b"),
    (32, r"Om deze aanbieding te accepteren"),
    (33, r"\*\*vervolgens"),
    (34, r"\*\* \*\*"),
    (35, r"aanbieding voor partnerrelatie"),
    (36, r"proefabonnement of abonnementsaccount"),
    (37, r"aankoopvoorstel"),
    (38, r"is voorzien van"),
    (39, r"[Ii]nstellingenpartner"),
    (40, r"\*\*Settings\*\*"),
    (41, r"pagina[<\[*]"),
    (42, r"relaties\.\]|relaties\.\*\*\]"),
    (43, r"\b[Jj]e\b|\b[Jj]ouw\b|\b[Jj]ij\b"),
    (44, r"'Er is hier niets'|hier niets\*\*(?!\.)[^.]"),
    (45, r"partner voor een abonnement verwijderen"),
    (46, r"wilt verwijderen is"),
    (47, r"Verwijderen\*\* niet beschikbaar"),
    (48, r"op het moment dat Office 365 wordt gekocht"),
    (49, r"partner van abonnementsadviseur"),
    (50, r"\*\*Opmerking\*\*"),
    (51, r"wederverkoper| -reseller"),
    (53, r"(?m)^\d+\.  "),
    (57, r"(?m)[ \t]+$"),
]

# number, page, what must stand there
REQUIRED = [
    (1, "delete-partner", "4. Maak op de pagina **Partnergegevens** het vak **Partner-id** leeg."),
    (2, "delete-partner", "5. Selecteer **Verzenden**."),
    (3, "delete-partner", "3. Selecteer **Partner of Record bewerken** onder **Partner-id**.\n4. Maak"),
    (4, "change-partner", "4. Vervang in het vak **Partner-id** de id"),
    (5, "index", "bent u normaal gesproken zelf verantwoordelijk voor onder andere gebruikers"),
    (6, "index", "kunt u die rol delegeren aan een partner"),
    (7, "index", "onder andere gebruikers, wachtwoorden"),
    (8, "add-partner", "Vraag de partner om deze id"),
    (10, "add-partner", "Typ in het vak **partnernetwerk-id** de Microsoft-partner-id"),
    (
        11,
        "add-partner-at-purchase",
        "**Facturering** > [**Services aanschaffen**](https://go.microsoft.com/fwlink/p/?linkid=868433).",
    ),
    (15, "add-partner-at-purchase", "**Facturering** > **Services aanschaffen**."),
    (16, "add-partner-at-purchase", "Open het [**beheercentrum**](https://go.microsoft.com/fwlink/p/?linkid=848041)."),
    (17, "add-partner-at-purchase", "Selecteer **Kopen**."),
    (18, "add-partner-at-purchase", "Selecteer het product dat u wilt kopen."),
    (19, "add-partner-at-purchase", "Vouw **Hulp nodig bij uw bestelling?** uit en selecteer"),
    (20, "add-partner-at-purchase", "selecteer **Hulp krijgen van een Microsoft-partner**."),
    (21, "add-partner-at-purchase", "een partner of vraag daar om een passende partner"),
    (22, "add-partner-at-purchase", "op de providerpagina"),
    (23, "add-partner-at-purchase", "stap 2 van de afrekenwizard"),
    (24, "add-partner-at-purchase", "onder **Partnergegevens** de knop **Toevoegen**"),
    (25, "add-partner-at-purchase", "Doorloop de rest van de wizard om uw bestelling te voltooien."),
    (26, "change-partner", "**Facturering** > [**Abonnementen**](https://go.microsoft.com/fwlink/p/?linkid=850626)"),
    (
        27,
        "add-partner",
        "3. Selecteer rechts, onder de abonnementskosten, **Meer acties** > **Partner of Record toevoegen**.",
    ),
    (30, "accept-offer", "als uw Partner of Record op te treden"),
    (32, "accept-offer", "1. Lees in de e-mail de voorwaarden van de partner."),
    (33, "accept-offer", "4. Selecteer **Volgende**."),
    (34, "accept-offer", "3. Selecteer onder **Partnerrelaties** de optie **Ja**."),
    (36, "accept-offer", "maak dan uw proefaccount of abonnementsaccount."),
    (37, "accept-offer", "een proefabonnement of een aankoopaanbieding"),
    (
        39,
        "view-partners",
        "**Instellingen** > [**Partnerrelaties**](https://go.microsoft.com/fwlink/p/?linkid=2074649).",
    ),
    (43, "view-partners", "U hebt nog geen partner."),
    (44, "view-partners", "**Er is hier niets.**"),
    (45, "delete-partner", "</a>Een partner uit een abonnement verwijderen"),
    (47, "remove-reseller", "wordt **Verwijderen** bij een reseller grijs weergegeven."),
    (48, "index", "een partner die u als *Partner of Record* aan een Office 365-abonnement toevoegt"),
    (49, "index", "Een *abonnementsadviseur* is"),
    (50, "add-partner", "> [!IMPORTANT]"),
    (51, "index", "[Uw Office 365-partner of reseller zoeken]"),
    (55, "add-partner", "Deze taak is niet beschikbaar"),
]

# number, why it cannot occur: a test of its own holds it
BY_CONSTRUCTION = {
    9: "sentences of a step are one message, and the full stop is part of it; see 8",
    12: "labels come from the catalogue, and a label without a translation is a Problem",
    13: "a path is written by the renderer, with the separator between its labels",
    14: "a label holds no full stop, and the sentence's stands outside of it",
    28: "a label is one message, whichever page shows it",
    29: "see 28",
    31: "no sentence speaks of the partner as hen; the glossary's terms are singular",
    35: "the sentence was written anew; see 37",
    38: "the sentence was written anew; see 37",
    40: "see 12",
    41: "a path is a message's argument, with its blank before it",
    42: "see 14",
    46: "the sentence was written anew; see 47",
    52: "the title of the whole page is the home page's, and names the Partner of Record",
    53: "numbers are written by the renderer",
    54: "a heading stands once on a page; test_an_anchor_stands_once_on_a_page",
    56: "one table holds the links, and this one says that it is everybody's: steps/links.py",
    57: "pages are written by the renderer",
}


def test_each_of_the_57_defects_has_its_line() -> None:
    held = {number for number, *_ in [*FORBIDDEN, *REQUIRED]} | set(BY_CONSTRUCTION)
    assert held == set(range(1, 58))


@pytest.mark.parametrize(("number", "pattern"), FORBIDDEN)
def test_a_fault_of_the_old_page_does_not_occur(number: int, pattern: str) -> None:
    assert re.findall(pattern, READ) == []


@pytest.mark.parametrize(("number", "page", "text"), REQUIRED)
def test_what_the_old_page_should_have_said_is_there(number: int, page: str, text: str) -> None:
    assert text in PAGES[page]


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("cloud", SPEC.config.monikers.ids)
def test_an_anchor_stands_once_on_a_page(page: str, cloud: str) -> None:
    anchors = re.findall(r'<a name="([^"]+)">', markdown_of(PAGES[page], cloud))
    assert len(anchors) == len(set(anchors))


def test_the_admin_is_addressed_as_u_in_every_catalogue() -> None:
    informal = re.compile(r"\b(je|jij|jou|jouw|jullie)\b", re.IGNORECASE)
    for catalogue in SPEC.languages["nl"].catalogues.values():
        for message in catalogue.messages.values():
            assert informal.findall(message.text) == []
