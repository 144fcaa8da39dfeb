# language: de
# Written by porspec sync from features/en/add-partner-at-purchase.feature (e96db020fe65). To keep an edit, run: porspec sync --from de
Funktionalität: Partner beim Kauf eines Abonnements hinzufügen
  Im Checkout-Assistenten können Sie nach einem Partner suchen oder den Partner hinzufügen, den Sie bereits haben.

  Grundlage:
    Angenommen ich bin im Admin Center angemeldet
    Und das Produkt "Office 365 E3" kann gekauft werden

  @o365-worldwide @o365-germany
  Szenario: Wenn Sie noch keinen Partner haben
    Angenommen der Partner "Fabrikam" mit der Microsoft Partner-ID "3214567" bietet den Dienst "Exchange Online" im Land "Niederlande" an
    Wenn ich das Portal "Admin Center" öffne
    Und ich zur Seite "Abrechnung > Dienste kaufen" wechsle
    Und ich das Produkt "Office 365 E3" auswähle
    Und ich die Schaltfläche "Kaufen" auswähle
    Und ich den Bereich "Hilfe bei Ihrer Bestellung benötigen?" erweitere und die Option "Unterstützung von einem Microsoft Partner erhalten" auswähle
    Und ich auf der Anbieterseite nach einem Partner für "Exchange Online" im Land "Niederlande" suche
    Dann wird der Partner "Fabrikam" gefunden
    Wenn ich den Checkout-Assistenten abschließe
    Dann habe ich das Abonnement "Office 365 E3"
    Und hat das Abonnement "Office 365 E3" keinen Partner of Record

  @o365-worldwide @o365-germany @assumption
  Szenario: Wenn Sie bereits einen Partner haben
    Sie haben Ihr Abonnement gekauft, und der Partner ist jetzt dessen Partner of Record.

    Angenommen der Partner "Fabrikam" hat mir die Microsoft Partner-ID "3214567" mitgeteilt
    Wenn ich das Portal "Admin Center" öffne
    Und ich zur Seite "Abrechnung > Dienste kaufen" wechsle
    Und ich das Produkt "Office 365 E3" auswähle
    Und ich die Schaltfläche "Kaufen" auswähle
    Und ich im Checkout-Assistenten unter "Partnerinformationen" die Schaltfläche "Hinzufügen" auswähle
    Und ich die ID "3214567" im Checkout-Assistenten eingebe
    Und ich den Checkout-Assistenten abschließe
    Dann habe ich das Abonnement "Office 365 E3"
    Und ist "Fabrikam" der Partner of Record des Abonnements "Office 365 E3"
    Und wird in der Liste für das Abonnement "Office 365 E3" die ID "3214567" angezeigt

  @o365-21vianet
  Regel: In dieser Cloud können Sie beim Kauf keinen Partner hinzufügen
    Diese Aufgabe ist in Office 365 betrieben von 21Vianet nicht verfügbar. Der Partner macht den ersten Schritt und
    kann Ihnen neben der Partnerbeziehung auch ein Testabonnement anbieten oder ein Kaufangebot machen. Näheres finden
    Sie unter [Angebot eines Partners akzeptieren](accept-offer.md).

    Szenario: Es gibt keine Seite, auf der Sie einer Bestellung einen Partner hinzufügen
      Dann kann ich nicht zur Seite "Abrechnung > Dienste kaufen" wechseln

  @o365-worldwide @o365-germany @assumption
  Regel: Die ID muss zu einem Partner gehören
    Der Assistent prüft dies am Ende, es ist also noch nichts gekauft. Korrigieren Sie die ID, und fahren Sie fort.

    Szenario: Bei einer unbekannten ID kommt kein Kauf zustande
      Angenommen kein Partner hat die Microsoft Partner-ID "9999999"
      Wenn ich zur Seite "Abrechnung > Dienste kaufen" wechsle
      Und ich das Produkt "Office 365 E3" auswähle
      Und ich die Schaltfläche "Kaufen" auswähle
      Und ich im Checkout-Assistenten unter "Partnerinformationen" die Schaltfläche "Hinzufügen" auswähle
      Und ich die ID "9999999" im Checkout-Assistenten eingebe
      Dann ist "ID überprüfen" nicht verfügbar
      Wenn ich den Checkout-Assistenten abschließe
      Und ich den Checkout-Assistenten abschließe
      Dann wird die Meldung "Kein Partner hat diese ID." angezeigt
      Und steht im Feld die ID "9999999"
      Und habe ich das Abonnement "Office 365 E3" nicht
      Wenn ich "Hilfe bei Ihrer Bestellung benötigen?" erweitere
      Dann wird keine Meldung angezeigt
      Und steht im Feld die ID "9999999"
      Wenn ich die ID "  " im Checkout-Assistenten eingebe
      Und ich den Checkout-Assistenten abschließe
      Dann ist "Office 365 E3" mein einziges Abonnement
      Und hat das Abonnement "Office 365 E3" keinen Partner of Record
      Und wird keine Meldung angezeigt

    Szenario: Mit einer korrigierten ID gelingt der Kauf
      Angenommen der Partner "Fabrikam" hat mir die Microsoft Partner-ID "3214567" mitgeteilt
      Wenn ich zur Seite "Abrechnung > Dienste kaufen" wechsle
      Und ich das Produkt "Office 365 E3" auswähle
      Und ich die Schaltfläche "Kaufen" auswähle
      Und ich im Checkout-Assistenten unter "Partnerinformationen" die Schaltfläche "Hinzufügen" auswähle
      Und ich die ID "321 4567" im Checkout-Assistenten eingebe
      Und ich den Checkout-Assistenten abschließe
      Und ich die ID "03214567" im Checkout-Assistenten eingebe
      Und ich den Checkout-Assistenten abschließe
      Und ich die ID " 3214567 " im Checkout-Assistenten eingebe
      Dann wird keine Meldung angezeigt
      Wenn ich den Checkout-Assistenten abschließe
      Dann habe ich das Abonnement "Office 365 E3"
      Und ist "Fabrikam" der Partner of Record des Abonnements "Office 365 E3"

    Szenario: Eine ID bleibt im Feld stehen, wenn Sie erneut „Hinzufügen“ auswählen
      Wenn ich zur Seite "Abrechnung > Dienste kaufen" wechsle
      Und ich das Produkt "Office 365 E3" auswähle
      Und ich die Schaltfläche "Kaufen" auswähle
      Und ich im Checkout-Assistenten unter "Partnerinformationen" die Schaltfläche "Hinzufügen" auswähle
      Und ich die ID "3214567" im Checkout-Assistenten eingebe
      Und ich im Checkout-Assistenten unter "Partnerinformationen" die Schaltfläche "Hinzufügen" auswähle
      Dann steht im Feld die ID "3214567"
      Wenn ich den Checkout-Assistenten abschließe
      Dann wird die Meldung "Kein Partner hat diese ID." angezeigt
      Wenn ich im Checkout-Assistenten unter "Partnerinformationen" die Schaltfläche "Hinzufügen" auswähle
      Dann steht im Feld die ID "3214567"
      Und wird keine Meldung angezeigt
      Wenn ich den Checkout-Assistenten abschließe
      Und ich zur Seite "Abrechnung > Dienste kaufen" wechsle
      Dann wird keine Meldung angezeigt

  @o365-worldwide @o365-germany @assumption
  Regel: Sie können ohne Partner kaufen
    Wenn Sie keinen Partner hinzufügen, hat Ihr Abonnement keinen Partner of Record. Sie können [später einen
    hinzufügen](add-partner.md).

    Szenario: Eine Bestellung ohne Partner
      Angenommen "Tailspin Toys" ist mein Händler
      Und "Northwind Traders" ist mein delegierter Administrator
      Wenn ich die Liste meiner Abonnements öffne
      Dann habe ich kein Abonnement
      Und wird keine Meldung angezeigt
      Wenn ich zur Seite "Abrechnung > Dienste kaufen" wechsle
      Und ich das Produkt "Office 365 E3" auswähle
      Und ich die Schaltfläche "Kaufen" auswähle
      Dann gibt es auf der Seite kein Feld
      Wenn ich den Checkout-Assistenten abschließe
      Dann habe ich das Abonnement "Office 365 E3"
      Und hat das Abonnement "Office 365 E3" keinen Partner of Record
      Und ist "Northwind Traders" mein delegierter Administrator
      Wenn ich zur Seite "Einstellungen > Partnerbeziehungen" wechsle
      Dann wird auf der Seite der Partner "Tailspin Toys" aufgeführt

    Szenario: Die Produkte sind alphabetisch sortiert
      Angenommen ich habe nur das Abonnement "Office 365 E1"
      Und das Produkt "Office 365 E1" kann gekauft werden
      Und das Produkt "office 365 E2" kann gekauft werden
      Und das Produkt "Dynamics 365" kann gekauft werden
      Wenn ich zur Seite "Abrechnung > Dienste kaufen" wechsle
      Dann werden auf der Seite der Reihe nach "Dynamics 365", "Office 365 E1", "office 365 E2" und "Office 365 E3" aufgeführt

    Szenario: Jedes Produkt steht auf der Seite
      Angenommen "101" andere Produkte können gekauft werden
      Wenn ich zur Seite "Abrechnung > Dienste kaufen" wechsle
      Dann stehen "102" Namen auf der Seite

    Szenario: Eine Bestellung mit leerem Feld
      Wenn ich zur Seite "Abrechnung > Dienste kaufen" wechsle
      Und ich das Produkt "Office 365 E3" auswähle
      Und ich die Schaltfläche "Kaufen" auswähle
      Und ich im Checkout-Assistenten unter "Partnerinformationen" die Schaltfläche "Hinzufügen" auswähle
      Und ich den Checkout-Assistenten abschließe
      Dann habe ich das Abonnement "Office 365 E3"
      Und hat das Abonnement "Office 365 E3" keinen Partner of Record

    Szenario: Ein Feld, das nur Leerzeichen enthält, gilt als leer
      Angenommen ich habe die Abonnements "Project Plan 3" und "Visio Plan 2"
      Und "Fabrikam" ist der Partner of Record aller meiner Abonnements
      Wenn ich zur Seite "Abrechnung > Dienste kaufen" wechsle
      Und ich das Produkt "Office 365 E3" auswähle
      Und ich die Schaltfläche "Kaufen" auswähle
      Und ich im Checkout-Assistenten unter "Partnerinformationen" die Schaltfläche "Hinzufügen" auswähle
      Und ich die ID "  " im Checkout-Assistenten eingebe
      Und ich den Checkout-Assistenten abschließe
      Dann hat das Abonnement "Office 365 E3" keinen Partner of Record

  @o365-worldwide @o365-germany @assumption
  Regel: Wenn Sie den Assistenten verlassen, kaufen Sie nichts
    Wenn Sie ihn verlassen, bevor Sie die Bestellung abschließen, geht die Bestellung verloren. Ihre nächste Bestellung
    beginnt ohne Partner, und Ihre anderen Abonnements bleiben unverändert.

    Szenario: Der Assistent wird geschlossen, sobald die Bestellung abgeschlossen ist
      Wenn ich zur Seite "Abrechnung > Dienste kaufen" wechsle
      Und ich das Produkt "Office 365 E3" auswähle
      Und ich die Schaltfläche "Kaufen" auswähle
      Dann ist der Checkout-Assistent geöffnet
      Und gibt es auf der Seite nur "Hilfe bei Ihrer Bestellung benötigen?" und "Hinzufügen"
      Wenn ich den Checkout-Assistenten abschließe
      Dann ist der Checkout-Assistent geschlossen
      Und ist die Startseite geöffnet
      Und ist "Office 365 E3" mein einziges Abonnement

    Szenario: Eine Bestellung, die Sie abbrechen, ist verloren
      Wenn ich zur Seite "Abrechnung > Dienste kaufen" wechsle
      Und ich das Produkt "Office 365 E3" auswähle
      Dann gibt es auf der Seite nur "Kaufen"
      Und gibt es auf der Seite kein Feld
      Und ist der Checkout-Assistent geschlossen
      Wenn ich die Schaltfläche "Kaufen" auswähle
      Und ich die Liste meiner Abonnements öffne
      Dann ist der Checkout-Assistent geschlossen
      Und habe ich kein Abonnement
      Wenn ich zur Seite "Abrechnung > Dienste kaufen" wechsle
      Dann ist "Office 365 E3" das einzige Produkt auf der Seite

    Szenario: Die nächste Bestellung beginnt ohne Partner
      Angenommen der Partner "Fabrikam" hat mir die Microsoft Partner-ID "3214567" mitgeteilt
      Und das Produkt "Visio Plan 2" kann gekauft werden
      Wenn ich den Partner "Fabrikam" nach seiner Microsoft Partner-ID frage
      Und ich zur Seite "Abrechnung > Dienste kaufen" wechsle
      Und ich das Produkt "Visio Plan 2" auswähle
      Und ich die Schaltfläche "Kaufen" auswähle
      Und ich im Checkout-Assistenten unter "Partnerinformationen" die Schaltfläche "Hinzufügen" auswähle
      Und ich die ID "3214567" im Checkout-Assistenten eingebe
      Und ich den Checkout-Assistenten abschließe
      Und ich zur Seite "Abrechnung > Dienste kaufen" wechsle
      Und ich das Produkt "Office 365 E3" auswähle
      Und ich die Schaltfläche "Kaufen" auswähle
      Und ich im Checkout-Assistenten unter "Partnerinformationen" die Schaltfläche "Hinzufügen" auswähle
      Dann steht im Feld keine ID
      Wenn ich den Checkout-Assistenten abschließe
      Dann habe ich genau die Abonnements "Visio Plan 2" und "Office 365 E3"
      Und ist "Fabrikam" der Partner of Record des Abonnements "Visio Plan 2"
      Und hat das Abonnement "Office 365 E3" keinen Partner of Record
      Und kenne ich die Microsoft Partner-ID "3214567"

    Szenario: Ihre anderen Abonnements behalten ihre Partner
      Angenommen ich habe die Abonnements "Project Plan 3" und "Visio Plan 2"
      Und ich habe auch das Abonnement "Office 365 E1"
      Und der Partner "Fabrikam" hat mir die Microsoft Partner-ID "3214567" mitgeteilt
      Und "Fabrikam" ist der Partner of Record des Abonnements "Office 365 E1"
      Wenn ich zur Seite "Abrechnung > Dienste kaufen" wechsle
      Und ich das Produkt "Office 365 E3" auswähle
      Und ich die Schaltfläche "Kaufen" auswähle
      Und ich im Checkout-Assistenten unter "Partnerinformationen" die Schaltfläche "Hinzufügen" auswähle
      Und ich die ID "3214567" im Checkout-Assistenten eingebe
      Und ich den Checkout-Assistenten abschließe
      Dann hat das Abonnement "Project Plan 3" keinen Partner of Record
      Und hat das Abonnement "Visio Plan 2" keinen Partner of Record
      Und habe ich das Abonnement "Office 365 E3"
      Und ist "Fabrikam" der Partner of Record des Abonnements "Office 365 E3"
      Und habe ich keinen delegierten Administrator
      Wenn ich zur Seite "Einstellungen > Partnerbeziehungen" wechsle
      Und ich den Partner "Fabrikam" auswähle
      Dann ist "Löschen" verfügbar

  @o365-worldwide @o365-germany @assumption
  Regel: Sie können ein Produkt erneut kaufen
    Das neue Abonnement erhält eine Nummer hinter dem Namen.

    Szenario: Ein zweites Abonnement eines Produkts erhält eine Nummer
      Angenommen der Partner "Fabrikam" hat mir die Microsoft Partner-ID "3214567" mitgeteilt
      Wenn ich zur Seite "Abrechnung > Dienste kaufen" wechsle
      Und ich das Produkt "Office 365 E3" auswähle
      Und ich die Schaltfläche "Kaufen" auswähle
      Und ich den Checkout-Assistenten abschließe
      Und ich zur Seite "Abrechnung > Dienste kaufen" wechsle
      Und ich das Produkt "Office 365 E3" auswähle
      Und ich die Schaltfläche "Kaufen" auswähle
      Und ich im Checkout-Assistenten unter "Partnerinformationen" die Schaltfläche "Hinzufügen" auswähle
      Und ich die ID "3214567" im Checkout-Assistenten eingebe
      Und ich den Checkout-Assistenten abschließe
      Dann habe ich genau die Abonnements "Office 365 E3" und "Office 365 E3 (2)"
      Und hat das Abonnement "Office 365 E3" keinen Partner of Record
      Und ist "Fabrikam" der Partner of Record des Abonnements "Office 365 E3 (2)"

    Szenario: Jede Bestellung hat ihren eigenen Partner
      Angenommen der Partner "Fabrikam" hat mir die Microsoft Partner-ID "3214567" mitgeteilt
      Und "Fabrikam" ist mein Händler
      Und "Fabrikam" ist mein delegierter Administrator
      Und ich arbeite außerdem mit dem Händler "Tailspin Toys", dem delegierten Administrator "Northwind Traders" und, für das Abonnement "Project Plan 3", dem Partner of Record "Litware" zusammen
      Wenn ich das Produkt "Office 365 E3" mit der ID "3214567" kaufe
      Dann wird keine Meldung angezeigt
      Wenn ich das Produkt "Office 365 E3" ohne ID kaufe
      Und ich das Produkt "Office 365 E3" mit der ID " 3214567 " kaufe
      Dann ist "Fabrikam" der Partner of Record des Abonnements "Office 365 E3"
      Und hat das Abonnement "Office 365 E3 (2)" keinen Partner of Record
      Und ist "Fabrikam" der Partner of Record des Abonnements "Office 365 E3 (3)"
      Und sind "Fabrikam" und "Northwind Traders" meine delegierten Administratoren
      Und kenne ich die Microsoft Partner-ID "3214567" nicht
      Und wird in der Liste für das Abonnement "Office 365 E3" die ID "3214567" angezeigt
      Und hat sich für den Händler "Tailspin Toys", den delegierten Administrator "Northwind Traders" und, für das Abonnement "Project Plan 3", den Partner of Record "Litware" nichts geändert
      Wenn ich zur Seite "Einstellungen > Partnerbeziehungen" wechsle
      Dann wird "Fabrikam" auf der Seite als "Berater", "Delegierter Administrator" und "Händler" angezeigt
      Und stehen "4" Namen auf der Seite
      Wenn ich zur Seite "Abrechnung > Dienste kaufen" wechsle
      Dann ist "Office 365 E3" das einzige Produkt auf der Seite
      Und wird keine Meldung angezeigt

    Szenario: Jedes weitere Abonnement eines Produkts erhält die nächste Nummer
      Angenommen ich habe nur das Abonnement "Visio Plan 2"
      Wenn ich "101" weitere Abonnements des Produkts "Office 365 E3" erhalte
      Und ich zur Seite "Abrechnung > Dienste kaufen" wechsle
      Und ich das Produkt "Office 365 E3" auswähle
      Und ich die Schaltfläche "Kaufen" auswähle
      Und ich den Checkout-Assistenten abschließe
      Dann habe ich das Abonnement "Office 365 E3"
      Und habe ich das Abonnement "Office 365 E3 (2)"
      Und habe ich das Abonnement "Office 365 E3 (102)"

    Szenario: Ein freier Name oder eine freie Nummer wird verwendet
      Angenommen ich habe die Abonnements "Office 365" und "OFFICE 365 E3"
      Und ich habe auch das Abonnement "Office 365 E3 (3)"
      Und "Fabrikam" ist der Partner of Record des Abonnements "Office 365 E3 (3)"
      Wenn ich zur Seite "Abrechnung > Dienste kaufen" wechsle
      Und ich das Produkt "Office 365 E3" auswähle
      Und ich die Schaltfläche "Kaufen" auswähle
      Und ich den Checkout-Assistenten abschließe
      Dann habe ich das Abonnement "Office 365 E3"
      Und hat das Abonnement "Office 365 E3" keinen Partner of Record
      Wenn ich zur Seite "Abrechnung > Dienste kaufen" wechsle
      Und ich das Produkt "Office 365 E3" auswähle
      Und ich die Schaltfläche "Kaufen" auswähle
      Und ich den Checkout-Assistenten abschließe
      Dann habe ich das Abonnement "Office 365 E3 (2)"

  @o365-worldwide @o365-germany @assumption
  Regel: Eine Suche nach einem Partner löscht die ID
    Wenn Sie eine ID eingeben, bevor Sie **Unterstützung von einem Microsoft Partner erhalten** auswählen, behält der
    Assistent sie nicht.

    Szenario: Nach der Suche ist die ID verschwunden
      Angenommen die Partner "Fabrikam North", "Contoso", "Litware" und "fabrikam" bieten den Dienst "Exchange Online" im Land "Niederlande" an
      Und der Partner "Tailspin Toys" mit der Microsoft Partner-ID "3214567" bietet den Dienst "Exchange Online" im Land "Deutschland" an
      Und der Partner "Wingtip Toys" mit der Microsoft Partner-ID "1234567" bietet den Dienst "SharePoint Online" im Land "Niederlande" an
      Und "Contoso" ist mein delegierter Administrator
      Und "Litware" ist mein Händler
      Wenn ich zur Seite "Abrechnung > Dienste kaufen" wechsle
      Und ich das Produkt "Office 365 E3" auswähle
      Und ich die Schaltfläche "Kaufen" auswähle
      Und ich im Checkout-Assistenten unter "Partnerinformationen" die Schaltfläche "Hinzufügen" auswähle
      Und ich die ID "3214567" im Checkout-Assistenten eingebe
      Und ich den Bereich "Hilfe bei Ihrer Bestellung benötigen?" erweitere und die Option "Unterstützung von einem Microsoft Partner erhalten" auswähle
      Dann werden keine Ergebnisse angezeigt
      Und gibt es auf der Seite nichts auszuwählen
      Wenn ich auf der Anbieterseite nach einem Partner für "SharePoint Online" im Land "Deutschland" suche
      Dann stehen "0" Namen auf der Seite
      Und wird keine Meldung angezeigt
      Wenn ich als Dienst " exchange online " eingebe und im Land "Deutschland" suche
      Dann wird der Partner "Tailspin Toys" gefunden
      Und stehen "1" Namen auf der Seite
      Wenn ich auf der Anbieterseite nach einem Partner für "Exchange Online" im Land "Niederlande" suche
      Dann werden auf der Seite der Reihe nach "Contoso", "fabrikam", "Fabrikam North" und "Litware" aufgeführt
      Wenn ich den Checkout-Assistenten abschließe
      Dann habe ich das Abonnement "Office 365 E3"
      Und hat das Abonnement "Office 365 E3" keinen Partner of Record

    Szenario: Die Hilfe zur Bestellung lässt sich öffnen und schließen
      Wenn ich zur Seite "Abrechnung > Dienste kaufen" wechsle
      Und ich das Produkt "Office 365 E3" auswähle
      Und ich die Schaltfläche "Kaufen" auswähle
      Dann ist "Unterstützung von einem Microsoft Partner erhalten" nicht verfügbar
      Wenn ich "Hilfe bei Ihrer Bestellung benötigen?" erweitere
      Dann ist "Unterstützung von einem Microsoft Partner erhalten" verfügbar
      Wenn ich "Hilfe bei Ihrer Bestellung benötigen?" erweitere
      Dann ist "Unterstützung von einem Microsoft Partner erhalten" nicht verfügbar
      Und ist der Checkout-Assistent geöffnet

    Szenario: Hilfe und Feld bleiben unabhängig voneinander unverändert
      Wenn ich zur Seite "Abrechnung > Dienste kaufen" wechsle
      Und ich das Produkt "Office 365 E3" auswähle
      Und ich die Schaltfläche "Kaufen" auswähle
      Und ich im Checkout-Assistenten unter "Partnerinformationen" die Schaltfläche "Hinzufügen" auswähle
      Und ich die ID "3214567" im Checkout-Assistenten eingebe
      Und ich "Hilfe bei Ihrer Bestellung benötigen?" erweitere
      Dann steht im Feld die ID "3214567"
      Wenn ich im Checkout-Assistenten unter "Partnerinformationen" die Schaltfläche "Hinzufügen" auswähle
      Dann ist "Unterstützung von einem Microsoft Partner erhalten" verfügbar
      Wenn ich "Hilfe bei Ihrer Bestellung benötigen?" erweitere
      Dann steht im Feld die ID "3214567"

    Szenario: Die Hilfe zu einer Bestellung ist bei der nächsten geschlossen
      Wenn ich zur Seite "Abrechnung > Dienste kaufen" wechsle
      Und ich das Produkt "Office 365 E3" auswähle
      Und ich die Schaltfläche "Kaufen" auswähle
      Und ich "Hilfe bei Ihrer Bestellung benötigen?" erweitere
      Und ich zur Seite "Abrechnung > Dienste kaufen" wechsle
      Und ich das Produkt "Office 365 E3" auswähle
      Und ich die Schaltfläche "Kaufen" auswähle
      Dann ist "Unterstützung von einem Microsoft Partner erhalten" nicht verfügbar
