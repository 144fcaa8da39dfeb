# language: nl
# Written by porspec sync from features/en/add-partner-at-purchase.feature (9e46fda903c8). To keep an edit, run: porspec sync --from nl
Functionaliteit: Een partner toevoegen op het moment van aanschaf
  Als u een abonnement koopt, kunt u vanuit de afrekenwizard een partner zoeken of de partner toevoegen die u al hebt.
  Alleen een partner die u toevoegt, wordt de Partner of Record van het nieuwe abonnement.

  Achtergrond:
    Stel dat ik ben aangemeld bij het beheercentrum
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

  @o365-worldwide @o365-germany
  Scenario: Als u al een partner hebt
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

  @o365-21vianet
  Regel: U kunt hier bij de aanschaf geen partner toevoegen
    In Office 365 beheerd door 21Vianet is deze taak niet beschikbaar. Uw partner zet de eerste stap en bij de
    aanbieding kan een proefabonnement of een aanschaf horen: zie [De aanbieding van een partner
    accepteren](accept-offer.md).

    Scenario: Er is geen pagina waarop u een partner aan een bestelling toevoegt
      Dan kan ik niet naar de pagina "Facturering > Services aanschaffen" gaan

  @o365-worldwide @o365-germany
  Regel: De wizard zoekt de id aan het einde op
    **Id controleren** is er hier niet. Als geen enkele partner de id heeft, ziet u bij het doorlopen van de wizard het
    bericht **Geen enkele partner heeft deze id.** en wordt er nog niets gekocht. Dit is onze eigen aanname: de
    documentatie van Microsoft beschrijft dit niet.

    Scenario: Met een onbekende id wordt er niets gekocht
      Stel dat geen enkele partner de Microsoft-partner-id "9999999" heeft
      Als ik naar de pagina "Facturering > Services aanschaffen" ga
      En ik het product "Office 365 E3" selecteer
      En ik de knop "Kopen" selecteer
      En ik in de afrekenwizard onder "Partnergegevens" de knop "Toevoegen" selecteer
      En ik de id "9999999" in de afrekenwizard typ
      En ik de afrekenwizard voltooi
      Dan verschijnt het bericht "Geen enkele partner heeft deze id."
      En heb ik het abonnement "Office 365 E3" niet

    Scenario: Met een verbeterde id gaat de aanschaf door
      Stel dat de partner "Fabrikam" mij de Microsoft-partner-id "3214567" heeft gegeven
      Als ik naar de pagina "Facturering > Services aanschaffen" ga
      En ik het product "Office 365 E3" selecteer
      En ik de knop "Kopen" selecteer
      En ik in de afrekenwizard onder "Partnergegevens" de knop "Toevoegen" selecteer
      En ik de id "9999999" in de afrekenwizard typ
      En ik de afrekenwizard voltooi
      En ik de id "3214567" in de afrekenwizard typ
      En ik de afrekenwizard voltooi
      Dan heb ik het abonnement "Office 365 E3"
      En is "Fabrikam" de Partner of Record van het abonnement "Office 365 E3"

  @o365-worldwide @o365-germany
  Regel: U kunt zonder partner kopen
    Als u de partner weglaat, heeft uw abonnement geen Partner of Record. U kunt er later een toevoegen: zie [Een
    partner toevoegen aan een bestaand abonnement](add-partner.md).

    Scenario: Een bestelling zonder partner
      Als ik de lijst met mijn abonnementen open
      Dan heb ik geen abonnement
      Als ik naar de pagina "Facturering > Services aanschaffen" ga
      En ik het product "Office 365 E3" selecteer
      En ik de knop "Kopen" selecteer
      Dan heeft de afrekenwizard geen vak voor een id
      Als ik de afrekenwizard voltooi
      Dan heb ik het abonnement "Office 365 E3"
      En heeft het abonnement "Office 365 E3" geen Partner of Record

    Scenario: Een bestelling met een leeg vak
      Als ik naar de pagina "Facturering > Services aanschaffen" ga
      En ik het product "Office 365 E3" selecteer
      En ik de knop "Kopen" selecteer
      En ik in de afrekenwizard onder "Partnergegevens" de knop "Toevoegen" selecteer
      En ik de afrekenwizard voltooi
      Dan heb ik het abonnement "Office 365 E3"
      En heeft het abonnement "Office 365 E3" geen Partner of Record
