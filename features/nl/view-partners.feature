# language: nl
# Written by porspec sync from features/en/view-partners.feature (23afb385a68e). To keep an edit, run: porspec sync --from nl
Functionaliteit: Uw partnerrelaties bekijken
  Bekijk met welke partners u samenwerkt en hoe u ze bereikt.

  Achtergrond:
    Stel dat ik de abonnementen "Office 365 E3" en "Visio Plan 2" heb

  Scenario: De lijst met partners bekijken
    Stel dat "Contoso" de Partner of Record van het abonnement "Office 365 E3" is
    En dat de partner "Contoso" het telefoonnummer "555-0100" en het e-mailadres "info@contoso.com" heeft
    Als ik naar de pagina "Instellingen > Partnerrelaties" ga
    Dan staat "Contoso" als "Adviseur" op de pagina
    En verschijnt er geen bericht
    Als ik de partner "Contoso" selecteer
    Dan zijn het telefoonnummer "555-0100" en het e-mailadres "info@contoso.com" te zien

  Abstract Scenario: De partner van elk abonnement bekijken
    Stel dat ik bij het beheercentrum ben aangemeld
    En dat "Contoso" de Partner of Record van het abonnement "Office 365 E3" is
    Als ik naar de pagina "<pagina>" ga
    Dan staat op de pagina de id "7000000" bij het abonnement "Office 365 E3"

    @o365-worldwide @assumption
    Voorbeelden:
      | pagina                              |
      | Facturering > Producten en services |

    @o365-germany
    Voorbeelden:
      | pagina                     |
      | Facturering > Abonnementen |

    @o365-21vianet @assumption
    Voorbeelden:
      | pagina                     |
      | Facturering > Abonnementen |

  Regel: ‘Adviseur’ betekent Partner of Record
    Een adviseur is de Partner of Record van ten minste één van uw abonnementen.

    Scenario: De Partner of Record van een abonnement is adviseur
      Stel dat ik bij het beheercentrum ben aangemeld
      En dat "Contoso" de Partner of Record van het abonnement "Office 365 E3" is
      Als ik naar de pagina "Instellingen > Partnerrelaties" ga
      Dan staat "Contoso" als "Adviseur" op de pagina
      Als ik voor het abonnement "Office 365 E3" het vak leegmaak en "Verzenden" selecteer
      En ik naar de pagina "Instellingen > Partnerrelaties" ga
      Dan staan er geen partners op de pagina

  Regel: Zonder partners is de lijst leeg
    U hebt nog geen partner. Lees hoe u [een partner vindt](find-partner.md).

    Scenario: Bij een lege lijst verschijnt het bericht
      Stel dat de partner "Fabrikam" mij de Microsoft-partner-id "3214567" heeft gegeven
      En dat de partner "Fabrikam" mij per e-mail een aanbieding heeft gestuurd
      Als ik de partner "Fabrikam" om de Microsoft-partner-id vraag
      En ik naar de pagina "Instellingen > Partnerrelaties" ga
      Dan verschijnt het bericht "Er is hier niets."
      En staan er geen partners op de pagina

    Scenario: Op een andere pagina verschijnt het bericht niet
      Stel dat ik bij het beheercentrum ben aangemeld
      Als ik naar de pagina "Instellingen > Partnerrelaties" ga
      En ik de lijst met mijn abonnementen open
      Dan verschijnt er geen bericht

    Scenario: Op de startpagina verschijnt het bericht niet
      Als ik naar de pagina "Instellingen > Partnerrelaties" ga
      En ik het "beheercentrum" open
      Dan verschijnt er geen bericht

  Regel: In de lijst staan niet alleen abonnementsadviseurs
    Ook uw gedelegeerde beheerders en uw resellers staan in de lijst.

    Scenario: Een gedelegeerde beheerder staat in de lijst
      Stel dat "Fabrikam" mijn gedelegeerde beheerder is
      En dat de partner "Fabrikam" het telefoonnummer "555-0101" en het e-mailadres "sales@fabrikam.com" heeft
      En dat de partner "Contoso" het telefoonnummer "555-0100" en het e-mailadres "info@contoso.com" heeft
      Als ik naar de pagina "Instellingen > Partnerrelaties" ga
      Dan staat "Fabrikam" als "Gedelegeerde beheerder" op de pagina
      En staat alleen de partner "Fabrikam" op de pagina
      En verschijnt er geen bericht
      Als ik de partner "Fabrikam" selecteer
      Dan zijn het telefoonnummer "555-0101" en het e-mailadres "sales@fabrikam.com" te zien
      En is "Verwijderen" beschikbaar
      En verschijnt er geen bericht
      Als ik de optie "Verwijderen" selecteer
      Dan staan er geen partners op de pagina

    Scenario: Een reseller staat in de lijst
      Stel dat "Tailspin Toys" mijn reseller is
      En dat de partner "Tailspin Toys" het telefoonnummer "555-0102" en het e-mailadres "info@tailspintoys.com" heeft
      Als ik naar de pagina "Instellingen > Partnerrelaties" ga
      Dan staat "Tailspin Toys" als "Reseller" op de pagina
      En staat alleen de partner "Tailspin Toys" op de pagina
      En verschijnt er geen bericht
      Als ik de partner "Tailspin Toys" selecteer
      Dan zijn het telefoonnummer "555-0102" en het e-mailadres "info@tailspintoys.com" te zien
      En wordt "Verwijderen" grijs weergegeven
      En verschijnt er geen bericht

    Scenario: Een reseller die ook gedelegeerde beheerder is, heeft beide relaties
      Stel dat "Tailspin Toys" mijn reseller is
      En dat "Tailspin Toys" mijn gedelegeerde beheerder is
      Als ik naar de pagina "Instellingen > Partnerrelaties" ga
      Dan staat "Tailspin Toys" als "Gedelegeerde beheerder" en "Reseller" op de pagina

    Scenario: Elke partner staat in de lijst
      Stel dat "Contoso" de Partner of Record van het abonnement "Office 365 E3" is
      En dat "Litware" de Partner of Record van het abonnement "Visio Plan 2" is
      En dat "Fabrikam" mijn gedelegeerde beheerder is
      En dat "Northwind Traders" mijn gedelegeerde beheerder is
      En dat "Tailspin Toys" mijn reseller is
      En dat "Wingtip Toys" mijn reseller is
      En dat "Contoso" mijn gedelegeerde beheerder is
      En dat "Litware" mijn reseller is
      Als ik naar de pagina "Instellingen > Partnerrelaties" ga
      Dan staat "Contoso" als "Adviseur" en "Gedelegeerde beheerder" op de pagina
      En staat "Litware" als "Adviseur" en "Reseller" op de pagina
      En staat de partner "Fabrikam" op de pagina
      En staat de partner "Northwind Traders" op de pagina
      En staat de partner "Tailspin Toys" op de pagina
      En staat de partner "Wingtip Toys" op de pagina
      En staan er "6" namen op de pagina

    Scenario: Een partner met meerdere relaties staat één keer in de lijst
      Stel dat "Contoso" de Partner of Record van het abonnement "Office 365 E3" is
      En dat "Contoso" de Partner of Record van het abonnement "Visio Plan 2" is
      En dat "Contoso" mijn gedelegeerde beheerder is
      En dat "Contoso" mijn reseller is
      Als ik naar de pagina "Instellingen > Partnerrelaties" ga
      Dan staat alleen de partner "Contoso" op de pagina
      En staat "Contoso" als "Adviseur", "Gedelegeerde beheerder" en "Reseller" op de pagina
      En verschijnt er geen bericht

    Scenario: In een lange lijst staat elke partner
      Stel dat "Contoso" de Partner of Record van het abonnement "Visio Plan 2" is
      En dat "101" partners mijn gedelegeerde beheerders zijn en "101" andere mijn resellers
      Als ik naar de pagina "Instellingen > Partnerrelaties" ga
      Dan staat de partner "Contoso" op de pagina
      En staan er "203" namen op de pagina
      Als ik de partner "Reseller 101" selecteer
      Dan wordt "Verwijderen" grijs weergegeven

  @assumption
  Regel: De lijst staat in alfabetische volgorde

    Scenario: Namen staan in alfabetische volgorde
      Stel dat "Litware" de Partner of Record van het abonnement "Office 365 E3" is
      En dat "fabrikam" mijn gedelegeerde beheerder is
      En dat "Contoso" mijn reseller is
      En dat "Fabrikam North" de Partner of Record van het abonnement "Visio Plan 2" is
      Als ik naar de pagina "Instellingen > Partnerrelaties" ga
      Dan staan achtereenvolgens "Contoso", "fabrikam", "Fabrikam North" en "Litware" op de pagina
