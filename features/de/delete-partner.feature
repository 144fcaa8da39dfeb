# language: de
# Written by porspec sync from features/en/delete-partner.feature (15305eed6389). To keep an edit, run: porspec sync --from de
Funktionalität: Partner aus einem Abonnement entfernen
  Soll ein Partner nicht länger der Partner of Record Ihres Abonnements sein, leeren Sie das Feld mit seiner ID.

  Grundlage:
    Angenommen ich bin im Admin Center angemeldet
    Und ich habe die Abonnements "Office 365 E3" und "Visio Plan 2"
    Und "Contoso" ist der Partner of Record des Abonnements "Office 365 E3"

  # The clouds differ by one value only, the page: one outline, and a row for each page.
  Szenariogrundriss: Partner entfernen
    Wenn ich zur Seite "<Seite>" wechsle
    Und ich das Abonnement "Office 365 E3" auswähle
    Und ich unter "Partner-ID" die Option "Partner of Record bearbeiten" auswähle
    Und ich auf der Seite "Partnerinformationen" das Feld "Partner-ID" leere
    Und ich die Schaltfläche "Absenden" auswähle
    Dann hat mein Abonnement "Office 365 E3" keinen Partner of Record mehr

    @o365-worldwide @assumption
    Beispiele:
      | Seite                             |
      | Abrechnung > Produkte und Dienste |

    @o365-germany @o365-21vianet @assumption
    Beispiele:
      | Seite                    |
      | Abrechnung > Abonnements |

  Regel: Andere Abonnements behalten ihren Partner
    Sie entfernen den Partner nur aus einem Abonnement. Betreut derselbe Partner ein weiteres Abonnement, bleibt er dort
    erhalten. Wir nehmen an, dass auch seine anderen Beziehungen zu Ihnen bestehen bleiben: Die Dokumentation von
    Microsoft beschreibt dies nicht.

    Szenario: Ein Partner mit zwei Abonnements verliert eines
      Angenommen "Contoso" ist der Partner of Record des Abonnements "Visio Plan 2"
      Wenn ich für das Abonnement "Office 365 E3" das Feld leere und die Schaltfläche "Absenden" auswähle
      Dann hat das Abonnement "Office 365 E3" keinen Partner of Record
      Und ist "Contoso" der Partner of Record des Abonnements "Visio Plan 2"

    Szenario: Andere Beziehungen zum Partner bleiben bestehen
      Angenommen "Contoso" ist mein delegierter Administrator
      Und "Contoso" ist mein Händler
      Wenn ich für das Abonnement "Office 365 E3" das Feld leere und die Schaltfläche "Absenden" auswähle
      Dann hat das Abonnement "Office 365 E3" keinen Partner of Record
      Und ist "Contoso" mein delegierter Administrator
      Wenn ich zur Seite "Einstellungen > Partnerbeziehungen" wechsle
      Und ich den Partner "Contoso" auswähle
      Dann ist "Löschen" abgeblendet

    Szenario: Der entfernte Partner kann zurückkehren
      Angenommen der Partner "Fabrikam" hat mir die Microsoft Partner-ID "3214567" mitgeteilt
      Und "Fabrikam" ist der Partner of Record des Abonnements "Visio Plan 2"
      Wenn ich den Partner "Fabrikam" nach seiner Microsoft Partner-ID frage
      Und ich für das Abonnement "Visio Plan 2" das Feld leere und die Schaltfläche "Absenden" auswähle
      Und die ID "3214567" für das Abonnement "Office 365 E3" eingegeben und die Schaltfläche "Absenden" ausgewählt wird
      Dann hat das Abonnement "Visio Plan 2" keinen Partner of Record
      Und ist "Fabrikam" der Partner of Record des Abonnements "Office 365 E3"
      Und kenne ich die Microsoft Partner-ID "3214567"

  Regel: Nur ein leeres Feld entfernt den Partner
    Eine ID, die zu keinem Partner gehört, wird abgelehnt, und der Partner bleibt. Ihre Eingabe bleibt im Feld stehen.
    Auch ein zweites **Absenden** entfernt daher nichts. Ein Feld, das nur Leerzeichen enthält, gilt als leer. Das ist
    unsere eigene Annahme: Die Dokumentation von Microsoft beschreibt dies nicht.

    Szenario: Eine falsche ID entfernt nichts
      Angenommen kein Partner hat die Microsoft Partner-ID "9999999"
      Wenn die ID "9999999" für das Abonnement "Office 365 E3" eingegeben und die Schaltfläche "Absenden" ausgewählt wird
      Dann wird die Meldung "Kein Partner hat diese ID." angezeigt
      Und ist "Contoso" der Partner of Record des Abonnements "Office 365 E3"

    Szenario: Ein zweites „Absenden“ nach einer falschen ID entfernt nichts
      Angenommen kein Partner hat die Microsoft Partner-ID "9999999"
      Wenn die ID "9999999" für das Abonnement "Office 365 E3" eingegeben und die Schaltfläche "Absenden" ausgewählt wird
      Und ich die Schaltfläche "Absenden" auswähle
      Dann steht im Feld die ID "9999999"
      Und wird die Meldung "Kein Partner hat diese ID." angezeigt
      Und ist "Contoso" der Partner of Record des Abonnements "Office 365 E3"

    Szenario: Ein Feld, das nur Leerzeichen enthält, gilt als leer
      Wenn die ID "  " für das Abonnement "Office 365 E3" eingegeben und die Schaltfläche "Absenden" ausgewählt wird
      Dann hat das Abonnement "Office 365 E3" keinen Partner of Record
      Und kann ich "Absenden" nicht auswählen
