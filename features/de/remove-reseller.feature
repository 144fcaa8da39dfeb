# language: de
# Written by porspec sync from features/en/remove-reseller.feature (d8528a95ebd7). To keep an edit, run: porspec sync --from de
Funktionalität: Händlerbeziehung entfernen
  Ihre Beziehung zu einem Händler können Sie nicht selbst beenden. Ihr Händler kann es.

  Grundlage:
    Angenommen ich bin im Admin Center angemeldet
    Und ich habe die Abonnements "Office 365 E3" und "Visio Plan 2"

  Regel: Bitten Sie Ihren Händler, die Beziehung zu entfernen
    Senden Sie Ihrem Händler die [Anleitung für
    Partner](https://docs.microsoft.com/partner-center/remove-a-relationship). Auf der Seite mit [Ihren
    Partnerbeziehungen](view-partners.md) ist **Löschen** bei einem Händler abgeblendet.

    Szenario: „Löschen“ ist bei einem Händler abgeblendet
      Angenommen "101" Partner sind meine delegierten Administratoren, und "101" andere sind meine Händler
      Und "Tailspin Toys" ist mein Händler
      Wenn ich zur Seite "Einstellungen > Partnerbeziehungen" wechsle
      Und ich den Partner "Tailspin Toys" auswähle
      Dann ist "Löschen" abgeblendet
      Und kann ich "Löschen" nicht auswählen
      Und kann die Beziehung zum Partner "Tailspin Toys" nicht beendet werden
      Wenn ich zur Seite "Einstellungen > Partnerbeziehungen" wechsle
      Dann wird auf der Seite der Partner "Tailspin Toys" aufgeführt
      Wenn ich den Partner "Admin 1" auswähle
      Dann ist "Löschen" verfügbar

    @assumption
    Szenario: Ein Händler, der auch delegierter Administrator ist, bleibt Ihr Händler
      Angenommen "Tailspin Toys" ist mein Händler
      Und "Tailspin Toys" ist mein delegierter Administrator
      Wenn ich zur Seite "Einstellungen > Partnerbeziehungen" wechsle
      Und ich den Partner "Tailspin Toys" auswähle
      Dann ist "Löschen" abgeblendet
      Und wird keine Meldung angezeigt
      Und kann die Beziehung zum Partner "Tailspin Toys" nicht beendet werden
      Und ist "Tailspin Toys" mein delegierter Administrator

    @assumption
    Szenario: Ein Händler, der auch Abonnementberater ist, bleibt Ihr Händler
      Angenommen "Tailspin Toys" ist mein Händler
      Und "Tailspin Toys" ist der Partner of Record des Abonnements "Office 365 E3"
      Wenn ich zur Seite "Einstellungen > Partnerbeziehungen" wechsle
      Und ich den Partner "Tailspin Toys" auswähle
      Dann ist "Löschen" abgeblendet
      Und kann die Beziehung zum Partner "Tailspin Toys" nicht beendet werden
      Und ist "Tailspin Toys" der Partner of Record des Abonnements "Office 365 E3"

  Regel: Einen Berater oder delegierten Administrator können Sie selbst entfernen
    Öffnen Sie **Einstellungen** > **Partnerbeziehungen**, wählen Sie den Partner aus, und wählen Sie dann **Löschen**
    aus. Wenn Sie nur die Administratorrollen eines Partners entfernen, bleibt die Beziehung bestehen.

    Szenario: Ein delegierter Administrator wird entfernt
      Angenommen "Fabrikam" ist mein delegierter Administrator
      Wenn ich zur Seite "Einstellungen > Partnerbeziehungen" wechsle
      Und ich den Partner "Fabrikam" auswähle
      Dann gibt es auf der Seite nur "Löschen"
      Wenn ich die Option "Löschen" auswähle
      Dann werden auf der Seite keine Partner aufgeführt
      Und wird die Meldung "Hier ist nichts." angezeigt

    Szenario: Nur der Partner, den Sie entfernen, wird entfernt
      Angenommen "Fabrikam" ist mein delegierter Administrator
      Und "Litware" ist mein delegierter Administrator
      Und "Northwind Traders" ist mein delegierter Administrator
      Und "Tailspin Toys" ist mein Händler
      Wenn ich zur Seite "Einstellungen > Partnerbeziehungen" wechsle
      Und ich den Partner "Northwind Traders" auswähle
      Und ich die Option "Löschen" auswähle
      Dann sind "Fabrikam" und "Litware" meine delegierten Administratoren
      Und wird auf der Seite der Partner "Fabrikam" aufgeführt
      Und wird auf der Seite der Partner "Tailspin Toys" aufgeführt
      Und stehen "3" Namen auf der Seite
      Und wird keine Meldung angezeigt

  @assumption
  Regel: Ein entfernter Berater ist nicht mehr Ihr Partner of Record
    Das gilt für alle Ihre Abonnements.

    Szenario: Ein Abonnementberater wird entfernt
      Angenommen der Partner "Contoso" hat mir die Microsoft Partner-ID "1234567" mitgeteilt
      Und der Partner "Fabrikam" hat mir die Microsoft Partner-ID "1234568" mitgeteilt
      Und "Contoso" ist der Partner of Record des Abonnements "Office 365 E3"
      Und "Fabrikam" ist der Partner of Record des Abonnements "Visio Plan 2"
      Und ich arbeite außerdem mit dem Händler "Tailspin Toys", dem delegierten Administrator "Northwind Traders" und, für das Abonnement "Project Plan 3", dem Partner of Record "Litware" zusammen
      Wenn ich zur Seite "Einstellungen > Partnerbeziehungen" wechsle
      Und ich den Partner "Contoso" auswähle
      Und ich die Option "Löschen" auswähle
      Dann stehen "4" Namen auf der Seite
      Und wird keine Meldung angezeigt
      Und hat das Abonnement "Office 365 E3" keinen Partner of Record
      Und ist "Fabrikam" der Partner of Record des Abonnements "Visio Plan 2"
      Und wird "Fabrikam" auf der Seite als "Berater" angezeigt
      Und hat sich für den Händler "Tailspin Toys", den delegierten Administrator "Northwind Traders" und, für das Abonnement "Project Plan 3", den Partner of Record "Litware" nichts geändert
      Wenn ich für das Abonnement "Visio Plan 2" die ID "1234567" eingebe und "Absenden" auswähle
      Dann ist "Contoso" der Partner of Record des Abonnements "Visio Plan 2"

    Szenario: Der Partner des einzigen Abonnements wird entfernt
      Angenommen "Contoso" ist der Partner of Record des Abonnements "Office 365 E3"
      Und "Contoso" ist mein delegierter Administrator
      Wenn mein Abonnement "Visio Plan 2" endet
      Und ich zur Seite "Einstellungen > Partnerbeziehungen" wechsle
      Und ich den Partner "Contoso" auswähle
      Und ich die Option "Löschen" auswähle
      Dann werden auf der Seite keine Partner aufgeführt
      Und wird die Meldung "Hier ist nichts." angezeigt
      Und ist "Office 365 E3" mein einziges Abonnement
      Und hat das Abonnement "Office 365 E3" keinen Partner of Record

    Szenario: Ein Partner wird aus jedem Abonnement und als delegierter Administrator entfernt
      Angenommen ich habe auch das Abonnement "Project Plan 3"
      Und "Contoso" ist der Partner of Record aller meiner Abonnements
      Und "Contoso" ist mein delegierter Administrator
      Wenn ich zur Seite "Einstellungen > Partnerbeziehungen" wechsle
      Und ich den Partner "Contoso" auswähle
      Und ich die Option "Löschen" auswähle
      Dann hat kein Abonnement einen Partner of Record
      Und habe ich keinen delegierten Administrator
      Und werden auf der Seite keine Partner aufgeführt
      Und wird die Meldung "Hier ist nichts." angezeigt
      Und wird in der Liste für das Abonnement "Project Plan 3" keine ID angezeigt
