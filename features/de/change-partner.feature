# language: de
# Written by porspec sync from features/en/change-partner.feature (dbd10054aef8). To keep an edit, run: porspec sync --from de
Funktionalität: Partner eines Abonnements wechseln
  Wenn ein anderer Partner Sie künftig berät, machen Sie ihn zum Partner of Record Ihres Abonnements.

  Grundlage:
    Angenommen ich bin im Admin Center angemeldet
    Und ich habe die Abonnements "Office 365 E3" und "Visio Plan 2"
    Und "Contoso" ist der Partner of Record des Abonnements "Office 365 E3"

  # The clouds differ by one value only, the page: one outline, and a row for each page.
  @assumption
  Szenariogrundriss: Partner wechseln
    Angenommen der Partner "Fabrikam" hat mir die Microsoft Partner-ID "3214567" mitgeteilt
    Wenn ich zur Seite "<Seite>" wechsle
    Und ich das Abonnement "Office 365 E3" auswähle
    Und ich unter "Partner-ID" die Option "Partner of Record bearbeiten" auswähle
    Und ich die neue ID "3214567" in das Feld "Partner-ID" eingebe
    Und ich die Schaltfläche "ID überprüfen" auswähle
    Und ich die Schaltfläche "Absenden" auswähle
    Dann ist "Fabrikam" der Partner of Record des Abonnements "Office 365 E3"
    Und hat das Abonnement "Visio Plan 2" keinen Partner of Record
    Und wird auf der Seite "<Seite>" für das Abonnement "Office 365 E3" die ID "3214567" angezeigt

    @o365-worldwide
    Beispiele:
      | Seite                             |
      | Abrechnung > Produkte und Dienste |

    @o365-germany @o365-21vianet
    Beispiele:
      | Seite                    |
      | Abrechnung > Abonnements |

  @assumption
  Regel: Die neue ID muss zu einem anderen Partner gehören
    Fragen Sie den neuen Partner nach seiner ID, und korrigieren Sie Ihre Eingabe. Auch **Absenden** lehnt eine falsche
    ID ab.

    Szenariogrundriss: Eine unbekannte ID wird abgelehnt
      Angenommen kein Partner hat die Microsoft Partner-ID "9999999"
      Wenn ich für das Abonnement "Office 365 E3" die ID "9999999" eingebe und "<Schaltfläche>" auswähle
      Dann wird die Meldung "Kein Partner hat diese ID." angezeigt
      Und ist "Contoso" der Partner of Record des Abonnements "Office 365 E3"
      Wenn ich zur Seite "Einstellungen > Partnerbeziehungen" wechsle
      Dann wird "Contoso" auf der Seite als "Berater" angezeigt
      Und wird keine Meldung angezeigt

      Beispiele:
        | Schaltfläche  |
        | ID überprüfen |
        | Absenden      |

    Szenariogrundriss: Die ID des aktuellen Partners wird abgelehnt
      Angenommen der Partner "Tailspin Toys" hat mir die Microsoft Partner-ID "5554321" mitgeteilt
      Und "Tailspin Toys" ist der Partner of Record des Abonnements "Visio Plan 2"
      Und "Tailspin Toys" ist mein Händler
      Und "Tailspin Toys" ist mein delegierter Administrator
      Wenn ich für das Abonnement "Visio Plan 2" die ID "5554321" eingebe und "<Schaltfläche>" auswähle
      Dann wird die Meldung "Dieser Partner ist bereits der Partner of Record." angezeigt
      Und steht im Feld die ID "5554321"
      Wenn ich die ID im Feld in " 5554321 " ändere
      Dann wird keine Meldung angezeigt
      Wenn ich die Schaltfläche "<Schaltfläche>" auswähle
      Dann wird die Meldung "Dieser Partner ist bereits der Partner of Record." angezeigt
      Und steht im Feld die ID " 5554321 "
      Und ist "Tailspin Toys" der Partner of Record des Abonnements "Visio Plan 2"
      Und ist "Tailspin Toys" mein delegierter Administrator

      Beispiele:
        | Schaltfläche  |
        | ID überprüfen |
        | Absenden      |

    Szenariogrundriss: Eine fast richtige ID wird abgelehnt
      Angenommen der Partner "Fabrikam" hat mir die Microsoft Partner-ID "3214567" mitgeteilt
      Wenn ich für das Abonnement "Office 365 E3" die ID "<ID>" eingebe und "<Schaltfläche>" auswähle
      Dann wird die Meldung "Kein Partner hat diese ID." angezeigt
      Und steht im Feld die ID "<ID>"
      Und ist "Contoso" der Partner of Record des Abonnements "Office 365 E3"

      Beispiele:
        | Schaltfläche  | ID         |
        | Absenden      | 321456     |
        | Absenden      | 32145678   |
        | Absenden      | 03214567   |
        | Absenden      | 321 4567   |
        | Absenden      | 3214576    |
        | Absenden      | 3214567-   |
        | Absenden      | ID 3214567 |
        | Absenden      | Fabrikam   |
        | ID überprüfen | 32145678   |
        | ID überprüfen | 321 4567   |

    Szenario: Leerzeichen um die ID spielen keine Rolle
      Angenommen "101" Partner sind meine delegierten Administratoren, und "101" andere sind meine Händler
      Und der Partner "Fabrikam" hat mir die Microsoft Partner-ID "3214567" mitgeteilt
      Wenn ich für das Abonnement "Office 365 E3" die ID "  3214567  " eingebe und "Absenden" auswähle
      Dann ist "Fabrikam" der Partner of Record des Abonnements "Office 365 E3"

    Szenario: Eine ID kann erneut überprüft werden
      Angenommen der Partner "Fabrikam" hat mir die Microsoft Partner-ID "3214567" mitgeteilt
      Wenn ich für das Abonnement "Office 365 E3" die ID " 3214567 " eingebe und "ID überprüfen" auswähle
      Und ich die Schaltfläche "ID überprüfen" auswähle
      Dann wird die Meldung "Diese Partner-ID ist richtig." angezeigt
      Und steht im Feld die ID " 3214567 "
      Und kenne ich die Microsoft Partner-ID "3214567" nicht
      Und ist "Contoso" der Partner of Record des Abonnements "Office 365 E3"
      Wenn ich die ID im Feld in "  " ändere
      Dann wird keine Meldung angezeigt

    Szenario: Eine abgelehnte ID kann korrigiert werden
      Angenommen der Partner "Fabrikam" hat mir die Microsoft Partner-ID "3214567" mitgeteilt
      Wenn ich für das Abonnement "Office 365 E3" die ID "9999999" eingebe und "Absenden" auswähle
      Dann wird die Meldung "Kein Partner hat diese ID." angezeigt
      Und steht im Feld die ID "9999999"
      Wenn ich die ID im Feld in "3214567" ändere
      Dann wird keine Meldung angezeigt
      Wenn ich die Schaltfläche "ID überprüfen" auswähle
      Dann wird die Meldung "Diese Partner-ID ist richtig." angezeigt
      Und steht im Feld die ID "3214567"
      Und ist "Contoso" der Partner of Record des Abonnements "Office 365 E3"
      Wenn ich die Schaltfläche "Absenden" auswähle
      Dann ist "Fabrikam" der Partner of Record des Abonnements "Office 365 E3"
      Und wird keine Meldung angezeigt
      Und wird die Schaltfläche "Absenden" nicht mehr angezeigt
      Und ist "Partner of Record bearbeiten" verfügbar

  @assumption
  Regel: Sonst ändert sich nichts
    Ihre anderen Abonnements behalten ihren Partner. Der bisherige Partner behält seine anderen Beziehungen zu Ihnen,
    und der neue Partner erhält keine weiteren.

    Szenario: Ein Partner von zwei Abonnements wird bei einem ersetzt
      Angenommen der Partner "Fabrikam" hat mir die Microsoft Partner-ID "3214567" mitgeteilt
      Und "Contoso" ist der Partner of Record des Abonnements "Visio Plan 2"
      Wenn ich für das Abonnement "Visio Plan 2" die ID "3214567" eingebe und "Absenden" auswähle
      Dann ist "Fabrikam" der Partner of Record des Abonnements "Visio Plan 2"
      Und wird keine Meldung angezeigt
      Und ist "Contoso" der Partner of Record des Abonnements "Office 365 E3"
      Und habe ich keinen delegierten Administrator

    Szenario: Ein Abonnement mit fast demselben Namen behält seinen Partner
      Angenommen ich habe auch das Abonnement "OFFICE 365 E3"
      Und "Contoso" ist der Partner of Record des Abonnements "OFFICE 365 E3"
      Und der Partner "Fabrikam" hat mir die Microsoft Partner-ID "3214567" mitgeteilt
      Und der Partner "Fabrikam North" hat mir die Microsoft Partner-ID "3214568" mitgeteilt
      Und "101" Partner sind meine delegierten Administratoren, und "101" andere sind meine Händler
      Wenn ich "100" weitere Abonnements des Produkts "Office 365 E3" erhalte
      Und ich für das Abonnement "Office 365 E3" die ID "3214568" eingebe und "Absenden" auswähle
      Und ich für das Abonnement "Office 365 E3" die ID "3214567" eingebe und "Absenden" auswähle
      Dann ist "Fabrikam" nur beim Abonnement "Office 365 E3" der Partner of Record
      Und ist "Fabrikam" der Partner of Record des Abonnements "Office 365 E3"
      Und ist "Contoso" der Partner of Record des Abonnements "OFFICE 365 E3"
      Wenn ich die Liste meiner Abonnements öffne
      Dann steht "office 365 e3" nicht auf der Seite
      Und steht "Office 365" nicht auf der Seite
      Und steht "Office 365 E3 (102)" nicht auf der Seite

    Szenario: Abonnements stehen in der Reihenfolge, in der Sie sie erhalten haben
      Angenommen ich habe auch das Abonnement "Project Plan 3"
      Und ich habe auch das Abonnement "Dynamics 365"
      Und der Partner "Fabrikam" hat mir die Microsoft Partner-ID "3214567" mitgeteilt
      Und "Contoso" ist der Partner of Record des Abonnements "Visio Plan 2"
      Und "Contoso" ist der Partner of Record des Abonnements "Project Plan 3"
      Wenn ich für das Abonnement "Visio Plan 2" die ID "3214567" eingebe und "Absenden" auswähle
      Und ich für das Abonnement "Project Plan 3" das Feld leere und "Absenden" auswähle
      Und ich die Liste meiner Abonnements öffne
      Dann werden auf der Seite der Reihe nach "Office 365 E3", "Visio Plan 2", "Project Plan 3" und "Dynamics 365" aufgeführt

    Szenario: Der Partner eines anderen Abonnements kann übernehmen
      Angenommen der Partner "Fabrikam" hat mir die Microsoft Partner-ID "3214567" mitgeteilt
      Und der Partner "Litware" hat mir die Microsoft Partner-ID "321456" mitgeteilt
      Und "Fabrikam" ist der Partner of Record des Abonnements "Visio Plan 2"
      Wenn ich für das Abonnement "Office 365 E3" die ID "3214567" eingebe und "ID überprüfen" auswähle
      Dann wird die Meldung "Diese Partner-ID ist richtig." angezeigt
      Wenn ich die Schaltfläche "Absenden" auswähle
      Dann ist "Fabrikam" der Partner of Record des Abonnements "Office 365 E3"
      Und ist "Fabrikam" der Partner of Record des Abonnements "Visio Plan 2"
      Wenn ich zur Seite "Einstellungen > Partnerbeziehungen" wechsle
      Dann wird auf der Seite nur der Partner "Fabrikam" aufgeführt

    Szenario: Der bisherige Partner bleibt Ihr delegierter Administrator und Ihr Händler
      Angenommen der Partner "Fabrikam" hat mir die Microsoft Partner-ID "3214567" mitgeteilt
      Und "Contoso" ist mein delegierter Administrator
      Und "Contoso" ist mein Händler
      Und ich arbeite außerdem mit dem Händler "Tailspin Toys", dem delegierten Administrator "Northwind Traders" und, für das Abonnement "Project Plan 3", dem Partner of Record "Litware" zusammen
      Wenn ich für das Abonnement "Office 365 E3" die ID "3214567" eingebe und "Absenden" auswähle
      Dann ist "Fabrikam" nur beim Abonnement "Office 365 E3" der Partner of Record
      Und sind "Contoso" und "Northwind Traders" meine delegierten Administratoren
      Und hat sich für den Händler "Tailspin Toys", den delegierten Administrator "Northwind Traders" und, für das Abonnement "Project Plan 3", den Partner of Record "Litware" nichts geändert
      Und wird keine Meldung angezeigt
      Wenn ich zur Seite "Einstellungen > Partnerbeziehungen" wechsle
      Dann wird "Contoso" auf der Seite als "Delegierter Administrator" und "Händler" angezeigt
      Und wird "Fabrikam" auf der Seite als "Berater" angezeigt
      Und stehen "5" Namen auf der Seite
      Und wird keine Meldung angezeigt

    Szenario: Ein delegierter Administrator und Händler kann auch Ihr Berater sein
      Angenommen der Partner "Fabrikam" hat mir die Microsoft Partner-ID "3214567" mitgeteilt
      Und "Fabrikam" ist mein delegierter Administrator
      Und "Fabrikam" ist mein Händler
      Wenn ich für das Abonnement "Office 365 E3" die ID "3214567" eingebe und "ID überprüfen" auswähle
      Dann wird die Meldung "Diese Partner-ID ist richtig." angezeigt
      Wenn ich die Schaltfläche "Absenden" auswähle
      Dann ist "Fabrikam" der Partner of Record des Abonnements "Office 365 E3"
      Und ist "Fabrikam" mein delegierter Administrator
      Wenn ich zur Seite "Einstellungen > Partnerbeziehungen" wechsle
      Dann wird auf der Seite nur der Partner "Fabrikam" aufgeführt
      Und wird "Fabrikam" auf der Seite als "Berater", "Delegierter Administrator" und "Händler" angezeigt

  @assumption
  Regel: Im Feld steht die ID Ihres aktuellen Partners
    Ersetzen Sie sie durch die neue ID. Wenn Sie zu einem anderen Abonnement wechseln, bevor Sie **Absenden** auswählen,
    geht Ihre Eingabe verloren.

    Szenario: Im Feld steht für jedes Abonnement die eigene ID
      Angenommen der Partner "Tailspin Toys" hat mir die Microsoft Partner-ID "5554321" mitgeteilt
      Und "Tailspin Toys" ist der Partner of Record des Abonnements "Visio Plan 2"
      Und der Partner "Fabrikam" hat mir die Microsoft Partner-ID "3214567" mitgeteilt
      Wenn ich für das Abonnement "Office 365 E3" die ID "3214567" eingebe und "ID überprüfen" auswähle
      Und ich für das Abonnement "Visio Plan 2" das Feld mit der Schaltfläche "Absenden" öffne
      Dann steht im Feld die ID "5554321"
      Und wird keine Meldung angezeigt
      Wenn ich für das Abonnement "Office 365 E3" die ID "9999999" eingebe und "Absenden" auswähle
      Und ich für das Abonnement "Visio Plan 2" das Feld mit der Schaltfläche "Absenden" öffne
      Dann steht im Feld die ID "5554321"
      Und wird keine Meldung angezeigt
      Und wird in der Liste für das Abonnement "Visio Plan 2" die ID "5554321" angezeigt
      Und ist "Contoso" der Partner of Record des Abonnements "Office 365 E3"

    Szenario: Neben dem Feld gibt es zwei Schaltflächen
      Wenn ich für das Abonnement "Office 365 E3" das Feld mit der Schaltfläche "Absenden" öffne
      Dann gibt es auf der Seite nur "ID überprüfen" und "Absenden"

  Regel: Sie können den Partner auch entfernen
    Wenn Sie keinen neuen Partner möchten, können Sie [den aktuellen Partner aus dem Abonnement
    entfernen](delete-partner.md).

    Szenario: „Absenden“ mit leerem Feld entfernt den Partner
      Wenn ich für das Abonnement "Office 365 E3" das Feld leere und "Absenden" auswähle
      Dann hat das Abonnement "Office 365 E3" keinen Partner of Record
      Und wird keine Meldung angezeigt

  @assumption
  Regel: Ohne ID gibt es nichts zu überprüfen
    Fragen Sie den neuen Partner nach seiner ID, und geben Sie sie in das Feld ein. Wählen Sie nicht **Absenden** aus,
    solange das Feld leer ist: Damit entfernen Sie den Partner aus dem Abonnement.

    Szenario: „ID überprüfen“ lehnt ein leeres Feld ab
      Angenommen ich arbeite außerdem mit dem Händler "Tailspin Toys", dem delegierten Administrator "Northwind Traders" und, für das Abonnement "Project Plan 3", dem Partner of Record "Litware" zusammen
      Wenn ich für das Abonnement "Office 365 E3" das Feld leere und "ID überprüfen" auswähle
      Dann wird die Meldung "Geben Sie zuerst eine Partner-ID ein." angezeigt
      Und hat sich für den Händler "Tailspin Toys", den delegierten Administrator "Northwind Traders" und, für das Abonnement "Project Plan 3", den Partner of Record "Litware" nichts geändert
      Und ist "Contoso" der Partner of Record des Abonnements "Office 365 E3"

    Szenario: Ein Feld, das nur Leerzeichen enthält, gilt als leer
      Wenn ich für das Abonnement "Office 365 E3" die ID "  " eingebe und "ID überprüfen" auswähle
      Dann wird die Meldung "Geben Sie zuerst eine Partner-ID ein." angezeigt
      Und steht im Feld die ID "  "

  @o365-21vianet @assumption
  Regel: Sie können nur einen Partner wechseln, den Sie haben
    Ihr Abonnement hat noch keinen Partner of Record. Sehen Sie nach, wie Sie [das Angebot eines Partners
    akzeptieren](accept-offer.md).

    Szenario: Solange kein Partner hinzugefügt ist, gibt es nichts zu bearbeiten
      Wenn ich zur Seite "Abrechnung > Abonnements" wechsle
      Und ich das Abonnement "Visio Plan 2" auswähle
      Dann ist "Partner of Record bearbeiten" nicht verfügbar

    Szenario: Auf der Seite eines Abonnements mit Partner gibt es ein einziges Steuerelement
      Wenn ich zur Seite "Abrechnung > Abonnements" wechsle
      Und ich das Abonnement "Office 365 E3" auswähle
      Dann gibt es auf der Seite nur "Partner of Record bearbeiten"

  @o365-worldwide @o365-germany @assumption
  Regel: Ohne Partner gibt es nichts zu wechseln
    Ihr Abonnement hat noch keinen Partner of Record. Sehen Sie nach, wie Sie [einen Partner
    hinzufügen](add-partner.md).

    Szenariogrundriss: Ohne Partner gibt es nichts zu bearbeiten
      Wenn ich zur Seite "<Seite>" wechsle
      Und ich das Abonnement "Visio Plan 2" auswähle
      Dann ist "Partner of Record bearbeiten" nicht verfügbar

      @o365-worldwide
      Beispiele:
        | Seite                             |
        | Abrechnung > Produkte und Dienste |

      @o365-germany
      Beispiele:
        | Seite                    |
        | Abrechnung > Abonnements |

    Szenariogrundriss: Auf der Seite eines Abonnements mit Partner gibt es zwei Steuerelemente
      Wenn ich zur Seite "<Seite>" wechsle
      Und ich das Abonnement "Office 365 E3" auswähle
      Dann gibt es auf der Seite nur "<Name>" und "Partner of Record bearbeiten"
      Und gibt es auf der Seite kein Feld
      Und ist der Checkout-Assistent geschlossen

      @o365-worldwide
      Beispiele:
        | Seite                             | Name    |
        | Abrechnung > Produkte und Dienste | Partner |

      @o365-germany
      Beispiele:
        | Seite                    | Name             |
        | Abrechnung > Abonnements | Weitere Aktionen |

  @assumption
  Regel: Wenn Sie nur ein Abonnement haben, wird es sofort geöffnet

    Szenariogrundriss: Die Seite des einzigen Abonnements wird geöffnet
      Wenn mein Abonnement "Visio Plan 2" endet
      Und ich zur Seite "<Seite>" wechsle
      Dann ist "Partner of Record bearbeiten" verfügbar

      @o365-worldwide
      Beispiele:
        | Seite                             |
        | Abrechnung > Produkte und Dienste |

      @o365-germany @o365-21vianet
      Beispiele:
        | Seite                    |
        | Abrechnung > Abonnements |

    Szenario: Sie wechseln den Partner des einzigen Abonnements
      Angenommen der Partner "Fabrikam" hat mir die Microsoft Partner-ID "3214567" mitgeteilt
      Wenn mein Abonnement "Visio Plan 2" endet
      Und ich für das Abonnement "Office 365 E3" die ID "3214567" eingebe und "Absenden" auswähle
      Dann ist "Fabrikam" der Partner of Record des Abonnements "Office 365 E3"
