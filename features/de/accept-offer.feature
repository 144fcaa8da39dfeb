# language: de
# Written by porspec sync from features/en/accept-offer.feature (5d74e6541d4a). To keep an edit, run: porspec sync --from de
@o365-21vianet
Funktionalität: Angebot eines Partners akzeptieren
  In Office 365 betrieben von 21Vianet fragt Sie ein autorisierter Partner per E-Mail, ob er als Ihr Partner of Record
  fungieren darf. Wenn Sie das Angebot akzeptieren, kann der Partner Administratoraufgaben für Sie erledigen.

  Grundlage:
    Angenommen ich bin im Admin Center angemeldet
    Und ich habe nur das Abonnement "Office 365 E3"

  @assumption
  Szenario: Angebot akzeptieren
    Der Partner ist jetzt Ihr delegierter Administrator und der Partner of Record jedes Abonnements, das noch keinen
    hatte.

    Angenommen der Partner "Fabrikam" hat mir per E-Mail ein Angebot gesendet
    Und zum Angebot gehört das Abonnement "Project Plan 3"
    Wenn ich in der E-Mail die Bedingungen des Partners lese
    Und ich dem Link in der E-Mail folge
    Und ich unter "Partnerbeziehungen" mit "Ja" antworte
    Und ich die Schaltfläche "Weiter" auswähle
    Und ich das Konto für das Abonnement erstelle, das zum Angebot gehört
    Dann ist "Fabrikam" mein delegierter Administrator
    Und ist "Fabrikam" der Partner of Record des Abonnements "Office 365 E3"
    Und habe ich genau die Abonnements "Office 365 E3" und "Project Plan 3"

  Regel: Nur mit Ihrer Zustimmung wird der Partner Administrator
    Die Schaltfläche **Weiter** ist erst verfügbar, wenn Sie **Ja** ausgewählt haben. Bis dahin darf der Partner nichts
    für Sie tun. Das ist unsere eigene Annahme: In der Dokumentation von Microsoft steht nicht, was ohne **Ja**
    geschieht.

    Szenario: Ohne „Ja“ geht es nicht weiter
      Angenommen der Partner "Fabrikam" hat mir per E-Mail ein Angebot gesendet
      Wenn ich in der E-Mail die Bedingungen des Partners lese
      Und ich dem Link in der E-Mail folge
      Dann ist "Ja" nicht aktiviert
      Und gibt es auf der Seite nur "Ja" und "Weiter"
      Und gibt es auf der Seite kein Feld
      Und ist "Weiter" im Admin Center nicht verfügbar
      Und kann ich "Weiter" nicht auswählen
      Und habe ich keinen delegierten Administrator
      Und hat das Abonnement "Office 365 E3" keinen Partner of Record

    Szenario: Nach „Ja“ geht es weiter
      Angenommen der Partner "Fabrikam" hat mir per E-Mail ein Angebot gesendet
      Wenn ich in der E-Mail die Bedingungen des Partners lese
      Und ich dem Link in der E-Mail folge
      Und ich unter "Partnerbeziehungen" mit "Ja" antworte
      Dann ist "Ja" aktiviert
      Und ist "Weiter" im Admin Center verfügbar

    Szenario: Wer die Seite verlässt, hat nicht geantwortet
      Angenommen der Partner "Fabrikam" hat mir per E-Mail ein Angebot gesendet
      Wenn ich in der E-Mail die Bedingungen des Partners lese
      Und ich dem Link in der E-Mail folge
      Und ich unter "Partnerbeziehungen" mit "Ja" antworte
      Und ich unter "Partnerbeziehungen" mit "Ja" antworte
      Dann ist "Ja" aktiviert
      Wenn ich in der E-Mail die Bedingungen des Partners lese
      Und ich dem Link in der E-Mail folge
      Dann ist "Ja" nicht aktiviert
      Und ist "Weiter" im Admin Center nicht verfügbar
      Und habe ich keinen delegierten Administrator

    Szenario: Ein anderer delegierter Administrator bleibt
      Angenommen der Partner "Contoso" hat mir die Microsoft Partner-ID "1234567" mitgeteilt
      Und "Contoso" ist mein delegierter Administrator
      Und der Partner "Fabrikam" hat mir per E-Mail ein Angebot gesendet
      Wenn ich den Partner "Contoso" nach seiner Microsoft Partner-ID frage
      Und das Angebot akzeptiert wird
      Dann sind "Contoso" und "Fabrikam" meine delegierten Administratoren
      Und ist "1234567" die einzige Microsoft Partner-ID, die ich kenne
      Und kann ich "Weiter" nicht auswählen
      Und ist die Startseite geöffnet

    Szenario: Ein Händler kann Administrator werden und bleibt Ihr Händler
      Angenommen "Fabrikam" ist mein Händler
      Und "Fabrikam" ist der Partner of Record des Abonnements "Office 365 E3"
      Und der Partner "Fabrikam" hat mir per E-Mail ein Angebot gesendet
      Wenn das Angebot akzeptiert wird
      Dann ist "Fabrikam" mein delegierter Administrator
      Und ist "Fabrikam" der Partner of Record des Abonnements "Office 365 E3"
      Wenn ich zur Seite "Einstellungen > Partnerbeziehungen" wechsle
      Dann wird auf der Seite nur der Partner "Fabrikam" aufgeführt
      Wenn ich den Partner "Fabrikam" auswähle
      Dann ist "Löschen" abgeblendet

  Regel: Sie beantworten ein Angebot nur einmal
    Sollten Sie dem Link in der E-Mail ein weiteres Mal folgen, sehen Sie die Meldung **Sie haben dieses Angebot bereits
    beantwortet.** Es ändert sich nichts. Dieses Verhalten ist unsere eigene Annahme, ebenso der Wortlaut der Meldung.

    Szenario: Der Link funktioniert nur einmal
      Angenommen der Partner "Fabrikam" hat mir per E-Mail ein Angebot gesendet
      Und ich habe das Angebot bereits akzeptiert
      Wenn ich in der E-Mail die Bedingungen des Partners lese
      Und ich dem Link in der E-Mail folge
      Dann wird die Meldung "Sie haben dieses Angebot bereits beantwortet." angezeigt
      Und ist "Ja" im Admin Center nicht verfügbar
      Und ist "Fabrikam" mein delegierter Administrator

  Regel: Nicht zu jedem Angebot gehört ein Abonnement
    Sie erstellen nur dann ein Konto, wenn zum Angebot des Partners ein Testabonnement oder ein Kaufangebot gehört.
    Haben Sie bereits ein Abonnement mit diesem Namen, erhält das neue Abonnement eine Nummer hinter dem Namen; das ist
    unsere eigene Annahme.

    Szenario: Ein Angebot ohne Abonnement bringt keines mit sich
      Angenommen der Partner "Fabrikam" hat mir per E-Mail ein Angebot gesendet
      Und ich habe das Angebot bereits akzeptiert
      Wenn ich zur Seite "Einstellungen > Partnerbeziehungen" wechsle
      Und ich das Konto für das Abonnement erstelle, das zum Angebot gehört
      Dann wird die Meldung "Zu diesem Angebot gehört kein Abonnement." angezeigt
      Und wird auf der Seite nur der Partner "Fabrikam" aufgeführt
      Und ist "Office 365 E3" mein einziges Abonnement

    Szenario: Das Abonnement zu einem Angebot gibt es nur einmal
      Angenommen der Partner "Fabrikam" hat mir per E-Mail ein Angebot gesendet
      Und zum Angebot gehört das Abonnement "Project Plan 3"
      Und ich habe das Angebot bereits akzeptiert
      Wenn ich das Konto für das Abonnement erstelle, das zum Angebot gehört
      Und ich das Konto für das Abonnement erstelle, das zum Angebot gehört
      Dann habe ich genau die Abonnements "Office 365 E3" und "Project Plan 3"
      Und ist die Startseite geöffnet
      Und ist "Fabrikam" der Partner of Record des Abonnements "Project Plan 3"
      Wenn ich in der E-Mail die Bedingungen des Partners lese
      Und ich dem Link in der E-Mail folge
      Dann wird die Meldung "Sie haben dieses Angebot bereits beantwortet." angezeigt

    Szenario: Sie können das Konto später erstellen
      Angenommen der Partner "Fabrikam" hat mir die Microsoft Partner-ID "3214567" mitgeteilt
      Und der Partner "Fabrikam" hat mir per E-Mail ein Angebot gesendet
      Und zum Angebot gehört das Abonnement "Dynamics 365"
      Und ich habe das Angebot bereits akzeptiert
      Wenn ich den Partner "Fabrikam" nach seiner Microsoft Partner-ID frage
      Und ich zur Seite "Einstellungen > Partnerbeziehungen" wechsle
      Und ich den Partner "Fabrikam" auswähle
      Und ich die Option "Löschen" auswähle
      Und ich das Konto für das Abonnement erstelle, das zum Angebot gehört
      Dann habe ich genau die Abonnements "Office 365 E3" und "Dynamics 365"
      Und ist "Fabrikam" nur der Partner of Record des Abonnements "Dynamics 365"
      Und kenne ich die Microsoft Partner-ID "3214567"
      Und wird auf der Seite nur der Partner "Fabrikam" aufgeführt
      Wenn ich den Partner "Fabrikam" auswähle
      Dann ist "Löschen" im Admin Center verfügbar

    Szenario: Ein Abonnement mit einem bereits vorhandenen Namen erhält eine Nummer
      Angenommen der Partner "Fabrikam" hat mir per E-Mail ein Angebot gesendet
      Und zum Angebot gehört das Abonnement "Office 365 E3"
      Und "Contoso" ist der Partner of Record des Abonnements "Office 365 E3"
      Und ich habe das Angebot bereits akzeptiert
      Wenn ich das Konto für das Abonnement erstelle, das zum Angebot gehört
      Dann habe ich genau die Abonnements "Office 365 E3" und "Office 365 E3 (2)"
      Und ist "Contoso" der Partner of Record des Abonnements "Office 365 E3"
      Und ist "Fabrikam" der Partner of Record des Abonnements "Office 365 E3 (2)"

    Szenario: Ein nicht akzeptiertes Angebot bewirkt nichts
      Angenommen der Partner "Fabrikam" hat mir per E-Mail ein Angebot gesendet
      Und zum Angebot gehört das Abonnement "Project Plan 3"
      Wenn ich das Konto für das Abonnement erstelle, das zum Angebot gehört
      Dann wird die Meldung "Zu diesem Angebot gehört kein Abonnement." angezeigt
      Und ist "Office 365 E3" mein einziges Abonnement
      Wenn das Angebot akzeptiert wird
      Dann ist "Office 365 E3" mein einziges Abonnement
      Wenn ich das Konto für das Abonnement erstelle, das zum Angebot gehört
      Dann habe ich genau die Abonnements "Office 365 E3" und "Project Plan 3"

    Szenario: Das Abonnement zu einem Angebot ändert nichts an den anderen Abonnements
      Angenommen "Fabrikam" ist mein delegierter Administrator
      Und "Contoso" ist der Partner of Record des Abonnements "Office 365 E3"
      Und der Partner "Fabrikam" hat mir per E-Mail ein Angebot gesendet
      Und zum Angebot gehört das Abonnement "Project Plan 3"
      Wenn mein Abonnement "Visio Plan 2" beginnt
      Und das Angebot akzeptiert wird
      Und ich das Konto für das Abonnement erstelle, das zum Angebot gehört
      Dann ist "Fabrikam" der Partner of Record des Abonnements "Project Plan 3"
      Und ist "Fabrikam" der Partner of Record des Abonnements "Visio Plan 2"
      Und ist "Contoso" der Partner of Record des Abonnements "Office 365 E3"

  Regel: Ein Angebot ersetzt keinen Partner
    Der Partner wird zum Partner of Record aller Abonnements, die noch keinen haben. Ein Abonnement, das bereits einen
    hat, behält ihn. Das ist unsere eigene Annahme: Die Dokumentation von Microsoft beschreibt dies nicht.

    Szenario: Der aktuelle Partner bleibt
      Angenommen ich habe die Abonnements "Visio Plan 2" und "Office 365 E3"
      Und "Contoso" ist der Partner of Record des Abonnements "Office 365 E3"
      Und der Partner "Fabrikam" hat mir per E-Mail ein Angebot gesendet
      Wenn das Angebot akzeptiert wird
      Dann ist "Fabrikam" mein delegierter Administrator
      Und ist "Contoso" der Partner of Record des Abonnements "Office 365 E3"
      Und habe ich genau die Abonnements "Visio Plan 2" und "Office 365 E3"

    Szenario: Jedes Abonnement ohne Partner erhält den neuen Partner
      Angenommen ich habe "101" Abonnements des Produkts "Office 365 E3"
      Und "101" Partner sind meine delegierten Administratoren, und "101" andere sind meine Händler
      Und der Partner "Fabrikam" hat mir per E-Mail ein Angebot gesendet
      Wenn das Angebot akzeptiert wird
      Dann ist "Fabrikam" der Partner of Record aller meiner Abonnements
      Wenn ich zur Seite "Einstellungen > Partnerbeziehungen" wechsle
      Dann ist die Anzahl der Namen auf der Seite "203"

  Regel: Ohne E-Mail gibt es nichts zu akzeptieren
    Sie können diesen Vorgang nicht selbst anstoßen. Bitten Sie einen von 21Vianet autorisierten Partner, Ihnen ein
    Angebot zu senden.

    Szenario: Ein Angebot bleibt bestehen, bis Sie es beantworten
      Angenommen der Partner "Fabrikam" hat mir per E-Mail ein Angebot gesendet
      Und "Fabrikam" ist mein delegierter Administrator
      Und "Contoso" ist der Partner of Record des Abonnements "Office 365 E3"
      Wenn ich für das Abonnement "Office 365 E3" das Feld leere und die Schaltfläche "Absenden" auswähle
      Und ich zur Seite "Einstellungen > Partnerbeziehungen" wechsle
      Und ich den Partner "Fabrikam" auswähle
      Und ich die Option "Löschen" auswähle
      Und das Angebot akzeptiert wird
      Dann ist "Fabrikam" mein delegierter Administrator
      Und ist "Fabrikam" der Partner of Record des Abonnements "Office 365 E3"
      Wenn ich zur Seite "Einstellungen > Partnerbeziehungen" wechsle
      Und ich den Partner "Fabrikam" auswähle
      Dann ist "Löschen" im Admin Center verfügbar

    Szenario: Kein Partner hat ein Angebot gesendet
      Dann habe ich keine E-Mail mit einem Angebot
