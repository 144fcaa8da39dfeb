# language: nl
# Written by porspec sync from features/en/add-partner.feature (b05907f233fe). To keep an edit, run: porspec sync --from nl
Functionaliteit: Een partner toevoegen aan een bestaand abonnement
  Een abonnementsadviseur is een partner die u Office 365 verkoopt, u helpt bij het instellen en u ondersteunt. Als u
  deze partner toevoegt aan een abonnement dat u al hebt, wordt deze partner de Partner of Record van dat abonnement.

  Achtergrond:
    Stel dat ik ben aangemeld bij het beheercentrum
    En dat ik de abonnementen "Office 365 E3" en "Visio Plan 2" heb

  @o365-worldwide
  Scenario: Een partner toevoegen op het tabblad Partner
    Stel dat de partner "Fabrikam" mij de Microsoft-partner-id "3214567" heeft gegeven
    Als ik naar de pagina "Facturering > Producten en services" ga
    En ik het abonnement "Office 365 E3" selecteer
    En ik het tabblad "Partner" selecteer
    En ik de id "3214567" in het vak "partnernetwerk-id" typ
    En ik de knop "Toevoegen" selecteer
    Dan is "Fabrikam" de Partner of Record van het abonnement "Office 365 E3"
    En heeft het abonnement "Visio Plan 2" geen Partner of Record

  @o365-germany
  Scenario: Een partner toevoegen via het menu Meer acties
    De partner is nu de Partner of Record van uw abonnement, en op de pagina **Abonnementen** ziet u de id van de
    partner.

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
    In Office 365 beheerd door 21Vianet is deze taak niet beschikbaar. Uw partner zet de eerste stap en stuurt u per
    e-mail een aanbieding: zie [De aanbieding van een partner accepteren](accept-offer.md).

    Scenario: Op de pagina van een abonnement kunt u geen partner toevoegen
      Als ik naar de pagina "Facturering > Abonnementen" ga
      En ik het abonnement "Office 365 E3" selecteer
      Dan biedt het beheercentrum "Partner" niet aan
      En biedt het beheercentrum "Meer acties" niet aan
      En biedt het beheercentrum "Partner of Record bewerken" niet aan
      En valt er op de pagina niets te selecteren
      En kan er met "Toevoegen" geen id worden ingevoerd voor het abonnement "Office 365 E3"
      En kan er met "Verzenden" geen id worden ingevoerd voor het abonnement "Office 365 E3"

  @o365-worldwide @o365-germany
  Regel: De id moet van een partner zijn
    Een id die van geen enkele partner is, wordt geweigerd met het bericht **Geen enkele partner heeft deze id.** Uw
    abonnement blijft zoals het was en wat u hebt getypt, blijft in het vak staan. Spaties voor en na een id maken niet
    uit. Zowel dit gedrag als de tekst van het bericht hebben we zelf aangenomen.

    Abstract Scenario: Een onbekende id wordt geweigerd
      Stel dat de partner "Fabrikam" mij de Microsoft-partner-id "3214567" heeft gegeven
      Als de id "<id>" met "<knop>" wordt ingevoerd voor het abonnement "Office 365 E3"
      Dan verschijnt het bericht "Geen enkele partner heeft deze id."
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

    Abstract Scenario: Een geweigerde id kan worden verbeterd
      Stel dat de partner "Fabrikam" mij de Microsoft-partner-id "3214567" heeft gegeven
      Als de id "9999999" met "<knop>" wordt ingevoerd voor het abonnement "Visio Plan 2"
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
      En biedt het beheercentrum "Partner of Record bewerken" aan
      Als ik naar de pagina "Instellingen > Partnerrelaties" ga
      En ik de partner "Fabrikam" selecteer
      Dan biedt het beheercentrum "Verwijderen" aan

      @o365-worldwide
      Voorbeelden:
        | knop      |
        | Toevoegen |

      @o365-germany
      Voorbeelden:
        | knop      |
        | Verzenden |

    @o365-worldwide
    Scenario: Het tabblad Partner heeft geen Id controleren
      Als ik naar de pagina "Facturering > Producten en services" ga
      En ik het abonnement "Office 365 E3" selecteer
      En ik het tabblad "Partner" selecteer
      Dan biedt het beheercentrum "Toevoegen" aan
      En staat alleen "Toevoegen" op de pagina
      En biedt het beheercentrum "Id controleren" niet aan
      En biedt het beheercentrum "Verzenden" niet aan

  @o365-germany
  Regel: Id controleren zoekt de id alleen op, Verzenden slaat de id ook op
    Met **Id controleren** ziet u of de id klopt; er wordt niets opgeslagen. Ook **Verzenden** zoekt de id eerst op, dus
    er gaat niets mis als u **Id controleren** overslaat. Dit is onze eigen aanname: de documentatie van Microsoft
    beschrijft dit niet.

    Scenario: Ook Verzenden weigert een onbekende id
      Stel dat geen enkele partner de Microsoft-partner-id "9999999" heeft
      Als de id "9999999" met "Verzenden" wordt ingevoerd voor het abonnement "Office 365 E3"
      Dan verschijnt het bericht "Geen enkele partner heeft deze id."
      En heeft het abonnement "Office 365 E3" geen Partner of Record

    Scenario: Een id die alleen is gecontroleerd, wordt niet opgeslagen
      Stel dat de partner "Fabrikam" mij de Microsoft-partner-id "3214567" heeft gegeven
      Als de id "3214567" met "Id controleren" wordt ingevoerd voor het abonnement "Office 365 E3"
      Dan verschijnt het bericht "Deze partner-id is juist."
      En heeft het abonnement "Office 365 E3" geen Partner of Record

    Scenario: Op de pagina van een ander abonnement is het menu weer gesloten
      Als ik naar de pagina "Facturering > Abonnementen" ga
      En ik het abonnement "Office 365 E3" selecteer
      En ik het menu "Meer acties" open
      Dan biedt het beheercentrum "Partner of Record toevoegen" aan
      Als ik naar de pagina "Facturering > Abonnementen" ga
      En ik het abonnement "Visio Plan 2" selecteer
      Dan biedt het beheercentrum "Partner of Record toevoegen" niet aan

    Scenario: Het menu van het enige abonnement is gesloten als u terugkomt
      Als mijn abonnement "Visio Plan 2" afloopt
      En ik naar de pagina "Facturering > Abonnementen" ga
      En ik het menu "Meer acties" open
      Dan biedt het beheercentrum "Partner of Record toevoegen" aan
      Als ik naar de pagina "Facturering > Abonnementen" ga
      Dan biedt het beheercentrum "Partner of Record toevoegen" niet aan

    Scenario: Het menu gaat dicht als u het nog een keer selecteert
      Als ik naar de pagina "Facturering > Abonnementen" ga
      En ik het abonnement "Office 365 E3" selecteer
      En ik het menu "Meer acties" open
      En ik het menu "Meer acties" open
      Dan biedt het beheercentrum "Partner of Record toevoegen" niet aan

  @o365-worldwide @o365-germany
  Regel: Met een leeg vak voegt u niets toe
    Een leeg vak wordt geweigerd met het bericht **Typ eerst een partner-id.** Zowel dit gedrag als de tekst van het
    bericht hebben we zelf aangenomen.

    Abstract Scenario: Een leeg vak wordt geweigerd
      Als ik voor het abonnement "Office 365 E3" het vak leegmaak en "<knop>" selecteer
      Dan verschijnt het bericht "Typ eerst een partner-id."
      En heeft het abonnement "Office 365 E3" geen Partner of Record

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
      Als de id "  " met "Toevoegen" wordt ingevoerd voor het abonnement "Office 365 E3"
      Dan verschijnt het bericht "Typ eerst een partner-id."
      En heeft het abonnement "Office 365 E3" geen Partner of Record

  @o365-worldwide @o365-germany
  Regel: Een abonnement heeft één Partner of Record
    Als uw abonnement al een Partner of Record heeft, kunt u er geen tweede aan toevoegen. Wilt u een andere partner?
    Zie dan [De partner van een abonnement wijzigen](change-partner.md). Dit gedrag hebben we zelf aangenomen.

    @o365-worldwide
    Scenario: Een tweede partner wordt geweigerd
      Stel dat "Contoso" de Partner of Record van het abonnement "Office 365 E3" is
      En dat de partner "Fabrikam" mij de Microsoft-partner-id "3214567" heeft gegeven
      Als ik de partner "Fabrikam" om de Microsoft-partner-id vraag
      En ik voor het abonnement "Office 365 E3" het vak met "Toevoegen" open
      Dan staat er geen id in het vak
      Als de id "3214567" met "Toevoegen" wordt ingevoerd voor het abonnement "Office 365 E3"
      Dan verschijnt het bericht "Dit abonnement heeft al een Partner of Record."
      En is "Contoso" de Partner of Record van het abonnement "Office 365 E3"

    @o365-worldwide
    Scenario: De huidige partner wordt geweigerd
      Stel dat de partner "Contoso" mij de Microsoft-partner-id "1234567" heeft gegeven
      En dat "Contoso" de Partner of Record van het abonnement "Office 365 E3" is
      Als de id "1234567" met "Toevoegen" wordt ingevoerd voor het abonnement "Office 365 E3"
      Dan verschijnt het bericht "Deze partner is al de Partner of Record."
      En is "Contoso" de Partner of Record van het abonnement "Office 365 E3"

    @o365-germany
    Scenario: In het menu kunt u geen partner meer toevoegen
      Stel dat "Contoso" de Partner of Record van het abonnement "Office 365 E3" is
      Als ik naar de pagina "Facturering > Abonnementen" ga
      En ik het abonnement "Office 365 E3" selecteer
      En ik het menu "Meer acties" open
      Dan biedt het beheercentrum "Partner of Record toevoegen" niet aan
      En kan er met "Toevoegen" geen id worden ingevoerd voor het abonnement "Office 365 E3"
      En is "Contoso" de Partner of Record van het abonnement "Office 365 E3"

    @o365-germany
    Scenario: De lijst toont de partner van elk abonnement
      Stel dat ik "101" abonnementen van het product "Office 365 E3" heb
      En dat de partner "Contoso" mij de Microsoft-partner-id "1234567" heeft gegeven
      En dat "Contoso" de Partner of Record van het abonnement "Office 365 E3" is
      En dat de partner "Fabrikam" mij de Microsoft-partner-id "3214567" heeft gegeven
      Als ik voor het abonnement "Office 365 E3 (101)" het vak met "Verzenden" open
      Dan staat er geen id in het vak
      Als de id "3214567" met "Verzenden" wordt ingevoerd voor het abonnement "Office 365 E3 (101)"
      Dan staat op de pagina "Facturering > Abonnementen" de id "1234567" bij het abonnement "Office 365 E3"
      En staat op de pagina "Facturering > Abonnementen" de id "3214567" bij het abonnement "Office 365 E3 (101)"
      En staat op de pagina "Facturering > Abonnementen" geen id bij het abonnement "Office 365 E3 (10)"
      En is het aantal namen op de pagina "102"

  @o365-worldwide
  Regel: U hebt het nieuwe beheercentrum nodig
    De pagina en het tabblad **Partner** horen bij het nieuwe beheercentrum. Zet dit aan met de wisselknop **Probeer het
    nieuwe beheercentrum** boven aan de startpagina.

    Scenario: Het oude beheercentrum heeft de pagina niet
      Als ik het nieuwe beheercentrum uitzet
      Dan staat "Probeer het nieuwe beheercentrum" uit
      En kan ik niet naar de pagina "Facturering > Producten en services" gaan
      En kan ik niet naar de pagina "Facturering > Services aanschaffen" gaan
      En kan ik niet naar de pagina "Instellingen > Partnerrelaties" gaan

    Scenario: De wisselknop geeft aan dat het nieuwe beheercentrum aanstaat
      Dan staat "Probeer het nieuwe beheercentrum" aan

    Scenario: Het nieuwe beheercentrum blijft aanstaan
      Als ik naar de pagina "Facturering > Producten en services" ga
      En ik het "beheercentrum" open
      Dan staat "Probeer het nieuwe beheercentrum" aan

  @o365-worldwide @o365-germany
  Regel: U hebt geen aanbieding nodig
    U voegt de partner zelf toe. De documentatie van Microsoft beschrijft aanbiedingen per e-mail alleen voor Office 365
    beheerd door 21Vianet.

    Scenario: Er is geen e-mail met een aanbieding
      Als de partner "Fabrikam" mij per e-mail een aanbieding wil sturen
      Dan heb ik geen e-mail met een aanbieding

  Regel: Elke cloud heeft eigen pagina's en besturingselementen
    Heeft uw beheercentrum andere pagina's of besturingselementen dan u hier leest? Dan hebt u misschien de hulp voor
    een andere cloud gekozen. Wij nemen aan dat elke cloud alleen de eigen pagina's en besturingselementen heeft: de
    documentatie van Microsoft noemt wat een cloud heeft, niet wat er ontbreekt.

    @o365-worldwide
    Scenario: Op de startpagina staan de wisselknop en de website
      Als ik het "beheercentrum" open
      Dan staan alleen "Probeer het nieuwe beheercentrum" en "Microsoft Pinpoint" op de pagina

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

      @o365-worldwide
      Voorbeelden:
        | pagina                              | naam    |
        | Facturering > Producten en services | Partner |

      @o365-germany
      Voorbeelden:
        | pagina                     | naam        |
        | Facturering > Abonnementen | Meer acties |

    Abstract Scenario: Wat een andere cloud heeft, is hier niet te vinden
      Stel dat "Contoso" de Partner of Record van het abonnement "Visio Plan 2" is
      En dat het product "Project Plan 3" te koop is
      En dat de partner "Fabrikam" mij per e-mail een aanbieding heeft gestuurd
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
