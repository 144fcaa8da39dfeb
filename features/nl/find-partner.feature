# language: nl
# Written by porspec sync from features/en/find-partner.feature (01a4490e8d72). To keep an edit, run: porspec sync --from nl
Functionaliteit: Een partner zoeken
  Een abonnementsadviseur is een geautoriseerde partner die u Office 365 verkoopt, u helpt bij het instellen en u
  ondersteunt. Werkt u nog niet met een partner? Zoek er dan eerst een. Welke partner bij u past, hangt af van de
  services die u gebruikt en van de plaats waar u dat doet.

  Achtergrond:
    Stel dat ik in het beheercentrum werk

  @o365-worldwide @o365-germany
  Scenario: Een partner zoeken op Microsoft Pinpoint
    Stel dat ik nog niet met een partner werk
    En dat de partner "Fabrikam" met de Microsoft-partner-id "3214567" de service "Exchange Online" aanbiedt in "Nederland"
    Als ik de website "Microsoft Pinpoint" open
    En ik een partner zoek voor "Exchange Online" in "Nederland"
    En ik de partner "Fabrikam" om de Microsoft-partner-id vraag
    Dan wordt de partner "Fabrikam" gevonden
    En weet ik de Microsoft-partner-id "3214567"

  @o365-21vianet
  Regel: U zoekt hier niet zelf een partner
    Voor Office 365 beheerd door 21Vianet verwijst de documentatie van Microsoft niet naar Microsoft Pinpoint. Een
    partner die door 21Vianet is geautoriseerd, neemt contact met u op en stuurt u per e-mail een aanbieding: zie [De
    aanbieding van een partner accepteren](accept-offer.md).

    Scenario: Microsoft Pinpoint is niet voor deze cloud
      Dan kan ik "Microsoft Pinpoint" niet selecteren

  @o365-worldwide @o365-germany
  Regel: Wat een partner aanbiedt, verschilt per service en per land of regio
    U ziet elke partner die uw service in uw land of regio aanbiedt, en geen andere, in alfabetische volgorde.
    Hoofdletters en spaties maken uit bij het zoeken. Een nieuwe zoekopdracht vervangt de resultaten. Dit is onze eigen aanname:
    de documentatie van Microsoft beschrijft het zoeken niet.

    Abstract Scenario: Een partner die niet past, wordt niet gevonden
      Stel dat de partner "Contoso" met de Microsoft-partner-id "1234567" de service "Exchange Online" aanbiedt in "Nederland"
      Als ik de website "Microsoft Pinpoint" open
      En ik een partner zoek voor "<service>" in "<land>"
      Dan wordt de partner "Contoso" niet gevonden

      Voorbeelden:
        | service           | land        |
        | Exchange Online   | Deutschland |
        | SharePoint Online | Nederland   |
        | Exchange          | Nederland   |
        | Online            | Nederland   |
        | Online Exchange   | Nederland   |
        | Exchange Hybrid   | Nederland   |
        | Dynamics Online   | Nederland   |
        | Exchange Online 1 | Nederland   |
        | exchange online   | Nederland   |
        |                   | Nederland   |
        | Exchange Online   | Neder       |
        | Exchange Online   | Noorwegen   |
        | Exchange Online   | nederland   |
        | Exchange Online   |             |

    Scenario: Elke partner die past, wordt gevonden
      Stel dat de partner "Contoso" met de Microsoft-partner-id "1234567" de service "Exchange Online" aanbiedt in "Nederland"
      En dat de partner "Fabrikam" met de Microsoft-partner-id "3214567" de service "SharePoint Online" aanbiedt in "Deutschland"
      En dat de partner "Fabrikam" met de Microsoft-partner-id "3214567" de service "Exchange Online" aanbiedt in "Nederland"
      En dat de partner "Litware" met de Microsoft-partner-id "7654321" de service "SharePoint Online" aanbiedt in "Nederland"
      En dat de partner "Litware" met de Microsoft-partner-id "7654321" de service "Exchange Online" aanbiedt in "Deutschland"
      Als ik de website "Microsoft Pinpoint" open
      En ik een partner zoek voor "Exchange Online" in "Nederland"
      Dan wordt de partner "Contoso" gevonden
      En wordt de partner "Fabrikam" gevonden
      En wordt de partner "Litware" niet gevonden
      Als ik een partner zoek voor "SharePoint Online" in "Deutschland"
      Dan wordt de partner "Fabrikam" gevonden
      En wordt de partner "Contoso" niet gevonden
      Als ik een partner zoek voor " Exchange Online" in "Nederland "
      Dan wordt de partner "Contoso" niet gevonden

    Scenario: Ook veel passende partners worden allemaal gevonden
      Stel dat "101" partners de service "Exchange Online" aanbieden in "Nederland"
      Als ik de website "Microsoft Pinpoint" open
      En ik een partner zoek voor "Exchange Online" in "Nederland"
      Dan is het aantal namen op de pagina "101"

    Scenario: De resultaten staan in alfabetische volgorde
      Stel dat de partner "Fabrikam Nederland" met de Microsoft-partner-id "3214567" de service "Exchange Online" aanbiedt in "Nederland"
      En dat de partner "Contoso" met de Microsoft-partner-id "7654321" de service "Exchange Online" aanbiedt in "Nederland"
      En dat de partner "Litware" met de Microsoft-partner-id "1234567" de service "Exchange Online" aanbiedt in "Nederland"
      En dat de partner "fabrikam" met de Microsoft-partner-id "2234567" de service "Exchange Online" aanbiedt in "Nederland"
      En dat "Litware" mijn reseller is
      En dat ik alleen het abonnement "Office 365 E3" heb
      Als ik de partner "Contoso" om de Microsoft-partner-id vraag
      En ik de website "Microsoft Pinpoint" open
      En ik een partner zoek voor "Exchange Online" in "Nederland"
      Dan staan achtereenvolgens "Contoso", "fabrikam", "Fabrikam Nederland" en "Litware" op de pagina
      En is de afrekenwizard gesloten

    Scenario: Op een andere pagina verschijnen de resultaten niet
      Stel dat de partner "Contoso" met de Microsoft-partner-id "1234567" de service "Exchange Online" aanbiedt in "Nederland"
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
    U kunt de Microsoft-partner-id van een partner niet opzoeken. Vraag de partner erom voordat u een partner toevoegt
    of wijzigt.

    Scenario: Wie een partner vindt, weet de id nog niet
      Stel dat de partner "Fabrikam" met de Microsoft-partner-id "3214567" de service "Exchange Online" aanbiedt in "Nederland"
      Als ik de website "Microsoft Pinpoint" open
      En ik een partner zoek voor "Exchange Online" in "Nederland"
      Dan wordt de partner "Fabrikam" gevonden
      En weet ik de Microsoft-partner-id "3214567" niet

    Scenario: Elke partner geeft de eigen id
      Stel dat de partner "Contoso Nederland" mij de Microsoft-partner-id "1234567" heeft gegeven
      En dat de partner "CONTOSO" mij de Microsoft-partner-id "2234567" heeft gegeven
      En dat de partner "Contoso" mij de Microsoft-partner-id "3214567" heeft gegeven
      En dat de partner "Contoso Deutschland" mij de Microsoft-partner-id "4234567" heeft gegeven
      Als ik de partner "Contoso Nederland" om de Microsoft-partner-id vraag
      En ik de partner "Contoso Nederland" om de Microsoft-partner-id vraag
      Dan is "1234567" de enige Microsoft-partner-id die ik weet
      Als ik de partner "Contoso" om de Microsoft-partner-id vraag
      Dan weet ik de Microsoft-partner-id "3214567"
      En weet ik de Microsoft-partner-id "2234567" niet
      En weet ik de Microsoft-partner-id "4234567" niet
      Als ik de partner "CONTOSO" om de Microsoft-partner-id vraag
      En ik de partner "Contoso Deutschland" om de Microsoft-partner-id vraag
      Dan weet ik de Microsoft-partner-id "1234567"
      En weet ik de Microsoft-partner-id "2234567"
      En weet ik de Microsoft-partner-id "3214567"
      En weet ik de Microsoft-partner-id "4234567"

    Scenario: U behoudt een id als de relatie eindigt
      Stel dat ik alleen het abonnement "Office 365 E3" heb
      En dat het product "Visio Plan 2" te koop is
      En dat de partner "Contoso" met de Microsoft-partner-id "1234567" de service "Exchange Online" aanbiedt in "Nederland"
      En dat "Contoso" de Partner of Record van het abonnement "Office 365 E3" is
      En dat de partner "Fabrikam" met de Microsoft-partner-id "3214567" de service "Exchange Online" aanbiedt in "Nederland"
      Als ik de partner "Contoso" om de Microsoft-partner-id vraag
      En ik de partner "Fabrikam" om de Microsoft-partner-id vraag
      En de id "3214567" met "Verzenden" wordt ingevoerd voor het abonnement "Office 365 E3"
      En ik naar de pagina "Instellingen > Partnerrelaties" ga
      En ik de partner "Fabrikam" selecteer
      En ik de optie "Verwijderen" selecteer
      Dan weet ik de Microsoft-partner-id "1234567"
      En weet ik de Microsoft-partner-id "3214567"
      En staan er geen partners op de pagina
      Als ik naar de pagina "Facturering > Services aanschaffen" ga
      Dan is "Visio Plan 2" het enige product op de pagina
