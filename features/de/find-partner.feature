# language: de
# Written by porspec sync from features/en/find-partner.feature (af80890a1999). To keep an edit, run: porspec sync --from de
Funktionalität: Partner finden
  Ein Abonnementberater ist ein autorisierter Partner, der Ihnen Office 365 verkauft, Ihnen bei der Einrichtung hilft
  und Sie unterstützt. Wenn Sie noch nicht mit einem Partner zusammenarbeiten, suchen Sie zunächst nach einem. Welcher
  Partner passt, hängt davon ab, welche Dienste Sie nutzen und wo Sie sie nutzen.

  Grundlage:
    Angenommen ich arbeite im Admin Center

  @o365-worldwide @o365-germany
  Szenario: Partner auf Microsoft Pinpoint finden
    Angenommen ich arbeite noch nicht mit einem Partner zusammen
    Und der Partner "Fabrikam" mit der Microsoft Partner-ID "3214567" bietet den Dienst "Exchange Online" in "Nederland" an
    Wenn ich die Website "Microsoft Pinpoint" öffne
    Und ich nach einem Partner für "Exchange Online" in "Nederland" suche
    Und ich den Partner "Fabrikam" nach seiner Microsoft Partner-ID frage
    Dann wird der Partner "Fabrikam" gefunden
    Und kenne ich die Microsoft Partner-ID "3214567"

  @o365-21vianet
  Regel: Hier suchen Sie nicht selbst nach einem Partner
    Für Office 365 betrieben von 21Vianet verweist die Dokumentation von Microsoft nicht auf Microsoft Pinpoint. Ein von
    21Vianet autorisierter Partner nimmt Kontakt mit Ihnen auf und sendet Ihnen per E-Mail ein Angebot (siehe [Angebot
    eines Partners akzeptieren](accept-offer.md)).

    Szenario: Microsoft Pinpoint ist nicht für diese Cloud bestimmt
      Dann kann ich "Microsoft Pinpoint" nicht auswählen

  @o365-worldwide @o365-germany
  Regel: Was ein Partner anbietet, unterscheidet sich je nach Dienst und je nach Land oder Region
    Sie sehen jeden Partner, der Ihren Dienst in Ihrem Land oder Ihrer Region anbietet, und keinen anderen, in
    alphabetischer Reihenfolge. Großbuchstaben und Leerzeichen spielen bei der Suche eine Rolle. Eine neue Suche ersetzt
    die Ergebnisse. Das ist unsere eigene Annahme: Die Dokumentation von Microsoft beschreibt die Suche nicht.

    Szenariogrundriss: Ein Partner, der nicht passt, wird nicht gefunden
      Angenommen der Partner "Contoso" mit der Microsoft Partner-ID "1234567" bietet den Dienst "Exchange Online" in "Nederland" an
      Wenn ich die Website "Microsoft Pinpoint" öffne
      Und ich nach einem Partner für "<Dienst>" in "<Land>" suche
      Dann wird der Partner "Contoso" nicht gefunden

      Beispiele:
        | Dienst            | Land        |
        | Exchange Online   | Deutschland |
        | SharePoint Online | Nederland   |
        | Exchange          | Nederland   |
        | Online            | Nederland   |
        | Online Exchange   | Nederland   |
        | Exchange Hybrid   | Nederland   |
        | Dynamics Online   | Nederland   |
        | Exchange Online 1 | Nederland   |
        | exchange online   | Nederland   |
        |                   | Nederland   |
        | Exchange Online   | Neder       |
        | Exchange Online   | Noorwegen   |
        | Exchange Online   | nederland   |
        | Exchange Online   |             |

    Szenario: Jeder Partner, der passt, wird gefunden
      Angenommen der Partner "Contoso" mit der Microsoft Partner-ID "1234567" bietet den Dienst "Exchange Online" in "Nederland" an
      Und der Partner "Fabrikam" mit der Microsoft Partner-ID "3214567" bietet den Dienst "SharePoint Online" in "Deutschland" an
      Und der Partner "Fabrikam" mit der Microsoft Partner-ID "3214567" bietet den Dienst "Exchange Online" in "Nederland" an
      Und der Partner "Litware" mit der Microsoft Partner-ID "7654321" bietet den Dienst "SharePoint Online" in "Nederland" an
      Und der Partner "Litware" mit der Microsoft Partner-ID "7654321" bietet den Dienst "Exchange Online" in "Deutschland" an
      Wenn ich die Website "Microsoft Pinpoint" öffne
      Und ich nach einem Partner für "Exchange Online" in "Nederland" suche
      Dann wird der Partner "Contoso" gefunden
      Und wird der Partner "Fabrikam" gefunden
      Und wird der Partner "Litware" nicht gefunden
      Wenn ich nach einem Partner für "SharePoint Online" in "Deutschland" suche
      Dann wird der Partner "Fabrikam" gefunden
      Und wird der Partner "Contoso" nicht gefunden
      Wenn ich nach einem Partner für " Exchange Online" in "Nederland " suche
      Dann wird der Partner "Contoso" nicht gefunden

    Szenario: Auch viele passende Partner werden alle gefunden
      Angenommen "101" Partner bieten den Dienst "Exchange Online" in "Nederland" an
      Wenn ich die Website "Microsoft Pinpoint" öffne
      Und ich nach einem Partner für "Exchange Online" in "Nederland" suche
      Dann ist die Anzahl der Namen auf der Seite "101"

    Szenario: Die Ergebnisse sind alphabetisch sortiert
      Angenommen der Partner "Fabrikam Nederland" mit der Microsoft Partner-ID "3214567" bietet den Dienst "Exchange Online" in "Nederland" an
      Und der Partner "Contoso" mit der Microsoft Partner-ID "7654321" bietet den Dienst "Exchange Online" in "Nederland" an
      Und der Partner "Litware" mit der Microsoft Partner-ID "1234567" bietet den Dienst "Exchange Online" in "Nederland" an
      Und der Partner "fabrikam" mit der Microsoft Partner-ID "2234567" bietet den Dienst "Exchange Online" in "Nederland" an
      Und "Litware" ist mein Händler
      Und ich habe nur das Abonnement "Office 365 E3"
      Wenn ich den Partner "Contoso" nach seiner Microsoft Partner-ID frage
      Und ich die Website "Microsoft Pinpoint" öffne
      Und ich nach einem Partner für "Exchange Online" in "Nederland" suche
      Dann werden auf der Seite der Reihe nach "Contoso", "fabrikam", "Fabrikam Nederland" und "Litware" aufgeführt
      Und ist der Checkout-Assistent geschlossen

    Szenario: Auf einer anderen Seite werden die Ergebnisse nicht angezeigt
      Angenommen der Partner "Contoso" mit der Microsoft Partner-ID "1234567" bietet den Dienst "Exchange Online" in "Nederland" an
      Wenn ich die Website "Microsoft Pinpoint" öffne
      Und ich nach einem Partner für "Exchange Online" in "Nederland" suche
      Und ich zur Seite "Einstellungen > Partnerbeziehungen" wechsle
      Dann werden keine Ergebnisse angezeigt
      Und gibt es auf der Seite kein Feld
      Wenn ich zur Seite "Abrechnung > Dienste kaufen" wechsle
      Dann wird keine Meldung angezeigt
      Wenn ich die Website "Microsoft Pinpoint" öffne
      Und ich nach einem Partner für "Exchange Online" in "Nederland" suche
      Und ich das Portal "Admin Center" öffne
      Dann werden keine Ergebnisse angezeigt
      Und gibt es auf der Seite kein Feld

    Szenario: Die Ergebnisse sind verschwunden, wenn Sie zurückkehren
      Angenommen der Partner "Contoso" mit der Microsoft Partner-ID "1234567" bietet den Dienst "Exchange Online" in "Nederland" an
      Wenn ich die Website "Microsoft Pinpoint" öffne
      Und ich nach einem Partner für "Exchange Online" in "Nederland" suche
      Dann wird der Partner "Contoso" gefunden
      Wenn ich die Website "Microsoft Pinpoint" öffne
      Dann werden keine Ergebnisse angezeigt

  @o365-worldwide @o365-germany
  Regel: Nur der Partner selbst kann Ihnen seine ID mitteilen
    Die Microsoft Partner-ID eines Partners können Sie nicht nachschlagen. Fragen Sie den Partner danach, bevor Sie
    einen Partner hinzufügen oder wechseln.

    Szenario: Wer einen Partner findet, kennt dessen ID noch nicht
      Angenommen der Partner "Fabrikam" mit der Microsoft Partner-ID "3214567" bietet den Dienst "Exchange Online" in "Nederland" an
      Wenn ich die Website "Microsoft Pinpoint" öffne
      Und ich nach einem Partner für "Exchange Online" in "Nederland" suche
      Dann wird der Partner "Fabrikam" gefunden
      Und kenne ich die Microsoft Partner-ID "3214567" nicht

    Szenario: Jeder Partner teilt seine eigene ID mit
      Angenommen der Partner "Contoso Nederland" hat mir die Microsoft Partner-ID "1234567" mitgeteilt
      Und der Partner "CONTOSO" hat mir die Microsoft Partner-ID "2234567" mitgeteilt
      Und der Partner "Contoso" hat mir die Microsoft Partner-ID "3214567" mitgeteilt
      Und der Partner "Contoso Deutschland" hat mir die Microsoft Partner-ID "4234567" mitgeteilt
      Wenn ich den Partner "Contoso Nederland" nach seiner Microsoft Partner-ID frage
      Und ich den Partner "Contoso Nederland" nach seiner Microsoft Partner-ID frage
      Dann ist "1234567" die einzige Microsoft Partner-ID, die ich kenne
      Wenn ich den Partner "Contoso" nach seiner Microsoft Partner-ID frage
      Dann kenne ich die Microsoft Partner-ID "3214567"
      Und kenne ich die Microsoft Partner-ID "2234567" nicht
      Und kenne ich die Microsoft Partner-ID "4234567" nicht
      Wenn ich den Partner "CONTOSO" nach seiner Microsoft Partner-ID frage
      Und ich den Partner "Contoso Deutschland" nach seiner Microsoft Partner-ID frage
      Dann kenne ich die Microsoft Partner-ID "1234567"
      Und kenne ich die Microsoft Partner-ID "2234567"
      Und kenne ich die Microsoft Partner-ID "3214567"
      Und kenne ich die Microsoft Partner-ID "4234567"

    Szenario: Sie behalten eine ID, wenn die Beziehung endet
      Angenommen ich habe nur das Abonnement "Office 365 E3"
      Und das Produkt "Visio Plan 2" kann gekauft werden
      Und der Partner "Contoso" mit der Microsoft Partner-ID "1234567" bietet den Dienst "Exchange Online" in "Nederland" an
      Und "Contoso" ist der Partner of Record des Abonnements "Office 365 E3"
      Und der Partner "Fabrikam" mit der Microsoft Partner-ID "3214567" bietet den Dienst "Exchange Online" in "Nederland" an
      Wenn ich den Partner "Contoso" nach seiner Microsoft Partner-ID frage
      Und ich den Partner "Fabrikam" nach seiner Microsoft Partner-ID frage
      Und die ID "3214567" für das Abonnement "Office 365 E3" eingegeben und die Schaltfläche "Absenden" ausgewählt wird
      Und ich zur Seite "Einstellungen > Partnerbeziehungen" wechsle
      Und ich den Partner "Fabrikam" auswähle
      Und ich die Option "Löschen" auswähle
      Dann kenne ich die Microsoft Partner-ID "1234567"
      Und kenne ich die Microsoft Partner-ID "3214567"
      Und werden auf der Seite keine Partner aufgeführt
      Wenn ich zur Seite "Abrechnung > Dienste kaufen" wechsle
      Dann ist "Visio Plan 2" das einzige Produkt auf der Seite
