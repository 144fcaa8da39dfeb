# language: de
# Written by porspec sync from features/en/add-partner.feature (a134fd687645). To keep an edit, run: porspec sync --from de
Funktionalität: Partner zu einem bestehenden Abonnement hinzufügen
  Machen Sie einen Partner zum Partner of Record eines Abonnements, das Sie bereits haben.

  Grundlage:
    Angenommen ich bin im Admin Center angemeldet
    Und ich habe die Abonnements "Office 365 E3" und "Visio Plan 2"

  @o365-worldwide @assumption
  Szenario: Partner auf der Registerkarte „Partner“ hinzufügen
    Angenommen der Partner "Fabrikam" hat mir die Microsoft Partner-ID "3214567" mitgeteilt
    Wenn ich zur Seite "Abrechnung > Produkte und Dienste" wechsle
    Und ich das Abonnement "Office 365 E3" auswähle
    Und ich die Registerkarte "Partner" auswähle
    Und ich die ID "3214567" in das Feld "Partnernetzwerk-ID" eingebe
    Und ich die Schaltfläche "Hinzufügen" auswähle
    Dann ist "Fabrikam" der Partner of Record des Abonnements "Office 365 E3"
    Und hat das Abonnement "Visio Plan 2" keinen Partner of Record
    Und wird auf der Seite "Abrechnung > Produkte und Dienste" für das Abonnement "Office 365 E3" die ID "3214567" angezeigt

  @o365-germany
  Szenario: Partner über das Menü „Weitere Aktionen“ hinzufügen
    Auf der Seite **Abonnements** steht die ID des Partners.

    Angenommen der Partner "Fabrikam" hat mir die Microsoft Partner-ID "3214567" mitgeteilt
    Wenn ich zur Seite "Abrechnung > Abonnements" wechsle
    Und ich das Abonnement "Office 365 E3" auswähle
    Und ich im Menü "Weitere Aktionen" den Eintrag "Partner of Record hinzufügen" auswähle
    Und ich die ID "3214567" in das Feld "Partner-ID" eingebe
    Und ich die Schaltfläche "ID überprüfen" auswähle
    Und ich die Schaltfläche "Absenden" auswähle
    Dann ist "Fabrikam" der Partner of Record des Abonnements "Office 365 E3"
    Und wird auf der Seite "Abrechnung > Abonnements" für das Abonnement "Office 365 E3" die ID "3214567" angezeigt

  @o365-21vianet
  Regel: In dieser Cloud können Sie einen Partner nicht selbst hinzufügen
    Diese Aufgabe ist in Office 365 betrieben von 21Vianet nicht verfügbar. Der Partner macht den ersten Schritt und
    sendet Ihnen per E-Mail ein Angebot, das Sie dann [akzeptieren](accept-offer.md) können.

    Szenario: Auf der Seite eines Abonnements lässt sich kein Partner hinzufügen
      Wenn ich zur Seite "Abrechnung > Abonnements" wechsle
      Und ich das Abonnement "Office 365 E3" auswähle
      Dann ist "Partner" nicht verfügbar
      Und ist "Weitere Aktionen" nicht verfügbar
      Und ist "Partner of Record bearbeiten" nicht verfügbar
      Und gibt es auf der Seite nichts auszuwählen
      Und ist es nicht möglich, für das Abonnement "Office 365 E3" eine ID einzugeben und "Hinzufügen" auszuwählen
      Und ist es nicht möglich, für das Abonnement "Office 365 E3" eine ID einzugeben und "Absenden" auszuwählen
      Wenn mein Abonnement "Visio Plan 2" endet
      Und ich die Liste meiner Abonnements öffne
      Dann gibt es auf der Seite nichts auszuwählen

  @o365-worldwide @o365-germany @assumption
  Regel: Die ID muss zu einem Partner gehören
    Ihr Abonnement bleibt, wie es war. Lassen Sie sich die ID vom Partner geben, und korrigieren Sie Ihre Eingabe, die
    noch im Feld steht.

    Szenariogrundriss: Eine unbekannte ID wird abgelehnt
      Angenommen der Partner "Fabrikam" hat mir die Microsoft Partner-ID "3214567" mitgeteilt
      Wenn ich für das Abonnement "Office 365 E3" die ID "<ID>" eingebe und "<Schaltfläche>" auswähle
      Dann wird die Meldung "Kein Partner hat diese ID." angezeigt
      Und steht im Feld die ID "<ID>"
      Und hat das Abonnement "Office 365 E3" keinen Partner of Record

      @o365-worldwide
      Beispiele:
        | Schaltfläche | ID       |
        | Hinzufügen   | 9999999  |
        | Hinzufügen   | 32145678 |
        | Hinzufügen   | 03214567 |
        | Hinzufügen   | 321 4567 |
        | Hinzufügen   | Fabrikam |

      @o365-germany
      Beispiele:
        | Schaltfläche  | ID       |
        | ID überprüfen | 9999999  |
        | ID überprüfen | 32145678 |
        | ID überprüfen | 03214567 |
        | ID überprüfen | 321 4567 |
        | ID überprüfen | Fabrikam |

    Szenariogrundriss: Sie können einen Partner hinzufügen, mit dem Sie bereits zusammenarbeiten
      Angenommen der Partner "Fabrikam" hat mir die Microsoft Partner-ID "3214567" mitgeteilt
      Und "Fabrikam" ist mein Händler
      Und "Fabrikam" ist mein delegierter Administrator
      Und "Fabrikam" ist der Partner of Record des Abonnements "Office 365 E3"
      Und ich arbeite außerdem mit dem Händler "Tailspin Toys", dem delegierten Administrator "Northwind Traders" und, für das Abonnement "Project Plan 3", dem Partner of Record "Litware" zusammen
      Wenn ich für das Abonnement "Visio Plan 2" die ID " 3214567 " eingebe und "<Schaltfläche>" auswähle
      Dann ist "Fabrikam" der Partner of Record des Abonnements "Visio Plan 2"
      Und ist "Fabrikam" der Partner of Record des Abonnements "Office 365 E3"
      Und sind "Fabrikam" und "Northwind Traders" meine delegierten Administratoren
      Und hat sich für den Händler "Tailspin Toys", den delegierten Administrator "Northwind Traders" und, für das Abonnement "Project Plan 3", den Partner of Record "Litware" nichts geändert
      Und wird keine Meldung angezeigt
      Und wird in der Liste für das Abonnement "Visio Plan 2" die ID "3214567" angezeigt
      Wenn ich zur Seite "Einstellungen > Partnerbeziehungen" wechsle
      Dann wird "Fabrikam" auf der Seite als "Berater", "Delegierter Administrator" und "Händler" angezeigt
      Und stehen "4" Namen auf der Seite

      @o365-worldwide
      Beispiele:
        | Schaltfläche |
        | Hinzufügen   |

      @o365-germany
      Beispiele:
        | Schaltfläche |
        | Absenden     |

    Szenariogrundriss: Eine abgelehnte ID kann korrigiert werden
      Angenommen der Partner "Fabrikam" hat mir die Microsoft Partner-ID "3214567" mitgeteilt
      Wenn ich für das Abonnement "Visio Plan 2" die ID "9999999" eingebe und "<Schaltfläche>" auswähle
      Dann steht im Feld die ID "9999999"
      Wenn ich die ID im Feld in " 3214567 " ändere
      Dann wird keine Meldung angezeigt
      Und steht im Feld die ID " 3214567 "
      Wenn ich die Schaltfläche "<Schaltfläche>" auswähle
      Dann ist "Fabrikam" der Partner of Record des Abonnements "Visio Plan 2"
      Und hat das Abonnement "Office 365 E3" keinen Partner of Record
      Und habe ich keinen delegierten Administrator
      Und wird keine Meldung angezeigt
      Und wird die Schaltfläche "<Schaltfläche>" nicht mehr angezeigt
      Und ist "Partner of Record bearbeiten" verfügbar
      Wenn ich zur Seite "Einstellungen > Partnerbeziehungen" wechsle
      Und ich den Partner "Fabrikam" auswähle
      Dann ist "Löschen" verfügbar

      @o365-worldwide
      Beispiele:
        | Schaltfläche |
        | Hinzufügen   |

      @o365-germany
      Beispiele:
        | Schaltfläche |
        | Absenden     |

    @o365-worldwide
    Szenario: Auf der Registerkarte „Partner“ gibt es kein „ID überprüfen“
      Wenn ich zur Seite "Abrechnung > Produkte und Dienste" wechsle
      Und ich das Abonnement "Office 365 E3" auswähle
      Und ich die Registerkarte "Partner" auswähle
      Dann ist "Hinzufügen" verfügbar
      Und gibt es auf der Seite nur "Hinzufügen"
      Und ist "ID überprüfen" nicht verfügbar
      Und ist "Absenden" nicht verfügbar

  @o365-germany @assumption
  Regel: „ID überprüfen“ prüft die ID nur; „Absenden“ speichert sie auch
    Auch **Absenden** prüft die ID. Es schadet also nicht, wenn Sie **ID überprüfen** auslassen.

    Szenario: Eine ID, die Sie nur überprüfen, wird nicht gespeichert
      Angenommen der Partner "Fabrikam" hat mir die Microsoft Partner-ID "3214567" mitgeteilt
      Und "Fabrikam" ist mein Händler
      Und ich arbeite außerdem mit dem Händler "Tailspin Toys", dem delegierten Administrator "Northwind Traders" und, für das Abonnement "Project Plan 3", dem Partner of Record "Litware" zusammen
      Wenn ich für das Abonnement "Office 365 E3" die ID "3214567" eingebe und "ID überprüfen" auswähle
      Dann wird die Meldung "Diese Partner-ID ist richtig." angezeigt
      Und steht im Feld die ID "3214567"
      Und hat das Abonnement "Office 365 E3" keinen Partner of Record
      Und hat sich für den Händler "Tailspin Toys", den delegierten Administrator "Northwind Traders" und, für das Abonnement "Project Plan 3", den Partner of Record "Litware" nichts geändert
      Wenn ich die ID im Feld in "9999999" ändere
      Dann wird keine Meldung angezeigt
      Wenn ich zur Seite "Einstellungen > Partnerbeziehungen" wechsle
      Dann wird "Fabrikam" auf der Seite als "Händler" angezeigt

    Szenario: Auch „Absenden“ lehnt eine unbekannte ID ab
      Angenommen kein Partner hat die Microsoft Partner-ID "9999999"
      Wenn ich für das Abonnement "Office 365 E3" die ID "9999999" eingebe und "Absenden" auswähle
      Dann wird die Meldung "Kein Partner hat diese ID." angezeigt
      Und hat das Abonnement "Office 365 E3" keinen Partner of Record

  @o365-worldwide @o365-germany @assumption
  Regel: Ohne ID fügen Sie nichts hinzu
    Das Feld ist leer. Geben Sie die ID ein, die der Partner Ihnen gegeben hat.

    Szenariogrundriss: Sie lassen das Feld leer
      Angenommen ich arbeite außerdem mit dem Händler "Tailspin Toys", dem delegierten Administrator "Northwind Traders" und, für das Abonnement "Project Plan 3", dem Partner of Record "Litware" zusammen
      Wenn ich für das Abonnement "Office 365 E3" das Feld leere und "<Schaltfläche>" auswähle
      Dann wird die Meldung "Geben Sie zuerst eine Partner-ID ein." angezeigt
      Und steht im Feld keine ID
      Und hat das Abonnement "Office 365 E3" keinen Partner of Record
      Und hat sich für den Händler "Tailspin Toys", den delegierten Administrator "Northwind Traders" und, für das Abonnement "Project Plan 3", den Partner of Record "Litware" nichts geändert

      @o365-worldwide
      Beispiele:
        | Schaltfläche |
        | Hinzufügen   |

      @o365-germany
      Beispiele:
        | Schaltfläche  |
        | ID überprüfen |
        | Absenden      |

    @o365-worldwide
    Szenario: Ein Feld, das nur Leerzeichen enthält, gilt als leer
      Wenn ich für das Abonnement "Office 365 E3" die ID "  " eingebe und "Hinzufügen" auswähle
      Dann wird die Meldung "Geben Sie zuerst eine Partner-ID ein." angezeigt
      Und hat das Abonnement "Office 365 E3" keinen Partner of Record

  @o365-worldwide @o365-germany @assumption
  Regel: Ein Abonnement hat nur einen Partner of Record
    Einem Abonnement können Sie keinen zweiten Partner hinzufügen. Um den Partner zu ersetzen, [wechseln Sie den Partner
    des Abonnements](change-partner.md).

    @o365-worldwide
    Szenario: Ein zweiter Partner wird abgelehnt
      Angenommen "Contoso" ist der Partner of Record des Abonnements "Office 365 E3"
      Und der Partner "Fabrikam" hat mir die Microsoft Partner-ID "3214567" mitgeteilt
      Und ich arbeite außerdem mit dem Händler "Tailspin Toys", dem delegierten Administrator "Northwind Traders" und, für das Abonnement "Project Plan 3", dem Partner of Record "Litware" zusammen
      Wenn ich den Partner "Fabrikam" nach seiner Microsoft Partner-ID frage
      Und ich für das Abonnement "Office 365 E3" das Feld mit der Schaltfläche "Hinzufügen" öffne
      Dann steht im Feld keine ID
      Wenn ich für das Abonnement "Office 365 E3" die ID " 3214567 " eingebe und "Hinzufügen" auswähle
      Dann wird die Meldung "Dieses Abonnement hat bereits einen Partner of Record." angezeigt
      Und steht im Feld die ID " 3214567 "
      Und ist "3214567" die einzige Microsoft Partner-ID, die ich kenne
      Und ist "Contoso" der Partner of Record des Abonnements "Office 365 E3"
      Und hat sich für den Händler "Tailspin Toys", den delegierten Administrator "Northwind Traders" und, für das Abonnement "Project Plan 3", den Partner of Record "Litware" nichts geändert
      Wenn ich die Schaltfläche "Hinzufügen" auswähle
      Dann wird die Meldung "Dieses Abonnement hat bereits einen Partner of Record." angezeigt
      Wenn ich die ID im Feld in "9999999" ändere
      Dann wird keine Meldung angezeigt
      Wenn ich die Schaltfläche "Hinzufügen" auswähle
      Dann wird die Meldung "Kein Partner hat diese ID." angezeigt
      Wenn ich die ID im Feld in "  " ändere
      Und ich die Schaltfläche "Hinzufügen" auswähle
      Dann wird die Meldung "Geben Sie zuerst eine Partner-ID ein." angezeigt
      Und ist "Contoso" der Partner of Record des Abonnements "Office 365 E3"

    @o365-worldwide
    Szenario: Der aktuelle Partner wird abgelehnt
      Angenommen der Partner "Contoso" hat mir die Microsoft Partner-ID "1234567" mitgeteilt
      Und "Contoso" ist der Partner of Record aller meiner Abonnements
      Und "Contoso" ist mein Händler
      Und "Contoso" ist mein delegierter Administrator
      Wenn ich für das Abonnement "Office 365 E3" die ID " 1234567 " eingebe und "Hinzufügen" auswähle
      Dann wird die Meldung "Dieser Partner ist bereits der Partner of Record." angezeigt
      Und steht im Feld die ID " 1234567 "
      Wenn ich die ID im Feld in "1234567" ändere
      Und ich die Schaltfläche "Hinzufügen" auswähle
      Dann wird die Meldung "Dieser Partner ist bereits der Partner of Record." angezeigt
      Und ist "Contoso" der Partner of Record aller meiner Abonnements
      Und ist "Contoso" mein delegierter Administrator

    @o365-germany
    Szenario: Im Menü lässt sich kein Partner mehr hinzufügen
      Angenommen "Contoso" ist der Partner of Record des Abonnements "Office 365 E3"
      Wenn ich zur Seite "Abrechnung > Abonnements" wechsle
      Und ich das Abonnement "Office 365 E3" auswähle
      Und ich das Menü "Weitere Aktionen" öffne
      Dann ist "Partner of Record hinzufügen" nicht verfügbar
      Und ist es nicht möglich, für das Abonnement "Office 365 E3" eine ID einzugeben und "Hinzufügen" auszuwählen
      Und ist "Contoso" der Partner of Record des Abonnements "Office 365 E3"

    @o365-germany
    Szenario: Die Liste zeigt den Partner jedes Abonnements
      Angenommen der Partner "Contoso" hat mir die Microsoft Partner-ID "1234567" mitgeteilt
      Und "Contoso" ist der Partner of Record des Abonnements "Office 365 E3"
      Und der Partner "Fabrikam" hat mir die Microsoft Partner-ID "3214567" mitgeteilt
      Wenn ich "100" weitere Abonnements des Produkts "Office 365 E3" erhalte
      Und ich für das Abonnement "Office 365 E3 (101)" das Feld mit der Schaltfläche "Absenden" öffne
      Dann steht im Feld keine ID
      Wenn ich für das Abonnement "Office 365 E3 (101)" die ID "3214567" eingebe und "Absenden" auswähle
      Dann wird auf der Seite "Abrechnung > Abonnements" für das Abonnement "Office 365 E3" die ID "1234567" angezeigt
      Und wird auf der Seite "Abrechnung > Abonnements" für das Abonnement "Office 365 E3 (101)" die ID "3214567" angezeigt
      Und wird auf der Seite "Abrechnung > Abonnements" für das Abonnement "Office 365 E3 (10)" keine ID angezeigt
      Und stehen "102" Namen auf der Seite

  @o365-worldwide @o365-germany
  Regel: Sie benötigen kein Angebot
    Sie fügen den Partner selbst hinzu. Angebote per E-Mail beschreibt Microsoft nur für Office 365 betrieben von
    21Vianet.

    Szenario: Es gibt keine E-Mail mit einem Angebot
      Wenn der Partner "Fabrikam" mir per E-Mail ein Angebot zu senden versucht
      Dann habe ich keine E-Mail mit einem Angebot

  @assumption
  Regel: Jede Cloud hat eigene Seiten und Steuerelemente
    Wenn Ihr Admin Center anders aussieht als hier beschrieben, vergewissern Sie sich, dass Sie Ihre eigene Cloud
    ausgewählt haben.

    @o365-worldwide
    Szenario: Auf der Startseite gibt es den Umschalter und den Link zur Website
      Wenn ich das Portal "Admin Center" öffne
      Dann gibt es auf der Seite nur "Das neue Admin Center" und "Microsoft Pinpoint"

    @o365-worldwide
    Szenario: Im alten Admin Center gibt es diese Seiten nicht
      Wenn ich das neue Admin Center deaktiviere
      Dann ist "Das neue Admin Center" nicht aktiviert
      Und gibt es auf der Seite nur "Das neue Admin Center" und "Microsoft Pinpoint"
      Und wird keine Meldung angezeigt
      Und kann ich nicht zur Seite "Abrechnung > Produkte und Dienste" wechseln
      Und kann ich nicht zur Seite "Abrechnung > Dienste kaufen" wechseln

    @o365-worldwide
    Szenario: Der Umschalter zeigt, dass das neue Admin Center aktiviert ist
      Dann ist "Das neue Admin Center" aktiviert

    @o365-worldwide
    Szenario: Das neue Admin Center bleibt aktiviert
      Wenn ich zur Seite "Abrechnung > Produkte und Dienste" wechsle
      Und ich das Portal "Admin Center" öffne
      Dann ist "Das neue Admin Center" aktiviert

    @o365-germany
    Szenario: Auf der Startseite gibt es nur den Link zur Website
      Wenn ich das Portal "Admin Center" öffne
      Dann gibt es auf der Seite nur "Microsoft Pinpoint"

    @o365-21vianet
    Szenario: Ohne Angebot gibt es auf der Startseite nichts auszuwählen
      Wenn ich das Portal "Admin Center" öffne
      Dann gibt es auf der Seite nichts auszuwählen

    @o365-worldwide @o365-germany
    Szenariogrundriss: Auf der Seite eines Abonnements ohne Partner gibt es ein einziges Steuerelement
      Wenn ich zur Seite "<Seite>" wechsle
      Und ich das Abonnement "Office 365 E3" auswähle
      Dann gibt es auf der Seite nur "<Name>"
      Und gibt es auf der Seite kein Feld
      Und ist der Checkout-Assistent geschlossen
      Wenn mein Abonnement "Visio Plan 2" endet
      Und ich zur Seite "<Seite>" wechsle
      Dann gibt es auf der Seite nur "<Name>"

      @o365-worldwide
      Beispiele:
        | Seite                             | Name    |
        | Abrechnung > Produkte und Dienste | Partner |

      @o365-germany
      Beispiele:
        | Seite                    | Name             |
        | Abrechnung > Abonnements | Weitere Aktionen |

    @o365-germany
    Szenario: Auf der Seite eines anderen Abonnements ist das Menü wieder geschlossen
      Wenn ich zur Seite "Abrechnung > Abonnements" wechsle
      Und ich das Abonnement "Office 365 E3" auswähle
      Und ich das Menü "Weitere Aktionen" öffne
      Dann ist "Partner of Record hinzufügen" verfügbar
      Wenn ich zur Seite "Abrechnung > Abonnements" wechsle
      Und ich das Abonnement "Visio Plan 2" auswähle
      Dann ist "Partner of Record hinzufügen" nicht verfügbar

    @o365-germany
    Szenario: Das Menü des einzigen Abonnements ist geschlossen, wenn Sie zurückkehren
      Wenn mein Abonnement "Visio Plan 2" endet
      Und ich zur Seite "Abrechnung > Abonnements" wechsle
      Und ich das Menü "Weitere Aktionen" öffne
      Dann ist "Partner of Record hinzufügen" verfügbar
      Wenn ich zur Seite "Abrechnung > Abonnements" wechsle
      Dann ist "Partner of Record hinzufügen" nicht verfügbar

    @o365-germany
    Szenario: Das Menü wird geschlossen, wenn Sie es erneut auswählen
      Wenn ich zur Seite "Abrechnung > Abonnements" wechsle
      Und ich das Abonnement "Office 365 E3" auswähle
      Und ich das Menü "Weitere Aktionen" öffne
      Und ich das Menü "Weitere Aktionen" öffne
      Dann ist "Partner of Record hinzufügen" nicht verfügbar

    Szenariogrundriss: Was es nur in anderen Clouds gibt, gibt es hier nicht
      Angenommen "Contoso" ist der Partner of Record des Abonnements "Visio Plan 2"
      Und das Produkt "Project Plan 3" kann gekauft werden
      Wenn der Partner "Fabrikam" mir per E-Mail ein Angebot zu senden versucht
      Dann gibt es "<Name>" auf keiner Seite des Admin Centers

      @o365-worldwide
      Beispiele:
        | Name                         |
        | Abonnements                  |
        | Weitere Aktionen             |
        | Partner of Record hinzufügen |
        | Ja                           |
        | Weiter                       |

      @o365-germany
      Beispiele:
        | Name                  |
        | Produkte und Dienste  |
        | Das neue Admin Center |
        | Partner               |
        | Partnernetzwerk-ID    |
        | Ja                    |
        | Weiter                |

      @o365-21vianet
      Beispiele:
        | Name                                               |
        | Produkte und Dienste                               |
        | Dienste kaufen                                     |
        | Das neue Admin Center                              |
        | Partner                                            |
        | Partnernetzwerk-ID                                 |
        | Weitere Aktionen                                   |
        | Partner of Record hinzufügen                       |
        | Hinzufügen                                         |
        | Kaufen                                             |
        | Hilfe bei Ihrer Bestellung benötigen?              |
        | Unterstützung von einem Microsoft Partner erhalten |
        | Microsoft Pinpoint                                 |
