# language: de
# Written by porspec sync from features/en/change-partner.feature (aad6eb409144). To keep an edit, run: porspec sync --from de
Funktionalität: Partner eines Abonnements ändern
  Werden Sie künftig von einem anderen Partner beraten, ersetzen Sie den Partner of Record Ihres Abonnements.

  Grundlage:
    Angenommen ich bin im Admin Center angemeldet
    Und ich habe die Abonnements "Office 365 E3" und "Visio Plan 2"
    Und "Contoso" ist der Partner of Record des Abonnements "Office 365 E3"

  # The clouds differ by one value only, the page: one outline, and a row for each page.
  @assumption
  Szenariogrundriss: Partner ändern
    Angenommen der Partner "Fabrikam" hat mir die Microsoft Partner-ID "3214567" mitgeteilt
    Wenn ich zur Seite "<Seite>" wechsle
    Und ich das Abonnement "Office 365 E3" auswähle
    Und ich unter "Partner-ID" die Option "Partner of Record bearbeiten" auswähle
    Und ich die ID "3214567" in das Feld "Partner-ID" eingebe
    Und ich die Schaltfläche "ID überprüfen" auswähle
    Und ich die Schaltfläche "Absenden" auswähle
    Dann ist "Fabrikam" der Partner of Record des Abonnements "Office 365 E3"
    Und hat das Abonnement "Visio Plan 2" keinen Partner of Record

    @o365-worldwide
    Beispiele:
      | Seite                             |
      | Abrechnung > Produkte und Dienste |

    @o365-germany @o365-21vianet
    Beispiele:
      | Seite                    |
      | Abrechnung > Abonnements |

  Regel: Die neue ID muss zu einem anderen Partner gehören
    Eine ID, die zu keinem Partner gehört, wird abgelehnt, ebenso die ID Ihres aktuellen Partners. Leerzeichen vor und
    nach einer ID spielen keine Rolle. Auch **Absenden** prüft die ID. Es geht also nichts schief, wenn Sie **ID
    überprüfen** auslassen. Das ist unsere eigene Annahme: Die Dokumentation von Microsoft beschreibt dies nicht.

    Szenariogrundriss: Eine unbekannte ID wird abgelehnt
      Angenommen kein Partner hat die Microsoft Partner-ID "9999999"
      Wenn die ID "9999999" für das Abonnement "Office 365 E3" eingegeben und die Schaltfläche "<Schaltfläche>" ausgewählt wird
      Dann wird die Meldung "Kein Partner hat diese ID." angezeigt
      Und ist "Contoso" der Partner of Record des Abonnements "Office 365 E3"

      Beispiele:
        | Schaltfläche  |
        | ID überprüfen |
        | Absenden      |

    Szenariogrundriss: Die ID des aktuellen Partners wird abgelehnt
      Angenommen der Partner "Tailspin Toys" hat mir die Microsoft Partner-ID "5554321" mitgeteilt
      Und "Tailspin Toys" ist der Partner of Record des Abonnements "Visio Plan 2"
      Wenn die ID "5554321" für das Abonnement "Visio Plan 2" eingegeben und die Schaltfläche "<Schaltfläche>" ausgewählt wird
      Dann wird die Meldung "Dieser Partner ist bereits der Partner of Record." angezeigt
      Und ist "Tailspin Toys" der Partner of Record des Abonnements "Visio Plan 2"

      Beispiele:
        | Schaltfläche  |
        | ID überprüfen |
        | Absenden      |

    Szenariogrundriss: Eine fast richtige ID wird abgelehnt
      Angenommen der Partner "Fabrikam" hat mir die Microsoft Partner-ID "3214567" mitgeteilt
      Wenn die ID "<ID>" für das Abonnement "Office 365 E3" eingegeben und die Schaltfläche "<Schaltfläche>" ausgewählt wird
      Dann wird die Meldung "Kein Partner hat diese ID." angezeigt
      Und steht im Feld die ID "<ID>"
      Und ist "Contoso" der Partner of Record des Abonnements "Office 365 E3"

      Beispiele:
        | Schaltfläche  | ID             |
        | Absenden      | 321456         |
        | Absenden      | 32145678       |
        | Absenden      | 03214567       |
        | Absenden      | 321 4567       |
        | Absenden      | 3214568        |
        | Absenden      | 4214567        |
        | Absenden      | 3214576        |
        | Absenden      | 3214567-       |
        | Absenden      | ID 3214567     |
        | Absenden      | 32145673214567 |
        | Absenden      | Fabrikam       |
        | ID überprüfen | 32145678       |
        | ID überprüfen | 03214567       |
        | ID überprüfen | 321 4567       |
        | ID überprüfen | Fabrikam       |

    Szenario: Leerzeichen um die ID spielen keine Rolle
      Angenommen "101" Partner sind meine delegierten Administratoren, und "101" andere sind meine Händler
      Und der Partner "Fabrikam" hat mir die Microsoft Partner-ID "3214567" mitgeteilt
      Wenn die ID "  3214567  " für das Abonnement "Office 365 E3" eingegeben und die Schaltfläche "Absenden" ausgewählt wird
      Dann ist "Fabrikam" der Partner of Record des Abonnements "Office 365 E3"

    Szenario: Eine ID kann erneut überprüft werden
      Angenommen der Partner "Fabrikam" hat mir die Microsoft Partner-ID "3214567" mitgeteilt
      Wenn die ID " 3214567 " für das Abonnement "Office 365 E3" eingegeben und die Schaltfläche "ID überprüfen" ausgewählt wird
      Und ich die Schaltfläche "ID überprüfen" auswähle
      Dann wird die Meldung "Diese Partner-ID ist richtig." angezeigt
      Und steht im Feld die ID " 3214567 "
      Und ist "Contoso" der Partner of Record des Abonnements "Office 365 E3"

    Szenario: Eine abgelehnte ID kann korrigiert werden
      Angenommen der Partner "Fabrikam" hat mir die Microsoft Partner-ID "3214567" mitgeteilt
      Wenn die ID "9999999" für das Abonnement "Office 365 E3" eingegeben und die Schaltfläche "Absenden" ausgewählt wird
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
      Und ist "Partner of Record bearbeiten" im Admin Center verfügbar

  Regel: Nur das Abonnement, das Sie ändern, erhält den neuen Partner
    Ihre anderen Abonnements behalten ihren Partner. Der bisherige Partner behält seine anderen Beziehungen zu Ihnen,
    und der neue Partner erhält keine weiteren. Das ist unsere eigene Annahme: Die Dokumentation von Microsoft
    beschreibt dies nicht.

    Szenario: Ein Partner mit zwei Abonnements wird bei einem ersetzt
      Angenommen der Partner "Fabrikam" hat mir die Microsoft Partner-ID "3214567" mitgeteilt
      Und "Contoso" ist der Partner of Record des Abonnements "Visio Plan 2"
      Wenn die ID "3214567" für das Abonnement "Visio Plan 2" eingegeben und die Schaltfläche "Absenden" ausgewählt wird
      Dann ist "Fabrikam" der Partner of Record des Abonnements "Visio Plan 2"
      Und ist "Contoso" der Partner of Record des Abonnements "Office 365 E3"
      Und habe ich keinen delegierten Administrator

    Szenario: Ein Abonnement mit fast demselben Namen behält seinen Partner
      Angenommen der Partner "Fabrikam" hat mir die Microsoft Partner-ID "3214567" mitgeteilt
      Und der Partner "Fabrikam Nederland" hat mir die Microsoft Partner-ID "3214568" mitgeteilt
      Und "101" Partner sind meine delegierten Administratoren, und "101" andere sind meine Händler
      Und ich habe "101" Abonnements des Produkts "Office 365 E3"
      Und ich habe auch das Abonnement "OFFICE 365 E3"
      Und "Contoso" ist der Partner of Record aller meiner Abonnements
      Wenn die ID "3214568" für das Abonnement "Office 365 E3" eingegeben und die Schaltfläche "Absenden" ausgewählt wird
      Und die ID "3214567" für das Abonnement "Office 365 E3" eingegeben und die Schaltfläche "Absenden" ausgewählt wird
      Dann ist "Fabrikam" nur der Partner of Record des Abonnements "Office 365 E3"
      Und ist "Fabrikam" der Partner of Record des Abonnements "Office 365 E3"
      Und ist "Contoso" der Partner of Record des Abonnements "OFFICE 365 E3"
      Wenn ich die Liste meiner Abonnements öffne
      Dann kann nichts mit dem Namen "office 365 e3" ausgewählt werden
      Und kann nichts mit dem Namen "Office 365" ausgewählt werden
      Und kann nichts mit dem Namen "Office 365 E3 (102)" ausgewählt werden

    Szenario: Abonnements stehen in der Reihenfolge, in der Sie sie erhalten haben
      Angenommen ich habe auch das Abonnement "Project Plan 3"
      Und ich habe auch das Abonnement "Dynamics 365"
      Und der Partner "Fabrikam" hat mir die Microsoft Partner-ID "3214567" mitgeteilt
      Und "Contoso" ist der Partner of Record aller meiner Abonnements
      Wenn die ID "3214567" für das Abonnement "Visio Plan 2" eingegeben und die Schaltfläche "Absenden" ausgewählt wird
      Und ich für das Abonnement "Project Plan 3" das Feld leere und die Schaltfläche "Absenden" auswähle
      Und ich die Liste meiner Abonnements öffne
      Dann werden auf der Seite der Reihe nach "Office 365 E3", "Visio Plan 2", "Project Plan 3" und "Dynamics 365" aufgeführt

    Szenario: Der Partner eines anderen Abonnements kann übernehmen
      Angenommen der Partner "Fabrikam" hat mir die Microsoft Partner-ID "3214567" mitgeteilt
      Und der Partner "Litware" hat mir die Microsoft Partner-ID "321456" mitgeteilt
      Und "Fabrikam" ist der Partner of Record des Abonnements "Visio Plan 2"
      Wenn die ID "3214567" für das Abonnement "Office 365 E3" eingegeben und die Schaltfläche "Absenden" ausgewählt wird
      Dann ist "Fabrikam" der Partner of Record des Abonnements "Office 365 E3"
      Und ist "Fabrikam" der Partner of Record des Abonnements "Visio Plan 2"
      Wenn ich zur Seite "Einstellungen > Partnerbeziehungen" wechsle
      Dann wird auf der Seite nur der Partner "Fabrikam" aufgeführt

    Szenario: Der bisherige Partner bleibt Ihr delegierter Administrator
      Angenommen der Partner "Fabrikam" hat mir die Microsoft Partner-ID "3214567" mitgeteilt
      Und "Contoso" ist mein delegierter Administrator
      Wenn die ID "3214567" für das Abonnement "Office 365 E3" eingegeben und die Schaltfläche "Absenden" ausgewählt wird
      Dann ist "Fabrikam" der Partner of Record des Abonnements "Office 365 E3"
      Und ist "Contoso" mein delegierter Administrator

    Szenario: Ein delegierter Administrator und Händler kann auch Ihr Berater sein
      Angenommen der Partner "Fabrikam" hat mir die Microsoft Partner-ID "3214567" mitgeteilt
      Und "Fabrikam" ist mein delegierter Administrator
      Und "Fabrikam" ist mein Händler
      Wenn die ID "3214567" für das Abonnement "Office 365 E3" eingegeben und die Schaltfläche "Absenden" ausgewählt wird
      Dann ist "Fabrikam" der Partner of Record des Abonnements "Office 365 E3"
      Und ist "Fabrikam" mein delegierter Administrator
      Wenn ich zur Seite "Einstellungen > Partnerbeziehungen" wechsle
      Dann wird auf der Seite nur der Partner "Fabrikam" aufgeführt

  Regel: Im Feld steht die ID Ihres aktuellen Partners
    Diese ID ersetzen Sie. Was Sie für ein Abonnement eingegeben und nicht abgesendet haben, ist verschwunden, wenn Sie
    zu einem anderen Abonnement wechseln. Das ist unsere eigene Annahme: Die Dokumentation von Microsoft beschreibt dies
    nicht.

    Szenario: Jedes Abonnement hat seine eigene ID im Feld
      Angenommen der Partner "Tailspin Toys" hat mir die Microsoft Partner-ID "5554321" mitgeteilt
      Und "Tailspin Toys" ist der Partner of Record des Abonnements "Visio Plan 2"
      Und der Partner "Fabrikam" hat mir die Microsoft Partner-ID "3214567" mitgeteilt
      Wenn die ID "3214567" für das Abonnement "Office 365 E3" eingegeben und die Schaltfläche "ID überprüfen" ausgewählt wird
      Und ich für das Abonnement "Visio Plan 2" das Feld mit der Schaltfläche "Absenden" öffne
      Dann steht im Feld die ID "5554321"
      Und wird keine Meldung angezeigt
      Und ist "Contoso" der Partner of Record des Abonnements "Office 365 E3"

    Szenario: Neben dem Feld gibt es zwei Schaltflächen
      Wenn ich für das Abonnement "Office 365 E3" das Feld mit der Schaltfläche "Absenden" öffne
      Dann gibt es auf der Seite nur "ID überprüfen" und "Absenden"

  Regel: Partner entfernen: Feld leeren
    Sobald Sie das Feld **Partner-ID** leeren und **Absenden** auswählen, hat Ihr Abonnement keinen Partner of Record
    mehr (siehe [Partner aus einem Abonnement entfernen](delete-partner.md)). **ID überprüfen** lehnt das leere Feld ab;
    das ist unsere eigene Annahme.

    Szenario: „Absenden“ mit geleertem Feld entfernt den Partner
      Wenn ich für das Abonnement "Office 365 E3" das Feld leere und die Schaltfläche "Absenden" auswähle
      Dann hat das Abonnement "Office 365 E3" keinen Partner of Record

    Szenario: „ID überprüfen“ lehnt ein leeres Feld ab
      Wenn ich für das Abonnement "Office 365 E3" das Feld leere und die Schaltfläche "ID überprüfen" auswähle
      Dann wird die Meldung "Geben Sie zuerst eine Partner-ID ein." angezeigt
      Und ist "Contoso" der Partner of Record des Abonnements "Office 365 E3"

  Regel: Nur ein vorhandener Partner lässt sich ändern
    Bei einem Abonnement ohne Partner of Record wird **Partner of Record bearbeiten** nicht angezeigt. Das ist unsere
    eigene Annahme: Die Dokumentation von Microsoft beschreibt dies nicht.

    Szenariogrundriss: Ohne Partner gibt es nichts zu bearbeiten
      Wenn ich zur Seite "<Seite>" wechsle
      Und ich das Abonnement "Visio Plan 2" auswähle
      Dann ist "Partner of Record bearbeiten" im Admin Center nicht verfügbar

      @o365-worldwide
      Beispiele:
        | Seite                             |
        | Abrechnung > Produkte und Dienste |

      @o365-germany @o365-21vianet
      Beispiele:
        | Seite                    |
        | Abrechnung > Abonnements |

    @o365-worldwide @o365-germany
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

    @o365-21vianet
    Szenario: Auf der Seite eines Abonnements mit Partner gibt es ein einziges Steuerelement
      Wenn ich zur Seite "Abrechnung > Abonnements" wechsle
      Und ich das Abonnement "Office 365 E3" auswähle
      Dann gibt es auf der Seite nur "Partner of Record bearbeiten"

  Regel: Bei nur einem Abonnement gibt es nichts auszuwählen
    Haben Sie nur ein Abonnement, wird dessen Seite sofort geöffnet. Das ist unsere eigene Annahme: In der Dokumentation
    von Microsoft steht nur, was Sie bei mehreren Abonnements tun.

    Szenariogrundriss: Die Seite des einzigen Abonnements wird geöffnet
      Wenn mein Abonnement "Visio Plan 2" endet
      Und ich zur Seite "<Seite>" wechsle
      Dann ist "Partner of Record bearbeiten" im Admin Center verfügbar

      @o365-worldwide
      Beispiele:
        | Seite                             |
        | Abrechnung > Produkte und Dienste |

      @o365-germany @o365-21vianet
      Beispiele:
        | Seite                    |
        | Abrechnung > Abonnements |

    Szenario: Der Partner des einzigen Abonnements wird geändert
      Angenommen der Partner "Fabrikam" hat mir die Microsoft Partner-ID "3214567" mitgeteilt
      Wenn mein Abonnement "Visio Plan 2" endet
      Und die ID "3214567" für das Abonnement "Office 365 E3" eingegeben und die Schaltfläche "Absenden" ausgewählt wird
      Dann ist "Fabrikam" der Partner of Record des Abonnements "Office 365 E3"
