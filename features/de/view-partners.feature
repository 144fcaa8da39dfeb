# language: de
# Written by porspec sync from features/en/view-partners.feature (2481af22f255). To keep an edit, run: porspec sync --from de
Funktionalität: Partnerbeziehungen anzeigen
  Hier sehen Sie, mit welchen Partnern Sie zusammenarbeiten und wie Sie sie erreichen.

  Grundlage:
    Angenommen ich habe die Abonnements "Office 365 E3" und "Visio Plan 2"

  Szenario: Liste der Partner anzeigen
    Angenommen "Contoso" ist der Partner of Record des Abonnements "Office 365 E3"
    Und der Partner "Contoso" hat die Telefonnummer "555-0100" und die E-Mail-Adresse "info@contoso.com"
    Wenn ich zur Seite "Einstellungen > Partnerbeziehungen" wechsle
    Dann wird "Contoso" auf der Seite als "Berater" angezeigt
    Und wird keine Meldung angezeigt
    Wenn ich den Partner "Contoso" auswähle
    Dann werden die Telefonnummer "555-0100" und die E-Mail-Adresse "info@contoso.com" angezeigt

  Szenariogrundriss: Partner jedes Abonnements anzeigen
    Angenommen ich bin im Admin Center angemeldet
    Und "Contoso" ist der Partner of Record des Abonnements "Office 365 E3"
    Wenn ich zur Seite "<Seite>" wechsle
    Dann wird auf der Seite für das Abonnement "Office 365 E3" die ID "7000000" angezeigt

    @o365-worldwide @assumption
    Beispiele:
      | Seite                             |
      | Abrechnung > Produkte und Dienste |

    @o365-germany
    Beispiele:
      | Seite                    |
      | Abrechnung > Abonnements |

    @o365-21vianet @assumption
    Beispiele:
      | Seite                    |
      | Abrechnung > Abonnements |

  Regel: „Berater“ bedeutet Partner of Record
    Ein Berater ist der Partner of Record von mindestens einem Ihrer Abonnements.

    Szenario: Der Partner of Record eines Abonnements ist Berater
      Angenommen ich bin im Admin Center angemeldet
      Und "Contoso" ist der Partner of Record des Abonnements "Office 365 E3"
      Wenn ich zur Seite "Einstellungen > Partnerbeziehungen" wechsle
      Dann wird "Contoso" auf der Seite als "Berater" angezeigt
      Wenn ich für das Abonnement "Office 365 E3" das Feld leere und "Absenden" auswähle
      Und ich zur Seite "Einstellungen > Partnerbeziehungen" wechsle
      Dann werden auf der Seite keine Partner aufgeführt

  Regel: Ohne Partner ist die Liste leer
    Sie haben noch keinen Partner. Sehen Sie nach, wie Sie [einen finden](find-partner.md).

    Szenario: Bei leerer Liste wird die Meldung angezeigt
      Angenommen der Partner "Fabrikam" hat mir die Microsoft Partner-ID "3214567" mitgeteilt
      Und der Partner "Fabrikam" hat mir per E-Mail ein Angebot gesendet
      Wenn ich den Partner "Fabrikam" nach seiner Microsoft Partner-ID frage
      Und ich zur Seite "Einstellungen > Partnerbeziehungen" wechsle
      Dann wird die Meldung "Hier ist nichts." angezeigt
      Und werden auf der Seite keine Partner aufgeführt

    Szenario: Auf einer anderen Seite wird die Meldung nicht angezeigt
      Angenommen ich bin im Admin Center angemeldet
      Wenn ich zur Seite "Einstellungen > Partnerbeziehungen" wechsle
      Und ich die Liste meiner Abonnements öffne
      Dann wird keine Meldung angezeigt

    Szenario: Auf der Startseite wird die Meldung nicht angezeigt
      Wenn ich zur Seite "Einstellungen > Partnerbeziehungen" wechsle
      Und ich das Portal "Admin Center" öffne
      Dann wird keine Meldung angezeigt

  Regel: In der Liste stehen nicht nur Abonnementberater
    Auch Ihre delegierten Administratoren und Ihre Händler stehen in der Liste.

    Szenario: Ein delegierter Administrator steht in der Liste
      Angenommen "Fabrikam" ist mein delegierter Administrator
      Und der Partner "Fabrikam" hat die Telefonnummer "555-0101" und die E-Mail-Adresse "sales@fabrikam.com"
      Und der Partner "Contoso" hat die Telefonnummer "555-0100" und die E-Mail-Adresse "info@contoso.com"
      Wenn ich zur Seite "Einstellungen > Partnerbeziehungen" wechsle
      Dann wird "Fabrikam" auf der Seite als "Delegierter Administrator" angezeigt
      Und wird auf der Seite nur der Partner "Fabrikam" aufgeführt
      Und wird keine Meldung angezeigt
      Wenn ich den Partner "Fabrikam" auswähle
      Dann werden die Telefonnummer "555-0101" und die E-Mail-Adresse "sales@fabrikam.com" angezeigt
      Und ist "Löschen" verfügbar
      Und wird keine Meldung angezeigt
      Wenn ich die Option "Löschen" auswähle
      Dann werden auf der Seite keine Partner aufgeführt

    Szenario: Ein Händler steht in der Liste
      Angenommen "Tailspin Toys" ist mein Händler
      Und der Partner "Tailspin Toys" hat die Telefonnummer "555-0102" und die E-Mail-Adresse "info@tailspintoys.com"
      Wenn ich zur Seite "Einstellungen > Partnerbeziehungen" wechsle
      Dann wird "Tailspin Toys" auf der Seite als "Händler" angezeigt
      Und wird auf der Seite nur der Partner "Tailspin Toys" aufgeführt
      Und wird keine Meldung angezeigt
      Wenn ich den Partner "Tailspin Toys" auswähle
      Dann werden die Telefonnummer "555-0102" und die E-Mail-Adresse "info@tailspintoys.com" angezeigt
      Und ist "Löschen" abgeblendet
      Und wird keine Meldung angezeigt

    Szenario: Ein Händler, der auch delegierter Administrator ist, hat beide Beziehungen
      Angenommen "Tailspin Toys" ist mein Händler
      Und "Tailspin Toys" ist mein delegierter Administrator
      Wenn ich zur Seite "Einstellungen > Partnerbeziehungen" wechsle
      Dann wird "Tailspin Toys" auf der Seite als "Delegierter Administrator" und "Händler" angezeigt

    Szenario: Alle Partner stehen in der Liste
      Angenommen "Contoso" ist der Partner of Record des Abonnements "Office 365 E3"
      Und "Litware" ist der Partner of Record des Abonnements "Visio Plan 2"
      Und "Fabrikam" ist mein delegierter Administrator
      Und "Northwind Traders" ist mein delegierter Administrator
      Und "Tailspin Toys" ist mein Händler
      Und "Wingtip Toys" ist mein Händler
      Und "Contoso" ist mein delegierter Administrator
      Und "Litware" ist mein Händler
      Wenn ich zur Seite "Einstellungen > Partnerbeziehungen" wechsle
      Dann wird "Contoso" auf der Seite als "Berater" und "Delegierter Administrator" angezeigt
      Und wird "Litware" auf der Seite als "Berater" und "Händler" angezeigt
      Und wird auf der Seite der Partner "Fabrikam" aufgeführt
      Und wird auf der Seite der Partner "Northwind Traders" aufgeführt
      Und wird auf der Seite der Partner "Tailspin Toys" aufgeführt
      Und wird auf der Seite der Partner "Wingtip Toys" aufgeführt
      Und stehen "6" Namen auf der Seite

    Szenario: Ein Partner mit mehreren Beziehungen steht nur einmal in der Liste
      Angenommen "Contoso" ist der Partner of Record des Abonnements "Office 365 E3"
      Und "Contoso" ist der Partner of Record des Abonnements "Visio Plan 2"
      Und "Contoso" ist mein delegierter Administrator
      Und "Contoso" ist mein Händler
      Wenn ich zur Seite "Einstellungen > Partnerbeziehungen" wechsle
      Dann wird auf der Seite nur der Partner "Contoso" aufgeführt
      Und wird "Contoso" auf der Seite als "Berater", "Delegierter Administrator" und "Händler" angezeigt
      Und wird keine Meldung angezeigt

    Szenario: In einer langen Liste stehen alle Partner
      Angenommen "Contoso" ist der Partner of Record des Abonnements "Visio Plan 2"
      Und "101" Partner sind meine delegierten Administratoren, und "101" andere sind meine Händler
      Wenn ich zur Seite "Einstellungen > Partnerbeziehungen" wechsle
      Dann wird auf der Seite der Partner "Contoso" aufgeführt
      Und stehen "203" Namen auf der Seite
      Wenn ich den Partner "Reseller 101" auswähle
      Dann ist "Löschen" abgeblendet

  @assumption
  Regel: Die Liste ist alphabetisch sortiert

    Szenario: Namen stehen in alphabetischer Reihenfolge
      Angenommen "Litware" ist der Partner of Record des Abonnements "Office 365 E3"
      Und "fabrikam" ist mein delegierter Administrator
      Und "Contoso" ist mein Händler
      Und "Fabrikam North" ist der Partner of Record des Abonnements "Visio Plan 2"
      Wenn ich zur Seite "Einstellungen > Partnerbeziehungen" wechsle
      Dann werden auf der Seite der Reihe nach "Contoso", "fabrikam", "Fabrikam North" und "Litware" aufgeführt
