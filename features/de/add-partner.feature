# language: de
# Written by porspec sync from features/en/add-partner.feature (c8d1932153a2). To keep an edit, run: porspec sync --from de
Funktionalität: Partner zu einem bestehenden Abonnement hinzufügen
  Ein Abonnementberater ist ein Partner, der Ihnen Office 365 verkauft, Ihnen bei der Einrichtung hilft und Sie
  unterstützt. Wenn Sie diesen Partner zu einem Abonnement hinzufügen, das Sie bereits haben, wird er zum Partner of
  Record dieses Abonnements.

  Grundlage:
    Angenommen ich bin im Admin Center angemeldet
    Und ich habe die Abonnements "Office 365 E3" und "Visio Plan 2"

  @o365-worldwide
  Szenario: Partner auf der Registerkarte „Partner“ hinzufügen
    Angenommen der Partner "Fabrikam" hat mir die Microsoft Partner-ID "3214567" mitgeteilt
    Wenn ich zur Seite "Abrechnung > Produkte und Dienste" wechsle
    Und ich das Abonnement "Office 365 E3" auswähle
    Und ich die Registerkarte "Partner" auswähle
    Und ich die ID "3214567" in das Feld "Partnernetzwerk-ID" eingebe
    Und ich die Schaltfläche "Hinzufügen" auswähle
    Dann ist "Fabrikam" der Partner of Record des Abonnements "Office 365 E3"
    Und hat das Abonnement "Visio Plan 2" keinen Partner of Record

  @o365-germany
  Szenario: Partner über das Menü „Weitere Aktionen“ hinzufügen
    Der Partner ist jetzt der Partner of Record Ihres Abonnements, und die Seite **Abonnements** zeigt seine ID.

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
  Regel: Hier können Sie einen Partner nicht selbst hinzufügen
    In Office 365 betrieben von 21Vianet ist diese Aufgabe nicht verfügbar. Ihr Partner macht den ersten Schritt und
    sendet Ihnen per E-Mail ein Angebot (siehe [Angebot eines Partners akzeptieren](accept-offer.md)).

    Szenario: Auf der Seite eines Abonnements lässt sich kein Partner hinzufügen
      Wenn ich zur Seite "Abrechnung > Abonnements" wechsle
      Und ich das Abonnement "Office 365 E3" auswähle
      Dann ist "Partner" im Admin Center nicht verfügbar
      Und ist "Weitere Aktionen" im Admin Center nicht verfügbar
      Und ist "Partner of Record bearbeiten" im Admin Center nicht verfügbar
      Und gibt es auf der Seite nichts auszuwählen
      Und kann mit der Schaltfläche "Hinzufügen" keine ID für das Abonnement "Office 365 E3" eingegeben werden
      Und kann mit der Schaltfläche "Absenden" keine ID für das Abonnement "Office 365 E3" eingegeben werden

  @o365-worldwide @o365-germany
  Regel: Die ID muss zu einem Partner gehören
    Eine ID, die zu keinem Partner gehört, wird abgelehnt, und Sie sehen die Meldung **Kein Partner hat diese ID.** Ihr
    Abonnement bleibt unverändert, und Ihre Eingabe bleibt im Feld stehen. Leerzeichen vor und nach einer ID spielen
    keine Rolle. Dieses Verhalten ist unsere eigene Annahme, ebenso der Wortlaut der Meldung.

    Szenariogrundriss: Eine unbekannte ID wird abgelehnt
      Angenommen der Partner "Fabrikam" hat mir die Microsoft Partner-ID "3214567" mitgeteilt
      Wenn die ID "<ID>" für das Abonnement "Office 365 E3" eingegeben und die Schaltfläche "<Schaltfläche>" ausgewählt wird
      Dann wird die Meldung "Kein Partner hat diese ID." angezeigt
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

    Szenariogrundriss: Eine abgelehnte ID kann korrigiert werden
      Angenommen der Partner "Fabrikam" hat mir die Microsoft Partner-ID "3214567" mitgeteilt
      Wenn die ID "9999999" für das Abonnement "Visio Plan 2" eingegeben und die Schaltfläche "<Schaltfläche>" ausgewählt wird
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
      Und ist "Partner of Record bearbeiten" im Admin Center verfügbar
      Wenn ich zur Seite "Einstellungen > Partnerbeziehungen" wechsle
      Und ich den Partner "Fabrikam" auswähle
      Dann ist "Löschen" im Admin Center verfügbar

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
      Dann ist "Hinzufügen" im Admin Center verfügbar
      Und gibt es auf der Seite nur "Hinzufügen"
      Und ist "ID überprüfen" im Admin Center nicht verfügbar
      Und ist "Absenden" im Admin Center nicht verfügbar

  @o365-germany
  Regel: „ID überprüfen“ prüft die ID nur, „Absenden“ speichert sie auch
    Mit **ID überprüfen** erfahren Sie, ob die ID stimmt; gespeichert wird dabei nichts. Auch **Absenden** prüft die ID.
    Es geht also nichts schief, wenn Sie **ID überprüfen** auslassen. Das ist unsere eigene Annahme: Die Dokumentation
    von Microsoft beschreibt dies nicht.

    Szenario: Auch „Absenden“ lehnt eine unbekannte ID ab
      Angenommen kein Partner hat die Microsoft Partner-ID "9999999"
      Wenn die ID "9999999" für das Abonnement "Office 365 E3" eingegeben und die Schaltfläche "Absenden" ausgewählt wird
      Dann wird die Meldung "Kein Partner hat diese ID." angezeigt
      Und hat das Abonnement "Office 365 E3" keinen Partner of Record

    Szenario: Eine nur überprüfte ID wird nicht gespeichert
      Angenommen der Partner "Fabrikam" hat mir die Microsoft Partner-ID "3214567" mitgeteilt
      Wenn die ID "3214567" für das Abonnement "Office 365 E3" eingegeben und die Schaltfläche "ID überprüfen" ausgewählt wird
      Dann wird die Meldung "Diese Partner-ID ist richtig." angezeigt
      Und hat das Abonnement "Office 365 E3" keinen Partner of Record

    Szenario: Auf der Seite eines anderen Abonnements ist das Menü wieder geschlossen
      Wenn ich zur Seite "Abrechnung > Abonnements" wechsle
      Und ich das Abonnement "Office 365 E3" auswähle
      Und ich das Menü "Weitere Aktionen" öffne
      Dann ist "Partner of Record hinzufügen" im Admin Center verfügbar
      Wenn ich zur Seite "Abrechnung > Abonnements" wechsle
      Und ich das Abonnement "Visio Plan 2" auswähle
      Dann ist "Partner of Record hinzufügen" im Admin Center nicht verfügbar

    Szenario: Das Menü des einzigen Abonnements ist geschlossen, wenn Sie zurückkehren
      Wenn mein Abonnement "Visio Plan 2" endet
      Und ich zur Seite "Abrechnung > Abonnements" wechsle
      Und ich das Menü "Weitere Aktionen" öffne
      Dann ist "Partner of Record hinzufügen" im Admin Center verfügbar
      Wenn ich zur Seite "Abrechnung > Abonnements" wechsle
      Dann ist "Partner of Record hinzufügen" im Admin Center nicht verfügbar

    Szenario: Das Menü wird geschlossen, wenn Sie es erneut auswählen
      Wenn ich zur Seite "Abrechnung > Abonnements" wechsle
      Und ich das Abonnement "Office 365 E3" auswähle
      Und ich das Menü "Weitere Aktionen" öffne
      Und ich das Menü "Weitere Aktionen" öffne
      Dann ist "Partner of Record hinzufügen" im Admin Center nicht verfügbar

  @o365-worldwide @o365-germany
  Regel: Mit einem leeren Feld fügen Sie nichts hinzu
    Ein leeres Feld wird abgelehnt, und Sie sehen die Meldung **Geben Sie zuerst eine Partner-ID ein.** Dieses Verhalten
    ist unsere eigene Annahme, ebenso der Wortlaut der Meldung.

    Szenariogrundriss: Ein leeres Feld wird abgelehnt
      Wenn ich für das Abonnement "Office 365 E3" das Feld leere und die Schaltfläche "<Schaltfläche>" auswähle
      Dann wird die Meldung "Geben Sie zuerst eine Partner-ID ein." angezeigt
      Und hat das Abonnement "Office 365 E3" keinen Partner of Record

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
      Wenn die ID "  " für das Abonnement "Office 365 E3" eingegeben und die Schaltfläche "Hinzufügen" ausgewählt wird
      Dann wird die Meldung "Geben Sie zuerst eine Partner-ID ein." angezeigt
      Und hat das Abonnement "Office 365 E3" keinen Partner of Record

  @o365-worldwide @o365-germany
  Regel: Ein Abonnement hat nur einen Partner of Record
    Hat Ihr Abonnement bereits einen Partner of Record, können Sie keinen zweiten hinzufügen. Wie Sie zu einem anderen
    Partner wechseln, lesen Sie unter [Partner eines Abonnements ändern](change-partner.md). Dieses Verhalten ist unsere
    eigene Annahme.

    @o365-worldwide
    Szenario: Ein zweiter Partner wird abgelehnt
      Angenommen "Contoso" ist der Partner of Record des Abonnements "Office 365 E3"
      Und der Partner "Fabrikam" hat mir die Microsoft Partner-ID "3214567" mitgeteilt
      Wenn ich den Partner "Fabrikam" nach seiner Microsoft Partner-ID frage
      Und ich für das Abonnement "Office 365 E3" das Feld mit der Schaltfläche "Hinzufügen" öffne
      Dann steht im Feld keine ID
      Wenn die ID "3214567" für das Abonnement "Office 365 E3" eingegeben und die Schaltfläche "Hinzufügen" ausgewählt wird
      Dann wird die Meldung "Dieses Abonnement hat bereits einen Partner of Record." angezeigt
      Und ist "Contoso" der Partner of Record des Abonnements "Office 365 E3"

    @o365-worldwide
    Szenario: Der aktuelle Partner wird abgelehnt
      Angenommen der Partner "Contoso" hat mir die Microsoft Partner-ID "1234567" mitgeteilt
      Und "Contoso" ist der Partner of Record des Abonnements "Office 365 E3"
      Wenn die ID "1234567" für das Abonnement "Office 365 E3" eingegeben und die Schaltfläche "Hinzufügen" ausgewählt wird
      Dann wird die Meldung "Dieser Partner ist bereits der Partner of Record." angezeigt
      Und ist "Contoso" der Partner of Record des Abonnements "Office 365 E3"

    @o365-germany
    Szenario: Im Menü lässt sich kein Partner mehr hinzufügen
      Angenommen "Contoso" ist der Partner of Record des Abonnements "Office 365 E3"
      Wenn ich zur Seite "Abrechnung > Abonnements" wechsle
      Und ich das Abonnement "Office 365 E3" auswähle
      Und ich das Menü "Weitere Aktionen" öffne
      Dann ist "Partner of Record hinzufügen" im Admin Center nicht verfügbar
      Und kann mit der Schaltfläche "Hinzufügen" keine ID für das Abonnement "Office 365 E3" eingegeben werden
      Und ist "Contoso" der Partner of Record des Abonnements "Office 365 E3"

    @o365-germany
    Szenario: Die Liste zeigt den Partner jedes Abonnements
      Angenommen ich habe "101" Abonnements des Produkts "Office 365 E3"
      Und der Partner "Contoso" hat mir die Microsoft Partner-ID "1234567" mitgeteilt
      Und "Contoso" ist der Partner of Record des Abonnements "Office 365 E3"
      Und der Partner "Fabrikam" hat mir die Microsoft Partner-ID "3214567" mitgeteilt
      Wenn ich für das Abonnement "Office 365 E3 (101)" das Feld mit der Schaltfläche "Absenden" öffne
      Dann steht im Feld keine ID
      Wenn die ID "3214567" für das Abonnement "Office 365 E3 (101)" eingegeben und die Schaltfläche "Absenden" ausgewählt wird
      Dann wird auf der Seite "Abrechnung > Abonnements" für das Abonnement "Office 365 E3" die ID "1234567" angezeigt
      Und wird auf der Seite "Abrechnung > Abonnements" für das Abonnement "Office 365 E3 (101)" die ID "3214567" angezeigt
      Und wird auf der Seite "Abrechnung > Abonnements" für das Abonnement "Office 365 E3 (10)" keine ID angezeigt
      Und ist die Anzahl der Namen auf der Seite "102"

  @o365-worldwide
  Regel: Sie benötigen das neue Admin Center
    Die Seite und die Registerkarte **Partner** gehören zum neuen Admin Center. Aktivieren Sie es oben auf der
    Startseite mit dem Umschalter **Das neue Admin Center**.

    Szenario: Im alten Admin Center gibt es die Seite nicht
      Wenn ich das neue Admin Center deaktiviere
      Dann ist "Das neue Admin Center" nicht aktiviert
      Und kann ich nicht zur Seite "Abrechnung > Produkte und Dienste" wechseln
      Und kann ich nicht zur Seite "Abrechnung > Dienste kaufen" wechseln
      Und kann ich nicht zur Seite "Einstellungen > Partnerbeziehungen" wechseln

    Szenario: Der Umschalter zeigt, dass das neue Admin Center aktiviert ist
      Dann ist "Das neue Admin Center" aktiviert

    Szenario: Das neue Admin Center bleibt aktiviert
      Wenn ich zur Seite "Abrechnung > Produkte und Dienste" wechsle
      Und ich das Portal "Admin Center" öffne
      Dann ist "Das neue Admin Center" aktiviert

  @o365-worldwide @o365-germany
  Regel: Sie benötigen kein Angebot
    Sie fügen den Partner selbst hinzu. Die Dokumentation von Microsoft beschreibt Angebote per E-Mail nur für Office
    365 betrieben von 21Vianet.

    Szenario: Es gibt keine E-Mail mit einem Angebot
      Wenn der Partner "Fabrikam" mir per E-Mail ein Angebot senden will
      Dann habe ich keine E-Mail mit einem Angebot

  Regel: Jede Cloud hat eigene Seiten und Steuerelemente
    Hat Ihr Admin Center andere Seiten oder Steuerelemente, als Sie hier lesen, haben Sie möglicherweise die Hilfe für
    eine andere Cloud ausgewählt. Wir nehmen an, dass jede Cloud nur ihre eigenen Seiten und Steuerelemente hat: Die
    Dokumentation von Microsoft nennt, was es in einer Cloud gibt, nicht, was dort fehlt.

    @o365-worldwide
    Szenario: Auf der Startseite gibt es den Umschalter und die Website
      Wenn ich das Portal "Admin Center" öffne
      Dann gibt es auf der Seite nur "Das neue Admin Center" und "Microsoft Pinpoint"

    @o365-germany
    Szenario: Auf der Startseite gibt es nur die Website
      Wenn ich das Portal "Admin Center" öffne
      Dann gibt es auf der Seite nur "Microsoft Pinpoint"

    @o365-21vianet
    Szenario: Ohne Angebot gibt es auf der Startseite nichts
      Wenn ich das Portal "Admin Center" öffne
      Dann gibt es auf der Seite nichts auszuwählen

    @o365-worldwide @o365-germany
    Szenariogrundriss: Auf der Seite eines Abonnements ohne Partner gibt es ein einziges Steuerelement
      Wenn ich zur Seite "<Seite>" wechsle
      Und ich das Abonnement "Office 365 E3" auswähle
      Dann gibt es auf der Seite nur "<Name>"
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

    Szenariogrundriss: Was es in einer anderen Cloud gibt, gibt es hier nicht
      Angenommen "Contoso" ist der Partner of Record des Abonnements "Visio Plan 2"
      Und das Produkt "Project Plan 3" kann gekauft werden
      Und der Partner "Fabrikam" hat mir per E-Mail ein Angebot gesendet
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
