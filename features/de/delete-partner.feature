# language: de
# Written by porspec sync from features/en/delete-partner.feature (dbe3a44d512e). To keep an edit, run: porspec sync --from de
Funktionalität: Partner aus einem Abonnement entfernen
  Wenn ein Partner nicht mehr der Partner of Record Ihres Abonnements sein soll, entfernen Sie ihn aus dem Abonnement.

  Grundlage:
    Angenommen ich bin im Admin Center angemeldet
    Und ich habe die Abonnements "Office 365 E3" und "Visio Plan 2"
    Und "Contoso" ist der Partner of Record des Abonnements "Office 365 E3"

  # The clouds differ by one value only, the page: one outline, and a row for each page.
  @assumption
  Szenariogrundriss: Partner entfernen
    Wenn ich zur Seite "<Seite>" wechsle
    Und ich das Abonnement "Office 365 E3" auswähle
    Und ich unter "Partner-ID" die Option "Partner of Record bearbeiten" auswähle
    Und ich auf der Seite "Partnerinformationen" das Feld "Partner-ID" leere
    Und ich die Schaltfläche "Absenden" auswähle
    Dann hat mein Abonnement "Office 365 E3" keinen Partner of Record mehr
    Und wird auf der Seite "<Seite>" für das Abonnement "Office 365 E3" keine ID angezeigt

    @o365-worldwide @assumption
    Beispiele:
      | Seite                             |
      | Abrechnung > Produkte und Dienste |

    @o365-germany @o365-21vianet @assumption
    Beispiele:
      | Seite                    |
      | Abrechnung > Abonnements |

  @assumption
  Regel: Für Ihre anderen Abonnements ändert sich nichts
    Der Partner behält auch seine anderen Beziehungen zu Ihnen.

    Szenario: Ein Partner von zwei Abonnements verliert eines
      Angenommen "Contoso" ist der Partner of Record des Abonnements "Visio Plan 2"
      Wenn ich für das Abonnement "Office 365 E3" das Feld leere und "Absenden" auswähle
      Dann hat das Abonnement "Office 365 E3" keinen Partner of Record
      Und ist "Contoso" der Partner of Record des Abonnements "Visio Plan 2"
      Und wird in der Liste für das Abonnement "Office 365 E3" keine ID angezeigt
      Wenn ich für das Abonnement "Visio Plan 2" das Feld leere und "Absenden" auswähle
      Dann hat kein Abonnement einen Partner of Record
      Wenn ich zur Seite "Einstellungen > Partnerbeziehungen" wechsle
      Dann werden auf der Seite keine Partner aufgeführt
      Und wird die Meldung "Hier ist nichts." angezeigt

    Szenario: Andere Beziehungen zum Partner bleiben bestehen
      Angenommen "Contoso" ist mein delegierter Administrator
      Und "Contoso" ist mein Händler
      Und ich arbeite außerdem mit dem Händler "Tailspin Toys", dem delegierten Administrator "Northwind Traders" und, für das Abonnement "Project Plan 3", dem Partner of Record "Litware" zusammen
      Wenn ich für das Abonnement "Office 365 E3" das Feld leere und "Absenden" auswähle
      Dann hat das Abonnement "Office 365 E3" keinen Partner of Record
      Und sind "Contoso" und "Northwind Traders" meine delegierten Administratoren
      Und hat sich für den Händler "Tailspin Toys", den delegierten Administrator "Northwind Traders" und, für das Abonnement "Project Plan 3", den Partner of Record "Litware" nichts geändert
      Und wird keine Meldung angezeigt
      Wenn ich zur Seite "Einstellungen > Partnerbeziehungen" wechsle
      Dann wird "Contoso" auf der Seite als "Delegierter Administrator" und "Händler" angezeigt
      Und stehen "4" Namen auf der Seite
      Und wird keine Meldung angezeigt
      Wenn ich den Partner "Contoso" auswähle
      Dann ist "Löschen" abgeblendet

    Szenario: Der entfernte Partner kann wieder hinzugefügt werden
      Angenommen der Partner "Fabrikam" hat mir die Microsoft Partner-ID "3214567" mitgeteilt
      Und "Fabrikam" ist der Partner of Record des Abonnements "Visio Plan 2"
      Wenn ich den Partner "Fabrikam" nach seiner Microsoft Partner-ID frage
      Und ich für das Abonnement "Visio Plan 2" das Feld leere und "Absenden" auswähle
      Und ich für das Abonnement "Office 365 E3" die ID "3214567" eingebe und "Absenden" auswähle
      Dann hat das Abonnement "Visio Plan 2" keinen Partner of Record
      Und ist "Fabrikam" der Partner of Record des Abonnements "Office 365 E3"
      Und kenne ich die Microsoft Partner-ID "3214567"

  @assumption
  Regel: Der Partner wird nur bei leerem Feld entfernt
    Im Feld steht noch etwas, und der Partner bleibt. Leeren Sie das Feld, und wählen Sie erneut **Absenden** aus.

    Szenario: Bei einer falschen ID wird nichts entfernt
      Angenommen kein Partner hat die Microsoft Partner-ID "9999999"
      Wenn ich für das Abonnement "Office 365 E3" die ID "9999999" eingebe und "Absenden" auswähle
      Dann wird die Meldung "Kein Partner hat diese ID." angezeigt
      Und ist "Contoso" der Partner of Record des Abonnements "Office 365 E3"

    Szenario: Nach einer falschen ID wird auch bei einem zweiten „Absenden“ nichts entfernt
      Angenommen kein Partner hat die Microsoft Partner-ID "9999999"
      Wenn ich für das Abonnement "Office 365 E3" die ID "9999999" eingebe und "Absenden" auswähle
      Und ich die Schaltfläche "Absenden" auswähle
      Dann steht im Feld die ID "9999999"
      Und wird die Meldung "Kein Partner hat diese ID." angezeigt
      Und ist "Contoso" der Partner of Record des Abonnements "Office 365 E3"

    Szenario: Ein Feld, das nur Leerzeichen enthält, gilt als leer
      Wenn ich für das Abonnement "Office 365 E3" die ID "  " eingebe und "Absenden" auswähle
      Dann hat das Abonnement "Office 365 E3" keinen Partner of Record
      Und wird keine Meldung angezeigt
      Und kann ich "Absenden" nicht auswählen
