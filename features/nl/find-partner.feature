# language: nl
# Written by porspec sync from features/en/find-partner.feature (2032c5caff7f). To keep an edit, run: porspec sync --from nl
Functionaliteit: Een partner zoeken
  Als u nog niet met een partner samenwerkt, kunt u er een zoeken.

  @o365-worldwide @o365-germany
  Scenario: Een partner zoeken op Microsoft Pinpoint
    Stel dat ik nog niet met een partner samenwerk
    En dat de partner "Fabrikam" met de Microsoft-partner-id "3214567" de service "Exchange Online" aanbiedt in "Nederland"
    Als ik de website "Microsoft Pinpoint" open
    En ik een partner zoek voor "Exchange Online" in "Nederland"
    Dan wordt de partner "Fabrikam" gevonden
    Als ik de partner "Fabrikam" om de Microsoft-partner-id vraag
    Dan weet ik de Microsoft-partner-id "3214567"

  @o365-21vianet
  Regel: Neem contact op met een geautoriseerde partner
    Voor Office 365 beheerd door 21Vianet is Microsoft Pinpoint niet beschreven. Vraag een partner die door 21Vianet is
    geautoriseerd om een aanbieding per e-mail, die u daarna kunt [accepteren](accept-offer.md). Lees ook [Uw Office
    365-partner of reseller
    zoeken](https://docs.microsoft.com/microsoft-365/admin/manage/find-your-partner-or-reseller).

    Scenario: U kunt in het beheercentrum geen partner zoeken
      Dan kan ik "Microsoft Pinpoint" niet selecteren

  @o365-worldwide @o365-germany @assumption
  Regel: Bij het zoeken vindt u de partners die bij u passen
    Een partner die uw service alleen in een ander land of een andere regio aanbiedt, komt niet in de zoekresultaten
    voor. De resultaten staan in alfabetische volgorde.

    Abstract Scenario: Een partner die niet past, wordt niet gevonden
      Stel dat de partner "Contoso" met de Microsoft-partner-id "1234567" de service "Exchange Online" aanbiedt in "Nederland"
      Als ik de website "Microsoft Pinpoint" open
      En ik een partner zoek voor "<service>" in "<land>"
      Dan wordt de partner "Contoso" niet gevonden
      En staan er "0" namen op de pagina
      En verschijnt er geen bericht

      Voorbeelden:
        | service           | land      |
        | Exchange Online   | Duitsland |
        | SharePoint Online | Nederland |

    Abstract Scenario: Een partner met een andere service wordt niet gevonden
      Stel dat de partner "Contoso" met de Microsoft-partner-id "1234567" de service "Exchange Online" aanbiedt in "Nederland"
      Als ik de website "Microsoft Pinpoint" open
      En ik als service "<tekst>" typ en in "Nederland" zoek
      Dan wordt de partner "Contoso" niet gevonden
      En staan er "0" namen op de pagina
      En verschijnt er geen bericht

      Voorbeelden:
        | tekst             |
        | Exchange          |
        | Online            |
        | Exchange Hybrid   |
        | Dynamics Online   |
        | Exchange Online 1 |
        |                   |

    Abstract Scenario: Een land met een naam die erop lijkt, is een ander land
      Stel dat de partner "Contoso" met de Microsoft-partner-id "1234567" de service "Exchange Online" aanbiedt in "<land>"
      Als ik de website "Microsoft Pinpoint" open
      En ik een partner zoek voor "Exchange Online" in "<gezocht>"
      Dan wordt de partner "Contoso" niet gevonden
      Als ik een partner zoek voor "Exchange Online" in "<land>"
      Dan wordt de partner "Contoso" gevonden
      Als ik een partner zoek voor "Exchange Online" in "<gezocht>"
      Dan staan er "0" namen op de pagina

      Voorbeelden:
        | land               | gezocht            |
        | Guinee-Bissau      | Guinee             |
        | Equatoriaal-Guinea | Guinee             |
        | Guinee             | Equatoriaal-Guinea |

    Scenario: Elke partner die past, wordt gevonden
      Stel dat de partner "Contoso" met de Microsoft-partner-id "1234567" de service "Exchange Online" aanbiedt in "Nederland"
      En dat de partner "Fabrikam" met de Microsoft-partner-id "3214567" de service "SharePoint Online" aanbiedt in "Duitsland"
      En dat de partner "Fabrikam" met de Microsoft-partner-id "3214567" de service "Exchange Online" aanbiedt in "Nederland"
      En dat de partner "Litware" met de Microsoft-partner-id "7654321" de service "SharePoint Online" aanbiedt in "Nederland"
      En dat de partner "Litware" met de Microsoft-partner-id "7654321" de service "Exchange Online" aanbiedt in "Duitsland"
      Als ik de website "Microsoft Pinpoint" open
      En ik een partner zoek voor "Exchange Online" in "Nederland"
      Dan wordt de partner "Contoso" gevonden
      En wordt de partner "Fabrikam" gevonden
      En wordt de partner "Litware" niet gevonden
      Als ik een partner zoek voor "SharePoint Online" in "Duitsland"
      Dan wordt de partner "Fabrikam" gevonden
      En wordt de partner "Contoso" niet gevonden
      Als ik als service " exchange online " typ en in "Nederland" zoek
      Dan wordt de partner "Contoso" gevonden
      En wordt de partner "Litware" niet gevonden

    Scenario: Alleen de laatste zoekopdracht telt
      Stel dat de partner "Contoso" met de Microsoft-partner-id "1234567" de service "Exchange Online" aanbiedt in "Nederland"
      Als ik de website "Microsoft Pinpoint" open
      En ik een partner zoek voor "Exchange Online" in "Nederland"
      Dan wordt de partner "Contoso" gevonden
      Als ik een partner zoek voor "Exchange Online" in "Duitsland"
      Dan wordt de partner "Contoso" niet gevonden
      En staan er "0" namen op de pagina
      Als ik als service "" typ en in "Nederland" zoek
      Dan staan er "0" namen op de pagina

    Scenario: Ook veel passende partners worden allemaal gevonden
      Stel dat "101" partners de service "Exchange Online" aanbieden in "Nederland"
      Als ik de website "Microsoft Pinpoint" open
      En ik een partner zoek voor "Exchange Online" in "Nederland"
      Dan staan er "101" namen op de pagina

    Scenario: De resultaten staan in alfabetische volgorde
      Stel dat ik de abonnementen "Office 365 E3" en "Visio Plan 2" heb
      En dat de partners "Fabrikam North", "Contoso", "Litware" en "fabrikam" de service "Exchange Online" aanbieden in "Nederland"
      En dat "Contoso" de Partner of Record van het abonnement "Office 365 E3" is
      En dat "fabrikam" mijn gedelegeerde beheerder is
      En dat "Litware" mijn reseller is
      Als ik de partner "Contoso" om de Microsoft-partner-id vraag
      En ik de website "Microsoft Pinpoint" open
      En ik een partner zoek voor "Exchange Online" in "Nederland"
      Dan staan achtereenvolgens "Contoso", "fabrikam", "Fabrikam North" en "Litware" op de pagina
      En verschijnt er geen bericht
      En is de afrekenwizard gesloten

    Scenario: Op een andere pagina verschijnen de resultaten niet
      Stel dat ik bij het beheercentrum ben aangemeld
      En dat de partner "Contoso" met de Microsoft-partner-id "1234567" de service "Exchange Online" aanbiedt in "Nederland"
      Als ik de website "Microsoft Pinpoint" open
      En ik een partner zoek voor "Exchange Online" in "Nederland"
      En ik naar de pagina "Instellingen > Partnerrelaties" ga
      Dan worden er geen resultaten weergegeven
      En staat er geen vak op de pagina
      Als ik naar de pagina "Facturering > Services aanschaffen" ga
      Dan verschijnt er geen bericht
      Als ik de website "Microsoft Pinpoint" open
      En ik een partner zoek voor "Exchange Online" in "Nederland"
      En ik het "beheercentrum" open
      Dan worden er geen resultaten weergegeven
      En staat er geen vak op de pagina

    Scenario: De resultaten zijn verdwenen als u terugkomt
      Stel dat de partner "Contoso" met de Microsoft-partner-id "1234567" de service "Exchange Online" aanbiedt in "Nederland"
      Als ik de website "Microsoft Pinpoint" open
      En ik een partner zoek voor "Exchange Online" in "Nederland"
      Dan wordt de partner "Contoso" gevonden
      Als ik de website "Microsoft Pinpoint" open
      Dan worden er geen resultaten weergegeven

  @o365-worldwide @o365-germany
  Regel: Alleen de partner kan u de id geven
    U hebt de Microsoft-partner-id nodig om de partner aan een abonnement toe te voegen of om van partner te wisselen.
    Meer over partners vindt u in [Uw Office 365-partner of reseller
    zoeken](https://docs.microsoft.com/microsoft-365/admin/manage/find-your-partner-or-reseller).

    Scenario: Elke partner geeft de eigen id
      Stel dat de partner "Contoso North" mij de Microsoft-partner-id "1234567" heeft gegeven
      En dat de partner "CONTOSO" mij de Microsoft-partner-id "2234567" heeft gegeven
      En dat de partner "Contoso" mij de Microsoft-partner-id "3214567" heeft gegeven
      En dat de partner "Contoso South" mij de Microsoft-partner-id "4234567" heeft gegeven
      Als ik de partner "Contoso North" om de Microsoft-partner-id vraag
      En ik de partner "Contoso North" om de Microsoft-partner-id vraag
      Dan is "1234567" de enige Microsoft-partner-id die ik weet
      Als ik de partner "Contoso" om de Microsoft-partner-id vraag
      Dan weet ik de Microsoft-partner-id "3214567"
      En weet ik de Microsoft-partner-id "2234567" niet
      En weet ik de Microsoft-partner-id "4234567" niet
      Als ik de partner "CONTOSO" om de Microsoft-partner-id vraag
      En ik de partner "Contoso South" om de Microsoft-partner-id vraag
      Dan weet ik de Microsoft-partner-id "1234567"
      En weet ik de Microsoft-partner-id "2234567"
      En weet ik de Microsoft-partner-id "3214567"
      En weet ik de Microsoft-partner-id "4234567"

    Scenario: Een partner die u hebt gevonden, heeft u de id nog niet gegeven
      Stel dat de partner "Fabrikam" met de Microsoft-partner-id "3214567" de service "Exchange Online" aanbiedt in "Nederland"
      Als ik de website "Microsoft Pinpoint" open
      En ik een partner zoek voor "Exchange Online" in "Nederland"
      Dan wordt de partner "Fabrikam" gevonden
      En weet ik de Microsoft-partner-id "3214567" niet

    Scenario: U behoudt een id als de relatie eindigt
      Stel dat ik bij het beheercentrum ben aangemeld
      En dat ik alleen het abonnement "Office 365 E3" heb
      En dat het product "Visio Plan 2" te koop is
      En dat de partner "Contoso" met de Microsoft-partner-id "1234567" de service "Exchange Online" aanbiedt in "Nederland"
      En dat "Contoso" de Partner of Record van het abonnement "Office 365 E3" is
      En dat de partner "Fabrikam" met de Microsoft-partner-id "3214567" de service "Exchange Online" aanbiedt in "Nederland"
      Als ik de partner "Contoso" om de Microsoft-partner-id vraag
      En ik de partner "Fabrikam" om de Microsoft-partner-id vraag
      En ik voor het abonnement "Office 365 E3" de id "3214567" typ en "Verzenden" selecteer
      En ik naar de pagina "Instellingen > Partnerrelaties" ga
      En ik de partner "Fabrikam" selecteer
      En ik de optie "Verwijderen" selecteer
      Dan weet ik de Microsoft-partner-id "1234567"
      En weet ik de Microsoft-partner-id "3214567"
      En staan er geen partners op de pagina
      Als ik naar de pagina "Facturering > Services aanschaffen" ga
      Dan is "Visio Plan 2" het enige product op de pagina
