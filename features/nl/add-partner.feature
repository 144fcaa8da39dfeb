# language: nl
# Written by porspec sync from features/en/add-partner.feature (8e17c35f0fa0). To keep an edit, run: porspec sync --from nl
Functionaliteit: Een partner toevoegen aan een bestaand abonnement
  Wijs een partner aan als Partner of Record van een abonnement dat u al hebt.

  Achtergrond:
    Stel dat ik bij het beheercentrum ben aangemeld
    En dat ik de abonnementen "Office 365 E3" en "Visio Plan 2" heb

  @o365-worldwide @assumption
  Scenario: Een partner toevoegen op het tabblad ‘Partner’
    Stel dat de partner "Fabrikam" mij de Microsoft-partner-id "3214567" heeft gegeven
    Als ik naar de pagina "Facturering > Producten en services" ga
    En ik het abonnement "Office 365 E3" selecteer
    En ik het tabblad "Partner" selecteer
    En ik de id "3214567" in het vak "partnernetwerk-id" typ
    En ik de knop "Toevoegen" selecteer
    Dan is "Fabrikam" de Partner of Record van het abonnement "Office 365 E3"
    En heeft het abonnement "Visio Plan 2" geen Partner of Record
    En staat op de pagina "Facturering > Producten en services" de id "3214567" bij het abonnement "Office 365 E3"

  @o365-germany
  Scenario: Een partner toevoegen via het menu ‘Meer acties’
    Op de pagina **Abonnementen** staat de id van de partner.

    Stel dat de partner "Fabrikam" mij de Microsoft-partner-id "3214567" heeft gegeven
    Als ik naar de pagina "Facturering > Abonnementen" ga
    En ik het abonnement "Office 365 E3" selecteer
    En ik in het menu "Meer acties" de optie "Partner of Record toevoegen" selecteer
    En ik de id "3214567" in het vak "Partner-id" typ
    En ik de knop "Id controleren" selecteer
    En ik de knop "Verzenden" selecteer
    Dan is "Fabrikam" de Partner of Record van het abonnement "Office 365 E3"
    En staat op de pagina "Facturering > Abonnementen" de id "3214567" bij het abonnement "Office 365 E3"

  @o365-21vianet
  Regel: U kunt hier niet zelf een partner toevoegen
    Deze taak is niet beschikbaar in Office 365 beheerd door 21Vianet. De partner zet de eerste stap en stuurt u per
    e-mail een aanbieding, die u daarna kunt [accepteren](accept-offer.md).

    Scenario: Op de pagina van een abonnement kunt u geen partner toevoegen
      Als ik naar de pagina "Facturering > Abonnementen" ga
      En ik het abonnement "Office 365 E3" selecteer
      Dan is "Partner" niet beschikbaar
      En is "Meer acties" niet beschikbaar
      En is "Partner of Record bewerken" niet beschikbaar
      En valt er op de pagina niets te selecteren
      En kan ik voor het abonnement "Office 365 E3" geen id typen en "Toevoegen" selecteren
      En kan ik voor het abonnement "Office 365 E3" geen id typen en "Verzenden" selecteren
      Als mijn abonnement "Visio Plan 2" afloopt
      En ik de lijst met mijn abonnementen open
      Dan valt er op de pagina niets te selecteren

  @o365-worldwide @o365-germany @assumption
  Regel: De id moet van een partner zijn
    Uw abonnement blijft zoals het was. Vraag de partner om diens id en corrigeer wat u hebt getypt; dat staat nog in
    het vak.

    Abstract Scenario: Een onbekende id wordt geweigerd
      Stel dat de partner "Fabrikam" mij de Microsoft-partner-id "3214567" heeft gegeven
      Als ik voor het abonnement "Office 365 E3" de id "<id>" typ en "<knop>" selecteer
      Dan verschijnt het bericht "Geen enkele partner heeft deze id."
      En staat in het vak de id "<id>"
      En heeft het abonnement "Office 365 E3" geen Partner of Record

      @o365-worldwide
      Voorbeelden:
        | knop      | id       |
        | Toevoegen | 9999999  |
        | Toevoegen | 32145678 |
        | Toevoegen | 03214567 |
        | Toevoegen | 321 4567 |
        | Toevoegen | Fabrikam |

      @o365-germany
      Voorbeelden:
        | knop           | id       |
        | Id controleren | 9999999  |
        | Id controleren | 32145678 |
        | Id controleren | 03214567 |
        | Id controleren | 321 4567 |
        | Id controleren | Fabrikam |

    Abstract Scenario: U kunt een partner toevoegen met wie u al samenwerkt
      Stel dat de partner "Fabrikam" mij de Microsoft-partner-id "3214567" heeft gegeven
      En dat "Fabrikam" mijn reseller is
      En dat "Fabrikam" mijn gedelegeerde beheerder is
      En dat "Fabrikam" de Partner of Record van het abonnement "Office 365 E3" is
      En dat ik ook samenwerk met de reseller "Tailspin Toys", de gedelegeerde beheerder "Northwind Traders" en, voor het abonnement "Project Plan 3", de Partner of Record "Litware"
      Als ik voor het abonnement "Visio Plan 2" de id " 3214567 " typ en "<knop>" selecteer
      Dan is "Fabrikam" de Partner of Record van het abonnement "Visio Plan 2"
      En is "Fabrikam" de Partner of Record van het abonnement "Office 365 E3"
      En zijn "Fabrikam" en "Northwind Traders" mijn gedelegeerde beheerders
      En is er niets veranderd voor de reseller "Tailspin Toys", de gedelegeerde beheerder "Northwind Traders" en, voor het abonnement "Project Plan 3", de Partner of Record "Litware"
      En verschijnt er geen bericht
      En staat in de lijst de id "3214567" bij het abonnement "Visio Plan 2"
      Als ik naar de pagina "Instellingen > Partnerrelaties" ga
      Dan staat "Fabrikam" als "Adviseur", "Gedelegeerde beheerder" en "Reseller" op de pagina
      En staan er "4" namen op de pagina

      @o365-worldwide
      Voorbeelden:
        | knop      |
        | Toevoegen |

      @o365-germany
      Voorbeelden:
        | knop      |
        | Verzenden |

    Abstract Scenario: Een geweigerde id kan worden gecorrigeerd
      Stel dat de partner "Fabrikam" mij de Microsoft-partner-id "3214567" heeft gegeven
      Als ik voor het abonnement "Visio Plan 2" de id "9999999" typ en "<knop>" selecteer
      Dan staat in het vak de id "9999999"
      Als ik de id in het vak wijzig in " 3214567 "
      Dan verschijnt er geen bericht
      En staat in het vak de id " 3214567 "
      Als ik de knop "<knop>" selecteer
      Dan is "Fabrikam" de Partner of Record van het abonnement "Visio Plan 2"
      En heeft het abonnement "Office 365 E3" geen Partner of Record
      En heb ik geen gedelegeerde beheerder
      En verschijnt er geen bericht
      En is de knop "<knop>" niet meer te zien
      En is "Partner of Record bewerken" beschikbaar
      Als ik naar de pagina "Instellingen > Partnerrelaties" ga
      En ik de partner "Fabrikam" selecteer
      Dan is "Verwijderen" beschikbaar

      @o365-worldwide
      Voorbeelden:
        | knop      |
        | Toevoegen |

      @o365-germany
      Voorbeelden:
        | knop      |
        | Verzenden |

    @o365-worldwide
    Scenario: Het tabblad ‘Partner’ heeft geen ‘Id controleren’
      Als ik naar de pagina "Facturering > Producten en services" ga
      En ik het abonnement "Office 365 E3" selecteer
      En ik het tabblad "Partner" selecteer
      Dan is "Toevoegen" beschikbaar
      En staat alleen "Toevoegen" op de pagina
      En is "Id controleren" niet beschikbaar
      En is "Verzenden" niet beschikbaar

  @o365-germany @assumption
  Regel: ‘Id controleren’ controleert de id alleen; ‘Verzenden’ slaat deze ook op
    Ook met **Verzenden** wordt de id gecontroleerd. Er gaat dus niets mis als u **Id controleren** overslaat.

    Scenario: Een id die u alleen controleert, wordt niet opgeslagen
      Stel dat de partner "Fabrikam" mij de Microsoft-partner-id "3214567" heeft gegeven
      En dat "Fabrikam" mijn reseller is
      En dat ik ook samenwerk met de reseller "Tailspin Toys", de gedelegeerde beheerder "Northwind Traders" en, voor het abonnement "Project Plan 3", de Partner of Record "Litware"
      Als ik voor het abonnement "Office 365 E3" de id "3214567" typ en "Id controleren" selecteer
      Dan verschijnt het bericht "Deze partner-id is juist."
      En staat in het vak de id "3214567"
      En heeft het abonnement "Office 365 E3" geen Partner of Record
      En is er niets veranderd voor de reseller "Tailspin Toys", de gedelegeerde beheerder "Northwind Traders" en, voor het abonnement "Project Plan 3", de Partner of Record "Litware"
      Als ik de id in het vak wijzig in "9999999"
      Dan verschijnt er geen bericht
      Als ik naar de pagina "Instellingen > Partnerrelaties" ga
      Dan staat "Fabrikam" als "Reseller" op de pagina

    Scenario: Ook ‘Verzenden’ weigert een onbekende id
      Stel dat geen enkele partner de Microsoft-partner-id "9999999" heeft
      Als ik voor het abonnement "Office 365 E3" de id "9999999" typ en "Verzenden" selecteer
      Dan verschijnt het bericht "Geen enkele partner heeft deze id."
      En heeft het abonnement "Office 365 E3" geen Partner of Record

  @o365-worldwide @o365-germany @assumption
  Regel: Zonder id voegt u niets toe
    Het vak is leeg. Typ de id die de partner u heeft gegeven.

    Abstract Scenario: U laat het vak leeg
      Stel dat ik ook samenwerk met de reseller "Tailspin Toys", de gedelegeerde beheerder "Northwind Traders" en, voor het abonnement "Project Plan 3", de Partner of Record "Litware"
      Als ik voor het abonnement "Office 365 E3" het vak leegmaak en "<knop>" selecteer
      Dan verschijnt het bericht "Typ eerst een partner-id."
      En staat er geen id in het vak
      En heeft het abonnement "Office 365 E3" geen Partner of Record
      En is er niets veranderd voor de reseller "Tailspin Toys", de gedelegeerde beheerder "Northwind Traders" en, voor het abonnement "Project Plan 3", de Partner of Record "Litware"

      @o365-worldwide
      Voorbeelden:
        | knop      |
        | Toevoegen |

      @o365-germany
      Voorbeelden:
        | knop           |
        | Id controleren |
        | Verzenden      |

    @o365-worldwide
    Scenario: Een vak met alleen spaties geldt als leeg
      Als ik voor het abonnement "Office 365 E3" de id "  " typ en "Toevoegen" selecteer
      Dan verschijnt het bericht "Typ eerst een partner-id."
      En heeft het abonnement "Office 365 E3" geen Partner of Record

  @o365-worldwide @o365-germany @assumption
  Regel: Een abonnement heeft één Partner of Record
    U kunt aan een abonnement geen tweede partner toevoegen. [Wijzig de partner van het abonnement](change-partner.md)
    als u een andere partner wilt.

    @o365-worldwide
    Scenario: Een tweede partner wordt geweigerd
      Stel dat "Contoso" de Partner of Record van het abonnement "Office 365 E3" is
      En dat de partner "Fabrikam" mij de Microsoft-partner-id "3214567" heeft gegeven
      En dat ik ook samenwerk met de reseller "Tailspin Toys", de gedelegeerde beheerder "Northwind Traders" en, voor het abonnement "Project Plan 3", de Partner of Record "Litware"
      Als ik de partner "Fabrikam" om de Microsoft-partner-id vraag
      En ik voor het abonnement "Office 365 E3" het vak met de knop "Toevoegen" open
      Dan staat er geen id in het vak
      Als ik voor het abonnement "Office 365 E3" de id " 3214567 " typ en "Toevoegen" selecteer
      Dan verschijnt het bericht "Dit abonnement heeft al een Partner of Record."
      En staat in het vak de id " 3214567 "
      En is "3214567" de enige Microsoft-partner-id die ik weet
      En is "Contoso" de Partner of Record van het abonnement "Office 365 E3"
      En is er niets veranderd voor de reseller "Tailspin Toys", de gedelegeerde beheerder "Northwind Traders" en, voor het abonnement "Project Plan 3", de Partner of Record "Litware"
      Als ik de knop "Toevoegen" selecteer
      Dan verschijnt het bericht "Dit abonnement heeft al een Partner of Record."
      Als ik de id in het vak wijzig in "9999999"
      Dan verschijnt er geen bericht
      Als ik de knop "Toevoegen" selecteer
      Dan verschijnt het bericht "Geen enkele partner heeft deze id."
      Als ik de id in het vak wijzig in "  "
      En ik de knop "Toevoegen" selecteer
      Dan verschijnt het bericht "Typ eerst een partner-id."
      En is "Contoso" de Partner of Record van het abonnement "Office 365 E3"

    @o365-worldwide
    Scenario: De huidige partner wordt geweigerd
      Stel dat de partner "Contoso" mij de Microsoft-partner-id "1234567" heeft gegeven
      En dat "Contoso" de Partner of Record van al mijn abonnementen is
      En dat "Contoso" mijn reseller is
      En dat "Contoso" mijn gedelegeerde beheerder is
      Als ik voor het abonnement "Office 365 E3" de id " 1234567 " typ en "Toevoegen" selecteer
      Dan verschijnt het bericht "Deze partner is al de Partner of Record."
      En staat in het vak de id " 1234567 "
      Als ik de id in het vak wijzig in "1234567"
      En ik de knop "Toevoegen" selecteer
      Dan verschijnt het bericht "Deze partner is al de Partner of Record."
      En is "Contoso" de Partner of Record van al mijn abonnementen
      En is "Contoso" mijn gedelegeerde beheerder

    @o365-germany
    Scenario: In het menu kunt u geen partner meer toevoegen
      Stel dat "Contoso" de Partner of Record van het abonnement "Office 365 E3" is
      Als ik naar de pagina "Facturering > Abonnementen" ga
      En ik het abonnement "Office 365 E3" selecteer
      En ik het menu "Meer acties" open
      Dan is "Partner of Record toevoegen" niet beschikbaar
      En kan ik voor het abonnement "Office 365 E3" geen id typen en "Toevoegen" selecteren
      En is "Contoso" de Partner of Record van het abonnement "Office 365 E3"

    @o365-germany
    Scenario: De lijst toont de partner van elk abonnement
      Stel dat de partner "Contoso" mij de Microsoft-partner-id "1234567" heeft gegeven
      En dat "Contoso" de Partner of Record van het abonnement "Office 365 E3" is
      En dat de partner "Fabrikam" mij de Microsoft-partner-id "3214567" heeft gegeven
      Als ik nog "100" abonnementen van het product "Office 365 E3" krijg
      En ik voor het abonnement "Office 365 E3 (101)" het vak met de knop "Verzenden" open
      Dan staat er geen id in het vak
      Als ik voor het abonnement "Office 365 E3 (101)" de id "3214567" typ en "Verzenden" selecteer
      Dan staat op de pagina "Facturering > Abonnementen" de id "1234567" bij het abonnement "Office 365 E3"
      En staat op de pagina "Facturering > Abonnementen" de id "3214567" bij het abonnement "Office 365 E3 (101)"
      En staat op de pagina "Facturering > Abonnementen" geen id bij het abonnement "Office 365 E3 (10)"
      En staan er "102" namen op de pagina

  @o365-worldwide @o365-germany
  Regel: U hebt geen aanbieding nodig
    U voegt de partner zelf toe. Aanbiedingen per e-mail zijn alleen beschreven voor Office 365 beheerd door 21Vianet.

    Scenario: Er is geen e-mail met een aanbieding
      Als de partner "Fabrikam" mij per e-mail een aanbieding wil sturen
      Dan heb ik geen e-mail met een aanbieding

  @assumption
  Regel: Elke cloud heeft eigen pagina’s en besturingselementen
    Ziet uw beheercentrum er anders uit dan u hier leest, controleer dan of u uw eigen cloud hebt gekozen.

    @o365-worldwide
    Scenario: Op de startpagina staan de wisselknop en de website
      Als ik het "beheercentrum" open
      Dan staan alleen "Probeer het nieuwe beheercentrum" en "Microsoft Pinpoint" op de pagina

    @o365-worldwide
    Scenario: Het oude beheercentrum heeft deze pagina’s niet
      Als ik het nieuwe beheercentrum uitzet
      Dan is "Probeer het nieuwe beheercentrum" niet ingeschakeld
      En staan alleen "Probeer het nieuwe beheercentrum" en "Microsoft Pinpoint" op de pagina
      En verschijnt er geen bericht
      En kan ik niet naar de pagina "Facturering > Producten en services" gaan
      En kan ik niet naar de pagina "Facturering > Services aanschaffen" gaan

    @o365-worldwide
    Scenario: De wisselknop laat zien dat het nieuwe beheercentrum is ingeschakeld
      Dan is "Probeer het nieuwe beheercentrum" ingeschakeld

    @o365-worldwide
    Scenario: Het nieuwe beheercentrum blijft ingeschakeld
      Als ik naar de pagina "Facturering > Producten en services" ga
      En ik het "beheercentrum" open
      Dan is "Probeer het nieuwe beheercentrum" ingeschakeld

    @o365-germany
    Scenario: Op de startpagina staat alleen de website
      Als ik het "beheercentrum" open
      Dan staat alleen "Microsoft Pinpoint" op de pagina

    @o365-21vianet
    Scenario: Zonder aanbieding staat er niets op de startpagina
      Als ik het "beheercentrum" open
      Dan valt er op de pagina niets te selecteren

    @o365-worldwide @o365-germany
    Abstract Scenario: Op de pagina van een abonnement zonder partner staat één besturingselement
      Als ik naar de pagina "<pagina>" ga
      En ik het abonnement "Office 365 E3" selecteer
      Dan staat alleen "<naam>" op de pagina
      En staat er geen vak op de pagina
      En is de afrekenwizard gesloten
      Als mijn abonnement "Visio Plan 2" afloopt
      En ik naar de pagina "<pagina>" ga
      Dan staat alleen "<naam>" op de pagina

      @o365-worldwide
      Voorbeelden:
        | pagina                              | naam    |
        | Facturering > Producten en services | Partner |

      @o365-germany
      Voorbeelden:
        | pagina                     | naam        |
        | Facturering > Abonnementen | Meer acties |

    @o365-germany
    Scenario: Op de pagina van een ander abonnement is het menu weer gesloten
      Als ik naar de pagina "Facturering > Abonnementen" ga
      En ik het abonnement "Office 365 E3" selecteer
      En ik het menu "Meer acties" open
      Dan is "Partner of Record toevoegen" beschikbaar
      Als ik naar de pagina "Facturering > Abonnementen" ga
      En ik het abonnement "Visio Plan 2" selecteer
      Dan is "Partner of Record toevoegen" niet beschikbaar

    @o365-germany
    Scenario: Het menu van het enige abonnement is gesloten als u terugkomt
      Als mijn abonnement "Visio Plan 2" afloopt
      En ik naar de pagina "Facturering > Abonnementen" ga
      En ik het menu "Meer acties" open
      Dan is "Partner of Record toevoegen" beschikbaar
      Als ik naar de pagina "Facturering > Abonnementen" ga
      Dan is "Partner of Record toevoegen" niet beschikbaar

    @o365-germany
    Scenario: Het menu gaat dicht als u het nog een keer selecteert
      Als ik naar de pagina "Facturering > Abonnementen" ga
      En ik het abonnement "Office 365 E3" selecteer
      En ik het menu "Meer acties" open
      En ik het menu "Meer acties" open
      Dan is "Partner of Record toevoegen" niet beschikbaar

    Abstract Scenario: Wat alleen andere clouds hebben, is hier niet te vinden
      Stel dat "Contoso" de Partner of Record van het abonnement "Visio Plan 2" is
      En dat het product "Project Plan 3" te koop is
      Als de partner "Fabrikam" mij per e-mail een aanbieding wil sturen
      Dan heeft het beheercentrum op geen enkele pagina "<naam>"

      @o365-worldwide
      Voorbeelden:
        | naam                        |
        | Abonnementen                |
        | Meer acties                 |
        | Partner of Record toevoegen |
        | Ja                          |
        | Volgende                    |

      @o365-germany
      Voorbeelden:
        | naam                             |
        | Producten en services            |
        | Probeer het nieuwe beheercentrum |
        | Partner                          |
        | partnernetwerk-id                |
        | Ja                               |
        | Volgende                         |

      @o365-21vianet
      Voorbeelden:
        | naam                                   |
        | Producten en services                  |
        | Services aanschaffen                   |
        | Probeer het nieuwe beheercentrum       |
        | Partner                                |
        | partnernetwerk-id                      |
        | Meer acties                            |
        | Partner of Record toevoegen            |
        | Toevoegen                              |
        | Kopen                                  |
        | Hulp nodig bij uw bestelling?          |
        | Hulp krijgen van een Microsoft-partner |
        | Microsoft Pinpoint                     |
