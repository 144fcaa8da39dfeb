# language: nl
# Written by porspec sync from features/en/delete-partner.feature (b141600a50b0). To keep an edit, run: porspec sync --from nl
Functionaliteit: Een partner uit een abonnement verwijderen
  Zorg ervoor dat een partner niet langer de Partner of Record van uw abonnement is.

  Achtergrond:
    Stel dat ik bij het beheercentrum ben aangemeld
    En dat ik de abonnementen "Office 365 E3" en "Visio Plan 2" heb
    En dat "Contoso" de Partner of Record van het abonnement "Office 365 E3" is

  # The clouds differ by one value only, the page: one outline, and a row for each page.
  @assumption
  Abstract Scenario: De partner verwijderen
    Als ik naar de pagina "<pagina>" ga
    En ik het abonnement "Office 365 E3" selecteer
    En ik onder "Partner-id" de optie "Partner of Record bewerken" selecteer
    En ik op de pagina "Partnergegevens" het vak "Partner-id" leegmaak
    En ik de knop "Verzenden" selecteer
    Dan heeft mijn abonnement "Office 365 E3" geen Partner of Record meer
    En staat op de pagina "<pagina>" geen id bij het abonnement "Office 365 E3"

    @o365-worldwide @assumption
    Voorbeelden:
      | pagina                              |
      | Facturering > Producten en services |

    @o365-germany @o365-21vianet @assumption
    Voorbeelden:
      | pagina                     |
      | Facturering > Abonnementen |

  @assumption
  Regel: Voor uw andere abonnementen verandert er niets
    Ook uw andere relaties met de partner blijven bestaan.

    Scenario: Een partner wordt uit één van twee abonnementen verwijderd
      Stel dat "Contoso" de Partner of Record van het abonnement "Visio Plan 2" is
      Als ik voor het abonnement "Office 365 E3" het vak leegmaak en "Verzenden" selecteer
      Dan heeft het abonnement "Office 365 E3" geen Partner of Record
      En is "Contoso" de Partner of Record van het abonnement "Visio Plan 2"
      En staat in de lijst geen id bij het abonnement "Office 365 E3"
      Als ik voor het abonnement "Visio Plan 2" het vak leegmaak en "Verzenden" selecteer
      Dan heeft geen enkel abonnement een Partner of Record
      Als ik naar de pagina "Instellingen > Partnerrelaties" ga
      Dan staan er geen partners op de pagina
      En verschijnt het bericht "Er is hier niets."

    Scenario: Andere relaties met de partner blijven
      Stel dat "Contoso" mijn gedelegeerde beheerder is
      En dat "Contoso" mijn reseller is
      En dat ik ook samenwerk met de reseller "Tailspin Toys", de gedelegeerde beheerder "Northwind Traders" en, voor het abonnement "Project Plan 3", de Partner of Record "Litware"
      Als ik voor het abonnement "Office 365 E3" het vak leegmaak en "Verzenden" selecteer
      Dan heeft het abonnement "Office 365 E3" geen Partner of Record
      En zijn "Contoso" en "Northwind Traders" mijn gedelegeerde beheerders
      En is er niets veranderd voor de reseller "Tailspin Toys", de gedelegeerde beheerder "Northwind Traders" en, voor het abonnement "Project Plan 3", de Partner of Record "Litware"
      En verschijnt er geen bericht
      Als ik naar de pagina "Instellingen > Partnerrelaties" ga
      Dan staat "Contoso" als "Gedelegeerde beheerder" en "Reseller" op de pagina
      En staan er "4" namen op de pagina
      En verschijnt er geen bericht
      Als ik de partner "Contoso" selecteer
      Dan wordt "Verwijderen" grijs weergegeven

    Scenario: De verwijderde partner kan terugkomen
      Stel dat de partner "Fabrikam" mij de Microsoft-partner-id "3214567" heeft gegeven
      En dat "Fabrikam" de Partner of Record van het abonnement "Visio Plan 2" is
      Als ik de partner "Fabrikam" om de Microsoft-partner-id vraag
      En ik voor het abonnement "Visio Plan 2" het vak leegmaak en "Verzenden" selecteer
      En ik voor het abonnement "Office 365 E3" de id "3214567" typ en "Verzenden" selecteer
      Dan heeft het abonnement "Visio Plan 2" geen Partner of Record
      En is "Fabrikam" de Partner of Record van het abonnement "Office 365 E3"
      En weet ik de Microsoft-partner-id "3214567"

  @assumption
  Regel: Alleen met een leeg vak verwijdert u de partner
    Er staat nog iets in het vak en de partner blijft. Maak het vak leeg en selecteer nogmaals **Verzenden**.

    Scenario: Een onjuiste id verwijdert niets
      Stel dat geen enkele partner de Microsoft-partner-id "9999999" heeft
      Als ik voor het abonnement "Office 365 E3" de id "9999999" typ en "Verzenden" selecteer
      Dan verschijnt het bericht "Geen enkele partner heeft deze id."
      En is "Contoso" de Partner of Record van het abonnement "Office 365 E3"

    Scenario: Een tweede keer ‘Verzenden’ na een onjuiste id verwijdert niets
      Stel dat geen enkele partner de Microsoft-partner-id "9999999" heeft
      Als ik voor het abonnement "Office 365 E3" de id "9999999" typ en "Verzenden" selecteer
      En ik de knop "Verzenden" selecteer
      Dan staat in het vak de id "9999999"
      En verschijnt het bericht "Geen enkele partner heeft deze id."
      En is "Contoso" de Partner of Record van het abonnement "Office 365 E3"

    Scenario: Een vak met alleen spaties geldt als leeg
      Als ik voor het abonnement "Office 365 E3" de id "  " typ en "Verzenden" selecteer
      Dan heeft het abonnement "Office 365 E3" geen Partner of Record
      En verschijnt er geen bericht
      En kan ik "Verzenden" niet selecteren
