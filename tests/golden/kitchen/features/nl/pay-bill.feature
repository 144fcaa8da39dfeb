# language: nl
# Written by porspec sync from features/en/pay-bill.feature (5eac92c50056). To keep an edit, run: porspec sync --from nl
@home @diner
Functionaliteit: De rekening betalen

  When you have eaten.

  @home
  Voorbeeld: Betalen
    Als ik naar de pagina "Menu" ga
    En "Pay *now*" selecteer
    Dan krijg ik "Thanks" te horen

  @home
  Voorbeeld: Pay later
    Als ik wacht
    Dan krijg ik "Later" te horen

  @diner
  Regel: Guests do not pay

    Voorbeeld: A guest leaves
      Gegeven de keuken open is
      Als ik wacht
      Dan brandt er niets
