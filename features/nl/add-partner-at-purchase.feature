# language: nl
# Written by porspec sync from features/en/add-partner-at-purchase.feature (96c842dd0fb3). To keep an edit, run: porspec sync --from nl
Functionaliteit: Een partner toevoegen bij het kopen van een abonnement
  In de afrekenwizard kunt u een partner zoeken of de partner toevoegen die u al hebt.

  Achtergrond:
    Stel dat ik bij het beheercentrum ben aangemeld
    En dat het product "Office 365 E3" te koop is

  @o365-worldwide @o365-germany
  Scenario: Als u nog geen partner hebt
    Stel dat de partner "Fabrikam" met de Microsoft-partner-id "3214567" de service "Exchange Online" aanbiedt in "Nederland"
    Als ik het "beheercentrum" open
    En ik naar de pagina "Facturering > Services aanschaffen" ga
    En ik het product "Office 365 E3" selecteer
    En ik de knop "Kopen" selecteer
    En ik "Hulp nodig bij uw bestelling?" uitvouw en "Hulp krijgen van een Microsoft-partner" selecteer
    En ik op de providerpagina een partner zoek voor "Exchange Online" in "Nederland"
    Dan wordt de partner "Fabrikam" gevonden
    Als ik de afrekenwizard voltooi
    Dan heb ik het abonnement "Office 365 E3"
    En heeft het abonnement "Office 365 E3" geen Partner of Record

  @o365-worldwide @o365-germany @assumption
  Scenario: Als u al een partner hebt
    Uw abonnement is gekocht en de partner is nu de Partner of Record ervan.

    Stel dat de partner "Fabrikam" mij de Microsoft-partner-id "3214567" heeft gegeven
    Als ik het "beheercentrum" open
    En ik naar de pagina "Facturering > Services aanschaffen" ga
    En ik het product "Office 365 E3" selecteer
    En ik de knop "Kopen" selecteer
    En ik in de afrekenwizard onder "Partnergegevens" de knop "Toevoegen" selecteer
    En ik de id "3214567" in de afrekenwizard typ
    En ik de afrekenwizard voltooi
    Dan heb ik het abonnement "Office 365 E3"
    En is "Fabrikam" de Partner of Record van het abonnement "Office 365 E3"
    En staat in de lijst de id "3214567" bij het abonnement "Office 365 E3"

  @o365-21vianet
  Regel: U kunt hier bij het kopen geen partner toevoegen
    Deze taak is niet beschikbaar in Office 365 beheerd door 21Vianet. De partner zet de eerste stap en kan u naast de
    partnerrelatie ook een proefabonnement aanbieden of een aankoopaanbieding doen. Lees [De aanbieding van een partner
    accepteren](accept-offer.md).

    Scenario: Er is geen pagina waarop u een partner aan een bestelling toevoegt
      Dan kan ik niet naar de pagina "Facturering > Services aanschaffen" gaan

  @o365-worldwide @o365-germany @assumption
  Regel: De id moet van een partner zijn
    De wizard controleert dit aan het einde, dus er is nog niets gekocht. Corrigeer de id en ga verder.

    Scenario: Met een onbekende id wordt er niets gekocht
      Stel dat geen enkele partner de Microsoft-partner-id "9999999" heeft
      Als ik naar de pagina "Facturering > Services aanschaffen" ga
      En ik het product "Office 365 E3" selecteer
      En ik de knop "Kopen" selecteer
      En ik in de afrekenwizard onder "Partnergegevens" de knop "Toevoegen" selecteer
      En ik de id "9999999" in de afrekenwizard typ
      Dan is "Id controleren" niet beschikbaar
      Als ik de afrekenwizard voltooi
      En ik de afrekenwizard voltooi
      Dan verschijnt het bericht "Geen enkele partner heeft deze id."
      En staat in het vak de id "9999999"
      En heb ik het abonnement "Office 365 E3" niet
      Als ik "Hulp nodig bij uw bestelling?" uitvouw
      Dan verschijnt er geen bericht
      En staat in het vak de id "9999999"
      Als ik de id "  " in de afrekenwizard typ
      En ik de afrekenwizard voltooi
      Dan is "Office 365 E3" mijn enige abonnement
      En heeft het abonnement "Office 365 E3" geen Partner of Record
      En verschijnt er geen bericht

    Scenario: Met een gecorrigeerde id gaat de aankoop door
      Stel dat de partner "Fabrikam" mij de Microsoft-partner-id "3214567" heeft gegeven
      Als ik naar de pagina "Facturering > Services aanschaffen" ga
      En ik het product "Office 365 E3" selecteer
      En ik de knop "Kopen" selecteer
      En ik in de afrekenwizard onder "Partnergegevens" de knop "Toevoegen" selecteer
      En ik de id "321 4567" in de afrekenwizard typ
      En ik de afrekenwizard voltooi
      En ik de id "03214567" in de afrekenwizard typ
      En ik de afrekenwizard voltooi
      En ik de id " 3214567 " in de afrekenwizard typ
      Dan verschijnt er geen bericht
      Als ik de afrekenwizard voltooi
      Dan heb ik het abonnement "Office 365 E3"
      En is "Fabrikam" de Partner of Record van het abonnement "Office 365 E3"

    Scenario: Een id blijft in het vak staan als u nog een keer ‘Toevoegen’ selecteert
      Als ik naar de pagina "Facturering > Services aanschaffen" ga
      En ik het product "Office 365 E3" selecteer
      En ik de knop "Kopen" selecteer
      En ik in de afrekenwizard onder "Partnergegevens" de knop "Toevoegen" selecteer
      En ik de id "3214567" in de afrekenwizard typ
      En ik in de afrekenwizard onder "Partnergegevens" de knop "Toevoegen" selecteer
      Dan staat in het vak de id "3214567"
      Als ik de afrekenwizard voltooi
      Dan verschijnt het bericht "Geen enkele partner heeft deze id."
      Als ik in de afrekenwizard onder "Partnergegevens" de knop "Toevoegen" selecteer
      Dan staat in het vak de id "3214567"
      En verschijnt er geen bericht
      Als ik de afrekenwizard voltooi
      En ik naar de pagina "Facturering > Services aanschaffen" ga
      Dan verschijnt er geen bericht

  @o365-worldwide @o365-germany @assumption
  Regel: U kunt zonder partner kopen
    Als u geen partner toevoegt, heeft uw abonnement geen Partner of Record. U kunt er [later een
    toevoegen](add-partner.md).

    Scenario: Een bestelling zonder partner
      Stel dat "Tailspin Toys" mijn reseller is
      En dat "Northwind Traders" mijn gedelegeerde beheerder is
      Als ik de lijst met mijn abonnementen open
      Dan heb ik geen abonnement
      En verschijnt er geen bericht
      Als ik naar de pagina "Facturering > Services aanschaffen" ga
      En ik het product "Office 365 E3" selecteer
      En ik de knop "Kopen" selecteer
      Dan staat er geen vak op de pagina
      Als ik de afrekenwizard voltooi
      Dan heb ik het abonnement "Office 365 E3"
      En heeft het abonnement "Office 365 E3" geen Partner of Record
      En is "Northwind Traders" mijn gedelegeerde beheerder
      Als ik naar de pagina "Instellingen > Partnerrelaties" ga
      Dan staat de partner "Tailspin Toys" op de pagina

    Scenario: De producten staan in alfabetische volgorde
      Stel dat ik alleen het abonnement "Office 365 E1" heb
      En dat het product "Office 365 E1" te koop is
      En dat het product "office 365 E2" te koop is
      En dat het product "Dynamics 365" te koop is
      Als ik naar de pagina "Facturering > Services aanschaffen" ga
      Dan staan achtereenvolgens "Dynamics 365", "Office 365 E1", "office 365 E2" en "Office 365 E3" op de pagina

    Scenario: Elk product staat op de pagina
      Stel dat er nog "101" andere producten te koop zijn
      Als ik naar de pagina "Facturering > Services aanschaffen" ga
      Dan staan er "102" namen op de pagina

    Scenario: Een bestelling met een leeg vak
      Als ik naar de pagina "Facturering > Services aanschaffen" ga
      En ik het product "Office 365 E3" selecteer
      En ik de knop "Kopen" selecteer
      En ik in de afrekenwizard onder "Partnergegevens" de knop "Toevoegen" selecteer
      En ik de afrekenwizard voltooi
      Dan heb ik het abonnement "Office 365 E3"
      En heeft het abonnement "Office 365 E3" geen Partner of Record

    Scenario: Een vak met alleen spaties geldt als leeg
      Stel dat ik de abonnementen "Project Plan 3" en "Visio Plan 2" heb
      En dat "Fabrikam" de Partner of Record van al mijn abonnementen is
      Als ik naar de pagina "Facturering > Services aanschaffen" ga
      En ik het product "Office 365 E3" selecteer
      En ik de knop "Kopen" selecteer
      En ik in de afrekenwizard onder "Partnergegevens" de knop "Toevoegen" selecteer
      En ik de id "  " in de afrekenwizard typ
      En ik de afrekenwizard voltooi
      Dan heeft het abonnement "Office 365 E3" geen Partner of Record

  @o365-worldwide @o365-germany @assumption
  Regel: Als u de wizard verlaat, wordt er niets gekocht
    Als u de wizard verlaat voordat u de bestelling voltooit, gaat de bestelling verloren. Uw volgende bestelling begint
    zonder partner en uw andere abonnementen blijven zoals ze zijn.

    Scenario: De wizard wordt gesloten zodra de bestelling is voltooid
      Als ik naar de pagina "Facturering > Services aanschaffen" ga
      En ik het product "Office 365 E3" selecteer
      En ik de knop "Kopen" selecteer
      Dan is de afrekenwizard geopend
      En staan alleen "Hulp nodig bij uw bestelling?" en "Toevoegen" op de pagina
      Als ik de afrekenwizard voltooi
      Dan is de afrekenwizard gesloten
      En is de startpagina geopend
      En is "Office 365 E3" mijn enige abonnement

    Scenario: Een bestelling die u niet voltooit, gaat verloren
      Als ik naar de pagina "Facturering > Services aanschaffen" ga
      En ik het product "Office 365 E3" selecteer
      Dan staat alleen "Kopen" op de pagina
      En staat er geen vak op de pagina
      En is de afrekenwizard gesloten
      Als ik de knop "Kopen" selecteer
      En ik de lijst met mijn abonnementen open
      Dan is de afrekenwizard gesloten
      En heb ik geen abonnement
      Als ik naar de pagina "Facturering > Services aanschaffen" ga
      Dan is "Office 365 E3" het enige product op de pagina

    Scenario: De volgende bestelling begint zonder partner
      Stel dat de partner "Fabrikam" mij de Microsoft-partner-id "3214567" heeft gegeven
      En dat het product "Visio Plan 2" te koop is
      Als ik de partner "Fabrikam" om de Microsoft-partner-id vraag
      En ik naar de pagina "Facturering > Services aanschaffen" ga
      En ik het product "Visio Plan 2" selecteer
      En ik de knop "Kopen" selecteer
      En ik in de afrekenwizard onder "Partnergegevens" de knop "Toevoegen" selecteer
      En ik de id "3214567" in de afrekenwizard typ
      En ik de afrekenwizard voltooi
      En ik naar de pagina "Facturering > Services aanschaffen" ga
      En ik het product "Office 365 E3" selecteer
      En ik de knop "Kopen" selecteer
      En ik in de afrekenwizard onder "Partnergegevens" de knop "Toevoegen" selecteer
      Dan staat er geen id in het vak
      Als ik de afrekenwizard voltooi
      Dan zijn mijn abonnementen "Visio Plan 2" en "Office 365 E3"
      En is "Fabrikam" de Partner of Record van het abonnement "Visio Plan 2"
      En heeft het abonnement "Office 365 E3" geen Partner of Record
      En weet ik de Microsoft-partner-id "3214567"

    Scenario: Uw andere abonnementen houden de partners die ze hebben
      Stel dat ik de abonnementen "Project Plan 3" en "Visio Plan 2" heb
      En dat ik ook het abonnement "Office 365 E1" heb
      En dat de partner "Fabrikam" mij de Microsoft-partner-id "3214567" heeft gegeven
      En dat "Fabrikam" de Partner of Record van het abonnement "Office 365 E1" is
      Als ik naar de pagina "Facturering > Services aanschaffen" ga
      En ik het product "Office 365 E3" selecteer
      En ik de knop "Kopen" selecteer
      En ik in de afrekenwizard onder "Partnergegevens" de knop "Toevoegen" selecteer
      En ik de id "3214567" in de afrekenwizard typ
      En ik de afrekenwizard voltooi
      Dan heeft het abonnement "Project Plan 3" geen Partner of Record
      En heeft het abonnement "Visio Plan 2" geen Partner of Record
      En heb ik het abonnement "Office 365 E3"
      En is "Fabrikam" de Partner of Record van het abonnement "Office 365 E3"
      En heb ik geen gedelegeerde beheerder
      Als ik naar de pagina "Instellingen > Partnerrelaties" ga
      En ik de partner "Fabrikam" selecteer
      Dan is "Verwijderen" beschikbaar

  @o365-worldwide @o365-germany @assumption
  Regel: U kunt een product nog een keer kopen
    Het nieuwe abonnement krijgt een nummer achter de naam.

    Scenario: Een tweede abonnement van een product krijgt een nummer
      Stel dat de partner "Fabrikam" mij de Microsoft-partner-id "3214567" heeft gegeven
      Als ik naar de pagina "Facturering > Services aanschaffen" ga
      En ik het product "Office 365 E3" selecteer
      En ik de knop "Kopen" selecteer
      En ik de afrekenwizard voltooi
      En ik naar de pagina "Facturering > Services aanschaffen" ga
      En ik het product "Office 365 E3" selecteer
      En ik de knop "Kopen" selecteer
      En ik in de afrekenwizard onder "Partnergegevens" de knop "Toevoegen" selecteer
      En ik de id "3214567" in de afrekenwizard typ
      En ik de afrekenwizard voltooi
      Dan zijn mijn abonnementen "Office 365 E3" en "Office 365 E3 (2)"
      En heeft het abonnement "Office 365 E3" geen Partner of Record
      En is "Fabrikam" de Partner of Record van het abonnement "Office 365 E3 (2)"

    Scenario: Elke bestelling heeft een eigen partner
      Stel dat de partner "Fabrikam" mij de Microsoft-partner-id "3214567" heeft gegeven
      En dat "Fabrikam" mijn reseller is
      En dat "Fabrikam" mijn gedelegeerde beheerder is
      En dat ik ook samenwerk met de reseller "Tailspin Toys", de gedelegeerde beheerder "Northwind Traders" en, voor het abonnement "Project Plan 3", de Partner of Record "Litware"
      Als ik het product "Office 365 E3" koop met de id "3214567"
      Dan verschijnt er geen bericht
      Als ik het product "Office 365 E3" koop zonder id
      En ik het product "Office 365 E3" koop met de id " 3214567 "
      Dan is "Fabrikam" de Partner of Record van het abonnement "Office 365 E3"
      En heeft het abonnement "Office 365 E3 (2)" geen Partner of Record
      En is "Fabrikam" de Partner of Record van het abonnement "Office 365 E3 (3)"
      En zijn "Fabrikam" en "Northwind Traders" mijn gedelegeerde beheerders
      En weet ik de Microsoft-partner-id "3214567" niet
      En staat in de lijst de id "3214567" bij het abonnement "Office 365 E3"
      En is er niets veranderd voor de reseller "Tailspin Toys", de gedelegeerde beheerder "Northwind Traders" en, voor het abonnement "Project Plan 3", de Partner of Record "Litware"
      Als ik naar de pagina "Instellingen > Partnerrelaties" ga
      Dan staat "Fabrikam" als "Adviseur", "Gedelegeerde beheerder" en "Reseller" op de pagina
      En staan er "4" namen op de pagina
      Als ik naar de pagina "Facturering > Services aanschaffen" ga
      Dan is "Office 365 E3" het enige product op de pagina
      En verschijnt er geen bericht

    Scenario: Elk volgend abonnement van een product krijgt het volgende nummer
      Stel dat ik alleen het abonnement "Visio Plan 2" heb
      Als ik nog "101" abonnementen van het product "Office 365 E3" krijg
      En ik naar de pagina "Facturering > Services aanschaffen" ga
      En ik het product "Office 365 E3" selecteer
      En ik de knop "Kopen" selecteer
      En ik de afrekenwizard voltooi
      Dan heb ik het abonnement "Office 365 E3"
      En heb ik het abonnement "Office 365 E3 (2)"
      En heb ik het abonnement "Office 365 E3 (102)"

    Scenario: Een naam of een nummer dat vrij is, wordt gebruikt
      Stel dat ik de abonnementen "Office 365" en "OFFICE 365 E3" heb
      En dat ik ook het abonnement "Office 365 E3 (3)" heb
      En dat "Fabrikam" de Partner of Record van het abonnement "Office 365 E3 (3)" is
      Als ik naar de pagina "Facturering > Services aanschaffen" ga
      En ik het product "Office 365 E3" selecteer
      En ik de knop "Kopen" selecteer
      En ik de afrekenwizard voltooi
      Dan heb ik het abonnement "Office 365 E3"
      En heeft het abonnement "Office 365 E3" geen Partner of Record
      Als ik naar de pagina "Facturering > Services aanschaffen" ga
      En ik het product "Office 365 E3" selecteer
      En ik de knop "Kopen" selecteer
      En ik de afrekenwizard voltooi
      Dan heb ik het abonnement "Office 365 E3 (2)"

  @o365-worldwide @o365-germany @assumption
  Regel: Als u een partner zoekt, wordt de id gewist
    Een id die u hebt getypt voordat u **Hulp krijgen van een Microsoft-partner** selecteerde, wordt niet bewaard in de
    wizard.

    Scenario: De id is verdwenen na het zoeken
      Stel dat de partners "Fabrikam North", "Contoso", "Litware" en "fabrikam" de service "Exchange Online" aanbieden in "Nederland"
      En dat de partner "Tailspin Toys" met de Microsoft-partner-id "3214567" de service "Exchange Online" aanbiedt in "Duitsland"
      En dat de partner "Wingtip Toys" met de Microsoft-partner-id "1234567" de service "SharePoint Online" aanbiedt in "Nederland"
      En dat "Contoso" mijn gedelegeerde beheerder is
      En dat "Litware" mijn reseller is
      Als ik naar de pagina "Facturering > Services aanschaffen" ga
      En ik het product "Office 365 E3" selecteer
      En ik de knop "Kopen" selecteer
      En ik in de afrekenwizard onder "Partnergegevens" de knop "Toevoegen" selecteer
      En ik de id "3214567" in de afrekenwizard typ
      En ik "Hulp nodig bij uw bestelling?" uitvouw en "Hulp krijgen van een Microsoft-partner" selecteer
      Dan worden er geen resultaten weergegeven
      En valt er op de pagina niets te selecteren
      Als ik op de providerpagina een partner zoek voor "SharePoint Online" in "Duitsland"
      Dan staan er "0" namen op de pagina
      En verschijnt er geen bericht
      Als ik als service " exchange online " typ en in "Duitsland" zoek
      Dan wordt de partner "Tailspin Toys" gevonden
      En staan er "1" namen op de pagina
      Als ik op de providerpagina een partner zoek voor "Exchange Online" in "Nederland"
      Dan staan achtereenvolgens "Contoso", "fabrikam", "Fabrikam North" en "Litware" op de pagina
      Als ik de afrekenwizard voltooi
      Dan heb ik het abonnement "Office 365 E3"
      En heeft het abonnement "Office 365 E3" geen Partner of Record

    Scenario: De hulp bij de bestelling gaat open en dicht
      Als ik naar de pagina "Facturering > Services aanschaffen" ga
      En ik het product "Office 365 E3" selecteer
      En ik de knop "Kopen" selecteer
      Dan is "Hulp krijgen van een Microsoft-partner" niet beschikbaar
      Als ik "Hulp nodig bij uw bestelling?" uitvouw
      Dan is "Hulp krijgen van een Microsoft-partner" beschikbaar
      Als ik "Hulp nodig bij uw bestelling?" uitvouw
      Dan is "Hulp krijgen van een Microsoft-partner" niet beschikbaar
      En is de afrekenwizard geopend

    Scenario: De hulp en het vak laten elkaar ongemoeid
      Als ik naar de pagina "Facturering > Services aanschaffen" ga
      En ik het product "Office 365 E3" selecteer
      En ik de knop "Kopen" selecteer
      En ik in de afrekenwizard onder "Partnergegevens" de knop "Toevoegen" selecteer
      En ik de id "3214567" in de afrekenwizard typ
      En ik "Hulp nodig bij uw bestelling?" uitvouw
      Dan staat in het vak de id "3214567"
      Als ik in de afrekenwizard onder "Partnergegevens" de knop "Toevoegen" selecteer
      Dan is "Hulp krijgen van een Microsoft-partner" beschikbaar
      Als ik "Hulp nodig bij uw bestelling?" uitvouw
      Dan staat in het vak de id "3214567"

    Scenario: Bij de volgende bestelling is de hulp weer gesloten
      Als ik naar de pagina "Facturering > Services aanschaffen" ga
      En ik het product "Office 365 E3" selecteer
      En ik de knop "Kopen" selecteer
      En ik "Hulp nodig bij uw bestelling?" uitvouw
      En ik naar de pagina "Facturering > Services aanschaffen" ga
      En ik het product "Office 365 E3" selecteer
      En ik de knop "Kopen" selecteer
      Dan is "Hulp krijgen van een Microsoft-partner" niet beschikbaar
