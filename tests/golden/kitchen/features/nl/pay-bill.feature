# language: nl
# Written by porspec sync from features/en/pay-bill.feature (83124053e872). To keep an edit, run: porspec sync --from nl
@home @diner
Functionaliteit: De rekening betalen

  When you have eaten.

  @home
  Scenario: Betalen
    Als ik naar de pagina "Menu" ga
    En "Pay *now*" selecteer
    Dan krijg ik "Thanks" te horen

  @home
  Scenario: Pay later
    Als ik wacht
    Dan krijg ik "Later" te horen

  @diner
  Regel: Guests do not pay

    Scenario: A guest leaves
      Gegeven de keuken open is
      Als ik wacht
      Dan brandt er niets
