# language: nl
# Written by porspec sync from features/en/remove-reseller.feature (359af4b19a3f). To keep an edit, run: porspec sync --from nl
Functionaliteit: Een resellerrelatie verwijderen
  U kunt uw relatie met een reseller niet beëindigen. Uw reseller kan dat wel.

  Achtergrond:
    Stel dat ik bij het beheercentrum ben aangemeld
    En dat ik de abonnementen "Office 365 E3" en "Visio Plan 2" heb

  Regel: Vraag uw reseller om de relatie te verwijderen
    Stuur uw reseller de [instructies voor partners](https://docs.microsoft.com/partner-center/remove-a-relationship).
    Op de pagina met [uw partnerrelaties](view-partners.md) wordt **Verwijderen** bij een reseller grijs weergegeven.

    Scenario: ‘Verwijderen’ wordt bij een reseller grijs weergegeven
      Stel dat "101" partners mijn gedelegeerde beheerders zijn en "101" andere mijn resellers
      En dat "Tailspin Toys" mijn reseller is
      Als ik naar de pagina "Instellingen > Partnerrelaties" ga
      En ik de partner "Tailspin Toys" selecteer
      Dan wordt "Verwijderen" grijs weergegeven
      En kan ik "Verwijderen" niet selecteren
      En kan de relatie met "Tailspin Toys" niet worden beëindigd
      Als ik naar de pagina "Instellingen > Partnerrelaties" ga
      Dan staat de partner "Tailspin Toys" op de pagina
      Als ik de partner "Admin 1" selecteer
      Dan is "Verwijderen" beschikbaar

    @assumption
    Scenario: Een reseller die ook gedelegeerde beheerder is, blijft
      Stel dat "Tailspin Toys" mijn reseller is
      En dat "Tailspin Toys" mijn gedelegeerde beheerder is
      Als ik naar de pagina "Instellingen > Partnerrelaties" ga
      En ik de partner "Tailspin Toys" selecteer
      Dan wordt "Verwijderen" grijs weergegeven
      En verschijnt er geen bericht
      En kan de relatie met "Tailspin Toys" niet worden beëindigd
      En is "Tailspin Toys" mijn gedelegeerde beheerder

    @assumption
    Scenario: Een reseller die ook abonnementsadviseur is, blijft
      Stel dat "Tailspin Toys" mijn reseller is
      En dat "Tailspin Toys" de Partner of Record van het abonnement "Office 365 E3" is
      Als ik naar de pagina "Instellingen > Partnerrelaties" ga
      En ik de partner "Tailspin Toys" selecteer
      Dan wordt "Verwijderen" grijs weergegeven
      En kan de relatie met "Tailspin Toys" niet worden beëindigd
      En is "Tailspin Toys" de Partner of Record van het abonnement "Office 365 E3"

  Regel: Een adviseur of gedelegeerde beheerder kunt u zelf verwijderen
    Open **Instellingen** > **Partnerrelaties**, selecteer de partner en selecteer vervolgens **Verwijderen**. Als u
    alleen de beheerdersrollen van een partner verwijdert, blijft de relatie bestaan.

    Scenario: Een gedelegeerde beheerder wordt verwijderd
      Stel dat "Fabrikam" mijn gedelegeerde beheerder is
      Als ik naar de pagina "Instellingen > Partnerrelaties" ga
      En ik de partner "Fabrikam" selecteer
      Dan staat alleen "Verwijderen" op de pagina
      Als ik de optie "Verwijderen" selecteer
      Dan staan er geen partners op de pagina
      En verschijnt het bericht "Er is hier niets."

    Scenario: Alleen de partner die u verwijdert, wordt verwijderd
      Stel dat "Fabrikam" mijn gedelegeerde beheerder is
      En dat "Litware" mijn gedelegeerde beheerder is
      En dat "Northwind Traders" mijn gedelegeerde beheerder is
      En dat "Tailspin Toys" mijn reseller is
      Als ik naar de pagina "Instellingen > Partnerrelaties" ga
      En ik de partner "Northwind Traders" selecteer
      En ik de optie "Verwijderen" selecteer
      Dan zijn "Fabrikam" en "Litware" mijn gedelegeerde beheerders
      En staat de partner "Fabrikam" op de pagina
      En staat de partner "Tailspin Toys" op de pagina
      En staan er "3" namen op de pagina
      En verschijnt er geen bericht

  @assumption
  Regel: Een verwijderde adviseur is niet langer uw Partner of Record
    Dit geldt voor al uw abonnementen.

    Scenario: Een abonnementsadviseur wordt verwijderd
      Stel dat de partner "Contoso" mij de Microsoft-partner-id "1234567" heeft gegeven
      En dat de partner "Fabrikam" mij de Microsoft-partner-id "1234568" heeft gegeven
      En dat "Contoso" de Partner of Record van het abonnement "Office 365 E3" is
      En dat "Fabrikam" de Partner of Record van het abonnement "Visio Plan 2" is
      En dat ik ook samenwerk met de reseller "Tailspin Toys", de gedelegeerde beheerder "Northwind Traders" en, voor het abonnement "Project Plan 3", de Partner of Record "Litware"
      Als ik naar de pagina "Instellingen > Partnerrelaties" ga
      En ik de partner "Contoso" selecteer
      En ik de optie "Verwijderen" selecteer
      Dan staan er "4" namen op de pagina
      En verschijnt er geen bericht
      En heeft het abonnement "Office 365 E3" geen Partner of Record
      En is "Fabrikam" de Partner of Record van het abonnement "Visio Plan 2"
      En staat "Fabrikam" als "Adviseur" op de pagina
      En is er niets veranderd voor de reseller "Tailspin Toys", de gedelegeerde beheerder "Northwind Traders" en, voor het abonnement "Project Plan 3", de Partner of Record "Litware"
      Als ik voor het abonnement "Visio Plan 2" de id "1234567" typ en "Verzenden" selecteer
      Dan is "Contoso" de Partner of Record van het abonnement "Visio Plan 2"

    Scenario: De partner van het enige abonnement wordt verwijderd
      Stel dat "Contoso" de Partner of Record van het abonnement "Office 365 E3" is
      En dat "Contoso" mijn gedelegeerde beheerder is
      Als mijn abonnement "Visio Plan 2" afloopt
      En ik naar de pagina "Instellingen > Partnerrelaties" ga
      En ik de partner "Contoso" selecteer
      En ik de optie "Verwijderen" selecteer
      Dan staan er geen partners op de pagina
      En verschijnt het bericht "Er is hier niets."
      En is "Office 365 E3" mijn enige abonnement
      En heeft het abonnement "Office 365 E3" geen Partner of Record

    Scenario: Een partner wordt uit elk abonnement en als gedelegeerde beheerder verwijderd
      Stel dat ik ook het abonnement "Project Plan 3" heb
      En dat "Contoso" de Partner of Record van al mijn abonnementen is
      En dat "Contoso" mijn gedelegeerde beheerder is
      Als ik naar de pagina "Instellingen > Partnerrelaties" ga
      En ik de partner "Contoso" selecteer
      En ik de optie "Verwijderen" selecteer
      Dan heeft geen enkel abonnement een Partner of Record
      En heb ik geen gedelegeerde beheerder
      En staan er geen partners op de pagina
      En verschijnt het bericht "Er is hier niets."
      En staat in de lijst geen id bij het abonnement "Project Plan 3"
