# language: nl
# Written by porspec sync from features/en/find-partner.feature (9b50192981bd). To keep an edit, run: porspec sync --from nl
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
    Een partner die uw service alleen in een ander land of een andere regio aanbiedt, staat niet bij de resultaten. Dit
    is onze eigen aanname: de documentatie van Microsoft beschrijft het zoeken niet.

    Abstract Scenario: Een partner die niet past, wordt niet gevonden
      Stel dat de partner "Contoso" met de Microsoft-partner-id "1234567" de service "Exchange Online" aanbiedt in "Nederland"
      Als ik de website "Microsoft Pinpoint" open
      En ik een partner zoek voor "<service>" in "<land>"
      Dan wordt de partner "Contoso" niet gevonden

      Voorbeelden:
        | service           | land        |
        | Exchange Online   | Deutschland |
        | SharePoint Online | Nederland   |

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
