# language: nl
# Written by porspec sync from features/en/change-partner.feature (c2af613c7fa3). To keep an edit, run: porspec sync --from nl
Functionaliteit: De partner van een abonnement wijzigen
  Als een andere partner u gaat adviseren, wijst u deze aan als Partner of Record van uw abonnement.

  Achtergrond:
    Stel dat ik bij het beheercentrum ben aangemeld
    En dat ik de abonnementen "Office 365 E3" en "Visio Plan 2" heb
    En dat "Contoso" de Partner of Record van het abonnement "Office 365 E3" is

  # The clouds differ by one value only, the page: one outline, and a row for each page.
  @assumption
  Abstract Scenario: De partner wijzigen
    Stel dat de partner "Fabrikam" mij de Microsoft-partner-id "3214567" heeft gegeven
    Als ik naar de pagina "<pagina>" ga
    En ik het abonnement "Office 365 E3" selecteer
    En ik onder "Partner-id" de optie "Partner of Record bewerken" selecteer
    En ik in het vak "Partner-id" de nieuwe id "3214567" typ
    En ik de knop "Id controleren" selecteer
    En ik de knop "Verzenden" selecteer
    Dan is "Fabrikam" de Partner of Record van het abonnement "Office 365 E3"
    En heeft het abonnement "Visio Plan 2" geen Partner of Record
    En staat op de pagina "<pagina>" de id "3214567" bij het abonnement "Office 365 E3"

    @o365-worldwide
    Voorbeelden:
      | pagina                              |
      | Facturering > Producten en services |

    @o365-germany @o365-21vianet
    Voorbeelden:
      | pagina                     |
      | Facturering > Abonnementen |

  @assumption
  Regel: De nieuwe id moet van een andere partner zijn
    Vraag de nieuwe partner om de id en corrigeer wat u hebt getypt. Ook **Verzenden** weigert een verkeerde id.

    Abstract Scenario: Een onbekende id wordt geweigerd
      Stel dat geen enkele partner de Microsoft-partner-id "9999999" heeft
      Als ik voor het abonnement "Office 365 E3" de id "9999999" typ en "<knop>" selecteer
      Dan verschijnt het bericht "Geen enkele partner heeft deze id."
      En is "Contoso" de Partner of Record van het abonnement "Office 365 E3"
      Als ik naar de pagina "Instellingen > Partnerrelaties" ga
      Dan staat "Contoso" als "Adviseur" op de pagina
      En verschijnt er geen bericht

      Voorbeelden:
        | knop           |
        | Id controleren |
        | Verzenden      |

    Abstract Scenario: De id van de huidige partner wordt geweigerd
      Stel dat de partner "Tailspin Toys" mij de Microsoft-partner-id "5554321" heeft gegeven
      En dat "Tailspin Toys" de Partner of Record van het abonnement "Visio Plan 2" is
      En dat "Tailspin Toys" mijn reseller is
      En dat "Tailspin Toys" mijn gedelegeerde beheerder is
      Als ik voor het abonnement "Visio Plan 2" de id "5554321" typ en "<knop>" selecteer
      Dan verschijnt het bericht "Deze partner is al de Partner of Record."
      En staat in het vak de id "5554321"
      Als ik de id in het vak wijzig in " 5554321 "
      Dan verschijnt er geen bericht
      Als ik de knop "<knop>" selecteer
      Dan verschijnt het bericht "Deze partner is al de Partner of Record."
      En staat in het vak de id " 5554321 "
      En is "Tailspin Toys" de Partner of Record van het abonnement "Visio Plan 2"
      En is "Tailspin Toys" mijn gedelegeerde beheerder

      Voorbeelden:
        | knop           |
        | Id controleren |
        | Verzenden      |

    Abstract Scenario: Een id die bijna juist is, wordt geweigerd
      Stel dat de partner "Fabrikam" mij de Microsoft-partner-id "3214567" heeft gegeven
      Als ik voor het abonnement "Office 365 E3" de id "<id>" typ en "<knop>" selecteer
      Dan verschijnt het bericht "Geen enkele partner heeft deze id."
      En staat in het vak de id "<id>"
      En is "Contoso" de Partner of Record van het abonnement "Office 365 E3"

      Voorbeelden:
        | knop           | id         |
        | Verzenden      | 321456     |
        | Verzenden      | 32145678   |
        | Verzenden      | 03214567   |
        | Verzenden      | 321 4567   |
        | Verzenden      | 3214576    |
        | Verzenden      | 3214567-   |
        | Verzenden      | ID 3214567 |
        | Verzenden      | Fabrikam   |
        | Id controleren | 32145678   |
        | Id controleren | 321 4567   |

    Scenario: Spaties om de id heen maken niet uit
      Stel dat "101" partners mijn gedelegeerde beheerders zijn en "101" andere mijn resellers
      En dat de partner "Fabrikam" mij de Microsoft-partner-id "3214567" heeft gegeven
      Als ik voor het abonnement "Office 365 E3" de id "  3214567  " typ en "Verzenden" selecteer
      Dan is "Fabrikam" de Partner of Record van het abonnement "Office 365 E3"

    Scenario: Een id kan nog een keer worden gecontroleerd
      Stel dat de partner "Fabrikam" mij de Microsoft-partner-id "3214567" heeft gegeven
      Als ik voor het abonnement "Office 365 E3" de id " 3214567 " typ en "Id controleren" selecteer
      En ik de knop "Id controleren" selecteer
      Dan verschijnt het bericht "Deze partner-id is juist."
      En staat in het vak de id " 3214567 "
      En weet ik de Microsoft-partner-id "3214567" niet
      En is "Contoso" de Partner of Record van het abonnement "Office 365 E3"
      Als ik de id in het vak wijzig in "  "
      Dan verschijnt er geen bericht

    Scenario: Een geweigerde id kan worden gecorrigeerd
      Stel dat de partner "Fabrikam" mij de Microsoft-partner-id "3214567" heeft gegeven
      Als ik voor het abonnement "Office 365 E3" de id "9999999" typ en "Verzenden" selecteer
      Dan verschijnt het bericht "Geen enkele partner heeft deze id."
      En staat in het vak de id "9999999"
      Als ik de id in het vak wijzig in "3214567"
      Dan verschijnt er geen bericht
      Als ik de knop "Id controleren" selecteer
      Dan verschijnt het bericht "Deze partner-id is juist."
      En staat in het vak de id "3214567"
      En is "Contoso" de Partner of Record van het abonnement "Office 365 E3"
      Als ik de knop "Verzenden" selecteer
      Dan is "Fabrikam" de Partner of Record van het abonnement "Office 365 E3"
      En verschijnt er geen bericht
      En is de knop "Verzenden" niet meer te zien
      En is "Partner of Record bewerken" beschikbaar

  @assumption
  Regel: Verder verandert er niets
    Uw andere abonnementen houden hun partner. De andere relaties met de oude partner blijven bestaan; met de nieuwe
    partner komen er geen andere bij.

    Scenario: Een partner van twee abonnementen wordt bij één ervan vervangen
      Stel dat de partner "Fabrikam" mij de Microsoft-partner-id "3214567" heeft gegeven
      En dat "Contoso" de Partner of Record van het abonnement "Visio Plan 2" is
      Als ik voor het abonnement "Visio Plan 2" de id "3214567" typ en "Verzenden" selecteer
      Dan is "Fabrikam" de Partner of Record van het abonnement "Visio Plan 2"
      En verschijnt er geen bericht
      En is "Contoso" de Partner of Record van het abonnement "Office 365 E3"
      En heb ik geen gedelegeerde beheerder

    Scenario: Een abonnement met bijna dezelfde naam behoudt zijn partner
      Stel dat ik ook het abonnement "OFFICE 365 E3" heb
      En dat "Contoso" de Partner of Record van het abonnement "OFFICE 365 E3" is
      En dat de partner "Fabrikam" mij de Microsoft-partner-id "3214567" heeft gegeven
      En dat de partner "Fabrikam North" mij de Microsoft-partner-id "3214568" heeft gegeven
      En dat "101" partners mijn gedelegeerde beheerders zijn en "101" andere mijn resellers
      Als ik nog "100" abonnementen van het product "Office 365 E3" krijg
      En ik voor het abonnement "Office 365 E3" de id "3214568" typ en "Verzenden" selecteer
      En ik voor het abonnement "Office 365 E3" de id "3214567" typ en "Verzenden" selecteer
      Dan is "Fabrikam" alleen de Partner of Record van het abonnement "Office 365 E3"
      En is "Fabrikam" de Partner of Record van het abonnement "Office 365 E3"
      En is "Contoso" de Partner of Record van het abonnement "OFFICE 365 E3"
      Als ik de lijst met mijn abonnementen open
      Dan staat "office 365 e3" niet op de pagina
      En staat "Office 365" niet op de pagina
      En staat "Office 365 E3 (102)" niet op de pagina

    Scenario: Abonnementen staan in de volgorde waarin u ze hebt gekregen
      Stel dat ik ook het abonnement "Project Plan 3" heb
      En dat ik ook het abonnement "Dynamics 365" heb
      En dat de partner "Fabrikam" mij de Microsoft-partner-id "3214567" heeft gegeven
      En dat "Contoso" de Partner of Record van het abonnement "Visio Plan 2" is
      En dat "Contoso" de Partner of Record van het abonnement "Project Plan 3" is
      Als ik voor het abonnement "Visio Plan 2" de id "3214567" typ en "Verzenden" selecteer
      En ik voor het abonnement "Project Plan 3" het vak leegmaak en "Verzenden" selecteer
      En ik de lijst met mijn abonnementen open
      Dan staan achtereenvolgens "Office 365 E3", "Visio Plan 2", "Project Plan 3" en "Dynamics 365" op de pagina

    Scenario: De partner van een ander abonnement kan het overnemen
      Stel dat de partner "Fabrikam" mij de Microsoft-partner-id "3214567" heeft gegeven
      En dat de partner "Litware" mij de Microsoft-partner-id "321456" heeft gegeven
      En dat "Fabrikam" de Partner of Record van het abonnement "Visio Plan 2" is
      Als ik voor het abonnement "Office 365 E3" de id "3214567" typ en "Id controleren" selecteer
      Dan verschijnt het bericht "Deze partner-id is juist."
      Als ik de knop "Verzenden" selecteer
      Dan is "Fabrikam" de Partner of Record van het abonnement "Office 365 E3"
      En is "Fabrikam" de Partner of Record van het abonnement "Visio Plan 2"
      Als ik naar de pagina "Instellingen > Partnerrelaties" ga
      Dan staat alleen de partner "Fabrikam" op de pagina

    Scenario: De oude partner blijft uw gedelegeerde beheerder en uw reseller
      Stel dat de partner "Fabrikam" mij de Microsoft-partner-id "3214567" heeft gegeven
      En dat "Contoso" mijn gedelegeerde beheerder is
      En dat "Contoso" mijn reseller is
      En dat ik ook samenwerk met de reseller "Tailspin Toys", de gedelegeerde beheerder "Northwind Traders" en, voor het abonnement "Project Plan 3", de Partner of Record "Litware"
      Als ik voor het abonnement "Office 365 E3" de id "3214567" typ en "Verzenden" selecteer
      Dan is "Fabrikam" alleen de Partner of Record van het abonnement "Office 365 E3"
      En zijn "Contoso" en "Northwind Traders" mijn gedelegeerde beheerders
      En is er niets veranderd voor de reseller "Tailspin Toys", de gedelegeerde beheerder "Northwind Traders" en, voor het abonnement "Project Plan 3", de Partner of Record "Litware"
      En verschijnt er geen bericht
      Als ik naar de pagina "Instellingen > Partnerrelaties" ga
      Dan staat "Contoso" als "Gedelegeerde beheerder" en "Reseller" op de pagina
      En staat "Fabrikam" als "Adviseur" op de pagina
      En staan er "5" namen op de pagina
      En verschijnt er geen bericht

    Scenario: Wie gedelegeerde beheerder en reseller is, kan ook uw adviseur zijn
      Stel dat de partner "Fabrikam" mij de Microsoft-partner-id "3214567" heeft gegeven
      En dat "Fabrikam" mijn gedelegeerde beheerder is
      En dat "Fabrikam" mijn reseller is
      Als ik voor het abonnement "Office 365 E3" de id "3214567" typ en "Id controleren" selecteer
      Dan verschijnt het bericht "Deze partner-id is juist."
      Als ik de knop "Verzenden" selecteer
      Dan is "Fabrikam" de Partner of Record van het abonnement "Office 365 E3"
      En is "Fabrikam" mijn gedelegeerde beheerder
      Als ik naar de pagina "Instellingen > Partnerrelaties" ga
      Dan staat alleen de partner "Fabrikam" op de pagina
      En staat "Fabrikam" als "Adviseur", "Gedelegeerde beheerder" en "Reseller" op de pagina

  @assumption
  Regel: In het vak staat de id van uw huidige partner
    Vervang deze door de nieuwe id. Als u naar een ander abonnement gaat voordat u **Verzenden** selecteert, verdwijnt
    wat u hebt getypt.

    Scenario: Elk abonnement heeft een eigen id in het vak
      Stel dat de partner "Tailspin Toys" mij de Microsoft-partner-id "5554321" heeft gegeven
      En dat "Tailspin Toys" de Partner of Record van het abonnement "Visio Plan 2" is
      En dat de partner "Fabrikam" mij de Microsoft-partner-id "3214567" heeft gegeven
      Als ik voor het abonnement "Office 365 E3" de id "3214567" typ en "Id controleren" selecteer
      En ik voor het abonnement "Visio Plan 2" het vak met de knop "Verzenden" open
      Dan staat in het vak de id "5554321"
      En verschijnt er geen bericht
      Als ik voor het abonnement "Office 365 E3" de id "9999999" typ en "Verzenden" selecteer
      En ik voor het abonnement "Visio Plan 2" het vak met de knop "Verzenden" open
      Dan staat in het vak de id "5554321"
      En verschijnt er geen bericht
      En staat in de lijst de id "5554321" bij het abonnement "Visio Plan 2"
      En is "Contoso" de Partner of Record van het abonnement "Office 365 E3"

    Scenario: Naast het vak staan twee knoppen
      Als ik voor het abonnement "Office 365 E3" het vak met de knop "Verzenden" open
      Dan staan alleen "Id controleren" en "Verzenden" op de pagina

  Regel: U kunt de partner ook verwijderen
    Als u geen nieuwe partner wilt, kunt u [de huidige partner uit het abonnement verwijderen](delete-partner.md).

    Scenario: ‘Verzenden’ met een leeg vak verwijdert de partner
      Als ik voor het abonnement "Office 365 E3" het vak leegmaak en "Verzenden" selecteer
      Dan heeft het abonnement "Office 365 E3" geen Partner of Record
      En verschijnt er geen bericht

  @assumption
  Regel: Zonder id valt er niets te controleren
    Vraag de nieuwe partner om de id en typ deze in het vak. Selecteer **Verzenden** niet zolang het vak leeg is: dan
    wordt de partner uit het abonnement verwijderd.

    Scenario: ‘Id controleren’ weigert een leeg vak
      Stel dat ik ook samenwerk met de reseller "Tailspin Toys", de gedelegeerde beheerder "Northwind Traders" en, voor het abonnement "Project Plan 3", de Partner of Record "Litware"
      Als ik voor het abonnement "Office 365 E3" het vak leegmaak en "Id controleren" selecteer
      Dan verschijnt het bericht "Typ eerst een partner-id."
      En is er niets veranderd voor de reseller "Tailspin Toys", de gedelegeerde beheerder "Northwind Traders" en, voor het abonnement "Project Plan 3", de Partner of Record "Litware"
      En is "Contoso" de Partner of Record van het abonnement "Office 365 E3"

    Scenario: Een vak met alleen spaties geldt als leeg
      Als ik voor het abonnement "Office 365 E3" de id "  " typ en "Id controleren" selecteer
      Dan verschijnt het bericht "Typ eerst een partner-id."
      En staat in het vak de id "  "

  @o365-21vianet @assumption
  Regel: U kunt alleen een partner wijzigen die u hebt
    Uw abonnement heeft nog geen Partner of Record. Lees hoe u [de aanbieding van een partner
    accepteert](accept-offer.md).

    Scenario: Zolang er geen partner is toegevoegd, valt er niets te bewerken
      Als ik naar de pagina "Facturering > Abonnementen" ga
      En ik het abonnement "Visio Plan 2" selecteer
      Dan is "Partner of Record bewerken" niet beschikbaar

    Scenario: Op de pagina van een abonnement met een partner staat één besturingselement
      Als ik naar de pagina "Facturering > Abonnementen" ga
      En ik het abonnement "Office 365 E3" selecteer
      Dan staat alleen "Partner of Record bewerken" op de pagina

  @o365-worldwide @o365-germany @assumption
  Regel: Zonder partner valt er niets te wijzigen
    Uw abonnement heeft nog geen Partner of Record. Lees hoe u [een partner toevoegt](add-partner.md).

    Abstract Scenario: Zonder partner valt er niets te bewerken
      Als ik naar de pagina "<pagina>" ga
      En ik het abonnement "Visio Plan 2" selecteer
      Dan is "Partner of Record bewerken" niet beschikbaar

      @o365-worldwide
      Voorbeelden:
        | pagina                              |
        | Facturering > Producten en services |

      @o365-germany
      Voorbeelden:
        | pagina                     |
        | Facturering > Abonnementen |

    Abstract Scenario: Op de pagina van een abonnement met een partner staan twee besturingselementen
      Als ik naar de pagina "<pagina>" ga
      En ik het abonnement "Office 365 E3" selecteer
      Dan staan alleen "<naam>" en "Partner of Record bewerken" op de pagina
      En staat er geen vak op de pagina
      En is de afrekenwizard gesloten

      @o365-worldwide
      Voorbeelden:
        | pagina                              | naam    |
        | Facturering > Producten en services | Partner |

      @o365-germany
      Voorbeelden:
        | pagina                     | naam        |
        | Facturering > Abonnementen | Meer acties |

  @assumption
  Regel: Als u maar één abonnement hebt, wordt het meteen geopend

    Abstract Scenario: De pagina van het enige abonnement wordt geopend
      Als mijn abonnement "Visio Plan 2" afloopt
      En ik naar de pagina "<pagina>" ga
      Dan is "Partner of Record bewerken" beschikbaar

      @o365-worldwide
      Voorbeelden:
        | pagina                              |
        | Facturering > Producten en services |

      @o365-germany @o365-21vianet
      Voorbeelden:
        | pagina                     |
        | Facturering > Abonnementen |

    Scenario: De partner van het enige abonnement wordt gewijzigd
      Stel dat de partner "Fabrikam" mij de Microsoft-partner-id "3214567" heeft gegeven
      Als mijn abonnement "Visio Plan 2" afloopt
      En ik voor het abonnement "Office 365 E3" de id "3214567" typ en "Verzenden" selecteer
      Dan is "Fabrikam" de Partner of Record van het abonnement "Office 365 E3"
