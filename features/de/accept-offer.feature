# language: de
# Written by porspec sync from features/en/accept-offer.feature (713cd58db0e0). To keep an edit, run: porspec sync --from de
@o365-21vianet
Funktionalität: Angebot eines Partners akzeptieren
  In Office 365 betrieben von 21Vianet bittet Sie ein autorisierter Partner per E-Mail um die Erlaubnis, Ihr Partner of
  Record zu werden. Wenn Sie sein Angebot akzeptieren, kann der Partner Administratoraufgaben für Sie erledigen.

  Grundlage:
    Angenommen ich bin im Admin Center angemeldet
    Und ich habe nur das Abonnement "Office 365 E3"

  @assumption
  Szenario: Angebot akzeptieren
    Der Partner ist jetzt Ihr delegierter Administrator und der Partner of Record aller Abonnements, die noch keinen
    hatten.

    Auf der Seite **Partnerbeziehungen** sehen Sie seine Beziehungen zu Ihnen.

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
    Und wird "Fabrikam" auf der Seite "Einstellungen > Partnerbeziehungen" als "Berater" und "Delegierter Administrator" angezeigt

  @assumption
  Regel: Ohne „Ja“ geht es nicht weiter
    **Weiter** ist erst verfügbar, wenn Sie **Ja** ausgewählt haben. Solange Sie nicht fortfahren, kann der Partner
    nicht für Sie handeln.

    Szenario: Ohne „Ja“ ändert sich nichts
      Angenommen der Partner "Fabrikam" hat mir per E-Mail ein Angebot gesendet
      Wenn ich in der E-Mail die Bedingungen des Partners lese
      Und ich dem Link in der E-Mail folge
      Dann ist "Ja" nicht ausgewählt
      Und gibt es auf der Seite nur "Ja" und "Weiter"
      Und gibt es auf der Seite kein Feld
      Und ist "Weiter" nicht verfügbar
      Und kann ich "Weiter" nicht auswählen
      Und habe ich keinen delegierten Administrator
      Und hat das Abonnement "Office 365 E3" keinen Partner of Record
      Wenn ich zur Seite "Einstellungen > Partnerbeziehungen" wechsle
      Dann werden auf der Seite keine Partner aufgeführt
      Und wird die Meldung "Hier ist nichts." angezeigt

    Szenario: Nach „Ja“ geht es weiter
      Angenommen der Partner "Fabrikam" hat mir per E-Mail ein Angebot gesendet
      Wenn ich in der E-Mail die Bedingungen des Partners lese
      Und ich dem Link in der E-Mail folge
      Und ich unter "Partnerbeziehungen" mit "Ja" antworte
      Dann ist "Ja" ausgewählt
      Und ist "Weiter" verfügbar

    Szenario: Wenn Sie die Seite verlassen, haben Sie nicht geantwortet
      Angenommen der Partner "Fabrikam" hat mir per E-Mail ein Angebot gesendet
      Wenn ich in der E-Mail die Bedingungen des Partners lese
      Und ich dem Link in der E-Mail folge
      Und ich unter "Partnerbeziehungen" mit "Ja" antworte
      Und ich unter "Partnerbeziehungen" mit "Ja" antworte
      Dann ist "Ja" ausgewählt
      Wenn ich in der E-Mail die Bedingungen des Partners lese
      Und ich dem Link in der E-Mail folge
      Dann ist "Ja" nicht ausgewählt
      Und ist "Weiter" nicht verfügbar
      Und habe ich keinen delegierten Administrator

  @assumption
  Regel: Sie beantworten ein Angebot nur einmal
    Sie sind dem Link in der E-Mail bereits gefolgt. Wenn Sie ihm erneut folgen, ändert sich nichts.

    Szenario: Der Link funktioniert nur einmal
      Angenommen der Partner "Fabrikam" hat mir per E-Mail ein Angebot gesendet
      Und ich habe das Angebot bereits akzeptiert
      Wenn ich in der E-Mail die Bedingungen des Partners lese
      Und ich dem Link in der E-Mail folge
      Dann wird die Meldung "Sie haben dieses Angebot bereits beantwortet." angezeigt
      Und ist "Ja" nicht verfügbar
      Und ist "Fabrikam" mein delegierter Administrator
      Wenn der Partner "Contoso" mir per E-Mail ein Angebot zu senden versucht
      Und das Angebot akzeptiert wird
      Dann sind "Contoso" und "Fabrikam" meine delegierten Administratoren
      Und ist "Fabrikam" der Partner of Record des Abonnements "Office 365 E3"
      Und wird keine Meldung angezeigt

  @assumption
  Regel: Sie können das Konto später erstellen
    Das Abonnement, das zum Angebot gehört, bleibt für Sie verfügbar, bis Sie das Konto erstellen. Wenn Sie bereits ein
    Abonnement dieses Namens haben, erhält das neue eine Nummer hinter dem Namen.

    Szenario: Sie beenden die Beziehung und erstellen das Konto später
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
      Und ist "Fabrikam" nur beim Abonnement "Dynamics 365" der Partner of Record
      Und kenne ich die Microsoft Partner-ID "3214567"
      Und wird auf der Seite nur der Partner "Fabrikam" aufgeführt
      Und wird "Fabrikam" auf der Seite als "Berater" angezeigt
      Und habe ich keinen delegierten Administrator
      Wenn ich den Partner "Fabrikam" auswähle
      Dann ist "Löschen" verfügbar
      Und wird in der Liste für das Abonnement "Dynamics 365" die ID "3214567" angezeigt

    Szenario: Bei einem Angebot ohne Abonnement kommt keines hinzu
      Angenommen der Partner "Fabrikam" hat mir per E-Mail ein Angebot gesendet
      Und ich habe das Angebot bereits akzeptiert
      Wenn ich zur Seite "Einstellungen > Partnerbeziehungen" wechsle
      Und ich das Konto für das Abonnement erstelle, das zum Angebot gehört
      Dann wird die Meldung "Zu diesem Angebot gehört kein Abonnement." angezeigt
      Und wird auf der Seite nur der Partner "Fabrikam" aufgeführt
      Und ist "Office 365 E3" mein einziges Abonnement

    Szenario: Das Abonnement eines Angebots erhalten Sie nur einmal
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
      Wenn ich das Portal "Admin Center" öffne
      Dann wird keine Meldung angezeigt

    Szenario: Ein Abonnement mit einem bereits vorhandenen Namen erhält eine Nummer
      Angenommen der Partner "Fabrikam" hat mir per E-Mail ein Angebot gesendet
      Und zum Angebot gehört das Abonnement "Office 365 E3"
      Und "Contoso" ist der Partner of Record des Abonnements "Office 365 E3"
      Und ich habe das Angebot bereits akzeptiert
      Wenn ich das Konto für das Abonnement erstelle, das zum Angebot gehört
      Dann habe ich genau die Abonnements "Office 365 E3" und "Office 365 E3 (2)"
      Und ist "Contoso" der Partner of Record des Abonnements "Office 365 E3"
      Und ist "Fabrikam" der Partner of Record des Abonnements "Office 365 E3 (2)"

    Szenario: Ein Angebot, das Sie nicht akzeptiert haben, bewirkt nichts
      Angenommen der Partner "Fabrikam" hat mir per E-Mail ein Angebot gesendet
      Und zum Angebot gehört das Abonnement "Project Plan 3"
      Wenn ich das Konto für das Abonnement erstelle, das zum Angebot gehört
      Dann wird die Meldung "Zu diesem Angebot gehört kein Abonnement." angezeigt
      Und ist "Office 365 E3" mein einziges Abonnement
      Wenn das Angebot akzeptiert wird
      Dann ist "Office 365 E3" mein einziges Abonnement
      Wenn ich das Konto für das Abonnement erstelle, das zum Angebot gehört
      Dann habe ich genau die Abonnements "Office 365 E3" und "Project Plan 3"

    Szenario: Ihre anderen Abonnements bleiben unverändert
      Angenommen "Fabrikam" ist mein delegierter Administrator
      Und "Contoso" ist der Partner of Record des Abonnements "Office 365 E3"
      Und der Partner "Fabrikam" hat mir per E-Mail ein Angebot gesendet
      Und zum Angebot gehört das Abonnement "Project Plan 3"
      Wenn ich in der E-Mail die Bedingungen des Partners lese
      Und ich dem Link in der E-Mail folge
      Dann ist "Ja" nicht ausgewählt
      Und ist "Weiter" nicht verfügbar
      Wenn mein Abonnement "Visio Plan 2" beginnt
      Und das Angebot akzeptiert wird
      Und ich das Konto für das Abonnement erstelle, das zum Angebot gehört
      Dann ist "Fabrikam" der Partner of Record des Abonnements "Project Plan 3"
      Und ist "Fabrikam" der Partner of Record des Abonnements "Visio Plan 2"
      Und ist "Contoso" der Partner of Record des Abonnements "Office 365 E3"
      Und wird keine Meldung angezeigt
      Wenn ich für das Abonnement "Visio Plan 2" das Feld leere und "Absenden" auswähle
      Dann ist "Fabrikam" nur beim Abonnement "Project Plan 3" der Partner of Record
      Und ist "Fabrikam" mein delegierter Administrator
      Und wird in der Liste für das Abonnement "Visio Plan 2" keine ID angezeigt

  @assumption
  Regel: Ein Angebot ersetzt keinen Partner
    Ein Abonnement, das bereits einen Partner of Record hat, behält ihn.

    Szenario: Der aktuelle Partner bleibt
      Angenommen "Contoso" ist der Partner of Record des Abonnements "Office 365 E3"
      Und der Partner "Fabrikam" hat mir per E-Mail ein Angebot gesendet
      Wenn mein Abonnement "Visio Plan 2" beginnt
      Und das Angebot akzeptiert wird
      Dann ist "Fabrikam" mein delegierter Administrator
      Und ist "Contoso" der Partner of Record des Abonnements "Office 365 E3"
      Und habe ich genau die Abonnements "Office 365 E3" und "Visio Plan 2"

    Szenario: Ihre anderen Partner bleiben
      Angenommen "Contoso" ist der Partner of Record des Abonnements "Office 365 E3"
      Und "Contoso" ist mein Händler
      Und ich arbeite außerdem mit dem Händler "Tailspin Toys", dem delegierten Administrator "Northwind Traders" und, für das Abonnement "Project Plan 3", dem Partner of Record "Litware" zusammen
      Und der Partner "Fabrikam" hat mir per E-Mail ein Angebot gesendet
      Und zum Angebot gehört das Abonnement "Dynamics 365"
      Wenn ich zur Seite "Einstellungen > Partnerbeziehungen" wechsle
      Dann stehen "4" Namen auf der Seite
      Wenn mein Abonnement "Visio Plan 2" beginnt
      Und das Angebot akzeptiert wird
      Und ich das Konto für das Abonnement erstelle, das zum Angebot gehört
      Dann ist "Contoso" nur beim Abonnement "Office 365 E3" der Partner of Record
      Und ist "Fabrikam" der Partner of Record des Abonnements "Visio Plan 2"
      Und ist "Fabrikam" der Partner of Record des Abonnements "Dynamics 365"
      Und sind "Fabrikam" und "Northwind Traders" meine delegierten Administratoren
      Und hat sich für den Händler "Tailspin Toys", den delegierten Administrator "Northwind Traders" und, für das Abonnement "Project Plan 3", den Partner of Record "Litware" nichts geändert
      Und wird keine Meldung angezeigt
      Wenn ich zur Seite "Einstellungen > Partnerbeziehungen" wechsle
      Dann wird "Contoso" auf der Seite als "Berater" und "Händler" angezeigt
      Und wird "Fabrikam" auf der Seite als "Berater" und "Delegierter Administrator" angezeigt
      Und stehen "5" Namen auf der Seite

    Szenario: Ein anderer delegierter Administrator behält seine Rolle
      Angenommen der Partner "Contoso" hat mir die Microsoft Partner-ID "1234567" mitgeteilt
      Und "Contoso" ist mein delegierter Administrator
      Und "Contoso" ist der Partner of Record des Abonnements "Office 365 E3"
      Und der Partner "Fabrikam" hat mir per E-Mail ein Angebot gesendet
      Wenn ich den Partner "Contoso" nach seiner Microsoft Partner-ID frage
      Und das Angebot akzeptiert wird
      Dann sind "Contoso" und "Fabrikam" meine delegierten Administratoren
      Und ist "Contoso" der Partner of Record des Abonnements "Office 365 E3"
      Und ist "1234567" die einzige Microsoft Partner-ID, die ich kenne
      Und kann ich "Weiter" nicht auswählen
      Und ist die Startseite geöffnet

    Szenario: Ein Händler kann Administrator werden und bleibt Ihr Händler
      Angenommen "Fabrikam" ist mein Händler
      Und "Fabrikam" ist der Partner of Record des Abonnements "Office 365 E3"
      Und der Partner "Fabrikam" hat mir per E-Mail ein Angebot gesendet
      Wenn ich in der E-Mail die Bedingungen des Partners lese
      Und ich dem Link in der E-Mail folge
      Dann ist "Ja" nicht ausgewählt
      Und ist "Weiter" nicht verfügbar
      Und wird keine Meldung angezeigt
      Wenn das Angebot akzeptiert wird
      Dann ist "Fabrikam" mein delegierter Administrator
      Und ist "Fabrikam" der Partner of Record des Abonnements "Office 365 E3"
      Wenn ich zur Seite "Einstellungen > Partnerbeziehungen" wechsle
      Dann wird auf der Seite nur der Partner "Fabrikam" aufgeführt
      Wenn ich den Partner "Fabrikam" auswähle
      Dann ist "Löschen" abgeblendet

    Szenario: Jedes Abonnement ohne Partner erhält den neuen Partner
      Angenommen "101" Partner sind meine delegierten Administratoren, und "101" andere sind meine Händler
      Und der Partner "Fabrikam" hat mir per E-Mail ein Angebot gesendet
      Wenn ich "100" weitere Abonnements des Produkts "Office 365 E3" erhalte
      Und das Angebot akzeptiert wird
      Dann ist "Fabrikam" der Partner of Record aller meiner Abonnements
      Wenn ich zur Seite "Einstellungen > Partnerbeziehungen" wechsle
      Dann stehen "203" Namen auf der Seite

  Regel: Der Partner sendet das Angebot
    Wenn Sie keine E-Mail mit einem Angebot haben, wenden Sie sich an einen von 21Vianet autorisierten Partner.

    Szenario: Kein Partner hat ein Angebot gesendet
      Dann habe ich keine E-Mail mit einem Angebot

    Szenario: Ein Angebot bleibt bestehen, bis Sie es beantworten
      Angenommen der Partner "Fabrikam" hat mir die Microsoft Partner-ID "3214567" mitgeteilt
      Und der Partner "Fabrikam" hat mir per E-Mail ein Angebot gesendet
      Und "Fabrikam" ist mein delegierter Administrator
      Und "Contoso" ist der Partner of Record des Abonnements "Office 365 E3"
      Wenn ich für das Abonnement "Office 365 E3" die ID "3214567" eingebe und "ID überprüfen" auswähle
      Dann wird die Meldung "Diese Partner-ID ist richtig." angezeigt
      Wenn ich die Schaltfläche "Absenden" auswähle
      Dann ist "Fabrikam" der Partner of Record des Abonnements "Office 365 E3"
      Und wird keine Meldung angezeigt
      Wenn ich für das Abonnement "Office 365 E3" das Feld leere und "Absenden" auswähle
      Und ich zur Seite "Einstellungen > Partnerbeziehungen" wechsle
      Und ich den Partner "Fabrikam" auswähle
      Und ich die Option "Löschen" auswähle
      Und das Angebot akzeptiert wird
      Dann ist "Fabrikam" mein delegierter Administrator
      Und ist "Fabrikam" der Partner of Record des Abonnements "Office 365 E3"
      Wenn ich zur Seite "Einstellungen > Partnerbeziehungen" wechsle
      Und ich den Partner "Fabrikam" auswähle
      Dann ist "Löschen" verfügbar
