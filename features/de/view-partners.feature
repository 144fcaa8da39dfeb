# language: de
# Written by porspec sync from features/en/view-partners.feature (afa712c43565). To keep an edit, run: porspec sync --from de
Funktionalität: Partnerbeziehungen anzeigen
  Hier sehen Sie, mit welchen Partnern Sie zusammenarbeiten: mit Abonnementberatern, delegierten Administratoren und
  Händlern.

  Grundlage:
    Angenommen ich arbeite im Admin Center
    Und ich habe die Abonnements "Office 365 E3" und "Visio Plan 2"

  Szenario: Liste der Partner anzeigen
    Angenommen "Contoso" ist der Partner of Record des Abonnements "Office 365 E3"
    Wenn ich zur Seite "Einstellungen > Partnerbeziehungen" wechsle
    Dann wird auf der Seite der Partner "Contoso" aufgeführt
    Und wird keine Meldung angezeigt

  Regel: Ohne Partner ist die Liste leer
    Solange Sie keinen Partner haben, sehen Sie die Meldung **Hier ist nichts.**

    Szenario: Bei leerer Liste wird die Meldung angezeigt
      Wenn ich zur Seite "Einstellungen > Partnerbeziehungen" wechsle
      Dann wird die Meldung "Hier ist nichts." angezeigt
      Und werden auf der Seite keine Partner aufgeführt

    Szenario: Auf anderen Seiten wird die Meldung nicht angezeigt
      Wenn ich die Liste meiner Abonnements öffne
      Dann wird keine Meldung angezeigt

  Regel: In der Liste stehen nicht nur Abonnementberater
    Auch Ihre delegierten Administratoren und Ihre Händler stehen in der Liste.

    Szenario: Ein delegierter Administrator steht in der Liste
      Angenommen "Fabrikam" ist mein delegierter Administrator
      Wenn ich zur Seite "Einstellungen > Partnerbeziehungen" wechsle
      Dann wird auf der Seite der Partner "Fabrikam" aufgeführt

    Szenario: Ein Händler steht in der Liste
      Angenommen "Tailspin Toys" ist mein Händler
      Wenn ich zur Seite "Einstellungen > Partnerbeziehungen" wechsle
      Dann wird auf der Seite der Partner "Tailspin Toys" aufgeführt
