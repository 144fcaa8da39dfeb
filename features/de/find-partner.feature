# language: de
# Written by porspec sync from features/en/find-partner.feature (a4bb6fc63d16). To keep an edit, run: porspec sync --from de
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
    alphabetischer Reihenfolge. Eine neue Suche ersetzt die Ergebnisse. Das ist unsere eigene Annahme: Die Dokumentation
    von Microsoft beschreibt die Suche nicht.

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
        | Exchange Online   | Neder       |

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

    Szenario: Die Ergebnisse sind alphabetisch sortiert
      Angenommen der Partner "Fabrikam" mit der Microsoft Partner-ID "3214567" bietet den Dienst "Exchange Online" in "Nederland" an
      Und der Partner "Contoso" mit der Microsoft Partner-ID "1234567" bietet den Dienst "Exchange Online" in "Nederland" an
      Wenn ich die Website "Microsoft Pinpoint" öffne
      Und ich nach einem Partner für "Exchange Online" in "Nederland" suche
      Dann sind "Contoso" und "Fabrikam" die gefundenen Partner

    Szenario: Auf einer anderen Seite werden die Ergebnisse nicht angezeigt
      Angenommen der Partner "Contoso" mit der Microsoft Partner-ID "1234567" bietet den Dienst "Exchange Online" in "Nederland" an
      Wenn ich die Website "Microsoft Pinpoint" öffne
      Und ich nach einem Partner für "Exchange Online" in "Nederland" suche
      Und ich zur Seite "Einstellungen > Partnerbeziehungen" wechsle
      Dann werden keine Ergebnisse angezeigt
      Wenn ich die Website "Microsoft Pinpoint" öffne
      Und ich nach einem Partner für "Exchange Online" in "Nederland" suche
      Und ich das Portal "Admin Center" öffne
      Dann werden keine Ergebnisse angezeigt

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
      Angenommen der Partner "Contoso" mit der Microsoft Partner-ID "1234567" bietet den Dienst "Exchange Online" in "Nederland" an
      Und der Partner "Fabrikam" mit der Microsoft Partner-ID "3214567" bietet den Dienst "Exchange Online" in "Nederland" an
      Wenn ich den Partner "Fabrikam" nach seiner Microsoft Partner-ID frage
      Dann kenne ich die Microsoft Partner-ID "3214567"
      Und kenne ich die Microsoft Partner-ID "1234567" nicht
      Wenn ich den Partner "Contoso" nach seiner Microsoft Partner-ID frage
      Und ich den Partner "Contoso" nach seiner Microsoft Partner-ID frage
      Dann kenne ich die Microsoft Partner-ID "1234567"
      Und kenne ich die Microsoft Partner-ID "3214567"

    Szenario: Sie behalten eine ID, wenn die Beziehung endet
      Angenommen ich habe nur das Abonnement "Office 365 E3"
      Und "Contoso" ist der Partner of Record des Abonnements "Office 365 E3"
      Und der Partner "Fabrikam" mit der Microsoft Partner-ID "3214567" bietet den Dienst "Exchange Online" in "Nederland" an
      Wenn ich den Partner "Fabrikam" nach seiner Microsoft Partner-ID frage
      Und die ID "3214567" für das Abonnement "Office 365 E3" eingegeben und die Schaltfläche "Absenden" ausgewählt wird
      Und ich zur Seite "Einstellungen > Partnerbeziehungen" wechsle
      Und ich den Partner "Fabrikam" auswähle
      Und ich die Option "Löschen" auswähle
      Dann kenne ich die Microsoft Partner-ID "3214567"
      Und werden auf der Seite keine Partner aufgeführt
