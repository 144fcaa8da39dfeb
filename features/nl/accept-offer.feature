# language: nl
# Written by porspec sync from features/en/accept-offer.feature (ad386a17977d). To keep an edit, run: porspec sync --from nl
@o365-21vianet
Functionaliteit: De aanbieding van een partner accepteren
  In Office 365 beheerd door 21Vianet vraagt een geautoriseerde partner u per e-mail toestemming om als uw Partner of
  Record op te treden. Als u de aanbieding accepteert, kan de partner beheertaken voor u uitvoeren.

  Achtergrond:
    Stel dat ik bij het beheercentrum ben aangemeld
    En dat ik alleen het abonnement "Office 365 E3" heb

  @assumption
  Scenario: De aanbieding accepteren
    De partner is nu uw gedelegeerde beheerder en de Partner of Record van elk abonnement dat er nog geen had.

    Op de pagina **Partnerrelaties** ziet u welke relaties de partner met u heeft.

    Stel dat de partner "Fabrikam" mij per e-mail een aanbieding heeft gestuurd
    En dat het abonnement "Project Plan 3" bij de aanbieding hoort
    Als ik in de e-mail de voorwaarden van de partner lees
    En ik de koppeling in de e-mail volg
    En ik onder "Partnerrelaties" met "Ja" antwoord
    En ik de knop "Volgende" selecteer
    En ik het account maak voor het abonnement dat bij de aanbieding hoort
    Dan is "Fabrikam" mijn gedelegeerde beheerder
    En is "Fabrikam" de Partner of Record van het abonnement "Office 365 E3"
    En zijn mijn abonnementen "Office 365 E3" en "Project Plan 3"
    En staat "Fabrikam" op de pagina "Instellingen > Partnerrelaties" als "Adviseur" en "Gedelegeerde beheerder"

  @assumption
  Regel: Zonder ‘Ja’ kunt u niet verder
    **Volgende** is pas beschikbaar nadat u **Ja** hebt geselecteerd. Zolang u niet verdergaat, kan de partner niet
    namens u optreden.

    Scenario: Zonder ‘Ja’ verandert er niets
      Stel dat de partner "Fabrikam" mij per e-mail een aanbieding heeft gestuurd
      Als ik in de e-mail de voorwaarden van de partner lees
      En ik de koppeling in de e-mail volg
      Dan is "Ja" niet geselecteerd
      En staan alleen "Ja" en "Volgende" op de pagina
      En staat er geen vak op de pagina
      En is "Volgende" niet beschikbaar
      En kan ik "Volgende" niet selecteren
      En heb ik geen gedelegeerde beheerder
      En heeft het abonnement "Office 365 E3" geen Partner of Record
      Als ik naar de pagina "Instellingen > Partnerrelaties" ga
      Dan staan er geen partners op de pagina
      En verschijnt het bericht "Er is hier niets."

    Scenario: Na ‘Ja’ kunt u verder
      Stel dat de partner "Fabrikam" mij per e-mail een aanbieding heeft gestuurd
      Als ik in de e-mail de voorwaarden van de partner lees
      En ik de koppeling in de e-mail volg
      En ik onder "Partnerrelaties" met "Ja" antwoord
      Dan is "Ja" geselecteerd
      En is "Volgende" beschikbaar

    Scenario: Als u de pagina verlaat, hebt u niet geantwoord
      Stel dat de partner "Fabrikam" mij per e-mail een aanbieding heeft gestuurd
      Als ik in de e-mail de voorwaarden van de partner lees
      En ik de koppeling in de e-mail volg
      En ik onder "Partnerrelaties" met "Ja" antwoord
      En ik onder "Partnerrelaties" met "Ja" antwoord
      Dan is "Ja" geselecteerd
      Als ik in de e-mail de voorwaarden van de partner lees
      En ik de koppeling in de e-mail volg
      Dan is "Ja" niet geselecteerd
      En is "Volgende" niet beschikbaar
      En heb ik geen gedelegeerde beheerder

  @assumption
  Regel: U beantwoordt een aanbieding één keer
    U hebt de koppeling in de e-mail al eerder gevolgd. Als u deze nog eens volgt, verandert er niets.

    Scenario: De koppeling werkt maar één keer
      Stel dat de partner "Fabrikam" mij per e-mail een aanbieding heeft gestuurd
      En dat ik de aanbieding al eerder heb geaccepteerd
      Als ik in de e-mail de voorwaarden van de partner lees
      En ik de koppeling in de e-mail volg
      Dan verschijnt het bericht "U hebt deze aanbieding al beantwoord."
      En is "Ja" niet beschikbaar
      En is "Fabrikam" mijn gedelegeerde beheerder
      Als de partner "Contoso" mij per e-mail een aanbieding wil sturen
      En de aanbieding wordt geaccepteerd
      Dan zijn "Contoso" en "Fabrikam" mijn gedelegeerde beheerders
      En is "Fabrikam" de Partner of Record van het abonnement "Office 365 E3"
      En verschijnt er geen bericht

  @assumption
  Regel: U kunt het account later maken
    Het abonnement dat bij de aanbieding hoort, staat klaar totdat u het account maakt. Als u al een abonnement met die
    naam hebt, krijgt het nieuwe een nummer achter de naam.

    Scenario: U beëindigt de relatie en maakt het account later
      Stel dat de partner "Fabrikam" mij de Microsoft-partner-id "3214567" heeft gegeven
      En dat de partner "Fabrikam" mij per e-mail een aanbieding heeft gestuurd
      En dat het abonnement "Dynamics 365" bij de aanbieding hoort
      En dat ik de aanbieding al eerder heb geaccepteerd
      Als ik de partner "Fabrikam" om de Microsoft-partner-id vraag
      En ik naar de pagina "Instellingen > Partnerrelaties" ga
      En ik de partner "Fabrikam" selecteer
      En ik de optie "Verwijderen" selecteer
      En ik het account maak voor het abonnement dat bij de aanbieding hoort
      Dan zijn mijn abonnementen "Office 365 E3" en "Dynamics 365"
      En is "Fabrikam" alleen de Partner of Record van het abonnement "Dynamics 365"
      En weet ik de Microsoft-partner-id "3214567"
      En staat alleen de partner "Fabrikam" op de pagina
      En staat "Fabrikam" als "Adviseur" op de pagina
      En heb ik geen gedelegeerde beheerder
      Als ik de partner "Fabrikam" selecteer
      Dan is "Verwijderen" beschikbaar
      En staat in de lijst de id "3214567" bij het abonnement "Dynamics 365"

    Scenario: Een aanbieding zonder abonnement levert geen abonnement op
      Stel dat de partner "Fabrikam" mij per e-mail een aanbieding heeft gestuurd
      En dat ik de aanbieding al eerder heb geaccepteerd
      Als ik naar de pagina "Instellingen > Partnerrelaties" ga
      En ik het account maak voor het abonnement dat bij de aanbieding hoort
      Dan verschijnt het bericht "Bij deze aanbieding hoort geen abonnement."
      En staat alleen de partner "Fabrikam" op de pagina
      En is "Office 365 E3" mijn enige abonnement

    Scenario: Een aanbieding levert maar één keer een abonnement op
      Stel dat de partner "Fabrikam" mij per e-mail een aanbieding heeft gestuurd
      En dat het abonnement "Project Plan 3" bij de aanbieding hoort
      En dat ik de aanbieding al eerder heb geaccepteerd
      Als ik het account maak voor het abonnement dat bij de aanbieding hoort
      En ik het account maak voor het abonnement dat bij de aanbieding hoort
      Dan zijn mijn abonnementen "Office 365 E3" en "Project Plan 3"
      En is de startpagina geopend
      En is "Fabrikam" de Partner of Record van het abonnement "Project Plan 3"
      Als ik in de e-mail de voorwaarden van de partner lees
      En ik de koppeling in de e-mail volg
      Dan verschijnt het bericht "U hebt deze aanbieding al beantwoord."
      Als ik het "beheercentrum" open
      Dan verschijnt er geen bericht

    Scenario: Een abonnement met een naam die u al hebt, krijgt een nummer
      Stel dat de partner "Fabrikam" mij per e-mail een aanbieding heeft gestuurd
      En dat het abonnement "Office 365 E3" bij de aanbieding hoort
      En dat "Contoso" de Partner of Record van het abonnement "Office 365 E3" is
      En dat ik de aanbieding al eerder heb geaccepteerd
      Als ik het account maak voor het abonnement dat bij de aanbieding hoort
      Dan zijn mijn abonnementen "Office 365 E3" en "Office 365 E3 (2)"
      En is "Contoso" de Partner of Record van het abonnement "Office 365 E3"
      En is "Fabrikam" de Partner of Record van het abonnement "Office 365 E3 (2)"

    Scenario: Een aanbieding die u niet hebt geaccepteerd, levert niets op
      Stel dat de partner "Fabrikam" mij per e-mail een aanbieding heeft gestuurd
      En dat het abonnement "Project Plan 3" bij de aanbieding hoort
      Als ik het account maak voor het abonnement dat bij de aanbieding hoort
      Dan verschijnt het bericht "Bij deze aanbieding hoort geen abonnement."
      En is "Office 365 E3" mijn enige abonnement
      Als de aanbieding wordt geaccepteerd
      Dan is "Office 365 E3" mijn enige abonnement
      Als ik het account maak voor het abonnement dat bij de aanbieding hoort
      Dan zijn mijn abonnementen "Office 365 E3" en "Project Plan 3"

    Scenario: Uw andere abonnementen blijven zoals ze zijn
      Stel dat "Fabrikam" mijn gedelegeerde beheerder is
      En dat "Contoso" de Partner of Record van het abonnement "Office 365 E3" is
      En dat de partner "Fabrikam" mij per e-mail een aanbieding heeft gestuurd
      En dat het abonnement "Project Plan 3" bij de aanbieding hoort
      Als ik in de e-mail de voorwaarden van de partner lees
      En ik de koppeling in de e-mail volg
      Dan is "Ja" niet geselecteerd
      En is "Volgende" niet beschikbaar
      Als mijn abonnement "Visio Plan 2" ingaat
      En de aanbieding wordt geaccepteerd
      En ik het account maak voor het abonnement dat bij de aanbieding hoort
      Dan is "Fabrikam" de Partner of Record van het abonnement "Project Plan 3"
      En is "Fabrikam" de Partner of Record van het abonnement "Visio Plan 2"
      En is "Contoso" de Partner of Record van het abonnement "Office 365 E3"
      En verschijnt er geen bericht
      Als ik voor het abonnement "Visio Plan 2" het vak leegmaak en "Verzenden" selecteer
      Dan is "Fabrikam" alleen de Partner of Record van het abonnement "Project Plan 3"
      En is "Fabrikam" mijn gedelegeerde beheerder
      En staat in de lijst geen id bij het abonnement "Visio Plan 2"

  @assumption
  Regel: Een aanbieding vervangt geen partner
    Een abonnement dat al een Partner of Record heeft, behoudt die partner.

    Scenario: De huidige partner blijft
      Stel dat "Contoso" de Partner of Record van het abonnement "Office 365 E3" is
      En dat de partner "Fabrikam" mij per e-mail een aanbieding heeft gestuurd
      Als mijn abonnement "Visio Plan 2" ingaat
      En de aanbieding wordt geaccepteerd
      Dan is "Fabrikam" mijn gedelegeerde beheerder
      En is "Contoso" de Partner of Record van het abonnement "Office 365 E3"
      En zijn mijn abonnementen "Office 365 E3" en "Visio Plan 2"

    Scenario: Uw andere partners blijven
      Stel dat "Contoso" de Partner of Record van het abonnement "Office 365 E3" is
      En dat "Contoso" mijn reseller is
      En dat ik ook samenwerk met de reseller "Tailspin Toys", de gedelegeerde beheerder "Northwind Traders" en, voor het abonnement "Project Plan 3", de Partner of Record "Litware"
      En dat de partner "Fabrikam" mij per e-mail een aanbieding heeft gestuurd
      En dat het abonnement "Dynamics 365" bij de aanbieding hoort
      Als ik naar de pagina "Instellingen > Partnerrelaties" ga
      Dan staan er "4" namen op de pagina
      Als mijn abonnement "Visio Plan 2" ingaat
      En de aanbieding wordt geaccepteerd
      En ik het account maak voor het abonnement dat bij de aanbieding hoort
      Dan is "Contoso" alleen de Partner of Record van het abonnement "Office 365 E3"
      En is "Fabrikam" de Partner of Record van het abonnement "Visio Plan 2"
      En is "Fabrikam" de Partner of Record van het abonnement "Dynamics 365"
      En zijn "Fabrikam" en "Northwind Traders" mijn gedelegeerde beheerders
      En is er niets veranderd voor de reseller "Tailspin Toys", de gedelegeerde beheerder "Northwind Traders" en, voor het abonnement "Project Plan 3", de Partner of Record "Litware"
      En verschijnt er geen bericht
      Als ik naar de pagina "Instellingen > Partnerrelaties" ga
      Dan staat "Contoso" als "Adviseur" en "Reseller" op de pagina
      En staat "Fabrikam" als "Adviseur" en "Gedelegeerde beheerder" op de pagina
      En staan er "5" namen op de pagina

    Scenario: Een andere gedelegeerde beheerder blijft
      Stel dat de partner "Contoso" mij de Microsoft-partner-id "1234567" heeft gegeven
      En dat "Contoso" mijn gedelegeerde beheerder is
      En dat "Contoso" de Partner of Record van het abonnement "Office 365 E3" is
      En dat de partner "Fabrikam" mij per e-mail een aanbieding heeft gestuurd
      Als ik de partner "Contoso" om de Microsoft-partner-id vraag
      En de aanbieding wordt geaccepteerd
      Dan zijn "Contoso" en "Fabrikam" mijn gedelegeerde beheerders
      En is "Contoso" de Partner of Record van het abonnement "Office 365 E3"
      En is "1234567" de enige Microsoft-partner-id die ik weet
      En kan ik "Volgende" niet selecteren
      En is de startpagina geopend

    Scenario: Een reseller kan beheerder worden en blijft uw reseller
      Stel dat "Fabrikam" mijn reseller is
      En dat "Fabrikam" de Partner of Record van het abonnement "Office 365 E3" is
      En dat de partner "Fabrikam" mij per e-mail een aanbieding heeft gestuurd
      Als ik in de e-mail de voorwaarden van de partner lees
      En ik de koppeling in de e-mail volg
      Dan is "Ja" niet geselecteerd
      En is "Volgende" niet beschikbaar
      En verschijnt er geen bericht
      Als de aanbieding wordt geaccepteerd
      Dan is "Fabrikam" mijn gedelegeerde beheerder
      En is "Fabrikam" de Partner of Record van het abonnement "Office 365 E3"
      Als ik naar de pagina "Instellingen > Partnerrelaties" ga
      Dan staat alleen de partner "Fabrikam" op de pagina
      Als ik de partner "Fabrikam" selecteer
      Dan wordt "Verwijderen" grijs weergegeven

    Scenario: Elk abonnement zonder partner krijgt de nieuwe partner
      Stel dat "101" partners mijn gedelegeerde beheerders zijn en "101" andere mijn resellers
      En dat de partner "Fabrikam" mij per e-mail een aanbieding heeft gestuurd
      Als ik nog "100" abonnementen van het product "Office 365 E3" krijg
      En de aanbieding wordt geaccepteerd
      Dan is "Fabrikam" de Partner of Record van al mijn abonnementen
      Als ik naar de pagina "Instellingen > Partnerrelaties" ga
      Dan staan er "203" namen op de pagina

  Regel: De partner stuurt de aanbieding
    Hebt u geen e-mail met een aanbieding, neem dan contact op met een partner die door 21Vianet is geautoriseerd.

    Scenario: Geen enkele partner heeft een aanbieding gestuurd
      Dan heb ik geen e-mail met een aanbieding

    Scenario: Een aanbieding blijft staan totdat u deze beantwoordt
      Stel dat de partner "Fabrikam" mij de Microsoft-partner-id "3214567" heeft gegeven
      En dat de partner "Fabrikam" mij per e-mail een aanbieding heeft gestuurd
      En dat "Fabrikam" mijn gedelegeerde beheerder is
      En dat "Contoso" de Partner of Record van het abonnement "Office 365 E3" is
      Als ik voor het abonnement "Office 365 E3" de id "3214567" typ en "Id controleren" selecteer
      Dan verschijnt het bericht "Deze partner-id is juist."
      Als ik de knop "Verzenden" selecteer
      Dan is "Fabrikam" de Partner of Record van het abonnement "Office 365 E3"
      En verschijnt er geen bericht
      Als ik voor het abonnement "Office 365 E3" het vak leegmaak en "Verzenden" selecteer
      En ik naar de pagina "Instellingen > Partnerrelaties" ga
      En ik de partner "Fabrikam" selecteer
      En ik de optie "Verwijderen" selecteer
      En de aanbieding wordt geaccepteerd
      Dan is "Fabrikam" mijn gedelegeerde beheerder
      En is "Fabrikam" de Partner of Record van het abonnement "Office 365 E3"
      Als ik naar de pagina "Instellingen > Partnerrelaties" ga
      En ik de partner "Fabrikam" selecteer
      Dan is "Verwijderen" beschikbaar
